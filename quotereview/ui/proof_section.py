"""The part of the card on what a verdict rests on: checklist and evidence, in a line, or opened to go through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.model import Evidence
from quotereview.review.checklist import Checklist, checklist
from quotereview.ui import wording
from quotereview.ui.checklist import ChecklistEditor
from quotereview.ui.controls import Words
from quotereview.ui.evidence import ADDING, DOCUMENT, EvidenceEditor, EvidenceShown
from quotereview.ui.sections import Section, Shown, title
from quotereview.ui.theme import GRID, TextSize


class ProofEditor(QWidget):
    """Checklist and evidence of one quote, one below the other: Up, Down and Tab go from one to the other.

    Signals: ``reached`` with the list in which the keys moved; ``left`` when the editor is done.
    """

    reached = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks, self.evidence = ChecklistEditor(), EvidenceEditor()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.checks)
        column.addWidget(self.evidence)
        for editor in (self.checks, self.evidence):
            editor.left.connect(self.left)
        points, rows = self.checks.points, self.evidence.rows
        points.beyond.connect(lambda step: rows.setFocus(Qt.FocusReason.ShortcutFocusReason) if step > 0 else None)
        points.pressed.connect(lambda key: self.evidence.press(key) if key in (*ADDING, DOCUMENT) else None)
        self.evidence.beyond.connect(self.checks.go_through)
        for rows_of_one in (points, rows):
            rows_of_one.currentRowChanged.connect(lambda _, moved_in=rows_of_one: self.reached.emit(moved_in))
        self.hide()

    def unkept(self) -> str:
        """What was written here and not kept, or nothing."""
        return self.evidence.form.unkept() or self.checks.unkept()


class ProofSection(Section):
    """What was checked and against what; nothing where nothing was.

    Signals, each with the id of the quote first: ``checked`` with a Checklist; ``evidence_given`` with what was Given;
    ``evidence_removed`` with an Evidence; ``document_wanted`` alone. ``template_written`` has the points of the list,
    ``file_wanted`` nothing.
    """

    checked = Signal(str, object)
    evidence_given = Signal(str, object)
    evidence_removed = Signal(str, object)
    document_wanted = Signal(str)
    template_written = Signal(object)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._template: Sequence[str] = ()
        self._shown: Shown | None = None
        self._hashing: dict[str, str] = {}
        self._summary, self._progress = Words(), Words(size=TextSize.SMALL, quiet=True)
        self.evidence = EvidenceShown()
        self.editor = ProofEditor()
        self.lay_out(title("Checks and evidence", "V"), self._summary, self.evidence, self.editor, self._progress)
        self.editor.checks.points.settled.connect(self.checked)
        self.editor.checks.template_written.connect(self.template_written)
        self.editor.evidence.given.connect(lambda given: self.evidence_given.emit(self._quote, given))
        self.editor.evidence.removed.connect(lambda one: self.evidence_removed.emit(self._quote, one))
        self.editor.evidence.file_wanted.connect(self.file_wanted)
        self.editor.evidence.document_wanted.connect(lambda: self.document_wanted.emit(self._quote))

    def use_template(self, template: Sequence[str]) -> None:
        """Check quotes by these points from now on."""
        self._template = template
        if self._shown is not None:
            self.show_quote(self._shown)

    def show_quote(self, shown: Shown) -> None:
        """Show what was checked of a quote, and its evidence."""
        self._shown = shown
        ruling = shown.quote.ruling
        points = self._points()
        self._summary.say(wording.checked(points))
        self.evidence.show_evidence(" ".join(passage.words for passage in ruling.passages), ruling.evidence)
        self._progress.say(self._hashing.get(shown.quote.id, ""))
        if not self.editor.isHidden():
            self.editor.checks.show_points(shown.quote.id, points, self._template)
            self.editor.evidence.show_evidence(ruling.evidence)
        self.fit()

    def begin(self) -> None:
        """Open checklist and evidence of the quote, the keys at the first point."""
        if self._shown is not None:
            self.editor.checks.show_points(self._quote, self._points(), self._template)
            self.editor.evidence.show_evidence(self._shown.quote.ruling.evidence)
            self.editor.evidence.form.hide()
            self.editor.show()
            self.fit()
            self.editor.checks.go_through()

    def show_hashing(self, quote: str, progress: str) -> None:
        """Say how far a file is read that is to be evidence for a quote; nothing when that is over."""
        self._hashing[quote] = progress
        if quote == self._quote:
            self._progress.say(progress)
            self.fit()

    def fit(self) -> None:
        """Take room for what was checked or is at hand, or for the editor, else none."""
        opened = not self.editor.isHidden()
        self._summary.setVisible(bool(self._summary.text()) and not opened)
        evidence: tuple[Evidence, ...] = self._shown.quote.ruling.evidence if self._shown else ()
        self.evidence.setVisible(bool(evidence) and not opened)
        self.setVisible(opened or bool(evidence or self._summary.text() or self._progress.text()))

    @property
    def _quote(self) -> str:
        return self._shown.quote.id if self._shown else ""

    def _points(self) -> Checklist:
        return checklist(self._template, self._shown.quote.ruling.checks if self._shown else ())
