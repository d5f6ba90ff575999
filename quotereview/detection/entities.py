"""One person or body that an article names or describes, and what words tell of gender, office and country."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Mention
from quotereview.model import SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token


NAME_TELLS = 2.0  # what a given name counts for a gender; a title or a noun like "spokesman" counts 1 each


@dataclass(slots=True)
class Entity:
    """One person or body: ``words`` of its fullest name, the offsets of its mentions, its roles as lower-case words.

    ``women`` and ``men`` count what speaks for either gender; ``doubtful``: a body that may prove to be a person.
    ``pointed``: somebody whom a headline describes and who is likely named below.
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
    pointed: bool = False

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

    @property
    def office(self) -> str | None:
        """The role as printed, unless it is no more than how one is addressed, or when something was so."""
        addresses = lexicon.words("roles", "addresses")
        told = self.role and any(word.strip(".,").lower() not in addresses for word in self.role.split())
        return self.role if told else None

    def may_be(self, gender: str | None) -> bool:
        """Whether nothing known of it speaks against ``gender``; None stands for either."""
        return gender is None or self.gender in {None, gender}

    def seems(self, gender: str, amount: float) -> None:
        """Count ``amount`` for "f" or "m"."""
        self.women += amount * (gender == "f")
        self.men += amount * (gender == "m")


def expanded(words: Iterable[str]) -> set[str]:
    """The words with those that they stand for: titles written out, countries for nationalities and capitals."""
    found: set[str] = set()
    for word in words:
        plain = word.strip(".").casefold()
        found.add(plain)
        found.update(lexicon.pairs("roles", "stands_for").get(plain, ()))
        found.update(nations().get(plain, ()))
    return found


@cache
def nations() -> dict[str, tuple[str, ...]]:
    """For a nationality, a country or a capital the other words for the same state."""
    listed = lexicon.pairs("nations", "nations")
    same = [{adjective, *places} for adjective, places in listed.items()]
    return {word: tuple(words - {word}) for words in same for word in words}


@cache
def people() -> frozenset[str]:
    """The nouns that mean a person: offices, occupations, relations."""
    return lexicon.words("roles", "people") | lexicon.words("roles", "female") | lexicon.words("roles", "male")


@cache
def given_names() -> frozenset[str]:
    """The given names of women and men and those in use for both."""
    return frozenset().union(*(lexicon.words("given_names", section) for section in ("female", "male", "both")))


def gender_of_word(word: str) -> str | None:
    """The gender that a title or a noun such as "spokeswoman" tells."""
    plain = word.strip(".")
    if plain in lexicon.words("roles", "female"):
        return "f"
    return "m" if plain in lexicon.words("roles", "male") else None


def gender_of_name(given: str) -> str | None:
    """The gender that a given name in lower case tells; of a double name its first part counts."""
    for name in (given, given.split("-", maxsplit=1)[0]):
        if name in lexicon.words("given_names", "female"):
            return "f"
        if name in lexicon.words("given_names", "male"):
            return "m"
    return None


def is_person_noun(token: "Token") -> bool:
    """Whether a noun means one person: an office, an occupation, a relation, a nationality, an age."""
    lemma = token.lemma_.lower()
    known = bool({lemma, token.lower_} & people()) or token.lower_ in lexicon.pairs("nations", "nations")
    return known or lemma == "old" or lemma.endswith("-old")
