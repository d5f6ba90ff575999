"""From a quote to the places that belong to it, and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.errors import NotPossible
from quotereview.model import Span, StandingQuote
from quotereview.ui.ruler import Ruler
from quotereview.ui.trail import BACK, Trail, stops
from quotereview.ui.window import MainWindow
from tests.ui.story import GULLS, ILSE, KANAL, OTTO, SAFE, TEXT, place, standing

SAFE_QUOTE = standing(SAFE)


def told(quote: StandingQuote, text: str = TEXT) -> list[tuple[str, str]]:
    """What is said of each place, isolates left out, and its words."""
    return [
        (stop.says.replace("\u2068", "").replace("\u2069", ""), stop.place.of(text) if stop.place else "")
        for stop in stops(text, quote)
    ]


def test_a_quote_leads_to_its_mention_the_full_name_and_the_source() -> None:
    assert told(SAFE_QUOTE) == [
        ("Speaker: “she” stands for Ilse Tamm", "she"),
        ("Speaker: “Ilse Tamm” is first named in full here", "Ilse Tamm"),
        ("Source: “Kanal 9” is named here, and carries on to this quote", "Kanal 9"),
    ]


def test_a_speaker_named_in_full_for_the_quote_is_shown_once() -> None:
    assert told(standing(GULLS)) == [("Speaker: “Otto Rand” is named for this quote", "Otto Rand")]


def test_a_speaker_whom_the_editor_named_is_looked_for_in_the_text() -> None:
    named = replace(GULLS, speaker=replace(ILSE, mention=None), source=replace(KANAL, carried=False))
    assert told(standing(named)) == [
        ("Speaker: “Ilse Tamm” is first named in full here", "Ilse Tamm"),
        ("Source: “Kanal 9” is named here", "Kanal 9"),
    ]
    unknown = replace(GULLS, speaker=replace(OTTO, name="Vera Ny", mention=None))
    assert told(standing(unknown)) == []


def test_a_long_mention_is_cut_and_keeps_its_direction_to_itself() -> None:
    text = f"{'ש' * 100}, said"
    speaker = replace(OTTO, name="Eli", mention=Span(0, 100))
    (stop,) = stops(text, standing(replace(GULLS, speaker=speaker)))
    assert stop.says == f"Speaker: “\u2068{'ש' * 59}…\u2069” stands for Eli"


def test_the_trail_leads_back_to_the_quote_and_begins_anew() -> None:
    trail = Trail()
    places = [trail.go_on(TEXT, SAFE_QUOTE) for _ in range(5)]
    assert [one.place for one in places] == [place("she"), place("Ilse Tamm"), place("Kanal 9"), None, place("she")]
    assert places[1].says.endswith(" · 2 of 3") and places[3] is BACK
    trail.leave()
    assert trail.go_on(TEXT, SAFE_QUOTE).place == place("she")


def test_a_quote_of_nobody_leads_nowhere() -> None:
    with pytest.raises(NotPossible):
        Trail().go_on(TEXT, standing(replace(SAFE, speaker=None, source=None)))


# In the window


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)


def test_m_goes_on_and_esc_goes_back(window: MainWindow) -> None:
    view = window.article_view
    press(window, Qt.Key.Key_M)
    assert view.selection() == place("she") and "stands for Ilse Tamm · 1 of 3" in view.said()
    press(window, Qt.Key.Key_M, Qt.Key.Key_Escape)
    assert view.selection() is None and view.caret == SAFE_QUOTE.proposal.span.start - 1
    assert view.said().startswith("M ")
    press(window, Qt.Key.Key_M)
    assert view.selection() == place("she")


def test_another_quote_begins_its_own_trail(window: MainWindow) -> None:
    press(window, Qt.Key.Key_M, Qt.Key.Key_M, Qt.Key.Key_J, Qt.Key.Key_M)
    assert window.article_view.selection() == place("Otto Rand")


def test_esc_gives_the_keys_to_the_text(window: MainWindow) -> None:
    window.findChild(Ruler).setFocus()
    press(window, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.article_view.focusProxy()


def test_a_quote_without_names_says_so(window: MainWindow) -> None:
    window.desk.open_article(next(one.id for one in window.desk.session.articles() if one.name == "bypass.txt"))
    press(window, Qt.Key.Key_M)
    assert window.messages.sentence == "The text names no speaker and no source for this quote."
