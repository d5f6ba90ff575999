"""Fonts of the computer, for letters that ours do not have."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from quotereview import paths
from quotereview.export import system_fonts


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoNaskhArabic-Regular"):
        shutil.copy(paths.resource("fonts", f"{name}.ttf"), tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    (tmp_path / "empty.otf").touch()
    (tmp_path / "notes.txt").write_text("no font", encoding="utf-8")
    return tmp_path


def test_a_plain_font_is_taken_before_a_bold_one(fonts: Path) -> None:
    assert [file.name for file in system_fonts.covering(frozenset("aж"), (fonts,))] == ["NotoSans-Regular.ttf"]


def test_as_many_fonts_are_taken_as_the_letters_need(fonts: Path) -> None:
    found = system_fonts.covering(frozenset("abcش桥"), (fonts,))
    assert [file.name for file in found] == ["NotoSans-Regular.ttf", "NotoNaskhArabic-Regular.ttf"]


@pytest.mark.parametrize("table", ["OS/2", "post", "glyf"])
def test_a_font_that_lacks_what_a_pdf_needs_is_not_taken(fonts: Path, table: str) -> None:
    with TTFont(fonts / "NotoNaskhArabic-Regular.ttf") as font:
        del font[table]
        font.save(fonts / "lacking.ttf")
    (fonts / "NotoNaskhArabic-Regular.ttf").unlink()
    assert system_fonts.covering(frozenset("ش"), (fonts,)) == ()


def test_a_font_that_may_not_be_embedded_is_not_taken(fonts: Path) -> None:
    with TTFont(fonts / "NotoNaskhArabic-Regular.ttf") as font:
        font["OS/2"].fsType = 2
        font.save(fonts / "NotoNaskhArabic-Regular.ttf")
    assert system_fonts.covering(frozenset("ش"), (fonts,)) == ()


def test_none_is_taken_for_nothing(fonts: Path) -> None:
    assert system_fonts.covering(frozenset("桥"), (fonts,)) == ()
    assert system_fonts.covering(frozenset("a"), (fonts / "nowhere",)) == ()


@pytest.mark.parametrize(
    ("system", "environment", "part"),
    [
        ("win32", {"WINDIR": "D:/Windows"}, "D:/Windows/Fonts"),
        ("darwin", {}, "/System/Library/Fonts"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/fonts"),
    ],
)
def test_each_system_has_its_folders(system: str, environment: dict[str, str], part: str) -> None:
    assert Path(part) in system_fonts.folders(system, environment)
