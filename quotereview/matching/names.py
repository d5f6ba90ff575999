"""Whether two printed names mean the same voice or the same carrier."""

import re
from functools import cache, lru_cache

from quotereview import lexicon
from quotereview.wording.words import fold, folded

PARTICLES = frozenset({"the", "a", "an", "of", "for", "in", "at", "and", "by", "from", "al", "el"})
PRONOUNS = frozenset(
    {"i", "he", "she", "it", "we", "you", "they", "him", "her", "them", "who", "which", "that", "someone", "somebody"}
    | {"my", "his", "its", "our", "your", "their"}
)
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

SPOKESPERSONS = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
TITLE = 6
"""How many words away from a name its title may stand."""

POST = "post"
FORMS = ("statement", "letter", POST)
RECORDED = frozenset({"video", "videos", "audio", "text"})
"""What is listed with statements and is none in writing."""

AT_LARGE = frozenset(
    {
        "agencies",
        "agency",
        "broadcaster",
        "broadcasters",
        "channel",
        "local",
        "media",
        "news",
        "newspaper",
        "newspapers",
    }
    | {"outlets", "paper", "papers", "press", "public", "radio", "run", "state", "station", "television", "tv"}
)
"""The sorts of carriers that print or air what others said."""


def same_voice(here: str | None, there: str | None) -> bool | None:
    """Whether two names of speakers mean the same one; None where one of them names nobody.

    A surname agrees with the full name, a name with its titles and roles, a capital or a nationality with its country.
    """
    mine, theirs = _voice(here), _voice(there)
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return True
    return None if _nobody(here) or _nobody(there) else False


def surname(name: str | None) -> str | None:
    """The last word of a name, folded, titles left out; None for a pronoun or a description that names nobody."""
    words = [] if _nobody(name) else [word for word in folded(name or "") if word not in titles() | PARTICLES]
    return words[-1] if words else None


def speaks_for(name: str | None, other: str | None, around: str) -> bool:
    """Whether the words around a quote call a person the voice of somebody else: "foreign ministry spokesman Ito"."""
    person, whom = surname(name), _plain(_nations()[0].sub("", " ".join(folded(other or ""))))
    words = folded(around)
    places = [place for place, word in enumerate(words) if word == person]
    titled = (words[max(0, place - TITLE) : place + TITLE] for place in places)
    return bool(whom) and any(whom <= set(title) and not SPOKESPERSONS.isdisjoint(title) for title in titled)


def same_carrier(here: str | None, there: str | None) -> bool:
    """Whether two names of sources mean the same carrier, one maybe in vaguer terms, or neither article names one.

    A form without a name may be called so or so ("a statement", "a press release"), and a post by its network.
    """
    mine, theirs = _carrier(here), _carrier(there)
    if not mine or not theirs:
        return mine == theirs
    if mine <= theirs or theirs <= mine or _vague(here) or _vague(there):
        return True
    form, other = _form(here), _form(there)
    return form is not None and form == other and not (_is_network(mine) and _is_network(theirs))


@lru_cache(maxsize=4096)
def _vague(carrier: str | None) -> bool:
    """Whether a carrier is told by its country and sort alone: "Spanish radio" may be any station of Spain."""
    words = set(_plain(carrier or ""))
    rest = _plain(_nations()[0].sub("", " ".join(folded(carrier or ""))))
    return rest < words and bool(rest) and rest <= AT_LARGE


@lru_cache(maxsize=4096)
def _form(carrier: str | None) -> str | None:
    """The form of a carrier of which no name is told; a network is one of posts."""
    words = [word for word in folded(carrier or "") if word not in PARTICLES]
    return None if not RECORDED.isdisjoint(words) else _forms().get(" ".join(words))


def _is_network(carrier: frozenset[str]) -> bool:
    return any(carrier == _carrier(name) for name in lexicon.pairs("carriers", "networks"))


@cache
def _forms() -> dict[str, str]:
    """The forms, each by all the words by which it is called."""
    called = {
        " ".join(folded(word.replace("_", " "))): form for form in FORMS for word in lexicon.words("carriers", form)
    }
    networks = lexicon.pairs("carriers", "networks").items()
    return called | {" ".join(folded(name)): POST for network, others in networks for name in (network, *others)}


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


def countries(name: str) -> frozenset[str]:
    """The countries of which a name tells, by themselves, their capital or the adjective."""
    pattern, meant = _nations()
    return frozenset(meant[found.group()] for found in pattern.finditer(" ".join(folded(name))))


@cache
def _nations() -> tuple[re.Pattern[str], dict[str, str]]:
    nations = lexicon.pairs("nations", "nations")
    countries = {
        form: country for adjective, (country, *others) in nations.items() for form in (adjective, country, *others)
    }
    return re.compile(rf"\b(?:{lexicon.either(countries)})\b"), countries


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
