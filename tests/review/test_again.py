"""Detecting again: proposals are added, what editors ruled stays, and what is otherwise now is told quote by quote."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quotereview import __version__, app, paths
from quotereview import store as store_room
from quotereview.detection import Detector, hearing, ranker, trained
from quotereview.errors import NotPossible
from quotereview.model import (
    Decision,
    Detection,
    Doubt,
    Kind,
    Passage,
    Quote,
    Ruling,
    SourceKind,
    Span,
    SpeakerType,
    Verdict,
    article_id,
)
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Read, detect_again, read_and_detect
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.review.reshaping import UNMARKED
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR, read
from tests.review.test_bulk import PIER, proposals
from tests.store import invented

Edit = Callable[[Quote], Quote]
Told = tuple[Sort, str, tuple[str, ...]]
BANNER = invented.span(FERRY, invented.WITHDRAWN)


def found(edits: dict[int, Edit | None] | None = None, *added: Quote, detector: str = "rules 1.3.0") -> Detection:
    """What another detector finds in the ferry's article: some quotes made otherwise, or not at all, and some more."""
    before = invented.detection(FERRY)
    quotes = [(edits or {}).get(number, _same) for number in range(len(before.quotes))]
    kept = [edit(quote) for edit, quote in zip(quotes, before.quotes, strict=True) if edit]
    keys = {quote.key for quote in kept}
    untwinned = (replace(quote, twin=quote.twin if quote.twin in keys else None) for quote in kept)
    return replace(before, quotes=(*untwinned, *added), detector=detector)


def said_by(name: str) -> Edit:
    return lambda quote: replace(quote, speaker=invented.speaker(name))


def over(start: int, end: int) -> Edit:
    """The quote over other words: so many code points later and earlier than it is."""

    def moved(quote: Quote) -> Quote:
        first = quote.passages[0].span
        span = Span(first.start + start, first.end - end)
        return replace(quote, key=f"{span.start}-{span.end}", passages=(Passage(span, span.of(FERRY.text)),))

    return moved


def banner() -> Quote:
    return Quote(
        f"{BANNER.start}-{BANNER.end}",
        (Passage(BANNER, BANNER.of(FERRY.text)),),
        speaker=invented.speaker("Una Holt"),
        confidence=0.95,
    )


def speakers(session: Session) -> list[str | None]:
    return [one.ruling.speaker and one.ruling.speaker.name for one in session.quotes(FERRY.id)]


def rulings(session: Session) -> dict[str, Ruling]:
    return {one.id: one.ruling for one in session.quotes(FERRY.id)}


def told(session: Session) -> list[Told]:
    return [
        (one.sort, one.words, tuple(difference.told() for difference in one.differences))
        for one in session.again.differences(FERRY.id)
    ]


def _same(quote: Quote) -> Quote:
    return quote


FIRST, SECOND, THIRD = (words for _, words in invented.UTTERANCES)

# What stands


def test_what_nobody_ruled_on_takes_what_is_proposed_now(session: Session, quotes: tuple[str, ...]) -> None:
    change = session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    assert (change.kind, change.articles, change.label) == (
        ChangeKind.DETECTED,
        (FERRY.id,),
        "detect again “Headline of ferry.txt”",
    )
    assert speakers(session) == ["Tilda Brandt", "Una Holt", "Tilda Brandt"]
    assert tuple(one.id for one in session.quotes(FERRY.id)) == quotes
    assert session.detection(FERRY.id).detector == "rules 1.3.0"


@pytest.mark.parametrize(
    "verb",
    [
        Session.confirm,
        Session.reject,
        lambda session, quote: session.rule(quote, Verdict.DISPUTED),
        lambda session, quote: session.set_speaker(quote, "Mara Voss"),
        lambda session, quote: session.set_source(quote, "Radio Sund"),
        lambda session, quote: session.set_note(quote, "call back"),
        lambda session, quote: session.proof.explain(quote, "two witnesses"),
        lambda session, quote: [session.confirm(quote), session.reopen(quote)],
        lambda session, quote: [session.confirm(quote), session.undo()],
    ],
)
def test_what_an_editor_has_said_anything_of_stays(
    session: Session, quotes: tuple[str, ...], verb: Callable[[Session, str], object]
) -> None:
    verb(session, quotes[1])
    ruled, history = session.quote(quotes[1]), session.history(quotes[1])
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    session.again.keep(FERRY.id, found({1: None}))
    assert (session.quote(quotes[1]), session.history(quotes[1])) == (ruled, history)


