"""The nouns of the program: what crosses a door between rooms is one of these, an id or a plain value.

Every offset is a half-open span of code points into an article's canonical text.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What the words between marks are."""

    SPEECH = "speech"
    TITLE = "title"
    SCARE = "scare"
    OTHER_WORDS = "other-words"


class Zone(StrEnum):
    """What a stretch of an article is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    CORRECTION = "correction"


class SpeakerType(StrEnum):
    """What sort of voice a speaker is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """The form of the carrier through which words reached the outlet."""

    READOUT = "readout"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    INTERVIEW = "interview"
    OUTLET = "outlet"
    STATEMENT = "statement"
    POST = "post"
    LETTER = "letter"
    DOCUMENT = "document"
    BRIEFING = "briefing"


class Verdict(StrEnum):
    """What an editor ruled on a quote; OPEN is a quote not yet ruled on, or reopened."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DISPUTED = "disputed"
    CANNOT_VERIFY = "cannot verify"
    NOT_A_QUOTE = "not a quote"


class Band(StrEnum):
    """A confidence in a word."""

    SURE = "sure"
    CHECK = "check"
    UNSURE = "unsure"


TITLE_LENGTH = 70  # characters that a list shows of an article without a headline
SURE_FROM = 0.9
CHECK_FROM = 0.7


def band(confidence: float) -> Band:
    """The word for a confidence between 0 and 1."""
    if confidence >= SURE_FROM:
        return Band.SURE
    return Band.CHECK if confidence >= CHECK_FROM else Band.UNSURE


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def of(self, text: str) -> str:
        """The words of ``text`` that this span claims."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """How many code points both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet, kept exactly as loaded.

    ``outlet``, ``published``, ``headline`` and ``byline`` are what the file said of itself, or None.
    """

    id: str
    name: str
    original: bytes
    text: str
    encoding: str
    outlet: str | None = None
    published: date | None = None
    headline: str | None = None
    byline: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the original bytes, in hexadecimal."""
        return hashlib.sha256(self.original).hexdigest()


def article_id(name: str, original: bytes) -> str:
    """The id of an article: the same file gives the same id in every store, so that stores can be merged."""
    return "a" + hashlib.sha256(name.encode() + b"\0" + original).hexdigest()[:20]


