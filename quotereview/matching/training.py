"""Fits the weights by which two quotes are taken for one utterance, to pairs that somebody judged."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from quotereview.errors import NotPossible, Unwritable
from quotereview.matching.decide import BASE, FILE, Weights, chance
from quotereview.matching.evidence import OF_WORDS, Evidence, shared, weigh
from quotereview.model import JudgedPair, Label
from quotereview.wording.spelling import sounds

Vector = npt.NDArray[np.float64]

FOLDS = 10
TURNS = 5  # how often the groups are dealt to the parts anew
ENOUGH = 0.38
"""F1 hardly changes from 0.35 to 0.5; what is missed costs an editor more than one more look."""

SMALL = 0.1  # how strongly weights are held near zero
ROUNDS = 60
DIGITS = 3  # decimals kept of a weight


@dataclass(frozen=True, slots=True)
class Lesson:
    """What speaks for one utterance in a pair, and what it is; the lessons of a ``group`` share quotes.

    ``telling`` is False for different quotes without a word in common, which teach nothing: nobody would look at them
    side by side.
    """

    evidence: Evidence
    label: Label
    group: int
    telling: bool

    @property
    def match(self) -> bool:
        """Whether the pair is to be taken for a match."""
        return self.label is not Label.DIFFERENT


def lessons(pairs: Sequence[JudgedPair]) -> list[Lesson]:
    """What can be learnt from judged pairs, one by one."""
    groups = connected(pairs)
    return [_lesson(pair, group) for pair, group in zip(pairs, groups, strict=True)]


def _lesson(pair: JudgedPair, group: int) -> Lesson:
    words = shared(sounds(pair.here.words), sounds(pair.there.words))
    telling = words.words > 0 or pair.label is not Label.DIFFERENT
    return Lesson(weigh(pair.here, pair.there, words), pair.label, group, telling)


def connected(pairs: Sequence[JudgedPair]) -> list[int]:
    """For each pair the number of its group: pairs that share a quote, or hang together by such, are in one."""
    home: dict[str, str] = {}

    def find(quote: str) -> str:
        while home.setdefault(quote, quote) != quote:
            quote = home[quote]
        return quote

    for pair in pairs:
        home[find(pair.here.quote)] = find(pair.there.quote)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(find(pair.here.quote), len(numbers)) for pair in pairs]


def train(taught: Sequence[Lesson]) -> Weights:
    """The weights that make what the lessons teach likeliest; NotPossible where they teach no match, or no other."""
    if len({lesson.match for lesson in taught}) < 2:
        raise NotPossible("Both matching and different pairs are needed to learn from; name a file that has them.")
    taught = [lesson for lesson in taught if lesson.telling]
    matches = [lesson for lesson in taught if lesson.match]
    names = sorted({name for lesson in taught for name in lesson.evidence})
    right = [lesson.match for lesson in taught]
    return Weights(
        match=_fit(taught, names, right),
        words=_fit(taught, OF_WORDS, right),
        again=_fit(matches, names, [lesson.label is Label.REPEAT for lesson in matches]),
        enough=ENOUGH,
    )


def held_out(taught: Sequence[Lesson], turn: int = 0) -> list[tuple[float, float]]:
    """How likely each pair is a match, and one said again, by weights from pairs that share no quote with it.

    ``turn`` deals the groups to the parts anew.
    """
    part = _parts(taught, turn)
    found = [(0.0, 0.0)] * len(taught)
    for number in sorted(set(part)):
        weights = train([lesson for lesson, of in zip(taught, part, strict=True) if of != number])
        for place, lesson in enumerate(taught):
            if part[place] == number:
                found[place] = chance(weights.match, lesson.evidence), chance(weights.again, lesson.evidence)
    return found


def f1(taught: Sequence[Lesson], turn: int = 0) -> float:
    """F1 of the matches, each pair judged by weights from pairs that share no quote with it."""
    said = [likely >= ENOUGH for likely, _ in held_out(taught, turn)]
    hits = sum(lesson.match and taken for lesson, taken in zip(taught, said, strict=True))
    return 2 * hits / max(1, sum(said) + sum(lesson.match for lesson in taught))


def write(weights: Weights, pairs: int, folder: Path) -> Path:
    """Write weights as they are shipped into a folder; Unwritable where that fails."""
    held = {"pairs": pairs, **asdict(weights)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps(held, indent=0) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unwritable(f"The weights cannot be written to {folder}: {error.strerror or error}.") from error
    return folder / FILE


def _parts(taught: Sequence[Lesson], turn: int) -> list[int]:
    """For each lesson one of the parts, all about as large, each group in one."""
    groups = [lesson.group for lesson in taught]
    sizes = np.bincount(groups)
    dealt = np.random.default_rng(turn).permutation(len(sizes))
    load = [0] * min(FOLDS, len(sizes))
    home: dict[int, int] = {}
    for group in sorted(map(int, dealt), key=lambda group: -int(sizes[group])):
        home[group] = load.index(min(load))
        load[home[group]] += int(sizes[group])
    return [home[group] for group in groups]


def _fit(taught: Sequence[Lesson], names: Sequence[str], right: Sequence[bool]) -> Mapping[str, float]:
    """The weight of each named piece of evidence: under these ``right`` is likeliest, each kept small.

    Logistic regression with a penalty on the squares of the weights, by Newton's method.
    """
    rows = np.array([[*_row(lesson.evidence, names), 1.0] for lesson in taught])
    wanted = np.array(right, dtype=np.float64)
    small = np.diag([*[SMALL] * len(names), 1e-6])
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        likely: Vector = 1 / (1 + np.exp(-(rows @ weights)))
        bend = rows.T @ (rows * (likely * (1 - likely))[:, None]) + small
        step = np.linalg.solve(bend, rows.T @ (likely - wanted) + small @ weights)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {name: round(float(weight), DIGITS) for name, weight in zip([*names, BASE], weights, strict=True)}


def _row(evidence: Evidence, names: Sequence[str]) -> Iterator[float]:
    return (evidence.get(name, 0.0) for name in names)
