"""A sheet for other programs: one JSON object in the field's words, as ``sheet/quotes.schema.json`` documents it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quotereview.export import sealing
from quotereview.export.sheet import seal
from quotereview.model import Imprint, Passage, SheetConflict, SheetGroup, SheetRow, band

FORM = "quotereview quotes"
VERSION = 1

Record = dict[str, Any]


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> bytes:
    """The sheet's file; places are half-open spans of code points of the article's text, times UTC in ISO 8601."""
    return f"{json.dumps(sheet(rows, imprint), ensure_ascii=False, indent=2)}\n".encode()


def sheet(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> Record:
    """The object of a whole sheet."""
    quotes = list(map(record, rows))
    whole = sealing.of_sheet([quote["seal"] for quote in quotes], (), imprint)
    return {
        "form": FORM,
        "version": VERSION,
        "written": _written(imprint) if imprint else None,
        "sealed": {"quotes": whole.rows, "seal": whole.seal, "nameless": whole.nameless},
        "quotes": quotes,
    }


def record(row: SheetRow) -> Record:
    """The object of one quote, with a seal over all of it but its number."""
    whole = sealed(row)
    return {"number": row.number, **whole, "seal": seal(fields(whole))}


def fields(whole: Mapping[str, Any]) -> dict[str, str]:
    """What is said of a quote, part by part under its path, as texts."""
    return {" › ".join(path): "" if value is None else json.dumps(value) for path, value in _parts(whole, ())}


def _parts(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """The innermost values with the way to each."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _parts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _parts(inner, (*path, str(number)))
    else:
        yield path, value


def sealed(row: SheetRow) -> Record:
    """What is said of a quote wherever it stands in a sheet."""
    return {
        "id": row.quote,
        "words": _words(row),
        "speaker": _speaker(row),
        "cue": row.cue,
        "addressee": row.addressee,
        "source": _source(row),
        "article": _article(row),
        "verdict": _verdict(row),
        "checks": [{"point": check.item, "result": check.state} for check in row.checks],
        "evidence": [
            {"kind": one.kind, "place": one.place, "locator": one.locator, "sha256": one.sha256, "words": one.words}
            for one in row.evidence
        ],
        "other outlets": list(row.other_outlets),
        "group": _group(row.group),
        "story": row.story,
        "conflicts": list(map(_conflict, row.conflicts)),
        "provenance": {
            "detector": row.detector,
            "language model": row.language_model,
            "confidence": row.confidence,
            "band": band(row.confidence),
            "reason": row.reason,
        },
    }


def _written(imprint: Imprint) -> Record:
    return {
        "editor": imprint.editor or None,
        "at": imprint.at.isoformat(),
        "seal": imprint.seal,
        "program": imprint.program,
        "chosen": imprint.chosen or None,
    }


def _words(row: SheetRow) -> Record:
    return {
        "verbatim": row.words,
        "passages": list(map(_passage, row.passages)),
        "before": row.before,
        "after": row.after,
        "kind": row.kind,
        "partial": row.partial,
        "zone": row.zone,
        "paragraph": row.paragraph or None,
        "parent": row.parent,
    }


def _passage(passage: Passage) -> Record:
    return {"start": passage.span.start, "end": passage.span.end, "words": passage.words}


def _speaker(row: SheetRow) -> Record | None:
    if row.speaker is None:
        return None
    return {
        "name": row.speaker,
        "type": row.speaker_type,
        "role": row.role,
        "printed": row.printed,
        "resolved": row.resolved,
    }


def _source(row: SheetRow) -> Record | None:
    if row.source is None:
        return None
    return {"name": row.source, "kind": row.source_kind, "carried": row.carried, "hands": row.hands}


def _article(row: SheetRow) -> Record:
    return {
        "title": row.article,
        "outlet": row.outlet,
        "headline": row.headline,
        "byline": row.byline,
        "published": row.published.isoformat() if row.published else None,
        "url": row.url,
        "sha256": row.sha256,
    }


def _group(group: SheetGroup | None) -> Record | None:
    if group is None:
        return None
    return {
        "id": group.id,
        "relation": group.relation or None,
        "outlets": list(group.outlets),
        "independent lines": group.lines,
        "first outlet": group.first_outlet,
        "first published": group.first_published.isoformat() if group.first_published else None,
    }


def _conflict(one: SheetConflict) -> Record:
    return {
        "field": one.field,
        "here": one.here,
        "there": one.there,
        "outlet": one.outlet,
        "settled": {"reason": one.reason, "editor": one.editor or None} if one.reason else None,
    }


def _verdict(row: SheetRow) -> Record:
    return {
        "verdict": row.verdict,
        "unread": row.unread,
        "reason": row.why_verdict,
        "note": row.note,
        "editor": row.editor,
        "decided at": row.decided_at,
    }
