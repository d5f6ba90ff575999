"""The quotes of other articles that stand in a text, in the middle of the window: a list, and one of them in full."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import SourceKind
from quotereview.review.documents import Held
from quotereview.ui import held_words, theme
from quotereview.ui.both_versions import BothVersions
from quotereview.ui.controls import Words
from quotereview.ui.head import Head
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize

KEYS = "Enter  to the quote · T  its place in this text · E  keep it as evidence · 1–7  what this text is · Esc  back"
TO_PLACE, AS_EVIDENCE = "t", "e"


class HeldPanel(QWidget):
    """Shows how quotes stand in a text; open as long as it has the keys.

    Signals: ``quote_wanted``, ``place_wanted`` and ``evidence_wanted`` with a Held; ``kind_chosen`` with what the text
    is, a SourceKind or None for an article; ``left`` when the panel is to close.
    """

    quote_wanted = Signal(object)
    place_wanted = Signal(object)
    evidence_wanted = Signal(object)
    kind_chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Quotes that stand in this text")
        self._what = Words("Quotes of other articles that stand in this text", TextSize.SMALL, quiet=True)
        self._title, self._kind, self._count = Words(), Words(size=TextSize.SMALL, quiet=True), Words()
        self._title.set_in(lambda: theme.quoting_font(1.1))
        self.rows = Rows("Quotes that stand in this text", lambda line: line.row)
        self.full = BothVersions("The quote as it was printed, and as it stands in this text")
        self._connect()
        head = Head(self._what, self._title, self._kind, self._count)
        lay_out(self, head, ((self.rows, 1), (self.full, 1)), keys_line(KEYS))
        self.setFocusProxy(self.rows)

    def show_looking(self, title: str) -> None:
        """Say that it is looked what stands in a text."""
        self._title.say(title)
        self._count.setText(held_words.LOOKING)
        self._show(())

    def show_kind(self, kind: SourceKind | None) -> None:
        """Say what the text is."""
        self._kind.say(held_words.kinds(kind))

    def show_held(self, held: Sequence[Held]) -> None:
        """Show how quotes stand in the text, the first chosen."""
        self._count.setText(held_words.counted(held))
        self._show(held)

    def said(self) -> str:
        """All that the panel says, line by line."""
        head = (self._title.text(), self._kind.text(), self._count.text())
        return "\n".join([*head, *self.rows.spoken(), self.full.said()])

    def _show(self, held: Sequence[Held]) -> None:
        self.rows.show_things([held_words.line(one) for one in held])
        self.rows.choose(0)
        self._show_line()

    def _show_line(self) -> None:
        if line := self.rows.chosen():
            self.full.show_versions(line.told, line.printed, line.there)
        else:
            self.full.show_versions("", None, None)

    def _press(self, key: str) -> None:
        line = self.rows.chosen()
        if key in held_words.KINDS:
            kind, _ = held_words.KINDS[key]
            self.kind_chosen.emit(kind)
        elif line and key.lower() == TO_PLACE:
            self.place_wanted.emit(line.held)
        elif line and key.lower() == AS_EVIDENCE:
            self.evidence_wanted.emit(line.held)

    def _enter(self) -> None:
        if line := self.rows.chosen():
            self.quote_wanted.emit(line.held)

    def _connect(self) -> None:
        self.rows.selectionModel().currentRowChanged.connect(lambda _: self._show_line())
        self.rows.entered.connect(self._enter)
        for part in (self.rows, self.full):
            part.pressed_key.connect(self._press)
            part.left.connect(self.left)
