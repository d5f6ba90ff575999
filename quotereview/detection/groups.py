"""People who speak together: names joined by "and", and what "both men" or "the couple" points back at."""

from typing import TYPE_CHECKING

from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.discourse import Discourse
from quotereview.detection.entities import Entity, gender_of_word
from quotereview.detection.register import Register
from quotereview.model import Span, SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 3  # sentences in which "both men" points back at names

_TWO = frozenset({"two", "both"})
_PAIRS = frozenset({"pair", "couple", "duo", "twins", "spouses"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Groups:
    """Finds who speaks together in one article; each group is one entity."""

    def __init__(self, mentions: Mentions, register: Register, discourse: Discourse) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._register = register
        self._discourse = discourse
        self._groups: dict[tuple[str, ...], Entity] = {}

    def joined(self, mention: Mention) -> Entity | None:
        """The group of the people whose names a name is joined with, if it is the first of them."""
        if mention.form is not Form.NAME or self._doc[mention.head].dep_ == "conj":
            return None
        named = [self._register.of(one) for one in self._with(mention)]
        entities = [entity for entity in named if entity is not None and entity.type is SpeakerType.PERSON]
        return self._group(entities) if 1 < len(entities) == len(named) else None

    def span(self, mention: Mention) -> Span:
        """The words from the first to the last of the joined names."""
        return Span(mention.span.start, max(one.span.end for one in self._with(mention)))

    def speak_together(self, mention: Mention) -> bool:
        """Whether joined names are together the subject of a verb."""
        return self._doc[mention.head].dep_ in _SUBJECTS

    def pair(self, mention: Mention) -> Entity | None:
        """The two that "both men", "the two leaders" or "the couple" points back at."""
        tokens = self._doc[mention.first : mention.head + 1]
        if not {token.lower_ for token in tokens} & _TWO and self._doc[mention.head].lower_ not in _PAIRS:
            return None
        here = self._discourse.sentence(mention)
        for step in self._discourse.before(mention, self._discourse.things):
            if step.entity is not None and step.entity.type is SpeakerType.GROUP and here - step.sentence <= NEAR:
                return step.entity
        return self._last_two(mention, gender_of_word(self._doc[mention.head].lemma_.lower()))

    def _last_two(self, mention: Mention, gender: str | None) -> Entity | None:
        here = self._discourse.sentence(mention)
        near: list[Entity] = []
        for step in self._discourse.before(mention, self._discourse.people):
            suits = step.entity is not None and step.entity.type is SpeakerType.PERSON and step.entity.may_be(gender)
            if step.entity is not None and suits and here - step.sentence <= NEAR and step.entity not in near:
                near.append(step.entity)
        return self._group(near[::-1]) if len(near) == 2 else None

    def _with(self, mention: Mention) -> list[Mention]:
        """A mention and those joined with it."""
        others = (self._mentions.at(token.i) for token in _joined(self._doc[mention.head]))
        return [mention, *(other for other in others if other is not None and other.form is Form.NAME)]

    def _group(self, entities: list[Entity]) -> Entity:
        names = tuple(entity.name for entity in entities)
        if names not in self._groups:
            name = f"{', '.join(names[:-1])} and {names[-1]}"
            self._groups[names] = Entity(name, (), SpeakerType.GROUP)
        return self._groups[names]


def _joined(token: "Token") -> list["Token"]:
    """The tokens joined with one by "and"; empty where it is "or" or another word."""
    others = list(token.conjuncts)
    joining = {child.lower_ for one in (token, *others) for child in one.children if child.dep_ == "cc"}
    return others if joining == {"and"} else []
