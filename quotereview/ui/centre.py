"""The middle of the window, where one of several panels stands."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Centre(QStackedWidget):
    """Shows one of its panels and asks for the room of that one alone, not for that of those out of sight.

    Signals: ``replaced`` with whether a panel that was added later stands in place of those that belong there.
    """

    replaced = Signal(bool)

    def __init__(self, *panels: QWidget) -> None:
        super().__init__()
        for panel in panels:
            self.addWidget(panel)
        self.currentChanged.connect(lambda _: self.updateGeometry())
        self.currentChanged.connect(lambda at: self.replaced.emit(at >= len(panels)))

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
