"""The word lists that rules consult, read from ``resources/lexicon``.

A heading in square brackets opens a section, white space parts its entries, "#" opens a line of comment.
"""

import re
from functools import cache

from quotereview.paths import resource

_SECTION = re.compile(r"^\[(\w+)]$")


def sections(name: str) -> tuple[str, ...]:
    """The headings of the list ``name``."""
    return tuple(_sections(name))


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The words of one section of the list ``name``."""
    return frozenset(_sections(name)[section])


@cache
def pairs(name: str, section: str) -> dict[str, tuple[str, ...]]:
    """The entries ``key=value=…`` of one section, "_" standing for a space, as key → values."""
    entries = (entry.replace("_", " ").split("=") for entry in _sections(name)[section])
    return {key: tuple(values) for key, *values in entries}


@cache
def _sections(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in resource("lexicon", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        heading = _SECTION.match(line.strip())
        if heading:
            current = found.setdefault(heading[1], [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return found
