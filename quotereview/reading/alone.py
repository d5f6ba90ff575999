"""A file that is one article, for the formats that hold no more."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading.limits import whole_file


def alone(name: str, file: BinaryIO, article: Callable[[str, bytes], Article]) -> Iterator[Article | Unreadable]:
    """What ``article`` makes of the file's name and bytes, or why there is none."""
    try:
        yield article(name, whole_file(name, file))
    except Unreadable as error:
        yield error
