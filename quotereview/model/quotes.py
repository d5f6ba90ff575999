"""Quotes as a detector proposes them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quotereview.model.articles import Doubt, Reading, Stretch
from quotereview.model.values import Kind, SourceKind, Span, SpeakerType, Zone

PASSAGES = " […] "
"""Stands for what is between two passages of a quote where its words are given in one."""


def quote_id(article: str, first: Span) -> str:
    """The id that a quote gets when it is first proposed or added, from its article and its first passage."""
    return "q" + hashlib.sha256(f"{article} {first.start} {first.end}".encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words between one pair of quotation marks, marks excluded."""

    span: Span
    words: str


def joined(passages: Sequence[Passage]) -> str:
    """The words of all passages, a gap between passages shown by an ellipsis in brackets."""
    return PASSAGES.join(passage.words for passage in passages)


def around(passages: Sequence[Passage]) -> Span:
    """From where the first passage begins to where the last one ends."""
    return Span(passages[0].span.start, passages[-1].span.end)


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

    @property
    def unplaced(self) -> "Speaker":
        """The same speaker for a quote beside which no words name them."""
        return replace(self, mention=None, printed=None, resolved=None)


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
class Pointer:
    """Words of a reason, ``words`` being their place in it, and the ``place`` in the article that they speak of."""

    words: Span
    place: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in one or more passages, as a detector proposes it.

    ``key`` names the quote within its article and ``parent`` the key of the quote that encloses it. ``candidates`` are
    ranked best first, each name once. ``confidence``, between 0 and 1, and ``reason`` are those of the speaker;
    ``source_confidence`` is how sure the source is, or that there is none, None where that was not asked. ``twin`` is
    the key of the quote in the body whose words a headline, a caption or a pull quote repeats.
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
    pointers: tuple[Pointer, ...] = ()
    source_confidence: float | None = None
    source_reason: str = ""
    source_pointers: tuple[Pointer, ...] = ()
    twin: str | None = None

    @property
    def words(self) -> str:
        """The words of all passages, a gap between passages shown by an ellipsis in brackets."""
        return joined(self.passages)

    @property
    def span(self) -> Span:
        """From the first passage's start to the last one's end."""
        return around(self.passages)


@dataclass(frozen=True, slots=True)
class Detection:
    """All that a detector found in one text, with its own name and version and the language model's."""

    quotes: tuple[Quote, ...]
    doubts: tuple[Doubt, ...]
    zones: tuple[Stretch, ...]
    detector: str
    language_model: str


@dataclass(frozen=True, slots=True)
class Detected:
    """A detection of a whole article as it was kept: when (UTC, ISO 8601), what it noted, its quotes by their ids."""

    made_at: str
    reading: Reading
    quotes: Mapping[str, Quote]
