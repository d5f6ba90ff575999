"""The middle of the window, where one of several panels stands."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Centre(QStackedWidget):
    """Shows one of its panels and asks for the room of that one alone, not for that of those out of sight.

    Signals: ``replaced`` with whether a panel that was added later stands in place of those that belong there.
    """

    replaced = Signal(bool)

    @property
    def is_replaced(self) -> bool:
        """Whether such a panel stands there now."""
        return self.currentIndex() >= self._own

    def __init__(self, *panels: QWidget) -> None:
        super().__init__()
        self._panels = panels
        self._own = len(panels)
        self._covered = 0
        for panel in panels:
            self.addWidget(panel)
        self.currentChanged.connect(lambda _: self.updateGeometry())
        self.currentChanged.connect(lambda _: self._tell())

    @property
    def first(self) -> QWidget:
        """The panel that belongs there while there is nothing to show."""
        return self._panels[0]

    def leave_room(self, height: int) -> None:
        """Keep a panel that stands in place clear of what stands over the foot, ``height`` logical pixels high."""
        self._covered = height
        self.setContentsMargins(0, 0, 0, height if self.is_replaced else 0)

    def _tell(self) -> None:
        self.leave_room(self._covered)
        self.replaced.emit(self.is_replaced)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
