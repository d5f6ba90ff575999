"""The panel that offers quotes to be accepted unread: what it says of them before anybody does it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quotereview.model import Kind, QuoteSummary, ReliabilityRow, ReliabilityTable, Verdict, Zone
from quotereview.review.bulk import BulkOffer
from quotereview.ui.bulk_panel import SAMPLE, BulkPanel
from quotereview.ui.controls import Button

ROWS = (ReliabilityRow(0.5, 2000, 1500), ReliabilityRow(0.9, 1000, 964))
TABLE = ReliabilityTable("", "ranker", ROWS)
QUOTE = QuoteSummary(
    id="q",
    article="a",
    start=0,
    words="Señora, the café’s door opens at noon",
    kind=Kind.SPEECH,
    zone=Zone.BODY,
    verdict=Verdict.CANNOT_VERIFY,
    speaker="Noé Okáfor",
    source="Radio Fjord",
    confidence=0.4,
    doubts=0,
    added_by_hand=False,
    note="Call back on Monday",
)
FEW = tuple(replace(QUOTE, id=str(at), confidence=at / 10, speaker=f"Speaker {at}") for at in (9, 10))
MANY = tuple(replace(QUOTE, id=str(at), confidence=0.9 + at / 1000, speaker=f"Speaker {at}") for at in range(43))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[BulkPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = BulkPanel(window)
    window.resize(1100, 800)
    made.resize(1000, 300)
    window.show()
    made.begin(TABLE, ROWS[-1])
    yield made
    window.close()


@pytest.mark.parametrize(
    ("offer", "lines"),
    [
        (
            BulkOffer(0.9, MANY, 1.6, 3, 0),
            [
                "43 quotes would be confirmed without anybody having read them.",
                "Expect the wrong speaker in about 2 of them (3.7%).",
                "96.4% of 1,000 proposals of .90 or more in articles held out were right.",
            ],
        ),
        (
            BulkOffer(0.9, FEW, 0.05, 1, 0),
            [
                "2 quotes would be confirmed without anybody having read them.",
                "Expect the wrong speaker in fewer than one of them (2.5%).",
                "1 quote of this confidence left out: a doubt, a note, a conflict, a headline, a quote around it,"
                " no marks, or values of your own.",
            ],
        ),
        (
            BulkOffer(0.9, FEW[:1], 0.025, 0, 0),
            ["1 quote would be confirmed without anybody having read it.", "None of this confidence is left out."],
        ),
        (
            BulkOffer(0.9, (), 0.0, 0, 4),
            ["4 quotes more hidden by the filter.", "No open quote of .90 or more can be accepted unread."],
        ),
    ],
)
def test_count_and_risk_are_said_before_anything_is_done(panel: BulkPanel, offer: BulkOffer, lines: list[str]) -> None:
    panel.show_offer(offer, ROWS[-1])
    said = panel.said().splitlines()
    assert [line for line in lines if line not in said] == []
    assert panel.accept.isEnabled() is bool(offer.count)
    assert panel.accept.accessibleName() == f"Accept {offer.count} unread"


def test_a_sample_is_shown_the_least_sure_first(panel: BulkPanel) -> None:
    panel.show_offer(BulkOffer(0.9, MANY, 1.6, 0, 0), ROWS[-1])
    said = panel.said()
    shown = [quote for quote in MANY if f"\n{quote.speaker}\n" in said]
    assert (shown[0], shown[-1], len(shown)) == (MANY[0], MANY[-1], SAMPLE)
    assert ".900" in said
    panel.show_offer(BulkOffer(0.9, FEW[:1], 0.1, 0, 0), ROWS[-1])
    assert sum("Speaker" in line and "wrong" not in line for line in panel.said().splitlines()) == 1


def test_it_keeps_its_height_whatever_is_offered(panel: BulkPanel) -> None:
    heights = set()
    for offer in (BulkOffer(0.9, MANY, 1.6, 3, 0), BulkOffer(0.9, FEW, 0.1, 0, 0)):
        panel.show_offer(offer, ROWS[-1])
        heights.add(panel.height())
    assert len(heights) == 1


def test_left_and_right_choose_a_row_of_the_table(panel: BulkPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.row_chosen) as chosen:
        qtbot.keyClick(panel.scale, Qt.Key.Key_Left)
    assert chosen.args == [ROWS[0]]


def test_enter_accepts_only_where_there_is_something(panel: BulkPanel, qtbot: QtBot) -> None:
    panel.show_offer(BulkOffer(0.9, (), 0.0, 0, 0), ROWS[-1])
    with qtbot.assertNotEmitted(panel.accepted):
        qtbot.keyClick(panel.scale, Qt.Key.Key_Return)
    panel.show_offer(BulkOffer(0.9, FEW, 0.1, 0, 0), ROWS[-1])
    with qtbot.waitSignal(panel.accepted):
        qtbot.keyClick(panel.scale, Qt.Key.Key_Return)


def test_esc_leaves_from_each_of_its_controls(panel: BulkPanel, qtbot: QtBot) -> None:
    for control in (panel.scale, *panel.findChildren(Button)):
        with qtbot.waitSignal(panel.left):
            qtbot.keyClick(control, Qt.Key.Key_Escape)
