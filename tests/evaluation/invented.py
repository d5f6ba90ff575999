"""Invented articles, what a detector could have proposed for them, and files of gold."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quotereview.evaluation import Report
from quotereview.model import Candidate, Detection, Kind, Passage, Quote, Source, Span, Speaker, SpeakerType, Zone


def span(text: str, words: str) -> Span:
    """Where the words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def quote(
    text: str,
    words: str,
    name: str | None = None,
    mention: str | None = None,
    cue: str | None = None,
    *,
    kind: Kind = Kind.SPEECH,
    zone: Zone = Zone.BODY,
    confidence: float = 0.9,
    others: Iterable[str] = (),
    source: Source | None = None,
) -> Quote:
    """A quote of these words as a detector proposes it; ``others`` are names offered after the speaker's."""
    here = span(text, words)
    speaker = Speaker(name, SpeakerType.PERSON, span(text, mention) if mention else None) if name else None
    names = [*([name] if name else []), *others]
    offered = tuple(Candidate(Speaker(one, SpeakerType.PERSON), 0.1, "") for one in names)
    return Quote(
        f"{here.start}-{here.end}",
        (Passage(here, words),),
        kind,
        zone,
        speaker=speaker,
        cue=span(text, cue) if cue else None,
        source=source,
        confidence=confidence if name else 0.0,
        candidates=offered,
    )


def detection(*quotes: Quote) -> Detection:
    """What an invented detector found."""
    return Detection(quotes, (), (), "guesser 1", "en 1")


def attributed(text: str, *attributions: tuple[str, str, str]) -> dict[str, Any]:
    """The line of an article with the words of speakers, cues and contents."""
    parts = ("source", "cue", "content")
    given = [
        {part: [[*span(text, words)]] if words else [] for part, words in zip(parts, one, strict=True)}
        for one in attributions
    ]
    return {"id": "a", "text": text, "attributions": given}


def lines(file: Path, *records: object) -> Path:
    """A file with a record on each line."""
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return file


def figure(report: Report, heading: str, name: str) -> float | None:
    """A figure of a report by its table and its name."""
    return next(
        row.value for table in report.tables if table.heading == heading for row in table.rows if row.name == name
    )
