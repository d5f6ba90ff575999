"""The register of people: who is quoted in a store, under which names, in which roles, and with what."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.folding import bare, typed
from quotereview.matching import likely_same, names_somebody
from quotereview.model import ArticleSummary, OutlinedArticle, QuoteSummary, SpeakerType, Verdict
from quotereview.review import rulings
from quotereview.review.change import Change, nothing
from quotereview.review.identities import Identities
from quotereview.review.keeper import Keeper
from quotereview.store.outlines import Voice


@dataclass(frozen=True, slots=True)
class Person:
    """Who is quoted: the name this person goes by, all names, and the words by which articles name them otherwise.

    ``quotes`` is how many quotes there are, ``open`` how many of these wait for a ruling; ``last`` is the newest date,
    ``role`` the role that was printed last, or nothing.
    """

    name: str
    type: SpeakerType
    names: tuple[str, ...]
    printed: tuple[str, ...]
    quotes: int
    open: int
    last: date | None
    role: str

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names."""
        return self.names[1:]


@dataclass(frozen=True, slots=True)
class Known:
    """Who is quoted, by the name to go by: all names and the words by which articles name them, how often quoted."""

    name: str
    known_as: tuple[str, ...]
    quotes: int


@dataclass(frozen=True, slots=True)
class Said:
    """A quote of a person and the article in which it stands."""

    quote: QuoteSummary
    article: ArticleSummary


@dataclass(frozen=True, slots=True)
class Heard:
    """How a person was named in an article, and how often under that name."""

    voice: Voice
    article: ArticleSummary