def test_what_was_accepted_unread_stays_unread(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    pier = invented.article("pier.txt", PIER)
    session.keep(Read(pier, proposals(pier)))
    session.bulk.accept(session.bulk.offer(0.9, {one.id for one in session.outline()}))
    before = [one.ruling for one in session.quotes(pier.id)]
    otherwise = proposals(pier, dict.fromkeys(range(4), said_by("Zoe Arn")))
    session.again.keep(pier.id, otherwise)
    assert [one.ruling for one in session.quotes(pier.id)] == before
    assert sum(one.unread for one in session.quotes(pier.id)) == 4


def test_a_new_quote_is_open_and_opens_a_closed_article(session: Session, quotes: tuple[str, ...]) -> None:
    for quote in quotes:
        session.confirm(quote)
    session.closing.settle(FERRY.id, BANNER, "a banner")
    session.closing.close(FERRY.id)
    session.again.keep(FERRY.id, found())
    assert session.articles()[0].closed
    session.again.keep(FERRY.id, found({}, banner()))
    summary = session.articles()[0]
    assert (summary.closed, summary.quotes, summary.decided) == (False, 4, 3)
    session.undo()
    assert session.articles()[0].closed


def test_an_explained_mark_stays_explained_and_a_new_one_is_asked_about(session: Session) -> None:
    session.closing.settle(FERRY.id, BANNER, "a banner")
    other = Doubt(Span(0, 8), "an odd headline")
    session.again.keep(FERRY.id, replace(found(), doubts=(*invented.detection(FERRY).doubts, other)))
    assert session.closing.doubts(FERRY.id) == (other,)


def test_what_is_no_longer_found_stays_open_and_is_not_accepted_in_bulk(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    pier = invented.article("pier.txt", PIER)
    session.keep(Read(pier, proposals(pier)))
    quotes = {one.id for one in session.outline()}
    count = session.bulk.offer(0.9, quotes).count
    without = replace(proposals(pier), quotes=proposals(pier).quotes[1:])
    session.again.keep(pier.id, without)
    assert {one.id for one in session.outline()} == quotes
    assert session.bulk.offer(0.9, quotes).count == count - 1


def test_the_same_found_by_the_same_adds_nothing(session: Session) -> None:
    assert session.again.keep(FERRY.id, found(detector="rules 1.2.3")).kind is ChangeKind.NOTHING
    assert session.undo_label is None or "detect" not in session.undo_label
    assert session.again.keep(FERRY.id, found()).kind is ChangeKind.DETECTED
    assert session.again.keep(FERRY.id, found()).kind is ChangeKind.NOTHING
    assert told(session) == []


def test_what_is_found_last_is_newest_whatever_the_clock_says(store: Store) -> None:
    clock = invented.Clock()
    session = Session(store, "Ana Ruz", lambda: clock() + timedelta(days=1))
    session.keep(read(FERRY))
    late = Session(store, "Ana Ruz", clock)
    late.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    assert speakers(late)[1] == "Una Holt"
    late.undo()
    assert speakers(late)[1] == "Oskar Vint"
    late.redo()
    assert speakers(late)[1] == "Una Holt"


def test_a_removed_article_is_not_detected_again(session: Session) -> None:
    session.remove([FERRY.id])
    for verb in (session.again.marking, lambda article: session.again.keep(article, found())):
        with pytest.raises(NotPossible, match="removed"):
            verb(FERRY.id)


def test_a_blind_read_neither_detects_again_nor_tells_of_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt")}))
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.blind.begin()
    with app.session_at(session.store_path, "Ben Ode") as blind:
        with pytest.raises(NotPossible, match="blind"):
            blind.again.keep(FERRY.id, found())
        assert blind.again.differences(FERRY.id) == ()
        assert blind.again.of(quotes[0]) is None


def test_another_window_learns_of_it(session: Session, quotes: tuple[str, ...]) -> None:
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    [act] = session.look_again()
    assert (act.kind, act.articles) == (ChangeKind.DETECTED, (FERRY.id,))
    assert speakers(session)[1] == "Una Holt"


def test_what_is_ruled_before_it_is_seen_rules_upon_what_was_seen(session: Session, quotes: tuple[str, ...]) -> None:
    seen = session.quote(session.quotes(FERRY.id)[1].id)
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    session.confirm(seen.id)
    standing = session.quote(seen.id)
    assert (standing.verdict, standing.speaker_as_proposed) == (Verdict.CONFIRMED, True)
    assert told(session) == [(Sort.RULED, SECOND, ("speaker: Oskar Vint → Una Holt",))]


# Which quote is which


def test_a_quote_keeps_its_id_where_its_words_are_found_a_little_otherwise(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.confirm(quotes[1])
    session.again.keep(FERRY.id, found({0: over(0, 1), 1: over(4, 0)}))
    assert tuple(one.id for one in session.quotes(FERRY.id)) == quotes
    words = [one.ruling.passages[0].words for one in session.quotes(FERRY.id)]
    assert words == [FIRST[:-1], SECOND, THIRD]
    assert session.again.marking(FERRY.id) == UNMARKED


def test_other_words_of_the_same_paragraph_are_another_quote(session: Session, quotes: tuple[str, ...]) -> None:
    session.again.keep(FERRY.id, found({0: over(25, 0)}))
    assert len(session.quotes(FERRY.id)) == 4
    assert [(sort, words) for sort, words, _ in told(session)] == [(Sort.LOST, FIRST), (Sort.NEW, FIRST[25:])]


def test_words_that_an_editor_added_or_shaped_are_marked_and_stay(session: Session, quotes: tuple[str, ...]) -> None:
    added = invented.with_added(FERRY, invented.WITHDRAWN)
    session.spans.add(FERRY.id, BANNER, added)
    draft = session.spans.draft(quotes[0])
    shorter = (Span(draft.passages[0].start + 4, draft.passages[0].end),)
    marking = session.spans.marking(quotes[0], replace(draft, passages=shorter))
    assert marking
    session.spans.keep(quotes[0], replace(draft, passages=shorter), invented.with_marked(FERRY, marking.added))
    before = rulings(session)
    marking = session.again.marking(FERRY.id)
    assert set(marking.added) == {BANNER, *shorter}
    assert marking.replaced == draft.passages
    change = session.again.keep(FERRY.id, found({0: over(4, 0)}, banner()))
    assert change.kind is ChangeKind.DETECTED
    assert rulings(session) == before
    assert session.again.keep(FERRY.id, found({0: over(4, 0)}, banner())).kind is ChangeKind.NOTHING


def test_a_passage_that_an_editor_merged_into_another_quote_is_not_asked_about_again(
    session: Session, quotes: tuple[str, ...]
) -> None:
    draft = session.spans.with_next(quotes[1], session.spans.draft(quotes[1]))
    marking = session.spans.marking(quotes[1], draft)
    assert marking
    session.spans.keep(quotes[1], draft, invented.with_marked(FERRY, marking.added))
    before = rulings(session)
    assert len(before) == 2
    session.again.keep(FERRY.id, found())
    assert rulings(session) == before
    assert [one.quote for one in session.again.differences(FERRY.id) if "words" in str(one.differences)] == []


def test_words_that_became_part_of_another_quote_are_told_so(session: Session) -> None:
    second, third = (one.passages[0] for one in invented.detection(FERRY).quotes[1:])
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, passages=(second, third)), 2: None}))
    changed, lost = session.again.differences(FERRY.id)
    assert (changed.sort, lost.sort) == (Sort.CHANGED, Sort.LOST)
    assert (changed.part_of, lost.part_of) == ("", f"{SECOND} […] {THIRD}")


