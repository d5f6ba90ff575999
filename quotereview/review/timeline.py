"""How a quote or an article came to be what it is: who did what, when, from what to what, why, with which program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from quotereview.errors import NotPossible
from quotereview.model import ArticleDecision, Decision, EditionDecision, MatchDecision, Ruling, proposed
from quotereview.review import differences
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.differences import Difference, Dress, Values
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks
from quotereview.store import Deed, Proposed, Store


class Place(StrEnum):
    """How an entry stands to what holds today."""

    STANDS = "stands"
    BEFORE = "before what stands"
    BESIDE = "on another branch"
    OVERRULED = "overruled"
    BLIND = "read blind"


@dataclass(frozen=True, slots=True)
class Entry:
    """One step in the history of a quote or an article.

    ``id`` is the ruling's or the proposal's, ``by`` an editor or a detector, ``label`` what the act was, ``program`` by
    which version of what it was done. ``why`` is the reason that was given then, ``state`` all values as they were
    then. ``beside``: who else ruled on the same state. ``begins``: nothing was there before.
    """

    id: str
    at: datetime
    by: str
    label: str
    program: str
    changes: tuple[Difference, ...]
    why: str
    state: Values
    place: Place = Place.BEFORE
    beside: tuple[str, ...] = ()
    begins: bool = False

    def changed(self, dress: Dress = str) -> tuple[str, ...]:
        """What changed, as in "speaker: Lu Ran → Mara Voss"; all values of one that begins.

        ``dress`` is done to each value within our own words.
        """
        return tuple(f"{one.field}: {dress(one.after)}" if self.begins else one.told(dress) for one in self.changes)


_Kept = Decision | ArticleDecision | MatchDecision


def of_quote(store: Store, quote: str) -> tuple[Entry, ...]:
    """All that was proposed for a quote and ruled on it and its matches, the newest first.

    Empty where there is no such quote.
    """
    decisions, proposals = store.decisions.of(quote), store.proposals.of(quote)
    matches = store.match_rulings.told(quote)
    kept = (*(one.id for one in decisions), *(one.id for one in matches), *(one.detection for one in proposals))
    deeds = store.acts.behind(kept)
    rulers = {one.id: one.editor for one in decisions}
    states = {one.id: differences.of_ruling(one.ruling, withdrawn=one.withdrawn, rulers=rulers) for one in decisions}
    bases = {one.id: differences.of_ruling(proposed(one.proposal)) for one in proposals}
    first = {one.id: bases.get(one.proposal or "", {}) for one in decisions if not one.follows}
    made = tuple(_proposals(proposals, deeds, unruled=not decisions))
    follows = {one.id: one.follows or one.proposal for one in decisions} | {one.id: one.follows for one in matches}
    entries = (*made, *_rulings(decisions, deeds, states, first), *_matches(store, quote, matches, deeds))
    return _newest_first(entries, follows)


def of_article(store: Store, article: str) -> tuple[Entry, ...]:
    """All that was ruled on an article as a whole and on its editions, the newest first.

    Empty where there is no such article.
    """
    decisions = store.articles.of(article)
    rulers = {one.id: one.editor for one in decisions}
    states = {one.id: differences.of_article(one.ruling, rulers, store.articles.titled) for one in decisions}
    editions = store.editions.told(article)
    follows = {one.id: one.follows for one in decisions} | {one.id: one.follows for one in editions}
    deeds = store.acts.behind(list(follows))
    entries = (*_rulings(decisions, deeds, states, {}), *_editions(store, article, editions, deeds))
    return _newest_first(entries, follows)


def told(entry: Entry, when: str, dress: Dress = str) -> tuple[str, ...]:
    """An entry in lines: what was done and how it stands, by whom and ``when``, what changed, and why.

    ``dress`` is done to each name and value within our own words.
    """
    how = "" if entry.place is Place.BEFORE else f" ({entry.place})"
    beside = ", ".join(map(dress, entry.beside))
    return (
        f"{dress(entry.label)}{how}",
        f"by {dress(entry.by)}, {when}, with {entry.program}",
        *((f"side by side with what {beside} ruled",) if beside else ()),
        *entry.changed(dress),
        *((f"because: {dress(entry.why)}",) if entry.why else ()),
    )


class Timeline:
    """The histories of a store, and the verb that brings back what was."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def of_quote(self, quote: str) -> tuple[Entry, ...]:
        """All that was proposed for a quote and ruled on it, the newest first."""
        return of_quote(self._keeper.store, quote)

    def of_article(self, article: str) -> tuple[Entry, ...]:
        """All that was ruled on an article as a whole, the newest first."""
        return of_article(self._keeper.store, article)

    def bring_back(self, quote: str, entry: str) -> Change:
        """Rule what stood at an entry (its id) of a quote's history anew, be it a ruling on one of its matches.

        Raises NotPossible where the quote had other words then: some of them may be another quote's by now.
        """
        standing = self._keeper.quote(quote)
        for match in self._keeper.store.match_rulings.told(quote):
            if match.id == entry:
                return self._bring_back_match(match)
        ruling, proposal = self._past(quote, entry)
        if ruling.passages != standing.ruling.passages:
            raise NotPossible(
                "This quote had other words then: E changes its words, undo takes back what changed them."
            )
        wanted = replace(ruling, parent=standing.ruling.parent, overrules=standing.ruling.overrules)
        if wanted == standing.ruling:
            return nothing((standing.article,), (quote,))
        label = f"bring back {in_marks(ruling.passages[0].words)}"
        with self._keeper.act(ChangeKind.RULINGS, label) as act:
            self._keeper.decide(act, standing, wanted, proposal)
        return self._keeper.done(ChangeKind.RULINGS, (standing.article,), (quote,), label)

    def _bring_back_match(self, match: MatchDecision) -> Change:
        """Rule anew what was ruled of a match."""
        here, there = map(self._keeper.quote, (match.quote, match.other))
        newest = self._keeper.store.match_rulings.newest(here.id, there.id) or match
        wanted = replace(match.ruling, overrules=newest.ruling.overrules)
        articles, quotes = (here.article, there.article), (here.id, there.id)
        if wanted == newest.ruling:
            return nothing(articles, quotes)
        label = f"bring back the ruling on a match: {in_marks(here.ruling.passages[0].words)}"
        with self._keeper.act(ChangeKind.MATCHES, label) as act:
            self._keeper.store.match_rulings.rule(act, here.id, there.id, wanted, newest.id)
        return self._keeper.done(ChangeKind.MATCHES, articles, quotes, label)

    def _past(self, quote: str, entry: str) -> tuple[Ruling, str | None]:
        """What an entry said of a quote, and the id of the proposal upon which it did."""
        store = self._keeper.store
        for decision in store.decisions.of(quote):
            if decision.id == entry and not decision.withdrawn:
                return decision.ruling, decision.proposal
        for one in store.proposals.of(quote):
            if one.id == entry:
                return proposed(one.proposal), one.id
        raise NotPossible("At this step there was no quote to bring back; choose another one.")


