"""Takes the README's picture of the window, at work on the sample articles in a store of its own.

Run it with the Python of `.venv`; without a display it draws offscreen. An argument says where the picture goes.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest

from quotereview import app, paths
from quotereview.detection import DetectorApart
from quotereview.review.ingest import Read, read_and_detect
from quotereview.review.queue import Order, QueueItem, ordered
from quotereview.review.session import Session
from quotereview.settings import EDITOR, Settings
from quotereview.ui.looks import dress
from quotereview.ui.program import Program, application

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "screenshot.png"
SIZE = (1440, 900)
EDITOR_SHOWN = "Iris Holm"
SETTLED = 400  # milliseconds in which the window has laid itself out


def review_some(session: Session, detector: DetectorApart) -> QueueItem:
    """Keep the samples and confirm quotes, up to the first that shows a source and the same words elsewhere."""
    for read in read_and_detect([paths.resource("samples")], detector):
        if isinstance(read, Read):
            session.keep(read)
    for item in ordered(session, Order.ARTICLE):
        if session.quote(item.quote).proposal.source and session.matches(item.quote):
            return item
        session.confirm(item.quote)
    raise LookupError("no sample quote has a source and a match")


def take_picture(folder: Path, to: Path) -> None:
    """Show the window on a store in this folder, and save what it looks like."""
    store, settings = folder / "wires.qrev", Settings(folder / "settings.json")
    settings.set(EDITOR, EDITOR_SHOWN)
    detector = DetectorApart()
    with app.session_at(store, EDITOR_SHOWN) as session:
        shown = review_some(session, detector)
    qt = application()
    dress(qt, settings)
    program = Program(qt, settings, app.session_at, detector)
    program.open(store)
    assert program.window is not None
    program.window.resize(*SIZE)
    QTest.qWait(SETTLED)
    program.window.desk.focus(shown.article, shown.quote)
    QTest.qWait(SETTLED)
    program.window.grab().save(str(to))
    program.window.close()


if __name__ == "__main__":
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        take_picture(Path(scratch), Path(sys.argv[1]) if sys.argv[1:] else PICTURE)
