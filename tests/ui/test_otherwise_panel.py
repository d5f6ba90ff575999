"""How the list says what is proposed otherwise."""

import pytest
from PySide6.QtWidgets import QApplication

from quotereview.model import Verdict
from quotereview.review.differences import Difference
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.ui import wording
from quotereview.ui.otherwise_panel import NOTHING, Line, OtherwisePanel, count_line

MADE_AT = "2026-11-22T09:30:00+00:00"
SPEAKER = Difference("speaker", "Mara Voss", "Lu Ran")
SOURCE = Difference("source", "Radio Sund", "")


def one(sort: Sort, *differences: Difference, verdict: Verdict = Verdict.OPEN, part_of: str = "") -> Otherwise:
    return Otherwise(sort, "a1", f"q-{sort.name}", 4, "We pay", verdict, differences, MADE_AT, part_of)


@pytest.mark.parametrize(
    ("found", "below", "beside"),
    [
        (
            one(Sort.RULED, SPEAKER, SOURCE, verdict=Verdict.CONFIRMED),
            "speaker: Mara Voss → Lu Ran · source: Radio Sund → –",
            "stays confirmed",
        ),
        (one(Sort.RULED, SPEAKER), "speaker: Mara Voss → Lu Ran", "stays as it is"),
        (one(Sort.RULED, verdict=Verdict.DISPUTED), "no longer found", "stays disputed"),
        (one(Sort.CHANGED, SOURCE), "source: Radio Sund → –", "open, changed"),
        (one(Sort.NEW), "nobody is named", "new"),
        (one(Sort.LOST), "no longer found", "stays open"),
        (one(Sort.LOST, part_of="We pay […] We do"), "now part of “We pay […] We do”", "stays open"),
    ],
)
def test_a_line_says_what_is_proposed_and_what_became_of_it(found: Otherwise, below: str, beside: str) -> None:
    row = Line(found, "Gulf Daily").row
    assert plain(row.title) == "“We pay”"
    assert (plain(row.below), plain(row.beside)) == (below, f"Gulf Daily · {beside}")


def test_the_head_counts_what_there_is() -> None:
    assert count_line([]) == NOTHING
    found = [one(Sort.RULED), one(Sort.LOST), one(Sort.LOST)]
    assert count_line(found) == "Proposed otherwise: 3 quotes — 1 ruled on, 2 no longer found"
    assert count_line([one(Sort.NEW)]) == "Proposed otherwise: 1 quote — 1 new"


@pytest.mark.usefixtures("qapp")
def test_the_quote_that_is_chosen_stays_so() -> None:
    panel = OtherwisePanel()
    lines = [Line(one(sort), "Gulf Daily") for sort in Sort]
    panel.show_lines(lines)
    panel.rows.choose(2)
    panel.show_lines(lines[1:])
    assert panel.rows.chosen() == lines[2]
    panel.show_lines([*lines[:2], lines[3]])
    assert panel.rows.at == 1
    assert QApplication.focusWidget() is not panel.rows


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, ""),
        (one(Sort.CHANGED, SPEAKER), ""),
        (one(Sort.NEW, SPEAKER), ""),
        (
            one(Sort.RULED, SPEAKER, SOURCE),
            "Detected again on 22 Nov 2026: speaker now Lu Ran, source now none",
        ),
        (one(Sort.LOST), "Detected again on 22 Nov 2026: no longer found"),
        (one(Sort.RULED, part_of="We pay […] We do"), "Detected again on 22 Nov 2026: now part of “We pay […] We do”"),
    ],
)
def test_the_card_says_it_of_what_stands_as_it_is(found: Otherwise | None, said: str) -> None:
    assert plain(wording.proposed_since(found)) == said


def plain(words: str) -> str:
    """Words without what sets those of somebody else apart."""
    return words.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")
