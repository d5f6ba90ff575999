"""The sheet as a Word document, read back, and opened by another program where there is one."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from quotereview.export import docx
from quotereview.export.printed import COLUMNS
from tests.export.rows import ROWS, UNDECIDED
from tests.export.test_json import IMPRINT

OFFICE = shutil.which("soffice")


def table(content: bytes) -> list[list[str]]:
    [found] = Document(BytesIO(content)).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


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


@pytest.mark.parametrize(
    ("words", "from_the_right"),
    [
        ("«الجسر آمن»", True),
        ("“שלום”", True),
        ("“Safe”", False),
        ("«安全»", False),
        ("12:05 – الجسر", True),
        ("", False),
    ],
)
def test_the_first_letter_tells_how_words_run(words: str, from_the_right: bool) -> None:
    assert docx.runs_from_the_right(words) is from_the_right


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert docx.printable("a\0b\x1fc\ud800d\n") == "abcd\n"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")
def test_another_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "sheet.docx").write_bytes(docx.content(ROWS, IMPRINT))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), "sheet.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "sheet.txt").read_text(encoding="utf-8-sig")
    assert "“Those people are welcome home,”" in text
    assert "«الجسر آمن»" in text
