"""Where the quotes of a text stand in another edition of it."""

import pytest

from quotereview.matching import Sought, TwoTexts, Why
from quotereview.model import Span

OLDER = (
    "The harbour was shut\n\nThe harbour office shut the eastern pier on Sunday.\n\n"
    "“Forty beams of the eastern pier are rotten,” said Lena Falk. “No,” she said when asked about ferries.\n\n"
    "Ivo Rem was asked if he would sue. “No,” he said."
)
FORTY = "Forty beams of the eastern pier are rotten,"


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def anchored(newer: str, words: str, speaker: str | None, *evidence: str, nth: int = 0) -> tuple[Span, ...] | Why:
    """What became of words of the older text."""
    sought = Sought((place(OLDER, words, nth),), tuple(place(OLDER, one) for one in evidence), speaker)
    return TwoTexts(OLDER, newer).anchor(sought)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The harbour was shut", "A pier is shut, and nobody knows for how long"),
        ("The harbour office shut", "On Monday, a flood was told of.\n\nThe harbour office shut"),
        ("on Sunday", "on Saturday, not on Sunday"),
        ("“", '"'),
        ("\n\n", "\r\n\r\n"),
        ("he said.", "he said. He laughed."),
    ],
)
def test_telling_words_are_found_whatever_changes_elsewhere(old: str, new: str) -> None:
    newer = OLDER.replace(old, new)
    assert anchored(newer, FORTY, "Lena Falk", "Lena Falk") == (place(newer, FORTY),)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Forty beams", "Fourteen beams", Why.CHANGED),
        (f"“{FORTY}” said Lena Falk. ", "", Why.GONE),
        ("said Lena Falk", "said Una Holt", Why.AROUND),
        ("rotten,” said", "rotten,” as everybody knows, said", Why.AROUND),
    ],
)
def test_words_are_not_found_where_they_or_their_speaker_changed(old: str, new: str, why: Why) -> None:
    assert anchored(OLDER.replace(old, new), FORTY, "Lena Falk", "Lena Falk") is why


def test_words_that_moved_are_told_and_not_found() -> None:
    said = f"“{FORTY}” said Lena Falk. "
    newer = f"{OLDER.replace(said, '')} {said}"
    assert anchored(newer, FORTY, "Lena Falk", "Lena Falk") is Why.MOVED


def test_short_words_need_what_they_answer() -> None:
    assert anchored(OLDER.replace("on Sunday", "on Monday"), "No,", "Ivo Rem", nth=1) == (
        place(OLDER.replace("on Sunday", "on Monday"), "No,", 1),
    )
    assert anchored(OLDER.replace("would sue", "would stay"), "No,", "Ivo Rem", nth=1) is Why.AROUND
    assert anchored(OLDER.replace("Ivo Rem was", "Asked once more, Ivo Rem was"), "No,", "Ivo Rem", nth=1) in (
        Why.TWICE,
        Why.NAMED,
    )


def test_all_between_a_name_and_he_has_to_be_the_same() -> None:
    older = "Ivo Rem came late.\n\n“The whole of my net was torn by your ships,” he said."
    words = "The whole of my net was torn by your ships,"
    sought = Sought((place(older, words),), (), "Ivo Rem")
    before = f"The fair had begun.\n\n{older}"
    assert TwoTexts(older, before).anchor(sought) == (place(before, words),)
    between = older.replace("“The", "Per Dahl came later.\n\n“The")
    assert TwoTexts(older, between).anchor(sought) is Why.NAMED
    assert TwoTexts(older, between).anchor(Sought((place(older, words),), (), None)) == (place(between, words),)


def test_words_that_nobody_is_named_for_need_more_around_them() -> None:
    older = "It was a long day. " * 4 + "Then somebody cried: “The boats are burning in the western harbour!”"
    words = "The boats are burning in the western harbour!"
    sought = Sought((place(older, words),), (), "")
    newer = older.replace("It was", "This was", 1)
    assert TwoTexts(older, f"A headline.\n\n{older}").anchor(sought)
    assert (
        TwoTexts(older, older.replace("It was a long day. Then", "It was a short day. Then")).anchor(sought)
        is Why.NAMED
    )
    assert TwoTexts(older, newer).anchor(Sought((place(older, words),), (), None)) == (place(newer, words),)


def test_far_evidence_has_to_stay_and_what_is_between_may_change() -> None:
    middle = " ".join(f"word{number}." for number in range(90))
    older = f"Radio Sund broadcast it.\n\n{middle}\n\nMara Voss said: “We shall pay every ticket back this month.”"
    words = "We shall pay every ticket back this month."
    sought = Sought((place(older, words),), (place(older, "Radio Sund"),), "Mara Voss")
    assert TwoTexts(older, older.replace("word40.", "word40, and more.")).anchor(sought)
    assert TwoTexts(older, older.replace("Radio Sund", "The Sund Post")).anchor(sought) is Why.NAMED


def test_all_passages_are_found_or_none() -> None:
    older = "“We go on Monday morning,” said Mara Voss, “whatever the wind may say of it.”"
    passages = place(older, "We go on Monday morning,"), place(older, "whatever the wind may say of it.")
    newer = f"A headline\n\n{older}"
    moved = place(newer, "We go on Monday morning,"), place(newer, "whatever the wind may say of it.")
    assert TwoTexts(older, newer).anchor(Sought(passages, (), "Mara Voss")) == moved
    changed = newer.replace("whatever the wind", "whatever my aunt")
    assert TwoTexts(older, changed).anchor(Sought(passages, (), "Mara Voss")) is Why.CHANGED
    parted = newer.replace("Mara Voss, “", "Mara Voss. “")
    assert TwoTexts(older, parted).anchor(Sought(passages, (), "Mara Voss")) is Why.AROUND


def test_scripts_without_spaces_are_anchored_by_their_letters() -> None:
    older = "港口停航。\n\n布兰特说：“我们已经达成协议，每个船员都签了字。”"
    words = "我们已经达成协议，每个船员都签了字。"
    newer = older.replace("港口停航。", "港口停航十一天。")
    sought = Sought((place(older, words),), (), "蒂尔达·布兰特")
    assert TwoTexts(older, newer).anchor(sought) == (place(newer, words),)
    assert TwoTexts(older, newer.replace("布兰特说", "温特说")).anchor(sought) is Why.AROUND


def test_a_stretch_moves_with_the_text_around_it() -> None:
    texts = TwoTexts(OLDER, f"A headline\n\n{OLDER}")
    assert texts.moved(place(OLDER, "Lena Falk")) == place(f"A headline\n\n{OLDER}", "Lena Falk")
    assert TwoTexts(OLDER, OLDER.replace("Lena Falk", "Lena Berg")).moved(place(OLDER, "Lena Falk")) is None
    assert texts.moved(Span(20, 20)) is None
    assert TwoTexts("", "").moved(Span(0, 0)) is None


def test_the_whole_sentence_around_the_words_has_to_be_the_same() -> None:
    older = "“The whole of my net was torn by your ships,” said Ivo Rem in a long talk with the Sund Post on Monday."
    words = "The whole of my net was torn by your ships,"
    sought = Sought((place(older, words),), (), "Ivo Rem")
    assert TwoTexts(older, f"{older} He left.").anchor(sought) == (place(older, words),)
    assert TwoTexts(older, older.replace("Sund Post", "Fjord Times")).anchor(sought) is Why.AROUND
