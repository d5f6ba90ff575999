"""What a blind reader sees of a store, what becomes of their rulings, and what of all that others see."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import (
    BlindExtent,
    BlindRead,
    Check,
    CheckState,
    Evidence,
    EvidenceKind,
    Label,
    MatchRuling,
    Ruling,
    Settled,
    SettledConflict,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from quotereview.store import BLIND_READ, Ruled, Store, check, open_store
from tests.store import invented

FERRY = invented.article()
PLANTED = "Zelda Planted"
RULINGS = (
    *("decisions", "decided_passages", "checks", "evidence", "overrulings", "name_decisions", "edition_decisions"),
    *("match_decisions", "settled_conflicts", "match_overrulings", "matches_ruled"),
)
ANA, BEN = "Ana Ruz", "Ben Ode"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of one article, on two of whose three quotes Ana ruled, with a planted name in all that she said."""
    with open_store(tmp_path / "quotes.qrev") as store:
        with store.act("articles", "load", ANA, invented.now()) as act:
            store.articles.add(act, FERRY)
            quotes = store.proposals.add(act, FERRY.id, invented.detection(FERRY))
        for quote in quotes[:2]:
            rule(store, quote, ANA, **planted())
        standing = store.articles.standing(FERRY.id)
        assert standing
        with store.act("names", f"same person: {PLANTED}", ANA, invented.now()) as act:
            store.people.rule(act, "Tilda Brandt", PLANTED, None)
            closed = replace(standing.ruling, closed=True, settled=(Settled(Span(1, 2), PLANTED),))
            store.articles.rule(act, FERRY.id, closed, standing.decision)
            settled = SettledConflict("speaker", PLANTED, None, PLANTED, PLANTED)
            ruling = MatchRuling(Label.SAME, (settled,), PLANTED, PLANTED)
            store.match_rulings.rule(act, quotes[0], quotes[1], ruling, None)
        yield store


def planted() -> dict[str, object]:
    """All that a ruling can say, with the planted name in it."""
    return {
        "verdict": Verdict.DISPUTED,
        "speaker": invented.speaker(PLANTED),
        "source": Source(PLANTED, SourceKind.AGENCY),
        "reason": f"because of {PLANTED}",
        "note": f"ask {PLANTED}",
        "checks": (Check(f"is it {PLANTED}", CheckState.RIGHT),),
        "evidence": (Evidence(EvidenceKind.LINK, "https://sund.example", PLANTED),),
    }


def rule(store: Store, quote: str, editor: str, **values: object) -> None:
    """An editor rules on a quote, following what stands there."""
    standing = store.standing.quote(quote)
    assert standing
    ruling: Ruling = replace(standing.ruling, **values)  # type: ignore[arg-type]
    with store.act("rulings on quotes", f"speaker: {ruling.speaker and ruling.speaker.name}", editor, at()) as act:
        store.decisions.add(act, Ruled(quote, ruling, standing.decision.id if standing.decision else None))


at = invented.Clock()


def begin(store: Store, editor: str = BEN) -> BlindRead:
    """A blind read of all that the editor can read."""
    with store.act(BLIND_READ, "begin", editor, at()) as act:
        store.blind_reads.begin(act, BlindExtent.ALL, [quote for quote, _ in store.blind_reads.readable(editor)])
    read = store.blind_reads.under_way(editor)
    assert read
    return read


def leave(store: Store, read: BlindRead) -> None:
    """The end of a blind read."""
    with store.act(BLIND_READ, "leave", read.editor, at(), undoes=store.blind_reads.begun_by(read)):
        pass


def test_what_others_decided_can_be_read_by_whoever_never_ruled_on_it(store: Store) -> None:
    first, second, third = (one.id for one in store.outlines.all())
    assert store.blind_reads.readable(ANA) == ()
    assert store.blind_reads.readable(BEN) == ((first, FERRY.id), (second, FERRY.id))
    rule(store, third, "Cleo", verdict=Verdict.CONFIRMED, unread=True)
    rule(store, second, BEN, verdict=Verdict.OPEN)
    assert store.blind_reads.readable(BEN) == ((first, FERRY.id),)


def test_nothing_of_what_others_ruled_is_in_sight(store: Store) -> None:
    with store.read_blind(begin(store)) as hidden:
        connection = hidden._connection
        names = [
            row["name"]
            for row in connection.rows("SELECT name FROM main.sqlite_master WHERE type IN ('table', 'view')")
        ]
        seen = {name: str([tuple(row) for row in connection.rows(f"SELECT * FROM {name}")]) for name in seeable(names)}
        assert len(seen) > 20
        assert [name for name, rows in seen.items() if PLANTED in rows] == []
        assert {rows for name, rows in seen.items() if name in RULINGS} == {"[]"}
        assert [one.verdict for one in hidden.standing.quotes(FERRY.id)] == [Verdict.OPEN] * 2
        standing = hidden.articles.standing(FERRY.id)
        assert standing and not standing.ruling.closed
    assert PLANTED in str(store.standing.quotes(FERRY.id))


