"""The blocks of words of a web page, in order, each with where it stands and how much of it is links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quotereview.model import Field, Zone

Element = Any  # lxml has no types

_NOT_SHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "amp-iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "head",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "map",
        "title",
        "meta",
        "link",
    ]
)
BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "main",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "form",
        "fieldset",
        "address",
        "hr",
        "details",
        "summary",
        "center",
    ]
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r" ?\n ?(?:\n ?)+")


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together in one element; ``linked`` is the share of their characters that are links."""

    words: str
    element: Element
    linked: float
    zone: Zone | None = None
    field: Field | None = None
    origin: str = ""


def blocks(root: Element) -> Iterator[Block]:
    """The blocks of a page in order; scripts, forms' fields and the like hold no words."""
    gathered = _Gathered()
    yield from _within(root, gathered, False)
    yield from gathered.closed(root)


class _Gathered:
    """The words of the block that is being read."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0

    def add(self, words: str | None, linked: bool, kept: bool) -> None:
        if words:
            words = words if kept else _SPACE.sub(" ", words)
            self._pieces.append(words)
            self._linked += _letters(words) if linked else 0

    def line_break(self) -> None:
        self._pieces.append("\n")

    def closed(self, element: Element) -> Iterator[Block]:
        """The block that ends here, in two where lines were left blank."""
        words = "".join(self._pieces)
        linked = self._linked / max(_letters(words), 1)
        self._pieces, self._linked = [], 0
        for paragraph in _BREAKS.split(words):
            lines = (_line(line, element) for line in paragraph.split("\n"))
            if told := "\n".join(line for line in lines if line):
                yield Block(told, element, linked)


def _letters(words: str) -> int:
    return len(words) - sum(map(str.isspace, words))


def _line(line: str, element: Element) -> str:
    return line.rstrip() if element.tag == "pre" else re.sub(" {2,}", " ", line).strip()


def _within(element: Element, gathered: _Gathered, linked: bool) -> Iterator[Block]:
    """The blocks that end within an element; what stands in none of them goes on after it."""
    linked, kept = linked or element.tag == "a", element.tag == "pre"
    gathered.add(element.text, linked, kept)
    for child in element:
        if child.tag == "br":
            gathered.line_break()
        elif child.tag in BLOCKS:
            yield from gathered.closed(element)
            yield from _within(child, gathered, linked)
            yield from gathered.closed(child)
        elif isinstance(child.tag, str) and child.tag not in _NOT_SHOWN:
            yield from _within(child, gathered, linked)
        gathered.add(child.tail, linked, kept)
