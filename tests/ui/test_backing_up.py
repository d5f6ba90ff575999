"""The backup of the day, as the window makes it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.store import backups, put_log_away
from quotereview.ui import backing_up
from quotereview.ui.backing_up import PuttingAway, look_after
from quotereview.ui.desk import Desk
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


def rulings_in_the_file(path: Path) -> int:
    """How many rulings a store holds beside those that only its log has."""
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as file:
        found: int = file.execute("SELECT count(*) FROM decisions").fetchone()[0]
        return found


def test_the_log_is_put_away_after_changes_in_the_background(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "PAUSE", 0)
    jobs, path = Jobs(), desk.session.store_path
    put_log_away(path)
    assert rulings_in_the_file(path) == 0
    PuttingAway(desk, jobs, desk)
    for number in (1, 2):
        desk.confirm()
        qtbot.waitUntil(lambda number=number: rulings_in_the_file(path) == number)
    jobs.close()
