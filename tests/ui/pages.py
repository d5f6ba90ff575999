"""An article view on an invented text, and where things stand in it, for the tests of what is read."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from quotereview.model import Article, Passage, Quote, Span, StandingQuote, Stretch, Zone
from quotereview.ui.article_view import ArticleView
from quotereview.ui.page import Page
from quotereview.ui.ruler import Ruler
from tests.described import described


def article(text: str, name: str = "ferry.txt") -> Article:
    return Article(name, name, b"", text, "utf-8", described(outlet="Harbour Post"))


def stretches(text: str, zones: Sequence[Zone] = ()) -> tuple[Stretch, ...]:
    starts = [match.start() for match in re.finditer(r"[^\r\n]+", text)]
    kinds = [*zones, *[Zone.BODY] * len(starts)]
    edges = [*starts[1:], len(text)]
    return tuple(Stretch(Span(*edge), zone) for *edge, zone in zip(starts, edges, kinds, strict=False))


def quote(text: str, *passages: str, **values: object) -> StandingQuote:
    found = tuple(Passage(Span(at, at + len(words)), words) for words in passages for at in [text.index(words)])
    return StandingQuote(passages[0], "ferry.txt", Quote(passages[0], found, confidence=0.9, **values))  # type: ignore[arg-type]


def shown(qtbot: QtBot, text: str, quotes: Sequence[StandingQuote], zones: Sequence[Zone] = ()) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.show_article(article(text), quotes, stretches(text, zones))
    return view


def page_of(view: ArticleView) -> Page:
    found = view.findChild(Page)
    assert isinstance(found, Page)
    return found


def ruler_of(view: ArticleView) -> Ruler:
    found = view.findChild(Ruler)
    assert isinstance(found, Ruler)
    return found


def point(page: Page, span: Span, part: int = 0) -> QPoint:
    """The middle of a segment of a span, in the viewport."""
    middle = page.places.segments(span)[part].ground.center()
    return (middle - QPointF(0, page.verticalScrollBar().value())).toPoint()


def picture(page: Page) -> QImage:
    return page.viewport().grab().toImage()


def near(colour: QColor, other: QColor) -> bool:
    return max(abs(one - two) for one, two in zip(colour.getRgb(), other.getRgb(), strict=True)) < 24
