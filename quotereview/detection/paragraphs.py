"""Paragraphs of a plain text, for every step that must keep damage inside one."""

import re
from collections.abc import Iterator

from quotereview.model import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_WRAPPED = range(40, 101)


def split(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` in order, without the white space around them; blank ones are left out.

    A line is a paragraph, as wire copy has it, unless its block is wrapped by hand at a column: then the block is one.
    """
    return tuple(paragraph for block in _blocks(text) for paragraph in _paragraphs(text, block))


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no blank line between them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = Span(*match.span()).stripped(text)
        if not line:
            continue
        if block and len(_BREAK.findall(text, block[-1].end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _paragraphs(text: str, block: list[Span]) -> list[Span]:
    return [Span(block[0].start, block[-1].end)] if _is_wrapped(text, block) else block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether a block's lines are all of a column's width and mostly go on in lower case."""
    if len(block) < 2 or any(len(line) not in _WRAPPED for line in block[:-1]):
        return False
    lower = sum(text[line.start].islower() for line in block[1:])
    return 2 * lower >= len(block) - 1
