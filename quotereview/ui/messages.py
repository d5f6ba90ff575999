"""Tells and asks the editor things in bars within the window; nothing here interrupts."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quotereview.errors import KnownError, NotPossible, StoreFault
from quotereview.ui.controls import Button, Words, hairline
from quotereview.ui.theme import GRID

P = ParamSpec("P")


class Bar(QWidget):
    """A line across the window with one sentence, and buttons for what can be done about it."""

    def __init__(self, name: str, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._sentence = Words()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self._sentence, 1)
        for button in buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says, or nothing."""
        return "" if self.isHidden() else self._sentence.text()


class Question(Bar):
    """A bar that asks; it takes no keys and can wait.

    Signals: ``answer_wanted`` when the editor will answer; ``dismissed`` when not.
    """

    answer_wanted = Signal()
    dismissed = Signal()

    def __init__(self, name: str, answer: str, parent: QWidget | None = None) -> None:
        self.answer, self.later = Button(answer), Button("Not now  Esc", f"{name}: not now, key Esc")
        super().__init__(name, self.answer, self.later, parent=parent)
        self.answer.clicked.connect(self.answer_wanted)
        self.later.clicked.connect(self.dismiss)

    def ask(self, sentence: str) -> None:
        """Ask in one sentence."""
        self._sentence.setText(sentence)
        self.show()

    def dismiss(self) -> None:
        """Take it that the editor will not answer now."""
        self.dismissed.emit()


class Messages(Bar):
    """A bar that tells.

    What it says stays until it is dismissed or replaced; a passing sentence, such as what a key could not do, goes with
    the next deed, and what the store did not take with the next one that it takes.

    Signals: ``covering`` with the height (logical pixels) that it takes at the foot of the part it stands over, or 0.
    """

    covering = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        close = Button("Dismiss")
        super().__init__("Messages", close, parent=parent)
        close.clicked.connect(self.dismiss)
        self._passing = self._untaken = False
        self._part: QWidget | None = None
        self.setAutoFillBackground(True)

    def stand_over(self, part: QWidget, whole: QWidget) -> None:
        """Stand at the foot of a part of the whole, over it, so that nothing moves when something is told."""
        self._part = part
        self.setParent(whole)
        part.installEventFilter(self)

    def tell(self, sentence: str, *, passing: bool = False) -> None:
        """Say one sentence."""
        self._passing, self._untaken = passing, False
        self._sentence.setText(sentence)
        self.show()
        self._place()

    def dismiss(self) -> None:
        """Clear the bar."""
        self.hide()
        self.covering.emit(0)

    def note_change(self) -> None:
        """Something was changed: that the store did not take the deed before is no longer so."""
        if self._untaken:
            self.dismiss()

    def guarded(self, verb: Callable[P, object], *, deed: bool = True) -> Callable[P, None]:
        """The same verb, its known faults told here; what is no ``deed`` of the editor leaves a passing sentence."""

        @wraps(verb)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            if deed and self._passing:
                self.dismiss()
            try:
                verb(*args, **kwargs)
            except KnownError as fault:
                untaken = isinstance(fault, StoreFault)
                self.tell(
                    f"{fault}{' Nothing was changed.' if untaken else ''}", passing=isinstance(fault, NotPossible)
                )
                self._untaken = untaken

        return run

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._part and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the sentence needs other lines, as in another size
            self._place()
        return super().event(event)

    def _place(self) -> None:
        part, whole = self._part, self.parentWidget()
        if part is not None and whole is not None:
            width = part.width()
            height = max(self.minimumSizeHint().height(), self.heightForWidth(width))
            self.setGeometry(QRect(part.mapTo(whole, QPoint(0, part.height() - height)), QSize(width, height)))
            self.raise_()
            self.covering.emit(0 if self.isHidden() else height)
