"""Trains the ranker on attributed articles, and measures it on those that it was not trained on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotereview.detection import marks, zones
from quotereview.detection.detect import Article
from quotereview.detection.english import EnglishVoices
from quotereview.detection.evidence import Claim
from quotereview.detection.fitting import Lesson, fit
from quotereview.detection.parse import Parse, parse
from quotereview.detection.ranker import FILE, NOBODY, RULES, Ranker
from quotereview.detection.speakers import Ranking
from quotereview.errors import NotPossible, Unreadable, Unwritable
from quotereview.model import Span

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
    """A parsed article with the answers for its passages, by their indices."""

    parse: Parse
    answers: Mapping[int, Answer]

    def ranked(self, ranking: Ranking) -> Mapping[int, list[Claim]]:
        """The claims on each passage that is taken for speech, as detection has them with ``ranking``."""
        stretches = zones.find(self.parse.text)
        passage_zones = [zones.at(stretches, mark.span.start) for mark in self.parse.marked]
        return Article(self.parse, passage_zones, EnglishVoices(self.parse, ranking)).ranked


@dataclass(frozen=True, slots=True)
class Guess:
    """How much belief the mention chosen for a passage earned, and whether it was right."""

    share: float
    right: bool


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights from all articles, and the guesses on each with weights from others alone."""

    language_model: str
    articles: int
    weights: Mapping[str, float]
    guesses: Sequence[Guess]

    def write(self, folder: Path) -> Path:
        """Write the weights as the file that the ranker loads; Unwritable if that fails."""
        about = {"language_model": self.language_model, "articles": self.articles, "passages": len(self.guesses)}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            held = json.dumps({**about, "features": self.weights}, ensure_ascii=False, indent=0)
            (folder / FILE).write_text(held + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise Unwritable(f"The weights cannot be written to {folder}: {error.strerror or error}.") from error
        return folder / FILE

    def report(self) -> Iterator[str]:
        """The figures on held-out articles, a line each, and how often belief of each band was right."""
        right = sum(guess.right for guess in self.guesses)
        yield f"{self.articles} articles, {len(self.guesses)} passages, {len(self.weights)} weights"
        yield f"speaker right on held-out articles: {right / max(1, len(self.guesses)):.4f}"
        for low, high in pairwise(BANDS):
            band = [guess for guess in self.guesses if low <= guess.share < high]
            if band:
                believed = sum(guess.share for guess in band) / len(band)
                held = sum(guess.right for guess in band) / len(band)
                yield f"belief from {low:.2f}: {len(band):5} passages, believed {believed:.3f}, right {held:.3f}"


@dataclass(slots=True)
class Teacher:
    """A ranking that knows the answers, and makes a lesson of each passage it is asked about."""

    article: Annotated
    lessons: list[Lesson] = field(default_factory=list)

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


def read(corpora: Sequence[Path], nlp: "Language") -> Iterator[Annotated]:
    """The articles of files of JSON lines, each with ``text`` and ``attributions``: lists of the spans (pairs of
    offsets) of ``source``, ``cue`` and ``content``. Unreadable if a file or a line of it is not so.
    """
    for corpus in corpora:
        try:
            lines = corpus.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise Unreadable(f"{corpus} cannot be read as attributed articles; name a file of JSON lines.") from error
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                text, given = record["text"], [attribution(one) for one in record["attributions"]]
            except (ValueError, KeyError, TypeError) as error:
                why = "is no article with “text” and “attributions”; correct it or leave it out"
                raise Unreadable(f"Line {number} of {corpus} {why}.") from error
            yield annotated(text, given, nlp)


def annotated(text: str, attributions: Sequence[Mapping[str, tuple[Span, ...]]], nlp: "Language") -> Annotated:
    """A parsed article with the answer for each passage half of which or more is the content of an attribution."""
    found, _ = marks.find(text)
    answers = {}
    for index, mark in enumerate(found):
        here = max(attributions, key=lambda one: _cover(mark.span, one["content"]), default=None)
        if mark.parent is None and here and here["source"] and _half_in(mark.span, here["content"]):
            answers[index] = Answer(here["source"], here["cue"])
    return Annotated(parse(text, found, nlp), answers)


def train(articles: Sequence[Annotated], language_model: str) -> Trained:
    """Weights from all ``articles``, and guesses on each part of them with weights from the others.

    NotPossible if there are too few of them.
    """
    if len(articles) < FOLDS:
        raise NotPossible(f"Name at least {FOLDS} attributed articles: parts of them are held out to measure with.")
    lessons = [_lessons(article) for article in articles]
    guesses = []
    for part in range(FOLDS):
        others = (own for place, own in enumerate(lessons) if place % FOLDS != part)
        ranker = Ranker(fit([lesson for own in others for lesson in own]))
        guesses += [guess for article in articles[part::FOLDS] for guess in _guesses(article, ranker)]
    weights = fit([lesson for own in lessons for lesson in own])
    return Trained(language_model, len(articles), weights, guesses)


def _lessons(article: Annotated) -> list[Lesson]:
    teacher = Teacher(article)
    article.ranked(teacher)
    return teacher.lessons


def _guesses(article: Annotated, ranker: Ranker) -> Iterator[Guess]:
    """A guess on each passage with an answer; one that is not taken for speech, or has no claim, is a miss."""
    ranked = article.ranked(ranker)
    for index, answer in article.answers.items():
        claims = ranked.get(index)
        if not claims:
            yield Guess(0.0, False)
            continue
        chosen = claims[0].mention.head
        share = sum(claim.share for claim in claims if claim.mention.head == chosen)
        yield Guess(share, answer.names(claims[0]))


def attribution(record: Mapping[str, Any]) -> dict[str, tuple[Span, ...]]:
    parts = ("source", "cue", "content")
    return {part: tuple(Span(start, end) for start, end in record[part] or ()) for part in parts}


def _half_in(span: Span, parts: Sequence[Span]) -> bool:
    return 2 * _cover(span, parts) >= len(span) > 0


def _cover(span: Span, parts: Sequence[Span]) -> int:
    return sum(span.overlap(part) for part in parts)
