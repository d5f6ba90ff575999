"""The rows of a sheet, and what its foot says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quotereview.model.evidence import Check, Evidence
from quotereview.model.quotes import Passage
from quotereview.model.values import Kind, SourceKind, SpeakerType, Verdict, Zone


@dataclass(frozen=True, slots=True)
class SheetConflict:
    """A field that another article tells differently: the value here, the one there, and in which outlet that is.

    ``outlet`` is the article's title where the outlet is unknown. Settled is what has a ``reason``, which ``editor``
    gave.
    """

    field: str
    here: str | None
    there: str | None
    outlet: str
    reason: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Of which utterance a quote is a version: the group's ``id``, and how it relates to the ``fullest`` version.

    ``relation`` is empty for the fullest one itself. ``outlets`` are all that print the utterance, ``lines`` how many
    of its articles report independently; ``first_outlet`` (None where unknown) and ``first_published`` are those of the
    oldest version.
    """

    id: str
    relation: str
    outlets: tuple[str, ...]
    lines: int
    first_outlet: str | None
    first_published: date | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One quote as the sheet hands it on: the values that stand, and how they came to be.

    ``words`` are verbatim with their marks, ``before`` and ``after`` some of the article's on either side of them;
    ``parent`` is the id of the quote that encloses it. ``paragraph`` counts from 1, headlines left out (0).
    ``decided_at`` is UTC in ISO 8601; it and ``editor`` are None while nobody has ruled. ``why_verdict`` is the
    editor's reason, ``reason`` the detector's. ``unread``: it was accepted in bulk, and nobody has looked at it.
    ``group`` is None where no other article has the words, ``story`` where no other one tells the article's story.
    """

    number: int
    quote: str
    article: str
    outlet: str | None
    published: date | None
    headline: str | None
    byline: str | None
    url: str | None
    words: str
    passages: tuple[Passage, ...]
    before: str
    after: str
    parent: str | None
    kind: Kind
    partial: bool
    zone: Zone
    paragraph: int
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
    conflicts: tuple[SheetConflict, ...]
    sha256: str
    unread: bool = False
    group: SheetGroup | None = None
    story: str | None = None

    @property
    def open_conflicts(self) -> tuple[SheetConflict, ...]:
        """What other articles tell differently and nobody has settled."""
        return tuple(one for one in self.conflicts if not one.reason)

    @property
    def settled_conflicts(self) -> tuple[SheetConflict, ...]:
        """What other articles tell differently and may go on to, as an editor says."""
        return tuple(one for one in self.conflicts if one.reason)

    @property
    def start(self) -> int:
        """Where the first passage begins, in code points of the article's text."""
        return self.passages[0].span.start

    @property
    def end(self) -> int:
        """Where the last passage ends, in code points of the article's text."""
        return self.passages[-1].span.end


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the foot of a sheet says: who wrote it (empty where nobody is to be named), when (UTC), and of what.

    ``seal`` is that of the store: the same as long as nothing is ruled in it. ``program`` names the version. ``chosen``
    says in a sentence what the sheet does not hold; it is empty where it holds all.
    """

    editor: str
    at: datetime
    seal: str
    program: str
    chosen: str = ""

    @property
    def line(self) -> str:
        """All of it in a line."""
        by = f" by {self.editor}" if self.editor else ""
        return f"Written{by}, {self.at:%Y-%m-%d %H:%M} UTC, with {self.program}. Seal of all rulings: {self.seal}"


@dataclass(frozen=True, slots=True)
class Citation:
    """Quotes to paste: as plain text, and as HTML for programs that keep looks."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that a store holds: articles, what was proposed for them and what everybody ruled, with all hashes.

    ``form`` is the number of the store's form, ``seal`` that of all rulings. Each of the ``rows`` names its table under
    "table"; values are text, numbers, bytes or None.
    """

    form: int
    seal: str
    rows: Iterable[Mapping[str, Any]]
