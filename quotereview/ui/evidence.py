"""The evidence for a quote: as the card shows it, and to add, change and remove by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from quotereview.model import Band, Evidence, EvidenceKind, Located
from quotereview.review.evidence import locate
from quotereview.ui import theme, wording
from quotereview.ui.aligned import Version, as_printed, in_transcript
from quotereview.ui.controls import PRESSING, Words
from quotereview.ui.evidence_form import EvidenceForm
from quotereview.ui.key_list import KeyList
from quotereview.ui.theme import GRID, TextSize

ADDING = {
    Qt.Key.Key_L: EvidenceKind.LINK,
    Qt.Key.Key_F: EvidenceKind.FILE,
    Qt.Key.Key_P: EvidenceKind.TRANSCRIPT,
}
DOCUMENT = Qt.Key.Key_D
KEYS = "L adds a link · F a file · P a pasted transcript · D the document in which it stands"
KEYS_OF_ROW = f"{KEYS} · Enter changes one · Del removes it"
LONG = 120_000
"""Characters of a transcript that is searched in the background, some 20,000 words."""

SEARCHING = "Looking for the words of the quote in it …"
NOT_IN_IT = "? The words of the quote do not stand in it."


class EvidenceShown(QWidget):
    """A line for each piece of evidence, and below a transcript where the quote's words stand in it.

    Signals: ``search_wanted`` with the quote's words and those of a transcript that is long, for ``take_found``.
    """

    search_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: dict[tuple[str, str], Located | None] = {}
        self._shown: tuple[str, tuple[Evidence, ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)

    def show_evidence(self, words: str, evidence: tuple[Evidence, ...]) -> None:
        """Show the evidence for a quote of these words."""
        if (words, evidence) == self._shown:
            return
        self._shown = (words, evidence)
        self._write(words, evidence)

    def take_found(self, words: str, transcript: str, located: Located | None) -> None:
        """Show what came of a search in a long transcript."""
        self._found[words, transcript] = located
        self._write(*self._shown)

    def _write(self, words: str, evidence: tuple[Evidence, ...]) -> None:
        for line in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for one in evidence:
            self._add(Words(), wording.evidence(one))
            if one.kind is EvidenceKind.TRANSCRIPT:
                self._show_transcript(words, one.words)

    def _show_transcript(self, words: str, transcript: str) -> None:
        if len(transcript) < LONG:
            self._show_located(locate(words, transcript))
        elif (words, transcript) in self._found:
            self._show_located(self._found[words, transcript])
        else:
            self._add(Words(size=TextSize.SMALL, quiet=True), SEARCHING)
            self.search_wanted.emit(words, transcript)

    def _show_located(self, located: Located | None) -> None:
        if located is None:
            doubt = Words(size=TextSize.SMALL)
            self._add(doubt, "")
            doubt.say(NOT_IN_IT, theme.BANDS[Band.UNSURE])
        elif located.word_for_word:
            self._add(Words(size=TextSize.SMALL, quiet=True), "Word for word in it:")
            self._column.addWidget(Version(in_transcript(located)))
        else:
            self._add(Words(size=TextSize.SMALL, quiet=True), "Printed:")
            self._column.addWidget(Version(as_printed(located)))
            self._add(Words(size=TextSize.SMALL, quiet=True), "In the transcript:")
            self._column.addWidget(Version(in_transcript(located)))

    def _add(self, line: Words, words: str) -> None:
        self._column.addWidget(line)
        line.say(words)


class EvidenceEditor(QWidget):
    """The pieces of evidence in rows, and the form for one of them.

    Signals: ``given`` with what was written of one; ``removed`` with an Evidence; ``file_wanted``;
    ``document_wanted``; ``beyond`` on Up in the first row, and where there is none; ``left`` when the editor is done.
    """

    given = Signal(object)
    removed = Signal(object)
    file_wanted = Signal()
    document_wanted = Signal()
    beyond = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Sequence[Evidence] = ()
        self.rows = KeyList("Evidence", Qt.Key.Key_Return)
        self.form = EvidenceForm()
        self._keys = Words(KEYS, TextSize.SMALL, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.rows, self._keys, self.form):
            column.addWidget(part)
        self.rows.pressed.connect(self.press)
        self.rows.left.connect(self.left)
        self.rows.beyond.connect(lambda step: self.beyond.emit() if step < 0 else None)
        self.form.given.connect(self.given)
        self.form.file_wanted.connect(self.file_wanted)
        self.form.left.connect(self.close_form)

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show the pieces of a quote's evidence; a form that is open stays."""
        row = self.rows.currentRow()
        self._evidence = evidence
        self.rows.clear()
        for one in evidence:
            self.rows.addItem(QListWidgetItem(wording.evidence(one)))
        self.rows.go_to(row)
        self.rows.fit()
        if not evidence and self.rows.hasFocus():
            self.beyond.emit()
        self.rows.setVisible(bool(evidence))
        self._keys.setText(KEYS_OF_ROW if evidence else KEYS)

    def press(self, key: int) -> None:
        """What a key does here: add, change or remove."""
        if key == DOCUMENT:
            self.document_wanted.emit()
        elif key in ADDING:
            self.form.begin(ADDING[Qt.Key(key)], None)
        elif chosen := self._chosen():
            self._press_on(chosen, key)

    def _press_on(self, chosen: Evidence, key: int) -> None:
        if key in PRESSING:
            self.form.begin(chosen.kind, chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(chosen)

    def close_form(self) -> None:
        """Shut the form; its keys go to the rows, or beyond them where there are none."""
        if self.form.isHidden():
            return
        if self._evidence:
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.beyond.emit()
        self.form.hide()

    def _chosen(self) -> Evidence | None:
        row = self.rows.currentRow()
        return self._evidence[row] if 0 <= row < len(self._evidence) else None
