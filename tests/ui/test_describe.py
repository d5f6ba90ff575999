"""Outlet and date of one article or many are given in lines of fields, by keyboard alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import EllipsisType

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.model import ArticleSummary
from quotereview.ui.controls import Button
from quotereview.ui.describe import AT_ONCE, DescribePanel
from quotereview.ui.describe_line import Details
from tests.ui.story import summary


class Filled(DescribePanel):
    """The panel in a window, with all that it gave, and a desk that takes it."""

    def __init__(self, articles: Sequence[ArticleSummary]) -> None:
        super().__init__()
        self.stands = list(articles)
        self.details: list[Details] = []
        self.given.connect(self._take)
        self.given_for_all.connect(self._take)
        self.given_for_all.connect(self.go_on)
        self.host = QWidget()
        QVBoxLayout(self.host).addWidget(self)

    def _take(self, details: Details) -> None:
        self.details.append(details)
        said = {"outlet": details.outlet, "published": details.published}
        known = {name: value for name, value in said.items() if value is not ...}
        self.stands = [replace(one, **known) if one.id in details.articles else one for one in self.stands]
        self.follow(self.stands, ())


def panel(qtbot: QtBot, *articles: ArticleSummary, only_gaps: bool = False) -> Filled:
    made = Filled(articles)
    qtbot.addWidget(made.host)
    made.host.resize(700, 500)
    made.host.show()
    QTest.qWaitForWindowActive(made.host)
    made.begin(articles, ("Abend", "Abendpost", "Zeitung"), only_gaps=only_gaps)
    return made


def write(*keys: str) -> None:
    """Press keys by name, or type words given after a colon, wherever the keys go."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        if key.startswith(":"):
            QTest.keyClicks(focus, key[1:])
        else:
            QTest.keySequence(focus, key)


def test_one_article_by_two_words_and_two_enters(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1))
    with qtbot.waitSignal(made.left) as left:
        write(":Blatt", "Return", ":3 Nov 2026", "Return")
    assert made.details == [Details(("a1",), outlet="Blatt"), Details(("a1",), published=date(2026, 11, 3))]
    assert left.args == [[]] and not made.isVisible()


def test_enter_goes_from_gap_to_gap(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1, "Abend"), summary(2, None, 3), summary(3, "Zeitung", 2))
    assert QApplication.focusWidget() is made.lines[0].published
    write("Return")
    assert QApplication.focusWidget() is made.lines[1].outlet
    write("Return")
    assert not made.isVisible() and made.details == []


def test_a_field_that_is_left_is_kept(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1, "Abend", 3), summary(2))
    made.lines[0].outlet.setFocus()
    write("Ctrl+A", ":Blatt", "Tab")
    assert QApplication.focusWidget() is made.lines[0].published
    write("Ctrl+A", "Del", "Down")
    assert QApplication.focusWidget() is made.lines[1].published
    assert made.details == [Details(("a1",), outlet="Blatt"), Details(("a1",), published=None)]


def test_what_is_no_date_is_said_below_its_field_and_keeps_nothing_else_from_being_kept(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    write(":Blatt", "Tab", ":3/11/2026", "Return")
    assert QApplication.focusWidget() is made.lines[0].published
    assert "may be two different days" in made.lines[0].fault.text() and made.lines[0].fault.isVisible()
    write("Tab", ":Zeitung", "Tab")
    assert [one.articles for one in made.details] == [("a1",), ("a2",)]
    assert made.lines[0].fault.isVisible()
    with qtbot.waitSignal(made.left) as left:
        write("Esc")
    assert left.args == [["3/11/2026"]]


def test_a_date_that_is_mended_is_kept(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1, "Abend"))
    write(":3/11", "Return", "Ctrl+A", ":3.11.2026", "Return")
    assert made.details == [Details(("a1",), published=date(2026, 11, 3))]


