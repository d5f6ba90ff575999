"""How a quote and an article came to be what they are, step by step, and bringing back what was."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Check, CheckState, Evidence, EvidenceKind, Span, Verdict
from quotereview.review.checklist import checklist
from quotereview.review.session import Session
from quotereview.review.timeline import Entry, Place, told
from quotereview.store import Ruled, Store, open_store
from tests.review.conftest import FERRY, read
from tests.review.desks import Desks, confirm, dispute, note, reject
from tests.store import invented


@pytest.fixture
def side_by_side(tmp_path: Path) -> Desks:
    """Copies of one store with an article, for editors who know nothing of each other."""
    desks = Desks(tmp_path)
    desks.start(read(FERRY))
    return desks


def changes(entry: Entry) -> list[str]:
    return list(entry.changed())


def test_an_untouched_quote_tells_of_its_proposal(session: Session, quotes: tuple[str, ...]) -> None:
    [entry] = session.timeline.of_quote(quotes[0])
    assert (entry.label, entry.by, entry.place, entry.begins) == ("proposed", "rules 1.2.3", Place.STANDS, True)
    assert entry.program.startswith("en_small 3.8.0, quotereview ")
    assert entry.why == "the name stands beside “said” (0)"
    assert changes(entry)[:2] == ["speaker: Tilda Brandt", "type of speaker: person"]
    assert "confidence: 0.50" in changes(entry)


def test_each_field_is_told_from_what_to_what(session: Session, quotes: tuple[str, ...]) -> None:
    quote = quotes[1]
    session.set_speaker(quote, "Mara Voss")
    session.set_source(quote, None)
    session.proof.explain(quote, "the recording")
    session.set_note(quote, "call back")
    session.proof.check(quote, checklist(["words"], [Check("words", CheckState.RIGHT)]))
    session.proof.add_evidence(quote, Evidence(EvidenceKind.LINK, "https://sund.example/minutes", "page 3"))
    session.rule(quote, Verdict.DISPUTED)
    steps = [(entry.label, changes(entry), entry.why) for entry in session.timeline.of_quote(quote)]
    disputed, evidence, checks, noted, reason, source, speaker, proposed = steps
    assert speaker == (
        "speaker: Mara Voss",
        [
            "verdict: open → corrected",
            "speaker: Oskar Vint → Mara Voss",
            "role: ferry director → –",
            "printed as: Oskar Vint → –",
        ],
        "",
    )
    assert source[1] == [
        "source: Radio Fjord → –",
        "kind of source: broadcaster → –",
        "source holds: from words before → –",
    ]
    assert reason == ("reason: “the recording”", [], "the recording")
    assert noted[1] == ["note: – → call back"]
    assert checks[1] == ["check “words”: – → right"]
    assert evidence[1] == ["link “https://sund.example/minutes”: – → page 3"]
    assert disputed[1:] == (["verdict: corrected → disputed", "reason: the recording → –"], "")
    assert proposed[0] == "proposed"


def test_the_state_of_each_step_is_all_that_held_then(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.set_note(quotes[0], "call back")
    noted, confirmed, proposed = session.timeline.of_quote(quotes[0])
    assert noted.state == {**confirmed.state, "note": "call back"}
    assert confirmed.state["speaker"] == proposed.state["speaker"] == "Tilda Brandt"
    assert confirmed.state["words"] == "The ferry sails again on Monday morning."
    assert [entry.place for entry in (noted, confirmed, proposed)] == [Place.STANDS, Place.BEFORE, Place.BEFORE]


def test_what_was_undone_is_told_as_one_step_more(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.undo()
    undone, confirmed, _ = session.timeline.of_quote(quotes[0])
    assert (undone.label, changes(undone)) == (f"Undo {confirmed.label}", ["verdict: confirmed → open"])


def test_what_was_accepted_in_bulk_is_never_told_as_confirmed(
    store: Store, session: Session, quotes: tuple[str, ...]
) -> None:
    ruling = replace(session.quote(quotes[1]).ruling, verdict=Verdict.CONFIRMED, unread=True)
    with store.act("rulings on quotes", "accept 1 quote unread", "Ana Ruz", invented.now() + timedelta(hours=1)) as act:
        store.decisions.add(act, Ruled(quotes[1], ruling, None))
    assert changes(session.timeline.of_quote(quotes[1])[0]) == ["verdict: open → accepted in bulk, unread"]


def test_rulings_made_side_by_side_are_told_as_such(side_by_side: Desks) -> None:
    side_by_side.do("Ana Ruz", confirm)
    side_by_side.do("Ana Ruz", note)
    side_by_side.do("Ben Ode", reject)
    side_by_side.merge("Ana Ruz", "Ben Ode")
    with open_store(side_by_side.path("Ana Ruz")) as store:
        session = Session(store, "Cleo Ma", side_by_side.clock)
        quote = session.quotes(FERRY.id)[0].id
        entries = session.timeline.of_quote(quote)
        assert [(one.by, one.place, one.beside) for one in entries[:-1]] == [
            ("Ben Ode", Place.BESIDE, ("Ana Ruz",)),
            ("Ana Ruz", Place.STANDS, ()),
            ("Ana Ruz", Place.BEFORE, ("Ben Ode",)),
        ]
        assert "side by side with what Ana Ruz ruled" in told(entries[0], "now")
        session.conflicts.settle(quote, entries[1].id, "the recording")
        settled, beside, *_ = session.timeline.of_quote(quote)
        assert (settled.why, beside.place) == ("the recording", Place.OVERRULED)
        assert changes(settled) == ["overrules: – → the ruling of Ben Ode"]


def test_no_step_comes_before_the_one_it_follows_whatever_the_clocks_say(tmp_path: Path) -> None:
    late, early = invented.Clock(), invented.Clock()
    with open_store(tmp_path / "clocks.qrev") as store:
        session = Session(store, "Ana Ruz", lambda: late() + timedelta(days=2))
        session.keep(read(FERRY))
        quote = session.quotes(FERRY.id)[0].id
        session.confirm(quote)
        Session(store, "Ben Ode", early).set_note(quote, "call back")
        assert [entry.by for entry in session.timeline.of_quote(quote)] == ["Ben Ode", "Ana Ruz", "rules 1.2.3"]


def test_an_article_tells_of_outlet_date_marks_and_removal(session: Session) -> None:
    session.describe([FERRY.id], outlet="Sund Post", published=None)
    doubt = session.closing.doubts(FERRY.id)[0]
    session.closing.settle(FERRY.id, doubt.place, "a banner")
    session.remove([FERRY.id])
    removed, settled, described, loaded = session.timeline.of_article(FERRY.id)
    assert changes(removed) == ["article: open → removed"]
    assert changes(settled) == [f"mark at {doubt.place.start}: – → a banner"]
    assert changes(described) == ["outlet: Coast Mail → Sund Post", "date: 2026-03-02 → –"]
    assert changes(loaded) == ["article: open", "outlet: Coast Mail", "date: 2026-03-02"]
    assert removed.place is Place.STANDS


def test_nothing_is_told_of_what_is_not_there(session: Session) -> None:
    assert session.timeline.of_quote("nowhere") == session.timeline.of_article("nowhere") == ()


def test_a_state_is_brought_back_by_a_ruling_that_can_be_undone(session: Session, quotes: tuple[str, ...]) -> None:
    quote = quotes[0]
    session.confirm(quote)
    confirmed = session.timeline.of_quote(quote)[0]
    session.set_speaker(quote, "Mara Voss")
    change = session.timeline.bring_back(quote, confirmed.id)
    assert session.timeline.of_quote(quote)[0].state == confirmed.state
    assert change.label == "bring back “The ferry sails again on Monday morning.”"
    assert session.undo_label == f"Undo {change.label}"
    session.undo()
    speaker = session.quote(quote).ruling.speaker
    assert speaker and speaker.name == "Mara Voss"


def test_what_was_proposed_is_brought_back_open(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Mara Voss")
    *_, proposed = session.timeline.of_quote(quotes[0])
    session.timeline.bring_back(quotes[0], proposed.id)
    ruling = session.quote(quotes[0]).ruling
    assert (ruling.verdict, ruling.speaker and ruling.speaker.name) == (Verdict.OPEN, "Tilda Brandt")


def test_bringing_back_what_stands_changes_nothing(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    before = session.history(quotes[0])
    session.timeline.bring_back(quotes[0], before[-1].id)
    assert session.history(quotes[0]) == before


def test_a_settled_conflict_stays_settled(side_by_side: Desks) -> None:
    side_by_side.do("Ana Ruz", confirm)
    side_by_side.do("Ben Ode", dispute)
    side_by_side.merge("Ana Ruz", "Ben Ode")
    with open_store(side_by_side.path("Ana Ruz")) as store:
        session = Session(store, "Cleo Ma", side_by_side.clock)
        quote = session.quotes(FERRY.id)[0].id
        standing, other, _ = session.timeline.of_quote(quote)
        session.conflicts.settle(quote, standing.id, "the recording")
        session.timeline.bring_back(quote, other.id)
        assert session.quote(quote).verdict == other.state["verdict"] != standing.state["verdict"]
        assert session.conflicts.of(quote) is None


def test_other_words_are_not_brought_back(session: Session, quotes: tuple[str, ...]) -> None:
    quote = quotes[0]
    before = session.timeline.of_quote(quote)[0]
    draft = session.spans.draft(quote)
    [span] = draft.passages
    shorter = Span(span.start, session.article(FERRY.id).text.index(" on Monday"))
    draft = replace(draft, passages=(shorter,))
    session.spans.keep(quote, draft, invented.with_marked(FERRY, [shorter]))
    with pytest.raises(NotPossible, match="other words then"):
        session.timeline.bring_back(quote, before.id)
    with pytest.raises(NotPossible, match="choose another"):
        session.timeline.bring_back(quote, "nowhere")
