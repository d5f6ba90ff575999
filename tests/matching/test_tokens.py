"""Texts cut into words and marks."""

from quotereview.matching.tokens import Stretch, sentences, tokens


def test_typography_makes_no_difference_and_words_do() -> None:
    one, other = tokens("“Don’t go — now,” she said."), tokens('"Don\'t  go - now," she\nsaid.')
    assert [token.plain for token in one] == [token.plain for token in other]
    assert [token.plain for token in tokens("Go, go")] == ["Go", ",", "go"]
    assert [one[1].start, one[1].end] == [1, 6]


def test_letters_of_scripts_that_part_no_words_are_tokens() -> None:
    assert [token.plain for token in tokens("他说：go")] == ["他", "说", "：", "go"]


def test_a_paragraph_begins_after_an_empty_line_or_a_line_that_ends_a_sentence() -> None:
    found = tokens("Head\n\nOne two\nthree.\nFour”\nfive\n")
    assert [token.plain for token in found if token.begins_paragraph] == ["Head", "One", "Four", "five"]


def test_sentences_end_with_their_closing_marks() -> None:
    found = tokens("He left. “No!” she said? Yes")
    cut = [" ".join(token.plain for token in found[one.start : one.end]) for one in sentences(found)]
    assert cut == ["He left .", '" No ! "', "she said ?", "Yes"]
    assert sentences(()) == ()


def test_stretches_reach_hold_and_lie_apart() -> None:
    assert Stretch(1, 3).to(Stretch(5, 6)) == Stretch(1, 6)
    assert Stretch(2, 3).within(Stretch(1, 3)) and not Stretch(0, 3).within(Stretch(1, 3))
    assert (Stretch(1, 3).gap(Stretch(5, 6)), Stretch(5, 6).gap(Stretch(1, 3)), Stretch(1, 3).gap(Stretch(2, 9))) == (
        2,
        2,
        0,
    )
    assert len(Stretch(1, 3)) == 2
