"""What a correction is offered to hold for, too, from one deed of the editor to the next."""

from PySide6.QtCore import QObject, Signal

from quotereview.errors import NotPossible
from quotereview.review.change import Change, ChangeKind
from quotereview.review.following import Offer
from quotereview.ui.article_view import ArticleView
from quotereview.ui.desk import Desk
from quotereview.ui.offer_bar import OfferBar


class Offers(QObject):
    """Holds one offer and shows it; doing anything else declines it.

    Signals: ``offered`` when there is an offer, or none any more.
    """

    offered = Signal()

    def __init__(self, desk: Desk, bar: OfferBar, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offer: Offer | None = None
        self.left_out: frozenset[str] = frozenset()
        self._desk, self._bar, self._view = desk, bar, view
        followers = desk.session.followers
        desk.speaker_corrected.connect(lambda quote: self._make(followers.of_speaker(quote)))
        desk.source_corrected.connect(lambda quote: self._make(followers.of_source(quote)))
        desk.changed.connect(self._follow)
        desk.article_opened.connect(lambda _: self._make(None))
        bar.turned.connect(self._turn)
        bar.place_wanted.connect(view.show_place)
        bar.left.connect(view.setFocus)

    def look(self) -> None:
        """Give the keys to the first of the offered quotes."""
        self._bar.begin()

    def accept(self) -> None:
        """Make the correction hold for the offered quotes, but for those left out."""
        if self.offer is None:
            raise NotPossible("No correction is offered to other quotes.")
        self._desk.take(self._desk.session.followers.follow(self.offer, self.left_out))

    def _follow(self, change: Change) -> None:
        """Another deed in the article declines; what is read in the background, or done by others to others, not."""
        if change.kind is ChangeKind.NOTHING or self._desk.article not in change.articles:
            return
        if not (change.elsewhere and self._concerned().isdisjoint(change.quotes)):
            self._make(None)

    def _concerned(self) -> set[str]:
        return {self._desk.quote, *(each.quote for each in self.offer.quotes)} if self.offer else set()

    def _make(self, offer: Offer | None) -> None:
        if offer != self.offer:
            self.offer, self.left_out = offer, frozenset()
            self._show()
            self.offered.emit()

    def _turn(self, quote: str) -> None:
        """Leave a quote out, or take it in again."""
        self.left_out = self.left_out ^ {quote}
        self._show()

    def _show(self) -> None:
        """Ask below the card, and light the quotes that would follow in the article."""
        quotes = {each.quote for each in self.offer.quotes} if self.offer else set()
        self._bar.show_offer(self.offer, self.left_out)
        self._view.light_quotes(quotes - self.left_out)
