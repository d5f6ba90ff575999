"""The articles as Qt's item model: outlets, and under each its articles with their progress."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quotereview.model import ArticleSummary
from quotereview.review.listed import listed, place
from quotereview.ui import listing
from quotereview.ui.controls import plain_tip

Index = QModelIndex | QPersistentModelIndex
Summary = int(Qt.ItemDataRole.UserRole)
"""The role that gives an article's ArticleSummary, and None for an outlet."""
Sifted = Summary + 1
"""The role that tells whether the filter hides all quotes of an article."""

SIFTED = "nothing here that the filter shows"
ROOT = QModelIndex()


class ArticlesModel(QAbstractItemModel):
    """Outlets by name, in each its articles by date. An article's index is its outlet's row plus one, an outlet's 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlets: list[tuple[str, list[ArticleSummary]]] = []
        self._places: dict[str, tuple[int, int]] = {}
        self._shown: tuple[ArticleSummary, ...] = ()
        self._filter_shows: Callable[[str], bool] = lambda _: True

    def ask_filter(self, shows: Callable[[str], bool]) -> None:
        """Say by whom it is told whether a filter shows any quote of an article (id); asked for what is in sight."""
        self._filter_shows = shows

    def show_articles(self, summaries: Iterable[ArticleSummary]) -> None:
        """Show these articles; rows that are the same ones as before only change their values."""
        before, self._shown = self._shown, tuple(summaries)
        changed = [(was, now) for was, now in zip(before, self._shown, strict=False) if was is not now]
        if len(before) == len(self._shown) and all(_listed_alike(was, now) for was, now in changed):
            self._change([now for _, now in changed])
        else:
            self._list_anew()

    def _list_anew(self) -> None:
        fresh = [
            (outlet, list(articles))
            for outlet, articles in groupby(listed(self._shown), key=lambda one: one.outlet or listing.NO_OUTLET)
        ]
        self.beginResetModel()
        self._outlets = fresh
        self._places = {
            summary.id: (outlet, row)
            for outlet, (_, articles) in enumerate(fresh)
            for row, summary in enumerate(articles)
        }
        self.endResetModel()

    def find(self, article: str) -> QModelIndex:
        """Where an article is; no place for one that is not listed."""
        if article not in self._places:
            return QModelIndex()
        outlet, row = self._places[article]
        return self.createIndex(row, 0, outlet + 1)

    def _change(self, summaries: Iterable[ArticleSummary]) -> None:
        """Take in other values of listed articles, told once for each outlet, as a view looks at each that is told."""
        rows = defaultdict[int, list[int]](list)
        for summary in summaries:
            if place := self._places.get(summary.id):
                outlet, row = place
                self._outlets[outlet][1][row] = summary
                rows[outlet].append(row)
        for outlet, changed in rows.items():
            first, last = (self.createIndex(row, 0, outlet + 1) for row in (min(changed), max(changed)))
            self.dataChanged.emit(first, last)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self._outlets)
        return 0 if parent.internalId() else len(self._outlets[parent.row()][1])

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) if index.internalId() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if not index.internalId():
            return self._outlets[index.row()][0] if role == Qt.ItemDataRole.DisplayRole else None
        return self._of_article(self._outlets[index.internalId() - 1][1][index.row()], role)

    def _of_article(self, summary: ArticleSummary, role: int) -> Any:
        if role == Summary:
            return summary
        if role == Sifted:
            return not self._filter_shows(summary.id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return summary.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{summary.title}\n{summary.name}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(summary) if self._filter_shows(summary.id) else f"{spoken(summary)}, {SIFTED}"
        return None


def spoken(summary: ArticleSummary) -> str:
    """An article in one line, for those who hear it."""
    parts = (
        summary.title,
        summary.outlet or "",
        listing.day(summary.published),
        listing.lacks(summary),
        progress(summary),
        listing.unexplained(summary.doubts),
        "closed" if summary.closed else "",
    )
    return ", ".join(part for part in parts if part)


def progress(summary: ArticleSummary) -> str:
    """How far an article is, in words."""
    return f"{summary.decided} of {summary.quotes} decided" if summary.quotes else "no quotes"


def _listed_alike(one: ArticleSummary, other: ArticleSummary) -> bool:
    """Whether both are the same article in the same place of the list."""
    same = (one.id, one.outlet, one.removed) == (other.id, other.outlet, other.removed)
    return same and place(one) == place(other)
