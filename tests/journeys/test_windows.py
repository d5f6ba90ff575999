"""One window after another: another store, a store that cannot be had, and what a closed window leaves behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quotereview import lexicon
from quotereview.model import Verdict
from quotereview.settings import RECENT, Settings
from tests.journeys.conftest import Sitting

QUOTED = "Ferry late again\n\n“We had fog,” skipper Jon Aas said. “It was thick,” he added.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(QUOTED, encoding="utf-8")
    return file


def test_another_store_takes_the_windows_place(sitting: Sitting, article: Path, qtbot: QtBot) -> None:
    first = sitting.come(article)
    sitting.wait_for_reading()
    other = sitting.folder / "other.qrev"
    sitting.answers.paths = [other]
    first.actions_table["new"].trigger()
    qtbot.waitUntil(lambda: sitting.window.begun)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [sitting.window]
    assert sitting.window.desk.session.store_path == other
    assert sitting.window.desk.session.articles() == ()
    assert Settings(sitting.folder / "settings.json").get(RECENT)[:2] == [str(other), str(sitting.store)]


def test_a_file_that_is_no_store_is_told_and_the_window_stays(sitting: Sitting, article: Path) -> None:
    window = sitting.come()
    sitting.answers.paths = [article]
    window.actions_table["open"].trigger()
    assert sitting.window is window and window.isVisible()
    assert article.name in window.messages.sentence
    assert article.read_text(encoding="utf-8") == QUOTED


def test_what_is_wrong_with_a_list_of_ones_own_is_told(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "faults", lambda: ("Line 2 is wrong: mend it.", "Line 5 is wrong: mend it."))
    assert sitting.come().messages.sentence == "Line 2 is wrong: mend it. In all, 2 lines are left out."


def test_when_the_first_store_cannot_be_had_another_is_asked_for(
    sitting: Sitting, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[str] = []

    def another(fault: str, folder: Path) -> Path:
        faults.append(fault)
        return sitting.store

    monkeypatch.setattr("quotereview.ui.program.ask_for_store", another)
    program = sitting.start()
    look = QTimer(interval=5)
    look.timeout.connect(lambda: sitting.window.begun and sitting.window.close())
    look.start()
    assert program.run(article, []) == 0
    look.stop()
    assert len(faults) == 1 and article.name in faults[0]
    assert sitting.window.desk.session.store_path == sitting.store


def test_whoever_gives_up_gets_no_window(sitting: Sitting, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotereview.ui.program.ask_for_store", lambda fault, folder: None)
    assert sitting.start().run(article, []) == 1


def test_the_editor_can_be_switched_and_each_ruling_names_its_own(sitting: Sitting, article: Path) -> None:
    window = sitting.come(article)
    sitting.wait_for_reading()
    window.article_view.setFocus()
    first = sitting.focused().id
    sitting.press("Return")
    sitting.answers.name = "Ben Osei"
    window.whose.click()
    second = sitting.focused().id
    sitting.press("Return")
    editors = {quote: window.desk.session.history(quote)[-1].editor for quote in (first, second)}
    assert editors == {first: "Ana Lund", second: "Ben Osei"}
    assert window.whose.text() == "Ben Osei · day.qrev"
    assert set(sitting.verdicts().values()) == {Verdict.CONFIRMED}


def test_every_control_has_a_name_and_tab_reaches_it(sitting: Sitting, article: Path) -> None:
    window = sitting.come(article)
    sitting.wait_for_reading()
    window.article_view.setFocus()
    wanted = {
        control
        for control in window.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible() and control.isEnabled()
    }
    assert len(wanted) > 10
    assert [control for control in wanted if not control.accessibleName()] == []
    reached: list[QWidget] = []
    for _ in range(2 * len(wanted)):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted - set(reached) == set()


def test_reviewing_opens_no_window_beside_the_main_one(sitting: Sitting, article: Path) -> None:
    window = sitting.come(article)
    sitting.wait_for_reading()
    window.article_view.setFocus()
    shown: list[QWidget] = []
    QApplication.instance().focusWindowChanged.connect(shown.append)  # type: ignore[union-attr]
    sitting.press("1", "J", "S", "Esc", "K", "Return", "Ctrl+Z")
    QTest.qWait(0)
    assert shown == []
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window]
