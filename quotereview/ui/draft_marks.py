"""What is drawn over the text while the words of a quote are shaped: where they begin and end, and where they part."""

from PySide6.QtCore import QPointF, Qt

from quotereview.model import Span
from quotereview.review.reshaping import Draft
from quotereview.ui.painting import Sheet
from quotereview.ui.places import Segment
from quotereview.ui.theme import GRID

WIDTH = 2


def paint_draft(sheet: Sheet, draft: Draft) -> None:
    """Draw a bracket at both ends of each passage, and a line where the words part."""
    for passage in draft.passages:
        if segments := sheet.places.segments(passage):
            _bracket(sheet, segments[0], at_beginning=True)
            _bracket(sheet, segments[-1], at_beginning=False)
    if draft.split is not None:
        behind = sheet.places.segments(Span(draft.split, draft.split + 1))
        for segment in behind[:1]:
            sheet.painter.setPen(sheet.pen(WIDTH, Qt.PenStyle.DashLine))
            x = round(segment.leading) - (0 if segment.rtl else WIDTH)
            sheet.painter.drawLine(QPointF(x, segment.ground.top()), QPointF(x, segment.ground.bottom()))


def _bracket(sheet: Sheet, segment: Segment, *, at_beginning: bool) -> None:
    """A line at the edge of a segment, its feet turned to the words."""
    on_left = at_beginning is not segment.rtl
    x = round(segment.ground.left()) - WIDTH if on_left else round(segment.ground.right()) + WIDTH
    inwards = x + GRID if on_left else x - GRID
    top, bottom = segment.ground.top(), segment.ground.bottom()
    sheet.painter.setPen(sheet.pen(WIDTH))
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = (QPointF(inwards, top), QPointF(x, top), QPointF(x, bottom), QPointF(inwards, bottom))
    sheet.painter.drawPolyline(corners)
