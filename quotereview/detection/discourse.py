"""Who and what stood where in an article, and how much in front: what pronouns and descriptions point back at."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.entities import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOK_BACK = 40  # mentions
SPEAKS, SUBJECT, OWNER = 1.5, 1.4, 0.8  # how much in front a mention stands
_IN_FRONT = {"appos": 0.6, "conj": 0.5, "poss": 0.4, "pobj": 0.3, "dobj": 0.5}
_ELSEWHERE = 0.3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody or something named at one place.

    ``weight``: how much in front, ``inside``: the quote in whose words it stands, ``sure``: that it means the entity.
    """

    place: int
    sentence: int
    mention: Mention
    entity: Entity | None
    weight: float
    inside: int | None
    sure: float


class Discourse:
    """The mentions of an article as its reader meets them; ``spoken`` are the heads of those that speak a quote."""

    def __init__(self, mentions: Mentions, spoken: frozenset[int]) -> None:
        self._parse = mentions.parse
        self._spoken = spoken
        whole = (s.start for s in self._parse.doc.sents if self._parse.segment(s.start).inside is None)
        self._sentences = sorted(self._parse.starts[first] for first in whole)
        self.people: list[Step] = []
        self.things: list[Step] = []

    def remember(self, mention: Mention, entity: Entity | None, sure: float) -> None:
        """Note that ``mention`` names a person, a body or (without an entity) a thing."""
        place, front, inside = mention.span.start, self.front(mention), self.inside(mention)
        step = Step(place, self.sentence(mention), mention, entity, front, inside, sure)
        if entity is not None and (entity.person or entity.doubtful):
            self.people.append(step)
        if entity is None or not entity.person:
            self.things.append(step)

    def before(self, mention: Mention, steps: list[Step]) -> list[Step]:
        """The last of ``steps`` in front of a mention, the last one first."""
        end = bisect_left(steps, mention.span.start, key=lambda step: step.place)
        return steps[max(0, end - LOOK_BACK) : end][::-1]

    def sentence(self, mention: Mention) -> int:
        """The number of the reporter's sentence a mention stands in, counted through the text."""
        return bisect_right(self._sentences, mention.span.start)

    def inside(self, mention: Mention) -> int | None:
        """The index of the quote in whose words a mention stands; None for the reporter's own."""
        return self._parse.segment(mention.head).inside

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention stands for the speaker of a quote."""
        return mention.head in self._spoken or mention.speaks_for

    def front(self, mention: Mention) -> float:
        """How much a mention stands in front: speakers most, then subjects, then the rest."""
        if self.speaks(mention):
            return SPEAKS
        token = self.standing(mention)
        if token.dep_ in _SUBJECTS:
            return SUBJECT
        if token.dep_ == "poss" and token.head.dep_ in _SUBJECTS:
            return OWNER
        return SUBJECT if self._before_verb(mention) else _IN_FRONT.get(token.dep_, _ELSEWHERE)

    def standing(self, mention: Mention) -> "Token":
        """The token that shows a mention's part in its sentence: of a name in apposition the description."""
        token = self._parse.doc[mention.head]
        return token.head if token.dep_ == "appos" and token.head.dep_ in _SUBJECTS else token

    def _before_verb(self, mention: Mention) -> bool:
        """Whether a name stands right before a verb: a subject, whatever the parse says."""
        following = self._parse.doc[mention.last + 1 : mention.last + 2]
        finite = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in following)
        return finite and mention.form is Form.NAME and self._parse.doc[mention.head].dep_ not in {"pobj", "poss"}

    def last_name(self, entity: Entity) -> str | None:
        """The words by which a person was named last."""
        steps = (step for step in reversed(self.people) if step.entity is entity and step.mention.form is Form.NAME)
        last = next(steps, None)
        return last.mention.span.of(self._parse.text) if last else None
