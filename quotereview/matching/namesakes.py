"""Which names may be the same person's, or the same organisation's, and why."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from quotereview.matching.names import titles
from quotereview.wording.words import folded

CROWD = 40
"""Of how many names that share a word each two are looked at; more share it by chance."""

ONE_LETTER, TWO_LETTERS = 4, 8
"""How long a surname is at least that may be spelled otherwise by one letter, and by two."""

GIVEN = 6
"""How long a given name is at least that may be spelled otherwise."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two names that may be the same one's, and why, the surest reasons having the lowest ``rank``."""

    one: str
    other: str
    reason: str
    rank: int


def likely_same(names: Mapping[str, Collection[str]]) -> tuple[Likely, ...]:
    """The names that may be the same one's, the likeliest first; each name with the articles (ids) that have it."""
    words = {name: _words(name) for name in names}
    found: dict[frozenset[str], Likely] = {}
    for likely in (*_alike(words), *_within(words, names), *_initialisms(words)):
        found.setdefault(frozenset((likely.one, likely.other)), likely)
    return tuple(sorted(found.values(), key=lambda likely: (likely.rank, likely.one, likely.other)))


def _alike(words: Mapping[str, Words]) -> Iterator[Likely]:
    """Names that are much the same word by word."""
    keys: tuple[Callable[[Words], Hashable], ...] = (
        "".join,
        frozenset,
        lambda parts: (parts[-1], parts[0][0]),
        lambda parts: (parts[0], parts[-1][0]),
    )
    for key in keys:
        for one, other in _pairs(words, key):
            for rank, rule in enumerate(_RULES):
                if reason := rule(words[one], words[other]):
                    yield Likely(one, other, reason, rank)
                    break


def _pairs(words: Mapping[str, Words], key: Callable[[Words], Hashable]) -> Iterator[tuple[str, str]]:
    sharing: defaultdict[Hashable, list[str]] = defaultdict(list)
    for name, parts in words.items():
        if parts:
            sharing[key(parts)].append(name)
    for names in sharing.values():
        if len(names) <= CROWD:
            yield from combinations(names, 2)


def _same_letters(one: Words, other: Words) -> str:
    return "the same name but for accents, hyphens or a title" if "".join(one) == "".join(other) else ""


def _same_words(one: Words, other: Words) -> str:
    return "the same words in another order" if len(one) > 1 and sorted(one) == sorted(other) else ""


def _same_initials(one: Words, other: Words) -> str:
    """The same surname, and given names of which one is the other's initial or is left out."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return ""
    short, long = sorted((one[:-1], other[:-1]), key=lambda given: (len(given), len("".join(given))))
    if not _may_stand_for(short[0], long[0]) or not _in_order(short, long):
        return ""
    if len(short) < len(long) and short[0] == long[0]:
        return "the same name with another one in the middle"
    initial, given = sorted((short[0], long[0]), key=len)
    return f"the same surname, and “{initial.upper()}.” may stand for “{given.capitalize()}”"


def _in_order(short: Words, long: Words) -> bool:
    left = iter(long)
    return all(any(_may_stand_for(given, other) for other in left) for given in short)


def _may_stand_for(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _spelled_otherwise(one: Words, other: Words) -> str:
    """All but one of the names alike, and that one a letter or two apart."""
    if len(one) < 2 or len(one) != len(other):
        return ""
    apart = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    if len(apart) != 1:
        return ""
    mine, theirs = apart[0]
    shortest = min(len(mine), len(theirs))
    if (mine, theirs) == (one[-1], other[-1]):
        letters = 0 if shortest < ONE_LETTER else 1 if shortest < TWO_LETTERS else 2
    else:
        letters = 1 if shortest >= GIVEN and mine[-1:] + theirs[-1:] not in ("ao", "oa") else 0
    return "one of the names spelled otherwise" if 0 < distance(mine, theirs, letters) <= letters else ""


_RULES = (_same_letters, _same_words, _same_initials, _spelled_otherwise)


@lru_cache(maxsize=16384)
def distance(one: str, other: str, most: int) -> int:
    """How many letters are to be changed, put in or left out to make one word of the other; ``most + 1`` for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row = row, [at]
        for place, there in enumerate(other, 1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != there)))
        if min(row) > most:
            return most + 1
    return row[-1]


def _within(words: Mapping[str, Words], names: Mapping[str, Collection[str]]) -> Iterator[Likely]:
    """Names of one word that are part of the only longer name with that word in one of their articles."""
    places = [(name, article) for name in words for article in names[name]]
    longer: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name, article in places:
        if len(words[name]) > 1:
            longer[article, words[name][0]].add(name)
            longer[article, words[name][-1]].add(name)
    for name, article in places:
        if len(words[name]) == 1 and len(found := longer[article, words[name][0]]) == 1:
            yield Likely(name, min(found), "part of the name, and both are in one article", len(_RULES))


def _initialisms(words: Mapping[str, Words]) -> Iterator[Likely]:
    """Names in capitals that are made of the first letters of another name."""
    long: defaultdict[str, list[str]] = defaultdict(list)
    for name in words:
        long[_first_letters(name.split())].append(name)
    for name in words:
        if name.isalpha() and name.isupper() and len(name) > 2:
            for other in long[name]:
                yield Likely(name, other, "its first letters", len(_RULES))


def _first_letters(parts: Iterable[str]) -> str:
    return "".join(part[0] for part in parts if part[0].isupper())


def _words(name: str) -> Words:
    """The words of a name, titles left out."""
    parts = folded(name)
    return tuple(part for part in parts if part not in titles()) or parts
