"""Faults are told in a bar and bugs in a report; neither stops the window."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quotereview.errors import KnownError, NotPossible, StoreFault
from quotereview.ui.messages import Messages
from quotereview.ui.report import ReportDialog, Reporter


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    made = Messages()
    qtbot.addWidget(made)
    return made


def failing(fault: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise fault

    return fail


def taken(reporter: Reporter, fault: Exception) -> None:
    """Give a reporter a fault that was really raised."""
    try:
        raise fault
    except type(fault):
        reporter.take(*sys.exc_info())  # type: ignore[arg-type]


def test_a_known_fault_is_told_in_its_sentence(messages: Messages) -> None:
    messages.guarded(failing(NotPossible("There is nothing to undo.")))()
    assert messages.sentence == "There is nothing to undo."


def test_a_bug_is_not_told_as_if_it_were_known(messages: Messages) -> None:
    with pytest.raises(ZeroDivisionError):
        messages.guarded(failing(ZeroDivisionError()))()
    assert messages.sentence == ""


def test_what_a_key_could_not_do_is_gone_with_the_next_deed(messages: Messages) -> None:
    messages.guarded(failing(NotPossible("There is nothing to undo.")))()
    messages.guarded(lambda: None)()
    assert messages.sentence == ""


def test_what_is_no_deed_takes_nothing_away(messages: Messages) -> None:
    messages.tell("The sheet is written.", passing=True)
    messages.guarded(lambda: None, deed=False)()
    assert messages.sentence == "The sheet is written."


def test_a_fault_of_the_store_stays_until_it_is_dismissed(messages: Messages) -> None:
    messages.guarded(failing(StoreFault("The disk is full.")))()
    messages.guarded(lambda: None)()
    assert messages.sentence == "The disk is full. Nothing was changed."


def test_what_happened_in_the_background_stays(messages: Messages) -> None:
    messages.tell("No language model is installed.")
    messages.guarded(lambda: None)()
    assert messages.sentence == "No language model is installed."


def test_the_next_sentence_takes_the_place_of_the_last(messages: Messages) -> None:
    messages.tell("First.")
    messages.tell("Second.")
    assert messages.sentence == "Second."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def reports(window: QWidget) -> list[ReportDialog]:
    return window.findChildren(ReportDialog)


def test_a_bug_gets_one_report_beside_the_window(window: QWidget) -> None:
    reporter = Reporter(lambda sentence: None, window)
    taken(reporter, ZeroDivisionError("planted"))
    taken(reporter, ZeroDivisionError("planted again"))
    [report] = reports(window)
    assert "ZeroDivisionError: planted\n" in report.text.toPlainText()
    assert "quotereview " in report.text.toPlainText()
    assert not report.isModal()


def test_a_known_fault_gets_no_report(window: QWidget) -> None:
    told: list[str] = []
    taken(Reporter(told.append, window), KnownError("The disk is full."))
    assert told == ["The disk is full."] and reports(window) == []