@dataclass(frozen=True, slots=True)
class Role:
    """A role in which a person was printed, with the first and the last date on which it was."""

    words: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person who may be the same as another one (the names they go by), and why; only an editor can say so."""

    name: str
    other: str
    reason: str


class People:
    """Lists the people of a store, and lets an editor say which names are one person's.

    A name in a ruling stays as it was ruled; by which person it is meant is a decision on the name. Rejected quotes
    are nobody's.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._seen: tuple[OutlinedArticle, ...] = ()
        self._heard: dict[str, list[Heard]] = {}
        self._people: tuple[Person, ...] = ()

    # Looking

    def known(self) -> Iterator[Known]:
        """Everybody who is quoted, by their names alone, those with most quotes first."""
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        quotes: Counter[str] = Counter()
        identities = self._keeper.outline.identities()
        for name, printed, number in self._keeper.store.outlines.printed():
            person = identities.person(name)
            quotes[person] += number
            told = (printed,) if printed and names_somebody(printed) else ()
            names[person].update(dict.fromkeys((*identities.names(name), name, *told)))
        for person in sorted(quotes, key=lambda person: (-quotes[person], bare(person))):
            yield Known(person, tuple(names[person]), quotes[person])

    def all(self) -> tuple[Person, ...]:
        """Everybody who is quoted, those with most quotes first."""
        self._look()
        return self._people

    def get(self, name: str) -> Person:
        """The person who has a name; raises NotPossible where nobody has it."""
        goes_by = self.goes_by(name)
        found = next((person for person in self.all() if person.name == goes_by), None)
        if found is None:
            raise NotPossible(f"Nobody is quoted under the name {rulings.in_marks(name)}.")
        return found

    def names(self, name: str) -> tuple[str, ...]:
        """All names of the person who has this one, first the one to go by; none where it is the only one."""
        return self._keeper.outline.identities().names(name)

    def goes_by(self, name: str) -> str:
        """The name by which the person goes who has this one."""
        return self._keeper.outline.identities().person(name)

    def quotes(self, name: str) -> tuple[Said, ...]:
        """All that the person who has a name was quoted with, the oldest first, what has no date at the end."""
        names = self.names(name) or (name,)
        quotes = self._keeper.outline.identities().named(self._keeper.store.outlines.said_by(names))
        titled = ((quote, self._keeper.outline.get(quote.article)) for quote in quotes)
        said = (Said(quote, article.summary) for quote, article in titled if article and _counts(quote))
        return tuple(sorted(said, key=lambda one: one.article.published or date.max))

    def roles(self, name: str) -> tuple[Role, ...]:
        """The roles in which the person who has a name was printed, by the last date of each."""
        self._look()
        heard = self._heard.get(self.goes_by(name), [])
        return _roles(sorted(heard, key=lambda one: one.article.published or date.max))

    def suggestions(self) -> Iterator[tuple[Suggestion, ...]]:
        """Who may be the same as somebody else, the likeliest first, all in one item.

        Of two the one with fewer quotes is told first. It is of what stands when it is asked for, and
        looks at no store, so that another thread can take the item.
        """
        return _suggested(self.all(), self._heard)

    # Deciding

    def same(self, name: str, other: str) -> Change:
        """Two people are one, who goes by the name of the other; raises NotPossible where no name is given."""
        known, tidy = self._keeper.outline.identities(), rulings.tidy(other)
        if not tidy:
            raise NotPossible("Name the person who is the same.")
        one, as_one = known.person(name), known.person(tidy)
        if one == as_one:
            return nothing((), ())
        wanted = dict.fromkeys(known.names(one) or (one,), as_one)
        return self._keeper.rule_names(f"same person: {one} = {as_one}", {**wanted, as_one: None})

    def split(self, name: str) -> Change:
        """A name is none of its person's; the others stay together. Raises NotPossible for somebody of one name."""
        names = self._keeper.outline.identities().names(name)
        if not names:
            raise NotPossible(f"{rulings.in_marks(name)} has no other name that could be taken away.")
        left = [one for one in names if one != name]
        return self._keeper.rule_names(f"another person: {name}", {name: None, **_as_one(left[0], left)})

    def rename(self, name: str, wanted: str) -> Change:
        """The person who has a name goes by another one from now on; quotes keep the name that was ruled.

        Raises NotPossible where somebody else has that name, and where it is empty.
        """
        known, tidy = self._keeper.outline.identities(), rulings.tidy(wanted)
        names = known.names(name) or (name,)
        if not tidy:
            raise NotPossible("Say by which name this person goes.")
        if tidy not in names and any(person.name == known.person(tidy) for person in self.all()):
            raise NotPossible(f"{rulings.in_marks(tidy)} is somebody else; say that both are the same person instead.")
        return self._keeper.rule_names(f"name: {tidy}", _as_one(tidy, names))

    def part(self, quotes: Collection[str], name: str) -> Change:
        """Some quotes (ids) are those of somebody else, of another name; open ones stay open. One act.

        Raises NotPossible without a name.
        """
        tidy = rulings.tidy(name)
        if not tidy:
            raise NotPossible("Name the other person, as “Jan Berg (Oslo)”.")
        standing = [self._keeper.quote(quote) for quote in quotes]
        wishes = [(quote, rulings.renamed(quote, tidy)) for quote in standing]
        return self._keeper.rule(f"speaker: {tidy}, {counted(len(wishes), 'quote')}", *wishes)

    def _look(self) -> None:
        """Look again where anything has changed."""
        seen, identities = self._keeper.outline.articles(), self._keeper.outline.identities()
        if seen is not self._seen:
            self._seen, self._heard = seen, self._by_person(seen, identities)
            found = (_person(identities.names(name) or (name,), heard) for name, heard in self._heard.items())
            self._people = tuple(sorted(found, key=lambda person: (-person.quotes, bare(person.name))))

    def _by_person(self, articles: Iterable[OutlinedArticle], identities: Identities) -> dict[str, list[Heard]]:
        there = {article.id: article.summary for article in articles}
        heard: defaultdict[str, list[Heard]] = defaultdict(list)
        for voice in self._keeper.store.outlines.voices():
            if summary := there.get(voice.article):
                heard[identities.person(voice.name)].append(Heard(voice, summary))
        return dict(heard)


