"""An editor who answers every question at once, in place of the dialogs."""

from collections.abc import Sequence
from pathlib import Path

from quotereview.ui.dialogs import Dialogs
from quotereview.ui.overview import Section


class Answers(Dialogs):
    """Gives the answers it was told to give and keeps what it was asked."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.titled: str | None = None
        self.paths: list[Path] = []
        self.keys_shown = 0

    def editor(self, known: str) -> str | None:
        return self.name

    def title(self, proposed: str) -> str | None:
        return self.titled or proposed

    def files(self) -> list[Path]:
        return self.paths

    def folder(self) -> Path | None:
        return self._one()

    def new_store(self, folder: Path) -> Path | None:
        return self._one()

    def store(self, folder: Path) -> Path | None:
        return self._one()

    def sheet(self, proposed: Path) -> Path | None:
        return self._one()

    def filled_in(self, folder: Path) -> Path | None:
        return self._one()

    def handed_on(self, proposed: Path) -> Path | None:
        return self._one()

    def others(self, folder: Path) -> Path | None:
        return self._one()

    def evidence(self) -> Path | None:
        return self._one()

    def show_keys(self, columns: Sequence[Sequence[Section]]) -> None:
        self.keys_shown += 1

    def _one(self) -> Path | None:
        return self.paths[0] if self.paths else None
