"""Articles in any script stand as they are read: each paragraph and each mark on its own side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Source, SourceKind, Span, StandingQuote
from quotereview.ui import theme
from quotereview.ui.article_view import ArticleView
from quotereview.ui.controls import Words
from quotereview.ui.page import Page
from quotereview.ui.painting import EDGE
from quotereview.ui.typeset import blocks
from tests.ui.pages import near, page_of, picture, point, quote, shown

ARABIC = "قالت القبطان ليلى للصحفيين: «سنبحر على Aurora يوم 12 مايو»، ثم غادرت المكان."
HEBREW = "ראשת העיר נעמה ברק אמרה: ”הגשר בטוח, בדקנו אותו פעמיים“, והלכה."
CHINESE = "市长林晓岚对记者说：“大桥很安全，我们检查了两次。”渔民说：「去问海鸥吧」。𠮷野家关门了。"
JAPANESE = "市長の田中さんは「橋は安全です。ｶﾞﾗｽも片付けた」と述べた。"
ENGLISH = "The minister told the Post “the sea, or البحر as we say, is open” and left."
EMOJI = "🚧👩🏽\u200d🚀 Captain Zoe\u0301 Holt said 🚢 “we sail 🚢 on Friday” and left."
TABBED = "Rates:\tone\ttwo, said “a column\tof rates”.\r\nA second line said “so”."
QUOTED = {
    ARABIC: "سنبحر على Aurora يوم 12 مايو",
    HEBREW: "הגשר בטוח, בדקנו אותו פעמיים",
    CHINESE: "大桥很安全，我们检查了两次。",
    JAPANESE: "橋は安全です。ｶﾞﾗｽも片付けた",
    ENGLISH: "the sea, or البحر as we say, is open",
    EMOJI: "we sail 🚢 on Friday",
    TABBED: "a column\tof rates",
}
NAMES = ["Arabic", "Hebrew", "Chinese", "Japanese", "English", "emoji", "tabs"]
ROOM = 14
RIGHT_TO_LEFT = (ARABIC, HEBREW)
every_script = pytest.mark.parametrize("line", list(QUOTED), ids=NAMES)
TEXT = "\n\n".join(QUOTED)
QUOTES = {line: quote(TEXT, words) for line, words in QUOTED.items()}


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ArticleView:
    theme.apply(qapp, theme.Scheme.LIGHT)
    made = shown(qtbot, TEXT, list(QUOTES.values()))
    made.resize(900, 900)
    return made


def place(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def inked(page: Page, columns: range, rows: range) -> bool:
    """Whether anything stands in a part of the picture but the page."""
    image = picture(page)
    return any(not near(image.pixelColor(x, y), theme.LIGHT.page) for x in columns for y in rows)


def rows_of(page: Page, span: Span) -> range:
    ground = page.places.segments(span)[0].ground.translated(0, -page.verticalScrollBar().value())
    return range(int(ground.top()) + 2, int(ground.bottom()) - 2)


@every_script
@pytest.mark.parametrize("steps", [0, 7], ids=["100 %", "200 %"])
def test_number_and_bar_stand_on_the_side_where_lines_begin(view: ArticleView, line: str, steps: int) -> None:
    view.zoom(steps)
    page = page_of(view)
    view.set_focus(QUOTES[line].id)
    first, words = Span(place(line).start, place(line).start + 1), place(QUOTED[line])
    left, right = int(page.column.left()), int(page.column.right())
    sides = {"left": range(0, left - 14), "right": range(right + 14, page.viewport().width())}
    for rows in (rows_of(page, first), rows_of(page, words)):
        found = {side for side, columns in sides.items() if inked(page, columns, rows)}
        assert found == {"right" if line in RIGHT_TO_LEFT else "left"}


@every_script
def test_the_glyph_of_a_state_stands_before_the_opening_mark(view: ArticleView, line: str) -> None:
    page = page_of(view)
    opening = page.places.segments(Span(place(QUOTED[line]).start - 1, place(QUOTED[line]).start))[0]
    top = -page.verticalScrollBar().value()
    edge = int(opening.leading)
    before = range(edge + 2, edge + ROOM) if opening.rtl else range(edge - ROOM, edge - 2)
    rows = range(int(opening.ground.top() + top) + 4, int(opening.ground.bottom() + top) - 4)
    assert inked(page, before, rows)


@every_script
def test_a_click_on_the_words_chooses_the_quote(view: ArticleView, qtbot: QtBot, line: str) -> None:
    page = page_of(view)
    with qtbot.waitSignal(view.quote_chosen) as chosen:
        words = place(QUOTED[line])
        qtbot.mouseClick(
            page.viewport(), Qt.MouseButton.LeftButton, pos=point(page, Span(words.start + 2, words.start + 3))
        )
    assert chosen.args == [QUOTES[line].id]


@every_script
def test_a_shown_place_is_selected_to_the_letter(view: ArticleView, line: str) -> None:
    view.show_place(place(QUOTED[line]))
    selected = view.selection()
    assert selected is not None and selected.of(TEXT) == QUOTED[line]


def test_words_of_another_direction_run_their_own_way_within_a_paragraph(view: ArticleView) -> None:
    places = page_of(view).places
    latin, arabic = places.segments(place("Aurora"))[0], places.segments(place("البحر"))[0]
    assert (latin.rtl, latin.paragraph_rtl) == (False, True)
    assert (arabic.rtl, arabic.paragraph_rtl) == (True, False)
    around = places.segments(place("سنبحر"))[0]
    assert around.ground.left() >= latin.ground.right()


def test_a_name_that_is_set_apart_does_not_turn_its_paragraph(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    text = "\u2066BBC\u2069: قالت القبطان «سنبحر»\n\n\u2067ليلى\u2069 said “the sea is open”"
    places = page_of(shown(qtbot, text, [])).places
    arabic, english = (text.index(word) for word in ("سنبحر", "open"))
    assert places.segments(Span(arabic, arabic + 1))[0].paragraph_rtl
    assert not places.segments(Span(english, english + 1))[0].paragraph_rtl


def test_the_reach_of_a_carried_source_stands_on_the_side_where_its_lines_begin(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    text = "ذكرت وكالة مرسى ذلك.\n\nقال الوزير «البحر لنا».\n\nلا شيء هنا.\n\nوأضاف «الطريق مفتوح».\n"
    mention = Span(text.index("مرسى"), text.index("مرسى") + 4)
    source = Source("مرسى", SourceKind.AGENCY, mention, carried=True)
    quotes = [quote(text, words, source=source) for words in ("البحر لنا", "الطريق مفتوح")]
    view = shown(qtbot, text, quotes)
    page = page_of(view)
    between = rows_of(page, Span(text.index("لا شيء"), text.index("لا شيء") + 2))
    edge = int(page.column.right())
    margin = range(edge + 14, edge + 40)

    def lined() -> list[int]:
        image = picture(page)
        return [x for x in margin if all(near(image.pixelColor(x, y), theme.LIGHT.accent) for y in between)]

    assert lined() == []
    view.set_focus(quotes[1].id)
    assert len(lined()) == 1


@pytest.mark.parametrize(
    "text", ["w" * 3000, "https://example.org/" + "a-b" * 900, "漢" * 3000, "ש" * 3000, "🚢" * 900]
)
def test_lines_without_spaces_stay_in_the_column(qtbot: QtBot, text: str) -> None:
    page = page_of(shown(qtbot, text, ()))
    column = page.column.width()
    for block in blocks(page.document()):
        layout: QTextLayout = block.layout()
        assert layout.lineCount() > 10
        assert max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())) <= column + 1


def standing_beside(qtbot: QtBot, text: str, words: str) -> tuple[ArticleView, StandingQuote]:
    one = quote(text, words)
    return shown(qtbot, text, [one]), one


@pytest.mark.parametrize("odd", ["\u202e", "\u202d", "\x07", "\x1b[31m", "\x00", "\u2028", "\u2029", "\ufeff", "\r"])
def test_controls_take_their_place_and_do_nothing(qtbot: QtBot, odd: str) -> None:
    text = f"Mayor{odd} Tamm said “we {odd}stay here” and left."
    view, one = standing_beside(qtbot, text, f"we {odd}stay here")
    page = page_of(view)
    end = Span(text.index("left"), text.index("left") + 4)
    view.show_place(end)
    assert view.selection() == end
    assert not page.places.segments(end)[0].rtl
    view.set_focus(one.id)
    assert not picture(page).isNull()


def test_words_of_a_panel_that_run_from_the_right_lose_nothing_at_the_end_of_a_line(qtbot: QtBot) -> None:
    words = Words(ARABIC + " " + ARABIC)
    qtbot.addWidget(words)
    words.set_in(theme.quoting_font)
    words.show()
    cut = []
    for width in range(200, 420, 4):
        words.resize(width, words.heightForWidth(width))
        image = words.grab().toImage()
        if any(image.pixelColor(0, y).lightness() < 120 for y in range(image.height())):
            cut.append(width)
    assert cut == []
    words.setText(ENGLISH)
    assert words.contentsMargins().left() == 0


@pytest.mark.parametrize(
    ("lines", "left", "right"),
    [((ENGLISH,), True, False), ((ARABIC,), False, True), ((ENGLISH, ARABIC), True, True)],
    ids=["left", "right", "both"],
)
def test_a_narrow_page_keeps_a_margin_only_where_lines_begin(
    qtbot: QtBot, qapp: QApplication, lines: tuple[str, ...], left: bool, right: bool
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    view = shown(qtbot, "\n\n".join(lines), [])
    page = page_of(view)
    view.resize(420, 600)
    beside = page.column.left(), page.viewport().width() - page.column.right()
    assert tuple(room > 2 * EDGE for room in beside) == (left, right)
    assert min(beside) >= EDGE
    frame = page.document().rootFrame().frameFormat()
    assert (frame.leftMargin(), frame.rightMargin()) == beside
    view.resize(1200, 600)
    assert abs(page.column.center().x() - page.viewport().width() / 2) <= 1
