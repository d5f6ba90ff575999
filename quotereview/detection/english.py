"""The rules for English, with the trained ranker."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quotereview.detection import choice, explanations, hearing, kinds, ranker, sources
from quotereview.detection.candidates import Mentions
from quotereview.detection.conventions import EDITORIAL, Conventions
from quotereview.detection.evidence import Claim
from quotereview.detection.explanations import Scales
from quotereview.detection.hearing import Heard, Hearing, Surroundings
from quotereview.detection.names import Names
from quotereview.detection.parse import Parse, model_name, parse
from quotereview.detection.parts import Attributed, Carriage, Marked
from quotereview.detection.proposals import Proposal, Proposals
from quotereview.detection.ranker import Ranker
from quotereview.detection.speakers import Ranking, Speakers
from quotereview.detection.weights import WEIGHTS
from quotereview.model import Option, Span, Speaker, Stretch, Zone

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_UNCLOSED = 2_000  # characters of a passage without a closing mark that may name its speaker inside


class English:
    """Attributes quotes in English."""

    name = "ranker"

    def __init__(
        self,
        nlp: "Language",
        conventions: Conventions = EDITORIAL,
        ranking: Ranker | None = None,
        listener: Hearing | None = None,
    ) -> None:
        """Without ``ranking`` and ``listener``, those with the weights that come with the package are asked."""
        self.nlp = nlp
        self.conventions = conventions
        self._ranking, self._listener = ranking, listener
        self.language_model = model_name(nlp)

    def parse(self, text: str, marked: Sequence[Marked]) -> Parse:
        """The parsed text."""
        unclosed = {
            index
            for index, mark in enumerate(marked)
            if mark.open_end and not mark.continued and len(mark.span) <= LONGEST_UNCLOSED
        }
        return parse(text, marked, self.nlp, opened=unclosed)

    def voices(self, parsed: Parse) -> "EnglishVoices":
        """Who may have spoken in a parsed article."""
        ranking = self._ranking or ranker.shipped()
        ranking = ranking if self.conventions.rules_choose else replace(ranking, between=choice.all_of)
        return EnglishVoices(parsed, ranking, self._listener or hearing.shipped(), self.conventions)

    def carriages(
        self, parsed: Parse, quotes: Sequence[Attributed], areas: Sequence[Stretch], outlet: str | None
    ) -> list[Carriage]:
        """How the words of each quote came to the outlet."""
        return sources.find(parsed, quotes, areas, outlet)


class EnglishVoices:
    """Who may have spoken the passages of one article in English."""

    def __init__(
        self, parsed: Parse, ranking: Ranking, listener: Hearing, conventions: Conventions = EDITORIAL
    ) -> None:
        self._parse = parsed
        self._conventions = conventions
        self._listener = listener
        self._mentions = Mentions(parsed)
        self._speakers = Speakers(parsed, self._mentions, ranking)
        self._surroundings = Surroundings(parsed, self._mentions)
        self._spoken: frozenset[int] = frozenset()

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, by the rules, best first."""
        return self._speakers.own(index)

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage of speech, by the ranking, best first."""
        ranked = self._speakers.rank(own)
        self._spoken = frozenset(claims[0].mention.head for claims in ranked.values() if claims)
        return ranked

    def judge(self, index: int, zone: Zone, cue: Span | None, mention: Span | None) -> kinds.Judgement:
        """What a passage is."""
        said = self._conventions.written_is_said
        return kinds.judge(self._parse.text, self._parse.marked[index], zone, cue, mention, written_is_said=said)

    def hear(self, index: int, judgement: kinds.Judgement, claims: Sequence[Claim]) -> Heard | None:
        """The listener's belief that somebody said a passage; it knows those between marks that stand in no other."""
        mark = self._parse.marked[index]
        if mark.parent is not None or mark.outer == mark.span:
            return None
        features = self._surroundings.features(index, judgement, claims)
        return Heard(self._listener.belief(index, features), features)

    def propose(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:
        """Who is proposed, of the claims ranked."""
        return self._proposals.of(index, claims, enclosing)

    def options(self, claims: Sequence[Claim], enclosing: Speaker | None) -> tuple[Option, ...]:
        """The claims on a passage with whom each names and what weighed for it."""
        scales = Scales(WEIGHTS, ranker.shipped().weights, ranker.RULES)
        return explanations.options(self._parse, claims, self._proposals.resolutions(claims, enclosing), scales)

    @cached_property
    def _proposals(self) -> Proposals:
        names = Names(self._mentions, self._spoken)
        return Proposals(self._parse, names, signs_are_cues=self._conventions.signs_are_cues)
