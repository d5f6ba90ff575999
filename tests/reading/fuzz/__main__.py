"""Spoils files and reads them for some minutes: ``python -m tests.reading.fuzz --minutes 30 --found FOLDER``.

Whatever is found is kept in the folder, the smallest file of each kind, and the run ends with a fault. A file of which
something new comes is spoiled further, so that a longer run gets farther in.
"""

import argparse
import hashlib
import random as chance
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from quotereview.reading import formats
from tests.reading.fuzz.reader import Reader
from tests.reading.fuzz.seeds import Seed, seeds
from tests.reading.fuzz.spoiling import Case, case

AT_A_TIME = 300
_NUMBERS = re.compile(r"\d+")
_PLACE = re.compile(r'File "([^"]+)", line (\d+)')


class Hunt:
    """What was read so far, what of it was new, and what was found."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self.read = Counter[str]()
        self.found: dict[str, int] = {}
        self._reader = reader
        self._folder = folder
        self._outcomes: set[tuple[str, ...]] = set()
        self._pool: dict[str, list[Seed]] = {}

    def take(self, random: chance.Random) -> None:
        """Spoil one file, and read it; one of which something new comes is spoiled further."""
        spoiled = case(random, tuple(self._pool.values()))
        kind = _read_as(spoiled)
        self.read[kind] += 1
        fault, outcome = self._reader.read(spoiled)
        if fault:
            self._keep(spoiled, fault)
        elif (new := tuple(_NUMBERS.sub("#", one) for one in outcome)) not in self._outcomes:
            self._outcomes.add(new)
            self._pool.setdefault(kind, []).append(Seed(spoiled.name, spoiled.content))

    def told(self) -> str:
        """The run in a few lines."""
        formats_read = ", ".join(f"{name} {count:,}" for name, count in self.read.most_common())
        kept = f"{len(seeds())} files to spoil, {sum(map(len, self._pool.values())):,} more found on the way"
        return f"{self.read.total():,} files read ({formats_read}); {kept}; {len(self.found)} findings"

    def _keep(self, spoiled: Case, fault: str) -> None:
        kind = hashlib.sha256(_kind(fault).encode()).hexdigest()[:10]
        if len(spoiled.content) >= self.found.get(kind, sys.maxsize):
            return
        if kind not in self.found:
            print(f"found {kind}: {_in_short(fault)} (see {self._folder})", flush=True)  # noqa: T201
        self.found[kind] = len(spoiled.content)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{kind}.bin").write_bytes(spoiled.content)
        (self._folder / f"{kind}.txt").write_text(
            f"{spoiled.name!r}\n{spoiled.encoding!r}\n{fault}", "utf-8", "replace"
        )


def _read_as(spoiled: Case) -> str:
    """The name of the reader of a file."""
    kind = formats.format_of(spoiled.name, spoiled.content[: formats.ENOUGH])
    return getattr(kind, "__name__", "none").rpartition(".")[2]


def _in_short(fault: str) -> str:
    lines = fault.strip().splitlines()
    return lines[0 if fault.startswith("more than") else -1][:300]


def _kind(fault: str) -> str:
    """By what a fault is known again: its last line without values, and the innermost places."""
    places = [f"{Path(path).name}:{line}" for path, line in _PLACE.findall(fault)]
    if fault.startswith("more than"):
        return " ".join(("too long", *places[:2]))
    return " ".join((":".join(fault.strip().splitlines()[-1].split(":")[:2])[:80], *places[-2:]))


def main() -> None:
    """Hunt for as long as was asked."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--minutes", type=float, default=1)
    wanted.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "quotereview-fuzz")
    wanted.add_argument("--seed", type=int, default=0)
    given_words = wanted.parse_args()
    end = monotonic() + 60 * given_words.minutes
    with Reader() as reader:
        hunt = Hunt(reader, given_words.found)
        number = given_words.seed
        while monotonic() < end:
            number += 1
            _some(hunt, number)
        print(hunt.told())  # noqa: T201
    sys.exit(1 if hunt.found else 0)


def _some(hunt: Hunt, number: int) -> None:
    @seed(number)
    @settings(
        max_examples=AT_A_TIME,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=True))
    def spoil(random: chance.Random) -> None:
        hunt.take(random)

    spoil()


if __name__ == "__main__":
    main()
