"""The matrix of a story in the middle of the window: who printed what, in which version, and below it one in full."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from quotereview.review.matrix import Matrix, Row, Version
from quotereview.ui import matrix_words
from quotereview.ui.ask_line import AskLine
from quotereview.ui.controls import Words
from quotereview.ui.frames import stack
from quotereview.ui.head import Head
from quotereview.ui.in_full import page_down
from quotereview.ui.matrix_detail import MatrixDetail
from quotereview.ui.matrix_model import Fold
from quotereview.ui.matrix_table import MatrixTable
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.theme import TextSize

KEYS = (
    "← ↑ ↓ →  cells · Enter  to the quote · Shift+X  versions side by side · Space  further down · "
    "L  shared text · D  only what is told differently · F  quotes of one outlet alone · N P  other stories · "
    "+  bring an article in · −  take this one out · R  as proposed · Esc  back"
)
NO_KEYS = "N P  other stories · +  bring an article in · Esc  back"
ASKING_KEYS = "Enter brings it in · ↓ chooses · Esc  not now"
WHICH = "Which article tells of the same event, too?"
WRITE = "Write some of its outlet or title."
NO_SUCH = "No article is called so: choose one that is offered."
COMPARING = "Comparing the quotes of the story …"
ALONE = (
    "No other article of the store is known to tell of the same event, so there is nothing to compare. "
    "N goes to a story that several articles tell."
)
NO_QUOTES = "The articles of this story hold no quotes that are compared."
NOTHING_DIFFERS = "Nothing is told differently in this story. D shows all its quotes."
STEPS = {"n": 1, "p": -1}


@dataclass(frozen=True)
class Told:
    """Which story of how many is shown, what it is called, and which of its articles (ids) an editor put there.

    ``waiting`` is how many quotes of the store are still to be compared.
    """

    which: str = ""
    name: str = ""
    placed: frozenset[str] = frozenset()
    waiting: int = 0


class MatrixPanel(QWidget):
    """A story as a table, and the chosen cell in full.

    Signals: ``quote_wanted`` with the ids of an article and a quote to go to; ``versions_wanted`` with the same, to be
    shown side by side; ``text_wanted`` with a Column and a number, from 0, for the text that it shares with another
    article; ``story_wanted`` with 1 or -1; ``join_wanted`` when an article is to be brought in, ``joined`` with its id;
    ``part_wanted`` and ``release_wanted`` with that of the chosen one, to be taken out, or to be where it is proposed;
    ``left`` when the panel is to close.
    """

    quote_wanted = Signal(str, str)
    versions_wanted = Signal(str, str)
    text_wanted = Signal(object, int)
    story_wanted = Signal(int)
    left = Signal()
    join_wanted = Signal()
    joined = Signal(str)
    part_wanted = Signal(str)
    release_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Matrix of the story")
        self._matrix: Matrix | None = None
        self._disputed = self._unfolded = False
        self._texts = 0
        self._told = Told()
        self._choices: Mapping[str, str] = {}
        self._title, self._story = Words(size=TextSize.LARGE), Words(bold=True)
        self._quotes, self._state = Words(size=TextSize.SMALL, quiet=True), Words(quiet=True)
        self.table, self.detail = MatrixTable(), MatrixDetail()
        self._deeds = self._keyed()
        self._keys, self.ask = keys_line(NO_KEYS), AskLine("An article")
        self.ask.answered.connect(self._join)
        self.ask.left.connect(self.end_question)
        self.table.moved.connect(self.show_cell)
        self.table.entered.connect(self._go)
        for part in (self.table, self.detail):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self.table)

    def begin(self, told: Told) -> None:
        """Show that a story is being compared."""
        self._tell(told)
        self._show(None, COMPARING)

    def show_matrix(self, told: Told, matrix: Matrix, quote: str) -> None:
        """Show a story, at a quote (id) if it is among those shown, else where one was."""
        self._tell(told)
        if self._holds_single(matrix, quote):
            self._unfolded = True
        self._show(matrix, self._lacking(matrix), quote)

    def ask_which(self, choices: Mapping[str, str], likely: Sequence[str]) -> None:
        """Ask for the article to bring in: ``choices`` are ids by what articles are called, ``likely`` comes first."""
        self._choices = choices
        self._keys.setText(ASKING_KEYS)
        self.ask.ask(WHICH, WRITE, names=list(choices), first=likely)

    def end_question(self) -> None:
        """Ask no longer; the keys are the table's again."""
        if self.ask.isHidden():
            return
        if self.ask.field.hasFocus():  # before it is hidden, which would give the keys to anybody
            self.table.setFocus()
        self.ask.hide()
        self._keys.setText(KEYS if self._matrix and self.table.cells.lines else NO_KEYS)

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

    def _tell(self, told: Told) -> None:
        self._told = told
        self._title.setText(told.name)

    def _show(self, matrix: Matrix | None, lacking: str, quote: str = "") -> None:
        at = self.table.currentIndex()
        self._matrix = matrix
        several = matrix is not None and len(matrix.articles) > 1
        self._story.say(matrix_words.story(matrix) if matrix and several else "")
        quotes = matrix_words.quotes(matrix) if matrix and several else ""
        told = [self._told.which, quotes, matrix_words.waiting(self._told.waiting)]
        self._quotes.say(" · ".join(filter(None, told)))
        self._state.say(lacking)
        self.table.cells.show_matrix(
            None if lacking else matrix, self._told.placed, disputed=self._disputed, unfolded=self._open
        )
        self.table.share_out()
        for part in (self.detail, self.table.horizontalHeader(), self.table.verticalHeader()):
            part.setVisible(not lacking)  # the table itself stays, which has the keys
        if self.ask.isHidden():
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

    def _article(self) -> str:
        """The article (id) of the chosen version, else the first of the chosen outlet; nothing where no table is."""
        if version := self.version():
            return version.wording.article
        column = self.table.cells.column(self.table.currentIndex().column())
        return column.articles[0].id if column else ""

    # Keys

    def _keyed(self) -> dict[str, Callable[[], object]]:
        """What the letters and signs do, those aside that lead to another story."""
        return {
            "m": self.left.emit,
            "f": self._fold,
            "d": self._narrow,
            "x": self._ask_versions,
            "l": self._ask_text,
            " ": partial(page_down, self.detail),
            "+": self.join_wanted.emit,
            "-": lambda: self._correct(self.part_wanted),
            "r": lambda: self._correct(self.release_wanted),
        }

    def _press(self, key: str) -> None:
        pressed = key.lower()
        if pressed in STEPS:
            self.story_wanted.emit(STEPS[pressed])
        elif pressed in self._deeds:
            self._deeds[pressed]()

    def _go(self) -> None:
        if version := self.version():
            self.quote_wanted.emit(version.wording.article, version.wording.quote)
        elif isinstance(self.table.cells.line(self.table.currentIndex().row()), Fold):
            self._fold()

    def _ask_versions(self) -> None:
        if version := self.version():
            self.versions_wanted.emit(version.wording.article, version.wording.quote)

    def _ask_text(self) -> None:
        if column := self.table.cells.column(self.table.currentIndex().column()):
            self._texts += 1
            self.text_wanted.emit(column, self._texts - 1)

    def _correct(self, wanted: SignalInstance) -> None:
        if article := self._article():
            wanted.emit(article)

    def _fold(self) -> None:
        """Show what one outlet alone printed, or fold it away."""
        self._unfolded = not self._unfolded
        self._show_again()

    def _narrow(self) -> None:
        """Show only what is told differently, or all."""
        self._disputed = not self._disputed
        self._show_again()

    def _show_again(self) -> None:
        if self._matrix is not None:
            version = self.version()
            self._show(self._matrix, self._lacking(self._matrix), version.wording.quote if version else "")

    def _join(self, name: str) -> None:
        """Bring in the article that is called so, or ask once more."""
        if name in self._choices:
            self.end_question()
            self.joined.emit(self._choices[name])
        else:
            self.ask.ask(WHICH, NO_SUCH, name, names=list(self._choices), first=())

    def _holds_single(self, matrix: Matrix, quote: str) -> bool:
        return any(row.single and row.base.quote == quote for row in matrix.rows)

    def _lay_out(self) -> None:
        head = Head(self._title, self._story, self._quotes, self._state)
        lay_out(self, head, ((self.table, 5), (self.detail, 3)), stack(self.ask, self._keys, growing=self.ask))
