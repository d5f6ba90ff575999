"""A few lines to write in, such as a list of points or a transcript."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quotereview.ui.controls import PRESSING, takes_any

SHOWN_LINES = 10


class Lines(QPlainTextEdit):
    """Plain lines: no action of the window fires while one types, Ctrl+Enter keeps and Esc leaves, Tab goes on.

    Signals: ``kept``; ``left``.
    """

    kept = Signal()
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None, *, shown: int = SHOWN_LINES) -> None:
        """``shown`` is how many lines are in sight at once."""
        super().__init__(parent)
        self._lines = shown
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of each paragraph, by its first letter
        self.document().setDefaultTextOption(option)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if takes_any(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in PRESSING and with_control:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        around = self.frameWidth() + round(self.document().documentMargin())
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 2 * around)
