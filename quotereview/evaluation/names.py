"""When a name answers a name."""

import re
from dataclasses import dataclass

from quotereview.evaluation.gold import Resolved
from quotereview.model import SpeakerType

_TITLES = """
the a an mr mrs ms miss dr sir dame lord lady president prime minister premier senator sen rep representative gov
governor secretary chancellor king queen prince princess general gen colonel col captain judge justice professor prof
pope former then
"""
TITLES = frozenset(_TITLES.split())
"""Words that make no name another one."""

_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a proposed name is right: ``full`` as the full name, ``known`` as any name that the article uses."""

    full: bool
    known: bool


def words(name: str) -> list[str]:
    """The words by which a name is compared: folded, without articles and titles unless it has no others."""
    found = _WORD.findall(name.casefold().replace("’", "'"))
    return [word for word in found if word.removesuffix("'s") not in TITLES] or found


def same(a: str, b: str) -> bool:
    """Whether two names have the same words."""
    return bool(words(a)) and words(a) == words(b)


def answer(passage: Resolved, name: str | None, text: str) -> Answer:
    """How right a proposed speaker is; a description has no full form, so any of its names is right in full.

    No name at all is right where the gold says that nobody is one of the answers.
    """
    if not name:
        return Answer(None in passage.names, None in passage.names)
    full = any(same(name, right) for right in passage.names if right)
    printed = (passage.mention.of(text),) if passage.mention else ()
    known = full or any(same(name, alias) for alias in (*passage.aliases, *printed))
    described = passage.speaker_type not in {SpeakerType.PERSON, None}
    return Answer(known if described else full, known)


def carries(name: str, passage: Resolved) -> bool:
    """Whether a proposed carrier is right: its words hold those of an answer, or are held by them."""
    mine = set(words(name))
    return bool(mine) and any(_holds(mine, set(words(right))) for right in passage.carriers if right)


def _holds(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a
