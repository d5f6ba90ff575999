"""Everybody an article names: each person and body once, with all forms of the name and what is said of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.model import SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

DOUBTFUL = -0.8  # votes above this leave it open whether a name is a person's
ROLE_REACH = 10  # tokens of a description that are read for a role

_LABEL_VOTES = {"PERSON": 1.5, "": -0.2, "ORG": -1.0, "GPE": -1.5, "NORP": -2.0, "FAC": -1.0, "LOC": -1.5, "LAW": -2.0}
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "’s", "'s"})
_PARTICLES = frozenset({"de", "la", "von", "van", "der", "den", "al", "bin", "el", "di", "da", "del", "du", "le"})


@dataclass(slots=True)
class Entity:
    """One person or body: ``words`` of its fullest name, the offsets of its mentions, its roles as lower-case words.

    ``women`` and ``men`` count what speaks for either gender; ``doubtful``: a body that may prove to be a person.
    """

    name: str
    words: tuple[str, ...]
    type: SpeakerType
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    role: str | None = None
    women: float = 0.0
    men: float = 0.0
    doubtful: bool = False

    @property
    def person(self) -> bool:
        """Whether "he" or "she" can mean it."""
        return self.type in {SpeakerType.PERSON, SpeakerType.ANONYMOUS}

    @property
    def gender(self) -> str | None:
        """ "f", "m" or None where nothing or too little is known."""
        if abs(self.women - self.men) < 1:
            return None
        return "f" if self.women > self.men else "m"


class Register:
    """The entities of one article, and which one each name mention stands for."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._by_head: dict[int, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._bodies: dict[tuple[str, ...], Entity] = {}
        self.entities: list[Entity] = []
        names = [m for m in mentions if m.form is Form.NAME]
        names += [label for label in mentions.labels.values() if mentions.at(label.head) is None]
        self._capitals: dict[int, bool] = {}
        self._judged = self._judge(names)
        for mention in names:
            if len(self.words(mention)) > 1 and self._is_person(mention):
                self._enter_full(mention)
        for mention in names:
            if mention.head not in self._by_head:
                self._enter_short(mention)
        for entity in self.persons():
            if len(entity.words) == 1:
                self._complete(entity)

    def of(self, mention: Mention) -> Entity | None:
        """The entity a name stands for."""
        return self._by_head.get(mention.head)

    def known(self, mention: Mention) -> Entity | None:
        """The entity that a name met outside the reporter's text stands for, such as a transcript's label."""
        words = self.words(mention)
        return self._person_of(mention, words) or self._body_of(words)

    def persons(self) -> Iterator[Entity]:
        """The named people among the entities, in order of first mention by full name."""
        return (entity for entity in self.entities if entity.type is SpeakerType.PERSON)

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The words of a name in lower case, without possessive and suffix."""
        found = [self._doc[i].lower_.strip("’'\".,()") for i in range(mention.first, mention.last + 1)]
        return tuple(word for word in found if word and word not in _SUFFIXES) or tuple(found[:1])

    def _judge(self, names: Sequence[Mention]) -> dict[tuple[str, ...], float]:
        """For each name, what all its mentions together say for (above 0) or against its being a person's."""
        votes: dict[tuple[str, ...], list[float]] = {}
        for mention in names:
            votes.setdefault(self.words(mention), []).append(self._vote(mention))
        return {words: sum(found) / len(found) + max(found) / 2 for words, found in votes.items()}

    def _vote(self, mention: Mention) -> float:
        words = self.words(mention)
        head = self._doc[mention.head]
        vote = _LABEL_VOTES.get(mention.label, 0.0)
        vote += 3 * (words[0] in _given() and len(words) in range(2, 5)) + 1.0 * (
            words[0] in _given() and len(words) == 1
        )
        vote += 3 * self._titled(mention)
        vote += 2 * self._called_by_role(mention)
        vote += 2 * any(child.dep_ == "relcl" and _has_who(child) for child in head.children)
        vote += 1 * (head.dep_ == "nsubj" and head.head.lemma_ in lexicon.words("reporting_verbs", "saying"))
        vote += 2 * self._aged(mention)
        vote -= 3 * (words[0] not in _given() and self._in_capitals(mention))
        vote -= 3 * any(word in lexicon.words("roles", "organisations") for word in words)
        vote -= 2 * (mention.first > 0 and self._doc[mention.first - 1].lower_ == "the")
        vote -= 4 * (len(words) > 4)
        return vote

    def _aged(self, mention: Mention) -> bool:
        """Whether an age follows the name (Ana Faro, 52, …)."""
        after = self._doc[mention.last + 1 : mention.last + 4]
        return len(after) == 3 and after[0].text == "," and after[1].like_num and after[2].text in {",", "."}

    def _in_capitals(self, mention: Mention) -> bool:
        """Whether the line is a headline with capitals throughout, so that any words may look like a name."""
        segment = self._mentions.parse.segment(mention.head)
        if segment.first not in self._capitals:
            words = [token for token in self._doc[segment.first : segment.last] if token.is_alpha and len(token) > 3]
            capital = sum(not token.is_lower for token in words)
            self._capitals[segment.first] = len(words) > 2 and capital >= 0.8 * len(words)
        return self._capitals[segment.first]

    def _is_person(self, mention: Mention) -> bool:
        return self._judged[self.words(mention)] > 0

    def _called_by_role(self, mention: Mention) -> bool:
        """Whether an office or occupation in lower case stands before the name or in apposition."""
        people = lexicon.words("roles", "people")
        before = self._doc[mention.first - 1] if mention.first else None
        if before is not None and before.lower_ in people:
            return True
        head = self._doc[mention.head]
        if head.dep_ == "appos" and head.head.lemma_.lower() in people:
            return True
        return any(child.dep_ == "appos" and child.lemma_.lower() in people for child in head.children)

    def _titled(self, mention: Mention) -> bool:
        """Whether a personal title stands right before the name."""
        before = self._doc[mention.first - 1].lower_.strip(".") if mention.first else ""
        return before in lexicon.words("roles", "personal_titles")

    def _enter_full(self, mention: Mention) -> None:
        words = self.words(mention)
        entity = next((e for e in self._by_surname.get(words[-1], ()) if _same_person(e.words, words)), None)
        if entity is None:
            entity = self._new(mention, words, person=True)
            self._by_surname.setdefault(words[-1], []).append(entity)
            self._by_first.setdefault(words[0], []).append(entity)
            if len(words) > 2 and words[-2] in _PARTICLES | {"kim"}:
                self._by_first.setdefault(words[-2], []).append(entity)
            for part in words[-1].split("-")[1:]:
                self._by_surname.setdefault(part, []).append(entity)
        self._prefer(entity, mention, words)
        self._add(entity, mention)

    def _prefer(self, entity: Entity, mention: Mention, words: tuple[str, ...]) -> None:
        """Keep the full form that the article prints most often, the longer one if both are as frequent."""
        printed = self._printed(mention)
        if words != entity.words and self._frequency(printed) > self._frequency(entity.name):
            entity.name, entity.words = printed, words

    def _frequency(self, name: str) -> tuple[int, int]:
        """How often the text prints a name, then its length."""
        return self._mentions.parse.text.count(name), len(name)

    def _complete(self, entity: Entity) -> None:
        """Take over the full name where it stands inside a quote only, as in an agency's words about a meeting."""
        text, skipped = self._mentions.parse.text, lexicon.words("roles", "titles") | lexicon.words("roles", "people")
        full = re.compile(rf"(?<=[\w,] )(?:[A-Z][\w’'-]+ ){{1,3}}{re.escape(entity.name)}\b")
        found = set()
        for mark in self._mentions.parse.marked:
            for match in full.finditer(text, mark.span.start, mark.span.end):
                *given, surname = match.group().split()
                found.add(" ".join([*(word for word in given if word.lower() not in skipped), surname]))
        if len(found) == 1 and " " in (name := found.pop()):
            entity.name, entity.words = name, tuple(name.lower().split())

    def _enter_short(self, mention: Mention) -> None:
        words = self.words(mention)
        entity = self._person_of(mention, words) or self._body_of(words)
        if entity is None:
            person = self._is_person(mention)
            entity = self._new(mention, words, person=person)
            entity.doubtful = not person and self._judged[words] > DOUBTFUL
            if person:
                self._by_surname.setdefault(words[-1], []).append(entity)
            else:
                self._bodies[words] = entity
        self._add(entity, mention)

    def _person_of(self, mention: Mention, words: tuple[str, ...]) -> Entity | None:
        """The person a surname or a given name alone stands for."""
        if len(words) > 1 and not self._titled(mention):
            return None
        held = [e for e in self._by_surname.get(words[-1], ()) if self._fits(e, mention)]
        held = held or [e for e in self._by_first.get(words[0], ()) if len(words) == 1]
        if not held:
            return None
        return max(held, key=lambda entity: self._nearness(entity, mention))

    def _fits(self, entity: Entity, mention: Mention) -> bool:
        title = self._doc[mention.first - 1].lower_.strip(".") if mention.first else ""
        wanted = _gender_of_word(title)
        if wanted is not None:
            return entity.gender in {None, wanted}
        if title not in lexicon.words("roles", "personal_titles") - _COURTESY:
            return True
        return not entity.roles & lexicon.words("roles", "personal_titles") or bool(expanded([title]) & entity.roles)

    def _nearness(self, entity: Entity, mention: Mention) -> tuple[bool, float]:
        """Who was named before counts more than who comes later; then whoever was named last, and often."""
        before = [m.head for m in entity.mentions if m.head < mention.head]
        distance = mention.head - before[-1] if before else entity.mentions[0].head - mention.head
        return bool(before), len(entity.mentions) * 3 - distance / 40

    def _body_of(self, words: tuple[str, ...]) -> Entity | None:
        plain = words[1:] if words[0] == "the" and len(words) > 1 else words
        known = self._bodies.get(plain) or self._bodies.get(words)
        if known is None and len(plain) == 1:
            return next((e for e in self._bodies.values() if _initials(e.words) == plain[0].replace(".", "")), None)
        return known

    def _new(self, mention: Mention, words: tuple[str, ...], person: bool) -> Entity:
        entity = Entity(self._printed(mention), words, SpeakerType.PERSON if person else SpeakerType.ORGANISATION)
        if person and len(words) > 1:
            entity.women += 2 * (words[0] in lexicon.words("given_names", "female"))
            entity.men += 2 * (words[0] in lexicon.words("given_names", "male"))
        self.entities.append(entity)
        return entity

    def introduce(self, mention: Mention, name: str) -> Entity:
        """Enter somebody whom the article describes and does not name."""
        entity = Entity(name, (), SpeakerType.ANONYMOUS)
        gender = _gender_of_word(self._doc[mention.head].lower_)
        entity.women, entity.men = 2.0 * (gender == "f"), 2.0 * (gender == "m")
        entity.roles = expanded(t.lower_ for t in self._doc[mention.first : mention.last + 1] if t.is_alpha)
        self.entities.append(entity)
        return entity

    def _add(self, entity: Entity, mention: Mention) -> None:
        entity.mentions.append(mention)
        self._by_head[mention.head] = entity
        self._describe(mention, entity)

    def _printed(self, mention: Mention) -> str:
        words = " ".join(mention.span.of(self._mentions.parse.text).split())
        words = words.removesuffix("’s").removesuffix("'s").strip(" ’‘'\"“”<>")
        return words.title() if words.isupper() and len(words) > 4 else words

    def _describe(self, mention: Mention, entity: Entity) -> None:
        """Add what the words around a mention say of its bearer."""
        if self._aged(mention):
            age = self._doc[mention.last + 2].text
            entity.roles |= {f"{age}-year-old", age}
        for first, last in self._descriptions(mention):
            tokens = [token for token in self._doc[first:last] if token.is_alpha or "-" in token.text]
            entity.roles.update(expanded(token.lower_ for token in tokens))
            entity.roles.update(expanded(token.lemma_.lower() for token in tokens))
            if {"vice", "deputy"} & {token.lower_ for token in tokens}:
                entity.roles -= {"president", "leader", "head", "ruler"}
            for token in tokens:
                gender = _gender_of_word(token.lower_) if entity.person else None
                entity.women += gender == "f"
                entity.men += gender == "m"
            if entity.role is None and any(_is_role(token) for token in tokens):
                entity.role = self._mentions.parse.words(first, last - 1).strip(" ,")

    def _descriptions(self, mention: Mention) -> Iterator[tuple[int, int]]:
        """Ranges of tokens that describe the bearer: before the name, in apposition, after "is"."""
        first = self._start_of_titles(mention)
        if first < mention.first:
            yield first, mention.first
        head = self._doc[mention.head]
        if head.dep_ == "appos" and head.head.pos_ == "NOUN":
            yield max(head.head.left_edge.i, head.head.i - ROLE_REACH), head.head.i + 1
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ in {"NOUN", "PROPN"}:
                yield child.left_edge.i, min(child.right_edge.i + 1, child.i + ROLE_REACH)
        equals = head.head.children if head.dep_ == "nsubj" and head.head.lemma_ == "be" else ()
        for child in equals:
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield max(child.left_edge.i, child.i - ROLE_REACH), child.i + 1

    def _start_of_titles(self, mention: Mention) -> int:
        """The first of the words before a name that belong to it."""
        first, last = mention.first, mention.last
        while first > max(0, mention.first - ROLE_REACH) and first <= self._doc[first - 1].head.i <= last:
            first -= 1
        return first


