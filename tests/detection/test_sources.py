"""Through which carrier words came: table after table of invented sentences."""

from collections.abc import Sequence

import pytest

from quotereview.detection import marks, sources, zones
from quotereview.detection.parse import parse
from quotereview.detection.parts import Attributed, Carriage
from quotereview.model import Kind, SourceKind, Span, Speaker, SpeakerType, Zone
from tests.detection.carried import (
    AGENCY,
    BRIEFING,
    BROADCASTER,
    CARRIED,
    DOCUMENT,
    INTERVIEW,
    LETTER,
    LIND,
    NLP,
    OUTLET,
    POST,
    READOUT,
    ROOK,
    STATEMENT,
    Said,
    carriages,
    nearest,
    summary,
)


@pytest.mark.parametrize(
    ("text", "name", "kind", "hands"),
    [
        ("“We stay,” Ida Rook said.", None, None, 0),
        ("“We stay,” Rook said, state news agency SAN reported.", "SAN", AGENCY, 1),
        ("“We stay,” Rook said, according to the Velmian news agency VELPRESS.", "VELPRESS", AGENCY, 1),
        ("“We stay,” Rook said, according to the agency Norvia.", "Norvia", AGENCY, 1),
        ("“We stay,” Rook said, according to the wire service Norvia Press.", "Norvia Press", AGENCY, 1),
        ("“We stay,” Rook said, the agency Norvia reported on Monday.", "Norvia", AGENCY, 1),
        ("“We stay,” Rook said, according to the station Orvo.", "Orvo", BROADCASTER, 1),
        ("“We stay,” Rook said, according to the TV channel Orvo.", "Orvo", BROADCASTER, 1),
        ("“We stay,” Rook said, according to the podcast Kelm Today.", "Kelm Today", BROADCASTER, 1),
        ("“We stay,” Rook said, according to the paper Kvelden.", "Kvelden", OUTLET, 1),
        ("“We stay,” Rook wrote on the network Telegram.", "Telegram", POST, 1),
        ("“We stay,” Rook told the network Lind had left.", None, None, 0),
        ("“We stay,” Rook told the network Monday.", None, None, 0),
        ("“We stay,” Rook said, according to Norvia.", "Norvia", None, 1),
        ("“We stay,” Rook said on Monday, according to Karl Lind, a pilot.", "Karl Lind", None, 1),
        ("“We stay,” Rook said, according to Lind’s lawyer.", None, None, 0),
        ("VELPRESS, the state agency, quoted Rook, who said: “We stay.”", "VELPRESS", AGENCY, 1),
        ("Rook was quoted by the Anadolu Agency, which said: “We stay.”", "Anadolu Agency", AGENCY, 1),
        ("Yonhap, citing KCNA, reported that Rook said “we stay”.", "Yonhap", AGENCY, 2),
        ("Rook, quoted by state broadcaster TVO, said “we stay”.", "TVO", BROADCASTER, 1),
        ("State television showed Rook, who said “we stay”.", "State television", BROADCASTER, 1),
        ("“We stay,” Rook said in a televised address.", "televised address", BROADCASTER, 1),
        ("“We stay,” Rook said on Radio Velm.", "Radio Velm", INTERVIEW, 1),
        ("“We stay,” Rook said in an interview with the Velm Courier.", "Velm Courier", INTERVIEW, 1),
        ("“We stay,” Rook said on CNN’s breakfast show.", "CNN", INTERVIEW, 1),
        ("Speaking on Good Morning Velm, a show on Channel 9, Rook said “we stay”.", "Channel 9", INTERVIEW, 1),
        ("In a Bloomberg interview Rook said “we stay”.", "Bloomberg", INTERVIEW, 1),
        ("Writing in the Velm Courier, Rook said “we stay”.", "Velm Courier", OUTLET, 1),
        ("The newspaper Kvelden reported that Rook said “we stay”.", "Kvelden", OUTLET, 1),
        ("“We stay,” Rook said, state media reported.", "state media", OUTLET, 1),
        ("In a letter obtained by the Velm Courier, Rook said: “We stay.”", "Velm Courier", OUTLET, 2),
        ("“We stay,” Rook said in a statement.", "statement", STATEMENT, 1),
        ("“We stay,” Rook said in a press release on Friday.", "press release", STATEMENT, 1),
        ("Rook said on her website that “we stay”.", "website", STATEMENT, 1),
        ("In a statement carried by VELPRESS news agency, Rook said: “We stay.”", "VELPRESS", AGENCY, 1),
        ("“We stay,” Rook said in a post on X.", "X", POST, 1),
        ("“We stay,” Rook said on Telegram.", "Telegram", POST, 1),
        ("“We stay,” Rook said in a blog post.", "blog post", POST, 1),
        ("Rook tweeted, and said: “We stay.”", "Twitter", POST, 1),
        ("“We stay,” Rook said in an email.", "email", LETTER, 1),
        ("Rook has written to the council, and said “we stay”.", "letter", LETTER, 1),
        ("According to court documents, Rook said “we stay”.", "court documents", DOCUMENT, 1),
        ("The indictment says Rook said “we stay”.", "indictment", DOCUMENT, 1),
        ("“We stay,” Rook said at a news conference.", "news conference", BRIEFING, 0),
        ("Asked at a daily briefing, Rook said: “We stay.”", "daily briefing", BRIEFING, 0),
        ("“We stay,” Rook said, according to a readout from state agency SAN.", "SAN", READOUT, 1),
        ("“We stay,” Rook said, according to a CCTV readout of the talks.", "CCTV", READOUT, 1),
        ("“We stay,” Rook said, according to a readout.", "readout", READOUT, 1),
        ("A statement said Rook had spoken by telephone to Lind, and said “we stay”.", "statement", READOUT, 1),
        ("Lind quoted Rook as saying, he said, “we stay”.", "Lind", None, 1),
        ("“We stay,” said Rook, who spoke to the Courier by phone.", "Courier", INTERVIEW, 1),
        ("Asked by the BBC whether she would go, Rook said: “We stay.”", "BBC", INTERVIEW, 1),
        ("“We stay,” Rook said on her podcast, Low Tide.", "podcast", BROADCASTER, 1),
        ("In audio broadcast by Harbour TV, Rook said “we stay”.", "Harbour TV", BROADCASTER, 1),
        ("“We stay,” Rook said in a speech broadcast live on state television.", "state television", BROADCASTER, 1),
        ("The state-run daily Kvelden quoted Rook, who said “we stay”.", "Kvelden", OUTLET, 1),
        ("According to a pool report, Rook said “we stay”.", "pool report", OUTLET, 1),
        ("In an editorial on Monday, the People’s Daily said “we stay”.", "People’s Daily", OUTLET, 1),
        ("Rook wrote in the journal Nature, and said “we stay”.", "Nature", OUTLET, 1),
        ("“We stay,” Rook said in a video released on Monday.", "video", STATEMENT, 1),
        ("“We stay,” Rook said in a video posted on TikTok.", "TikTok", POST, 1),
        ("“We stay,” Rook said via her official X account.", "X", POST, 1),
        ("“We stay,” Rook said in a note to clients.", "note to clients", LETTER, 1),
        ("“We stay,” Rook said, and wrote to Lind, according to chat logs.", "chat logs", DOCUMENT, 1),
        ("The minutes of the meeting say Rook said “we stay”.", "minutes", DOCUMENT, 1),
        ("In her new book, Rook said “we stay”.", "book", DOCUMENT, 1),
        ("Rook, addressing a press briefing, said “we stay”.", "press briefing", BRIEFING, 0),
        ("“We stay,” Rook said on a background call.", "background call", BRIEFING, 0),
    ],
)
def test_a_carrier_named_with_the_quote(text: str, name: str | None, kind: SourceKind | None, hands: int) -> None:
    (carriage,) = carriages(text, ROOK)
    assert summary(carriage) == (name, kind, False, hands)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We stay,” Rook told Radio Velm.", "Radio Velm"),
        ("“We stay,” Rook told the newspaper Kvelden.", "Kvelden"),
        ("“We stay,” Rook told Ola Berg of the Velm Courier.", "Velm Courier"),
        ("“We stay,” Rook told AFP.\n\nPublished in Kvelden, May 3rd", "AFP"),
    ],
)
def test_told_to_another_outlet_is_an_interview_with_it(text: str, name: str) -> None:
    (carriage,) = carriages(text, Said("Ida Rook", "told"))
    assert summary(carriage) == (name, INTERVIEW, False, 1)
    assert carriage.addressee == name


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” Rook told AFP.",
        "VELM (Reuters) - “We stay,” Rook told Reuters.",
        "“We stay,” Rook told Kvelden.\n\nPublished in Kvelden, May 3rd",
        "“We stay,” Rook told reporters.",
        "“We stay,” Rook told the Blue Lantern.",
    ],
)
def test_told_to_the_outlet_itself_is_direct(text: str) -> None:
    (carriage,) = carriages(text, Said("Ida Rook", "told"))
    assert summary(carriage) == (None, None, False, 0)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We stay,” Ida Rook told CNN.\n\n“We eat well,” she said.", "CNN", INTERVIEW),
        (
            "“We stay,” Ida Rook said in a statement.\n\nThe sea was calm.\n\n“We eat,” she said.",
            "statement",
            STATEMENT,
        ),
        ("“We stay,” Ida Rook said, SANA reported. She said it was “fun”.", "SANA", AGENCY),
        ("“We stay,” Ida Rook said at a press conference.\n\n“We eat,” Rook said.", "press conference", BRIEFING),
    ],
)
def test_a_carrier_holds_while_the_speaker_goes_on(text: str, name: str, kind: SourceKind) -> None:
    first, second = carriages(text, ROOK, ROOK)
    assert (first.source is not None and first.source.carried) is False
    assert summary(second) == (name, kind, CARRIED, first.hands)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ida Rook took to X to thank the crew.\n“We stay,” she said.", "X", POST),
        ("Speaking to Radio Velm, Ida Rook thanked the crew. “We stay,” she said.", "Radio Velm", INTERVIEW),
        ("Ida Rook told a briefing she was glad. “We stay,” Rook said.", "briefing", BRIEFING),
        ("Ida Rook fired back at a press conference.\n“We stay,” said the mayor.", "press conference", BRIEFING),
    ],
)
def test_a_sentence_before_announces_the_carrier(text: str, name: str, kind: SourceKind) -> None:
    (carriage,) = carriages(text, ROOK)
    assert summary(carriage)[:3] == (name, kind, CARRIED)


