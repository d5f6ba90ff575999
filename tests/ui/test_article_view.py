"""The article is read, marked, clicked and selected in a real widget."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Source, SourceKind, Span, Speaker, SpeakerType, StandingQuote, Zone
from quotereview.ui import theme
from quotereview.ui.article_view import ArticleView
from quotereview.ui.controls import plain_tip
from quotereview.ui.elided import Elided
from quotereview.ui.foot import Foot
from quotereview.ui.page import Page
from tests.described import described
from tests.ui.pages import article, near, page_of, picture, point, quote, ruler_of, shown

TEXT = (
    "Ferry stays in port\r\n\r\n"
    "🚧 Captain Runa Holt 🚢 told Kanal 9 “the engine is tired” and left.\r\n\r\n"
    "“We sail on Friday,” she said. “Or we do not sail,” she added.\r\n\r\n"
    "قالت القبطان «سنبحر يوم الجمعة» للصحفيين.\r\n\r\n"
    "Melon prices fall “again”..."
)
ZONES = (Zone.HEADLINE, Zone.BODY, Zone.BODY, Zone.BODY, Zone.TEASER)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)


def place(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


RUNA = Speaker("Runa Holt", SpeakerType.PERSON, place("she"), "she")
KANAL = Source("Kanal 9", SourceKind.BROADCASTER, place("Kanal 9"), carried=True)
TIRED = quote(TEXT, "the engine is tired")
SAIL = quote(TEXT, "We sail on Friday,", "Or we do not sail,", speaker=RUNA, cue=place("said"), source=KANAL)
ARABIC = quote(TEXT, "سنبحر يوم الجمعة")
QUOTES = (TIRED, SAIL, ARABIC)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ArticleView]:
    yield shown(qtbot, TEXT, QUOTES, ZONES)


def select(page: Page, start: QPoint, end: QPoint, qtbot: QtBot) -> None:
    qtbot.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(page.viewport(), end)
    qtbot.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=end)


# The words stand where they should


def test_a_place_is_selected_and_brought_into_view(qtbot: QtBot) -> None:
    text = TEXT + "\r\n\r\nA line." * 80 + " The keeper slept."
    view = shown(qtbot, text, [quote(text, "the engine is tired")])
    view.show_place(place("keeper", text))
    page = view.findChild(Page)
    assert page is not None
    assert view.selection() == place("keeper", text)
    assert page.viewport().rect().contains(page.cursorRect().center())


@pytest.mark.parametrize("words", ["Kanal 9", "“the engine is tired”", "she said", "Friday", "Melon"])
def test_a_span_is_placed_where_the_caret_stands_before_and_after_it(view: ArticleView, words: str) -> None:
    page, span = page_of(view), place(words)
    cursor = QTextCursor(page.document())
    edges = []
    for unit in (len(TEXT[:offset].encode("utf-16-le")) // 2 for offset in span):
        cursor.setPosition(unit)
        edges.append(page.cursorRect(cursor))
    (segment,) = page.places.segments(span)
    assert segment.ground.left() == pytest.approx(edges[0].left(), abs=1.5)
    assert segment.ground.right() == pytest.approx(edges[1].left(), abs=1.5)
    assert edges[0].top() <= segment.baseline <= edges[0].bottom()


def test_the_tint_lies_behind_all_passages_in_focus_and_nothing_else(view: ArticleView) -> None:
    page = page_of(view)
    view.set_focus(SAIL.id)
    image = picture(page)

    def tinted(words: str) -> bool:
        ground = page.places.segments(place(words))[0].ground.translated(0, -page.verticalScrollBar().value())
        columns = range(int(ground.left()) + 2, int(ground.right()) - 2)
        row = int(ground.bottom()) - 2
        return sum(image.pixelColor(x, row) == theme.LIGHT.tint for x in columns) > len(columns) / 2

    assert [words for words in ("engine", "sail on", "added", "not sail", "Melon") if tinted(words)] == [
        "sail on",
        "not sail",
    ]


@pytest.mark.parametrize(("focus", "right"), [(SAIL, False), (ARABIC, True)], ids=["left to right", "right to left"])
def test_the_bar_stands_where_the_lines_of_the_paragraph_begin(
    view: ArticleView, focus: StandingQuote, right: bool
) -> None:
    page = page_of(view)
    view.set_focus(focus.id)
    image, y = picture(page), point(page, focus.proposal.passages[0].span).y()
    left, end = int(page.column.left()), int(page.column.right())
    margins = {"left": range(left - 40, left - 4), "right": range(end + 4, end + 40)}
    barred = {
        side for side, xs in margins.items() if sum(near(image.pixelColor(x, y), theme.LIGHT.accent) for x in xs) >= 3
    }
    assert barred == {"right" if right else "left"}


def test_speaker_cue_source_and_reach_are_drawn_each_in_its_own_shape(view: ArticleView) -> None:
    page = page_of(view)
    view.set_focus(SAIL.id)
    image = picture(page)

    def accented_rows(words: str) -> int:
        ground = page.places.segments(place(words))[0].ground.adjusted(4, -2, -4, 4)
        rows = range(int(ground.top()), int(ground.bottom()))
        columns = range(int(ground.left()), int(ground.right()))
        return sum(
            sum(near(image.pixelColor(x, y), theme.LIGHT.accent) for x in columns) > len(columns) * 0.8 for y in rows
        )

    assert accented_rows("she") >= 2  # the box above and below
    assert accented_rows("Kanal 9") == 2  # the double line
    assert accented_rows("said") == 0  # dots do not fill a row
    assert accented_rows("Friday") == 0


def test_right_to_left_paragraphs_run_right_to_left(view: ArticleView) -> None:
    segments = page_of(view).places.segments(place("سنبحر يوم"))
    assert len(segments) == 1
    assert segments[0].rtl and segments[0].paragraph_rtl
    assert segments[0].ground.right() > page_of(view).column.center().x()


def test_paragraphs_are_numbered_but_neither_headlines_nor_blank_lines(view: ArticleView) -> None:
    document = page_of(view).document()
    numbered = {number: document.findBlockByNumber(block).text()[:2] for block, number in page_of(view).numbers.items()}
    assert [words.strip() for words in numbered.values()] == ["🚧", "“W", "قا", "Me"]
    assert list(numbered) == [1, 2, 3, 4]


def test_links_to_other_stories_stand_back(view: ArticleView) -> None:
    page = page_of(view)
    colours = []
    for words in ("Melon", "she added"):
        cursor = QTextCursor(page.document())
        cursor.setPosition(len(TEXT[: place(words).end].encode("utf-16-le")) // 2)
        colours.append(cursor.charFormat().foreground().color())
    assert colours[0] == theme.LIGHT.quiet != colours[1]


def test_lines_hold_about_seventy_characters_and_stand_in_the_middle(qtbot: QtBot) -> None:
    view = shown(qtbot, "the harbour was quiet and the boats lay still at their ropes " * 40, ())
    view.resize(1400, 600)
    page = page_of(view)
    line = page.document().begin().layout().lineAt(1)
    assert 60 <= line.textLength() <= 85
    left, right = page.column.left(), page.viewport().width() - page.column.right()
    assert left == pytest.approx(right, abs=2)


# Nothing is rendered


def test_markup_in_an_article_is_shown_as_it_was_printed(qtbot: QtBot) -> None:
    text = "<h1>Loud</h1> <img src='http://example.org/a.png'> & <script>alert(1)</script>"
    view = shown(qtbot, text, ())
    document = page_of(view).document()
    assert "".join(document.characterAt(place) for place in range(len(text))) == text


def test_what_is_copied_is_the_article_not_its_picture(view: ArticleView, qtbot: QtBot) -> None:
    page = page_of(view)
    page.selectAll()
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == TEXT
    assert not mime.hasHtml()


# Choosing and selecting


@pytest.mark.parametrize(("words", "chosen"), [("engine", TIRED), ("do not", SAIL), ("يوم", ARABIC), ("left", None)])
def test_a_click_on_a_quote_chooses_it(
    view: ArticleView, qtbot: QtBot, words: str, chosen: StandingQuote | None
) -> None:
    page = page_of(view)
    seen: list[str] = []
    view.quote_chosen.connect(seen.append)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point(page, place(words)))
    assert seen == ([chosen.id] if chosen else [])


@pytest.mark.parametrize("words", ["Captain", "Holt", "told", "Friday", "added", "Melon"])
def test_a_word_chosen_by_double_click_is_that_word_of_the_article(view: ArticleView, qtbot: QtBot, words: str) -> None:
    page = page_of(view)
    at = point(page, place(words))
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selection() == place(words)


def test_words_over_paragraphs_emoji_and_line_ends_are_selected_as_they_stand(view: ArticleView, qtbot: QtBot) -> None:
    page = page_of(view)
    seen: list[str] = []
    view.quote_chosen.connect(seen.append)
    span = Span(place("Runa").start, place("We sail").end)
    first, last = page.places.segments(place("Runa"))[0], page.places.segments(place("We sail"))[0]
    start = QPointF(first.ground.left(), first.ground.center().y()).toPoint()
    end = QPointF(last.ground.right(), last.ground.center().y()).toPoint()
    select(page, start, end, qtbot)
    assert view.selection() == span
    assert "🚢" in span.of(TEXT) and "\r\n" in span.of(TEXT)
    assert seen == []


def test_words_are_selected_by_keyboard_and_white_space_around_them_left_out(view: ArticleView, qtbot: QtBot) -> None:
    page = page_of(view)
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == place("Ferry stays")
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert view.selection() is None


def test_the_page_is_read_only_and_lets_tab_pass(view: ArticleView, qtbot: QtBot) -> None:
    page = page_of(view)
    before = page.document().characterCount()
    qtbot.keyClick(page, Qt.Key.Key_X)
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    assert page.document().characterCount() == before
    assert page.tabChangesFocus()


def test_zoom_is_told_and_has_its_ends(view: ArticleView) -> None:
    told: list[int] = []
    view.zoomed.connect(told.append)
    for steps in (1, 2, -3, -100, -1, 100):
        view.zoom(steps)
    assert told == [1, 3, 0, -6, 12]


# Quotes of one speaker


def test_quotes_of_the_speaker_in_focus_are_lit_together_and_counted(qtbot: QtBot) -> None:
    text = "“One,” “two,” “three,” “four.”"
    holt, berg = (Speaker(name, SpeakerType.PERSON) for name in ("Runa Holt", "Ada Berg"))
    quotes = [
        quote(text, words, speaker=who)
        for words, who in (("One,", holt), ("two,", berg), ("three,", holt), ("four.", None))
    ]
    view = shown(qtbot, text, quotes)
    page = page_of(view)

    def lit() -> list[str]:
        image = picture(page)
        found = []
        for each in quotes:
            segment = page.places.segments(each.proposal.passages[0].span)[0]
            row, columns = round(segment.baseline) + 4, range(int(segment.ground.left()), int(segment.ground.right()))
            if sum(near(image.pixelColor(x, row), theme.LIGHT.accent) for x in columns) > len(columns) / 3:
                found.append(each.id)
        return found

    view.set_focus("One,")
    assert lit() == [] and view.said() == ""
    view.turn_light()
    assert lit() == ["three,"] and view.said() == "2 of 4 quotes are Runa Holt’s"
    view.set_focus("two,")
    assert lit() == [] and view.said() == "1 of 4 quotes is Ada Berg’s"
    view.set_focus("four.")
    assert lit() == [] and view.said() == "Nobody is named for this quote"
    view.set_focus("One,")
    view.set_quotes([*quotes[:2], quote(text, "three,", speaker=berg), quotes[3]])
    assert lit() == [] and view.said() == "1 of 4 quotes is Runa Holt’s"
    view.set_quotes(quotes)
    assert lit() == ["three,"]
    view.turn_light()
    assert lit() == [] and view.said() == ""


def test_what_the_line_at_the_foot_says_is_announced_but_its_hint_is_not(
    view: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    view.hint("M leads on")
    view.set_focus(SAIL.id)
    assert heard == []
    view.turn_light()
    assert heard == ["1 of 3 quotes is Runa Holt’s"]


def test_a_long_title_leaves_the_text_its_room_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    title = "Minister promises an inquiry into the fire in the harbour that nobody saw coming " * 2
    view = ArticleView()
    qtbot.addWidget(view)
    view.show_article(replace(article("Nobody said a word."), described=described(headline=title)), (), ())
    view.resize(420, 600)
    view.show()
    shown = next(words for words in view.findChildren(Elided) if words.text().startswith("Minister promises"))
    qtbot.waitUntil(lambda: shown.height() >= shown.heightForWidth(shown.width()) > shown.fontMetrics().height())
    assert shown.toolTip() == plain_tip(title)
    assert view.minimumSizeHint().width() <= 420


def test_the_line_at_the_foot_is_cut_where_it_does_not_fit_and_keeps_its_height(view: ArticleView) -> None:
    foot = view.findChild(Foot)
    assert foot is not None
    before = foot.height()
    view.hint("a hint that is longer than the article is wide " * 9)
    assert foot.height() == before and foot.text().endswith("…")
    assert view.said() == foot.accessibleName() == "a hint that is longer than the article is wide " * 9
    view.hint("\u202eturned round")
    assert "\u202e" not in foot.text()


def test_strange_and_empty_articles_are_shown(qtbot: QtBot) -> None:
    for text in ("", "\n\n\n", "\0\u2028\u2029\ud800\ufdd0\u202ex“y”", "a" * 5000):
        view = shown(qtbot, text, ())
        view.zoom(1)
        view.resize(300, 200)
        assert page_of(view).viewport().grab().isNull() is False


def test_page_and_overview_have_names(view: ArticleView) -> None:
    assert page_of(view).accessibleName() == "Article: ferry.txt"
    assert ruler_of(view).accessibleName()
