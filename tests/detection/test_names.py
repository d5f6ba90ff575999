"""From a name, a description or a body to the full name: a table of invented articles."""

import pytest

from quotereview.model import Band, band
from tests.detection.last_speaker import ANONYMOUS, BODY, GROUP, PERSON, Cases, Quotes

# a name, in whatever form
NAMES: Cases = {
    "surname": ("Ingrid Moss arrived late. “The road was flooded,” Moss said.", "Ingrid Moss", PERSON),
    "particle": (
        "Pieter van der Holm farms here. “The road was flooded,” van der Holm said.",
        "Pieter van der Holm", PERSON,
    ),
    "suffix": ("Harold Bright Jr. farms here. “The road was flooded,” Bright said.", "Harold Bright Jr.", PERSON),
    "initials": ("J.P. Marsh farms here. “The road was flooded,” Marsh said.", "J.P. Marsh", PERSON),
    "possessive at first mention": (
        "Helen Marsh’s farm was hit. “The road was flooded,” Marsh said.",
        "Helen Marsh", PERSON,
    ),
    "name after the quote": ("“The road was flooded,” said Moss. Ingrid Moss runs the ferry.", "Ingrid Moss", PERSON),
    "full name in the headline": (
        "Ingrid Moss Blames the Ferry.\n\nThe ferry sank on Monday. “The road was flooded,” Moss said.",
        "Ingrid Moss", PERSON,
    ),
    "double surname": (
        "Ana Pell Ortiz runs the ferry. “The road was flooded,” Pell Ortiz said.",
        "Ana Pell Ortiz", PERSON,
    ),
    "surname first": ("Jang Min-ho leads the party. “The road was flooded,” Jang said.", "Jang Min-ho", PERSON),
    "hyphenated": (
        "Mario Quintero-Vance farms here. “The road was flooded,” Quintero-Vance said.",
        "Mario Quintero-Vance", PERSON,
    ),
    "given name alone": ("Ingrid Moss, 9, likes frogs. “They jump very far,” Ingrid said.", "Ingrid Moss", PERSON),
    "party and ward in brackets": (
        "Cllr Petra Vane (Ind, Upper Kelm) told the committee that it was “a hole with a price tag”.",
        "Petra Vane", PERSON,
    ),
    "ward in brackets, then a surname": (
        "Ald. Tomas Reck (Labour, Mill Ward) opposed the lights. “They blink at my cat,” Reck said.",
        "Tomas Reck", PERSON,
    ),
    "age in brackets": ("Olaf Brede (44) runs it. “The river is my office,” Mr Brede said.", "Olaf Brede", PERSON),
    "office in square brackets": ("“We did not see it,” said Jonna Beck [the deputy mayor].", "Jonna Beck", PERSON),
    "sergeant": ("Sgt Mira Holl, of the river police, said: “The swan is in custody.”", "Mira Holl", PERSON),
    "councillor by surname": (
        "Coun Petra Vane rose. The lights were out. “It was a good meeting,” Cllr Vane said.",
        "Petra Vane", PERSON,
    ),
    "nickname": (
        "Michael Sands rose. “I object to all of it,” Mike Sands said. “I mean it all,” Sands said.",
        "Michael Sands", PERSON,
    ),
    "misspelt once": (
        "Ingrid Stavenger runs the ferry. “The road was flooded,” Stavanger said.",
        "Ingrid Stavenger", PERSON,
    ),
    "state-run": ("State-run Radio Ostrand accused the crew of “sheer carelessness at sea”.", "Radio Ostrand", BODY),
    "president of a place": (
        "The envoy met President of Ostrand Milan Dorn. “We ask for no charity,” Dorn said.",
        "Milan Dorn", PERSON,
    ),
    "capitals": ("LENA BRASK blasted the club. “They never paid me a penny,” Brask said.", "Lena Brask", PERSON),
    "title case headline": (
        "Peter Quill Blasts the Old Ferry Company Over Rust.\n\nThe ferry sank. "
        "“It was rust from end to end,” Quill said. Peter Quill is a welder.",
        "Peter Quill", PERSON,
    ),
    "two of one surname, Mr": (
        "Helen Marsh and Peter Marsh came. “I agree to all of it,” Mr. Marsh said.",
        "Peter Marsh", PERSON,
    ),
    "two of one surname, the first is meant": (
        "Ivo Brask runs the mill. His brother, Lars Brask, left it in May. The mill burned down. "
        "“We lost it all that night,” Brask said.",
        "Ivo Brask", PERSON,
    ),
    "two of one surname, her own pronoun": (
        "Lena Brask met Ivo Brask in court. “He is no brother of mine,” Brask said of her rival.",
        "Lena Brask", PERSON,
    ),
    "shared surname": (
        "Police held two brothers, Tom and Jim Holt. “We did nothing wrong at all,” Tom said.",
        "Tom Holt", PERSON,
    ),
    "who": ("The talk was by Helen Marsh, who said the plan was “a leaky boat”.", "Helen Marsh", PERSON),
    "titles not part of the name": (
        "Governor Anna Moss spoke. “We will rebuild every bridge,” Gov. Moss said.",
        "Anna Moss", PERSON,
    ),
    "mr before the full name": (
        "“The road was flooded,” Mr. Quill said. Peter Quill is a welder.",
        "Peter Quill", PERSON,
    ),
    "label": ("Helen Marsh faced questions.\nMARSH: “I object to all of it, sir.”", "Helen Marsh", PERSON),
}  # fmt: skip