@pytest.mark.parametrize(
    ("before", "name"),
    [("", "press conference"), ("A stubborn Dane sat by the door.\n", None)],
)
def test_another_word_for_somebody_takes_up_what_was_announced_unless_it_is_known(
    before: str, name: str | None
) -> None:
    text = f"{before}Rook fired back at a press conference.\n“We stay,” said the stubborn Dane."
    dane = Said("stubborn Dane", mention="the stubborn Dane", type=SpeakerType.ANONYMOUS)
    assert [summary(carriage)[0] for carriage in carriages(text, dane)] == [name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“We stay,” Ida Rook said. She was speaking to Radio Velm.", "Radio Velm", INTERVIEW),
        (
            "“We stay,” Ida Rook said.\n\nHer comments were carried by state television.",
            "state television",
            BROADCASTER,
        ),
        ("“We stay,” Ida Rook said. The remarks were published by the Velm Courier.", "Velm Courier", OUTLET),
    ],
)
def test_a_carrier_named_afterwards_reaches_back(text: str, name: str, kind: SourceKind) -> None:
    (carriage,) = carriages(text, ROOK)
    assert summary(carriage) == (name, kind, CARRIED, 1)


def test_an_exchange_revealed_afterwards_reaches_back_to_both() -> None:
    text = "“Sink it,” Rook said. “No,” Lind said.\n\nThe exchange was revealed by the Velm Times."
    assert [summary(carriage)[0] for carriage in carriages(text, ROOK, LIND)] == ["Velm Times", "Velm Times"]


