"""Programs of others that open what is written, where this computer has them."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

OFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")
CSV_AS_PROPOSED = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
"""How LibreOffice opens comma-separated values, by the options that its dialog proposes."""

needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")
needs_pdftotext = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not there")

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


@dataclass(frozen=True)
class OpenedCell:
    """What LibreOffice made of a cell: its type, empty where nothing is in it, its formula if any, and its words."""

    type: str
    formula: str | None
    words: str


def converted(file: Path, form: str, *options: str) -> Path:
    """``file`` as LibreOffice writes it in another form, such as ``fods`` or ``txt:Text``, in a folder beside it."""
    folder = file.parent / "converted"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", *options, "--convert-to", form, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{form.partition(':')[0]}"


def cells(file: Path) -> list[list[OpenedCell]]:
    """The rows of the first table of a flat OpenDocument spreadsheet, without what is empty at their ends."""
    [page, *_] = etree.parse(file).iterfind(".//table:table", _NAMES)
    rows = [list(_row(row)) for row in page.iterfind(".//table:table-row", _NAMES)]
    return [row for row in rows if any(cell.type for cell in row)]


def _row(row: etree._Element) -> Iterator[OpenedCell]:
    for cell in row.iterfind("table:table-cell", _NAMES):
        words = "\n".join(map(_words, cell.iterfind("text:p", _NAMES)))
        opened = OpenedCell(_said(cell, "office", "value-type") or "", _said(cell, "table", "formula"), words)
        yield from [opened] * min(int(_said(cell, "table", "number-columns-repeated") or 1), 200)


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph; tabs are elements of their own."""
    tab = f"{{{_NAMES['text']}}}tab"
    parts = ((("\t" if part.tag == tab else part.text), part.tail) for part in paragraph.iterchildren())
    return "".join(filter(None, (paragraph.text, *(words for part in parts for words in part))))


def _said(cell: etree._Element, space: str, name: str) -> str | None:
    return cell.get(f"{{{_NAMES[space]}}}{name}")


def words_of_pdf(file: Path, *options: str) -> str:
    """What pdftotext reads, a space between any two words, without signs that only tell how words run."""
    command = [str(PDFTOTEXT), *options, "-enc", "UTF-8", str(file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return " ".join(text.translate(dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))).split())
