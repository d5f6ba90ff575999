"""The quotes of other articles that stand in the open text, in the middle of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.model import SourceKind
from quotereview.review.session import Session
from quotereview.ui.controls import Words
from quotereview.ui.held_panel import HeldPanel
from quotereview.ui.window import MainWindow
from tests.review import talk_of_the_port as port
from tests.ui.conftest import Opening

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(session: Session, opened: Opening) -> MainWindow:
    port.keep_all(session)
    window = opened(session)
    window.desk.open_article(port.OFFICE.id)
    return window


def opened_panel(window: MainWindow, qtbot: QtBot) -> HeldPanel:
    QTest.keyClick(window, Qt.Key.Key_K, SHIFT)
    panel = window.stage.holding.panel
    qtbot.waitUntil(lambda: "Looking" not in panel.said())
    return panel


def press(panel: HeldPanel, key: str) -> None:
    QTest.keyClicks(panel.rows, key)


def test_the_quotes_are_listed_with_what_says_something_else_first(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened_panel(window, qtbot)
    told = panel.said().splitlines()
    assert told[0] == "Harbour office, press conference of 4 March"
    assert told[1].startswith("This text is:  1 ● an article · 2 a transcript or other record · 3 a readout")
    assert told[2] == "2 says something else · 1 word for word"
    assert "forty people" in told[3] and "says something else" in told[3] and "Courier" in told[3]
    assert panel.full.said().startswith("! number: “\u2068thirty\u2069” in place of “\u2068forty\u2069”")
    assert "in this text, paragraph" in panel.full.said().lower()


def test_another_key_goes_to_the_quote_or_to_its_place(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened_panel(window, qtbot)
    QTest.keyClick(panel.rows, Qt.Key.Key_End)
    press(panel, "t")
    selected = window.article_view.selection()
    assert not window.stage.holding.open and selected is not None
    assert selected.of(port.TRANSCRIPT) == "The old crane will never lift another container in this port"
    panel = opened_panel(window, qtbot)
    QTest.keyClick(panel.rows, Qt.Key.Key_End)
    QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    standing = window.desk.standing()
    assert standing is not None and standing.ruling.passages[0].words == port.CRANE


def test_a_key_says_what_the_text_is(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened_panel(window, qtbot)
    press(panel, "2")
    assert "2 ● a transcript or other record" in panel.said()
    assert window.desk.session.documents.kind(port.OFFICE.id) is SourceKind.DOCUMENT
    window.desk.undo()
    assert "1 ● an article" in panel.said()


def test_a_key_keeps_the_text_as_evidence(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened_panel(window, qtbot)
    QTest.keyClick(panel.rows, Qt.Key.Key_End)
    press(panel, "e")
    quote = panel.rows.chosen().held.quote.quote
    [kept] = window.desk.session.quote(quote).ruling.evidence
    assert kept.place == "Harbour office, press conference of 4 March"
    assert window.messages.sentence == "Kept as evidence of this quote. Ctrl+Z takes that back."
    press(panel, "e")
    assert window.messages.sentence == "That is kept already."


def test_a_text_in_which_no_quote_stands_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.open_article(port.PALACE.id)
    assert "No quote of another article stands in this text." in opened_panel(window, qtbot).said()


def test_the_panel_goes_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened_panel(window, qtbot)
    QTest.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert not window.stage.holding.open and window.article_view.hasFocus()
    opened_panel(window, qtbot)
    window.desk.open_article(port.IN_HERALD.id)
    assert not window.stage.holding.open


def test_a_quote_tells_in_which_documents_it_stands(window: MainWindow) -> None:
    window.desk.session.documents.mark(port.OFFICE.id, SourceKind.DOCUMENT)
    window.desk.open_article(port.IN_HERALD.id)
    said = [words.text() for words in window.crosscheck.findChildren(Words) if words.isVisibleTo(window.crosscheck)]
    assert any(line.startswith("= word for word in \u2068Harbour office\u2069") for line in said)
    window.desk.step(1)
    said = [words.text() for words in window.crosscheck.findChildren(Words) if words.isVisibleTo(window.crosscheck)]
    assert any(line.startswith("! says something else in") and "negation" in line for line in said)


def test_the_document_is_kept_as_evidence_from_the_quote(window: MainWindow) -> None:
    window.desk.open_article(port.IN_HERALD.id)
    points = window.card.proof.editor.checks.points
    for kind in (None, SourceKind.DOCUMENT):
        window.desk.session.documents.mark(port.OFFICE.id, kind)
        QTest.keyClick(window, Qt.Key.Key_V)
        QTest.keyClick(points, Qt.Key.Key_D)
        if kind is None:
            assert "stands in no document" in window.messages.sentence
        QTest.keyClick(points, Qt.Key.Key_Escape)
    standing = window.desk.standing()
    assert standing is not None
    [kept] = standing.ruling.evidence
    assert "The old crane will never lift another container" in kept.words