@pytest.mark.parametrize(
    "ending",
    [
        "“We eat,” Rook told reporters.",
        "At a rally, Rook said: “We eat.”",
        "Later, Rook said: “We eat.”",
        "Last month Rook said: “We eat.”",
        "Asked by journalists, Rook said: “We eat.”",
    ],
)
def test_a_new_occasion_ends_what_was_carried(ending: str) -> None:
    _, second = carriages(f"“We stay,” Ida Rook said on CNN.\n\n{ending}", ROOK, ROOK)
    assert second.source is None


def test_another_day_ends_what_was_carried() -> None:
    text = "“We stay,” Rook said on CNN on Tuesday.\n\nOn Friday, Rook said: “We eat.”"
    assert carriages(text, ROOK, ROOK)[1].source is None


def test_another_speaker_ends_what_was_carried() -> None:
    text = "“We stay,” Rook said on CNN.\n\n“We eat,” Lind said."
    assert carriages(text, ROOK, LIND)[1].source is None


def test_a_new_carrier_ends_what_was_carried() -> None:
    text = "“We stay,” Rook said on CNN. Rook said on Telegram: “We eat.” “We sing,” she said."
    assert [summary(c)[0] for c in carriages(text, ROOK, ROOK, ROOK)] == ["CNN", "Telegram", "Telegram"]