def expanded(words: Iterable[str]) -> set[str]:
    """The words with those that they stand for: titles written out, countries for nationalities and capitals."""
    found: set[str] = set()
    for word in words:
        plain = word.strip(".").casefold()
        found.add(plain)
        found.update(lexicon.pairs("roles", "stands_for").get(plain, ()))
        found.update(_nations().get(plain, ()))
    return found


@cache
def _nations() -> dict[str, tuple[str, ...]]:
    """For a nationality, a country or a capital the other words for the same state."""
    nations = lexicon.pairs("nations", "nations")
    same = [{adjective, *places} for adjective, places in nations.items()]
    return {word: tuple(words - {word}) for words in same for word in words}


def _has_who(verb: "Token") -> bool:
    return any(child.lower_ == "who" for child in verb.children)


def _given() -> frozenset[str]:
    return lexicon.words("given_names", "female") | lexicon.words("given_names", "male")


def _gender_of_word(word: str) -> str | None:
    plain = word.strip(".")
    if plain in lexicon.words("roles", "female"):
        return "f"
    return "m" if plain in lexicon.words("roles", "male") else None


def _is_role(token: "Token") -> bool:
    return token.lower_ in lexicon.words("roles", "people") or token.lower_.strip(".") in lexicon.words(
        "roles", "titles"
    )


def _same_person(known: Sequence[str], words: Sequence[str]) -> bool:
    """Whether two full names of one surname can be one person's: given names equal, short or initials."""
    if len(known) == 1 or len(words) == 1:
        return True
    a, b = known[0], words[0]
    if a == b:
        return True
    short = lexicon.pairs("given_names", "short")
    if short.get(a, (a,)) == short.get(b, (b,)):
        return True
    return (len(a) <= 2 or len(b) <= 2) and a[0] == b[0]


def _initials(words: Sequence[str]) -> str:
    letters = "".join(word[0] for word in words if word not in {"of", "the", "and", "for"})
    return letters if len(letters) > 1 else ""
