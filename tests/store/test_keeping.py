"""What is put into a store comes out as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.model import (
    ArticleRuling,
    Doubt,
    Passage,
    Quote,
    Ruling,
    Settled,
    Source,
    SourceKind,
    Span,
    SpeakerType,
    StandingDoubt,
    Verdict,
    quote_id,
    ruled,
)
from quotereview.store import Ruled, Store, open_store
from quotereview.store.articles import RULED
from tests.described import described
from tests.store import invented

KEPT = invented.article()
FOUND = invented.detection(KEPT)
FOUND_RULING = Ruling(Verdict.CORRECTED, FOUND.quotes[0].passages, FOUND.quotes[0].kind, False, None, None)
FIRST = quote_id(KEPT.id, FOUND.quotes[0].passages[0].span)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one article and nothing ruled."""
    with open_store(tmp_path / "quotes.qrev") as opened:
        with opened.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
            opened.articles.add(act, KEPT)
            opened.proposals.add(act, KEPT.id, FOUND)
        yield opened


def rule(store: Store, ruling: Ruling, follows: str | None, at: datetime | None = None) -> str:
    """Keep a decision on the first quote; its id."""
    with store.act("rulings on quotes", "rule", "Ana Ruz", at or invented.now()) as act:
        store.decisions.add(act, Ruled(FIRST, ruling, follows))
    return store.decisions.by_act(act.id)[0].id


def test_an_article_comes_back_to_the_byte(tmp_path: Path) -> None:
    original = b"\xef\xbb\xbfTwo lines\r\nand a \xe2\x80\xa8 break\x00 \xf0\x9f\x9a\xa2\r"
    given = replace(
        KEPT, id="odd", original=original, text=original.decode(), encoding="utf-8-sig", described=described(url="x:y")
    )
    with open_store(tmp_path / "quotes.qrev") as store:
        with store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
            store.articles.add(act, given)
        assert store.articles.get("odd") == given
        standing = store.articles.standing("odd")
    assert standing is not None and standing.title == "\ufeffTwo lines"


def test_every_value_of_a_proposal_comes_back(store: Store) -> None:
    assert tuple(quote.proposal for quote in store.standing.quotes(KEPT.id)) == FOUND.quotes
    assert store.standing.quote(FIRST) == store.standing.quotes(KEPT.id)[0]
    reading = store.proposals.reading(KEPT.id)
    assert reading
    assert (reading.zones, reading.doubts) == (FOUND.zones, FOUND.doubts)
    assert set(store.proposals.made_by(KEPT.id).values()) == {("rules 1.2.3", "en_small 3.8.0")}


def test_a_nested_quote_knows_its_parent(tmp_path: Path) -> None:
    outer = FOUND.quotes[0]
    start = outer.span.start + 4
    inner = Quote(f"{start}-{start + 5}", (Passage(Span(start, start + 5), "ferry"),), parent=outer.key)
    nested = replace(FOUND, quotes=(inner, outer))
    with open_store(tmp_path / "quotes.qrev") as store:
        with store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
            store.articles.add(act, KEPT)
            store.proposals.add(act, KEPT.id, nested)
        assert [quote.proposal for quote in store.standing.quotes(KEPT.id)] == [outer, inner]


def test_every_value_of_a_decision_comes_back(store: Store) -> None:
    speaker = replace(invented.speaker("Mara Voss", Span(1, 5)), type=SpeakerType.GROUP)
    source = FOUND.quotes[0].source
    assert source
    beside = rule(store, FOUND_RULING, None, invented.now() - timedelta(days=1))
    ruling = Ruling(
        Verdict.CORRECTED,
        (Passage(Span(3, 9), "abcdef"), Passage(Span(12, 14), "gh")),
        FOUND.quotes[0].kind,
        True,
        speaker,
        replace(source, kind=SourceKind.LETTER, carried=False, chain=()),
        "1-4",
        "the minutes say otherwise",
        "call back “soon”\nbefore six",
        invented.CHECKS,
        invented.EVIDENCE,
        unread=True,
        overrules=(beside,),
    )
    first = rule(store, ruling, None)
    second = rule(store, replace(ruling, speaker=None, source=None), first)
    kept = store.decisions.of(FIRST)[1:]
    assert [decision.ruling for decision in kept] == [ruling, replace(ruling, speaker=None, source=None)]
    assert [(decision.id, decision.follows) for decision in kept] == [(first, None), (second, first)]
    assert kept[1] == store.decisions.newest(FIRST) == store.decisions.standing(KEPT.id)[FIRST]
    assert (kept[0].editor, kept[0].decided_at) == ("Ana Ruz", "2026-03-04T12:00:00+00:00")


