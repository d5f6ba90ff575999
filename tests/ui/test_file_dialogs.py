"""A dialog for names of files leaves the files that it lists alone, the open store among them."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from quotereview.store import open_store
from quotereview.ui.file_dialogs import FileDialog

LOCKS = Path("/proc/locks")


def locks() -> list[list[str]]:
    """The locks of this process: file and stretch."""
    lines = (line.split() for line in LOCKS.read_text().splitlines())
    return sorted(line[5:] for line in lines if line[4] == str(os.getpid()))


@pytest.mark.skipif(not LOCKS.exists(), reason="this system does not tell of locks")
def test_listing_the_store_leaves_its_locks(tmp_path: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with open_store(tmp_path / "friday.qrev") as store:
        store.articles.loaded()
        before = locks()
        asked = FileDialog(parent, "Open a store", tmp_path, "All files (*)")
        model = asked.dialog.findChild(QFileSystemModel)
        assert before and isinstance(model, QFileSystemModel)
        asked.dialog.show()
        row = model.index(str(tmp_path / "friday.qrev"))
        qtbot.waitUntil(lambda: model.type(row) == "qrev file")
        assert locks() == before


@pytest.mark.parametrize(("forms", "ending"), [("PDF (*.pdf)", "sheet.pdf"), ("Page (*.html)", "sheet.html")])
def test_a_name_is_proposed_and_given(tmp_path: Path, qtbot: QtBot, forms: str, ending: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = FileDialog(parent, "Export the sheet", tmp_path / ending, forms)
    QTimer.singleShot(0, asked.dialog.accept)
    assert asked.new() == tmp_path / ending and asked.form == forms


def test_nothing_is_given_by_who_gives_up(tmp_path: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = FileDialog(parent, "Take back a sheet", tmp_path)
    QTimer.singleShot(0, asked.dialog.reject)
    assert asked.one() is None
