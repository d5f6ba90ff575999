"""What a verdict rests on: its reason, the checklist, and the evidence."""

from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import Evidence, StandingQuote
from quotereview.review import rulings
from quotereview.review.change import Change, nothing
from quotereview.review.checklist import Checklist
from quotereview.review.keeper import Keeper


class Proof:
    """The verbs upon reasons, checks and evidence; the verdict stays as it is under all of them."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def reasons(self) -> tuple[str, ...]:
        """The reasons that editors gave in this store, the latest first."""
        return tuple(reason for reason in self._keeper.store.names.reasons() if not rulings.followed(reason))

    def explain(self, quote: str, reason: str) -> Change:
        """Say why the verdict is so, or not (empty); for an open quote, why the verdict to come will be so."""
        text = rulings.tidy(reason)
        label = f"reason: {rulings.in_marks(text)}" if text else "no reason"
        standing = self._keeper.quote(quote)
        return self._keeper.rule(label, (standing, replace(standing.ruling, reason=text)))

    def check(self, quote: str, checklist: Checklist) -> Change:
        """Keep how the points of the checklist came out; in which order they stand is no change."""
        standing = self._keeper.quote(quote)
        if set(checklist.checks) == set(standing.ruling.checks):
            return nothing((standing.article,), (quote,))
        ruling = replace(standing.ruling, checks=checklist.checks)
        return self._keeper.rule(f"checks: {checklist.looked_at}", (standing, ruling))

    def add_evidence(self, quote: str, evidence: Evidence) -> Change:
        """Add a piece of evidence below the others; one that is there already changes nothing."""
        standing = self._keeper.quote(quote)
        held = standing.ruling.evidence
        return self._hold(standing, evidence, held if evidence in held else (*held, evidence))

    def change_evidence(self, quote: str, former: Evidence, evidence: Evidence) -> Change:
        """Put a piece of evidence in the place of a former one; raises NotPossible where that is no longer there."""
        standing = self._holding(quote, former)
        changed = (evidence if one == former else one for one in standing.ruling.evidence)
        return self._hold(standing, evidence, tuple(dict.fromkeys(changed)))

    def remove_evidence(self, quote: str, evidence: Evidence) -> Change:
        """Take a piece of evidence away; raises NotPossible where it is no longer there."""
        standing = self._holding(quote, evidence)
        left = tuple(one for one in standing.ruling.evidence if one != evidence)
        ruling = replace(standing.ruling, evidence=left)
        return self._keeper.rule(f"no evidence: {rulings.short(evidence.place)}", (standing, ruling))

    def _holding(self, quote: str, evidence: Evidence) -> StandingQuote:
        standing = self._keeper.quote(quote)
        if evidence not in standing.ruling.evidence:
            raise NotPossible(f"The evidence {rulings.in_marks(evidence.place)} is no longer there.")
        return standing

    def _hold(self, standing: StandingQuote, named: Evidence, evidence: tuple[Evidence, ...]) -> Change:
        ruling = replace(standing.ruling, evidence=evidence)
        return self._keeper.rule(f"evidence: {rulings.short(named.place)}", (standing, ruling))
