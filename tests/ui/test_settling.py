"""Conflicts of rulings in the window: Shift+C opens them, keys choose what holds, and a reason settles it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.review.matters import Matter, Side, Sort
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui import action_table
from quotereview.ui.settling_panel import SettlingPanel
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE
from tests.ui.test_accessibility import SMALLEST_SCREEN, TWICE, cut_off, texts

Key = Qt.Key


@pytest.fixture
def contested(filled: Session) -> Iterator[Session]:
    """Ana and Ben ruled at once, and not alike, on the first two quotes."""
    with open_store(filled.store_path) as store:
        ben = Session(store, "Ben Ode")
        first, second = (quote.id for quote in ben.quotes(ARTICLE.id))
        filled.quotes(ARTICLE.id)
        filled.confirm(first)
        ben.set_speaker(first, "Otto Rand")
        ben.set_note(first, "he laughed")
        filled.reject(second)
        ben.confirm(second)
    filled.look_again()
    yield filled


@pytest.fixture
def window(contested: Session, opened: Opening) -> MainWindow:
    made = opened(contested)
    made.desk.focus(ARTICLE.id, contested.quotes(ARTICLE.id)[1].id)
    press(Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    return made


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def titles(window: MainWindow) -> list[str]:
    return [matter.title for matter in window.stage.settling.panel.rows.things]


def chosen(window: MainWindow) -> str:
    side = window.stage.settling.panel.side()
    return side.editor if side else ""


def test_it_opens_at_the_quote_in_focus_and_tells_what_each_ruled(window: MainWindow) -> None:
    assert window.stage.settling.open and window.stage.settling.panel.rows.hasFocus()
    assert titles(window) == ["The bridge is safe,", "Ask the gulls."]
    matter = window.stage.settling.panel.matter()
    assert matter and matter.title == "Ask the gulls."
    said = plain(window.stage.settling.panel.sides.said())
    assert "Ana Brüll" in said and "Ben Ode" in said and "stands now" in said
    assert "≠ verdict" in said and "no quote" in said and "≠ words" not in said
    row = plain(window.stage.settling.panel.rows.spoken()[1])
    assert "Ben Ode: confirmed" in row and "Ana Brüll: no quote" in row
    assert "2 quotes" in window.stage.settling.panel.said()


def test_the_list_leaves_out_in_which_words_a_speaker_is_named(qtbot: QtBot) -> None:
    panel = SettlingPanel()
    qtbot.addWidget(panel)
    sides = [
        Side(name, name, "2026-05-11T10:00:00+00:00", {"speaker": name, "printed as": name, "source": source})
        for name, source in (("Ana", "Xinhua"), ("Ben", "SANA"))
    ]
    panel.show_matters([Matter(Sort.QUOTE, "q1", "Safe.", "a1", tuple(sides))], datetime.now(UTC))
    assert "Ana: Ana, Xinhua · Ben: Ben, SANA" in plain(panel.rows.spoken()[0])
    assert "≠ printed as" in plain(panel.sides.said())


def test_a_ruling_is_chosen_by_its_number_or_by_arrows_and_settled_with_a_reason(window: MainWindow) -> None:
    first = chosen(window)
    press(Key.Key_Right)
    other = chosen(window)
    assert {first, other} == {"Ana Brüll", "Ben Ode"}
    assert other in window.stage.settling.panel.rows.accessibleDescription()
    press(Key.Key_Right)
    assert chosen(window) == other
    press(Key.Key_Left)
    assert chosen(window) == first
    press(Key.Key_2)
    assert f"The ruling of {other} holds, because" in plain(window.stage.settling.panel.said())
    press(Key.Key_Return)
    assert len(titles(window)) == 2, "nothing is settled without a reason"
    write("The recording has it.")
    press(Key.Key_Return)
    assert titles(window) == ["The bridge is safe,"]
    assert window.stage.settling.panel.rows.hasFocus()
    settled = window.desk.session.quotes(ARTICLE.id)[1]
    wanted = Verdict.CONFIRMED if other == "Ben Ode" else Verdict.NOT_A_QUOTE
    assert (settled.verdict, settled.ruling.reason) == (wanted, "The recording has it.")
    assert window.messages.sentence == f"Settled: the ruling of {other} holds. Ctrl+Z takes that back."


def test_undo_opens_the_conflict_again_and_the_panel_stays(window: MainWindow) -> None:
    press(Key.Key_Return)
    write("So he said.")
    press(Key.Key_Return)
    assert len(titles(window)) == 1
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.settling.open
    assert titles(window) == ["The bridge is safe,", "Ask the gulls."]


def test_when_all_is_settled_it_says_so(window: MainWindow) -> None:
    for _ in range(2):
        press(Key.Key_1)
        write("The recording.")
        press(Key.Key_Return)
    assert titles(window) == []
    assert "No conflicts" in window.stage.settling.panel.said()
    assert window.stage.settling.panel.said().endswith("\nEsc  back")
    press(Key.Key_2)
    press(Key.Key_Return)
    press(Key.Key_T)
    assert window.stage.settling.open
    press(Key.Key_Escape)
    assert window.article_view.hasFocus()


def test_esc_leaves_the_question_first_and_then_the_panel(window: MainWindow) -> None:
    press(Key.Key_Return)
    write("Because")
    press(Key.Key_Escape)
    assert window.stage.settling.open and window.stage.settling.panel.rows.hasFocus()
    press(Key.Key_Escape)
    assert not window.stage.settling.open and window.article_view.hasFocus()
    assert window.article_view.selection() is None
    assert len(window.desk.session.matters.all()) == 2


def test_t_goes_to_the_text(window: MainWindow) -> None:
    press(Key.Key_Up)
    matter = window.stage.settling.panel.matter()
    press(Key.Key_T)
    assert matter and window.desk.quote == matter.id
    assert not window.stage.settling.open and window.article_view.hasFocus()


def test_articles_and_names_are_settled_in_the_same_way(window: MainWindow) -> None:
    press(Key.Key_Escape)
    session = window.desk.session
    with open_store(session.store_path) as store:
        for editor, name in (("Ana Brüll", "Otto Rand"), ("Ben Ode", "Otto Lind")):
            with store.act("names of people", "same person", editor, session._keeper.now()) as act:
                store.people.rule(act, "O. R.", name, None)
    window.desk.look_again()
    press(Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_End)
    assert "1 name" in window.stage.settling.panel.said()
    press(Key.Key_T)
    assert "A name stands in no one text" in window.messages.sentence
    press(Key.Key_2)
    write("He signs so.")
    press(Key.Key_Return)
    assert "O. R." not in titles(window)


def test_what_another_window_settles_goes_and_what_one_writes_stays(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_Up)
    press(Key.Key_2)
    write("Half a rea")
    with open_store(window.desk.session.store_path) as store:
        ben = Session(store, "Ben Ode")
        other, mine = ben.matters.all()[1], ben.matters.all()[0]
        ben.matters.settle(other, other.sides[0].decision, "The recording.")
        qtbot.waitUntil(lambda: len(titles(window)) == 1, timeout=5000)
        assert (
            window.stage.settling.panel.why.reason.text() == "Half a rea"
            and window.stage.settling.panel.why.reason.hasFocus()
        )
        ben.matters.settle(mine, mine.sides[0].decision, "The recording.")
        qtbot.waitUntil(lambda: titles(window) == [], timeout=5000)
    assert window.stage.settling.panel.rows.hasFocus()
    assert "“Half a rea” was not kept." in window.messages.sentence


def test_another_part_that_takes_the_keys_closes_it(window: MainWindow) -> None:
    window.search.begin()
    assert not window.stage.settling.open


def test_a_click_chooses_a_ruling_and_space_shows_what_is_further_down(window: MainWindow) -> None:
    sides = window.stage.settling.panel.sides
    sides.chosen.emit(1)
    assert sides.at == 1
    window.resize(1000, 420)
    bar = sides.verticalScrollBar()
    if bar.maximum():
        press(Key.Key_Space)
        assert bar.value() > 0


def test_the_card_names_the_key_that_settles(window: MainWindow) -> None:
    assert f"{action_table.row('settle').shown_keys} settles it" in window.card.said()


def test_nothing_is_cut_off_at_twice_the_size(window: MainWindow, qtbot: QtBot) -> None:
    window.looks.zoom(TWICE)
    window.resize(SMALLEST_SCREEN)
    QApplication.processEvents()
    press(Key.Key_2)
    try:
        qtbot.waitUntil(lambda: not any(map(cut_off, texts(window))))
        assert (window.width(), window.height()) <= (SMALLEST_SCREEN.width(), SMALLEST_SCREEN.height())
    finally:
        window.looks.normal()
