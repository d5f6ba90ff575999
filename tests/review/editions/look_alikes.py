"""Newer editions in which the words of a quote still stand, or nearly so, and are not that quote any more.

Each has a base article, what was edited in it, and the words of the quote that nobody may take for the original;
``nth`` counts those that begin with these words, from 0.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
Edit = tuple[str, str]


def base(name: str) -> str:
    """The text of an invented article."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def edited(text: str, *edits: Edit) -> str:
    """A text with some words of it replaced, each of which has to be there."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@dataclass(frozen=True)
class LookAlike:
    """A planted look-alike."""

    kind: str
    article: str
    words: str
    edits: tuple[Edit, ...]
    nth: int = 0


def planted(kind: str, article: str, words: str, *edits: Edit, nth: int = 0) -> LookAlike:
    """A look-alike by what it is."""
    return LookAlike(kind, article, words, edits, nth)


FARES = " Ms Brandt was asked whether fares would go up. “No,” she said."
DAMAGES = "He was asked whether he would seek damages. “No,” he said.\n\n"
TWICE = "“I look forward to it,” Mr Selmane said. “I look forward to it,” Mr Tan said."

LOOK_ALIKES = (
    # The same short words said twice, and one of them gone.
    planted("said twice", "ferry", "No,", (FARES, "")),
    planted("said twice", "ferry", "No,", (DAMAGES, ""), nth=1),
    planted("said twice", "talks", "I look forward to it,", (TWICE, "“I look forward to it,” Mr Tan said.")),
    planted("said twice", "talks", "I look forward to it,", (TWICE, "“I look forward to it,” Mr Selmane said."), nth=1),
    planted(
        "said twice",
        "talks",
        "I look forward to it,",
        (TWICE, "“I look forward to it,” Mr Tan said. “I look forward to it,” Mr Selmane said."),
    ),
    planted(
        "said twice",
        "school",
        "This is about our children,",
        (
            "“This is about our children,” said Mara Voss, who speaks for the parents. “It is not about money.”",
            "Mara Voss, who speaks for the parents, did not want to comment.",
        ),
        ("“This is about our children, too,” she said.", "“This is about our children,” she said."),
    ),
    # The same words from another speaker.
    planted(
        "another speaker",
        "ferry",
        "We have an agreement",
        ("said Tilda Brandt, the director of the ferry company", "said Ivo Marsh, the spokesman of the union"),
    ),
    planted("another speaker", "mine", "I did not know,", ("said Henrik Dahl", "said Pia Strand")),
    planted("another speaker", "mine", "The cracks were as wide", ("Ms Falk went on", "Mr Berg went on")),
    planted("another speaker", "mine", "Not with me,", ("“Not with me,” Mr Berg said", "“Not with me,” Mr Dahl said")),
    planted(
        "another speaker",
        "talks",
        "We did not cross the water",
        ("Mr Selmane said, according", "Mr Tan said, according"),
    ),
    planted(
        "another speaker",
        "talks",
        "We are selling the port",
        ("said Sofia Marek, who leads the Green Bloc", "said Anton Rusk, who leads the Farmers’ Union"),
    ),
    planted("another speaker", "school", "We cannot pay that,", ("the mayor said", "the treasurer said")),
    planted(
        "another speaker", "school", "They can pay it,", ("Ms Voss said. “They paid", "one father said. “They paid")
    ),
    planted("another speaker", "school", "We moved in March,", ("said one mother", "said one father")),
    planted(
        "another speaker",
        "school",
        "We moved in March,",
        ("said one mother, who did not want to be named", "said one mother, Rita Poll"),
    ),
    planted(
        "another speaker", "club", "Alba gave this club", ("its president, Jo Lindqvist", "its captain, Emil Rasch")
    ),
    planted("another speaker", "club", "I would come on foot,", ("on foot,” Dufour said", "on foot,” Torres said")),
    planted("another speaker", "club", "We want Torres,", ("read a banner", "said Rasch")),
    planted(
        "another speaker",
        "club",
        "It will be hard,",
        ("said the assistant coach, Mo Edström, who stands in", "said Kim Dufour, who stands in"),
    ),
    planted("another speaker", "chinese", "我们欠他们一杯咖啡", ("咖啡，”布兰特说", "咖啡，”温特说")),
    planted("another speaker", "arabic", "أنا مدينة لهم", ("وأضافت برانت", "وأضاف فينت")),
    # The same pronoun, which means somebody else.
    planted(
        "another “he”",
        "ferry",
        "No,",
        ("He was asked whether he would seek damages", "Mr Marsh was asked whether he would seek damages"),
        nth=1,
    ),
    planted(
        "another “he”",
        "mine",
        "I wrote to him in March,",
        ("something else. “I wrote", "something else. The surveyor, Greta Moll, went first. “I wrote"),
    ),
    planted(
        "another “he”",
        "mine",
        "They all knew,",
        ("A miner who was among the nine, Jonas Berg, listened", "The engineer’s brother, Paul Falk, listened"),
    ),
    planted(
        "another “he”",
        "talks",
        "It will stand the test of the rain",
        ("“It will stand", "Then Mr Selmane raised his glass.\n\n“It will stand"),
    ),
    planted(
        "another “he”",
        "school",
        "seen worse years",
        ("The head of the school, Carl Ode, has taught there", "The caretaker, Nils Orm, has worked there"),
    ),
    planted(
        "another “he”",
        "school",
        "I will go on until they lock",
        ("The head of the school, Carl Ode, has taught there", "The caretaker, Nils Orm, has worked there"),
    ),
    planted("another “he”", "school", "The court sees no danger", ("The judge, Eva Lund,", "The judge, Ida Brand,")),
    planted("another “he”", "storm", "It went like paper,", ("neighbour Tom Adair", "neighbour Lars Ahl")),
    planted(
        "another “he”", "storm", "Stay where you are,", ("She warned against", "The mayor, Hedda Kron, warned against")
    ),
    planted(
        "another “he”",
        "storm",
        "Everything depends on the weather,",
        ("“Everything depends", "The mayor of Lorn, Gil Weber, was less patient.\n\n“Everything depends"),
    ),
    planted(
        "another “he”", "storm", "They are cleverer than I am,", ("Ms Kessler had left", "Her sister Ruth had left")
    ),
    planted(
        "another “he”",
        "french",
        "Personne ne nous a prévenus",
        ("Le maire des îles, Oskar Vint,", "Le patron des pêcheurs, Jan Berg,"),
    ),
    # Another carrier.
    planted("another source", "ferry", "more than we hoped for", ("told Radio Sund that", "told the Sund Post that")),
    planted(
        "another source",
        "ferry",
        "We never wanted to hurt",
        ("told Radio Sund that", "told the Sund Post that"),
        ("he told the station", "he told the paper"),
    ),
    planted(
        "another source",
        "talks",
        "We did not cross the water",
        ("according to a readout from the Sumarian state agency SUMNA", "in remarks carried by state television"),
    ),
    planted(
        "another source",
        "talks",
        "Our friendship has stood",
        ("in remarks carried by state television", "in an interview with the Elar Times"),
    ),
    planted("another source", "school", "does not comment", ("said in an e-mail", "said on state television")),
    planted("another source", "storm", "We are working day and night,", ("told the Lorn Courier", "told state radio")),
    planted("another source", "club", "I have heard nothing,", ("told Radio Varn", "told the Varn Post")),
    planted("another source", "french", "C’est plus que nous", ("à Radio Sund", "à Radio Fjord")),
    planted(
        "another source",
        "mine",
        "regrets the suffering",
        ("The company said in the statement that it", "The ministry said in a letter that it"),
    ),
    planted("another source", "ferry", "It was a bad week", ("A study by the harbour office", "A study by the union")),
    # One word, negation or number.
    planted("one word", "ferry", "Nobody told us", ("Nobody told us", "They told us")),
    planted("one word", "ferry", "We stood on the pier", ("with forty children", "with fourteen children")),
    planted("one word", "mine", "I wrote to him in March,", ("to him in March", "to him in May")),
    planted("one word", "talks", "That is not true,", ("That is not true", "That is true")),
    planted("one word", "talks", "There are ninety.", ("There are ninety", "There are nineteen")),
    planted("one word", "school", "The court sees no danger", ("sees no danger", "sees a danger")),
    planted("one word", "school", "They can pay it,", ("“They can pay", "“They cannot pay")),
    planted("one word", "storm", "We have lost nobody,", ("We have lost nobody", "We have lost somebody")),
    planted(
        "one word", "storm", "We heard the river", ("heard the river before we saw", "saw the river before we heard")
    ),
    planted("one word", "club", "It was our fault", ("our fault, not hers", "her fault, not ours")),
    planted("one word", "chinese", "没有人告诉我们", ("没有人告诉", "有人告诉")),
    planted("one word", "arabic", "لم يخبرنا أحد", ("لم يخبرنا", "قد يخبرنا")),
    # Moved to where somebody else speaks.
    planted(
        "moved",
        "ferry",
        "I owe them a coffee,",
        (" “I owe them a coffee,” she said.", ""),
        ("with forty children.”", "with forty children.” “I owe them a coffee,” he said."),
    ),
    planted(
        "moved",
        "school",
        "We have a bridge to mend.",
        (" “We have a bridge to mend.”", ""),
        ("“seen worse years”.", "“seen worse years”. “We have a bridge to mend.”"),
    ),
    planted(
        "moved",
        "storm",
        "Help is on its way,",
        (" “Help is on its way,” he wrote.", ""),
        ("the villages above Lorn.", "the villages above Lorn. “Help is on its way,” a soldier wrote."),
    ),
    planted(
        "moved",
        "mine",
        "They all knew,",
        ("“They all knew,” he said outside. “We joked about it at lunch.”", "He did not want to speak."),
        ("“I did not know,” said", "“They all knew,” said his wife. “I did not know,” said"),
    ),
    # The words of a headline, and those of the body.
    planted(
        "headline", "mine", "I did not know,", ("“I did not know,” said Henrik Dahl. “If", "Henrik Dahl said: “If")
    ),
    planted("headline", "talks", "common harvest", ("Mr Tan spoke of a", "Mr Selmane spoke of a"), nth=1),
    planted("headline", "club", "It was the worst season", ("It was the worst season", "It was the hardest season")),
    # Short words in another context.
    planted("another question", "ferry", "No,", ("whether fares would go up", "whether she would resign")),
    planted("another question", "club", "Yes,", ("wanted her back, too", "wanted her gone")),
    planted("another question", "club", "No,", ("Asked if that was likely", "Asked if he would leave")),
    planted(
        "another question", "mine", "a misunderstanding", ("Pia Strand, called that", "Pia Strand, called the rescue")
    ),
    planted("another question", "club", "Bring her back,", ("Supporters gathered", "Players gathered")),
    planted(
        "another question", "storm", "weaker, but longer", ("Forecasters at the weather office", "Farmers in Lorn")
    ),
    # Merged and split.
    planted(
        "merged",
        "mine",
        "The cracks were as wide",
        (
            "my hand,” Ms Falk went on. “You could hear the rock at night.”",
            "my hand. You could hear the rock,” Ms Falk said.",
        ),
    ),
    planted(
        "merged",
        "school",
        "We cannot pay that,",
        ("“We cannot pay that,” the mayor said. “We", "The mayor said: “We cannot pay that. We"),
    ),
    planted(
        "grown",
        "ferry",
        "I owe them a coffee,",
        ("a coffee,” she said.", "a coffee,” she said. “And a word.”"),
    ),
    planted(
        "split",
        "talks",
        "We came to offer",
        ("a harbour that never freezes", "a harbour,” he said, “that never freezes"),
    ),
    planted(
        "split",
        "storm",
        "Do not cross the water",
        ("cross the water, whatever", "cross the water.” It was, she said, “whatever"),
    ),
)
