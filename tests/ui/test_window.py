"""Keys, drops and states of the whole window, with a real store and a detector that finds marks alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import platformdirs
import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quotereview import paths
from quotereview.errors import ModelMissing
from quotereview.model import Detection, Span, Verdict
from quotereview.review.filtering import Filter
from quotereview.review.queue import Counts, Order
from quotereview.review.session import Session
from quotereview.settings import RECENT, Settings
from quotereview.store import open_store
from quotereview.ui import action_table
from quotereview.ui.candidates import CandidateRow
from quotereview.ui.controls import Button, Field
from quotereview.ui.crosscheck import LOWEST, MatchRow
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE, BYPASS, BYPASS_TEXT, MarksOnly, read


def press(window: MainWindow, *keys: Qt.Key, on: QWidget | None = None) -> None:
    for key in keys:
        QTest.keyClick(on or QApplication.focusWidget() or window, key)


def verdicts(window: MainWindow) -> list[Verdict]:
    session = window.desk.session
    return [session.quote(item.quote).verdict for item in window.desk.items]


def done_reading(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.intake.reading


# Keys


def test_the_walk_by_keys(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_D, Qt.Key.Key_C)
    assert verdicts(window) == [
        Verdict.CONFIRMED,
        Verdict.NOT_A_QUOTE,
        Verdict.DISPUTED,
        Verdict.CANNOT_VERIFY,
    ]
    assert window.status.said().startswith("4 of 4 decided")
    assert window.status.export.isVisible()


def test_a_reason_is_written_before_or_after_the_verdict(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Y)
    QTest.keyClicks(window.card.reason_editor, "another voice")
    press(window, Qt.Key.Key_Return, Qt.Key.Key_D, Qt.Key.Key_K)
    assert "Because: another voice" in window.card.said()
    press(window, Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_Y, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert "Because: another voice" in window.card.said()
    assert window.desk.session.undo_label == "Undo reason: “another voice”"


def test_a_digit_picks_and_stays_and_enter_goes_on(window: MainWindow) -> None:
    at = window.desk.quote
    press(window, Qt.Key.Key_2)
    assert window.desk.quote == at
    assert "Otto Rand" in window.card.said() and "✎ corrected" in window.card.said()
    press(window, Qt.Key.Key_Enter)
    assert window.desk.quote != at
    assert verdicts(window)[:2] == [Verdict.CORRECTED, Verdict.OPEN]


def test_a_digit_without_a_candidate_is_told(window: MainWindow) -> None:
    press(window, Qt.Key.Key_9)
    assert "9" in window.messages.sentence
    assert verdicts(window)[0] is Verdict.OPEN


def test_a_half_written_name_is_not_lost_in_silence(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    QTest.keyClicks(window.card.speaker_editor.field, "Vera N")
    window.actions_table["next"].trigger()
    assert "“Vera N” was not kept" in window.messages.sentence
    assert set(verdicts(window)) == {Verdict.OPEN}


@pytest.mark.parametrize("verb", [Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_N])
def test_no_key_of_the_table_acts_while_a_field_is_open(window: MainWindow, verb: Qt.Key) -> None:
    quote = window.desk.quote
    press(window, verb)
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "Vera Ny")
    shortcuts = {key for row in action_table.TABLE for key in row.keys} - {"Return", "Enter", "Esc"}
    for key in shortcuts:
        QTest.keySequence(field, QKeySequence(key))
    assert window.desk.quote == quote and set(verdicts(window)) == {Verdict.OPEN}
    assert len(window.desk.session.articles()) == 2 and QApplication.focusWidget() is field


@pytest.mark.parametrize(("verb", "tabs"), [(Qt.Key.Key_S, 2), (Qt.Key.Key_O, 2), (Qt.Key.Key_N, 1)])
def test_tab_out_of_a_field_closes_it_and_tells_what_was_not_kept(window: MainWindow, verb: Qt.Key, tabs: int) -> None:
    press(window, verb)
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "Vera Ny")
    press(window, *[Qt.Key.Key_Tab] * tabs)
    assert not field.isVisible()
    assert "“Vera Ny” was not kept" in window.messages.sentence
    assert set(verdicts(window)) == {Verdict.OPEN}


def test_the_kind_of_a_source_belongs_to_its_field(window: MainWindow) -> None:
    press(window, Qt.Key.Key_O, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.card.source_editor.kind
    press(window, Qt.Key.Key_2, Qt.Key.Key_X)
    assert window.card.source_editor.isVisible() and set(verdicts(window)) == {Verdict.OPEN}


def test_a_click_on_a_candidate_closes_a_field(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    field = window.card.speaker_editor.field
    QTest.keyClicks(field, "Vera Ny")
    otto = next(row for row in window.card.findChildren(CandidateRow) if row.rank == 2)
    QTest.mouseClick(otto, Qt.MouseButton.LeftButton)
    assert not field.isVisible() and "Otto Rand" in window.card.said()
    assert verdicts(window)[0] is Verdict.CORRECTED


def test_enter_asks_whose_speech_it_is_before_it_signs(window: MainWindow) -> None:
    press(window, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Return)
    field = window.card.speaker_editor.field
    assert QApplication.focusWidget() is field
    assert "name a speaker" in window.messages.sentence
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(field, held)
    assert verdicts(window)[2] is Verdict.OPEN
    press(window, Qt.Key.Key_Return)
    assert verdicts(window)[2] is Verdict.CONFIRMED
    assert window.messages.sentence == "" and "No speaker" in window.card.said()


def test_letters_do_not_act_while_one_types(window: MainWindow) -> None:
    press(window, Qt.Key.Key_S)
    field = window.card.speaker_editor.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "Dxq 12?")
    assert field.text() == "Dxq 12?"
    assert set(verdicts(window)) == {Verdict.OPEN}
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    speaker = window.desk.session.quote(window.desk.quote).ruling.speaker
    assert speaker is not None and speaker.name == "Dxq 12?"
    press(window, Qt.Key.Key_J)
    assert window.desk.place_in_article() == (2, 2)


def test_enter_on_a_button_presses_it_and_confirms_nothing(window: MainWindow) -> None:
    button = next(found for found in window.findChildren(Button) if found.accessibleName().startswith("Disputed"))
    button.setFocus()
    press(window, Qt.Key.Key_Return)
    assert verdicts(window)[0] is Verdict.DISPUTED


def test_a_click_on_a_button_leaves_the_keys_where_they_were(window: MainWindow) -> None:
    button = next(found for found in window.findChildren(Button) if found.accessibleName().startswith("Disputed"))
    before = QApplication.focusWidget()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is before
    assert verdicts(window)[0] is Verdict.DISPUTED


def test_arrows_in_the_list_choose_an_article(window: MainWindow) -> None:
    window.articles.list.setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.desk.article == BYPASS.article.id
    press(window, Qt.Key.Key_J)
    assert window.desk.place_in_article() == (2, 2)


def test_the_keys_are_shown(window: MainWindow, answers: Answers) -> None:
    QTest.keyClicks(window, "?")
    assert answers.keys_shown == 1


def test_a_key_that_is_held_down_rules_once_but_moves_on() -> None:
    repeating = {row.id for row in action_table.TABLE if row.repeats}
    assert {"next", "previous", "next_open", "larger", "smaller"} <= repeating
    changing = {"confirm", "pick", "repeat", "reject", "dispute", "doubt", "reopen", "undo", "redo", "accept_offer"}
    assert not changing & repeating


def test_qt_knows_which_keys_repeat(window: MainWindow) -> None:
    assert not window.actions_table["confirm"].autoRepeat()
    assert window.actions_table["next"].autoRepeat()


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Qt.Key.Key_R, "This quote is open: nobody has ruled on it."),
        (Qt.Key.Key_S | Qt.KeyboardModifier.ShiftModifier, "No correction is offered to other quotes."),
        (Qt.Key.Key_Z | Qt.KeyboardModifier.ControlModifier, "There is nothing to undo."),
    ],
)
def test_a_key_that_cannot_be_used_now_says_why(window: MainWindow, key: Qt.Key | QKeyCombination, why: str) -> None:
    for step in window.desk.items:  # so that adding articles is undone, too
        window.desk.focus(*step)
    while window.desk.session.undo_label and key != Qt.Key.Key_R:
        window.desk.undo()
    keys = key if isinstance(key, QKeyCombination) else QKeyCombination(key)
    QTest.keyClick(window, keys.key(), keys.keyboardModifiers())
    assert window.messages.sentence == why


def test_nothing_moves_when_something_is_told(window: MainWindow, qtbot: QtBot) -> None:
    panels = (window.articles, window.article_view, window.card, window.crosscheck, window.status)
    before = [panel.geometry() for panel in panels]
    window.messages.tell("Something is told. " * 12)
    QApplication.processEvents()
    assert [panel.geometry() for panel in panels] == before
    assert window.messages.isVisible() and window.messages.geometry().bottom() <= window.desk_top.geometry().bottom()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.messages.width() == window.left.width())


def test_what_undo_and_redo_did_is_told_below_the_article(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.article_view.said() == "Undone: speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.article_view.said() == "Done again: speaker: Otto Rand"
    press(window, Qt.Key.Key_J)
    assert "Otto Rand" not in window.article_view.said()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_K, "No quote comes before this one."),
        (Qt.Key.Key_H, "This is the first article."),
    ],
)
def test_a_step_beyond_the_end_is_told(window: MainWindow, key: Qt.Key, told: str) -> None:
    press(window, key, key, key, key, key)
    assert window.article_view.said() == told


def test_what_arrives_is_compared_with_the_quote_in_focus(opened: Opening, session: Session) -> None:
    session.keep(read("one.txt", "Pier closed\n\n“The pier is quite safe to walk on,” Ana Voss said.\n", "One"))
    window = opened(session)
    assert not window.crosscheck.findChildren(MatchRow)
    other = read("two.txt", "Pier\n\n“The pier is quite safe to walk on,” Jon Ardal said.\n", "Two")
    window.desk.take(session.keep(other))
    assert window.crosscheck.findChildren(MatchRow)


def test_undo_and_redo_say_what_they_would_do(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2)
    assert window.actions_table["undo"].text() == "Undo speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdicts(window)[0] is Verdict.OPEN
    assert window.actions_table["redo"].text() == "Redo speaker: Otto Rand"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert verdicts(window)[0] is Verdict.CORRECTED


def test_a_selection_and_q_add_a_missed_quote(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Q)
    assert window.messages.sentence.startswith("Select the words")
    assert window.desk.quote
    span = Span(0, len("Harbour bridge"))
    window.intake.add_quote(span)
    qtbot.waitUntil(lambda: len(window.desk.items) == 5)
    added = window.desk.session.quote(window.desk.quote)
    assert added.added_by_hand and added.ruling.passages[0].words == "Harbour bridge"
    assert "added by Ana Brüll" in window.card.said()
    press(window, Qt.Key.Key_1)
    window.actions_table["undo"].trigger()
    assert len(window.desk.items) == 4
    assert window.desk.quote == window.desk.items[0].quote and window.messages.sentence == ""


# What comes in


def test_dropped_files_are_read_and_a_bad_one_is_told(
    empty_window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "good.txt").write_text(BYPASS_TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("good.txt", "empty.txt")])
    empty_window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(done_reading(empty_window))
    assert empty_window.status.said().endswith("1 read, 1 refused")
    empty_window.status.refused.click()
    assert [Path(one.path).name for one in answers.refused] == ["empty.txt"]
    assert empty_window.desk.place_in_article() == (1, 2)


def test_pasted_text_becomes_an_article_under_the_title_given(
    empty_window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(BYPASS_TEXT)
    answers.titled = "From a colleague"
    QTest.keyClick(empty_window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(done_reading(empty_window))
    [article] = empty_window.desk.session.articles()
    assert article.name == "From a colleague"


def test_nothing_to_paste_is_told(empty_window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(empty_window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert empty_window.messages.sentence.startswith("There is no text")


def test_reading_can_be_stopped_between_two_files(
    opened: Opening, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    second, go_on = Event(), Event()

    class Waiting(MarksOnly):
        def detect(
            self, text: str, added: Sequence[Span] = (), replaced: Sequence[Span] = (), outlet: str | None = None
        ) -> Detection:
            if text.startswith("2"):
                second.set()
                go_on.wait(10)
            return super().detect(text, added, replaced, outlet)

    for number in range(1, 6):
        (tmp_path / f"{number}.txt").write_text(f"{number} “Yes,” he said.\n", encoding="utf-8")
    window = opened(session, files=sorted(tmp_path.glob("*.txt")), detector=Waiting)
    qtbot.waitUntil(lambda: bool(session.articles()))
    second.wait(10)
    assert window.status.said().endswith("Reading 1 of 5 — 1.txt")
    window.status.stop.click()
    go_on.set()
    qtbot.waitUntil(done_reading(window))
    assert window.status.said().endswith("Stopped: 1 read")
    assert len(session.articles()) == 1


def test_closing_while_articles_are_read_ends_the_worker(empty_window: MainWindow, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"{number} “Yes,” he said.\n" * 50, encoding="utf-8")
    empty_window.shelf.take_in([tmp_path])
    empty_window.close()
    assert not empty_window.jobs._worker.is_alive()


# States


def test_an_empty_window_says_what_to_do(empty_window: MainWindow) -> None:
    assert empty_window.centre.currentWidget() is empty_window.start
    assert not empty_window.actions_table["confirm"].isEnabled()
    assert not empty_window.actions_table["export"].isEnabled()
    assert empty_window.status.said() == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nobody said a word.\n", "this text has no quotation marks"),
        ("Somebody “began.\n", "do not pair up"),
    ],
)
def test_an_article_without_quotes_says_why(opened: Opening, session: Session, text: str, why: str) -> None:
    session.keep(read("silent.txt", text))
    window = opened(session)
    assert why in window.card.said()
    assert not window.actions_table["confirm"].isEnabled()


def test_a_missing_model_is_told_and_review_goes_on(opened: Opening, filled: Session, qtbot: QtBot) -> None:
    def missing() -> MarksOnly:
        raise ModelMissing("No language model is installed.")

    window = opened(filled, detector=missing)
    qtbot.waitUntil(lambda: window.messages.sentence == "No language model is installed.")
    press(window, Qt.Key.Key_Return)
    assert verdicts(window)[0] is Verdict.CONFIRMED


def test_a_window_that_one_comes_back_to_shows_what_another_one_did(window: MainWindow, filled: Session) -> None:
    with open_store(filled.store_path) as store:
        Session(store, "Ben Ode").rule(window.desk.quote, Verdict.DISPUTED)
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert "disputed by Ben Ode" in window.card.said()
    assert window.status.said().startswith("1 of 4 decided")
    assert window.articles.queue.counts.text() == "3 of 4 left"


def test_the_editor_is_asked_for_once_and_always_shown(
    opened: Opening, filled: Session, answers: Answers, tmp_path: Path
) -> None:
    answers.name = "Mara Lund"
    fresh = Settings(tmp_path / "fresh.json")
    for expected in ("Mara Lund", "Mara Lund"):
        window = opened(filled, settings=fresh)
        assert window.whose.text() == f"{expected} · desk.qrev"
        answers.name = "Nobody else is asked"
        window.close()


def test_a_sheet_goes_beside_its_store_but_not_among_the_programs_own_data(
    own_data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path)
    assert paths.sheets_folder(tmp_path / "work" / "friday.qrev") == tmp_path / "work"
    assert paths.sheets_folder(paths.default_store()) == tmp_path
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "none")
    assert paths.sheets_folder(own_data_folder / "quotes.qrev") == Path.home()


def test_an_export_is_told(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.paths = [tmp_path / "sheet.csv"]
    window.actions_table["export"].trigger()
    assert answers.paths[0].exists()
    assert str(answers.paths[0]) in window.messages.sentence


def test_what_was_told_stays_when_one_comes_back_from_a_dialog(window: MainWindow) -> None:
    window.messages.tell("The sheet is written.", passing=True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.messages.sentence == "The sheet is written."


def test_an_export_that_cannot_be_written_is_told(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.paths = [tmp_path / "no such folder" / "sheet.csv"]
    window.actions_table["export"].trigger()
    assert window.messages.sentence
    assert verdicts(window)[0] is Verdict.OPEN


def test_a_key_opens_the_filter_and_the_quote_in_focus_stays(window: MainWindow) -> None:
    at = window.desk.quote
    field = window.articles.queue.field
    press(window, Qt.Key.Key_F)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "gulls")
    assert (window.desk.quote, window.articles.queue.counts.text()) == (at, "1 of 1 left · 4 in all")
    press(window, Qt.Key.Key_Return)
    assert window.article_view.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_J)
    assert window.desk.standing().ruling.passages[0].words == "Ask the gulls."
    press(window, Qt.Key.Key_F, Qt.Key.Key_Escape)
    assert window.article_view.isAncestorOf(QApplication.focusWidget())
    assert window.articles.queue.counts.text() == "4 of 4 left"


def test_a_filter_that_hides_the_quote_in_focus_says_where_to_go_on(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F)
    QTest.keyClicks(window.articles.queue.field, "speaker:rand")
    press(window, Qt.Key.Key_Return)
    assert window.article_view.said() == "The filter does not show this quote; G goes to the next one that it shows."
    press(window, Qt.Key.Key_G)
    assert "Otto Rand" in window.card.said() and "filter" not in window.article_view.said()


def test_order_and_filter_are_there_again_after_a_restart(
    opened: Opening, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    window.articles.queue.order_chosen.emit(Order.SPEAKER)
    press(window, Qt.Key.Key_F)
    QTest.keyClicks(window.articles.queue.field, "note:")
    at = window.desk.quote
    window.close()
    again = opened(window.desk.session)
    assert (again.articles.queue.order.value, again.articles.queue.field.text()) == (Order.SPEAKER, "note:")
    assert (again.desk.quote, again.desk.counts()) == (at, Counts(0, 0, 4))
    again.close()
    with open_store(tmp_path / "other.qrev") as store:
        assert opened(Session(store, "Ana Brüll")).desk.filter == Filter()


def test_a_recent_store_can_be_chosen(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    settings.set(RECENT, [str(window.desk.session.store_path), "/other.qrev"])
    window.recent.aboutToShow.emit()
    here, other = window.recent.actions()
    assert not here.isEnabled()
    with qtbot.waitSignal(window.store_wanted) as wanted:
        other.trigger()
    assert wanted.args == [Path("/other.qrev")]


def test_colours_turn_and_are_remembered(window: MainWindow, settings: Settings, qapp: QApplication) -> None:
    before = qapp.palette()
    lightness = before.window().color().lightness()
    window.actions_table["colours"].trigger()
    assert (qapp.palette().window().color().lightness() < 128) is (lightness >= 128)
    window.actions_table["colours"].trigger()
    qapp.setPalette(before)


def test_the_caret_follows_the_focus_so_that_words_near_it_can_be_selected(window: MainWindow) -> None:
    press(window, Qt.Key.Key_J)
    shift_left = (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, *shift_left)
    selection = window.article_view.selection()
    assert selection is not None
    assert selection.of(ARTICLE.text) == ":"


def test_panels_keep_their_size_in_the_next_start(opened: Opening, filled: Session) -> None:
    window = opened(filled)
    window.desk_top.setSizes([800, 480])
    wide = window.desk_top.sizes()
    window.close()
    assert opened(filled).desk_top.sizes() == wide


def test_an_article_of_its_own_has_the_room_of_the_cross_check(
    window: MainWindow, settings: Settings, qapp: QApplication
) -> None:
    line = window.crosscheck.height()
    assert line < LOWEST
    window.crosscheck.unfold()
    assert window.crosscheck.height() >= LOWEST
    height = window.crosscheck.height()
    window.crosscheck.fold()
    assert window.crosscheck.height() == line
    window.close()
    assert window.crosscheck.height() == height  # which is what is remembered
