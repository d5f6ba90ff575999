"""Words of which as many are shown as there is room for."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from quotereview.ui.controls import Words, plain_tip
from quotereview.ui.theme import TextSize

FILLED = 0.7
"""How much of a line is filled at least, where the next word does not fit."""


class Elided(Words):
    """Takes no more than some lines, whatever the size of text; where that is too little, the tip has all words."""

    _whole = ""
    _lines = 1  # known from the start, for the face is set before the words

    def __init__(
        self, size: TextSize = TextSize.NORMAL, *, bold: bool = False, quiet: bool = False, lines: int = 1
    ) -> None:
        super().__init__(size=size, bold=bold, quiet=quiet)
        self._lines = lines
        self.setWordWrap(lines > 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_whole(self, words: str) -> None:
        """Show other words, as many of them as there is room for."""
        self._whole = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        width = max(1, self.contentsRect().width())
        room = width if self._lines == 1 else round(width * self._lines * FILLED)
        words = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(words)
        self.setToolTip("" if words == self._whole else plain_tip(self._whole))
        if self._lines > 1:
            self.setFixedHeight(max(0, self.heightForWidth(width)))
