"""The rows of a sheet."""

from dataclasses import dataclass
from datetime import date

from quotereview.model.evidence import Check, Evidence
from quotereview.model.values import Kind, SourceKind, SpeakerType, Verdict, Zone


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One quote as the sheet hands it on: the values that stand, and how they came to be.

    ``words`` are verbatim with their marks; ``start`` and ``end`` are code points of the article's text, ``paragraph``
    counts from 1, headlines left out (0). ``decided_at`` is UTC in ISO 8601; it and ``editor`` are None while
    nobody has ruled. ``why_verdict`` is the editor's reason, ``reason`` the detector's. ``unread``: it was accepted in
    bulk, and nobody has looked at it.
    """

    number: int
    quote: str
    article: str
    outlet: str | None
    published: date | None
    headline: str | None
    words: str
    kind: Kind
    partial: bool
    zone: Zone
    paragraph: int
    start: int
    end: int
    speaker: str | None
    speaker_type: SpeakerType | None
    role: str | None
    printed: str | None
    resolved: str | None
    addressee: str | None
    cue: str | None
    source: str | None
    source_kind: SourceKind | None
    carried: bool
    hands: int
    verdict: Verdict
    why_verdict: str
    note: str
    checks: tuple[Check, ...]
    evidence: tuple[Evidence, ...]
    editor: str | None
    decided_at: str | None
    confidence: float
    reason: str
    detector: str
    language_model: str
    other_outlets: tuple[str, ...]
    open_conflicts: int
    sha256: str
    unread: bool = False
