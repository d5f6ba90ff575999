"""Invented pages as the web has them, each with what a reader would take for the article written by hand beside it."""

from pathlib import Path

import pytest

from quotereview.detection import Detector, paragraphs, zones
from quotereview.model import Article, Zone, wants_ruling
from tests.reading.seen import article

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))
EITHER = "either"
"""Words that are no quote and no paragraph of the article, such as a date: they may be body or teaser."""


def expected(page: Path) -> list[tuple[str, str]]:
    """The paragraphs of a page by hand, each with its zone; of a teaser its beginning will do."""
    lines = page.with_suffix(".txt").read_text("utf-8").splitlines()
    return [(zone, words) for zone, _, words in (line.partition(": ") for line in lines)]


def found(read: Article) -> list[tuple[str, str]]:
    """The paragraphs that were read, each with its zone, as detection has them."""
    stretches = zones.find(read.text, read.zones)
    spans = paragraphs.split(read.text)
    return [(zone.zone.value, span.of(read.text)) for zone, span in zip(stretches, spans, strict=True)]


def page_of(page: Path) -> Article:
    return article(page.name, page.read_bytes())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_whole_article_is_read_and_nothing_else(page: Path) -> None:
    wanted = expected(page)
    either = [words for zone, words in wanted if zone == EITHER]
    kept = [(zone, words) for zone, words in found(page_of(page)) if zone != Zone.TEASER and words not in either]
    assert kept == [(zone, words) for zone, words in wanted if zone not in (Zone.TEASER, EITHER)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_stands_around_an_article_is_kept_as_teaser(page: Path) -> None:
    around = [words for zone, words in found(page_of(page)) if zone == Zone.TEASER]
    for zone, words in expected(page):
        assert zone != Zone.TEASER or any(words in one for one in around), words


def test_no_quote_that_an_editor_is_asked_about_comes_from_a_teaser(detector: Detector) -> None:
    for page in PAGES:
        read = page_of(page)
        kept = [words for zone, words in expected(page) if zone != Zone.TEASER]
        for quote in detector.detect(read.text, zones=read.zones).quotes:
            words = quote.passages[0].words
            assert not wants_ruling(quote.kind, quote.zone) or any(words in one for one in kept), (page.stem, words)
