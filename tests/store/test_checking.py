"""What `check` finds, each planted in a store that is whole otherwise."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.store import check, open_store
from tests.store import invented
from tests.store.test_database import damaged, foreign, newer, of_the_first_form


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store with a row in every table."""
    path = tmp_path_factory.mktemp("whole") / "quotes.qrev"
    invented.full_store(path).close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    (tmp_path / "quotes.qrev").write_bytes(whole)
    return tmp_path / "quotes.qrev"


def meddle(path: Path, statement: str) -> None:
    """Change a store as only another program can, past what refuses it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        guards = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        file.execute("PRAGMA synchronous = off")
        file.execute("BEGIN")
        for name, _ in guards:
            file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
        for _, sql in guards:
            file.execute(sql)
        file.execute("COMMIT")


def test_a_whole_store_is_whole(path: Path) -> None:
    before = path.read_bytes()
    assert list(check(path)) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE articles SET text = replace(text, 'Monday', 'Sunday')", "The words of the quote"),
        ("UPDATE articles SET original = x'00'", "is not the file that was loaded"),
        ("UPDATE articles SET name = 'other.txt'", "is not the file that was loaded"),
        ("UPDATE quotes SET end = end + 1", "does not have the id that belongs to its article and place"),
        ("UPDATE quotes SET added_by_hand = 1", "says wrongly whether it was added by hand"),
        ("UPDATE decisions SET note = 'forged'", "of the decisions is not as it was written"),
        ("UPDATE checks SET state = 'wrong' WHERE number = 1", "of the decisions is not as it was written"),
        ("DELETE FROM evidence WHERE number = 3", "of the decisions is not as it was written"),
        ("UPDATE settled_doubts SET reason = 'forged'", "of the article decisions is not as it was written"),
        ("UPDATE name_decisions SET same_as = 'Oskar Vint'", "of the name decisions is not as it was written"),
        ("UPDATE match_decisions SET reason = 'forged'", "of the match decisions is not as it was written"),
        ("UPDATE settled_conflicts SET reason = 'forged'", "of the match decisions is not as it was written"),
        ("UPDATE decisions SET revision = 2", "has the wrong number in its history"),
        ("UPDATE proposals SET confidence = 0.99", "of the proposals is not as it was written"),
        ("DELETE FROM candidates WHERE number = 2", "of the proposals is not as it was written"),
        ("UPDATE acts SET editor = 'Bo Lind'", "of the acts is not as it was written"),
        ("DELETE FROM detections", "refer to detections that are not there"),
        ("DELETE FROM paragraphs WHERE id = 2", "The paragraphs that are kept of the article"),
        ("DELETE FROM paragraph_words_docsize WHERE id = 1", "The index of words"),
        ("UPDATE paragraph_words_idx SET pgno = 99", "The index of words"),
        ("DELETE FROM parted", "were made side by side is not noted"),
        ("DROP INDEX quotes_article", "The definition of the index quotes_article is missing or changed"),
        ("DELETE FROM _sqlite_migrations WHERE id = 2", "The list of steps"),
    ],
)
def test_what_was_changed_is_told(path: Path, statement: str, says: str) -> None:
    meddle(path, statement)
    assert any(says in sentence for sentence in check(path))


def test_a_guard_that_is_gone_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER decisions_no_delete")
    assert any("The definition of the trigger decisions_no_delete is missing" in sentence for sentence in check(path))


def test_of_a_damaged_file_only_the_damage_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store:
        page = store.execute("SELECT rootpage FROM sqlite_master WHERE name = 'candidates'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    *found, last = check(path)
    assert found
    assert "not looked at further" in last


def test_how_many_places_of_a_file_are_damaged_is_told_in_our_own_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA writable_schema = ON")
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'quotes_article'"
        store.execute(f"UPDATE sqlite_master SET rootpage = ({root}) WHERE name = 'decisions_newest'")
        store.commit()
    [damage, _] = check(path)
    assert re.fullmatch(r"The file is damaged in \d+ places: bring back .* `quotereview recover`\.", damage)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "There is no store at"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.touch(), "is empty"),
        (lambda path: sqlite3.connect(path).execute("VACUUM").connection.close(), "is empty"),
        (lambda path: path.write_text("Dear editor,\n"), "is not a quote store"),
        (foreign, "a database of another program"),
        (newer, "a newer version of this program"),
        (damaged, "is damaged: bring back"),
    ],
)
def test_what_is_no_store_of_ours_has_its_sentence(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    path = tmp_path / "given.qrev"
    make(path)
    with pytest.raises(StoreFault, match=says):
        list(check(path))


def test_a_store_of_an_older_form_is_looked_at_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    of_the_first_form(path)
    found = list(check(path))
    assert path.read_bytes()[60:64] == bytes([0, 0, 0, 1])
    assert [sentence for sentence in found if "hash does not fit" not in sentence] == []
    open_store(path).close()
