"""Figures on judged pairs: are those of one utterance told from the others, and how their words relate?

The pairs are drawn anew in groups that share no quote, since what is easy about a quote is so in all its pairs.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quotereview import matching, meaning
from quotereview.evaluation import passages
from quotereview.evaluation.figures import Balance, Figure, Outcome, Outcomes, Share, counts, share
from quotereview.evaluation.pairs import Credits, JudgedPairs
from quotereview.evaluation.report import Report, Table, bands, table
from quotereview.matching import training
from quotereview.model import Detection, JudgedPair, Label, Match, Relation, Wording

DETECTOR = "shipped weights of matching"


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what it was taken for; ``article`` is the number of its group."""

    article: int
    pair: JudgedPair
    match: Match
    credits: Credits | None
    suggested: bool

    @property
    def wanted(self) -> bool:
        """Whether it is a match."""
        return self.pair.label is not Label.DIFFERENT

    @property
    def hit(self) -> bool:
        """Whether it is a match and taken for one."""
        return self.wanted and self.match.holds

    @property
    def related(self) -> bool:
        """Whether the relation of the words is told right."""
        return self.match.relation is self.pair.relation

    def disputed(self, field: str) -> bool:
        """Whether the articles are said to disagree in a field."""
        return any(conflict.field == field for conflict in self.match.conflicts)


def report(gold: JudgedPairs, detect: Callable[[str], Detection]) -> Report:
    """All figures on a gold; speakers and sources that it does not give are those that ``detect`` finds."""
    pairs, first = named(gold, detect)
    groups = training.connected(pairs)
    judged = list(_judged(gold, pairs, groups))
    size = max(groups) + 1
    matches = sum(one.wanted for one in judged)
    return Report(
        gold.title,
        f"Pairs: {len(pairs):,}, of them matches: {matches:,}; groups that share no quote: {size:,}",
        f"{first.detector}, {DETECTOR}" if first else DETECTOR,
        first.language_model if first else "none",
        tuple(one for one in _tables(judged, size) if one.rows),
        bands(Outcomes(Outcome(one.article, one.match.score, one.wanted) for one in judged if one.match.holds)),
        drawn="groups of pairs",
        counted="pairs",
    )


def _judged(gold: JudgedPairs, pairs: Sequence[JudgedPair], groups: Sequence[int]) -> Iterator[Judged]:
    """The pairs with what they are taken for; those in other words are looked for where the gold has such."""
    suggests = bool(meaning.embedding()) and any(pair.relation is Relation.TRANSLATION for pair in pairs)
    for place, (group, pair) in enumerate(zip(groups, pairs, strict=True)):
        match = matching.compare(pair.here, pair.there)
        suggested = suggests and not match.holds and _is_suggested(pair)
        yield Judged(group, pair, match, gold.credits.get(place), suggested)


def _is_suggested(pair: JudgedPair) -> bool:
    nearness = meaning.near(pair.here.words, pair.there.words)
    return bool(matching.suggest(pair.here, [(pair.there, nearness)]))


def named(gold: JudgedPairs, detect: Callable[[str], Detection]) -> tuple[list[JudgedPair], Detection | None]:
    """The pairs with the speakers and sources that are found in their articles, and one of the detections."""
    articles = sorted({place.article for place in gold.places.values()})
    found = {article: detect(gold.texts[article]) for article in articles}
    pairs = [
        replace(pair, here=_named(pair.here, gold, found), there=_named(pair.there, gold, found)) for pair in gold.pairs
    ]
    return pairs, next(iter(found.values()), None)


def _named(wording: Wording, gold: JudgedPairs, found: dict[str, Detection]) -> Wording:
    place = gold.places.get(wording.quote)
    if place is None:
        return wording
    proposed = passages.found(gold.texts[place.article], found[place.article])
    taken = passages.take(passages.trimmed(gold.texts[place.article], place.span), proposed, set())
    if taken is None:
        return wording
    speaker, source = taken.quote.speaker, taken.quote.source
    return replace(wording, speaker=speaker.name if speaker else None, source=source.name if source else None)


def _tables(judged: Sequence[Judged], size: int) -> Iterator[Table]:
    yield table("Matches", _matches(judged, size), size)
    if not any(one.credits for one in judged):
        yield table(
            f"Matches, by weights from the pairs of other groups ({training.TURNS} turns)",
            _held_out(judged, size),
            size,
        )
    for heading, items, right in (
        ("Found, by relation", [one for one in judged if one.wanted], _is_found),
        ("Relation right, by relation", [one for one in judged if one.hit], _is_related),
    ):
        by = ((relation, [one for one in items if one.pair.relation is relation]) for relation in Relation)
        yield table(heading, ((relation.value, share(size, some, right)) for relation, some in by), size)
    yield table("Versions in other words, with the extra `semantic`", _in_other_words(judged, size), size)
    yield table("Disagreements of matches", _disagreements(judged, size), size)


def _matches(judged: Sequence[Judged], size: int) -> Iterator[tuple[str, Figure]]:
    hits = [one for one in judged if one.hit]
    said, wanted = [one for one in judged if one.match.holds], [one for one in judged if one.wanted]
    yield from _precision(size, hits, said, wanted)
    yield "relation right, of those found", share(size, hits, _is_related)
    yield "said again or not, of those found", share(size, hits, lambda one: one.match.label is one.pair.label)


def _precision(
    size: int, hits: Sequence[Judged], said: Sequence[Judged], wanted: Sequence[Judged], prefix: str = ""
) -> Iterator[tuple[str, Figure]]:
    right, proposed, asked = (counts(size, some) for some in (hits, said, wanted))
    yield f"{prefix}precision", Share(right, proposed)
    yield f"{prefix}recall", Share(right, asked)
    yield f"{prefix}F1", Balance(right, proposed, asked)


def _held_out(judged: Sequence[Judged], size: int) -> Iterator[tuple[str, Figure]]:
    """The figures that the same pairs give by cross-validation, the mean of several ways to part the groups."""
    taught = training.lessons([one.pair for one in judged])
    turns = [training.held_out(taught, turn) for turn in range(training.TURNS)]
    said = [one for turn in turns for one, (likely, _) in zip(judged, turn, strict=True) if likely >= training.ENOUGH]
    wanted = [one for one in judged if one.wanted] * training.TURNS
    yield from _precision(size, [one for one in said if one.wanted], said, wanted)


def _in_other_words(judged: Sequence[Judged], size: int) -> Iterator[tuple[str, Figure]]:
    """How many of the translations an editor is shown, and how many of the suggestions are of one utterance."""
    suggested = [one for one in judged if one.suggested]
    if not suggested:
        return
    translations = [one for one in judged if one.pair.relation is Relation.TRANSLATION]
    missed = [one for one in translations if not one.hit]
    yield (
        "matched by the words that stayed, or suggested",
        share(size, translations, lambda one: one.hit or one.suggested),
    )
    yield "suggested, of those that words do not match", share(size, missed, lambda one: one.suggested)
    yield "suggestions that are right", share(size, suggested, lambda one: one.wanted)


def _disagreements(judged: Sequence[Judged], size: int) -> Iterator[tuple[str, Figure]]:
    known = [one for one in judged if one.credits]
    for field in ("speaker", "source"):
        said = [one for one in known if one.disputed(field)]
        wanted = [one for one in known if one.credits and not getattr(one.credits, field)]
        yield from _precision(size, [one for one in said if one in wanted], said, wanted, f"{field}: ")


def _is_found(judged: Judged) -> bool:
    return judged.hit


def _is_related(judged: Judged) -> bool:
    return judged.related
