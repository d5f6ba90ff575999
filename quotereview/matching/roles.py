"""Whether two printed roles can be held by one speaker at one time: "president" and "party chief" can."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.matching.names import countries
from quotereview.wording.words import folded

LIST = "offices"


@dataclass(frozen=True, slots=True)
class _Role:
    """What is known of a role: which offices, how the speaker stands to them, what of, and of which countries."""

    offices: frozenset[str]
    standing: frozenset[str]
    portfolios: frozenset[str]
    countries: frozenset[str]


def same_role(here: str | None, there: str | None) -> bool:
    """Whether two roles agree: one may be shorter, or another office; also where one is missing or has no known office.

    They do not where one has the office and the other had it, stands in for it or wants it; where one is of another
    country or department; nor where nobody holds both offices at once.
    """
    mine, theirs = _role(here or ""), _role(there or "")
    if len(mine.offices) != 1 or len(theirs.offices) != 1:
        return True
    if mine.offices == theirs.offices:
        parted = any(
            one and other and one.isdisjoint(other)
            for one, other in ((mine.portfolios, theirs.portfolios), (mine.countries, theirs.countries))
        )
        return not parted and mine.standing == theirs.standing
    return bool(mine.standing or theirs.standing) or not _excludes(*mine.offices, *theirs.offices)


@lru_cache(maxsize=4096)
def _role(role: str) -> _Role:
    words = " ".join(folded(role))
    standing, words = _taken("standings", words)
    offices, words = _taken("offices", words)
    return _Role(offices, standing, _taken("portfolios", words)[0], countries(role))


def _taken(section: str, words: str) -> tuple[frozenset[str], str]:
    """Which things of a section some words name, and the words without these."""
    pattern, meant = _names(section)
    found = frozenset(meant[match.group()] for match in pattern.finditer(words))
    return found, pattern.sub(" ", words)


@cache
def _names(section: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """By which words the things of a section are named, the longest before all."""
    meant = {
        " ".join(folded(form)): name
        for name, forms in lexicon.pairs(LIST, section).items()
        for form in (*forms, *([] if section == "standings" else [name]))
    }
    return re.compile(rf"\b(?:{lexicon.either(meant)})\b"), meant


def _excludes(office: str, other: str) -> bool:
    sets = ({name, *others} for name, others in lexicon.pairs(LIST, "one_of").items())
    return any({office, other} <= one for one in sets)
