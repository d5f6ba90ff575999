"""What the README says and can go stale."""

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from quotereview.ui import action_table
from tests.packaging.conftest import ROOT, load_script

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme_keys() -> ModuleType:
    return load_script("readme_keys")


def test_the_table_of_keys_is_that_of_the_actions(readme_keys: ModuleType) -> None:
    assert readme_keys.with_keys(README, readme_keys.key_table()) == README, "run packaging/readme_keys.py"


def test_the_table_names_every_action_that_has_a_key(readme_keys: ModuleType) -> None:
    table = readme_keys.key_table()
    assert table.count("\n") - 2 == sum(1 for action in action_table.TABLE if action.keys)


def test_a_readme_without_marks_is_not_written_over(readme_keys: ModuleType) -> None:
    with pytest.raises(ValueError, match="marks"):
        readme_keys.with_keys("# quotereview\n", readme_keys.key_table())


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_it_shows_is_one() -> None:
    shown = set(re.findall(r"^quotereview ([a-z]+)", README, re.MULTILINE))
    answer = subprocess.run(
        [sys.executable, "-m", "quotereview", "--help"], capture_output=True, text=True, check=True, cwd=Path(ROOT)
    )
    offered = set(re.findall(r"^  ([a-z]+)  ", answer.stdout, re.MULTILINE))
    assert shown and shown <= offered
