"""The words of a version as they stand against those of the quote in focus, stretch by stretch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from quotereview.folding import bare
from quotereview.model import Form, VersionCell, VersionTable
from quotereview.ui.aligned import Weight, parted

LONG, EDGE = 110, 45
"""How many characters both have in a row before most of them are left out, and how many stay at either end."""

WORDLESS = frozenset({Form.MISSING, Form.BEYOND, Form.NOTHING})
ALL_SAME = "the same, word for word"


class Sort(StrEnum):
    """How a stretch of a version stands against the quote in focus; ``CUT`` and ``MORE`` lie beyond one of the two."""

    SAME = "same"
    PRINT = "same but for print"
    CHANGED = "changed"
    ADDED = "added"
    MISSING = "missing"
    CUT = "cut"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a version, and those that the quote in focus has in their place; either may be none."""

    sort: Sort
    words: str
    here: str

    @property
    def spoken(self) -> str:
        """The stretch for those who hear it."""
        match self.sort:
            case Sort.CHANGED:
                return f"[{self.here} → {self.words}]" if self.here else f"[{self.words}]"
            case Sort.ADDED:
                return f"[added: {self.words}]"
            case Sort.MISSING:
                return f"[left out: {self.here}]"
            case Sort.CUT:
                return "[…]"
            case _:
                return self.words


@dataclass(frozen=True, slots=True)
class Stroke:
    """Letters that are set alike."""

    letters: str
    weight: Weight


def against(table: VersionTable, here: str) -> tuple[Stretch, ...]:
    """Of two versions in one table, how the other stands against the quote in focus (its id).

    Nothing where they have too few words in common to stand side by side.
    """
    if table.apart:
        return ()
    at = [wording.quote for wording in table.wordings].index(here)
    pairs = ((column.cells[at], column.cells[1 - at]) for column in table.columns)
    found = [stretch for pair in pairs if (stretch := _stretch(*pair)) is not None]
    return tuple(_joined(list(alike)) for _, alike in groupby(found, key=lambda one: one.sort))


def disputed(words: str, versions: Iterable[Sequence[Stretch]]) -> tuple[Stretch, ...]:
    """The words of the quote in focus themselves: what another version has otherwise, or drops unseen, is changed."""
    held = [character for character in words if not character.isspace()]
    changed = {place for stretches in versions for place in _changed(stretches)}
    places = iter(range(len(held)))
    marked = [None if character.isspace() else next(places) in changed for character in words]
    parts = groupby(zip(words, _through_spaces(marked), strict=True), key=lambda one: one[1])
    texts = ((apart, "".join(character for character, _ in part).strip()) for apart, part in parts)
    return tuple(Stretch(Sort.CHANGED if apart else Sort.SAME, text, "") for apart, text in texts if text)


def strokes(stretches: Iterable[Stretch], *, whole: bool = False) -> tuple[Stroke, ...]:
    """How a version is set: what it lacks struck out, what only it has underlined, both within brackets.

    But for the ``whole`` of it, what is printed otherwise is set as the same, and of much that is the same, and of all
    that is cut, only the ends are shown.
    """
    found = [one for stretch in _folded(stretches, whole) for one in _set(stretch, whole)]
    return tuple(_spaced(found))


def spoken(stretches: Sequence[Stretch]) -> str:
    """The same for those who hear it: "the [shutdown → ban] of the port"."""
    return " ".join(one.spoken for one in stretches)


def alike(stretches: Sequence[Stretch]) -> bool:
    """Whether a version has the words of the quote in focus and no others, however they are printed."""
    return bool(stretches) and all(one.sort in (Sort.SAME, Sort.PRINT) for one in stretches)


def _stretch(here: VersionCell, there: VersionCell) -> Stretch | None:
    """What one column says of a version; nothing where neither has words."""
    if here.form in WORDLESS and there.form in WORDLESS:
        return None
    if there.form in WORDLESS:
        return Stretch(Sort.CUT if there.form is Form.BEYOND else Sort.MISSING, there.words, here.words)
    if here.form in WORDLESS:
        return Stretch(Sort.MORE if here.form is Form.BEYOND else Sort.ADDED, there.words, here.words)
    if here.words == there.words or (here.form is Form.SAME and there.form is Form.SAME):
        return Stretch(Sort.SAME, there.words, here.words)
    alike = {here.form, there.form} <= {Form.SAME, Form.PRINT} or _letters(here.words) == _letters(there.words)
    return Stretch(Sort.PRINT if alike else Sort.CHANGED, there.words, here.words)


