"""What was found in one article as one JSON object: an item for each passage, offsets in code points of its text."""

from collections.abc import Iterable
from typing import Any

from quotereview.model import Detection, Passage, Pointer, Quote, Span, Speaker, Zone

Record = dict[str, Any]


def record(article: str, detection: Detection, *, teasers: bool = False) -> Record:
    """The object for the article called ``article``; passages in links to other stories only with ``teasers``."""
    quotes = [quote for quote in detection.quotes if teasers or quote.zone is not Zone.TEASER]
    items = [_item(quote, passage) for quote in quotes for passage in quote.passages]
    return {
        "id": article,
        "quotes": sorted(items, key=lambda item: (item["start"], -item["end"])),
        "doubts": [{**_place(doubt.place), "reason": doubt.reason} for doubt in detection.doubts],
        "detector": detection.detector,
        "language_model": detection.language_model,
    }


def _item(quote: Quote, passage: Passage) -> Record:
    return {
        **_place(passage.span),
        "text": passage.words,
        "kind": quote.kind,
        "speaker": _speaker(quote.speaker),
        "cue": _place(quote.cue) if quote.cue else None,
        "source": _source(quote),
        "no_source": None if quote.source else _source_grounds(quote),
        "candidates": [candidate.speaker.name for candidate in quote.candidates],
        "confidence": quote.confidence,
        "quote": quote.key,
        "parent": quote.parent,
        "zone": quote.zone,
        "partial": quote.partial,
        "hands": quote.hands,
        "addressee": quote.addressee,
        "reason": quote.reason,
        "reason_parts": _parts(quote.pointers),
        "twin": quote.twin,
        "doubts": [doubt.reason for doubt in quote.doubts],
    }


def _place(span: Span | None) -> Record:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _speaker(speaker: Speaker | None) -> Record | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        **_place(speaker.mention),
        "type": speaker.type,
        "printed": speaker.printed,
        "role": speaker.role,
        "resolved": speaker.resolved,
    }


def _source(quote: Quote) -> Record | None:
    source = quote.source
    if source is None:
        return None
    return {
        "name": source.name,
        "kind": source.kind,
        **_place(source.mention),
        "carried": source.carried,
        "chain": list(source.chain),
        **(_source_grounds(quote) or {}),
    }


def _source_grounds(quote: Quote) -> Record | None:
    if quote.source_confidence is None:
        return None
    return {
        "confidence": quote.source_confidence,
        "reason": quote.source_reason,
        "reason_parts": _parts(quote.source_pointers),
    }


def _parts(pointers: Iterable[Pointer]) -> list[Record]:
    return [{"words": _place(pointer.words), "place": _place(pointer.place)} for pointer in pointers]
