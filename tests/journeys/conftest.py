"""The real program on a store of its own, with the real detector; only the dialogs are answered by the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview import app, detection
from quotereview.model import StandingQuote, Verdict
from quotereview.settings import Settings
from quotereview.ui.program import Program
from quotereview.ui.report import ReportDialog
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers

READING = 60_000  # milliseconds that the samples may take on a slow machine


class Sitting:
    """An editor at the program: presses keys, sees what stands, leaves and comes back."""

    def __init__(self, folder: Path, detector: detection.Detector, qt: QApplication, qtbot: QtBot) -> None:
        self.folder = folder
        self.store = folder / "day.qrev"
        self.answers = Answers()
        self._detector = detector
        self._qt = qt
        self.qtbot = qtbot
        self.program: Program | None = None

    @property
    def window(self) -> MainWindow:
        assert self.program is not None and self.program.window is not None
        return self.program.window

    def start(self) -> Program:
        """Start the program, without a window."""
        settings = Settings(self.folder / "settings.json")
        self.program = Program(self._qt, settings, app.session_at, lambda: self._detector, lambda _: self.answers)
        return self.program

    def come(self, *files: Path) -> MainWindow:
        """Start the program and wait until the window has begun."""
        self.start().open(self.store, files)
        self.window.resize(1280, 800)
        self.qtbot.waitUntil(lambda: self.window.begun)
        QTest.qWaitForWindowActive(self.window)
        return self.window

    def leave(self) -> None:
        """Close the window, which must have met no bug: the program's own hook would have shown a report."""
        if self.program is not None and self.program.window is not None:
            assert [report.text.toPlainText() for report in self.window.findChildren(ReportDialog)] == []
            self.program.window.close()
            self.program.window.deleteLater()
            self.program.window = None

    def wait_for_reading(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.intake.reading, timeout=READING)

    def press(self, *keys: str) -> None:
        """Press keys as they are written in the table of actions, or type words given after a colon."""
        for key in keys:
            where = QApplication.focusWidget() or self.window
            if key.startswith(":"):
                QTest.keyClicks(where, key[1:])
            else:
                QTest.keySequence(where, key)

    def focused(self) -> StandingQuote:
        standing = self.window.desk.standing()
        assert standing is not None
        return standing

    def verdicts(self) -> dict[str, Verdict]:
        desk = self.window.desk
        return {item.quote: desk.session.quote(item.quote).verdict for item in desk.items}


@pytest.fixture
def sitting(tmp_path: Path, detector: detection.Detector, qapp: QApplication, qtbot: QtBot) -> Iterator[Sitting]:
    made = Sitting(tmp_path, detector, qapp, qtbot)
    made.answers.name = "Ana Lund"
    yield made
    made.leave()


@pytest.fixture(autouse=True)
def quick(unread: None) -> None:
    """No window reads for other words by itself."""
