"""The palettes are readable and every state is told by more than its colour."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from quotereview.model import Band, Kind, Passage, Quote, Span, StandingQuote, Verdict, Zone
from quotereview.ui import theme
from tests.ui.story import GULLS, standing

GROUNDS = ("window", "page", "raised", "tint", "found")
TEXTS = ("text", "quiet", "accent", "confirmed", "corrected", "disputed", "unsure", "rejected", "open")


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, between 1 and 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_colour_has_aa_contrast_on_every_ground(colours: theme.Colours, ground: str, text: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_selected_text_and_marks_that_are_no_text_can_be_seen(colours: theme.Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.edge, colours.page) >= 3
    assert contrast(colours.edge, colours.window) >= 3


def test_greys_are_neutral() -> None:
    for colours in (theme.LIGHT, theme.DARK):
        for name in ("window", "page", "raised", "text", "quiet", "line", "edge"):
            red, green, blue, _ = getattr(colours, name).getRgb()
            assert max(red, green, blue) - min(red, green, blue) <= 6, name


def test_verdicts_differ_by_glyph_and_by_word_and_each_has_a_colour() -> None:
    assert set(theme.VERDICTS) == set(Verdict)
    assert set(theme.BANDS) == set(Band)
    for states in (theme.VERDICTS.values(), theme.BANDS.values()):
        assert len({state.glyph for state in states}) == len(states)
        assert len({state.word for state in states}) == len(states)
    names = {field.name for field in fields(theme.Colours)}
    assert {state.role for state in (*theme.VERDICTS.values(), *theme.BANDS.values())} <= names


def test_what_was_accepted_unread_is_never_shown_as_confirmed() -> None:
    unread = standing(GULLS, Verdict.CONFIRMED, unread=True)
    assert theme.verdict_of(unread) is theme.state_of(unread) is theme.UNREAD
    others = (*theme.VERDICTS.values(), *theme.BANDS.values(), theme.NOT_ASKED)
    assert theme.UNREAD.glyph not in {state.glyph for state in others}


@pytest.mark.parametrize(("confidence", "word"), [(0.95, "open"), (0.75, "open"), (0.3, "unsure")])
def test_an_open_quote_shows_when_its_speaker_is_unsure(confidence: float, word: str) -> None:
    proposal = Quote("0-4", (Passage(Span(0, 4), "Wait"),), confidence=confidence)
    assert theme.state_of(StandingQuote("q1", "a1", proposal)).word == word


@pytest.mark.parametrize(
    ("kind", "zone"), [(Kind.TITLE, Zone.BODY), (Kind.SCARE, Zone.HEADLINE), (Kind.SPEECH, Zone.TEASER)]
)
def test_words_that_nobody_is_asked_about_are_not_called_unsure(kind: Kind, zone: Zone) -> None:
    proposal = Quote("0-4", (Passage(Span(0, 4), "Wait"),), kind=kind, zone=zone)
    assert theme.state_of(StandingQuote("q1", "a1", proposal)) is theme.NOT_ASKED
    assert theme.state_of(StandingQuote("q1", "a1", proposal, added_by_hand=True)) is not theme.NOT_ASKED


def test_a_widget_finds_the_colours_of_the_palette_it_was_given() -> None:
    for colours in (theme.LIGHT, theme.DARK):
        assert theme.colours_of(theme.palette_of(colours)) is colours


def test_apply_sets_palette_and_text_sizes(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK, scale=2.0)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.DARK.window
        small, normal, large = (theme.text_font(size).pointSizeF() for size in theme.TextSize)
        assert normal == pytest.approx(20.0)
        assert small < normal < large
        assert not qapp.windowIcon().pixmap(64, 64).isNull()
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)


def test_articles_are_set_in_a_serif_face(qapp: QApplication) -> None:
    font = theme.reading_font(1.5)
    assert font.styleHint() is QFont.StyleHint.Serif
    assert font.pointSizeF() == pytest.approx(theme.READING_POINTS * 1.5)


def test_han_is_set_in_a_face_of_its_own_after_the_serif_one(monkeypatch: pytest.MonkeyPatch) -> None:
    there = ["Arial", "Noto Serif CJK SC", "Noto Serif", "Noto Sans Yi"]
    monkeypatch.setattr(theme.QFontDatabase, "families", lambda: there)
    assert theme.reading_font().families() == ["Noto Serif", "Noto Serif CJK SC"]
    monkeypatch.setattr(theme.QFontDatabase, "families", lambda: ["Arial"])
    assert theme.reading_font().families() == ["serif"]
