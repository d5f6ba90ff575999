"""What an editor checked of a quote, and against what."""

from dataclasses import dataclass
from enum import StrEnum


class CheckState(StrEnum):
    """How one point of the checklist came out."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_APPLICABLE = "does not apply"


@dataclass(frozen=True, slots=True)
class Check:
    """One point of the checklist, in the words it was shown in, and how it came out."""

    item: str
    state: CheckState


class EvidenceKind(StrEnum):
    """In what form a quote was seen elsewhere."""

    LINK = "link"
    FILE = "file"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an editor saw the words.

    ``place`` is an address, a file's name or what a transcript is of; ``locator`` the page or the time code in it, or
    empty. ``sha256`` is the file's hash, in hexadecimal; ``words`` are those of a transcript. Nothing is fetched.
    """

    kind: EvidenceKind
    place: str
    locator: str = ""
    sha256: str | None = None
    words: str = ""
