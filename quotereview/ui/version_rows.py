"""The versions of one utterance in a list: who printed it, who is credited, and the words against those in focus."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from quotereview.ui import aligned, theme
from quotereview.ui.painted import paint_line
from quotereview.ui.positions import display
from quotereview.ui.rows import Index, Rows, paint_beside, paint_ground
from quotereview.ui.theme import GRID, Colours, TextSize
from quotereview.ui.version_lines import Line


class VersionRows(Rows):
    """The list; each row is as high as its words need."""

    def __init__(self) -> None:
        super().__init__("Versions", lambda line: line.row)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(VersionPainter(self))

    def show_from_top(self) -> None:
        """Show the first rows, as long as the one that is chosen is among them."""
        self.scrollToTop()
        self.scrollTo(self.currentIndex())


class VersionPainter(QStyledItemDelegate):
    """Paints a version: outlet and what disagrees, who is credited, the words with what differs marked by shape."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._rows = rows
        self._made: dict[int, tuple[tuple[object, ...], QTextDocument]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        document = self._document(index, self._rows.viewport().width() - GRID * 8, theme.colours_of(option.palette))
        return QSize(0, QFontMetrics(theme.text_font()).height() + round(document.size().height()) + GRID * 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, colours = self._line(index), theme.colours_of(option.palette)
        painter.save()
        painter.setClipRect(option.rect)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(GRID * 4, GRID * 2, -GRID * 4, -GRID * 2)
        _paint_head(painter, box, line, colours)
        painter.translate(box.left(), box.top() + QFontMetrics(theme.text_font()).height() + GRID)
        document, context = self._document(index, box.width(), colours), QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Text, colours.text)
        context.palette = palette
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _document(self, index: Index, width: int, colours: Colours) -> QTextDocument:
        """The words of a row as they were set last, or anew where the row, its room or its looks are others."""
        line = self._line(index)
        wanted = (id(line), width, id(colours), theme.text_scale())
        made = self._made.get(index.row())
        if made is None or made[0] != wanted:
            made = self._made[index.row()] = wanted, _document(line, width, colours)
        return made[1]

    def _line(self, index: Index) -> Line:
        line: Line = self._rows.things[index.row()]
        return line


def _paint_head(painter: QPainter, box: QRect, line: Line, colours: Colours) -> None:
    """Whose version it is, and when and how it was printed, as much as there is room for."""
    first = QRect(box.left(), box.top(), box.width(), QFontMetrics(theme.text_font()).height())
    room = paint_beside(painter, first, line.row, colours)
    painter.setFont(theme.text_font(bold=True))
    painter.setPen(colours.text)
    needed = min(painter.fontMetrics().horizontalAdvance(line.outlet) + GRID, room.width())
    paint_line(painter, QRect(room.topLeft(), QSize(needed, room.height())), line.outlet)
    painter.setFont(theme.text_font(TextSize.SMALL))
    painter.setPen(colours.quiet)
    paint_line(painter, room.adjusted(needed + GRID, 0, 0, 0), line.about)


def _document(line: Line, width: int, colours: Colours) -> QTextDocument:
    """Who is credited, and below that the words."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(theme.quoting_font(aligned.SIZE))
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    for name, apart in line.credited:
        cursor.insertText(display(f"≠ {name}     " if apart else f"{name}     "), _credit(colours, apart=apart))
    cursor.insertBlock()
    for stroke in line.strokes:
        cursor.insertText(display(stroke.letters), aligned.letters(stroke.weight, colours))
    return document


def _credit(colours: Colours, *, apart: bool) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(theme.text_font(bold=apart))
    letters.setForeground(colours.disputed if apart else colours.text)
    return letters
