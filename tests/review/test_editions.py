"""A newer edition takes over the rulings that hold in it, asks about the others, and one undo brings all back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotereview import app
from quotereview.errors import NotPossible, StoreFault
from quotereview.model import Article, Settled, Span, Verdict, ruled
from quotereview.review.change import ChangeKind
from quotereview.review.editions import Editions
from quotereview.review.ingest import Read
from quotereview.review.reanchoring import Difference, Unlike
from quotereview.review.session import Session
from quotereview.review.timeline import Place
from quotereview.store import Ruled, Store, check, open_store
from tests.store import invented

WORDS = (
    ("Tilda Brandt", "The ferry sails again on Monday morning, whatever the wind may say."),
    ("Oskar Vint", "Nobody told the crews about the strike before it was in the papers."),
    ("Tilda Brandt", "We shall pay every ticket back before the month is out."),
    ("Lena Falk", "Fish were sold on the pier all the same, in crates and from boats."),
    ("Ivo Rem", "The kiosk sold out of umbrellas before noon on both of the days."),
)
CHANGED = ("Oskar Vint", "Nobody told the crews about the strike until it was in the papers.")
NEW = ("Jan Berg", "My taxi was never so full as in that week.")
NEWER_WORDS = (WORDS[0], NEW, CHANGED, WORDS[2], ("Mara Voss", WORDS[3][1]))
ADDRESS = "https://coast.example/ferry"
FERRY = invented.article("ferry.txt", WORDS, url=ADDRESS)
NEWER = invented.article("ferry-2.txt", NEWER_WORDS, url=f"{ADDRESS}/?utm_source=letter", published=date(2026, 3, 3))
MOON = (("Una Holt", "The moon rose late over a town that nobody names."),)
OTHER = invented.article("moon.txt", MOON)
UTTERANCES = {FERRY.id: WORDS, NEWER.id: NEWER_WORDS, OTHER.id: MOON}


def keep(session: Session, article: Article) -> None:
    """Keep an article with its quotes."""
    session.keep(Read(article, invented.detection(article, UTTERANCES[article.id])))


def quote(session: Session, article: Article, words: str) -> str:
    """The id of the quote of an article that begins with some words."""
    return next(one.id for one in session.quotes(article.id) if one.proposal.words.startswith(words))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Ana Ruz ruled on the first edition, then the second came."""
    made = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    for article in (FERRY, OTHER, NEWER):
        keep(made, article)
    made.confirm(quote(made, FERRY, "The ferry"))
    made.set_note(quote(made, FERRY, "The ferry"), "heard on the radio, too")
    made.set_speaker(quote(made, FERRY, "We shall"), "Director Brandt")
    made.proof.explain(quote(made, FERRY, "We shall"), "the recording")
    made.confirm(quote(made, FERRY, "Nobody told"))
    made.confirm(quote(made, FERRY, "Fish were"))
    made.reject(quote(made, FERRY, "The kiosk"))
    made.switch_editor("Ben Ode")
    return made


def store_of(session: Session) -> Store:
    return session._store


def verdicts(session: Session, article: Article) -> dict[str, str]:
    """The verdicts on the quotes of an article, by their first words."""
    return {one.proposal.words[:9]: one.verdict.value for one in session.quotes(article.id)}


def test_a_newer_edition_is_found_by_address_and_text(session: Session) -> None:
    found = session.editions.likely(NEWER.id)
    assert found
    assert (found.article.id, found.older.id, found.same_address) == (NEWER.id, FERRY.id, True)
    assert 0.6 < found.shared < 1
    assert found.why == f"the same address, {found.shared:.0%} of its text"
    assert session.editions.likely(FERRY.id) == found
    assert session.editions.likely(OTHER.id) is None
    assert list(session.editions.all_likely()) == [found]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [("Coast Mail", True), ("The Coast Mail", True), (None, True), ("Fjord Times", False)],
)
def test_the_text_alone_tells_where_the_outlets_are_not_known_to_differ(
    tmp_path: Path, outlet: str | None, expected: bool
) -> None:
    session = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    again = invented.article("again.txt", NEWER_WORDS, outlet=outlet)
    keep(session, FERRY)
    session.keep(Read(again, invented.detection(again, NEWER_WORDS)))
    found = session.editions.likely(again.id)
    assert (found is not None) is expected
    assert not found or (not found.same_address and found.why.endswith("% of its text"))


