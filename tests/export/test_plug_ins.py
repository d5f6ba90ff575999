"""Another package adds a form of the sheet, by an entry point."""

import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path

import pytest

from quotereview.errors import Unwritable
from quotereview.export import write
from quotereview.export.write import plugged_in
from tests.export.rows import ROWS

MODULE = '''
"""The example of docs/sheets.md: a line for each quote, for a teleprompter."""

from collections.abc import Sequence

from quotereview.model import Imprint, SheetRow


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> bytes:
    """The sheet's file."""
    lines = [f"{row.speaker or 'Somebody'}: {row.words}" for row in rows]
    return "\\n".join([*lines, imprint.line if imprint else ""]).encode()
'''
ENTRY_POINTS = "[quotereview.writers]\nprompter = teleprompter:content\ncsv = teleprompter:content\n"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    site = tmp_path / "site"
    told = site / "teleprompter-1.0.dist-info"
    told.mkdir(parents=True)
    (site / "teleprompter.py").write_text(MODULE, encoding="utf-8")
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: teleprompter\nVersion: 1.0\n", encoding="utf-8")
    (told / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    invalidate_caches()
    plugged_in.cache_clear()
    yield
    plugged_in.cache_clear()
    sys.modules.pop("teleprompter", None)


@pytest.mark.usefixtures("installed")
def test_a_writer_is_found_by_the_ending_that_it_is_named_by(tmp_path: Path) -> None:
    write(ROWS, tmp_path / "friday.PROMPTER")
    assert (tmp_path / "friday.PROMPTER").read_text(encoding="utf-8").startswith("Nadim Qassar: “Those people")


@pytest.mark.usefixtures("installed")
def test_a_form_of_ours_stays_ours(tmp_path: Path) -> None:
    write(ROWS, tmp_path / "friday.csv")
    assert (tmp_path / "friday.csv").read_bytes().startswith(b"\xef\xbb\xbfNumber,")


@pytest.mark.usefixtures("installed")
def test_it_is_named_among_the_endings(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r" or \.prompter\.$"):
        write(ROWS, tmp_path / "friday.ods")
