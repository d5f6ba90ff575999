"""The closed lists, and places in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

ACCEPTED_UNREAD = "accepted in bulk, unread"
"""What stands in the place of a verdict of a quote that nobody has looked at since."""

UNTOLD = "–"
"""What is shown in the place of a value where there is none."""

SURE_FROM = 0.9
CHECK_FROM = 0.7


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

    def stripped(self, text: str) -> "Span":
        """This span without the white space at its ends; empty where it holds nothing else of ``text``."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


class BlindExtent(StrEnum):
    """Which quotes an editor reads blind: all that others decided, those of one article, or a sample."""

    ALL = "all"
    ARTICLE = "article"
    SAMPLE = "sample"
