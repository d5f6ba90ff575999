"""Accepting in bulk in the window: B opens, arrows choose, Enter accepts, Esc leaves, one undo takes it back."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quotereview.model import Detection, StandingQuote, Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.ui import accepting, theme
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE, BYPASS, GULLS, SAFE

SURE = (replace(SAFE, doubts=(), confidence=0.992), replace(GULLS, confidence=0.985))
BRIDGE = Read(ARTICLE, Detection(SURE, (), (), "ranker 1", "none"))


@pytest.fixture
def window(opened: Opening, session: Session) -> MainWindow:
    """A window on two sure quotes and two of which the table knows nothing."""
    session.keep(BRIDGE)
    session.keep(BYPASS)
    return opened(session)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, quotes are compared in one go."""
    monkeypatch.setattr(accepting, "SLICE", 60.0)


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)


def bridge(window: MainWindow) -> tuple[StandingQuote, ...]:
    return window.desk.session.quotes(ARTICLE.id)


def test_b_opens_on_the_surest_row_and_the_arrows_offer_more(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B)
    assert window.bulk.isVisible()
    assert window.bulk.scale.hasFocus()
    assert "1 quote would be confirmed" in window.bulk.said()
    press(window, qtbot, Qt.Key.Key_Left)
    assert "2 quotes would be confirmed" in window.bulk.said()
    assert "Ilse Tamm" in window.bulk.said()
    assert not any(quote.decided for quote in bridge(window))


def test_a_long_comparison_leaves_the_keys_free_and_nothing_is_accepted_before_it_ends(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accepting, "SLICE", -1.0)
    press(window, qtbot, Qt.Key.Key_B)
    assert "Comparing with other articles …" in window.bulk.said()
    press(window, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert window.bulk.isVisible()
    qtbot.waitUntil(lambda: "2 quotes would be confirmed" in window.bulk.said())
    assert not any(quote.decided for quote in bridge(window))


def test_a_long_comparison_ends_with_the_panel(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accepting, "SLICE", -1.0)
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Escape)
    assert not window.accepting.pause.isActive()
    assert not window.bulk.isVisible()


def test_enter_accepts_as_unread_and_the_focus_stays(window: MainWindow, qtbot: QtBot) -> None:
    place = window.desk.quote
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert [(quote.verdict, quote.unread) for quote in bridge(window)] == [(Verdict.CONFIRMED, True)] * 2
    assert (window.bulk.isVisible(), window.desk.quote) == (False, place)
    assert window.article_view.hasFocus()
    assert window.messages.sentence.startswith("2 accepted unread.")
    assert f"{theme.UNREAD.glyph} {theme.UNREAD.word}" in window.card.said()
    assert window.status.said().startswith("2 of 4 decided · 2 unread")
    assert window.actions_table["undo"].text() == "Undo accept 2 unread"


def test_one_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Return)
    qtbot.keyClick(window.article_view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(quote.decided for quote in bridge(window))


def test_enter_reads_an_unread_quote_and_goes_on_to_the_next_when_none_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Return)
    window.articles.queue.filter_written.emit("verdict:unread")
    assert window.desk.go_on()
    first, second = (quote.id for quote in bridge(window))
    window.desk.focus(ARTICLE.id, first)
    press(window, qtbot, Qt.Key.Key_Return)
    assert [quote.unread for quote in bridge(window)] == [False, True]
    assert window.desk.quote == second
    press(window, qtbot, Qt.Key.Key_Return)
    assert [(quote.verdict, quote.unread) for quote in bridge(window)] == [(Verdict.CONFIRMED, False)] * 2


def test_esc_leaves_and_nothing_is_accepted(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Escape)
    assert not window.bulk.isVisible()
    assert window.article_view.hasFocus()
    assert not any(quote.decided for quote in bridge(window))


def test_it_closes_when_something_else_takes_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Tab)
    assert window.bulk.accept.hasFocus()
    window.articles.queue.field.setFocus()
    assert not window.bulk.isVisible()


def test_it_opens_again_on_the_row_that_was_chosen_last(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_B)
    assert "2 quotes would be confirmed" in window.bulk.said()


def test_what_is_offered_follows_what_changes_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left)
    window.desk.take(window.desk.session.set_note(bridge(window)[0].id, "call back"))
    assert "1 quote would be confirmed" in window.bulk.said()
    assert "1 quote of this confidence left out" in window.bulk.said()


def test_a_sheet_of_what_is_verified_leaves_them_out(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Return)
    window.desk.take(window.desk.session.confirm(bridge(window)[1].id))
    answers.paths = [tmp_path / "verified.csv"]
    window.actions_table["export_verified"].trigger()
    with qtbot.waitSignal(window.exporting.written):
        window.exporting.panel.wanted.emit()
    written = csv.DictReader(answers.paths[0].read_text(encoding="utf-8-sig").splitlines())
    assert [(row["Quote"], row["Verdict"]) for row in written] == [("“Ask the gulls.”", "confirmed")]


def test_what_the_filter_hides_is_not_offered(window: MainWindow, qtbot: QtBot) -> None:
    window.articles.queue.filter_written.emit("speaker:Otto")
    press(window, qtbot, Qt.Key.Key_B, Qt.Key.Key_Left)
    assert "1 quote would be confirmed" in window.bulk.said()
    assert "Ilse Tamm" not in window.bulk.said()
