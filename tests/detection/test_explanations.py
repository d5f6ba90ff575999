"""What was considered for a quote is laid open as it was, and adds up."""

import pytest

from quotereview.detection import Detector, explanations
from quotereview.detection.explanations import BY_RULES
from quotereview.detection.ranker import NOBODY, shipped
from quotereview.model import Explained, Kind, Weight

TEXT = (
    "TALVO: “The weir is sound,” said Mayor Inés Faro.\n\n"
    "She told Radio Talvo “we looked at it twice”. Ola Moss called it “a fine weir” and sang “The Old Mill Song”."
)


@pytest.fixture(scope="module")
def explained(detector: Detector) -> Explained:
    return detector.explain(TEXT)


def test_all_quotes_are_explained_as_they_are_detected(explained: Explained, detector: Detector) -> None:
    assert explained.text == TEXT
    assert tuple(one.quote for one in explained.quotes) == detector.detect(TEXT).quotes


def test_the_best_option_is_the_proposal(explained: Explained) -> None:
    for one in explained.quotes:
        if one.quote.kind is Kind.SPEECH:
            best, speaker = one.options[0], one.quote.speaker
            assert speaker
            assert (best.mention, best.speaker.name, best.cue) == (speaker.mention, speaker.name, one.quote.cue)


def test_shares_of_a_passage_leave_some_for_nobody(explained: Explained) -> None:
    shares = [option.belief.share for option in explained.quotes[1].options]
    assert shares == sorted(shares, reverse=True)
    assert 0.9 < sum(shares) < 1


def test_weights_add_up_to_the_score_that_earned_the_share(explained: Explained) -> None:
    first, second, *_ = explained.quotes[1].options
    for option in (first, second):
        assert option.belief.score == pytest.approx(sum(weight.amount for weight in option.belief.weights))
        rules = next(weight.amount for weight in option.belief.weights if weight.name == BY_RULES)
        assert rules == pytest.approx(sum(weight.amount for weight in option.evidence) / 2)
    # shares stand to one another as the exponentials of the scores
    from_scores = 2.718281828 ** (first.belief.score - second.belief.score)
    assert first.belief.share / second.belief.share == pytest.approx(from_scores, rel=1e-6)


def test_the_heaviest_come_first(explained: Explained) -> None:
    amounts = [abs(weight.amount) for weight in explained.quotes[0].options[0].belief.weights]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) > 5


def test_how_a_mention_led_to_a_name_is_told(explained: Explained) -> None:
    best = explained.quotes[1].options[0]
    assert best.mention.of(TEXT) == "She"
    assert (best.speaker.name, best.speaker.resolved) == ("Inés Faro", "She → Inés Faro")
    assert "taken for Inés Faro" in best.why
    assert 0.5 < best.sure < 1


def test_what_is_no_speech_says_why_and_who_was_considered(explained: Explained) -> None:
    song = explained.quotes[-1]
    assert (song.quote.kind, bool(song.kind_reason)) == (Kind.OTHER_WORDS, True)
    assert song.kind_reason.casefold() == song.quote.reason.casefold()
    assert {option.belief.share for option in song.options} == {0.0}


def test_a_damaged_text_is_explained_as_it_was_read(detector: Detector) -> None:
    damaged = "&ldquo;The weir is sound,&rdquo; said Inés Faro."
    found = detector.explain(damaged)
    assert found.text == "“The weir is sound,” said Inés Faro."
    assert [option.mention.of(found.text) for option in found.quotes[0].options[:1]] == ["Inés Faro"]


def test_another_language_has_nothing_to_lay_open(detector: Detector) -> None:
    text = "„Das Wehr hält“, sagte Ola Moss, und er ist sich dessen nicht mehr ganz so sicher, wie es noch heißt."
    assert [one.options for one in detector.explain(text).quotes] == [()]


def test_a_second_sum_of_weights_is_laid_open_in_the_same_way() -> None:
    belief = explanations.belief([Weight("given", -1.0)], ("a", "b", "c"), {"a": 0.5, "c": 2.0, NOBODY: 9.0}, 0.8)
    assert belief.weights == (Weight("c", 2.0), Weight("given", -1.0), Weight("a", 0.5))
    assert (belief.score, belief.share) == (1.5, 0.8)
    assert NOBODY in shipped().weights
