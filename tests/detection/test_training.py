"""The ranker's weights: learned from attributed articles, the same each time, and measured on what was held out."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from quotereview.detection import training
from quotereview.detection.candidates import Mentions
from quotereview.detection.evidence import Claim
from quotereview.detection.fitting import Lesson, fit
from quotereview.detection.ranker import FILE, NOBODY, Ranker, shipped
from quotereview.detection.training import Annotated
from quotereview.errors import NotPossible, Unwritable
from quotereview.model import AttributedArticle, Attribution, Span

NAMES = (
    "Tuva Lind",
    "Ola Vessberg",
    "Ingrid Moss",
    "Pavel Orr",
    "Runa Holt",
    "Signe Dahl",
    "Aksel Brun",
    "Nils Fagerli",
)


def article(name: str) -> AttributedArticle:
    """Two quotes of one invented speaker, attributed as a corpus does it, and a term that nobody uttered."""
    text = f"The “weir” broke.\n\n“The road is closed,” {name} said. Then {name} called the repair “a slow affair”."

    def places(words: str) -> list[Span]:
        return [Span(*found.span()) for found in re.finditer(re.escape(words), text)]

    quotes = zip(
        places(name), places("said") + places("called"), ("“The road is closed,”", "“a slow affair”"), strict=True
    )
    return AttributedArticle(
        text, tuple(Attribution(tuple(places(words)), (who,), (cue,)) for who, cue, words in quotes)
    )


@pytest.fixture(scope="module")
def corpus(nlp: Language) -> list[Annotated]:
    return [training.annotated(article(name), nlp) for name in NAMES]


def test_the_same_corpus_gives_the_same_bytes(corpus: list[Annotated], tmp_path: Path) -> None:
    first, second = (
        [file.read_bytes() for file in training.train(corpus, "en 1").write(folder)]
        for folder in (tmp_path / "first", tmp_path / "second")
    )
    assert first == second
    assert len(first) == 3
    for written in first[:2]:
        kept = json.loads(written)
        assert (kept["language_model"], kept["articles"], kept["passages"]) == ("en 1", len(NAMES), 2 * len(NAMES))


def test_the_weights_hold_no_name(nlp: Language) -> None:
    trained = training.train([training.annotated(article("Tuva Lind"), nlp)] * 20, "en 1")
    assert all(trained.weights.values())
    held = " ".join(name for weights in trained.weights.values() for name in weights).casefold()
    assert "tuva" not in held
    assert "lind" not in held


def test_every_attributed_passage_is_guessed_by_weights_from_other_articles(corpus: list[Annotated]) -> None:
    trained = training.train(corpus, "en 1")
    assert [guess.right for guess in trained.guesses] == [True] * 2 * len(NAMES)
    assert "speaker right on held-out articles: 1.0000" in list(trained.report())


def test_what_somebody_said_is_told_from_what_nobody_did_by_weights_from_other_articles(
    corpus: list[Annotated],
) -> None:
    trained = training.train(corpus, "en 1")
    assert sum(found.there for found in trained.findings) == 2 * len(NAMES)
    figures = "precision 1.0000, recall 1.0000"
    assert f"marked words taken for speech on held-out articles: {figures}" in list(trained.report())


def test_the_table_of_reliability_counts_quotes_by_weights_from_other_articles(corpus: list[Annotated]) -> None:
    trained = training.train(corpus, "en 1")
    table = trained.reliability()
    assert {guess.right for guess in trained.proposals} == {True}
    assert len(trained.proposals) == 2 * len(NAMES)
    assert table.detector == "ranker"
    assert table.measured_on.startswith("16 quotes proposed in 8 attributed articles, ")
    surer = [sum(guess.share >= row.confidence for guess in trained.proposals) for row in table.rows]
    assert [row.proposals for row in table.rows] == [row.right for row in table.rows] == surer
    assert surer[0] > 0


def test_a_quote_that_the_corpus_knows_otherwise_is_no_right_one(nlp: Language) -> None:
    known = article("Tuva Lind")
    first, second = known.attributions
    elsewhere = replace(first, speaker=second.speaker)
    for attributions, right in [
        ((first, second), [True, True]),
        ((elsewhere, second), [False, True]),
        ((second,), [False, True]),
        ((replace(first, speaker=()), second), [True]),
    ]:
        corpus = [training.annotated(article(name), nlp) for name in NAMES[1:5]]
        corpus.insert(0, training.annotated(AttributedArticle(known.text, attributions), nlp))
        guesses = training.train(corpus, "en 1").proposals
        assert [guess.right for guess in guesses[: len(right)]] == right
        assert all(guess.right for guess in guesses[len(right) :])


def test_the_answers_of_an_article_are_those_of_its_passages(nlp: Language) -> None:
    given = article("Tuva Lind")
    text = given.text
    read = training.annotated(given, nlp)
    assert [(a.speaker[0].of(text), a.cue[0].of(text)) for a in read.answers.values()] == [
        ("Tuva Lind", "said"),
        ("Tuva Lind", "called"),
    ]


def test_too_few_articles_are_refused(corpus: list[Annotated]) -> None:
    with pytest.raises(NotPossible, match="at least 5"):
        training.train(corpus[:4], "en 1")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    file.write_bytes(b"")
    with pytest.raises(Unwritable, match="weights"):
        training.Trained("en 1", 0, {}, (), (), ()).write(file)


# The fit


def test_what_marks_the_right_claim_weighs_for_it_and_what_is_rare_weighs_nothing() -> None:
    common = Lesson((("near", "said"), ("near",)), (True, False), (0.0, 0.0))
    weights = fit([common] * 40 + [Lesson((("rare",), ("near",)), (True, False), (0.0, 0.0))] * 3)
    assert weights["said"] > 0.5
    assert abs(weights.get("near", 0.0)) < weights["said"]
    assert "rare" not in weights


def test_what_is_given_leaves_less_to_learn() -> None:
    learned = [fit([Lesson((("a",), ("b",)), (True, False), (given, 0.0))] * 40)["a"] for given in (0.0, 3.0)]
    assert learned[0] > learned[1] > 0


# The ranker


def claims(nlp: Language, *features: str) -> list[Claim]:
    text = " ".join(NAMES[place].split()[1] for place in range(len(features)))
    parsed = training.annotated(AttributedArticle(text, ()), nlp).parse
    mentions = Mentions(parsed)
    return [Claim(mentions.made_of(place, place), None, (), 0.0, (name,)) for place, name in enumerate(features)]


def test_shares_follow_the_weights_and_leave_some_for_nobody(nlp: Language) -> None:
    ranked = Ranker({"weak": 1.0, "strong": 3.0, NOBODY: 1.0}).ranked(0, claims(nlp, "weak", "unknown", "strong"))
    assert [claim.features for claim in ranked] == [("strong",), ("weak",), ("unknown",)]
    assert 0.7 < ranked[0].share < 0.8
    assert 0.8 < sum(claim.share for claim in ranked) < 0.95


def test_no_claims_stay_none() -> None:
    assert Ranker({}).ranked(0, []) == []


def test_the_shipped_weights_hold_words_and_relations_and_say_where_they_come_from() -> None:
    kept = json.loads((Path(training.__file__).parents[2] / "resources" / "weights" / FILE).read_text(encoding="utf-8"))
    assert kept["features"] == shipped().weights
    assert kept["articles"] > 100
    assert all(len(name) < 120 for name in kept["features"])
