"""The words above a list in the middle of the window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quotereview.ui.theme import GRID


class Head(QScrollArea):
    """Lines of words and tables, of which half of the page is filled at most; there they can be scrolled."""

    def __init__(self, *lines: QWidget) -> None:
        super().__init__()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 2)
        self._column.setSpacing(GRID)
        for line in lines:
            self._column.addWidget(line)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fit(self) -> None:
        """Take the height that the lines need."""
        needed, page = self._column.totalHeightForWidth(self.viewport().width()), self.parentWidget()
        self.setFixedHeight(max(0, min(needed, page.height() // 2) if page else needed))  # it has no width at first

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        elif event.type() == QEvent.Type.ParentChange and (page := self.parentWidget()) is not None:
            page.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
