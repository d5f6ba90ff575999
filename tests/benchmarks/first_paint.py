"""Starts the program on a store until the window shows its article; run by bench_window in a process of its own.

Prints when that was painted, in seconds since the epoch, and whether spaCy had been imported by then.
"""

import sys
from pathlib import Path
from time import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from quotereview import app
from quotereview.ui import program
from quotereview.ui.page import Page


class Watch(QObject):
    """Sees the first paint of a page that has a quote in focus, and ends the program."""

    def begin(self) -> None:
        """Look at the page alone, once it is there: what saw every event of the program would slow it down."""
        for page in filter(lambda widget: isinstance(widget, Page), QApplication.allWidgets()):
            page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched.parent().focus:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)  # when all of the window is painted
        return False

    def _tell(self) -> None:
        print(time(), "spacy" in sys.modules, flush=True)  # noqa: T201
        QApplication.quit()


def main(store: Path) -> None:
    """Open the window as the command does, watched."""
    watch = Watch()
    application = program.application

    def watched() -> QApplication:
        made = application()
        QTimer.singleShot(0, watch.begin)
        return made

    program.application = watched
    app.open_window(store, [])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
