"""For which other quotes of its article a correction may hold, too, and the verb that makes it hold."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.model import Source, Span, Speaker, StandingQuote
from quotereview.review import chains, reach, rulings
from quotereview.review.change import Change
from quotereview.review.keeper import Keeper, QuoteWish

NOBODY = "nobody"
NO_SOURCE = "none given"


@dataclass(frozen=True, slots=True)
class Following:
    """A quote that would follow a correction: its id, its place and words, the name that stands now."""

    quote: str
    place: Span
    words: str
    stands: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a correction may hold for, too, in the order of the text.

    ``of`` is the id of the corrected quote, ``on`` the words of the article on which it hung with the others, or
    nothing, ``name`` whom or what the others would have. ``source``: it is about their source, not their speaker.
    """

    of: str
    on: str
    name: str
    quotes: tuple[Following, ...]
    source: bool = False


class Followers:
    """Makes the corrections of one editor hold for more than one quote."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def of_speaker(self, quote: str) -> Offer | None:
        """The unread quotes whose speaker is wrong for the same reason as that of a corrected one; None without."""
        corrected = self._keeper.quote(quote)
        former, now = corrected.proposal.speaker, corrected.ruling.speaker
        wishes = self._speaker_wishes(corrected)
        return _offer(corrected, former.printed if former else None, now, wishes)

    def of_source(self, quote: str) -> Offer | None:
        """The rest of the reach of a corrected source, unread quotes alone; None without."""
        corrected = self._keeper.quote(quote)
        former, now = corrected.proposal.source, corrected.ruling.source
        wishes = self._source_wishes(corrected)
        return _offer(corrected, former.name if former else None, now, wishes, source=True)

    def follow(self, offer: Offer, left_out: Collection[str] = ()) -> Change:
        """Make the offered quotes follow, but for those left out (ids); one act. They stay open: nobody has read them.

        Raises NotPossible where the correction no longer stands as it was offered, or where all are left out.
        """
        corrected = self._keeper.quote(offer.of)
        wishes = self._source_wishes(corrected) if offer.source else self._speaker_wishes(corrected)
        now = (self.of_source if offer.source else self.of_speaker)(offer.of)
        if now != offer:
            raise NotPossible("These quotes have changed since they were offered; look at them one by one.")
        chosen = [wish for wish in wishes if wish[0].id not in left_out]
        if not chosen:
            raise NotPossible("All quotes are left out; take one in again to correct it, too.")
        label = f"{'source' if offer.source else 'speaker'}: {offer.name}, {counted(len(chosen), 'quote')}"
        return self._keeper.rule(label, *chosen)

    def _speaker_wishes(self, corrected: StandingQuote) -> list[QuoteWish]:
        former, meant = corrected.proposal.speaker, corrected.ruling.speaker
        if former is None or not corrected.decided:
            return []
        return [
            (quote, rulings.following(quote, _as_meant(quote, meant), corrected))
            for quote in self._unread(corrected)
            if _has_other(quote.ruling.speaker, meant) and _stands_with(corrected, quote, former, meant)
        ]

    def _source_wishes(self, corrected: StandingQuote) -> list[QuoteWish]:
        source = corrected.ruling.source
        if _same_source(corrected.proposal.source, source):
            return []
        carried = source and replace(source, carried=True, chain=())
        quotes = reach.rest(self._keeper.at_hand.quotes(corrected.article), corrected)
        return [(quote, replace(rulings.reopened(quote), source=carried)) for quote in quotes]

    def _unread(self, corrected: StandingQuote) -> Iterator[StandingQuote]:
        for quote in self._keeper.at_hand.quotes(corrected.article):
            if quote.id != corrected.id and reach.waits(quote):
                yield quote


def _offer(
    corrected: StandingQuote,
    on: str | None,
    now: Speaker | Source | None,
    wishes: list[QuoteWish],
    *,
    source: bool = False,
) -> Offer | None:
    if not wishes:
        return None
    quotes = tuple(_following(quote, source=source) for quote, _ in wishes)
    return Offer(corrected.id, on or "", _said(now, source=source), quotes, source)


def _following(quote: StandingQuote, *, source: bool) -> Following:
    ruling = quote.ruling
    named = ruling.source if source else ruling.speaker
    return Following(quote.id, ruling.span, ruling.words, _said(named, source=source))


def _said(named: Speaker | Source | None, *, source: bool) -> str:
    return named.name if named else (NO_SOURCE if source else NOBODY)


def _as_meant(quote: StandingQuote, meant: Speaker | None) -> Speaker | None:
    """The speaker who is meant as this quote names them."""
    if meant is None:
        return None
    known = rulings.known_speaker(quote, meant.name)
    role = (known.role if known else None) or meant.role
    speaker = replace(meant, role=role)
    return chains.meaning(quote.proposal.speaker, speaker) if quote.proposal.speaker else speaker


def _has_other(stands: Speaker | None, meant: Speaker | None) -> bool:
    return stands is not None and stands.name != (meant.name if meant else None)


def _stands_with(corrected: StandingQuote, quote: StandingQuote, former: Speaker, meant: Speaker | None) -> bool:
    """Whether a quote repeats the words of the corrected one, or hangs on the same words of the article."""
    one, other = corrected.proposal, quote.proposal
    if other.speaker is None:
        return False
    repeats = one.key == other.twin or other.key == one.twin
    twin = repeats and other.speaker.name == former.name
    return twin or chains.hang_together(former, other.speaker, meant.name if meant else None)


def _same_source(one: Source | None, other: Source | None) -> bool:
    return (one and (one.name, one.kind)) == (other and (other.name, other.kind))
