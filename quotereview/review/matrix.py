"""The matrix of a story: what its articles quote, an utterance a row, an outlet a column, a version a cell."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quotereview import matching
from quotereview.model import CREDITS, ArticleSummary, Group, Lines, Match, OutlinedArticle, Relation, Verdict, Wording
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.lines import IndependentLines
from quotereview.review.outline import Outline
from quotereview.wording.words import folded


@dataclass(frozen=True, slots=True)
class Version:
    """A quote as one article prints it.

    ``match`` holds it against the base of its row, which is ``here`` in it; the base has none itself.
    """

    wording: Wording
    verdict: Verdict
    unread: bool
    match: Match | None

    @property
    def disputed(self) -> bool:
        """Whether it is told differently than in the base."""
        return self.match is not None and matching.disputes(self.match)


@dataclass(frozen=True, slots=True)
class Column:
    """An outlet with its articles of the story, oldest first; ``outlet`` is None for one article of unknown outlet."""

    outlet: str | None
    articles: tuple[ArticleSummary, ...]

    @property
    def published(self) -> date | None:
        """When the first of them appeared, as far as they say."""
        return self.articles[0].published

    def holds(self, article: str) -> bool:
        """Whether an article (id) is one of them."""
        return any(one.id == article for one in self.articles)


@dataclass(frozen=True, slots=True)
class Row:
    """An utterance: for each column its versions there, by date, none where it is not printed.

    ``base`` is the version that the others are held against: the fullest of those with whose words most others agree.
    ``outlets`` is how many outlets are known to print it, articles of unknown outlet never counting as one; ``lines``
    how many of its articles report independently.
    """

    base: Wording
    cells: tuple[tuple[Version, ...], ...]
    outlets: int
    lines: int

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions, column by column."""
        return tuple(version for cell in self.cells for version in cell)

    @property
    def single(self) -> bool:
        """Whether one column alone prints it."""
        return sum(map(bool, self.cells)) == 1

    @property
    def disputed(self) -> bool:
        """Whether anybody tells it differently than the base."""
        return any(version.disputed for version in self.versions)

    @property
    def speakers(self) -> Mapping[str | None, int]:
        """Who is said to have spoken, None for nobody, and by how many versions, the most first."""
        named = [version.wording.speaker for version in self.versions]
        return {name: named.count(name) for name in sorted(dict.fromkeys(named), key=lambda name: -named.count(name))}

    @property
    def first(self) -> tuple[Wording, ...]:
        """Who printed it on the earliest day that is known, which may be several; none where no day is."""
        return earliest([version.wording for version in self.versions])


