"""Everybody an article names: each person and body once, with all forms of the name and what is said of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.entities import (
    NAME_TELLS,
    Entity,
    expanded,
    gender_of_name,
    gender_of_word,
    given_names,
    nations,
)
from quotereview.detection.namesakes import HE, SHE, Namesakes
from quotereview.detection.personhood import COURTESY, Personhood
from quotereview.detection.roles import describe, names_a_role, seat, word_of
from quotereview.model import SpeakerType

SPELT_ALIKE = 0.85  # two surnames so alike are taken for one, misspelt once
LONG_SURNAME = 6  # letters from which that holds
OWN_PRONOUN = 0.6  # what a pronoun in the sentence of a lone name tells of its gender

_EDGES = "’‘'\"“”<>,()[]=*&_–—-"
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "’s", "'s"})
_RANKS = frozenset({"top", "senior", "veteran", "longtime", "fellow", "rival"})
_PARTICLES = frozenset({"de", "la", "von", "van", "der", "den", "al", "bin", "el", "di", "da", "del", "du", "le"})
_OWNED = frozenset({"run", "owned", "backed", "based", "led", "controlled", "funded", "affiliated", "linked"})


class Register:
    """The entities of one article, and which one each name mention stands for."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._words: dict[tuple[int, int], tuple[str, ...]] = {}  # by first and last token
        self._by_head: dict[int, Entity] = {}
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._bodies: dict[tuple[str, ...], Entity] = {}
        self._by_initials: dict[str, Entity] = {}
        self._namesakes = Namesakes(mentions)
        self.entities: list[Entity] = []
        names = [m for m in mentions if m.form is Form.NAME]
        names += [label for label in mentions.labels.values() if mentions.at(label.head) is None]
        self._personhood = Personhood(mentions, {m.head: self.words(m) for m in names}, names)
        self._enter(names)

    def of(self, mention: Mention) -> Entity | None:
        """The entity a name stands for."""
        return self._by_head.get(mention.head)

    def known(self, mention: Mention) -> Entity | None:
        """The entity that a name met outside the reporter's text stands for, such as a transcript's label."""
        words = self.words(mention)
        return self._person_of(mention, words) or self._body_of(words) or self._within(mention, words)

    def abbreviated(self, initials: str) -> Entity | None:
        """The body whose initials a word is."""
        return self._body_of((initials.lower(),)) if initials.isupper() and len(initials) > 1 else None

    def persons(self) -> Iterator[Entity]:
        """The named people among the entities, in order of first mention by full name."""
        return (entity for entity in self.entities if entity.type is SpeakerType.PERSON)

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The words of a name in lower case, without possessive and suffix."""
        place = mention.first, mention.last
        if place not in self._words:
            self._words[place] = self._words_of(mention)
        return self._words[place]

    def _words_of(self, mention: Mention) -> tuple[str, ...]:
        tokens = [self._doc[i].lower_ for i in range(self.first(mention), mention.last + 1)]
        tokens += filter(None, [self._shared_surname(mention).lower()])
        found = [token.strip(_EDGES + ".") for token in tokens if token.strip(".") not in _SUFFIXES]
        return tuple(word for word in found if word) or (tokens[0],)

    def introduce(self, mention: Mention, entity: Entity) -> Entity:
        """Enter somebody whom the article describes and does not name, with what the description tells."""
        gender = gender_of_word(self._doc[mention.head].lower_)
        if gender is not None:
            entity.seems(gender, 2.0)
        entity.roles = expanded(word_of(token) for token in self._doc[mention.first : mention.last + 1])
        _drop_chief(entity)
        self.entities.append(entity)
        return entity

    def learn_genders(self) -> None:
        """Learn from sentences that name one person and go on with "he" or "she"."""
        named = ((self._doc[head].sent.start, head, entity) for head, entity in self._by_head.items() if entity.person)
        sentences: dict[int, list[tuple[int, Entity]]] = {}
        for start, head, entity in named:
            sentences.setdefault(start, []).append((head, entity))
        for start, held in sentences.items():
            if len({id(entity) for _, entity in held}) == 1 and held[0][1].gender is None:
                first, entity = min(held, key=lambda pair: pair[0])
                after = [token for token in self._doc[start].sent if token.i > first]
                for gender, words in (("m", HE), ("f", SHE)):
                    entity.seems(gender, OWN_PRONOUN * any(token.lower_ in words for token in after))

    def _enter(self, names: Sequence[Mention]) -> None:
        """Enter the names of the text, then those of headlines, where any words look like a name."""
        full = [m for m in names if len(self.words(m)) > 1 and self._personhood.person(self.words(m))]
        headed = {m.head for m in names if self._personhood.in_capitals(m) and not self._is_plain(m)}
        self._enter_plain([m for m in names if m.head not in headed], [m for m in full if m.head not in headed])
        for mention in full:
            if mention.head in headed:
                self._enter_headed(mention)
        for mention in names:
            if mention.head not in self._by_head:
                self._enter_short(mention)
        for entity in self.persons():
            if len(entity.words) == 1:
                self._complete(entity)

    def _enter_plain(self, names: Sequence[Mention], full: Sequence[Mention]) -> None:
        """Full names first, then surnames and the like; of these first those behind "Mr", which tells a gender."""
        for mention in full:
            self._enter_full(mention)
        rest = [mention for mention in names if mention.head not in self._by_head]
        for mention in sorted(rest, key=lambda m: not self._personhood.courteous(m)):
            self._enter_short(mention)

    def _shared_surname(self, mention: Mention) -> str:
        """The surname that a given name shares with the name it is joined with (Tom and Jim Holt); else nothing."""
        behind = self._doc[mention.last + 1 : mention.last + 4]
        if mention.first < mention.last or len(behind) < 3 or behind[0].lower_ != "and":
            return ""
        given = self._doc[mention.first].lower_ in given_names() and behind[1].lower_ in given_names()
        return behind[2].text if given and behind[2].is_title and behind[2].pos_ == "PROPN" else ""

    def _is_plain(self, mention: Mention) -> bool:
        """Whether a name is a given name and one more word, and can be trusted even in a headline."""
        words = self.words(mention)
        return len(words) == 2 and words[0] in given_names() and words[1] not in given_names()

    def first(self, mention: Mention) -> int:
        """The token with which a name proper begins: past marks, and past what tells whose it is.

        State-run Radio Ulm is Radio Ulm, the President of Ulm Ana Faro is Ana Faro.
        """
        first = mention.first
        for i in range(mention.first + 1, mention.last):
            if self._doc[i].lower_ in _OWNED and self._doc[i - 1].text == "-":
                first = i + 1
        if mention.first > 1 and mention.last - first >= 2 and self._doc[first - 1].lower_ == "of":
            first += names_a_role(self._doc[first - 2])
        while first < mention.last and self._doc[first].lower_ in _RANKS:
            first += 1
        if first == mention.first and first and self._is_given(first - 1, mention):
            first -= 1
        while first < mention.last and not any(letter.isalnum() for letter in self._doc[first].text):
            first += 1
        return first

    def _is_given(self, place: int, mention: Mention) -> bool:
        """Whether a token is the given name that the parse parted from the name behind it."""
        token = self._doc[place]
        return (
            token.is_title and token.lower_ in given_names() and token.head.i in range(mention.first, mention.last + 1)
        )

    def _enter_full(self, mention: Mention) -> None:
        words = self.words(mention)
        entity = next((e for e in self._by_surname.get(words[-1], ()) if _same_person(e.words, words)), None)
        if entity is None:
            entity = self._new(mention, words, person=True)
            self._index(entity, words)
        self._prefer(entity, mention, words)
        self._add(entity, mention)

    def _index(self, entity: Entity, words: tuple[str, ...]) -> None:
        self._by_surname.setdefault(words[-1], []).append(entity)
        self._by_first.setdefault(words[0], []).append(entity)
        if len(words) > 2 and words[-2] in _PARTICLES | {"kim"}:
            self._by_first.setdefault(words[-2], []).append(entity)
        for part in words[-1].split("-")[1:]:
            self._by_surname.setdefault(part, []).append(entity)

    def _enter_headed(self, mention: Mention) -> None:
        """Enter a name of a headline: somebody known whose name is among its words, else a name of its own."""
        entity = self._within(mention, self.words(mention))
        if entity is None:
            self._enter_full(mention)
        else:
            self._name_in_full(entity, mention)
            self._add(entity, mention)

    def _name_in_full(self, entity: Entity, mention: Mention) -> None:
        """Take over a given name that only a headline prints (Ana Faro Blames the Ferry)."""
        words = self._printed(mention).split()
        plain = [word.lower() for word in words]
        place = plain.index(entity.words[0]) if len(entity.words) == 1 and entity.words[0] in plain else 0
        if place and plain[place - 1] in given_names():
            entity.name, entity.words = " ".join(words[place - 1 : place + 1]), tuple(plain[place - 1 : place + 1])

    def _within(self, mention: Mention, words: tuple[str, ...]) -> Entity | None:
        """Whoever's full name, or else surname, is among the words; the nearest."""
        for size in range(len(words) - 1, 0, -1):
            for first in range(len(words) - size + 1):
                part = words[first : first + size]
                held = [e for e in self._by_surname.get(part[-1], ()) if size == 1 or e.words[-size:] == part]
                if held:
                    return self._namesakes.meant(mention, held)
        return None

    def _prefer(self, entity: Entity, mention: Mention, words: tuple[str, ...]) -> None:
        """Keep the full form that the article prints most often, the longer one if both are as frequent."""
        printed = self._printed(mention)
        if _is_part(words, entity.words):
            return
        if words != entity.words and (
            _is_part(entity.words, words) or self._frequency(printed) > self._frequency(entity.name)
        ):
            entity.name, entity.words = printed, words

    def _frequency(self, name: str) -> tuple[int, int]:
        """How often the text prints a name, then its length."""
        return self._mentions.parse.text.count(name), len(name)

    def _complete(self, entity: Entity) -> None:
        """Take over the full name where it stands inside a quote only, as in an agency's words about a meeting."""
        found = {name for name in self._fuller(entity) if " " in name}
        if len(found) == 1:
            entity.name = found.pop()
            entity.words = tuple(entity.name.lower().split())

    def _fuller(self, entity: Entity) -> Iterator[str]:
        """Longer forms of a name that the parse did not show: inside quotes, or behind a word in lower case."""
        text, name = self._mentions.parse.text, re.escape(entity.name)
        for mark in self._mentions.parse.marked:
            for match in re.compile(rf"(?:[A-Z][\w’'-]+ ){{1,3}}{name}\b").finditer(
                text, mark.span.start, mark.span.end
            ):
                *given, surname = match.group().split()
                if match.start() == mark.span.start and given[0].lower() not in given_names():
                    del given[0]
                yield " ".join([*(word for word in given if not _describes(word.lower())), surname])
        for match in re.finditer(rf"\b[a-z][\w’'-]*,? ([A-Z][\w’'-]+) {name}\b", text):
            if not _describes(match[1].lower()):
                yield f"{match[1]} {entity.name}"

    def _enter_short(self, mention: Mention) -> None:
        words = self.words(mention)
        entity = self._person_of(mention, words) or self._body_of(words)
        person = self._personhood.person(words)
        if entity is None and (person or self._personhood.in_headline(mention)):
            entity = self._misspelt(words) or (self._within(mention, words) if len(words) > 1 else None)
        if entity is None:
            entity = self._new(mention, words, person=person)
            entity.doubtful = self._personhood.doubtful(words)
            if person:
                self._by_surname.setdefault(words[-1], []).append(entity)
            else:
                self._bodies[words] = entity
                self._by_initials.setdefault(_initials(entity.words), entity)
        self._add(entity, mention)

    def _misspelt(self, words: tuple[str, ...]) -> Entity | None:
        """The person whose surname a long single name resembles so much that one of the two is misspelt."""
        if len(words) > 1 or len(words[0]) < LONG_SURNAME:
            return None
        alike = (
            surname
            for surname, held in self._by_surname.items()
            if len(held[0].words) > 1 and surname[0] == words[0][0] and len(surname) >= LONG_SURNAME
        )
        near = [s for s in alike if SequenceMatcher(None, s, words[0]).ratio() >= SPELT_ALIKE]
        return self._by_surname[near[0]][0] if len(near) == 1 else None

    def _person_of(self, mention: Mention, words: tuple[str, ...]) -> Entity | None:
        """The person a surname or a given name alone stands for."""
        known = self._by_surname.get(words[-1], ())
        if len(words) > 1 and not self._personhood.titled(mention):
            held = [entity for entity in known if _is_part(words, entity.words)]
        else:
            held = [entity for entity in known if self._fits(entity, mention)]
        held = held or [e for e in self._by_first.get(words[0], ()) if len(words) == 1]
        return self._namesakes.meant(mention, held) if held else None

    def _fits(self, entity: Entity, mention: Mention) -> bool:
        title = self._doc[mention.first - 1].lower_.strip(".") if mention.first else ""
        wanted = gender_of_word(title)
        if wanted is not None:
            return entity.may_be(wanted)
        if title not in lexicon.words("roles", "personal_titles") - COURTESY:
            return True
        return not entity.roles & lexicon.words("roles", "personal_titles") or bool(expanded([title]) & entity.roles)

    def _body_of(self, words: tuple[str, ...]) -> Entity | None:
        plain = words[1:] if words[0] == "the" and len(words) > 1 else words
        known = self._bodies.get(plain) or self._bodies.get(words)
        return self._by_initials.get(plain[0].replace(".", "")) if known is None and len(plain) == 1 else known

    def _new(self, mention: Mention, words: tuple[str, ...], person: bool) -> Entity:
        name = self._printed(mention)
        name = name.title() if person and name.isupper() and len(name) > 4 else name
        entity = Entity(name, words, SpeakerType.PERSON if person else SpeakerType.ORGANISATION)
        gender = gender_of_name(words[0]) if person else None
        if gender is not None:
            entity.seems(gender, NAME_TELLS)
        self.entities.append(entity)
        return entity

    def _add(self, entity: Entity, mention: Mention) -> None:
        entity.mentions.append(mention)
        self._by_head[mention.head] = entity
        self._describe(mention, entity)

    def _printed(self, mention: Mention) -> str:
        words = " ".join(self._mentions.parse.words(self.first(mention), mention.last).split())
        words = words.removesuffix("’s").removesuffix("'s").strip(f" {_EDGES}").lstrip(".")
        words = f"{words} {self._shared_surname(mention)}".rstrip()
        return words.title() if words.isupper() and any(len(word) > 3 for word in words.split()[:-1]) else words

    def _describe(self, mention: Mention, entity: Entity) -> None:
        """Add what the words around a mention say of its bearer."""
        if self._personhood.aged(mention):
            age = self._doc[mention.last + 2].text
            entity.roles |= {f"{age}-year-old", age}
        entity.roles |= seat(self._mentions.parse.text, mention.span.end)
        for first, last in describe(self._doc, mention, self.first(mention)):
            tokens = [token for token in self._doc[first:last] if word_of(token)]
            entity.roles.update(expanded(token.lower_ for token in tokens))
            entity.roles.update(expanded(token.lemma_.lower() for token in tokens))
            for gender in filter(None, (gender_of_word(token.lower_) for token in tokens)):
                entity.seems(gender, float(entity.person))
            if entity.role is None and any(names_a_role(token) for token in tokens):
                entity.role = self._mentions.parse.words(first, last - 1).strip(" ,")
        _drop_chief(entity)


