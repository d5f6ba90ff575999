"""In what two versions of a quote differ, each difference by its kind and with the words of both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quotereview.folding import bare
from quotereview.matching.cues import negations, turned, turns_round
from quotereview.matching.stretches import Part, Stretch, stretches
from quotereview.matching.tenses import auxiliary, other_tense, same_stems
from quotereview.model import Deviation, Difference
from quotereview.wording.spelling import contracted
from quotereview.wording.words import COMMON, RAREST, rarity

NEAR_EDGE = 4
"""How many words from a cut a negation or hedge may stand that it takes away."""

MOVED = 6
"""How many words at an edge may have been moved, and not cut."""

TITLED = 0.7
"""The share of capitalised words from which capitals say nothing about names."""

SHORT_FORMS = frozenset({frozenset({"is", "has"}), frozenset({"would", "had"})})


@lru_cache(maxsize=1024)
def differences(here: str, there: str) -> tuple[Difference, ...]:
    """All differences, the grave ones before those of spelling and marks; empty where no word is shared."""
    found = stretches(here, there)
    moved = _moved(found)
    grave = list(_order(found, moved))
    for stretch in found:
        if not stretch.same:
            grave += _trim(stretch, moved) if stretch.trimmed else _edit(stretch, moved)
    slight = [difference for stretch in found if stretch.same for difference in _prints(stretch)]
    return tuple(dict.fromkeys([*grave, *slight, *_marks(found)]))


def _edit(stretch: Stretch, moved: Counter[str]) -> Iterator[Difference]:
    """What differs where both go on afterwards."""
    here, there = (_left(part, moved) for part in stretch.parts)
    if not here and not there:
        return
    if plain := _plain(stretch):
        yield _difference(plain, stretch)
        return
    cues = turned(*stretch.parts)
    for kind in cues:
        yield _difference(kind, stretch)
    if cues:
        here, there = (_without(words, cues, side) for side, words in enumerate((here, there)))
    if cues and (min(len(here), len(there)) == 0 or same_stems(here, there)):
        return
    if here or there:
        yield _difference(_kind(stretch, here, there), stretch)


def _plain(stretch: Stretch) -> Deviation | None:
    """What a mark or a short form tells at once."""
    if _one_short_form(stretch):
        return Deviation.CONTRACTION
    if _elided(stretch):
        return Deviation.ELLIPSIS
    return Deviation.INSERTION if any(part.bracketed for part in stretch.parts) else None


def _one_short_form(stretch: Stretch) -> bool:
    """Whether one version has short what the other has in full: "she's" is "she is" and "she has"."""
    if frozenset(stretch.here.words + stretch.there.words) not in SHORT_FORMS:
        return False
    return any(contracted(part.version.text, part.version.words[part.start]) for part in stretch.parts if part.words)


def _kind(stretch: Stretch, here: tuple[str, ...], there: tuple[str, ...]) -> Deviation:
    if "".join(here) == "".join(there):
        return Deviation.SPELLING
    if turns_round(here, there):
        return Deviation.NEGATION
    if other_tense(here, there) or all(map(auxiliary, (*here, *there))):
        return Deviation.TENSE
    if here and there and any(_named(part) for part in stretch.parts):
        return Deviation.NAME
    return Deviation.WORDS if here and there else Deviation.INSERTION


def _trim(stretch: Stretch, moved: Counter[str]) -> Iterator[Difference]:
    """What one version has at an edge and the other has not, and what turned the sentence beside the cut."""
    if not any(_left(part, moved) for part in stretch.parts):
        return
    near = [_near_cut(part, stretch) for part in stretch.parts]
    for kind in turned(near[0], near[1]):
        if kind in (Deviation.NEGATION, Deviation.HEDGE):
            yield Difference(kind, near[0].printed, near[1].printed)
    yield _difference(Deviation.MARKED_TRIM if _elided(stretch) else Deviation.TRIMMED, stretch)


def _near_cut(part: Part, stretch: Stretch) -> Part:
    """The words of the sentence that goes on before or behind the cut, at most so many."""
    opening = [place for place in range(part.start, part.end + 1) if part.version.opens_sentence(place)]
    if stretch.closes:
        return Part(part.version, part.start, min([part.start + NEAR_EDGE, part.end, *opening]))
    return Part(part.version, max([part.start, part.end - NEAR_EDGE, *opening]), part.end)


def _elided(stretch: Stretch) -> bool:
    """Whether a mark shows that the version with fewer words left some out."""
    fewer, more = sorted(stretch.parts, key=lambda part: len(part.words))
    if len(fewer.words) == len(more.words) or more.elided:
        return False
    return fewer.elided or (not fewer.words and any(place.elided for place in _as_well(fewer, more)))


def _as_well(fewer: Part, more: Part) -> Iterator[Part]:
    """Where else the words that only one version has may be missing: "(a b) a" and "a (b a)" are the same cut."""
    words, place = more.version.folded, 1
    while place <= min(fewer.start, more.start) and words[more.start - place] == words[more.end - place]:
        yield fewer.within(-place, -place)
        place += 1
    place = 0
    while (
        fewer.end + place < len(fewer.version.folded)
        and words[more.start + place : more.start + place + 1] == words[more.end + place : more.end + place + 1]
    ):
        place += 1
        yield fewer.within(place, place)


def _moved(found: Sequence[Stretch]) -> Counter[str]:
    """The words that both versions have, each at another place."""
    apart = [
        stretch for stretch in found if not stretch.same and max(len(part.words) for part in stretch.parts) <= MOVED
    ]
    here, there = (Counter(word for stretch in apart for word in stretch.parts[side].words) for side in (0, 1))
    moved = here & there
    telling = [word for word in moved.elements() if not auxiliary(word) and rarity(word) > COMMON]
    return moved if telling and 2 * moved.total() >= min(here.total(), there.total()) else Counter()


def _order(found: Sequence[Stretch], moved: Counter[str]) -> Iterator[Difference]:
    """The words that changed places, with all between them."""
    places = [
        place
        for place, stretch in enumerate(found)
        if not stretch.same and any(word in moved for part in stretch.parts for word in part.words)
    ]
    if moved and places:
        first, last = found[places[0]], found[places[-1]]
        here, there = (
            start.version.printed(start.start, end.end) for start, end in zip(first.parts, last.parts, strict=True)
        )
        yield Difference(Deviation.ORDER, here, there)


def _left(part: Part, moved: Counter[str]) -> tuple[str, ...]:
    """The words of a part that were not moved."""
    return tuple(word for word in part.words if word not in moved)


def _without(
    words: tuple[str, ...], cues: dict[Deviation, tuple[Counter[str], Counter[str]]], side: int
) -> tuple[str, ...]:
    """The words that are neither cues nor carry a tense alone."""
    known = {word for sides in cues.values() for word in sides[side]}
    return tuple(word for word in words if word not in known and not auxiliary(word))


def _named(part: Part) -> bool:
    """Whether a name is among the words of a part."""
    text = part.version.text
    printed = [text[word.start : word.end] for word in part.version.words]
    long = [word for word in printed if len(word) > 3]
    if len(long) > 3 and sum(word[0].isupper() for word in long) > TITLED * len(long):
        return False
    return any(
        printed[place][0].isupper()
        and len(printed[place]) > 1
        and (not part.version.opens_sentence(place) or _rare(part.version.folded[place]))
        for place in range(part.start, part.end)
    )


def _rare(word: str) -> bool:
    """Whether a capital tells of a name where every word has one."""
    return rarity(word) >= RAREST and word not in negations()


def _prints(stretch: Stretch) -> Iterator[Difference]:
    """Words that are the same and printed otherwise."""
    for here, there in _side_by_side(stretch):
        printed = [part.printed for part in (here, there)]
        if bare(printed[0]) == bare(printed[1]):
            continue
        short = any(contracted(part.version.text, part.version.words[part.start]) for part in (here, there))
        yield Difference(Deviation.CONTRACTION if short else Deviation.SPELLING, printed[0], printed[1])


def _side_by_side(stretch: Stretch) -> Iterator[tuple[Part, Part]]:
    """The words of both versions in turn; those that are one printed word on either side together."""
    here, there = stretch.parts
    start, size = 0, here.end - here.start
    for end in range(1, size + 1):
        if end == size or not any(_one_word(part, part.start + end) for part in stretch.parts):
            yield here.within(start, end), there.within(start, end)
            start = end


def _one_word(part: Part, place: int) -> bool:
    """Whether a word stands in the same printed word as the one before it: "we", "are" in "we're"."""
    words = part.version.words
    return words[place].start == words[place - 1].start


def _marks(found: Sequence[Stretch]) -> Iterator[Difference]:
    """The first place at which the marks between the same words are not the same."""
    for stretch in found:
        for place in range(1, len(stretch.here.words) if stretch.same else 0):
            mine, theirs = (part.version.between(part.start + place, part.start + place) for part in stretch.parts)
            if _mark(mine) != _mark(theirs):
                shown = [part.version.printed(part.start + place - 1, part.start + place + 1) for part in stretch.parts]
                yield Difference(Deviation.PUNCTUATION, *shown)
                return
    if found and found[0].same and found[-1].same:
        yield from _edges(found[0], found[-1])


def _edges(first: Stretch, last: Stretch) -> Iterator[Difference]:
    """A mark before or behind all words that only one version has."""
    edges = [
        (_mark(a.version.between(0, 0)), _mark(b.version.between(b.end, b.end)))
        for a, b in zip(first.parts, last.parts, strict=True)
    ]
    if edges[0] != edges[1]:
        yield Difference(Deviation.PUNCTUATION, first.here.version.text, first.there.version.text)


def _mark(between: str) -> str:
    """The marks of a stretch, one sign for each sort, letters and spaces left out."""
    return "".join("'" if char in "‘’ʼ'" else '"' if char in '“”„«»"' else char for char in between if _is_mark(char))


def _is_mark(char: str) -> bool:
    return not (char.isalnum() or char.isspace())


def _difference(kind: Deviation, stretch: Stretch) -> Difference:
    return Difference(kind, stretch.here.printed, stretch.there.printed)
