"""How near quotes are in what they say, by their vectors."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quotereview.meaning.embedding import vectors
from quotereview.meaning.parts import parts
from quotereview.model import Nearness

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SIZE = 512
"""The numbers of one vector, a byte each."""


class Meaning(NamedTuple):
    """The words of a quote with the vectors of their parts (``vectors``)."""

    words: str
    vectors: bytes


def near(here: str, there: str) -> Nearness:
    """How near two quotes are in meaning; only where ``embedding`` says that the extra is there."""
    [(_, nearness)] = nearest(_meaning(here), [_meaning(there)], -1.0)
    return nearness


def nearest(here: Meaning, there: Sequence[Meaning], least: float) -> Iterator[tuple[int, Nearness]]:
    """The places of those quotes that are at least so near to one, and how near each is.

    The whole of the one is held against the whole of the other and against each part of it, since an outlet often
    prints no more than a part.
    """
    import numpy as np

    if not there:
        return
    mine, theirs = _units(here.vectors), _units(b"".join(one.vectors for one in there))
    starts = np.cumsum([0, *(len(one.vectors) // SIZE for one in there)])
    to_whole_here, to_whole_there = theirs @ mine[0], theirs[starts[:-1]] @ mine.T
    values = np.maximum(np.maximum.reduceat(to_whole_here, starts[:-1]), to_whole_there.max(axis=1))
    for place in np.flatnonzero(values >= least).tolist():
        of_parts_there, of_parts_here = to_whole_here[starts[place] : starts[place + 1]], to_whole_there[place]
        whole_here = of_parts_there.max() >= of_parts_here.max()
        part_here = 0 if whole_here else int(of_parts_here.argmax())
        part_there = int(of_parts_there.argmax()) if whole_here else 0
        yield (
            place,
            Nearness(float(values[place]), parts(here.words)[part_here], parts(there[place].words)[part_there]),
        )


@lru_cache(maxsize=2048)
def _meaning(words: str) -> Meaning:
    return Meaning(words, *vectors([words]))


def _units(vectors: bytes) -> "npt.NDArray[np.float32]":
    """Vectors as rows of length 1."""
    import numpy as np

    rows = np.frombuffer(vectors, np.int8).reshape(-1, SIZE).astype(np.float32)
    units: npt.NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return units