def test_a_clock_that_goes_back_does_not_bring_back_an_older_ruling(store: Store) -> None:
    open_ruling = store.standing.quotes(KEPT.id)[0].ruling
    first = rule(store, ruled(open_ruling, Verdict.CONFIRMED), None)
    second = rule(store, ruled(open_ruling, Verdict.DISPUTED), first, invented.now() - timedelta(days=400))
    newest = store.decisions.newest(FIRST)
    assert newest
    assert newest.id == second
    assert store.outlines.all()[0].verdict is Verdict.DISPUTED


def test_two_rulings_on_one_state_are_both_kept(store: Store) -> None:
    open_ruling = store.standing.quotes(KEPT.id)[0].ruling
    first = rule(store, ruled(open_ruling, Verdict.CONFIRMED), None)
    rule(store, ruled(open_ruling, Verdict.DISPUTED), first)
    rule(store, ruled(open_ruling, Verdict.NOT_A_QUOTE), first)
    assert [decision.follows for decision in store.decisions.of(FIRST)] == [None, first, first]


def hashes(store: Store) -> list[str]:
    """The hashes of all decisions on quotes."""
    return [row["hash"] for row in store._connection.rows("SELECT hash FROM decisions ORDER BY rowid")]


def test_a_hash_stands_for_the_content_and_for_what_went_before(store: Store) -> None:
    ruling = ruled(store.standing.quotes(KEPT.id)[0].ruling, Verdict.CONFIRMED)
    first = rule(store, ruling, None)
    second = rule(store, ruling, first)
    rule(store, ruling, second)
    moved = (replace(ruling.passages[0], span=Span(0, 3)),)
    rule(store, replace(ruling, passages=moved), second)
    assert len(set(hashes(store))) == 4


def test_an_act_is_kept_whole_or_not_at_all(store: Store) -> None:
    ruling = store.standing.quotes(KEPT.id)[0].ruling
    with pytest.raises(RuntimeError), store.act("rulings on quotes", "rule", "Ana Ruz", invented.now()) as act:
        store.decisions.add(act, Ruled(FIRST, ruling, None))
        raise RuntimeError
    assert store.decisions.of(FIRST) == ()
    assert not store._connection.rows("SELECT * FROM acts WHERE label = 'rule'")


def test_articles_are_described_and_removed_by_decisions(store: Store) -> None:
    standing = store.articles.standing(KEPT.id)
    assert standing
    with store.act("rulings on quotes", "describe", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, KEPT.id, ArticleRuling("Fjord Times", date(2026, 3, 5)), standing.decision)
    again = store.articles.get(KEPT.id)
    assert again == KEPT.ruled(ArticleRuling("Fjord Times", date(2026, 3, 5)), RULED)
    described = store.articles.standing(KEPT.id)
    assert described
    with store.act("rulings on quotes", "remove", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, KEPT.id, replace(described.ruling, removed=True), described.decision)
    removed = store.articles.standing(KEPT.id)
    assert removed and removed.ruling.removed
    assert store.outlines.all() == store.standing.quotes(KEPT.id) == ()
    assert store.standing.quote(FIRST) is None
    assert store.outlines.unexplained(KEPT.id) == ()


def test_settled_doubts_and_a_closed_article_come_back(store: Store) -> None:
    standing = store.articles.standing(KEPT.id)
    assert standing
    settled = (Settled(Span(4, 5), "inches"), Settled(Span(9, 9), "a misprint"))
    ruling = replace(standing.ruling, closed=True, settled=settled)
    with store.act("outlet or date of articles", "close", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, KEPT.id, ruling, standing.decision)
    now = store.articles.standing(KEPT.id)
    assert now and now.ruling == ruling
    assert store.articles.touched(act.id) == ((KEPT.id, ruling, standing.ruling),)


