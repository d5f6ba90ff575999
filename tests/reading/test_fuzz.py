"""Spoiled files in every reader: an article or a sentence comes of each; ``.ci/run`` does it for a minute."""

import io
import random as chance
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import formats
from tests.reading.fuzz import reader
from tests.reading.fuzz.reader import Reader
from tests.reading.fuzz.seeds import Seed, seeds
from tests.reading.fuzz.spoiling import Case, case


@pytest.fixture(scope="module")
def process() -> Iterator[Reader]:
    with Reader() as started:
        yield started


@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_of_a_spoiled_file_comes_an_article_or_a_sentence(process: Reader, random: chance.Random) -> None:
    spoiled = case(random)
    fault, _ = process.read(spoiled)
    assert fault is None, f"{spoiled.name!r}, {spoiled.content[:500]!r}: {fault}"


def test_every_reader_has_a_file_to_spoil() -> None:
    read = {formats.format_of(seed.name, seed.content[: formats.ENOUGH]) for seed in seeds() if _is_read(seed)}
    wanting = [kind.ENDINGS for kind in formats.all_formats() if kind not in read]
    assert not wanting, f"put a small file of each of these kinds into tests/reading/fuzz/seeds: {wanting}"


def _is_read(seed: Seed) -> bool:
    found = formats.read(seed.name, io.BufferedReader(io.BytesIO(seed.content)))  # type: ignore[arg-type]
    return any(isinstance(one, Article) for one in found)


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("while True: pass", "more than"),
        ("b' ' * 2_000_000_000", "MemoryError"),
        ("open('x', 'wb')", "opened to be written"),
        ("import socket; socket.socket()", "socket.__new__"),
        ("1 / 0", "ZeroDivisionError"),
        ("os._exit(3)", "the process ended (3)"),
    ],
)
def test_what_a_reader_must_not_do_is_found(deed: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that does it is put in the place of the one of plain text, in a process as the others are read in."""
    spoiler = (
        "import os\nfrom quotereview.reading import plain\nfrom tests.reading.fuzz import reader\n"
        f"def articles(name, file, encoding=None):\n    found = None\n    {deed}\n    yield found\n"
        "plain.articles = articles\nreader.LONGEST = 0.2\nreader.seeds = lambda: ()\nreader.main()\n"
    )
    monkeypatch.setattr(reader, "COMMAND", (sys.executable, "-c", spoiler))
    with Reader() as spoiled:
        fault, _ = spoiled.read(Case("a.txt", b"words"))
    assert fault and said in fault


def test_a_run_of_seconds_tells_what_was_read() -> None:
    command = (sys.executable, "-m", "tests.reading.fuzz", "--minutes", "0.001")
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "files read (" in ended.stdout and Unreadable.__name__ not in ended.stderr
