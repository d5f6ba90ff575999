"""The running program: one Qt application, one window at a time, each with its own session."""

import gc
import getpass
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from quotereview import lexicon
from quotereview.errors import KnownError
from quotereview.review.ingest import Detector
from quotereview.review.session import Session
from quotereview.settings import EDITOR, Settings
from quotereview.ui import clipboard
from quotereview.ui.dialogs import Dialogs, ask_for_store
from quotereview.ui.looks import dress
from quotereview.ui.report import Reporter
from quotereview.ui.window import Ask, MainWindow

Sessions = Callable[[Path, str], AbstractContextManager[Session]]
"""Opens the store at a path for an editor, and closes it again. Raises StoreFault."""


class Program(QObject):
    """Opens stores in windows, one at a time, and lets each window's store go when the window closes."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        sessions: Sessions,
        detector: Callable[[], Detector],
        ask: Ask = Dialogs,
    ) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._sessions = sessions
        self._detector = detector
        self._ask = ask
        self.window: MainWindow | None = None

    def run(self, store: Path, files: Sequence[Path]) -> int:
        """Open a store, or another one if it cannot be had, and stay until the window closes; gives the exit code."""
        dress(self._app, self._settings)
        if not self._open_any(store, files):
            return 1
        return self._app.exec()

    def open(self, store: Path, files: Sequence[Path] = ()) -> None:
        """Open a store in a new window that takes the old one's place. Raises StoreFault, and the old one stays."""
        with ExitStack() as opening:
            session = opening.enter_context(self._sessions(store, self._settings.get(EDITOR) or _user_name()))
            window = MainWindow(session, self._settings, self._detector, self._app, self._ask)
            held = opening.pop_all()
        gc.disable()
        window.store_wanted.connect(window.messages.guarded(self.open))
        window.anew_wanted.connect(window.messages.guarded(self._open_anew))
        window.closed.connect(lambda: held.close())  # noqa: PLW0108 - Qt would not keep a bound method's owner alive
        Reporter(window.messages.tell, window).install()
        window.show()
        _tell_faults(window)
        before, self.window = self.window, window
        self._let_go(before)
        self._settings.note_store(store)
        QTimer.singleShot(0, window, lambda: _begin(window, files))

    def _open_anew(self, action: str) -> None:
        """Open the window's store once more, for what its editor is to see of it now, and do an action (its id)."""
        assert self.window is not None
        self.window.remember()
        self.open(self.window.desk.session.store_path)
        if action:
            QTimer.singleShot(0, self.window, self.window.actions_table[action].trigger)

    def _open_any(self, store: Path, files: Sequence[Path]) -> bool:
        wanted: Path | None = store
        while wanted is not None:
            try:
                self.open(wanted, files)
            except KnownError as fault:
                wanted = ask_for_store(str(fault), wanted.parent)
            else:
                return True
        return False

    def _let_go(self, window: MainWindow | None) -> None:
        if window is not None:
            gc.unfreeze()
            gc.enable()
            window.close()
            window.deleteLater()


def _begin(window: MainWindow, files: Sequence[Path]) -> None:
    """Have a window begin, and keep the search for garbage off what was read of the store by then, which stays."""
    try:
        window.begin(files)
    finally:
        gc.freeze()
        gc.enable()


def _tell_faults(window: MainWindow) -> None:
    """Say what of the user's own word list could not be read: the first such line, and how many there are."""
    faults = lexicon.faults()
    if faults:
        in_all = f" In all, {len(faults):,} lines are left out." if len(faults) > 1 else ""
        window.messages.tell(faults[0] + in_all)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "editor"


def application() -> QApplication:
    """The Qt application under the program's name."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("quotereview")
    app.setDesktopFileName("quotereview")
    app.aboutToQuit.connect(clipboard.leave_in_order)
    return app
