"""The register of people in the middle of the window: the list, one person's page, and the questions on names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from quotereview.review.people import Person, Role, Said, Suggestion
from quotereview.ui import people_questions
from quotereview.ui.ask_line import AskLine
from quotereview.ui.frames import stack
from quotereview.ui.middle import keys_line, lay_out
from quotereview.ui.people_list import SAME, PeopleList
from quotereview.ui.people_questions import Asked, Question
from quotereview.ui.person_page import PersonPage

LIST_KEYS = "Enter  all quotes · +  the same person as … · Esc  back to the text"
PAGE_KEYS = "Enter  to the quote · Space  marks · +  same person as … · −  another person · R  other name · Esc  back"


class PeoplePanel(QWidget):
    """The list of people, and the page of one.

    Signals: ``person_wanted`` with a name; ``quote_wanted`` with the ids of an article and a quote; ``same_wanted``
    and ``rename_wanted`` with the name of a person and another one; ``split_wanted`` with a name; ``part_wanted`` with
    the ids of quotes and a name; ``left`` when the panel is to close.
    """

    person_wanted = Signal(str)
    quote_wanted = Signal(str, str)
    same_wanted = Signal(str, str)
    rename_wanted = Signal(str, str)
    split_wanted = Signal(str)
    part_wanted = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("People")
        self.list, self.page = PeopleList(), PersonPage()
        self.ask = AskLine("Name")
        self._keys = keys_line(LIST_KEYS)
        self._asked: Asked | None = None
        self._names: Sequence[str] = ()
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()

    # Showing

    def show_people(self, people: Sequence[Person], suggestions: Sequence[Suggestion]) -> None:
        """Show who is there, and who may be the same."""
        self._names = [name for person in people for name in person.names]
        self.list.show_people(people, suggestions)

    def begin(self, name: str) -> None:
        """Open on the list, the person of this name chosen."""
        self.end_question()
        self._turn_to(self.list)
        self.list.begin(name)

    def begin_page(self, quote: str) -> None:
        """Open on the page of the person that was shown last, a quote (id) chosen."""
        self._turn_to(self.page)
        self.page.begin(quote)

    def show_person(self, person: Person, said: Sequence[Said], roles: Sequence[Role]) -> None:
        """Show one person on the page."""
        self.page.show_person(person, said, roles, self.list.suggestion(person.name))

    def shown(self) -> Person | None:
        """The person whose page is open."""
        return self.page.person if self._stack.currentWidget() is self.page else None

    def keys(self) -> str:
        """What the line at the foot says."""
        return self._keys.text()

    def back_to_list(self) -> None:
        """From the page to the list, at the person."""
        self.end_question()
        self._turn_to(self.list)
        if self.page.person is not None:
            self.list.choose(self.page.person.name)
        self.list.field.setFocus()

    # Asking

    def end_question(self) -> None:
        """Put the question away; the keys go back to where they were."""
        if self.ask.field.hasFocus():  # before it is hidden, which would give the keys to anybody
            (self.list if self.shown() is None else self.page).setFocus()
        self.ask.hide()
        self._keys.show()
        self._asked = None

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._keys.hide()
        self.ask.ask(asked.words, asked.below, asked.written, names=asked.names, first=asked.first)

    def _ask_same(self) -> None:
        if person := self.shown() or self.list.person():
            self._ask(people_questions.same(person, self.list.suggestion(person.name), self._names))

    def _ask_split(self, person: Person) -> None:
        if marked := self.page.marked():
            self._ask(people_questions.part(person, len(marked), self._names))
        elif person.aliases:
            self._ask(people_questions.split(person))
        else:
            self._keys.setText(f"{person.name} has one name: mark quotes with Space to say whose they are. {PAGE_KEYS}")

    def _answer(self, name: str) -> None:
        if self._asked is None:
            return
        person = self._asked.person.name
        match self._asked.question:
            case Question.SAME:
                self.same_wanted.emit(person, name)
            case Question.RENAME:
                self.rename_wanted.emit(person, name)
            case Question.SPLIT:
                self.split_wanted.emit(name)
            case Question.PART:
                self.part_wanted.emit(self.page.marked(), name)

    def _press(self, key: str) -> None:
        person = self.shown()
        if person is None:
            return
        if key in (SAME, "m", "M"):
            self._ask_same()
        elif key in ("-", "−"):
            self._ask_split(person)
        elif key in ("r", "R"):
            self._ask(people_questions.rename(person))

    # How it is made

    def _turn_to(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._keys.setText(LIST_KEYS if part is self.list else PAGE_KEYS)

    def _open(self) -> None:
        if person := self.list.person():
            self.person_wanted.emit(person.name)

    def _go(self) -> None:
        if said := self.page.quote():
            self.quote_wanted.emit(said.quote.article, said.quote.id)

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.list.same_wanted.connect(self._ask_same)
        self.list.left.connect(self.left)
        self.page.chosen.connect(self._go)
        self.page.pressed_key.connect(self._press)
        self.page.left.connect(self.back_to_list)
        self.ask.answered.connect(self._answer)
        self.ask.left.connect(self.end_question)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.page)
        lay_out(self, None, ((self._stack, 1),), stack(self.ask, self._keys, growing=self.ask))
