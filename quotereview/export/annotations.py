"""A sheet as W3C Web Annotations: each quote by its words and its place, with who said it in schema.org's terms.

The Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions count code points of the article's text
as the store holds it, the first being 0 and the end being behind the last.
"""

import json
from collections.abc import Sequence
from typing import Any

from quotereview.export import quotations
from quotereview.export.sheet import verdict
from quotereview.model import Imprint, Passage, SheetRow

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""How many code points of a passage's neighbourhood tell it from the same words elsewhere."""

Record = dict[str, Any]


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> bytes:
    """The sheet's file: a page of annotations, each with a target for every passage."""
    page = {
        "@context": [CONTEXT, {"schema": "https://schema.org/"}],
        "id": f"urn:quotereview:sheet:{imprint.seal}" if imprint else "urn:quotereview:sheet",
        "type": "AnnotationPage",
        "items": list(map(_annotation, rows)),
    }
    return f"{json.dumps(page, ensure_ascii=False, indent=2)}\n".encode()


def _annotation(row: SheetRow) -> Record:
    """Who ruled is its creator; nobody is while nobody has."""
    ruled = {"creator": {"type": "Person", "name": row.editor}} if row.editor else {}
    made = {"created": row.decided_at} if row.decided_at else {}
    return {
        "id": f"urn:quotereview:quote:{row.quote}",
        "type": "Annotation",
        "motivation": "assessing" if row.decided_at else "identifying",
        **ruled,
        **made,
        "body": [quotations.named(row, "schema:"), *_said(row)],
        "target": [_target(row, number) for number in range(len(row.passages))],
    }


def _said(row: SheetRow) -> list[Record]:
    """The verdict, and what the editor wrote to it."""
    told = (("assessing", verdict(row)), ("commenting", row.why_verdict), ("commenting", row.note))
    return [{"type": "TextualBody", "purpose": purpose, "value": words} for purpose, words in told if words]


def _target(row: SheetRow, number: int) -> Record:
    passage = row.passages[number]
    return {
        "source": row.url or f"urn:sha256:{row.sha256}",
        "selector": [_position(passage), _quoted(row, number)],
    }


def _position(passage: Passage) -> Record:
    return {"type": "TextPositionSelector", "start": passage.span.start, "end": passage.span.end}


def _quoted(row: SheetRow, number: int) -> Record:
    """The words of a passage; the article's words are at hand before the first and after the last one."""
    around = {
        "prefix": row.before if number == 0 else "",
        "suffix": row.after if number == len(row.passages) - 1 else "",
    }
    exact = {"type": "TextQuoteSelector", "exact": row.passages[number].words}
    return exact | {side: words for side, words in around.items() if words}
