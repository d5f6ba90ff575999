"""Trains the listener and the ranker on attributed articles, and measures them on those they were not trained on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quotereview.detection import hearing, marks, ranker, reliability, zones
from quotereview.detection.detect import Article
from quotereview.detection.english import English, EnglishVoices
from quotereview.detection.evidence import Claim
from quotereview.detection.fitting import Lesson, fit
from quotereview.detection.hearing import Hearing, Listener
from quotereview.detection.parse import Parse, parse
from quotereview.detection.ranker import NOBODY, RULES, Ranker
from quotereview.detection.speakers import Ranking
from quotereview.errors import NotPossible, Unwritable
from quotereview.model import (
    RELIABLE_ZONES,
    AttributedArticle,
    Doubt,
    Kind,
    Quote,
    ReliabilityRow,
    ReliabilityTable,
    Span,
)

if TYPE_CHECKING:
    from spacy.language import Language

FOLDS = 5  # parts of the articles, each ranked with weights from the other parts
BANDS = (0.0, 0.5, 0.7, 0.9, 0.97, 0.99, 1.01)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)  # of the table of reliability
MEASURED_ON = (
    "{proposals:,} quotes proposed in {articles:,} attributed articles, each read with weights from other articles;"
    " right means that the annotators of these articles name the same mention as the speaker"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a corpus says of one passage: the stretches that name its speaker, and those of the cue."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]

    def names(self, mention: Span) -> bool:
        """Whether half of a mention or more lies in the speaker."""
        return _half_in(mention, self.speaker)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A parsed article with the answers for its passages, by their indices.

    ``said`` are the passages that the corpus takes for somebody's words, those whose speaker it does not name included.
    """

    parse: Parse
    answers: Mapping[int, Answer]
    said: frozenset[int]
    doubts: Sequence[Doubt]

    def read(self, ranking: Ranking, listener: Hearing) -> Article:
        """The article as detection has it with ``ranking`` and ``listener``."""
        stretches = zones.find(self.parse.text)
        passage_zones = [zones.at(stretches, mark.span.start) for mark in self.parse.marked]
        return Article(self.parse, passage_zones, EnglishVoices(self.parse, ranking, listener), doubts=self.doubts)


@dataclass(frozen=True, slots=True)
class Guess:
    """How much belief a choice of the speaker earned, and whether it was right."""

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
    """The weights from all articles by file, and what was made of each article with weights from others alone.

    ``guesses`` are those of mentions for passages, ``proposals`` those of speakers for quotes, as an editor sees them.
    """

    language_model: str
    articles: int
    weights: Mapping[str, Mapping[str, float]]
    guesses: Sequence[Guess]
    findings: Sequence[Finding]
    proposals: Sequence[Guess]

    def write(self, folder: Path) -> list[Path]:
        """Write the weights and the table of reliability as detection loads them; Unwritable if that fails."""
        about = {"language_model": self.language_model, "articles": self.articles, "passages": len(self.guesses)}
        held = {name: {**about, "features": features} for name, features in self.weights.items()}
        held[reliability.FILE] = reliability.written(self.reliability())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in held.items():
                printed = json.dumps(content, ensure_ascii=False, indent=0)
                (folder / name).write_text(printed + "\n", encoding="utf-8", newline="\n")
        except OSError as error:
            raise Unwritable(f"The weights cannot be written to {folder}: {error.strerror or error}.") from error
        return [folder / name for name in held]

    def reliability(self) -> ReliabilityTable:
        """How often proposals of each confidence or more were right."""
        rows = tuple(ReliabilityRow(at, *_counted(self.proposals, at)) for at in THRESHOLDS)
        measured_on = MEASURED_ON.format(proposals=len(self.proposals), articles=self.articles)
        return ReliabilityTable(measured_on, English.name, rows)

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
        for row in self.reliability().rows:
            yield f"confidence {row.confidence:.2f} or more: {row.proposals:5} quotes, right {row.share:.3f}"

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

    @classmethod
    def of(cls, article: Annotated) -> Self:
        """One that was asked about each passage of an article."""
        teacher = cls(article)
        article.read(teacher, teacher)
        return teacher

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
        named = [answer.names(claim.mention.span) for claim in claims]
        cued = [ok and self._has_cue(answer, claim) for ok, claim in zip(named, claims, strict=True)]
        return cued if any(cued) else named

    def _has_cue(self, answer: Answer, claim: Claim) -> bool:
        if claim.cue is None:
            return False
        span = self.article.parse.span(claim.cue.first, claim.cue.last - 1)
        return any(span.overlap(part) for part in answer.cue)


