"""The history in the window: I opens and closes it, arrows walk through the steps, R brings back what was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.model import Verdict
from quotereview.review.timeline import Place
from quotereview.ui import listing
from quotereview.ui.controls import ActionButton
from quotereview.ui.history_panel import Told
from quotereview.ui.window import MainWindow

Key = Qt.Key


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """A window in which the quote in focus was confirmed, then said to be somebody else's; its history is open."""
    session, quote = window.desk.session, window.desk.quote
    window.desk.take(session.confirm(quote))
    window.desk.take(session.set_speaker(quote, "Mara Voss"))
    press(Key.Key_I)
    return window


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def titles(window: MainWindow) -> list[str]:
    return [
        step.row.title.replace("\u2068", "").replace("\u2069", "")
        for step in window.stage.looking_back.panel.rows.things
    ]


def said(window: MainWindow) -> list[str]:
    return window.stage.looking_back.panel.full.said().replace("\u2068", "").replace("\u2069", "").splitlines()


def speaker(window: MainWindow) -> str | None:
    standing = window.desk.standing()
    return standing.ruling.speaker.name if standing and standing.ruling.speaker else None


def test_the_steps_of_the_quote_and_then_of_the_article_are_told(window: MainWindow) -> None:
    assert window.stage.looking_back.open and window.stage.looking_back.panel.rows.hasFocus()
    assert titles(window) == [
        "speaker: Mara Voss",
        "confirm “The bridge is safe,”",
        "proposed",
        "article · load “Harbour bridge closed”",
    ]
    assert window.stage.looking_back.panel.rows.at == 0
    row = window.stage.looking_back.panel.rows.things[0].row
    assert row.beside.startswith("stands · ") and row.beside.endswith(" today")
    assert "Ana Brüll" in row.below and "verdict: " in row.below


def test_arrows_show_each_step_in_full_with_all_values_as_they_were(window: MainWindow) -> None:
    assert said(window)[0] == "speaker: Mara Voss (stands)"
    press(Key.Key_Down)
    lines = said(window)
    assert lines[0] == "confirm “The bridge is safe,”"
    assert lines[1].startswith("by Ana Brüll, ") and ", with quotereview " in lines[1]
    assert lines[2] == "verdict: open → confirmed"
    then = lines[lines.index("As it was then") + 1 :]
    assert then[:2] == ["verdict: confirmed", "speaker: Ilse Tamm"]
    assert window.desk.session.quote(window.desk.quote).verdict is Verdict.CORRECTED


def test_r_brings_back_a_state_and_undo_takes_that_back(window: MainWindow) -> None:
    press(Key.Key_Down, Key.Key_R)
    assert speaker(window) == "Ilse Tamm"
    assert window.stage.looking_back.open and window.stage.looking_back.panel.rows.at == 0
    assert titles(window)[0] == "bring back “The bridge is safe,”"
    assert window.messages.sentence.endswith("today stands again. Ctrl+Z takes that back.")
    QTest.keyClick(window.stage.looking_back.panel.rows, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert speaker(window) == "Mara Voss"
    assert window.stage.looking_back.open and titles(window)[0] == "Undo bring back “The bridge is safe,”"


def test_what_stands_is_not_brought_back(window: MainWindow) -> None:
    press(Key.Key_R)
    assert window.messages.sentence == "This is what stands already."
    assert len(titles(window)) == 4


def test_what_was_ruled_of_an_article_is_not_brought_back_here(window: MainWindow) -> None:
    press(Key.Key_End, Key.Key_R)
    assert "of an article, undo takes back" in window.messages.sentence


@pytest.mark.parametrize("key", [Key.Key_I, Key.Key_Escape])
def test_it_is_left_by_the_key_that_opened_it_or_esc(window: MainWindow, key: Key) -> None:
    press(key)
    assert not window.stage.looking_back.open and window.article_view.hasFocus()
    assert window.article_view.selection() is None


def test_the_step_in_full_can_be_scrolled_by_keys_and_its_letters_are_its_own(window: MainWindow) -> None:
    QTest.keyClick(window.stage.looking_back.panel.rows, Key.Key_Down)
    QTest.keyClick(window.stage.looking_back.panel.rows, Key.Key_Tab)
    assert window.stage.looking_back.panel.full.hasFocus()
    at = window.desk.quote
    press(Key.Key_Down, Key.Key_X)
    assert window.desk.quote == at and window.stage.looking_back.panel.rows.at == 1
    press(Key.Key_R)
    assert speaker(window) == "Ilse Tamm"
    press(Key.Key_Escape)
    assert not window.stage.looking_back.open


def test_another_quote_closes_it_and_another_part_that_takes_the_keys_does(window: MainWindow) -> None:
    quotes = [quote.id for quote in window.desk.session.quotes(window.desk.article)]
    window.desk.focus_quote(quotes[1])
    assert not window.stage.looking_back.open
    window.article_view.setFocus()
    press(Key.Key_I)
    assert titles(window)[0] == "proposed"
    window.search.begin()
    assert not window.stage.looking_back.open


def test_it_follows_what_is_ruled_elsewhere_and_stays_at_its_step(window: MainWindow) -> None:
    press(Key.Key_Down)
    chosen = said(window)[0]
    window.desk.take(window.desk.session.set_note(window.desk.quote, "call back"))
    assert titles(window)[0] == "note: “call back”"
    assert said(window)[0] == chosen


def test_an_article_without_a_quote_in_focus_tells_of_itself(window: MainWindow) -> None:
    press(Key.Key_I)
    window.desk.focus(window.desk.article, "")
    press(Key.Key_I)
    assert titles(window) == ["article · load “Harbour bridge closed”"]


def test_a_time_is_told_from_today() -> None:
    now = datetime(2026, 3, 4, 12, 0, tzinfo=UTC).astimezone()
    assert listing.moment(now - timedelta(minutes=18), now) == f"{now - timedelta(minutes=18):%H:%M} today"
    assert listing.moment(now - timedelta(days=1), now).endswith(" yesterday")
    assert listing.moment(now - timedelta(days=9), now).endswith(" on 23 Feb 2026")


def test_rulings_made_side_by_side_say_so(window: MainWindow) -> None:
    session, quote = window.desk.session, window.desk.quote
    _, confirmed, proposed = (step.entry for step in window.stage.looking_back.panel.rows.things[:3])
    row = Told(replace(confirmed, beside=("Ben Ode",), place=Place.BESIDE), confirmed.at).row
    assert row.beside.startswith("on another branch · ")
    assert row.below.replace("\u2068", "").replace("\u2069", "").startswith("Ana Brüll · side by side with Ben Ode · ")
    assert session.timeline.of_quote(quote)[-1] == proposed


def test_what_can_be_done_to_the_quote_is_dimmed_as_long_as_the_keys_are_the_panels(window: MainWindow) -> None:
    verbs = window.review_pane.findChildren(ActionButton)
    assert not any(verb.isEnabled() for verb in verbs if verb.accessibleName().startswith("Confirm"))
    window.stage.looking_back.leave()
    assert any(verb.isEnabled() for verb in verbs if verb.accessibleName().startswith("Confirm"))
