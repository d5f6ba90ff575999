"""Positions hold for the strangest texts, against Qt itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from quotereview.model import Span
from quotereview.ui.positions import Positions, display

STRANGE = (
    "\0\t\n\r\x0b\x0c\x7f\x85\xa0\u200b\u200f\u2028\u2029\u202b\u202d\u202e\u2066\u2067"
    "\ud800\udc00\ufdd0\ufdd1\ufeff\ufffc\uffff"
)
texts = st.text(
    st.one_of(
        st.sampled_from(STRANGE + "a “”é漢م🚧👩🏽\u200d\U0010ffff"),
        st.characters(),
        st.characters(categories=["Cs"]),
    )
).map(lambda text: text.replace("b", "\r\n"))


def units(text: str) -> list[int]:
    """The UTF-16 units of a text."""
    coded = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(coded[place : place + 2], "little") for place in range(0, len(coded), 2)]


@given(texts)
def test_display_keeps_every_unit_in_its_place(text: str) -> None:
    assert len(units(display(text))) == len(units(text))


@given(texts)
def test_qt_holds_the_display_unchanged(text: str) -> None:
    shown = display(text)
    document = QTextDocument()
    document.setPlainText(shown)
    held = [ord(document.characterAt(place)) for place in range(document.characterCount() - 1)]
    assert held == [0x2029 if unit == ord("\n") else unit for unit in units(shown)]


@given(texts, st.data())
def test_every_span_goes_to_units_and_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    positions = Positions(text)
    assert positions.unit(start) == len(units(text[:start]))
    assert positions.span(positions.unit(start), positions.unit(end)) == Span(start, end)


@given(texts, st.data())
def test_units_in_the_middle_of_a_character_take_all_of_it(text: str, data: st.DataObject) -> None:
    total = len(units(text))
    start = data.draw(st.integers(0, total))
    end = data.draw(st.integers(start, total))
    positions = Positions(text)
    span = positions.span(start, end)
    assert positions.unit(span.start) <= start
    assert end <= positions.unit(span.end)
    assert positions.unit(span.end) - end <= 1
    assert start - positions.unit(span.start) <= 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, with\ttab", "plain, with\ttab"),
        ("one\r\ntwo\rthree\u2029four", "one\u200b\ntwo\nthree\nfour"),
        ("line\u2028break and no\u00a0break", "line\u2028break and no\u00a0break"),
        ("nul \0, feed \f, delete \x7f", "nul ␀, feed ␌, delete ␡"),
        ("turned \u202eround", "turned ⇠round"),
        ("half \ud83d pair", "half � pair"),
        ("frame \ufdd0, object \ufffc, none \U0001ffff", "frame �, object �, none ��"),
        ("🚧 stays", "🚧 stays"),
    ],
)
def test_display_shows_what_would_act_or_hide(text: str, shown: str) -> None:
    assert display(text) == shown


@pytest.mark.parametrize("turn", "\u202b\u2067")
def test_what_turns_a_line_round_is_shown_where_nothing_runs_right_to_left(turn: str) -> None:
    line = f"she is {turn}\u2066guilty\u2069 \u2066not\u2069"
    assert display(line) == line.replace(turn, "⇠")
    arabic = f"قالت {turn}نعم\u202c"
    assert display(f"{arabic}\n{line}") == f"{arabic}\n{line.replace(turn, '⇠')}"
