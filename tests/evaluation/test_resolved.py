"""Figures on resolved names, counted by hand."""

from pathlib import Path
from typing import Any

import pytest

from quotereview.evaluation import Report, measure, read
from quotereview.model import Kind, Source, SourceKind
from tests.evaluation import invented

TEXT = (
    "“The mill turns,” Tuva Lind told Radio Fjord. “It creaks,” she said. “We helped,” two keepers said. "
    "“Nobody asked,” said Moss. “I did,” said Ola Moss. The “Cog” is a boat, “Old Iron” a song. "
    "Read more: “Water rises,” says Lind"
)
RADIO = Source("Radio Fjord", SourceKind.BROADCASTER)


def passage(words: str, speaker: str | None, kind: str = "speech", **known: Any) -> dict[str, Any]:
    here = invented.span(TEXT, words)
    sort = {"speaker_type": "person"} if speaker else {}
    return {"doc": "mill.txt", "start": here.start, "end": here.end, "kind": kind, "speaker": speaker, **sort, **known}


GOLD = (
    passage("The mill turns,", "Tuva Lind", source="Radio Fjord", source_kind="broadcaster"),
    passage("It creaks,", "Tuva Lind", source="Radio Fjord", source_kind="interview", source_carried=True),
    passage("We helped,", "two keepers", speaker_type="group", speaker_aliases=["keepers"], source=None),
    passage("Nobody asked,", "Ola Moss", speaker_aliases=["Moss"], source=None),
    passage("I did,", "Ola Moss", source="Fjord Post", source_also=[None]),
    passage("Cog", None, "other-words"),
    passage("Old Iron", None, "title"),
    passage("Water rises,", "Tuva Lind", zone="teaser"),
)
PROPOSED = invented.detection(
    invented.quote(TEXT, "The mill turns,", "Tuva Lind", "Tuva Lind", confidence=0.98, source=RADIO),
    invented.quote(TEXT, "It creaks,", "Ola Moss", "she", confidence=0.8, others=["Tuva Lind"], source=RADIO),
    invented.quote(TEXT, "We helped,", "the keepers", "two keepers", confidence=0.95, source=RADIO),
    invented.quote(TEXT, "Nobody asked,", "Moss", "Moss", confidence=0.6),
    invented.quote(TEXT, "I did,", "Ola Moss", kind=Kind.SCARE),
    invented.quote(TEXT, "Cog", "Tuva Lind", confidence=0.3),
)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    texts = invented.lines(tmp_path / "texts.jsonl", {"id": "mill.txt", "text": TEXT})
    return measure(read(invented.lines(tmp_path / "names.jsonl", *GOLD), [texts]), lambda _: PROPOSED)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("speech found", 4 / 5),
        ("false speech, of what nobody said", 1 / 2),
        ("name right in full", 2 / 5),
        ("name right, known by any name", 3 / 5),
        ("right name among the first three", 3 / 5),
        ("wrong name", 1 / 5),
        ("could be confirmed unseen at 98 % right", 2 / 5),
        ("calibration error", (0.02 + 0.05 + 0.8 + 0.6 + 0.3) / 5),
        # confirmed, picked, confirmed, typed, turned to speech and picked, ruled out, rightly never shown
        ("keys for a passage", (1 + 2 + 1 + 8 + 3 + 1 + 0) / 7),
    ],
)
def test_kinds_and_names(report: Report, name: str, value: float) -> None:
    assert invented.figure(report, "Kinds and names", name) == pytest.approx(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("source: precision", 2 / 3),
        ("source: recall", 2 / 2),
        ("source: F1", 4 / 5),
        ("kind of source right, of sources right", 1 / 2),
        ("carried sources right", 1.0),
    ],
)
def test_sources(report: Report, name: str, value: float) -> None:
    assert invented.figure(report, "Sources", name) == pytest.approx(value)


def test_groups(report: Report) -> None:
    assert invented.figure(report, "Name right in full, by speaker", "group") == 1.0
    assert invented.figure(report, "Name right in full, by speaker", "person") == 1 / 4
    assert [table.heading for table in report.tables][2:] == [
        "Name right in full, by speaker",
        "Name right in full, by length",
    ]


def test_a_quote_that_was_missed_must_be_typed(tmp_path: Path) -> None:
    texts = invented.lines(tmp_path / "texts.jsonl", {"id": "mill.txt", "text": TEXT})
    gold = read(invented.lines(tmp_path / "names.jsonl", GOLD[0]), [texts])
    report = measure(gold, lambda _: invented.detection())
    assert invented.figure(report, "Kinds and names", "keys for a passage") == 8


def test_without_sources_in_the_gold_none_are_measured(tmp_path: Path) -> None:
    texts = invented.lines(tmp_path / "texts.jsonl", {"id": "mill.txt", "text": TEXT})
    gold = read(invented.lines(tmp_path / "names.jsonl", passage("It creaks,", "Tuva Lind")), [texts])
    assert "Sources" not in [table.heading for table in measure(gold, lambda _: PROPOSED).tables]
