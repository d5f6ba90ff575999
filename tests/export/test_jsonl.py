"""What was found in an article as one JSON object."""

import json
from dataclasses import replace

from quotereview.export.jsonl import record
from quotereview.model import (
    Candidate,
    Detection,
    Doubt,
    Kind,
    Passage,
    Pointer,
    Quote,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    Zone,
)

TEXT = "“It holds,” said Ana Faro, Xinhua reported. “Twice.” Read more: ‘Oops’"


def passage(start: int, end: int) -> Passage:
    return Passage(Span(start, end), TEXT[start:end])


FARO = Speaker("Ana Faro", SpeakerType.PERSON, mention=Span(17, 25), printed="Ana Faro")
SPOKEN = Quote(
    "1-10",
    (passage(1, 10), passage(45, 51)),
    speaker=FARO,
    cue=Span(12, 16),
    source=Source("Xinhua", SourceKind.AGENCY, Span(27, 33)),
    hands=1,
    confidence=0.9,
    reason="“said” with subject “Ana Faro”",
    candidates=(Candidate(FARO, 0.9, "next to the cue"),),
    doubts=(Doubt(Span(0, 1), "odd mark"),),
    pointers=(Pointer(Span(1, 5), Span(12, 16)),),
    source_confidence=0.8,
    source_reason="“Xinhua” passed it on",
    source_pointers=(Pointer(Span(1, 7), Span(27, 33)),),
    twin="70-79",
)
TEASER = Quote("65-69", (passage(65, 69),), kind=Kind.SCARE, zone=Zone.TEASER)
DETECTION = Detection((SPOKEN, TEASER), (Doubt(Span(64, 65), "odd mark"),), (), "rules 0.1.0", "en 3.8.0")


def test_each_passage_is_an_item_with_offsets_into_the_text() -> None:
    items = record("story.txt", DETECTION)["quotes"]
    assert [TEXT[item["start"] : item["end"]] for item in items] == ["It holds,", "Twice."]
    assert {item["quote"] for item in items} == {"1-10"}


def test_item_says_what_the_detector_proposes() -> None:
    item = record("story.txt", DETECTION)["quotes"][0]
    assert item["speaker"]["name"] == "Ana Faro"
    assert (item["speaker"]["start"], item["speaker"]["end"], item["cue"]) == (17, 25, {"start": 12, "end": 16})
    parts = [{"words": {"start": 1, "end": 7}, "place": {"start": 27, "end": 33}}]
    assert item["source"] == {
        "name": "Xinhua",
        "kind": "agency",
        "start": 27,
        "end": 33,
        "carried": False,
        "chain": [],
        "confidence": 0.8,
        "reason": "“Xinhua” passed it on",
        "reason_parts": parts,
    }
    assert (item["no_source"], item["twin"]) == (None, "70-79")
    assert item["reason_parts"] == [{"words": {"start": 1, "end": 5}, "place": {"start": 12, "end": 16}}]
    assert (item["kind"], item["zone"], item["partial"], item["hands"]) == ("speech", "body", False, 1)
    assert (item["candidates"], item["confidence"], item["doubts"]) == (["Ana Faro"], 0.9, ["odd mark"])


def test_where_there_is_no_source_it_says_how_sure_that_is() -> None:
    alone = replace(SPOKEN, source=None, source_confidence=0.9, source_reason="None is named", source_pointers=())
    item = record("story.txt", replace(DETECTION, quotes=(alone,)))["quotes"][0]
    assert item["source"] is None
    assert item["no_source"] == {"confidence": 0.9, "reason": "None is named", "reason_parts": []}


def test_teasers_are_left_out_unless_asked_for() -> None:
    [teaser] = record("story.txt", DETECTION, teasers=True)["quotes"][2:]
    assert (teaser["zone"], teaser["speaker"], teaser["source"], teaser["cue"]) == ("teaser", None, None, None)
    assert len(record("story.txt", DETECTION)["quotes"]) == 2


def test_object_is_plain_json() -> None:
    found = record("story.txt", DETECTION, teasers=True)
    assert json.loads(json.dumps(found)) == found
    assert found["doubts"] == [{"start": 64, "end": 65, "reason": "odd mark"}]
