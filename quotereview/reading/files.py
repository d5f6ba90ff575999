"""From paths to articles: finds the files of a folder and reads each."""

import os
from collections.abc import Iterable, Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import cast

from quotereview import in_use
from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import archive, formats, plain

STORES = (".qrev", ".qrev-wal", ".qrev-shm", ".qrev-journal")
"""Files that are not even opened, whichever program has them open: they are no articles."""


def read(path: Path, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of a file, in its order; a fault takes the place of the article it spoils, and none is raised.

    ``encoding`` is the one that an editor chose for texts that may be in any.
    """
    try:
        if path.suffix.lower() in STORES:
            raise in_use.StoreInUse
        with in_use.opened(path) as file:
            yield from formats.read(_name(path), file, encoding)
    except OSError as error:
        yield _fault(path, error)


def count(path: Path) -> int:
    """How many files there are to read at a path: as many as a zip file holds, else one."""
    if path.suffix.lower() not in archive.ENDINGS:
        return 1
    try:
        with in_use.opened(path) as file:
            return archive.count(file)
    except OSError:
        return 1


def read_content(name: str, content: bytes, encoding: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of what would be a file, of whatever kind its bytes tell, as ``read`` gives them."""
    yield from formats.read(name, BufferedReader(cast(RawIOBase, BytesIO(content))), encoding)


def read_bytes(name: str, original: bytes, encoding: str | None = None) -> Article:
    """The article of a pasted text. Raises Unreadable if it is too large, no text, or empty."""
    return plain.article(name, original, encoding)


def find_files(inputs: Iterable[Path]) -> Iterator[Path | Unreadable]:
    """The files that ``inputs`` stand for, in that order, each folder as its files sorted by path.

    Hidden files within a folder are left out, and a folder that links lead to again is entered once. A folder
    that cannot be entered, or that holds nothing, gives the reason in its place.
    """
    for path in inputs:
        if _is_folder(path):
            found = list(_within(path))
            yield from found or [Unreadable(f"The folder “{path}” holds no files.")]
        else:
            yield path


def _within(folder: Path) -> Iterator[Path | Unreadable]:
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not _is_folder(path):
                yield path if path.is_file() or not path.exists() else _fault(path, OSError("it is no ordinary file"))
            elif (place := _place(path)) not in entered:
                entered.add(place)
                waiting += sorted((entry for entry in path.iterdir() if entry.name[0] != "."), reverse=True)
        except OSError as error:
            yield _fault(path, error)


def _name(path: Path) -> str:
    """The file's name; bytes in it that are no text cannot be kept, and stand as question marks."""
    return path.name.encode(errors="replace").decode()


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where the folder above may not be entered


def _place(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _fault(path: Path, error: OSError) -> Unreadable:
    match error:
        case in_use.StoreInUse():
            return Unreadable(
                f"“{_name(path)}” belongs to a store of quotes and is no article: open the store in its place."
            )
        case FileNotFoundError():
            return Unreadable(f"“{path}” is not there; check its name and folder.")
        case PermissionError():
            return Unreadable(f"“{path}” may not be read by you; ask its owner for the right to read it.")
        case IsADirectoryError():
            return Unreadable(f"“{path}” is a folder, not a file.")
    return Unreadable(f"“{path}” cannot be read: {error.strerror or error}.")
