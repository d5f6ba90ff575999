"""From ranked mentions to ranked names: the proposal of a speaker, with a confidence and a reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from quotereview.detection import labels
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.evidence import Claim
from quotereview.detection.names import Resolution
from quotereview.detection.parse import Parse
from quotereview.detection.reasons import pointed, reason
from quotereview.model import Candidate, Pointer, Span, Speaker, SpeakerType

OFFERED = 9  # candidates shown
FAINT = 0.1  # share of belief below which somebody who is merely near is not proposed
NOBODY = "No cue and nobody near who may have said it"
HEARD = 0.5  # of the belief in a speaker that is left where the sentence names only who heard the words
_HEARD = re.compile(
    r",? (?:an?|the) (?:[\w’'-]+ )?(?:jury|court|judge|inquest|inquiry|tribunal|hearing|committee|panel)"
    r" (?:has |was |were )?(?:heard|told)\b"
)
LIKELY = 0.03  # share of belief from which a thing is offered as a speaker, and before unlikely people


class Names(Protocol):
    """Whatever knows whom the mentions of one article mean."""

    def readings(self, mention: Mention, enclosing: Speaker | None = None) -> Sequence[Resolution]:
        """Whom a mention may mean in a quote that ``enclosing`` speaks, the likeliest first; never empty."""

    def people(self) -> Iterator[Speaker]:
        """The people the article names, those who speak and are named most often first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is proposed for a quote, who else is offered, how sure that is and why."""

    speaker: Speaker | None = None
    cue: Span | None = None
    confidence: float = 0.0
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """A claim with whom it names and its share of belief."""

    claim: Claim
    resolution: Resolution
    share: float


class Proposals:
    """Turns the claims on one passage after another into a proposal."""

    def __init__(self, parse: Parse, names: Names, *, signs_are_cues: bool = False) -> None:
        self._parse = parse
        self._names = names
        self._signs_are_cues = signs_are_cues

    def of(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:
        """The proposal for a passage from its claims, best first; ``enclosing`` speaks the quote around it."""
        passage = self._parse.marked[index].span
        ranked = self._by_name(claims, enclosing)
        if not ranked:
            return Proposal(reason=NOBODY)
        best = ranked[0]
        if best.claim.cue is None and best.share < FAINT:
            return Proposal(reason=NOBODY, candidates=tuple(self._candidates(passage, ranked)))
        why = reason(self._parse, passage, best.claim, best.resolution)
        return Proposal(
            speaker=best.resolution.speaker,
            cue=self._cue(index, best.claim),
            confidence=round(best.share * (HEARD if self._is_heard(index) else 1), 4),
            reason=why,
            candidates=tuple(self._candidates(passage, ranked)),
            pointers=pointed(self._parse, why, best.claim, best.resolution),
        )

    def _cue(self, index: int, claim: Claim) -> Span | None:
        if claim.cue is not None:
            return self._parse.span(claim.cue.first, claim.cue.last - 1)
        outer = self._parse.marked[index].outer
        return labels.sign(self._parse.text, claim.mention.span, outer) if self._signs_are_cues else None

    def _is_heard(self, index: int) -> bool:
        """Whether a court or the like is said to have heard the words, from somebody who is not named beside them."""
        return bool(_HEARD.match(self._parse.text, self._parse.marked[index].outer.end))

    def resolutions(self, claims: Sequence[Claim], enclosing: Speaker | None) -> list[Resolution]:
        """Whom each of the claims on a passage names most likely."""
        return [readings[0] for readings in self._readings(claims, enclosing)]

    def _by_name(self, claims: Sequence[Claim], enclosing: Speaker | None) -> list[_Named]:
        """One entry for each name, the likeliest first: the shares of all claims and readings that lead to it."""
        found: dict[str, _Named] = {}
        for claim, readings in zip(claims, self._readings(claims, enclosing), strict=True):
            for resolution in readings:
                key = resolution.speaker.name.casefold()
                held, share = found.get(key), claim.share * resolution.sure
                found[key] = replace(held, share=held.share + share) if held else _Named(claim, resolution, share)
        named = sorted(found.values(), key=lambda one: -one.share)
        return [*named[:1], *sorted(named[1:], key=_standing, reverse=True)]

    def _readings(self, claims: Sequence[Claim], enclosing: Speaker | None) -> Iterator[Sequence[Resolution]]:
        """Whom the mention of each claim may mean, the likeliest first."""
        announced = next((claim for claim in claims if _announces(claim)), None)
        for claim in claims:
            if announced is not None and claim.has("he or she"):
                yield [self._taken_up(claim, announced, enclosing)]
            else:
                yield self._names.readings(claim.mention, enclosing)

    def _taken_up(self, claim: Claim, announced: Claim, enclosing: Speaker | None) -> Resolution:
        """“He” or “she” that takes up a name before the passage (Holt warned: “…,” she said)."""
        found, printed = self._names.readings(announced.mention, enclosing)[0], claim.mention.span.of(self._parse.text)
        chain = f"{printed} → {found.speaker.resolved or found.speaker.name}"
        speaker = replace(found.speaker, mention=claim.mention.span, printed=printed, resolved=chain)
        return Resolution(speaker, found.sure, f"“{printed}” goes on from {speaker.name} before the quote")

    def _candidates(self, passage: Span, ranked: Sequence[_Named]) -> Iterator[Candidate]:
        offered = [ranked[0], *(named for named in ranked[1:] if _may_speak(named))][:OFFERED]
        for named in offered:
            why = reason(self._parse, passage, named.claim, named.resolution)
            yield Candidate(named.resolution.speaker, round(named.share, 4), why)
        names = {named.resolution.speaker.name.casefold() for named in offered}
        others = (s for s in self._names.people() if s.name.casefold() not in names)
        for speaker, _ in zip(others, range(OFFERED - len(offered)), strict=False):
            yield Candidate(speaker, 0.0, "Named elsewhere in the article")


def _announces(claim: Claim) -> bool:
    """Whether a claim rests on a name as the subject of the verb before a colon."""
    return claim.mention.form is Form.NAME and claim.has("colon") and claim.has("subject")


def _standing(named: _Named) -> tuple[bool, bool, float]:
    """What a further name is offered by: where hardly anything speaks for any, people come before all else."""
    return named.share >= LIKELY, named.resolution.speaker.type is SpeakerType.PERSON, named.share


def _may_speak(named: _Named) -> bool:
    """Whether an editor could mean it: things, days and sums are offered only where much speaks for them."""
    return named.share >= LIKELY or not (named.claim.has("thing") or named.claim.has("measure"))
