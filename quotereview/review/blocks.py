"""Which of the blocks that editors greyed out, or made body, stand in another text of an article."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quotereview.model import Span, Stretch, Zone

Moved = Callable[[Span], Span | None]
"""Where a stretch of the older text stands in the newer one, None where it was changed."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A text in paragraphs, each up to the next one, and the zones that editors ruled, of which the last counts."""

    text: str
    paragraphs: tuple[Span, ...]
    zones: tuple[Stretch, ...] = ()

    def ruled(self) -> dict[int, Zone]:
        """The paragraphs on which was ruled, by their numbers."""
        return {
            number: stretch.zone
            for stretch in self.zones
            for number, paragraph in enumerate(self.paragraphs)
            if stretch.span.start <= paragraph.start < stretch.span.end
        }

    def words(self, number: int) -> str:
        """The words of a paragraph, white space aside."""
        return " ".join(self.paragraphs[number].of(self.text).split())

    def by_words(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the paragraphs with the same words."""
        found = defaultdict[str, list[int]](list)
        for number in range(len(self.paragraphs)):
            found[self.words(number)].append(number)
        return found


@dataclass(frozen=True, slots=True)
class Kept:
    """The zones of paragraphs of the newer text, by their numbers; and the words of those of the older that have none.

    ``gone`` do not stand there with the same words; of ``otherwise`` something else is ruled there.
    """

    zones: dict[int, Zone] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)


def kept(older: Blocks, newer: Blocks, moved: Moved, *, same_bytes: bool) -> Kept:
    """What is ruled of the blocks of the older text, as it holds in the newer one.

    ``same_bytes``: both texts are readings of the same bytes, of which the older one was ruled on last.
    """
    found, own = Kept(), {} if same_bytes else newer.ruled()
    places = _Places(older, newer, moved, same_bytes)
    for number, zone in sorted(older.ruled().items()):
        there = places.of(number)
        free = [place for place in there if own.get(place, zone) is zone]
        found.zones.update(dict.fromkeys(free, zone))
        if not there:
            found.gone.append(older.words(number))
        elif not free:
            found.otherwise.append(older.words(number))
    return found


def stretches(blocks: Blocks, zones: Mapping[int, Zone]) -> Iterator[Stretch]:
    """The zones of paragraphs by their numbers, those side by side that are of one zone together."""
    numbers = sorted(zones)
    breaks = [at for at, (one, next) in enumerate(pairwise(numbers), 1) if next > one + 1 or zones[one] != zones[next]]
    for first, last in pairwise([0, *breaks, len(numbers)]):
        if run := numbers[first:last]:
            start, end = blocks.paragraphs[run[0]].start, blocks.paragraphs[run[-1]].end
            yield Stretch(Span(start, end), zones[run[0]])


class _Places:
    """Where the paragraphs of the older text stand in the newer one."""

    def __init__(self, older: Blocks, newer: Blocks, moved: Moved, same_bytes: bool) -> None:
        self._older, self._newer, self._moved = older, newer, moved
        self._ruled = older.ruled()
        self._here, self._there = older.by_words(), newer.by_words()
        self._one_by_one = same_bytes and len(older.paragraphs) == len(newer.paragraphs)

    def of(self, number: int) -> Sequence[int]:
        """The numbers of the paragraphs that one of the older text is."""
        if self._one_by_one:
            return [number]
        words = self._older.words(number)
        alike, there = self._here[words], self._there.get(words, [])
        if len(there) <= len(alike) and len({self._ruled.get(one) for one in alike}) == 1:
            return there
        return [place for place in there if self._newer.paragraphs[place].overlap(self._place(number))]

    def _place(self, number: int) -> Span:
        """Where a paragraph stands in the newer text, if it is in its place there."""
        paragraph = self._older.paragraphs[number]
        words = paragraph.of(self._older.text).rstrip()
        return self._moved(Span(paragraph.start, paragraph.start + len(words))) or Span(0, 0)
