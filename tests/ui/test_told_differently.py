"""From one quote that outlets tell differently to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.ui import told_differently
from quotereview.ui.told_differently import NONE_AHEAD
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import read

SAME = "The sprinklers were off when we came in"
HERE = read("here.txt", f"Fire\n\n“Nobody was hurt at all,” Ana said.\n\n“{SAME},” Ana said.\n", "Here")
THERE = read("there.txt", f"Blaze\n\n“{SAME},” Jon said.\n\n“It is late now,” Jon said.\n", "There")


@pytest.fixture
def told_twice(opened: Opening, session: Session) -> MainWindow:
    """A window on two articles of which one quote is the same, given to two people."""
    for article, speaker in ((HERE, "Ana Voss"), (THERE, "Jon Ardal")):
        session.keep(article)
        for quote in session.quotes(article.article.id):
            session.set_speaker(quote.id, speaker)
    window = opened(session)
    window.desk.focus(HERE.article.id, session.quotes(HERE.article.id)[0].id)
    return window


def go(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)


def where(window: MainWindow) -> tuple[str, bool]:
    """The article, and whether the quote in focus is the one that both have."""
    standing = window.desk.standing()
    return window.desk.article, standing is not None and standing.ruling.passages[0].words.startswith(SAME)


@pytest.mark.parametrize("slice", [told_differently.SLICE, 0.0])
def test_a_key_goes_round_the_quotes_that_are_told_differently(
    told_twice: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, slice: float
) -> None:
    monkeypatch.setattr(told_differently, "SLICE", slice)
    for article in (HERE, THERE, HERE):
        go(told_twice)
        qtbot.waitUntil(lambda article=article: where(told_twice) == (article.article.id, True))


def test_another_key_ends_the_search(told_twice: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told_twice.desk.focus(THERE.article.id, told_twice.desk.session.quotes(THERE.article.id)[0].id)
    monkeypatch.setattr(told_differently, "SLICE", 0.0)
    go(told_twice)
    assert told_twice.told_differently.pause.isActive()
    told_twice.desk.step(1)
    assert not told_twice.told_differently.pause.isActive()


def test_where_nothing_is_told_differently_it_says_so(window: MainWindow, qtbot: QtBot) -> None:
    at = window.desk.quote
    go(window)
    qtbot.waitUntil(lambda: window.article_view.said() == NONE_AHEAD)
    assert window.desk.quote == at
