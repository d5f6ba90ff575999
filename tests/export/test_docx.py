"""The sheet as a Word document, read back."""

from io import BytesIO

from docx import Document

from quotereview.export import docx
from quotereview.export.printed import COLUMNS
from tests.export import golden
from tests.export.rows import ROWS, UNDECIDED
from tests.export.test_json import IMPRINT


def table(content: bytes) -> list[list[str]]:
    [found] = Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_sheet_is_as_expected() -> None:
    told = ["\n".join(" | ".join(cell.split("\n")) for cell in row) for row in table(docx.content(ROWS))]
    golden.check("sheet.docx.txt", "\n\n".join([*told, ""]).encode())


def test_each_quote_is_a_row_below_the_titles() -> None:
    head, *rows = table(docx.content(ROWS))
    assert head == [column.title for column in COLUMNS]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0][2] == "Nadim Qassar\nSyrian Prime Minister"
    assert rows[2][1].startswith('=HYPERLINK("https://evil.example"')


def test_the_head_stands_on_each_page_and_the_imprint_in_its_foot() -> None:
    book = Document(BytesIO(docx.content(ROWS, IMPRINT)))
    assert book.tables[0].rows[0]._tr.trPr.xpath("w:tblHeader")
    assert book.sections[0].footer.paragraphs[0].text == IMPRINT.line
    assert book.sections[0].page_width > book.sections[0].page_height


def test_arabic_runs_from_the_right() -> None:
    [paragraph] = Document(BytesIO(docx.content([UNDECIDED]))).tables[0].rows[1].cells[1].paragraphs
    assert paragraph._p.pPr.xpath("w:bidi")
    assert paragraph.runs[0].font.rtl


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert docx.printable("a\0b\x1fc\ud800d\n") == "abcd\n"
