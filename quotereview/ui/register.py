"""Between the register of people in the middle of the window, the desk and the article in whose place it stands."""

from collections.abc import Collection

from PySide6.QtCore import QTimer

from quotereview.errors import NotPossible
from quotereview.review.change import Change
from quotereview.review.people import Suggestion
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Job, Jobs, raise_fault
from quotereview.ui.messages import Messages
from quotereview.ui.people_panel import PeoplePanel

LATER = 80
"""Milliseconds until it is looked for who may be the same, so that the list is painted first."""


class Register(Instead[PeoplePanel]):
    """Opens the register, follows what changes, and rules who is who; any step to a quote or an article closes it."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        self._jobs, self._people = jobs, desk.session.people
        self._asked = Job(iter(()), self._suggest, raise_fault)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._later.timeout.connect(self._ask)
        desk.changed.connect(self._follow)
        desk.quote_focused.connect(lambda _: self._close())

    def _make(self) -> PeoplePanel:
        panel, guarded = PeoplePanel(), self._messages.guarded
        panel.left.connect(self.leave)
        panel.person_wanted.connect(guarded(self.show))
        panel.quote_wanted.connect(guarded(self.go_to))
        panel.same_wanted.connect(guarded(self.same))
        panel.split_wanted.connect(guarded(self.split))
        panel.rename_wanted.connect(guarded(self.rename))
        panel.part_wanted.connect(guarded(self.part))
        return panel

    @property
    def shown(self) -> str:
        """The name of the person whose page is open, or who is chosen in the list; empty where neither is there."""
        person = (self.panel.shown() or self.panel.list.person()) if self.open else None
        return person.name if person else ""

    def begin(self) -> None:
        """Open the list, at the speaker of the quote in focus."""
        standing = self._desk.standing()
        speaker = standing.ruling.speaker if standing else None
        self._bring_up()
        self.panel.begin(speaker.name if speaker else "")

    def show(self, name: str) -> None:
        """Open the page of the person who has a name, at the quote in focus; raises NotPossible without one."""
        self._people.get(name)
        self._bring_up()
        self._show_person(name)
        self.panel.begin_page(self._desk.quote)

    def same(self, name: str, other: str) -> None:
        """Two people are one; raises NotPossible where nobody has the other name."""
        meant = self._people.get(other).name
        self._decide(self._people.same(name, meant), f"{name} is the same person as {meant} now.")

    def split(self, name: str) -> None:
        """A name is another person's."""
        self._decide(self._people.split(name), f"{name} is another person now.")

    def rename(self, name: str, wanted: str) -> None:
        """A person goes by another name."""
        self._decide(self._people.rename(name, wanted), f"{name} goes by the name {wanted} now.")

    def part(self, quotes: Collection[str], name: str) -> None:
        """Some quotes are somebody else's."""
        self._decide(self._people.part(quotes, name), f"{len(quotes):,} now said by {name}.")

    def _decide(self, change: Change, told: str) -> None:
        self.panel.end_question()
        self._take(change, told)

    def _bring_up(self) -> None:
        self._show_people()
        super()._bring_up()

    def _close(self) -> None:
        if self.open:
            self.panel.end_question()
        super()._close()

    def _follow(self, _change: Change) -> None:
        if self.open:
            self._show_people()
            if (person := self.panel.shown()) is not None:
                self._show_person(person.name)

    def _show_people(self) -> None:
        self.panel.show_people(self._people.all(), self._suggestions)
        self._later.start()

    def _ask(self) -> None:
        """Look for who may be the same, in the background."""
        if self.panel.isVisible():  # the store may be closed by now
            self._asked.stop()
            self._asked = Job(self._people.suggestions(), self._suggest, raise_fault)
            self._jobs.run(self._asked, urgent=True)

    def _suggest(self, suggestions: tuple[Suggestion, ...]) -> None:
        if self.panel.isVisible() and suggestions != self._suggestions:
            self._suggestions = suggestions
            self.panel.show_people(self._people.all(), suggestions)

    def _show_person(self, name: str) -> None:
        """Show a person on the page, or the list where nothing of this person is left."""
        try:
            person = self._people.get(name)
        except NotPossible:
            self.panel.back_to_list()
            return
        self.panel.show_person(person, self._people.quotes(name), self._people.roles(name))
