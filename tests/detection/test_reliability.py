"""The shipped table of reliability: read as it was written, and a sentence where it cannot be."""

import json
import re
from pathlib import Path

import pytest

from quotereview.detection import reliability
from quotereview.errors import KnownError, ResourceFault
from quotereview.model import ReliabilityRow, ReliabilityTable

TABLE = ReliabilityTable(
    "20 quotes", "ranker", (ReliabilityRow(0.5, 20, 15), ReliabilityRow(0.9, 10, 9), ReliabilityRow(0.99, 0, 0))
)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "reliability.json"
    file.write_text(json.dumps(reliability.written(TABLE)), encoding="utf-8")
    assert reliability.read(file) == TABLE


def test_the_shipped_table_is_of_many_quotes_and_the_surer_ones_are_right_more_often() -> None:
    table = reliability.shipped()
    assert [row.confidence for row in table.rows] == sorted({row.confidence for row in table.rows})
    assert [row.proposals for row in table.rows] == sorted((row.proposals for row in table.rows), reverse=True)
    assert [row.share for row in table.rows] == sorted(row.share for row in table.rows)
    assert table.rows[-1].proposals > 1000
    assert "840 attributed articles" in table.measured_on


DOCS = Path(__file__).parents[2] / "docs"


def figure(share: float) -> str:
    """A share as the page on detection writes it."""
    return f"{share:.3f}".removeprefix("0")


def test_the_page_on_detection_shows_the_shipped_table() -> None:
    table = reliability.shipped()
    told = re.findall(
        r"^\| (\.\d\d)(?: and more)? \| (.+) \|$", (DOCS / "detection.md").read_text("utf-8"), re.MULTILINE
    )
    assert dict(told) == {
        figure(row.confidence)[:3]: " | ".join(
            (f"{row.proposals:,}", f"{row.right:,}", figure(row.share), figure(table.share_near(row.confidence)))
        )
        for row in table.rows
    }


def test_the_page_on_reviewing_promises_what_the_shipped_table_does_to_a_percent() -> None:
    shares = {row.confidence: 100 * row.share for row in reliability.shipped().rows}
    page = (DOCS / "reviewing.md").read_text("utf-8")
    told = re.findall(r"with (\.\d\d) or more, (\d+)", page)
    assert [float(confidence) for confidence, _ in told] == [0.99, 0.95, 0.9, 0.5]
    assert all(abs(int(right) - shares[float(confidence)]) <= 1 for confidence, right in told)


ROW = {"from": 0.5, "proposals": 2, "right": 1}


@pytest.mark.parametrize(
    "held",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        json.dumps({"measured_on": "", "detector": "", "rows": []}),
        json.dumps({"measured_on": "", "detector": "", "rows": [ROW | {"right": 3}]}),
        json.dumps({"measured_on": "", "detector": "", "rows": [ROW | {"from": None}]}),
        json.dumps({"measured_on": "", "rows": [ROW]}),
    ],
)
def test_a_damaged_table_gives_a_sentence(held: str, tmp_path: Path) -> None:
    file = tmp_path / "reliability.json"
    file.write_text(held, encoding="utf-8")
    with pytest.raises(ResourceFault, match="install quotereview again"):
        reliability.read(file)


def test_a_missing_table_gives_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="missing or damaged"):
        reliability.read(tmp_path / "none.json")
