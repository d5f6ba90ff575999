"""What an editor ruled of an article as a whole goes along to a newer edition of it, or is told not to, and undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotereview.model import Article, Conflict, Label, Settled, SourceKind, Span, Stretch, Zone
from quotereview.review.change import Change
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.review.test_editions import FERRY, NEWER, OTHER, UTTERANCES, WORDS, keep, quote
from tests.store import invented

KIOSK, TAXI, BANNER = "“The kiosk", "“My taxi", "A banner read"
TAKEN = "new edition: 0 rulings taken over, 0 to be asked about"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Ana Ruz at both editions and another article."""
    with open_store(tmp_path / "quotes.qrev") as store:
        made = Session(store, "Ana Ruz", invented.Clock())
        for article in (FERRY, OTHER, NEWER):
            keep(made, article)
        yield made
        assert list(check(store.path)) == []


def turn(session: Session, article: Article, words: str) -> Change:
    """Grey out the paragraph with these words, or make it body."""
    at = article.text.index(words)
    turned = session.zoning.turned(article.id, Span(at, at + 1))
    return session.zoning.keep(turned, invented.detection(article, UTTERANCES[article.id]))


def zone_of(session: Session, article: Article, words: str) -> Zone:
    at = article.text.index(words)
    return next(one.zone for one in session.detection(article.id).zones if one.span.start <= at < one.span.end)


def ruling(session: Session, article: Article) -> tuple[str | None, str, SourceKind | None, tuple[Stretch, ...]]:
    standing = session._store.articles.standing(article.id)
    assert standing
    return standing.ruling.told_with, standing.ruling.story, standing.ruling.document, standing.ruling.zones


def test_blocks_go_along_and_nobody_is_asked_about_quotes_in_them(session: Session) -> None:
    turn(session, FERRY, "“We shall")
    turn(session, FERRY, BANNER)
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label == f"{TAKEN}; taken over, too: 2 blocks"
    assert {zone_of(session, NEWER, words) for words in ("“We shall", BANNER)} == {Zone.TEASER}
    assert not session.quote(quote(session, NEWER, "We shall")).asked
    assert quote(session, NEWER, "We shall") not in session.queue().items
    assert zone_of(session, NEWER, TAXI) is Zone.BODY


def test_a_block_whose_words_were_changed_does_not_and_that_is_told(session: Session) -> None:
    turn(session, FERRY, KIOSK)
    turn(session, FERRY, "“Nobody told")
    session.set_note(quote(session, FERRY, "The ferry"), "heard")
    compared = session.editions.compare(NEWER.id, FERRY.id)
    assert compared.whole.left == (
        "2 blocks, not there with the same words: “" + FERRY.text.split("\n\n")[2][:39] + "…”",
    )
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label.startswith(
        "new edition: 1 ruling taken over, 0 to be asked about; not taken over: 2 blocks, not"
    )
    assert not session._store.articles.standing(NEWER.id).ruling.zones  # type: ignore[union-attr]


def test_what_was_ruled_of_the_newer_edition_stands(session: Session) -> None:
    for _ in range(2):
        turn(session, NEWER, BANNER)
    turn(session, FERRY, BANNER)
    session.documents.mark(FERRY.id, SourceKind.BRIEFING)
    session.documents.mark(NEWER.id, SourceKind.STATEMENT)
    session.stories.rename(FERRY.id, "The ferries")
    session.stories.part(NEWER.id)
    session.stories.rename(NEWER.id, "The strike")
    change = session.editions.take_over(NEWER.id, FERRY.id)
    for told in ("1 block, ruled otherwise there", "the kind of text, ruled otherwise", "the name of its story, ruled"):
        assert told in change.label
    assert zone_of(session, NEWER, BANNER) is Zone.BODY
    assert ruling(session, NEWER)[:3] == (NEWER.id, "The strike", SourceKind.STATEMENT)


def test_story_and_kind_of_text_go_along_and_one_undo_takes_all_back(session: Session) -> None:
    session.stories.join(FERRY.id, OTHER.id)
    session.stories.rename(OTHER.id, "The moon")
    session.documents.mark(FERRY.id, SourceKind.BRIEFING)
    turn(session, FERRY, BANNER)
    before = ruling(session, FERRY)
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label == f"{TAKEN}; taken over, too: 1 block, its story, the name of its story, the kind of text"
    assert ruling(session, NEWER)[:3] == (OTHER.id, "The moon", SourceKind.BRIEFING)
    assert set(session.stories.of(NEWER.id).articles) == {OTHER.id, NEWER.id}
    assert session.stories.of(NEWER.id).name == "The moon"
    session.undo()
    assert ruling(session, NEWER) == (None, "", None, ())
    assert ruling(session, FERRY) == before
    assert set(session.stories.of(FERRY.id).articles) >= {OTHER.id, FERRY.id}
    session.redo()
    assert ruling(session, NEWER)[:3] == (OTHER.id, "The moon", SourceKind.BRIEFING)
    assert zone_of(session, NEWER, BANNER) is Zone.TEASER


