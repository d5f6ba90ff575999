"""Whom an editor may mean by what is written of a name so far."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from quotereview.folding import bare
from quotereview.model import SourceKind, Speaker, SpeakerType, StandingQuote
from quotereview.review.keeper import Keeper

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
    """The names that hold what is written, the likest first, else in the order given; all of them for nothing."""
    if not written.strip():
        return list(names)
    found = [(likeness(known, written), known) for known in names]
    liked = [one for one in found if one[0] is not Likeness.NONE]
    return [known for _, known in sorted(liked, key=lambda one: one[0])]


def likeness(known: Known, written: str) -> Likeness:
    """How what is written is like a name or one of its aliases; case and accents make no difference."""
    sought = bare(" ".join(written.split()))
    return min(_like(bare(name), sought) for name in (known.name, *known.aliases))


def may_mean(known: Known, written: str) -> bool:
    """Whether what is written may well mean this name, so that Enter takes it; initials do in small letters alone."""
    furthest = Likeness.INITIALS if written.islower() else Likeness.BEGINS
    return likeness(known, written) <= furthest


def _like(name: str, sought: str) -> Likeness:
    if name == sought:
        return Likeness.WHOLE
    words = list(_WORD.finditer(name))
    if any(name.startswith(sought, word.start()) for word in words):
        return Likeness.BEGINS
    initials = "".join(word.group()[0] for word in words)
    if len(sought) > 1 and initials.startswith(sought):
        return Likeness.INITIALS
    return Likeness.WITHIN if sought in name else Likeness.NONE


def _speakers(quote: StandingQuote) -> Iterator[Speaker]:
    found = (quote.ruling.speaker, quote.proposal.speaker, *(each.speaker for each in quote.proposal.candidates))
    return (speaker for speaker in found if speaker is not None)
