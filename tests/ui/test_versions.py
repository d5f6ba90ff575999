"""All versions of a quote in the window: Shift+X opens them, keys go through them, rule on them and settle them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Label
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui import action_table, versions
from quotereview.ui.version_lines import ALL_SAME, Line
from quotereview.ui.versions_panel import COMPARING, KEYS, NOBODY, REOPEN_KEYS, RULING_KEYS, SETTLE_KEYS, VersionsPanel
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import read
from tests.ui.test_accessibility import SMALLEST_SCREEN, TWICE, cut_off, texts

Key = Qt.Key
WORDS = "The sprinklers in the east hall were off when we came in on Tuesday"
HERE = read("here.txt", f"Fire\n\n“{WORDS},” Ana said.\n\n“Nobody slept there,” she said.\n", "Harbour Post")
THERE = read("there.txt", f"Blaze\n\n“{WORDS.replace('Tuesday', 'Wednesday')},” Jon said.\n", "Island News")
ALIKE = read("alike.txt", f"Hall burns\n\n“{WORDS},” Ana said.\n", "Gazette")


def keep_three(session: Session) -> None:
    """Three articles of one utterance, of which one gives it to somebody else, and another day."""
    for article, speaker in ((HERE, "Ana Voss"), (THERE, "Jon Ardal"), (ALIKE, "Ana Voss")):
        session.keep(article)
        for quote in session.quotes(article.article.id):
            session.set_speaker(quote.id, speaker)


@pytest.fixture
def window(opened: Opening, session: Session) -> MainWindow:
    keep_three(session)
    made = opened(session)
    made.desk.focus(HERE.article.id, session.quotes(HERE.article.id)[0].id)
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    return made


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def write(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)
    press(Key.Key_Return)


def panel(window: MainWindow) -> VersionsPanel:
    return window.stage.versions.panel


def outlets(window: MainWindow) -> list[str]:
    return [line.outlet for line in panel(window).rows.things]


def chosen(window: MainWindow) -> Line:
    line = panel(window).line()
    assert line is not None
    return line


def said(window: MainWindow) -> str:
    return panel(window).said().replace("\u2068", "").replace("\u2069", "")


def test_the_versions_stand_below_the_quote_in_focus_those_that_differ_first(window: MainWindow) -> None:
    assert window.stage.versions.open and panel(window).rows.hasFocus()
    assert outlets(window) == ["Harbour Post", "Island News", "Gazette"]
    assert chosen(window).outlet == "Island News"
    assert "2 other articles have it; 1 of them differs in speaker, date" in said(window)
    assert "≠ Jon Ardal" in said(window) and "[Tuesday, → Wednesday,]" in said(window)
    assert f"Ana Voss, no source: {ALL_SAME}" in said(window)
    assert "! speaker · Ana Voss · Jon Ardal" in said(window)
    assert "Because: " in said(window)


def test_the_strip_below_and_the_verbs_rest_meanwhile(window: MainWindow) -> None:
    assert window.crosscheck.isHidden()
    press(Key.Key_Escape)
    assert not window.crosscheck.isHidden() and window.article_view.hasFocus()


def test_space_shows_all_words(window: MainWindow) -> None:
    assert [stroke.letters for stroke in panel(window).rows.things[2].strokes] == [ALL_SAME]
    press(Key.Key_Space)
    assert WORDS in "".join(stroke.letters for stroke in panel(window).rows.things[2].strokes)
    assert chosen(window).outlet == "Island News"


def test_enter_goes_to_the_version_in_its_article(window: MainWindow) -> None:
    press(Key.Key_Return)
    assert window.desk.article == THERE.article.id and not window.stage.versions.open
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert outlets(window)[0] == "Island News"
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert not window.stage.versions.open


def test_the_keys_that_are_told_are_those_that_do_something(window: MainWindow) -> None:
    assert RULING_KEYS in said(window) and SETTLE_KEYS in said(window)
    press(Key.Key_Down)
    assert RULING_KEYS in said(window) and SETTLE_KEYS not in said(window)
    press(Key.Key_Home)
    assert said(window).endswith(KEYS)
    for key in (Key.Key_1, Key.Key_S, Key.Key_R, Key.Key_Right):
        press(key)
    assert window.desk.session.undo_label is None or "same" not in window.desk.session.undo_label


@pytest.mark.parametrize(
    ("key", "label"), [(Key.Key_1, Label.SAME), (Key.Key_2, Label.REPEAT), (Key.Key_3, Label.DIFFERENT)]
)
def test_a_digit_rules_what_it_is_and_0_takes_that_back(window: MainWindow, key: Key, label: Label) -> None:
    press(key)
    match = chosen(window).match
    assert match and match.label is label and match.ruling and match.ruling.by == "Ana Brüll"
    assert chosen(window).outlet == "Island News", "it stays where it is"
    assert "Ctrl+Z takes that back." in window.messages.sentence
    press(Key.Key_0)
    match = chosen(window).match
    assert match and match.holds and not (match.ruling and match.ruling.label)


def test_what_is_ruled_not_the_same_is_no_conflict_any_more_and_undo_brings_it_back(window: MainWindow) -> None:
    press(Key.Key_3)
    assert "nothing is in conflict" in said(window)
    state = chosen(window).state
    assert state and state.word == "not the same"
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.versions.open and "differs in speaker" in said(window)


def test_a_conflict_is_settled_with_a_reason_and_opened_again(window: MainWindow) -> None:
    press(Key.Key_Right)
    press(Key.Key_S)
    assert "Both may stand, because" in said(window) and panel(window).why.reason.hasFocus()
    write("The desk has the tape.")
    match = chosen(window).match
    assert match and [one.field for one in match.open_conflicts] == ["speaker"]
    assert "settled by Ana Brüll: The desk has the tape." in said(window)
    assert REOPEN_KEYS in said(window) and SETTLE_KEYS not in said(window)
    assert panel(window).rows.hasFocus() and window.stage.versions.open
    press(Key.Key_R)
    match = chosen(window).match
    assert match and len(match.open_conflicts) == 2


def test_when_all_is_settled_the_version_says_so(window: MainWindow) -> None:
    for _ in range(2):
        press(Key.Key_S)
        write("So it is.")
        press(Key.Key_Right)
    state = chosen(window).state
    assert state and state.word == "settled"
    assert "nothing is in conflict" in said(window)


def test_the_reason_is_not_kept_where_another_settled_it_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_S)
    QTest.keyClicks(QApplication.focusWidget(), "Half a rea")
    with open_store(window.desk.session.store_path) as store:
        ben = Session(store, "Ben Ode")
        match = chosen(window).match
        assert match is not None
        ben.match_rulings.settle(match.here.quote, match.there.quote, match.conflicts[0], "The tape.")
        qtbot.waitUntil(lambda: not panel(window).why.asks, timeout=5000)
    assert "“Half a rea” was not kept." in window.messages.sentence
    assert "settled by Ben Ode: The tape." in said(window)


def test_a_quote_that_nobody_else_has_says_so(window: MainWindow) -> None:
    press(Key.Key_Escape)
    window.desk.step(1)
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert said(window).startswith(NOBODY) and "Nobody slept there" in said(window)
    for key in (Key.Key_1, Key.Key_S, Key.Key_Return, Key.Key_Space):
        press(key)
    assert window.stage.versions.open


def test_another_part_that_takes_the_keys_closes_it(window: MainWindow) -> None:
    window.search.setFocus()
    assert not window.stage.versions.open


def test_it_keeps_clear_of_what_is_told_at_the_foot(window: MainWindow) -> None:
    window.messages.tell("Something was done.")
    QApplication.processEvents()
    foot = panel(window).mapTo(window, panel(window).rect().bottomLeft()).y()
    assert foot <= window.messages.mapTo(window, window.messages.rect().topLeft()).y()


def test_no_words_are_cut_off_at_twice_the_size(window: MainWindow) -> None:
    window.looks.zoom(TWICE)
    window.resize(SMALLEST_SCREEN)
    QApplication.processEvents()
    inside = [each for each in texts(window) if panel(window).isAncestorOf(each)]
    assert inside and [told for told in map(cut_off, inside) if told] == []
    window.looks.normal()


def test_many_words_are_compared_in_slices(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    press(Key.Key_Escape)
    monkeypatch.setattr(versions, "SLICE", 1)
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert said(window).startswith(COMPARING) and outlets(window) == []
    qtbot.waitUntil(lambda: len(outlets(window)) == 3)
    assert chosen(window).outlet == "Island News" and COMPARING not in said(window)
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_Escape)
    assert not window.stage.versions._pause.isActive()


def test_the_key_stands_in_the_table() -> None:
    assert action_table.row("versions").keys == ("Shift+X",)