def test_a_story_of_its_own_stays_one_and_keeps_its_name(session: Session) -> None:
    session.stories.part(FERRY.id)
    session.stories.rename(FERRY.id, "The ferries")
    session.editions.take_over(NEWER.id, FERRY.id)
    assert ruling(session, NEWER)[:2] == (NEWER.id, "The ferries")
    assert session.stories.of(NEWER.id).name == "The ferries"


@pytest.mark.parametrize("joined", [(FERRY, NEWER), (NEWER, FERRY)])
def test_two_editions_that_were_one_story_are_one_article_in_it(
    session: Session, joined: tuple[Article, Article]
) -> None:
    session.stories.join(joined[0].id, joined[1].id)
    session.editions.take_over(NEWER.id, FERRY.id)
    assert ruling(session, NEWER)[0] in (None, FERRY.id)
    assert session.stories.of(NEWER.id).placed == frozenset()


def test_what_was_joined_to_the_older_edition_tells_its_story_with_the_newer(session: Session) -> None:
    session.stories.join(OTHER.id, FERRY.id)
    session.editions.take_over(NEWER.id, FERRY.id)
    assert set(session.stories.of(OTHER.id).articles) == {NEWER.id, OTHER.id}
    session.undo()
    assert FERRY.id in session.stories.of(OTHER.id).articles


def test_explained_marks_that_are_not_there_are_told(session: Session) -> None:
    lost, there = (Settled(invented.span(FERRY, words), "a slogan") for words in ("umbrellas", invented.WITHDRAWN))
    standing = session._store.articles.standing(FERRY.id)
    assert standing
    explained = replace(standing.ruling, settled=(lost, there))
    with session._store.act("marks", "a slogan", "Ana Ruz", invented.now()) as act:
        session._store.articles.rule(act, FERRY.id, explained, standing.decision)
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label == f"{TAKEN}; not taken over: 1 explained mark, with other words around it"
    found = session._store.articles.standing(NEWER.id)
    assert found and [one.place.of(NEWER.text) for one in found.ruling.settled] == [invented.WITHDRAWN]


