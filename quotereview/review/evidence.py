"""Evidence from what an editor gives: a link, a file of which only name and hash are kept, a transcript."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from quotereview import in_use
from quotereview.errors import NotEvidence
from quotereview.matching import locate
from quotereview.model import Evidence, EvidenceKind
from quotereview.review.rulings import short, storable, tidy

__all__ = ["Hashing", "elsewhere", "file", "link", "locate", "transcript"]

AT_ONCE = 4 << 20  # bytes: some hundredths of a second, in which the worker can do nothing else


@dataclass(frozen=True, slots=True)
class Hashing:
    """How far a file was read for its hash, in bytes."""

    done: int
    size: int


def link(address: str, locator: str = "") -> Evidence:
    """A link, kept as it was given and never followed; raises NotEvidence for none."""
    given = storable(address).strip()
    if not given:
        raise NotEvidence("There is no link to keep; write or paste one.")
    return Evidence(EvidenceKind.LINK, given, tidy(locator))


def transcript(words: str, of: str = "", locator: str = "") -> Evidence:
    """Words that were pasted, and what they are a transcript of, else how they begin; raises NotEvidence for none."""
    given = storable(words).strip()
    if not given:
        raise NotEvidence("There are no words in this transcript; paste what was said.")
    return Evidence(EvidenceKind.TRANSCRIPT, tidy(of) or short(given), tidy(locator), words=given)


def elsewhere(evidence: Evidence, locator: str) -> Evidence:
    """The same evidence at another page or time code."""
    return replace(evidence, locator=tidy(locator))


def file(path: Path, locator: str = "") -> Iterator[Hashing | Evidence]:
    """How far a file is read, piece by piece, and at the end the evidence: its name and the hash of its bytes.

    Raises NotEvidence where there is no file, or one that cannot be read.
    """
    try:
        yield from _read(path, locator)
    except FileNotFoundError as error:
        raise NotEvidence(f"“{path}” is not there; check the name of the file.") from error
    except IsADirectoryError as error:
        raise NotEvidence(f"“{path}” is a folder; choose the file in it that shows the words.") from error
    except PermissionError as error:
        sentence = f"“{path}” may not be read; change its permissions, or copy it to where you may read it."
        raise NotEvidence(sentence) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise NotEvidence(f"“{path}” cannot be read: {why}; choose another file.") from error


def _read(path: Path, locator: str) -> Iterator[Hashing | Evidence]:
    if path.is_dir():  # told apart here: not every system says so when it is opened
        raise IsADirectoryError
    size = path.stat().st_size
    if not path.is_file():  # a pipe or a device has no end
        raise ValueError("it is no ordinary file")
    digest = sha256()
    with in_use.opened(path) as opened:
        while piece := opened.read(AT_ONCE):
            digest.update(piece)
            yield Hashing(opened.tell(), size)
    yield Evidence(EvidenceKind.FILE, storable(path.name), tidy(locator), digest.hexdigest())
