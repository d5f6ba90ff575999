"""What of an article is body: a block that was taken for a menu or a teaser is restored, another one greyed out."""

from dataclasses import dataclass, replace

from quotereview.errors import NotPossible
from quotereview.model import Article, ArticleRuling, Detection, Span, StandingArticle, Stretch, Zone
from quotereview.review.again import Again
from quotereview.review.change import Change, ChangeKind
from quotereview.review.keeper import Keeper
from quotereview.review.rulings import in_marks

_LABELS = {Zone.BODY: "body", Zone.TEASER: "no body"}


@dataclass(frozen=True, slots=True)
class Turned:
    """An article of which an editor says that a stretch is body, or is not, for its quotes to be found anew."""

    article: Article
    stretch: Stretch


class Zoning:
    """What an editor says of the blocks of an article, paragraph by paragraph; its text never changes."""

    def __init__(self, keeper: Keeper, again: Again) -> None:
        self._keeper, self._again = keeper, again

    def greyed(self, article: str) -> tuple[Span, ...]:
        """The paragraphs that are no body, from which nobody is asked about quotes, in the order of the text."""
        return tuple(one.span for one in self._paragraphs(article) if one.zone is Zone.TEASER)

    def turned(self, article: str, place: Span) -> Turned:
        """The article with the paragraphs that a place touches as body, where any is greyed out, else greyed out.

        Raises NotPossible in a blind read, and where the article was removed.
        """
        self._keeper.refuse_blind()
        self._keeper.article(article)
        touched = [one for one in self._paragraphs(article) if _touches(one.span, place)]
        if not touched:
            raise NotPossible("There is no paragraph here.")
        grey = [one for one in touched if one.zone is Zone.TEASER]
        meant = grey or touched
        stretch = Stretch(Span(meant[0].span.start, meant[-1].span.end), Zone.BODY if grey else Zone.TEASER)
        kept = self._keeper.store.articles.get(article)
        if kept is None:
            raise NotPossible("This article is not in the store.")
        return Turned(replace(kept, zones=(*kept.zones, stretch)), stretch)

    def keep(self, turned: Turned, detection: Detection) -> Change:
        """Keep that a stretch is body, or is not, with what was found then, in one act.

        ``detection`` is that of ``turned.article``, by its marking. What editors ruled on stays in the queue.
        """
        self._keeper.refuse_blind()
        article = turned.article.id
        standing = self._keeper.article(article)
        words = in_marks(turned.stretch.span.of(turned.article.text).strip())
        label = f"{_LABELS[turned.stretch.zone]}: {words}"
        with self._keeper.act(ChangeKind.DETECTED, label) as act:
            self._keeper.store.articles.rule(act, article, _ruled(standing, turned.stretch), standing.decision)
            self._again.add_to(act, article, detection)
        quotes = self._keeper.store.proposals.quotes(article)
        return self._keeper.done(ChangeKind.DETECTED, (article,), quotes, label)

    def _paragraphs(self, article: str) -> tuple[Stretch, ...]:
        reading = self._keeper.store.proposals.reading(article)
        return reading.zones if reading else ()


def _touches(paragraph: Span, place: Span) -> bool:
    return bool(paragraph.overlap(place)) or (not place and paragraph.start <= place.start < paragraph.end)


def _ruled(standing: StandingArticle, stretch: Stretch) -> ArticleRuling:
    """What is ruled of an article with one more stretch; those that it covers are no longer told."""
    left = (one for one in standing.ruling.zones if not stretch.span.holds(one.span))
    return replace(standing.ruling, zones=(*left, stretch))