# an office, an age, a nationality, somebody not named at all
DESCRIPTIONS: Cases = {
    "somebody just named": (
        "Velm led through Teo Straat’s header. “We were asleep at the back,” the striker said.",
        "Teo Straat", PERSON,
    ),
    "somebody just named, of a team": (
        "Ingrid Moss had two fit runners and a medal by Friday.\n\n"
        "The Kelm Harriers coach, whose team ran in borrowed shoes, said she was tired. “I slept badly,” she said.",
        "Ingrid Moss", PERSON,
    ),
    "a lawyer of somebody just named": (
        "Ingrid Moss was held on Monday. “She has nothing to say,” the lawyer said.",
        "lawyer", ANONYMOUS,
    ),
    "nationality and office": (
        "Norwegian Premier Tuva Lind met French President Luc Carron. “We agree on it,” the Norwegian leader said.",
        "Tuva Lind", PERSON,
    ),
    "an age and more": (
        "Helen Marsh defended the lock on Monday. Asked of the price, the 34-year-old mother of two said: “We pay.”",
        "Helen Marsh", PERSON,
    ),
    "office alone": ("Senator Helen Marsh rose. “I object to all of it,” the senator said.", "Helen Marsh", PERSON),
    "office with a stop": (
        "Sen. Harold Bright rose. Peter Quill listened. “I object to all of it,” the senator said.",
        "Harold Bright", PERSON,
    ),
    "state and party in brackets": (
        "Sen. Harold Bright (R-Vt.) opposed it. Gov. Anna Moss backed it. “This is a mistake,” "
        "the Vermont Republican said.",
        "Harold Bright", PERSON,
    ),
    "age": ("Helen Marsh, 52, grows hops. “I object to all of it,” the 52-year-old said.", "Helen Marsh", PERSON),
    "former": (
        "Martin Sands came to court. “I have nothing to hide,” Quill’s former campaign manager said.",
        "Martin Sands", PERSON,
    ),
    "not the subject of its own sentence": (
        "Coach Rafael Mont was calm a day after the Danish striker said he felt “like a ghost at the club”.",
        "Danish striker", ANONYMOUS,
    ),
    "not a vice president": (
        "Vice President Lu Wen met President Milan Dorn. “We ask for no charity,” the president said.",
        "Milan Dorn", PERSON,
    ),
    "monarch": ("King Olav opened the bridge. “It is a great day for us all,” the monarch said.", "Olav", PERSON),
    "occupation of nobody named": (
        "Peter Quill, a welder, looked on. “There will be heavy rain,” the chief meteorologist said.",
        "chief meteorologist", ANONYMOUS,
    ),
    "its head in apposition": ("Its head, Femke Oduya, left. “They all say that,” she says.", "Femke Oduya", PERSON),
    "mayor of, name in commas": (
        "The mayor of Ostrand, Femke Oduya, called the plan “a leaky boat”.",
        "Femke Oduya", PERSON,
    ),
    "nominee": (
        "Harold Bright came to Ostrand on Monday. “We will win in this town,” the nominee said.",
        "Harold Bright", PERSON,
    ),
    "anonymous": ("“It is over for the mill,” said a Western diplomat.", "Western diplomat", ANONYMOUS),
    "anonymous with a place": (
        "A worker at the mill, who gave no name, told us it was “over for good”.",
        "worker at the mill", ANONYMOUS,
    ),
    "anonymous again": (
        "A dock worker met Helen Marsh. “It is over for the mill,” the worker said.",
        "dock worker", ANONYMOUS,
    ),
    "anonymous, a pronoun": (
        "A port worker spoke of Peter Quill. The worker called him “a decent sort”. He added: “But he never paid.”",
        "port worker", ANONYMOUS,
    ),
    "its spokesman": (
        "The Admiralty played it down. Its spokesman spoke of “mixed feelings at sea”.",
        "Admiralty spokesman", ANONYMOUS,
    ),
    "a headline's candidate": (
        "Presidential candidate falls ill.\n\nHarold Bright fell ill. “It is a cold,” the presidential candidate said.",
        "Harold Bright", PERSON,
    ),
}  # fmt: skip

