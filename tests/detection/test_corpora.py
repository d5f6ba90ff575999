"""Corpora for those who train, read back by spaCy."""

import json
from dataclasses import replace
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from quotereview.detection import corpora
from quotereview.model import (
    Article,
    Decision,
    Described,
    Field,
    Kind,
    Passage,
    Quote,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    StandingQuote,
    Verdict,
    proposed,
)
from tests.export import golden

TEXT = (
    "The bridge is open again 🚧.\n\n"
    "“It holds,” said Mara Faro, the minister, in a statement. “For years.”\n\n"
    "«الجسر آمن» – so says a sign.\n"
)
ARTICLE = Article(
    "a1", "bridge.txt", TEXT.encode(), TEXT, "utf-8", (Described(Field.OUTLET, "Marl Courier", "its name"),)
)


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def passage(words: str) -> Passage:
    return Passage(place(words), words)


HERS = Quote(
    "0",
    (passage("It holds,"), passage("For years.")),
    speaker=Speaker("Mara Faro", SpeakerType.PERSON, place("Mara Faro"), "Mara Faro", "minister"),
    cue=place("said"),
    source=Source("statement", SourceKind.STATEMENT, place("statement")),
)
SIGN = Quote("1", (passage("الجسر آمن"),), kind=Kind.OTHER_WORDS)


def standing(quote: Quote, verdict: Verdict = Verdict.OPEN, **values: Any) -> StandingQuote:
    ruling = replace(proposed(quote), verdict=verdict, **values)
    decision = Decision("d1", f"q{quote.key}", "a1", ruling, "Voss", "2026-05-13T08:05:09+00:00", None)
    return StandingQuote(f"q{quote.key}", "a1", quote, decision if verdict is not Verdict.OPEN else None)


def doc(*quotes: StandingQuote) -> Doc:
    """The doc as spaCy reads it from the file."""
    nlp = spacy.blank("en")
    [found] = DocBin().from_bytes(corpora.docbin([(ARTICLE, quotes)])).get_docs(nlp.vocab)
    return found


def tasks(*quotes: StandingQuote) -> list[Any]:
    lines = corpora.prodigy([(ARTICLE, quotes)]).decode().splitlines()
    return [json.loads(line) for line in lines]


def test_corpora_are_as_expected() -> None:
    quotes = standing(HERS, Verdict.CONFIRMED), standing(SIGN)
    told = {**doc(*quotes).to_json(), "user_data": doc(*quotes).user_data}
    golden.check("corpus.spacy.json", f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode())
    golden.check("corpus.prodigy.jsonl", corpora.prodigy([(ARTICLE, quotes)]))


def test_the_text_comes_back_whole_with_every_place_in_its_group() -> None:
    found = doc(standing(HERS, Verdict.CONFIRMED), standing(SIGN))
    assert found.text == TEXT
    told = {
        group: [(span.text, span.label_, span.kb_id_, span.id_) for span in found.spans[group]] for group in found.spans
    }
    assert told == {
        "quotes": [
            ("It holds,", "speech", "", "q0"),
            ("For years.", "speech", "", "q0"),
            ("الجسر آمن", "other-words", "", "q1"),
        ],
        "speakers": [("Mara Faro", "person", "Mara Faro", "q0")],
        "cues": [("said", "cue", "", "q0")],
        "sources": [("statement", "statement", "statement", "q0")],
    }


def test_verdicts_names_and_places_to_the_code_point_come_back() -> None:
    told = doc(standing(HERS, Verdict.CONFIRMED), standing(SIGN)).user_data["quotereview"]
    assert (told["article"], told["outlet"], told["sha256"]) == ("a1", "Marl Courier", ARTICLE.sha256)
    hers, sign = told["quotes"]
    assert [TEXT[slice(*place)] for place in hers["passages"]] == ["It holds,", "For years."]
    assert (hers["verdict"], hers["unread"], hers["speaker"]["name"]) == ("confirmed", False, "Mara Faro")
    assert (sign["verdict"], sign["speaker"], sign["source"]) == ("open", None, None)


def test_cue_of_another_speaker_is_none_of_the_one_who_stands() -> None:
    found = doc(standing(HERS, Verdict.CORRECTED, speaker=Speaker("Rook", SpeakerType.PERSON)))
    assert (len(found.spans["cues"]), len(found.spans["speakers"])) == (0, 0)
    assert found.user_data["quotereview"]["quotes"][0]["speaker"] == {"name": "Rook", "kind": "person", "mention": None}


def test_a_task_holds_the_paragraph_with_what_tells_whose_words_they_are() -> None:
    [task] = tasks(standing(HERS, Verdict.CONFIRMED))
    assert task["text"] == TEXT.split("\n\n")[1]
    assert [(task["text"][one["start"] : one["end"]], one["label"]) for one in task["spans"]] == [
        ("It holds,", "QUOTE"),
        ("For years.", "QUOTE"),
        ("Mara Faro", "SPEAKER"),
        ("said", "CUE"),
        ("statement", "SOURCE"),
    ]
    assert TEXT[task["meta"]["start"] :].startswith(task["text"])


def test_spans_and_relations_are_of_the_tokens_that_stand_in_the_task() -> None:
    [task] = tasks(standing(HERS, Verdict.CONFIRMED))
    tokens = task["tokens"]
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == task["text"]
    for span in task["spans"]:
        assert (tokens[span["token_start"]]["start"], tokens[span["token_end"]]["end"]) == (span["start"], span["end"])
    assert [(one["label"], tokens[one["child"]]["text"]) for one in task["relations"]] == [
        ("SAID_BY", "Faro"),
        ("CUED_BY", "said"),
        ("CARRIED_BY", "statement"),
    ]
    assert all(one["head"] == task["spans"][0]["token_end"] for one in task["relations"])


@pytest.mark.parametrize(
    ("verdict", "unread", "answer"),
    [
        (Verdict.CONFIRMED, False, "accept"),
        (Verdict.CORRECTED, False, "accept"),
        (Verdict.NOT_A_QUOTE, False, "reject"),
        (Verdict.DISPUTED, False, "ignore"),
        (Verdict.CANNOT_VERIFY, False, "ignore"),
        (Verdict.CONFIRMED, True, None),
        (Verdict.OPEN, False, None),
    ],
)
def test_the_answer_is_what_an_editor_who_looked_ruled(verdict: Verdict, unread: bool, answer: str | None) -> None:
    [task] = tasks(standing(HERS, verdict, unread=unread))
    assert task.get("answer") == answer