def test_a_quote_of_two_passages_that_was_confirmed_is_not_taken_apart(
    session: Session, quotes: tuple[str, ...]
) -> None:
    second, third = (one.passages[0] for one in invented.detection(FERRY).quotes[1:])
    together = found({1: lambda quote: replace(quote, passages=(second, third)), 2: None}, detector="rules 1.4.0")
    session.again.keep(FERRY.id, together)
    session.reject(quotes[2])
    session.confirm(quotes[1])
    session.again.keep(FERRY.id, found())
    assert [one.id for one in session.quotes(FERRY.id) if not one.decided] == [quotes[0]]
    assert [one.passages for one in (session.quote(quotes[1]).ruling,)] == [(second, third)]
    assert told(session) == [(Sort.RULED, f"{SECOND} […] {THIRD}", (f"words: {SECOND} […] {THIRD} → {SECOND}",))]


def test_a_quote_within_one_that_is_decided_is_new(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    inner = Span(session.quote(quotes[0]).ruling.passages[0].span.start + 4, BANNER.start)
    inner = Span(inner.start, inner.start + 5)
    nested = Quote(
        f"{inner.start}-{inner.end}",
        (Passage(inner, inner.of(FERRY.text)),),
        parent=invented.detection(FERRY).quotes[0].key,
        speaker=invented.speaker("Una Holt"),
    )
    session.again.keep(FERRY.id, found({}, nested))
    [new] = [one for one in session.quotes(FERRY.id) if one.id not in quotes]
    assert (new.ruling.passages[0].words, new.ruling.parent) == ("ferry", session.quote(quotes[0]).proposal.key)


# Undo


def test_one_undo_takes_it_back_and_redo_does_it_again(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    before = session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt"), 2: None}, banner()))
    after, otherwise = (session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)), told(session)
    assert session.undo_label == "Undo detect again “Headline of ferry.txt”"
    session.undo()
    assert (session.quotes(FERRY.id), session.outline(), session.detection(FERRY.id)) == before
    assert told(session) == []
    session.redo()
    assert [one.ruling for one in session.quotes(FERRY.id)] == [one.ruling for one in after[0]]
    assert (session.outline(), session.detection(FERRY.id)) == after[1:]
    assert told(session) == [one for one in otherwise if one[0] is not Sort.NEW]  # it was looked at before undoing it


def test_what_was_undone_can_be_detected_again(session: Session) -> None:
    session.again.keep(FERRY.id, found({}, banner()))
    session.undo()
    assert len(session.quotes(FERRY.id)) == 3
    session.again.keep(FERRY.id, found({}, banner()))
    assert speakers(session) == ["Tilda Brandt", "Oskar Vint", "Tilda Brandt", "Una Holt"]
    session.undo()
    assert len(session.quotes(FERRY.id)) == 3


def test_what_somebody_else_ruled_since_outlasts_undo(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({}, banner()))
    ben = Session(store, "Ben Ode", invented.Clock())
    new = ben.quotes(FERRY.id)[-1].id
    ben.confirm(new)
    session.undo()
    assert session.quote(new).verdict is Verdict.CONFIRMED


def test_undo_is_refused_where_somebody_else_detected_since(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    ben = Session(store, "Ben Ode", lambda: invented.now() + timedelta(hours=1))
    ben.again.keep(FERRY.id, found({1: said_by("Per Dahl")}))
    with pytest.raises(NotPossible, match="Somebody else has changed “Headline of ferry"):
        session.undo()
    assert speakers(session)[1] == "Per Dahl"


def test_undo_is_refused_where_the_article_was_removed_since(session: Session, store: Store) -> None:
    session.again.keep(FERRY.id, found({1: said_by("Una Holt")}))
    Session(store, "Ben Ode", invented.Clock()).remove([FERRY.id])
    with pytest.raises(NotPossible, match="detected again was removed"):
        session.undo()


def test_what_two_stores_found_and_undid_apart_can_be_merged(tmp_path: Path) -> None:
    one, other = tmp_path / "one.qrev", tmp_path / "other.qrev"
    with open_store(one) as store:
        Session(store, "Ana Ruz", invented.Clock()).keep(read(FERRY))
    shutil.copy(one, other)
    with open_store(one) as store:
        session = Session(store, "Ana Ruz", lambda: invented.now() + timedelta(hours=1))
        session.again.keep(FERRY.id, found({}, banner()))
        session.undo()
    with open_store(other) as store:
        ben = Session(store, "Ben Ode", lambda: invented.now() + timedelta(hours=2))
        ben.again.keep(FERRY.id, found({0: said_by("Una Holt")}))
        ben.confirm(ben.quotes(FERRY.id)[0].id)
    with open_store(one) as store:
        store.merge(other)
        session = Session(store, "Ana Ruz")
        assert speakers(session) == ["Una Holt", "Oskar Vint", "Tilda Brandt"]
        assert session.conflicts.all() == ()
    assert list(store_room.check(one)) == []


# What is told


def test_each_sort_of_difference_is_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    unsure = replace(invented.detection(FERRY).quotes[1], confidence=0.95, source=None)
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: lambda _: unsure, 2: None}, banner()))
    assert told(session) == [
        (Sort.RULED, FIRST, ("speaker: Tilda Brandt → Una Holt",)),
        (
            Sort.CHANGED,
            SECOND,
            ("source: Radio Fjord → –", "kind of source: broadcaster → –", "confidence: unsure → sure"),
        ),
        (Sort.LOST, THIRD, ()),
        (Sort.NEW, invented.WITHDRAWN, ("speaker: – → Una Holt", "confidence: – → sure")),
    ]
    assert [session.again.of(quote) for quote in quotes] == list(session.again.differences(FERRY.id))[:3]
    assert session.again.articles() == (FERRY.id,)


