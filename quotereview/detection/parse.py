"""The dependency parse of an article whose quoted sentences are masked, with a way back to canonical offsets.

A quote that is a sentence of its own is replaced by a placeholder of two words, so that the parser sees the reporter's
sentence whole ("It works," said Faro.) and long quotes cost nothing. Fragments stay, for they are part of the
reporter's syntax. Paragraphs are parsed one by one: damage in one cannot reach the next.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotereview.detection import paragraphs
from quotereview.detection.parts import Marked
from quotereview.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

PLACEHOLDER = "It works"
TOGETHER = 20_000  # characters that are parsed together
QUARTERS = 4  # spaCy's parser and entity recogniser take a quarter of what they are given at a time
LONGEST_PIECE = 5_000  # characters given to the parser at once; a longer paragraph is cut
SHORTEST_MASKED = 3  # words
LONGEST_FRAGMENT = 25  # words

_DATELINE = re.compile(
    r"[A-Z][A-Z.’' -]+(?:,\s[A-Z][\w. ]+)?(?:,\s(?:\w+\.?\s\d{1,2}|\d{1,2}\s\w+)(?:,?\s\d{4})?)?\s*"
    r"(?:\([\w ]+\)\s*[-–—:]+|--|[–—]|(?<=[a-z\d]):)\s"
)
LABEL = re.compile(r"[A-Z][A-Z.’' -]{2,30}:\s")
"""A speaker's label in capitals at the start of a transcript's paragraph."""

_GLUED = re.compile(r"(?<=[a-z0-9)][.!?])(?=[A-Z][a-z])|(?<=[.!?,]”)(?=[A-Za-z])")
_SHOUTED = re.compile(r"\b[A-Z]{3,}(?:[ ’'-]{1,2}[A-Z]{3,})+\b")
_INNER_STOP = re.compile(r"[.!?]\s+[A-Z“‘\"]")
_SAFE = str.maketrans(
    {
        **dict.fromkeys([*range(0x20), *range(0x7F, 0xA1), 0x202F, 0x2009, 0xFEFF], " "),
        **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
        **dict.fromkeys(map(ord, "“”„«»"), '"'),
        **dict.fromkeys(map(ord, "‘’‚"), "'"),
    }
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of masked text and the canonical stretch it stands for; ``marked`` is set for a placeholder."""

    words: str
    span: Span
    marked: int | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is parsed at one go."""

    pieces: tuple[_Piece, ...]
    inside: int | None

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that was parsed by itself: a paragraph, or the words of a masked quote that holds nested ones.

    ``first`` and ``last`` are the half-open range of its tokens, ``inside`` the index of the quote whose words it is.
    """

    span: Span
    first: int
    last: int
    inside: int | None = None


@dataclass(frozen=True)
class Parse:
    """The parsed article; ``marked`` are the passages it was masked with, token indices are those of ``doc``."""

    text: str
    doc: "Doc"
    marked: tuple[Marked, ...]
    segments: tuple[Segment, ...]
    starts: list[int]
    ends: list[int]
    placeholders: dict[int, int]
    _top: list[Segment] = field(init=False)
    _inner: dict[int | None, Segment] = field(init=False)
    _firsts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_top", [s for s in self.segments if s.inside is None])
        object.__setattr__(self, "_inner", {s.inside: s for s in self.segments if s.inside is not None})
        object.__setattr__(self, "_firsts", [s.first for s in self.segments])

    def span(self, first: int, last: int | None = None) -> Span:
        """The canonical stretch from token ``first`` to token ``last`` (inclusive; ``first`` alone without it)."""
        return Span(self.starts[first], self.ends[first if last is None else last])

    def words(self, first: int, last: int | None = None) -> str:
        """The article's own words from token ``first`` to token ``last`` (inclusive)."""
        return self.span(first, last).of(self.text)

    def tokens(self, span: Span) -> "TokenSpan | None":
        """The tokens that touch ``span``, in the innermost segment that holds its start; None if nothing was parsed."""
        return self._touching(span, self._segment_at(span.start))

    def passage(self, marked: int) -> "TokenSpan | None":
        """The tokens of a marked passage (its placeholder's, if masked) in the sentence that stands around it."""
        mark = self.marked[marked]
        if mark.parent is None:
            return self._touching(mark.span, self._top_at(mark.span.start))
        return self._touching(mark.span, self._around(mark.span.start, mark.parent))

    def quoted(self) -> bytearray:
        """For each token, whether it stands inside a quote of the sentence it belongs to."""
        flags = bytearray(len(self.doc))
        for index in range(len(self.marked)):
            tokens = self.passage(index)
            if tokens is not None:
                flags[tokens.start : tokens.end] = b"\1" * len(tokens)
        return flags

    def _touching(self, span: Span, segment: Segment | None) -> "TokenSpan | None":
        if segment is None:
            return None
        first = bisect_right(self.ends, span.start, segment.first, segment.last)
        last = bisect_left(self.starts, max(span.end, span.start + 1), segment.first, segment.last)
        return self.doc[first:last] if first < last else None

    def placeholder(self, marked: int) -> "Token | None":
        """The verb of the placeholder that stands for the passage of that index; None if its words were kept."""
        token = self.placeholders.get(marked)
        return None if token is None else self.doc[token]

    def segment(self, token: int) -> Segment:
        """The segment a token belongs to."""
        return self.segments[bisect_right(self._firsts, token) - 1]

    def segment_of(self, marked: int) -> Segment:
        """The segment in which a marked passage stands; only for one that was parsed."""
        passage = self.passage(marked)
        assert passage is not None
        return self.segment(passage.start)

    def words_of(self, marked: int) -> Segment | None:
        """The separately parsed words of a masked passage that holds nested ones."""
        return self._inner.get(marked)

    def _segment_at(self, offset: int) -> Segment | None:
        holder = bisect_right(self.marked, offset, key=lambda mark: mark.span.start) - 1
        return self._around(offset, holder) if holder >= 0 else self._top_at(offset)

    def _around(self, offset: int, holder: int | None) -> Segment | None:
        """The innermost parsed passage, from ``holder`` outwards, that holds ``offset``; else its paragraph."""
        while holder is not None:
            inner = self._inner.get(holder)
            if inner is not None and inner.span.start <= offset < inner.span.end:
                return inner
            holder = self.marked[holder].parent
        return self._top_at(offset)

    def _top_at(self, offset: int) -> Segment | None:
        at = bisect_right(self._top, offset, key=lambda segment: segment.span.start) - 1
        return self._top[at] if at >= 0 and offset <= self._top[at].span.end else None


