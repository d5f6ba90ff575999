"""Tells the editor things in a bar within the window; nothing here interrupts."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from quotereview.errors import KnownError
from quotereview.ui import theme
from quotereview.ui.controls import Button, Words

P = ParamSpec("P")


class Messages(QFrame):
    """A bar with one sentence, which stays until it is dismissed or replaced, and perhaps one thing to do about it.

    Signals: ``told`` with the sentence.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.setAccessibleName("Messages")
        self._sentence = Words()
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remedy = Button("")
        self.remedy.clicked.connect(self._do)
        self._doing: Callable[[], object] | None = None
        close = Button("Dismiss")
        close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.GRID * 4, theme.GRID * 2] * 2)
        row.setSpacing(theme.GRID * 2)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.remedy)
        row.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says, or nothing."""
        return "" if self.isHidden() else self._sentence.text()

    def tell(self, sentence: str, remedy: str = "", doing: Callable[[], object] | None = None) -> None:
        """Say one sentence; ``remedy`` is the word on the button that does something about it."""
        self._sentence.setText(sentence)
        self._doing = doing
        self.remedy.setText(remedy)
        self.remedy.setAccessibleName(remedy)
        self.remedy.setVisible(doing is not None)
        self.show()
        self.told.emit(sentence)

    def dismiss(self) -> None:
        """Clear the bar."""
        self.hide()

    def guarded(self, verb: Callable[P, object]) -> Callable[P, None]:
        """The same verb, its known faults told here."""

        @wraps(verb)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                verb(*args, **kwargs)
            except KnownError as fault:
                self.tell(str(fault))

        return run

    def _do(self) -> None:
        self.dismiss()
        if self._doing is not None:
            self._doing()
