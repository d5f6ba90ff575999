"""A sheet as a Word document: the table that is printed, on pages laid across, its head on each."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from quotereview.direction import runs_from_right
from quotereview.export import printed
from quotereview.export.printed import PrintedCell, PrintedColumn
from quotereview.model import Imprint, SheetRow

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

SMALL = 8
PLAIN = 9.5
MARGIN = 1.3  # centimetres
WIDTH = 29.7 - 2 * MARGIN
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, the imprint in the foot of each page."""
    from docx import Document  # not before there is a sheet to write

    book = Document()
    _lay_out(book)
    book.add_heading("Quotes", 1)
    book.add_paragraph(printed.summary(rows, imprint))
    columns = printed.columns(titles)
    table = book.add_table(1, len(columns), "Table Grid")
    _head(table, columns)
    for row in rows:
        for cell, told in zip(table.add_row().cells, printed.cells(row, titles), strict=True):
            _fill(cell, told)
    if imprint:
        _write(book.sections[0].footer.paragraphs[0], imprint.line, SMALL)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _lay_out(book: "Document") -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    page = book.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(MARGIN)


def _head(table: "Table", columns: Sequence[PrintedColumn]) -> None:
    """The titles of the columns, which stand again on each page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table.autofit = False
    for column, place in zip(columns, table.columns, strict=True):
        place.width = Cm(WIDTH * column.share / 100)
        _write(place.cells[0].paragraphs[0], column.title, SMALL, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cell: "_Cell", told: PrintedCell) -> None:
    _write(cell.paragraphs[0], told.main, PLAIN)
    for line in told.quiet:
        _write(cell.add_paragraph(), line, SMALL)


def _write(paragraph: "Paragraph", words: str, size: float, *, bold: bool = False) -> None:
    """Words in a paragraph, from the side from which they run."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    run = paragraph.add_run(printable(words))
    run.font.size, run.bold = Pt(size), bold
    paragraph.paragraph_format.space_after = Pt(2)
    if runs_from_right(words):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True


def printable(words: str) -> str:
    """Words without what XML cannot hold."""
    return _NO_XML.sub("", words)
