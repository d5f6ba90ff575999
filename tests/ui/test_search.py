"""Find in everything: what is found is listed as one types, and leads there."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Span
from quotereview.review.finding import Finding, FindingKind
from quotereview.ui.findings import NOTHING
from quotereview.ui.search import Search
from quotereview.ui.window import MainWindow
from tests.ui.story import BRIDGE

FOUND = (
    Finding(FindingKind.PERSON, "Mara Voss", (Span(0, 4),), "2 quotes", "a1", "q1"),
    Finding(FindingKind.QUOTE, "… said Mara 😀", (Span(7, 11),), "Bridge · Post", "a1", "q2", Span(40, 44)),
    Finding(FindingKind.TEXT, "Mara again", (Span(0, 4),), "Bypass", "a2", None, Span(3, 7)),
)


def found_for(line: str) -> Sequence[Finding]:
    return FOUND if line.startswith("ma") else ()


@pytest.fixture
def search(qtbot: QtBot) -> Search:
    made = Search(found_for)
    qtbot.addWidget(made)
    made.resize(360, 30)
    made.show()
    made.begin()
    return made


def listed(search: Search) -> list[str]:
    return search.findings.lines() if search.findings else []


def test_findings_are_listed_by_kind_as_one_types(search: Search, qtbot: QtBot) -> None:
    assert listed(search) == []
    qtbot.keyClicks(search, "ma")
    told = ["People", "Mara Voss", "Quotes", "… said Mara 😀", "In the text", "Mara again"]
    assert listed(search) == told
    qtbot.keyClicks(search, "x")
    assert listed(search) == told
    search.selectAll()
    qtbot.keyClicks(search, "zz")
    assert listed(search) == [NOTHING]
    search.selectAll()
    qtbot.keyClick(search, Qt.Key.Key_Delete)
    assert listed(search) == []


@pytest.mark.parametrize(("steps", "chosen"), [(0, 0), (1, 1), (2, 2), (3, 0), (-1, 2)])
def test_arrows_choose_past_the_headings_and_enter_goes_there(
    search: Search, qtbot: QtBot, steps: int, chosen: int
) -> None:
    qtbot.keyClicks(search, "ma")
    for _ in range(abs(steps)):
        qtbot.keyClick(search, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    with qtbot.waitSignal(search.editing_ended), qtbot.waitSignal(search.finding_chosen) as gone:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert gone.args == [FOUND[chosen]]
    assert listed(search) == []


def test_enter_upon_nothing_stays(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "zz")
    with qtbot.assertNotEmitted(search.editing_ended):
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert listed(search) == [NOTHING]


def test_escape_gives_the_keys_back_and_the_line_is_found_again(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "ma")
    with qtbot.waitSignal(search.editing_ended):
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert (listed(search), search.text()) == ([], "ma")
    search.begin()
    assert len(listed(search)) == 6
    assert search.selectedText() == "ma"


def test_a_click_goes_there_and_one_on_a_heading_does_not(search: Search, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "ma")
    assert search.findings
    rows = [search.findings.visualRect(search.findings.model().index(row, 0)).center() for row in (0, 3)]
    viewport = search.findings.viewport()
    with qtbot.assertNotEmitted(search.finding_chosen):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rows[0])
    with qtbot.waitSignal(search.finding_chosen) as chosen:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rows[1])
    assert chosen.args == [FOUND[1]]


def test_from_a_letter_to_the_words_in_the_article(window: MainWindow) -> None:
    words = BRIDGE.detection.quotes[1].words
    QTest.keySequence(window, "Ctrl+Shift+F")
    QTest.keyClicks(QApplication.focusWidget(), words[:12])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    standing = window.desk.standing()
    assert standing is not None
    assert standing.proposal.words == words
    place = window.article_view.selection()
    assert place is not None
    assert place.of(BRIDGE.article.text).casefold() == words[:12].strip().casefold()
    assert window.article_view.isAncestorOf(QApplication.focusWidget())
