"""What is upon much is done in the background: the window can be used, and nothing that was ruled is lost."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quotereview.errors import StoreFault
from quotereview.model import Verdict
from quotereview.review import apart
from quotereview.review.apart import Deed
from quotereview.review.change import Change
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.jobs import Job
from quotereview.ui.window import MainWindow
from tests.ui.pressing import press, verdicts

Key = Qt.Key


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is upon much."""
    monkeypatch.setattr(apart, "AT_ONCE", 0)


@pytest.fixture
def pause() -> Iterator[Event]:
    """Until it is set, what is done apart does not begin."""
    made = Event()
    yield made
    made.set()


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.session.apart.under_way)


def rejecting(window: MainWindow, pause: Event) -> Deed:
    """A deed that rejects the quote in focus, once it may."""
    quote = window.desk.quote

    def verb(session: Session) -> Change:
        pause.wait()
        return session.reject(quote)

    return Deed(verb, 1)


def begin(window: MainWindow, pause: Event) -> None:
    window.desk.do(rejecting(window, pause), "rejecting 1 quote", window.desk.take)


def test_undo_and_redo_go_where_it_was_and_tell_of_it(window: MainWindow, much: None, qtbot: QtBot) -> None:
    quote = window.desk.quote
    press(window, Key.Key_X, on=window.article_view)
    window.actions_table["undo"].trigger()
    assert window.article_view.said().startswith("Undoing “no quote:")
    wait(window, qtbot)
    assert window.desk.standing().verdict is Verdict.OPEN and window.desk.quote == quote
    assert window.article_view.said().startswith("Undone: no quote:")
    window.actions_table["redo"].trigger()
    wait(window, qtbot)
    assert verdicts(window)[0] is Verdict.NOT_A_QUOTE
    assert "elsewhere" not in window.status.said()


def test_meanwhile_one_goes_on_reading_and_a_ruling_is_refused_and_told(
    window: MainWindow, much: None, pause: Event, qtbot: QtBot
) -> None:
    begin(window, pause)
    press(window, Key.Key_J, on=window.article_view)
    after = window.desk.quote
    press(window, Key.Key_Return)
    assert window.messages.sentence == (
        "Wait a moment: rejecting 1 quote is under way, and nothing else is kept until it is done."
    )
    assert window.desk.quote == after
    window.desk.look_again()
    pause.set()
    wait(window, qtbot)
    press(window, Key.Key_Return)
    assert verdicts(window)[:2] == [Verdict.NOT_A_QUOTE, Verdict.CONFIRMED]
    assert "elsewhere" not in window.status.said()


def test_a_fault_is_told_and_all_stays_as_it_was(window: MainWindow, much: None, qtbot: QtBot) -> None:
    def fails(session: Session) -> Change:
        raise StoreFault("The disk is full.")

    qtbot.waitUntil(lambda: not window.desk.session.crosscheck.waiting() and not window.comparing.running)
    window.desk.do(Deed(fails, 1), "rejecting 1 quote", window.desk.take)
    wait(window, qtbot)
    assert window.messages.sentence == "The disk is full. Nothing was changed."
    press(window, Key.Key_Return, on=window.article_view)
    assert verdicts(window)[0] is Verdict.CONFIRMED


def test_one_rules_on_also_where_what_was_done_cannot_be_read(
    window: MainWindow, much: None, pause: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> Change:
        raise StoreFault("Another program writes.")

    qtbot.waitUntil(lambda: not window.desk.session.crosscheck.waiting() and not window.comparing.running)
    quote = window.desk.quote
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(window.desk.session.apart, "take_in", fails)
        begin(window, pause)
        pause.set()
        wait(window, qtbot)
    assert window.messages.sentence == "This was done, but is not shown yet: Another program writes."
    window.watching.look()
    assert window.desk.session.quote(quote).verdict is Verdict.NOT_A_QUOTE
    window.desk.step(1)
    window.desk.dispute()
    assert Verdict.DISPUTED in verdicts(window)


def test_what_is_begun_is_done_even_when_the_window_closes(window: MainWindow, much: None, pause: Event) -> None:
    quote, path = window.desk.quote, window.desk.session.store_path
    begin(window, pause)
    pause.set()
    window.close()
    with open_store(path) as store:
        assert Session(store, "Ben Ode").quote(quote).verdict is Verdict.NOT_A_QUOTE


def test_undo_waits_for_no_article_that_is_read(window: MainWindow, much: None, pause: Event, qtbot: QtBot) -> None:
    def reads() -> Iterator[None]:
        pause.wait()
        yield None

    press(window, Key.Key_X, on=window.article_view)
    window.jobs.run(Job(reads(), lambda _: None, lambda _: None))
    window.actions_table["undo"].trigger()
    wait(window, qtbot)
    assert verdicts(window)[0] is Verdict.OPEN
