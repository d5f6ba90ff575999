"""The line at the foot of the window: how far the review is, what others did, and what is being read."""

from datetime import timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from quotereview.counting import counted
from quotereview.model import Verdict
from quotereview.review.change import Progress
from quotereview.review.pace import Pace
from quotereview.ui import action_table
from quotereview.ui.batches import Batch, Headway
from quotereview.ui.controls import Button, Words
from quotereview.ui.elided import Elided
from quotereview.ui.theme import BLIND, GRID, VERDICTS, State

DONE = VERDICTS[Verdict.CONFIRMED]
DISPUTED = VERDICTS[Verdict.DISPUTED]
GOING_ON = State("", "", "text")
UNKNOWN = 0  # where nobody knows how much there is, the bar only moves


class StatusLine(QWidget):
    """Progress of the review on the left, of the reading on the right; what others did has the room between.

    Signals: ``stop_wanted``; ``export_wanted``; ``refused_wanted`` when the refused inputs are to be shown;
    ``arrived_wanted`` when what was read is to be opened.
    """

    stop_wanted = Signal()
    export_wanted = Signal()
    refused_wanted = Signal()
    arrived_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review, self._pace, self._reading = Words(), Words(quiet=True), Words()
        self._conflicts, self._news = Words(), Elided(quiet=True)
        self._comparing = Words(quiet=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Progress of reading")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(GRID * 24, GRID * 2)
        self.export = Button(f"Export the sheet…  {action_table.row('export').shown_keys}", "Export the sheet")
        self.export.clicked.connect(self.export_wanted)
        self.stop = Button(f"Stop  {action_table.row('stop').shown_keys}", "Stop reading")
        self.stop.clicked.connect(self.stop_wanted)
        self.refused = Button(f"Show  {action_table.row('refused').shown_keys}", "Show the refused files")
        self.refused.clicked.connect(self.refused_wanted)
        self.arrived = Button(f"Open  {action_table.row('arrived').shown_keys}", "Open what was read")
        self.arrived.clicked.connect(self.arrived_wanted)
        self._lay_out()

    def show_progress(self, progress: Progress, pace: Pace | None, *, blind: bool = False) -> None:
        """Say how many quotes are decided, and how long the rest may take; when all are, offer the sheet.

        Of a ``blind`` read there is no sheet, and no conflict is told, since none is settled in it.
        """
        finished = progress.total > 0 and progress.decided == progress.total
        doubts = f" · {counted(progress.doubts, 'doubt')}" if progress.doubts else ""
        unread = f" · {progress.unread:,} unread" if progress.unread else ""
        told = f"{progress.decided:,} of {progress.total:,} decided{unread}{doubts}" if progress.total else ""
        told = f"{BLIND.glyph} {BLIND.word} · {told}" if blind else told
        told = f"{told} · {action_table.row('blind').shown_keys} leaves the read" if blind and finished else told
        self._conflicts.say("" if blind else _contested(progress.conflicts), DISPUTED)
        self._review.say(f"{told} {DONE.glyph}" if finished else told, DONE if finished else GOING_ON)
        self._pace.say(_told(pace) if pace else "")
        self.export.setVisible(finished and not blind)

    def show_news(self, told: str) -> None:
        """Say what others did, quietly, until they do something else."""
        self._news.show_whole(told)
        self._news.setAccessibleName(told)

    def show_comparing(self, told: str) -> None:
        """Say how many quotes were compared with other articles, of how many; nothing once all are."""
        self._comparing.say(told)

    def show_reading(self, headway: Headway) -> None:
        """Say which article is being read, with a way to stop; a file may hold more articles than anybody knows of."""
        self._reading.say(headway.line)
        self._bar.setMaximum(headway.files if headway.done < headway.files else UNKNOWN)
        self._bar.setValue(headway.done)
        self._bar.show()
        self.stop.show()
        self.refused.hide()
        self.arrived.hide()

    def show_outcome(self, batch: Batch) -> None:
        """Say what came of the reading, with a way to see what was refused."""
        self._reading.say(batch.summary())
        self._bar.hide()
        self.stop.hide()
        self.refused.setVisible(bool(batch.refused))
        self.arrived.hide()

    def offer_arrived(self, waiting: bool) -> None:
        """Offer to open what was read, as long as nobody did, where there is room for a button."""
        self.arrived.setVisible(waiting and self.refused.isHidden())

    def sizeHint(self) -> QSize:
        """As tall as with its buttons, also while they are away, so that nothing moves when they come."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(0, self.stop.sizeHint().height() + GRID * 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def said(self) -> str:
        """All that the line says now, also what is cut."""
        left = (words.text() for words in (self._review, self._conflicts, self._pace))
        right = (self._comparing.text(), self._reading.text())
        return " ".join(filter(None, (*left, self._news.accessibleName(), *right)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        row.setSpacing(GRID * 2)
        left = (self._review, self._conflicts, self._pace, self.export)
        for part in (*left, self._news, self._comparing, self._reading, self.refused, self.arrived, self._bar):
            row.addWidget(part, 1 if part is self._news else 0)
        row.addWidget(self.stop)
        words_to_come = (self._conflicts, self._pace, self._comparing, self._reading)
        for part in (*words_to_come, self.export, self.refused, self.arrived, self._bar, self.stop):
            part.hide()
        for words in (self._review, *words_to_come):
            words.setWordWrap(False)


def _contested(number: int) -> str:
    return f"{DISPUTED.glyph} {counted(number, 'conflict')}  {action_table.row('settle').shown_keys}" if number else ""


def _told(pace: Pace) -> str:
    return f"{pace.decided} in {_long(pace.taken)}, {_long(pace.left)} left at that pace"


def _long(time: timedelta) -> str:
    """About how long, in the words of somebody who looks at the clock."""
    minutes = round(time / timedelta(minutes=1))
    if minutes < 2:
        return "a minute"
    if minutes > 10:
        minutes = round(minutes / 5) * 5
    if minutes < 60:
        return f"{minutes} minutes"
    hours = round(minutes / 30) / 2
    return "an hour" if hours == 1 else f"{hours:g} hours"
