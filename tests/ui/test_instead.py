"""What stands in the middle of the window in place of the article."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.ui.window import MainWindow


def test_a_panel_is_made_when_it_is_first_asked_for_and_then_kept(window: MainWindow) -> None:
    at_first = window.centre.count()
    window.stage.facts.turn()
    panel = window.stage.facts.panel
    assert window.centre.currentWidget() is panel and window.centre.count() == at_first + 1
    window.stage.facts.turn()
    window.stage.facts.turn()
    assert window.centre.currentWidget() is panel and window.centre.count() == at_first + 1


def test_what_was_never_opened_is_not_made_to_follow_the_desk(window: MainWindow) -> None:
    at_first = window.centre.count()
    window.desk.step(1)
    window.desk.step_article(1)
    window.search.setFocus()
    assert window.centre.count() == at_first and not any(part.open for part in window.stage)


def test_tab_comes_by_a_panel_between_the_list_and_the_card(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_P)
    around = []
    for key in (Qt.Key.Key_Backtab, Qt.Key.Key_Tab):
        panel = window.stage.register.panel
        window.stage.register.begin()
        while panel.isAncestorOf(now := QApplication.focusWidget()):
            QTest.keyClick(now, key)
        around.append(now)
    assert window.articles.isAncestorOf(around[0]) and window.review_pane.isAncestorOf(around[1])
