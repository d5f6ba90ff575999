"""Editions of invented articles with all that the detector finds in them, every quote ruled upon or none."""

from collections.abc import Callable
from dataclasses import replace

from quotereview import detection
from quotereview.model import (
    Decision,
    Kind,
    Quote,
    Ruling,
    Speaker,
    SpeakerType,
    StandingQuote,
    Verdict,
    proposed,
    quote_id,
)
from quotereview.review.reanchoring import Edition

BY_HAND = {
    "我们已经": "蒂尔达·布兰特",
    "没有人": "奥斯卡·温特",
    "我们欠": "布兰特",
    "我们从": "伊沃·马什",
    "لدينا": "تيلدا برانت",
    "لم يخ": "أوسكار فينت",
    "أنا": "تيلدا برانت",
    "لم نرد": "إيفو مارش",
}
"""Who speaks where the detector names nobody, by the first letters of the words."""

Make = Callable[[str], Edition]


def undecided(detector: detection.Detector, text: str) -> Edition:
    """An edition as it was loaded."""
    found = detector.detect(text, outlet="Coast Mail").quotes
    ids = [quote_id("newer", quote.passages[0].span) for quote in found]
    quotes = [StandingQuote(id, "newer", quote) for id, quote in zip(ids, found, strict=True)]
    return Edition(text, tuple(sorted(quotes, key=lambda quote: quote.proposal.span)))


def decided(edition: Edition) -> Edition:
    """The same with each quote confirmed, and a speaker named by hand where nobody was found."""
    return Edition(edition.text, tuple(_decided(quote) for quote in edition.quotes))


def _decided(quote: StandingQuote) -> StandingQuote:
    decision = Decision(f"d{quote.id}", quote.id, quote.article, _ruling(quote.proposal), "Ana Ruz", "2026", None)
    return StandingQuote(quote.id, quote.article, quote.proposal, decision)


def _ruling(quote: Quote) -> Ruling:
    ruling = replace(proposed(quote), verdict=Verdict.CONFIRMED)
    if ruling.speaker or quote.kind is not Kind.SPEECH:
        return ruling
    named = next((name for first, name in BY_HAND.items() if quote.words.startswith(first)), None)
    return replace(ruling, speaker=Speaker(named, SpeakerType.PERSON) if named else None)
