"""The words of a quote are shaped by keys alone, seen in the text before they are kept, and by no other key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Kind, StandingQuote, Verdict
from quotereview.review.session import Session
from quotereview.ui import action_table
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import BYPASS_TEXT, read

KEYS = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ARABIC = "قال الوزير: “الطريق مفتوح اليوم” ثم غادر.\n"
ASTRAL = "Aho 👍 said: “We 👍🏽 agree 👍 now” and left.\n"


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        where = QApplication.focusWidget()
        assert where
        QTest.keyClick(where, key, modifiers)


def drafted(window: MainWindow) -> list[str]:
    """The words that the text marks as those that would be kept."""
    shaping = window.span_editor.shaping
    assert shaping
    return [passage.of(shaping.text) for passage in shaping.draft.passages]


def words(window: MainWindow) -> list[str]:
    standing = window.desk.standing()
    assert standing
    return [passage.words for passage in standing.ruling.passages]


@pytest.fixture
def at_work(opened: Opening, session: Session) -> Callable[[str], MainWindow]:
    """A window on one article of a text, at its first quote, the words being shaped."""

    def begin(text: str) -> MainWindow:
        session.keep(read("one.txt", text))
        window = opened(session)
        press(KEYS.Key_E)
        assert window.span_editor.hasFocus()
        return window

    return begin


Begin = Callable[[str], MainWindow]


def test_the_end_and_the_beginning_move_and_enter_keeps(at_work: Begin, qtbot: QtBot) -> None:
    window = at_work(BYPASS_TEXT)
    press(KEYS.Key_Right, KEYS.Key_Right)
    assert drafted(window) == ["We regret it,” Nils Aho"]
    press(KEYS.Key_Left)
    press(KEYS.Key_Right, modifiers=SHIFT)
    assert drafted(window) == ["regret it,” Nils"]
    press(KEYS.Key_Left, modifiers=CTRL)
    assert drafted(window) == ["regret it,” Nil"]
    press(KEYS.Key_M)
    assert drafted(window) == ["We regret it,"]
    press(KEYS.Key_Left, KEYS.Key_Return)
    qtbot.waitUntil(lambda: words(window) == ["We regret"])
    assert window.span_editor.isHidden() and window.article_view.isAncestorOf(QApplication.focusWidget())
    window.actions_table["undo"].trigger()
    assert words(window) == ["We regret it,"]


def test_words_are_split_at_a_line_that_moves(at_work: Begin, qtbot: QtBot) -> None:
    window = at_work("“We came. We saw it all.” So he said.\n")
    press(KEYS.Key_Slash)
    assert "behind it" in window.span_editor.said()
    press(KEYS.Key_Right, KEYS.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.items) == 2)
    assert words(window) == ["We came. We"]
    press(KEYS.Key_J)
    assert words(window) == ["saw it all."]


def test_escape_gives_up_the_split_and_then_the_rest(at_work: Begin) -> None:
    window = at_work(BYPASS_TEXT)
    press(KEYS.Key_S, KEYS.Key_Escape)
    assert window.span_editor.shaping and window.span_editor.shaping.draft.split is None
    press(KEYS.Key_Right, KEYS.Key_Escape)
    assert window.span_editor.shaping is None and words(window) == ["We regret it,"]
    assert "not kept" in window.messages.sentence


def test_two_quotes_are_merged(at_work: Begin, qtbot: QtBot) -> None:
    window = at_work(BYPASS_TEXT)
    press(KEYS.Key_Plus)
    assert drafted(window) == ["We regret it,", "By May."]
    press(KEYS.Key_Plus)
    assert "No quote follows" in window.span_editor.said()
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.items) == 1)
    assert words(window) == ["We regret it,", "By May."]


def test_kind_fragment_and_place_take_turns(at_work: Begin) -> None:
    window = at_work(BYPASS_TEXT)
    press(KEYS.Key_K, KEYS.Key_P)
    assert "Kind: a title" in window.span_editor.said() and "Fragment" in window.span_editor.said()
    press(KEYS.Key_I)
    assert "No quote is around these words" in window.span_editor.said()
    press(KEYS.Key_Return)
    standing = window.desk.standing()
    assert standing and (standing.ruling.kind, standing.ruling.partial) == (Kind.TITLE, True)


def test_what_cannot_be_kept_is_said_and_stays(at_work: Begin) -> None:
    window = at_work("“We saw it,” he said, “and more to come.”\n")
    press(*[KEYS.Key_Right] * 3)
    draft = drafted(window)
    press(KEYS.Key_Return)
    assert window.span_editor.shaping and drafted(window) == draft
    assert "would cross" in window.span_editor.said()


def test_no_key_of_the_table_acts_in_the_mode(at_work: Begin) -> None:
    window = at_work(BYPASS_TEXT)
    shortcuts = {key for row in action_table.TABLE for key in row.keys} - {"Return", "Enter", "Esc"}
    for key in shortcuts:
        QTest.keySequence(window.span_editor, key)
    assert window.span_editor.hasFocus() and verdicts(window) == {Verdict.OPEN}
    assert len(window.desk.session.articles()) == 1 and words(window) == ["We regret it,"]


def verdicts(window: MainWindow) -> set[Verdict]:
    quotes: tuple[StandingQuote, ...] = window.desk.session.quotes(window.desk.article)
    return {quote.verdict for quote in quotes}


def test_in_a_line_from_the_right_the_left_arrow_goes_on(at_work: Begin) -> None:
    window = at_work(ARABIC)
    press(KEYS.Key_Right)
    assert drafted(window) == ["الطريق مفتوح"]
    press(KEYS.Key_Left, KEYS.Key_Left)
    assert drafted(window) == ["الطريق مفتوح اليوم” ثم"]
    press(KEYS.Key_Left, modifiers=SHIFT)
    assert drafted(window) == ["مفتوح اليوم” ثم"]


def test_signs_beyond_the_first_plane_count_as_one(at_work: Begin, qtbot: QtBot) -> None:
    window = at_work(ASTRAL)
    press(KEYS.Key_Left, KEYS.Key_Left)
    assert drafted(window) == ["We"]
    press(KEYS.Key_Right, KEYS.Key_Right, modifiers=CTRL)
    assert drafted(window) == ["We 👍🏽"]
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: words(window) == ["We 👍🏽"])


def test_the_text_shows_the_draft_while_it_lasts(at_work: Begin) -> None:
    window = at_work(BYPASS_TEXT)
    before = window.article_view.grab().toImage()
    press(KEYS.Key_Right)
    assert window.article_view.grab().toImage() != before


def test_the_bar_closes_when_the_editor_turns_to_another_quote(at_work: Begin) -> None:
    window = at_work(BYPASS_TEXT)
    press(KEYS.Key_Right)
    window.desk.step(1)
    assert window.span_editor.shaping is None and "not kept" in window.messages.sentence
