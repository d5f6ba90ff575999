"""Asks the editor: for files and for names. Tests answer in its place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from quotereview.review.ingest import endings
from quotereview.ui.file_dialogs import FileDialog
from quotereview.ui.one_line import OneLine
from quotereview.ui.overview import Overview, Section

STORES = "Stores (*.qrev)"
SHEETS = ";;".join(
    (
        "Spreadsheet (*.xlsx)",
        "Web page (*.html)",
        "PDF (*.pdf)",
        "Word document (*.docx)",
        "Markdown (*.md)",
        "Comma-separated values (*.csv)",
        "JSON (*.json)",
        "W3C Web Annotations (*.annotations.jsonld)",
        "schema.org Quotations (*.quotations.jsonld)",
        "spaCy DocBin (*.spacy)",
        "Prodigy tasks (*.prodigy.jsonl)",
    )
)

COPIES = "Store (*.qrev);;Whole sheet (*.json)"


class Dialogs:
    """Every question that the window has for its editor."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def editor(self, known: str) -> str | None:
        """The editor's name; None if the editor would rather not say now."""
        question = "Who is reviewing? Your name is kept with every decision, and can be changed at the top right."
        return OneLine("Editor", question, known, self._parent).ask()

    def title(self, proposed: str) -> str | None:
        """What a pasted text is to be called; None if it is not to be taken."""
        return OneLine("Paste an article", "A name for the pasted text:", proposed, self._parent).ask()

    def files(self) -> list[Path]:
        """Articles to add."""
        return FileDialog(self._parent, "Add articles", forms=_articles()).several()

    def folder(self) -> Path | None:
        """A folder of articles to add."""
        return FileDialog(self._parent, "Add a folder of articles").folder()

    def new_store(self, folder: Path) -> Path | None:
        """Where a new store is to be."""
        return FileDialog(self._parent, "New store", folder / "quotes.qrev", STORES).new(lambda _: ".qrev")

    def store(self, folder: Path) -> Path | None:
        """A store to open."""
        return FileDialog(self._parent, "Open a store", folder, f"{STORES};;All files (*)").one()

    def sheet(self, proposed: Path) -> Path | None:
        """Where the sheet is to be written; its ending says in which form."""
        return FileDialog(self._parent, "Export the sheet", proposed, SHEETS).new(ending_of)

    def filled_in(self, folder: Path) -> Path | None:
        """A sheet that somebody filled in elsewhere."""
        forms = "Filled-in sheets (*.xlsx *.csv);;All files (*)"
        return FileDialog(self._parent, "Take back a sheet", folder, forms).one()

    def handed_on(self, proposed: Path) -> Path | None:
        """Where all of the store is to be written; its ending says whether as a store or as a whole sheet."""
        return FileDialog(self._parent, "Hand on all of the store", proposed, COPIES).new(ending_of)

    def others(self, folder: Path) -> Path | None:
        """A store, or a whole sheet, in which others ruled."""
        forms = "Stores and whole sheets (*.qrev *.json);;All files (*)"
        return FileDialog(self._parent, "Take in what others ruled", folder, forms).one()

    def evidence(self) -> Path | None:
        """A file that shows the words of a quote."""
        return FileDialog(self._parent, "A file as evidence", forms="All files (*)").one()

    def show_keys(self, columns: Sequence[Sequence[Section]]) -> None:
        """Show all keys, beside the window."""
        Overview("Keys", columns, self._parent).show()


def ask_for_store(fault: str, folder: Path) -> Path | None:
    """A store cannot be had, and there is no window yet: say why, and ask for another; None to give up."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "quotereview", fault)
    box.setTextFormat(Qt.TextFormat.PlainText)
    another = box.addButton("Open another store…", QMessageBox.ButtonRole.AcceptRole)
    fresh = box.addButton("New store…", QMessageBox.ButtonRole.ActionRole)
    box.addButton("Quit", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is another:
        return Dialogs(box).store(folder)
    return Dialogs(box).new_store(folder) if box.clickedButton() is fresh else None


def ending_of(form: str) -> str:
    """The ending that a form such as one of ``SHEETS`` stands for; that of a spreadsheet where none was chosen."""
    return form.partition("(*")[2].rstrip(")") or ".xlsx"


def _articles() -> str:
    """The files that can be read, as a dialog offers them."""
    return f"Articles ({' '.join(f'*{ending}' for ending in endings())});;All files (*)"
