"""Which quotes of an older edition stand in a newer one, which were changed, and which came or went."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quotereview.matching import Sought, TwoTexts, kept, same_carrier, same_voice, versions
from quotereview.model import (
    RIGHT,
    AlignedWords,
    Kind,
    Passage,
    Ruling,
    Source,
    Span,
    Speaker,
    StandingQuote,
    Verdict,
    proposed,
)
from quotereview.review import by_hand
from quotereview.review.moved import named
from quotereview.review.reshaping import first_found
from quotereview.review.rulings import judged

CHANGED = 0.5
"""The share of their words from which on two quotes are shown as one that was changed."""


class Difference(StrEnum):
    """What became of a quote from one edition to the next."""

    SAME = "the same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


class Unlike(StrEnum):
    """Why a quote is not taken for the same though its words stand where they stood."""

    NO_QUOTE = "In the new edition these words are no quote of their own."
    SPEAKER = "The detector reads another speaker in the new edition."
    SOURCE = "The detector reads another source in the new edition."
    WITHIN = "The quote around it is not the same in the new edition."
    RULED = "Somebody has ruled otherwise on it in the new edition already."
    DISPUTED = "Editors ruled on it side by side and not alike; settle that, and rule anew."


@dataclass(frozen=True, slots=True)
class Compared:
    """A quote in two editions, or in one of them.

    ``why`` it is not the same, and the words of both where it was changed; ``ruling`` is what was ruled of the older
    one, with its places in the newer text, where it is the same.
    """

    older: StandingQuote | None
    newer: StandingQuote | None
    difference: Difference
    why: str = ""
    alignment: tuple[AlignedWords, ...] = ()
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An article's text and its quotes as they stand; ``article`` is its id, where quotes may be added to it."""

    text: str
    quotes: tuple[StandingQuote, ...]
    article: str = ""


class Reanchoring:
    """Two editions of an article, quote by quote; ``disputed`` are quotes (ids) of which no one ruling stands."""

    def __init__(self, older: Edition, newer: Edition, disputed: Collection[str] = ()) -> None:
        self._texts = TwoTexts(older.text, newer.text)
        self._older, self._newer = older, newer
        self._disputed = disputed
        self._there = {_spans(quote): quote for quote in newer.quotes}
        self._places: dict[str, tuple[Span, ...]] = {}
        self._keys: dict[str, str] = {}

    def compare(self) -> tuple[Compared, ...]:
        """All quotes that an editor is asked about: in the order of the older edition, then what was added."""
        found = {quote.id: self._place(quote) for quote in _enclosing_first(self._older.quotes) if _tells(quote)}
        taken = {there.id for there, _ in found.values() if there}
        left = [quote for quote in self._newer.quotes if quote.id not in taken and quote.asked]
        lost = [quote for quote in self._older.quotes if quote.id in found and not found[quote.id][0]]
        partners = _partners(lost, left)
        met = {quote.id for quote in partners.values()}
        told = [self._told(quote, *found[quote.id], partners) for quote in self._older.quotes if quote.id in found]
        return (*told, *(Compared(None, one, Difference.ADDED) for one in left if one.id not in met))

    def moved(self, place: Span | None) -> Span | None:
        """Where a stretch of the older text stands in the newer one, None where it was changed or moved."""
        return self._texts.moved(place) if place else None

    def _ruling(self, older: StandingQuote, newer: StandingQuote) -> Ruling:
        """What is ruled on a quote of the older edition, with the places that it has in the newer one."""
        ruling = older.ruling
        moved = replace(
            ruling,
            passages=tuple(Passage(place, place.of(self._newer.text)) for place in self._places[older.id]),
            parent=self._keys.get(ruling.parent or ""),
            speaker=ruling.speaker and named(ruling.speaker, self.moved),
            source=ruling.source and named(ruling.source, self.moved),
            overrules=(),
        )
        return replace(judged(moved, newer.proposal), unread=ruling.unread) if ruling.verdict in RIGHT else moved

    # How a quote stands in the newer edition

    def _place(self, quote: StandingQuote) -> tuple[StandingQuote | None, str]:
        """The quote of the newer edition that is the same, or why there is none."""
        places = self._texts.anchor(_sought(quote))
        if isinstance(places, str):
            return None, str(places)
        there = self._there.get(places) or self._to_be_shaped(quote, places) or self._to_be_added(quote, places)
        if there is None:
            return None, Unlike.NO_QUOTE
        self._places[quote.id] = places
        why = self._unlike(quote, there)
        if why is None:
            self._keys[quote.proposal.key] = there.proposal.key
        return (None, why) if why else (there, "")

    def _to_be_shaped(self, quote: StandingQuote, places: tuple[Span, ...]) -> StandingQuote | None:
        """The quote that was found where this one was first found, before an editor shaped its words.

        None where it is not as it was found, so that words of it might be lost, and where other words than stood around
        it would share its places.
        """
        first = self._texts.moved(first_found(quote))
        there = self._there.get((first,)) if first else None
        return there if self._free(quote, places, there) else None

    def _to_be_added(self, quote: StandingQuote, places: tuple[Span, ...]) -> StandingQuote | None:
        """A quote that an editor added by hand, where nothing else shares its places than did."""
        taken = any(by_hand.is_first(one.proposal, places) for one in self._newer.quotes)
        if not quote.added_by_hand or taken or not self._newer.article or not self._free(quote, places, None):
            return None
        return by_hand.in_edition(quote, places, self._newer.text, self._newer.article, self.moved)

    def _free(self, quote: StandingQuote, places: tuple[Span, ...], there: StandingQuote | None) -> bool:
        """Whether no other quote of the newer edition shares these places that did not share them in the older one."""
        stood = [tuple(map(self._texts.moved, _spans(one))) for one in self._older.quotes if one.id != quote.id]
        near = (_spans(one) for one in self._newer.quotes if one is not there)
        sharing = [spans for spans in near if any(place.overlap(span) for place in places for span in spans)]
        return all(spans in stood for spans in sharing)

    def _unlike(self, older: StandingQuote, newer: StandingQuote) -> Unlike | None:
        if older.id in self._disputed:
            return Unlike.DISPUTED
        if not _one_voice(older.proposal.speaker, newer.proposal.speaker):
            return Unlike.SPEAKER
        if not _one_carrier(older.proposal.source, newer.proposal.source):
            return Unlike.SOURCE
        if older.ruling.parent and older.ruling.parent not in self._keys:
            return Unlike.WITHIN
        if ruled_on(newer) and ruled_on(older) and not ruled_the_same(older.ruling, newer.ruling):
            return Unlike.RULED
        return None

    def _told(
        self, quote: StandingQuote, there: StandingQuote | None, why: str, partners: dict[str, StandingQuote]
    ) -> Compared:
        if there:
            return Compared(quote, there, Difference.SAME, ruling=self._ruling(quote, there))
        if partner := partners.get(quote.id):
            return Compared(quote, partner, Difference.CHANGED, why, versions(quote.ruling.words, partner.ruling.words))
        return Compared(quote, None, Difference.GONE, why)


