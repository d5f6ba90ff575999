"""The head of a person's page."""

from pytestqt.qtbot import QtBot

from quotereview.ui.person_page import Head


def test_a_head_without_words_takes_no_room(qtbot: QtBot) -> None:
    empty = Head()
    qtbot.addWidget(empty)
    empty.fit()
    assert empty.maximumHeight() == 0
