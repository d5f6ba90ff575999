"""PDF with text: its lines in reading order, column after column, put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.documents import tell

ENDINGS: tuple[str, ...] = (".pdf",)
MOST_PAGES = 300
MOST_RUNS = 20_000  # pieces of text on one page
MOST_LINES = 2_000  # on one page
GUTTER = 7.0  # points between two columns
FARTHEST = 200_000_000  # bytes that PDFium may look through for the ends of streams, which takes it half a second
_PROPERTIES = {"Title": Field.HEADLINE, "Author": Field.BYLINE}
_SPACE = re.compile(r"\s+")
_NUMBERS = re.compile(r"\d+")
_NO_LETTERS = re.compile(r"\W+")
_STOP = re.compile(r"[.!?:][\"'”’»)\]]*$")
_STREAM_OR_END = re.compile(rb"(?:end)?stream|endobj")
_CUT = re.compile(r"\w[-\u00ad\u2010\ufffe\x02]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with its box in points from the page's foot."""

    words: str
    left: float
    foot: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.foot


def knows(first: bytes) -> bool:
    """A PDF says so itself, at most after some bytes of a carrier."""
    return b"%PDF-" in first[:1024]


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the file called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a PDF. Raises Unreadable where it is damaged, locked, too long, or only pictures of pages."""
    import pypdfium2  # a library of its own, hardly ever needed

    if any(_bytes_sought(original, end) > FARTHEST for end in (b"endstream", b"endobj")):
        raise _damaged(name)
    try:
        document = pypdfium2.PdfDocument(original)
        pages = _pages(name, document)
        properties = {name: _property(document, name) for name in _PROPERTIES}
    except pypdfium2.PdfiumError as error:
        raise _damaged(name) from error
    if not any(pages):
        raise Unreadable(f"“{name}” holds pictures of pages, no text; have the text recognised first.")
    copy = Copy()
    heads = _running_heads(pages)
    lines = [line for page in pages for line in in_order([one for one in page if one not in heads])]
    for paragraph in paragraphs(lines):
        copy.add(paragraph)
    for words in dict.fromkeys(head.words for head in heads):
        copy.add(words, Zone.TEASER)
    copy.tell_first_line()
    tell(copy.telling, properties, _PROPERTIES)
    return copy.article(name, original, "utf-8")


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page as they are read: what spans the columns first, then column after column."""
    found: list[Line] = []
    waiting = [lines]
    while waiting:
        first, rest = _parted(waiting.pop())
        if rest:
            waiting += [rest, first]
        else:
            found += sorted(first, key=lambda line: line.left)
    return found


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Lines in reading order put together; a word cut at the end of a line is whole again."""
    known = set(re.findall(r"\w+-\w+", " ".join(line.words for line in lines)))
    pitch = _pitch(lines)
    together = ""
    last: Line | None = None
    for line in lines:
        if last is not None and _begins(line, last, pitch):
            yield together
            together = ""
        together = _joined(together, line.words, known)
        last = line
    if together:
        yield together


def _damaged(name: str) -> Unreadable:
    return Unreadable(f"“{name}” is damaged, or locked with a password; save it anew without one.")


def _bytes_sought(original: bytes, end: bytes) -> int:
    """How many bytes lie between all streams and the next ``end`` of each, or the end of the file where there is none.

    PDFium looks through them for each stream by itself: for minutes where some thousand have no end, and nothing can
    stop it.
    """
    sought = streams = starts = 0
    for found in _STREAM_OR_END.finditer(original):
        if found[0] == b"stream":
            streams, starts = streams + 1, starts + found.start()
        elif found[0] == end:
            sought += streams * found.start() - starts
            streams = starts = 0
    return sought + streams * len(original) - starts


def _property(document: Any, name: str) -> str | None:
    try:
        return str(document.get_metadata_value(name))
    except UnicodeDecodeError:
        return None


def _pages(name: str, document: Any) -> list[list[Line]]:
    if len(document) > MOST_PAGES:
        raise Unreadable(f"“{name}” has more than {MOST_PAGES} pages, too many for one article; save its pages alone.")
    return [_lines(name, page) for page in document]


def _lines(name: str, page: Any) -> list[Line]:
    """The lines of a page, in the order in which the file holds them."""
    text = page.get_textpage()
    count = text.count_rects()
    if count > MOST_RUNS:
        raise Unreadable(f"“{name}” has a page of more than {MOST_RUNS:,} pieces of text; save its text alone.")
    lines: list[Line] = []
    for box in (text.get_rect(number) for number in range(count)):
        words = _SPACE.sub(" ", text.get_text_bounded(*box))
        if words.strip():
            _add_run(lines, Line(words, *box))
        if len(lines) > MOST_LINES:
            raise Unreadable(f"“{name}” has a page of more than {MOST_LINES:,} lines; save its text alone.")
    return [replace(line, words=line.words.strip()) for line in lines if line.height > 0]


def _add_run(lines: list[Line], run: Line) -> None:
    """Add a piece of text to the line that it goes on, else as a line of its own; nothing where it says so again."""
    last = lines[-1] if lines else None
    if last and _says_again(last, run):
        lines[-1] = max(last, run, key=lambda line: len(line.words))
    elif last and abs(last.foot - run.foot) < 0.6 * last.height and -2 <= run.left - last.right < GUTTER:
        apart = run.left - last.right > 0.12 * last.height or last.words.endswith(" ") or run.words.startswith(" ")
        words = f"{last.words.rstrip()} {run.words.lstrip()}" if apart else last.words + run.words
        box = (min(last.foot, run.foot), max(last.right, run.right), max(last.top, run.top))
        lines[-1] = Line(words, last.left, *box)
    else:
        lines.append(run)


def _says_again(one: Line, other: Line) -> bool:
    """Whether one of two pieces stands where the other does, with its letters: boxes of Arabic reach over others."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    least = 0.8 * min(one.right - one.left, other.right - other.left)
    if abs(one.foot - other.foot) > 0.6 * one.height or shared <= least:
        return False
    shorter, longer = sorted((_NO_LETTERS.sub("", line.words) for line in (one, other)), key=len)
    return bool(shorter) and shorter in longer