def test_the_date_tells_which_is_the_older_else_the_order_of_loading(tmp_path: Path) -> None:
    session = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    keep(session, NEWER)
    keep(session, FERRY)
    assert (found := session.editions.likely(FERRY.id)) and found.older.id == FERRY.id
    session.describe([FERRY.id], published=None)
    assert (found := session.editions.likely(FERRY.id)) and found.older.id == NEWER.id


def test_two_editions_are_compared_quote_by_quote(session: Session) -> None:
    compared = session.editions.compare(NEWER.id, FERRY.id)
    told = {
        (one.older or one.newer).proposal.words[:9]: (one.difference, one.why)  # type: ignore[union-attr]
        for one in compared.quotes
    }
    assert told == {
        "The ferry": (Difference.SAME, ""),
        "Nobody to": (Difference.CHANGED, "These words were changed in the new edition."),
        "We shall ": (Difference.SAME, ""),
        "Fish were": (Difference.CHANGED, told["Fish were"][1]),
        "The kiosk": (Difference.GONE, "These words are not in the new edition."),
        "My taxi w": (Difference.ADDED, ""),
    }
    assert "somebody else may say them" in told["Fish were"][1]
    changed = next(one for one in compared.quotes if one.difference is Difference.CHANGED)
    assert [part.words for part in changed.alignment if part.edit.value != "same"] == ["before", "until"]
    assert (len(compared.kept), len(compared.asked)) == (2, 3)


def test_rulings_that_hold_are_taken_over_with_all_that_was_said_and_by_whom(session: Session) -> None:
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.kind is ChangeKind.ARTICLES
    assert change.label == "new edition: 2 rulings taken over, 3 to be asked about"
    assert [article.id for article in session.articles()] == [OTHER.id, NEWER.id]
    assert verdicts(session, NEWER) == {
        "The ferry": "confirmed",
        "My taxi w": "open",
        "Nobody to": "open",
        "We shall ": "corrected",
        "Fish were": "open",
    }
    confirmed = session.quote(quote(session, NEWER, "The ferry"))
    assert confirmed.decision and confirmed.decision.editor == "Ben Ode"
    assert confirmed.ruling.note == "heard on the radio, too"
    assert confirmed.ruling.reason == "As Ana Ruz ruled in the edition of 2026-03-02"
    speaker, text = confirmed.ruling.speaker, session.article(NEWER.id).text
    assert speaker and speaker.mention and speaker.mention.of(text) == "Tilda Brandt"
    assert [one.span.of(text) for one in confirmed.ruling.passages] == [WORDS[0][1]]
    corrected = session.quote(quote(session, NEWER, "We shall")).ruling
    assert corrected.speaker and corrected.speaker.name == "Director Brandt"
    assert corrected.reason == "the recording · As Ana Ruz ruled in the edition of 2026-03-02"
    assert session.editions.likely(NEWER.id) is None
    assert list(check(session.store_path)) == []


def test_one_undo_brings_all_back_and_one_redo_does_it_again(session: Session) -> None:
    before = session.outline(), session.articles()
    session.editions.take_over(NEWER.id, FERRY.id)
    after = session.outline(), session.articles()
    assert session.undo_label == "Undo new edition: 2 rulings taken over, 3 to be asked about"
    session.undo()
    assert (session.outline(), session.articles()) == before
    assert session.editions.asides(NEWER.id) == () and session.editions.likely(NEWER.id)
    session.redo()
    assert (session.outline(), session.articles()) == after
    assert len(session.editions.asides(NEWER.id)) == 3
    session.undo()
    session.editions.take_over(NEWER.id, FERRY.id)
    assert (session.outline(), session.articles()) == after
    assert list(check(session.store_path)) == []