def seeable(names: list[str]) -> list[str]:
    """The tables and views that statements look at; others are inner parts of the index of words."""
    return [name for name in names if not name.startswith(("sqlite_", "_sqlite", "paragraph")) and "_no_" not in name]


def test_what_is_ruled_blind_stands_in_the_blind_read_alone(store: Store) -> None:
    quote = store.outlines.all()[0].id
    before = store.standing.quotes(FERRY.id)
    with store.read_blind(begin(store)) as hidden:
        rule(hidden, quote, BEN, verdict=Verdict.CONFIRMED)
        rule(hidden, quote, BEN, verdict=Verdict.CANNOT_VERIFY)
        assert [one.verdict for one in hidden.standing.quotes(FERRY.id)] == [Verdict.CANNOT_VERIFY, Verdict.OPEN]
        assert [act.label for act in hidden.acts.lately(BEN, 9)] == ["speaker: Tilda Brandt"] * 2
        assert [one for one, _ in hidden.decisions.lately(BEN, invented.now())] == [quote] * 2
    assert store.standing.quotes(FERRY.id) == before
    assert store.decisions.newest(quote) == before[0].decision
    assert store.acts.lately(BEN, 9) == store.decisions.lately(BEN, invented.now()) == ()
    assert list(check(store.path)) == []


def test_a_blind_ruling_follows_none_of_the_first_reader(store: Store) -> None:
    quote, read = store.outlines.all()[0].id, begin(store)
    with store.read_blind(read) as hidden:
        rule(hidden, quote, BEN, verdict=Verdict.CONFIRMED)
        rule(hidden, quote, BEN, verdict=Verdict.DISPUTED)
    assert [one.editor for one in store.decisions.of(quote)] == [ANA]
    leave(store, read)
    first, second, stands = store.decisions.of(quote)
    assert (first.follows, second.follows, stands.follows) == (None, first.id, None)
    assert (first.blind_read, second.blind_read, stands.blind_read) == (read.id, read.id, None)


def test_others_are_told_of_it_once_it_was_left(store: Store) -> None:
    first, second, _ = (one.id for one in store.outlines.all())
    read = begin(store)
    with store.read_blind(read) as hidden:
        rule(hidden, first, BEN, verdict=Verdict.CONFIRMED)
        rule(hidden, second, BEN, verdict=Verdict.CONFIRMED)
        rule(hidden, second, BEN, verdict=Verdict.OPEN)
    assert (store.branches.all(), store.blind_reads.pairs()) == ({}, ())
    leave(store, read)
    assert store.blind_reads.under_way(BEN) is None
    stands = store.decisions.newest(first)
    blind = next(one for one in store.decisions.of(first) if one.blind_read)
    assert stands
    assert store.branches.all() == {first: (stands.id, blind.id)}
    assert store.blind_reads.pairs() == ((stands, blind),)


def test_neither_side_hears_of_what_the_other_does(store: Store) -> None:
    first, second, _ = (one.id for one in store.outlines.all())
    read = begin(store)
    before = store.acts.last()
    with store.read_blind(read) as hidden:
        rule(hidden, first, BEN, verdict=Verdict.CONFIRMED)
        rule(store, second, ANA, **planted())
        assert [act.editor for act in hidden.acts.after(before)] == [BEN]
        assert [act.editor for act in store.acts.after(before)] == [ANA]


def test_what_was_ruled_after_the_read_is_no_second_opinion(store: Store) -> None:
    quote = store.outlines.all()[0].id
    read = begin(store)
    with store.read_blind(read) as hidden:
        rule(hidden, quote, BEN, verdict=Verdict.CONFIRMED)
    leave(store, read)
    before = store.blind_reads.pairs()
    rule(store, quote, ANA, verdict=Verdict.CONFIRMED)
    assert store.blind_reads.pairs() == before


