"""Accepting in bulk, unread: what is offered, what never is, what to expect, and one deed that can be undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quotereview.detection import reliability
from quotereview.errors import NotPossible
from quotereview.model import Article, CheckState, Detection, Evidence, EvidenceKind, Kind, Quote, Verdict, Zone
from quotereview.review.bulk import BulkOffer
from quotereview.review.change import ChangeKind
from quotereview.review.checklist import Checklist, Point
from quotereview.review.choosing import Extent, Scope
from quotereview.review.ingest import Read
from quotereview.review.proof import Proof
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import shown
from tests.store import invented

SPEAKERS = ("Tilda Brandt", "Oskar Vint", "Lena Falk", "Ivo Rem", "Una Holt", "Per Dahl")
CONFIDENCES = (0.995, 0.98, 0.97, 0.91, 0.62, 0.4)
WORDS = (
    "The eastern pier stays shut until the spring.",
    "Divers counted forty rotten beams.",
    "Fishermen get their berths elsewhere for nothing.",
    "Whoever built this in March knew of the frost.",
    "Two engineers resigned over the delay.",
    "My nets are hanging in the garden.",
)
PIER = tuple(zip(SPEAKERS, WORDS, strict=True))

Edit = Callable[[Quote], Quote]


def proposals(article: Article, edits: dict[int, Edit] | None = None, detector: str = "ranker 1.2.3") -> Detection:
    """Six plain proposals of falling confidence, some of them made otherwise."""
    found = invented.detection(article, PIER)
    quotes = [
        replace(quote, confidence=confidence, doubts=(), twin=None)
        for quote, confidence in zip(found.quotes, CONFIDENCES, strict=True)
    ]
    for number, edit in (edits or {}).items():
        quotes[number] = edit(quotes[number])
    return Detection(tuple(quotes), (), found.zones, detector, "en_small 3.8.0")


@pytest.fixture
def desk(store: Store) -> Session:
    """Ana Ruz at a store with one article of six quotes."""
    return with_proposals(store)


def with_proposals(store: Store, edits: dict[int, Edit] | None = None, detector: str = "ranker 1.2.3") -> Session:
    session = Session(store, "Ana Ruz", invented.Clock(60))
    article = invented.article("pier.txt", PIER)
    session.keep(Read(article, proposals(article, edits, detector)))
    return session


def offer(session: Session, threshold: float = 0.5, line: str = "") -> BulkOffer:
    return session.bulk.offer(threshold, shown(session, line))


def confidences(offered: BulkOffer) -> list[float]:
    return [quote.confidence for quote in offered.quotes]


def ids(session: Session) -> list[str]:
    return [quote.id for quote in session.outline()]


# What is offered


@pytest.mark.parametrize(("threshold", "count"), [(0.999, 0), (0.98, 2), (0.97, 3), (0.5, 5)])
def test_what_reaches_the_confidence_is_offered_the_least_sure_first(
    desk: Session, threshold: float, count: int
) -> None:
    offered = offer(desk, threshold)
    assert confidences(offered) == sorted(CONFIDENCES[:count])
    assert (offered.count, offered.threshold, offered.left_out) == (count, threshold, 0)


def test_what_to_expect_is_told_by_the_shipped_table_for_each_quote(desk: Session) -> None:
    table, offered = reliability.shipped(), offer(desk, 0.97)
    assert offered.expected_wrong == pytest.approx(sum(1 - table.share_near(each) for each in CONFIDENCES[:3]))
    assert offered.expected_right == pytest.approx(1 - offered.expected_wrong / 3)
    assert 0.05 < offered.expected_wrong < 0.3
    nothing = offer(desk, 0.999)
    assert (nothing.expected_wrong, nothing.expected_right) == (0, 0)


@pytest.mark.parametrize(
    ("size", "sample"),
    [(1, (0,)), (2, (0, 4)), (3, (0, 2, 4)), (5, (0, 1, 2, 3, 4)), (9, (0, 1, 2, 3, 4))],
)
def test_a_sample_is_spread_from_the_least_sure_to_the_surest(
    desk: Session, size: int, sample: tuple[int, ...]
) -> None:
    offered = offer(desk)
    assert offered.sample(size) == tuple(offered.quotes[place] for place in sample)


# What never is


def _without_speaker(quote: Quote) -> Quote:
    return replace(quote, speaker=None, candidates=())


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda quote: replace(quote, doubts=invented.detection(invented.article()).doubts), id="a doubt"),
        pytest.param(_without_speaker, id="nobody named"),
        pytest.param(lambda quote: replace(quote, zone=Zone.HEADLINE), id="a headline"),
        pytest.param(
            lambda quote: replace(quote, parent=proposals(invented.article("pier.txt", PIER)).quotes[0].key),
            id="nested",
        ),
    ],
)
def test_what_asks_to_be_looked_at_is_left_out(store: Store, edit: Edit) -> None:
    offered = offer(with_proposals(store, {1: edit}), 0.97)
    assert confidences(offered) == [0.97, 0.995]
    assert offered.left_out == 1


def test_a_quote_on_which_editors_ruled_differently_is_left_out(store: Store) -> None:
    desk = with_proposals(store)
    second = ids(desk)[1]
    desk.quotes(desk.articles()[0].id)
    with open_store(store.path) as opened:
        Session(opened, "Ben Ode", invented.Clock()).confirm(second)
    desk.confirm(second)
    desk.reject(second)
    desk.undo()
    desk.undo()
    assert desk.quote(second).verdict is Verdict.OPEN
    assert desk.conflicts.quotes() == {second}
    assert confidences(offer(desk, 0.97)) == [0.97, 0.995]


@pytest.mark.parametrize(
    "edit", [lambda quote: replace(quote, kind=Kind.TITLE), lambda quote: replace(quote, zone=Zone.TEASER)]
)
def test_what_no_editor_is_asked_about_is_not_even_counted(store: Store, edit: Edit) -> None:
    offered = offer(with_proposals(store, {1: edit}), 0.97)
    assert (confidences(offered), offered.left_out) == ([0.97, 0.995], 0)


@pytest.mark.parametrize("detector", ["French rules 1.2.3", "ranker2 1.0", "unread 1"])
def test_nothing_is_offered_of_which_the_table_knows_nothing(store: Store, detector: str) -> None:
    offered = offer(with_proposals(store, detector=detector))
    assert (offered.count, offered.left_out) == (0, 5)


def test_words_without_marks_are_left_out(store: Store) -> None:
    article = invented.article("pier.txt", PIER)
    bare = replace(article, text=article.text.replace("“", "–", 1), original=b"")
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(Read(bare, proposals(article)))
    assert confidences(offer(session, 0.97)) == [0.97, 0.98]


def test_a_quote_with_a_note_is_left_out(desk: Session) -> None:
    desk.set_note(ids(desk)[0], "call back")
    assert confidences(offer(desk, 0.97)) == [0.97, 0.98]
    desk.set_note(ids(desk)[0], "")
    assert offer(desk, 0.97).count == 3


@pytest.mark.parametrize(
    "put",
    [
        lambda proof, quote: proof.explain(quote, "another voice"),
        lambda proof, quote: proof.check(quote, Checklist((Point("date", CheckState.WRONG),))),
        lambda proof, quote: proof.add_evidence(quote, Evidence(EvidenceKind.LINK, "pier.example")),
    ],
)
def test_a_quote_with_a_reason_a_check_or_evidence_is_left_out(
    desk: Session, put: Callable[[Proof, str], object]
) -> None:
    put(desk.proof, ids(desk)[0])
    assert confidences(offer(desk, 0.97)) == [0.97, 0.98]
    desk.undo()
    assert offer(desk, 0.97).count == 3


def test_the_same_words_told_otherwise_elsewhere_are_left_out(desk: Session) -> None:
    words = [("Somebody Else", PIER[0][1]), *PIER[1:2]]
    other = invented.article("other.txt", words, outlet="Fjord Times")
    desk.keep(Read(other, replace(invented.detection(other, words), detector="ranker 1.2.3")))
    [here] = desk.crosscheck.partners(ids(desk)[0])
    assert here.conflicts
    assert confidences(offer(desk, 0.97)) == [0.97, 0.98]
    desk.set_speaker(here.there.quote, SPEAKERS[0])
    assert confidences(offer(desk, 0.97)) == [0.97, 0.98, 0.995]


def test_what_was_added_by_hand_is_left_out(desk: Session) -> None:
    article = desk.article(desk.articles()[0].id)
    found = invented.with_added(article, invented.WITHDRAWN, PIER)
    surely = tuple(replace(quote, confidence=0.99) for quote in found.quotes)
    span = invented.span(article, invented.WITHDRAWN)
    [added] = desk.spans.add(article.id, span, replace(found, quotes=surely, detector="ranker 1.2.3")).quotes
    offered = offer(desk, 0.97)
    assert added not in {quote.id for quote in offered.quotes}
    assert (offered.count, offered.left_out) == (3, 1)


def test_what_is_decided_is_left_out_and_what_is_reopened_as_proposed_is_not(desk: Session) -> None:
    first = ids(desk)[0]
    desk.confirm(first)
    assert offer(desk, 0.97).count == 2
    desk.reopen(first)
    assert offer(desk, 0.97).count == 3


def test_what_an_editor_gave_other_values_is_left_out(desk: Session) -> None:
    first, second, *_ = ids(desk)
    desk.set_speaker(first, "Mara Voss")
    desk.reopen(first)
    desk.set_source(second, "")
    offered = offer(desk, 0.97)
    assert (confidences(offered), offered.left_out) == ([0.97], 2)


def test_what_the_filter_hides_is_left_out(desk: Session) -> None:
    offered = offer(desk, 0.5, "speaker:Falk")
    assert ([quote.speaker for quote in offered.quotes], offered.left_out, offered.hidden) == (["Lena Falk"], 0, 4)


def test_comparing_before_changes_nothing_in_what_is_offered(desk: Session, store: Store) -> None:
    offered = offer(desk)
    fresh = Session(store, "Ana Ruz", invented.Clock())
    assert len(list(fresh.bulk.compare(shown(fresh, "")))) > len(list(fresh.bulk.compare(())))
    assert offer(fresh) == offered


# Accepting


def test_accepting_confirms_each_quote_as_unread_in_one_act(desk: Session, store: Store) -> None:
    change = desk.bulk.accept(offer(desk, 0.97))
    assert (change.kind, change.label, set(change.quotes)) == (
        ChangeKind.RULINGS,
        "accept 3 unread",
        set(ids(desk)[:3]),
    )
    for quote in ids(desk)[:3]:
        standing = desk.quote(quote)
        assert (standing.verdict, standing.unread) == (Verdict.CONFIRMED, True)
        assert standing.decision
        assert standing.decision.editor == "Ana Ruz"
    assert len(set(store.decisions.acts_of([desk.history(quote)[0].id for quote in ids(desk)[:3]]).values())) == 1
    assert (desk.progress().decided, desk.progress().unread) == (3, 3)
    assert shown(desk, "verdict:unread") == set(ids(desk)[:3])


def test_one_undo_takes_all_of_it_back_and_it_can_be_offered_again(desk: Session) -> None:
    before = [desk.quote(quote).ruling for quote in ids(desk)]
    desk.bulk.accept(offer(desk, 0.97))
    assert desk.undo_label == "Undo accept 3 unread"
    desk.undo()
    assert [desk.quote(quote).ruling for quote in ids(desk)] == before
    assert offer(desk, 0.97).count == 3
    desk.redo()
    assert [desk.quote(quote).unread for quote in ids(desk)] == [True] * 3 + [False] * 3


def test_nothing_offered_cannot_be_accepted(desk: Session) -> None:
    with pytest.raises(NotPossible, match="No quote is offered"):
        desk.bulk.accept(offer(desk, 0.999))


@pytest.mark.parametrize("deed", [Session.confirm, lambda desk, quote: desk.set_note(quote, "call back")])
def test_an_offer_that_no_longer_holds_is_refused(desk: Session, deed: Callable[[Session, str], object]) -> None:
    offered = offer(desk, 0.97)
    deed(desk, ids(desk)[1])
    stood = [desk.quote(quote).ruling for quote in ids(desk)]
    with pytest.raises(NotPossible, match="have changed"):
        desk.bulk.accept(offered)
    assert [desk.quote(quote).ruling for quote in ids(desk)] == stood


def test_what_was_accepted_unread_does_not_count_for_the_pace(desk: Session) -> None:
    desk.bulk.accept(offer(desk))
    assert desk.pace() is None


# Afterwards


@pytest.mark.parametrize(
    ("deed", "verdict"),
    [
        (Session.confirm, Verdict.CONFIRMED),
        (lambda desk, quote: desk.rule(quote, Verdict.DISPUTED), Verdict.DISPUTED),
        (lambda desk, quote: desk.set_speaker(quote, "Mara Voss"), Verdict.CORRECTED),
        (lambda desk, quote: desk.pick(quote, 1), Verdict.CONFIRMED),
        (Session.reopen, Verdict.OPEN),
    ],
)
def test_who_looks_and_rules_makes_it_read(
    desk: Session, deed: Callable[[Session, str], object], verdict: Verdict
) -> None:
    desk.bulk.accept(offer(desk, 0.97))
    quote = ids(desk)[0]
    deed(desk, quote)
    assert (desk.quote(quote).verdict, desk.quote(quote).unread) == (verdict, False)
    desk.undo()
    assert (desk.quote(quote).verdict, desk.quote(quote).unread) == (Verdict.CONFIRMED, True)


@pytest.mark.parametrize(
    ("deed", "verdict"),
    [
        (lambda desk, quote: desk.set_note(quote, "call back"), Verdict.CONFIRMED),
        (lambda desk, quote: desk.set_source(quote, "SUMNA"), Verdict.CORRECTED),
    ],
)
def test_a_note_or_a_source_alone_leaves_it_unread(
    desk: Session, deed: Callable[[Session, str], object], verdict: Verdict
) -> None:
    desk.bulk.accept(offer(desk, 0.97))
    quote = ids(desk)[0]
    deed(desk, quote)
    assert (desk.quote(quote).verdict, desk.quote(quote).unread) == (verdict, True)


# The sheet


@pytest.mark.parametrize(
    ("extent", "rows"),
    [
        (Extent.ALL, [(1, True), (2, False), (3, True), (4, False), (5, False), (6, False)]),
        (Extent.VERIFIED, [(1, False), (2, False)]),
        (Extent.ACCEPTED, [(1, True), (2, False), (3, True), (4, False)]),
    ],
)
def test_a_sheet_of_what_is_verified_leaves_unread_ones_out_unless_asked(
    desk: Session, extent: Extent, rows: list[tuple[int, bool]]
) -> None:
    quotes = ids(desk)
    desk.bulk.accept(offer(desk, 0.97))
    desk.confirm(quotes[1])
    desk.set_speaker(quotes[3], "Mara Voss")
    desk.rule(quotes[4], Verdict.DISPUTED)
    assert [(row.number, row.unread) for row in desk.sheets.rows(Scope(extent))] == rows
