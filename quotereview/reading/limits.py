"""How large a text, and a file, may be."""

from typing import BinaryIO

from quotereview.errors import Unreadable

LARGEST = 2_000_000
MOST_ARTICLES = 10_000  # of one file that is read whole
LARGEST_FILE = 30_000_000  # bytes of a file with markup, pictures or fonts


def too_large(name: str) -> Unreadable:
    """The refusal of a text of more than ``LARGEST`` bytes."""
    return Unreadable(f"“{name}” is larger than 2 MB, too large for one article; split it and try again.")


def check_number(name: str, articles: int) -> None:
    """Raises Unreadable where a file that is read whole holds too many articles."""
    if articles > MOST_ARTICLES:
        raise Unreadable(f"“{name}” holds more than {MOST_ARTICLES:,} articles; split it and try again.")


def whole_file(name: str, file: BinaryIO) -> bytes:
    """All bytes of a file. Raises Unreadable where it has more than ``LARGEST_FILE``; no more than these are read."""
    original = file.read(LARGEST_FILE + 1)
    if len(original) > LARGEST_FILE:
        raise Unreadable(
            f"“{name}” is larger than 30 MB, too large to be one article; save its text alone and try again."
        )
    return original
