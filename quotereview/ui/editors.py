"""The small editors of the card, opened in place: a name by type-ahead, a source with its kind, a note."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quotereview.model import Source, SourceKind, Speaker, SpeakerType
from quotereview.review.completion import Completion, line_completion
from quotereview.review.naming import Known, likeness, matching, may_mean
from quotereview.ui import theme
from quotereview.ui.controls import PRESSING, DropDown, Field, Value, Words, takes_any
from quotereview.ui.theme import TextSize
from quotereview.ui.type_ahead import TypeAheadField

SHOWN_NAMES = 6
MOST = 200
"""So many names are listed, the likest; whoever means another one writes on rather than scroll through thousands."""
OFFERED = Qt.ItemDataRole.UserRole + 1
KINDS: tuple[tuple[str, SourceKind | None], ...] = (
    ("kind unknown", None),
    *((kind.value, kind) for kind in SourceKind),
)


TYPES = tuple((type.value, type) for type in SpeakerType)


class NameEditor(QWidget):
    """Type a name: the known ones that match are listed below, a new one can always be kept.

    ``empty`` says in the field what no name means.

    Signals: ``kept`` with the chosen name; ``left`` when the editor gave up; ``changed`` when Enter would keep another.
    """

    kept = Signal(str)
    left = Signal()
    changed = Signal()

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[Known] = ()
        self._stood = ""
        self.field = Field(name, empty)
        self._list = QListWidget()
        self._list.setAccessibleName(f"{name}: names to choose from")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self.kept.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.field)
        column.addWidget(self._list)
        self.field.textEdited.connect(self._narrow)
        self.field.textEdited.connect(lambda _: self.changed.emit())
        self._list.currentRowChanged.connect(lambda _: self.changed.emit())
        self.field.moved.connect(self._move)
        self.field.kept.connect(lambda: self.kept.emit(self.chosen()))
        self.field.left.connect(self.left)

    def begin(self, name: str, names: Sequence[Known]) -> None:
        """Start with the name that stands, selected, and the names to choose from in their order."""
        self._names = names
        self._stood = name
        self.field.setText(name)
        self._narrow("")
        self._list.setCurrentRow(-1)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resume(self) -> None:
        """Open again with what was written, chosen in the list or not."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> str:
        """The name that Enter keeps: the one chosen in the list, else what is written."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else self.field.text().strip()

    def unkept(self) -> str:
        """What was written and not kept, or nothing."""
        written = self.field.text().strip()
        return "" if written == self._stood else written

    def offered(self) -> list[str]:
        """The names in the list, and what would be a new one."""
        return [str(self._list.item(row).data(OFFERED)) for row in range(self._list.count())]

    def _narrow(self, typed: str) -> None:
        """List the names that match; Enter takes the first only where it may well be meant, else what is written."""
        self._list.clear()
        known = matching(self._names, typed)
        for one in known[:MOST]:
            self._offer(one.name, one.name, _about(one, typed))
        if typed.strip() and typed.strip() not in {one.name for one in self._names}:
            self._offer(f"{typed.strip()} — new name", typed.strip())
        meant = 0 if known and may_mean(known[0], typed) else self._list.count() - 1
        self._list.setCurrentRow(meant if typed.strip() else -1)
        self._list.setVisible(self._list.count() > 0)
        lines = min(self._list.count(), SHOWN_NAMES)
        self._list.setFixedHeight(lines * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())

    def _offer(self, words: str, name: str, about: str = "") -> None:
        item = QListWidgetItem(f"{words} · {about}" if about else words)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setData(OFFERED, words)
        self._list.addItem(item)

    def _move(self, steps: int) -> None:
        if self._list.count():
            self._list.setCurrentRow((self._list.currentRow() + steps) % self._list.count())


def _about(known: Known, written: str) -> str:
    """The role, and the other name by which somebody was found."""
    found = (
        min((known.name, *known.aliases), key=lambda name: likeness(Known(name), written)) if written else known.name
    )
    also = f"also {found}" if found != known.name else ""
    return " · ".join(part for part in (also, known.role) if part)


class SpeakerEditor(NameEditor):
    """The speaker's name by type-ahead, and the type of voice, which follows the name until the editor chooses one.

    Signals: ``named`` with the name and the SpeakerType.
    """

    named = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Speaker", "Nobody known", parent)
        self._type_of: Callable[[str], SpeakerType] = lambda _: SpeakerType.PERSON
        self._stood_as: Speaker | None = None
        self._chose = False
        self.type = KindChoice("Type of speaker", TYPES)
        self.type.kept.connect(lambda: self.kept.emit(self.chosen()))
        self.type.left.connect(self.left)
        self.type.activated.connect(self._choose_type)
        self.kept.connect(lambda name: self.named.emit(name, self.type.value))
        self.changed.connect(self._follow_name)
        self._column.addWidget(self.type)
        self._column.addWidget(Words("Enter keeps · Esc leaves · Tab goes to the type", TextSize.SMALL, quiet=True))

    def ask_types(self, type_of: Callable[[str], SpeakerType]) -> None:
        """Say from where the type is had that goes with a name."""
        self._type_of = type_of

    def begin_with(self, speaker: Speaker | None, names: Sequence[Known]) -> None:
        """Start with the speaker who stands, and the names to choose from in their order."""
        self._stood_as, self._chose = speaker, False
        self.begin(speaker.name if speaker else "", names)
        self._follow_name()

    def _choose_type(self) -> None:
        self._chose = True

    def _follow_name(self) -> None:
        """Show the type that goes with the name that Enter would keep."""
        if not self._chose:
            name = self.chosen()
            stood = self._stood_as
            known = next((one.type for one in self._names if one.name == name and one.type), None)
            self.type.choose(stood.type if stood and stood.name == name else known or self._type_of(name))


class SourceEditor(QWidget):
    """The carrier's name by type-ahead, and its kind, which follows the name until the editor chooses one.

    No name means no source.

    Signals: ``kept`` with the name and the kind (a SourceKind or None); ``left`` when the editor gave up.
    """

    kept = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_of: Callable[[str], SourceKind | None] = lambda _: None
        self._stood: Source | None = None
        self._chose = False
        self.name = NameEditor("Source", "None given")
        self.name.changed.connect(self._follow_name)
        self.kind = KindChoice("Kind of source", KINDS)
        self.kind.activated.connect(self._choose_kind)
        self.kind.kept.connect(lambda: self._keep(self.name.chosen()))
        self.kind.left.connect(self.left)
        self.name.kept.connect(self._keep)
        self.name.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.name)
        column.addWidget(self.kind)
        column.addWidget(Words("Enter keeps · Esc leaves · Tab goes to the kind", TextSize.SMALL, quiet=True))

    def begin(self, source: Source | None, names: Sequence[str]) -> None:
        """Start with the source that stands."""
        self._stood, self._chose = source, False
        self.show()
        self.name.begin(source.name if source else "", [Known(name) for name in names])
        self._follow_name()

    def resume(self) -> None:
        """Open again with the name and the kind as they were given."""
        self.show()
        self.name.resume()

    def unkept(self) -> str:
        """The name that was written and not kept, or nothing."""
        return self.name.unkept()

    def ask_kinds(self, kind_of: Callable[[str], SourceKind | None]) -> None:
        """Say from where the kind is had that goes with a name."""
        self._kind_of = kind_of

    def _choose_kind(self) -> None:
        self._chose = True

    def _follow_name(self) -> None:
        """Show the kind that goes with the name that Enter would keep."""
        if not self._chose:
            name, stood = self.name.chosen(), self._stood
            self.kind.choose(stood.kind if stood and stood.name == name else self._kind_of(name))

    def _keep(self, name: str) -> None:
        self.kept.emit(name, self.kind.value)


class LineEditor(TypeAheadField):
    """One line of words, opened on what stands; ``offer`` says which earlier ones are to choose from, else none."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, self._completing_line, parent=parent)
        self._stood = ""
        self._earlier: Callable[[], Sequence[str]] = tuple
        self._known: Sequence[str] = ()
        self.moved.connect(lambda _: self.offer_now())
        self.hide()

    def offer(self, earlier: Callable[[], Sequence[str]]) -> None:
        """Say from where the lines that were written before are had, likeliest first."""
        self._earlier = earlier

    def begin(self, words: str) -> None:
        """Start with the words that stand, selected."""
        self._stood = words
        self._known = self._earlier()
        self.setText(words)
        self.resume()
        self.selectAll()

    def resume(self) -> None:
        """Open again with what was written."""
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def unkept(self) -> str:
        """What was written and not kept, or nothing."""
        written = self.text().strip()
        return "" if written == self._stood else written

    def _completing_line(self, line: str, at: int) -> Completion:
        return line_completion(line, at, self._known)


class KindChoice(DropDown[Value]):
    """A choice within an editor: all keys are its own, Enter keeps, Esc leaves.

    Signals: ``kept``, and ``left``.
    """

    kept = Signal()

    def event(self, event: QEvent) -> bool:
        if takes_any(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
