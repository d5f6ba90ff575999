"""A batch in the window: it can be stopped by key at any moment, and what was refused is read and copied by key."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Detection, Span, Stretch
from quotereview.review.change import Change
from quotereview.review.ingest import Read, read_and_detect
from quotereview.review.session import Session
from quotereview.store import check
from quotereview.ui.window import MainWindow
from tests.reading.mixed import Mixed, mixed_zip
from tests.ui.conftest import Opening
from tests.ui.story import MarksOnly

Key = Qt.Key


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    return mixed_zip(tmp_path_factory.mktemp("mixed") / "day.zip", 16, 6)


def read_all(window: MainWindow, mixed: Mixed, qtbot: QtBot) -> None:
    window.shelf.take_in([mixed.path])
    qtbot.waitUntil(lambda: not window.intake.reading, timeout=20_000)


def press(key: Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def shown(window: MainWindow) -> str:
    return window.stage.refusals.panel.said().replace("\u2068", "").replace("\u2069", "")


def test_the_refused_are_listed_with_their_reasons_and_copied_by_key(
    empty_window: MainWindow, mixed: Mixed, qtbot: QtBot
) -> None:
    read_all(empty_window, mixed, qtbot)
    assert empty_window.status.said().endswith("16 read, 6 refused")
    assert empty_window.status.refused.text() == "Show  Shift+R"
    QTest.keyClick(empty_window, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    panel = empty_window.stage.refusals.panel
    assert panel.rows.hasFocus()
    assert shown(empty_window).startswith("6 files were refused.")
    assert {Path(one.path).name for one in panel.rows.things} >= {"bad-00.docx", "bad-04.json"}
    assert all(one.why in shown(empty_window) for one in panel.rows.things)
    press(Key.Key_Down)
    press(Key.Key_C)
    second = panel.rows.things[1]
    assert QGuiApplication.clipboard().text() == f"{second.path}\t{second.why}"
    QTest.keyClick(panel.rows, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{Path(second.path).name}, {second.why}"
    press(Key.Key_A)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 6
    assert empty_window.messages.sentence == "6 reasons are copied, a line each."
    press(Key.Key_Escape)
    assert empty_window.article_view.isAncestorOf(QApplication.focusWidget())


def test_what_was_refused_stays_to_be_read_after_another_batch(
    empty_window: MainWindow, mixed: Mixed, tmp_path: Path, qtbot: QtBot
) -> None:
    read_all(empty_window, mixed, qtbot)
    good = tmp_path / "good.txt"
    good.write_text("“Yes,” he said.\n")
    empty_window.shelf.take_in([good])
    qtbot.waitUntil(lambda: not empty_window.intake.reading)
    assert empty_window.status.refused.isHidden()
    empty_window.actions_table["refused"].trigger()
    assert len(empty_window.stage.refusals.panel.rows.things) == 6


def test_where_nothing_could_be_read_the_list_stands_in_place_of_the_start(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    empty_window.shelf.take_in([empty])
    qtbot.waitUntil(lambda: not empty_window.intake.reading)
    empty_window.status.refused.click()
    assert "is empty" in shown(empty_window)
    assert empty_window.review_pane.isHidden() and empty_window.crosscheck.isHidden()
    press(Key.Key_Escape)
    assert empty_window.centre.currentWidget() is empty_window.start
    assert empty_window.review_pane.isHidden() and empty_window.crosscheck.isHidden()


def test_where_nothing_was_refused_it_says_so(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert window.messages.sentence == "Nothing was refused: all that was loaded could be read."


@pytest.mark.parametrize("kept", [1, 2, 5, 9, 15])
def test_stopped_by_key_after_any_article_it_leaves_whole_ones(
    empty_window: MainWindow, mixed: Mixed, kept: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = empty_window, empty_window.desk.session
    keep = session.keep

    def keeps(read: Read) -> Change:
        change = keep(read)
        if len(session.articles()) == kept:
            QTest.keyClick(window, Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        return change

    monkeypatch.setattr(session, "keep", keeps)
    read_all(window, mixed, qtbot)
    assert "Stopped: " in window.status.said()
    assert whole(session, mixed) == kept


def test_what_was_stopped_is_gone_on_with_by_loading_it_again(
    empty_window: MainWindow, mixed: Mixed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    test_stopped_by_key_after_any_article_it_leaves_whole_ones(empty_window, mixed, 5, qtbot, monkeypatch)
    monkeypatch.undo()
    read_all(empty_window, mixed, qtbot)
    assert empty_window.status.said().endswith("11 read, 5 there already, 6 refused")
    assert whole(empty_window.desk.session, mixed) == 16


class Halting(MarksOnly):
    """A detector that stands still in the third article until it may go on."""

    def __init__(self) -> None:
        self.there, self.go_on, self._met = Event(), Event(), 0

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        self._met += 1
        if self._met == 3:
            self.there.set()
            self.go_on.wait(10)
        return super().detect(text, added, replaced, outlet, zones)


@pytest.mark.parametrize("closed", [False, True])
def test_stopped_or_closed_within_an_article_it_leaves_that_one_out(
    opened: Opening, session: Session, mixed: Mixed, closed: bool, qtbot: QtBot
) -> None:
    halting = Halting()
    window = opened(session, files=[mixed.path], detector=lambda: halting)
    qtbot.waitUntil(lambda: len(session.articles()) == 2)
    halting.there.wait(10)
    if closed:
        halting.go_on.set()
        window.close()
    else:
        QTest.keyClick(window, Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        halting.go_on.set()
        qtbot.waitUntil(lambda: not window.intake.reading)
    assert whole(session, mixed) == 2


def whole(session: Session, mixed: Mixed) -> int:
    """How many articles there are, all of them whole, in a store that is whole."""
    found = {one.article.id: one for one in read_and_detect([mixed.path], MarksOnly) if isinstance(one, Read)}
    articles = session.articles()
    for one in articles:
        read = found[one.id]
        assert session.article(one.id).text == read.article.text
        assert tuple(quote.proposal for quote in session.quotes(one.id)) == read.detection.quotes
    assert list(check(session.store_path)) == []
    return len(articles)
