"""The pictures of the window that the documentation shows."""

from types import ModuleType

import pytest
from PySide6.QtGui import QImage

from tests.packaging.conftest import ROOT, load_script

MOST_BYTES = 150_000
PICTURES = ROOT / "docs" / "pictures"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture(scope="module")
def screenshot() -> ModuleType:
    return load_script("screenshot")


def test_there_are_the_pictures_that_the_script_takes_and_no_others(screenshot: ModuleType) -> None:
    assert {path.name for path in PICTURES.iterdir()} == {picture.name for picture in screenshot.PICTURES}


def test_each_is_of_the_window_and_small(screenshot: ModuleType) -> None:
    for path in PICTURES.iterdir():
        image = QImage(str(path))
        assert (image.width(), image.height()) == screenshot.SIZE, path.name
        assert path.stat().st_size < MOST_BYTES, path.name


def test_each_is_shown_on_a_page(screenshot: ModuleType) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [picture.name for picture in screenshot.PICTURES if f"pictures/{picture.name})" not in pages] == []


def test_few_colours_are_those_that_were_there(screenshot: ModuleType) -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    for x in range(200):
        for y in range(200):
            image.setPixel(x, y, 0xFFFFFFFF if y else 0xFF000000 | x << 16)
    image.setPixel(7, 7, 0xFF2040F0)
    few = screenshot.few_colours(image)
    assert few.colorCount() <= screenshot.COLOURS
    assert few.pixelColor(100, 100).rgb() == 0xFFFFFFFF
    assert few.pixelColor(7, 7).rgb() == 0xFF2040F0
