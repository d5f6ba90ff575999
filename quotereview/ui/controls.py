"""The few controls the panels are made of; each takes its words and its accessible name in one go."""

import html
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quotereview.direction import runs_from_right
from quotereview.ui import theme
from quotereview.ui.positions import display
from quotereview.ui.theme import Colours, State, TextSize

Value = TypeVar("Value")

LONGEST_WORD = 18  # characters that words in a narrow place are given room for
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
FOR_A_WHILE = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why the keys may go without the editor having turned to something else."""

_FROM_THE_RIGHT = Qt.LayoutDirection.RightToLeft


class Field(QLineEdit):
    """A line to write in: no action of the window fires while one types, Enter keeps and Esc leaves.

    Signals: ``kept`` on Enter; ``left`` when the editor gave up; ``moved`` with -1 or 1 on Up and Down.
    """

    kept = Signal()
    left = Signal()
    moved = Signal(int)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        if takes_any(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING:
            self._keep(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in STEPS:
            self.moved.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _keep(self, event: QKeyEvent) -> None:
        """Enter keeps; one still held down from before the field opened does not, nor one that closes the article."""
        if not event.isAutoRepeat() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()


class DropDown(QComboBox, Generic[Value]):
    """A closed list to choose from by keyboard or mouse; its letters and arrows are its own.

    Signals: ``left`` when Esc was pressed and the list is not open.
    """

    left = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, Value]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._values = [value for _, value in choices]
        self.addItems([words for words, _ in choices])

    @property
    def value(self) -> Value:
        """What is chosen; kept here, because Qt would make a plain string of an enum."""
        return self._values[self.currentIndex()]

    def choose(self, value: Value) -> None:
        """Show a value, without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value))
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()  # it may mean something to what the list is part of
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Button(QPushButton):
    """A button of words: Tab reaches it, Enter and Space press it, a click leaves the focus where it was."""

    def __init__(self, words: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(name or words.replace("&", ""))
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        if takes(event, PRESSING):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING:
            self.click()
        else:
            super().keyPressEvent(event)


class Words(QLabel):
    """Words to read, in one of the window's sizes; always plain text: nothing in an article is ever rendered."""

    def __init__(
        self, words: str = "", size: TextSize = TextSize.NORMAL, *, bold: bool = False, quiet: bool = False
    ) -> None:
        super().__init__()
        self._room = 0
        self.setText(words)
        self._colour: Callable[[Colours], QColor] | None = _quiet if quiet else None
        self._dressing = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.set_in(lambda: theme.text_font(size, bold=bold))
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self._dress()

    def say(self, words: str, state: State | None = None) -> None:
        """Show other words, in the colour of a state if one is given, and take no room at all for none."""
        self.setText(words)
        if self.parent() is not None or not words:  # alone on the screen it would be a window of its own
            self.setVisible(bool(words))
        if state is not None:
            self._colour = state.colour
            self._dress()

    def setText(self, words: str) -> None:
        """Show other words, from the side from which they run, with nothing in them that acts unseen."""
        self.setLayoutDirection(direction_of(words))
        self._leave_room()
        super().setText(display(words))

    def set_in(self, face: Callable[[], QFont]) -> None:
        """Set the words in a face, which is asked for again whenever the window's text changes its size."""
        self._face = face
        self.setFont(face())

    def _leave_room(self) -> None:
        """Qt draws a line from the right too far left by the space at its end: leave that room, or it is cut off."""
        room = self.fontMetrics().horizontalAdvance(" ") + 1 if self.layoutDirection() is _FROM_THE_RIGHT else 0
        more, self._room = room - self._room, room
        if more:  # Qt tells at once of other margins, and who is told may set other words
            sides = self.contentsMargins()
            self.setContentsMargins(sides.left() + more, sides.top(), sides.right(), sides.bottom())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(self._face())
        if event.type() == QEvent.Type.FontChange:
            self._leave_room()
        if event.type() == QEvent.Type.PaletteChange and not self._dressing:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        """Take the colour from the palette of the day; setting it tells of a change in turn."""
        if self._colour is not None:
            self._dressing = True
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, self._colour(theme.colours_of(self.palette())))
            self.setPalette(palette)
            self._dressing = False

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest of words that may take more lines, unless it is no word but an address or so."""
        least = super().minimumSizeHint()
        if not self.wordWrap():
            return least
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(longest, metrics.averageCharWidth() * LONGEST_WORD), least.height())


class KeyWords(Words):
    """A key, small, in a column with room for the widest, so that what stands beside several of them is aligned."""

    def __init__(self, key: str, widest: str) -> None:
        super().__init__(key, TextSize.SMALL, quiet=True)
        self._widest = widest
        self.setWordWrap(False)
        self.setContentsMargins(0, theme.GRID // 2, 0, 0)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self._least())

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(self._least())

    def _least(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._widest) + 2 * theme.GRID, 0)


class KeyButton(Button):
    """A flat button made of parts: its key, small, and beside it words that may take several lines."""

    WIDEST = "9"
    """The widest key of those in one column."""

    def __init__(self, key: str, *lines: Words, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # its words may need more lines
        small = KeyWords(key, self.WIDEST)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        self._row.setSpacing(theme.GRID)
        self._row.addWidget(small, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        for words in lines:
            column.addWidget(words)
        column.addStretch(1)
        for words in (small, *lines):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts can be: long words take more lines and push nothing out of sight."""
        return QSize(self._row.minimumSize().width(), self.sizeHint().height())


class ActionButton(KeyButton):
    """A button for one action of the table, its first key small beside its words."""

    WIDEST = "Enter"

    def __init__(self, action: QAction, words: str, key: str, parent: QWidget | None = None) -> None:
        self._says = Words(words)
        super().__init__(key, self._says, parent=parent)
        self.setAccessibleName(f"{words}, key {key}")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._action = action
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())


def hairline() -> QFrame:
    """A line across that parts two things on one panel."""
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setForegroundRole(QPalette.ColorRole.Mid)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    return rule


def direction_of(words: str) -> Qt.LayoutDirection:
    """The side from which words are to be set."""
    return _FROM_THE_RIGHT if runs_from_right(words) else Qt.LayoutDirection.LeftToRight


def plain_tip(words: str) -> str:
    """Words as a tool tip shows them, letter by letter: left to itself, Qt would render what looks like markup."""
    lines = html.escape(display(words)).splitlines()
    return f"<qt>{'<br>'.join(lines)}</qt>"


def _quiet(colours: Colours) -> QColor:
    return colours.quiet


def takes_any(event: QEvent) -> bool:
    """Whether a shortcut is about to take a key from a control that keeps them all, but for Alt, which opens menus."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and not event.modifiers() & Qt.KeyboardModifier.AltModifier
    )


def takes(event: QEvent, keys: frozenset[Qt.Key]) -> bool:
    """Whether a shortcut is about to take one of these keys, pressed alone, from the control that has the focus."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
        and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )
