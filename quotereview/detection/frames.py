"""The sentences that frame each quote: those that hold its passages and its cue, with the carriers in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotereview.detection import carriers as naming
from quotereview.detection import links, outlets, sentences, zones
from quotereview.detection.carriers import Carrier
from quotereview.detection.links import Link, Role
from quotereview.detection.outlets import Outlet
from quotereview.detection.parts import Attributed
from quotereview.detection.sentences import Reporter
from quotereview.model import Kind, SourceKind, Span, Stretch, Zone

_CHANNEL_KINDS = frozenset({SourceKind.BROADCASTER, SourceKind.POST})


@dataclass(frozen=True, slots=True)
class Frame:
    """A quote's sentences by index, their words with quotes blanked, and the links in them that concern the quote."""

    sentences: tuple[int, ...]
    words: str
    links: tuple[Link, ...]

    @property
    def first(self) -> int:
        """The index of the first sentence."""
        return self.sentences[0]

    @property
    def last(self) -> int:
        """The index of the last sentence."""
        return self.sentences[-1]


class Frames:
    """All frames of an article, and its sentences as the rules for carriers ask about them."""

    def __init__(
        self, text: str, reporter: Reporter, quotes: Sequence[Attributed], areas: Sequence[Stretch], outlet: Outlet
    ) -> None:
        self.outlet = outlet
        self._sentences = reporter.sentences
        self._quotes = quotes
        self._areas = areas
        self._carriers = [naming.find(text, sentence) for sentence in reporter.sentences]
        named = zip(reporter.sentences, self._carriers, strict=True)
        self._links = [tuple(links.find(sentence, found)) for sentence, found in named]
        self._indices = [_indices(reporter, quote) for quote in quotes]
        spoken = (indices for indices, quote in zip(self._indices, quotes, strict=True) if quote.kind is Kind.SPEECH)
        self._framing = {index for indices in spoken for index in indices}

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return len(self._sentences)

    def of(self, quote: int) -> Frame:
        """The frame of the quote of that index."""
        indices = self._indices[quote]
        words = " ".join(self._sentences[index].words for index in indices)
        found = (link for index in indices for link in self._links[index] if self._concerns(quote, index, link))
        return Frame(indices, words, tuple(found))

    def carriers(self, quote: int) -> list[Carrier]:
        """All carriers named in a quote's frame, with a role or without."""
        return [found for index in self._indices[quote] for found in self._carriers[index]]

    def links(self, sentence: int) -> tuple[Link, ...]:
        """The links of one sentence."""
        return self._links[sentence]

    def words(self, sentence: int) -> str:
        """The words of one sentence, quotes blanked."""
        return self._sentences[sentence].words

    def start(self, sentence: int) -> int:
        """The offset at which a sentence starts."""
        return self._sentences[sentence].span.start

    def is_plain(self, sentence: int) -> bool:
        """Whether a sentence of the body frames no quote."""
        return sentence not in self._framing and zones.at(self._areas, self.start(sentence)) is Zone.BODY

    def paragraphs_between(self, one: int, other: int) -> int:
        """How many paragraphs lie from one sentence to the other; 0 within one."""
        return abs(self._sentences[one].paragraph - self._sentences[other].paragraph)

    def paragraph_until(self, sentence: int) -> str:
        """The words of a sentence's paragraph from its start to the sentence's end."""
        paragraph = self._sentences[sentence].paragraph
        return " ".join(s.words for s in self._sentences[: sentence + 1] if s.paragraph == paragraph)

    def antecedent(self, carrier: Carrier) -> Carrier | None:
        """The carrier last named before one that only refers to it; a channel may be one of a network."""
        kinds = _CHANNEL_KINDS if carrier.kind is SourceKind.BROADCASTER else {carrier.kind}
        named = (link.carrier for found in self._links for link in found)
        before = [c for c in named if c.span.end <= carrier.span.start and not (c.anaphor or c.form)]
        return next((c for c in reversed(before) if c.kind in kinds), None)

    def named_later(self, carrier: Carrier) -> Carrier | None:
        """The one carrier of its kind that the article names, for one that goes without a name."""
        named = [link.carrier for found in self._links for link in found if link.carrier.kind is carrier.kind]
        names = {c.name: c for c in named if not (c.unnamed or c.anaphor)}
        return next(iter(names.values())) if len(names) == 1 else None

    def _concerns(self, quote: int, sentence: int, link: Link) -> bool:
        """Whether a link belongs to this quote and not to another speaker's in the same sentence, nearer to it."""
        if link.role is Role.CITED and link.anchor.start - self.start(sentence) < 15:
            return True
        own = self._quotes[quote]
        rivals = (
            other
            for number, other in enumerate(self._quotes)
            if sentence in self._indices[number] and other.kind is Kind.SPEECH and other.parent is None
            if other.speaker != own.speaker and other.cue != own.cue
        )
        return all(_distance(own, link.anchor) <= _distance(other, link.anchor) for other in rivals)


def read(text: str, quotes: Sequence[Attributed], areas: Sequence[Stretch], outlet: str | None) -> Frames:
    """The frames of an article's ``quotes``; ``outlet`` is the name of the article's own, if it is known."""
    marked = [mark for quote in quotes if quote.kind is not Kind.TITLE for mark in quote.passages]
    return Frames(text, sentences.reporter(text, marked), quotes, areas, outlets.own(text, outlet))


def _indices(reporter: Reporter, quote: Attributed) -> tuple[int, ...]:
    spans = [mark.outer for mark in quote.passages]
    if quote.cue:
        spans.append(quote.cue)
    return tuple(sorted({index for span in spans for index in reporter.touching(span)}))


def _distance(quote: Attributed, anchor: Span) -> int:
    """Characters between a link and the quote's cue (its first passage where it has none)."""
    span = quote.cue or quote.passages[0].outer
    return max(0, anchor.start - span.end, span.start - anchor.end)
