"""Articles read again, as it is typed."""

from pathlib import Path

import pytest

from quotereview.review.session import Session
from quotereview.store import open_store
from tests.cli.commands import STORY, run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that holds the story, read in the wrong encoding."""
    file, path = tmp_path / "story.txt", tmp_path / "quotes.qrev"
    file.write_bytes(STORY.encode("mac-roman"))
    added = run("add", "--store", path, "--encoding", "cp437", file)
    assert added.exit_code == 0 and "story.txt, read as cp437" in added.stdout
    return path


def names(store: Path) -> list[str]:
    with open_store(store) as opened:
        return [one.name for one in Session(opened, "Ana Ruz").articles()]


def test_an_article_is_read_again(store: Path) -> None:
    offered = run("reread", store, "story.txt, read as cp437")
    assert "mac-roman   TALVO: “The bridge is safe" in offered.stdout and names(store) == ["story.txt, read as cp437"]
    done = run("reread", store, "story.txt, read as cp437", "--encoding", "mac-roman")
    assert done.exit_code == 0 and "as mac-roman" in done.stdout.splitlines()[-1]
    assert names(store) == ["story.txt"]


def test_what_cannot_be_read_so_says_why(store: Path) -> None:
    done = run("reread", store, "story.txt, read as cp437", "--encoding", "utf-8")
    assert done.exit_code == 1 and "is not written in utf-8" in done.stderr


def test_an_encoding_is_chosen_for_what_is_only_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode("mac-roman"))
    assert "The bridge is safe" in run("detect", file, "--encoding", "mac-roman").stdout