def test_what_may_not_hold_is_asked_about_one_by_one(session: Session) -> None:
    session.editions.take_over(NEWER.id, FERRY.id)
    changed, fish, kiosk = session.editions.asides(NEWER.id)
    assert changed.ruled.ruling.passages[0].words == WORDS[1][1]
    assert changed.ruled.editor == "Ana Ruz" and changed.why == "These words were changed in the new edition."
    assert changed.like and changed.like.id == quote(session, NEWER, "Nobody told")
    assert fish.like and fish.like.id == quote(session, NEWER, "Fish were") and kiosk.like is None
    session.editions.apply(NEWER.id, changed.ruled.id, changed.like.id)
    ruled = session.quote(changed.like.id)
    assert ruled.verdict is Verdict.CONFIRMED and ruled.ruling.passages[0].words == CHANGED[1]
    assert ruled.ruling.reason == "As Ana Ruz ruled in the edition of 2026-03-02"
    session.editions.leave(NEWER.id, kiosk.ruled.id)
    assert session.editions.asides(NEWER.id) == (fish,)
    with pytest.raises(NotPossible, match="waits for nobody"):
        session.editions.leave(NEWER.id, kiosk.ruled.id)
    assert session.undo_label == "Undo not in this edition: “The kiosk sold out of umbrellas before…”"
    session.undo()
    session.undo()
    assert [one.ruled for one in session.editions.asides(NEWER.id)] == [changed.ruled, fish.ruled, kiosk.ruled]
    assert not session.quote(changed.like.id).decided
    assert list(check(session.store_path)) == []


def test_the_older_edition_is_compared_as_it_stood_also_when_it_has_left(session: Session) -> None:
    before = session.editions.compare(NEWER.id, FERRY.id)
    session.editions.take_over(NEWER.id, FERRY.id)
    after = session.editions.compare(NEWER.id, FERRY.id)
    assert [one.older for one in after.quotes] == [one.older for one in before.quotes]
    assert [one.difference for one in after.quotes] == [one.difference for one in before.quotes]


def test_an_edition_of_an_edition_still_asks_about_the_first(session: Session) -> None:
    session.editions.take_over(NEWER.id, FERRY.id)
    third = invented.article("ferry-3.txt", NEWER_WORDS, url=ADDRESS, published=date(2026, 3, 4))
    UTTERANCES[third.id] = NEWER_WORDS
    keep(session, third)
    found = session.editions.likely(third.id)
    assert found and found.older.id == NEWER.id
    session.editions.take_over(third.id, NEWER.id)
    kept = session.quote(quote(session, third, "The ferry")).ruling
    assert kept.reason == "As Ana Ruz ruled in the edition of 2026-03-02"
    asides = session.editions.asides(third.id)
    assert len(asides) == 3 and asides[0].like and asides[0].like.id == quote(session, third, "Nobody told")
    session.editions.leave(third.id, asides[0].ruled.id)
    assert session.editions.asides(third.id) == asides[1:]


def test_an_article_that_was_kept_apart_is_never_asked_about_again(session: Session) -> None:
    session.editions.keep_apart(NEWER.id, FERRY.id)
    assert session.editions.likely(NEWER.id) is None and session.editions.likely(FERRY.id) is None
    assert [one.ruling.same for one, _, _ in session.editions.decided()] == [False]
    assert session.editions.keep_apart(NEWER.id, FERRY.id).kind is ChangeKind.NOTHING
    assert len(session.articles()) == 3
    session.undo()
    assert session.editions.likely(NEWER.id)


def test_an_older_edition_loaded_again_stays_off_the_desk(session: Session) -> None:
    session.editions.take_over(NEWER.id, FERRY.id)
    change = session.keep(Read(FERRY, invented.detection(FERRY, WORDS)))
    assert change.kind is ChangeKind.NOTHING and "was replaced by" in change.label
    session.remove([NEWER.id])
    assert session.keep(Read(FERRY, invented.detection(FERRY, WORDS))).kind is ChangeKind.ARTICLES


def test_an_edition_on_which_nobody_ruled_is_taken_over_with_nothing(tmp_path: Path) -> None:
    session = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    keep(session, FERRY)
    keep(session, NEWER)
    assert session.editions.take_over(NEWER.id, FERRY.id).label.startswith("new edition: 0 rulings taken over, 0 to")
    assert [article.id for article in session.articles()] == [NEWER.id]
    assert session.editions.asides(NEWER.id) == ()
    session.undo()
    assert len(session.articles()) == 2


