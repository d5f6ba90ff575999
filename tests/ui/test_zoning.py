"""Grey blocks in the window: a key goes to the next, another makes it body, its quotes are found, undo greys it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview import detection
from quotereview.model import Span, Zone
from quotereview.review.session import Session
from quotereview.ui.typeset import blank, blocks
from quotereview.ui.window import MainWindow
from quotereview.ui.zoning import NONE_GREY, WHICH
from tests.review.test_zoning import BODY, PAGE, SUED
from tests.ui.conftest import Opening
from tests.ui.pages import page_of

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(opened: Opening, session: Session, tmp_path: Path, detector: detection.Detector, qtbot: QtBot) -> MainWindow:
    """A window at a web page with grey blocks before and behind its article."""
    path = tmp_path / "viaduct.html"
    path.write_text(PAGE, encoding="utf-8")
    made = opened(session, files=[path], detector=lambda: detector)
    qtbot.waitUntil(lambda: not made.intake.reading and bool(made.desk.article), timeout=20_000)
    made.article_view.setFocus()
    return made


def press(window: MainWindow, key: Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, SHIFT)


def selected(window: MainWindow) -> str:
    span = window.article_view.selection()
    return span.of(window.desk.session.article(window.desk.article).text) if span else ""


def select(window: MainWindow, words: str) -> None:
    start = window.desk.session.article(window.desk.article).text.index(words)
    window.article_view.show_place(Span(start, start + len(words)))


def zone_of(window: MainWindow, words: str) -> Zone:
    session, article = window.desk.session, window.desk.article
    at = session.article(article).text.index(words)
    return next(one.zone for one in session.detection(article).zones if one.span.start <= at < one.span.end)


def quiet(window: MainWindow, words: str) -> bool:
    """Whether the paragraph with these words is set in the quieter colour."""
    page = page_of(window.article_view)
    block = next(one for one in blocks(page.document()) if not blank(one) and words in one.text())
    colour = block.begin().fragment().charFormat().foreground().color()
    return bool(colour == page._style.colours.quiet)


def wait(window: MainWindow, qtbot: QtBot, words: str, zone: Zone) -> None:
    qtbot.waitUntil(lambda: zone_of(window, words) is zone, timeout=10_000)


def test_a_grey_block_is_gone_to_and_made_body_by_key(window: MainWindow, qtbot: QtBot) -> None:
    focus = window.desk.quote
    select(window, "Read more")
    press(window, Key.Key_B)
    assert selected(window).startswith(SUED)
    assert window.article_view.said() == "Grey block 3 of 4: Shift+Z makes it part of the article"
    assert quiet(window, SUED)
    press(window, Key.Key_Z)
    wait(window, qtbot, SUED, Zone.BODY)
    assert not quiet(window, SUED) and quiet(window, "Council meets")
    assert window.desk.counts().total == 2
    assert selected(window).startswith(SUED) and window.desk.quote == focus  # nothing moved
    assert window.messages.sentence.startswith("Body: “")
    assert window.messages.sentence.endswith("; 1 more quote to review. Ctrl+Z takes that back.")
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert zone_of(window, SUED) is Zone.TEASER and quiet(window, SUED)
    assert window.desk.counts().total == 1


def test_the_grey_blocks_are_gone_through_and_begun_again(window: MainWindow) -> None:
    met = []
    window.article_view.show_place(Span(0, 0))
    for _ in range(5):
        press(window, Key.Key_B)
        met.append(selected(window)[:9])
    assert len(set(met)) == 4 and met[-1] in met[:2]


def test_what_is_selected_in_the_body_is_greyed_out(window: MainWindow, qtbot: QtBot) -> None:
    select(window, BODY)
    press(window, Key.Key_Z)
    wait(window, qtbot, BODY, Zone.TEASER)
    assert quiet(window, BODY) and window.desk.counts().total == 0
    assert window.messages.sentence.startswith("No body: “") and "1 fewer quote to review" in window.messages.sentence


def test_where_nothing_is_meant_nothing_is_turned(window: MainWindow) -> None:
    press(window, Key.Key_Z)
    assert window.messages.sentence == WHICH


def test_a_second_press_waits_for_the_first(window: MainWindow, qtbot: QtBot) -> None:
    select(window, SUED)
    press(window, Key.Key_Z)
    press(window, Key.Key_Z)
    assert window.messages.sentence.startswith("The quotes of this block are being looked for")
    wait(window, qtbot, SUED, Zone.BODY)


def test_an_article_without_grey_blocks_says_so(
    opened: Opening, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "plain.txt").write_text("Else\n\n“No,” he said on Tuesday.\n", encoding="utf-8")
    window = opened(session, files=[tmp_path / "plain.txt"])
    qtbot.waitUntil(lambda: not window.intake.reading)
    window.article_view.setFocus()
    press(window, Key.Key_B)
    assert window.messages.sentence == NONE_GREY


def test_quotes_of_a_block_that_a_newer_edition_has_as_body_are_found_by_themselves(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    older, session = window.desk.article, window.desk.session
    select(window, SUED)
    press(window, Key.Key_Z)
    wait(window, qtbot, SUED, Zone.BODY)
    page = tmp_path / "viaduct-2.html"
    page.write_text(PAGE.replace("</article>", "<p>The river was low all week.</p></article>"), encoding="utf-8")
    window.shelf.take_in([page])
    qtbot.waitUntil(lambda: not window.intake.reading, timeout=20_000)
    [newer] = [one.id for one in session.articles() if one.id != older]
    window.desk.take(session.editions.take_over(newer, older))
    qtbot.waitUntil(lambda: not window.intake.reading, timeout=20_000)
    assert [quote.ruling.words[:11] for quote in session.quotes(newer) if quote.asked] == ["The viaduct", "We will sue"]
    assert session.again.unread() == ()
    assert (session.undo_label or "").startswith("Undo new edition")
    for deed, zone in ((window.desk.undo, Zone.TEASER), (window.desk.redo, Zone.BODY), (window.desk.undo, Zone.TEASER)):
        deed()
        at = session.article(newer).text.index(SUED)
        zones = session.detection(newer).zones
        assert next(one.zone for one in zones if one.span.start <= at < one.span.end) is zone
        assert session.again.unread() == ()
    assert (session.undo_label or "").startswith("Undo body: ")
