"""What editors ruled, and quotes as they stand."""

from dataclasses import dataclass, field, replace

from quotereview.model.evidence import Check, Evidence
from quotereview.model.quotes import Passage, Quote, Source, Speaker, around, joined
from quotereview.model.values import BlindExtent, Kind, Span, SpeakerType, Verdict, Zone

RIGHT = frozenset({Verdict.CONFIRMED, Verdict.CORRECTED})
"""The verdicts by which the values that stand are right."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The values an editor rules for a quote; complete, so that any earlier ruling can be put back.

    ``parent`` is the key of the quote that encloses it. ``reason`` says why the verdict is so, ``note`` anything else.
    ``unread``: accepted in bulk, nobody has looked at it. ``overrules`` are the ids of decisions that were made beside
    those it goes back to, and that somebody has settled.
    """

    verdict: Verdict
    passages: tuple[Passage, ...]
    kind: Kind
    partial: bool
    speaker: Speaker | None
    source: Source | None
    parent: str | None = None
    reason: str = ""
    note: str = ""
    checks: tuple[Check, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unread: bool = False
    overrules: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words of all passages, a gap between passages shown by an ellipsis in brackets."""
        return joined(self.passages)

    @property
    def span(self) -> Span:
        """From where its first passage begins to where its last one ends."""
        return around(self.passages)


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling that was kept: who, when (UTC, ISO 8601), and the decision it follows (None for the first).

    ``withdrawn``: the quote is none of its own any more: its addition was undone, or it was merged into another.
    ``proposal`` is the id of the proposal that it rules upon, ``blind_read`` that of the blind read in which it was
    made, if in any.
    """

    id: str
    quote: str
    article: str
    ruling: Ruling
    editor: str
    decided_at: str
    follows: str | None
    withdrawn: bool = False
    proposal: str | None = None
    blind_read: str | None = None


@dataclass(frozen=True, slots=True)
class BlindRead:
    """A read by an editor who sees nothing of what anybody else ruled, and of which quotes (ids) it is.

    ``seed`` is that by which the quotes of a sample were drawn, ``ruled`` on how many quotes a ruling was made,
    ``left_at`` when the read was left, if it was.
    """

    id: str
    editor: str
    extent: BlindExtent
    seed: str | None
    quotes: tuple[str, ...]
    ruled: int
    left_at: str | None


@dataclass(frozen=True, slots=True)
class RulingConflict:
    """A quote on which several rulings were made side by side that differ: the one that stands, and the others."""

    quote: str
    article: str
    standing: Decision
    others: tuple[Decision, ...]


def alike(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same of a quote: that it is none, or the same verdict and values of it.

    Confirmed or corrected is one verdict; notes, reasons, checks, evidence and places of names make no difference.
    """
    return _says(one) == _says(other)


def _says(decision: Decision) -> tuple[object, ...]:
    ruling, speaker, source = decision.ruling, decision.ruling.speaker, decision.ruling.source
    if decision.withdrawn:
        return ()
    return (
        "right" if ruling.verdict in RIGHT else ruling.verdict,
        ruling.passages,
        ruling.kind,
        ruling.partial,
        speaker and (speaker.name, speaker.type),
        source and (source.name, source.kind),
    )


def proposed(quote: Quote) -> Ruling:
    """A proposal's values as an open ruling."""
    return Ruling(Verdict.OPEN, quote.passages, quote.kind, quote.partial, quote.speaker, quote.source, quote.parent)


def ruled(ruling: Ruling, verdict: Verdict) -> Ruling:
    """The same values under another verdict, that of somebody who looked; the reason for the former one goes with it.

    Confirmed or corrected is one judgement, told apart by the values, and a reason given before any verdict awaits one.
    """
    kept = ruling.verdict in (Verdict.OPEN, verdict) or {ruling.verdict, verdict} == RIGHT
    return replace(ruling, verdict=verdict, reason=ruling.reason if kept else "", unread=False)


def wants_ruling(kind: Kind, zone: Zone) -> bool:
    """Whether an editor is asked about words of this kind in this zone: about speech outside teasers."""
    return kind is Kind.SPEECH and zone is not Zone.TEASER


def asked_about(verdict: Verdict, added_by_hand: bool, kind: Kind, zone: Zone) -> bool:
    """Whether an editor is asked about a quote: what wants a ruling, what was added by hand, what was ruled on."""
    return verdict is not Verdict.OPEN or added_by_hand or wants_ruling(kind, zone)


@dataclass(frozen=True, slots=True)
class StandingQuote:
    """A quote as it stands: the newest proposal and the newest decision, if any.

    ``ruling`` holds the values that stand: the newest decision's, else the proposal's, left open. ``proposal_id`` is
    the id of the proposal, upon which is ruled whatever was proposed since.
    """

    id: str
    article: str
    proposal: Quote
    decision: Decision | None = None
    added_by_hand: bool = False
    proposal_id: str | None = field(default=None, compare=False)
    ruling: Ruling = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ruling", self.decision.ruling if self.decision else proposed(self.proposal))

    @property
    def verdict(self) -> Verdict:
        """The newest decision's verdict, OPEN without one."""
        return self.decision.ruling.verdict if self.decision else Verdict.OPEN

    @property
    def decided(self) -> bool:
        """Whether an editor has ruled and not reopened."""
        return self.verdict is not Verdict.OPEN

    @property
    def unread(self) -> bool:
        """Whether it was accepted in bulk, and nobody has looked at it."""
        return self.ruling.unread

    @property
    def speaker_as_proposed(self) -> bool:
        """Whether the speaker who stands is the one proposed, or neither is known."""
        return _name(self.ruling.speaker) == _name(self.proposal.speaker)

    @property
    def source_as_proposed(self) -> bool:
        """Whether the source that stands is the one proposed, or neither is given."""
        return _name(self.ruling.source) == _name(self.proposal.source)

    @property
    def asked(self) -> bool:
        """Whether an editor is asked about it."""
        return asked_about(self.verdict, self.added_by_hand, self.ruling.kind, self.proposal.zone)


def _name(named: Speaker | Source | None) -> str | None:
    return named.name if named else None


@dataclass(frozen=True, slots=True)
class QuoteSummary:
    """A quote as a queue, a count or the comparison of articles needs it: the values that stand, no evidence.

    ``doubts`` is how many places in it the detector wants seen. ``printed`` and ``role`` are the speaker's, as printed.
    ``names`` are all names of a speaker who has several, first the one that this person goes by; else it is empty.
    """

    id: str
    article: str
    start: int
    words: str
    kind: Kind
    zone: Zone
    verdict: Verdict
    speaker: str | None
    source: str | None
    confidence: float
    doubts: int
    added_by_hand: bool
    note: str
    unread: bool = False
    speaker_type: SpeakerType | None = None
    printed: str | None = None
    role: str | None = None
    names: tuple[str, ...] = ()

    @property
    def person(self) -> str | None:
        """The name by which the speaker goes, which may be another one than stands."""
        return self.names[0] if self.names else self.speaker

    @property
    def decided(self) -> bool:
        """Whether an editor has ruled and not reopened."""
        return self.verdict is not Verdict.OPEN

    @property
    def asked(self) -> bool:
        """Whether an editor is asked about it."""
        return asked_about(self.verdict, self.added_by_hand, self.kind, self.zone)