def test_a_carrier_stays_with_its_own_speaker_within_a_sentence() -> None:
    text = "Rook insisted that she was “glad”, a day after Lind told Radio Velm that she was “gone”."
    rook, lind = carriages(text, Said("Ida Rook", "insisted"), Said("Karl Lind", "told"))
    assert (summary(rook)[0], summary(lind)[0]) == (None, "Radio Velm")


def test_an_account_of_an_event_holds_for_all_who_spoke_there() -> None:
    text = "In a recording published by Kvelden newspaper, Rook said: “Sink it.” Lind said: “No.”"
    assert [summary(c)[:3] for c in carriages(text, ROOK, LIND)] == [
        ("Kvelden", OUTLET, False),
        ("Kvelden", OUTLET, CARRIED),
    ]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("“We stay,” Rook said in a statement. “We eat,” the statement said.", "the statement", "statement"),
        ("“We stay,” Rook said, Kvelden newspaper reported. The paper said she said “no”.", "The paper", "Kvelden"),
        ("“We stay,” Rook said on X. In the post, she said: “We eat.”", "the post", "X"),
    ],
)
def test_words_that_refer_to_the_carrier_are_its_mention(text: str, mention: str, name: str) -> None:
    _, second = carriages(text, ROOK, ROOK)
    assert second.source is not None
    assert (second.source.name, second.source.carried) == (name, False)
    assert second.source.mention is not None
    assert second.source.mention.of(text) == mention


def test_the_agency_that_carried_a_statement_goes_on_carrying_it() -> None:
    text = "The statement, carried by SANA, said the raid was “low”. “We stay,” the statement said."
    assert [summary(c)[:3] for c in carriages(text, ROOK, ROOK)] == [("SANA", AGENCY, False), ("SANA", AGENCY, CARRIED)]


@pytest.mark.parametrize(
    ("text", "speaker", "name", "kind"),
    [
        (
            "“Both sides met,” Xinhua reported.",
            Said("Xinhua", "reported", "Xinhua", SpeakerType.ORGANISATION),
            "Xinhua",
            AGENCY,
        ),
        (
            "“It will fall,” the report says.",
            Said("the report", "says", "the report", SpeakerType.DOCUMENT),
            "report",
            DOCUMENT,
        ),
        (
            "“It will fall,” it says.",
            Said("audit of the wall", "says", "it", SpeakerType.DOCUMENT),
            "audit of the wall",
            DOCUMENT,
        ),
    ],
)
def test_a_carrier_cited_for_its_own_words_is_speaker_and_source(
    text: str, speaker: Said, name: str, kind: SourceKind
) -> None:
    (carriage,) = carriages(text, speaker)
    assert summary(carriage) == (name, kind, False, 1)


