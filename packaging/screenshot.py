"""Takes the pictures of the window that the documentation shows, on the sample articles in a store of its own.

Run it with the Python of `.venv`. It draws offscreen, with or without a display, so that the pictures are the same
wherever the fonts are. An argument says into which folder they go.
"""

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview import paths
from quotereview.detection import DetectorApart
from quotereview.model import Evidence, EvidenceKind, StandingQuote
from quotereview.review.ingest import Read, read_and_detect
from quotereview.review.session import Session
from quotereview.settings import EDITOR, THEME, Settings
from quotereview.store import open_store
from quotereview.ui.looks import dress
from quotereview.ui.program import Program, application
from quotereview.ui.theme import Scheme
from quotereview.ui.window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = (1280, 800)
EDITOR_SHOWN = "Iris Holm"
SETTLED = 400  # milliseconds in which the window has laid itself out
NOW = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)  # the day after the newest sample
COLOURS = 256  # a picture has no more, so that it is small
COMMONEST = 192  # of these are taken as they are
ALIKE = 0xF0F0F0  # the bits in which the red, green and blue of colours that are much alike agree
HEARD = "Well: there was a draft, and drafts come and go, as you know. I don’t recall that one coming."
"""The transcript in the picture of the checklist: the draft that came and went, as it was said."""


@contextmanager
def session_at(store: Path, editor: str) -> Iterator[Session]:
    """An editor's session on the day of the pictures."""
    with open_store(store) as opened:
        yield Session(opened, editor, lambda: NOW)


def at_work(window: MainWindow) -> None:
    """A quote with a source that another outlet printed, too; those before it are confirmed."""
    desk = window.desk
    for item in list(desk.items):
        if desk.session.quote(item.quote).proposal.source and desk.session.crosscheck.partners(item.quote):
            desk.focus(item.article, item.quote)
            return
        desk.take(desk.session.confirm(item.quote))
    raise LookupError("no sample quote has a source and a match")


def in_conflict(window: MainWindow) -> None:
    """A quote for which one outlet names a source, and another none."""
    session = window.desk.session
    only = [["source"]]
    focus(
        window,
        lambda quote: (
            [[one.field for one in match.conflicts] for match in session.crosscheck.partners(quote.id)] == only
        ),
    )


def side_by_side(window: MainWindow) -> None:
    """A quote that five outlets printed, each in its own way, and a version with another number."""
    focus(
        window, lambda quote: quote.ruling.passages[0].words.startswith("We will not close the Ansel Bridge for three")
    )
    press("Shift+X")
    rows = window.stage.versions.panel.rows
    rows.choose(next(at for at, line in enumerate(rows.things) if "number" in line.disputed))


def checked(window: MainWindow) -> None:
    """A quote held against a transcript, its checklist open and half gone through."""
    focus(window, lambda quote: quote.ruling.passages[0].words.startswith("There was a draft"))
    transcript = Evidence(EvidenceKind.TRANSCRIPT, "telephone interview, our recording", "0:04:31", words=HEARD)
    window.desk.take(window.desk.session.proof.add_evidence(window.desk.quote, transcript))
    press("V", "R", "R", "R", "-")


def in_arabic(window: MainWindow) -> None:
    """An Arabic article, its first speaker being named."""
    focus(window, lambda quote: quote.ruling.passages[0].words.startswith("كنت"))
    press("S")
    written = QInputMethodEvent()
    written.setCommitString("هدى الشامي")
    QApplication.sendEvent(QApplication.focusObject(), written)


def in_matrix(window: MainWindow) -> None:
    """The story that five outlets tell, at a cell that tells it differently."""
    for _ in window.desk.session.crosscheck.go_on():
        pass
    focus(window, lambda quote: quote.ruling.passages[0].words.startswith("We will not close"))
    press("Shift+M")
    QTest.qWait(SETTLED)
    press("Right", "Right")


@dataclass(frozen=True)
class Picture:
    """A file, the colours of the window in it, and what brings the window there."""

    name: str
    scheme: Scheme
    prepare: Callable[[MainWindow], None]


PICTURES = (
    Picture("review.png", Scheme.LIGHT, at_work),
    Picture("conflict.png", Scheme.DARK, in_conflict),
    Picture("versions.png", Scheme.LIGHT, side_by_side),
    Picture("checks.png", Scheme.LIGHT, checked),
    Picture("arabic.png", Scheme.LIGHT, in_arabic),
    Picture("matrix.png", Scheme.LIGHT, in_matrix),
)


def focus(window: MainWindow, wanted: Callable[[StandingQuote], bool]) -> None:
    """Go to the first quote that is wanted. Raises LookupError."""
    item = next((item for item in window.desk.items if wanted(window.desk.session.quote(item.quote))), None)
    if item is None:
        raise LookupError("no sample quote is like that")
    window.desk.focus(item.article, item.quote)


def press(*keys: str) -> None:
    """Press keys, as they are written in the table of keys."""
    for key in keys:
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keySequence(where, key)


def keep_samples(store: Path, detector: DetectorApart) -> None:
    """Read all sample articles into a store."""
    with session_at(store, EDITOR_SHOWN) as session:
        for read in read_and_detect([paths.resource("samples")], detector):
            if isinstance(read, Read):
                session.keep(read)
        for _ in session.crosscheck.go_on():
            pass


def few_colours(image: QImage) -> QImage:
    """The picture in as many colours as a byte tells apart: the commonest, and one for all that are unlike these."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    ordered = [colour for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common()]
    kept = ordered[:COMMONEST]
    met = {colour & ALIKE for colour in kept}
    for colour in ordered[COMMONEST:]:
        if colour & ALIKE not in met and len(kept) < COLOURS:
            kept.append(colour)
            met.add(colour & ALIKE)
    exact = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, kept, exact)


def take(picture: Picture, qt: QApplication, samples: Path, detector: DetectorApart) -> QImage:
    """Show the window on a copy of the samples, and give what it looks like."""
    folder = samples.parent / picture.name
    folder.mkdir()
    settings = Settings(folder / "settings.json")
    settings.set(EDITOR, EDITOR_SHOWN)
    settings.set(THEME, picture.scheme.value)
    dress(qt, settings)
    program = Program(qt, settings, session_at, detector)
    program.open(Path(shutil.copy(samples, folder)))
    assert program.window is not None
    program.window.resize(*SIZE)
    QTest.qWait(SETTLED)
    picture.prepare(program.window)
    QTest.qWait(SETTLED)
    taken = program.window.grab().toImage()
    program.window.close()
    return taken


def take_all(to: Path) -> None:
    """Take all pictures into a folder."""
    with tempfile.TemporaryDirectory() as scratch, DetectorApart() as detector:
        samples = Path(scratch) / "wires.qrev"
        keep_samples(samples, detector)
        qt = application()
        for picture in PICTURES:
            few_colours(take(picture, qt, samples, detector)).save(str(to / picture.name), quality=0)


if __name__ == "__main__":
    os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC")
    take_all(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
