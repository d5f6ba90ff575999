"""Two windows at one store: each shows what the other does, and disturbs nobody in it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.errors import NotPossible, StoreFault
from quotereview.model import Verdict
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.pressing import press, verdicts
from tests.ui.story import read

Key = Qt.Key
LONG = read(
    "long.txt",
    "Of fog\n\n" + "".join(f"Fog lay upon the bay on day {day}.\n\n“Fog {day},” he said.\n\n" for day in range(80)),
)
PATIENCE = 5_000
MEANWHILE = "Ben Ode ruled on this quote meanwhile: look, then press again."


@pytest.fixture
def other(filled: Session) -> Iterator[Session]:
    """Somebody else's session at the same store."""
    with open_store(filled.store_path) as store:
        yield Session(store, "Ben Ode")


def seen(window: MainWindow) -> str:
    return window.status.said()


def wait(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=PATIENCE)


def test_each_of_two_windows_shows_what_the_other_does(
    window: MainWindow, opened: Opening, other: Session, qtbot: QtBot
) -> None:
    second = opened(other)
    press(second, Key.Key_X, on=second.article_view)
    wait(qtbot, lambda: verdicts(window)[0] is Verdict.NOT_A_QUOTE)
    assert "Ben Ode ruled on this quote" in seen(window)
    assert "1 of 4 decided" in seen(window)
    assert "no quote by Ben Ode" in window.card.said()
    assert "Ben" not in seen(second)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    press(window, Key.Key_J)
    assert "Ben Ode ruled on 1 quote" in seen(window) and "this quote" not in seen(window)
    press(window, Key.Key_Return)
    wait(qtbot, lambda: verdicts(second)[1] is Verdict.CONFIRMED)
    assert "Ana Brüll ruled on this quote" in seen(second)


def test_two_rulings_made_at_once_are_told_in_both_windows(
    window: MainWindow, opened: Opening, other: Session, qtbot: QtBot
) -> None:
    second = opened(other)
    quote = window.desk.quote
    window.desk.confirm()
    second.desk.reject()
    assert len(other.history(quote)) == 2
    for one in (window, second):
        one.desk.focus_quote(quote)
        wait(qtbot, lambda one=one: "ruled differently" in one.card.said())
        assert "by Ben Ode" in one.card.said() and "by Ana Brüll" in one.card.said()


def test_what_is_written_and_open_stays(window: MainWindow, other: Session, qtbot: QtBot) -> None:
    press(window, Key.Key_S, on=window.article_view)
    field = window.card.speaker_editor.field
    QTest.keyClicks(field, "Nora L")
    other.set_note(window.desk.quote, "call back")
    other.describe([window.desk.article], outlet="Sund Post")
    wait(qtbot, lambda: "call back" in window.card.said())
    assert field.text() == "Nora L" and field.hasFocus()
    press(window, Key.Key_Return, on=field)
    assert window.messages.sentence == MEANWHILE
    assert field.text() == "Nora L" and field.hasFocus()
    press(window, Key.Key_Return, on=field)
    standing = window.desk.standing()
    assert standing and standing.ruling.speaker and standing.ruling.speaker.name == "Nora L"
    assert standing.ruling.note == "call back"


def test_a_key_that_follows_anothers_ruling_at_once_rules_at_the_second_press(
    window: MainWindow, other: Session
) -> None:
    quote = window.desk.quote
    other.reject(quote)
    window.desk.look_again()
    press(window, Key.Key_D, on=window.article_view)
    assert (window.messages.sentence, window.desk.quote) == (MEANWHILE, quote)
    assert verdicts(window)[0] is Verdict.NOT_A_QUOTE
    press(window, Key.Key_D)
    assert verdicts(window)[0] is Verdict.DISPUTED and window.messages.sentence == ""


def test_who_comes_to_a_quote_has_seen_what_others_ruled(window: MainWindow, other: Session) -> None:
    other.reject(window.desk.quote)
    other.reject(window.desk.items[1].quote)
    window.desk.look_again()
    press(window, Key.Key_J, Key.Key_D, on=window.article_view)
    press(window, Key.Key_K, Key.Key_K, Key.Key_D, on=window.article_view)
    assert verdicts(window)[:2] == [Verdict.DISPUTED, Verdict.DISPUTED]
    assert window.messages.sentence == ""


