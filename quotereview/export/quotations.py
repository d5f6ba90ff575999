"""A sheet in the terms of schema.org: each quote a ``Quotation``, part of an article, based on its source."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quotereview.export.sheet import verdict
from quotereview.model import PASSAGES, SheetRow, SpeakerType

CONTEXT = "https://schema.org/"

SPEAKERS = {
    SpeakerType.PERSON: "Person",
    SpeakerType.ANONYMOUS: "Person",
    SpeakerType.GROUP: "Organization",
    SpeakerType.ORGANISATION: "Organization",
    SpeakerType.DOCUMENT: "CreativeWork",
}
"""What a speaker of each type is there; nothing comes nearer to people who speak as one than an organisation."""

Record = dict[str, Any]


def content(rows: Sequence[SheetRow]) -> bytes:
    """The sheet's file, JSON-LD that a page on the web may hold."""
    graph = {"@context": CONTEXT, "@graph": [named(row) for row in rows]}
    return f"{json.dumps(graph, ensure_ascii=False, indent=2)}\n".encode()


def named(row: SheetRow, prefix: str = "") -> Record:
    """A quote as a ``Quotation``, every term with a prefix where another vocabulary stands beside it."""
    found = {
        "@type": "Quotation",
        "@id": f"urn:quotereview:quotation:{row.quote}",
        "text": PASSAGES.join(passage.words for passage in row.passages),
        "spokenByCharacter": _speaker(row),
        "isPartOf": _article(row),
        "isBasedOn": _source(row),
        "creativeWorkStatus": verdict(row),
    }
    return _prefixed(_filled(found), prefix)


def _speaker(row: SheetRow) -> Record | None:
    if row.speaker is None:
        return None
    kind = SPEAKERS[row.speaker_type or SpeakerType.PERSON]
    return {"@type": kind, "name": row.speaker, "jobTitle" if kind == "Person" else "description": row.role}


def _article(row: SheetRow) -> Record:
    return {
        "@type": "NewsArticle",
        "headline": row.headline,
        "name": None if row.headline else row.article,
        "publisher": row.outlet and {"@type": "Organization", "name": row.outlet},
        "author": row.byline and {"@type": "Person", "name": row.byline},
        "datePublished": row.published and row.published.isoformat(),
        "url": row.url,
        "identifier": f"urn:sha256:{row.sha256}",
    }


def _source(row: SheetRow) -> Record | None:
    return {"@type": "CreativeWork", "name": row.source, "genre": row.source_kind} if row.source else None


def _filled(record: Mapping[str, Any]) -> Record:
    """What has a value: JSON-LD leaves out what it does not know."""
    inner = {term: _filled(value) if isinstance(value, Mapping) else value for term, value in record.items()}
    return {term: value for term, value in inner.items() if value}


def _prefixed(record: Mapping[str, Any], prefix: str) -> Record:
    return {
        term if term.startswith("@") else f"{prefix}{term}": _value(term, value, prefix)
        for term, value in record.items()
    }


def _value(term: str, value: object, prefix: str) -> object:
    if isinstance(value, Mapping):
        return _prefixed(value, prefix)
    return f"{prefix}{value}" if term == "@type" else value
