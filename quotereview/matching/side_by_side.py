"""Several versions of one utterance in one table, in columns of words that belong together, as an editor reads them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from quotereview.folding import bare
from quotereview.matching.alignment import Run, runs
from quotereview.matching.partners import age
from quotereview.matching.stretches import ELLIPSIS, FEW, Part, Version
from quotereview.model import Form, VersionCell, VersionColumn, VersionTable, Wording

LEAST = 0.25
"""The share of the shorter version's words that must stand in the base for a version to stand beside it."""

_ONE = rf"(?:[\[(]\s*)?(?:{ELLIPSIS.pattern})(?:\s*[\])])?"
_MARK = re.compile(rf"{_ONE}(?:\s*{_ONE})*")
_ENDS = re.compile(rf"^{_MARK.pattern}\s*|\s*{_MARK.pattern}$")
_BEFORE = re.compile(r"^\W+")
_BEHIND = re.compile(r"\W+$")
_MERGED = frozenset({Form.SAME, Form.PRINT, Form.MISSING, Form.BEYOND})

Row = tuple[Part, ...]
"""The words of each version in one column."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words of the base, from which place to which, and those of another version that stand there."""

    start: int
    end: int
    there: Part
    same: bool

    def at(self, place: int) -> int:
        """The place in the other version that belongs to one from the start of the step on."""
        return self.there.start + (place - self.start if self.same else 0)

    def until(self, place: int) -> int:
        """The place in the other version that belongs to one up to the end of the step."""
        return self.at(place) if self.same else self.there.end

    @property
    def changed(self) -> bool:
        """Whether both have words, and not the same."""
        return not self.same and self.start < self.end and self.there.start < self.there.end


def side_by_side(wordings: Sequence[Wording]) -> VersionTable:
    """The versions of one utterance in columns, each version aligned to the longest one.

    Words count as they are spoken, so that spelling, short forms, marks and figures make a difference of print alone.
    What several versions add in one place is aligned in the same way. Without versions the table is empty.
    """
    texts = {wording: _whole(wording) for wording in sorted(wordings, key=age)}
    if not texts:
        return VersionTable((), (), ())
    base = max(texts, key=lambda wording: len(texts[wording].words))
    others = [wording for wording in texts if wording != base]
    beside = [base, *(other for other in others if _enough(texts[base], texts[other]))]
    columns = _columns([texts[wording] for wording in beside])
    return VersionTable(tuple(beside), _printed(columns), tuple(other for other in others if other not in beside))


def _whole(wording: Wording) -> Part:
    version = Version(wording.words)
    return Part(version, 0, len(version.words))


def _enough(base: Part, other: Part) -> bool:
    return sum(run.size for run in _runs(base, other)) >= LEAST * len(other.words)


def _columns(parts: Sequence[Part]) -> list[Row]:
    """The columns of some words of each version, cut wherever one of them parts from the longest."""
    base = max(parts, key=lambda part: len(part.words))
    steps = [_steps(base, part) for part in parts]
    cuts = _cuts(base, steps)
    found = list(_inserted(steps, cuts[0]))
    for start, end in pairwise(cuts):
        found.append(tuple(_over(one, start, end) for one in steps))
        found += _inserted(steps, end)
    return found


def _inserted(steps: Sequence[Sequence[Step]], place: int) -> Iterable[Row]:
    """The columns of what other versions have where the base has nothing."""
    row = tuple(_between(one, place) for one in steps)
    worded = sum(bool(part.words) for part in row)
    return [] if worded == 0 else [row] if worded == 1 else _columns(row)


def _over(steps: Sequence[Step], start: int, end: int) -> Part:
    """The words of a version from one cut of the base to the next one, without what stands at either."""
    first = next(step for step in steps if step.start <= start < step.end)
    last = next(step for step in steps if step.start < end <= step.end)
    return Part(first.there.version, first.at(start), last.until(end))


def _between(steps: Sequence[Step], place: int) -> Part:
    """The words of a version at a cut of the base."""
    for step in steps:
        if step.start == step.end == place:
            return step.there
    before = next((step.until(place) for step in steps if step.start < place <= step.end), steps[0].there.start)
    return Part(steps[0].there.version, before, before)


