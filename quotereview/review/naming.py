"""Whom an editor may mean by what is written of a name so far."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from quotereview.folding import typed
from quotereview.matching import distance
from quotereview.model import SourceKind, Speaker, SpeakerType, StandingQuote
from quotereview.review.keeper import Keeper

NEAREST = 500
"""Among how many names, those of the article first, one is looked for that is spelled otherwise."""

SURE_OF = 4
"""How many letters a word has at least that may be another one but for a letter."""

KEPT = 65_536
"""So many names are remembered as they are typed, for each key asks for all of a store's once more."""

_WORD = re.compile(r"\w[\w'.-]*")


@dataclass(frozen=True, slots=True)
class Known:
    """A name to choose: the other names by which it is found, and the role and the type of its bearer where known."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    type: SpeakerType | None = None


class Likeness(IntEnum):
    """How what is written is like a name, the likest first."""

    WHOLE = 0
    BEGINS = 1
    INITIALS = 2
    WITHIN = 3
    NONE = 4


class _Name(NamedTuple):
    """A name as somebody types it: its words, where they begin, and their first letters."""

    typed: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    initials: str


class Naming:
    """The speakers that are known to a store, as an editor chooses among them."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def speakers(self, article: str) -> tuple[Known, ...]:
        """All people, under the names they go by, the article's own first, with the roles and types that it tells."""
        identities = self._keeper.outline.identities()
        told: dict[str, Known] = {}
        for quote in self._keeper.at_hand.quotes(article):
            for speaker in _speakers(quote):
                name = identities.person(speaker.name)
                known = told.setdefault(name, Known(name, type=speaker.type))
                if speaker.role and not known.role:
                    told[name] = replace(known, role=speaker.role)
        names = dict.fromkeys(map(identities.person, self._keeper.store.names.speakers(article)))
        return tuple(replace(told.get(name) or Known(name), aliases=identities.names(name)[1:]) for name in names)

    def type_of(self, name: str) -> SpeakerType:
        """The type that goes with a name in this store; a person where it is new."""
        return self._keeper.store.names.speaker_type(name) or SpeakerType.PERSON

    def kind_of(self, source: str) -> SourceKind | None:
        """The kind that goes with a source in this store; None where nobody knows."""
        return self._keeper.store.names.source_kind(source)


def matching(names: Sequence[Known], written: str) -> list[Known]:
    """The names that hold what is written, the likest first, else in the order given; all of them for nothing.

    Where none does, those of the first ``NEAREST`` that are spelled nearly so: a slip would make one person two.
    """
    if not written.strip():
        return list(names)
    sought = _sought(written)
    found = [(_likeness(known, sought), known) for known in names]
    liked = [one for one in found if one[0] is not Likeness.NONE]
    if not liked:
        return [known for known in names[:NEAREST] if _spelled_nearly(known, written)]
    return [known for _, known in sorted(liked, key=lambda one: one[0])]


def likeness(known: Known, written: str) -> Likeness:
    """How what is written is like a name or one of its aliases; case and accents make no difference."""
    return _likeness(known, _sought(written))


def may_mean(known: Known, written: str) -> bool:
    """Whether what is written may well mean this name, so that Enter takes it; initials do in small letters alone."""
    furthest = Likeness.INITIALS if written.islower() else Likeness.BEGINS
    return likeness(known, written) <= furthest


def _spelled_nearly(known: Known, written: str) -> bool:
    """Whether each word written is one of the name's, or its beginning, but for a letter."""
    sought = _taken_apart(written).words
    names = (_taken_apart(name).words for name in (known.name, *known.aliases))
    return bool(sought) and any(all(any(_nearly(word, part) for part in name) for word in sought) for name in names)


def _nearly(word: str, part: str) -> bool:
    return part.startswith(word) or (len(word) >= SURE_OF and distance(word, part, 1) == 1)


def _sought(written: str) -> str:
    return typed(" ".join(written.split()))


def _likeness(known: Known, sought: str) -> Likeness:
    return min(_like(_taken_apart(name), sought) for name in (known.name, *known.aliases))


def _like(name: _Name, sought: str) -> Likeness:
    if name.typed == sought:
        return Likeness.WHOLE
    within = sought in name.typed
    if within and any(name.typed.startswith(sought, start) for start in name.starts):
        return Likeness.BEGINS
    if len(sought) > 1 and name.initials.startswith(sought):
        return Likeness.INITIALS
    return Likeness.WITHIN if within else Likeness.NONE


@lru_cache(maxsize=KEPT)
def _taken_apart(name: str) -> _Name:
    found = typed(name)
    words = tuple(_WORD.finditer(found))
    parts = tuple(word.group() for word in words)
    return _Name(found, parts, tuple(word.start() for word in words), "".join(part[0] for part in parts))


def _speakers(quote: StandingQuote) -> Iterator[Speaker]:
    found = (quote.ruling.speaker, quote.proposal.speaker, *(each.speaker for each in quote.proposal.candidates))
    return (speaker for speaker in found if speaker is not None)
