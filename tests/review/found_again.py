"""What another detector finds in the ferry's article, and what stands of it then."""

from collections.abc import Callable
from dataclasses import replace

from quotereview.model import Detection, Passage, Quote, Ruling, Span
from quotereview.review.otherwise import Sort
from quotereview.review.session import Session
from tests.review.conftest import FERRY
from tests.store import invented

Edit = Callable[[Quote], Quote]
Told = tuple[Sort, str, tuple[str, ...]]
BANNER = invented.span(FERRY, invented.WITHDRAWN)
FIRST, SECOND, THIRD = (words for _, words in invented.UTTERANCES)


def found(edits: dict[int, Edit | None] | None = None, *added: Quote, detector: str = "rules 1.3.0") -> Detection:
    """What another detector finds in the ferry's article: some quotes made otherwise, or not at all, and some more."""
    before = invented.detection(FERRY)
    quotes = [(edits or {}).get(number, _same) for number in range(len(before.quotes))]
    kept = [edit(quote) for edit, quote in zip(quotes, before.quotes, strict=True) if edit]
    keys = {quote.key for quote in kept}
    untwinned = (replace(quote, twin=quote.twin if quote.twin in keys else None) for quote in kept)
    return replace(before, quotes=(*untwinned, *added), detector=detector)


def said_by(name: str) -> Edit:
    return lambda quote: replace(quote, speaker=invented.speaker(name))


def over(start: int, end: int) -> Edit:
    """The quote over other words: so many code points later and earlier than it is."""

    def moved(quote: Quote) -> Quote:
        first = quote.passages[0].span
        span = Span(first.start + start, first.end - end)
        return replace(quote, key=f"{span.start}-{span.end}", passages=(Passage(span, span.of(FERRY.text)),))

    return moved


def banner() -> Quote:
    return Quote(
        f"{BANNER.start}-{BANNER.end}",
        (Passage(BANNER, BANNER.of(FERRY.text)),),
        speaker=invented.speaker("Una Holt"),
        confidence=0.95,
    )


def speakers(session: Session) -> list[str | None]:
    return [one.ruling.speaker and one.ruling.speaker.name for one in session.quotes(FERRY.id)]


def rulings(session: Session) -> dict[str, Ruling]:
    return {one.id: one.ruling for one in session.quotes(FERRY.id)}


def told(session: Session) -> list[Told]:
    return [
        (one.sort, one.words, tuple(difference.told() for difference in one.differences))
        for one in session.again.differences(FERRY.id)
    ]


def _same(quote: Quote) -> Quote:
    return quote
