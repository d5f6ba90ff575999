"""Nouns to columns and back."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from quotereview.model import (
    Candidate,
    Check,
    CheckState,
    Decision,
    Doubt,
    Evidence,
    EvidenceKind,
    Kind,
    Passage,
    Pointer,
    Quote,
    Ruling,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    Stretch,
    Verdict,
    Zone,
)

Columns = dict[str, Any]


def place_columns(name: str, span: Span | None) -> Columns:
    """The two columns of a span that may be missing."""
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def speaker_columns(speaker: Speaker | None) -> Columns:
    """The columns of a speaker, all NULL without one."""
    return {
        "speaker_name": speaker and speaker.name,
        "speaker_type": speaker and speaker.type.value,
        **place_columns("speaker_mention", speaker.mention if speaker else None),
        "speaker_printed": speaker and speaker.printed,
        "speaker_role": speaker and speaker.role,
        "speaker_resolved": speaker and speaker.resolved,
    }


def source_columns(source: Source | None) -> Columns:
    """The columns of a source, its name NULL without one."""
    return {
        "source_name": source and source.name,
        "source_kind": source.kind.value if source and source.kind else None,
        **place_columns("source_mention", source.mention if source else None),
        "source_carried": int(source.carried) if source else 0,
        "source_chain": json.dumps(source.chain if source else (), ensure_ascii=False),
    }


def ruling_columns(ruling: Ruling) -> Columns:
    """The columns of a ruling, its passages, checks and evidence apart."""
    return {
        "verdict": ruling.verdict.value,
        "kind": ruling.kind.value,
        "partial": int(ruling.partial),
        **speaker_columns(ruling.speaker),
        **source_columns(ruling.source),
        "parent": ruling.parent,
        "reason": ruling.reason,
        "note": ruling.note,
        "unread": int(ruling.unread),
    }


def proposal_columns(quote: Quote) -> Columns:
    """The columns of a proposal, its passages, candidates, doubts, pointers, parent and twin apart."""
    return {
        "kind": quote.kind.value,
        "zone": quote.zone.value,
        "partial": int(quote.partial),
        **speaker_columns(quote.speaker),
        **place_columns("cue", quote.cue),
        "addressee": quote.addressee,
        **source_columns(quote.source),
        "hands": quote.hands,
        "confidence": quote.confidence,
        "reason": quote.reason,
        "source_confidence": quote.source_confidence,
        "source_reason": quote.source_reason,
    }


def passage_rows(owner: Mapping[str, str], passages: Sequence[Passage]) -> list[Columns]:
    """A row for each passage, below the proposal or decision that ``owner`` names."""
    return [
        {**owner, "number": number, "start": passage.span.start, "end": passage.span.end, "words": passage.words}
        for number, passage in enumerate(passages, 1)
    ]


def candidate_rows(owner: Mapping[str, str], candidates: Sequence[Candidate]) -> list[Columns]:
    """A row for each candidate, best first."""
    return [
        {
            **owner,
            "number": number,
            **speaker_columns(candidate.speaker),
            "score": candidate.score,
            "evidence": candidate.evidence,
        }
        for number, candidate in enumerate(candidates, 1)
    ]


def doubt_rows(owner: Mapping[str, str], doubts: Sequence[Doubt]) -> list[Columns]:
    """A row for each doubt."""
    return [
        {**owner, "number": number, "start": doubt.place.start, "end": doubt.place.end, "reason": doubt.reason}
        for number, doubt in enumerate(doubts, 1)
    ]


def zone_rows(owner: Mapping[str, str], zones: Sequence[Stretch]) -> list[Columns]:
    """A row for each zone."""
    return [
        {**owner, "number": number, "start": zone.span.start, "end": zone.span.end, "zone": zone.zone.value}
        for number, zone in enumerate(zones, 1)
    ]


def check_rows(owner: Mapping[str, str], checks: Sequence[Check]) -> list[Columns]:
    """A row for each point of the checklist that was looked at."""
    return [
        {**owner, "number": number, "item": check.item, "state": check.state.value}
        for number, check in enumerate(checks, 1)
    ]


def overruling_rows(owner: Mapping[str, str], overruled: Sequence[str]) -> list[Columns]:
    """A row for each ruling of another branch that is overruled, by its id."""
    return [{**owner, "number": number, "overruled": one} for number, one in enumerate(overruled, 1)]


def evidence_rows(owner: Mapping[str, str], evidence: Sequence[Evidence]) -> list[Columns]:
    """A row for each piece of evidence."""
    return [
        {
            **owner,
            "number": number,
            "kind": one.kind.value,
            "place": one.place,
            "locator": one.locator,
            "sha256": one.sha256,
            "words": one.words,
        }
        for number, one in enumerate(evidence, 1)
    ]


def pointer_rows(owner: Mapping[str, str], quote: Quote) -> list[Columns]:
    """A row for each pointer of the reasons for a proposal."""
    told = (("speaker", quote.pointers), ("source", quote.source_pointers))
    return [
        {
            **owner,
            "reason": reason,
            "number": number,
            **place_columns("words", pointer.words),
            "start": pointer.place.start,
            "end": pointer.place.end,
        }
        for reason, pointers in told
        for number, pointer in enumerate(pointers, 1)
    ]


def to_date(value: str | None) -> date | None:
    """A day as it is stored."""
    return date.fromisoformat(value) if value else None


def to_place(row: sqlite3.Row, name: str) -> Span | None:
    """The span in two columns, or None."""
    start: int | None = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


def to_speaker(row: sqlite3.Row) -> Speaker | None:
    """The speaker that a row holds, if any."""
    if row["speaker_name"] is None:
        return None
    return Speaker(
        row["speaker_name"],
        SpeakerType(row["speaker_type"]),
        to_place(row, "speaker_mention"),
        row["speaker_printed"],
        row["speaker_role"],
        row["speaker_resolved"],
    )


def to_source(row: sqlite3.Row) -> Source | None:
    """The source that a row holds, if any."""
    if row["source_name"] is None:
        return None
    return Source(
        row["source_name"],
        SourceKind(row["source_kind"]) if row["source_kind"] else None,
        to_place(row, "source_mention"),
        bool(row["source_carried"]),
        tuple(json.loads(row["source_chain"])),
    )


def to_passages(rows: Iterable[sqlite3.Row]) -> tuple[Passage, ...]:
    """Passages in their order."""
    return tuple(Passage(Span(row["start"], row["end"]), row["words"]) for row in rows)


def to_candidates(rows: Iterable[sqlite3.Row]) -> tuple[Candidate, ...]:
    """Candidates, best first."""
    pairs = ((to_speaker(row), row) for row in rows)
    return tuple(Candidate(speaker, row["score"], row["evidence"]) for speaker, row in pairs if speaker)


def to_doubts(rows: Iterable[sqlite3.Row]) -> tuple[Doubt, ...]:
    """Doubts in their order."""
    return tuple(Doubt(Span(row["start"], row["end"]), row["reason"]) for row in rows)


def to_pointers(rows: Iterable[sqlite3.Row], reason: str) -> tuple[Pointer, ...]:
    """The pointers of one of the reasons, in their order."""
    return tuple(
        Pointer(Span(row["words_start"], row["words_end"]), Span(row["start"], row["end"]))
        for row in rows
        if row["reason"] == reason
    )


def to_quote(row: sqlite3.Row, children: Mapping[str, Sequence[sqlite3.Row]]) -> Quote:
    """A proposal, from its row (with ``key``, ``parent_key`` and ``twin_key``) and its children by their tables."""
    return Quote(
        key=row["key"],
        passages=to_passages(children["passages"]),
        kind=Kind(row["kind"]),
        zone=Zone(row["zone"]),
        partial=bool(row["partial"]),
        parent=row["parent_key"],
        speaker=to_speaker(row),
        cue=to_place(row, "cue"),
        addressee=row["addressee"],
        source=to_source(row),
        hands=row["hands"],
        confidence=row["confidence"],
        reason=row["reason"],
        candidates=to_candidates(children["candidates"]),
        doubts=to_doubts(children["doubts"]),
        pointers=to_pointers(children["pointers"], "speaker"),
        source_confidence=row["source_confidence"],
        source_reason=row["source_reason"],
        source_pointers=to_pointers(children["pointers"], "source"),
        twin=row["twin_key"],
    )


def to_decision(row: sqlite3.Row, children: Mapping[str, Sequence[sqlite3.Row]]) -> Decision:
    """A decision, from its row (with ``article``) and its children by their tables."""
    ruling = Ruling(
        verdict=Verdict(row["verdict"]),
        passages=to_passages(children["decided_passages"]),
        kind=Kind(row["kind"]),
        partial=bool(row["partial"]),
        speaker=to_speaker(row),
        source=to_source(row),
        parent=row["parent"],
        reason=row["reason"],
        note=row["note"],
        checks=tuple(Check(check["item"], CheckState(check["state"])) for check in children["checks"]),
        evidence=tuple(_evidence(one) for one in children["evidence"]),
        unread=bool(row["unread"]),
        overrules=tuple(one["overruled"] for one in children["overrulings"]),
    )
    return Decision(
        row["id"],
        row["quote"],
        row["article"],
        ruling,
        row["editor"],
        row["decided_at"],
        row["follows"],
        bool(row["withdrawn"]),
        row["proposal"],
        row["blind_read"],
    )


def _evidence(row: sqlite3.Row) -> Evidence:
    return Evidence(EvidenceKind(row["kind"]), row["place"], row["locator"], row["sha256"], row["words"])
