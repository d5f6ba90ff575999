"""The focus moves as an editor expects, and every verb is kept before it moves."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.errors import NotPossible, SpeakerMissing
from quotereview.model import Quote, SourceKind, Verdict, quote_id
from quotereview.review.change import Change, ChangeKind
from quotereview.review.filtering import read_filter
from quotereview.review.ingest import Read
from quotereview.review.listed import listed
from quotereview.review.queue import Counts, Order
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.desk import Desk
from tests.store import invented
from tests.ui.story import ARTICLE, BRIDGE, BYPASS, GULLS, SAFE


def of(quote: Quote, article: str = ARTICLE.id) -> str:
    return quote_id(article, quote.passages[0].span)


FIRST, SECOND = of(SAFE), of(GULLS)
THIRD, FOURTH = (of(quote, BYPASS.article.id) for quote in BYPASS.detection.quotes)


def verdict(desk: Desk, quote: str) -> Verdict:
    return desk.session.quote(quote).verdict


def test_it_starts_at_the_first_open_quote(desk: Desk) -> None:
    assert (desk.article, desk.quote) == (ARTICLE.id, FIRST)


def test_it_begins_where_there_is_a_quote_with_what_comes_at_once(session: Session, qapp: QApplication) -> None:
    bare = invented.article("bare.txt", (), outlet="A First Paper")
    desk = Desk(session, Order.ARTICLE)
    desk.start()
    for read in (BRIDGE, Read(bare, invented.detection(bare, ()))):
        session.keep(read)
    assert [article.id for article in listed(session.articles())] == [bare.id, ARTICLE.id]
    desk.take(Change(ChangeKind.ARTICLES, (ARTICLE.id, bare.id), (FIRST, SECOND), "two came"))
    assert (desk.article, desk.quote) == (ARTICLE.id, FIRST)


@pytest.mark.parametrize(
    ("verb", "kept"),
    [
        (Desk.confirm, Verdict.CONFIRMED),
        (Desk.reject, Verdict.NOT_A_QUOTE),
        (Desk.dispute, Verdict.DISPUTED),
        (Desk.cannot_verify, Verdict.CANNOT_VERIFY),
    ],
)
def test_a_verdict_is_kept_and_the_next_open_quote_comes(desk: Desk, verb, kept: Verdict) -> None:  # type: ignore[no-untyped-def]
    verb(desk)
    assert verdict(desk, FIRST) is kept
    assert desk.quote == SECOND


def test_all_that_a_key_does_is_settled_once(desk: Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.changed.connect(lambda _: told.append("changed"))
    desk.quote_focused.connect(lambda _: told.append("focused"))
    desk.settled.connect(lambda: told.append(f"settled at {desk.quote}"))
    desk.confirm()
    desk.undo()
    assert told == ["changed", "focused", f"settled at {SECOND}", "changed", "focused", f"settled at {FIRST}"]


def test_what_fails_is_settled_too(desk: Desk, qtbot: QtBot) -> None:
    desk.step(2)
    with qtbot.waitSignal(desk.settled), pytest.raises(SpeakerMissing):
        desk.confirm()
    with qtbot.waitSignal(desk.settled):
        desk.reject()


def test_what_corrects_a_quote_stays_at_it(desk: Desk) -> None:
    desk.pick(2)
    assert (desk.quote, verdict(desk, FIRST)) == (FIRST, Verdict.CORRECTED)
    desk.set_speaker("  Nora Lind ")
    desk.set_source("town hall", SourceKind.STATEMENT)
    desk.set_note("call back")
    ruling = desk.session.quote(FIRST).ruling
    assert ruling.speaker and ruling.source
    assert (ruling.speaker.name, ruling.source.name, ruling.note) == ("Nora Lind", "town hall", "call back")
    assert desk.quote == FIRST


def test_confirming_goes_round_and_ends_at_the_last(desk: Desk) -> None:
    for quote in (THIRD, FOURTH):
        desk.session.set_speaker(quote, "Nils Aho")
        desk.session.reopen(quote)
    desk.step(1)
    for at in (SECOND, THIRD, FOURTH, FIRST):
        assert desk.quote == at
        desk.confirm()
    assert desk.quote == FIRST
    assert desk.session.progress().decided == 4


def test_speech_of_nobody_asks_for_its_speaker_and_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.step(2)
    with qtbot.waitSignal(desk.speaker_wanted), pytest.raises(SpeakerMissing, match="name a speaker"):
        desk.confirm()
    assert (desk.quote, verdict(desk, THIRD)) == (THIRD, Verdict.OPEN)
    desk.set_speaker("")
    desk.confirm()
    assert (desk.quote, verdict(desk, THIRD)) == (FOURTH, Verdict.CONFIRMED)


def test_steps_end_at_both_ends(desk: Desk) -> None:
    desk.step(-1)
    assert desk.quote == FIRST
    for _ in range(9):
        desk.step(1)
    assert desk.quote == FOURTH


def test_articles_are_stepped_in_the_order_of_the_list(desk: Desk) -> None:
    desk.step_article(1)
    assert (desk.article, desk.quote) == (BYPASS.article.id, THIRD)
    desk.step_article(1)
    assert desk.article == BYPASS.article.id
    desk.step_article(-1)
    assert desk.article == ARTICLE.id


def test_the_last_quote_of_an_article_leads_to_the_next_article_of_the_list(desk: Desk) -> None:
    pier = invented.article("pier.txt", outlet="Coast Mail")
    desk.take(desk.session.keep(Read(pier, invented.detection(pier))))
    desk.take(desk.session.describe([BYPASS.article.id], outlet="Aardvark"))
    desk.focus(BYPASS.article.id, FOURTH)
    desk.reject()
    assert desk.article == pier.id
    desk.step_article(-1)
    desk.step_article(1)
    assert desk.article == pier.id
    for _ in invented.UTTERANCES:
        desk.reject()
    assert (desk.article, desk.quote) == (ARTICLE.id, FIRST)


def test_another_order_leaves_the_focus(desk: Desk) -> None:
    desk.step(1)
    desk.set_order(Order.UNSURE_FIRST)
    assert desk.quote == SECOND
    assert [item.quote for item in desk.items] == [THIRD, FOURTH, FIRST, SECOND]


def test_a_filter_leaves_a_hidden_quote_in_focus_until_one_moves_on(desk: Desk) -> None:
    desk.step(1)
    desk.set_filter(read_filter(f"words:{BYPASS.detection.quotes[1].words}"))
    assert (desk.quote, desk.counts()) == (SECOND, Counts(1, 1, 4))
    desk.step(1)
    assert desk.quote == FOURTH
    desk.step(-1)
    desk.step(1)
    assert desk.quote == FOURTH


def test_the_next_open_quote_is_one_that_the_filter_shows(desk: Desk) -> None:
    desk.session.set_note(THIRD, "call back")
    desk.set_filter(read_filter("note:call"))
    desk.confirm()
    assert (desk.quote, verdict(desk, FIRST)) == (THIRD, Verdict.CONFIRMED)
    desk.dispute()
    assert (desk.quote, desk.counts()) == (THIRD, Counts(0, 1, 4))
    desk.undo()
    desk.undo()
    assert (desk.quote, verdict(desk, FIRST)) == (FIRST, Verdict.OPEN)


def test_a_ruling_can_hide_a_quote_and_the_next_one_is_that_after_it(desk: Desk) -> None:
    desk.set_filter(read_filter("verdict:open"))
    desk.step(1)
    desk.set_speaker("Otto Rand")
    assert (desk.quote, desk.counts()) == (SECOND, Counts(3, 3, 4))
    desk.step(1)
    assert desk.quote == THIRD


def test_an_opened_article_begins_with_what_the_filter_shows(desk: Desk) -> None:
    desk.set_filter(read_filter(f"words:{BYPASS.detection.quotes[1].words}"))
    desk.open_article(BYPASS.article.id)
    assert desk.quote == FOURTH
    desk.open_article(ARTICLE.id)
    assert desk.quote == FIRST


def test_a_corrected_speaker_carries_nobody_away(desk: Desk) -> None:
    desk.set_order(Order.SPEAKER)
    before = desk.items
    desk.set_speaker("Zoë Zander")
    assert desk.items == before


def test_another_outlet_finds_its_place_at_once(desk: Desk) -> None:
    desk.set_filter(read_filter("outlet:aardvark"))
    desk.take(desk.session.describe([BYPASS.article.id], outlet="Aardvark"))
    assert [item.quote for item in desk.items] == [THIRD, FOURTH, FIRST, SECOND]
    assert (desk.quote, desk.counts()) == (FIRST, Counts(2, 2, 4))


def test_stories_that_an_editor_corrects_are_followed_at_once(desk: Desk) -> None:
    pier = invented.article("pier.txt")
    desk.take(desk.session.keep(Read(pier, invented.detection(pier))))
    for day, article in enumerate((ARTICLE.id, BYPASS.article.id, pier.id), 1):
        desk.take(desk.session.describe([article], published=date(2026, 6, day)))
    desk.set_order(Order.STORY)
    assert list(dict.fromkeys(item.article for item in desk.items)) == [ARTICLE.id, BYPASS.article.id, pier.id]
    desk.take(desk.session.stories.join(pier.id, ARTICLE.id))
    assert list(dict.fromkeys(item.article for item in desk.items)) == [ARTICLE.id, pier.id, BYPASS.article.id]
    assert desk.quote == FIRST


def test_the_place_in_the_article_follows_the_text_in_any_order(desk: Desk) -> None:
    desk.set_order(Order.UNSURE_FIRST)
    desk.step(-9)
    assert (desk.quote, desk.place_in_article()) == (THIRD, (1, 2))


def test_undo_and_redo_go_to_what_they_change(desk: Desk) -> None:
    desk.confirm()
    desk.step(2)
    desk.undo()
    assert (desk.quote, verdict(desk, FIRST)) == (FIRST, Verdict.OPEN)
    desk.redo()
    assert (desk.quote, verdict(desk, FIRST)) == (FIRST, Verdict.CONFIRMED)


def test_a_decided_quote_can_be_reopened(desk: Desk) -> None:
    desk.confirm()
    desk.step(-1)
    desk.reopen()
    assert (desk.quote, verdict(desk, FIRST)) == (FIRST, Verdict.OPEN)


def test_the_place_is_kept_for_the_next_start(desk: Desk) -> None:
    desk.step(2)
    again = Desk(desk.session, Order.ARTICLE)
    again.start()
    assert (again.article, again.quote) == (BYPASS.article.id, THIRD)


def test_a_removed_article_gives_way_and_comes_back(desk: Desk) -> None:
    desk.take(desk.session.remove([ARTICLE.id]))
    assert desk.article == BYPASS.article.id
    desk.take(desk.session.remove([BYPASS.article.id]))
    assert (desk.article, desk.quote, desk.items) == ("", "", ())
    desk.undo()
    desk.undo()
    assert {item.quote for item in desk.items} == {FIRST, SECOND, THIRD, FOURTH}


def test_without_a_quote_the_verbs_say_so(session: Session, qapp: object) -> None:
    desk = Desk(session, Order.ARTICLE)
    desk.start()
    with pytest.raises(NotPossible, match="No quote"):
        desk.confirm()
    desk.step(1)
    desk.step_article(1)
    assert desk.quote == ""


def test_every_change_is_told_once(desk: Desk) -> None:
    told: list[Change] = []
    desk.changed.connect(told.append)
    desk.confirm()
    assert [change.quotes for change in told] == [(FIRST,)]


def test_what_another_program_wrote_is_shown_when_one_looks_again(desk: Desk, filled: Session, qtbot: QtBot) -> None:
    with open_store(filled.store_path) as store:
        Session(store, "Ben Ode").rule(desk.quote, Verdict.DISPUTED)
        with qtbot.waitSignal(desk.changed) as changed:
            desk.look_again()
    assert changed.args is not None and changed.args[0].articles == (desk.article,)
    assert desk.counts() == Counts(3, 4, 4)
    with qtbot.assertNotEmitted(desk.changed):
        desk.look_again()


def test_what_this_desk_did_is_no_news_to_it(desk: Desk, qtbot: QtBot) -> None:
    desk.confirm()
    desk.undo()
    with qtbot.assertNotEmitted(desk.changed):
        desk.look_again()
