"""The whole files that are spoiled: what other programs made, invented pages, and one of each other format."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotereview.reading import formats

HERE = Path(__file__).parent
FOLDERS = (HERE / "seeds", HERE.parent / "made", HERE.parent / "pages")
_OURS = ".txt"  # what is expected of the pages


@dataclass(frozen=True, slots=True)
class Seed:
    """A file by its name and bytes."""

    name: str
    content: bytes


@cache
def seeds() -> tuple[Seed, ...]:
    """All seeds, by their names; a new file in one of the folders is one."""
    files = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())
    return tuple(
        Seed(path.name, path.read_bytes()) for path in files if path.parent.name != "pages" or path.suffix != _OURS
    )


@cache
def by_ending() -> tuple[tuple[Seed, ...], ...]:
    """The seeds of each ending, so that a format with many is spoiled no more often than others."""
    found = dict.fromkeys(Path(seed.name).suffix for seed in seeds())
    return tuple(tuple(seed for seed in seeds() if Path(seed.name).suffix == ending) for ending in found)


def endings() -> tuple[str, ...]:
    """The endings of all readers that are there, those of plug-ins too."""
    return tuple(formats.endings())
