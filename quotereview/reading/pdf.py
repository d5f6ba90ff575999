"""PDF with text: its lines in reading order, column after column, put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import limits
from quotereview.reading.copy import Copy

ENDINGS: tuple[str, ...] = (".pdf",)
MOST_PAGES = 300
MOST_RUNS = 20_000  # pieces of text on one page
MARGIN = 0.09  # of a page's height: where running heads and page numbers stand
GUTTER = 7.0  # points between two columns
_NUMBERS = re.compile(r"\d+")
_STOP = re.compile(r"[.!?:][\"'”’»)\]]*$")
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
    try:
        yield article(name, limits.whole_file(name, file))
    except Unreadable as error:
        yield error


def article(name: str, original: bytes) -> Article:
    """The article of a PDF. Raises Unreadable where it is damaged, locked, too long, or only pictures of pages."""
    import pypdfium2  # a library of its own, hardly ever needed

    try:
        document = pypdfium2.PdfDocument(original)
        pages = _pages(name, document)
        properties = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"“{name}” is damaged, or locked with a password; save it anew without one.") from error
    if not any(pages):
        raise Unreadable(f"“{name}” holds pictures of pages, no text; have the text recognised first.")
    copy = Copy()
    heads = _running_heads(pages)
    lines = [line for page in pages for line in in_order([one for one in page if one.words not in heads])]
    for paragraph in paragraphs(lines):
        copy.add(paragraph)
    for head in heads:
        copy.add(head, Zone.TEASER)
    copy.tell_first_line()
    copy.telling.tell(Field.HEADLINE, properties.get("Title"), "document property “Title”")
    return copy.article(name, original, "utf-8")


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page as they are read: what spans the columns first, then column after column."""
    if len(lines) < 2:
        return list(lines)
    gutter = _gutter(lines)
    if gutter is not None:
        return [
            *in_order([one for one in lines if one.right <= gutter]),
            *in_order([one for one in lines if one.left >= gutter]),
        ]
    level = _level(lines)
    if level is not None:
        return [
            *in_order([one for one in lines if one.foot >= level]),
            *in_order([one for one in lines if one.foot < level]),
        ]
    return sorted(lines, key=lambda line: line.left)


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Lines in reading order put together; a word cut at the end of a line is whole again."""
    known = set(re.findall(r"\w+-\w+", " ".join(line.words for line in lines)))
    height = median(line.height for line in lines) if lines else 0
    together = ""
    last: Line | None = None
    for line in lines:
        if last is not None and _begins(line, last, height):
            yield together
            together = ""
        together = _joined(together, line.words, known)
        last = line
    if together:
        yield together


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
        words = " ".join(text.get_text_bounded(*box).split())
        if words:
            _add_run(lines, Line(words, *box))
    return [line for line in lines if line.height > 0]


def _add_run(lines: list[Line], run: Line) -> None:
    """Add a piece of text to the line that it goes on, else as a line of its own."""
    last = lines[-1] if lines else None
    if last and abs(last.foot - run.foot) < 0.6 * last.height and -2 <= run.left - last.right < GUTTER:
        gap = " " if run.left - last.right > 0.12 * last.height else ""
        box = (min(last.foot, run.foot), max(last.right, run.right), max(last.top, run.top))
        lines[-1] = Line(f"{last.words}{gap}{run.words}", last.left, *box)
    else:
        lines.append(run)


def _running_heads(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The lines at the head or foot of pages that come again on another, but for their numbers, and page numbers."""
    edge = [[line for line in page if _is_at_edge(line, page)] for page in pages]
    seen = Counter(key for lines in edge for key in {_NUMBERS.sub("#", line.words) for line in lines})
    found = (line.words for lines in edge for line in lines if seen[_NUMBERS.sub("#", line.words)] > 1)
    return list(dict.fromkeys(found))


def _is_at_edge(line: Line, page: Sequence[Line]) -> bool:
    top, foot = max(one.top for one in page), min(one.foot for one in page)
    margin = MARGIN * (top - foot)
    return line.foot > top - margin or line.top < foot + margin


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


def _begins(line: Line, last: Line, height: float) -> bool:
    """Whether a line begins a paragraph: by its indent, by a gap above, by another size, or after a short last line."""
    if line.foot > last.foot:  # in the next column
        return (
            bool(_STOP.search(last.words))
            and line.words[:1].isupper()
            and last.right - last.left < 0.8 * (line.right - line.left)
        )
    if last.foot - line.top > 0.7 * height or abs(line.height - last.height) > 0.35 * height:
        return True
    indented = line.left - last.left > 0.6 * height
    ended = bool(_STOP.search(last.words))
    return ended and (indented or last.right < line.right - 2 * height)


def _joined(before: str, words: str, known: set[str]) -> str:
    """Two lines in one; a hyphen at the end goes, unless the same word has it elsewhere, or it stands at a number."""
    if not before:
        return words
    if not (_CUT.search(before) and words[:1].islower()):
        return f"{before} {words}"
    first, second = re.findall(r"\w*$", before[:-1])[0], re.match(r"\w*", words)[0]  # type: ignore[index]
    kept = f"{first}-{second}" in known or first.isdigit()
    return f"{before[:-1]}{'-' if kept else ''}{words}"
