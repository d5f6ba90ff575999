"""Files and pasted texts to articles with their quotes, one outcome for each; touches no store."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quotereview import reading
from quotereview.errors import Unreadable
from quotereview.model import Article, Detection, Span

log = logging.getLogger(__name__)


class Detector(Protocol):
    """Whatever finds the quotes of a text: the detection room's, or a plug-in's."""

    def detect(self, text: str, added: Sequence[Span] = ()) -> Detection:
        """All quotes of ``text``, those that an editor marked by hand among them."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text from the clipboard, or bytes from standard input, under the name that the editor sees."""

    name: str
    text: str | bytes


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read, with all that was found in it."""

    article: Article
    detection: Detection


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gave no article, and why, in one sentence."""

    path: str
    why: str


def read_and_detect(inputs: Iterable[Path | Pasted], detector: Callable[[], Detector]) -> Iterator[Read | Refused]:
    """One outcome per article or refused input, in the order given; folders are expanded.

    ``detector`` is called once, before the first article is detected, because loading a language model takes seconds.
    Raises ModelMissing where ``detector`` does.
    """
    loaded: Detector | None = None
    for name, article in _articles(inputs):
        if isinstance(article, Unreadable):
            yield Refused(name, str(article))
            continue
        loaded = loaded or detector()
        yield _detected(article, loaded)


def detect_added(
    article: Article, span: Span, added_before: Sequence[Span], detector: Callable[[], Detector]
) -> Detection:
    """The detection of an article with one more passage that an editor marked by hand."""
    return detector().detect(article.text, (*added_before, span))


def count_files(inputs: Iterable[Path | Pasted]) -> int:
    """How many files and pasted texts there are to read, folders expanded; a file may hold several articles."""
    return sum(1 if isinstance(given, Pasted) else sum(1 for _ in reading.find_files([given])) for given in inputs)


def _articles(inputs: Iterable[Path | Pasted]) -> Iterator[tuple[str, Article | Unreadable]]:
    for given in inputs:
        if isinstance(given, Pasted):
            yield given.name, _pasted(given)
        else:
            yield from _from_path(given)


def _pasted(pasted: Pasted) -> Article | Unreadable:
    try:
        original = pasted.text if isinstance(pasted.text, bytes) else pasted.text.encode("utf-8", "replace")
        return reading.read_bytes(pasted.name, original)
    except Unreadable as fault:
        return fault


def _from_path(path: Path) -> Iterator[tuple[str, Article | Unreadable]]:
    for found in reading.find_files([path]):
        if isinstance(found, Unreadable):
            yield str(path), found
            continue
        for article in reading.read(found):
            yield str(found), article


def _detected(article: Article, detector: Detector) -> Read | Refused:
    try:
        return Read(article, detector.detect(article.text))
    except Exception:  # noqa: BLE001 - a bug met in one article must not cost the editor the rest of the batch
        log.exception("detection failed in %s", article.name)
        return Refused(
            article.name, f"The program failed on {article.name}; the log says where. The other files were read."
        )
