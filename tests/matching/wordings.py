"""Quotes for tests, of articles of one invented story."""

from dataclasses import replace
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


def told(words: str, **told_of_it: str | int | date | None) -> Wording:
    """A quote of an article of 12 May 2026 with what else that tells of it: ``before``, ``addressee``, …"""
    known = wording(words, article=str(told_of_it.pop("article", "a1")), speaker=None)
    return replace(known, **told_of_it)  # type: ignore[arg-type]