class _Branches:
    """How decisions, the one that stands at the end, hang together by which one each follows."""

    def __init__(self, decisions: Sequence[_Kept]) -> None:
        known = {one.id: one for one in decisions}
        self._followers: dict[str | None, list[_Kept]] = {}
        for one in decisions:
            self._followers.setdefault(one.follows, []).append(one)
        stands = decisions[-1]
        self._stands, self._overruled = stands.id, set(stands.ruling.overrules)
        at: _Kept | None = stands
        self._before = set[str]()
        while at is not None:
            self._before.add(at.id)
            at = known.get(at.follows or "")

    def place(self, one: _Kept) -> Place:
        """How a decision stands to the one that holds."""
        if one.id == self._stands:
            return Place.STANDS
        if one.id in self._before:
            return Place.BEFORE
        if one.id in self._overruled:
            return Place.OVERRULED
        return Place.BLIND if isinstance(one, Decision) and one.blind_read else Place.BESIDE

    def beside(self, one: _Kept) -> tuple[str, ...]:
        """The editors of the other decisions that follow the same one."""
        others = (other.editor for other in self._followers[one.follows] if other.id != one.id)
        return tuple(dict.fromkeys(others))


def _rulings(
    decisions: Sequence[_Kept], deeds: Mapping[str, Deed], states: Mapping[str, Values], first: Mapping[str, Values]
) -> tuple[Entry, ...]:
    """An entry for each decision; ``first`` is what stood before those that follow none, by their ids."""
    if not decisions:
        return ()
    branches = _Branches(decisions)
    return tuple(
        replace(
            _entry(one.id, deeds[one.id], one.editor, _before(one, states, first), states[one.id]),
            place=branches.place(one),
            beside=branches.beside(one),
        )
        for one in decisions
    )


