"""Everybody an article in French names or describes, each once, with gender and roles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.french.mentions import ROLES, Mentions, is_person, is_plural
from quotereview.model import SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

GIVEN = "fr/given_names"

_WOMEN, _MEN = ("une", "la", "cette", "sa", "ma", "notre"), ("un", "le", "ce", "cet", "son", "mon", "du", "au")
_LABEL_VOTES = {"PER": 2, "ORG": -2, "LOC": -2, "MISC": -1, "": 0}


@dataclass(slots=True)
class Entity:
    """One person or body: its fullest name, that name's words, gender ("f", "m" or None), roles as lower-case words."""

    name: str
    words: tuple[str, ...]
    type: SpeakerType
    gender: str | None = None
    role: str | None = None
    roles: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether "il" or "elle" can mean it as a person."""
        return self.type in {SpeakerType.PERSON, SpeakerType.ANONYMOUS}


class People:
    """The entities of one article, and which one each name stands for."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._by_first: dict[int, Entity] = {}
        self._known: dict[str, list[Entity]] = {}
        self.entities: list[Entity] = []
        names = [mention for mention in mentions if mention.form is Form.NAME]
        for mention in sorted(names, key=lambda m: (len(self.words(m)) == 1, m.first)):
            self._enter(mention)

    def of(self, mention: Mention) -> Entity | None:
        """The entity that a name stands for."""
        return self._by_first.get(mention.first)

    def persons(self) -> Iterator[Entity]:
        """The named people, in order of first mention by full name."""
        return (entity for entity in self.entities if entity.type is SpeakerType.PERSON)

    def introduce(self, mention: Mention, name: str, sort: SpeakerType) -> Entity:
        """Enter somebody whom the article describes and does not name."""
        head = self._doc[mention.head]
        entity = Entity(name, (), sort, gender_of(head))
        entity.roles = _words_of(self._doc[mention.first : mention.head + 1])
        entity.mentions.append(mention)
        self.entities.append(entity)
        return entity

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The words of a name in lower case."""
        return tuple(token.lower_ for token in self._doc[mention.first : mention.last + 1] if token.text != "-")

    def _enter(self, mention: Mention) -> None:
        words = self.words(mention)
        alike = self._known.get(words[-1], [])
        entity = next((known for known in alike if self._is_same(known, words, mention)), None)
        if entity is None:
            sort = SpeakerType.PERSON if self._is_person(mention, words) else SpeakerType.ORGANISATION
            entity = Entity(self._printed(mention), words, sort)
            self.entities.append(entity)
            for word in {words[0], words[-1]}:
                self._known.setdefault(word, []).append(entity)
        entity.mentions.append(mention)
        self._by_first[mention.first] = entity
        entity.gender = entity.gender or self._titled_gender(mention) or _given_gender(words)
        self._describe(entity, mention)

    def _is_same(self, known: Entity, words: tuple[str, ...], mention: Mention) -> bool:
        """Whether a name is that of a known entity, or its last word alone, of the gender that the title tells."""
        if known.words == words:
            return True
        short = len(words) < len(known.words) and known.words[-len(words) :] == words
        title = self._titled_gender(mention)
        first = known.type is SpeakerType.PERSON and words == known.words[:1]
        return (short or first) and (title is None or known.gender in {None, title})

    def _is_person(self, mention: Mention, words: tuple[str, ...]) -> bool:
        if words[0] == "le" or words[0] == "la":
            return False
        vote = _LABEL_VOTES.get(mention.label, 0)
        vote += 3 * (self._titled(mention) is not None or self._mentions.role_beside(mention) is not None)
        vote += 2 * (len(words) > 1 and _given_gender(words) is not None)
        vote -= 3 * self._is_body(mention)
        return vote > 0 or (
            vote == 0 and len(words) in {2, 3} and not mention.span.of(self._mentions.parse.text).isupper()
        )

    def _is_body(self, mention: Mention) -> bool:
        """Whether the word before a name says that it is a firm, an agency or the like, or an article stands there."""
        before = self._doc[mention.first - 1] if mention.first else None
        if before is None:
            return False
        body = before.pos_ == "NOUN" and before.lemma_.lower() in lexicon.words(ROLES, "organisations")
        return body or before.lower_ in {"le", "la", "l'", "les", "au", "aux", "du"}

    def _titled(self, mention: Mention) -> str | None:
        """The title right before a name, in lower case."""
        before = self._doc[mention.first - 1].lower_.strip(".") if mention.first else ""
        return before if before in lexicon.words(ROLES, "titles") else None

    def _titled_gender(self, mention: Mention) -> str | None:
        title = self._titled(mention)
        if title in lexicon.words(ROLES, "courtesy_female"):
            return "f"
        return "m" if title in lexicon.words(ROLES, "courtesy_male") else None

    def _describe(self, entity: Entity, mention: Mention) -> None:
        """Add what the description beside a name says of its bearer."""
        role = self._mentions.role_beside(mention)
        if role is None:
            return
        tokens = self._mentions.parse.tokens(role.phrase)
        entity.roles |= _words_of(tokens) if tokens is not None else set()
        entity.gender = entity.gender or gender_of(self._doc[role.head])
        if entity.role is None:
            entity.role = without_article(role.phrase.of(self._mentions.parse.text))

    def _printed(self, mention: Mention) -> str:
        words = " ".join(mention.span.of(self._mentions.parse.text).split())
        return words.title() if words.isupper() and len(words) > 5 else words


def gender_of(noun: "Token") -> str | None:
    """The gender that a noun's article tells, else its own form."""
    article = next((child.lower_ for child in noun.lefts if child.pos_ in {"DET", "ADP"}), "")
    if article in _WOMEN and article not in {"sa", "notre"}:
        return "f"
    if article in _MEN and article != "son":
        return "m"
    told = noun.morph.get("Gender", [])
    return {"Fem": "f", "Masc": "m"}.get(told[0]) if told and is_person(noun) and not is_plural(noun) else None


def without_article(words: str) -> str:
    """A description without the article before it."""
    plain = " ".join(words.split())
    for article in ("le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ", "du "):
        if plain.lower().startswith(article):
            return plain[len(article) :]
    return plain


def _given_gender(words: tuple[str, ...]) -> str | None:
    """The gender of a given name, by the French lists and then by the English ones."""
    if len(words) < 2:
        return None
    for name in (GIVEN, "given_names"):
        for section, gender in (("female", "f"), ("male", "m")):
            if words[0] in lexicon.words(name, section):
                return gender
    return None


def _words_of(tokens: "Iterable[Token]") -> set[str]:
    """The words of a description, each as it stands and in its basic form."""
    found: set[str] = set()
    for token in tokens:
        if token.is_alpha and token.pos_ in {"NOUN", "ADJ", "PROPN"}:
            found |= {token.lower_, token.lemma_.lower()}
    return found
