"""Words of which as many are shown as there is room for."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.ui import theme
from quotereview.ui.elided import Elided

TITLE = "Harbour master refuses to open the lock, and the barges wait another week"


def shown(qtbot: QtBot, words: str, width: int, lines: int) -> Elided:
    elided = Elided(lines=lines)
    qtbot.addWidget(elided)
    elided.resize(width, 20)
    elided.show_whole(words)
    elided.show()
    return elided


def test_words_that_fit_are_shown_whole(qtbot: QtBot) -> None:
    elided = shown(qtbot, TITLE, 2000, 1)
    assert elided.text() == TITLE
    assert elided.toolTip() == ""


def test_a_line_shows_what_it_has_room_for_and_the_tip_all(qtbot: QtBot) -> None:
    elided = shown(qtbot, TITLE, 200, 1)
    assert elided.text().endswith("…")
    assert elided.fontMetrics().horizontalAdvance(elided.text()) <= 200
    assert TITLE in elided.toolTip()


def test_it_takes_no_more_lines_than_it_may_and_its_height_holds_them(qtbot: QtBot) -> None:
    elided = shown(qtbot, TITLE, 200, 2)
    elided.set_in(lambda: theme.text_font(theme.TextSize.LARGE))
    assert elided.height() == elided.heightForWidth(200) < 2.5 * elided.fontMetrics().lineSpacing()
    assert elided.text().endswith("…")


def test_more_room_shows_more(qtbot: QtBot) -> None:
    elided = shown(qtbot, TITLE, 200, 1)
    elided.resize(2000, elided.height())
    assert elided.text() == TITLE


def test_words_from_the_right_keep_their_place_while_text_changes_its_size(qtbot: QtBot, qapp: QApplication) -> None:
    elided = shown(qtbot, "صحيفة المرفأ", 300, 1)
    try:
        for scale in (1.0, 1.5, 2.1, 1.0):
            theme.apply(qapp, theme.Scheme.LIGHT, scale)
            assert elided.text() == "صحيفة المرفأ"
            assert 0 < elided.contentsMargins().left() < elided.fontMetrics().height()
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)
    elided.show_whole("Harbour Post")
    assert elided.contentsMargins().left() == 0