def _before(one: _Kept | EditionDecision, states: Mapping[str, Values], first: Mapping[str, Values]) -> Values:
    return states[one.follows] if one.follows else first.get(one.id, {})


def _editions(
    store: Store, article: str, editions: Sequence[EditionDecision], deeds: Mapping[str, Deed]
) -> Iterator[Entry]:
    """An entry for each decision on an article and another one, of which the last stands for the two."""
    last = {(one.article, one.older): one.id for one in editions}
    states = {one.id: differences.of_edition(one, article, _title(store, one, article)) for one in editions}
    for one in editions:
        place = Place.STANDS if one.id in last.values() else Place.BEFORE
        made = _entry(one.id, deeds[one.id], one.editor, _before(one, states, {}), states[one.id])
        yield replace(made, place=place, begins=False)


def _matches(store: Store, quote: str, matches: Sequence[MatchDecision], deeds: Mapping[str, Deed]) -> Iterator[Entry]:
    """An entry for each decision on a quote and another one, of which the last stands for the two."""
    of_pair: dict[str, list[MatchDecision]] = {}
    for one in matches:
        of_pair.setdefault(one.pair, []).append(one)
    names = {one.pair: _other(store, one.other if one.quote == quote else one.quote) for one in matches}
    rulings = {one.id: one.ruling if one.quote == quote else one.ruling.turned() for one in matches}
    states = {one.id: _with_other(differences.of_match(rulings[one.id]), names[one.pair]) for one in matches}
    for ruled in of_pair.values():
        yield from (replace(entry, begins=False) for entry in _rulings(ruled, deeds, states, {}))


def _other(store: Store, quote: str) -> str:
    """What the other quote of a match is called."""
    standing = store.standing.quote(quote)
    article = store.articles.standing(standing.article) if standing else None
    return f"{in_marks(standing.ruling.passages[0].words)} in {in_marks(article.title)}" if standing and article else ""


def _with_other(values: Values, other: str) -> Values:
    """The values of a ruling on a match, each with the other quote in its field, the reason aside."""
    to = f" with {other}" if other else " with a quote that is gone"
    return {f"{field}{to}" if field != differences.REASON else field: value for field, value in values.items()}


def _title(store: Store, one: EditionDecision, article: str) -> str:
    """What the other article of a decision is called."""
    other = store.articles.standing(one.older if one.article == article else one.article)
    return in_marks(other.title) if other else "an article that is gone"


def _proposals(proposals: Sequence[Proposed], deeds: Mapping[str, Deed], *, unruled: bool) -> Iterator[Entry]:
    """An entry for each proposal, against the one before; the last one stands as long as nobody has ruled."""
    before: Values = {}
    for one in proposals:
        deed, state = deeds[one.detection], differences.of_proposal(one.proposal)
        stands = unruled and one is proposals[-1]
        yield replace(
            _entry(one.id, deed, one.detector, before, state),
            label="proposed",
            program=f"{_model(one.language_model)}, {_program(deed)}",
            place=Place.STANDS if stands else Place.BEFORE,
        )
        before = state


def _entry(id: str, deed: Deed, by: str, before: Values, state: Values) -> Entry:
    changes = differences.between(before, state)
    reason = next((one.after for one in changes if one.field == differences.REASON), "")
    rest = tuple(one for one in changes if one.field != differences.REASON or not one.after)
    at = datetime.fromisoformat(deed.done_at)
    return Entry(id, at, by, deed.label, _program(deed), rest, reason, state, begins=not before)


def _model(name: str) -> str:
    return "no language model" if name in ("", "none") else name


def _program(deed: Deed) -> str:
    return f"quotereview {deed.program}"


def _newest_first(entries: Sequence[Entry], follows: Mapping[str, str | None]) -> tuple[Entry, ...]:
    """By time, but none before the one that it ``follows`` (by their ids, in order), whatever the clocks say."""
    at = {one.id: one.at for one in entries}
    for later, earlier in follows.items():
        if earlier in at:
            at[later] = max(at[later], at[earlier])
    order = {one.id: number for number, one in enumerate(entries)}
    return tuple(sorted(entries, key=lambda one: (at[one.id], order[one.id]), reverse=True))
