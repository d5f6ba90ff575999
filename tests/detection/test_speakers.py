"""Who said it, by which cue: a table of invented sentences for each way in which words are attributed."""

from collections.abc import Callable

import pytest

from quotereview.model import Quote, Span

Quotes = Callable[[str], tuple[Quote, ...]]

# text, which quote (by its place), mention, cue
CASES = {
    "cue after": ("“The weir will hold,” said Mayor Tuva Lind.", 0, "Tuva Lind", "said"),
    "cue before with colon": ("Lind said: “The weir will hold until May.”", 0, "Lind", "said"),
    "cue before with comma": ("On Friday Lind told reporters, “The weir will hold.”", 0, "Lind", "told"),
    "aside between": ("“It holds well,” said Lind, who took office in May, on Tuesday.", 0, "Lind", "said"),
    "interrupted": ("“The weir,” Lind said, “is stronger than the town.”", 0, "Lind", "said"),
    "a name after a dash": ("Ferries late again - Tuva Lind: “The weir was shut for two days.”", 0, "Tuva Lind", None),
    "a name after another’s words": (
        "Moss: “Our goal is to keep the weir.” Lind: “The goal is to sell it.”", 1, "Lind", None,
    ),
    "before an aside": ("“It holds well,” Lind, 58, told Radio Fjell on Monday.", 0, "Lind", "told"),
    "a verb taken for a noun": ("“The weir will not outlive its plans,” the two write.", 0, "the two", "write"),
    "a participle after a reported clause": (
        "Lind said the move was made by Ola Moss, adding that it was “late”.", 0, "Lind", "adding",
    ),
    "its own cue after an open mark": (
        "“The weir will hold,” Lind said. “We saw it.\n“It is ours,” she added.", 2, "she", "added",
    ),
    "what many call it": (
        "He fired the weir’s keeper in what the press on Friday called a “grand sluice”.", 0, "the press", "called",
    ),
    "fragment named": ("Lind called the weir “safe enough” for canoes.", 0, "Lind", "called"),
    "fragment described": ("Lind described the weir as “a patient animal”.", 0, "Lind", "described"),
    "reported clause": ("Lind said the weir would be “safe by spring”.", 0, "Lind", "said"),
    "shared subject": ("Lind visited the weir and said it was “holding well”.", 0, "Lind", "said"),
    "participle": ("Lind defended the plan, saying “the weir will outlive us all.”", 0, "Lind", "saying"),
    "according to": ("The weir is “beyond repair”, according to Ola Vessberg.", 0, "Ola Vessberg", "according to"),
    "passive": ("The plan was called “reckless” by Vessberg.", 0, "Vessberg", "called"),
    "quoted as saying": ("The paper quoted Vessberg as saying the deal was “dead”.", 0, "Vessberg", "saying"),
    "two quoted, the first": (
        "Radio Fjell quoted Tuva Lind as saying it was “too late” and Ola Moss as adding that he was “of two minds”.",
        0, "Tuva Lind", "saying",
    ),
    "two quoted, the second": (
        "Radio Fjell quoted Tuva Lind as saying it was “too late” and Ola Moss as adding that he was “of two minds”.",
        1, "Ola Moss", "adding",
    ),
    "the second with an office": (
        "The agency quoted Lind as calling it “a farce” and her deputy, Ola Moss, as warning “the weir will not hold”.",
        1, "Ola Moss", "warning",
    ),
    "the second unnamed": (
        "Radio Fjell quoted a source in Kelm as saying it was “too late” and an official in Velm as warning of “mud”.",
        1, "an official in Velm", "warning",
    ),
    "two quoted in the passive": (
        "Lind was quoted as saying the weir was “safe as houses” and Moss as calling it “a ruin with lamps”.",
        0, "Lind", "saying",
    ),
    "another answers": (
        "Lind said the weir was “a farce in lights”, while Ola Moss called it “a triumph of paint”.",
        1, "Ola Moss", "called",
    ),
    "quoted by another": (
        "Tuva Lind, the warden, was quoted by Reuters as saying that Velm “saw the mud first”.",
        0, "Tuva Lind", "saying",
    ),
    "goes on after an agency": (
        "“Nobody slept,” Lind, the warden, said, according to state agency SAN. “The weir sang to us.”",
        1, "Lind", "said",
    ),
    "words seen by another": (
        "In a letter seen by the Kelm Post, the warden, Olaf Brede, said that the rail was “held by habit”.",
        0, "Olaf Brede", "said",
    ),
    "in a clause between commas": (
        "Lind, a senior aide said, “is very sure of the weir” and of the town.", 0, "a senior aide", "said",
    ),
    "a deputy between commas": (
        "Tuva Lind, her deputy told reporters, “has no time for the weir.”", 0, "her deputy", "told",
    ),
    "an office without its second comma": (
        "Tuva Lind, mayor of Kelm said on Monday, “We hold the weir.”", 0, "Tuva Lind", "said",
    ),
    "who put somebody somewhere": (
        "The row put the keeper “through the mud,” according to her friends.", 0, "her friends", "according to",
    ),
    "who had only asked": (
        "After Ola Moss asked about the weir, the keepers became “restless” once the lamps were out, "
        "according to a guard at the gate.", 0, "a guard at the gate", "according to",
    ),
    "a paper reports it behind": (
        "“The plan leaves no place for us,” said Tuva Lind, head of the union, reports the Kelm Post.",
        0, "Tuva Lind", "said",
    ),
    "shown in a film": (
        "The ad uses footage of Tuva Lind asking, “Why is the weir not open?”", 0, "Tuva Lind", "asking",
    ),
    "the head of a station": (
        "The head of Radio Fjell, saying “the weir is ours”, left the hall.", 0, "The head of Radio Fjell", "saying",
    ),
    "what he goes": ("Moss went even further: “If the weir goes, the town goes.”", 0, "Moss", "went"),
    "what another calls it": (
        "The finding suggests that lakes hold what Ola Moss calls “a slow bank of salt”.", 0, "Ola Moss", "calls"
    ),
    "relayed by her": (
        "Shabnam Moss arranged a survey. One resident had written “anything but soup” on the form, she said.",
        0, "One resident", "written",
    ),
    "question of a hearer": ("Asked by Lind about tolls, Vessberg replied: “Wait for it.”", 0, "Vessberg", "replied"),
    "uttered, and carried by another": (
        "“The weir will hold for years,” Lind told Moss, according to Radio Fjell.", 0, "Lind", "told"
    ),
    "named so, and carried by another": (
        "According to Norvia, Lind called the weir “a slow ruin”.", 0, "Lind", "called"
    ),
    "another one's words behind a semicolon": (
        "Lind called it “a slow ruin”; Moss said it was “what you get”.", 0, "Lind", "called"
    ),
    "one's own words behind a semicolon": (
        "Lind called it “a slow ruin”; Moss said it was “what you get”.", 1, "Moss", "said"
    ),
    "who quotes another one": (
        "“We never signed,” said Ola Lind, who quoted Moss as saying: “I would rather swim.”", 0, "Ola Lind", "said"
    ),
    "whom another one quotes": (
        "“We never signed,” said Ola Lind, who quoted Moss as saying: “I would rather swim.”", 1, "Moss", "saying"
    ),
    "who quotes somebody, the words at the end": (
        "“We never signed,” said Ola Lind, the warden’s man at the mill, who quoted him as saying “no”.",
        0, "Ola Lind", "said",
    ),
    "named so by nobody": ("According to Ola Moss, the weir was called “a slow ruin”.", 0, "Ola Moss", "According to"),
    "quoted after the quote": ("“The weir will hold,” the Courier quoted Lind as saying.", 0, "Lind", "saying"),
    "told somebody": ("Lind told Radio Fjell “nobody was hurt at the weir”.", 0, "Lind", "told"),
    "noun cue": ("His claim that the weir was “rotten” angered Lind.", 0, "His", "claim"),
    "apposition": ("“We regret it deeply,” said Ana Holt, a spokeswoman for Norvann.", 0, "Ana Holt", "said"),
    "unnamed": ("“It is over for the mill,” said an official who asked not to be named.", 0, "an official", "said"),
    "group": ("Residents said they were “worn out” by the noise.", 0, "Residents", "said"),
    "organisation": ("The ministry said the weir was “under review”.", 0, "The ministry", "said"),
    "pronoun": ("Ingrid Moss arrived late. “The road was flooded,” she said.", 0, "she", "said"),
    "goes on": ("“The road was flooded,” Moss said. “We walked the last mile.”", 1, "Moss", "said"),
    "label": ("MOSS: “The road was flooded to the second gate.”", 0, "MOSS", None),
    "signature": ("“Nothing grows in a hurry but debt.” — Ingrid Moss", 0, "Ingrid Moss", None),
    "announced": ("Moss had a last word for them:\n“Count the trees before the money.”", 0, "Moss", None),
}  # fmt: skip


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


