"""What editors ruled of the matches of a store, laid over what the comparison of quotes says."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from quotereview import matching
from quotereview.model import Conflict, Label, Match, MatchDecision, MatchRuling, SettledConflict, pair_of
from quotereview.review.succession import Succession
from quotereview.store import Store

Named = Callable[[str | None], str | None]
"""The name by which a speaker goes today, for one that was named then."""

_NONE: Mapping[str, MatchRuling] = MappingProxyType({})


class RuledMatches:
    """The rulings on matches, in memory: there are no more of them than editors ruled by hand.

    What another program writes is not seen until ``look_again``, so that a verb rules upon what its editor saw.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._succession = Succession(store)
        self._newest: Mapping[str, MatchDecision] | None = None
        self._rulings: dict[str, dict[str, MatchRuling]] = {}
        self._apart: dict[str, set[str]] = {}

    def newest(self, quote: str, other: str) -> MatchDecision | None:
        """The newest decision on two quotes that was seen, one by which nothing is said any more among them."""
        return self.standing().get(pair_of(quote, other))

    def of(self, quote: str) -> Mapping[str, MatchRuling]:
        """What was ruled of a quote and other ones, by the ids of these, as told from the first."""
        self.standing()
        return self._rulings.get(quote, _NONE)

    def standing(self) -> Mapping[str, MatchDecision]:
        """The newest decisions by their pairs; the same object as long as nothing new was seen."""
        if self._newest is None:
            self._newest = {one.pair: one for one in self._store.match_rulings.all()}
            self._rulings, self._apart = {}, {}
            for one in self._newest.values():
                self._take_in(one.quote, one.other, one.ruling)
                self._take_in(one.other, one.quote, one.ruling.turned())
            self._take_in_of_older_editions(self._newest)
        return self._newest

    def _take_in_of_older_editions(self, newest: Mapping[str, MatchDecision]) -> None:
        """What was ruled in another copy of the store of a quote whose place a newer edition took holds there."""
        said = [one for one in newest.values() if one.ruling.label or one.ruling.settled]
        newer = self._succession.of({quote for one in said for quote in (one.quote, one.other)}) if said else {}
        for one in said:
            quote, other = newer.get(one.quote, one.quote), newer.get(one.other, one.other)
            if quote != other and pair_of(quote, other) not in newest:
                self._take_in(quote, other, one.ruling)
                self._take_in(other, quote, one.ruling.turned())

    def _take_in(self, quote: str, other: str, ruling: MatchRuling) -> None:
        self._rulings.setdefault(quote, {})[other] = ruling
        if ruling.label is Label.DIFFERENT:
            self._apart.setdefault(quote, set()).add(other)

    def quotes(self) -> AbstractSet[str]:
        """The quotes (ids) of which anything was ruled."""
        self.standing()
        return self._rulings.keys()

    def apart(self) -> Mapping[str, AbstractSet[str]]:
        """The quotes (ids) that editors ruled to be no versions of other ones, each with these."""
        self.standing()
        return self._apart

    def look_again(self) -> None:
        """Read everything again at the next look, whoever wrote it."""
        self._newest = None


def as_ruled(match: Match, ruling: MatchRuling | None, named: Named) -> Match:
    """A match with what editors ruled of it, told from the same side, and with its conflicts as far as settled."""
    if ruling is None:
        return match
    match = matching.labelled(match, ruling.label) if ruling.label else match
    settled = tuple(_named(one, named) for one in ruling.settled)
    found = {(conflict.field, conflict.here, conflict.there) for conflict in match.conflicts}
    outdated = {one.field: one for one in settled if (one.field, one.here, one.there) not in found}
    conflicts = tuple(_as_settled(conflict, settled, outdated) for conflict in match.conflicts)
    return replace(match, conflicts=conflicts, ruling=ruling)


def _as_settled(
    conflict: Conflict, settled: tuple[SettledConflict, ...], outdated: Mapping[str, SettledConflict]
) -> Conflict:
    for one in settled:
        if (one.field, one.here, one.there) == (conflict.field, conflict.here, conflict.there):
            return replace(conflict, settled=one)
    return replace(conflict, outdated=outdated.get(conflict.field))


def _named(settled: SettledConflict, named: Named) -> SettledConflict:
    """A conflict over a speaker by the names of today: that a person goes by another name changes nothing."""
    if settled.field != "speaker":
        return settled
    return replace(settled, here=named(settled.here), there=named(settled.there))
