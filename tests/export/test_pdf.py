"""The sheet as a PDF: how it is laid out, and what others read in it."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from quotereview.export import pdf
from quotereview.export.printed import COLUMNS
from quotereview.model import SheetRow
from tests.export import golden
from tests.export.programs import needs_pdftotext, words_of_pdf
from tests.export.rows import DECIDED, ROWS, UNDECIDED
from tests.export.test_json import IMPRINT

HER_WORDS = "«قالت وزيرة النقل للصحفيين: الجسر آمن، ثم غادرت القاعة»"


def pages(content: bytes) -> list[str]:
    """What PDFium reads on each page, in the order in which it was written."""
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return texts


def saying(words: str, number: int = 1) -> SheetRow:
    return replace(UNDECIDED, number=number, words=words)


def read(tmp_path: Path, *rows: SheetRow, options: tuple[str, ...] = ()) -> str:
    """What pdftotext reads in the sheet of these rows."""
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf.content(rows, IMPRINT))
    return words_of_pdf(file, *options)


def test_sheet_is_as_expected() -> None:
    golden.check("sheet.pdf.txt", "\f\n".join(pages(pdf.content(ROWS, IMPRINT))).encode())


def test_each_page_has_the_head_and_the_imprint() -> None:
    told = pages(pdf.content([replace(DECIDED, number=number) for number in range(1, 20)], IMPRINT))
    assert len(told) > 2
    for number, page in enumerate(told, 1):
        assert all(column.title in page for column in COLUMNS)
        assert IMPRINT.line in page
        assert f"{number} of {len(told)}" in page


def test_every_quote_is_there_once_with_all_that_is_printed_of_it() -> None:
    [page] = pages(pdf.content([DECIDED]))
    for words in (
        "“Those people are welcome home,”",
        "Syrian Prime Minister",
        "confirmed",
        "Heard it on the recording",
    ):
        assert page.count(words) == 1, words


def test_the_same_rows_give_the_same_bytes() -> None:
    assert pdf.content(ROWS, IMPRINT) == pdf.content(ROWS, IMPRINT)


def test_a_row_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    told = pages(pdf.content([DECIDED, saying(" ".join(f"said{number}" for number in range(2_000)), 2)]))
    assert len(told) > 2
    found = [word for page in told for word in page.split() if word.startswith("said")]
    assert found == [f"said{number}" for number in range(2_000)]


def test_a_word_that_is_wider_than_its_column_is_cut_and_nothing_of_it_lost() -> None:
    address = f"https://courier.example/{'power_' * 60}"
    [*told] = pages(pdf.content([saying(address)]))
    assert address in "".join(told).replace("\n", "")


def test_a_sheet_without_quotes_says_so() -> None:
    [page] = pages(pdf.content([]))
    assert "0 quotes of 0 articles" in page


def test_what_would_steer_the_text_is_shown() -> None:
    [page] = pages(pdf.content([saying("“safe\u202e\x07”")]))
    assert "“safe[U+202E]\ufffd”" in page


def test_a_monster_of_a_word_goes_over_many_pages() -> None:
    told = pages(pdf.content([saying("a" * 50_000)], replace(IMPRINT, editor="Mara\ud800\u202e")))
    assert sum(page.count("a" * 20) for page in told) > 1_000
    assert "Written by Mara\ufffd\ufffd" in told[0]


def test_no_font_is_asked_for_from_elsewhere() -> None:
    content = pdf.content(ROWS)
    assert b"/FontFile2" in content
    assert b"/URI" not in content


@needs_pdftotext
@pytest.mark.parametrize("options", [(), ("-layout",), ("-raw",)])
def test_words_and_marks_are_found(tmp_path: Path, options: tuple[str, ...]) -> None:
    told = read(tmp_path, *ROWS, options=options)
    for words in ("“Those people are welcome home,”", "Nadim Qassar", 'alert(1)</script>")', "not decided"):
        assert words in told
    assert read(tmp_path, saying("“office affairs ffi fl” ‘so’ — „Zażółć“ “Мост” «Ελλάδα» e\u0301"), options=options)


@needs_pdftotext
@pytest.mark.parametrize("options", [(), ("-layout",)])
@pytest.mark.parametrize(
    "words",
    [
        "«الجسر آمن»",
        "“הגשר בטוח”, אמרה השרה.",
        "قال: «لا إله»، ثم عاد",
        "السلام (12) في 2026، لا",
        "«مُحَمَّدٌ»",
        "He said “الجسر آمن” twice, then «عاد»",
    ],
)
def test_what_runs_from_the_right_is_read_as_it_was_written(
    tmp_path: Path, words: str, options: tuple[str, ...]
) -> None:
    assert words in read(tmp_path, replace(saying(words), speaker="Rook"), options=options)


@needs_pdftotext
def test_words_come_in_their_order_however_they_are_read(tmp_path: Path) -> None:
    told = read(tmp_path, saying(HER_WORDS), options=("-raw",))
    places = [told.index(word) for word in ("قالت", "وزيرة", "النقل", "للصحفيين", "الجسر", "آمن", "ثم", "غادرت")]
    assert places == sorted(places)


@needs_pdftotext
def test_a_page_that_mostly_runs_from_the_right_is_read_as_it_was_written(tmp_path: Path) -> None:
    told = read(tmp_path, *(saying(f"«{' '.join([HER_WORDS[1:-1]] * 6)}»", number) for number in range(1, 8)))
    assert told.count("الجسر آمن، ثم غادرت القاعة") > 20
    assert told.count("قالت وزيرة النقل للصحفيين: الجسر") > 20


@needs_pdftotext
@pytest.mark.parametrize("words", ["“桥是安全的，”她说。", "“पुल सुरक्षित है”", "“สะพานปลอดภัย”", "🌉"])
def test_words_are_found_whether_a_font_has_them_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    assert words in read(tmp_path, saying(words))
    monkeypatch.setattr("quotereview.export.system_fonts.folders", tuple)
    told = read(tmp_path, saying(words))
    assert words in told
    assert "Shown as a box, since no font on this computer has them" in told
