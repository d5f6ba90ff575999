"""Which format reads a file, and that another package can add one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotereview.model import Article, Field
from quotereview.reading import formats, read

PAGE = Path(__file__).parents[2] / "docs" / "readers.md"


@pytest.fixture
def plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages with one that adds the example of our documentation, and one that is broken."""
    example = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example and len(example[1].splitlines()) <= 30
    packages = tmp_path / "packages"
    described = packages / "example-1.dist-info"
    described.mkdir(parents=True)
    (packages / "captions_reader.py").write_text(example[1], encoding="utf-8")
    points = "[quotereview.readers]\ncaptions = captions_reader\nabsent = not_there\n"
    (described / "entry_points.txt").write_text(points)
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: example\nVersion: 1\n")
    monkeypatch.syspath_prepend(packages)
    formats.all_formats.cache_clear()
    yield packages
    formats.all_formats.cache_clear()


def test_a_plug_in_adds_a_reader_and_a_broken_one_is_passed_over(plugged_in: Path, tmp_path: Path) -> None:
    film = tmp_path / "film.srt"
    film.write_text("1\n00:00:01,000 --> 00:00:03,000\nThe mole will hold.\n\n2\n00:00:04,000 --> 00:00:05,000\nYes.\n")
    (article,) = read(film)
    assert isinstance(article, Article)
    assert (article.text, article.said(Field.HEADLINE)) == ("The mole will hold.\nYes.", None)
    assert article.original == film.read_bytes()
