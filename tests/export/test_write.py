"""Sheets land whole where the editor wants them, or one sentence says why not."""

import errno
from pathlib import Path

import pytest

from quotereview.errors import Unwritable
from quotereview.export import write
from tests.export.rows import ROWS


def refusal(to: Path) -> str:
    with pytest.raises(Unwritable) as caught:
        write(ROWS, to)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("s.csv", b"\xef\xbb\xbf"),
        ("S.XLSX", b"PK"),
        ("s.html", b"<!DOCTYPE"),
        ("s.pdf", b"%PDF-1."),
        ("s.docx", b"PK"),
        ("s.md", b"# Quotes"),
        ("s.json", b'{\n  "form": "quotereview quotes"'),
        ("s.annotations.jsonld", b'{\n  "@context": [\n    "http://www.w3.org/ns/anno.jsonld"'),
        ("s.quotations.jsonld", b'{\n  "@context": "https://schema.org/"'),
    ],
)
def test_ending_names_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    write(ROWS, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_link_keeps_pointing_at_the_sheet(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write(ROWS, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").is_file()


def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path / "s.ods") == (
        "“s.ods” is no kind of sheet; end its name with "
        ".xlsx, .html, .pdf, .docx, .md, .csv, .json, .annotations.jsonld or .quotations.jsonld."
    )
    nowhere = tmp_path / "nowhere"
    assert (
        refusal(nowhere / "s.csv")
        == f"The folder “{nowhere}” is not there; make it or choose another place for the sheet."
    )
    (tmp_path / "folder.csv").mkdir()
    assert refusal(tmp_path / "folder.csv") == f"“{tmp_path / 'folder.csv'}” is a folder; name a file in it."


def test_name_may_be_as_long_as_a_file_name_can_be(tmp_path: Path) -> None:
    write(ROWS, tmp_path / f"{'s' * 251}.csv")
    assert refusal(tmp_path / f"{'s' * 252}.csv").endswith("choose another place for the sheet.")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "“{to}” may not be written; close it if another program has it open, or choose another place."),
        (errno.ENOSPC, "The disk that holds “{folder}” is full; free some space and try again."),
        (errno.EIO, "“{to}” cannot be written: broken; choose another place for the sheet."),
    ],
)
def test_failure_leaves_the_sheet_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    to = tmp_path / "s.csv"
    to.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(code, "broken")

    monkeypatch.setattr("os.fsync", fail)
    assert refusal(to) == sentence.format(to=to, folder=tmp_path)
    assert to.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["s.csv"]
