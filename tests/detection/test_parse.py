"""Masking and the way back from tokens to canonical offsets."""

import pytest
from spacy.language import Language

from quotereview.detection import marks
from quotereview.detection.parse import Parse, parse
from quotereview.model import Span


def parsed(text: str, nlp: Language) -> Parse:
    return parse(text, marks.find(text)[0], nlp)


def test_a_quoted_sentence_is_masked_and_a_fragment_stays(nlp: Language) -> None:
    result = parsed("“The kiln has been cold since March,” said Orla Benning. She called it “stone dead”.", nlp)
    assert result.placeholder(0) is not None
    assert result.placeholder(1) is None
    assert "kiln" not in result.doc.text
    assert "stone dead" in result.doc.text


def test_every_token_has_its_place_in_the_text(nlp: Language) -> None:
    text = "“We fired it twice, and twice it cracked,” said Benning.The potters left.\r\n\r\nNobody said “sorry”."
    result = parsed(text, nlp)
    masked = result.passage(0)
    assert masked is not None
    own = [token for token in result.doc if token not in masked and not token.is_quote]
    assert [result.words(token.i) for token in own] == [token.text for token in own]


def test_a_missing_space_after_a_full_stop_is_mended_for_the_parser_alone(nlp: Language) -> None:
    text = "The kiln cooled.Benning left."
    result = parsed(text, nlp)
    assert [sentence.text for sentence in result.doc.sents] == ["The kiln cooled.", "Benning left."]
    assert result.words(0, len(result.doc) - 1) == text


def test_a_placeholder_stands_for_the_whole_passage(nlp: Language) -> None:
    text = "“Glaze is a promise. Fire keeps it,” Benning said."
    result = parsed(text, nlp)
    verb = result.placeholder(0)
    assert verb is not None
    assert result.words(verb.i) == "Glaze is a promise. Fire keeps it,"


def test_the_words_of_a_masked_quote_with_a_nested_one_are_parsed_too(nlp: Language) -> None:
    text = "“My aunt told me ‘never trust a kiln’ and I laughed,” Benning said."
    result = parsed(text, nlp)
    tokens = result.tokens(Span(text.index("aunt"), text.index("told") + 4))
    assert tokens is not None
    assert [token.text for token in tokens] == ["aunt", "told"]


@pytest.mark.parametrize("text", ["", "\n \n", '""', "“”", "\0", "\ud800“a b c,” he said"])
def test_texts_without_words_are_parsed_to_nothing_worse(text: str, nlp: Language) -> None:
    result = parsed(text, nlp)
    assert len(result.starts) == len(result.doc)


def test_the_place_that_opens_a_dispatch_is_no_part_of_the_sentence(nlp: Language) -> None:
    result = parsed("OSTERVIK, Norland (XPA) — Mayor Tuva Lind spoke.", nlp)
    assert result.doc[0].text == "Mayor"


def test_a_very_long_paragraph_is_cut(nlp: Language) -> None:
    result = parsed("word " * 4_000, nlp)
    assert len(result.segments) > 1
