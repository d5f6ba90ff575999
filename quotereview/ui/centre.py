"""The middle of the window, where one of several panels stands."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
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

    def add(self, panel: QWidget) -> None:
        """Take in a panel that may stand in place of those that belong here; Tab comes by it where it comes by them."""
        before, added = _stops(self)[-1:], _stops(panel)
        self.addWidget(panel)
        for first, then in pairwise([*before, *added]):
            QWidget.setTabOrder(first, then)

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


def _stops(panel: QWidget) -> list[QWidget]:
    """What Tab comes by in a panel, in its order."""
    met, at = list[QWidget](), panel.nextInFocusChain()
    # Round a panel that stands nowhere yet goes a ring in which the panel itself need not be.
    while at is not None and panel.isAncestorOf(at) and at not in met:
        met.append(at)
        at = at.nextInFocusChain()
    return [one for one in met if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
