"""Outlet and date of one article or many are given in one table."""

from datetime import date

import pytest
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from quotereview.model import ArticleSummary
from quotereview.ui.describe import DATE, OUTLET, DescribeDialog, Description
from tests.ui.story import summary


def dialog(qtbot: QtBot, *articles: ArticleSummary) -> DescribeDialog:
    made = DescribeDialog(articles)
    qtbot.addWidget(made)
    made.show()
    return made


def answer(qtbot: QtBot, made: DescribeDialog) -> list[Description]:
    with qtbot.waitSignal(made.answered) as answered:
        made.keep()
    assert answered.args is not None
    return list(answered.args[0])


def test_one_line_fills_all_rows_and_only_what_changed_is_answered(qtbot: QtBot) -> None:
    made = dialog(qtbot, summary(1), summary(2, "Abend"), summary(3, "Zeitung", 2))
    made.outlet.setText("Abend")
    made.fill_all()
    assert answer(qtbot, made) == [Description("a1", "Abend", None), Description("a3", "Abend", date(2026, 3, 2))]


def test_a_cell_changes_one_article(qtbot: QtBot) -> None:
    made = dialog(qtbot, summary(1), summary(2))
    made.table.setItem(1, DATE, QTableWidgetItem("2026-03-09"))
    assert answer(qtbot, made) == [Description("a2", None, date(2026, 3, 9))]


def test_an_emptied_cell_makes_it_unknown(qtbot: QtBot) -> None:
    made = dialog(qtbot, summary(1, "Abend", 3))
    made.table.setItem(0, OUTLET, QTableWidgetItem(" "))
    assert answer(qtbot, made) == [Description("a1", None, date(2026, 3, 3))]


@pytest.mark.parametrize("words", ["3 March", "2026-13-01", "yesterday"])
def test_what_is_no_date_is_said_and_nothing_is_lost(qtbot: QtBot, words: str) -> None:
    made = dialog(qtbot, summary(1), summary(2))
    made.table.setItem(1, DATE, QTableWidgetItem(words))
    with qtbot.assertNotEmitted(made.answered):
        made.keep()
    assert made.isVisible()
    assert made.fault == f"“{words}” in row 2 is no date; write it as 2026-11-03."


def test_it_can_be_skipped(qtbot: QtBot) -> None:
    made = dialog(qtbot, summary(1))
    made.table.setItem(0, OUTLET, QTableWidgetItem("Abend"))
    with qtbot.assertNotEmitted(made.answered):
        made.reject()


def test_it_blocks_nothing(qtbot: QtBot) -> None:
    assert not dialog(qtbot, summary(1)).isModal()
