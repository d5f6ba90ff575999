"""Words between quotation marks, found paragraph by paragraph so that one odd mark damages nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotereview.detection import paragraphs
from quotereview.detection.parts import Marked
from quotereview.model import Doubt, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark that opens with one that closes it; ``single`` marks may also be apostrophes."""

    opening: str
    closing: str
    single: bool = False


PAIRS = (
    Pair("“", "”"),
    Pair("“", '"'),
    Pair("“", "“"),
    Pair("„", "“"),
    Pair("„", "”"),
    Pair("„", '"'),
    Pair("‟", "”"),
    Pair("”", "”"),
    Pair("”", "“"),
    Pair('"', '"'),
    Pair('"', "”"),
    Pair("＂", "＂"),
    Pair("″", "″"),
    Pair("«", "»"),
    Pair("»", "«"),
    Pair("»", "»"),
    Pair("``", "''"),
    Pair("``", "”"),
    Pair("``", '"'),
    Pair("‘‘", "’’"),
    Pair("’’", "’’"),
    Pair("「", "」"),
    Pair("『", "』"),
    Pair("﹁", "﹂"),
    Pair("﹃", "﹄"),
    Pair("《", "》"),
    Pair("‘", "’", single=True),
    Pair("‘", "'", single=True),
    Pair("‛", "’", single=True),
    Pair("‚", "‘", single=True),
    Pair("‚", "’", single=True),
    Pair("’", "’", single=True),
    Pair("’", "‘", single=True),
    Pair("'", "'", single=True),
    Pair("'", "’", single=True),
    Pair("`", "'", single=True),
    Pair("‹", "›", single=True),
    Pair("›", "‹", single=True),
)

_CLOSED_BY = {pair.opening: frozenset(p.closing for p in PAIRS if p.opening == pair.opening) for pair in PAIRS}
_CLOSING = frozenset(pair.closing for pair in PAIRS)
_SINGLE = frozenset(glyph for pair in PAIRS if pair.single for glyph in (pair.opening, pair.closing))
_DOUBLED = frozenset(glyph for pair in PAIRS for glyph in (pair.opening, pair.closing) if len(glyph) == 2)
_ALWAYS_OPENS = frozenset("“„‟«「『﹁﹃《‘‛‚‹") | {"``", "‘‘"}
_ALWAYS_CLOSES = frozenset("”»」』﹂﹄》’›") | {"’’"}
_OPENING_DOUBLE = ("“", "„", "«", '"', "``", "‘‘")
_MAYBE_APOSTROPHE = frozenset("'’‘‛`")
_TAG = r"<[/!a-zA-Z][^<>\n\r]*>"
_GLYPH = re.compile(f"{_TAG}|" + "|".join(sorted(map(re.escape, _CLOSED_BY.keys() | _CLOSING), key=len, reverse=True)))

