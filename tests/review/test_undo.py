"""Undo and redo: the former state is appended, and what stands is what stood."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

import pytest

from quotereview.errors import NotPossible, StoreFault
from quotereview.model import (
    Article,
    ArticleSummary,
    CheckState,
    Conflict,
    Detection,
    Doubt,
    Evidence,
    EvidenceKind,
    Kind,
    Label,
    MatchRuling,
    Passage,
    Quote,
    QuoteSummary,
    Ruling,
    SourceKind,
    Span,
    SpeakerType,
    Verdict,
)
from quotereview.review.change import ChangeKind
from quotereview.review.checklist import Checklist, Point
from quotereview.review.following import Offer
from quotereview.review.ingest import Read
from quotereview.review.people import Person
from quotereview.review.reshaping import Edge, by_word, split_places
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review import talks
from tests.review.conftest import FERRY, HARBOUR, read
from tests.review.test_bulk import PIER, proposals
from tests.store import invented

Matches = dict[tuple[str, str], MatchRuling]
State = tuple[tuple[ArticleSummary, ...], dict[str, Ruling], tuple[QuoteSummary, ...], tuple[Person, ...], Matches]
BANNERS = {each.id: invented.span(each, invented.WITHDRAWN) for each in (FERRY, HARBOUR)}
EVIDENCE = (
    Evidence(EvidenceKind.LINK, "https://sund.example/speech", "04:10"),
    Evidence(EvidenceKind.FILE, "minutes.pdf", "page 3", "ab" * 32),
    Evidence(EvidenceKind.TRANSCRIPT, "council meeting", words="The ferry sails again on Monday."),
)
PIERS = invented.article("pier.txt", PIER)
WALKS = {**dict.fromkeys(range(8), 60), 8: 500}
"""Steps of each random walk, by its seed."""


def state(session: Session) -> State:
    """All that stands, by value."""
    articles = session.articles()
    rulings = {quote.id: quote.ruling for article in articles for quote in session.quotes(article.id)}
    return articles, rulings, session.outline(), session.people.all(), matches_ruled(session)


def matches_ruled(session: Session) -> Matches:
    """What is said of any match."""
    decisions = session._keeper.ruled_matches.standing().values()
    return {(one.quote, one.other): one.ruling for one in decisions if one.ruling != MatchRuling()}


def last_act(store: Store) -> str:
    """The id of what was done last, which may change nothing that is seen, such as another detector's name."""
    return store.acts.lately("Ana Ruz", 1)[0].id


