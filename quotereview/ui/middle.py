"""How a panel that stands in place of the article is laid out: a head, a list and one thing in full, and its keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.ui.controls import Words, hairline
from quotereview.ui.head import Head
from quotereview.ui.theme import GRID, TextSize

ASKED_MARGINS = (GRID * 4, GRID, GRID * 4, GRID)
"""Around what stands at the foot of a panel."""


def lay_out(panel: QWidget, head: Head | None, parts: Sequence[tuple[QWidget, int]], foot: QWidget) -> None:
    """Put all of it one below the other, lines between; each part takes its share of the height that is left."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if head is not None:
        column.addWidget(head)
        column.addWidget(hairline())
    for part, share in parts:
        column.addWidget(part, share)
        column.addWidget(hairline())
    column.addWidget(foot)


def keys_line(keys: str) -> Words:
    """The line at the foot that tells the keys of a panel, for one that asks nothing."""
    line = Words(keys, TextSize.SMALL, quiet=True)
    line.setContentsMargins(*ASKED_MARGINS)
    return line
