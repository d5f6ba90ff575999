"""Words that are painted into a box rather than set on a widget, each line from the side on which it begins."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from quotereview.direction import runs_from_right
from quotereview.ui.positions import display

# Letters of another script may be taller than those for which the line was measured.
IN_LINE = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextDontClip.value


def paint_line(painter: QPainter, room: QRect, words: str, *, from_left: bool = False) -> None:
    """Paint words from the side where they begin, or from the left in any case, cut at the other one."""
    _paint(painter, room, display(words), from_right=runs_from_right(words) and not from_left)


def paint_lines(painter: QPainter, room: QRect, words: str, most: int) -> None:
    """Paint words in a few lines, the last of them cut."""
    shown, from_right = display(words).replace("\n", " "), runs_from_right(words)
    height = painter.fontMetrics().height()
    for number, line in enumerate(_broken(painter, shown, room.width(), most)):
        _paint(
            painter, QRect(room.left(), room.top() + number * height, room.width(), height), line, from_right=from_right
        )


def _broken(painter: QPainter, words: str, width: int, most: int) -> list[str]:
    """The words in lines of a width, all that is left in the last."""
    layout = QTextLayout(words, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = words.encode("utf-16-le")
    ends = [*starts[1:], len(units) // 2]
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in zip(starts, ends, strict=True)]


def _paint(painter: QPainter, room: QRect, words: str, *, from_right: bool) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    painter.drawText(room, IN_LINE, shown)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