def test_nothing_else_is_ruled_on_in_a_blind_read(store: Store) -> None:
    with store.read_blind(begin(store)) as hidden:
        standing, quote = hidden.articles.standing(FERRY.id), hidden.standing.quotes(FERRY.id)[0]
        assert standing
        added = invented.with_added(FERRY, invented.WITHDRAWN)
        with pytest.raises(NotPossible, match="blind"), hidden.act("articles", "remove", BEN, at()) as act:
            hidden.articles.rule(act, FERRY.id, replace(standing.ruling, removed=True), standing.decision)
        with pytest.raises(NotPossible, match="blind"), hidden.act("names", "same", BEN, at()) as act:
            hidden.people.rule(act, "T. Brandt", "Tilda Brandt", None)
        with pytest.raises(NotPossible, match="blind"), hidden.act("quotes", "add", BEN, at()) as act:
            hidden.proposals.add_by_hand(act, FERRY.id, added, added.quotes[-1])
        with pytest.raises(NotPossible, match="blind"), hidden.act("quotes", "merge", BEN, at()) as act:
            hidden.decisions.add(act, Ruled(quote.id, quote.ruling, None, withdrawn=True))
        with pytest.raises(NotPossible, match="blind"), hidden.act("rulings", "accept unread", BEN, at()) as act:
            unread = replace(quote.ruling, verdict=Verdict.CONFIRMED, unread=True)
            hidden.decisions.add(act, Ruled(quote.id, unread, None))
        with pytest.raises(NotPossible, match="blind"), hidden.act("detected", "detect again", BEN, at()) as act:
            hidden.proposals.add(act, FERRY.id, added)
        with pytest.raises(NotPossible, match="blind"):
            hidden.as_of(at())
        assert hidden.acts.lately(BEN, 9) == ()


def test_words_that_a_blind_reader_changes_are_looked_at_anew_for_that_reader_alone(store: Store) -> None:
    before, read = store.standing.quotes(FERRY.id), begin(store)
    with store.read_blind(read) as hidden:
        standing, found = hidden.standing.quotes(FERRY.id)[0], invented.detection(FERRY)
        shorter = replace(found.quotes[0], reason="looked at anew")
        with hidden.act("rulings on quotes", "words", BEN, at()) as act:
            proposal = hidden.proposals.add_anew(act, standing, found, shorter)
            hidden.decisions.add(act, Ruled(standing.id, standing.ruling, None, proposal))
        assert hidden.standing.quotes(FERRY.id)[0].proposal.reason == "looked at anew"
        assert [one.proposal.reason for one in hidden.proposals.of(standing.id)][1:] == ["looked at anew"]
    assert store.standing.quotes(FERRY.id) == before
    assert len(store.proposals.of(standing.id)) == 1
    leave(store, read)
    assert len(store.proposals.of(standing.id)) == 2


def test_names_that_were_given_blind_are_offered_to_nobody_else(store: Store) -> None:
    with store.read_blind(begin(store)) as hidden:
        rule(hidden, hidden.outlines.all()[0].id, BEN, **{**planted(), "speaker": invented.speaker("Yorik Vane")})
        assert "Yorik Vane" in hidden.names.speakers(FERRY.id)
        assert hidden.names.reasons() == (f"because of {PLANTED}",)
    assert "Yorik Vane" not in store.names.speakers(FERRY.id)
    assert store.names.speaker_type("Yorik Vane") is None


def test_what_is_read_blind_is_what_was_proposed_before_anybody_ruled(store: Store) -> None:
    """What is detected again is marked by the words that the first reader changed."""
    found = invented.detection(FERRY)
    anew = replace(found, quotes=tuple(replace(quote, reason="by marks of an editor") for quote in found.quotes))
    with store.act("articles detected again", "detect again", ANA, at()) as act:
        store.proposals.add(act, FERRY.id, anew)
    with store.read_blind(begin(store)) as hidden:
        reasons = {quote.proposal.reason for quote in hidden.standing.quotes(FERRY.id)}
        assert reasons == {quote.reason for quote in found.quotes[:2]}


def test_a_copy_that_was_read_blind_is_merged_like_any_other(store: Store, tmp_path: Path) -> None:
    quote = store.outlines.all()[0].id
    with open_store(tmp_path / "copy.qrev") as copy:
        copy.merge(store.path)
        read = begin(copy)
        with copy.read_blind(read) as hidden:
            rule(hidden, quote, BEN, verdict=Verdict.CONFIRMED)
        leave(copy, read)
        before = store.standing.quotes(FERRY.id)
        store.merge(copy.path)
        assert store.standing.quotes(FERRY.id) == before
        assert list(store.branches.all()) == [quote]
        assert list(store.dump()) == list(copy.dump())
        assert store.seal() == copy.seal()


def test_a_read_is_seen_as_it_was(store: Store) -> None:
    quote = store.outlines.all()[0].id
    read = begin(store)
    with store.read_blind(read) as hidden:
        rule(hidden, quote, BEN, verdict=Verdict.CONFIRMED)
    meanwhile = at()
    leave(store, read)
    with store.as_of(meanwhile) as past:
        assert past.branches.all() == {}
        assert [one.left_at for one in past.blind_reads.all()] == [None]
    assert list(store.branches.all()) == [quote]
    assert [(one.id, one.ruled, one.left_at is None) for one in store.blind_reads.all()] == [(read.id, 1, False)]
