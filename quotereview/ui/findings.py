"""The list of what was found in everything, kind by kind, each line with the words lit that were sought."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quotereview.review.finding import Finding
from quotereview.ui import theme
from quotereview.ui.positions import Positions
from quotereview.ui.theme import GRID, TextSize

FOUND = Qt.ItemDataRole.UserRole
NOTHING = "Nothing found: all words have to stand in one paragraph, a name, a note or a title."


class Findings(QListView):
    """Lists findings under the heading of their kind; it never takes the keys, which stay where one types.

    Signals: ``chosen`` with a Finding.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What was found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setItemDelegate(FindingLine(self))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._choose)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, the first of it chosen."""
        self._model.clear()
        for kind, found in groupby(findings, key=lambda finding: finding.kind):
            self._model.appendRow(_heading(kind.capitalize()))
            self._model.invisibleRootItem().appendRows([_line(finding) for finding in found])
        if not findings:
            self._model.appendRow(_heading(NOTHING))
        self.step(1)

    def step(self, steps: int) -> None:
        """Choose the next finding or the one before, going round, past the headings."""
        rows = [row for row in range(self._model.rowCount()) if self._model.item(row).isSelectable()]
        if rows:
            at = rows.index(self.currentIndex().row()) + steps if self.currentIndex().row() in rows else 0
            self.setCurrentIndex(self._model.index(rows[at % len(rows)], 0))

    def chosen_one(self) -> Finding | None:
        """The finding that is chosen."""
        found: Finding | None = self.currentIndex().data(FOUND)
        return found

    def lines(self) -> list[str]:
        """What it lists, headings among it."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def height_of_all(self) -> int:
        """The height that shows every line."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount())) + 2 * self.frameWidth()

    def _choose(self, index: QModelIndex) -> None:
        if index.data(FOUND) is not None:
            self.chosen.emit(index.data(FOUND))


class FindingLine(QStyledItemDelegate):
    """Paints a heading, or a finding: its words, and beside them where they stand."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        heading = index.data(FOUND) is None
        height = QFontMetrics(theme.text_font(TextSize.SMALL if heading else TextSize.NORMAL)).height()
        return QSize(0, height + GRID * (4 if heading else 2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        inner = option.rect.adjusted(GRID * 3, GRID, -GRID * 3, -GRID)
        colours = theme.colours_of(option.palette)
        finding: Finding | None = index.data(FOUND)
        painter.save()
        painter.setClipRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.tint)
        painter.setFont(theme.text_font(TextSize.SMALL))
        painter.setPen(colours.quiet)
        if finding is None:
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, str(index.data()))
        else:
            room = _paint_about(painter, inner, finding.about)
            painter.setPen(colours.text)
            _paint_words(painter, room, finding)
        painter.restore()


def _paint_about(painter: QPainter, inner: QRect, about: str) -> QRect:
    """Paint where it stands at the right, in at most a third of the line, and give the room that is left."""
    metrics = painter.fontMetrics()
    words = metrics.elidedText(about, Qt.TextElideMode.ElideRight, inner.width() // 3)
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return inner.adjusted(0, 0, -metrics.horizontalAdvance(words) - GRID * 3, 0)


def _paint_words(painter: QPainter, room: QRect, finding: Finding) -> None:
    painter.setClipRect(room)
    layout = QTextLayout(finding.words, theme.text_font())
    positions = Positions(finding.words)
    lit = QTextCharFormat()
    lit.setFontWeight(theme.text_font(bold=True).weight())
    lit.setFontUnderline(True)
    formats = []
    for span in finding.lit:
        start, end = positions.unit(span.start), positions.unit(span.end)
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = start, end - start, lit
        formats.append(stretch)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(len(finding.words) * 2)
    layout.endLayout()
    layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2))


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _line(finding: Finding) -> QStandardItem:
    item = QStandardItem(finding.words)
    item.setData(finding, FOUND)
    item.setAccessibleText(f"{finding.words}, {finding.about}")
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
