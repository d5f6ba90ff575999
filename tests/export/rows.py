"""Rows of a sheet for tests: one that is decided with everything in it, one that is not, one that is hostile."""

from dataclasses import replace
from datetime import date

from quotereview.model import Kind, SheetRow, SourceKind, SpeakerType, Verdict, Zone

DECIDED = SheetRow(
    number=1,
    quote="q01",
    article="China pledges to rebuild Syrian power station",
    outlet="Gulf Courier",
    published=date(2026, 5, 12),
    headline="China pledges to rebuild Syrian power station",
    words="“Those people are welcome home,”",
    kind=Kind.SPEECH,
    partial=False,
    zone=Zone.BODY,
    paragraph=7,
    start=1199,
    end=1231,
    speaker="Nadim Qassar",
    speaker_type=SpeakerType.PERSON,
    role="Syrian Prime Minister",
    printed="he",
    resolved="he → Qassar → Nadim Qassar",
    addressee=None,
    cue="added",
    source="SANA",
    source_kind=SourceKind.READOUT,
    carried=True,
    hands=1,
    verdict=Verdict.CONFIRMED,
    note="Heard it on the recording, 14:05.",
    editor="Mara Voss",
    decided_at="2026-05-13T08:05:09+00:00",
    confidence=0.94,
    reason="“added” with subject “he” right after the quote",
    detector="rules 0.1.0",
    language_model="en_core_web_sm 3.8.0",
    other_outlets=("The Northern Ledger",),
    open_conflicts=1,
    sha256="ab" * 32,
)

UNDECIDED = replace(
    DECIDED,
    number=2,
    quote="q02",
    outlet=None,
    published=None,
    headline=None,
    article="bridge.txt",
    words="«الجسر آمن»",
    speaker=None,
    speaker_type=None,
    role=None,
    printed=None,
    resolved=None,
    cue=None,
    source=None,
    source_kind=None,
    carried=False,
    hands=0,
    verdict=Verdict.OPEN,
    note="",
    editor=None,
    decided_at=None,
    confidence=0.4,
    reason="nobody is named near it",
    other_outlets=(),
    open_conflicts=0,
)

UNREAD = replace(DECIDED, number=4, quote="q04", note="", unread=True)

HOSTILE = replace(
    UNDECIDED,
    number=3,
    quote="q03",
    article="https://evil.example",
    sha256="cd" * 32,
    words='=HYPERLINK("https://evil.example","<script>alert(1)</script>")',
    speaker="@faro",
    role="+1",
    source="-2+3",
    note='=1+1\n"quoted", with a comma',
)

ROWS = (DECIDED, UNDECIDED, HOSTILE, UNREAD)
