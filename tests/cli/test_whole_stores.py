"""The commands that check a store and recover what is damaged, as they are typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quotereview.store import open_store
from tests.cli.commands import run
from tests.store import invented


def test_check_says_that_a_store_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "s.qrev"
    open_store(path).close()
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (0, f"{path} is whole\n")


def test_check_prints_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "s.qrev"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP VIEW history")
    result = run("check", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "The definition of the view history is missing or changed.",
        "What the store says was not looked at further, because the file itself is damaged.",
        f"{path}: 2 faults found",
    ]


def test_check_of_what_is_no_store_is_one_line(tmp_path: Path) -> None:
    result = run("check", tmp_path / "s.qrev")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: There is no store at {tmp_path / 's.qrev'}: check the name.\n",
    )


def test_recover_says_what_was_brought(tmp_path: Path) -> None:
    path, new = tmp_path / "s.qrev", tmp_path / "new.qrev"
    invented.full_store(path).close()
    result = run("recover", path, "--to", new)
    assert result.exit_code == 0
    assert result.stdout.startswith("read: ")
    assert result.stdout.endswith(f"{new} is made; nothing is known to be lost\n")


def test_recover_says_what_is_lost(tmp_path: Path) -> None:
    path, new = tmp_path / "s.qrev", tmp_path / "new.qrev"
    invented.full_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER decisions_no_update")
        file.execute("UPDATE decisions SET note = 'forged'")
        file.commit()
        decision = file.execute("SELECT id FROM decisions").fetchone()[0]
    result = run("recover", path, "--to", new)
    assert result.exit_code == 1
    assert f"set aside: {decision}" in result.stdout
    number = result.stdout.count(" of the decisions, because ")
    assert f"\nset aside in all: {number} decisions" in result.stdout and "lost in all" not in result.stdout
    assert f"What was set aside is in {new}.set-aside.jsonl." in result.stdout
