"""Stories of a store: as they are proposed, and as editors correct them."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from quotereview import paths
from quotereview.errors import NotPossible
from quotereview.model import Article, Detection, article_id
from quotereview.reading import find_files, read
from quotereview.review.change import ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.queue import Order
from quotereview.review.session import Session
from quotereview.store import Store, check, open_store
from tests.described import described
from tests.review.conftest import FERRY, HARBOUR
from tests.store import invented

DAY = date(2026, 9, 12)
AGROUND = "The ferry Brinja ran aground off Lofthavn on Sunday; the coastguard took 212 passengers off its broken hull."
HULL = (
    "Divers of the coastguard found the hull of the Brinja broken near Lofthavn, where passengers had been taken off."
)
BUDGET = "Parliament postponed the vote on the customs budget, since the opposition wants an inquiry into the searches."


def article(name: str, text: str, published: date | None = DAY) -> Article:
    original = text.encode()
    said = described(outlet="Coast Mail", published=published, headline=name.title())
    return Article(article_id(name, original), name, original, text, "utf-8", said)


SHIP, DIVERS, VOTE = article("ship", AGROUND), article("divers", HULL), article("vote", BUDGET)


@pytest.fixture
def desk(store: Store) -> Session:
    """At a store of three articles, two of which tell of one event."""
    session = Session(store, "Ana Ruz", invented.Clock())
    load(session, SHIP, DIVERS, VOTE)
    return session


def load(session: Session, *articles: Article) -> None:
    for one in articles:
        session.keep(Read(one, Detection((), (), (), "rules 1", "none")))


def told(session: Session) -> list[tuple[str, ...]]:
    """The names of the articles of each story."""
    names = {one.id: one.name for one in session.articles()}
    return [tuple(names[article] for article in story.articles) for story in session.stories.all()]


def test_articles_that_begin_alike_are_one_story_and_the_reason_says_so(desk: Session) -> None:
    assert told(desk) == [("ship", "divers"), ("vote",)]
    why = desk.stories.why(SHIP.id, DIVERS.id)
    assert why.startswith("Both begin with Brinja, ")
    assert why.endswith("they appeared on one day.")
    assert desk.stories.why(SHIP.id, VOTE.id).startswith("Their openings have no telling word in common")


def test_a_story_is_called_by_its_first_article_and_told_day_by_day(desk: Session) -> None:
    before, undated = article("before", AGROUND, date(2026, 9, 11)), article("undated", AGROUND, None)
    load(desk, undated, before)
    story = desk.stories.of(SHIP.id)
    assert story.name == "Before"
    assert story.timeline.days == ((date(2026, 9, 11), (before.id,)), (DAY, (SHIP.id, DIVERS.id)))
    assert (story.timeline.undated, story.timeline.first_seen) == ((undated.id,), date(2026, 9, 11))
    assert desk.stories.timeline([VOTE.id, undated.id]).articles == (VOTE.id, undated.id)


def test_dates_and_removals_are_followed(desk: Session) -> None:
    before = desk.stories.all()
    desk.describe([VOTE.id], outlet="Sund Post")
    assert desk.stories.all() is before
    desk.describe([DIVERS.id], published=date(2026, 9, 30))
    assert told(desk) == [("ship",), ("vote",), ("divers",)]
    desk.remove([SHIP.id])
    assert told(desk) == [("vote",), ("divers",)]
    with pytest.raises(NotPossible, match="was removed"):
        desk.stories.of(SHIP.id)


def test_an_editor_joins_parts_and_releases_with_one_undo_each(desk: Session) -> None:
    change = desk.stories.join(VOTE.id, SHIP.id)
    assert (change.kind, change.label) == (ChangeKind.STORIES, "one story with “Ship”: “Vote”")
    assert told(desk) == [("ship", "divers", "vote")]
    assert desk.stories.of(SHIP.id).placed == {VOTE.id}
    assert "Vote" in desk.stories.why(VOTE.id, SHIP.id)
    assert desk.stories.part(DIVERS.id).label == "a story of its own: “Divers”"
    assert told(desk) == [("ship", "vote"), ("divers",)]
    assert desk.undo().label == "Undo a story of its own: “Divers”"
    assert told(desk) == [("ship", "divers", "vote")]
    assert desk.stories.release(VOTE.id).label == "story as proposed: “Vote”"
    assert told(desk) == [("ship", "divers"), ("vote",)]
    assert desk.stories.release(VOTE.id).kind is ChangeKind.NOTHING
    desk.undo()
    desk.undo()
    assert told(desk) == [("ship", "divers"), ("vote",)]


def test_an_article_is_joined_to_another_one_that_is_there(desk: Session) -> None:
    with pytest.raises(NotPossible, match="choose another article"):
        desk.stories.join(SHIP.id, SHIP.id)
    desk.remove([VOTE.id])
    with pytest.raises(NotPossible, match="it was removed"):
        desk.stories.join(SHIP.id, VOTE.id)


def test_a_story_is_called_as_an_editor_says(desk: Session) -> None:
    assert desk.stories.rename(DIVERS.id, "  The loss of  the Brinja ").label == "story: “The loss of the Brinja”"
    assert desk.stories.of(SHIP.id).name == "The loss of the Brinja"
    desk.stories.part(SHIP.id)
    assert [story.name for story in desk.stories.all()] == [
        "Ship",
        "The loss of the Brinja",
        "Vote",
    ]
    desk.undo()
    assert desk.stories.rename(SHIP.id, "").label == "story: “Ship”"
    assert desk.stories.of(DIVERS.id).name == "Ship"


def test_a_story_keeps_its_name_when_the_article_leaves_it_that_bears_it(desk: Session) -> None:
    load(desk, article("rescue", AGROUND, date(2026, 9, 13)))
    desk.stories.rename(DIVERS.id, "The Brinja")
    for leave in (
        lambda: desk.stories.part(SHIP.id),
        lambda: desk.stories.join(SHIP.id, VOTE.id),
        lambda: desk.remove([SHIP.id]),
    ):
        leave()
        assert desk.stories.of(DIVERS.id).name == "The Brinja"
        assert desk.stories.of(VOTE.id).name != "The Brinja"
        desk.undo()
        assert told(desk) == [("ship", "divers", "rescue"), ("vote",)]
        assert desk.stories.of(SHIP.id).name == "The Brinja"
    desk.stories.part(DIVERS.id)
    assert (desk.stories.of(SHIP.id).name, desk.stories.of(DIVERS.id).name) == ("The Brinja", "Divers")
    desk.remove([SHIP.id, VOTE.id])
    assert [story.name for story in desk.stories.all()] == ["Divers", "The Brinja"]


def test_the_last_article_that_stays_in_a_story_keeps_its_name_for_those_that_come(desk: Session) -> None:
    desk.stories.rename(SHIP.id, "The Brinja")
    desk.stories.join(SHIP.id, VOTE.id)
    assert (desk.stories.of(DIVERS.id).name, desk.stories.of(VOTE.id).name) == ("The Brinja", "Ship")
    load(desk, article("rescue", AGROUND, date(2026, 9, 13)))
    assert "The Brinja" in {story.name for story in desk.stories.several()}


def test_what_was_corrected_is_told_in_the_history_of_the_article(desk: Session) -> None:
    desk.stories.join(VOTE.id, SHIP.id)
    desk.stories.rename(VOTE.id, "The week at sea")
    _, joined, *_ = desk.timeline.of_article(SHIP.id), *desk.timeline.of_article(VOTE.id)
    assert joined.changed() == ("told with: – → Ship",)
    [named, *_] = desk.timeline.of_article(SHIP.id)
    assert named.changed() == ("story: – → The week at sea",)


def test_rulings_side_by_side_are_a_conflict_and_survive_a_merge(desk: Session, tmp_path: Path) -> None:
    with open_store(tmp_path / "other.qrev") as other:
        theirs = Session(other, "Ben Ode", invented.Clock(2))
        other.merge(desk.store_path)
        theirs.stories.part(DIVERS.id)
        desk.stories.join(DIVERS.id, VOTE.id)
        other.merge(desk.store_path)
        [matter] = theirs.matters.all()
        assert matter.fields[0] == "told with"
        assert {side.values["told with"] for side in matter.sides} == {"Divers", "Vote"}
        [chosen] = [side for side in matter.sides if side.editor == "Ben Ode"]
        theirs.matters.settle(matter, chosen.decision, "another ship")
        assert theirs.matters.all() == ()
        assert told(theirs) == [("ship",), ("divers",), ("vote",)]
        assert list(check(other.path)) == []


def test_quotes_are_gone_through_story_by_story(session: Session) -> None:
    names = [item.article for item in session.queue(Order.STORY).items]
    session.stories.join(HARBOUR.id, FERRY.id)
    session.describe([HARBOUR.id], published=date(2026, 3, 1))
    joined = [item.article for item in session.queue(Order.STORY).items]
    assert (names[0], joined[0], joined[-1]) == (FERRY.id, HARBOUR.id, FERRY.id)


def test_stories_are_not_corrected_in_a_blind_read(session: Session, store: Store) -> None:
    for quote in session.quotes(FERRY.id):
        session.confirm(quote.id)
    second = Session(store, "Ben Ode", invented.Clock())
    second.blind.begin(FERRY.id)
    read = store.blind_reads.under_way("Ben Ode")
    assert read
    with closing(store.read_blind(read)) as veiled:
        blind = Session(veiled, "Ben Ode", invented.Clock())
        assert [story.articles for story in blind.stories.all()] == [(FERRY.id,)]
        with pytest.raises(NotPossible):
            blind.stories.part(FERRY.id)


def test_what_stood_earlier_is_told_in_the_stories_of_then(desk: Session, store: Store) -> None:
    [loaded] = desk.timeline.of_article(DIVERS.id)
    desk.stories.part(DIVERS.id)
    assert told(desk) == [("ship",), ("divers",), ("vote",)]
    with closing(store.as_of(loaded.id)) as earlier:
        assert told(Session(earlier, "Ana Ruz")) == [("ship", "divers")]


def test_the_stories_of_the_samples_are_found(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    found = [item for path in find_files([paths.resource("samples")]) if isinstance(path, Path) for item in read(path)]
    load(session, *(item for item in found if isinstance(item, Article)))
    power, ferry, bridge = (names for names in told(session) if len(names) > 1)
    assert power == ("pacific-wire-power", "gulf-courier-power", "northern-ledger-power", "gulf-courier-turbine")
    assert ferry == ("pacific-wire-ferry", "northern-ledger-ferry", "gulf-courier-ferry")
    assert len(bridge) == 5 and all(name.endswith("-bridge") for name in bridge)
