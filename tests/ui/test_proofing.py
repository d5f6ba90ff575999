"""Checks and evidence reach the store from the window, one act each; files are hashed in the background."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quotereview.model import Check, CheckState, Evidence, EvidenceKind, Ruling, Verdict
from quotereview.review.evidence import transcript
from quotereview.settings import CHECKLIST, Settings
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers

RIGHT, WRONG = CheckState.RIGHT, CheckState.WRONG


def press(*keys: Qt.Key, control: bool = False) -> None:
    for key in keys:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def ruling(window: MainWindow) -> Ruling:
    standing = window.desk.standing()
    assert standing is not None
    return standing.ruling


def test_checks_are_one_act_of_the_quote_they_were_set_for(window: MainWindow) -> None:
    first = window.desk.quote
    press(Qt.Key.Key_V, Qt.Key.Key_R, Qt.Key.Key_R, Qt.Key.Key_W, Qt.Key.Key_Escape)
    session = window.desk.session
    assert session.quote(first).ruling.checks == (Check("words", RIGHT), Check("speaker", RIGHT), Check("role", WRONG))
    assert session.undo_label == "Undo checks: 3 of 10"
    assert "Checked 3 of 10 · 1 wrong: role" in window.card.said()
    assert window.article_view.hasFocus() and not window.card.proof.editor.isVisible()
    press(Qt.Key.Key_Z, control=True)
    assert ruling(window).checks == () and not window.card.proof.isVisible()


def test_checks_are_kept_where_the_keys_go_elsewhere(window: MainWindow) -> None:
    first, second, *_ = (item.quote for item in window.desk.items)
    press(Qt.Key.Key_V, Qt.Key.Key_R)
    window.desk.focus_quote(second)
    window.article_view.setFocus()
    assert window.desk.session.quote(first).ruling.checks == (Check("words", RIGHT),)
    assert window.desk.session.quote(second).ruling.checks == ()
    assert not window.card.proof.editor.isVisible()


def test_checks_are_kept_when_the_window_closes(window: MainWindow) -> None:
    first = window.desk.quote
    press(Qt.Key.Key_V, Qt.Key.Key_R)
    window.close()
    assert window.desk.session.quote(first).ruling.checks == (Check("words", RIGHT),)


def test_a_wrong_check_makes_a_confirmed_quote_doubtful(window: MainWindow) -> None:
    doubt = "? confirmed, though checked as wrong: speaker"
    press(Qt.Key.Key_V, Qt.Key.Key_Down, Qt.Key.Key_W, Qt.Key.Key_Return)
    assert doubt not in window.card.said()
    press(Qt.Key.Key_Return, Qt.Key.Key_K)
    assert ruling(window).verdict is Verdict.CONFIRMED and doubt in window.card.said()


def test_the_list_is_remembered_and_an_empty_one_is_the_first_again(window: MainWindow, settings: Settings) -> None:
    press(Qt.Key.Key_V, Qt.Key.Key_R, Qt.Key.Key_E)
    press(Qt.Key.Key_A, control=True)
    write("wording")
    press(Qt.Key.Key_Return, control=True)
    assert settings.get(CHECKLIST) == ["wording"]
    press(Qt.Key.Key_Home, Qt.Key.Key_R, Qt.Key.Key_Return)
    assert ruling(window).checks == (Check("wording", RIGHT), Check("words", RIGHT))
    press(Qt.Key.Key_V, Qt.Key.Key_E)
    press(Qt.Key.Key_A, control=True)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, control=True)
    assert settings.get(CHECKLIST) == CHECKLIST.default


def test_a_list_that_was_not_kept_is_told(window: MainWindow) -> None:
    press(Qt.Key.Key_V, Qt.Key.Key_E)
    press(Qt.Key.Key_A, control=True)
    write("wording")
    window.article_view.setFocus()
    assert window.messages.sentence.startswith("“wording” was not kept")


def test_a_link_is_kept_as_it_is_and_removed(window: MainWindow) -> None:
    press(Qt.Key.Key_V, Qt.Key.Key_L)
    write("harbour.example/speech")
    press(Qt.Key.Key_Return)
    assert ruling(window).evidence == (Evidence(EvidenceKind.LINK, "harbour.example/speech"),)
    assert window.desk.session.undo_label == "Undo evidence: harbour.example/speech"
    press(Qt.Key.Key_Delete)
    assert ruling(window).evidence == () and window.card.proof.editor.checks.points.hasFocus()
    assert window.desk.session.undo_label == "Undo no evidence: harbour.example/speech"


def test_a_file_is_hashed_in_the_background(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"minutes" * 1_000_000)
    first, second, *_ = (item.quote for item in window.desk.items)
    press(Qt.Key.Key_V, Qt.Key.Key_F)
    write(str(path))
    press(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_J)
    proof = window.desk.session
    qtbot.waitUntil(lambda: bool(proof.quote(first).ruling.evidence))
    hashed = hashlib.sha256(b"minutes" * 1_000_000).hexdigest()
    assert proof.quote(first).ruling.evidence == (Evidence(EvidenceKind.FILE, "minutes.pdf", "", hashed),)
    assert proof.undo_label == "Undo evidence: minutes.pdf"
    assert window.desk.quote == second and proof.quote(second).ruling.evidence == ()


def test_page_of_a_kept_file_is_changed_without_the_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"minutes")
    answers.paths = [path]
    press(Qt.Key.Key_V, Qt.Key.Key_F, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    write("page 3")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ruling(window).evidence))
    path.unlink()
    press(Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    write("page 4")
    press(Qt.Key.Key_Return)
    [kept] = ruling(window).evidence
    assert (kept.locator, kept.sha256) == ("page 4", hashlib.sha256(b"minutes").hexdigest())


@pytest.mark.parametrize(
    ("name", "sentence"), [("", "is a folder"), ("none.pdf", "is not there"), ("a\0b", "cannot be read")]
)
def test_what_is_no_file_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, sentence: str) -> None:
    press(Qt.Key.Key_V, Qt.Key.Key_F)
    window.card.proof.editor.evidence.form.place.setText(str(tmp_path / name))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sentence in window.messages.sentence)
    assert ruling(window).evidence == () and not window.card.proof._progress.isVisible()


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (Qt.Key.Key_L, "There is no link to keep"),
        (Qt.Key.Key_F, "There is no file named"),
        (Qt.Key.Key_P, "There are no words in this transcript"),
    ],
)
def test_a_form_without_words_stays_open_and_says_so(window: MainWindow, key: Qt.Key, sentence: str) -> None:
    press(Qt.Key.Key_V, key)
    press(Qt.Key.Key_Return, control=key == Qt.Key.Key_P)
    assert window.messages.sentence.startswith(sentence)
    assert window.card.proof.editor.evidence.form.isVisible() and ruling(window).evidence == ()


def test_a_transcript_shows_where_the_words_stand(window: MainWindow) -> None:
    press(Qt.Key.Key_V, Qt.Key.Key_P)
    QApplication.clipboard().setText("MAYOR: The bridge is quite safe. We tested it twice.\nThank you.")
    press(Qt.Key.Key_V, control=True)
    press(Qt.Key.Key_Return, control=True)
    press(Qt.Key.Key_Escape)
    [kept] = ruling(window).evidence
    assert kept.words.endswith("twice.\nThank you.")
    assert "In the transcript:" in window.card.said()


def test_the_row_and_the_field_that_have_the_keys_are_in_view(window: MainWindow, qtbot: QtBot) -> None:
    def in_view(part: QWidget) -> bool:
        return not part.visibleRegion().isEmpty() and part.visibleRegion().boundingRect().bottom() >= part.height() - 1

    window.resize(1100, 560)
    editor = window.card.proof.editor
    press(Qt.Key.Key_V, Qt.Key.Key_End)
    points = editor.checks.points
    last = points.visualItemRect(points.item(points.count() - 1))
    qtbot.waitUntil(lambda: points.viewport().visibleRegion().contains(last.center()))
    press(Qt.Key.Key_L)
    qtbot.waitUntil(lambda: in_view(editor.evidence.form.place))
    press(Qt.Key.Key_Escape, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: points.viewport().visibleRegion().contains(points.visualItemRect(points.item(0)).center()))


def test_a_long_transcript_is_searched_in_the_background(window: MainWindow, qtbot: QtBot) -> None:
    speech = "The gulls were asked at length. " * 5000 + "The bridge is safe, we tested it twice."
    window.desk.take(window.desk.session.proof.add_evidence(window.desk.quote, transcript(speech)))
    assert "Looking for the words of the quote in it …" in window.card.said()
    qtbot.waitUntil(lambda: "Word for word in it:" in window.card.said())
    assert "Looking for" not in window.card.said()
    press(Qt.Key.Key_J, Qt.Key.Key_K)
    assert "Word for word in it:" in window.card.said()
