"""The bar in which the words of a quote are shaped by keyboard, while the text shows what would be kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.direction import runs_from_right
from quotereview.errors import NotPossible
from quotereview.model import Kind
from quotereview.review.reshaping import Edge
from quotereview.review.shaping import Shaping
from quotereview.ui.controls import FOR_A_WHILE, PRESSING, Words, hairline, takes_any
from quotereview.ui.positions import display
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.wording import in_marks

KINDS = {Kind.SPEECH: "speech", Kind.TITLE: "a title", Kind.SCARE: "a scare quote", Kind.OTHER_WORDS: "other words"}
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
COLUMNS = 4
HELP = "← → move the end of the marked words, with Shift their beginning, with Ctrl letter by letter."
SPLITTING = "← → move the line, with Ctrl letter by letter. What comes behind it will be a quote of its own."


@dataclass(frozen=True)
class _Deed:
    """What a key does to the words: the key as shown, its codes, what it says of a shaping, and its verb."""

    key: str
    codes: tuple[Qt.Key, ...]
    says: Callable[[Shaping], str]
    do: Callable[[Shaping], None]


def _split(shaping: Shaping) -> str:
    return "Split in two" if shaping.draft.split is None else "Do not split"


def _kind(shaping: Shaping) -> str:
    return f"Kind: {KINDS[shaping.draft.kind]}"


def _whole(shaping: Shaping) -> str:
    return "Fragment" if shaping.draft.partial else "Whole, no fragment"


def _within(shaping: Shaping) -> str:
    around = shaping.parent()
    return display(f"Within {in_marks(around.ruling.passages[0].words)}") if around else "Within no other quote"


DEEDS = (
    _Deed("M", (Qt.Key.Key_M,), lambda _: "To the nearest marks", Shaping.snap),
    _Deed("/", (Qt.Key.Key_Slash, Qt.Key.Key_S), _split, Shaping.turn_split),
    _Deed("+", (Qt.Key.Key_Plus, Qt.Key.Key_Equal), lambda _: "Merge with the next", Shaping.merge),
    _Deed("K", (Qt.Key.Key_K,), _kind, Shaping.turn_kind),
    _Deed("P", (Qt.Key.Key_P,), _whole, Shaping.turn_partial),
    _Deed("I", (Qt.Key.Key_I,), _within, Shaping.turn_parent),
)
ENDING = ("Enter  Keep", "Esc  Leave as it was")


class SpanEditor(QWidget):
    """Takes all keys while it is open.

    Signals: ``shaped`` with the Draft to be shown in the text and the place that moved, None when there is no more to
    show; ``kept`` with a quote's id and the Draft; ``left`` with whether a change was not kept.
    """

    shaped = Signal(object, int)
    kept = Signal(str, object)
    left = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shaping: Shaping | None = None
        self._says = Words()
        self._keys = Words(size=TextSize.SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Words of the quote")
        self._lay_out()
        self.hide()

    @property
    def shaping(self) -> Shaping | None:
        """What is being shaped."""
        return self._shaping

    def said(self) -> str:
        """All that the bar says."""
        return f"{self._says.text()} {self._keys.text()}".replace("\N{NO-BREAK SPACE}", " ")

    def begin(self, shaping: Shaping) -> None:
        """Take the keys and shape a quote."""
        self._shaping = shaping
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()

    def leave(self) -> None:
        """Close without keeping anything."""
        if self._shaping is not None:
            self._close(abandoned=self._shaping.changed)

    def _keep(self) -> None:
        if self._shaping is not None and self._do(Shaping.check):
            quote, draft = self._shaping.quote, self._shaping.draft
            self._close(abandoned=False)
            self.kept.emit(quote, draft)

    def _close(self, *, abandoned: bool) -> None:
        self._shaping = None
        self.shaped.emit(None, 0)
        self.left.emit(abandoned)
        self.hide()

    def _do(self, deed: Callable[[Shaping], None]) -> bool:
        """Do something to the words, or say why it cannot be; whether it was done."""
        if self._shaping is None:
            return False
        try:
            deed(self._shaping)
        except NotPossible as fault:
            self._say(str(fault))
            return False
        self._show()
        return True

    def _show(self) -> None:
        if self._shaping is None:
            return
        says = (*ENDING, *(f"{deed.key}  {deed.says(self._shaping)}" for deed in DEEDS))
        self._keys.say(" · ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in says))
        self._say(HELP if self._shaping.draft.split is None else SPLITTING)
        self.shaped.emit(self._shaping.draft, self._shaping.seen)

    def _say(self, sentence: str) -> None:
        self._says.say(display(sentence))
        self.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        column.setSpacing(GRID)
        column.addWidget(hairline())
        column.addWidget(self._says)
        column.addWidget(self._keys)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if takes_any(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        deed = next((deed for deed in DEEDS if plain and event.key() in deed.codes), None)
        if event.key() in ARROWS and self._shaping is not None:
            self._move(self._shaping, ARROWS[Qt.Key(event.key())], event.modifiers())
        elif event.key() in PRESSING and plain and not event.isAutoRepeat():
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._retreat()
        elif deed is not None:
            self._do(deed.do)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in FOR_A_WHILE:
            self.leave()

    def _move(self, shaping: Shaping, towards: int, modifiers: Qt.KeyboardModifier) -> None:
        """The arrows go as one sees it: in a line that runs from the right, the left one goes on."""
        edge = Edge.BEGINNING if modifiers & Qt.KeyboardModifier.ShiftModifier else Edge.END
        line = shaping.text[shaping.text.rfind("\n", 0, shaping.seen) + 1 :].partition("\n")[0]
        step = -towards if runs_from_right(line) else towards
        by_word = not modifiers & Qt.KeyboardModifier.ControlModifier
        self._do(lambda on: on.move(edge, step, by_word=by_word))

    def _retreat(self) -> None:
        """Give up the split first, then the whole."""
        if self._shaping is not None and self._shaping.draft.split is not None:
            self._do(Shaping.turn_split)
        else:
            self.leave()
