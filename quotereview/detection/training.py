"""Trains the listener and the ranker on attributed articles, and measures them on those they were not trained on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from quotereview.detection import hearing, marks, ranker, zones
from quotereview.detection.detect import Article
from quotereview.detection.english import EnglishVoices
from quotereview.detection.evidence import Claim
from quotereview.detection.fitting import Lesson, fit
from quotereview.detection.hearing import Hearing, Listener
from quotereview.detection.parse import Parse, parse
from quotereview.detection.ranker import NOBODY, RULES, Ranker
from quotereview.detection.speakers import Ranking
from quotereview.errors import NotPossible, Unwritable
from quotereview.model import AttributedArticle, Span

if TYPE_CHECKING:
    from spacy.language import Language

FOLDS = 5  # parts of the articles, each ranked with weights from the other parts
BANDS = (0.0, 0.5, 0.7, 0.9, 0.97, 0.99, 1.01)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a corpus says of one passage: the stretches that name its speaker, and those of the cue."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]

    def names(self, claim: Claim) -> bool:
        """Whether half of a claim's mention or more lies in the speaker."""
        return _half_in(claim.mention.span, self.speaker)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A parsed article with the answers for its passages, by their indices.

    ``said`` are the passages that the corpus takes for somebody's words, those whose speaker it does not name included.
    """

    parse: Parse
    answers: Mapping[int, Answer]
    said: frozenset[int]

    def ranked(self, ranking: Ranking, listener: Hearing) -> Mapping[int, list[Claim]]:
        """The claims on each passage that is taken for speech, as detection has them with ``ranking``."""
        stretches = zones.find(self.parse.text)
        passage_zones = [zones.at(stretches, mark.span.start) for mark in self.parse.marked]
        return Article(self.parse, passage_zones, EnglishVoices(self.parse, ranking, listener)).ranked


@dataclass(frozen=True, slots=True)
class Guess:
    """How much belief the mention chosen for a passage earned, and whether it was right."""

    share: float
    right: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """How many passages were taken for speech, how many of these rightly, and how many are."""

    taken: int
    right: int
    there: int


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights from all articles by file, and what was made of each article with weights from others alone."""

    language_model: str
    articles: int
    weights: Mapping[str, Mapping[str, float]]
    guesses: Sequence[Guess]
    findings: Sequence[Finding]

    def write(self, folder: Path) -> list[Path]:
        """Write the weights as the files that detection loads; Unwritable if that fails."""
        about = {"language_model": self.language_model, "articles": self.articles, "passages": len(self.guesses)}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, features in self.weights.items():
                held = json.dumps({**about, "features": features}, ensure_ascii=False, indent=0)
                (folder / name).write_text(held + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise Unwritable(f"The weights cannot be written to {folder}: {error.strerror or error}.") from error
        return [folder / name for name in self.weights]

    def report(self) -> Iterator[str]:
        """The figures on held-out articles, a line each, and how often belief of each band was right."""
        weights = sum(map(len, self.weights.values()))
        yield f"{self.articles} articles, {len(self.guesses)} passages with a speaker, {weights} weights"
        yield from self._found()
        right = sum(guess.right for guess in self.guesses)
        yield f"speaker right on held-out articles: {right / max(1, len(self.guesses)):.4f}"
        for low, high in pairwise(BANDS):
            band = [guess for guess in self.guesses if low <= guess.share < high]
            if band:
                believed = sum(guess.share for guess in band) / len(band)
                held = sum(guess.right for guess in band) / len(band)
                yield f"belief from {low:.2f}: {len(band):5} passages, believed {believed:.3f}, right {held:.3f}"

    def _found(self) -> Iterator[str]:
        right = sum(found.right for found in self.findings)
        precision = right / max(1, sum(found.taken for found in self.findings))
        recall = right / max(1, sum(found.there for found in self.findings))
        yield f"marked words taken for speech on held-out articles: precision {precision:.4f}, recall {recall:.4f}"


@dataclass(slots=True)
class Teacher:
    """A ranking and a listener that know the answers, and make a lesson of each passage they are asked about."""

    article: Annotated
    lessons: list[Lesson] = field(default_factory=list)
    heard: list[Lesson] = field(default_factory=list)

    def belief(self, index: int, features: tuple[str, ...]) -> float:
        """1 for what somebody said, else 0."""
        said = index in self.article.said
        self.heard.append(Lesson((features, ()), (said, not said), (0.0, 0.0)))
        return float(said)

    def ranked(self, index: int, claims: Sequence[Claim]) -> list[Claim]:
        """The claims with a right one first, by the rules' score among equals."""
        answer = self.article.answers.get(index)
        right = self._right(answer, claims) if answer else [False for _ in claims]
        if answer is not None:
            features = (*(claim.features for claim in claims), (NOBODY,))
            given = (*(RULES * claim.score for claim in claims), 0.0)
            self.lessons.append(Lesson(features, (*right, not any(right)), given))
        order = sorted(range(len(claims)), key=lambda place: (not right[place], -claims[place].score))
        return [claims[place] for place in order]

    def _right(self, answer: Answer, claims: Sequence[Claim]) -> list[bool]:
        """Which claims name the speaker; if some do with the right cue, only these."""
        named = [answer.names(claim) for claim in claims]
        cued = [ok and self._has_cue(answer, claim) for ok, claim in zip(named, claims, strict=True)]
        return cued if any(cued) else named

    def _has_cue(self, answer: Answer, claim: Claim) -> bool:
        if claim.cue is None:
            return False
        span = self.article.parse.span(claim.cue.first, claim.cue.last - 1)
        return any(span.overlap(part) for part in answer.cue)


def annotated(article: AttributedArticle, nlp: "Language") -> Annotated:
    """A parsed article with the answer for each passage half of which or more is the content of an attribution."""
    found, _ = marks.find(article.text)
    answers, said = {}, set()
    for index, mark in enumerate(found):
        here = max(article.attributions, key=lambda one: _cover(mark.span, one.content), default=None)
        if mark.parent is not None or here is None or not _half_in(mark.span, here.content):
            continue
        said.add(index)
        if here.speaker:
            answers[index] = Answer(here.speaker, here.cue)
    return Annotated(parse(article.text, found, nlp), answers, frozenset(said))


def train(articles: Sequence[Annotated], language_model: str) -> Trained:
    """Weights from all ``articles``, and guesses on each part of them with weights from the others.

    NotPossible if there are too few of them.
    """
    if len(articles) < FOLDS:
        raise NotPossible(f"Name at least {FOLDS} attributed articles: parts of them are held out to measure with.")
    taught = [_taught(article) for article in articles]
    guesses: list[Guess] = []
    findings: list[Finding] = []
    for part in range(FOLDS):
        others = _weights([teacher for place, teacher in enumerate(taught) if place % FOLDS != part])
        for article in articles[part::FOLDS]:
            ranked = article.ranked(Ranker(others[ranker.FILE]), Listener(others[hearing.FILE]))
            guesses += _guesses(article, ranked)
            findings.append(_finding(article, ranked))
    return Trained(language_model, len(articles), _weights(taught), guesses, findings)


def _taught(article: Annotated) -> Teacher:
    teacher = Teacher(article)
    article.ranked(teacher, teacher)
    return teacher


def _weights(taught: Sequence[Teacher]) -> dict[str, dict[str, float]]:
    """The weights that fit the lessons of some articles, by the name of their file."""
    return {
        hearing.FILE: fit([lesson for teacher in taught for lesson in teacher.heard]),
        ranker.FILE: fit([lesson for teacher in taught for lesson in teacher.lessons]),
    }


def _guesses(article: Annotated, ranked: Mapping[int, list[Claim]]) -> Iterator[Guess]:
    """A guess on each passage with an answer; one that is not taken for speech, or has no claim, is a miss."""
    for index, answer in article.answers.items():
        claims = ranked.get(index)
        if not claims:
            yield Guess(0.0, False)
            continue
        chosen = claims[0].mention.head
        share = sum(claim.share for claim in claims if claim.mention.head == chosen)
        yield Guess(share, answer.names(claims[0]))


def _finding(article: Annotated, ranked: Mapping[int, list[Claim]]) -> Finding:
    taken = {index for index in ranked if article.parse.marked[index].parent is None}
    return Finding(len(taken), len(taken & article.said), len(article.said))


def _half_in(span: Span, parts: Sequence[Span]) -> bool:
    return 2 * _cover(span, parts) >= len(span) > 0


def _cover(span: Span, parts: Sequence[Span]) -> int:
    return sum(span.overlap(part) for part in parts)