def parse(
    text: str,
    marked: Sequence[Marked],
    nlp: "Language",
    placeholder: str = PLACEHOLDER,
    opened: Collection[int] = (),
) -> Parse:
    """Parse ``text`` with the sentences among its ``marked`` passages (sorted by start) masked.

    ``placeholder`` is a subject and its verb in the language of the text. The words of masked passages that are
    ``opened`` are parsed by themselves, as are those that hold nested ones.
    """
    from spacy.tokens import Doc

    masked = {index for index, mark in enumerate(marked) if _stands_alone(text, mark)}
    plans = list(_plans(text, marked, masked, placeholder, opened))
    docs = [doc for batch in _batches(plans) for doc in nlp.pipe(batch, batch_size=QUARTERS * len(batch))]
    starts: list[int] = []
    ends: list[int] = []
    placeholders: dict[int, int] = {}
    segments = []
    for plan, doc in zip(plans, docs, strict=True):
        segments.append(Segment(_extent(plan), len(starts), len(starts) + len(doc), plan.inside))
        _align(plan, doc, starts, ends, placeholders)
    whole = Doc.from_docs(docs) if docs else None
    return Parse(text, whole or Doc(nlp.vocab), tuple(marked), tuple(segments), starts, ends, placeholders)


def _batches(plans: Iterable[_Plan]) -> Iterator[list[str]]:
    """The words of all plans, so many together that the parser gains by it and still needs little memory."""
    held: list[str] = []
    length = 0
    for plan in plans:
        held.append(plan.words)
        length += len(plan.words)
        if length > TOGETHER:
            yield held
            held, length = [], 0
    if held:
        yield held


def model_name(nlp: "Language") -> str:
    """A language model's name and version, as it is noted of what was found with it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _stands_alone(text: str, mark: Marked) -> bool:
    """Whether a passage reads as a sentence, or is too long to help the parse of the reporter's own."""
    words = mark.span.of(text).split()
    if len(words) < SHORTEST_MASKED:
        return False
    if len(words) > LONGEST_FRAGMENT or _INNER_STOP.search(mark.span.of(text)):
        return True
    if not words[0].strip("“‘\"'[(…")[:1].isupper() or all(word[:1].isupper() for word in words if len(word) > 3):
        return False
    after = text[mark.outer.end : mark.outer.end + 1]
    return words[-1][-1] in ",.!?…—-’”" or after in {",", ".", ""} or len(words) > 7


