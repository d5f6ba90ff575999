"""What was ruled in articles that left the desk: a merge may bring the one without the other."""

from collections.abc import Iterator, Mapping

from quotereview.counting import agreeing, counted
from quotereview.model import Verdict
from quotereview.review.rulings import in_marks
from quotereview.review.session import Session
from quotereview.review.succession import Succession
from quotereview.store import Store

REMOVED = "{title} was removed by {editor}, and with it {ruled} that {was} ruled on: load it again to bring it back"

MATCH = (
    "What {editor} ruled on a match of {words} holds no more, for these words are not the same in the newer edition: "
    "rule on it anew"
)


def ruled_off_desk(store: Store, session: Session) -> dict[str, int]:
    """Of all articles (ids): on how many quotes of each removed one was ruled, none where a newer one took over."""
    there = {article.id for article in session.articles()}
    gone = (article for article in store.articles.loaded() if article not in there)
    ruled = {article: _ruled(store, article) for article in gone if not session.editions.newer(article)}
    return dict.fromkeys(store.articles.loaded(), 0) | ruled


def told(store: Store, before: Mapping[str, int], now: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each article that was there ``before`` and was removed, if more of its quotes are ruled on now."""
    for article, number in now.items():
        standing = store.articles.standing(article)
        if standing and number > before.get(article, number):
            (removal,) = store.articles.decisions([standing.decision])
            ruled, was = counted(number, "quote"), agreeing(number, "was", "were")
            yield REMOVED.format(title=in_marks(standing.title), editor=removal.editor, ruled=ruled, was=was)


def matches_left(store: Store) -> dict[str, str]:
    """A sentence for each ruling on a match (its id) that holds no more, for a newer edition has other words there."""
    said = [one for one in store.match_rulings.all() if one.ruling.label or one.ruling.settled]
    quotes = {quote for one in said for quote in (one.quote, one.other)}
    newer, replaced = Succession(store).of(quotes), store.editions.replaced()
    articles = store.proposals.articles([*quotes, *newer.values()])
    gone = {quote for quote in quotes if articles[newer.get(quote, quote)] in replaced}
    left = ((one, next((quote for quote in (one.quote, one.other) if quote in gone), None)) for one in said)
    return {one.id: MATCH.format(editor=one.editor, words=_words(store, quote)) for one, quote in left if quote}


def _words(store: Store, quote: str) -> str:
    return in_marks(store.proposals.of(quote)[-1].proposal.words)


def _ruled(store: Store, article: str) -> int:
    newest = store.decisions.newest_ids(store.proposals.quotes(article))
    decisions = store.decisions.get(list(newest.values()))
    return sum(one.ruling.verdict is not Verdict.OPEN and not one.withdrawn for one in decisions)
