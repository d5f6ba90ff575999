"""The line at the foot of the article that says in short what a key has shown."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from quotereview.ui.controls import Words, plain_tip
from quotereview.ui.positions import display
from quotereview.ui.theme import GRID, TextSize


class Foot(Words):
    """One line that keeps its height; what does not fit is cut, and the tool tip has it whole."""

    def __init__(self) -> None:
        super().__init__("", TextSize.SMALL)
        self._whole = ""
        self._hint = ""
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)

    def hint(self, words: str) -> None:
        """What to say while there is nothing to say."""
        self._hint = words
        self.tell("")

    def tell(self, words: str) -> None:
        """Say something else, also to those who hear it; for nothing, the hint."""
        self._whole = display(words or self._hint)
        self.setForegroundRole(QPalette.ColorRole.WindowText if words else QPalette.ColorRole.PlaceholderText)
        self.setAccessibleName(self._whole)
        self.setToolTip(plain_tip(self._whole))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._whole))
        self._fit()

    def said(self) -> str:
        """What the line says, also where it is cut."""
        return self._whole

    def _fit(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