@pytest.mark.parametrize(
    ("told", "expected"), [("Coast Mail", "The Mail"), ("Mail Online", "Mail Online"), (None, "The Mail")]
)
def test_an_outlet_that_was_corrected_is_where_the_newer_file_says_the_same(
    tmp_path: Path, told: str | None, expected: str
) -> None:
    with open_store(tmp_path / "other.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        newer = invented.article("later.txt", UTTERANCES[NEWER.id], outlet=told, published=date(2026, 3, 3))
        keep(session, FERRY)
        session.keep(Read(newer, invented.detection(newer, UTTERANCES[NEWER.id])))
        session.describe([FERRY.id], outlet="The Mail")
        session.editions.take_over(newer.id, FERRY.id)
        assert session.article(newer.id).outlet == expected
        assert session.article(newer.id).published == date(2026, 3, 3)


def test_articles_that_were_kept_apart_are_not_asked_about_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "other.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        apart = invented.article("twin.txt", WORDS)
        for article in (FERRY, apart):
            session.keep(Read(article, invented.detection(article, WORDS)))
        session.editions.keep_apart(apart.id, FERRY.id)
        keep(session, NEWER)
        session.editions.take_over(NEWER.id, FERRY.id)
        assert session.editions.likely(NEWER.id) is None and session.editions.likely(apart.id) is None


# What was ruled on matches


@pytest.fixture
def matched(tmp_path: Path) -> Iterator[tuple[Session, Article]]:
    """Another outlet printed two of the quotes, one under another name; what they are was ruled."""
    with open_store(tmp_path / "quotes.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        said = (("Una Holt", WORDS[0][1]), WORDS[1], WORDS[2])
        other = invented.article("times.txt", said, outlet="Fjord Times")
        keep(session, FERRY)
        session.keep(Read(other, invented.detection(other, said)))
        keep(session, NEWER)
        yield session, other
        assert list(check(store.path)) == []


def on(session: Session, article: Article, words: str, other: Article) -> tuple[Label | None, list[str]]:
    """What is ruled of the quotes of two articles that begin so."""
    pair = quote(session, article, words), quote(session, other, words)
    found = session._keeper.ruled_matches.of(pair[0]).get(pair[1])
    return (found.label, [one.field for one in found.settled]) if found else (None, [])


def conflict(session: Session, one: str, other: str) -> Conflict:
    return next(one for one in session.match_rulings.between(one, other).conflicts if one.field == "speaker")


def test_what_was_ruled_on_matches_goes_along_to_the_same_quotes(matched: tuple[Session, Article]) -> None:
    session, other = matched
    here, there = quote(session, FERRY, "The ferry"), quote(session, other, "The ferry")
    session.match_rulings.rule(there, here, Label.REPEAT, "said twice")
    session.match_rulings.settle(here, there, conflict(session, here, there), "two names of one")
    session.switch_editor("Ben Ode")
    session.editions.take_over(NEWER.id, FERRY.id)
    assert on(session, NEWER, "The ferry", other) == (Label.REPEAT, ["speaker"])
    match = session.match_rulings.between(quote(session, NEWER, "The ferry"), there)
    assert match.ruling and (match.ruling.by, match.ruling.reason) == ("Ana Ruz", "said twice")
    settled = next(one.settled for one in match.conflicts if one.field == "speaker")
    assert settled and (settled.here, settled.there, settled.editor) == ("Tilda Brandt", "Una Holt", "Ana Ruz")
    session.undo()
    assert on(session, NEWER, "The ferry", other) == (None, [])
    assert on(session, FERRY, "The ferry", other) == (Label.REPEAT, ["speaker"])


def test_rulings_on_matches_of_changed_quotes_are_told_and_go_along_once_an_editor_says_so(
    matched: tuple[Session, Article],
) -> None:
    session, other = matched
    here, there = quote(session, FERRY, "Nobody told"), quote(session, other, "Nobody told")
    session.confirm(here)
    session.match_rulings.rule(here, there, Label.DIFFERENT)
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label.endswith("1 to be asked about; not taken over: what was ruled on the matches of 1 quote")
    assert on(session, NEWER, "Nobody told", other) == (None, [])
    (aside,) = session.editions.asides(NEWER.id)
    assert aside.like
    session.editions.apply(NEWER.id, aside.ruled.id, aside.like.id)
    assert on(session, NEWER, "Nobody told", other) == (Label.DIFFERENT, [])
    session.undo()
    assert on(session, NEWER, "Nobody told", other) == (None, [])


def test_what_was_ruled_on_a_match_of_the_newer_edition_stands(matched: tuple[Session, Article]) -> None:
    session, other = matched
    there = quote(session, other, "We shall")
    session.match_rulings.rule(quote(session, FERRY, "We shall"), there, Label.SAME)
    session.match_rulings.rule(quote(session, NEWER, "We shall"), there, Label.DIFFERENT)
    session.match_rulings.rule(quote(session, FERRY, "The ferry"), quote(session, NEWER, "The ferry"), Label.DIFFERENT)
    session.editions.take_over(NEWER.id, FERRY.id)
    assert on(session, NEWER, "We shall", other) == (Label.DIFFERENT, [])


# Quotes that an editor added


def add(session: Session, article: Article, words: str = invented.WITHDRAWN) -> str:
    """Add words by hand that no detector finds."""
    found = invented.with_added(article, words, UTTERANCES[article.id])
    return session.spans.add(article.id, invented.span(article, words), found).quotes[0]


@pytest.mark.parametrize("ruled", [False, True])
def test_a_quote_that_an_editor_added_is_added_to_the_newer_edition(tmp_path: Path, ruled: bool) -> None:
    said = (*WORDS[:3], ("Una Holt", "Every word of it was read aloud by the whole crew on the pier."))
    older, newer = (
        invented.article(name, (*said, *more), url="https://coast.example/crew")
        for name, more in (
            ("crew.txt", ()),
            ("crew-2.txt", (("Jan Berg", "My taxi was never so full as in that week."),)),
        )
    )
    missed = said[3][1]
    with open_store(tmp_path / "crew.qrev") as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        for article in (older, newer):
            session.keep(Read(article, invented.detection(article, said[:3])))
        found = invented.with_added(older, missed, said[:3])
        by_hand = session.spans.add(older.id, invented.span(older, missed), found).quotes[0]
        if ruled:
            session.set_speaker(by_hand, "Una Holt")
            session.set_note(by_hand, "heard")
        change = session.editions.take_over(newer.id, older.id)
        assert change.label == "new edition: 1 ruling taken over, 0 to be asked about"
        (there,) = [one for one in session.quotes(newer.id) if one.added_by_hand]
        assert there.ruling.passages[0].words == missed == there.ruling.passages[0].span.of(newer.text)
        assert there.asked and there.decision and there.ruling.note == ("heard" if ruled else "")
        assert there.ruling.speaker and there.ruling.speaker.name == ("Una Holt" if ruled else "Oskar Vint")
        assert session.editions.asides(newer.id) == ()
        session.undo()
        assert [one for one in session.quotes(newer.id) if one.added_by_hand] == []
        session.redo()
        assert session.quote(there.id).ruling == there.ruling
        session.undo()
        session.editions.take_over(newer.id, older.id)
        assert session.quote(there.id).ruling == there.ruling
        assert list(check(store.path)) == []


def test_one_around_which_other_words_stand_waits(session: Session) -> None:
    add(session, FERRY)
    change = session.editions.take_over(NEWER.id, FERRY.id)
    assert change.label == "new edition: 0 rulings taken over, 1 to be asked about"
    (aside,) = session.editions.asides(NEWER.id)
    assert aside.ruled.ruling.passages[0].words == invented.WITHDRAWN and "was changed" in aside.why
