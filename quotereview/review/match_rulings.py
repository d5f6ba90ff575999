"""An editor's ruling on two quotes: what they are to each other, and which of their conflicts may stay."""

from collections.abc import Iterable
from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import Conflict, Label, Match, MatchRuling, SettledConflict, StandingQuote
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.differences import SAID
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks, storable
from quotereview.store import BLIND

_NOTHING = MatchRuling()


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
        return self._keep(f"{said}: {_words(here)}", here, there, ruling)

    def settle(self, quote: str, other: str, conflict: Conflict, reason: str) -> Change:
        """A conflict between two quotes, told from the first, may stay as it is, and why.

        Raises NotPossible without a reason, where the quotes do not differ so, and in a blind read.
        """
        why = storable(reason).strip()
        if not why:
            raise NotPossible("Say why both may stand as they are: whoever reads the sheet will want to know.")
        here, there = self._both(quote, other)
        found = self._as_it_is(quote, other, conflict)
        former = self._ruling(quote, other)
        if found.settled and found.settled.reason == why:
            return nothing((here.article, there.article), (quote, other))
        done = SettledConflict(found.field, found.here, found.there, why, self._keeper.editor)
        kept = _without(former.settled, found)
        ruling = replace(former, settled=(*kept, done))
        return self._keep(f"settle the {found.field} of {_words(here)}", here, there, ruling)

    def reopen(self, quote: str, other: str, conflict: Conflict) -> Change:
        """A conflict that was settled is open again; one that is open stays so.

        Raises NotPossible where the quotes do not differ so, and in a blind read.
        """
        here, there = self._both(quote, other)
        found = self._as_it_is(quote, other, conflict)
        if found.settled is None:
            return nothing((here.article, there.article), (quote, other))
        former = self._ruling(quote, other)
        ruling = replace(former, settled=tuple(_without(former.settled, found)))
        return self._keep(f"reopen the {found.field} of {_words(here)}", here, there, ruling)

    # How it is done

    def _both(self, quote: str, other: str) -> tuple[StandingQuote, StandingQuote]:
        if self._keeper.store.blind_read is not None:
            raise NotPossible(BLIND)
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

    def _keep(self, label: str, here: StandingQuote, there: StandingQuote, ruling: MatchRuling) -> Change:
        former = self._keeper.ruled_matches.newest(here.id, there.id)
        with self._keeper.act(ChangeKind.MATCHES, label) as act:
            self._keeper.store.match_rulings.rule(act, here.id, there.id, ruling, former.id if former else None)
        return self._keeper.done(ChangeKind.MATCHES, (here.article, there.article), (here.id, there.id), label)


def _without(settled: Iterable[SettledConflict], conflict: Conflict) -> Iterable[SettledConflict]:
    """What is settled but for one conflict, and for what was settled of it when its values were others."""
    return tuple(one for one in settled if one not in (conflict.settled, conflict.outdated))


def _words(standing: StandingQuote) -> str:
    return in_marks(standing.ruling.passages[0].words)
