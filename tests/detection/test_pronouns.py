"""From “he”, “she”, “they” and “it” to whom they mean: a table of invented articles, and how sure that is."""

import pytest

from tests.detection.last_speaker import ANONYMOUS, BODY, GROUP, PERSON, Cases, Quotes

PRONOUNS: Cases = {
    "somebody unnamed who was told of": (
        "Perpetua Lind keeps clocks. She winds them. She likes it. She hums. She learned it from her father, who "
        "learned it at sea. He used to tell her that “a clock is a promise with teeth”.",
        "her father", ANONYMOUS,
    ),
    "he": ("Harold Bright rose. “I object to all of it,” he said.", "Harold Bright", PERSON),
    "she, not the man nearer": (
        "Helen Marsh spoke first. Her rival Peter Quill listened. “I object to all of it,” she said.",
        "Helen Marsh", PERSON,
    ),
    "he, the last in front": (
        "Peter Quill spoke first. Then Martin Sands rose. “I object to all of it,” he said.",
        "Martin Sands", PERSON,
    ),
    "he, the one who said it indirectly": (
        "Peter Quill said Martin Sands had lied to the board. “He knew it all along,” he said.",
        "Peter Quill", PERSON,
    ),
    "he goes on": (
        "“I object to all of it,” Peter Quill said. Martin Sands was not in the room. “It is a scandal,” he added.",
        "Peter Quill", PERSON,
    ),
    "she, told her": (
        "Helen Marsh told Ingrid Moss that the ferry was safe. “I would sail on it myself,” she told her.",
        "Helen Marsh", PERSON,
    ),
    "he, brought in where he is about to speak": (
        "The mill closed in May. That worries Martin Sands, president of the bakers’ guild. "
        "“We need that flour,” he said.",
        "Martin Sands", PERSON,
    ),
    "he, unlike the subject of a reported clause": (
        "Peter Quill insists that Martin Sands is honest. “I trust him with my keys,” he said.",
        "Peter Quill", PERSON,
    ),
    "she by her husband": (
        "The mill belongs to Robin Vale and her husband, Peter Quill. “We bought it for a song,” she said.",
        "Robin Vale", PERSON,
    ),
    "she by an earlier pronoun": (
        "Ashby Vale runs the mill with her sons. “We bought it for a song,” she said.",
        "Ashby Vale", PERSON,
    ),
    "he by mr": ("Mr. Vale met Ms. Oduya. “We bought it for a song,” he said.", "Vale", PERSON),
    "not the owner's friend": (
        "Peter Quill’s sister Ana Quill runs the mill. “We bought it for a song,” she said.",
        "Ana Quill", PERSON,
    ),
    "possessive of the subject": (
        "Peter Quill’s lawsuit names Martin Sands’s bank. He seeks “every last penny”.",
        "Peter Quill", PERSON,
    ),
    "before the name": ("“I object to all of it,” he said. Peter Quill is a welder.", "Peter Quill", PERSON),
    "he inside a quote is another": (
        "Peter Quill and Martin Sands met. “He told me, ‘sell the boat now’,” Sands recalled.",
        "Peter Quill", PERSON,
    ),
    "i inside a quote": (
        "Peter Quill and Martin Sands met. “I said, ‘sell the boat now’,” Sands recalled.",
        "Martin Sands", PERSON,
    ),
    "they, the two of the sentence before": (
        "Anna Faro and Peter Lund opened the weir. “We are proud of what stands here,” they said.",
        "Anna Faro and Peter Lund", GROUP,
    ),
    "they, the group": (
        "Dozens of villagers blocked the road. “We will not be moved,” they chanted.",
        "villagers", GROUP,
    ),
    "it, the body": ("The water board met on Monday. It called the flood “an act of God”.", "water board", BODY),
}  # fmt: skip


@pytest.mark.parametrize("case", PRONOUNS)
def test_the_name_and_type_of_whom_a_pronoun_means(case: str, quotes: Quotes) -> None:
    text, name, sort = PRONOUNS[case]
    speaker = quotes(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.type) == (name, sort)


def test_how_a_pronoun_led_to_a_name_is_told(quotes: Quotes) -> None:
    quote = quotes("Harold Quill rose. Then Quill coughed. “I object to all of it,” he said.")[0]
    assert quote.speaker is not None
    assert quote.speaker.resolved == "he → Quill → Harold Quill"
    assert "“he” taken for Harold Quill" in quote.reason


def test_inside_a_quote_i_is_whoever_speaks_it_and_he_is_somebody_else(quotes: Quotes) -> None:
    text = "Peter Quill and Martin Sands met. “I said, ‘sell the boat now’,” Sands recalled."
    outer, inner = quotes(text)
    assert outer.speaker and inner.speaker
    assert inner.parent == outer.key
    assert (outer.speaker.name, inner.speaker.name) == ("Martin Sands", "Martin Sands")


def test_a_pronoun_that_fits_nobody_named_is_not_sure(quotes: Quotes) -> None:
    assert quotes("“The road was flooded,” he said.")[0].confidence < 0.5


def test_a_pronoun_that_may_mean_either_of_two_offers_both_and_is_not_sure(quotes: Quotes) -> None:
    quote = quotes("Peter Quill met Martin Sands on the pier. Both had coats on. “It is cold out here,” he said.")[0]
    assert {candidate.speaker.name for candidate in quote.candidates[:2]} == {"Peter Quill", "Martin Sands"}
    assert quote.confidence < 0.95
    assert quote.candidates[1].score > 0.03


def test_a_pronoun_where_one_alone_can_be_meant_is_surer(quotes: Quotes) -> None:
    one = quotes("Peter Quill met Helen Marsh on the pier. Both had coats on. “It is cold out here,” he said.")[0]
    two = quotes("Peter Quill met Martin Sands on the pier. Both had coats on. “It is cold out here,” he said.")[0]
    assert one.confidence > two.confidence


def test_she_who_speaks_is_nobody_of_whom_only_the_quote_tells(quotes: Quotes) -> None:
    text = "Mirele Faro came. “My grandmother said, ‘Mind the sea,’ and she did,” she told Radio Velm."
    speaker = quotes(text)[0].speaker
    assert speaker is not None
    assert speaker.name == "Mirele Faro"
