"""Files, folders and what may be wrong with them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import find_files, read
from quotereview.reading.formats import endings

COPY = "“The bridge is safe,” said Mayor Inés Faro."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/two.txt", "a.txt", "b/one.txt", "c.jsonl", ".hidden.txt", ".git/config.txt"):
        place = tmp_path / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(COPY)
    return tmp_path / "in"


def names(found: Iterator[Path | Unreadable], below: Path) -> list[str]:
    return [item.relative_to(below).as_posix() if isinstance(item, Path) else str(item) for item in found]


def refusal(path: Path) -> str:
    [refused] = read(path)
    assert isinstance(refused, Unreadable)
    return str(refused)


def test_folder_gives_its_files_sorted_without_hidden_ones(folder: Path) -> None:
    assert names(find_files([folder]), folder) == ["a.txt", "b/one.txt", "b/two.txt", "c.jsonl"]


def test_inputs_keep_their_order(folder: Path) -> None:
    found = find_files([folder / "c.jsonl", folder / "b", folder / ".hidden.txt"])
    assert names(found, folder) == ["c.jsonl", "b/one.txt", "b/two.txt", ".hidden.txt"]


def test_folder_that_leads_back_to_itself_is_entered_once(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "b" / "self").symlink_to(folder / "b" / "self")
    found = names(find_files([folder]), folder)
    assert [name for name in found if name.endswith((".txt", ".jsonl"))] == [
        "a.txt",
        "b/one.txt",
        "b/two.txt",
        "c.jsonl",
    ]


def test_folder_without_files_says_so(tmp_path: Path) -> None:
    assert [str(item) for item in find_files([tmp_path])] == [f"The folder “{tmp_path}” holds no files."]


def test_broken_link_and_pipe_in_a_folder_are_reported(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    gone, pipe = find_files([tmp_path])
    assert isinstance(gone, Path)
    assert refusal(gone) == f"“{gone}” is not there; check its name and folder."
    assert str(pipe) == f"“{tmp_path / 'pipe'}” cannot be read: it is no ordinary file."


def test_folder_without_rights_is_reported_and_the_rest_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def refuse_b(path: Path) -> Iterator[Path]:
        if path.name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse_b)
    refused = f"“{folder / 'b'}” may not be read by you; ask its owner for the right to read it."
    assert names(find_files([folder]), folder) == ["a.txt", refused, "c.jsonl"]


@contextmanager
def nobody() -> Iterator[None]:
    """Work as a user who is not root, who may read everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights work otherwise there")
def test_file_without_rights_is_refused(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    with nobody():
        assert refusal(folder / "a.txt").endswith("may not be read by you; ask its owner for the right to read it.")


def test_file_is_read_by_its_ending(folder: Path) -> None:
    [article] = read(folder / "a.txt")
    assert isinstance(article, Article)
    assert (article.name, article.text) == ("a.txt", COPY)
    assert "is not JSON" in refusal(folder / "c.jsonl")


@pytest.mark.parametrize("name", ["story", "STORY.TXT", "story.text"])
def test_these_names_are_plain_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(COPY)
    [article] = read(tmp_path / name)
    assert isinstance(article, Article)


def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    known = f"“picture.png” is of a kind that cannot be read; the endings that can are {', '.join(endings())}."
    picture.write_bytes(b"\x89PNG")
    assert refusal(picture) == known
    assert refusal(tmp_path / "gone.txt") == f"“{tmp_path / 'gone.txt'}” is not there; check its name and folder."
    assert refusal(tmp_path) == f"“{tmp_path}” is a folder, not a file."


def test_size_is_seen_without_reading_it_all(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    assert refusal(large) == "“large.txt” is larger than 2 MB, too large for one article; split it and try again."


def test_name_that_is_no_text_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / b"st\xffry.txt".decode(errors="surrogateescape")
    path.write_text(COPY)
    [article] = read(path)
    assert isinstance(article, Article)
    assert article.name == "st?ry.txt"


def test_a_store_is_refused_without_being_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("friday.qrev", "friday.qrev-wal", "Friday.QREV-SHM"):
        (tmp_path / name).write_bytes(b"SQLite format 3")
    monkeypatch.setattr(Path, "open", lambda path, *_: pytest.fail(f"{path} was opened"))
    found = [str(outcome) for path in find_files([tmp_path]) if isinstance(path, Path) for outcome in read(path)]
    assert len(found) == 3
    assert all("belongs to a store of quotes and is no article" in reason for reason in found)
