"""Quotes for tests, of articles of one invented story."""

from datetime import date

from quotereview.model import Wording

STEEL = "The bond of our ports has been tempered like steel"


def wording(
    words: str,
    *,
    article: str = "a1",
    outlet: str | None = "Gulf Courier",
    speaker: str | None = "Shen Weilong",
    source: str | None = None,
    published: date | None = date(2026, 5, 12),
    quote: str | None = None,
) -> Wording:
    """A quote of the article ``article``; its id is made of both unless it is given."""
    return Wording(quote or f"{article} {words[:20]}", article, article, outlet, published, words, speaker, source)
