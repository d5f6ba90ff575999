"""What is asked of one piece of evidence: a link, a file or a transcript."""

from dataclasses import dataclass
from os.path import expanduser
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.model import Evidence, EvidenceKind
from quotereview.review.rulings import short
from quotereview.ui.controls import Button, Field, Words
from quotereview.ui.lines import Lines
from quotereview.ui.theme import GRID, TextSize

PLACES = {
    EvidenceKind.LINK: ("Link", "Where it can be read; it is never opened from here"),
    EvidenceKind.FILE: ("File", "Its name with its folder; only its name and hash are kept"),
    EvidenceKind.TRANSCRIPT: ("What it is a transcript of", "Press conference, 4 March"),
}
KEYS = "Enter keeps · Tab goes on · Esc leaves"
KEYS_OF_LINES = "Ctrl+Enter keeps · Tab goes on · Esc leaves"


@dataclass(frozen=True, slots=True)
class Given:
    """What was written of a piece of evidence; ``former`` is the one that it changes, None where it is a new one."""

    kind: EvidenceKind
    place: str
    locator: str
    words: str
    former: Evidence | None

    @property
    def path(self) -> Path:
        """The file that is named, also where a file manager wrote it."""
        name = self.place.strip().strip("\"'")
        return Path(expanduser(QUrl(name).toLocalFile() if name.startswith("file:") else name))  # noqa: PTH111 - Path raises


class EvidenceForm(QWidget):
    """The fields of one piece of evidence; of a file that is kept already, page or time code can be changed.

    Signals: ``given`` with what was written; ``file_wanted`` when a file is to be chosen; ``left``.
    """

    given = Signal(object)
    file_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = EvidenceKind.LINK
        self._former: Evidence | None = None
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self._says, self.place, self.choose, self.words, self.locator, self._keys):
            column.addWidget(part)
        self.hide()

    def begin(self, kind: EvidenceKind, former: Evidence | None) -> None:
        """Start with a piece of evidence that stands, or with nothing."""
        self._kind, self._former = kind, former
        name, hint = PLACES[kind]
        self.place.setAccessibleName(name)
        self.place.setPlaceholderText(hint)
        self._says.setText(former.place if former and kind is EvidenceKind.FILE else name)
        self.place.setText(former.place if former else "")
        self.locator.setText(former.locator if former else "")
        self.words.setPlainText(former.words if former else "")
        self._show_fields()

    def choose_file(self, path: Path) -> None:
        """Take the file that was chosen."""
        self.place.setText(str(path))
        self.locator.setFocus(Qt.FocusReason.OtherFocusReason)

    def unkept(self) -> str:
        """The beginning of what was written and not kept, or nothing."""
        former = self._former or Evidence(self._kind, "")
        written = (self.place.text(), self.locator.text(), self.words.toPlainText())
        same = written == (former.place, former.locator, former.words)
        return "" if self.isHidden() or same else short(next(filter(None, written), ""))

    def _make_fields(self) -> None:
        self._says = Words(size=TextSize.SMALL, quiet=True)
        self.place = Field("Link")
        self.choose = Button("Choose a file…")
        self.words = Lines("Transcript", "Paste the words here")
        self.locator = Field("Page or time code", "Page or time code")
        self._keys = Words(size=TextSize.SMALL, quiet=True)
        for field in (self.place, self.locator, self.words):
            field.kept.connect(self._give)
            field.left.connect(self.left)
        self.choose.clicked.connect(self.file_wanted)

    def _show_fields(self) -> None:
        kept_file = self._kind is EvidenceKind.FILE and self._former is not None
        pasted = self._kind is EvidenceKind.TRANSCRIPT
        self.show()
        self.place.setVisible(not kept_file)
        self.choose.setVisible(self._kind is EvidenceKind.FILE and not kept_file)
        self.words.setVisible(pasted)
        self._keys.setText(KEYS_OF_LINES if pasted else KEYS)
        first = self.locator if kept_file else self.words if pasted and self._former is None else self.place
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give(self) -> None:
        written = (self.place.text(), self.locator.text(), self.words.toPlainText())
        self.given.emit(Given(self._kind, *written, self._former))
