"""Between what an article says of itself, shown in the middle of the window, the desk, and what can be corrected."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from quotereview.errors import NotPossible
from quotereview.model import Field, Span, title_in_list
from quotereview.review.change import Change, ChangeKind
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.facts_panel import FactsPanel
from quotereview.ui.facts_words import CORRECTED, Fact
from quotereview.ui.instead import Instead
from quotereview.ui.messages import Messages

SAID_BY_FILE = "That is as the file says it; outlet, published and encoding can be corrected here."
ALIKE = "The letters of this article are the same in every encoding."


class Facts(Instead[FactsPanel]):
    """Opens what the article on the desk says of itself, and follows what changes; going elsewhere closes it.

    Signals: ``correction_wanted`` with the id of an article and which of outlet and date is to be corrected;
    ``encoding_chosen`` with the id of an article and the encoding in which it is to be read.
    """

    correction_wanted = Signal(str, object)
    encoding_chosen = Signal(str, str)

    def __init__(self, desk: Desk, centre: Centre, view: ArticleView, messages: Messages) -> None:
        super().__init__(desk, centre, view, messages)
        desk.article_opened.connect(lambda _: self._close())
        desk.changed.connect(self._follow)

    def _make(self) -> FactsPanel:
        panel = FactsPanel()
        panel.left.connect(self._back)
        panel.entered.connect(self._messages.guarded(self.enter))
        panel.place_wanted.connect(self._show_place)
        panel.copied.connect(self._copy)
        return panel

    def _open(self) -> None:
        """Open what the article on the desk says of itself."""
        self._show()
        self.panel.rows.choose(0)
        self._bring_up()

    def enter(self, fact: Fact) -> None:
        """Correct what a row tells; raises NotPossible where nobody can, and in a blind read."""
        self._desk.session.blind.refuse()
        article = self._desk.article
        if fact.offer:
            self.leave()
            self.encoding_chosen.emit(article, fact.offer.encoding)
        elif fact.field in CORRECTED:
            self.leave()
            self.correction_wanted.emit(article, fact.field)
        elif fact.field is Field.ENCODING:
            self._choose_encoding(article)
        else:
            raise NotPossible(SAID_BY_FILE)

    def _choose_encoding(self, article: str) -> None:
        session = self._desk.session
        offers = session.encodings.offers(article)
        if not offers:
            raise NotPossible(ALIKE)
        self.panel.show_offers(offers, session.article(article).encoding)

    def _back(self) -> None:
        """From the encodings to the fields, and from these to the text."""
        if self.panel.choosing:
            self._show()
        else:
            self.leave()

    def _follow(self, change: Change) -> None:
        if self.open and change.kind is not ChangeKind.NOTHING and self._desk.article in change.articles:
            self._show()

    def _show(self) -> None:
        article = self._desk.session.article(self._desk.article)
        self.panel.show_facts(article, title_in_list(article.headline, article.text[:200], article.name))

    def _show_place(self, place: Span) -> None:
        self.leave()
        self._view.show_place(place)

    def _copy(self, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self._say("Copied.")
