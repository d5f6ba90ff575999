"""Writes a sheet to where the editor wants it: whole, or not at all."""

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TypeVar

from quotereview import in_use
from quotereview.errors import Unwritable
from quotereview.export import annotations, csv, docx, html, json, markdown, pdf, quotations, whole, xlsx
from quotereview.model import Imprint, Ledger, SheetRow

Writer = Callable[[Sequence[SheetRow], Imprint | None], bytes]
TableWriter = Callable[[Sequence[SheetRow], Imprint | None, Sequence[str]], bytes]

Found = TypeVar("Found")

PLUG_INS = "quotereview.writers"
"""The group of entry points under which other packages add writers, each named by its ending without the point."""

TABLES: dict[str, TableWriter] = {
    ".xlsx": xlsx.content,
    ".html": html.content,
    ".pdf": pdf.content,
    ".docx": docx.content,
    ".md": markdown.content,
    ".csv": csv.content,
}
"""The forms of which columns can be chosen, by their titles."""

# JSON-LD names no program that wrote it.
WRITERS: dict[str, Writer] = {
    ".json": json.content,
    ".annotations.jsonld": annotations.content,
    ".quotations.jsonld": lambda rows, _: quotations.content(rows),
}


def write(
    rows: Sequence[SheetRow],
    to: Path,
    imprint: Imprint | None = None,
    titles: Sequence[str] = (),
    others: Iterable[str] = (),
) -> None:
    """Write ``rows`` to ``to`` in the format that its ending names, the imprint at its foot where it has one.

    ``titles`` are those of the columns that a table is to have, in their order; without any it has those of its form.
    ``others`` are endings of what is written elsewhere, which are named, too, where the ending is unknown. A sheet that
    was there is replaced at the end.

    Raises Unwritable if the ending is unknown, there is no such column, or the file cannot be written there.
    """
    tables = {ending: _in_columns(writer, titles) for ending, writer in TABLES.items()}
    writers: Mapping[str, Writer] = {**tables, **WRITERS, **plugged_in()}
    writer = _of_ending(to, writers)
    if writer is None:
        *most, last = *writers, *others
        raise Unwritable(f"“{to.name}” is no kind of sheet; end its name with {', '.join(most)} or {last}.")
    put(writer(rows, imprint), to)


def has_columns(to: Path) -> bool:
    """Whether a sheet of this name is a table, of which columns can be chosen."""
    return _of_ending(to, TABLES) is not None


def _of_ending(to: Path, writers: Mapping[str, Found]) -> Found | None:
    return next((writer for ending, writer in writers.items() if to.name.lower().endswith(ending)), None)


def _in_columns(writer: TableWriter, titles: Sequence[str]) -> Writer:
    return lambda rows, imprint: writer(rows, imprint, titles)


def write_whole(rows: Sequence[SheetRow], ledger: Ledger, to: Path) -> None:
    """Write all quotes of a store, and the store row by row, so that it can be made again of the sheet.

    Raises Unwritable if ``to`` does not end in .json, or cannot be written.
    """
    if to.suffix.lower() != ".json":
        raise Unwritable(f"“{to.name}” cannot hold a whole store; end its name with .json.")
    put(whole.content(rows, ledger), to)


def put(content: bytes, to: Path) -> None:
    """Put a file in the place of what was there, when it is whole. Raises Unwritable."""
    try:
        if in_use.holds(to):
            raise in_use.StoreInUse
        _replace(Path(os.path.realpath(to)), content)
    except OSError as error:
        raise Unwritable(_fault(to, error)) from error


@cache
def plugged_in() -> Mapping[str, Writer]:
    """The writers that other packages add, by their endings, none in place of ours; each is imported when it writes."""
    found = {f".{point.name.lower()}": _loading(point) for point in entry_points(group=PLUG_INS)}
    return {ending: writer for ending, writer in found.items() if ending not in {**TABLES, **WRITERS}}


def _loading(point: EntryPoint) -> Writer:
    def content(rows: Sequence[SheetRow], imprint: Imprint | None) -> bytes:
        writer: Writer = point.load()
        return writer(rows, imprint)

    return content


def _replace(to: Path, content: bytes) -> None:
    beside = to.with_name(f".quotereview.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(to)
    finally:
        beside.unlink(missing_ok=True)


def _fault(to: Path, error: OSError) -> str:
    if os.path.isdir(to):  # noqa: PTH112 - Path.is_dir raises where the name is too long
        return f"“{to}” is a folder; name a file in it."
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"The folder “{to.parent}” is not there; make it or choose another place for the sheet."
        case PermissionError():
            return f"“{to}” may not be written; close it if another program has it open, or choose another place."
    if error.errno == errno.ENOSPC:
        return f"The disk that holds “{to.parent}” is full; free some space and try again."
    return f"“{to}” cannot be written: {error.strerror or error}; choose another place for the sheet."