def _changed(stretches: Iterable[Stretch]) -> Iterator[int]:
    """The places of characters, spaces aside, that another version has otherwise or drops without a mark of it."""
    at = 0
    for one in stretches:
        size = sum(not character.isspace() for character in one.here)
        if one.sort is Sort.CHANGED or (one.sort is Sort.MISSING and not one.words):
            yield from range(at, at + size)
        at += size


def _through_spaces(marked: Iterable[bool | None]) -> Iterator[bool]:
    """Spaces go with what stands before them."""
    last = False
    for mark in marked:
        last = last if mark is None else mark
        yield last


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, bare(words)))


def _joined(stretches: Sequence[Stretch]) -> Stretch:
    words, here = (_in_one(parts) for parts in zip(*((one.words, one.here) for one in stretches), strict=True))
    return Stretch(stretches[0].sort, words, here)


def _in_one(parts: Iterable[str]) -> str:
    joined = ""
    for part in filter(None, parts):
        joined += f" {part}" if joined and parted(joined, part) else part
    return joined


def _folded(stretches: Iterable[Stretch], whole: bool) -> Iterator[Stretch]:
    """The stretches as far as they are shown."""
    if whole:
        yield from stretches
        return
    as_same = (replace(one, sort=Sort.SAME) if one.sort is Sort.PRINT else one for one in stretches)
    together = [_joined(list(alike)) for _, alike in groupby(as_same, key=lambda one: one.sort)]
    for at, one in enumerate(together):
        yield _shortened(one, at > 0, at < len(together) - 1)


def _shortened(one: Stretch, after: bool, before: bool) -> Stretch:
    """A stretch of which one need not see all: what both have, what lies beyond one of them, what one leaves out."""
    if one.sort in (Sort.SAME, Sort.MORE) and len(one.words) > LONG:
        return replace(one, words=_ends(one.words, after, before))
    if one.sort is Sort.MISSING and len(one.here) > LONG:
        return replace(one, here=_ends(one.here, True, True))
    return one


def _ends(words: str, after: bool, before: bool) -> str:
    """The ends of a long stretch that lie beside others, and how much is left out between them."""
    head = words[: EDGE if after or not before else 0]
    tail = words[len(words) - (EDGE if before or not after else 0) :]
    head, tail = _to_space(head, keeps_start=True), _to_space(tail, keeps_start=False)
    return f"{head} … {tail}".strip()


def _to_space(words: str, *, keeps_start: bool) -> str:
    """Letters without the word that was cut in two, in a script that parts words."""
    first, space, rest = words.rpartition(" ") if keeps_start else words.partition(" ")
    return words if not space else first if keeps_start else rest


def _set(stretch: Stretch, whole: bool) -> list[Stroke]:
    match stretch.sort:
        case Sort.SAME:
            return [Stroke(stretch.words, Weight.SHARED)]
        case Sort.MORE:
            return [Stroke(stretch.words, Weight.QUIET)]
        case Sort.CUT:
            return [Stroke(f"[{stretch.here}]" if whole else "[…]", Weight.GONE if whole else Weight.QUIET)]
    gone = [Stroke(stretch.here, Weight.GONE)] if stretch.here and stretch.sort is not Sort.ADDED else []
    new = [Stroke(stretch.words, Weight.DIFFERENT)] if stretch.words else []
    return _bracketed([*gone, *new])


def _bracketed(strokes: Sequence[Stroke]) -> list[Stroke]:
    first, last = strokes[0], strokes[-1]
    opened = [Stroke(f"[{first.letters}", first.weight), *strokes[1:]]
    return [*opened[:-1], Stroke(f"{opened[-1].letters}]", last.weight)]


def _unmarked(letters: str) -> str:
    """Letters without our marks, or a letter in their place."""
    return letters.strip("[…]") or "x"


def _spaced(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    before = ""
    for stroke in strokes:
        if before and parted(_unmarked(before), _unmarked(stroke.letters)):
            yield Stroke(" ", Weight.SHARED)
        before = stroke.letters
        yield stroke
