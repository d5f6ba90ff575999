"""The page of figures is written between its marks, read back and compared."""

from pathlib import Path

import pytest

from quotereview.errors import NotPossible, Unreadable, Unwritable
from quotereview.evaluation import Page, Report, changes
from quotereview.evaluation.report import Reliability, Row, Table


def report(value: float | None = 0.9161, name: str = "speaker right") -> Report:
    rows = (Row(name, value, 0.9, 0.95, 1200), Row("nothing", None, None, None, 3))
    return Report(
        "mill", "2 articles", "guesser 1", "en 1", (Table("Speakers", rows),), (Reliability(0.5, 0.7, 3, 0.6, 0.5),)
    )


def test_a_new_page_holds_figures_intervals_and_reliability(tmp_path: Path) -> None:
    Page(tmp_path / "accuracy.md").write([report()])
    written = (tmp_path / "accuracy.md").read_text(encoding="utf-8")
    assert "| speaker right | 0.916 | 0.900 to 0.950 | 1,200 |\n| nothing | – | – to – | 3 |\n" in written
    assert "| 0.50 to 0.70 | 3 | 0.600 | 0.500 |\n" in written
    assert "\n## mill\n\n2 articles. Measured with quotereview " in written


def test_words_around_the_figures_stay(tmp_path: Path) -> None:
    page = Page(tmp_path / "accuracy.md")
    page.write([report()])
    around = "Words before.\n\n{}Words after.\n"
    figures = page.file.read_text(encoding="utf-8").partition("\n\n")[2]
    page.file.write_text(around.format(figures), encoding="utf-8")
    page.write([report(0.5)])
    written = page.file.read_text(encoding="utf-8")
    assert (written.startswith("Words before.\n\n<!--"), written.endswith("-->\nWords after.\n")) == (True, True)
    assert ("0.500 | 0.900" in written, "0.916" in written) == (True, False)


def test_a_page_of_something_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_text("# A story\n", encoding="utf-8")
    with pytest.raises(NotPossible, match="is no page of figures and is left as it is"):
        Page(file).write([report()])
    assert file.read_text(encoding="utf-8") == "# A story\n"


def test_a_page_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be written"):
        Page(tmp_path / "none" / "accuracy.md").write([report()])


def test_figures_are_read_back(tmp_path: Path) -> None:
    page = Page(tmp_path / "accuracy.md")
    page.write([report()])
    assert page.figures() == {("mill", "Speakers", "speaker right"): 0.916}


def test_changes_are_those_that_print(tmp_path: Path) -> None:
    page = Page(tmp_path / "accuracy.md")
    page.write([report()])
    key = ("mill", "Speakers", "speaker right")
    assert changes(report(0.9142), page.figures()) == {key: -0.002}
    assert changes(report(0.9164), page.figures()) == {key: 0.0}
    assert changes(report(0.5, "another"), page.figures()) == {}
    assert changes(report(None), page.figures()) == {}


@pytest.mark.parametrize("content", [None, b"# Nothing\n", b"\xff"])
def test_a_page_without_figures_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "accuracy.md"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Unreadable, match=r"accuracy\.md"):
        Page(file).figures()
