"""What the register asks of the names of people, and what each question explains."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotereview.review.people import Person, Suggestion
from quotereview.ui import people_words

RULED_NAMES_STAY = "Quotes keep the names that were ruled."


class Question(StrEnum):
    """What is asked about a person."""

    SAME = "who is the same"
    SPLIT = "which name is another person's"
    PART = "whose the marked quotes are"
    RENAME = "by which name to go"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its words, a line that explains it, and what stands in the line to begin with.

    ``names`` are those that may be the answer, ``first`` those that are listed before anything is written.
    """

    question: Question
    person: Person
    words: str
    below: str
    written: str = ""
    names: Sequence[str] = ()
    first: Sequence[str] = ()


def same(person: Person, suggestion: Suggestion | None, names: Sequence[str]) -> Asked:
    """Who is the same person; ``names`` are everybody's."""
    below = people_words.maybe(suggestion) if suggestion else RULED_NAMES_STAY
    others = [name for name in names if name not in person.names]
    first = (suggestion.other,) if suggestion else ()
    return Asked(Question.SAME, person, f"{person.name} is the same person as", below, "", others, first)


def split(person: Person) -> Asked:
    """Which of the names is another person's."""
    below = "To part the quotes of two people of one name, mark quotes with Space first."
    words = "Another person’s is the name"
    return Asked(Question.SPLIT, person, words, below, "", person.names, person.aliases)


def part(person: Person, marked: int, names: Sequence[str]) -> Asked:
    """Under which name somebody else said so many marked quotes."""
    many = f"{marked:,} marked quotes" if marked > 1 else "marked quote"
    below = "A name that tells the two apart, such as “Jan Berg (Oslo)”; quotes that are open stay open."
    words = f"The {many} of {person.name}: somebody else’s, named"
    return Asked(Question.PART, person, words, below, person.name, names)


def rename(person: Person) -> Asked:
    """By which name the person goes."""
    words = f"{person.name} goes by the name"
    return Asked(Question.RENAME, person, words, RULED_NAMES_STAY, person.name, person.names, person.aliases)