def test_undo_is_no_ruling_on_the_quote_in_focus(window: MainWindow, other: Session) -> None:
    press(window, Key.Key_Return, on=window.article_view)
    other.reject(window.desk.quote)
    window.desk.look_again()
    window.desk.undo()
    assert verdicts(window)[:2] == [Verdict.OPEN, Verdict.NOT_A_QUOTE]


def test_no_state_is_brought_back_over_a_ruling_that_was_not_seen(window: MainWindow, other: Session) -> None:
    press(window, Key.Key_I)
    other.reject(window.desk.quote)
    window.desk.look_again()
    _, proposed, *_ = window.stage.looking_back.panel.rows.things
    with pytest.raises(NotPossible, match=MEANWHILE):
        window.stage.looking_back.bring_back(proposed)
    window.stage.looking_back.bring_back(proposed)
    assert verdicts(window)[0] is Verdict.OPEN


def test_the_words_that_are_shaped_stay_so_while_others_rule_on_other_quotes(
    window: MainWindow, other: Session, qtbot: QtBot
) -> None:
    press(window, Key.Key_E, on=window.article_view)
    press(window, Key.Key_Left)
    quote, next_one = window.desk.items[0].quote, window.desk.items[1].quote
    assert window.span_editor.shaping and window.span_editor.shaping.changed
    other.reject(next_one)
    wait(qtbot, lambda: verdicts(window)[1] is Verdict.NOT_A_QUOTE)
    assert window.span_editor.shaping and window.span_editor.shaping.changed
    other.reject(quote)
    wait(qtbot, lambda: window.span_editor.shaping is None)


def test_the_place_that_is_read_stays(opened: Opening, session: Session, qtbot: QtBot) -> None:
    session.keep(LONG)
    window = opened(session)
    window.article_view.setFocus()
    press(window, Key.Key_PageDown, Key.Key_PageDown)
    bar = window.article_view.focusProxy().verticalScrollBar()
    at, quote = bar.value(), window.desk.quote
    assert at > 0
    with open_store(session.store_path) as store:
        other = Session(store, "Ben Ode")
        other.describe([LONG.article.id], outlet="Sund Post")
        other.reject(quote)
        other.keep(read("more.txt", "More\n\n“More,” she said.\n"))
    wait(qtbot, lambda: len(window.desk.items) == 81)
    assert (bar.value(), window.desk.quote) == (at, quote)


def test_what_the_foot_says_of_a_key_stays(window: MainWindow, other: Session, qtbot: QtBot) -> None:
    press(window, Key.Key_K, on=window.article_view)
    said = window.article_view.said()
    assert said.startswith("No quote comes before")
    other.reject(window.desk.items[1].quote)
    wait(qtbot, lambda: "Ben Ode" in seen(window))
    assert window.article_view.said() == said


def test_the_first_article_of_an_empty_store_opens(empty_window: MainWindow, qtbot: QtBot) -> None:
    with open_store(empty_window.desk.session.store_path) as store:
        Session(store, "Ben Ode").keep(LONG)
    wait(qtbot, lambda: empty_window.desk.article == LONG.article.id)
    assert empty_window.article_view.isVisible()


def test_an_article_that_another_window_removes_gives_way(window: MainWindow, other: Session, qtbot: QtBot) -> None:
    removed = window.desk.article
    other.remove([removed])
    wait(qtbot, lambda: window.desk.article != removed)
    assert window.desk.quote


def test_a_store_that_cannot_be_read_is_told_once_and_looked_at_when_one_comes_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    looks: list[str] = []

    def fail() -> None:
        looks.append("look")
        raise StoreFault("The disk is gone.")

    monkeypatch.setattr(window.desk, "look_again", fail)
    wait(qtbot, lambda: bool(looks))
    assert "The disk is gone." in window.messages.sentence
    window.messages.dismiss()
    QTest.qWait(1000)
    assert looks == ["look"]
    window.watching.look()
    assert window.messages.sentence


def test_a_closed_window_looks_no_more(window: MainWindow, other: Session, qtbot: QtBot) -> None:
    window.close()
    with qtbot.assertNotEmitted(window.desk.others_acted, wait=1000):
        other.reject(other.outline()[0].id)
