"""The page about the command line says what the commands say."""

from types import ModuleType

import pytest

from quotereview.export.jsonl import record
from quotereview.model import Detection, Passage, Quote, Span
from tests.packaging.conftest import ROOT, load_script

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cli_page() -> ModuleType:
    return load_script("cli_page")


def test_the_page_is_current(cli_page: ModuleType) -> None:
    assert cli_page.with_help(PAGE, cli_page.help_texts()) == PAGE, "run packaging/cli_page.py"


def test_every_command_is_on_it_but_the_hidden_one(cli_page: ModuleType) -> None:
    sections = [line for line in cli_page.help_texts().splitlines() if line.startswith("## ")]
    commands = [
        "detect",
        "add",
        "list",
        "export",
        "import",
        "reread",
        "verify",
        "take-back",
        "compare",
        "similar",
        "match",
        "matrix",
        "stories",
        "train",
        "evaluate",
        "explain",
        "check",
        "recover",
        "merge",
        "history",
        "conflicts",
        "settle",
        "agreement",
        "dump",
        "copy",
        "purge",
        "redetect",
        "editions",
    ]
    assert sections == ["## `quotereview`", *(f"## `quotereview {command}`" for command in commands)]


def test_a_page_without_marks_is_not_written_over(cli_page: ModuleType) -> None:
    with pytest.raises(ValueError, match="marks"):
        cli_page.with_help("# The command line\n", "help")


def test_every_key_that_is_printed_is_explained() -> None:
    printed = record("a", Detection((Quote("0-2", (Passage(Span(0, 2), "No"),)),), (), (), "rules", "en"))
    [item] = printed["quotes"]
    assert [key for key in (*printed, *item) if f"`{key}`" not in PAGE] == []
