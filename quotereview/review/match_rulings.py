"""An editor's ruling on two quotes: what they are to each other, and which of their conflicts may stay."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import Conflict, Label, Match, MatchRuling, SettledConflict, StandingQuote
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.differences import SAID
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks, storable

_NOTHING = MatchRuling()

Between = tuple[str, str, Conflict]
"""A conflict between two quotes (ids), told from the first."""

_ToRuling = Callable[[Conflict, MatchRuling], MatchRuling | None]
"""Makes of a conflict and what stands of its match what is to stand, None where that is so already."""


class MatchRulings:
    """What an editor rules of the matches that the comparison of quotes suggests, or misses."""

    def __init__(self, keeper: Keeper, crosscheck: CrossCheck) -> None:
        self._keeper = keeper
        self._crosscheck = crosscheck

    # Looking

    def between(self, quote: str, other: str) -> Match:
        """How two quotes match, as told from the first, whether anybody says that they do or not.

        Raises NotPossible where either is not compared, such as one that was rejected.
        """
        found = self._crosscheck.between(quote, other)
        if found is None:
            raise NotPossible("One of these quotes is not compared: it is no speech, was rejected, or is gone.")
        return found

    def apart(self, quote: str) -> tuple[Match, ...]:
        """The matches of a quote of which editors ruled that they are none, so that this can be taken back."""
        return self._crosscheck.apart(quote)

    # Ruling

    def rule(self, quote: str, other: str, label: Label | None, reason: str = "") -> Change:
        """Say what two quotes are to each other, and why if one likes; None takes back what was said.

        Raises NotPossible for two quotes of one article, and in a blind read.
        """
        here, there = self._both(quote, other)
        former = self._ruling(quote, other)
        why = storable(reason).strip() if label else ""
        if (former.label, former.reason) == (label, why):
            return nothing((here.article, there.article), (quote, other))
        ruling = replace(former, label=label, reason=why, by=self._keeper.editor if label else "")
        said = SAID[label] if label else "no ruling on a match"
        return self._keep(f"{said}: {_words(here)}", (here, there, ruling))

    def settle(self, quote: str, other: str, conflict: Conflict, reason: str) -> Change:
        """A conflict between two quotes, told from the first, may stay as it is, and why.

        Raises NotPossible without a reason, where the quotes do not differ so, and in a blind read.
        """
        return self.settle_all([(quote, other, conflict)], reason)

    def settle_all(self, conflicts: Sequence[Between], reason: str) -> Change:
        """Conflicts, no two between the same quotes, may stay as they are, and why, in one act; raises as for one."""
        why = storable(reason).strip()
        if not why:
            raise NotPossible("Say why both may stand as they are: whoever reads the sheet will want to know.")
        return self._rule_all("settle", conflicts, lambda found, former: self._settled(found, former, why))

    def reopen(self, quote: str, other: str, conflict: Conflict) -> Change:
        """A conflict that was settled is open again; one that is open stays so.

        Raises NotPossible where the quotes do not differ so, and in a blind read.
        """
        return self.reopen_all([(quote, other, conflict)])

    def reopen_all(self, conflicts: Sequence[Between]) -> Change:
        """Conflicts, no two between the same quotes, are open again, in one act; raises as for one."""
        return self._rule_all("reopen", conflicts, _reopened)

    # How it is done

    def _both(self, quote: str, other: str) -> tuple[StandingQuote, StandingQuote]:
        self._keeper.refuse_blind()
        here, there = self._keeper.quote(quote), self._keeper.quote(other)
        if here.article == there.article:
            raise NotPossible("Two quotes of one article are no versions of each other: take one of another article.")
        return here, there

    def _as_it_is(self, quote: str, other: str, conflict: Conflict) -> Conflict:
        """The conflict as it is now."""
        wanted = conflict.field, conflict.here, conflict.there
        for one in self.between(quote, other).conflicts:
            if (one.field, one.here, one.there) == wanted:
                return one
        raise NotPossible("The two articles no longer differ so: look at the match again.")

    def _ruling(self, quote: str, other: str) -> MatchRuling:
        """What stands of two quotes, as told from the first."""
        return self._keeper.ruled_matches.of(quote).get(other, _NOTHING)

    def _rule_all(self, verb: str, conflicts: Sequence[Between], to_ruling: _ToRuling) -> Change:
        """Rule on conflicts, each as it is now; of those on which the same was ruled already nothing is kept."""
        kept = []
        for quote, other, conflict in conflicts:
            here, there = self._both(quote, other)
            ruling = to_ruling(self._as_it_is(quote, other, conflict), self._ruling(quote, other))
            if ruling is not None:
                kept.append((here, there, ruling))
        if not kept:
            quotes = tuple(dict.fromkeys(quote for pair in conflicts for quote in pair[:2]))
            return nothing(tuple(self._keeper.quote(quote).article for quote in quotes), quotes)
        return self._keep(f"{verb} the {conflicts[0][2].field} of {_words(kept[0][0])}", *kept)

    def _settled(self, found: Conflict, former: MatchRuling, why: str) -> MatchRuling | None:
        if found.settled and found.settled.reason == why:
            return None
        done = SettledConflict(found.field, found.here, found.there, why, self._keeper.editor)
        return replace(former, settled=(*_without(former.settled, found), done))

    def _keep(self, label: str, *rulings: tuple[StandingQuote, StandingQuote, MatchRuling]) -> Change:
        """Keep rulings, each on two quotes, in one act."""
        with self._keeper.act(ChangeKind.MATCHES, label) as act:
            for here, there, ruling in rulings:
                former = self._keeper.ruled_matches.newest(here.id, there.id)
                self._keeper.store.match_rulings.rule(act, here.id, there.id, ruling, former.id if former else None)
        quotes = {one.id: one.article for here, there, _ in rulings for one in (here, there)}
        return self._keeper.done(ChangeKind.MATCHES, tuple(dict.fromkeys(quotes.values())), tuple(quotes), label)


def _reopened(found: Conflict, former: MatchRuling) -> MatchRuling | None:
    return replace(former, settled=tuple(_without(former.settled, found))) if found.settled else None


def _without(settled: Iterable[SettledConflict], conflict: Conflict) -> Iterable[SettledConflict]:
    """What is settled but for one conflict, and for what was settled of it when its values were others."""
    return tuple(one for one in settled if one not in (conflict.settled, conflict.outdated))


def _words(standing: StandingQuote) -> str:
    return in_marks(standing.ruling.passages[0].words)
