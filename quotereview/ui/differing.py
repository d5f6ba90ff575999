"""Between the list of what is proposed otherwise, the desk, and the article beside it."""

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from quotereview.errors import NotPossible
from quotereview.review.change import Change
from quotereview.review.listed import listed
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.ui.article_view import ArticleView
from quotereview.ui.desk import Desk
from quotereview.ui.otherwise_panel import NOTHING, Line, OtherwisePanel

Guard = Callable[..., Callable[..., None]]
"""Makes of a verb one whose known faults are told; ``deed`` says whether an editor wants it, or the window itself."""

SLICE = 0.015  # seconds for which articles are looked at before the window looks at its keys again
SORTS = tuple(Sort)
NONE_YET = f"{NOTHING} Ctrl+R detects this article again."


class Differing(QObject):
    """Fills the list article by article, keeps it current while it is open, and goes to what is chosen."""

    def __init__(self, desk: Desk, view: ArticleView, guarded: Guard) -> None:
        super().__init__(desk)
        self._desk, self._view = desk, view
        self.panel = OtherwisePanel()
        self._due = deque[str]()
        self._found: dict[str, tuple[Otherwise, ...]] = {}
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(guarded(self._go_on, deed=False))
        desk.changed.connect(self._follow)
        self.panel.chosen.connect(guarded(self._go_to))
        self.panel.left.connect(self.leave)

    def turn(self) -> None:
        """Open the list, give it the keys again, or close it where it has them; raises NotPossible without any."""
        if self.panel.rows.hasFocus():
            self.leave()
        elif self.panel.isVisible():
            self.panel.setFocus()
        else:
            self._begin()

    def leave(self) -> None:
        """Close the list."""
        self._pause.stop()
        self.panel.hide()
        self._view.setFocus()

    def _begin(self) -> None:
        articles = self._desk.session.again.articles()
        if not articles:
            raise NotPossible(NONE_YET)
        self._due, self._found = deque(articles), {}
        self.panel.begin()
        self._go_on()

    def _go_on(self) -> None:
        """Look at a few articles; show what was found in all of them at the end; nothing once the list is closed."""
        until = perf_counter() + SLICE
        while self._due and self.panel.isVisible():
            article = self._due.popleft()
            self._found[article] = self._desk.session.again.differences(article)
            if self._due and perf_counter() > until:
                self._pause.start()
                return
        if self.panel.isVisible():
            self._show()

    def _show(self) -> None:
        articles = listed(self._desk.session.articles())
        lines = [
            Line(one, article.outlet or article.title)
            for article in articles
            for one in self._found.get(article.id, ())
        ]
        self.panel.show_lines(sorted(lines, key=_weight))

    def _follow(self, change: Change) -> None:
        if self.panel.isVisible():
            self._due.extend(article for article in change.articles if article not in self._due)
            self._pause.start()

    def _go_to(self, one: Otherwise) -> None:
        self._desk.focus(one.article, one.quote)
        self._view.setFocus()


def _weight(line: Line) -> tuple[int, bool]:
    """What is listed first: what was ruled on, and of each sort what is more than another confidence."""
    return SORTS.index(line.otherwise.sort), line.otherwise.slight
