"""The backup of the day, as the window makes it."""

from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.store import backups
from quotereview.ui.backing_up import look_after
from quotereview.ui.jobs import Jobs


def test_it_is_made_in_the_background(filled: Session, qtbot: QtBot) -> None:
    jobs, told = Jobs(), list[str]()
    look_after(filled, jobs, told.append)
    qtbot.waitUntil(lambda: len(backups.newest_first(filled.store_path)) == 1)
    jobs.close()
    assert told == []


def test_one_that_fails_is_told(filled: Session, qtbot: QtBot) -> None:
    backups.folder(filled.store_path).write_text("in the way")
    jobs, told = Jobs(), list[str]()
    look_after(filled, jobs, told.append)
    qtbot.waitUntil(lambda: bool(told))
    jobs.close()
    assert "No backup was made in" in told[0]
