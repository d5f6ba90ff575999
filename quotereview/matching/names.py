"""Whether two printed names mean the same voice or the same carrier."""

import re
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.matching.wording import fold, folded

PARTICLES = frozenset({"the", "a", "an", "of", "for", "in", "at", "and", "by", "from", "al", "el"})
PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "him", "her", "them", "who", "which", "that"})
RANKS = frozenset({"prime", "vice", "deputy", "former", "spokesman", "spokeswoman", "spokesperson"})

# What says of a carrier only which sort it is: "a CCTV readout" and "CCTV" are one.
SORTS = frozenset(
    {
        "agency",
        "broadcaster",
        "footage",
        "interview",
        "media",
        "national",
        "news",
        "office",
        "official",
        "owned",
        "post",
    }
    | {
        "press",
        "radio",
        "readout",
        "report",
        "run",
        "service",
        "state",
        "statement",
        "television",
        "tv",
        "video",
        "wire",
    }
)


def same_voice(here: str | None, there: str | None) -> bool | None:
    """Whether two names of speakers mean the same one; None where one of them names nobody.

    A surname agrees with the full name, a name with its titles and roles, a capital or a nationality with its country.
    """
    mine, theirs = _voice(here), _voice(there)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True
    return None if _nobody(here) or _nobody(there) else False


def same_carrier(here: str | None, there: str | None) -> bool:
    """Whether two names of sources mean the same carrier, or neither article names one."""
    mine, theirs = _carrier(here), _carrier(there)
    if not mine or not theirs:
        return mine == theirs
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=4096)
def _voice(name: str | None) -> frozenset[str]:
    words = _plain(_countries(name or ""))
    return frozenset((words - titles()) or words) - PRONOUNS


@lru_cache(maxsize=4096)
def _nobody(name: str | None) -> bool:
    """Whether a name is missing, a pronoun, or a description in which nothing is named."""
    return not name or not any(word[0].isupper() and fold(word) not in PARTICLES | PRONOUNS for word in name.split())


def names_somebody(printed: str) -> bool:
    """Whether the words by which a text names somebody tell who it is, as "he" and "the minister" do not."""
    words = [word for word in printed.split() if fold(word) not in PARTICLES | PRONOUNS]
    return any(not word[0].islower() for word in words)


@lru_cache(maxsize=4096)
def _carrier(name: str | None) -> frozenset[str]:
    spoken = " ".join(folded(name or ""))
    for alias, canonical in _aliases():
        spoken = alias.sub(canonical, spoken)
    words = _plain(spoken)
    return frozenset((words - SORTS) or words)


def _plain(name: str) -> frozenset[str]:
    return frozenset(folded(name)) - PARTICLES


def _countries(name: str) -> str:
    """A name with each nationality and capital as its country."""
    spoken = " ".join(folded(name))
    return _nations()[0].sub(lambda found: _nations()[1][found.group()], spoken)


@cache
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    nations = lexicon.pairs("nations", "nations")
    countries = {
        form: country for adjective, (country, *others) in nations.items() for form in (adjective, country, *others)
    }
    longest_first = sorted(countries, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), countries


@cache
def _aliases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each carrier's other names, with the first one, all folded."""
    found = []
    for section in lexicon.sections("carriers"):
        for name, others in lexicon.pairs("carriers", section).items():
            canonical, *aliases = (" ".join(folded(form)) for form in (name, *others))
            found += [(re.compile(rf"\b{re.escape(alias)}\b"), canonical) for alias in aliases]
    return tuple(found)


@cache
def titles() -> frozenset[str]:
    """What stands before a name and is no part of it, folded."""
    return RANKS | frozenset(fold(title) for title in lexicon.words("roles", "personal_titles"))