def test_a_quote_ruled_otherwise_in_the_newer_edition_keeps_that_ruling(session: Session) -> None:
    session.reject(quote(session, NEWER, "The ferry"))
    session.set_speaker(quote(session, NEWER, "We shall"), "Director Brandt")
    session.editions.take_over(NEWER.id, FERRY.id)
    assert session.quote(quote(session, NEWER, "The ferry")).verdict is Verdict.NOT_A_QUOTE
    assert Unlike.RULED in [one.why for one in session.editions.asides(NEWER.id)]
    assert len(session.history(quote(session, NEWER, "We shall"))) == 1


def test_the_outlet_and_the_marks_explained_go_with_the_rulings(tmp_path: Path) -> None:
    session = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    newer = invented.article("ferry-2.txt", NEWER_WORDS, url=ADDRESS, outlet=None)
    UTTERANCES[newer.id] = NEWER_WORDS
    keep(session, FERRY)
    keep(session, newer)
    banner = invented.span(FERRY, invented.WITHDRAWN)
    session.closing.settle(FERRY.id, banner, "a banner")
    session.editions.take_over(newer.id, FERRY.id)
    ruling = session._keeper.article(newer.id).ruling
    assert ruling.outlet == "Coast Mail"
    assert ruling.settled == (Settled(invented.span(newer, invented.WITHDRAWN), "a banner"),)
    assert isinstance(ruling.settled[0].place, Span)


def test_editions_kept_apart_are_one_outlet_and_two_articles_superseded_ones_none(session: Session) -> None:
    ferry = quote(session, FERRY, "The ferry")
    assert [match.there.outlet for match in session.crosscheck.partners(ferry)] == ["Coast Mail"]
    session.editions.keep_apart(NEWER.id, FERRY.id)
    assert len(session.crosscheck.partners(ferry)) == 1
    session.undo()
    session.editions.take_over(NEWER.id, FERRY.id)
    assert session.crosscheck.partners(quote(session, NEWER, "The ferry")) == ()


@pytest.mark.parametrize(
    "verb",
    [
        lambda editions: editions.take_over(NEWER.id, FERRY.id),
        lambda editions: editions.keep_apart(NEWER.id, FERRY.id),
    ],
)
def test_an_article_that_was_removed_meanwhile_is_told(session: Session, verb: Callable[[Editions], object]) -> None:
    with open_store(session.store_path) as other:
        Session(other, "Cleo Ma", invented.Clock()).remove([FERRY.id])
    with pytest.raises(NotPossible, match="no longer there"):
        verb(session.editions)
    assert session.editions.decided() == ()


def test_a_locked_store_keeps_nothing_of_it(tmp_path: Path, session: Session) -> None:
    before = store_of(session).seal(), session.outline()
    store_of(session)._connection.rows("PRAGMA busy_timeout = 1")
    with open_store(session.store_path) as other, other._connection.transaction():
        other._connection.rows("UPDATE places SET editor = editor")
        with pytest.raises(StoreFault, match="used by another program"):
            session.editions.take_over(NEWER.id, FERRY.id)
    assert (store_of(session).seal(), session.outline()) == before
    assert session.editions.decided() == ()
    session.editions.take_over(NEWER.id, FERRY.id)
    assert list(check(session.store_path)) == []


def test_rulings_made_side_by_side_are_not_chosen_between(session: Session) -> None:
    ferry = quote(session, FERRY, "The ferry")
    standing = session.quote(ferry)
    assert standing.decision and standing.decision.follows
    with store_of(session).act("rulings on quotes", "dispute", "Cleo Ma", invented.now()) as act:
        disputed = ruled(standing.ruling, Verdict.DISPUTED)
        store_of(session).decisions.add(act, Ruled(ferry, disputed, standing.decision.follows))
    fresh = Session(store_of(session), "Ben Ode", invented.Clock())
    assert fresh.conflicts.of(ferry)
    assert Unlike.DISPUTED in [one.why for one in fresh.editions.compare(NEWER.id, FERRY.id).asked]