# several people, a company, a ministry, a letter
GROUPS_AND_BODIES: Cases = {
    "a body told of behind a comma": (
        "The river is calm, according to a readout by SANEV, Velmia’s state news agency.\n\n"
        "The mayor slept. “The visit will be short and dry,” the agency said.",
        "SANEV", BODY,
    ),
    "group": ("Villagers said they had been “left to the mud”.", "Villagers", GROUP),
    "joined names": (
        "Anna Faro and Peter Lund opened the weir. “We are proud of it,” Faro and Lund said.",
        "Anna Faro and Peter Lund", GROUP,
    ),
    "three joined names": (
        "Anna Faro, Peter Lund and Ivo Brask said they were “proud of it”.",
        "Anna Faro, Peter Lund and Ivo Brask", GROUP,
    ),
    "the two leaders": (
        "Premier Tuva Lind met President Luc Carron. “We agree on all of it,” the two leaders said.",
        "Tuva Lind and Luc Carron", GROUP,
    ),
    "both men": (
        "Jim Holt and Tom Brask ran the mill. “We never saw a penny,” both men said.",
        "Jim Holt and Tom Brask", GROUP,
    ),
    "the couple": (
        "Jim Holt and Ana Brask married in May. “We never saw a penny,” the couple said.",
        "Jim Holt and Ana Brask", GROUP,
    ),
    "or joins nobody": ("Jim Holt or Tom Brask will win. “We will see,” Holt said.", "Jim Holt", PERSON),
    "the company": (
        "Norvann Energy will close its mill. The company said it was “deeply sorry” for it.",
        "Norvann Energy", BODY,
    ),
    "the ministry of a capital": (
        "Oslo’s fishery ministry protested. “We oppose this visit,” the ministry said.",
        "Oslo’s fishery ministry", BODY,
    ),
    "the ministry of another place": (
        "Oslo’s fishery ministry protested. In Paris, the fishery ministry spoke of “mere noise”.",
        "fishery ministry", BODY,
    ),
    "the newspaper": (
        "The Guardian called for him to go. “He must go at once,” the newspaper wrote.",
        "Guardian", BODY,
    ),
    "initials of a body": (
        "The Fishery Protection Board met. “We will close the bay,” the FPB said.",
        "Fishery Protection Board", BODY,
    ),
    "statement of its issuer": (
        "Norvann Energy apologised. “We regret the noise,” the company’s statement said.",
        "Norvann Energy", BODY,
    ),
    "the letter of those who sent it": (
        "A group of parents sent a letter to the board. “We want our school back,” the letter reads.",
        "group of parents", BODY,
    ),
    "the letter in which": (
        "The firm ignored a letter in which the regulator warned it. The letter spoke of “grave faults in the wall”.",
        "regulator", BODY,
    ),
}  # fmt: skip

