"""The whole window follows the size of text that the editor wants, and the colours of the system."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.settings import TEXT_STEPS, THEME, Settings
from quotereview.ui import theme
from quotereview.ui.aligned import Version
from quotereview.ui.controls import ActionButton, KeyButton, Words
from quotereview.ui.looks import dress
from quotereview.ui.page import ZOOM, Page
from quotereview.ui.pointing import PointingWords
from quotereview.ui.theme import Scheme
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening
from tests.ui.story import BRIDGE, TEXT, read

TEXTS = (Words, PointingWords, Version)


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT)
    yield
    theme.apply(qapp, Scheme.LIGHT)


@pytest.fixture
def printed_twice(opened: Opening, session: Session) -> MainWindow:
    """The window on a quote that another article prints, too."""
    session.keep(BRIDGE)
    session.keep(read("echo.txt", TEXT, "Echo"))
    return opened(session)


def sizes(window: MainWindow) -> dict[QWidget, float]:
    """The sizes of all words that panels show."""
    texts = [text for kind in TEXTS for text in window.findChildren(kind)]
    return {text: _document_size(text) if isinstance(text, Version) else text.font().pointSizeF() for text in texts}


def _document_size(version: Version) -> float:
    return version._document.defaultFont().pointSizeF()


def test_a_button_with_many_words_can_be_narrow(qtbot: QtBot) -> None:
    button = KeyButton("1", Words("named beside the quote " * 9))
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() < 100 < button.sizeHint().width()


def test_a_verb_whose_words_take_two_lines_is_high_enough(qtbot: QtBot) -> None:
    window, words = QWidget(), Words("cannot verify it at all")
    column = QVBoxLayout(window)
    column.addWidget(KeyButton("C", words))
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(100, 400)
    window.show()
    qtbot.waitExposed(window)
    assert words.height() >= words.heightForWidth(words.width()) >= 2 * words.fontMetrics().height()


@pytest.mark.parametrize("steps", [0, 4])
def test_the_words_of_all_verbs_begin_in_one_line_at_any_size(printed_twice: MainWindow, steps: int) -> None:
    for _ in range(steps):
        printed_twice.looks.zoom(1)
    QTest.qWait(0)
    verbs = printed_twice.review_pane.findChildren(ActionButton)
    begins = {verb.findChildren(Words)[1].mapTo(verb, QPoint()).x() for verb in verbs if verb.isVisible()}
    assert len(begins) == 1


def test_no_verb_is_cut_at_twice_the_size(printed_twice: MainWindow) -> None:
    for _ in range(7):
        printed_twice.looks.zoom(1)
    QTest.qWait(0)
    for verb in printed_twice.review_pane.findChildren(ActionButton):
        for words in verb.findChildren(Words):
            longest = max(words.fontMetrics().horizontalAdvance(word) for word in words.text().split())
            assert words.width() >= longest, words.text()


def test_all_text_of_the_window_is_set_larger_and_normal_again(printed_twice: MainWindow) -> None:
    window, before = printed_twice, sizes(printed_twice)
    assert {type(text) for text in before} >= set(TEXTS)
    width = window.articles.list.sizeHintForRow(1)
    for _ in range(3):
        QTest.keySequence(window, "Ctrl++")
    after = sizes(window)
    page = window.article_view.findChild(Page)
    assert page is not None
    assert page.document().defaultFont().family() == theme.reading_font().family()
    assert page.document().defaultFont().pointSizeF() == pytest.approx(theme.READING_POINTS * ZOOM**3)
    assert [text for text in before if after[text] < before[text] * 1.2] == []
    assert window.articles.list.sizeHintForRow(1) > width
    assert window.status.font().pointSizeF() > theme.POINTS[theme.TextSize.NORMAL]
    QTest.keySequence(window, "Ctrl+0")
    assert sizes(window) == pytest.approx(before)


def test_the_size_is_there_again_in_the_next_start(qapp: QApplication, settings: Settings) -> None:
    settings.set(TEXT_STEPS, 2)
    dress(qapp, settings)
    assert theme.text_scale() == pytest.approx(ZOOM**2)
    settings.set(TEXT_STEPS, 400)
    dress(qapp, settings)
    assert theme.text_scale() < 4


@pytest.mark.parametrize(("chosen", "follows"), [(Scheme.SYSTEM, True), (Scheme.LIGHT, False)])
def test_the_colours_follow_the_system_unless_some_were_chosen(
    *,
    opened: Opening,
    filled: Session,
    settings: Settings,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    chosen: Scheme,
    follows: bool,
) -> None:
    settings.set(THEME, chosen.value)
    opened(filled)
    monkeypatch.setattr(theme, "system_is_dark", lambda _: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (theme.colours_of(qapp.palette()) is theme.DARK) is follows


def test_another_size_gives_each_part_the_font_that_the_whole_sheet_would(
    printed_twice: MainWindow, qapp: QApplication
) -> None:
    for steps in (3, -5, 2):
        printed_twice.looks.zoom(steps)
        before = fonts(printed_twice)
        qapp.setStyleSheet(qapp.styleSheet())
        assert fonts(printed_twice) == before


def test_other_colours_reach_each_part_as_they_would_with_the_whole_sheet(
    printed_twice: MainWindow, qapp: QApplication
) -> None:
    printed_twice.stage.register.begin()
    for _ in range(2):
        printed_twice.looks.turn()
        before = colours(printed_twice)
        qapp.setStyleSheet(qapp.styleSheet())
        assert colours(printed_twice) == before


def colours(window: MainWindow) -> dict[QWidget, list[str]]:
    """The colours in which each widget is painted, shown or not, but for frames that the lists in them cover."""
    roles = (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.WindowText, QPalette.ColorRole.Text)
    widgets = [widget for widget in window.findChildren(QWidget) if not widget.isWindow()]
    return {widget: [widget.palette().color(role).name() for role in roles] for widget in widgets}


def fonts(window: MainWindow) -> dict[QWidget, float]:
    """The size of the text of each widget, shown or not; what Qt lets scroll has none."""
    widgets = window.findChildren(QWidget)
    return {widget: widget.font().pointSizeF() for widget in widgets if not widget.objectName().startswith("qt_")}