def _describes(word: str) -> bool:
    """Whether a capitalised word before a surname is rather a title, an office or a place than a given name."""
    sections = ("titles", "people", "organisations", "not_people")
    placed = word in nations() or word in lexicon.pairs("nations", "places")
    return placed or any(word in lexicon.words("roles", section) for section in sections)


def _drop_chief(entity: Entity) -> None:
    """A vice president is no president."""
    if entity.roles & {"vice", "deputy", "vice-president"}:
        entity.roles -= {"president", "premier", "leader", "head", "ruler", "executive"}


def _same_person(known: Sequence[str], words: Sequence[str]) -> bool:
    """Whether two full names of one surname can be one person's: given names equal, short or initials, or left out."""
    if len(known) == 1 or len(words) == 1:
        return True
    if _is_part(known, words) or _is_part(words, known):
        return True
    a, b = known[0], words[0]
    if a == b:
        return True
    short = lexicon.pairs("given_names", "short")
    if short.get(a, (a,)) == short.get(b, (b,)):
        return True
    return (len(a) <= 2 or len(b) <= 2) and a[0] == b[0]


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name of several words ends a longer one (Suu Kyi, Aung San Suu Kyi) and begins with no given name."""
    ends = 1 < len(words) < len(whole) and tuple(whole[-len(words) :]) == tuple(words)
    return ends and words[0] not in given_names()


def _initials(words: Iterable[str]) -> str:
    letters = "".join(word[0] for word in words if word not in {"of", "the", "and", "for"})
    return letters if len(letters) > 1 else ""
