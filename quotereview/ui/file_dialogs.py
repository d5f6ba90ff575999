"""Dialogs for names of files, which open none of the files that they list."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

Mode, Accept = QFileDialog.FileMode, QFileDialog.AcceptMode

_ENDING = re.compile(r"\.[A-Za-z]\w*$", re.ASCII)
"""An ending, and no mere point in a name, as in "Friday 3.11" or "Mr. Berg"."""


class UnopenedFiles(QFileIconProvider):
    """Tells a dialog the kind of a file by its name.

    Qt would look into files of unknown endings, and where that is the open store, closing it again gives up all locks
    that SQLite has on it: the next program that leaves the store would then take its write-ahead log away.
    """

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        """A folder or a file, whatever it holds."""
        kinds = QFileIconProvider.IconType
        kind = (kinds.Folder if of.isDir() else kinds.File) if isinstance(of, QFileInfo) else of
        return super().icon(kind)

    def type(self, info: QFileInfo) -> str:
        """The kind of a file in a word."""
        if info.isDir():
            return "Folder"
        return f"{info.suffix()} file" if info.suffix() else "File"


class FileDialog:
    """Asks for names; ``at`` is the folder to begin in, or a file in it to propose, None for where one was last."""

    def __init__(self, parent: QWidget, title: str, at: Path | None = None, forms: str = "") -> None:
        self.dialog = QFileDialog(parent, title, str(at) if at else "", forms)
        self._kinds = UnopenedFiles()  # kept, for the dialog does not own it
        self.dialog.setIconProvider(self._kinds)
        self._proposed = at.name if at and not at.is_dir() else ""

    @property
    def form(self) -> str:
        """Which of the forms was chosen."""
        return self.dialog.selectedNameFilter()

    def one(self) -> Path | None:
        """A file that is there."""
        return self._asked(Mode.ExistingFile)

    def several(self) -> list[Path]:
        """Files that are there."""
        return self._all(Mode.ExistingFiles)

    def folder(self) -> Path | None:
        """A folder that is there."""
        self.dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._asked(Mode.Directory)

    def new(self, ending_of: Callable[[str], str]) -> Path | None:
        """A file to be written; it is asked whether one that is there may be written over.

        ``ending_of`` gives the ending that a form stands for: another form changes that of the name, and one is added
        where there is none.
        """
        self.dialog.setAcceptMode(Accept.AcceptSave)
        self.dialog.filterSelected.connect(lambda form: self._change_ending(ending_of, form))
        self.dialog.selectFile(self._proposed)
        self.dialog.setFileMode(Mode.AnyFile)
        path = self._whole(ending_of)
        self.dialog.deleteLater()
        return path

    def _whole(self, ending_of: Callable[[str], str]) -> Path | None:
        """The name with its ending; asked for once more where Qt does not know yet that it is there already."""
        while self.dialog.exec():
            path = Path(self.dialog.selectedFiles()[0])
            whole = path if _ENDING.search(path.name) else path.with_name(f"{path.name}{ending_of(self.form)}")
            if whole == path or not whole.exists():
                return whole
            self.dialog.selectFile(whole.name)
        return None

    def _change_ending(self, ending_of: Callable[[str], str], form: str) -> None:
        """Write the ending of another form: Qt would change the last part of ".prodigy.jsonl" alone."""
        parts = {part for known in self.dialog.nameFilters() for part in Path(f"_{ending_of(known)}").suffixes}
        name = bare = Path(next(iter(self.dialog.selectedFiles()), ""))
        while bare.suffix.lower() in parts:
            bare = bare.with_suffix("")
        if bare != name:
            self.dialog.selectFile(f"{bare.name}{ending_of(form)}")

    def _asked(self, mode: QFileDialog.FileMode) -> Path | None:
        return next(iter(self._all(mode)), None)

    def _all(self, mode: QFileDialog.FileMode) -> list[Path]:
        self.dialog.setFileMode(mode)
        names = self.dialog.selectedFiles() if self.dialog.exec() else []
        self.dialog.deleteLater()
        return [Path(name) for name in names]
