"""From ranked mentions to ranked names: the proposal of a speaker, with a confidence and a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from quotereview.detection.names import Names, Resolution
from quotereview.detection.parse import Parse
from quotereview.detection.reasons import reason
from quotereview.detection.speakers import Claim
from quotereview.model import Candidate, Span, Speaker

OFFERED = 9  # candidates shown
LIKELY_THING = 0.03  # share of belief from which a thing is offered as a speaker
SPREAD = 1.6  # score by which a claim must lead to be e times as likely
NOBODY = 1.5  # score of "none of these"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is proposed for a quote, who else is offered, how sure that is and why."""

    speaker: Speaker | None = None
    cue: Span | None = None
    confidence: float = 0.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """A claim with whom it names and its share of belief."""

    claim: Claim
    resolution: Resolution
    share: float


class Proposals:
    """Turns the claims on one passage after another into a proposal."""

    def __init__(self, parse: Parse, names: Names) -> None:
        self._parse = parse
        self._names = names

    def of(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:
        """The proposal for a passage from its claims, best first; ``enclosing`` speaks the quote around it."""
        passage = self._parse.marked[index].span
        ranked = self._by_name(claims, enclosing)
        if not ranked:
            return Proposal(reason="No cue and nobody near who may have said it")
        best = ranked[0]
        cue = best.claim.cue
        return Proposal(
            speaker=best.resolution.speaker,
            cue=self._parse.span(cue.first, cue.last - 1) if cue else None,
            confidence=round(best.share, 4),
            reason=reason(self._parse, passage, best.claim, best.resolution),
            candidates=tuple(self._candidates(passage, ranked)),
        )

    def _by_name(self, claims: Sequence[Claim], enclosing: Speaker | None) -> list[_Named]:
        """One entry for each name, that of the best claim first, shares of further claims on the same name added."""
        shares = _shares([claim.score for claim in claims])
        found: dict[str, _Named] = {}
        for claim, share in zip(claims, shares, strict=True):
            resolution = self._names.resolve(claim.mention, enclosing)
            key = resolution.speaker.name.casefold()
            held = found.get(key)
            whole = share * resolution.sure + (held.share if held else 0.0)
            found[key] = _Named(held.claim, held.resolution, whole) if held else _Named(claim, resolution, whole)
        named = list(found.values())
        return [*named[:1], *sorted(named[1:], key=lambda one: -one.share)]

    def _candidates(self, passage: Span, ranked: Sequence[_Named]) -> Iterator[Candidate]:
        offered = [ranked[0], *(named for named in ranked[1:] if _may_speak(named))][:OFFERED]
        for named in offered:
            why = reason(self._parse, passage, named.claim, named.resolution)
            yield Candidate(named.resolution.speaker, round(named.share, 4), why)
        names = {named.resolution.speaker.name.casefold() for named in offered}
        others = (s for s in self._names.people() if s.name.casefold() not in names)
        for speaker, _ in zip(others, range(OFFERED - len(offered)), strict=False):
            yield Candidate(speaker, 0.0, "Named elsewhere in the article")


def _may_speak(named: _Named) -> bool:
    """Whether an editor could mean it: things, days and sums are offered only where much speaks for them."""
    return named.share >= LIKELY_THING or not (named.claim.has("thing") or named.claim.has("measure"))


def _shares(scores: Sequence[float]) -> list[float]:
    """Each score's share of belief; a floor for "nobody of these" keeps weak ones from looking sure."""
    if not scores:
        return []
    top = max(*scores, NOBODY)
    weights = [exp((score - top) / SPREAD) for score in scores]
    whole = sum(weights) + exp((NOBODY - top) / SPREAD)
    return [weight / whole for weight in weights]