# the full name stands inside a quote, in a byline or below the article
ELSEWHERE: Cases = {
    "full name inside a quote only": (
        "“Fishery Minister Tuva Lind on Monday opened the weir,” the agency said. “It will hold for good,” "
        "Lind said.",
        "Tuva Lind", PERSON,
    ),
    "full name at the start of a quote": (
        "“Tuva Lind opened the weir on Monday,” the agency said. “It will hold for good,” Lind said.",
        "Tuva Lind", PERSON,
    ),
    "first word of a quote is no given name": (
        "“Yesterday Lind opened the weir,” the agency said. “It will hold for good,” Lind said.",
        "Lind", PERSON,
    ),
    "author by byline": (
        "A night at sea\n\nBy Hanne Vik\n\nThe sea was calm. “Is it safe to go out?” I asked.",
        "Hanne Vik", PERSON,
    ),
    "author by a closing note": (
        "The sea was calm that night. “Is it safe to go out?” I asked.\n\nHanne Vik is a writer in Ostrand.",
        "Hanne Vik", PERSON,
    ),
    "full name behind a misread word": (
        "The envoy thanked Neera Vole at the dinner. Vole wrote that he was “impressed by all of it”.",
        "Neera Vole", PERSON,
    ),
    "answers of an interview": (
        "Helen Marsh spoke to us about the weir. Marsh was calm.\n\nQ: Will it hold?\n\nA: “It will hold for good.”",
        "Helen Marsh", PERSON,
    ),
    "we inside a quote": (
        "Ana Pell spoke up. “We cannot say, ‘let the people speak’, and leave,” Pell said.", "Ana Pell", PERSON,
    ),
}  # fmt: skip

CASES = {**NAMES, **DESCRIPTIONS, **GROUPS_AND_BODIES, **ELSEWHERE}


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


def test_whoever_declined_to_comment_may_go_on_and_nobody_else_is_called_the_last_in_front(quotes: Quotes) -> None:
    text = (
        "According to Radio Fjell, Ingrid Moss accused the ferry of neglect. “They knew it for years,” Moss said.\n\n"
        "A spokeswoman for the ferry declined to comment. “It is too early to speak of causes,” she added."
    )
    quote = quotes(text)[-1]
    assert band(quote.confidence) is not Band.SURE
    told = {one.speaker.name: one.evidence for one in quote.candidates}
    assert "the last woman in front" not in told["Ingrid Moss"]
    assert "the last woman in front" in told["spokeswoman for the ferry"]


@pytest.mark.parametrize(
    ("named", "role"),
    [
        ("Norvann spokeswoman Ana Holt", "Norvann spokeswoman"),
        ("Dr Ana Holt", "Dr"),
        ("Ms Ana Holt", None),
        ("Sir Peter Quill", None),
    ],
)
def test_the_role_is_given_as_printed_but_for_mere_addresses(quotes: Quotes, named: str, role: str | None) -> None:
    speaker = quotes(f"“We regret it deeply,” said {named}.")[0].speaker
    assert speaker is not None
    assert speaker.role == role


def test_nobody_is_offered_twice(quotes: Quotes) -> None:
    text = "Sen. Harold Bright rose. Bright coughed. He sat down. “I object to all of it,” the senator said."
    names = [candidate.speaker.name for candidate in quotes(text)[0].candidates]
    assert len(names) == len(set(names))


def test_of_those_named_elsewhere_who_speaks_is_offered_first(quotes: Quotes) -> None:
    text = (
        "Ivo Brask was out. Ivo Brask was tired. Ivo Brask slept. Ana Pell rose. “I object to it,” Pell said.\n\n"
        "The vote was lost in the end, and the weir stayed shut for the summer.\n\n"
        "Nobody was pleased. “It is a scandal for this whole valley,” Tuva Lind said."
    )
    offered = [candidate.speaker.name for candidate in quotes(text)[-1].candidates]
    assert offered.index("Ana Pell") < offered.index("Ivo Brask")


def test_names_joined_by_and_are_the_mention_of_a_group(quotes: Quotes) -> None:
    text = "Anna Faro and Peter Lund came. “We are proud of it,” Faro and Lund said."
    speaker = quotes(text)[0].speaker
    assert speaker is not None and speaker.mention is not None
    assert speaker.mention.of(text) == "Faro and Lund"


def test_one_of_a_group_is_offered_next(quotes: Quotes) -> None:
    quote = quotes("Anna Faro and Peter Lund came. “We are proud of it,” Faro and Lund said.")[0]
    assert "Anna Faro" in {candidate.speaker.name for candidate in quote.candidates[1:3]}


def test_a_role_taken_for_somebody_just_named_is_not_sure(quotes: Quotes) -> None:
    quote = quotes("Velm led through Teo Straat’s header. “We were asleep at the back,” the striker said.")[0]
    assert quote.confidence < 0.75
