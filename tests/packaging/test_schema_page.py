"""The page about a store's tables says what the tables are."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli

from tests.packaging.conftest import ROOT, load_script
from tests.store import invented

PAGE = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def schema_page() -> ModuleType:
    return load_script("schema_page")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a row in every table."""
    path = tmp_path_factory.mktemp("store") / "quotes.qrev"
    invented.full_store(path).close()
    return path


def test_the_page_is_current(schema_page: ModuleType) -> None:
    assert schema_page.with_schema(PAGE, schema_page.schema()) == PAGE, "run packaging/schema_page.py"


def test_what_must_hold_is_told(schema_page: ModuleType) -> None:
    told = schema_page.schema()
    assert "| `end` | integer |  | a value, `start < end` |" in told
    assert "| `quote` | text | `quotes` | a value |" in told
    assert "### `quotes_current` (view)" in told


def test_a_table_nobody_described_is_told(schema_page: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(schema_page.PURPOSES, "evidence")
    with pytest.raises(ValueError, match="evidence"):
        schema_page.schema()


def test_a_page_without_marks_is_not_written_over(schema_page: ModuleType) -> None:
    with pytest.raises(ValueError, match="marks"):
        schema_page.with_schema("# What is in a store\n", "tables")


@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL))
def test_the_questions_on_it_can_be_asked(store: Path, sql: str) -> None:
    with closing(sqlite3.connect(store)) as file:
        file.execute(sql).fetchall()


@pytest.mark.parametrize("line", re.findall(r"^sqlite-utils (.*)$", PAGE, re.MULTILINE))
def test_the_commands_on_it_work(store: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(store.parent)
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0, result.output
    assert "Brandt" in result.output or "quotes_current" in result.output
