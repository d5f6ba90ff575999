"""A dialog for names of files leaves the files that it lists alone, the open store among them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFileSystemModel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quotereview.store import open_store
from quotereview.ui.dialogs import ending_of
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
    assert asked.new(ending_of) == tmp_path / ending and asked.form == forms


SOME = "Spreadsheet (*.xlsx);;PDF (*.pdf);;Annotations (*.annotations.jsonld)"


@pytest.fixture
def asked(tmp_path: Path, qtbot: QtBot) -> Iterator[FileDialog]:
    """A dialog for a sheet to be written."""
    parent = QWidget()
    qtbot.addWidget(parent)
    yield FileDialog(parent, "Export the sheet", tmp_path / "friday.xlsx", SOME)


def write(asked: FileDialog, name: str) -> None:
    """Write a name into a dialog, and take it."""
    field = asked.dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(name)
    asked.dialog.accept()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("friday", "friday.xlsx"),
        ("Mr. Berg", "Mr. Berg.xlsx"),
        ("Friday 3.11", "Friday 3.11.xlsx"),
        ("friday.pdf", "friday.pdf"),
        ("friday.annotations.jsonld", "friday.annotations.jsonld"),
    ],
)
def test_a_name_without_an_ending_gets_that_of_its_form(
    asked: FileDialog, tmp_path: Path, name: str, given: str
) -> None:
    QTimer.singleShot(0, lambda: write(asked, name))
    assert asked.new(ending_of) == tmp_path / given


@pytest.mark.parametrize(
    ("forms", "given"),
    [
        (["PDF (*.pdf)"], "friday.pdf"),
        (["Annotations (*.annotations.jsonld)"], "friday.annotations.jsonld"),
        (["Annotations (*.annotations.jsonld)", "PDF (*.pdf)"], "friday.pdf"),
        (["PDF (*.pdf)", "Spreadsheet (*.xlsx)"], "friday.xlsx"),
    ],
)
def test_another_form_gives_the_name_its_ending(
    asked: FileDialog, tmp_path: Path, forms: list[str], given: str
) -> None:
    def choose() -> None:
        combo = asked.dialog.findChild(QComboBox, "fileTypeCombo")
        assert isinstance(combo, QComboBox)
        for form in forms:
            combo.setCurrentText(form)
            combo.activated.emit(combo.currentIndex())
            combo.textActivated.emit(form)
        asked.dialog.accept()

    QTimer.singleShot(0, choose)
    assert asked.new(ending_of) == tmp_path / given


def test_what_is_there_is_not_written_over_unasked(asked: FileDialog, tmp_path: Path) -> None:
    (tmp_path / "Mr. Berg.xlsx").touch()
    names: list[str] = []

    def look() -> None:
        names.extend(asked.dialog.selectedFiles())
        asked.dialog.reject()

    def give() -> None:
        QTimer.singleShot(0, look)
        write(asked, "Mr. Berg")

    QTimer.singleShot(0, give)
    assert asked.new(ending_of) is None
    assert names == [str(tmp_path / "Mr. Berg.xlsx")]


def test_nothing_is_given_by_who_gives_up(tmp_path: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = FileDialog(parent, "Take back a sheet", tmp_path)
    QTimer.singleShot(0, asked.dialog.reject)
    assert asked.one() is None
