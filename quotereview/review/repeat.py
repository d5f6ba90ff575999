"""The same as before: the speaker and the source of the quote decided last, for the next one."""

from dataclasses import dataclass, replace

from quotereview.errors import NotPossible
from quotereview.model import Source, Speaker, StandingQuote, Verdict
from quotereview.review import reach, rulings
from quotereview.review.change import Change
from quotereview.review.keeper import Keeper


@dataclass(frozen=True, slots=True)
class AsBefore:
    """What a quote would say if it were as one before it: the id of that one, the speaker, the source if any."""

    former: str
    speaker: Speaker
    source: Source | None


class Repeat:
    """Repeats an editor's ruling on the next quote."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def offered(self, quote: str) -> AsBefore | None:
        """What ``repeat`` would rule; None where no quote before this one tells.

        As before is as the quote that this editor decided last, if that is of the same article, else as the nearest
        decided one above. Quotes that are none, that nobody has read or whose speaker is not known tell nothing. A
        source that the text names for this quote itself stays.
        """
        standing = self._keeper.quote(quote)
        former = self._former(standing)
        if former is None or former.ruling.speaker is None:
            return None
        return AsBefore(former.id, _speaker(standing, former.ruling.speaker), _source(standing, former.ruling.source))

    def repeat(self, quote: str) -> Change:
        """Rule a quote as the one before; raises NotPossible where there is none."""
        standing, wanted = self._keeper.quote(quote), self.offered(quote)
        if wanted is None:
            raise NotPossible("No quote above this one has a speaker that you decided; press S to name the speaker.")
        ruling = rulings.settled(standing, replace(standing.ruling, speaker=wanted.speaker, source=wanted.source))
        return self._keeper.rule(f"speaker as before: {wanted.speaker.name}", (standing, ruling))

    def _former(self, standing: StandingQuote) -> StandingQuote | None:
        quotes = self._keeper.at_hand.quotes(standing.article)
        telling = {quote.id: quote for quote in quotes if quote.id != standing.id and _tells(quote)}
        last = self._keeper.store.decisions.decided_last(self._keeper.editor, standing.id)
        if last in telling:
            return telling[last]
        above = [quote for quote in telling.values() if reach.start(quote) < reach.start(standing)]
        return max(above, key=reach.start, default=None)


def _tells(quote: StandingQuote) -> bool:
    ruling = quote.ruling
    return quote.decided and ruling.verdict is not Verdict.NOT_A_QUOTE and not ruling.unread and bool(ruling.speaker)


def _speaker(standing: StandingQuote, former: Speaker) -> Speaker:
    """The former speaker as this quote knows it; where the former quote named it is of no use to this one."""
    known = rulings.known_speaker(standing, former.name)
    if known is not None and known.type is former.type:
        return known
    return former.unplaced


def _source(standing: StandingQuote, former: Source | None) -> Source | None:
    own = standing.ruling.source
    if own is not None and (not own.carried or (former and own.name == former.name)):
        return own
    return former and replace(former, carried=True)
