"""What happens when the program itself is at fault: it says so, shows a report, and goes on."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quotereview import __version__
from quotereview.errors import KnownError
from quotereview.ui.controls import Button, Words

log = logging.getLogger(__name__)


class ReportDialog(QDialog):
    """Shows a report that can be copied; nothing is sent anywhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Report")
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column = QVBoxLayout(self)
        column.addWidget(Words("The program made a mistake. Every decision so far is kept, and you can go on."))
        column.addWidget(Words("This report stays on this computer; copy it if you want to pass it on.", quiet=True))
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, do in (("Copy", self.copy), ("Close", self.close)):
            button = Button(words)
            button.clicked.connect(do)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(720, 420)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class Reporter:
    """The hook for what nobody caught: a known fault is told in its sentence, anything else gets a report.

    One report is shown at a time; what follows while it is open goes to the log alone.
    """

    def __init__(self, tell: Callable[[str], object], parent: QWidget) -> None:
        self._tell = tell
        self._parent = parent
        self._open: ReportDialog | None = None

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """What ``sys.excepthook`` is given."""
        if isinstance(fault, KnownError):
            self._tell(str(fault))
            return
        if isinstance(fault, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        log.error("a bug", exc_info=(kind, fault, trace))
        if self._open is None or not self._open.isVisible():
            self._open = ReportDialog(report(kind, fault, trace), self._parent)
            self._open.show()


def report(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """Versions and the way to the fault; no word of any article beyond what the fault itself says."""
    versions = f"quotereview {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "".join([versions, "\n\n", *traceback.format_exception(kind, fault, trace)])
