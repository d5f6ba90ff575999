"""How the parts of the window are set beside each other."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenuBar, QSplitter, QVBoxLayout, QWidget

from quotereview.settings import GEOMETRY, Setting, Settings
from quotereview.ui.controls import Button, hairline
from quotereview.ui.theme import GRID

FRAME = QSize(16, 48)
"""Room for what the system puts around a window, in logical pixels."""


AT_FIRST = QSize(1280, 800)


class Arrangement:
    """How large a window is and how its room is shared out, from one start to the next.

    Each of ``splits`` has the setting under which it is remembered, and its sizes at first, in logical pixels.
    """

    def __init__(
        self, settings: Settings, window: QMainWindow, *splits: tuple[Setting[str], QSplitter, tuple[int, int]]
    ) -> None:
        self._settings, self._window, self._splits = settings, window, splits

    def restore(self) -> None:
        """Give the window the size and the shares that it had last, within the screen."""
        self._window.resize(AT_FIRST.boundedTo(self._window.screen().availableSize() - FRAME))
        self._window.restoreGeometry(self._kept(GEOMETRY))
        for setting, splitter, sizes in self._splits:
            splitter.setSizes(sizes)
            splitter.restoreState(self._kept(setting))

    def remember(self) -> None:
        """Keep them."""
        states = ((setting, splitter.saveState()) for setting, splitter, _ in self._splits)
        for setting, state in ((GEOMETRY, self._window.saveGeometry()), *states):
            self._settings.set(setting, state.toBase64().toStdString())

    def _kept(self, setting: Setting[str]) -> QByteArray:
        return QByteArray.fromBase64(self._settings.get(setting).encode())


def split(direction: Qt.Orientation, *parts: QWidget, growing: QWidget) -> QSplitter:
    """Parts side by side or one above the other with lines to drag; one of them grows with the window."""
    splitter = QSplitter(direction)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.setStyleSheet("QSplitter::handle { background: palette(mid) }")
    for part in parts:
        splitter.addWidget(part)
        splitter.setStretchFactor(splitter.indexOf(part), 1 if part is growing else 0)
    return splitter


def give_height(splitter: QSplitter, height: int) -> None:
    """Give the lower of two parts a height in logical pixels, and the upper one what is left."""
    splitter.setSizes([sum(splitter.sizes()) - height, height])


def stack(*parts: QWidget, growing: QWidget) -> QWidget:
    """Parts one below the other; one of them takes the height that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is growing else 0)
    return whole


def top_row(menus: QMenuBar, search: QWidget, whose: Button) -> QWidget:
    """The menus, the line that finds and whose desk it is; both stay where a system has menus elsewhere."""
    menus.setStyleSheet("QMenuBar { border: none }")
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, GRID, 0)
    row.setSpacing(GRID * 3)
    row.addWidget(menus, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(search, 1)
    row.addWidget(whose)
    top = QWidget()
    top.setLayout(row)
    return stack(top, hairline(), growing=top)
