"""Which of several people of one surname a surname alone means."""

from collections.abc import Sequence

from quotereview.detection.candidates import Mention, Mentions
from quotereview.detection.entities import Entity, gender_of_word

HE, SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
"""The pronouns that go with a name in its own sentence."""

FIRST = 4.0  # who of them was named first
SUITED = 8.0  # whom the pronoun that follows in the sentence suits
ACTED = 3.0  # who was the subject of a sentence
KIN = -6.0  # who was brought in as another's relation
TOKENS, FARTHEST = 40, 400  # so many tokens since the last mention count 1 against one, up to the farthest


class Namesakes:
    """Tells the people of one surname in one article apart.

    Copy calls one of them, nearly always the first, by the surname, and the others by their full names.
    """

    def __init__(self, mentions: Mentions) -> None:
        self._parse = mentions.parse
        self._doc = mentions.parse.doc
        self._places: dict[str, int] = {}

    def meant(self, mention: Mention, people: Sequence[Entity]) -> Entity:
        """Which of the people, one or more, a mention by surname means most likely."""
        if len(people) == 1:
            return people[0]
        first, gender = min(people, key=self._place), self._own(mention)
        return max(people, key=lambda entity: self._likely(entity, mention, entity is first, gender))

    def _likely(self, entity: Entity, mention: Mention, first: bool, gender: str | None) -> tuple[bool, float]:
        """Who was named before comes before all others; then how much speaks for one."""
        before = [m.head for m in entity.mentions if m.head < mention.head]
        distance = mention.head - max(before) if before else entity.mentions[0].head - mention.head
        suited = gender is not None and entity.gender == gender
        acted = any(self._doc[m.head].dep_ in {"nsubj", "nsubjpass"} for m in entity.mentions)
        likely = FIRST * first + SUITED * suited + ACTED * acted + KIN * self._is_kin(entity)
        return bool(before), likely - min(distance, FARTHEST) / TOKENS

    def _place(self, entity: Entity) -> int:
        """Where the text prints a name first, whatever the parse made of it there."""
        if entity.name not in self._places:
            found = self._parse.text.find(entity.name)
            self._places[entity.name] = found if found >= 0 else self._parse.starts[entity.mentions[0].head]
        return self._places[entity.name]

    def _is_kin(self, entity: Entity) -> bool:
        """Whether somebody was brought in as another's relation (her husband, Peter Marsh), not for himself."""
        first = self._doc[entity.mentions[0].head]
        noun = first.head if first.dep_ == "appos" else first
        owned = any(child.dep_ == "poss" for child in (*noun.children, *first.children))
        return owned and any(gender_of_word(token.lower_) for token in (noun, *first.lefts))

    def _own(self, mention: Mention) -> str | None:
        """The gender of the first "he" or "she" behind a name in its sentence, with no other name between."""
        for token in self._doc[mention.last + 1 : self._doc[mention.last].sent.end]:
            if token.lower_ in HE | SHE:
                return "m" if token.lower_ in HE else "f"
            if token.ent_type_ == "PERSON":
                return None
        return None
