"""Drops and states of the whole window, with a real store and a detector that finds marks alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import platformdirs
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from quotereview import paths
from quotereview.errors import ModelMissing
from quotereview.model import Detection, Span, Stretch, Verdict
from quotereview.review.filtering import Filter
from quotereview.review.queue import Counts, Order
from quotereview.review.session import Session
from quotereview.settings import RECENT, Settings
from quotereview.store import open_store
from quotereview.ui.crosscheck import LOWEST
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.conftest import Opening
from tests.ui.pressing import press, verdicts
from tests.ui.story import ARTICLE, BYPASS_TEXT, MarksOnly, read


def done_reading(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.intake.reading


# What comes in


def test_dropped_files_are_read_and_a_bad_one_is_told(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
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
    assert [Path(one.path).name for one in empty_window.stage.refusals.panel.rows.things] == ["empty.txt"]
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


def test_a_pasted_page_is_read_as_one_with_the_address_that_the_browser_tells(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText(f"{BYPASS_TEXT}\nMost read")
    copied.setHtml(f"<h1>Bypass opens</h1><p class='byline'>By Ina Brook</p><p>{BYPASS_TEXT}</p><nav>Most read</nav>")
    copied.setData("chromium/x-source-url", b"https://mail.example/bypass")
    QGuiApplication.clipboard().setMimeData(copied)
    QTest.keyClick(empty_window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(done_reading(empty_window))
    session = empty_window.desk.session
    article = session.article(session.articles()[0].id)
    assert (article.headline, article.byline, article.url) == (
        "Bypass opens",
        "By Ina Brook",
        "https://mail.example/bypass",
    )
    assert [one.span.of(article.text) for one in article.zones] == ["Bypass opens", "Most read"]
    assert article.original.startswith(b"<h1>")


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
            self,
            text: str,
            added: Sequence[Span] = (),
            replaced: Sequence[Span] = (),
            outlet: str | None = None,
            zones: Sequence[Stretch] = (),
        ) -> Detection:
            if text.startswith("2"):
                second.set()
                go_on.wait(10)
            return super().detect(text, added, replaced, outlet, zones)

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


def test_an_export_is_told(window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    answers.paths = [tmp_path / "sheet.csv"]
    window.actions_table["export"].trigger()
    with qtbot.waitSignal(window.exporting.written):
        window.exporting.panel.wanted.emit()
    assert answers.paths[0].exists()
    assert str(answers.paths[0]) in window.messages.sentence


def test_what_was_told_stays_when_one_comes_back_from_a_dialog(window: MainWindow) -> None:
    window.messages.tell("The sheet is written.", passing=True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.messages.sentence == "The sheet is written."


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.paths = [tmp_path / "no such folder" / "sheet.csv"]
    window.actions_table["export"].trigger()
    window.exporting.panel.wanted.emit()
    qtbot.waitUntil(lambda: "is not there" in window.messages.sentence)
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
        elsewhere = opened(Session(store, "Ana Brüll"))
        assert elsewhere.desk.filter == Filter()
        elsewhere.close()


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


def test_esc_dismisses_what_was_told(window: MainWindow) -> None:
    window.messages.tell("The disk that holds the store is full.")
    press(window, Qt.Key.Key_Escape, on=window.article_view)
    assert window.messages.sentence == ""
    assert window.article_view.isAncestorOf(window.focusWidget())


def test_what_is_told_covers_no_words_of_the_cross_check(window: MainWindow) -> None:
    window.crosscheck.unfold()
    room = window.crosscheck.findChild(QScrollArea)
    assert room
    whole = room.height()
    window.messages.tell("The store is read-only: nothing that you decide is kept.")
    QApplication.sendPostedEvents()
    foot = room.mapTo(window, room.rect().bottomLeft()).y()
    assert foot < window.messages.mapTo(window, QPoint()).y()
    window.messages.dismiss()
    QApplication.sendPostedEvents()
    assert room.height() == whole