def test_a_confidence_is_told_where_its_word_changes(session: Session) -> None:
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, confidence=quote.confidence + 0.01)}))
    assert told(session) == []


def test_a_ruling_with_which_it_agrees_now_is_not_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Una Holt")
    session.reject(quotes[1])
    session.set_speaker(quotes[2], "Mara Voss")
    everybody = dict.fromkeys(range(3), said_by("Una Holt"))
    session.again.keep(FERRY.id, found(dict(everybody)))
    assert told(session) == [(Sort.RULED, THIRD, ("speaker: Mara Voss → Una Holt",))]
    session.people.same("Una Holt", "Mara Voss")
    assert told(session) == []


def test_what_was_corrected_is_not_told_where_the_same_is_proposed_as_ever(
    session: Session, quotes: tuple[str, ...]
) -> None:
    session.set_speaker(quotes[0], "Una Holt")
    session.again.keep(FERRY.id, found())
    assert told(session) == []


def test_a_decided_quote_that_is_no_longer_found_is_told(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.reject(quotes[1])
    session.again.keep(FERRY.id, found({0: None, 1: None}))
    assert told(session) == [(Sort.RULED, FIRST, ())]


def test_what_is_no_speech_is_not_told_unless_it_was(session: Session) -> None:
    title = replace(banner(), kind=Kind.TITLE)
    session.again.keep(FERRY.id, found({1: lambda quote: replace(quote, kind=Kind.SCARE)}, title))
    [(sort, words, fields)] = told(session)
    assert (sort, words, fields[0]) == (Sort.CHANGED, SECOND, "kind: speech → scare")


def test_ruling_on_what_is_told_settles_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.again.keep(FERRY.id, found({0: said_by("Una Holt"), 1: said_by("Una Holt")}, banner()))
    session.set_speaker(quotes[0], "Una Holt")
    session.confirm(quotes[1])
    session.confirm(session.quotes(FERRY.id)[-1].id)
    assert told(session) == []


def test_an_older_version_is_told_from_this_one(session: Session) -> None:
    for detector, older in (("ranker 0.0.9", True), (f"ranker {__version__}", False), ("plug-in next", False)):
        session.again.keep(FERRY.id, found(detector=detector))
        assert session.again.is_older(FERRY.id) is older
    assert not session.again.is_older("no article")


def test_nothing_is_told_of_an_article_that_was_detected_once(session: Session, quotes: tuple[str, ...]) -> None:
    assert session.again.differences(HARBOUR.id) == ()
    assert session.again.of(quotes[0]) is None


# With real detection


@contextmanager
def other_weights(program: Path) -> Iterator[None]:
    """The detector's weights are others, some of them turned round."""
    dice = random.Random(7)
    shutil.copytree(paths.resource(), program / "resources")
    for file in (ranker.FILE, hearing.FILE):
        written = program / "resources" / "weights" / file
        held = json.loads(written.read_text(encoding="utf-8"))
        held["features"] = {name: dice.uniform(-2, 1) * weight for name, weight in held["features"].items()}
        written.write_text(json.dumps(held), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "PACKAGE", program)
        _forget_weights()
        yield
    _forget_weights()


def _forget_weights() -> None:
    for cached in (trained.features, ranker.shipped, hearing.shipped):
        cached.cache_clear()


def review(session: Session, dice: random.Random) -> None:
    """Rule on every quote, one way or another; add some words, shape some, settle marks, close articles."""
    verbs: list[Callable[[str], object]] = [
        session.confirm,
        session.confirm,
        session.reject,
        lambda quote: session.pick(quote, 2),
        lambda quote: session.set_speaker(quote, "Mara Voss"),
        lambda quote: session.set_speaker(quote, ""),
        lambda quote: session.set_source(quote, "Radio Sund", SourceKind.BROADCASTER),
        lambda quote: session.set_note(quote, "call back"),
        lambda quote: session.rule(quote, Verdict.CANNOT_VERIFY),
        lambda quote: session.set_speaker(quote, "Harbour Office", SpeakerType.ORGANISATION),
    ]
    for quote in session.outline():
        if quote.asked:
            try:
                dice.choice(verbs)(quote.id)
            except NotPossible:  # nobody is named, or there is no second candidate
                session.rule(quote.id, Verdict.DISPUTED)


def ruled(session: Session, store: Store) -> tuple[dict[str, tuple[Decision, ...]], dict[str, Ruling]]:
    """All decisions on quotes, and what stands of each that was decided."""
    quotes = [quote.id for quote in session.outline()]
    decisions = {quote: store.decisions.of(quote) for quote in quotes}
    return decisions, {quote: session.quote(quote).ruling for quote in quotes if decisions[quote]}


def test_no_value_of_an_editors_is_changed_by_other_weights(store: Store, detector: Detector, tmp_path: Path) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    for outcome in read_and_detect([paths.resource("samples")], lambda: detector):
        assert isinstance(outcome, Read)
        session.keep(outcome)
    session.keep(_printed_elsewhere(session, detector))
    review(session, random.Random(5))
    decisions, values = ruled(session, store)
    assert len(values) >= 200
    otherwise: list[Otherwise] = []
    with other_weights(tmp_path / "program"):
        for summary in session.articles():
            article = session.article(summary.id)
            outcome = detect_again(article, session.again.marking(article.id), lambda: detector)
            assert isinstance(outcome, Read)
            session.again.keep(article.id, outcome.detection)
            otherwise += session.again.differences(article.id)
    assert sum(one.sort is Sort.RULED for one in otherwise) > 20
    after = ruled(session, store)
    assert {quote: after[0][quote] for quote in decisions} == decisions
    assert {quote: after[1][quote] for quote in values} == values
    assert list(store_room.check(store.path)) == []


def _printed_elsewhere(session: Session, detector: Detector) -> Read:
    """The first article once more, under another name."""
    kept = session.article(session.articles()[0].id)
    name = "elsewhere.txt"
    again = replace(kept, id=article_id(name, kept.original), name=name)
    return Read(again, detector.detect(again.text, outlet=again.outlet))
