"""By which of its words a passage is found again in a full-text index, also where some of them are other ones."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotereview.wording.grams import EVERYDAY
from quotereview.wording.words import RAREST, Word, rarity, words

MOST = 32
"""So many phrases are asked for at most, the most telling ones; each more costs time and hardly finds anything."""

APART = 4
"""Up to how many words from one telling word to the next both are looked for together."""

Phrase = tuple[str, ...]
"""Stretches of the text, as printed, that stand near each other: one, or two."""


def phrases(text: str) -> tuple[Phrase, ...]:
    """What to look for to find the words of a text again, the most telling first; nothing for no word.

    Two telling words that are near each other; three in a row of which no two are telling; a word that no list knows,
    such as a name, where the other words are known; and the whole of a text of one or two words.
    """
    found = words(text)
    if len(found) < 3:
        return ((_printed(text, found),),) if found else ()
    told = sorted((*_telling(text, found), *_others(text, found)), key=lambda phrase: -phrase[0])
    return tuple(dict.fromkeys(phrase for _, phrase in told))[:MOST]


def _telling(text: str, found: Sequence[Word]) -> Iterator[tuple[int, Phrase]]:
    places = [place for place, word in enumerate(found) if rarity(word.folded) > EVERYDAY]
    for one, other in pairwise(places):
        bits = rarity(found[one].folded) + rarity(found[other].folded)
        if found[one].end == found[other].start:  # of a script that does not part words
            yield bits, (_printed(text, found[one : other + 1]),)
        elif other - one <= APART:
            yield bits, (_printed(text, found[one : one + 1]), _printed(text, found[other : other + 1]))


def _others(text: str, found: Sequence[Word]) -> Iterator[tuple[int, Phrase]]:
    bits = [rarity(word.folded) for word in found]
    for place in range(len(found) - 2):
        if sum(rare > EVERYDAY for rare in bits[place : place + 3]) < 2:
            yield sum(bits[place : place + 3]), (_printed(text, found[place : place + 3]),)
    unknown = [word for word, rare in zip(found, bits, strict=True) if rare >= RAREST and len(word.folded) > 1]
    if 2 * len(unknown) <= len(found):  # else it is another language, of which no word is known
        yield from ((RAREST, (_printed(text, [word]),)) for word in unknown)


def _printed(text: str, found: Sequence[Word]) -> str:
    return text[found[0].start : found[-1].end]
