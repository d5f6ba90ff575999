"""The line at the foot says how far review and reading are, in the editor's words."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from quotereview.review.change import Progress
from quotereview.review.ingest import Refused
from quotereview.review.pace import Pace
from quotereview.ui.batches import Batch, Headway
from quotereview.ui.status import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(34, 212, 3), "34 of 212 decided · 3 doubts"),
        (Progress(0, 9, 1), "0 of 9 decided · 1 doubt"),
        (Progress(34, 212, 3, 12), "34 of 212 decided · 12 unread · 3 doubts"),
        (Progress(34, 212, 0, conflicts=1), "34 of 212 decided ! 1 conflict  Shift+C"),
        (Progress(34, 212, 0, conflicts=2), "34 of 212 decided ! 2 conflicts  Shift+C"),
        (Progress(0, 0, 0), ""),
    ],
)
def test_progress_of_the_review(line: StatusLine, progress: Progress, words: str) -> None:
    line.show_progress(progress, None)
    assert line.said() == words
    assert line.export.isHidden()


@pytest.mark.parametrize(
    ("taken", "left", "words"),
    [
        (0.2, 0.9, "18 in a minute, a minute left at that pace"),
        (9.6, 23, "18 in 10 minutes, 25 minutes left at that pace"),
        (30, 58, "18 in 30 minutes, an hour left at that pace"),
        (30, 62, "18 in 30 minutes, an hour left at that pace"),
        (30, 100, "18 in 30 minutes, 1.5 hours left at that pace"),
        (30, 6000, "18 in 30 minutes, 100 hours left at that pace"),
    ],
)
def test_the_pace_in_round_figures(line: StatusLine, taken: float, left: float, words: str) -> None:
    line.show_progress(Progress(34, 212, 0), Pace(18, timedelta(minutes=taken), timedelta(minutes=left)))
    assert line.said() == f"34 of 212 decided {words}"
    line.show_progress(Progress(34, 212, 0), None)
    assert line.said() == "34 of 212 decided"


def test_a_blind_read_says_so_and_offers_no_sheet(line: StatusLine) -> None:
    line.show_progress(Progress(4, 12, 0, conflicts=2), None, blind=True)
    assert line.said() == "⊘ reading blind · 4 of 12 decided"
    line.show_progress(Progress(12, 12, 0), None, blind=True)
    assert line.said() == "⊘ reading blind · 12 of 12 decided · Ctrl+B leaves the read ✓"
    assert line.export.isHidden()


def test_when_all_is_decided_the_sheet_is_offered(line: StatusLine, qtbot: QtBot) -> None:
    line.show_progress(Progress(212, 212, 0), None)
    assert line.said() == "212 of 212 decided ✓"
    with qtbot.waitSignal(line.export_wanted):
        line.export.click()


@pytest.mark.parametrize(
    ("batch", "words"),
    [
        (Batch(60, ["a"] * 13, []), "Reading 13 of 60 — Gazette"),
        (Batch(1, ["a"] * 2, []), "Reading 2 — Gazette"),
    ],
)
def test_progress_of_reading(line: StatusLine, qtbot: QtBot, batch: Batch, words: str) -> None:
    line.show_reading(batch.headway("Gazette"))
    assert line.said() == words
    with qtbot.waitSignal(line.stop_wanted):
        line.stop.click()


@pytest.mark.parametrize(
    ("batch", "words"),
    [
        (Batch(58, ["a"] * 58), "58 read"),
        (Batch(60, ["a"] * 58, [Refused("x.pdf", "No text.")] * 2), "58 read, 2 refused"),
        (Batch(3, ["a"], [Refused("x.pdf", "No text.")], known=1), "1 read, 1 there already, 1 refused"),
        (Batch(60, ["a"] * 3, stopped=True), "Stopped: 3 read"),
    ],
)
def test_the_end_of_reading(line: StatusLine, batch: Batch, words: str) -> None:
    line.show_reading(Headway("Reading …"))
    line.show_outcome(batch)
    assert line.said() == words
    assert line.stop.isHidden()
    assert line.refused.isHidden() is not bool(batch.refused)


def test_the_refused_can_be_seen(line: StatusLine, qtbot: QtBot) -> None:
    line.show_outcome(Batch(1, [], [Refused("x.pdf", "No text.")]))
    assert line.refused.text() == "Show  Shift+R"
    with qtbot.waitSignal(line.refused_wanted):
        line.refused.click()


def test_the_line_keeps_its_height_when_buttons_come(line: StatusLine) -> None:
    line.show_progress(Progress(1, 2, 0), None)
    height = line.sizeHint().height()
    line.show_reading(Headway("Reading …"))
    line.show_progress(Progress(2, 2, 0), None)
    assert line.sizeHint().height() == height


def test_what_others_did_stands_between_and_is_cut_where_there_is_no_room(line: StatusLine) -> None:
    line.show_progress(Progress(34, 212, 0), None)
    before = line.minimumSizeHint().width()
    line.show_news("Ben Ode ruled on 3 quotes")
    assert line.said() == "34 of 212 decided Ben Ode ruled on 3 quotes"
    assert line.minimumSizeHint().width() == before