def test_the_history_of_either_article_tells_of_its_editions(session: Session) -> None:
    session.editions.take_over(NEWER.id, FERRY.id)
    session.undo()
    newer, older = (
        [(one.label, one.changed(), one.place) for one in session.timeline.of_article(article) if one.place]
        for article in (NEWER.id, FERRY.id)
    )
    taken = "new edition: 2 rulings taken over, 3 to be asked about"
    assert (taken, (f"edition: – → newer edition of “{FERRY.headline}”", "taken over: – → 2"), Place.BEFORE) in [
        (label, tuple(one for one in changes if not one.startswith("set aside")), place)
        for label, changes, place in newer
    ]
    assert [label for label, _, place in older if place is Place.STANDS] == [f"Undo {taken}", f"Undo {taken}"]


def shape(session: Session, article: Article, words: str, *passages: str, absorb: tuple[str, ...] = ()) -> None:
    """Make a quote of Tilda Brandt's one of other words, those of others among them."""
    of = quote(session, article, words)
    spans = tuple(invented.span(article, each) for each in passages)
    taken = tuple(quote(session, article, each) for each in absorb)
    found = invented.with_marked(article, spans)
    source = session.quote(of).proposal.source
    said = tuple(replace(one, speaker=invented.speaker("Tilda Brandt"), source=source) for one in found.quotes)
    draft = replace(session.spans.draft(of), passages=spans, absorbed=taken)
    session.spans.keep(of, draft, replace(found, quotes=said))


def test_words_that_an_editor_shaped_are_so_in_the_newer_edition(session: Session) -> None:
    shorter = "sails again on Monday morning, whatever the wind may say."
    shape(session, FERRY, "The ferry", shorter)
    session.editions.take_over(NEWER.id, FERRY.id)
    carried = next(one for one in session.quotes(NEWER.id) if one.ruling.passages[0].words == shorter)
    assert carried.verdict is Verdict.CORRECTED
    assert carried.ruling.passages[0].span == invented.span(NEWER, shorter)
    assert list(check(session.store_path)) == []
    session.undo()
    assert [one.ruling.passages[0].words for one in session.quotes(NEWER.id)] == [words for _, words in NEWER_WORDS]


def test_words_of_another_quote_are_not_taken_into_one_without_asking(tmp_path: Path) -> None:
    session = Session(open_store(tmp_path / "quotes.qrev"), "Ana Ruz", invented.Clock())
    older = invented.article("one.txt", (WORDS[0], WORDS[2]), url=ADDRESS)
    newer = invented.article("two.txt", (WORDS[0], WORDS[2], NEW), url=ADDRESS)
    for article, words in ((older, (WORDS[0], WORDS[2])), (newer, (WORDS[0], WORDS[2], NEW))):
        session.keep(Read(article, invented.detection(article, words)))
    shape(session, older, "The ferry", WORDS[0][1], WORDS[2][1], absorb=("We shall",))
    session.confirm(quote(session, older, "The ferry"))
    session.editions.take_over(newer.id, older.id)
    assert [one.why for one in session.editions.asides(newer.id)] == [Unlike.NO_QUOTE]
    assert not any(one.decided for one in session.quotes(newer.id))


def test_two_editors_who_take_over_side_by_side_do_not_disagree(session: Session, tmp_path: Path) -> None:
    session._store.close()
    paths = [Path(shutil.copy(session.store_path, tmp_path / f"{name}.qrev")) for name in ("ana", "ben")]
    for path, editor in zip(paths, ("Ana Ruz", "Ben Ode"), strict=True):
        with open_store(path) as store:
            Session(store, editor).editions.take_over(NEWER.id, FERRY.id)
    with open_store(paths[0]) as store:
        store.merge(paths[1])
        merged = Session(store, "Ana Ruz")
        assert merged.conflicts.all() == ()
        assert len(merged.editions.decided()) == 1 and len(merged.editions.asides(NEWER.id)) == 3
        assert list(check(paths[0])) == []


def test_a_blind_reader_is_told_of_no_edition_and_decides_nothing_of_them(session: Session) -> None:
    session.editions.take_over(NEWER.id, FERRY.id)
    with app.session_at(session.store_path, "Cleo Ma") as seeing:
        seeing.blind.begin()
    with app.session_at(session.store_path, "Cleo Ma") as blind:
        assert blind.editions.likely(NEWER.id) is None
        assert blind.editions.asides(NEWER.id) == ()
        for verb in (blind.editions.take_over, blind.editions.keep_apart):
            with pytest.raises(NotPossible, match="blind"):
                verb(NEWER.id, FERRY.id)
