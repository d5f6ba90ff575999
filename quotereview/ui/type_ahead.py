"""A line to write in that offers what may be meant, in a list of the window that never takes the keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from quotereview.review.completion import COLON, Completion
from quotereview.ui.controls import PRESSING, STEPS, Field
from quotereview.ui.theme import GRID

Completing = Callable[[str, int], Completion]
"""Gives what may stand in a line, by what is written and where the cursor is in it."""

LONGEST = 7


class TypeAheadField(Field):
    """A line whose list of offers opens as one writes: Up and Down choose in it, Enter and Tab take, Esc shuts it.

    What is written stays as it is until something is chosen, so that fast typing is never changed; only where
    ``tab_takes_first`` does Tab take the first offer unchosen.
    """

    def __init__(
        self,
        name: str,
        hint: str,
        completing: Completing,
        *,
        tab_takes_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, hint, parent)
        self._completing = completing
        self._tab_takes_first = tab_takes_first
        self._completion = Completion(0, 0, ())
        self._list: QListWidget | None = None
        self.textEdited.connect(lambda _: self.offer_now())

    def offered(self) -> tuple[str, ...]:
        """What the list offers now; nothing while it is shut."""
        return self._completion.choices if self._list is not None else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list is None or not self._acts_on_list(event.key(), self._list):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """What Tab does."""
        if self._list is not None and next:
            chosen = self._list.currentRow()
            if chosen >= 0 or self._tab_takes_first:
                self._take(max(chosen, 0))
                return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shut()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._shut()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._shut()
        super().changeEvent(event)

    def _acts_on_list(self, key: int, offers: QListWidget) -> bool:
        if key in STEPS:
            _step(offers, STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self._shut()
        elif key in PRESSING and offers.currentRow() >= 0:
            if not self._take(offers.currentRow()).endswith(COLON):
                self.kept.emit()
        else:
            return False
        return True

    def _take(self, chosen: int) -> str:
        """Write what was chosen, and give it; after the name of a field, its values are offered next."""
        completion = self._completion
        taken = completion.choices[chosen]
        self.setSelection(completion.start, completion.end - completion.start)
        self.insert(taken)
        if not taken.endswith(COLON):
            self._shut()
        return taken

    def offer_now(self) -> None:
        """Open the list for what is written, or shut it where nothing may be meant."""
        self._completion = self._completing(self.text(), self.cursorPosition())
        if not self._completion.choices or not self.hasFocus():
            self._shut()
            return
        if self._list is None:
            self._list = self._opened()
        self._list.clear()
        self._list.addItems(self._completion.choices)
        self._place(self._list)

    def _opened(self) -> QListWidget:
        offers = QListWidget(self.window())
        offers.setAccessibleName(f"{self.accessibleName()}: names to choose from")
        offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        offers.itemClicked.connect(lambda item: self._take(offers.row(item)))
        return offers

    def _place(self, offers: QListWidget) -> None:
        """Below the line, or above it where there is no room; as wide as the line or the longest offer."""
        window = self.window()
        left, top = self.mapTo(window, QPoint(0, 0)).toTuple()
        width = max(self.width(), offers.sizeHintForColumn(0) + GRID * 6)
        height = min(offers.count(), LONGEST) * offers.sizeHintForRow(0) + 2 * offers.frameWidth()
        below = top + self.height()
        y = below if below + height <= window.height() else max(top - height, 0)
        offers.setGeometry(left, y, min(width, window.width() - left), height)
        offers.show()
        offers.raise_()

    def _shut(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None


def _step(offers: QListWidget, steps: int) -> None:
    """Choose the next or the one before, going round; from none, the first or the last."""
    at = offers.currentRow()
    before_the_first = at < 0 and steps > 0
    offers.setCurrentRow(0 if before_the_first else (max(at, 0) + steps) % offers.count())