def ruled_on(quote: StandingQuote) -> bool:
    """Whether an editor ruled anything of a quote that was not proposed."""
    return replace(quote.ruling, overrules=()) != proposed(quote.proposal)


def ruled_the_same(older: Ruling, newer: Ruling) -> bool:
    """Whether quotes of two editions were ruled on alike, places aside."""
    return _said(older) == _said(newer)


def most_like(words: str, quotes: Sequence[StandingQuote]) -> StandingQuote | None:
    """The quote that has most of some words, None where none has many."""
    shares = [(kept(words, quote.ruling.words, CHANGED), quote) for quote in quotes]
    share, quote = max(shares, key=lambda one: one[0], default=(0.0, None))
    return quote if share else None


def _sought(quote: StandingQuote) -> Sought:
    """A quote with all places that an editor or the detector took as telling whose words it is."""
    ruling, proposal = quote.ruling, quote.proposal
    speakers = [one for one in (ruling.speaker, proposal.speaker) if one]
    sources = [one for one in (ruling.source, proposal.source) if one]
    places = [*(one.mention for one in speakers), *(one.mention for one in sources), proposal.cue]
    said = ruling.kind is Kind.SPEECH and ruling.verdict is not Verdict.NOT_A_QUOTE
    speaker = (ruling.speaker.name if ruling.speaker else "") if said else None
    return Sought(_spans(quote), tuple(dict.fromkeys(place for place in places if place)), speaker)


def _partners(lost: Sequence[StandingQuote], left: Sequence[StandingQuote]) -> dict[str, StandingQuote]:
    """For quotes of the older edition the one of the newer that has most of their words; each is one's alone."""
    scored = sorted(_scored(lost, left), key=lambda one: one[0], reverse=True)
    found: dict[str, StandingQuote] = {}
    met: set[str] = set()
    for _, older, newer in scored:
        if older.id not in found and newer.id not in met:
            found[older.id] = newer
            met.add(newer.id)
    return found


def _scored(
    lost: Sequence[StandingQuote], left: Sequence[StandingQuote]
) -> Iterator[tuple[float, StandingQuote, StandingQuote]]:
    for older in lost:
        for newer in left:
            if share := kept(older.ruling.words, newer.ruling.words, CHANGED):
                yield share, older, newer


def _one_voice(older: Speaker | None, newer: Speaker | None) -> bool:
    if older is None or newer is None:
        return older is newer
    return older.name == newer.name or bool(same_voice(older.name, newer.name))


def _one_carrier(older: Source | None, newer: Source | None) -> bool:
    return same_carrier(older.name if older else None, newer.name if newer else None)


def _said(ruling: Ruling) -> tuple[object, ...]:
    speaker, source = ruling.speaker, ruling.source
    verdict = "right" if ruling.verdict in RIGHT else ruling.verdict
    return verdict, ruling.kind, speaker and speaker.name, source and (source.name, source.kind)


def _tells(quote: StandingQuote) -> bool:
    return quote.asked or quote.decision is not None


def _enclosing_first(quotes: Sequence[StandingQuote]) -> list[StandingQuote]:
    """The quotes so that one within another comes after that one."""
    return sorted(quotes, key=lambda quote: (quote.ruling.span.start, -quote.ruling.span.end))


def _spans(quote: StandingQuote) -> tuple[Span, ...]:
    return tuple(passage.span for passage in quote.ruling.passages)
