"""The list of what is proposed otherwise: filled in slices, gone through by keys, current while it is open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.model import Detection, Quote
from quotereview.review.session import Session
from quotereview.ui import differing
from quotereview.ui.differing import NONE_YET
from quotereview.ui.otherwise_panel import NOTHING
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE, BRIDGE, BYPASS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def said_by(name: str, quote: Quote) -> Quote:
    speaker = quote.speaker or BRIDGE.detection.quotes[0].speaker
    assert speaker
    return replace(quote, speaker=replace(speaker, name=name))


def otherwise(detection: Detection, name: str = "Una Holt") -> Detection:
    """The same quotes, said by somebody else."""
    return replace(detection, quotes=tuple(said_by(name, one) for one in detection.quotes), detector="another 2")


@pytest.fixture
def window(opened: Opening, filled: Session) -> MainWindow:
    """A window on two articles that were detected again; the first quote of the bridge was confirmed before that."""
    first = filled.quotes(ARTICLE.id)[0].id
    filled.confirm(first)
    for read in (BRIDGE, BYPASS):
        filled.again.keep(read.article.id, otherwise(read.detection))
    return opened(filled)


def turn(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)


def listed(window: MainWindow) -> list[str]:
    return [line.otherwise.words for line in window.differing.panel.rows.things]


@pytest.mark.parametrize("slice", [differing.SLICE, 0.0])
def test_what_was_ruled_on_comes_first_and_enter_goes_to_the_quote(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, slice: float
) -> None:
    monkeypatch.setattr(differing, "SLICE", slice)
    turn(window)
    qtbot.waitUntil(lambda: bool(listed(window)))
    assert listed(window) == [
        "The bridge is safe, […] We tested it twice.",
        "Ask the gulls.",
        "We regret it,",
        "By May.",
    ]
    assert window.differing.panel.said() == "Proposed otherwise: 4 quotes — 1 ruled on, 3 changed"
    rows = window.differing.panel.rows
    assert rows.hasFocus() and rows.at == 0
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert window.desk.article == BYPASS.article.id
    assert window.desk.session.quote(window.desk.quote).ruling.passages[0].words == "We regret it,"
    assert not rows.hasFocus() and window.differing.panel.isVisible()


def test_ruling_takes_a_quote_off_the_list_which_stays_at_its_place(window: MainWindow, qtbot: QtBot) -> None:
    turn(window)
    qtbot.waitUntil(lambda: bool(listed(window)))
    QTest.keyClick(window.differing.panel.rows, Qt.Key.Key_Down)
    QTest.keyClick(window.differing.panel.rows, Qt.Key.Key_Return)
    window.desk.confirm()
    qtbot.waitUntil(lambda: "Ask the gulls." not in listed(window))
    assert window.differing.panel.rows.at == 1
    turn(window)
    assert window.differing.panel.rows.hasFocus()
    for _ in range(3):
        window.desk.undo()
    qtbot.waitUntil(lambda: listed(window) == [])
    assert window.differing.panel.said() == NOTHING


def test_its_key_or_esc_closes_it_where_it_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    for close in (turn, lambda window: QTest.keyClick(window.differing.panel.rows, Qt.Key.Key_Escape)):
        turn(window)
        qtbot.waitUntil(lambda: bool(listed(window)))
        close(window)
        assert window.differing.panel.isHidden()
        assert window.article_view.hasFocus() or window.article_view.isAncestorOf(window.focusWidget())


def test_before_anything_was_detected_again_it_says_how(opened: Opening, filled: Session) -> None:
    window = opened(filled)
    turn(window)
    assert window.messages.sentence == NONE_YET
    assert window.differing.panel.isHidden()
