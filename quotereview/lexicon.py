"""The word lists that rules consult, read from ``resources/lexicon``; a user's own list is read on top of one.

A heading in square brackets opens a section, white space parts its entries, "#" opens a line of comment.
"""

import re
from collections.abc import Iterable
from functools import cache

from quotereview import paths

EXTENDED = "carriers"
"""The list that a user may extend by a file of the same name and form in the folder of the settings."""

LEFT_OUT = ""
"""The section of entries that stand under a heading that there is not."""

_SECTION = re.compile(r"^\[(\w+)]$")

Sections = dict[str, list[str]]


def sections(name: str) -> tuple[str, ...]:
    """The headings of the list ``name``."""
    return tuple(_sections(name))


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The words of one section of the list ``name``."""
    return frozenset(_sections(name)[section])


@cache
def phrases(name: str, *headings: str) -> frozenset[str]:
    """The entries of some sections of the list ``name``, "_" standing for a space."""
    return frozenset(word.replace("_", " ") for heading in headings for word in words(name, heading))


@cache
def pairs(name: str, section: str) -> dict[str, tuple[str, ...]]:
    """The entries ``key=value=…`` of one section, "_" standing for a space, as key → values."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in _sections(name)[section]:
        key, *values = entry.replace("_", " ").split("=")
        found[key] = (*found.get(key, ()), *values)
    return found


def either(words: Iterable[str]) -> str:
    """What a regular expression says for any one of some words: the longest is tried first, none is a pattern."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def faults() -> tuple[str, ...]:
    """What of the user's own list could not be read, a sentence each for the editor; the rest of it holds."""
    return _own(frozenset(_shipped(EXTENDED)))[1]


@cache
def _sections(name: str) -> Sections:
    found = _shipped(name)
    if name == EXTENDED:
        for section, entries in _own(frozenset(found))[0].items():
            found[section] = [*found[section], *entries]
    return found


def _shipped(name: str) -> Sections:
    found: Sections = {}
    current: list[str] = []
    for line in paths.resource("lexicon", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        heading = _SECTION.match(line.strip())
        if heading:
            current = found.setdefault(heading[1], [])
        elif not line.startswith("#"):
            current.extend(line.split())
    return found


@cache
def _own(known: frozenset[str]) -> tuple[Sections, tuple[str, ...]]:
    """The user's own entries for the sections that are ``known``, and what is wrong with the others."""
    try:
        content = paths.own_list(EXTENDED).read_bytes()
    except FileNotFoundError:
        return {}, ()
    except OSError as fault:
        return {}, (
            f"{paths.own_list(EXTENDED)} cannot be read ({fault.strerror}): make it readable, or take it away.",
        )
    found: Sections = {}
    wrong: list[str] = []
    section: str | None = None
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        try:
            section = _read_line(line.decode(), section, known, found)
        except ValueError as fault:
            section = LEFT_OUT if line.strip().startswith(b"[") else section
            why = "is not UTF-8 text" if isinstance(fault, UnicodeDecodeError) else str(fault)
            wrong.append(f"Line {number} of {paths.own_list(EXTENDED)} {why}: mend it; the rest of the list holds.")
    return found, tuple(wrong)


def _read_line(line: str, section: str | None, known: Iterable[str], found: Sections) -> str | None:
    """Add what a line holds, and give the section that it leaves open; raises ValueError with what is wrong."""
    heading = _SECTION.match(line.strip())
    if heading and heading[1] not in known:
        raise ValueError(f"opens a section “{heading[1]}” that there is not, so what stands in it is left out")
    if heading:
        return heading[1]
    entries = [] if line.startswith("#") or section == LEFT_OUT else line.split()
    if entries and section is None:
        raise ValueError("stands in no section of the list")
    if any(not all(part.strip("_") for part in entry.split("=")) for entry in entries):
        raise ValueError("has an entry without a name, such as “=AFP”")
    if section:
        found.setdefault(section, []).extend(entries)
    return section