def holding(people: Iterable[Person], line: str) -> tuple[Person, ...]:
    """The people of whose names, or of the words by which they are named, each word of a line is a part."""
    sought = typed(line).split()
    return tuple(person for person in people if all(word in _known_as(person) for word in sought))


def _known_as(person: Person) -> str:
    return typed("\n".join((*person.names, *person.printed)))


def _as_one(name: str, names: Iterable[str]) -> dict[str, str | None]:
    return {**dict.fromkeys(names, name), name: None}


def _counts(quote: QuoteSummary) -> bool:
    return quote.verdict is not Verdict.NOT_A_QUOTE


def _person(names: Sequence[str], heard: Sequence[Heard]) -> Person:
    types: Counter[SpeakerType] = Counter()
    for one in heard:
        types[one.voice.type] += one.voice.quotes
    printed = dict.fromkeys(one.voice.printed for one in heard if one.voice.printed and one.voice.printed not in names)
    roles = [(one.article.published or date.min, one.voice.role) for one in heard if one.voice.role]
    return Person(
        name=names[0],
        type=types.most_common(1)[0][0],
        names=tuple(names),
        printed=tuple(filter(names_somebody, printed)),
        quotes=types.total(),
        open=sum(one.voice.open for one in heard),
        last=max((one.article.published for one in heard if one.article.published), default=None),
        role=max(roles, key=lambda role: role[0])[1] if roles else "",
    )


def _roles(heard: Iterable[Heard]) -> tuple[Role, ...]:
    dates: defaultdict[str, list[date | None]] = defaultdict(list)
    words: dict[str, str] = {}
    for one in heard:
        if role := one.voice.role:
            words.setdefault(bare(role), role)
            dates[bare(role)].append(one.article.published)
    found = [_role(words[role], [day for day in days if day]) for role, days in dates.items()]
    return tuple(sorted(found, key=lambda role: (role.last or date.min, role.first or date.min)))


def _role(words: str, days: Sequence[date]) -> Role:
    return Role(words, min(days, default=None), max(days, default=None))


def _suggested(people: Sequence[Person], heard: Mapping[str, Sequence[Heard]]) -> Iterator[tuple[Suggestion, ...]]:
    """Those of one type whose names may be one's, but for roles that speak against it put last."""
    quoted = {person.name: person for person in people}
    told = {name: {bare(role.words): role.words for role in _roles(heard[name])} for name in quoted}
    judged = [
        (_weighed(told[one], told[other], reason), one, other) for one, other, reason in _of_one_type(people, heard)
    ]
    found = []
    for (reason, _), one, other in sorted(judged, key=lambda each: each[0][1]):
        fewer, more = sorted((one, other), key=lambda name: (quoted[name].quotes, len(name)))
        found.append(Suggestion(fewer, more, reason))
    yield tuple(found)


def _of_one_type(people: Sequence[Person], heard: Mapping[str, Sequence[Heard]]) -> Iterator[tuple[str, str, str]]:
    for type in (SpeakerType.PERSON, SpeakerType.ORGANISATION):
        of_type = {person.name: person for person in people if person.type is type}
        goes_by = {name: person.name for person in of_type.values() for name in person.names}
        found = likely_same({name: {one.article.id for one in heard[goes_by[name]]} for name in goes_by})
        pairs = {frozenset((goes_by[one.one], goes_by[one.other])): one for one in reversed(found)}
        for pair, likely in reversed(pairs.items()):
            if len(pair) == 2:
                yield goes_by[likely.one], goes_by[likely.other], likely.reason


def _weighed(mine: Mapping[str, str], theirs: Mapping[str, str], reason: str) -> tuple[str, int]:
    """The reason with what the roles of both, folded and as printed, say of it, and in which place that puts it."""
    if shared := [mine[role] for role in mine if role in theirs]:
        return f"{reason}; both are printed as {shared[0]}", 0
    if mine and theirs:
        last, there = [*mine.values()][-1], [*theirs.values()][-1]
        return f"{reason}; but one is printed as {last}, the other as {there}", 2
    return reason, 1
