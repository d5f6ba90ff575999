"""Below the matrix: the versions in the chosen cell, each beside the words that it is held against."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quotereview.model import Wording
from quotereview.review.matrix import Row, Version
from quotereview.ui import aligned, matrix_words
from quotereview.ui.aligned import Run, Weight
from quotereview.ui.aligned import Version as Printed
from quotereview.ui.controls import Words
from quotereview.ui.crosscheck import UNKNOWN
from quotereview.ui.in_full import InFull
from quotereview.ui.listing import day
from quotereview.ui.matrix_words import CHANGED, DIFFERENTLY, NO_DATE
from quotereview.ui.theme import GRID, VERDICTS, TextSize
from quotereview.ui.wording import NOBODY_NAMED, isolated


class MatrixDetail(InFull):
    """Shows a cell in full, or what the row holds where the outlet did not print it."""

    def __init__(self) -> None:
        self._about = Words(quiet=True)
        self._whole = Printed()
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID * 4)
        self._versions: list[VersionInFull] = []
        held = QWidget()
        held.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        super().__init__("The cell in full", self._about, self._whole, held)

    def show_cell(self, row: Row, column: int, outlets: Sequence[str]) -> None:
        """Show what the outlet of a column printed of an utterance; ``outlets`` are the names of all columns."""
        versions = row.cells[column]
        printing = [name for name, cell in zip(outlets, row.cells, strict=True) if cell]
        missing = f"{isolated(outlets[column])} does not have these words. Printed by {matrix_words.listed(printing)}:"
        self._show("" if versions else missing, "" if versions else row.base.words, versions, row.base)

    def tell(self, sentence: str, text: str = "") -> None:
        """Say something in place of a cell, of some words of an article if there are any."""
        self._show(sentence, text, (), None)

    def said(self) -> str:
        """All that it says, line by line."""
        shown = [self._about.text(), *(one.said() for one in self._versions if not one.isHidden())]
        return "\n".join(filter(None, shown))

    def _show(self, sentence: str, text: str, versions: Sequence[Version], base: Wording | None) -> None:
        self._about.say(sentence)
        self._whole.setVisible(bool(text))
        self._whole.show_runs([Run(text, Weight.SHARED)] if text else [])
        for _ in versions[len(self._versions) :]:
            self._versions.append(VersionInFull())
            self._column.addWidget(self._versions[-1])
        for number, shown in enumerate(self._versions):
            shown.setVisible(number < len(versions))
            if number < len(versions) and base is not None:
                shown.show_version(versions[number], base)
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)


class VersionInFull(QWidget):
    """One version: where it stands, who is said to have spoken, how it differs, and the words, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where, self._credits = Words(bold=True), Words(size=TextSize.SMALL, quiet=True)
        self._conflicts, self._why = Words(), Words(size=TextSize.SMALL, quiet=True)
        self._labels = Words(size=TextSize.SMALL, quiet=True), Words(size=TextSize.SMALL, quiet=True)
        self._words = Printed(), Printed()
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 6)
        grid.setVerticalSpacing(0)
        for place, (label, words) in enumerate(zip(self._labels, self._words, strict=True)):
            grid.addWidget(label, 0, place)
            grid.addWidget(words, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self._where, self._credits, self._conflicts):
            column.addWidget(part)
        column.addLayout(grid)
        column.addWidget(self._why)

    def show_version(self, version: Version, base: Wording) -> None:
        """Show a version beside the words of its row; those words themselves stand alone."""
        own, match = version.wording, version.match
        state, ruled = matrix_words.relation(version), VERDICTS[version.verdict]
        self._where.setText(f"{_where(own)} · {state.glyph} {state.word}")
        self._credits.setText(f"{_credits(own)} · {ruled.glyph} {ruled.word}")
        self._tell_conflicts(version, base)
        self._labels[0].say("" if match is None else f"{isolated(_name(base))}, held against:")
        self._labels[1].say("" if match is None else f"{isolated(_name(own))}:")
        self._words[1].setVisible(match is not None)
        self._words[0].show_runs([Run(own.words, Weight.SHARED)] if match is None else aligned.here(match))
        self._words[1].show_runs([] if match is None else aligned.there(match))
        self._why.say("" if match is None else f"One utterance, because: {match.reason}")

    def said(self) -> str:
        """All that it says, line by line."""
        words = (self._where, self._credits, self._conflicts, self._why)
        return "\n".join(one.text() for one in words if one.text())

    def _tell_conflicts(self, version: Version, base: Wording) -> None:
        names = _name(base), _name(version.wording)
        conflicts = version.match.conflicts if version.match else ()
        told = "\n".join(matrix_words.in_both(one, *names) for one in conflicts)
        self._conflicts.say(told, DIFFERENTLY if version.disputed else CHANGED)


def _name(wording: Wording) -> str:
    return wording.outlet or UNKNOWN


def _where(wording: Wording) -> str:
    return " · ".join((isolated(_name(wording)), day(wording.published) or NO_DATE, isolated(wording.title)))


def _credits(wording: Wording) -> str:
    """Who is said to have spoken, and through whom."""
    source = f"source: {isolated(wording.source)}" if wording.source else "no source given"
    return f"{isolated(wording.speaker or NOBODY_NAMED)} · {source}"
