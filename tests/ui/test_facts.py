"""What an article says of itself, by one key: where each field comes from, what is missing, and what is corrected."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Field
from quotereview.review.session import Session
from quotereview.ui.facts import ALIKE, SAID_BY_FILE
from quotereview.ui.window import MainWindow
from tests.ui.conftest import Opening

Key = Qt.Key
PAGE = (
    "<html><head><meta charset='utf-8'><meta property='og:site_name' content='Coast Mail'>"
    "<meta name='author' content='Ana Brix'></head><body><article><h1>Viaduct to stand</h1>"
    "<p>“The viaduct will stand for another hundred years,” said Mayor Inés Faro on Tuesday.</p>"
    "<p>“Nobody asked us,” said Otto Rand, who keeps the kiosk below the third arch.</p></article></body></html>"
)
CYRILLIC = "Мост стоит\n\n«Он простоит ещё сто лет», сказала мэр. “Да,” he said.\n"


@pytest.fixture
def window(opened: Opening, session: Session, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window at a web page that says some of its fields."""
    return loaded(opened(session), tmp_path / "viaduct.html", PAGE.encode(), qtbot)


def loaded(window: MainWindow, path: Path, content: bytes, qtbot: QtBot) -> MainWindow:
    path.write_bytes(content)
    window.shelf.take_in([path])
    qtbot.waitUntil(lambda: not window.intake.reading)
    return window


def press(*keys: Key, shift: bool = False) -> None:
    for key in keys:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget(), key, held)


def show(window: MainWindow) -> None:
    window.article_view.setFocus()
    press(Key.Key_T, shift=True)


def rows(window: MainWindow) -> list[str]:
    return [row.replace("\u2068", "").replace("\u2069", "") for row in window.stage.facts.panel.rows.spoken()]


def choose(window: MainWindow, field: Field | None) -> None:
    things = window.stage.facts.panel.rows.things
    window.stage.facts.panel.rows.choose([fact.field for fact in things].index(field))


def test_each_field_is_told_with_its_origin_and_the_missing_are_listed(window: MainWindow) -> None:
    show(window)
    assert window.stage.facts.open and window.stage.facts.panel.rows.hasFocus()
    told = rows(window)
    assert told[0].startswith("Outlet: Coast Mail") and "og:site_name" in told[0]
    assert told[1].startswith("Headline: Viaduct to stand")
    assert told[2] == "Deck, missing, The file does not say it, and nothing is guessed."
    assert [row.split(",")[0].split(":")[0] for row in told] == [
        *("Outlet", "Headline", "Deck", "Byline", "Dateline", "Published", "Updated", "URL", "Edition", "Wire credit"),
        *("Language", "Encoding", "File", "SHA-256"),
    ]
    said = window.stage.facts.panel.said()
    assert "missing: deck, dateline, published, updated, URL, edition, wire credit, language." in said
    assert window.desk.session.article(window.desk.article).sha256 in said
    press(Key.Key_Escape)
    assert not window.stage.facts.open


def test_a_field_goes_to_its_place_in_the_text_and_is_copied(window: MainWindow) -> None:
    show(window)
    choose(window, Field.HEADLINE)
    press(Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Viaduct to stand"
    press(Key.Key_T)
    selected = window.article_view.selection()
    text = window.desk.session.article(window.desk.article).text
    assert not window.stage.facts.open and selected and selected.of(text) == "Viaduct to stand"


def test_outlet_and_date_are_corrected_from_there(window: MainWindow) -> None:
    show(window)
    choose(window, Field.PUBLISHED)
    press(Key.Key_Return)
    assert window.describe.isVisible() and not window.stage.facts.open
    assert window.describe.lines[0].published.hasFocus()
    window.desk.take(window.desk.session.describe([window.desk.article], outlet="Coast Mail Weekly"))
    window.describe.finish()
    show(window)
    assert rows(window)[0].startswith("Outlet: Coast Mail Weekly") and "an editor’s ruling" in rows(window)[0]


def test_the_keys_go_to_the_outlet_though_the_date_is_missing(window: MainWindow) -> None:
    show(window)
    choose(window, Field.OUTLET)
    press(Key.Key_Return)
    assert window.describe.lines[0].outlet.hasFocus()


def test_what_only_the_file_says_is_not_corrected(window: MainWindow) -> None:
    show(window)
    choose(window, Field.BYLINE)
    press(Key.Key_Return)
    assert window.stage.facts.open and window.messages.sentence == SAID_BY_FILE


def test_what_changes_is_followed_and_another_article_closes_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    loaded(window, tmp_path / "other.txt", b"Else\n\nHe said no.\n", qtbot)
    show(window)
    window.desk.take(window.desk.session.describe([window.desk.article], outlet="Elsewhere"))
    assert rows(window)[0].startswith("Outlet: Elsewhere")
    window.desk.step_article(1)
    assert not window.stage.facts.open


@pytest.fixture
def cyrillic(opened: Opening, session: Session, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window at a text in Cyrillic letters of one byte each."""
    return loaded(opened(session), tmp_path / "most.txt", CYRILLIC.encode("cp1251", "replace"), qtbot)


def test_a_text_is_read_again_in_another_encoding_by_key(cyrillic: MainWindow, qtbot: QtBot) -> None:
    window, session = cyrillic, cyrillic.desk.session
    before = window.desk.article
    show(window)
    choose(window, Field.ENCODING)
    press(Key.Key_Return)
    panel = window.stage.facts.panel
    assert panel.choosing and panel.rows.hasFocus()
    press(Key.Key_Escape)
    assert window.stage.facts.open and not panel.choosing
    choose(window, Field.ENCODING)
    press(Key.Key_Return)
    offered = [fact.offer.encoding for fact in panel.rows.things]
    panel.rows.choose(offered.index("koi8-r"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.article != before)
    article = session.article(window.desk.article)
    assert article.encoding == "koi8-r" and article.text != CYRILLIC
    assert [one.id for one in session.articles()] == [article.id]
    assert "Ctrl+Z takes that back" in window.messages.sentence
    window.desk.undo()
    assert [one.id for one in session.articles()] == [before]


def test_a_text_of_the_same_letters_in_all_encodings_leaves_no_choice(
    opened: Opening, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = loaded(opened(session), tmp_path / "plain.txt", b'Else\n\nHe said "no".\n', qtbot)
    show(window)
    choose(window, Field.ENCODING)
    press(Key.Key_Return)
    assert window.messages.sentence == ALIKE