def test_the_last_acts_of_an_editor_are_told_oldest_first(store: Store) -> None:
    ruling = store.standing.quotes(KEPT.id)[0].ruling
    first = rule(store, ruled(ruling, Verdict.CONFIRMED), None)
    with store.act(
        "rulings on quotes", "Undo rule", "Ana Ruz", invented.now(), undoes=store.decisions.acts_of([first])[first]
    ):
        pass
    with store.act("rulings on quotes", "rule", "Ben Ode", invented.now()):
        pass
    told = [(act.label, act.arrived, act.undoes is not None) for act in store.acts.lately("Ana Ruz", 3)]
    assert told == [("load", True, False), ("rule", False, False), ("Undo rule", False, True)]
    assert [act.label for act in store.acts.lately("Ana Ruz", 1)] == ["Undo rule"]


def test_names_are_those_of_the_article_then_everybodys(store: Store) -> None:
    other = invented.article("other.txt", [("Zoe Arn", "We are elsewhere.")])
    with store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
        store.articles.add(act, other)
        store.proposals.add(act, other.id, invented.detection(other, [("Zoe Arn", "We are elsewhere.")]))
    rule(store, replace(FOUND_RULING, speaker=replace(invented.speaker("Mara Voss"), type=SpeakerType.GROUP)), None)
    assert store.names.speakers(KEPT.id) == ("Mara Voss", "Tilda Brandt", "Oskar Vint", "Zoe Arn")
    assert store.names.speakers(other.id) == ("Zoe Arn", "Tilda Brandt", "Mara Voss", "Oskar Vint")
    assert store.names.sources(other.id) == ("Radio Fjord", "Zoe Arn")
    assert store.names.speaker_type("Mara Voss") is SpeakerType.GROUP
    assert store.names.speaker_type("Tilda Brandt") is SpeakerType.PERSON
    assert store.names.speaker_type("Nobody") is None


def test_the_kind_of_a_source_is_the_one_last_ruled_else_the_one_proposed(store: Store) -> None:
    assert store.names.source_kind("Radio Fjord") is SourceKind.BROADCASTER
    assert store.names.source_kind("Nobody") is None
    rule(store, replace(FOUND_RULING, source=Source("Radio Fjord", SourceKind.AGENCY)), None)
    assert store.names.source_kind("Radio Fjord") is SourceKind.AGENCY


def test_only_a_place_is_written_without_waiting_for_the_disk(store: Store) -> None:
    connection, levels = store._connection, []
    connection._sqlite.set_trace_callback(levels.append)
    store.places.remember("Ana Ruz", KEPT.id, FIRST)
    with store.act("rulings on quotes", "rule", "Ana Ruz", invented.now()):
        pass
    told = [level for level in levels if level.startswith(("PRAGMA sync", "COMMIT"))]
    assert told == ["PRAGMA synchronous = normal", "COMMIT", "PRAGMA synchronous = full", "COMMIT"]


def test_a_place_is_kept_for_each_editor(store: Store) -> None:
    second = store.standing.quotes(KEPT.id)[1].id
    store.places.remember("Ana Ruz", KEPT.id, FIRST)
    store.places.remember("Ben Ode", KEPT.id, FIRST)
    store.places.remember("Ana Ruz", KEPT.id, second)
    assert store.places.of("Ana Ruz") == (KEPT.id, second)
    assert store.places.of("Ben Ode") == (KEPT.id, FIRST)
    assert store.places.of("Nobody") is None


def test_a_doubt_may_mark_a_point(store: Store) -> None:
    assert store.standing.quotes(KEPT.id)[0].proposal.doubts == (Doubt(FOUND.quotes[0].doubts[0].place, "odd here"),)
    assert store.outlines.unexplained(KEPT.id) == (StandingDoubt(FOUND.doubts[0], None),)


def test_times_are_kept_in_utc(store: Store) -> None:
    rule(store, FOUND_RULING, None, datetime(2026, 3, 4, 14, 30, tzinfo=timezone(timedelta(hours=2))))
    assert store.decisions.of(FIRST)[0].decided_at == "2026-03-04T12:30:00+00:00"


def test_a_place_waits_for_no_other_program(store: Store) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = []
        store._connection._sqlite.set_trace_callback(began.append)
        with pytest.raises(StoreFault, match="being used by another program"):
            store.places.remember("Ana Ruz", KEPT.id, FIRST)
        store._connection._sqlite.set_trace_callback(None)
        assert "PRAGMA busy_timeout = 0" in began
        assert store._connection.value("PRAGMA busy_timeout") == 5000
