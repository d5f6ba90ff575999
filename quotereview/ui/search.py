"""The line at the top that finds words in everything the store holds, its results below it as one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quotereview.review.finding import Finding
from quotereview.ui.controls import Field
from quotereview.ui.findings import Findings
from quotereview.ui.theme import GRID

WIDEST = 720


class Search(Field):
    """A line to write in; Up and Down choose among what is found, Enter goes there, Esc gives the keys back.

    Signals: ``finding_chosen`` with a Finding; ``editing_ended`` when the keys are no longer wanted.
    """

    finding_chosen = Signal(object)
    editing_ended = Signal()

    def __init__(self, find: Callable[[str], Sequence[Finding]], parent: QWidget | None = None) -> None:
        super().__init__("Find in everything", "Find in everything", parent)
        self.setAccessibleDescription("Words in articles, quotes, names and notes; what is found is listed below")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDEST // 2)
        self._find = find
        self.findings: Findings | None = None
        self.textEdited.connect(self._show)
        self.moved.connect(self._step)
        self.kept.connect(self._choose_current)
        self.left.connect(self._leave)

    def begin(self) -> None:
        """Take the keys, the line selected, what was found for it listed again."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._show(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shut()
        super().focusOutEvent(event)

    def _show(self, line: str) -> None:
        if not line.strip():
            self._shut()
            return
        found = self._find(line)
        if self.findings is None:
            self.findings = Findings(self.window())
            self.findings.chosen.connect(self._choose)
        self.findings.show_findings(found)
        self._place(self.findings)

    def _place(self, findings: Findings) -> None:
        """Below the line and right-aligned with it, within the window."""
        window = self.window()
        corner = self.mapTo(window, QPoint(self.width(), self.height() + GRID))
        width = min(WIDEST, window.width() - GRID * 4)
        height = min(findings.height_of_all(), window.height() - corner.y() - GRID * 4)
        findings.setGeometry(max(GRID * 2, corner.x() - width), corner.y(), width, height)
        findings.show()
        findings.raise_()

    def _step(self, steps: int) -> None:
        if self.findings is not None:
            self.findings.step(steps)

    def _choose_current(self) -> None:
        finding = self.findings.chosen_one() if self.findings else None
        if finding is not None:
            self._choose(finding)

    def _choose(self, finding: Finding) -> None:
        self._leave()
        self.finding_chosen.emit(finding)

    def _leave(self) -> None:
        self._shut()
        self.editing_ended.emit()

    def _shut(self) -> None:
        if self.findings is not None:
            self.findings.deleteLater()
            self.findings = None
