"""The word lists that comparing consults, read from ``resources/lexicon``."""

from functools import cache

from quotereview.paths import resource


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The words of the list ``name`` by section: headings in square brackets, words parted by white space."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in resource("lexicon", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
        elif not line.startswith("#"):
            found.setdefault(heading, []).extend(line.split())
    return {heading: tuple(words) for heading, words in found.items()}