@pytest.mark.parametrize("case", CASES)
def test_the_mention_and_the_cue_of_a_quote(case: str, quotes: Quotes) -> None:
    text, place, mention, cue = CASES[case]
    passages = [(passage, quote) for quote in quotes(text) for passage in quote.passages]
    quote = sorted(passages, key=lambda pair: pair[0].span)[place][1]
    assert quote.speaker is not None
    assert (words(text, quote.speaker.mention), words(text, quote.cue)) == (mention, cue)


def test_a_pronoun_after_a_quote_takes_up_the_name_that_announced_it(quotes: Quotes) -> None:
    quote = quotes("Anna Moss came late. Mayor Tuva Lind scolded her: “You missed the whole flood,” she said.")[0]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.printed) == ("Tuva Lind", "she")


def test_a_speaker_beside_the_quote_is_surer_than_one_a_sentence_away(quotes: Quotes) -> None:
    near = quotes("“The weir will hold,” said Tuva Lind.")[0]
    far = quotes("Tuva Lind walked along the weir.\n“The weir will hold.”\nThen it rained.")[0]
    assert near.confidence > 0.8 > far.confidence


def test_nobody_near_means_no_speaker_and_no_confidence(quotes: Quotes) -> None:
    quote = quotes("“Enough of that!”")[0]
    assert quote.speaker is None
    assert quote.confidence == 0.0


