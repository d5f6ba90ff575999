"""Two versions of one quote side by side, each with the words the other has not marked by shape and colour."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from quotereview.model import AlignedWords, Edit, Located, Match, Relation
from quotereview.ui.positions import display
from quotereview.ui.theme import Colours, colours_of, quoting_font

CLOSING = ",.;:!?…)]”’"
SIZE = 0.9
"""The size of these words against the article's."""


class Weight(StrEnum):
    """How a run of words stands in its version: shared, different, or different and of no account; or not in it."""

    SHARED = "shared"
    DIFFERENT = "different"
    QUIET = "quiet"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one version that are shown alike."""

    words: str
    weight: Weight


def here(match: Match) -> tuple[Run, ...]:
    """The version of the quote in focus."""
    return _version(match, Edit.ONLY_HERE)


def there(match: Match) -> tuple[Run, ...]:
    """The version of the other article."""
    return _version(match, Edit.ONLY_THERE)


def as_printed(located: Located) -> tuple[Run, ...]:
    """The words of a quote that is held against a text in which it stands."""
    return older(located.alignment)


def in_transcript(located: Located) -> tuple[Run, ...]:
    """The words of the text, with some on either side, which are of no account."""
    around = (Run(f"… {located.before.strip()}", Weight.QUIET), Run(f"{located.after.strip()} …", Weight.QUIET))
    return (around[0], *newer(located.alignment), around[1])


def older(alignment: Sequence[AlignedWords]) -> tuple[Run, ...]:
    """The first of two aligned versions."""
    return _side(alignment, Edit.ONLY_HERE)


def newer(alignment: Sequence[AlignedWords]) -> tuple[Run, ...]:
    """The second of two aligned versions."""
    return _side(alignment, Edit.ONLY_THERE)


def _side(alignment: Sequence[AlignedWords], own: Edit) -> tuple[Run, ...]:
    kept = (part for part in alignment if part.edit in (Edit.SAME, own))
    return tuple(Run(part.words, _weight(part, Relation.EDITED, inside=True)) for part in kept)


def spoken(runs: Iterable[Run]) -> str:
    """The runs as plain words, different ones in brackets."""
    return "".join(_bracketed(run) for run in _spaced(runs))


def _version(match: Match, own: Edit) -> tuple[Run, ...]:
    """Of a fragment or an overlap, what lies beyond the shared words is no difference but more of the same."""
    alignment = match.alignment
    shared = [index for index, part in enumerate(alignment) if part.edit is Edit.SAME]
    if match.relation in (Relation.FRAGMENT, Relation.OVERLAP) and shared:
        inner = range(shared[0], shared[-1] + 1)
    else:
        inner = range(len(alignment))
    return tuple(
        Run(part.words, _weight(part, match.relation, inside=index in inner))
        for index, part in enumerate(alignment)
        if part.edit in (Edit.SAME, own) and part.words
    )


def _weight(part: AlignedWords, relation: Relation, *, inside: bool) -> Weight:
    if part.edit is Edit.SAME or relation is Relation.TRANSLATION:
        return Weight.SHARED
    worded = any(character.isalnum() for character in part.words)
    return Weight.DIFFERENT if inside and worded else Weight.QUIET


def _spaced(runs: Iterable[Run]) -> Iterable[Run]:
    """The runs with the spaces between them, none before a run of closing punctuation."""
    before = ""
    for index, run in enumerate(runs):
        if index and parted(before, run.words):
            yield Run(" ", Weight.SHARED)
        before = run.words
        yield run


def parted(before: str, after: str) -> bool:
    """Whether a space stands between two runs: not before closing punctuation, nor in a script that parts no words."""
    return after[0] not in CLOSING and any(
        unicodedata.east_asian_width(edge) not in "WF" for edge in (before[-1], after[0])
    )


def _bracketed(run: Run) -> str:
    return f"[{run.words}]" if run.weight is Weight.DIFFERENT else run.words


class Version(QWidget):
    """One version of a quote, as plain text in the article's face; different words in brackets and underlined."""

    def __init__(self, runs: Sequence[Run] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(quoting_font(SIZE))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_runs(runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show another version."""
        self._runs = tuple(runs)
        self.setAccessibleName(spoken(runs))
        self._write()
        self.updateGeometry()
        self.update()

    def _write(self) -> None:
        self._document.clear()
        cursor = QTextCursor(self._document)
        for run in _spaced(self._runs):
            cursor.insertText(display(_bracketed(run)), letters(run.weight, colours_of(self.palette())))

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._document.setTextWidth(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.WindowText))
        context.palette = palette
        with QPainter(self) as painter:
            self._document.documentLayout().draw(painter, context)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._document.setDefaultFont(quoting_font(SIZE))
            self.updateGeometry()
        if event.type() == QEvent.Type.PaletteChange:
            self._write()


def letters(weight: Weight, colours: Colours) -> QTextCharFormat:
    """How words are set that stand so in their version: by shape, and by colour as well."""
    found = QTextCharFormat()
    if weight is Weight.DIFFERENT:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        found.setForeground(colours.corrected)
    elif weight in (Weight.QUIET, Weight.GONE):
        found.setForeground(colours.quiet)
        found.setFontStrikeOut(weight is Weight.GONE)
    return found
