"""Whether two articles have words spoken to the same hearers."""

from functools import cache

from quotereview import lexicon
from quotereview.matching.frames import LIST, sentences
from quotereview.matching.names import names_somebody, same_carrier, same_voice
from quotereview.model import Wording
from quotereview.wording.words import folded


def same_hearers(here: Wording, there: Wording) -> bool:
    """Whether both can have been spoken to the same hearers; one may tell of them in vaguer terms, or not at all.

    Only hearers that are named in the sentence around their quote count: farther away others may be meant.
    """
    mine, theirs = _named(here), _named(there)
    return mine is None or theirs is None or same_hearer(mine, theirs)


def same_hearer(here: str, there: str) -> bool:
    """Whether two addressees, as printed, can be the same.

    Two names are compared as names, and two groups ("reporters", "parliament") as groups. A name may be in any group.
    """
    mine, theirs = _groups(here), _groups(there)
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    if mine or theirs or not (names_somebody(here) and names_somebody(there)):
        return True
    return same_voice(here, there) is True or same_carrier(here, there)


def _named(wording: Wording) -> str | None:
    words = f" {' '.join(folded(wording.addressee or ''))} "
    around = (f" {' '.join(folded(text))} " for text in sentences(wording))
    return wording.addressee if any(words in text for text in around) else None


def _groups(hearer: str) -> frozenset[str]:
    """To which groups of hearers somebody belongs who is called so."""
    return frozenset(group for word in folded(hearer) for group in _known().get(word, ()))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The groups that each word may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for group, words in lexicon.pairs(LIST, "hearers").items():
        for word in words:
            found[word] = (*found.get(word, ()), group)
    return found