def annotated(article: AttributedArticle, nlp: "Language") -> Annotated:
    """A parsed article with the answer for each passage half of which or more is the content of an attribution."""
    found, doubts = marks.find(article.text)
    answers, said = {}, set()
    for index, mark in enumerate(found):
        here = max(article.attributions, key=lambda one: _cover(mark.span, one.content), default=None)
        if mark.parent is not None or here is None or not _half_in(mark.span, here.content):
            continue
        said.add(index)
        if here.speaker:
            answers[index] = Answer(here.speaker, here.cue)
    return Annotated(parse(article.text, found, nlp), answers, frozenset(said), doubts)


def train(articles: Sequence[Annotated], language_model: str) -> Trained:
    """Weights from all ``articles``, and guesses on each part of them with weights from the others.

    NotPossible if there are too few of them.
    """
    if len(articles) < FOLDS:
        raise NotPossible(f"Name at least {FOLDS} attributed articles: parts of them are held out to measure with.")
    taught = [Teacher.of(article) for article in articles]
    guesses: list[Guess] = []
    findings: list[Finding] = []
    proposals: list[Guess] = []
    for part, ranking, listener in held_out(taught):
        for article in articles[part]:
            read = article.read(ranking, listener)
            guesses += _guesses(article, read.ranked)
            findings.append(_finding(article, read.ranked))
            proposals += _proposals(article, [quote for _, quote in read.quotes()])
    return Trained(language_model, len(articles), _weights(taught), guesses, findings, proposals)


def held_out(taught: Sequence[Teacher]) -> Iterator[tuple[slice, Ranker, Listener]]:
    """Each part of some articles, as a slice, with a ranker and a listener that learnt from the others alone."""
    for part in range(FOLDS):
        others = _weights([teacher for place, teacher in enumerate(taught) if place % FOLDS != part])
        yield slice(part, None, FOLDS), Ranker(others[ranker.FILE]), Listener(others[hearing.FILE])


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
        yield Guess(share, answer.names(claims[0].mention.span))


def _finding(article: Annotated, ranked: Mapping[int, list[Claim]]) -> Finding:
    taken = {index for index in ranked if article.parse.marked[index].parent is None}
    return Finding(len(taken), len(taken & article.said), len(article.said))


def _proposals(article: Annotated, quotes: Sequence[Quote]) -> Iterator[Guess]:
    """A guess for each quote that could be accepted unread; none where the corpus knows no name for the words.

    It is right if the corpus attributes each passage of the quote to the mention proposed.
    """
    places = {mark.span: index for index, mark in enumerate(article.parse.marked)}
    for quote in quotes:
        mention = quote.speaker.mention if quote.speaker else None
        counted = quote.kind is Kind.SPEECH and quote.zone in RELIABLE_ZONES
        if not counted or mention is None or quote.parent or quote.doubts:
            continue
        passages = [places[passage.span] for passage in quote.passages]
        answers = [article.answers[passage] for passage in passages if passage in article.answers]
        if len(answers) == len(passages) or not article.said.issuperset(passages):
            right = len(answers) == len(passages) and all(answer.names(mention) for answer in answers)
            yield Guess(quote.confidence, right)


def _counted(guesses: Sequence[Guess], threshold: float) -> tuple[int, int]:
    """How many guesses earned so much belief or more, and how many of them were right."""
    reached = [guess for guess in guesses if guess.share >= threshold]
    return len(reached), sum(guess.right for guess in reached)


def _half_in(span: Span, parts: Sequence[Span]) -> bool:
    return 2 * _cover(span, parts) >= len(span) > 0


def _cover(span: Span, parts: Sequence[Span]) -> int:
    return sum(span.overlap(part) for part in parts)
