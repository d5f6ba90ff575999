"""Tells the editor things in a bar within the window; nothing here interrupts."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quotereview.errors import KnownError, NotPossible
from quotereview.ui.controls import Button, Words, hairline
from quotereview.ui.theme import GRID

P = ParamSpec("P")


class Messages(QWidget):
    """A bar with one sentence.

    It stays until it is dismissed or replaced; a passing one, such as what a key could not do, goes with the next deed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Messages")
        self._sentence = Words()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._passing = False
        close = Button("Dismiss")
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        row.addWidget(self._sentence, 1)
        row.addWidget(close)
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

    def tell(self, sentence: str, *, passing: bool = False) -> None:
        """Say one sentence."""
        self._passing = passing
        self._sentence.setText(sentence)
        self.show()

    def dismiss(self) -> None:
        """Clear the bar."""
        self.hide()

    def guarded(self, verb: Callable[P, object]) -> Callable[P, None]:
        """The same verb, its known faults told here."""

        @wraps(verb)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            if self._passing:
                self.dismiss()
            try:
                verb(*args, **kwargs)
            except KnownError as fault:
                self.tell(str(fault), passing=isinstance(fault, NotPossible))

        return run
