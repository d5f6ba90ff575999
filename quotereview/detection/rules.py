"""What detection asks of the rules of a language, so that each language answers in its own way."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from quotereview.detection.evidence import Claim
from quotereview.detection.hearing import Heard
from quotereview.detection.kinds import Judgement
from quotereview.detection.parse import Parse
from quotereview.detection.parts import Attributed, Carriage, Marked
from quotereview.detection.proposals import Proposal
from quotereview.model import Option, Span, Speaker, Stretch, Zone


class Voices(Protocol):
    """Who may have spoken the marked passages of one article."""

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, best first."""

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage of speech (keys in text order) with what its neighbours add, best first."""

    def judge(self, index: int, zone: Zone, cue: Span | None, mention: Span | None) -> Judgement:
        """What a passage is; ``cue`` and ``mention`` are given where somebody utters it."""

    def hear(self, index: int, judgement: Judgement, claims: Sequence[Claim]) -> Heard | None:
        """The belief that somebody said a passage; None where a judgement by the rules has to do."""

    def propose(self, index: int, claims: Sequence[Claim], enclosing: Speaker | None) -> Proposal:
        """Who is proposed, of the claims ranked; ``enclosing`` speaks the quote around the passage."""

    def options(self, claims: Sequence[Claim], enclosing: Speaker | None) -> tuple[Option, ...]:
        """The claims on a passage, laid open for whoever works on the rules."""


class Rules(Protocol):
    """How the quotes of one language are attributed, with which language model."""

    name: str
    language_model: str

    def parse(self, text: str, marked: Sequence[Marked]) -> Parse:
        """The parsed text."""

    def voices(self, parsed: Parse) -> Voices:
        """Who may have spoken in a parsed article."""

    def carriages(
        self, parsed: Parse, quotes: Sequence[Attributed], areas: Sequence[Stretch], outlet: str | None
    ) -> list[Carriage]:
        """How the words of each quote came to the outlet, known by the name ``outlet`` or by none.

        ``areas`` are the article's zones.
        """
