"""The rules for French put together, as detection asks for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quotereview.detection import explanations, grounds
from quotereview.detection.evidence import Claim
from quotereview.detection.explanations import Scales
from quotereview.detection.french import carriers, kinds
from quotereview.detection.french.cues import may_hold_aside
from quotereview.detection.french.mentions import Mentions
from quotereview.detection.french.names import Names
from quotereview.detection.french.speakers import Speakers
from quotereview.detection.french.weights import WEIGHTS
from quotereview.detection.grounds import Ground, How
from quotereview.detection.hearing import Heard
from quotereview.detection.kinds import Judgement
from quotereview.detection.parse import Parse, model_name, parse
from quotereview.detection.parts import Attributed, Carriage, Marked
from quotereview.detection.proposals import Proposal, Proposals
from quotereview.detection.ranker import RULES
from quotereview.model import Kind, Option, Span, Speaker, Stretch, Zone

if TYPE_CHECKING:
    from spacy.language import Language

PLACEHOLDER = "Cela fonctionne"
LONGEST_UNSAID = 3  # words
UNSAID_BELOW = 1.75  # score of the best claim on a short fragment that hardly anybody can have uttered
UNLIKELY = 0.2  # belief in such a fragment
CEILING = 0.9  # no rule here was fitted to attributed articles, so that none is believed more


class French:
    """Attributes quotes in French."""

    name = "French rules"

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        self.language_model = model_name(nlp)

    def parse(self, text: str, marked: Sequence[Marked]) -> Parse:
        """The parsed text; quotes that hold an aside of the reporter's are parsed by themselves, too."""
        opened = {index for index, mark in enumerate(marked) if may_hold_aside(mark.span.of(text))}
        return parse(text, marked, self._nlp, placeholder=PLACEHOLDER, opened=opened)

    def voices(self, parsed: Parse) -> "FrenchVoices":
        """Who may have spoken in a parsed article."""
        return FrenchVoices(parsed)

    def carriages(
        self,
        parsed: Parse,
        quotes: Sequence[Attributed],
        areas: Sequence[Stretch],  # noqa: ARG002
        outlet: str | None,  # noqa: ARG002
    ) -> list[Carriage]:
        """How the words of each quote came to the outlet."""
        found = carriers.find(Mentions(parsed), quotes)
        return [_grounded(parsed.text, quote, carriage) for quote, carriage in zip(quotes, found, strict=True)]


class FrenchVoices:
    """Who may have spoken the passages of one article in French."""

    def __init__(self, parsed: Parse) -> None:
        self._parse = parsed
        self._mentions = Mentions(parsed)
        self._speakers = Speakers(self._mentions)
        self._spoken: frozenset[int] = frozenset()

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, best first."""
        return self._speakers.own(index)

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage of speech, best first."""
        ranked = self._speakers.rank(own)
        self._spoken = frozenset(claims[0].mention.first for claims in ranked.values() if claims)
        return ranked

    def judge(self, index: int, zone: Zone, cue: Span | None, mention: Span | None) -> Judgement:
        """What a passage is."""
        voiced = cue is not None and mention is not None
        return kinds.judge(self._parse.text, self._parse.marked[index], zone, voiced=voiced)

    def hear(self, index: int, judgement: Judgement, claims: Sequence[Claim]) -> Heard | None:
        """Little belief in a short fragment that hardly anybody near can have uttered."""
        mark = self._parse.marked[index]
        short = judgement.partial and len(mark.span.of(self._parse.text).split()) <= LONGEST_UNSAID
        voiced = any(best.reports or best.score >= UNSAID_BELOW for best in claims[:1])
        unsaid = short and mark.parent is None and not voiced and not self._is_listed(index)
        return Heard(UNLIKELY, ()) if unsaid else None

    def _is_listed(self, index: int) -> bool:
        """Whether a passage stands right behind another in a list (« un pas », « un bond »)."""
        if index == 0:
            return False
        between = Span(self._parse.marked[index - 1].outer.end, self._parse.marked[index].outer.start)
        return between.of(self._parse.text).strip() in {",", "et", "ou"}

    def propose(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:
        """Who is proposed, of the claims ranked, with moderate confidence."""
        found = self._proposals.of(index, claims, enclosing)
        candidates = tuple(replace(each, score=round(CEILING * each.score, 4)) for each in found.candidates)
        return replace(found, confidence=round(CEILING * found.confidence, 4), candidates=candidates)

    def options(self, claims: Sequence[Claim], enclosing: Speaker | None) -> tuple[Option, ...]:
        """The claims on a passage with whom each names and what weighed for it."""
        resolutions = self._proposals.resolutions(claims, enclosing)
        return explanations.options(self._parse, claims, resolutions, Scales(WEIGHTS, rules=RULES))

    @cached_property
    def _proposals(self) -> Proposals:
        return Proposals(self._parse, Names(self._mentions, self._spoken))


def _grounded(text: str, quote: Attributed, carriage: Carriage) -> Carriage:
    """The carriage with how sure it is, which was measured on English articles only, and why."""
    if quote.kind is not Kind.SPEECH:
        return carriage
    found = grounds.grounded(text, carriage, _ground(quote, carriage))
    return replace(found, confidence=round(CEILING * (found.confidence or 0.0), 3))


def _ground(quote: Attributed, carriage: Carriage) -> Ground:
    source = carriage.source
    if source is None:
        return Ground(How.OWN if quote.parent is not None else How.ELSEWHERE)
    if source.kind is None:
        return Ground(How.RELAYED)
    if source.carried:
        return Ground(How.HELD_FAR, "above")
    after = source.mention is not None and source.mention.start >= quote.passages[0].outer.end
    return Ground(How.FORM if source.kind in grounds.FORMS else How.MEDIUM, "after" if after else "before")
