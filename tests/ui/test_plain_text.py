"""Whatever an article says, it is shown as letters: nothing in it is rendered, followed or fetched."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quotereview.review.session import Session
from quotereview.ui import aligned, typeset
from quotereview.ui.controls import plain_tip
from quotereview.ui.page import Page
from quotereview.ui.pointing import PointingWords
from quotereview.ui.ruler import Ruler
from quotereview.ui.typeset import blocks
from tests.ui.conftest import Opening
from tests.ui.story import read

PICTURE = "<img src='file://{0}'><img src='http://192.0.2.1/track.png'>"
MARKUP = (
    "<h1>Loud</h1>{0}\n\n<style>body {{ background: url(http://192.0.2.1/a.png) }}</style>\n\n"
    "“<b>Bold</b> {0} &amp; [link](http://192.0.2.1)” said <a href='http://192.0.2.1/'>Vera</a>. ![](http://192.0.2.1)\n\n"
    "<table><tr><td>“cell”</td></tr></table><ul><li>“item”</ul><!-- “hidden” -->\n"
)


@pytest.fixture
def text(tmp_path: Path) -> str:
    """An article full of markup, whose picture is there to be loaded."""
    picture = tmp_path / "dot.svg"
    picture.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    )
    return MARKUP.format(PICTURE.format(picture))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the texts of the window ask to be loaded."""
    urls: list[str] = []

    def load(_text: object, _kind: int, url: QUrl) -> None:
        urls.append(url.toString())

    watched = type("Watched", (QTextDocument,), {"loadResource": load})
    for module in (typeset, aligned):
        monkeypatch.setattr(module, "QTextDocument", watched)
    monkeypatch.setattr(PointingWords, "loadResource", load, raising=False)
    return urls


def formats(document: QTextDocument) -> list[QTextFormat]:
    """The formats of all runs of characters."""
    found: list[QTextFormat] = []
    for block in blocks(document):
        assert block.textList() is None
        run = block.begin()
        while not run.atEnd():
            found.append(run.fragment().charFormat())
            run += 1
    return found


def test_the_watch_sees_what_rendered_markup_would_ask_for(asked: list[str], text: str, qtbot: QtBot) -> None:
    page, words = Page(), PointingWords("Words")
    for each in (page, words):
        qtbot.addWidget(each)
        each.setHtml(text)
        each.grab()
        assert "http://192.0.2.1/track.png" in asked
        asked.clear()


def test_markup_of_an_article_stays_letters_in_the_whole_window(
    opened: Opening, session: Session, asked: list[str], text: str
) -> None:
    session.keep(read("markup.txt", text, "<i>Gazette</i>"))
    window = opened(session)
    for quote in session.quotes(window.desk.article):
        window.desk.focus_quote(quote.id)
        window.grab()
    assert asked == []
    page = window.findChild(Page)
    assert page.toPlainText() == text
    assert not [each for each in formats(page.document()) if each.isImageFormat() or each.toCharFormat().isAnchor()]
    assert {label.textFormat().name for label in window.findChildren(QLabel)} == {"PlainText"}
    assert not page.document().rootFrame().childFrames()


def test_tool_tips_show_markup_as_letters(session: Session, opened: Opening, text: str) -> None:
    session.keep(read("markup.txt", text))
    window = opened(session)
    tip = plain_tip(window.findChild(Ruler).tip(0))
    document = QTextDocument()
    document.setHtml(plain_tip(text))
    assert "<img src='http://192.0.2.1/track.png'>" in document.toPlainText()
    assert "<img" not in tip


def test_nothing_that_could_speak_to_a_network_is_loaded(opened: Opening, session: Session) -> None:
    opened(session)
    assert not {name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWeb"))}
