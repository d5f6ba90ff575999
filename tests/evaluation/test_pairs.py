"""Judged pairs are read in both forms, and measured by what detection finds where they name no speaker."""

import json
from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.evaluation import JudgedPairs, Report, measure, named, read
from quotereview.model import Detection, Label, Relation
from tests.evaluation import invented

TEXT = "At Norrvik, “The weir holds against the ice,” said Tuva Lind."
WORDS = "The weir holds against the ice,"
OTHER = "“The weir holds against the ice, and the mill will stand,” Lind said."
LONGER = "The weir holds against the ice, and the mill will stand,"


def placed(doc: str, text: str, words: str) -> dict[str, object]:
    here = invented.span(text, words)
    return {"doc": doc, "start": here.start, "end": here.end, "text": words, "publisher": "Norrvik Post", "source": "x"}


def detect(text: str) -> Detection:
    words = WORDS if text == TEXT else LONGER
    return invented.detection(invented.quote(text, words, "Tuva Lind", "Lind"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return invented.lines(tmp_path / "texts.jsonl", {"id": "one", "text": TEXT}, {"id": "two", "text": OTHER})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles of one story, with a quote that both have and one that is in the first alone."""
    folder = tmp_path / "wires"
    folder.mkdir()
    (folder / "one.txt").write_text(f"{TEXT} “Nobody slept,” he said.", encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    said = {"kind": "speech", "zone": "body", "source": None}
    first = {**placed("one.txt", TEXT, WORDS), **said, "quote": "q1", "speaker": "Tuva Lind"}
    second = {**placed("two.txt", OTHER, LONGER), **said, "quote": "q1", "speaker": None}
    start = len(TEXT) + 2
    alone = {**first, "quote": "q2", "start": start, "end": start + 14, "text": "Nobody slept,"}
    invented.lines(folder / "quotes.jsonl", first, second, alone)
    match = {"a": ["one.txt", "q1"], "b": ["two.txt", "q1"], "relation": "fragment"}
    invented.lines(folder / "matches.jsonl", {**match, "speaker_agrees": False, "source_agrees": True})
    return folder


def gold(place: Path, texts: list[Path]) -> JudgedPairs:
    found = read(place, texts)
    assert isinstance(found, JudgedPairs)
    return found


def figures(report: Report) -> dict[tuple[str, str], float | None]:
    return {(table.heading, row.name): row.value for table in report.tables for row in table.rows}


def test_pairs_that_name_an_article_get_their_speaker_by_detection(tmp_path: Path, texts: Path) -> None:
    line = {"a": placed("one", TEXT, WORDS), "b": placed("two", OTHER, LONGER), "label": "same", "relation": "fragment"}
    [pair] = named(gold(invented.lines(tmp_path / "pairs.jsonl", line), [texts]), detect)[0]
    assert (pair.here.speaker, pair.here.source, pair.here.outlet) == ("Tuva Lind", None, "Norrvik Post")
    assert (pair.here.before, pair.here.after) == ("At Norrvik, “", "” said Tuva Lind.")
    assert (pair.label, pair.relation) == (Label.SAME, Relation.FRAGMENT)


def test_pairs_that_name_none_are_taken_as_they_are(tmp_path: Path) -> None:
    quote = {"text": WORDS, "speaker": "Tuva Lind", "before": "At Norrvik, "}
    line = {"a": quote, "b": {"text": "six anchors"}, "label": "different", "relation": None}
    [pair] = named(gold(invented.lines(tmp_path / "pairs.jsonl", line), []), detect)[0]
    assert (pair.here.speaker, pair.here.before, pair.there.speaker) == ("Tuva Lind", "At Norrvik, ", None)


def test_figures_of_judged_pairs(tmp_path: Path, texts: Path) -> None:
    one, two = placed("one", TEXT, WORDS), placed("two", OTHER, LONGER)
    lines: list[dict[str, object]] = [{"a": one, "b": two, "label": "same", "relation": "fragment"}]
    for number in range(12):
        words = f"the {number} ships of Norrvik sail against the wind"
        lines.append({"a": {"text": words}, "b": {"text": words}, "label": "same", "relation": "equal"})
        here, there = f"the mills of Norrvik burned {number} times", f"the roofs of Norrvik leak on {number} days"
        lines.append({"a": {"text": here}, "b": {"text": there}, "label": "different"})
    report = measure(gold(invented.lines(tmp_path / "pairs.jsonl", *lines), [texts]), detect)
    found = figures(report)
    assert report.measured == "Pairs: 25, of them matches: 13; groups that share no quote: 25"
    assert found["Matches", "F1"] == 1.0
    assert found["Found, by relation", "fragment"] == 1.0
    assert found["Relation right, by relation", "equal"] == 1.0
    assert found["Matches, by weights from the pairs of other groups (5 turns)", "F1"] == pytest.approx(0.96, abs=0.05)


def test_matches_of_a_folder_are_measured_against_all_other_pairs_of_its_stories(folder: Path) -> None:
    held = gold(folder / "matches.jsonl", [])
    assert held.title == "wires/matches"
    assert [(pair.label, pair.there.quote) for pair in held.pairs] == [
        (Label.SAME, "two.txt q1"),
        (Label.DIFFERENT, "one.txt q2"),
    ]
    found = figures(measure(held, detect))
    assert found["Disagreements of matches", "speaker: F1"] == 1.0
    assert found["Matches", "recall"] == 1.0


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"label": "like"}, "'like' is not a valid Label"),
        ({"a": placed("three", TEXT, WORDS)}, "no article “three” is among --texts"),
        ({"a": {}}, "has no “text”"),
    ],
)
def test_what_is_wrong_with_a_pair_is_told_with_its_line(
    tmp_path: Path, texts: Path, change: dict[str, object], why: str
) -> None:
    line = {"a": {"text": WORDS}, "b": {"text": WORDS}, "label": "same", "relation": "equal", **change}
    with pytest.raises(Unreadable, match=r"^Line 1 of .*pairs.jsonl ") as raised:
        read(invented.lines(tmp_path / "pairs.jsonl", line), [texts])
    assert why in str(raised.value)


def test_a_match_of_a_quote_that_is_not_there_is_told(folder: Path) -> None:
    line = {"a": ["one.txt", "q7"], "b": ["two.txt", "q1"], "relation": "equal"}
    (folder / "matches.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(Unreadable, match=r"Line 1 of .*: no quote|Line 1 of .*\(no quote"):
        read(folder / "matches.jsonl")
