"""All of a store goes to another editor and comes back with what was ruled there, while the window can be used."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review import importing
from quotereview.review.importing import TakenIn
from quotereview.review.session import Session
from quotereview.store import Merged, check, copy, open_store
from quotereview.ui.exchanging import told
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.pressing import press, verdicts
from tests.ui.story import BRIDGE, BYPASS

Key = Qt.Key
ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


def keys(keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget(), keys)


def wait_until_told(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.messages.sentence.translate(ISOLATES))


def ruled_by_mara(copied: Path) -> Path:
    """A copy of a store in which Mara rejected the first quote."""
    with open_store(copied, create=False) as store:
        session = Session(store, "Mara Voss")
        session.reject(session.quotes(BRIDGE.article.id)[0].id)
    return copied


@pytest.fixture
def friday(window: MainWindow, tmp_path: Path) -> Path:
    """Mara's copy of the window's store."""
    copy(window.desk.session.store_path, tmp_path / "friday.qrev")
    return ruled_by_mara(tmp_path / "friday.qrev")


@pytest.fixture
def pause(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Until it is set, nothing is taken in."""
    made, take_in = Event(), importing.take_in_apart

    def waiting(store: Path, given: Path) -> Iterator[TakenIn]:
        made.wait()
        yield from take_in(store, given)

    monkeypatch.setattr(importing, "take_in_apart", waiting)
    yield made
    made.set()


def test_a_store_is_handed_on_and_comes_back_with_what_was_ruled(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "copy.qrev"]
    keys("Ctrl+Shift+S")
    wait_until_told(window, qtbot, f"All of the store is written: {answers.paths[0]}")
    ruled_by_mara(answers.paths[0])
    keys("Ctrl+M")
    wait_until_told(window, qtbot, "1 ruling came from copy.qrev.")
    assert verdicts(window)[0] is Verdict.NOT_A_QUOTE
    assert window.status.said().startswith("1 of 4 decided") and "Mara Voss ruled on this quote" in window.status.said()
    assert list(check(window.desk.session.store_path)) == []


def test_a_whole_sheet_does_as_well(window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.paths = [tmp_path / "copy.json"]
    keys("Ctrl+Shift+S")
    wait_until_told(window, qtbot, "All of the store is written")
    keys("Ctrl+M")
    wait_until_told(window, qtbot, "copy.json holds nothing that is not here already.")


def test_an_empty_store_shows_what_came(
    empty_window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_store(tmp_path / "given.qrev") as store:
        Session(store, "Mara Voss").keep(BYPASS)
    answers.paths = [tmp_path / "given.qrev"]
    empty_window.actions_table["take_in"].trigger()
    wait_until_told(empty_window, qtbot, "1 article, 2 quotes and 1 ruling came from given.qrev.")
    assert empty_window.desk.article == BYPASS.article.id
    assert empty_window.centre.currentWidget() is empty_window.article_view


def test_meanwhile_one_reads_on_and_a_ruling_is_refused(
    window: MainWindow, answers: Answers, friday: Path, pause: Event, qtbot: QtBot
) -> None:
    answers.paths = [friday]
    keys("Ctrl+M")
    first = window.desk.quote
    press(window, Key.Key_J)
    assert window.desk.quote != first
    press(window, Key.Key_X)
    assert "is being taken in, and nothing else is kept" in window.messages.sentence
    keys("Ctrl+Shift+S")
    assert window.messages.sentence.startswith("A store is still being written, or taken in")
    pause.set()
    wait_until_told(window, qtbot, "1 ruling came from friday.qrev.")
    press(window, Key.Key_X)
    assert verdicts(window)[:2] == [Verdict.NOT_A_QUOTE] * 2


def test_what_is_no_store_is_told_and_one_goes_on_ruling(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "notes.qrev"]
    answers.paths[0].write_bytes(b"no store at all" * 99)
    keys("Ctrl+M")
    wait_until_told(window, qtbot, "Nothing was changed.")
    press(window, Key.Key_X)
    assert verdicts(window)[0] is Verdict.NOT_A_QUOTE


def test_a_store_that_is_there_is_not_written_over(
    window: MainWindow, answers: Answers, friday: Path, qtbot: QtBot
) -> None:
    answers.paths, before = [friday], friday.read_bytes()
    keys("Ctrl+Shift+S")
    wait_until_told(window, qtbot, "is there already: name a new file.")
    assert friday.read_bytes() == before


def test_another_ending_is_told_and_nothing_is_written(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "friday.xlsx"]
    keys("Ctrl+Shift+S")
    wait_until_told(window, qtbot, "“friday.xlsx” says by its ending neither")
    assert not answers.paths[0].exists()


def test_who_answers_no_question_changes_nothing(window: MainWindow) -> None:
    keys("Ctrl+Shift+S")
    keys("Ctrl+M")
    press(window, Key.Key_X)
    assert verdicts(window)[0] is Verdict.NOT_A_QUOTE


@pytest.mark.parametrize(
    ("came", "sentence"),
    [
        (Merged(0, 0, 0), "friday.qrev holds nothing that is not here already."),
        (Merged(0, 0, 2), "2 rulings came from friday.qrev."),
        (Merged(1, 2, 1_500), "1 article, 2 quotes and 1,500 rulings came from friday.qrev."),
    ],
)
def test_only_what_came_is_counted(came: Merged, sentence: str) -> None:
    assert told(TakenIn(came, ()), "friday.qrev").translate(ISOLATES) == sentence


def test_rulings_on_matches_that_hold_no_more_are_told_and_counted() -> None:
    came = TakenIn(Merged(0, 0, 3), (), ("One is left", "Two is left", "Three is left"))
    assert told(came, "a.qrev").endswith("One is left. So it is with 2 more rulings on matches.")


def test_articles_that_were_removed_here_are_named_once() -> None:
    removed = ("“One” was removed by Ana", "“Two” was removed by Ana", "“Three” was removed by Ana")
    assert told(TakenIn(Merged(0, 0, 1), removed), "a.qrev").endswith(
        "“One” was removed by Ana. So were 2 more articles."
    )