def _steps(base: Part, other: Part) -> list[Step]:
    """How a version goes along with the base, from end to end."""
    found: list[Step] = []
    start, begin = base.start, other.start
    for run in (*_runs(base, other), Run(len(base.words), len(other.words), 0)):
        here, there = base.start + run.here, other.start + run.there
        found += _apart(base, start, here, Part(other.version, begin, there), closes=run.size == 0)
        start, begin = here + run.size, there + run.size
        found.append(Step(here, start, Part(other.version, there, begin), same=True))
    return [step for step in found if step.start < step.end or step.there.words] or [
        Step(base.start, base.end, other, same=False)
    ]


def _apart(base: Part, start: int, end: int, there: Part, *, closes: bool) -> Iterator[Step]:
    """Where both part; of two cuts of a longer text neither has changed the other's words."""
    opens = start == base.start
    if opens == closes or not there.words or max(end - start, len(there.words)) <= FEW:
        yield Step(start, end, there, same=False)
        return
    place, edge = (start, len(there.words)) if closes else (end, 0)
    cut = Step(start, end, there.within(edge, edge), same=False)
    more = Step(place, place, there, same=False)
    yield from (more, cut) if closes else (cut, more)


def _runs(base: Part, other: Part) -> Iterator[Run]:
    """The runs of words that both have, beginning and ending with whole printed words of both."""
    for run in runs(base.words, other.words):
        here, there, size = run.here, run.there, run.size
        while size and (_inside(base, here) or _inside(other, there)):
            here, there, size = here + 1, there + 1, size - 1
        while size and (_inside(base, here + size) or _inside(other, there + size)):
            size -= 1
        if size:
            yield Run(here, there, size)


def _inside(part: Part, place: int) -> bool:
    """Whether a printed word goes on at a place, counted from the part's first word: "we", "are" in "we're"."""
    words, at = part.version.words, part.start + place
    return 0 < at < len(words) and words[at].start == words[at - 1].start


def _cuts(base: Part, steps: Sequence[Sequence[Step]]) -> list[int]:
    """The places at which the base is cut: where a version parts from it, but in the midst of no changed words."""
    wanted = {base.start, base.end}
    barred: set[int] = set()
    for step in (step for one in steps for step in one):
        inner = range(step.start + 1, step.end)
        wanted.update((step.start, step.end))
        if step.changed:
            barred.update(inner)
        elif step.same:
            wanted.update(_reprinted(base, step))
            barred.update(place for place in inner if _inside(step.there, place - step.start))
    return sorted(wanted - barred)


def _reprinted(base: Part, step: Step) -> Iterator[int]:
    """The places before and behind each word that is printed otherwise."""
    for place in range(step.start, step.end):
        at = step.at(place)
        if not _alike(Part(base.version, place, place + 1), Part(step.there.version, at, at + 1)):
            yield from (place, place + 1)


def _printed(rows: Sequence[Row]) -> tuple[VersionColumn, ...]:
    """The columns as they are shown, with those that all versions have in one form brought together."""
    extents = [_extent(rows, number) for number in range(len(rows[0]))] if rows else []
    shown: list[tuple[Row, tuple[Form, ...]]] = []
    formed = [(row, _forms(row, lead, place, extents)) for place, (row, lead) in enumerate(_led(rows, extents))]
    for forms, alike in groupby(formed, key=lambda one: one[1]):
        together = [row for row, _ in alike]
        shown += [(row, forms) for row in ([_joined(together)] if _MERGED.issuperset(forms) else together)]
    texts = zip(*(_texts([row[number] for row, _ in shown]) for number in range(len(extents))), strict=True)
    return tuple(
        VersionColumn(tuple(map(VersionCell, forms, words))) for (_, forms), words in zip(shown, texts, strict=True)
    )