def test_a_nested_quote_comes_through_whoever_relays_it() -> None:
    text = "“Rook told me, ‘Run,’” Lind said in a statement.\n“I asked, ‘Where?’” he said."
    told, asked = Said("Ida Rook", "told"), Said("Karl Lind", "asked")
    outer, nested, second, own = carriages(text, LIND, told, LIND, asked)
    assert summary(outer) == ("statement", STATEMENT, False, 1)
    assert summary(nested) == ("Karl Lind", None, False, 2)
    assert summary(second) == ("statement", STATEMENT, CARRIED, 1)
    assert summary(own) == (None, None, False, 0)


@pytest.mark.parametrize(("headline", "name"), [("Rook: ‘We stay’", None), ("Rook ‘glad’, SANA reports", "SANA")])
def test_a_headline_has_only_the_carrier_it_names(headline: str, name: str | None) -> None:
    text = f"{headline}\n\n“We stay,” Ida Rook said on CNN."
    assert [summary(c)[0] for c in carriages(text, ROOK, ROOK)] == [name, "CNN"]


def test_an_unnamed_station_takes_the_name_it_is_given_later() -> None:
    text = "Rook told a radio station she was “glad”.\n\n“We stay,” she told Cadena SER."
    told = Said("Ida Rook", "told")
    assert [summary(c)[0] for c in carriages(text, told, told)] == ["Cadena SER", "Cadena SER"]


def test_the_links_of_a_chain_lead_from_the_outlet_to_the_speaker() -> None:
    (carriage,) = carriages("Yonhap, citing KCNA, reported that Rook said “we stay”.", ROOK)
    assert carriage.source is not None
    assert carriage.source.chain == ("Yonhap", "KCNA")


def test_words_that_are_no_speech_have_no_carrier() -> None:
    text = "Rook said on CNN that the “grey list” grew."
    found, _ = marks.find(text)
    quote = Attributed(found, Kind.SCARE, Zone.BODY, True, None, None, None)
    assert sources.find(parse(text, found, NLP), [quote], zones.find(text)) == [Carriage()]


def test_every_passage_of_a_quote_shares_its_carrier() -> None:
    text = "“We stay,” Rook said in a statement. “We eat.”"
    found, _ = marks.find(text)
    voice: Sequence[Span | None] = (nearest(text, "Rook", found[0].outer), nearest(text, "said", found[0].outer))
    speaker = Speaker("Ida Rook", SpeakerType.PERSON)
    quote = Attributed(found, Kind.SPEECH, Zone.BODY, False, *voice, speaker)
    (carriage,) = sources.find(parse(text, found, NLP), [quote], zones.find(text))
    assert summary(carriage) == ("statement", STATEMENT, False, 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We stay,” Rook told the Velm Courier.", None),
        ("Speaking to the Courier afterwards, Rook said: “We stay.”", None),
        ("In an internal memo reviewed by the Velm Courier, Rook said: “We stay.”", "memo"),
        ("“We stay,” Rook told Reuters.", "Reuters"),
        ("“We stay,” Rook told the Kelm Gazette.", "Kelm Gazette"),
        ("“We stay,” Rook told the Kelm Post.", "Kelm Post"),
    ],
)
def test_words_told_to_the_articles_own_outlet_come_straight(text: str, name: str | None) -> None:
    (carriage,) = carriages(text, ROOK, outlet="The Velm Courier")
    assert summary(carriage)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It quoted Rook as saying, she said, “we stay”.", None),
        ("The account issued by the palace was cold. It quoted Rook, who said “we stay”, as saying so.", "account"),
        ("The plan of the river was large. Rook, who worked on the survey, said “we stay”.", None),
        ("“We stay,” Rook said by video link.", None),
    ],
)
def test_no_pronoun_and_no_matter_of_work_is_a_source(text: str, name: str | None) -> None:
    assert summary(carriages(text, ROOK)[0])[0] == name


def test_whoever_goes_by_a_pronoun_relays_nothing() -> None:
    text = "“Rook told me, ‘Run,’” she said."
    _, nested = carriages(text, Said("she"), Said("Ida Rook", "told"))
    assert nested.source is None