def quote_id(article: str, first: Span) -> str:
    """The id that a quote gets when it is first proposed or added, from its article and its first passage."""
    return "q" + hashlib.sha256(f"{article} {first.start} {first.end}".encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words between one pair of quotation marks, marks excluded."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, resolved to a full name.

    ``mention`` is where the article names the speaker for this quote, ``printed`` its words there, ``role`` the role as
    printed, ``resolved`` how the mention led to the name ("he → Xi → Xi Jinping").
    """

    name: str
    type: SpeakerType
    mention: Span | None = None
    printed: str | None = None
    role: str | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker who may have said it, with a score between 0 and 1 and the evidence in plain words."""

    speaker: Speaker
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Source:
    """The carrier through which the words reached the outlet, never the speaker.

    ``kind`` is None when a person relays somebody else's words. ``carried``: named once and holding for the sentences
    after it. ``chain``: the links from the outlet towards the speaker, where there is more than one.
    """

    name: str
    kind: SourceKind | None
    mention: Span | None = None
    carried: bool = False
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something odd at one place that an editor should see."""

    place: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in one or more passages, as a detector proposes it.

    ``key`` names the quote within its article and ``parent`` the key of the quote that encloses it. ``candidates`` are
    ranked best first, each name once. ``confidence``, between 0 and 1, is that of the speaker.
    """

    key: str
    passages: tuple[Passage, ...]
    kind: Kind = Kind.SPEECH
    zone: Zone = Zone.BODY
    partial: bool = False
    parent: str | None = None
    speaker: Speaker | None = None
    cue: Span | None = None
    addressee: str | None = None
    source: Source | None = None
    hands: int = 0
    confidence: float = 0.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def words(self) -> str:
        """The words of all passages, a gap between passages shown by an ellipsis in brackets."""
        return " […] ".join(passage.words for passage in self.passages)

    @property
    def span(self) -> Span:
        """From the first passage's start to the last one's end."""
        return Span(self.passages[0].span.start, self.passages[-1].span.end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A zone's place in an article."""

    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True)
class Detection:
    """All that a detector found in one text, with its own name and version and the language model's."""

    quotes: tuple[Quote, ...]
    doubts: tuple[Doubt, ...]
    zones: tuple[Stretch, ...]
    detector: str
    language_model: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """The values an editor rules for a quote; complete, so that any earlier ruling can be put back."""

    verdict: Verdict
    passages: tuple[Passage, ...]
    kind: Kind
    partial: bool
    speaker: Speaker | None
    source: Source | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling that was kept: who, when (UTC, ISO 8601), and the decision it follows (None for the first).

    ``withdrawn``: the quote was added by hand and the addition undone.
    """

    id: str
    quote: str
    article: str
    ruling: Ruling
    editor: str
    decided_at: str
    follows: str | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class StandingQuote:
    """A quote as it stands: the newest proposal (None for one added by hand without any) and the newest decision."""

    id: str
    article: str
    proposal: Quote
    decision: Decision | None = None
    added_by_hand: bool = False

    @property
    def verdict(self) -> Verdict:
        """The newest decision's verdict, OPEN without one."""
        return self.decision.ruling.verdict if self.decision else Verdict.OPEN

    @property
    def ruling(self) -> Ruling:
        """The values that stand: the newest decision's, else the proposal's, left open."""
        return self.decision.ruling if self.decision else proposed(self.proposal)

    @property
    def decided(self) -> bool:
        """Whether an editor has ruled and not reopened."""
        return self.verdict is not Verdict.OPEN

    @property
    def asked(self) -> bool:
        """Whether an editor is asked about it."""
        return self.decided or self.added_by_hand or wants_ruling(self.ruling.kind, self.proposal.zone)


def wants_ruling(kind: Kind, zone: Zone) -> bool:
    """Whether an editor is asked about words of this kind in this zone: about speech outside teasers."""
    return kind is Kind.SPEECH and zone is not Zone.TEASER


def proposed(quote: Quote) -> Ruling:
    """A proposal's values as an open ruling."""
    return Ruling(Verdict.OPEN, quote.passages, quote.kind, quote.partial, quote.speaker, quote.source)


def ruled(ruling: Ruling, verdict: Verdict) -> Ruling:
    """The same values under another verdict."""
    return replace(ruling, verdict=verdict)


def title_of(text: str) -> str:
    """What to call a text without a headline: its first line, cut where it is long."""
    line = text.strip().partition("\n")[0].strip()
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as a list shows it, with its corrected values and its progress."""

    id: str
    name: str
    title: str
    outlet: str | None
    published: date | None
    quotes: int
    decided: int
    removed: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRuling:
    """What an editor ruled of an article as a whole; complete, so that any earlier ruling can be put back."""

    outlet: str | None
    published: date | None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class StandingArticle:
    """An article as it stands; ``opening`` begins its text, ``decision`` is the id of the newest decision on it."""

    id: str
    name: str
    headline: str | None
    opening: str
    ruling: ArticleRuling
    decision: str

    @property
    def title(self) -> str:
        """What a list calls it: its headline, or its first words."""
        return self.headline or title_of(self.opening) or self.name


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words with what is compared across articles; ``outlet`` is None when unknown."""

    quote: str
    article: str
    title: str
    outlet: str | None
    published: date | None
    words: str
    speaker: str | None
    source: str | None


class Relation(StrEnum):
    """How the words of two versions of one quote relate."""

    EQUAL = "equal"
    FRAGMENT = "fragment"
    OVERLAP = "overlap"
    EDITED = "edited"
    TRANSLATION = "translation"


class Edit(StrEnum):
    """What a stretch of aligned words is."""

    SAME = "same"
    ONLY_HERE = "only here"
    ONLY_THERE = "only there"


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """A run of words in an alignment of two versions."""

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which two articles disagree about one quote, with both values as an editor reads them."""

    field: str
    here: str | None
    there: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two quotes of different articles that hold the same words, with how they differ."""

    here: Wording
    there: Wording
    relation: Relation
    score: float
    reason: str
    alignment: tuple[AlignedWords, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a detector noted of an article as a whole, with its own name and version and the language model's."""

    zones: tuple[Stretch, ...]
    doubts: tuple[Doubt, ...]
    detector: str
    language_model: str


@dataclass(frozen=True, slots=True)
class QuoteSummary:
    """A quote as a queue, a count or the comparison of articles needs it: the values that stand, no evidence.

    ``doubts`` is how many places in it the detector wants seen.
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

    @property
    def decided(self) -> bool:
        """Whether an editor has ruled and not reopened."""
        return self.verdict is not Verdict.OPEN

    @property
    def asked(self) -> bool:
        """Whether an editor is asked about it: speech outside teasers, what was added by hand, what was ruled on."""
        return self.decided or self.added_by_hand or wants_ruling(self.kind, self.zone)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One quote as the sheet hands it on: the values that stand, and how they came to be.

    ``words`` are verbatim with their marks; ``start`` and ``end`` are code points of the article's text, ``paragraph``
    counts from 1, headlines left out (0). ``decided_at`` is UTC in ISO 8601; it and ``editor`` are None while
    nobody has ruled.
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
    note: str
    editor: str | None
    decided_at: str | None
    confidence: float
    reason: str
    detector: str
    language_model: str
    other_outlets: tuple[str, ...]
    open_conflicts: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Group:
    """One utterance as several articles print it: each version, oldest first, and how any two of them differ."""

    wordings: tuple[Wording, ...]
    matches: tuple[Match, ...]
