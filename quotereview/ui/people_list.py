"""The list of people: everybody who is quoted, narrowed as one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quotereview.review.people import Person, Suggestion, holding
from quotereview.ui import people_words
from quotereview.ui.controls import Button, Field, Words, hairline
from quotereview.ui.rows import Row, Rows, pressed_alone
from quotereview.ui.theme import GRID, TextSize

SAME = "+"


class FilterField(Field):
    """A line that narrows the list; what goes with Ctrl stays the window's, undo too, since the line is only a filter.

    No name has a plus in it, so that one is a key.

    Signals: ``same_pressed`` on a plus.
    """

    same_pressed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or pressed_alone(event):
            return super().event(event)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return True
        return QLineEdit.event(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == SAME and pressed_alone(event):
            self.same_pressed.emit()
        else:
            super().keyPressEvent(event)


class PeopleList(QWidget):
    """Lists people; Up and Down choose one while one types.

    Signals: ``chosen`` when the editor goes to the person that is chosen; ``same_wanted`` when that person is the same
    as somebody else; ``left`` on Esc.
    """

    chosen = Signal()
    same_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Person] = ()
        self._suggestions: dict[str, Suggestion] = {}
        self._title = Words("People", TextSize.LARGE)
        self._count = Words(size=TextSize.SMALL, quiet=True)
        self.alike = Button("")
        self.alike.setCheckable(True)
        self.field = FilterField("Find a person", "Find a person by any name")
        self.rows = Rows("People", self._row)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.field)

    def begin(self, name: str) -> None:
        """Show everybody, a person of this name chosen, and take the keys."""
        if self.field.text() or self.alike.isChecked():
            self.field.clear()
            self.alike.setChecked(False)
            self._narrow()
        self.choose(name)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_people(self, people: Sequence[Person], suggestions: Sequence[Suggestion]) -> None:
        """Show other people; who is chosen stays so."""
        self._people = people
        self._suggestions = {}
        for suggestion in suggestions:
            self._suggestions.setdefault(suggestion.name, suggestion)
        self._narrow()

    def person(self) -> Person | None:
        """Who is chosen."""
        found: Person | None = self.rows.chosen()
        return found

    def suggestion(self, name: str) -> Suggestion | None:
        """Who may be the same as the person of a name."""
        return self._suggestions.get(name)

    def choose(self, name: str) -> None:
        """Choose the person of this name, else the first."""
        at = (at for at, person in enumerate(self.rows.things) if name in person.names)
        self.rows.choose(next(at, 0))

    def said(self) -> str:
        """What the line above the list says."""
        return self._count.text()

    def _narrow(self) -> None:
        former = self.person()
        sought = holding(self._people, self.field.text())
        found = [one for one in sought if one.name in self._suggestions] if self.alike.isChecked() else sought
        self.rows.show_things(found)
        self.choose(former.name if former else "")
        many = f"{len(found):,} of {len(self._people):,}" if len(found) < len(self._people) else f"{len(found):,}"
        self._count.setText(f"{many} quoted" if self._people else "Nobody is quoted yet.")
        alike = f"{len(self._suggestions):,} may be the same as others"
        self.alike.setText("Show everybody" if self.alike.isChecked() else alike)
        self.alike.setAccessibleName(self.alike.text())
        self.alike.setVisible(bool(self._suggestions) or self.alike.isChecked())

    def _row(self, person: Person) -> Row:
        return people_words.person_row(person, self._suggestions.get(person.name))

    def _press(self, key: str) -> None:
        if key in (SAME, "m", "M"):
            self.same_wanted.emit()
        elif key.isalnum():
            self.field.setFocus()
            self.field.insert(key)
            self._narrow()

    def _leave(self) -> None:
        """What is written goes first."""
        if self.field.text():
            self.field.clear()
            self._narrow()
        else:
            self.left.emit()

    def _connect(self) -> None:
        self.field.textEdited.connect(lambda _: self._narrow())
        self.field.moved.connect(self.rows.step)
        self.field.kept.connect(self.chosen)
        self.field.left.connect(self._leave)
        self.field.same_pressed.connect(self.same_wanted)
        self.rows.entered.connect(self.chosen)
        self.rows.pressed_key.connect(self._press)
        self.rows.left.connect(self.left)
        self.alike.toggled.connect(lambda _: self._narrow())

    def _lay_out(self) -> None:
        self._count.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(GRID * 3)
        head.addWidget(self._count, 1)
        head.addWidget(self.alike)
        top = QVBoxLayout()
        top.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 2)
        top.setSpacing(GRID * 2)
        top.addWidget(self._title)
        top.addWidget(self.field)
        top.addLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.rows, 1)
