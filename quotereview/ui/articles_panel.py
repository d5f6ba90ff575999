"""The list of articles, outlet by outlet, with the progress of each, below the head of the queue."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from quotereview.model import ArticleSummary
from quotereview.ui import listing, theme
from quotereview.ui.articles_model import ArticlesModel, Sifted, Summary
from quotereview.ui.controls import STEPS, direction_of, hairline, takes
from quotereview.ui.positions import display
from quotereview.ui.queue_panel import QueuePanel
from quotereview.ui.rows import paint_ground
from quotereview.ui.theme import GRID, TextSize

BAR = 48


class ArticlesPanel(QWidget):
    """Lists the articles; one is open, several can be selected.

    Signals: ``article_chosen`` with an id.
    """

    article_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueuePanel()
        self.model = ArticlesModel(self)
        self.list = ArticleList()
        self.list.setModel(self.model)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.model.modelReset.connect(self.list.expandAll)
        self._open = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queue)
        column.addWidget(hairline())
        column.addWidget(self.list, 1)

    def show_articles(self, summaries: Sequence[ArticleSummary]) -> None:
        """Bring the list up to date; what is selected and what is in sight stays."""
        selected, at = self.selected(), self.list.verticalScrollBar().value()
        self.model.show_articles(summaries)
        self._select(selected or [self._open])
        self.list.verticalScrollBar().setValue(at)

    def follow_filter(self) -> None:
        """Show in which articles a new filter shows nothing; they stay where they are."""
        self.list.viewport().update()

    def show_open(self, article: str) -> None:
        """Mark the article that is open."""
        self._open = article
        if article not in self.selected():
            self._select([article])
        index = self.model.find(article)
        if index.isValid():
            self.list.scrollTo(index)

    def selected(self) -> list[str]:
        """The ids of the selected articles."""
        return [index.data(Summary).id for index in self.list.selectedIndexes() if index.data(Summary)]

    def _select(self, articles: Sequence[str]) -> None:
        selection = QItemSelection()
        for index in map(self.model.find, articles):
            selection.select(index, index)
        model = self.list.selectionModel()
        blocked = self.blockSignals(True)
        model.select(selection, model.SelectionFlag.ClearAndSelect)
        if selection.indexes():
            model.setCurrentIndex(selection.indexes()[0], model.SelectionFlag.NoUpdate)
        self.blockSignals(blocked)

    def _choose(self) -> None:
        if len(chosen := self.selected()) == 1:
            self.article_chosen.emit(chosen[0])


class ArticleList(QTreeView):
    """The view of the list: arrows and Enter are its own while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Articles")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ArticleLine(self))
        self.setTabKeyNavigation(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The article that is open stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        if takes(event, frozenset(STEPS)):
            event.accept()
            return True
        return super().event(event)


class ArticleLine(QStyledItemDelegate):
    """Paints an outlet as a heading, an article as its title over its date, bar and count."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        normal, small = _heights(theme.text_scale())
        return QSize(0, small + GRID * 4 if index.data(Summary) is None else normal + small + GRID * 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        colours = theme.colours_of(option.palette)
        summary = index.data(Summary)
        box = option.rect.adjusted(GRID * 3, 0, -GRID * 3, 0)
        if summary is None:
            painter.setFont(theme.text_font(TextSize.SMALL, bold=True))
            painter.setPen(colours.quiet)
            painter.drawText(box.adjusted(0, GRID * 2, 0, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        else:
            paint_ground(painter, option, colours)
            self._article(painter, box, summary, colours, sifted=index.data(Sifted))
        painter.restore()

    def _article(
        self, painter: QPainter, box: QRect, summary: ArticleSummary, colours: theme.Colours, *, sifted: bool
    ) -> None:
        """Paint an article, its title as quiet as what is below it where the filter shows none of its quotes."""
        font = theme.text_font()
        height = QFontMetrics(font).height()
        upper = QRect(box.left(), box.top() + GRID, box.width(), height)
        lower = QRect(box.left(), upper.bottom() + GRID, box.width(), box.bottom() - upper.bottom() - GRID * 2)
        painter.setFont(font)
        painter.setPen(colours.quiet if sifted else colours.text)
        title = QFontMetrics(font).elidedText(display(summary.title), Qt.TextElideMode.ElideRight, upper.width())
        painter.setLayoutDirection(direction_of(title))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.text_font(TextSize.SMALL))
        self._below_title(painter, lower, summary, colours)

    def _below_title(self, painter: QPainter, line: QRect, summary: ArticleSummary, colours: theme.Colours) -> None:
        """Its unexplained marks, the date and what it does not say on the left, how far it is on the right."""
        metrics = painter.fontMetrics()
        count = _count(summary)
        painter.setPen(colours.confirmed if summary.closed else colours.quiet)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        lacks = listing.lacks(summary)
        marks = f"? {summary.doubts}" if summary.doubts else ""
        said = " · ".join(part for part in (marks, listing.day(summary.published), lacks) if part)
        room = line.width() - metrics.horizontalAdvance(count) - GRID * 2
        painter.setPen(colours.unsure if lacks or marks else colours.quiet)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        )
        right = line.right() - metrics.horizontalAdvance(max("000/000", count, key=len)) - GRID * 2
        bar = QRect(right - BAR, line.center().y() - 1, BAR, 3)
        if summary.quotes and bar.left() > line.left() + metrics.horizontalAdvance(said):  # the count says it, too
            self._bar(painter, bar, summary, colours)

    def _bar(self, painter: QPainter, bar: QRect, summary: ArticleSummary, colours: theme.Colours) -> None:
        painter.fillRect(bar, colours.line)
        done = round(BAR * summary.decided / summary.quotes)
        finished = summary.decided == summary.quotes
        painter.fillRect(bar.adjusted(0, 0, done - BAR, 0), colours.confirmed if finished else colours.accent)


def _count(summary: ArticleSummary) -> str:
    count = f"{summary.decided}/{summary.quotes}" if summary.quotes else "no quotes"
    return f"✓ closed {count}" if summary.closed else count


@lru_cache(maxsize=1)
def _heights(scale: float) -> tuple[int, int]:  # noqa: ARG001 - the fonts are set in it
    """The heights of a line in the normal and in the small size; remembered, because Qt asks for each row anew."""
    return QFontMetrics(theme.text_font()).height(), QFontMetrics(theme.text_font(TextSize.SMALL)).height()