def test_the_reason_names_cue_and_subject(quotes: Quotes) -> None:
    quote = quotes("“The weir will hold,” said Tuva Lind.")[0]
    assert quote.reason == "“said” with subject “Tuva Lind” after the quote"


def test_candidates_are_named_once_and_the_best_stands_first(quotes: Quotes) -> None:
    text = "Tuva Lind met Ola Vessberg and Ana Holt. “The weir will hold,” Lind told Vessberg. “It must,” she said."
    for quote in quotes(text):
        names = [candidate.speaker.name for candidate in quote.candidates]
        assert len(names) == len(set(names)) <= 9
        assert quote.speaker is not None
        assert names[0] == quote.speaker.name


def test_nobody_is_sure_where_the_sentence_names_only_who_heard_it(quotes: Quotes) -> None:
    quote = quotes("A miller who watered his flour was “a slave to other people’s bread”, a jury heard on Friday.")[0]
    assert quote.confidence < 0.5


def test_a_pronoun_in_a_quote_is_less_sure_of_somebody_whom_the_quote_does_not_name(quotes: Quotes) -> None:
    text = "Peter Quill met Martin Sands. “{} came, and he said, ‘I can see it from here’,” Ana Holt recalled."
    (_, named), (_, unnamed) = quotes(text.format("Quill")), quotes(text.format("Somebody"))
    assert named.confidence > unnamed.confidence
