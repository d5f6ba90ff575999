"""Every kind of quotation that detection meets, by a text of its own with all that an editor expects of it."""

import re

import pytest

from quotereview.detection import Detector
from quotereview.model import Kind, Quote
from tests.detection.edge_cases import carriers, damage, shapes, voices
from tests.detection.edge_cases.rows import Expected, Row

ROWS = (*shapes.ROWS, *voices.ROWS, *carriers.ROWS, *damage.ROWS, damage.very_many(200))
KINDS = range(1, 71)
MOST_MISSING = 8


def case(row: Row) -> object:
    """The row as a case, named by its kind; one that is not met yet must fail until it is."""
    marks = [pytest.mark.xfail(reason=row.missing, strict=True)] if row.missing else []
    return pytest.param(row, id=row.kind, marks=marks)


def seen(text: str, quote: Quote, parents: dict[str, Quote]) -> Expected:
    """A quote as the tables write it down."""
    parent = parents[quote.parent].words if quote.parent else None
    source = quote.source
    return Expected(
        passages=tuple(passage.words for passage in quote.passages),
        kind=quote.kind,
        speaker=quote.speaker.name if quote.speaker else None,
        cue=quote.cue.of(text) if quote.cue else None,
        source=source.name if source else None,
        carried=bool(source and source.carried),
        partial=quote.partial and quote.kind is Kind.SPEECH,
        zone=quote.zone,
        within=parent,
    )


@pytest.mark.parametrize("row", [case(row) for row in ROWS])
def test_an_editor_finds_what_is_expected(row: Row, detector: Detector) -> None:
    quotes = detector.detect(row.text).quotes
    parents = {quote.key: quote for quote in quotes}
    assert tuple(seen(row.text, quote, parents) for quote in quotes) == row.quotes


def test_every_kind_has_a_row() -> None:
    shown = {int(found[0]) for row in ROWS if (found := re.match(r"\d+", row.kind))}
    assert shown == set(KINDS)


def test_few_kinds_are_missing() -> None:
    assert sum(bool(row.missing) for row in ROWS) <= MOST_MISSING
