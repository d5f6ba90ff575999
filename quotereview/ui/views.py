"""Keeps every panel in step with the desk: what is open, what is in focus, what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quotereview.model import Article, NewAct, StandingQuote
from quotereview.review.change import Change, ChangeKind
from quotereview.review.finding import Finding, FindingKind
from quotereview.ui import news, wording
from quotereview.ui.article_view import ArticleView
from quotereview.ui.articles_panel import ArticlesPanel
from quotereview.ui.card import Card
from quotereview.ui.centre import Centre
from quotereview.ui.crosscheck import CrossCheckPanel
from quotereview.ui.desk import Desk
from quotereview.ui.sections import Shown
from quotereview.ui.start import Start
from quotereview.ui.status import StatusLine

DESCRIBING = frozenset({ChangeKind.ARTICLES, ChangeKind.DETAILS})
"""What may change what is said of an article above its text."""
SETTING = DESCRIBING | {ChangeKind.DETECTED}
"""What may change that, or which of its blocks are grey."""


@dataclass(frozen=True)
class Panels:
    """The panels of the window; ``centre`` holds the start and the article view, ``review`` the card."""

    articles: ArticlesPanel
    centre: Centre
    start: Start
    article_view: ArticleView
    card: Card
    review: QWidget
    crosscheck: CrossCheckPanel
    status: StatusLine


@dataclass
class Due:
    """What happened at the desk since the panels were brought up to it."""

    opened: bool = False
    focused: bool = False
    changes: list[Change] = field(default_factory=list)

    @property
    def elsewhere(self) -> bool:
        """Whether all of it was done by others."""
        return not self.opened and not self.focused and all(change.elsewhere for change in self.changes)


class Views(QObject):
    """Shows the desk in the panels.

    Signals: ``shown`` after each refresh, for what depends on the whole state; ``person_wanted`` with the name of
    somebody who was found.
    """

    shown = Signal()
    person_wanted = Signal(str)

    def __init__(self, desk: Desk, panels: Panels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panels = panels
        self._article: Article | None = None
        self._due = Due()
        self._news: Sequence[NewAct] = ()
        self._matches_soon = QTimer(self, interval=0, singleShot=True)
        self._matches_soon.timeout.connect(self._show_matches)
        desk.article_opened.connect(self._note_opened)
        desk.quote_focused.connect(self._note_focused)
        desk.changed.connect(self._note_changed)
        desk.settled.connect(self._refresh)
        desk.others_acted.connect(self._tell_news)
        self._show_lists()
        self._show_centre(bool(desk.session.articles()))

    def take_the_keys(self) -> None:
        """Give the keys to what stands in the middle."""
        self._in_the_middle(bool(self._desk.session.articles())).setFocus()

    def go_to(self, finding: Finding) -> None:
        """Open the article of what was found, at its quote if it stands in one, and select the words."""
        if finding.kind is FindingKind.PERSON:
            self.person_wanted.emit(finding.words)
            return
        if finding.article and finding.quote:
            self._desk.focus(finding.article, finding.quote)
        elif finding.article:
            self._desk.open_article(finding.article)
        if finding.place is not None:
            self._panels.article_view.show_place(finding.place)

    def _in_the_middle(self, there_are_articles: bool) -> QWidget:
        return self._panels.article_view if there_are_articles else self._panels.start

    def _open(self, article: str) -> None:
        session, panels = self._desk.session, self._panels
        self._show_centre(bool(article))
        panels.articles.show_open(article)
        self._article = session.article(article) if article else None
        if self._article is not None:
            panels.article_view.show_article(self._article, session.quotes(article), session.detection(article).zones)

    def _show_centre(self, there_are_articles: bool) -> None:
        """The article with all panels around it, or the start alone; what comes to the front takes the keys."""
        panels = self._panels
        shown = self._in_the_middle(there_are_articles)
        for panel in (panels.articles, panels.review, panels.crosscheck):
            panel.setVisible(there_are_articles)
        if panels.centre.currentWidget() is not shown:
            panels.centre.setCurrentWidget(shown)
            shown.setFocus()

    def _note_opened(self) -> None:
        self._due.opened = True

    def _note_focused(self) -> None:
        self._due.focused = True

    def _tell_news(self, acts: Sequence[NewAct]) -> None:
        self._news = acts
        self._show_news()

    def _show_news(self) -> None:
        """What others did last, as it reads from the quote in focus."""
        self._panels.status.show_news(news.told(self._news, self._desk.quote, self._desk.session.editor))

    def _note_changed(self, change: Change) -> None:
        if change.kind is not ChangeKind.NOTHING:
            self._due.changes.append(change)

    def _refresh(self) -> None:
        """Show what has become of the desk since the last look."""
        due, self._due = self._due, Due()
        if due == Due():
            return
        if due.changes:
            self._show_lists()
        kinds = frozenset(change.kind for change in due.changes if self._desk.article in change.articles)
        self._show_article(due, kinds)
        if due.focused or kinds:
            self._show_quote(self._desk.standing())
        if due.focused:
            self._show_news()
        if due.focused or kinds:
            self._show_matches()
        elif due.changes:  # the same words may have come, or changed, in any article; that has time until the next turn
            self._matches_soon.start()
        if due.opened:
            self._panels.crosscheck.fold()
        self.shown.emit()

    def _show_article(self, due: Due, kinds: frozenset[ChangeKind]) -> None:
        """Bring the text up to what happened, ``kinds`` being how it changed itself."""
        if due.opened:
            self._open(self._desk.article)
        elif kinds:
            self._show_changed(self._desk.article, described=bool(SETTING & kinds), quietly=due.elsewhere)
        if due.focused or (DESCRIBING & kinds and not due.elsewhere):
            self._panels.article_view.set_focus(self._desk.quote or None)

    def _show_changed(self, article: str, *, described: bool, quietly: bool) -> None:
        """Bring the text up to a change of what stands in it, or is said of it; ``quietly``: the foot says the same."""
        session, view = self._desk.session, self._panels.article_view
        if described:
            self._article = session.article(article)
            view.show_article(self._article, session.quotes(article), session.detection(article).zones)
        else:
            view.set_quotes(session.quotes(article), quietly=quietly)

    def _show_matches(self) -> None:
        session, quote = self._desk.session, self._desk.quote
        self._panels.crosscheck.show_matches(session.crosscheck.partners(quote) if quote else None)
        self._panels.crosscheck.show_documents(session.documents.of(quote) if quote else ())

    def _show_quote(self, quote: StandingQuote | None) -> None:
        card = self._panels.card
        if self._article is None:
            card.show_nothing("")
        elif quote is None:
            session = self._desk.session
            marked = session.quotes(self._article.id)
            card.show_nothing(wording.no_quotes(self._article, marked, session.detection(self._article.id)))
        else:
            session, speaker = self._desk.session, quote.ruling.speaker
            names = session.people.names(speaker.name) if speaker else ()
            before, conflict = session.repeat.offered(quote.id), session.conflicts.of(quote.id)
            place, otherwise = self._desk.place_in_article(), session.again.of(quote.id)
            card.show_quote(Shown(self._article, quote, *place, before, conflict, names, otherwise))

    def _show_lists(self) -> None:
        session, panels = self._desk.session, self._panels
        panels.articles.show_articles(session.articles())
        panels.status.show_progress(session.progress(), session.pace(), blind=session.blind.read is not None)
