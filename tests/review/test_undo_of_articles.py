"""What is ruled of articles as wholes is undone to the start and redone to the end, after restarts, too."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Label, SourceKind, Span
from quotereview.review.ingest import Read
from quotereview.review.lots import LikelyPair, TakenFor
from quotereview.review.session import Session
from quotereview.store import Store, check
from tests.review.test_editions import FERRY, NEWER, OTHER
from tests.review.test_lots import SAID, THIRD, TWIN
from tests.store import invented

KNOWN = {article.id: article for article in (FERRY, NEWER, OTHER, THIRD, TWIN)}
State = tuple[object, ...]


def read(article: str) -> Read:
    return Read(KNOWN[article], invented.detection(KNOWN[article], SAID[article]))


def state(session: Session) -> State:
    """All that stands, by value."""
    store = session._store
    there = [article.id for article in session.articles()]
    standing = [store.articles.standing(article) for article in there]
    return (
        [one.ruling for one in standing if one],
        {article: session.detection(article).zones for article in there},
        {quote.id: (quote.ruling, quote.asked) for article in there for quote in session.quotes(article)},
        [one.articles for one in session.stories.all()],
        {(one.article, one.older): one.ruling for one in store.editions.all()},
        {one.pair: one.ruling for one in store.match_rulings.all() if one.ruling.label},
        {article: [(one.ruled.quote, one.why) for one in session.editions.asides(article)] for article in there},
        session.queue().items,
    )


def turn(session: Session, article: str, dice: random.Random) -> object:
    """Say of a paragraph that it is body, or is not."""
    paragraph = dice.choice(session.detection(article).zones).span
    turned = session.zoning.turned(article, Span(paragraph.start, paragraph.start + 1))
    return session.zoning.keep(turned, read(article).detection)


def add(session: Session, article: str) -> object:
    """Add the words on the banner, which no detector finds."""
    kept = KNOWN[article]
    found = invented.with_added(kept, invented.WITHDRAWN, SAID[article])
    return session.spans.add(article, invented.span(kept, invented.WITHDRAWN), found)


def verbs(session: Session, dice: random.Random) -> list[Callable[[], object]]:
    """What an editor can do now."""
    article, other = (dice.choice(session.articles()).id for _ in range(2))
    quote = dice.choice(session.quotes(article)).id
    there = dice.choice(session.quotes(other)).id
    asides = [(at.id, aside) for at in session.articles() for aside in session.editions.asides(at.id)]
    at, aside = dice.choice(asides or [("", None)])
    likely = list(session.editions.all_likely())
    pair = dice.choice([(one.article.id, one.older.id) for one in likely] or [("", "")])
    return [
        lambda: session.confirm(quote),
        lambda: session.set_speaker(quote, dice.choice(["Mara Voss", "Una Holt"])),
        lambda: session.set_note(quote, dice.choice(["call back", ""])),
        lambda: session.match_rulings.rule(quote, there, dice.choice(list(Label))),
        lambda: session.describe([article], outlet=dice.choice(["Sund Post", None])),
        lambda: turn(session, article, dice),
        lambda: turn(session, article, dice),
        lambda: add(session, article),
        lambda: session.stories.join(article, other),
        lambda: session.stories.part(article),
        lambda: session.stories.release(article),
        lambda: session.stories.rename(article, dice.choice(["The strike", "The moon", ""])),
        lambda: session.documents.mark(article, dice.choice([None, SourceKind.LETTER, SourceKind.READOUT])),
        lambda: session.closing.settle(article, session.closing.doubts(article)[0].place, "a slogan"),
        lambda: session.remove([article]) if dice.random() < 0.2 else None,
        lambda: session.keep(read(dice.choice(list(KNOWN)))),
        lambda: session.editions.take_over(*pair),
        lambda: session.editions.keep_apart(*pair),
        lambda: session.lots.settle([LikelyPair(one, dice.choice(list(TakenFor))) for one in likely]),
        lambda: session.editions.leave(at, aside.ruled.id if aside else ""),
        lambda: session.editions.apply(at, aside.ruled.id, aside.like.id) if aside and aside.like else None,
    ]


def last_act(store: Store) -> str:
    return store.acts.lately("Ana Ruz", 1)[0].id


@pytest.mark.parametrize("seed", range(6))
def test_undone_to_the_start_and_redone_to_the_end(store: Store, seed: int) -> None:
    clock, dice = invented.Clock(), random.Random(seed)

    def come_back(session: Session) -> Session:
        return session if dice.random() < 0.8 else Session(store, "Ana Ruz", clock)

    session = Session(store, "Ana Ruz", clock)
    states = [state(session)]
    for article in (FERRY, NEWER, OTHER, TWIN, THIRD):
        session.keep(read(article.id))
        states.append(state(session))
    for _ in range(60):
        session, before = come_back(session), last_act(store)
        with suppress(NotPossible, IndexError):
            dice.choice(verbs(session, dice))()
        if last_act(store) != before:
            states.append(state(session))
        assert state(session) == states[-1] == state(Session(store, "Ben Ode"))
    assert len(states) > 25
    for stood in reversed(states[:-1]):
        session = come_back(session)
        session.undo()
        assert state(session) == stood
    for stood in states[1:]:
        session = come_back(session)
        session.redo()
        assert state(session) == stood
    assert session.undo_label and session.redo_label is None
    assert list(check(store.path)) == []
