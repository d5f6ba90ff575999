"""Files and pasted texts to articles with their quotes, one outcome for each; touches no store."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from quotereview import reading
from quotereview.errors import Unreadable
from quotereview.model import Article, Detection, Span, Stretch
from quotereview.review.reshaping import UNMARKED, Marking
from quotereview.review.ruled_texts import Ruled

_PARAGRAPHS = re.compile(r"<(?:p|h[1-6]|article|blockquote|li)\b", re.IGNORECASE)
"""By what HTML is a page, and no mere colours of a text."""

log = logging.getLogger(__name__)


class Detector(Protocol):
    """Whatever finds the quotes of a text: the detection room's, or a plug-in's."""

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        """All quotes of ``text``, which that ``outlet`` published, if it is known; ``zones`` are those its file told.

        Those ``added``, marked by an editor, are among them, without the passages ``replaced`` by these.
        """


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text from the clipboard, or a file's bytes from standard input, under the name that the editor sees.

    ``page`` is the same as HTML, where the program in which it was copied gave it so, and ``address`` where it stood.
    """

    name: str
    text: str | bytes
    page: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read, with all that was found in it."""

    article: Article
    detection: Detection


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gave no article, and why, in one sentence; a zip file stands in its ``path`` as a folder does."""

    path: str
    why: str


def read_and_detect(
    inputs: Iterable[Path | Pasted],
    detector: Callable[[], Detector],
    encoding: str | None = None,
    outlet: str | None = None,
) -> Iterator[Read | Refused]:
    """One outcome per article or refused input, in the order given; folders are expanded.

    ``encoding`` is the one that an editor chose for texts that may be in any, None to tell it from each of them.
    ``outlet`` is the one that printed them all; without it, quotes are found as of the outlet that each of them tells.
    ``detector`` is called once, before the first article is detected, because loading a language model takes seconds.
    Raises ModelMissing where ``detector`` does.
    """
    loaded: Detector | None = None
    for given in inputs:
        for found in _articles(given, encoding):
            if isinstance(found, Refused):
                yield found
                continue
            loaded = loaded or detector()
            yield _detected(found, loaded, outlet=outlet)


def detect_marked(article: Article, marking: Marking, detector: Callable[[], Detector]) -> Detection:
    """The detection of an article with the passages that an editor marked by hand."""
    return detector().detect(article.text, marking.added, marking.replaced, article.outlet, article.zones)


def read_again(article: Article, encoding: str, detector: Callable[[], Detector], ruled: Ruled) -> Read | Refused:
    """An article as its kept bytes read in another encoding, with what is found in it, for ``Encodings.keep``.

    Quotes are found in the blocks, and by the passages, that are ``ruled`` of the article, as far as these are there.
    Refused where they are not written so, or its format leaves no choice. Raises ModelMissing where ``detector`` does.
    """
    try:
        found = reading.read_again(article, encoding)
    except Unreadable as fault:
        return Refused(article.name, str(fault))
    read = _detected(found, detector())
    if isinstance(read, Refused) or not ruled:
        return read
    zones, marking = ruled.in_text(found.text, read.detection.zones)
    again = _detected(replace(found, zones=(*found.zones, *zones)), detector(), marking)
    return Read(found, again.detection) if isinstance(again, Read) else again


def detect_again(article: Article, marking: Marking, detector: Callable[[], Detector]) -> Read | Refused:
    """An article that is there with what is found in it now, by the passages that an editor marked by hand.

    Raises ModelMissing where ``detector`` does.
    """
    return _detected(article, detector(), marking)


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, those of plug-ins among them."""
    return tuple(reading.endings())


def count_files(inputs: Iterable[Path | Pasted]) -> int:
    """How many files and pasted texts there are to read, folders and zip files expanded; a file may hold more."""
    return sum(1 if isinstance(given, Pasted) else sum(map(_count, reading.find_files([given]))) for given in inputs)


def _articles(given: Path | Pasted, encoding: str | None) -> Iterator[Article | Refused]:
    if isinstance(given, Pasted):
        yield from _guarded(Path(given.name), _pasted(given, encoding))
        return
    for path in reading.find_files([given]):
        if isinstance(path, Unreadable):
            yield Refused(str(given), str(path))
        else:
            yield from _guarded(path, reading.read(path, encoding))


def _count(path: Path | Unreadable) -> int:
    return 1 if isinstance(path, Unreadable) else reading.count(path)


def _pasted(pasted: Pasted, encoding: str | None) -> Iterator[Article | Unreadable]:
    if isinstance(pasted.text, bytes):
        yield from reading.read_content(pasted.name, pasted.text, encoding)
        return
    if _PARAGRAPHS.search(pasted.page):
        try:
            yield reading.read_page(pasted.name, pasted.page, pasted.address)
            return
        except Unreadable as fault:
            log.info("read as text instead: %s", fault)
    try:
        yield reading.read_bytes(pasted.name, pasted.text.encode("utf-8", "replace"))
    except Unreadable as fault:
        yield fault


def _guarded(path: Path, articles: Iterator[Article | Unreadable]) -> Iterator[Article | Refused]:
    """The outcomes of one input."""
    try:
        for found in articles:
            yield Refused(str(path / found.within), str(found)) if isinstance(found, Unreadable) else found
    except Exception:  # noqa: BLE001 - a bug met in one input must not cost the editor the rest of the batch
        yield _failed(str(path))


def _detected(
    article: Article, detector: Detector, marking: Marking = UNMARKED, outlet: str | None = None
) -> Read | Refused:
    try:
        found = detector.detect(article.text, marking.added, marking.replaced, outlet or article.outlet, article.zones)
        return Read(article, found)
    except Exception:  # noqa: BLE001 - a bug met in one input must not cost the editor the rest of the batch
        return _failed(article.name)


def _failed(name: str) -> Refused:
    """The outcome of a bug met in one input, which must not cost the editor the rest of the batch."""
    log.exception("reading or detection failed in %s", name)
    return Refused(name, f"This program failed on {name}, its log says where; the rest was read.")
