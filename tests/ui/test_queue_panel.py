"""The head of the queue: what an editor chooses and writes is told, what stands is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quotereview.review.filtering import Field, read_filter
from quotereview.review.queue import Counts, Order
from quotereview.settings import ORDER, Settings
from quotereview.ui.queue_panel import HOW_TO_FILTER, ORDERS, QueuePanel
from quotereview.ui.shelf import kept_order


@pytest.fixture
def panel(qtbot: QtBot) -> QueuePanel:
    made = QueuePanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_order_can_be_chosen() -> None:
    assert {order for _, order in ORDERS} == set(Order)


def test_an_order_that_there_is_no_longer_is_article_by_article(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for kept, order in (("outlet", Order.ARTICLE), ("loaded", Order.LOADED)):
        settings.set(ORDER, kept)
        assert kept_order(settings) is order


def test_every_field_is_explained() -> None:
    assert [field for field in Field if field is not Field.WORDS and f"{field}:" not in HOW_TO_FILTER] == []


def test_the_order_is_chosen_by_the_editor_alone(panel: QueuePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.order_chosen):
        panel.show_queue(Order.UNSURE_FIRST, read_filter(""), Counts(1, 1, 1))
    assert panel.order.value is Order.UNSURE_FIRST
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        qtbot.keyClick(panel.order, Qt.Key.Key_Up)
    assert chosen.args == [Order.ARTICLE]


def test_what_is_written_filters_at_once_and_enter_gives_the_keys_back(panel: QueuePanel, qtbot: QtBot) -> None:
    written: list[str] = []
    panel.filter_written.connect(written.append)
    qtbot.keyClicks(panel.field, "no")
    with qtbot.waitSignal(panel.editing_ended):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert written == ["n", "no"]
    assert panel.field.text() == "no"


def test_escape_shows_everything_again(panel: QueuePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "x")
    with qtbot.waitSignal(panel.editing_ended), qtbot.waitSignal(panel.filter_written) as written:
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert written.args == [""]
    assert panel.field.text() == ""


def test_up_and_down_step_while_one_writes(panel: QueuePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.step_wanted) as wanted:
        qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert wanted.args == [1]


def test_a_filter_that_stands_is_shown_and_not_told(panel: QueuePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.filter_written):
        panel.show_queue(Order.ARTICLE, read_filter("note:"), Counts(1, 2, 3))
    assert panel.field.text() == "note:"


def test_writing_on_keeps_the_cursor_in_its_place(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.filter_written.connect(lambda line: panel.show_queue(Order.ARTICLE, read_filter(line), Counts(1, 1, 1)))
    panel.field.setText("dor")
    panel.field.setCursorPosition(2)
    qtbot.keyClicks(panel.field, "o")
    assert (panel.field.text(), panel.field.cursorPosition()) == ("door", 3)


@pytest.mark.parametrize(
    ("line", "counts", "words"),
    [
        ("", Counts(0, 0, 0), ""),
        ("note:", Counts(0, 0, 0), ""),
        ("", Counts(178, 1212, 1212), "178 of 1,212 left"),
        (" ", Counts(0, 212, 212), "All 212 decided"),
        ("note:", Counts(9, 12, 212), "9 of 12 left · 212 in all"),
        ("note:", Counts(0, 12, 212), "0 of 12 left · 212 in all"),
        ("note:", Counts(0, 0, 212), "None of 212; Esc shows all"),
    ],
)
def test_what_is_left(panel: QueuePanel, line: str, counts: Counts, words: str) -> None:
    panel.show_queue(Order.ARTICLE, read_filter(line), counts)
    assert panel.counts.text() == words


def test_names_are_offered_after_the_name_of_a_field(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.offer(lambda field: ("Mara Voss", "Otto Rand") if field is Field.SPEAKER else ())
    panel.field.setFocus()
    qtbot.keyClicks(panel.field, "door speaker:")
    assert panel.field.offered() == ("Mara Voss", "Otto Rand")
    qtbot.keyClicks(panel.field, "ra")
    with qtbot.waitSignal(panel.filter_written) as written:
        qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    assert written.args == ["door speaker:Otto Rand"]
    qtbot.keyClicks(panel.field, " note:")
    with qtbot.waitSignal(panel.step_wanted):
        qtbot.keyClick(panel.field, Qt.Key.Key_Down)
