"""From a mention to the full name: a table of invented articles."""

from collections.abc import Callable

import pytest

from quotereview.model import Quote, SpeakerType

Quotes = Callable[[str], tuple[Quote, ...]]

PERSON, ANONYMOUS = SpeakerType.PERSON, SpeakerType.ANONYMOUS
GROUP, BODY = SpeakerType.GROUP, SpeakerType.ORGANISATION

# text, name and type of the last quote's speaker
CASES = {
    "surname": ("Ingrid Moss arrived late. “The road was flooded,” Moss said.", "Ingrid Moss", PERSON),
    "title": ("Sen. Harold Bright rose. “I object to all of it,” Mr. Bright said.", "Harold Bright", PERSON),
    "he": ("Harold Bright rose. “I object to all of it,” he said.", "Harold Bright", PERSON),
    "she, not the man nearer": (
        "Helen Marsh spoke first. Her rival Peter Quill listened. “I object to all of it,” she said.",
        "Helen Marsh", PERSON,
    ),
    "he, the last in front": (
        "Peter Quill spoke first. Then Martin Sands rose. “I object to all of it,” he said.",
        "Martin Sands", PERSON,
    ),
    "nationality and office": (
        "Norwegian Premier Tuva Lind met French President Luc Carron. “We agree on it,” the Norwegian leader said.",
        "Tuva Lind", PERSON,
    ),
    "office alone": ("Senator Helen Marsh rose. “I object to all of it,” the senator said.", "Helen Marsh", PERSON),
    "age": ("Helen Marsh, 52, grows hops. “I object to all of it,” the 52-year-old said.", "Helen Marsh", PERSON),
    "apposition before": ("Its head, Femke Oduya, left. “They all say that,” she says.", "Femke Oduya", PERSON),
    "named later": ("“I object to all of it,” Marsh said. Helen Marsh is a senator.", "Helen Marsh", PERSON),
    "short given name": ("Michael Sands rose. Mike Sands is tall. “I object,” Sands said.", "Michael Sands", PERSON),
    "who": ("The talk was by Helen Marsh, who said the plan was “a leaky boat”.", "Helen Marsh", PERSON),
    "anonymous": ("“It is over for the mill,” said a Western diplomat.", "Western diplomat", ANONYMOUS),
    "anonymous again": (
        "A dock worker met Helen Marsh. “It is over for the mill,” the worker said.", "dock worker", ANONYMOUS,
    ),
    "group": ("Villagers said they had been “left to the mud”.", "Villagers", GROUP),
    "body": ("The ministry said the weir was “under review”.", "ministry", BODY),
    "statement of its issuer": (
        "Norvann Energy apologised. “We regret the noise,” the company’s statement said.", "Norvann Energy", BODY,
    ),
    "full name inside a quote only": (
        "“Fishery Minister Tuva Lind on Monday opened the weir,” the agency said. “It will hold for good,” Lind said.",
        "Tuva Lind", PERSON,
    ),
    "first word of a quote is no given name": (
        "“Yesterday Lind opened the weir,” the agency said. “It will hold for good,” Lind said.", "Lind", PERSON,
    ),
    "label of a transcript": (
        "Helen Marsh faced questions.\nMARSH: “I object to all of it, sir.”", "Helen Marsh", PERSON,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_name_and_type_of_a_speaker(case: str, quotes: Quotes) -> None:
    text, name, sort = CASES[case]
    speaker = quotes(text)[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.type) == (name, sort)


def test_two_people_of_one_surname_are_told_apart_by_their_titles(quotes: Quotes) -> None:
    text = (
        "Helen Marsh and Peter Marsh came. “I object to all of it,” Mrs. Marsh said. “I agree to it,” Mr. Marsh said."
    )
    first, second = quotes(text)
    assert first.speaker and second.speaker
    assert (first.speaker.name, second.speaker.name) == ("Helen Marsh", "Peter Marsh")


def test_how_a_pronoun_led_to_a_name_is_told(quotes: Quotes) -> None:
    quote = quotes("Harold Quill rose. Then Quill coughed. “I object to all of it,” he said.")[0]
    assert quote.speaker is not None
    assert quote.speaker.resolved == "he → Quill → Harold Quill"
    assert "“he” taken for Harold Quill" in quote.reason


def test_the_role_is_given_as_printed(quotes: Quotes) -> None:
    speaker = quotes("“We regret it deeply,” said Norvann spokeswoman Ana Holt.")[0].speaker
    assert speaker is not None
    assert speaker.role == "Norvann spokeswoman"


def test_inside_a_quote_i_is_whoever_speaks_it_and_he_is_somebody_else(quotes: Quotes) -> None:
    text = "Peter Quill and Martin Sands met. “I said, ‘sell the boat now’,” Sands recalled."
    outer, inner = quotes(text)
    assert outer.speaker and inner.speaker
    assert inner.parent == outer.key
    assert (outer.speaker.name, inner.speaker.name) == ("Martin Sands", "Martin Sands")


def test_a_pronoun_that_fits_nobody_named_is_not_sure(quotes: Quotes) -> None:
    assert quotes("“The road was flooded,” he said.")[0].confidence < 0.5
