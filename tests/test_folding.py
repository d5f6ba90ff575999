"""Words are found as a reader would, and told where they stand in the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotereview.folding import Folded
from quotereview.model import Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The Café and the CAFE", "cafe", ["Café", "CAFE"]),
        ("Zoe\u0301 and Zoé", "zoé", ["Zoe\u0301", "Zoé"]),
        ("in der STRASSE, in der Straße", "straße", ["STRASSE", "Straße"]),
        ("a ﬁne ﬁsh", "fi", ["ﬁ", "ﬁ"]),
        ("Łódź, Jørgen, Đoković", "lodz", ["Łódź"]),
        ("Łódź, Jørgen, Đoković", "jorgen, dok", ["Jørgen, Đok"]),
        ("İzmir and ırmak", "izmir", ["İzmir"]),
        ("ΛΌΓΟΣ λόγος", "λογος", ["ΛΌΓΟΣ", "λόγος"]),
        ("she said: “It’s – well – over”", "\"it's - well", ["“It’s – well"]),
        ("the old\r\n   bridge\tfell", "old bridge fell", ["old\r\n   bridge\tfell"]),
        ("soft hy\u00adphen, zero\u200bwidth", "hyphen", ["hy\u00adphen"]),
        ("🚢🚧 the ship 🚢 sails", "🚢", ["🚢", "🚢"]),
        ("the 🚢 sails", "sails", ["sails"]),
        ("👩🏽\u200d🚀 flew", "flew", ["flew"]),
        ("قالَ أحمـــد إنّه بخير", "احمد", ["أحمـــد"]),
        ("قالَ أحمد", "قال", ["قالَ"]),
        ("שָׁלוֹם לכולם", "שלום", ["שָׁלוֹם"]),
        ("港口大桥关闭，大桥", "大桥", ["大桥", "大桥"]),
        ("𠮷野家と吉野家", "野家", ["野家", "野家"]),
        ("葛\U000e0100城市", "葛城", ["葛\U000e0100城"]),
        ("ｶﾞﾗｽとガラス", "ガラス", ["ｶﾞﾗｽ", "ガラス"]),
        ("ガラス", "カ", []),
        ("ＡＢＣ１２", "abc12", ["ＡＢＣ１２"]),
        ("한국과 한글", "한", ["한", "한"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "", []),
        ("any thing", "  ", []),
        ("e\u0301", "\u0301", []),
        ("", "a", []),
    ],
)
def test_words_are_found_folded(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in Folded(text).find(words)] == found


def test_one_character_of_two_letters_is_found_once() -> None:
    assert Folded("Maß").find("s") == (Span(2, 3),)


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Annex, ANN, Joann", "Ann", [Span(7, 10)]),
        ("until the UN spoke", "UN", [Span(10, 12)]),
        ("记者王大海说", "王大海", [Span(2, 5)]),
        ("A. B. Tamm’s boat", "A. B. Tamm", [Span(0, 10)]),
        ("nobody", "", []),
    ],
)
def test_a_name_is_found_as_whole_words(text: str, name: str, found: list[Span]) -> None:
    assert list(Folded(text).find_name(name)) == found


letters = st.sampled_from("aAéßﬁ\u0301 \r\n\t’“–🚢漢ガｶ한سّـא\u200d\ufe0f\u00adİ")
texts = st.text(st.one_of(letters, st.characters(exclude_characters="ﾞﾟ゛゜\u3099\u309a")))


@given(texts, texts, texts)
def test_whatever_is_written_in_a_text_is_found_there(before: str, words: str, after: str) -> None:
    text = before + words + after
    spans = Folded(text).find(words)
    if Folded(words).find(words):
        assert any(span.start <= len(before) + len(words) and span.end >= len(before) for span in spans)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(len(span) > 0 for span in spans)
