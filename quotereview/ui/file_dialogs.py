"""Dialogs for names of files, which open none of the files that they list."""

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

Mode, Accept = QFileDialog.FileMode, QFileDialog.AcceptMode


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

    def new(self) -> Path | None:
        """A file to be written; it is asked whether one that is there may be written over."""
        self.dialog.setAcceptMode(Accept.AcceptSave)
        self.dialog.selectFile(self._proposed)
        return self._asked(Mode.AnyFile)

    def _asked(self, mode: QFileDialog.FileMode) -> Path | None:
        return next(iter(self._all(mode)), None)

    def _all(self, mode: QFileDialog.FileMode) -> list[Path]:
        self.dialog.setFileMode(mode)
        names = self.dialog.selectedFiles() if self.dialog.exec() else []
        self.dialog.deleteLater()
        return [Path(name) for name in names]