def act_at_random(session: Session, dice: random.Random) -> None:
    """Do something that an editor could do now."""
    quotes = [quote.id for quote in session.outline()]
    articles = [article.id for article in session.articles() if article.id in BANNERS]
    verbs = [
        lambda: session.keep(read(dice.choice([FERRY, HARBOUR]))),
        lambda: session.bulk.accept(
            session.bulk.offer(dice.choice([0.5, 0.95]), dice.sample(quotes, len(quotes) // 2))
        ),
    ]
    if articles:
        verbs += on_articles(session, dice.choice(articles), dice)
    if quotes:
        verbs += on_quotes(session, dice.choice(quotes), dice)
        verbs += on_people(session, dice)
        verbs += on_matches(session, dice.choice(quotes), dice.choice(quotes), dice)
    dice.choice(verbs)()


def on_articles(session: Session, article: str, dice: random.Random) -> list[Callable[[], object]]:
    """The verbs for one article."""
    kept = FERRY if article == FERRY.id else HARBOUR
    words = read(kept).detection.quotes
    added = invented.with_added(kept, invented.WITHDRAWN, [(q.speaker.name, q.words) for q in words if q.speaker])
    return [
        lambda: session.describe([article], outlet=dice.choice(["Sund Post", None])),
        lambda: session.describe([FERRY.id, HARBOUR.id], published=date(2026, 1, dice.randint(1, 9))),
        lambda: session.remove([article]),
        lambda: session.closing.settle(article, dice.choice([BANNERS[article], *doubts(session, article)]), "inches"),
        lambda: session.closing.close(article),
        lambda: session.closing.reopen(article),
        lambda: session.spans.add(article, BANNERS[article], added),
        lambda: session.again.keep(article, detected_at_random(kept, added, dice)),
        lambda: session.again.keep(article, detected_at_random(kept, added, dice)),
    ]


def detected_at_random(article: Article, everything: Detection, dice: random.Random) -> Detection:
    """What another detector finds: some of the quotes, some said by others, some cut short, some that were missed."""
    found = tuple(changed_at_random(article, quote, dice) for quote in everything.quotes if dice.random() < 0.8)
    keys = {quote.key for quote in found}
    quotes = tuple(quote if quote.twin in keys else replace(quote, twin=None) for quote in found)
    doubts = dice.choice([everything.doubts, (Doubt(BANNERS[article.id], "marks that nobody explains"),)])
    return replace(everything, quotes=quotes, doubts=doubts, detector=dice.choice(["rules 1.2.3", "rules 1.3.0"]))


def changed_at_random(article: Article, quote: Quote, dice: random.Random) -> Quote:
    first = quote.passages[0].span
    shorter = Span(first.start, first.end - dice.choice([1, 6]))
    return dice.choice(
        [
            quote,
            replace(quote, speaker=invented.speaker("Una Holt"), confidence=0.8),
            replace(quote, source=None, kind=dice.choice(list(Kind))),
            replace(
                quote,
                key=f"{shorter.start}-{shorter.end}",
                passages=(Passage(shorter, shorter.of(article.text)),),
            ),
        ]
    )


def doubts(session: Session, article: str) -> list[Span]:
    """Where the marks of an article stand that nobody explained."""
    return [doubt.place for doubt in session.closing.doubts(article)]


def on_quotes(session: Session, quote: str, dice: random.Random) -> list[Callable[[], object]]:
    """The verbs for one quote, more often chosen than those for articles."""
    return [
        lambda: session.confirm(quote),
        lambda: session.pick(quote, dice.randint(1, 3)),
        lambda: session.set_speaker(quote, dice.choice(["Mara Voss", "", "Oskar Vint"])),
        lambda: session.set_speaker(quote, "Harbour Office", dice.choice(list(SpeakerType))),
        lambda: session.set_source(quote, dice.choice(["Radio Sund", None]), dice.choice([None, SourceKind.LETTER])),
        lambda: session.reject(quote),
        lambda: session.reopen(quote),
        lambda: session.rule(quote, dice.choice(list(Verdict))),
        lambda: reshape(session, quote, dice),
        lambda: reshape(session, quote, dice),
        lambda: session.set_note(quote, dice.choice(["call back", "", "see page 3"])),
        lambda: session.proof.explain(quote, dice.choice(["on the recording", "", "two witnesses"])),
        lambda: session.proof.check(quote, checked_at_random(dice)),
        lambda: session.proof.add_evidence(quote, dice.choice(EVIDENCE)),
        lambda: session.proof.change_evidence(quote, dice.choice(EVIDENCE), dice.choice(EVIDENCE)),
        lambda: session.proof.remove_evidence(quote, dice.choice(EVIDENCE)),
        lambda: session.repeat.repeat(quote),
        lambda: follow(session, session.followers.of_speaker(quote), dice),
        lambda: follow(session, session.followers.of_source(quote), dice),
        lambda: session.reaches.end(quote),
        lambda: session.reaches.stretch(quote),
        lambda: session.reaches.end_with(quote, dice.choice(session.quotes(session.quote(quote).article)).id),
    ]


def on_matches(session: Session, quote: str, other: str, dice: random.Random) -> list[Callable[[], object]]:
    """The verbs on two quotes, and on one with a quote that has its words."""
    there = next((match.there.quote for match in session.crosscheck.partners(quote)), other)
    label, reason = dice.choice([*Label, None]), dice.choice(["", "on the recording"])
    return [
        lambda: session.match_rulings.rule(quote, other, label, reason),
        lambda: session.match_rulings.rule(quote, there, label, reason),
        lambda: session.match_rulings.settle(quote, there, conflict_of(session, quote, there), "both were heard"),
        lambda: session.match_rulings.settle(quote, there, conflict_of(session, quote, there), reason),
        lambda: session.match_rulings.reopen(quote, there, conflict_of(session, quote, there)),
    ]


def conflict_of(session: Session, quote: str, other: str) -> Conflict:
    """Something in which two quotes differ, or do not."""
    return next(iter(session.match_rulings.between(quote, other).conflicts), Conflict("speaker", "Nobody", None))


def on_people(session: Session, dice: random.Random) -> list[Callable[[], object]]:
    """The verbs on who is who."""
    names = [name for person in session.people.all() for name in person.names] or ["Mara Voss"]
    one, other = dice.choice(names), dice.choice(names)
    quotes = [said.quote.id for said in session.people.quotes(one)]
    return [
        lambda: session.people.same(one, other),
        lambda: session.people.same(one, other),
        lambda: session.people.split(one),
        lambda: session.people.rename(one, dice.choice([other, "Cai Lund"])),
        lambda: session.people.part(dice.sample(quotes, dice.randint(0, len(quotes))), f"{one} (Sund)"),
    ]


def checked_at_random(dice: random.Random) -> Checklist:
    """A checklist of which some points were looked at."""
    return Checklist(tuple(Point(item, dice.choice([None, *CheckState])) for item in ("words", "speaker", "date")))


def reshape(session: Session, quote: str, dice: random.Random) -> None:
    """Grow, shrink, split, merge or nest a quote, or change its kind."""
    article = {each.id: each for each in (FERRY, HARBOUR)}.get(session.quote(quote).article)
    if article is None:
        return
    draft = session.spans.draft(quote)
    around = [one.proposal.key for one in session.spans.around(quote, draft)]
    moved = by_word(article.text, draft.passages, dice.choice(list(Edge)), dice.choice([1, -1]))
    draft = dice.choice(
        [
            replace(draft, passages=moved),
            replace(draft, split=dice.choice(split_places(article.text, draft.passages) or [0])),
            replace(draft, kind=dice.choice(list(Kind)), partial=dice.random() < 0.5),
            replace(draft, parent=dice.choice([None, *around])),
            dice.choice([draft, session.spans.with_next(quote, draft)]),
        ]
    )
    marking = session.spans.marking(quote, draft)
    session.spans.keep(quote, draft, invented.with_marked(article, marking.added) if marking else None)


def follow(session: Session, offer: Offer | None, dice: random.Random) -> None:
    """Let most of the quotes follow a correction to which it is offered, if any is."""
    if offer is not None:
        session.followers.follow(offer, [one.quote for one in offer.quotes if dice.random() < 0.3])


@pytest.mark.parametrize(("seed", "steps"), WALKS.items())
def test_undone_to_the_start_and_redone_to_the_end(store: Store, seed: int, steps: int) -> None:
    """Across restarts of the program, too."""
    clock, dice = invented.Clock(), random.Random(seed)

    def come_back(session: Session) -> Session:
        return session if dice.random() < 0.8 else Session(store, "Ana Ruz", clock)

    session = Session(store, "Ana Ruz", clock)
    states = [state(session)]
    for article in (talks.READ, Read(PIERS, proposals(PIERS)), read(FERRY), read(HARBOUR)):
        session.keep(article)
        states.append(state(session))
    for _ in range(steps):
        session = come_back(session)
        before = last_act(store)
        with suppress(NotPossible):
            act_at_random(session, dice)
        if last_act(store) != before:
            states.append(state(session))
        assert state(session) == states[-1]
    assert len(states) > steps / 4
    for stood in reversed(states[:-1]):
        session = come_back(session)
        session.undo()
        assert state(session) == stood
    assert session.undo_label is None
    for stood in states[1:]:
        session = come_back(session)
        session.redo()
        assert state(session) == stood
    assert session.redo_label is None
    assert state(session) == state(Session(store, "Ben Ode"))


def test_every_state_that_ever_stood_can_be_looked_at(store: Store) -> None:
    clock, dice = invented.Clock(), random.Random(3)
    session = Session(store, "Ana Ruz", clock)
    nothing = state(session)
    states: dict[str, tuple[datetime, State]] = {}
    deeds = [lambda: session.keep(read(FERRY)), lambda: session.keep(read(HARBOUR))]
    deeds += [lambda: act_at_random(session, dice)] * 40 + [session.undo] * 10 + [session.redo] * 5
    for deed in deeds:
        with suppress(NotPossible):
            deed()
            states[store.acts.lately("Ana Ruz", 1)[0].id] = clock(), state(session)
    assert len(states) > 20
    for act, (time, stood) in states.items():
        for moment in (act, time):
            with store.as_of(moment) as past:
                assert state(Session(past, "Ben Ode")) == stood
    with store.as_of(invented.now()) as past:
        assert state(Session(past, "Ben Ode")) == nothing


def test_undo_appends_and_says_so(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Mara Voss")
    undone = session.undo()
    assert (undone.kind, undone.quotes, undone.label) == (ChangeKind.RULINGS, (quotes[0],), "Undo speaker: Mara Voss")
    assert session.redo_label == "Redo speaker: Mara Voss"
    assert [one.ruling.verdict for one in session.history(quotes[0])] == [Verdict.CORRECTED, Verdict.OPEN]
    assert session.redo().label == "Redo speaker: Mara Voss"
    assert len(session.history(quotes[0])) == 3
    assert session.redo_label is None


def test_a_new_act_ends_what_could_be_redone(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.undo()
    session.confirm(quotes[1])
    assert session.redo_label is None
    with pytest.raises(NotPossible, match="nothing to redo"):
        session.redo()


def test_an_article_that_arrives_meanwhile_lies_beneath_the_editors_steps(store: Store) -> None:
    session = Session(store, "Ana Ruz")
    session.keep(read(FERRY))
    first, second, *_ = [quote.id for quote in session.quotes(FERRY.id)]
    session.confirm(first)
    session.confirm(second)
    session.undo()
    session.keep(read(HARBOUR))
    assert session.redo().quotes == (second,)
    assert [session.undo().quotes, session.undo().quotes] == [(second,), (first,)]
    assert [session.undo().articles, session.undo().articles] == [(HARBOUR.id,), (FERRY.id,)]


def test_with_nothing_done_there_is_nothing_to_undo(store: Store) -> None:
    session = Session(store, "Ana Ruz")
    assert session.undo_label is session.redo_label is None
    with pytest.raises(NotPossible, match="nothing to undo"):
        session.undo()


def test_an_added_quote_goes_and_comes_again(session: Session) -> None:
    added = session.spans.add(FERRY.id, BANNERS[FERRY.id], invented.with_added(FERRY, invented.WITHDRAWN)).quotes[0]
    assert session.undo().kind is ChangeKind.QUOTES
    assert added not in {quote.id for quote in session.quotes(FERRY.id)}
    again = session.spans.add(FERRY.id, BANNERS[FERRY.id], invented.with_added(FERRY, invented.WITHDRAWN))
    assert again.quotes == (added,)
    assert session.quote(added).verdict is Verdict.OPEN
    session.undo()
    session.redo()
    assert session.quote(added).added_by_hand


def test_where_somebody_else_ruled_since_undo_is_refused_once(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[1])
    session.confirm(quotes[0])
    with open_store(session.store_path) as second:
        Session(second, "Ben Ode").reject(quotes[0])
    with pytest.raises(NotPossible, match="Somebody else has changed “The ferry sails again"):
        session.undo()
    session.look_again()
    assert session.quote(quotes[0]).verdict is Verdict.NOT_A_QUOTE
    session.undo()
    assert session.quote(quotes[1]).verdict is Verdict.OPEN


def test_undo_never_reaches_behind_somebody_elses_ruling(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.describe([FERRY.id], outlet="Sund Post")
    with open_store(session.store_path) as second:
        other = Session(second, "Ben Ode")
        other.reject(quotes[0])
        other.describe([FERRY.id], outlet="Fjord Times")
    session.look_again()
    session.set_note(quotes[0], "call back")
    session.describe([FERRY.id], outlet="Harbour News")
    session.undo()
    session.undo()
    for _ in range(2):
        with pytest.raises(NotPossible, match="Somebody else"):
            session.undo()
    assert session.quote(quotes[0]).verdict is Verdict.NOT_A_QUOTE
    assert session.article(FERRY.id).outlet == "Fjord Times"


def test_what_was_removed_by_somebody_else_is_not_ruled_on(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    with open_store(session.store_path) as second:
        Session(second, "Ben Ode").remove([FERRY.id])
    with pytest.raises(NotPossible, match="was removed"):
        session.undo()
    assert len(session.history(quotes[0])) == 1


def test_a_step_that_the_store_did_not_take_can_be_undone_later(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    with open_store(session.store_path) as second:
        session._store._connection.rows("PRAGMA busy_timeout = 1")
        with second.act("rulings on quotes", "hold", "Ben Ode", invented.now()), pytest.raises(StoreFault):
            session.undo()
    assert session.undo_label == "Undo confirm “The ferry sails again on Monday morning.”"
    session.undo()
    assert session.quote(quotes[0]).verdict is Verdict.OPEN
