"""Which articles do not say their outlet or date, the question about them, and the panel that fills them in."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from quotereview.counting import agreeing
from quotereview.model import ArticleSummary, Field
from quotereview.review.apart import Deed
from quotereview.review.change import Change
from quotereview.review.completion import outlets
from quotereview.review.listed import listed
from quotereview.review.session import Session
from quotereview.ui.batches import Batch
from quotereview.ui.describe import DescribePanel
from quotereview.ui.describe_line import Details
from quotereview.ui.desk import Desk
from quotereview.ui.messages import Question


class Describing(QObject):
    """The verbs upon outlet and date; the keys go to the panel when asked for, and then back to where they were.

    Signals: ``told`` with a sentence that says what was written and not kept; ``keys_returned`` where those who had the
    keys are gone; ``filling`` with whether the panel is open.
    """

    told = Signal(str)
    keys_returned = Signal()
    filling = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        panel: DescribePanel,
        question: Question,
        selected: Callable[[], Sequence[str]],
        key: str,
    ) -> None:
        super().__init__(desk)
        self._desk, self._panel, self._question = desk, panel, question
        self._selected, self._key = selected, key
        self._asked_of: frozenset[str] = frozenset()
        self._had_the_keys: QWidget | None = None
        self._place = ("", "")
        desk.changed.connect(lambda _: self._follow())
        panel.left.connect(self._end)
        question.dismissed.connect(self.ask_no_more)

    def ask_after(self, batch: Batch) -> None:
        """After a batch: ask about those of its articles that do not say their outlet or date, in a line."""
        self._asked_of |= set(batch.read)
        self._ask()

    def ask_no_more(self) -> None:
        """Leave the articles that were asked about as they are."""
        self._asked_of = frozenset()
        self._ask()

    def describe(self) -> None:
        """Open the panel: on the articles that are asked about, else on the selected ones."""
        if self._panel.isVisible():
            self._panel.take_the_keys()
            return
        lacking = self._lacking()
        if articles := lacking or self._chosen():
            self._begin(articles, only_gaps=bool(lacking))

    def describe_one(self, article: str, field: Field) -> None:
        """Open the panel on one article, the keys in its outlet or its date."""
        self._begin([one for one in self._articles() if one.id == article], only_gaps=False)
        self._panel.enter_first(date=field is Field.PUBLISHED)

    def keep(self, given: Details) -> None:
        """Keep what was filled in for one article."""
        self._desk.take(_described(given, self._desk.session))

    def keep_for_all(self, given: Details) -> None:
        """Keep what was filled in for several articles; in the background, where they hold many quotes."""
        among = set(given.articles)
        size = sum(max(one.quotes, 1) for one in self._desk.session.articles() if one.id in among)
        deed = Deed(partial(_described, given), size)
        self._desk.do(deed, f"filling in {len(given.articles):,} articles", self._take_in)
        self._panel.taken()

    def _take_in(self, change: Change) -> None:
        self._desk.take(change)
        self._panel.go_on()

    def _begin(self, articles: Sequence[ArticleSummary], *, only_gaps: bool) -> None:
        self._had_the_keys = QApplication.focusWidget()
        self._place = (self._desk.article, self._desk.quote)
        self._panel.begin(articles, outlets(self._articles()), only_gaps=only_gaps)
        self._ask()
        self.filling.emit(True)

    def _follow(self) -> None:
        self._ask()
        if self._panel.isVisible():
            articles = self._articles()
            self._panel.follow(articles, outlets(articles))

    def _end(self, unkept: Sequence[str]) -> None:
        self._ask()
        self.filling.emit(False)
        if self._desk.holds(self._place[1]):
            self._desk.focus(*self._place)
        if self._had_the_keys is not None and self._had_the_keys.isVisible():
            self._had_the_keys.setFocus()
        else:
            self.keys_returned.emit()
        if unkept:
            written = " and ".join(f"“{words}”" for words in unkept)
            were = agreeing(len(unkept), "was", "were")
            self.told.emit(f"{written} {were} not kept; {self._key} opens the lines again.")

    def _ask(self) -> None:
        """Ask as long as there is something to ask for and it is not being filled in."""
        lacking = self._lacking()
        if not lacking or self._panel.isVisible():
            self._question.hide()
            return
        who = (
            f"{len(lacking)} articles do not say their"
            if len(lacking) > 1
            else f"“{lacking[0].title}” does not say its"
        )
        self._question.ask(f"{who} {_missing(lacking)}: {self._key} fills {agreeing(len(lacking), 'it', 'them')} in.")

    def _lacking(self) -> list[ArticleSummary]:
        if not self._asked_of:  # so that a ruling, which comes here too, waits for nothing
            return []
        return [one for one in self._articles() if one.id in self._asked_of and not (one.outlet and one.published)]

    def _chosen(self) -> list[ArticleSummary]:
        wanted = set(self._selected()) or {self._desk.article}
        return [one for one in self._articles() if one.id in wanted]

    def _articles(self) -> list[ArticleSummary]:
        return listed(self._desk.session.articles())


def _described(given: Details, session: Session) -> Change:
    return session.describe(given.articles, given.outlet, given.published, only_gaps=given.only_gaps)


def _missing(articles: Sequence[ArticleSummary]) -> str:
    """What the articles do not say."""
    parts = ("outlet", any(not one.outlet for one in articles)), ("date", any(not one.published for one in articles))
    return " or ".join(name for name, lacks in parts if lacks)