@dataclass(frozen=True, slots=True)
class Matrix:
    """A story: its columns by who appeared first, unknown dates last, and its rows, the most printed first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lines: Lines

    @property
    def articles(self) -> tuple[ArticleSummary, ...]:
        """Its articles, column by column."""
        return tuple(article for column in self.columns for article in column.articles)

    def beside(self, column: Column) -> tuple[tuple[ArticleSummary, ArticleSummary], ...]:
        """The articles of a column, each with every other one that goes back to the same text."""
        known = {article.id: article for article in self.articles}
        lines = (line.articles for line in self.lines.lines)
        return tuple(
            (known[one], known[other])
            for articles in lines
            for one in articles
            for other in articles
            if column.holds(one) and one != other
        )

    @property
    def unknown(self) -> int:
        """How many articles are of an unknown outlet."""
        return sum(column.outlet is None for column in self.columns)

    @property
    def first(self) -> tuple[Column, ...]:
        """The columns of the earliest day that is known."""
        day = min((column.published for column in self.columns if column.published), default=None)
        return tuple(column for column in self.columns if day and column.published == day)


def earliest(wordings: Sequence[Wording]) -> tuple[Wording, ...]:
    """Those of some quotes that were printed on the earliest day that is known; none where no day is."""
    day = min((one.published for one in wordings if one.published), default=None)
    return tuple(one for one in wordings if day and one.published == day)


class Matrices:
    """Makes the matrix of a story, step by step, so that nobody has to wait for it."""

    def __init__(self, outline: Outline, crosscheck: CrossCheck, lines: IndependentLines) -> None:
        self._outline = outline
        self._crosscheck = crosscheck
        self._lines = lines

    def of(self, articles: Iterable[str]) -> Iterator[Matrix | None]:
        """The matrix of the articles (ids) of a story, after a None for each step; removed articles are left out."""
        found = [outlined for article in articles if (outlined := self._outline.get(article))]
        oldest_first = sorted(found, key=lambda one: (one.summary.published or date.max, one.loaded))
        quoted = yield from self._quoted(oldest_first)
        columns = _columns([one.summary for one in oldest_first])
        rows = yield from self._rows(self._utterances(quoted), columns)
        places = {quote: place for place, quote in enumerate(quoted)}
        rows.sort(key=lambda row: (-row.outlets, -sum(map(bool, row.cells)), _place(row, places)))
        yield Matrix(columns, tuple(rows), self._lines.of(one.id for one in oldest_first))

    def _quoted(self, articles: Iterable[OutlinedArticle]) -> Generator[None, None, dict[str, Wording]]:
        """The compared quotes of some articles by their ids, article by article in the order of the text."""
        quoted: dict[str, Wording] = {}
        for article in articles:
            quoted.update((wording.quote, wording) for wording in self._crosscheck.quoted(article.id))
            self._lines.of((article.id,))  # its text is read now, so that all of them are told apart in no time
            yield
        return quoted

    def _utterances(self, quoted: Mapping[str, Wording]) -> list[Group]:
        """The quotes of a story by what they render, those of one utterance together, in the order of the articles."""
        groups = self._crosscheck.groups_of({wording.article for wording in quoted.values()})
        home = {one.quote: group for group in groups for one in group.wordings}
        together: dict[str, list[Wording]] = {}
        for quote, wording in quoted.items():
            lead = home[quote].wordings[0].quote if quote in home else quote
            together.setdefault(lead, []).append(wording)
        return [Group(tuple(told), home[lead].matches if lead in home else ()) for lead, told in together.items()]

    def _rows(self, utterances: Iterable[Group], columns: Sequence[Column]) -> Generator[None, None, list[Row]]:
        rows = []
        for utterance in utterances:
            rows.append(self._row(utterance, columns))
            yield
        return rows

    def _row(self, utterance: Group, columns: Sequence[Column]) -> Row:
        base, wordings = _base(utterance), utterance.wordings
        matches = {match.there.quote: match for match in self._crosscheck.partners(base.quote)}
        versions = [self._version(base, wording, matches) for wording in wordings]
        cells = (tuple(one for one in versions if column.holds(one.wording.article)) for column in columns)
        lines = self._lines.of(wording.article for wording in wordings)
        return Row(base, tuple(cells), lines.outlets, lines.independent)

    def _version(self, base: Wording, wording: Wording, matches: Mapping[str, Match]) -> Version:
        summaries = {quote.id: quote for quote in self._outline.contents(wording.article).quotes}
        summary = summaries[wording.quote]
        if wording is base:
            return Version(wording, summary.verdict, summary.unread, None)
        match = matches.get(wording.quote) or self._crosscheck.between(base.quote, wording.quote)
        return Version(wording, summary.verdict, summary.unread, match)


def _base(utterance: Group) -> Wording:
    """Of the versions that are no mere part of another, the one with which most agree in their words, then the fullest.

    Held against a part, versions that differ beyond it would look alike.
    """
    agreeing = [match for match in utterance.matches if all(one.field in CREDITS for one in match.open_conflicts)]
    agreed = Counter(one.quote for match in agreeing for one in (match.here, match.there))
    parts = {
        min(match.here, match.there, key=_length).quote for match in agreeing if match.relation is Relation.FRAGMENT
    }
    whole = [wording for wording in utterance.wordings if wording.quote not in parts] or utterance.wordings
    return max(whole, key=lambda wording: (agreed[wording.quote], _length(wording)))


def _length(wording: Wording) -> int:
    return len(folded(wording.words))


def _columns(oldest_first: Iterable[ArticleSummary]) -> tuple[Column, ...]:
    found: list[list[ArticleSummary]] = []
    for article in oldest_first:
        home = next((column for column in found if _one_outlet(column[0], article)), None)
        if home is None:
            found.append([article])
        else:
            home.append(article)
    return tuple(Column(articles[0].outlet, tuple(articles)) for articles in found)


def _one_outlet(one: ArticleSummary, other: ArticleSummary) -> bool:
    return bool(one.outlet and other.outlet) and not matching.differ(one.outlet, other.outlet)


def _place(row: Row, places: Mapping[str, int]) -> int:
    """Where a row stands first, article by article from the oldest on."""
    return min(places[version.wording.quote] for version in row.versions)
