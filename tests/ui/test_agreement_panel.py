"""The panel that shows how far blind reads agree, and where they do not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quotereview.model import BlindExtent, BlindRead, Decision, Kind, Passage, Ruling, Span, Verdict
from quotereview.review.agreement import by_field, differing
from quotereview.ui.agreement_panel import KEYS, NO_KEYS, NONE_LEFT, AgreementPanel
from tests.store import invented

RULING = Ruling(
    Verdict.CONFIRMED, (Passage(Span(1, 4), "Yes"),), Kind.SPEECH, False, invented.speaker("Mara Voss"), None
)
FIRST = Decision("d1", "q1", "a", RULING, "Ana Lund", "2026-03-04T10:00:00+00:00", None)
SECOND = replace(FIRST, id="d2", editor="Ben Ode", ruling=replace(RULING, verdict=Verdict.DISPUTED))
OTHER = replace(FIRST, id="d3", quote="q2")
PAIRS = [(FIRST, SECOND), (OTHER, replace(OTHER, id="d4", editor="Ben Ode")), (replace(FIRST, quote="q3"), SECOND)]
LEFT = BlindRead("r", "Ben Ode", BlindExtent.SAMPLE, "4f", ("q1", "q2", "q3"), 3, "2026-03-05T10:00")


@pytest.fixture
def panel(qtbot: QtBot) -> AgreementPanel:
    made = AgreementPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def texts(panel: AgreementPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_it_says_who_read_what_and_how_far_both_agree(panel: AgreementPanel) -> None:
    panel.show_agreement([LEFT, replace(LEFT, left_at=None)], by_field(PAIRS), differing(PAIRS))
    _, verdict, *_, read, under_way, count = panel.said().replace("\u2068", "").replace("\u2069", "").splitlines()
    assert read == "Ben Ode: 3 of 3 quotes (a sample, seed 4f) · left 5 March 2026"
    assert under_way.endswith("· under way, not counted yet")
    assert verdict == "verdict 3 33% 0.00 -0.25"
    assert count == "2 quotes are ruled differently:"
    assert panel.accessibleDescription() == panel.said()
    first, _ = panel.rows.spoken()
    told = "“Yes”, verdict, Ana Lund: confirmed, Mara Voss, – · Ben Ode: disputed, Mara Voss, –"
    assert first.replace("\u2068", "").replace("\u2069", "") == told


def test_enter_goes_to_the_quote_that_is_chosen(panel: AgreementPanel, qtbot: QtBot) -> None:
    panel.show_agreement([LEFT], by_field(PAIRS), differing(PAIRS))
    QTest.keyClick(panel.rows, Qt.Key.Key_Down)
    panel.show_agreement([LEFT], by_field(PAIRS), differing(PAIRS))
    with qtbot.waitSignal(panel.quote_wanted) as wanted:
        QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    assert wanted.args == ["a", "q3"]
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.rows, Qt.Key.Key_Escape)


def test_before_anything_was_read_it_says_how_to(panel: AgreementPanel, qtbot: QtBot) -> None:
    panel.show_agreement([LEFT], by_field(PAIRS), differing(PAIRS))
    panel.show_agreement([], (), ())
    assert panel.said() == NONE_LEFT
    with qtbot.assertNotEmitted(panel.quote_wanted):
        QTest.keyClick(panel.rows, Qt.Key.Key_Return)


def test_of_many_reads_the_last_are_shown(panel: AgreementPanel) -> None:
    panel.show_agreement([replace(LEFT, seed=str(number)) for number in range(5)], by_field(PAIRS), differing(PAIRS))
    *_, before, second, third, fourth, _ = panel.said().splitlines()
    assert [line.rpartition("seed ")[2][:1] for line in (second, third, fourth)] == ["2", "3", "4"]
    assert before == "2 more before"


def test_where_all_is_alike_it_says_so(panel: AgreementPanel) -> None:
    panel.show_agreement([LEFT], by_field(PAIRS[1:2]), ())
    assert panel.said().splitlines()[-1] == "No quote is ruled differently."
    assert "speaker 1 100% – –" in panel.said()


def test_keys_for_quotes_are_shown_only_where_quotes_are(panel: AgreementPanel) -> None:
    panel.show_agreement([LEFT], by_field(PAIRS), differing(PAIRS))
    assert KEYS in texts(panel) and NO_KEYS not in texts(panel)
    panel.show_agreement([LEFT], by_field(PAIRS[1:2]), ())
    assert NO_KEYS in texts(panel) and KEYS not in texts(panel)
