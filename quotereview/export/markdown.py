"""A sheet to paste where Markdown is read: a quote to a section, its words as a block quote."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quotereview.export import printed
from quotereview.export.printed import PrintedCell
from quotereview.model import UNTOLD, Imprint, SheetRow

ABOVE = ("number", "quote", "speaker")
"""The columns that stand above a section's list."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&])")
_LEADING = re.compile(r"^(\s*)([-=]|\d+[.)])", re.MULTILINE)


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns; what somebody wrote is shown as it is, and never taken for Markdown."""
    lines = ["# Quotes", "", plain(printed.summary(rows, imprint))]
    for row in rows:
        lines += ["", *_section(row, titles)]
    if imprint:
        lines += ["", "---", "", plain(imprint.line)]
    return "\n".join([*lines, ""]).encode()


def plain(words: str) -> str:
    """Words on one line or more, with a backslash before whatever Markdown would take for a sign."""
    return _LEADING.sub(_escaped, _SPECIAL.sub(r"\\\1", words))


def _escaped(leading: re.Match[str]) -> str:
    space, sign = leading.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _section(row: SheetRow, titles: Sequence[str]) -> Iterator[str]:
    columns = printed.columns(titles)
    told = {column.name: cell for column, cell in zip(columns, printed.cells(row, titles), strict=True)}
    yield _heading(row, told)
    yield ""
    yield from _block(told["quote"].main)
    for line in told["quote"].quiet:
        yield from ("", plain(" ".join(line.split())))
    yield ""
    for column in columns:
        cell = told[column.name]
        if column.name not in ABOVE and (cell.main or cell.quiet):
            yield f"- {column.title}: {_line(cell)}"


def _heading(row: SheetRow, told: Mapping[str, PrintedCell]) -> str:
    """The number, and the speaker where one is to be printed."""
    if "speaker" not in told:
        return f"## {row.number}."
    speaker = told["speaker"]
    return f"## {row.number}. {_line(speaker) if speaker.main not in ('', UNTOLD) else 'Speaker unknown'}"


def _block(words: str) -> Iterator[str]:
    return (f"> {plain(line.strip())}".rstrip() for line in words.splitlines())


def _line(cell: PrintedCell) -> str:
    """A cell in one line."""
    parts = [" ".join(part.split()) for part in (cell.main, *cell.quiet)]
    return plain("; ".join(filter(None, parts)))
