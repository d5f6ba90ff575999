"""The overview tells of every quote by shape, words and place, and can be clicked and walked by keys."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from quotereview.model import (
    Decision,
    Passage,
    Quote,
    Span,
    Speaker,
    SpeakerType,
    StandingQuote,
    Verdict,
    proposed,
    ruled,
)
from quotereview.ui import theme
from quotereview.ui.ruler import Ruler, RulerMark
from tests.ui.pages import near

HEIGHT = 600


def standing(
    number: int, verdict: Verdict = Verdict.OPEN, confidence: float = 0.95, *, unread: bool = False
) -> StandingQuote:
    span = Span(number * 10, number * 10 + 5)
    quote = Quote(
        str(number),
        (Passage(span, f"<b>{number}</b>"),),
        speaker=Speaker("Runa Holt", SpeakerType.PERSON),
        confidence=confidence,
    )
    ruling = replace(ruled(proposed(quote), verdict), unread=unread)
    decision = Decision("d", str(number), "a", ruling, "Ana", "2026-03-05T09:30:00+00:00", None)
    return StandingQuote(str(number), "a", quote, None if verdict is Verdict.OPEN else decision)


def marks(quotes: Sequence[StandingQuote]) -> list[RulerMark]:
    return [RulerMark(quote, (number + 0.5) / len(quotes)) for number, quote in enumerate(quotes)]


@pytest.fixture
def ruler(qtbot: QtBot, qapp: QApplication) -> Ruler:
    theme.apply(qapp, theme.Scheme.LIGHT)
    made = Ruler()
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), HEIGHT)
    made.show()
    QTest.qWaitForWindowActive(made)
    made.clearFocus()
    return made


def picture(ruler: Ruler) -> QImage:
    return ruler.grab().toImage()


def coloured(image: QImage, colour: QColor, columns: range, rows: range) -> int:
    return sum(near(image.pixelColor(x, y), colour) for x in columns for y in rows)


def test_every_state_has_a_shape_of_its_own(ruler: Ruler) -> None:
    quotes = [standing(number, verdict) for number, verdict in enumerate(Verdict)]
    ruler.show_marks(marks([*quotes, standing(9, confidence=0.2), standing(10, Verdict.CONFIRMED, unread=True)]))
    image = picture(ruler)
    step, window = HEIGHT // 8, image.pixelColor(1, 1)
    shapes = set()
    for number in range(8):
        top = number * step
        inked = [
            (x, y)
            for y in range(top, top + step)
            for x in range(ruler.width())
            if not near(image.pixelColor(x, y), window)
        ]
        assert inked
        first = min(y for _, y in inked)
        shapes.add(frozenset((x, y - first) for x, y in inked))
    assert len(shapes) == 8


def test_of_five_hundred_quotes_open_ones_stand_left_decided_ones_right_and_disputed_ones_keep_their_shape(
    ruler: Ruler,
) -> None:
    quotes = [standing(number, Verdict.CONFIRMED if number < 250 else Verdict.OPEN) for number in range(500)]
    quotes[100] = standing(100, Verdict.DISPUTED)
    ruler.show_marks(marks(quotes))
    assert ruler.accessibleDescription() == "249 confirmed, 1 disputed, 250 open"
    image, middle = picture(ruler), ruler.width() // 2
    left, right = range(middle - 6, middle), range(middle + 1, middle + 7)
    upper, lower = range(200, 290), range(310, HEIGHT - 10)
    assert coloured(image, theme.LIGHT.confirmed, right, upper) > 200
    assert coloured(image, theme.LIGHT.confirmed, left, upper) == 0
    assert coloured(image, theme.LIGHT.open, left, lower) > 200
    assert coloured(image, theme.LIGHT.open, right, lower) == 0
    around = range(110, 130)
    assert coloured(image, theme.LIGHT.disputed, range(ruler.width()), around) > 20


def test_lit_quotes_have_a_tick_at_the_left_edge(ruler: Ruler) -> None:
    ruler.show_marks(marks([standing(number) for number in range(4)]))
    ruler.show_lit({"1", "3"})
    image = picture(ruler)
    ticked = {y * 4 // HEIGHT for y in range(HEIGHT) if near(image.pixelColor(1, y), theme.LIGHT.accent)}
    assert ticked == {1, 3}


def test_the_tip_names_the_quote_under_the_pointer_and_renders_nothing(
    ruler: Ruler, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, tip, _on: shown.append(tip))
    ruler.show_marks(marks([standing(0), standing(1, Verdict.DISPUTED)]))
    assert ruler.tip(450) == "! disputed · quote 2 of 2 · Runa Holt\n“<b>1</b>”"
    assert ruler.tip(300) == ""
    at = QPoint(5, 450)
    QApplication.sendEvent(ruler, QHelpEvent(QEvent.Type.ToolTip, at, ruler.mapToGlobal(at)))
    assert shown == ["<qt>! disputed · quote 2 of 2 · Runa Holt<br>“&lt;b&gt;1&lt;/b&gt;”</qt>"]


def test_keys_walk_along_the_article(ruler: Ruler, qtbot: QtBot) -> None:
    chosen: list[str] = []
    ruler.quote_chosen.connect(chosen.append)
    ruler.quote_chosen.connect(lambda quote: ruler.show_view(0, 1, quote))
    ruler.setFocus()
    QTest.keyClick(ruler, Qt.Key.Key_Down)
    assert chosen == []
    ruler.show_marks(marks([standing(number) for number in range(30)]))
    for key in ("Down", "Down", "Up", "PageDown", "End", "Down", "PageUp", "Home", "Up"):
        QTest.keyClick(ruler, getattr(Qt.Key, f"Key_{key}"))
    assert chosen == ["0", "1", "0", "10", "29", "29", "19", "0", "0"]


def test_who_has_the_keys_is_seen(ruler: Ruler) -> None:
    before = picture(ruler)
    ruler.setFocus()
    assert near(picture(ruler).pixelColor(0, HEIGHT // 2), theme.LIGHT.accent)
    ruler.clearFocus()
    assert picture(ruler) == before