_ELISION = re.compile(
    r"(?:n['’‘]|(?:em|til|tis|tisn|twas|twill|twere|cause|cos|coz|cuz|bout|round|kay|nuff|nother|ere|fraid)\b)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"\d\ds?\b")
LONGEST_LETTERS = 12  # characters of an abbreviation by letters (the E.U.’s)
_AFTER_WORD = re.compile(r"\w\s$")
_AFTER_LETTERS = re.compile(r"\b(?:\w\.)+$")
_POSSESSIVE = re.compile(r"s\b")
_DOTS = re.compile(r"\.(?:\.| \.|@)")
"""Full stops with which words may begin: an ellipsis, or those of a post that is meant for everybody (“.@faro …”)."""

_DEEPEST = 8
"""Marks nested deeper than this are no longer believed; it also keeps the work linear."""

UNCLOSED = "no closing mark; taken to run to the end of the paragraph"
DOUBLED = "one of two opening marks that touch; nothing closes it, so it opens nothing"
STRAY = "a closing mark that closes nothing"


@dataclass(slots=True)
class _Mark:
    """One mark in its paragraph; ``before`` and ``after`` are the characters beyond adjacent marks, "" at an edge."""

    place: Span
    glyph: str
    before: str
    after: str
    better_ahead: bool = False
    surplus_ahead: int = 0
    marks_ahead: int = 0

    @property
    def single(self) -> bool:
        return self.glyph in _SINGLE

    @property
    def can_open(self) -> bool:
        starts = bool(self.after.strip()) and self.after not in ",.;:!?)]}%>"
        return starts and not self.before.isalnum() and self.before != "="  # which stands before a value in markup

    @property
    def can_close(self) -> bool:
        return bool(self.before.strip()) and self.before not in "([{"

    @property
    def must_open(self) -> bool:
        return self.can_open and not self.can_close

    @property
    def must_close(self) -> bool:
        return self.can_close and not self.can_open

    @property
    def doubtful_close(self) -> bool:
        """Whether it may as well be a possessive (drivers’ pay), a dropped g (goin’ home) or inches (5" pipe)."""
        if not self.after.isspace():
            return False
        return self.before in "sn" if self.single else self.before.isdigit()


@dataclass(slots=True)
class _Open:
    """A passage in the making: its opening mark and, once known, where its words end."""

    mark: _Mark
    parent: int | None
    end: int | None = None
    outer_end: int = 0
    continued: bool = False
    dropped: bool = False


def find(text: str) -> tuple[tuple[Marked, ...], tuple[Doubt, ...]]:
    """All marked passages of ``text`` in order of their start, an enclosing one before those in it, and all odd marks.

    A passage's words leave out the marks and the white space beside them. One without a closing mark runs to the end of
    the passage or paragraph it stands in.
    """
    marked: list[Marked] = []
    doubts: list[Doubt] = []
    spans = paragraphs.split(text)
    glyphs = [_marks(text, span) for span in spans]
    for i, span in enumerate(spans):
        following = _leading(glyphs[i + 1], spans[i + 1]) if i + 1 < len(spans) else ()
        scan = _Scan(span, following)
        scan.read(glyphs[i])
        _gather(text, scan.passages, marked)
        doubts.extend(scan.doubts)
    return tuple(marked), tuple(doubts)


def double(text: str, marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """Those of the passages of ``text`` that stand behind a double mark that opens."""
    return tuple(mark for mark in marked if text.startswith(_OPENING_DOUBLE, mark.outer.start))


class _Scan:
    """Pairs the marks of one paragraph, holding those still open on a stack."""

    def __init__(self, paragraph: Span, following: Sequence[str]) -> None:
        self.paragraph = paragraph
        self.following = following
        self.passages: list[_Open] = []
        self.doubts: list[Doubt] = []
        self._stack: list[int] = []

    def read(self, marks: Sequence[_Mark]) -> None:
        """Take all marks of the paragraph, in order, then end what is still open."""
        for mark in marks:
            if mark.single:
                self._read_single(mark)
            else:
                self._read_double(mark)
        self._end_all()

    def _read_double(self, mark: _Mark) -> None:
        accepting = self._accepting(mark)
        if self._opens_double(mark, accepting):
            self._open(mark)
        elif accepting is None:
            self._stray(mark)
        elif not (mark.doubtful_close and mark.better_ahead):
            self._close(accepting, mark)

    def _opens_double(self, mark: _Mark, accepting: int | None) -> bool:
        if mark.glyph not in _CLOSED_BY:
            return False
        if mark.glyph in _ALWAYS_OPENS:
            return accepting is None or not mark.must_close
        if accepting is None:
            return mark.can_open
        if mark.glyph in _ALWAYS_CLOSES or not mark.must_open:
            return False
        return mark.surplus_ahead > len(self._stack) or mark.marks_ahead % 2 == 1

    def _read_single(self, mark: _Mark) -> None:
        accepting = self._accepting(mark) if self._top_is_single() else None
        if accepting is not None and not mark.must_open:
            if not self._is_apostrophe(mark, accepting):
                self._close(accepting, mark)
        elif self._opens_single(mark, accepting):
            self._open(mark)

    def _opens_single(self, mark: _Mark, accepting: int | None) -> bool:
        if mark.glyph not in _CLOSED_BY or not mark.can_open:
            return False
        if mark.glyph in _ALWAYS_OPENS:
            return True
        if accepting is not None:
            return mark.surplus_ahead > len(self._stack)
        return mark.better_ahead or mark.glyph == "'"

    def _is_apostrophe(self, mark: _Mark, accepting: int) -> bool:
        """Whether what could close the passage is more likely an apostrophe, since the passage goes on behind it."""
        goes_on = self.passages[accepting].mark.glyph in self.following[:1]
        return mark.doubtful_close and (mark.better_ahead or goes_on)

    def _top_is_single(self) -> bool:
        return bool(self._stack) and self.passages[self._stack[-1]].mark.single

    def _accepting(self, mark: _Mark) -> int | None:
        """The innermost open passage that this mark can close."""
        for index in reversed(self._stack):
            if mark.glyph in _CLOSED_BY[self.passages[index].mark.glyph]:
                return index
        return None

    def _open(self, mark: _Mark) -> None:
        if len(self._stack) == _DEEPEST:
            self.doubts.append(Doubt(mark.place, UNCLOSED))
            return
        self.passages.append(_Open(mark, self._stack[-1] if self._stack else None))
        self._stack.append(len(self.passages) - 1)

    def _close(self, index: int, mark: _Mark) -> None:
        while (top := self._stack.pop()) != index:
            self._leave_open(top, mark.place.start)
        self.passages[index].end = mark.place.start
        self.passages[index].outer_end = mark.place.end

    def _stray(self, mark: _Mark) -> None:
        if not mark.before.isdigit():
            self.doubts.append(Doubt(mark.place, STRAY))

    def _end_all(self) -> None:
        for depth, index in enumerate(self._stack):
            passage = self.passages[index]
            passage.continued = self.following[depth : depth + 1] == (passage.mark.glyph,)
            self._leave_open(index, self.paragraph.end)

    def _leave_open(self, index: int, end: int) -> None:
        """Let a passage run to ``end``; a lone mark that may be an apostrophe, or is one too many, opened nothing."""
        passage = self.passages[index]
        passage.outer_end = end
        if passage.continued:
            return
        at_start = passage.mark.place.start == self.paragraph.start
        apostrophe = passage.mark.glyph in "'’`" and not at_start
        doubled = self._is_doubled(index)
        passage.dropped = apostrophe or doubled
        if not apostrophe:
            self.doubts.append(Doubt(passage.mark.place, DOUBLED if doubled else UNCLOSED))

    def _is_doubled(self, index: int) -> bool:
        """Whether a passage that nothing closes was opened by one of two marks that touch (““It holds,” said Rook.)."""
        mark = self.passages[index].mark
        if index and self.passages[index - 1].mark.place.end == mark.place.start:
            return True
        behind = self.passages[index + 1 : index + 2]
        return any(
            inner.mark.place.start == mark.place.end and inner.end is not None and not inner.mark.single
            for inner in behind
        )


def _gather(text: str, passages: Sequence[_Open], marked: list[Marked]) -> None:
    """Append the passages that hold words, each with the index of the nearest enclosing one that does."""
    kept: dict[int, int | None] = {}
    for i, passage in enumerate(passages):
        parent = None if passage.parent is None else kept[passage.parent]
        end = passage.outer_end if passage.end is None else passage.end
        span = Span(passage.mark.place.end, end).stripped(text)
        if passage.dropped or not span:
            kept[i] = parent
            continue
        kept[i] = len(marked)
        outer = Span(passage.mark.place.start, passage.outer_end)
        marked.append(Marked(span, outer, parent, passage.end is None, passage.continued))


def _leading(marks: Sequence[_Mark], paragraph: Span) -> tuple[str, ...]:
    """The marks with which a paragraph begins, no space or word between them."""
    glyphs: list[str] = []
    start = paragraph.start
    for mark in marks:
        if mark.place.start != start or not (mark.can_open or mark.glyph == "«"):  # French has a space behind it
            break
        glyphs.append(mark.glyph)
        start = mark.place.end
    return tuple(glyphs)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The marks of one paragraph, apostrophes left out, each with what stands around it and ahead of it."""
    places = _places(text, paragraph)
    marks = [_Mark(place, place.of(text), "", "") for place in places]
    _look_around(text, paragraph, marks)
    _look_ahead(marks)
    return marks


def _places(text: str, paragraph: Span) -> list[Span]:
    """Where marks stand; a doubled single that ends a word and closes no passage of its kind is two single ones."""
    places: list[Span] = []
    awaited = False
    for match in _GLYPH.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        if match.group().startswith("<"):
            continue
        if match.group() in _DOUBLED:
            opens = not awaited and _may_open_doubled(text, match, paragraph)
            places += [Span(start, end)] if opens or awaited else [Span(start, start + 1), Span(start + 1, end)]
            awaited = opens and match.group() in _CLOSED_BY
        elif not (match.group() in _MAYBE_APOSTROPHE and _is_plain_apostrophe(text, start, paragraph)):
            places.append(Span(start, end))
    return places


def _may_open_doubled(text: str, match: re.Match[str], paragraph: Span) -> bool:
    before = text[match.start() - 1 : match.start()] if match.start() > paragraph.start else ""
    after = text[match.end() : min(match.end() + 1, paragraph.end)]
    return bool(after.strip()) and not before.isalnum() and before not in list(",.;:!?")


def _is_plain_apostrophe(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single mark stands inside a word or for letters left out before one (’47, ’em, rock ’n’ roll)."""
    before = text[max(paragraph.start, at - 2) : at]
    after = text[at + 1 : at + 2] if at + 1 < paragraph.end else ""
    if before[-1:].isalnum() and after.isalnum():
        return True
    if before[-1:] in ("n", "N") and before[:1] in _MAYBE_APOSTROPHE:
        return True
    if before[-1:] == "." and _POSSESSIVE.match(text, at + 1):
        return _AFTER_LETTERS.search(text, max(paragraph.start, at - LONGEST_LETTERS), at) is not None
    if before[-1:].isalnum():
        return False
    return bool(_ELISION.match(text, at + 1) or (_SHORT_YEAR.match(text, at + 1) and _AFTER_WORD.search(before)))


def _look_around(text: str, paragraph: Span, marks: list[_Mark]) -> None:
    """Fill in the characters around each mark, looking past marks that touch it."""
    for mark in marks:
        mark.before = text[mark.place.start - 1] if mark.place.start > paragraph.start else ""
        follows = text[mark.place.end : min(mark.place.end + 3, paragraph.end)]
        mark.after = "…" if _DOTS.match(follows) else follows[:1]
    for left, right in pairwise(marks):
        if left.place.end == right.place.start:
            right.before = left.before
    for left, right in pairwise(reversed(marks)):
        if right.place.end == left.place.start:
            right.after = left.after


def _look_ahead(marks: list[_Mark]) -> None:
    """Fill in, for single and for double marks apart, what follows each in its paragraph."""
    for single in (True, False):
        seen = _Mark(Span(0, 0), "", "", "")
        for mark in reversed([m for m in marks if m.single is single]):
            mark.better_ahead, mark.surplus_ahead = seen.better_ahead, seen.surplus_ahead
            mark.marks_ahead = seen.marks_ahead
            seen = replace(mark, marks_ahead=mark.marks_ahead + 1, surplus_ahead=mark.surplus_ahead + _weight(mark))
            seen.better_ahead = _better_from(mark)


def _weight(mark: _Mark) -> int:
    return int(mark.must_close) - int(mark.must_open)


def _better_from(mark: _Mark) -> bool:
    """Whether, looking from before ``mark``, a sure closing mark comes before the next opening one."""
    if mark.must_open:
        return False
    return mark.better_ahead or (mark.can_close and not mark.doubtful_close)
