"""Figures on resolved names: are kind, full name and source right, and is the confidence?

A passage is answered by the proposed passage that is most like it, if both share half of what they cover together;
those in links to other stories are neither asked for nor counted. A name is right *in full* if its words are those of
the gold's, titles left out, and *known* if they are those of any name that the article uses; see `names`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotereview.evaluation import names, passages, sorts
from quotereview.evaluation.figures import Balance, Figure, Gap, Outcome, Outcomes, Share, SureShare, counts, share
from quotereview.evaluation.gold import Resolved, ResolvedNames
from quotereview.evaluation.names import Answer
from quotereview.evaluation.passages import Found
from quotereview.evaluation.report import Report, Table, bands, grouped, table
from quotereview.model import Detection, Kind, Source, SpeakerType, Zone

OFFERED, FIRST = 9, 3  # names an editor can pick with one key, and those that are seen at a glance
CONFIRM, PICK, TYPE, RECLASSIFY = 1, 2, 8, 1  # keys pressed; typing is six letters, a choice and Enter


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage of the gold, in an article by its number, with what was found for it."""

    article: int
    text: str
    gold: Resolved
    found: Found | None

    @property
    def said(self) -> bool:
        """Whether the gold takes it for speech."""
        return self.gold.kind is Kind.SPEECH

    @property
    def taken_for_speech(self) -> bool:
        """Whether it is proposed as speech."""
        return self.found is not None and self.found.speech

    @property
    def name(self) -> str | None:
        """The proposed speaker."""
        return self.found.quote.speaker.name if self.found and self.found.quote.speaker else None

    @property
    def answer(self) -> Answer:
        """How right the proposed speaker is; a passage not taken for speech has none."""
        return self._answer(self.name) if self.taken_for_speech else Answer(full=False, known=False)

    @property
    def source(self) -> Source | None:
        """The proposed source."""
        return self.found.quote.source if self.found else None

    @property
    def source_right(self) -> bool:
        """Whether the proposed source is the given one."""
        return self.source is not None and names.carries(self.source.name, self.gold)

    @property
    def source_wanted(self) -> bool:
        """Whether a source is asked for; where none is as good an answer, only if one is proposed."""
        return bool(self.gold.source) and (self.source is not None or None not in self.gold.carriers)

    @property
    def keys(self) -> int:
        """How many keys an editor has to press to set it right."""
        if self.found is None:
            return TYPE if self.said else 0
        if not self.said:
            return RECLASSIFY if self.taken_for_speech else 0
        if self.answer.full:
            return CONFIRM
        extra = 0 if self.taken_for_speech else RECLASSIFY
        return extra + (PICK if self.offers(OFFERED) else TYPE)

    def offers(self, first: int) -> bool:
        """Whether the right name is among the first candidates."""
        candidates = self.found.quote.candidates[:first] if self.found else ()
        return any(self._answer(candidate.speaker.name).full for candidate in candidates)

    def _answer(self, name: str | None) -> Answer:
        return names.answer(self.gold, name, self.text)


def report(gold: ResolvedNames, detections: Mapping[str, Detection]) -> Report:
    """All figures on a gold, with the detections of its articles by their names."""
    numbers = {name: number for number, name in enumerate(gold.texts)}
    judged = [one for name in gold.texts for one in _judged(numbers[name], name, gold, detections[name])]
    outcomes = Outcomes(
        Outcome(one.article, one.found.quote.confidence, one.said and one.answer.full)
        for one in judged
        if one.found and one.taken_for_speech
    )
    size = len(numbers)
    some = next(iter(detections.values()))
    tables = [table("Kinds and names", _figures(judged, outcomes, size), size)]
    if gold.sourced:
        tables.append(table("Sources", _sources([one for one in judged if one.said], size), size))
    return Report(
        gold.title,
        f"Articles: {size}; passages with kind and speaker by name: {len(judged):,}",
        some.detector,
        some.language_model,
        tuple(one for one in (*tables, *_groups(judged, size)) if one.rows),
        bands(outcomes),
    )


def _judged(number: int, name: str, gold: ResolvedNames, detection: Detection) -> Iterator[Judged]:
    text = gold.texts[name]
    found, taken = passages.found(text, detection), set[int]()
    for passage in gold.passages:
        if passage.article == name and passage.zone is not Zone.TEASER:
            yield Judged(number, text, passage, passages.take(passages.trimmed(text, passage.span), found, taken))


def _figures(judged: Sequence[Judged], outcomes: Outcomes, size: int) -> Iterator[tuple[str, Figure]]:
    said, unsaid = [one for one in judged if one.said], [one for one in judged if not one.said]
    yield "speech found", share(size, said, lambda one: one.taken_for_speech)
    yield "false speech, of what nobody said", share(size, unsaid, lambda one: one.taken_for_speech)
    yield "name right in full", share(size, said, _is_right)
    yield "name right, known by any name", share(size, said, lambda one: one.answer.known)
    yield "right name among the first three", share(size, said, _is_offered)
    yield "wrong name", share(size, said, _is_wrong)
    yield "could be confirmed unseen at 98 % right", SureShare(outcomes)
    yield "calibration error", Gap(outcomes)
    yield "keys for a passage", share(size, judged, lambda one: one.keys)


def _sources(said: Sequence[Judged], size: int) -> Iterator[tuple[str, Figure]]:
    wanted, proposed = [one for one in said if one.source_wanted], [one for one in said if one.source]
    right = [one for one in wanted if one.source_right]
    kinds = right if any(one.gold.source_kind for one in said) else []
    carried = [one for one in wanted if one.gold.carried]
    hits = counts(size, right)
    yield "source: precision", Share(hits, counts(size, proposed))
    yield "source: recall", Share(hits, counts(size, wanted))
    yield "source: F1", Balance(hits, counts(size, proposed), counts(size, wanted))
    yield "kind of source right, of sources right", share(size, kinds, _is_kind_right)
    yield "carried sources right", share(size, carried, lambda one: one.source_right)


def _groups(judged: Sequence[Judged], size: int) -> Iterator[Table]:
    """Names right in full, for passages of each sort."""
    said = [one for one in judged if one.said]
    for heading, kinds, sort in _SORTS:
        groups = grouped(said, kinds, sort)
        yield table(
            f"Name right in full, {heading}", ((name, share(size, some, _is_right)) for name, some in groups), size
        )


def _is_right(judged: Judged) -> bool:
    return judged.answer.full


def _is_wrong(judged: Judged) -> bool:
    return judged.taken_for_speech and judged.name is not None and not judged.answer.known


def _is_kind_right(judged: Judged) -> bool:
    return judged.source is not None and judged.source.kind == judged.gold.source_kind


def _is_offered(judged: Judged) -> bool:
    return judged.taken_for_speech and (judged.answer.full or judged.offers(FIRST))


def _mention_sort(judged: Judged) -> sorts.MentionSort | None:
    return sorts.mention_sort(judged.text, judged.gold.mention) if judged.gold.mention else None


_SORTS: tuple[tuple[str, type[StrEnum], Callable[[Judged], StrEnum | None]], ...] = (
    ("by speaker", SpeakerType, lambda one: one.gold.speaker_type),
    ("by length", sorts.Length, lambda one: sorts.length(one.text, one.gold.span)),
    ("by mention", sorts.MentionSort, _mention_sort),
)
