"""The article's text as a page to read, with its marks; nothing in it is ever rendered, fetched or read back."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from quotereview.model import Span, StandingQuote, Stretch
from quotereview.review.reshaping import Draft
from quotereview.ui import painting
from quotereview.ui.draft_marks import paint_draft
from quotereview.ui.marks import FocusMarks, Placed, focus_marks, placed, quote_at, within
from quotereview.ui.painting import Margins, Sheet
from quotereview.ui.places import Places
from quotereview.ui.positions import Positions
from quotereview.ui.theme import GRID, colours_of, reading_font
from quotereview.ui.typeset import Style, typeset

ZOOM = 1.1
SMALLEST, LARGEST = -6, 12
"""The steps of zoom there are, each ``ZOOM`` times the one before."""


class Page(QTextEdit):
    """The text in a centred column, read-only, with a caret to select by keyboard.

    Signals: ``quote_chosen`` (a quote's id) when a quote is clicked, ``laid_out`` when lines or quotes have moved,
    ``ruled`` when quotes stand otherwise where they are, ``view_moved`` when another part is seen or another quote is
    in focus, ``zoomed`` (steps from normal size).
    """

    quote_chosen = Signal(str)
    laid_out = Signal()
    ruled = Signal()
    view_moved = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._zones: tuple[Stretch, ...] = ()
        self._quotes: tuple[Placed, ...] = ()
        self._focus: Placed | None = None
        self._hovered: Placed | None = None
        self._reach_to: Placed | None = None
        self._found: tuple[Span, ...] = ()
        self._lit: tuple[Placed, ...] = ()
        self._draft: Draft | None = None
        self._steps = 0
        self._configure()
        self._set()

    def _configure(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.view_moved)
        self.setAccessibleName("Article")

    # What is shown

    def show_text(self, text: str, zones: Sequence[Stretch], quotes: Sequence[StandingQuote]) -> None:
        """Show another article from its beginning, no quote in focus."""
        self._text, self._zones = text, tuple(zones)
        self._quotes, self._focus, self._hovered = placed(text, quotes), None, None
        self._found, self._lit, self._draft = (), (), None
        self.setTextCursor(QTextCursor(self.document()))
        self._set()
        self.verticalScrollBar().setValue(0)

    def set_zones(self, zones: Sequence[Stretch]) -> None:
        """Set the same text by other zones, without moving what is read."""
        if tuple(zones) != self._zones:
            self._zones = tuple(zones)
            with self._place_kept():
                self._set()

    def set_quotes(self, quotes: Sequence[StandingQuote]) -> None:
        """Show the same article's quotes as they stand now, without moving what is read."""
        before = [quote.start for quote in self._quotes]
        focus = self._focus.quote.id if self._focus else None
        self._quotes, self._hovered = placed(self._text, quotes, self._quotes), None
        self._focus = self._find(focus)
        if before != [quote.start for quote in self._quotes]:
            with self._place_kept():
                self._set()
        else:
            self.ruled.emit()
        self.viewport().update()

    def set_focus(self, quote_id: str | None) -> None:
        """Mark one quote as the one in focus and bring it into view, unless it is seen already.

        When the focus moves, the caret goes there too, so that words near it are soon selected by keyboard.
        """
        before = self._focus.quote.id if self._focus else None
        self._focus = self._find(quote_id)
        if self._focus is not None and self._focus.quote.id != before:
            self.return_to_focus()
        self._bring_focus_into_view()
        self.viewport().update()
        self.view_moved.emit()

    def return_to_focus(self) -> None:
        """Put the caret to the quote in focus, and bring it into view."""
        if self._focus is not None:
            unit = self._positions.unit(self._focus.start)
            self._put_caret(unit, unit)
            self._bring_focus_into_view()
            self.view_moved.emit()

    def light(self, quotes: Sequence[Placed]) -> None:
        """Light some quotes together; none puts the light out."""
        self._lit = tuple(quotes)
        self.viewport().update()

    def show_place(self, place: Span) -> None:
        """Select some words and bring them into view, unless they are seen already."""
        self._put_caret(self._positions.unit(place.start), self._positions.unit(place.end))
        self._bring_into_view(place)
        self.view_moved.emit()

    def show_draft(self, draft: Draft | None, seen: int) -> None:
        """Mark the words of a draft in place of those of the quote in focus, a place in it in view; None ends it."""
        self._draft = draft
        if draft:
            self._bring_into_view(Span(seen, seen + 1))
        self.viewport().update()

    def preview_reach(self, last: str) -> None:
        """Draw the reach of the source in focus as if it ended with another quote (its id), or as it stands."""
        self._reach_to = self._find(last)
        self.viewport().update()

    def mark_found(self, found: Sequence[Span]) -> None:
        """Mark stretches of the text that were looked for, in its order and without overlap; none takes marks off."""
        self._found = tuple(found)
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        """Make the text larger by some steps, or smaller by negative ones, keeping the place."""
        steps = max(SMALLEST, min(LARGEST, self._steps + steps))
        if steps == self._steps:
            return
        self._steps = steps
        with self._place_kept():
            self._set()
        self.zoomed.emit(steps)

    # What is known of it

    @property
    def quotes(self) -> tuple[Placed, ...]:
        """The quotes on the page, in the order of the text."""
        return self._quotes

    @property
    def focus(self) -> Placed | None:
        """The quote in focus."""
        return self._focus

    @property
    def reach(self) -> Span | None:
        """How far the source of the quote in focus holds, where it is carried."""
        return focus_marks(self._quotes, self._focus).reach if self._focus else None

    @property
    def column(self) -> QRectF:
        """Where the lines stand, in the viewport's coordinates; the height is that of the viewport."""
        left, width = self._column_in(self.viewport().width())
        return QRectF(left, 0, width, self.viewport().height())

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of each paragraph, by the block of the document it begins in."""
        return self._setting.numbers

    @property
    def places(self) -> Places:
        """Where each stretch of the text stands at this moment."""
        return Places(self.document(), self._positions, self._style.em)

    @property
    def caret(self) -> int:
        """The code point at which what is selected begins, or the caret stands."""
        return self._positions.offset(self.textCursor().selectionStart())

    def selection(self) -> Span | None:
        """What the editor has selected, white space around it left out; None if that is nothing."""
        cursor = self.textCursor()
        selected = self._positions.span(cursor.selectionStart(), cursor.selectionEnd())
        return selected.stripped(self._text) or None

    def _find(self, quote_id: str | None) -> Placed | None:
        return next((quote for quote in self._quotes if quote.quote.id == quote_id), None)

    # Setting the page

    def _set(self) -> None:
        """Set the text anew: another text, size, palette, or other openings to leave room before."""
        self._style = Style(reading_font(ZOOM**self._steps), colours_of(self.palette()))
        self.setFont(self._style.font)  # else Qt would give the document the window's font when that changes
        self._positions = Positions(self._text)
        setting = typeset(self._text, self._zones, (quote.start for quote in self._quotes), self._style)
        setting.document.setDocumentMargin(0)
        self._setting = setting
        self._place_column(setting.document)
        anchor, position = self.textCursor().anchor(), self.textCursor().position()
        self.setDocument(setting.document)
        self._put_caret(anchor, position)
        self.laid_out.emit()

    def _put_caret(self, anchor: int, position: int) -> None:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _column_in(self, room: int) -> tuple[int, int]:
        return Margins.of(self._style).column(self._style, room, self._setting.sides)

    def _place_column(self, document: QTextDocument) -> None:
        room = self.viewport().width()
        left, width = self._column_in(room)
        right = max(0, room - left - width)
        frame = document.rootFrame().frameFormat()
        if (frame.leftMargin(), frame.rightMargin(), frame.topMargin()) != (left, right, GRID * 4):
            wanted = QTextFrameFormat(frame)
            wanted.setLeftMargin(left)
            wanted.setRightMargin(right)
            wanted.setTopMargin(GRID * 4)
            wanted.setBottomMargin(self._style.em * 4)
            document.rootFrame().setFrameFormat(wanted)

    # The view

    @contextmanager
    def _place_kept(self, height: int | None = None) -> Iterator[None]:
        """Have the line at the top of the view there again afterwards, and the quote in focus in view if it was.

        ``height`` is that of the view before, where it is another one already.
        """
        bar = self.verticalScrollBar()
        offset = self.places.first_on_line(bar.value())
        beyond = bar.value() - self.places.top(offset)
        seen = self._focus is not None and self._sees(self._focus.span, height or self.viewport().height())
        yield
        bar.setValue(round(self.places.top(offset) + beyond))
        if seen:
            self._bring_focus_into_view()

    def _bring_focus_into_view(self) -> None:
        if self._focus is not None:
            self._bring_into_view(self._focus.span)

    def _bring_into_view(self, span: Span) -> None:
        height, line = self.viewport().height(), self._style.line
        if not self._sees(span, height):
            top, bottom = self.places.extent(span)
            self.verticalScrollBar().setValue(round(top - min(height / 3, max(line, height - (bottom - top)))))

    def _sees(self, span: Span, height: int) -> bool:
        """Whether all of a stretch is in a view of that height, with a line before and after it."""
        top, bottom = self.places.extent(span)
        seen, line = self.verticalScrollBar().value(), self._style.line
        return seen <= max(0, top - line) and bottom + 2 * line <= seen + height

    def _sheet(self, painter: QPainter) -> Sheet:
        scrolled = self.verticalScrollBar().value()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -scrolled)
        return Sheet(painter, self.places, self._style, self.column.translated(0, scrolled))

    def _focus_marks(self) -> FocusMarks | None:
        marks = focus_marks(self._quotes, self._focus) if self._focus else None
        if marks and marks.reach and self._reach_to:
            end = max(marks.reach.start + 1, self._reach_to.span.end)
            marks = replace(marks, reach=Span(marks.reach.start, end))
        return replace(marks, passages=self._draft.passages) if marks and self._draft else marks

    def _paint_under(self, sheet: Sheet, marks: FocusMarks | None) -> None:
        painting.paint_tint(sheet, marks.passages if marks else ())
        painting.paint_lit(sheet, (one for one in self._lit if one is not self._focus and one.span.overlap(sheet.seen)))
        painting.paint_found(sheet, within(self._found, sheet.seen))

    def _paint_over(self, sheet: Sheet, marks: FocusMarks | None) -> None:
        seen = sheet.seen
        if self._hovered and self._hovered is not self._focus:
            painting.paint_hover(sheet, self._hovered)
        if marks:
            painting.paint_focus(sheet, marks)
        if self._draft:
            paint_draft(sheet, self._draft)
        painting.paint_states(sheet, (quote for quote in self._quotes if seen.start <= quote.start < seen.end))
        blocks = sheet.places.paragraphs(sheet.column.top(), sheet.column.bottom())
        painting.paint_numbers(sheet, blocks, self.numbers)

    def _quote_under(self, point: QPoint | QPointF) -> Placed | None:
        """The quote whose words are exactly at a point of the viewport."""
        place = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return quote_at(self._quotes, self._positions.offset(unit)) if unit >= 0 else None

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        marks = self._focus_marks()
        if marks or self._found or self._lit:
            with QPainter(self.viewport()) as painter:
                self._paint_under(self._sheet(painter), marks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._paint_over(self._sheet(painter), marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._place_kept(event.oldSize().height()):
            self._place_column(self.document())
            super().resizeEvent(event)
        self.laid_out.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_focus_into_view()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and colours_of(self.palette()) is not self._style.colours:
            with self._place_kept():
                self._set()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = self._quote_under(event.position())
        if hovered is not self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        quote = self._quote_under(event.position())
        if quote and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.quote_chosen.emit(quote.quote.id)

    def event(self, event: QEvent) -> bool:
        """Where words are selected, the key copies these, and not the quote in focus as a citation."""
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if copies and event.type() == QEvent.Type.ShortcutOverride and self.textCursor().hasSelection():
            event.accept()
            return True
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        copied = QMimeData()
        copied.setText(self._positions.span(cursor.selectionStart(), cursor.selectionEnd()).of(self._text))
        return copied
