"""A sheet to paste where Markdown is read: a quote to a section, its words as a block quote."""

import re
from collections.abc import Iterator, Sequence

from quotereview.export import printed
from quotereview.export.printed import NONE, PrintedCell
from quotereview.model import Imprint, SheetRow

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&])")
_LEADING = re.compile(r"^(\s*)([-=]|\d+[.)])", re.MULTILINE)


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> bytes:
    """The sheet's file; what an article or an editor wrote is shown as it is, and never taken for Markdown."""
    lines = ["# Quotes", "", plain(printed.summary(rows, imprint))]
    for row in rows:
        lines += ["", *_section(row)]
    if imprint:
        lines += ["", "---", "", plain(imprint.line)]
    return "\n".join([*lines, ""]).encode()


def plain(words: str) -> str:
    """Words on one line or more, with a backslash before whatever Markdown would take for a sign."""
    return _LEADING.sub(_escaped, _SPECIAL.sub(r"\\\1", words))


def _escaped(leading: re.Match[str]) -> str:
    space, sign = leading.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _section(row: SheetRow) -> Iterator[str]:
    number, quote, speaker, *others = printed.cells(row)
    yield f"## {number.main}. {_line(speaker) if speaker.main != NONE else 'Speaker unknown'}"
    yield ""
    yield from _block(quote.main)
    for told in quote.quiet:
        yield from ("", plain(told))
    yield ""
    for column, cell in zip(printed.COLUMNS[3:], others, strict=True):
        if cell.main or cell.quiet:
            yield f"- {column.title}: {_line(cell)}"


def _block(words: str) -> Iterator[str]:
    return (f"> {plain(line)}".rstrip() for line in words.splitlines())


def _line(cell: PrintedCell) -> str:
    """A cell in one line."""
    parts = [" ".join(part.split()) for part in (cell.main, *cell.quiet)]
    return plain("; ".join(filter(None, parts)))
