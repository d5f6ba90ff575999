"""A block that was greyed out is made body, another is greyed out: a decision, its quotes found, undone in one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview import app, detection, reading
from quotereview.errors import NotPossible, Unreadable
from quotereview.model import Article, Detection, Span, Stretch, Verdict, Zone
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.store import invented

PAGE = (
    "<html><head><meta charset='utf-8'></head><body><nav><ul><li>Home</li></ul></nav><article><h1>Viaduct to stand</h1>"
    "<p>“The viaduct will stand for another hundred years,” said Mayor Inés Faro on Tuesday, by the arches.</p>"
    "<p>The county paid 3.2 million for the repair, which began in April and was done by August of the same year.</p>"
    "</article><aside class='related'><h2>Read more</h2>"
    "<p>“We will sue the county,” kiosk owner Otto Rand told reporters on Wednesday evening.</p>"
    "<p>Council meets on Thursday</p></aside></body></html>"
)
BODY, SUED = "“The viaduct", "“We will sue"


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "viaduct.html"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = reading.read(path)
    assert not isinstance(found, Unreadable)
    return found


@pytest.fixture
def session(tmp_path: Path, article: Article, detector: detection.Detector) -> Iterator[Session]:
    with open_store(tmp_path / "day.qrev") as store:
        made = Session(store, "Ana Ruz")
        made.keep(Read(article, detector.detect(article.text, zones=article.zones)))
        yield made


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start)


def turn(session: Session, article: Article, words: str, detector: detection.Detector) -> Change:
    turned = session.zoning.turned(article.id, place(article, words))
    marking = session.again.marking(article.id)
    changed = turned.article
    found: Detection = detector.detect(changed.text, marking.added, marking.replaced, changed.outlet, changed.zones)
    return session.zoning.keep(turned, found)


def asked(session: Session) -> list[str]:
    """The quotes about which an editor is asked, by their first words."""
    items = session.queue().items
    return sorted(session.quote(item.quote).ruling.passages[0].words[:11] for item in items)


def zone_of(session: Session, article: Article, words: str) -> Zone:
    at = article.text.index(words)
    return next(one.zone for one in session.detection(article.id).zones if one.span.start <= at < one.span.end)


def test_grey_blocks_are_listed_and_nobody_is_asked_about_their_quotes(session: Session, article: Article) -> None:
    greyed = [span.of(article.text).strip() for span in session.zoning.greyed(article.id)]
    assert "Home" in greyed and "Council meets on Thursday" in greyed and any(one.startswith(SUED) for one in greyed)
    assert asked(session) == ["The viaduct"]


def test_a_grey_block_is_made_body_and_one_undo_greys_it_again(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    before = session.detection(article.id).zones
    change = turn(session, article, SUED, detector)
    assert change.kind is ChangeKind.DETECTED and change.label.startswith("body: ““We will sue the county")
    assert zone_of(session, article, SUED) is Zone.BODY
    assert asked(session) == ["The viaduct", "We will sue"]
    assert session.article(article.id).text == article.text
    assert zone_of(session, article, "Council meets") is Zone.TEASER  # the rest of the block stays grey
    assert (session.undo_label or "").startswith("Undo body: ")
    session.undo()
    assert session.detection(article.id).zones == before
    assert asked(session) == ["The viaduct"]
    session.redo()
    assert asked(session) == ["The viaduct", "We will sue"]
    assert list(check(session.store_path)) == []


def test_what_looks_like_a_link_to_another_story_is_body_where_an_editor_says_so(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    turn(session, article, "Read more", detector)
    assert zone_of(session, article, "Read more") is Zone.BODY


def test_a_block_that_is_no_body_is_greyed_out_and_what_was_ruled_stays(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    turn(session, article, BODY, detector)
    assert zone_of(session, article, BODY) is Zone.TEASER
    assert asked(session) == []
    session.undo()
    session.confirm(session.queue().items[0].quote)
    turn(session, article, BODY, detector)
    assert asked(session) == ["The viaduct"]
    assert session.quote(session.queue().items[0].quote).verdict is Verdict.CONFIRMED


def test_what_was_said_last_of_a_block_stands_also_when_it_is_detected_again(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    for _ in range(3):
        turn(session, article, SUED, detector)
    assert zone_of(session, article, SUED) is Zone.BODY
    turn(session, article, SUED, detector)
    now = session.article(article.id)
    session.again.keep(article.id, detector.detect(now.text, zones=now.zones))
    assert zone_of(session, article, SUED) is Zone.TEASER


def said_of(session: Session, article: Article, *zones: Zone) -> None:
    """Say of the block with SUED first one thing and then another, without looking for quotes, as a merge brings it."""
    store, start = session._store, article.text.index(SUED)
    standing = store.articles.standing(article.id)
    assert standing
    ruling = replace(standing.ruling, zones=tuple(Stretch(Span(start, start + 9), zone) for zone in zones))
    with store.act(ChangeKind.DETAILS, "blocks", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, article.id, ruling, standing.decision)


def test_only_where_a_block_was_made_body_quotes_are_to_be_looked_for(session: Session, article: Article) -> None:
    for zones, unread in (((Zone.TEASER,), ()), ((Zone.BODY, Zone.TEASER), ()), ((Zone.BODY,), (article.id,))):
        said_of(session, article, *zones)
        assert session.again.unread() == unread


def test_what_was_looked_for_by_itself_is_taken_back_with_the_block(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    said_of(session, article, Zone.BODY)
    known = session.article(article.id)
    found = session.again.keep(article.id, detector.detect(known.text, zones=known.zones), by_itself=True)
    assert found.label == "look into the blocks of “Viaduct to stand”"
    again = Session(session._store, "Ana Ruz")
    assert again.undo_label == "Undo blocks"
    for deed, zone in ((again.undo, Zone.TEASER), (again.redo, Zone.BODY), (again.undo, Zone.TEASER)):
        deed()
        assert (zone_of(again, article, SUED), again.again.unread()) == (zone, ())
    assert list(check(session.store_path)) == []


def test_several_paragraphs_are_turned_together(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    whole = Span(article.text.index("Read more"), article.text.index("Council meets") + 3)
    turned = session.zoning.turned(article.id, whole)
    session.zoning.keep(turned, detector.detect(article.text, zones=turned.article.zones))
    assert {zone_of(session, article, words) for words in ("Read more", SUED, "Council")} == {Zone.BODY}


def test_it_is_told_in_the_history_of_the_article(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    turn(session, article, SUED, detector)
    told = [entry for entry in session.timeline.of_article(article.id) if entry.label.startswith("body: ")]
    assert told and any("zone at" in change.field for entry in told for change in entry.changes)


def test_it_goes_along_when_stores_are_merged(
    session: Session, article: Article, detector: detection.Detector, tmp_path: Path
) -> None:
    turn(session, article, SUED, detector)
    with open_store(tmp_path / "other.qrev") as other:
        other.merge(session.store_path)
        merged = Session(other, "Ben Ode")
        assert merged.article(article.id).zones == session.article(article.id).zones
        assert asked(merged) == ["The viaduct", "We will sue"]
    assert list(check(tmp_path / "other.qrev")) == []


def test_what_was_said_of_a_block_stands_whichever_detection_is_newer_when_stores_are_merged(
    session: Session, article: Article, detector: detection.Detector, tmp_path: Path
) -> None:
    """Somebody who did not know of it detected the article again; both zones and quotes are as they were ruled."""
    turn(session, article, BODY, detector)
    turn(session, article, SUED, detector)
    with open_store(tmp_path / "other.qrev") as other:
        ben = Session(other, "Ben Ode")
        ben.keep(Read(article, detector.detect(article.text, zones=article.zones)))
        ben.again.keep(article.id, detector.detect(article.text, outlet="Sund Post", zones=article.zones[1:]))
    session._store.merge(tmp_path / "other.qrev")
    session.look_again()
    newest = session._store.detections.newest(article.id)
    at = article.text.index(SUED)
    assert newest and any(one.zone is Zone.TEASER and one.span.start == at for one in newest.reading.zones)
    assert (zone_of(session, article, BODY), zone_of(session, article, SUED)) == (Zone.TEASER, Zone.BODY)
    assert asked(session) == ["We will sue"]
    current = session._store._connection.rows("SELECT words, zone FROM quotes_current ORDER BY start")
    assert [tuple(row) for row in current][:2] == [
        ("The viaduct will stand for another hundred years,", "teaser"),
        ("We will sue the county,", "body"),
    ]
    assert list(check(session.store_path)) == []
    assert session.again.why_due(article.id) == "blocks were ruled on since"
    assert session.again.unread() == (article.id,)
    now = session.article(article.id)
    session.again.keep(article.id, detector.detect(now.text, zones=now.zones))
    assert (session.again.why_due(article.id), session.again.unread()) == ("", ())
    with session._store.as_of(session._store.articles.of(article.id)[0].id) as past:
        assert [quote.asked for quote in past.standing.quotes(article.id)] == [True, False]


def test_after_somebody_else_detected_the_article_again_it_is_turned_back_and_not_undone(
    session: Session, article: Article, detector: detection.Detector
) -> None:
    turn(session, article, SUED, detector)
    with open_store(session.store_path) as other:
        ben, zones = Session(other, "Ben Ode"), session.article(article.id).zones
        ben.again.keep(article.id, detector.detect(article.text, outlet="Sund Post", zones=zones[:-1]))
    session.look_again()
    with pytest.raises(NotPossible, match="again since: rule on what is wrong, and turn blocks with Shift"):
        session.undo()
    turn(session, article, SUED, detector)
    assert asked(session) == ["The viaduct"]
    assert list(check(session.store_path)) == []


def test_two_editors_who_say_different_things_of_it_are_in_conflict(
    session: Session, article: Article, detector: detection.Detector, tmp_path: Path
) -> None:
    with open_store(tmp_path / "other.qrev") as other:
        other.merge(session.store_path)
        turn(Session(other, "Ben Ode"), article, "Council meets", detector)
    turn(session, article, SUED, detector)
    session._store.merge(tmp_path / "other.qrev")
    session.look_again()
    assert len(session.conflicts.of_articles()) == 1


def test_not_in_a_blind_read(session: Session, article: Article) -> None:
    session.confirm(session.queue().items[0].quote)
    with app.session_at(session.store_path, "Ben Ode") as ben:
        ben.blind.begin()
    with app.session_at(session.store_path, "Ben Ode") as ben, pytest.raises(NotPossible, match="blind"):
        ben.zoning.turned(article.id, place(article, SUED))
