"""What is loaded while one reads moves nothing, and is a key away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.ui.arrivals import NONE
from quotereview.ui.window import MainWindow

SHIFT_L = "Shift+L"


def load(window: MainWindow, folder: Path, qtbot: QtBot, *names: str) -> None:
    """Read articles of these names, with words that differ."""
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(f"{path.stem} sails\n\n“I am {path.stem},” said Ana Voss of {path.stem}.\n", encoding="utf-8")
    window.shelf.take_in(paths)
    qtbot.waitUntil(lambda: not window.intake.reading)


def go() -> None:
    QTest.keySequence(QApplication.focusWidget(), SHIFT_L)


def here(window: MainWindow) -> str:
    return next(one.name for one in window.desk.session.articles() if one.id == window.desk.article)


def test_a_key_goes_through_what_came_last_in_its_order(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    load(window, tmp_path, qtbot, "zora", "anna")
    assert here(window) == "bridge.txt"
    found = []
    for _ in range(3):
        go()
        found.append((here(window), window.article_view.said()))
    assert [name for name, _ in found] == ["zora.txt", "anna.txt", "zora.txt"]
    assert found[1][1] == "2 of 2 that came last"
    load(window, tmp_path, qtbot, "mary")
    go()
    assert here(window) == "mary.txt"


def test_the_foot_offers_it_until_one_of_them_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    load(window, tmp_path, qtbot, "zora", "anna")
    assert window.status.arrived.isVisible() and window.status.arrived.text() == "Open  Shift+L"
    QTest.mouseClick(window.status.arrived, Qt.MouseButton.LeftButton)
    assert here(window) == "zora.txt" and not window.status.arrived.isVisible()


def test_what_opens_by_itself_is_not_offered(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    load(empty_window, tmp_path, qtbot, "zora")
    assert here(empty_window) == "zora.txt" and not empty_window.status.arrived.isVisible()


def test_what_was_removed_since_is_passed_over(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    load(window, tmp_path, qtbot, "zora", "anna")
    go()
    window.desk.take(window.desk.session.remove([window.desk.article]))
    go()
    assert here(window) == "anna.txt"


def test_where_nothing_came_the_key_says_so(window: MainWindow) -> None:
    go()
    assert window.messages.sentence == NONE