def test_escape_keeps_nothing_of_the_field_one_is_in_and_says_what(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    with qtbot.waitSignal(made.left) as left:
        write(":Blat", "Esc")
    assert (left.args, made.details) == ([["Blat"]], [])


def test_the_button_keeps_what_is_written_and_tells_what_cannot_be(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    write(":Blatt", "Tab", ":3/11/2026", "Tab", ":Post")
    done = next(button for button in made.findChildren(Button) if button.text() == "Done")
    with qtbot.waitSignal(made.left) as left:
        done.click()
    assert [one.outlet for one in made.details] == ["Blatt", "Post"]
    assert left.args == [["3/11/2026"]]


def test_an_outlet_that_is_known_is_offered(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1))
    write(":ab", "Down", "Down", "Return")
    assert made.details == [Details(("a1",), outlet="Abendpost")]


def test_up_and_down_go_to_the_same_field_of_another_article(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    entered: list[str] = []
    made.article_entered.connect(entered.append)
    write("Tab", "Down", "Down", "Up", "Up")
    assert QApplication.focusWidget() is made.for_all.published
    write("Up", "Down")
    assert QApplication.focusWidget() is made.lines[0].published
    assert entered == ["a1", "a2", "a1", "a1"]


@pytest.mark.parametrize(
    ("written", "outlet", "published"),
    [(":Blatt", "Blatt", date(2026, 11, 3)), (": ", ..., date(2026, 11, 3))],
)
@pytest.mark.parametrize("only_gaps", [False, True])
def test_one_line_fills_in_all_or_all_gaps_in_one_step(
    qtbot: QtBot, *, only_gaps: bool, written: str, outlet: str | EllipsisType, published: date
) -> None:
    articles = summary(1), summary(2, "Abend"), summary(3, "Zeitung", 2)
    made = panel(qtbot, *articles, only_gaps=only_gaps)
    made.for_all.outlet.setFocus()
    write(written, "Tab", ":2026-11-03", "Return")
    assert made.details == [Details(("a1", "a2", "a3"), outlet, published, only_gaps)]
    assert made.for_all.unkept() == []


def test_what_is_not_taken_for_all_stays_written(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    made.given_for_all.disconnect()
    made.for_all.outlet.setFocus()
    write(":Blatt", "Return")
    assert made.for_all.outlet.text() == "Blatt" and made.for_all.outlet.hasFocus()


def test_an_empty_line_for_all_goes_on_to_the_first_gap(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1, "Abend"), summary(2))
    made.for_all.outlet.setFocus()
    write("Return")
    assert made.lines[0].published.hasFocus() and made.details == []


def test_keys_that_went_elsewhere_stay_there_when_all_is_filled_in(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    made.for_all.outlet.setFocus()
    write(":Blatt", "Down")
    made.go_on()
    assert made.lines[0].outlet.hasFocus() and made.for_all.unkept() == []


def test_a_wrong_date_for_all_fills_in_nothing(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    made.for_all.outlet.setFocus()
    write(":Blatt", "Tab", ":yesterday", "Return")
    assert "“yesterday” is no date" in made.said() and made.details == []
    with qtbot.waitSignal(made.left) as left:
        write("Esc")
    assert left.args == [["Blatt", "yesterday"]]


def test_there_is_no_line_for_all_of_one(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1))
    assert not made.for_all.outlet.isVisible()
    write("Up")
    assert QApplication.focusWidget() is made.lines[0].outlet


def test_of_very_many_articles_some_have_lines_and_all_are_reached(qtbot: QtBot) -> None:
    made = panel(qtbot, *(summary(number) for number in range(AT_ONCE + 9)))
    assert len(made.lines) == AT_ONCE
    assert f"Outlet and date of {AT_ONCE + 9} articles, the first {AT_ONCE}" in made.said()
    made.for_all.outlet.setFocus()
    write(":Blatt", "Return")
    assert len(made.details[0].articles) == AT_ONCE + 9


def test_it_follows_what_changes_elsewhere_but_in_a_field_one_writes_in(qtbot: QtBot) -> None:
    made = panel(qtbot, summary(1), summary(2))
    write(":Bl")
    made.follow([summary(1, "Abend", 4), summary(2, "Zeitung")], ())
    assert [line.outlet.text() for line in made.lines] == ["Bl", "Zeitung"]
    assert made.lines[0].published.text() == "4 March 2026"
