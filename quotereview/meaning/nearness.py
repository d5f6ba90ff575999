"""How near quotes are in what they say, by their vectors."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quotereview.meaning.embedding import vectors
from quotereview.meaning.parts import parts
from quotereview.model import Nearness

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SIZE = 512
"""The numbers of one vector, a byte each."""


class Understood(Protocol):
    """Whatever has the words of a quote and the vectors of their parts (``vectors``)."""

    @property
    def words(self) -> str: ...

    @property
    def vectors(self) -> bytes: ...


class Meaning(NamedTuple):
    """The words of a quote with what they mean."""

    words: str
    vectors: bytes


def near(here: str, there: str) -> Nearness:
    """How near two quotes are in meaning; only where ``embedding`` says that the extra is there."""
    [(_, nearness)] = nearest(_meaning(here), [_meaning(there)], -1.0)
    return nearness


def nearest(here: Understood, there: Sequence[Understood], least: float) -> Iterator[tuple[int, Nearness]]:
    """The places of those quotes that are at least so near to one, and how near each is.

    The whole of the one is held against the whole of the other and against each part of it, since an outlet often
    prints no more than a part.
    """
    import numpy as np

    if not there:
        return
    starts = np.cumsum([0, *(len(one.vectors) // SIZE for one in there)])
    cosines = _cosines(_rows(b"".join(one.vectors for one in there)), _rows(here.vectors))
    to_whole_here, to_whole_there = cosines[:, 0], cosines[starts[:-1]]
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


def _rows(vectors: bytes) -> "npt.NDArray[np.float32]":
    import numpy as np

    return np.frombuffer(vectors, np.int8).reshape(-1, SIZE).astype(np.float32)


def _cosines(these: "npt.NDArray[np.float32]", those: "npt.NDArray[np.float32]") -> "npt.NDArray[np.float32]":
    """Of each row of the one with each of the other; divided last, since the rows are thousands of times as many."""
    cosines: npt.NDArray[np.float32] = these @ those.T / _lengths(these)[:, None] / _lengths(those)
    return cosines


def _lengths(rows: "npt.NDArray[np.float32]") -> "npt.NDArray[np.float32]":
    import numpy as np

    lengths: npt.NDArray[np.float32] = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return lengths
