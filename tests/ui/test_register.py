"""The register of people in the window: P opens it, one types to find, and says by key who is who."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review.finding import FindingKind
from quotereview.review.session import Session
from quotereview.ui import theme
from quotereview.ui.window import MainWindow
from tests.review.test_people import JUNE, MARCH, MAY, keep, person
from tests.ui.conftest import Opening

Key = Qt.Key


@pytest.fixture
def window(opened: Opening, session: Session, qtbot: QtBot) -> MainWindow:
    """A window on three articles in which Lu Ran is quoted under two names, the register open."""
    keep(session, "march", MARCH, [person("Lu Ran", "Lu", "minister of ports"), person("Mara Voss", "she")])
    keep(session, "may", MAY, [person("L. Ran", "Mr Ran", "minister of ports"), person("Mara Voss", "Voss")])
    keep(session, "june", JUNE, [person("Lu Ran", "he", "opposition leader")])
    made = opened(session)
    press(Key.Key_P)
    qtbot.waitUntil(made.stage.register.panel.list.alike.isVisible)
    return made


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def listed(window: MainWindow) -> list[str]:
    return [one.name for one in window.stage.register.panel.list.rows.things]


def quoted(window: MainWindow) -> list[str]:
    return [said.quote.speaker or "" for said in window.stage.register.panel.page.rows.things]


def test_p_opens_the_list_at_the_speaker_in_focus(window: MainWindow) -> None:
    assert window.stage.register.open
    assert window.stage.register.panel.list.field.hasFocus()
    assert listed(window) == ["Lu Ran", "Mara Voss", "L. Ran"]
    standing = window.desk.standing()
    chosen = window.stage.register.panel.list.person()
    assert standing and standing.ruling.speaker and chosen
    assert standing.ruling.speaker.name == chosen.name


def test_typing_narrows_by_any_name_and_arrows_choose(window: MainWindow) -> None:
    write("ran")
    assert listed(window) == ["Lu Ran", "L. Ran"]
    assert window.stage.register.panel.list.said() == "2 of 3 quoted"
    press(Key.Key_Down)
    chosen = window.stage.register.panel.list.person()
    assert chosen and chosen.name == "L. Ran"
    write(" x")
    assert listed(window) == []
    press(Key.Key_Return)
    assert window.stage.register.panel.shown() is None


def test_going_back_points_to_nothing_in_the_text(window: MainWindow) -> None:
    press(Key.Key_Escape)
    assert window.article_view.selection() is None


def test_esc_clears_the_line_first_and_then_goes_back_to_the_text(window: MainWindow) -> None:
    write("ran")
    press(Key.Key_Escape)
    assert window.stage.register.open and len(listed(window)) == 3
    press(Key.Key_Escape)
    assert not window.stage.register.open
    assert window.article_view.hasFocus()


def test_enter_opens_all_quotes_and_enter_goes_to_one(window: MainWindow) -> None:
    write("lu")
    press(Key.Key_Return)
    page = window.stage.register.panel.page
    assert page.said().splitlines() == [
        "Lu Ran",
        "person · 2 quotes · 2 open · 2 June 2026",
        "minister of ports, March 2026; opposition leader, since June 2026",
        "Printed as “Lu”",
    ]
    assert page.rows.spoken()[1] == (
        "“In june I say so for the 1th time.”, open, 2 June 2026 · Outlet of june · opposition leader"
    )
    page.rows.choose(1)
    press(Key.Key_Return)
    assert not window.stage.register.open and window.article_view.hasFocus()
    standing = window.desk.standing()
    assert standing and standing.ruling.passages[0].words.startswith("In june")
    press(Key.Key_P, Key.Key_Return)
    chosen = page.quote()
    assert chosen and chosen.quote.id == standing.id
    press(Key.Key_Escape)
    assert window.stage.register.panel.shown() is None and window.stage.register.open


def test_a_plus_says_who_is_the_same_person(window: MainWindow) -> None:
    write("l. r")
    press(Key.Key_Plus)
    assert window.stage.register.panel.ask.said().startswith(
        "L. Ran is the same person as\nMay be the same as Lu Ran: the same surname"
    )
    assert window.stage.register.panel.ask.field.offered() == ("Lu Ran",)
    press(Key.Key_Down, Key.Key_Return)
    assert listed(window) == ["Lu Ran"]
    assert (
        window.stage.register.open
        and window.stage.register.panel.ask.isHidden()
        and window.stage.register.panel.list.field.hasFocus()
    )
    assert window.actions_table["undo"].text() == "Undo same person: L. Ran = Lu Ran"
    assert window.messages.sentence == "L. Ran is the same person as Lu Ran now. Ctrl+Z takes that back."
    press(Key.Key_Return)
    assert quoted(window) == ["Lu Ran", "L. Ran", "Lu Ran"]
    assert "as L. Ran" in window.stage.register.panel.page.rows.spoken()[1]
    QTest.keyClick(window.stage.register.panel.page.rows, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.register.open and quoted(window) == ["Lu Ran", "Lu Ran"]


def test_the_only_name_that_can_be_meant_is_meant(window: MainWindow) -> None:
    write("l. r")
    press(Key.Key_Plus)
    write("vos")
    press(Key.Key_Return)
    assert window.desk.session.people.get("L. Ran").name == "Mara Voss"


def test_a_name_that_nobody_has_is_told_and_the_question_stays(window: MainWindow) -> None:
    press(Key.Key_Plus)
    write("Nobody Else")
    press(Key.Key_Return)
    assert "“Nobody Else”" in window.messages.sentence
    assert window.stage.register.panel.ask.field.hasFocus()
    press(Key.Key_Escape)
    assert window.stage.register.panel.ask.isHidden() and window.stage.register.panel.list.field.hasFocus()


def test_a_minus_takes_a_name_off(window: MainWindow) -> None:
    window.stage.register.same("L. Ran", "Lu Ran")
    write("lu")
    press(Key.Key_Return, Key.Key_Minus)
    assert window.stage.register.panel.ask.field.offered() == ("L. Ran",)
    press(Key.Key_Down, Key.Key_Return)
    assert quoted(window) == ["Lu Ran", "Lu Ran"]
    assert window.desk.session.undo_label == "Undo another person: L. Ran"


def test_marked_quotes_are_somebody_elses_of_the_same_name(window: MainWindow) -> None:
    write("mara")
    press(Key.Key_Return, Key.Key_Space, Key.Key_Minus)
    assert window.stage.register.panel.ask.said().startswith("The marked quote of Mara Voss: somebody else’s, named")
    write("Mara Voss (Sund)")
    press(Key.Key_Return)
    assert len(quoted(window)) == 1
    assert window.stage.register.panel.page.marked() == ()
    (other,) = window.desk.session.people.quotes("Mara Voss (Sund)")
    assert other.quote.verdict is Verdict.OPEN
    assert window.desk.session.undo_label == "Undo speaker: Mara Voss (Sund), 1 quote"


def test_the_same_name_again_changes_nothing(window: MainWindow) -> None:
    write("mara")
    press(Key.Key_Return, Key.Key_Space, Key.Key_Minus, Key.Key_Return)
    assert window.stage.register.panel.ask.isHidden() and window.messages.sentence == ""
    assert len(quoted(window)) == 2


def test_the_card_says_the_other_names(window: MainWindow) -> None:
    first = window.desk.session.people.quotes("Lu Ran")[0].quote
    window.desk.focus(first.article, first.id)
    assert "also L. Ran" not in window.card.said()
    window.desk.take(window.desk.session.people.same("L. Ran", "Lu Ran"))
    assert "“Lu” → Lu Ran · also L. Ran" in window.card.said()


def test_all_quotes_of_a_person_are_lit_under_any_name(window: MainWindow) -> None:
    first = window.desk.session.people.quotes("Lu Ran")[0].quote
    window.desk.focus(first.article, first.id)
    press(Key.Key_Z)
    assert window.article_view.said() == "1 of 2 quotes is Lu Ran’s"
    window.desk.take(window.desk.session.people.same("Lu Ran", "Mara Voss"))
    assert window.article_view.said() == "2 of 2 quotes are Mara Voss’s"


def test_a_minus_with_nothing_marked_says_what_to_do(window: MainWindow) -> None:
    write("mara")
    press(Key.Key_Return, Key.Key_Minus)
    assert window.stage.register.panel.ask.isHidden()
    assert window.stage.register.panel.keys().startswith("Mara Voss has one name: mark quotes with Space")


def test_marks_are_gone_when_the_page_is_opened_again(window: MainWindow) -> None:
    write("mara")
    press(Key.Key_Return, Key.Key_Space)
    window.stage.register.same("L. Ran", "Lu Ran")
    assert len(window.stage.register.panel.page.marked()) == 1
    press(Key.Key_Escape, Key.Key_Return)
    assert window.stage.register.panel.page.marked() == ()


def test_r_gives_a_person_another_name(window: MainWindow) -> None:
    write("mara")
    press(Key.Key_Return, Key.Key_R)
    write("Dr Mara Voss")
    press(Key.Key_Return)
    assert window.stage.register.panel.page.said().startswith("Dr Mara Voss\nperson · 2 quotes")
    assert "Also Mara Voss" in window.stage.register.panel.page.said()
    assert quoted(window) == ["Mara Voss", "Mara Voss"]


def test_only_those_who_may_be_the_same_are_listed_on_demand(window: MainWindow) -> None:
    window.stage.register.panel.list.alike.click()
    assert listed(window) == ["L. Ran"]
    assert "the same as Lu Ran?" in window.stage.register.panel.list.rows.spoken()[0]
    window.stage.register.panel.list.alike.click()
    assert len(listed(window)) == 3


def test_what_changes_meanwhile_is_followed(window: MainWindow) -> None:
    keep(window.desk.session, "july", date(2026, 7, 1), [person("Cai Lund")])
    window.desk.changed.emit(window.desk.session.confirm(window.desk.quote))
    assert "Cai Lund" in listed(window)
    write("cai")
    press(Key.Key_Return)
    (said,) = window.desk.session.people.quotes("Cai Lund")
    window.desk.take(window.desk.session.reject(said.quote.id))
    assert window.stage.register.panel.shown() is None and window.stage.register.open


def test_it_closes_when_the_editor_goes_elsewhere(window: MainWindow) -> None:
    window.articles.queue.field.setFocus()
    assert not window.stage.register.open
    window.article_view.setFocus()
    press(Key.Key_P)
    window.desk.step(1)
    assert not window.stage.register.open


def test_letters_are_the_lists_own(window: MainWindow) -> None:
    quote = window.desk.quote
    window.stage.register.panel.list.rows.setFocus()
    press(Key.Key_X)
    assert window.stage.register.panel.list.field.text() == "x"
    assert window.desk.quote == quote
    assert window.desk.session.progress().decided == 0


def test_somebody_who_was_found_leads_here(window: MainWindow) -> None:
    press(Key.Key_Escape)
    found = next(one for one in window.desk.session.find("lu ran") if one.kind is FindingKind.PERSON)
    window.views.go_to(found)
    shown = window.stage.register.panel.shown()
    assert shown and shown.name == "Lu Ran"
    assert window.stage.register.panel.page.rows.hasFocus()


def test_the_filter_of_the_queue_shows_all_names_of_a_person(window: MainWindow) -> None:
    window.articles.queue.filter_written.emit("speaker:Lu")
    assert window.desk.counts().shown == 2
    window.stage.register.same("L. Ran", "Lu Ran")
    assert window.desk.counts().shown == 3


@pytest.mark.parametrize("place", ["line", "list", "page"])
def test_what_goes_with_ctrl_stays_the_windows(window: MainWindow, place: str) -> None:
    window.stage.register.same("L. Ran", "Mara Voss")
    if place == "list":
        window.stage.register.panel.list.rows.setFocus()
    elif place == "page":
        press(Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.session.undo_label != "Undo same person: L. Ran = Mara Voss"
    normal = theme.text_scale()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_scale() > normal
    assert window.stage.register.panel.ask.isHidden() and window.stage.register.open
    QTest.keyClick(QApplication.focusWidget(), Key.Key_0, Qt.KeyboardModifier.ControlModifier)


def test_nothing_is_answered_with_nothing(window: MainWindow) -> None:
    press(Key.Key_Plus, Key.Key_Return)
    assert window.stage.register.panel.ask.field.hasFocus()
    assert window.messages.sentence == ""
