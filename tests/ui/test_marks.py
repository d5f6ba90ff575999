"""What is marked in the text, before anything is drawn."""

from dataclasses import replace

import pytest

from quotereview.model import Passage, Quote, Source, SourceKind, Span, StandingQuote
from quotereview.ui import marks
from quotereview.ui.marks import addressee_place, focus_marks, placed, quote_at, with_marks, within

TEXT = "KANAL told it. “We saw ‘smoke’ first,” she said. “Then fire.” He: “No.”"


def place(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def standing(name: str, *passages: str, source: Source | None = None) -> StandingQuote:
    spans = tuple(Passage(place(words), words) for words in passages)
    return StandingQuote(name, "a", Quote(name, spans, cue=place("said"), source=source))


CARRIED = Source("Kanal", SourceKind.BROADCASTER, place("KANAL"), carried=True)
SAW = standing("saw", "We saw ‘smoke’ first,", "Then fire.", source=CARRIED)
SMOKE = standing("smoke", "smoke")
NO = standing("no", "No.", source=CARRIED)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("He said “no”.", "no", "“no”"),
        ("He said ``no''.", "no", "``no''"),
        ("Il dit «\u00a0non\u00a0» hier", "non", "«\u00a0non\u00a0»"),
        ("He said ‘it “was” so’.", "it “was” so", "‘it “was” so’"),
        ("“Open to the end", "Open to the end", "“Open to the end"),
        ("no marks at all", "marks", "marks"),
        ("no", "no", "no"),
    ],
)
def test_a_passage_takes_its_marks_along(text: str, words: str, marked: str) -> None:
    at = text.index(words)
    assert with_marks(text, Span(at, at + len(words))).of(text) == marked


def test_quotes_are_placed_in_the_order_of_the_text_and_one_beyond_it_is_left_out() -> None:
    beyond = StandingQuote("beyond", "a", Quote("beyond", (Passage(Span(900, 910), "elsewhere"),)))
    assert [one.quote.id for one in placed(TEXT, [NO, beyond, SMOKE, SAW])] == ["saw", "smoke", "no"]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("We saw", "saw"),
        ("smoke", "smoke"),
        ("first,", "saw"),
        ("she", None),
        ("Then", "saw"),
        ("He:", None),
        ("No.", "no"),
    ],
)
def test_the_innermost_quote_is_found_under_a_word(words: str, quote: str | None) -> None:
    found = quote_at(placed(TEXT, [SAW, SMOKE, NO]), place(words).start)
    assert (found.quote.id if found else None) == quote


def test_a_carried_source_reaches_over_all_quotes_that_hang_on_it() -> None:
    quotes = placed(TEXT, [SAW, SMOKE, NO])
    found = focus_marks(quotes, quotes[0])
    assert found.reach is not None and found.reach.of(TEXT) == TEXT
    assert found.source == place("KANAL")
    assert [passage.of(TEXT) for passage in found.passages] == ["“We saw ‘smoke’ first,”", "“Then fire.”"]


def test_the_quote_with_which_a_carried_source_is_named_shows_its_reach_too() -> None:
    named = replace(SAW, proposal=replace(SAW.proposal, source=replace(CARRIED, carried=False)))
    quotes = placed(TEXT, [named, SMOKE, NO])
    assert focus_marks(quotes, quotes[0]).reach == Span(0, len(TEXT))
    assert focus_marks(quotes, quotes[1]).reach is None


def test_a_source_that_is_named_with_the_quote_has_no_reach() -> None:
    named = replace(SAW, proposal=replace(SAW.proposal, source=replace(CARRIED, carried=False)))
    quotes = placed(TEXT, [named])
    assert focus_marks(quotes, quotes[0]).reach is None


def test_a_quote_without_source_and_speaker_marks_its_words_alone() -> None:
    quotes = placed(TEXT, [SMOKE])
    assert focus_marks(quotes, quotes[0]) == marks.FocusMarks((place("‘smoke’"),), None, place("said"), None, None)


def test_an_addressee_is_found_next_to_the_cue() -> None:
    text = "The mayor slept. The mayor’s aide told the Mayor: “Wake up.” The mayor did."
    cue = Span(text.index("told"), text.index("told") + 4)
    wake = Quote("w", (Passage(Span(51, 59), "Wake up."),), cue=cue, addressee="the mayor")
    found = addressee_place(text, wake)
    assert found == Span(text.index("the Mayor"), text.index("the Mayor") + 9)
    assert addressee_place(text, replace(wake, addressee="the mayors")) is None
    assert addressee_place(text, replace(wake, addressee=None)) is None


def test_what_is_seen_of_many_spans() -> None:
    spans = [Span(at, at + 3) for at in range(0, 100, 5)]
    assert list(within(spans, Span(12, 21))) == [Span(10, 13), Span(15, 18), Span(20, 23)]
    assert list(within(spans, Span(13, 15))) == []
    assert list(within([], Span(0, 9))) == []
