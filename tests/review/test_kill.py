"""Killed at any moment, the store holds whatever was reported as kept, and nothing by halves."""

import logging
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotereview.store import check, open_store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, AT_LENGTH = 20, 200
A_STORE = 20
"""Rounds with one store, since each is checked as a whole after each round."""


def reported_until_killed(path: Path, seed: int, lines: int, pause: float) -> list[str]:
    """The acts that an editor reported as kept before SIGKILL, so many seconds after so many lines."""
    command = [sys.executable, "-m", "tests.review.busy_editor", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as editor:
        assert editor.stdout
        heard = [editor.stdout.readline() for _ in range(lines)]
        time.sleep(pause)
        editor.kill()
        heard += editor.stdout.readlines()
    assert editor.returncode == -signal.SIGKILL, "it ended by itself"
    return [line.strip() for line in heard if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_everything_reported_as_kept_is_there(tmp_path: Path, at_length: bool) -> None:
    dice, reported, unheard = random.Random(7), list[str](), 0
    rounds = AT_LENGTH if at_length else ROUNDS
    for number in range(rounds):
        path = tmp_path / f"{number // A_STORE}.qrev"
        reported = [] if number % A_STORE == 0 else reported
        reported += reported_until_killed(path, number, dice.randint(1, 60), dice.random() / 20)
        assert list(check(path)) == []
        with open_store(path) as store:
            kept = [act.id for act in store.acts.lately("Ana Ruz", 10**6)]
            assert {len(store.proposals.quotes(article)) for article in store.articles.loaded()} == {3}
        lost = set(reported) - set(kept)
        assert not lost, f"round {number}"
        unheard += len(kept) - len(reported)
        reported = kept
    logging.getLogger(__name__).info(
        "%d rounds: all acts that were reported are there, and %d that were kept before they were", rounds, unheard
    )
