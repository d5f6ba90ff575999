"""Articles, what was noted of them as wholes, and how they stand."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from quotereview.model.described import EXPECTED, Described, Field
from quotereview.model.values import SourceKind, Span, Zone

TITLE_LENGTH = 70  # characters that a list shows of an article without a headline


@dataclass(frozen=True, slots=True)
class Stretch:
    """A zone's place in an article."""

    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet, kept exactly as loaded.

    ``described`` is what the article says of itself, at most once for each field; what it does not say is missing.
    ``zones`` are the stretches of which it is known what they are: those that its format tells, in order, then those on
    which an editor ruled, which stand over them; the rest is told from the text.
    """

    id: str
    name: str
    original: bytes
    text: str
    encoding: str
    described: tuple[Described, ...] = ()
    zones: tuple[Stretch, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the original bytes, in hexadecimal."""
        return hashlib.sha256(self.original).hexdigest()

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.said(Field.OUTLET)

    @property
    def published(self) -> date | None:
        """The day on which it was published."""
        told = self.said(Field.PUBLISHED)
        return date.fromisoformat(told[:10]) if told else None

    @property
    def headline(self) -> str | None:
        """Its headline."""
        return self.said(Field.HEADLINE)

    @property
    def byline(self) -> str | None:
        """Who wrote it, as printed."""
        return self.said(Field.BYLINE)

    @property
    def url(self) -> str | None:
        """Where it stood; never fetched."""
        return self.said(Field.URL)

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields of which it says nothing, though every article should."""
        return tuple(field for field in EXPECTED if self.said(field) is None)

    def said(self, field: Field) -> str | None:
        """What it says of itself in a field, or None."""
        return next((one.value for one in self.described if one.field is field), None)

    def ruled(self, ruling: "ArticleRuling", origin: str) -> "Article":
        """The article as an editor ruled: another outlet and day than its own come from ``origin``; and its zones."""
        ruled = {
            Field.OUTLET: (self.outlet, ruling.outlet),
            Field.PUBLISHED: (self.published, ruling.published),
        }
        others = {field: now for field, (own, now) in ruled.items() if now != own}
        kept = tuple(one for one in self.described if one.field not in others)
        told = (Described(field, str(now), origin) for field, now in others.items() if now is not None)
        return replace(self, described=(*kept, *told), zones=(*self.zones, *ruling.zones))


def article_id(name: str, original: bytes) -> str:
    """The id of an article: the same file gives the same id in every store, so that stores can be merged."""
    return "a" + hashlib.sha256(name.encode() + b"\0" + original).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something odd at one place that an editor should see."""

    place: Span
    reason: str


@dataclass(frozen=True, slots=True)
class StandingDoubt:
    """A doubt of an article that nobody has settled, and the id of an open quote at whose words or marks it stands."""

    doubt: Doubt
    quote: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a detector noted of an article as a whole, with its own name and version and the language model's."""

    zones: tuple[Stretch, ...]
    doubts: tuple[Doubt, ...]
    detector: str
    language_model: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The place of a doubt in an article that an editor has looked at, and what it is."""

    place: Span
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleRuling:
    """What an editor ruled of an article as a whole; complete, so that any earlier ruling can be put back.

    ``closed``: all of it was looked at. ``settled`` are the doubts that an editor explained. ``overrules`` are the ids
    of decisions that were made beside those it goes back to, and that somebody has settled. ``told_with`` is the id of
    an article that tells the same story, its own for a story that no other tells, None where it is as proposed;
    ``story`` is what an editor calls its story. ``document`` is what kind of document it is, None for an article.
    ``zones`` are the stretches of which an editor said whether they are body; a later one stands over those before.
    """

    outlet: str | None
    published: date | None
    removed: bool = False
    closed: bool = False
    settled: tuple[Settled, ...] = ()
    overrules: tuple[str, ...] = ()
    told_with: str | None = None
    story: str = ""
    document: SourceKind | None = None
    zones: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """A ruling on an article that was kept: who, when (UTC, ISO 8601), and the decision it follows."""

    id: str
    article: str
    ruling: ArticleRuling
    editor: str
    decided_at: str
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleConflict:
    """An article of which several rulings were made side by side that differ: the one that stands, and the others."""

    title: str
    standing: ArticleDecision
    others: tuple[ArticleDecision, ...]


def title_of(text: str) -> str:
    """What to call a text without a headline: its first line, cut where it is long."""
    line = text.strip().partition("\n")[0].strip()
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1].rstrip()}…"


def title_in_list(headline: str | None, opening: str, name: str) -> str:
    """What a list calls an article: its headline, else its first words, else the name of its file."""
    return headline or title_of(opening) or name


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
        """What a list calls it."""
        return title_in_list(self.headline, self.opening, self.name)


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as a list shows it, with its corrected values and its progress.

    ``doubts`` is how many marks nobody has explained; ``closed``: an editor closed it, and nothing in it is open again.
    """

    id: str
    name: str
    title: str
    outlet: str | None
    published: date | None
    quotes: int
    decided: int
    removed: bool = False
    closed: bool = False
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class OutlinedArticle:
    """An article as a list shows it, and what else is counted of it.

    ``loaded`` is its place in the order of loading, ``unread`` how many of its quotes were accepted in bulk, and nobody
    has looked at, ``doubts`` how many stand in it. ``stamp`` rises with each change of the store.
    """

    summary: ArticleSummary
    loaded: int
    unread: int
    doubts: int
    stamp: int

    @property
    def id(self) -> str:
        """The article's id."""
        return self.summary.id
