"""The entry point and the only file that knows every room: it builds things and hands them on."""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from quotereview import cli, paths
from quotereview.detection import DetectorApart
from quotereview.errors import KnownError
from quotereview.review.session import Session
from quotereview.settings import Settings
from quotereview.store import open_store

PATIENCE = 1.0
"""Seconds for which the window waits for another program that writes to the store, before it says so."""

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Run the command line; without a command it opens the window."""
    cli.build(open_window)()


def open_window(store: Path, files: Sequence[Path]) -> int:
    """Open the window on a store and take in files; gives the exit code. Raises KnownError without a screen."""
    _require_screen()
    logging.basicConfig(handlers=[log_handler()], level=logging.INFO)
    try:
        from quotereview.ui.program import Program, application
    except ImportError as missing:
        raise KnownError(
            f"The window needs a library that this system lacks: {missing}. "
            "Install it, or use the commands that need no window: quotereview --help."
        ) from missing
    with DetectorApart() as detector:
        return Program(application(), Settings(paths.settings_file()), session_at, detector).run(store, files)


def log_handler() -> logging.Handler:
    """What takes the log: a file in the user's data folder, else, where that cannot be written, standard error."""
    folder = paths.data_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return logging.FileHandler(folder / "quotereview.log", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return logging.StreamHandler()


@contextmanager
def session_at(store: Path, editor: str) -> Iterator[Session]:
    """An editor's session at a store, which is closed after it; blind while the editor has not left a blind read."""
    with open_store(store, patience=PATIENCE, leave_log=True) as opened:
        read = opened.blind_reads.under_way(editor)
        with opened.read_blind(read) if read else opened as seen:
            yield Session(seen, editor)


def _require_screen() -> None:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise KnownError(
            "There is no screen to open a window on; use the commands that need none: quotereview --help lists them."
        )
