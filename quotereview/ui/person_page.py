"""One person: names, roles by date, and all that this person was quoted with."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotereview.review.people import Person, Role, Said, Suggestion
from quotereview.ui import people_words
from quotereview.ui.controls import Words, hairline
from quotereview.ui.head import Head
from quotereview.ui.rows import Rows
from quotereview.ui.theme import TextSize


class PersonPage(QWidget):
    """Shows a person and lists the quotes, of which some can be marked.

    Signals: ``chosen`` when the editor goes to the quote that is chosen; ``pressed_key`` with a letter or a sign;
    ``left`` on Esc.
    """

    chosen = Signal()
    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        self._name = Words(size=TextSize.LARGE)
        self._about, self._also, self._roles, self._printed, self._maybe = (Words() for _ in range(5))
        self.rows = Rows("Quotes of this person", people_words.said_row)
        self.rows.entered.connect(self.chosen)
        self.rows.pressed_key.connect(self._press)
        self.rows.left.connect(self.left)
        self._lay_out()
        self.setFocusProxy(self.rows)

    def begin(self, quote: str) -> None:
        """Choose a quote (id), else the last one, with none marked, and take the keys."""
        self.rows.show_things(self.rows.things, markable=True)
        at = (at for at, said in enumerate(self.rows.things) if said.quote.id == quote)
        self.rows.choose(next(at, len(self.rows.things) - 1))
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_person(
        self, person: Person, said: Sequence[Said], roles: Sequence[Role], suggestion: Suggestion | None
    ) -> None:
        """Show a person; of quotes that were there already those that are chosen and marked stay so."""
        self.person = person
        self._name.setText(person.name)
        self._about.say(people_words.about(person))
        self._also.say(people_words.also(person))
        self._roles.say(people_words.roles(roles))
        self._printed.say(people_words.printed(person))
        self._maybe.say(people_words.maybe(suggestion) if suggestion else "")
        self.rows.setAccessibleName(f"Quotes of {person.name}")
        self._show_quotes(said)

    def quote(self) -> Said | None:
        """The quote that is chosen."""
        found: Said | None = self.rows.chosen()
        return found

    def marked(self) -> tuple[str, ...]:
        """The ids of the quotes that are marked."""
        return tuple(said.quote.id for said in self.rows.marked())

    def said(self) -> str:
        """What is said of the person, line by line."""
        shown = (self._name, self._about, self._also, self._roles, self._printed, self._maybe)
        return "\n".join(words.text() for words in shown if words.text())

    def _show_quotes(self, said: Sequence[Said]) -> None:
        marked, former = set(self.marked()), self.quote()
        self.rows.show_things(said, markable=True)
        for at, one in enumerate(said):
            if one.quote.id in marked:
                self.rows.turn_mark(at)
            if former and one.quote.id == former.quote.id:
                self.rows.choose(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit()

    def _press(self, key: str) -> None:
        if key == " ":
            self.rows.turn_mark(self.rows.at)
        else:
            self.pressed_key.emit(key)

    def _lay_out(self) -> None:
        self._head = Head(self._name, self._about, self._also, self._roles, self._printed, self._maybe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(hairline())
        column.addWidget(self.rows, 1)
