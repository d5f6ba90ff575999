"""Detecting articles again in the background, from the window: what is told, how it ends, and what it leaves alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quotereview.errors import ModelMissing, StoreFault
from quotereview.model import Detection, Quote, Span, Stretch, Verdict
from quotereview.review.change import Change
from quotereview.review.session import Session
from quotereview.ui import action_table
from quotereview.ui.batches import LISTED_BY
from quotereview.ui.detecting_again import LABEL
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import ARTICLE, BRIDGE, BYPASS, BYPASS_TEXT, MarksOnly

CTRL = Qt.KeyboardModifier.ControlModifier


class Another:
    """A detector that finds in the first article what was found, said by somebody else, and nothing in the second.

    It waits for ``go_on`` before each article, and fails on the texts of ``failing``.
    """

    def __init__(self) -> None:
        self.go_on, self.started = Event(), Event()
        self.go_on.set()
        self.failing: set[str] = set()
        self.added: list[Sequence[Span]] = []

    def __call__(self) -> "Another":
        return self

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        self.started.set()
        self.go_on.wait(10)
        self.added.append(added)
        if text in self.failing:
            raise RuntimeError("a bug")
        if text != ARTICLE.text:
            return MarksOnly().detect(text, added, replaced, outlet, zones)
        quotes = tuple(map(_by_somebody_else, BRIDGE.detection.quotes))
        return replace(BRIDGE.detection, quotes=quotes, detector="by hand 2")


def _by_somebody_else(quote: Quote) -> Quote:
    return replace(quote, speaker=replace(quote.speaker, name="Una Holt") if quote.speaker else None)


@pytest.fixture
def another() -> Another:
    return Another()


@pytest.fixture
def window(opened: Opening, filled: Session, another: Another) -> MainWindow:
    """A window at the first quote of the bridge, which is confirmed."""
    first = filled.quotes(ARTICLE.id)[0].id
    filled.confirm(first)
    window = opened(filled, detector=another)
    window.desk.focus(ARTICLE.id, first)
    return window


def done_reading(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.intake.reading


def all_again(window: MainWindow) -> None:
    window.actions_table["detect_all"].trigger()


def speakers(window: MainWindow) -> list[str]:
    found = (quote.ruling.speaker for quote in window.desk.session.quotes(ARTICLE.id))
    return [speaker.name if speaker else "" for speaker in found]


def test_one_key_detects_the_article_again_and_what_is_ruled_stays(window: MainWindow, qtbot: QtBot) -> None:
    before = speakers(window)
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(done_reading(window))
    assert speakers(window) == [before[0], "Una Holt"]
    assert window.desk.session.quote(window.desk.quote).verdict is Verdict.CONFIRMED
    assert window.status.said().endswith(f"1 detected again: 2 quotes proposed otherwise ({LISTED_BY})")
    assert ": speaker now \u2068Una Holt\u2069" in window.card.said()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert speakers(window) == before
    assert "Detected again" not in window.card.said()


def test_what_is_read_does_not_move(window: MainWindow, qtbot: QtBot) -> None:
    second = window.desk.session.quotes(ARTICLE.id)[1].id
    window.desk.focus(ARTICLE.id, second)
    window.resize(900, 400)
    bar = window.article_view._page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for deed in (lambda: QTest.keyClick(window, Qt.Key.Key_R, CTRL), window.desk.undo, window.desk.redo):
        bar.setValue(0 if bar.value() else bar.maximum())
        at = bar.value()
        deed()
        qtbot.waitUntil(done_reading(window))
        assert (window.desk.quote, bar.value()) == (second, at)


def test_the_keys_that_are_told_are_those_of_the_table() -> None:
    assert action_table.row("otherwise").keys == (LISTED_BY,)


def test_all_articles_are_detected_one_by_one(window: MainWindow, qtbot: QtBot) -> None:
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    assert window.status.said().endswith(f"2 detected again: 2 quotes proposed otherwise ({LISTED_BY})")
    assert window.desk.session.again.articles() == (ARTICLE.id,)
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    window.desk.undo()
    assert window.desk.session.again.differences(ARTICLE.id) == ()  # the second time nothing was added


def test_nothing_otherwise_is_told_so(opened: Opening, session: Session, qtbot: QtBot) -> None:
    session.keep(BYPASS)
    window = opened(session)
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    assert window.status.said().endswith("1 detected again: nothing proposed otherwise")
    assert session.undo_label == "Undo load “bypass.txt”"


def test_it_can_be_stopped_between_two_articles(window: MainWindow, another: Another, qtbot: QtBot) -> None:
    another.go_on.clear()
    all_again(window)
    another.started.wait(10)
    qtbot.waitUntil(lambda: "Detecting again 1 of 2 — " in window.status.said())
    window.status.stop.click()
    another.go_on.set()
    qtbot.waitUntil(done_reading(window))
    assert window.status.said().endswith("Stopped: 0 detected again: nothing proposed otherwise")
    assert window.desk.session.again.articles() == ()


def test_while_it_goes_on_it_is_not_begun_again(window: MainWindow, another: Another, qtbot: QtBot) -> None:
    another.go_on.clear()
    all_again(window)
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.messages.sentence.startswith("Articles are being detected again already")
    another.go_on.set()
    qtbot.waitUntil(done_reading(window))


def test_an_article_on_which_it_fails_is_told_and_the_rest_goes_on(
    window: MainWindow, another: Another, qtbot: QtBot
) -> None:
    another.failing = {BYPASS_TEXT}
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    assert "1 detected again, 1 failed: 2 quotes" in window.status.said()
    assert not window.status.refused.isHidden()


def test_without_a_model_it_says_so_and_ends(opened: Opening, filled: Session, qtbot: QtBot) -> None:
    def missing() -> MarksOnly:
        raise ModelMissing("No English language model is installed.")

    window = opened(filled, detector=missing)
    window.messages.dismiss()
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    assert window.messages.sentence.startswith("No English language model")
    assert "Broken off: 0 detected again" in window.status.said()


def test_a_store_that_fails_ends_it(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(article: str, detection: Detection, *, by_itself: bool) -> Change:
        raise StoreFault("Another program writes to the store.")

    monkeypatch.setattr(window.desk.session.again, "keep", locked)
    all_again(window)
    qtbot.waitUntil(done_reading(window))
    assert window.messages.sentence.startswith("Another program writes to the store.")
    assert "Broken off: 0 detected again" in window.status.said()


@pytest.mark.parametrize(("meanwhile", "told"), [("add", "2 detected again"), ("remove", "1 detected again, 1 failed")])
def test_what_the_editor_does_to_an_article_meanwhile_counts(
    window: MainWindow, another: Another, qtbot: QtBot, meanwhile: str, told: str
) -> None:
    another.go_on.clear()
    all_again(window)
    another.started.wait(10)
    session = window.desk.session
    if meanwhile == "add":
        place = Span(0, 6)
        detection = MarksOnly().detect(ARTICLE.text, [place])
        window.desk.take(session.spans.add(ARTICLE.id, place, detection))
    else:
        window.desk.take(session.remove([ARTICLE.id]))
    another.go_on.set()
    qtbot.waitUntil(done_reading(window))
    assert told in window.status.said()
    if meanwhile == "add":
        assert [list(added) for added in another.added if added] == [[Span(0, 6)]]
        assert Span(0, 6) in {quote.ruling.passages[0].span for quote in session.quotes(ARTICLE.id)}


@pytest.mark.parametrize(("version", "told"), [("0.0.1", f"{LABEL} (an older version proposed it)"), ("9.0", LABEL)])
def test_the_menu_says_of_an_article_that_an_older_version_proposed_it(
    opened: Opening, session: Session, version: str, told: str
) -> None:
    session.keep(replace(BYPASS, detection=replace(BYPASS.detection, detector=f"ranker {version}")))
    assert opened(session).actions_table["detect_again"].text() == told


def test_without_an_article_it_says_so(opened: Opening, session: Session) -> None:
    window = opened(session)
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.messages.sentence.startswith("There are no articles yet")
