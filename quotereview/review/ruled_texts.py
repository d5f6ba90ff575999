"""What editors said of a text, by which quotes are found in it: its blocks, and the passages that they marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotereview.matching import TwoTexts
from quotereview.model import Stretch
from quotereview.review.blocks import Blocks, kept, stretches
from quotereview.review.reshaping import Marking, Passages


@dataclass(frozen=True, slots=True)
class Ruled:
    """The blocks of an article, and its marking."""

    blocks: Blocks
    marking: Marking

    def __bool__(self) -> bool:
        return bool(self.blocks.zones or self.marking.added or self.marking.replaced)

    def in_text(self, text: str, paragraphs: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], Marking]:
        """The same of another reading of the same bytes, as far as it is there."""
        texts = TwoTexts(self.blocks.text, text)
        there = Blocks(text, tuple(one.span for one in paragraphs))
        zones = kept(self.blocks, there, texts.moved, same_bytes=True).zones
        added, replaced = (_moved(spans, texts) for spans in (self.marking.added, self.marking.replaced))
        return tuple(stretches(there, zones)), Marking(added, replaced)


def _moved(spans: Passages, texts: TwoTexts) -> Passages:
    places = (texts.moved(span) for span in spans)
    return tuple(place for place in places if place)
