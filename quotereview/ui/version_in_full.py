"""One version below the list: what it is to the quote in focus, why, and in what the two articles differ."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from quotereview.model import CREDITS, Conflict, Label, Match, Verdict
from quotereview.ui import listing
from quotereview.ui.controls import Words
from quotereview.ui.crosscheck import why_settled
from quotereview.ui.in_full import InFull
from quotereview.ui.theme import GRID, VERDICTS, TextSize
from quotereview.ui.version_lines import RULED, Line
from quotereview.ui.wording import isolated

LABELS = {
    Label.SAME: "The same utterance",
    Label.REPEAT: "Said again on another occasion",
    Label.DIFFERENT: "Not the same",
}
SURE, LIKELY = 0.85, 0.6
"""From which score on a match is called sure, and likely."""

THIS = "The quote in focus; underlined is what another article has otherwise."
NONE_GIVEN, NOT_THERE = "– none given", "– not there"
"""What is said of an article that gives no speaker, or whatever is credited, and of words that it does not have."""
SUGGESTED = "Perhaps the same in other words: no match until you say so"
CHOSEN = "▸ "
NOTHING = -1


class VersionInFull(InFull):
    """What is said of one version; the conflict that is chosen is the one that the panel's keys settle."""

    def __init__(self) -> None:
        self._what, self._why = Words(bold=True), Words(size=TextSize.SMALL, quiet=True)
        self._ruled, self._conflicts = Words(), ConflictTable()
        super().__init__("What it is to the quote in focus", self._what, self._ruled, self._conflicts, self._why)

    def show_version(self, line: Line, at: int) -> None:
        """Show a version from its first line on, one of its conflicts (from 0) chosen."""
        match = line.match
        self._what.say(_told(line))
        self._ruled.say(_ruled(match), VERDICTS[Verdict.CONFIRMED])
        self._conflicts.show_conflicts(match, NOTHING if line.perhaps else at)
        self._why.say("" if match is None else f"Because: {match.reason}")
        self.setAccessibleDescription(self.said())
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """All that it says, line by line."""
        parts = (self._what.text(), self._ruled.text(), self._conflicts.said(), self._why.text())
        return "\n".join(filter(None, parts))


class ConflictTable(QWidget):
    """What each of two articles gives in every field in which they disagree."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, GRID, 0, GRID)
        self._grid.setHorizontalSpacing(GRID * 4)
        self._grid.setVerticalSpacing(GRID)
        for column, share in enumerate((0, 1, 1, 1)):
            self._grid.setColumnStretch(column, share)

    def show_conflicts(self, match: Match | None, at: int) -> None:
        """Show the conflicts of a match, one of them chosen."""
        self._clear()
        self.setVisible(bool(match and match.conflicts))
        if match is None:
            return
        outlets = (
            (place, one.outlet or listing.NO_OUTLET) for place, one in (("Here", match.here), ("There", match.there))
        )
        heads = ("", *(f"{place}: {isolated(outlet)}" for place, outlet in outlets), "")
        self._add([Words(head, TextSize.SMALL, quiet=True) for head in heads])
        for number, conflict in enumerate(match.conflicts):
            self._add(_cells(conflict, chosen=number == at and len(match.conflicts) > 1))

    def said(self) -> str:
        """Each conflict in one line."""
        cells = [item.widget() for at in range(self._grid.count()) if (item := self._grid.itemAt(at))]
        words = [cell.text() for cell in cells if isinstance(cell, Words)]
        return "\n".join(" · ".join(filter(None, words[at : at + 4])) for at in range(4, len(words), 4))

    def _add(self, cells: Sequence[QWidget]) -> None:
        row = self._grid.rowCount()
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def valued(field: str, value: str | None) -> str:
    """What an article has in a field, as an editor reads it."""
    if value:
        return isolated(value)
    return NONE_GIVEN if field in CREDITS else NOT_THERE


def _cells(conflict: Conflict, *, chosen: bool) -> list[Words]:
    """The field, both values, and whether they may stand."""
    state = VERDICTS[Verdict.DISPUTED if conflict.settled is None else Verdict.CONFIRMED]
    field = Words(bold=chosen)
    field.say(f"{CHOSEN if chosen else ''}{state.glyph} {conflict.field}", state)
    field.setWordWrap(False)
    here, there = (Words(valued(conflict.field, value)) for value in conflict.shown)
    return [field, here, there, Words(_settled(conflict), TextSize.SMALL, quiet=True)]


def _settled(conflict: Conflict) -> str:
    """Why a conflict may stand, or that it might when the values were others."""
    if (former := conflict.outdated) is not None:
        values = " / ".join(valued(former.field, value) for value in (former.here, former.there))
        return f"open again: {isolated(former.editor)} settled it when it was {values}"
    return why_settled(conflict)


def _ruled(match: Match | None) -> str:
    """Who ruled what the two are to each other, and why."""
    ruling = match.ruling if match else None
    if ruling is None or ruling.label is None:
        return ""
    why = f": {isolated(ruling.reason)}" if ruling.reason else ""
    return f"{VERDICTS[Verdict.CONFIRMED].glyph} ruled {RULED[ruling.label]} by {isolated(ruling.by)}{why}"


def _told(line: Line) -> str:
    """What a version is to the quote in focus."""
    if line.match is None:
        return THIS
    return SUGGESTED if line.perhaps else f"{LABELS[line.match.label]}, {_how_sure(line.match)}"


def _how_sure(match: Match) -> str:
    if match.ruling and match.ruling.label:
        return "as ruled"
    if match.score >= SURE:
        return "sure"
    return "likely" if match.score >= LIKELY else "unsure: look"
