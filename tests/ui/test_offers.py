"""A correction is offered to the quotes that hang on the same words: in the window, by keys, with one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.errors import NotPossible
from quotereview.model import Quote, Verdict, quote_id
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.article_view import ArticleView
from quotereview.ui.candidates import BeforeRow
from quotereview.ui.desk import Desk
from quotereview.ui.offer_bar import OfferBar
from quotereview.ui.offers import Offers
from quotereview.ui.window import MainWindow
from quotereview.ui.wording import in_marks
from tests.review import talks
from tests.ui.conftest import Opening
from tests.ui.story import BYPASS

FOLLOWING = (talks.TWO, talks.FOUR, talks.SIX)


def of(quote: Quote) -> str:
    return quote_id(talks.ARTICLE.id, quote.passages[0].span)


@pytest.fixture
def talk(opened: Opening, session: Session) -> MainWindow:
    """The window at the first quote that was said with "he"."""
    session.keep(talks.READ)
    session.keep(BYPASS)
    made = opened(session)
    made.desk.focus(talks.ARTICLE.id, of(talks.ONE))
    return made


def press(window: MainWindow, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget() or window, key)


def speaker(window: MainWindow, quote: Quote) -> tuple[str, Verdict]:
    ruling = window.desk.session.quote(of(quote)).ruling
    return ruling.speaker.name if ruling.speaker else "", ruling.verdict


def test_one_key_corrects_the_others_and_one_undo_takes_it_back(talk: MainWindow) -> None:
    press(talk, "2")
    bar = talk.offer_bar
    assert "he" in bar.said() and bar.said().startswith("3 more quotes hang on")
    assert f"{in_marks('Two')} ✓ Lu Ran → Mara Voss; press to leave it out" in [
        row.accessibleName() for row in bar.rows
    ]
    assert {one.quote.id for one in talk.article_view._page._lit} == {of(each) for each in FOLLOWING}
    press(talk, "Shift+A")
    assert speaker(talk, talks.SIX) == ("Mara Voss", Verdict.OPEN)
    assert not bar.isVisible() and not talk.article_view._page._lit
    press(talk, "Ctrl+Z")
    assert speaker(talk, talks.SIX)[0] == speaker(talk, talks.TWO)[0] == "Lu Ran"
    assert speaker(talk, talks.ONE) == ("Mara Voss", Verdict.CORRECTED)


def test_the_card_says_that_what_followed_was_not_read_and_why(talk: MainWindow) -> None:
    press(talk, "2", "Shift+A", "Return")
    assert talk.desk.quote == of(talks.TWO)
    said = talk.card.said()
    assert "Mara Voss" in said and "he → Mara Voss" in said and "? not read yet" in said and "● sure" not in said
    assert "Speaker as corrected at “One”. Proposed was Lu Ran: the pronoun nearest." in said
    press(talk, "Return")
    assert speaker(talk, talks.TWO) == ("Mara Voss", Verdict.CORRECTED)


def test_single_quotes_are_looked_at_and_left_out_by_key(talk: MainWindow) -> None:
    press(talk, "2", "Shift+S")
    bar = talk.offer_bar
    assert QApplication.focusWidget() is bar.rows[0]
    assert talk.article_view.selection() == talks.place("Two", "One")
    press(talk, "Tab", "Return")
    assert talk.article_view.selection() == talks.place("Four")
    assert bar.rows[1].accessibleName().startswith(f"{in_marks('Four')} – stays Lu Ran")
    press(talk, "Shift+A")
    assert [speaker(talk, each)[0] for each in FOLLOWING] == ["Mara Voss", "Lu Ran", "Mara Voss"]
    assert talk.article_view.isAncestorOf(QApplication.focusWidget() or talk)


def test_the_offer_stays_while_one_moves_and_goes_with_the_next_deed(talk: MainWindow) -> None:
    press(talk, "2", "Return")
    bar = talk.offer_bar
    assert bar.isVisible()
    press(talk, "Return")
    assert not bar.isVisible()
    assert speaker(talk, talks.TWO) == ("Lu Ran", Verdict.CONFIRMED)
    assert not talk.actions_table["accept_offer"].isEnabled()


def test_the_offer_goes_with_its_article_but_not_with_one_that_arrives(talk: MainWindow) -> None:
    press(talk, "2")
    talk.desk.take(talk.desk.session.describe([BYPASS.article.id], outlet="Sund Post"))
    assert talk.offer_bar.isVisible()
    press(talk, "H")
    assert not talk.offer_bar.isVisible()


def test_a_corrected_source_is_offered_to_the_rest_of_its_reach(talk: MainWindow) -> None:
    press(talk, "O", "Backspace", "Return")
    assert talk.offer_bar.said() == f"3 more quotes have the source {in_marks('Radio Sund')} from the same words."
    press(talk, "Shift+A")
    assert talk.desk.session.quote(of(talks.SIX)).ruling.source is None
    assert talk.desk.session.undo_label == "Undo source: none given, 3 quotes"


def test_nothing_is_accepted_without_an_offer(desk: Desk, qtbot: QtBot) -> None:
    bar, view = OfferBar(), ArticleView()
    qtbot.addWidget(bar)
    qtbot.addWidget(view)
    with pytest.raises(NotPossible, match="No correction"):
        Offers(desk, bar, view).accept()


def test_all_left_out_is_told(talk: MainWindow) -> None:
    talk.desk.focus_quote(of(talks.THREE))
    talk.desk.session.confirm(of(talks.FOUR))
    talk.desk.session.confirm(of(talks.SIX))
    talk.desk.session.confirm(of(talks.TWO))
    talk.desk.set_speaker("Lu Wei")
    assert talk.offer_bar.said() == f"1 more quote hangs on {in_marks('Lu')}."
    press(talk, "Shift+S", "Return", "Shift+A")
    assert "left out" in talk.messages.sentence
    assert talk.offer_bar.isVisible()


def test_an_editor_that_closes_shows_no_place_of_its_own(talk: MainWindow) -> None:
    press(talk, "S")
    QTest.keyClicks(talk.card.speaker_editor.field, "Nora Lind")
    press(talk, "Return")
    assert talk.article_view.selection() is None


# As before


def test_as_before_is_told_ruled_and_goes_on(talk: MainWindow) -> None:
    row = talk.findChild(BeforeRow)
    assert row is not None and not row.isVisible()
    press(talk, "Return", "S")
    QTest.keyClicks(talk.card.speaker_editor.field, "Nora Lind")
    press(talk, "Return", "Return")
    assert talk.desk.quote == of(talks.THREE)
    assert row.accessibleName() == "Nora Lind, as before, key A"
    press(talk, "A")
    assert speaker(talk, talks.THREE) == ("Nora Lind", Verdict.CORRECTED)
    assert talk.desk.quote == of(talks.FOUR)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert speaker(talk, talks.FOUR) == ("Nora Lind", Verdict.CORRECTED)
    assert talk.desk.quote == of(talks.FIVE)
    assert row.accessibleName() == "Nora Lind, as before; source: Courier, key A"
    press(talk, "Ctrl+Z")
    assert speaker(talk, talks.FOUR) == ("Lu Ran", Verdict.OPEN)


def test_with_nothing_before_the_key_says_so(talk: MainWindow) -> None:
    press(talk, "A")
    assert "press S" in talk.messages.sentence
    assert (talk.desk.quote, speaker(talk, talks.ONE)[1]) == (of(talks.ONE), Verdict.OPEN)


# The reach of a source


def test_brackets_end_and_stretch_a_reach(talk: MainWindow) -> None:
    session = talk.desk.session
    talk.desk.focus_quote(of(talks.THREE))
    press(talk, "[")
    assert session.quote(of(talks.THREE)).ruling.source is None
    assert session.quote(of(talks.SIX)).ruling.source is None
    assert talk.desk.quote == of(talks.THREE)
    press(talk, "]")
    source = session.quote(of(talks.THREE)).ruling.source
    assert source is not None and source.carried and source.name == "Radio Sund"
    assert session.undo_label == "Undo source stretches: Radio Sund, 1 quote"


def test_what_others_rule_declines_only_an_offer_that_it_is_about(talk: MainWindow) -> None:
    press(talk, "2")
    with open_store(talk.desk.session.store_path) as store:
        other = Session(store, "Ben Ode")
        other.reject(of(talks.SEVEN))
        talk.desk.look_again()
        assert talk.offers.offer is not None
        other.reject(of(talks.FOUR))
        talk.desk.look_again()
    assert talk.offers.offer is None