def _led(rows: Sequence[Row], extents: Sequence[range]) -> Iterator[tuple[Row, Part]]:
    """Each column with what the others are held against: the base's words, beyond its ends the longest version's."""
    within = extents[0] if extents else range(0)
    for block in (rows[: within.start], rows[within.start : within.stop], rows[within.stop :]):
        sizes = [sum(len(part.words) for part in parts) for parts in zip(*block, strict=True)]
        lead = sizes.index(max(sizes)) if sizes and sizes[0] == 0 else 0
        yield from ((row, row[lead]) for row in block)


def _extent(rows: Sequence[Row], number: int) -> range:
    """From which to which column a version has words."""
    worded = [place for place, row in enumerate(rows) if row[number].words]
    return range(worded[0], worded[-1] + 1) if worded else range(0)


def _forms(row: Row, lead: Part, place: int, extents: Sequence[range]) -> tuple[Form, ...]:
    return tuple(_form(part, lead, place, extent) for part, extent in zip(row, extents, strict=True))


def _form(part: Part, lead: Part, place: int, extent: range) -> Form:
    if not part.words:
        return (Form.MISSING if lead.words else Form.NOTHING) if place in extent else Form.BEYOND
    if not lead.words:
        return Form.ADDED
    size, rest = len(part.words), len(lead.words) - len(part.words)
    if place == extent[0] and rest > 0:  # it begins in the midst of the column
        lead = lead.within(rest, rest + size)
    elif place == extent[-1] and rest > 0:
        lead = lead.within(0, size)
    if part.words != lead.words:
        return Form.CHANGED
    return Form.SAME if _alike(part, lead) else Form.PRINT


def _joined(rows: Sequence[Row]) -> Row:
    return tuple(Part(first.version, first.start, last.end) for first, last in zip(rows[0], rows[-1], strict=True))


def _alike(one: Part, other: Part) -> bool:
    """Whether the same words are printed alike, whatever marks stand at the ends of either version, or of a gap."""
    texts = [_ENDS.sub("", bare(_text(part))) for part in (one, other)]
    if one.start == 0 or other.start == 0:
        texts = [_BEFORE.sub("", text) for text in texts]
    if any(part.end == len(part.version.words) for part in (one, other)):
        texts = [_BEHIND.sub("", text) for text in texts]
    return texts[0] == texts[1]


def _texts(parts: Sequence[Part]) -> list[str]:
    """What a version prints in each column; an ellipsis stands where the words are that it leaves out."""
    elided: dict[int, int] = {}
    for number, part in enumerate(parts):
        if not part.words and part.elided:
            elided.setdefault(part.start, number)
    return [
        _text(part, frozenset(elided)) if part.words else _elision(part) if elided.get(part.start) == number else ""
        for number, part in enumerate(parts)
    ]


def _text(part: Part, elided: frozenset[int] = frozenset()) -> str:
    """The words of a part with their marks, but for an ellipsis at one of some places."""
    start = _boundary(part.within(0, 0), elided)[1]
    end = _boundary(part.within(len(part.words), len(part.words)), elided)[0]
    return " ".join(part.version.text[start:end].split())


def _boundary(gap: Part, elided: frozenset[int]) -> tuple[int, int]:
    """Where the words before a place end, with their marks, and where those behind it begin."""
    version, place = gap.version, gap.start
    between, offset = version.between(place, place), version.words[place - 1].end if place else 0
    if place in elided:
        start, end = _mark(gap)
        return offset + start, offset + end
    if place in (0, len(version.words)):
        return (0, 0) if place == 0 else (len(version.text), len(version.text))
    parted = offset + 1 + max((at for at, char in enumerate(between) if char.isspace()), default=len(between) - 1)
    return parted, parted


def _elision(gap: Part) -> str:
    return gap.version.between(gap.start, gap.start)[slice(*_mark(gap))].strip()


def _mark(gap: Part) -> tuple[int, int]:
    """Where the ellipsis stands between two words, with its brackets, and at an edge all marks beyond it."""
    between = gap.version.between(gap.start, gap.start)
    found = _MARK.search(between)
    start, end = found.span() if found else (0, 0)
    return start if gap.start else 0, end if gap.start < len(gap.version.words) else len(between)