def _running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The outermost lines of pages that come again at the same place on another, but for their numbers."""
    outermost = [line for page in pages for line in page if _stands_apart(line, page)]
    seen = Counter(map(_without_numbers, outermost))
    return [line for line in outermost if seen[_without_numbers(line)] > 1]


def _without_numbers(line: Line) -> tuple[str, int]:
    return _NUMBERS.sub("#", line.words), round(line.foot / 4)


def _stands_apart(line: Line, page: Sequence[Line]) -> bool:
    """Whether a line is above or below all others of its page, with room between."""
    higher = [one for one in page if one.foot >= line.top]
    lower = [one for one in page if one.top <= line.foot]
    room = min((*(one.foot - line.top for one in higher), *(line.foot - one.top for one in lower)), default=0.0)
    return not (higher and lower) and room > line.height


def _parted(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Those of some lines that are read first, and the rest: by columns, else by what stands above; nothing in one."""
    if len(lines) < 2:
        return lines, ()
    if (gutter := _gutter(lines)) is not None:
        return [one for one in lines if one.right <= gutter], [one for one in lines if one.left >= gutter]
    if (level := _level(lines)) is not None:
        return [one for one in lines if one.foot >= level], [one for one in lines if one.foot < level]
    return lines, ()


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a column ends and the next begins, if no line crosses and there are several on both sides."""
    reached, found = -1.0, None
    ordered = sorted(lines, key=lambda line: line.left)
    for number, line in enumerate(ordered):
        if number > 2 and line.left - reached >= GUTTER and len(lines) - number > 2:
            found = (reached + line.left) / 2
            break
        reached = max(reached, line.right)
    return found


def _level(lines: Sequence[Line]) -> float | None:
    """The highest place at which nothing stands, if one is on the page."""
    ordered = sorted(lines, key=lambda line: -line.top)
    reached = ordered[0].foot
    for line in ordered[1:]:
        if line.top < reached:
            return reached
        reached = min(reached, line.foot)
    return None


def _pitch(lines: Sequence[Line]) -> float:
    """From line to line of a paragraph, in points: a quarter of all steps are no larger, for gaps are steps, too."""
    steps = sorted(one.foot - other.foot for one, other in pairwise(lines) if one.foot > other.foot)
    return steps[len(steps) // 4] if steps else 0.0


def _begins(line: Line, last: Line, pitch: float) -> bool:
    """Whether a line begins a paragraph: by its indent, by a gap above, by another size, or after a short last line.

    Boxes are as high as their letters, so that heights tell little and feet more.
    """
    ended = bool(_STOP.search(last.words))
    if line.foot > last.foot:  # in the next column, or on the next page
        return ended and line.words[:1].isupper()
    if last.foot - line.foot > 1.35 * pitch or not 1 / 1.7 < line.height / last.height < 1.7:
        return True
    return ended and (line.left - last.left > 0.5 * pitch or last.right < line.right - 2 * pitch)


def _joined(before: str, words: str, known: set[str]) -> str:
    """Two lines in one; a hyphen at the end goes, unless the same word has it elsewhere, or it stands at a number."""
    if not before:
        return words
    if not (_CUT.search(before) and words[:1].isalnum()):
        return f"{before} {words}"
    if not words[0].islower():
        return before + words
    first, second = re.findall(r"\w*$", before[:-1])[0], re.match(r"\w*", words)[0]  # type: ignore[index]
    kept = f"{first}-{second}" in known or first.isdigit()
    return f"{before[:-1]}{'-' if kept else ''}{words}"
