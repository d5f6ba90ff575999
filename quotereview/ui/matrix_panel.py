"""The matrix of a story in the middle of the window: who printed what, in which version, and below it one in full."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.review.matrix import Matrix, Row, Version
from quotereview.ui import matrix_words
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.matrix_detail import MatrixDetail
from quotereview.ui.matrix_model import Fold
from quotereview.ui.matrix_table import MatrixTable
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.theme import TextSize

KEYS = (
    "← ↑ ↓ →  cells · Enter  to the quote · Shift+X  versions side by side · Space  further down · "
    "L  shared text · D  only what is told differently · F  quotes of one outlet alone · N P  other stories · Esc  back"
)
NO_KEYS = "N P  other stories · Esc  back"
COMPARING = "Comparing the quotes of the story …"
ALONE = (
    "No other article of the store is known to tell of the same event, so there is nothing to compare. "
    "N goes to a story that several articles tell."
)
NO_QUOTES = "The articles of this story hold no quotes that are compared."
NOTHING_DIFFERS = "Nothing is told differently in this story. D shows all its quotes."
LEAVE, FOLD, DISPUTED, VERSIONS, TEXT, DOWN = "m", "f", "d", "x", "l", " "
STEPS = {"n": 1, "p": -1}


class MatrixPanel(QWidget):
    """A story as a table, and the chosen cell in full.

    Signals: ``quote_wanted`` with the ids of an article and a quote to go to; ``versions_wanted`` with the same, to be
    shown side by side; ``text_wanted`` with a Column and a number, from 0, for the text that it shares with another
    article; ``story_wanted`` with 1 or -1; ``left`` when the panel is to close.
    """

    quote_wanted = Signal(str, str)
    versions_wanted = Signal(str, str)
    text_wanted = Signal(object, int)
    story_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Matrix of the story")
        self._matrix: Matrix | None = None
        self._disputed = self._unfolded = False
        self._texts = 0
        self._which, self._title, self._story = "", Words(size=TextSize.LARGE), Words(bold=True)
        self._quotes, self._state = Words(size=TextSize.SMALL, quiet=True), Words(quiet=True)
        self.table, self.detail = MatrixTable(), MatrixDetail()
        self._keys = keys_line(NO_KEYS)
        self.table.moved.connect(self.show_cell)
        self.table.entered.connect(self._go)
        for part in (self.table, self.detail):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self.table)

    def begin(self, which: str, title: str) -> None:
        """Show that a story is being compared: which of how many it is, and what it is called."""
        self._which = which
        self._title.setText(title)
        self._show(None, COMPARING)

    def show_matrix(self, which: str, matrix: Matrix, quote: str) -> None:
        """Show a story, at a quote (id) if it is among those shown, else where one was."""
        self._which = which
        self._title.setText(matrix.title)
        if self._holds_single(matrix, quote):
            self._unfolded = True
        self._show(matrix, self._lacking(matrix), quote)

    def show_cell(self) -> None:
        """Show the chosen cell in full."""
        self._texts = 0
        at, cells = self.table.currentIndex(), self.table.cells
        line = cells.line(at.row())
        if isinstance(line, Row) and self._matrix is not None:
            self.detail.show_cell(line, at.column(), [matrix_words.outlet(one) for one in self._matrix.columns])
        elif isinstance(line, Fold):
            self.detail.tell(f"{line.words}. F {'folds' if line.open else 'unfolds'} them.")

    def version(self) -> Version | None:
        """The first version in the chosen cell."""
        return next(iter(self._versions()), None)

    def said(self) -> str:
        """What stands above the table, or in its place."""
        shown = (self._title, self._story, self._quotes, self._state, self._keys)
        return "\n".join(words.text() for words in shown if not words.isHidden() and words.text())

    # Showing

    def _show(self, matrix: Matrix | None, lacking: str, quote: str = "") -> None:
        at = self.table.currentIndex()
        self._matrix = matrix
        several = matrix is not None and len(matrix.articles) > 1
        self._story.say(matrix_words.story(matrix) if matrix and several else "")
        told = [self._which, matrix_words.quotes(matrix) if matrix and several else ""]
        self._quotes.say(" · ".join(filter(None, told)))
        self._state.say(lacking)
        self.table.cells.show_matrix(None if lacking else matrix, disputed=self._disputed, unfolded=self._open)
        self.table.share_out()
        self.detail.setVisible(not lacking)  # the table stays, which has the keys
        self._keys.setText(NO_KEYS if lacking else KEYS)
        row, column = self.table.cells.row_of(quote) or (at.row(), at.column())
        self.table.choose(row, column)
        self.show_cell()

    @property
    def _open(self) -> bool:
        """Whether what one outlet alone printed is shown: where it is asked for, or there is nothing else."""
        return self._unfolded or (self._matrix is not None and all(row.single for row in self._matrix.rows))

    def _lacking(self, matrix: Matrix) -> str:
        """Why there is no table to show."""
        if len(matrix.articles) < 2:
            return ALONE
        if not matrix.rows:
            return NO_QUOTES
        return NOTHING_DIFFERS if self._disputed and not any(row.disputed for row in matrix.rows) else ""

    def _versions(self) -> Sequence[Version]:
        at = self.table.currentIndex()
        line = self.table.cells.line(at.row())
        return line.cells[at.column()] if isinstance(line, Row) else ()

    # Keys

    def _go(self) -> None:
        if version := self.version():
            self.quote_wanted.emit(version.wording.article, version.wording.quote)
        elif isinstance(self.table.cells.line(self.table.currentIndex().row()), Fold):
            self._press(FOLD)

    def _press(self, key: str) -> None:
        pressed = key.lower()
        if pressed == LEAVE:
            self.left.emit()
        elif pressed in STEPS:
            self.story_wanted.emit(STEPS[pressed])
        elif pressed == DOWN:
            self.detail.page_down()
        elif pressed == VERSIONS and (version := self.version()):
            self.versions_wanted.emit(version.wording.article, version.wording.quote)
        elif pressed == TEXT and (column := self.table.cells.column(self.table.currentIndex().column())):
            self._texts += 1
            self.text_wanted.emit(column, self._texts - 1)
        elif pressed in (FOLD, DISPUTED) and self._matrix is not None:
            self._narrow(pressed)

    def _narrow(self, key: str) -> None:
        """Fold or unfold what one outlet alone printed, or show only what is told differently, or all."""
        version = self.version()
        if key == FOLD:
            self._unfolded = not self._unfolded
        else:
            self._disputed = not self._disputed
        if self._matrix is not None:
            self._show(self._matrix, self._lacking(self._matrix), version.wording.quote if version else "")

    def _holds_single(self, matrix: Matrix, quote: str) -> bool:
        return any(row.single and row.base.quote == quote for row in matrix.rows)

    def _lay_out(self) -> None:
        head = Head(self._title, self._story, self._quotes, self._state)
        lay_out(self, head, ((self.table, 5), (self.detail, 3)), self._keys)