def _plans(
    text: str, marked: Sequence[Marked], masked: set[int], placeholder: str, opened: Collection[int]
) -> Iterator[_Plan]:
    children: dict[int | None, list[int]] = {}
    for index, mark in enumerate(marked):
        children.setdefault(mark.parent, []).append(index)
    order = [index for index in range(len(marked)) if _visible(index, marked, masked)]
    turns = {mark.span.start for mark in marked if mark.outer == mark.span}
    at = 0
    for paragraph in paragraphs.split(text):
        first = at
        while at < len(order) and marked[order[at]].span.start < paragraph.end:
            at += 1
        shown = [index for index in order[first:at] if index in masked]
        yield from _cut(_pieces(text, _past_dateline(text, paragraph, turns), marked, shown, placeholder), None)
    for index in sorted(masked & {*children, *opened}):
        shown = [child for child in _below(index, children, masked) if child in masked]
        yield from _cut(_pieces(text, marked[index].span, marked, shown, placeholder), index)


def _past_dateline(text: str, paragraph: Span, turns: Collection[int]) -> Span:
    """The paragraph without the place and agency that open a dispatch, which the parser would take for a subject.

    Before one of the ``turns`` of a transcript, given by where they start, stands a label (THE CHAIR (Ana Faro): …).
    """
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 80))
    return Span(found.end(), paragraph.end) if found and found.end() not in turns else paragraph


def _visible(index: int, marked: Sequence[Marked], masked: set[int]) -> bool:
    """Whether no enclosing passage is masked."""
    parent = marked[index].parent
    while parent is not None:
        if parent in masked:
            return False
        parent = marked[parent].parent
    return True


def _below(index: int, children: dict[int | None, list[int]], masked: set[int]) -> Iterator[int]:
    """The passages nested in one, down to the first masked ones."""
    for child in children.get(index, ()):
        yield child
        if child not in masked:
            yield from _below(child, children, masked)


def _pieces(
    text: str, stretch: Span, marked: Sequence[Marked], shown: Sequence[int], placeholder: str
) -> Iterator[_Piece]:
    """The masked text of ``stretch``; ``shown`` are the passages in it to be replaced, sorted and apart."""
    at = stretch.start
    for index in shown:
        span = marked[index].span
        if span.start < at:
            continue
        label = LABEL.match(text, span.start, span.end)
        start = label.end() if label and label.end() < span.end else span.start
        yield from _literal(text, Span(at, start))
        at = min(span.end, stretch.end)
        yield _Piece(placeholder + _last_stop(span.of(text)), Span(start, at), index)
    yield from _literal(text, Span(at, stretch.end))


def _last_stop(words: str) -> str:
    """The stop that ends quoted words, as it is to stand behind their placeholder."""
    last = words.rstrip()[-1]
    return last if last in ",.!?" else "." if last == "…" else ""


def _literal(text: str, span: Span) -> Iterator[_Piece]:
    """The words as they stand, made safe for the parser, with a space where a full stop is glued to the next word."""
    at = span.start
    words = span.of(text)
    for cut in (*(span.start + found.start() for found in _GLUED.finditer(words)), span.end):
        for begin in range(at, cut, LONGEST_PIECE):
            end = min(begin + LONGEST_PIECE, cut)
            words = _SHOUTED.sub(lambda run: run[0].title(), text[begin:end])
            yield _Piece(words.translate(_SAFE), Span(begin, end))
        if cut < span.end:
            yield _Piece(" ", Span(cut, cut))
        at = cut


def _cut(pieces: Iterator[_Piece], inside: int | None) -> Iterator[_Plan]:
    """Plans of bearable length; those without a word are left out."""
    held: list[_Piece] = []
    length = 0
    for piece in pieces:
        if held and length + len(piece.words) > LONGEST_PIECE:
            yield from _plan(held, inside)
            held, length = [], 0
        held.append(piece)
        length += len(piece.words)
    yield from _plan(held, inside)


def _plan(pieces: list[_Piece], inside: int | None) -> Iterator[_Plan]:
    if any(piece.words.strip() for piece in pieces):
        yield _Plan(tuple(pieces), inside)


def _extent(plan: _Plan) -> Span:
    return Span(plan.pieces[0].span.start, plan.pieces[-1].span.end)


def _align(plan: _Plan, doc: "Doc", starts: list[int], ends: list[int], placeholders: dict[int, int]) -> None:
    """Append the canonical start and end of each token of ``doc``, and note the verbs of its placeholders."""
    begins = [0]
    for piece in plan.pieces:
        begins.append(begins[-1] + len(piece.words))
    for token in doc:
        first = bisect_right(begins, token.idx) - 1
        last = bisect_left(begins, token.idx + len(token)) - 1
        piece, end = plan.pieces[first], plan.pieces[last]
        if piece.marked is not None and token.is_alpha:  # the verb is its last word
            placeholders[piece.marked] = len(starts)
        starts.append(piece.span.start if piece.marked is not None else piece.span.start + token.idx - begins[first])
        ends.append(end.span.end if end.marked is not None else _within(end, token.idx + len(token) - begins[last]))


def _within(piece: _Piece, offset: int) -> int:
    return min(piece.span.start + offset, piece.span.end)
