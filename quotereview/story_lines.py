"""What the command `stories` prints: which articles tell one story, when they appeared, and why."""

import json
from collections.abc import Iterable, Iterator

from quotereview.model import UNTOLD, OutlinedArticle, Story
from quotereview.review.session import Session
from quotereview.terminal import printable, row

WIDTHS = (10, 24, 50, 12)
PLACED = "by an editor"


def lines(session: Session, story: Story, *, as_json: bool) -> Iterable[str]:
    """The lines that show a story: one line of JSON, or several for people."""
    return [json.dumps(record(session, story), ensure_ascii=False)] if as_json else table(session, story)


def table(session: Session, story: Story) -> Iterator[str]:
    """What it is called, how many report it independently, and its articles by date."""
    yield printable(story.name)
    seen = story.timeline.first_seen
    told = session.lines.of(story.articles).told
    yield f"{told}; {f'first seen {seen}' if seen else 'no article says when it appeared'}"
    for article in _articles(session, story):
        told_of = article.summary
        placed = PLACED if article.id in story.placed else ""
        known = str(told_of.published or UNTOLD), told_of.outlet or UNTOLD
        yield from row((*known, told_of.title, placed), WIDTHS)
    yield ""


def reasons(session: Session, story: Story, article: str) -> Iterator[str]:
    """Why the other articles of a story are told with one (its id), a line each."""
    for other in _articles(session, story):
        if other.id != article:
            yield printable(f"{other.summary.title}: {session.stories.why(article, other.id)}")


def record(session: Session, story: Story) -> dict[str, object]:
    """A story as JSON tells it."""
    seen, told = story.timeline.first_seen, session.lines.of(story.articles)
    return {
        "story": story.name,
        "articles": [_article(one, placed=one.id in story.placed) for one in _articles(session, story)],
        "first_seen": seen and seen.isoformat(),
        "outlets": told.outlets,
        "independent_lines": told.independent,
    }


def _article(article: OutlinedArticle, *, placed: bool) -> dict[str, object]:
    published = article.summary.published
    return {
        "article": article.id,
        "title": article.summary.title,
        "outlet": article.summary.outlet,
        "date": published and published.isoformat(),
        "placed": placed,
    }


def _articles(session: Session, story: Story) -> list[OutlinedArticle]:
    return list(filter(None, map(session.outlined_article, story.articles)))
