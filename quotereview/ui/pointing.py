"""Words to read of which some point to a place in the article."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from quotereview.model import Pointer, Span
from quotereview.ui import theme
from quotereview.ui.controls import PRESSING, takes
from quotereview.ui.positions import Positions, display
from quotereview.ui.theme import TextSize

TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


@dataclass(frozen=True, slots=True)
class Told:
    """Words with the places in the article that some of them speak of."""

    words: str
    pointers: tuple[Pointer, ...] = ()

    def within(self, before: str, after: str) -> "Told":
        """The same with other words around it."""
        by = len(before)
        moved = (replace(one, words=Span(one.words.start + by, one.words.end + by)) for one in self.pointers)
        return Told(f"{before}{self.words}{after}", tuple(moved))

    def then(self, other: "Told") -> "Told":
        """The same with something else told after it."""
        return Told(self.words + other.words, (*self.pointers, *other.within(self.words, "").pointers))


def pointing(words: str, place: Span | None) -> Told:
    """Words all of which point to one place, if there is one."""
    return Told(words, (Pointer(Span(0, len(words)), place),) if words and place else ())


class PointingWords(QTextBrowser):
    """Shows words; those that point are underlined, and coming to one by Tab, a click and Enter ask for its place.

    They are set as plain text with formats, never parsed: nothing in an article is ever rendered. Signals: ``pointed``
    with the place, a Span of the article's text.
    """

    pointed = Signal(object)

    def __init__(
        self,
        name: str,
        size: TextSize = TextSize.NORMAL,
        *,
        quiet: bool = False,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._told = Told("")
        self._quiet = quiet
        self.setAccessibleName(name)
        self._size, self._bold = size, bold
        self.setFont(theme.text_font(size, bold=bold))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._point)

    def text(self) -> str:
        """What is shown."""
        return self._told.words

    def say(self, told: Told) -> None:
        """Show other words, and take no room at all for none."""
        self._told = told
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if told.pointers else Qt.FocusPolicy.NoFocus)
        self._set()
        self.setVisible(bool(told.words))

    def _set(self) -> None:
        colours = theme.colours_of(self.palette())
        plain, link = QTextCharFormat(), QTextCharFormat()
        for each in (plain, link):
            each.setForeground(colours.quiet if self._quiet else colours.text)
        link.setAnchor(True)
        link.setFontUnderline(True)
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.insertText(display(self._told.words), plain)
        units = Positions(self._told.words)
        for number, pointer in enumerate(self._told.pointers):
            link.setAnchorHref(str(number))
            cursor.setPosition(units.unit(pointer.words.start))
            cursor.setPosition(units.unit(pointer.words.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(link)

    def _point(self, link: QUrl) -> None:
        self.pointed.emit(self._told.pointers[int(link.toString())].place)

    def _point_to_focused(self) -> None:
        """Ask for the place of the words that Tab has come to, which Qt selects."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        if self.textCursor().hasSelection() and cursor.charFormat().isAnchor():
            self._point(QUrl(cursor.charFormat().anchorHref()))

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(round(size.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.document().size())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in TABBED:
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        moved = super().focusNextPrevChild(forwards)
        if moved and self.hasFocus():
            self._point_to_focused()
        return moved

    def event(self, event: QEvent) -> bool:
        if takes(event, PRESSING):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme.text_font(self._size, bold=self._bold))
        if event.type() == QEvent.Type.PaletteChange:
            self._set()
