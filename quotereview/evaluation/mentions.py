"""Figures on attributed articles: is a quote found, and is the mention of its speaker the right one?

Asked for is every stretch between double marks half of which or more is the content of an attribution. It is *found*
by the proposed speech that is most like it, if both share half of what they cover together; each proposal answers
once, and proposals within proposals are left out, because such corpora have none. A speaker is *right* if half of the
proposed mention or more lies in the one given, a cue if it shares anything with the one given.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotereview.evaluation import passages, sorts
from quotereview.evaluation.figures import Balance, Figure, Gap, Outcome, Outcomes, Share, counts, share
from quotereview.evaluation.gold import Attributed
from quotereview.evaluation.passages import Found
from quotereview.evaluation.report import Report, Table, bands, grouped, table
from quotereview.model import AttributedArticle, Attribution, Detection, Span


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposed passage of speech, in an article by its number."""

    article: int
    passage: Found


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage that the gold attributes, in an article by its number, with what was found for it."""

    article: int
    text: str
    span: Span
    gold: Attribution
    found: Found | None

    @property
    def mention(self) -> Span | None:
        """The proposed speaker's mention."""
        speaker = self.found.quote.speaker if self.found else None
        return speaker.mention if speaker else None

    @property
    def right(self) -> bool:
        """Whether that mention is the given one."""
        return self.mention is not None and passages.half_in(self.mention, self.gold.speaker)

    @property
    def cue_right(self) -> bool:
        """Whether the proposed cue is the given one."""
        cue = self.found.quote.cue if self.found else None
        return cue is not None and passages.covered(cue, self.gold.cue) > 0


def report(gold: Attributed, detections: Sequence[Detection]) -> Report:
    """All figures on a gold, with one detection for each of its articles."""
    proposed: list[Proposed] = []
    asked: list[Asked] = []
    for number, (article, detection) in enumerate(zip(gold.articles, detections, strict=True)):
        speech = _speech(article.text, detection)
        proposed += [Proposed(number, passage) for passage in speech]
        asked += _asked(number, article, speech)
    outcomes = Outcomes(
        Outcome(one.article, one.found.quote.confidence, one.right) for one in _named(asked) if one.found
    )
    size = len(gold.articles)
    figures = table("Quotes and speakers", _figures(proposed, asked, outcomes, size), size)
    return Report(
        gold.title,
        f"Articles: {size}; passages with an attribution: {len(asked):,}",
        detections[0].detector,
        detections[0].language_model,
        tuple(one for one in (figures, *_groups(asked, size)) if one.rows),
        bands(outcomes),
    )


def _figures(
    proposed: Sequence[Proposed], asked: Sequence[Asked], outcomes: Outcomes, size: int
) -> Iterator[tuple[str, Figure]]:
    found = [one for one in asked if one.found]
    named = _named(asked)
    hits, said, wanted = counts(size, found), counts(size, proposed), counts(size, asked)
    yield "quotes found: precision", Share(hits, said)
    yield "quotes found: recall", Share(hits, wanted)
    yield "quotes found: F1", Balance(hits, said, wanted)
    yield "speaker right", share(size, named, lambda one: one.right)
    yield "speaker right, of quotes found", share(size, [one for one in named if one.found], lambda one: one.right)
    yield (
        "speaker wrong, of those proposed",
        share(size, [one for one in named if one.mention], lambda one: not one.right),
    )
    yield "cue right", share(size, _cued(asked), _is_cue_right)
    yield "calibration error", Gap(outcomes)


def _groups(asked: Sequence[Asked], size: int) -> Iterator[Table]:
    """The figures for passages of each sort."""
    named = _named(asked)
    lengths = grouped(asked, sorts.Length, lambda one: sorts.length(one.text, one.span))
    yield table("Found, by length", ((name, share(size, some, _is_found)) for name, some in lengths), size)
    for heading, kinds, sort in _SORTS:
        groups = grouped(named, kinds, sort)
        yield table(f"Speaker right, {heading}", ((name, share(size, some, _is_right)) for name, some in groups), size)
    cues = grouped(_cued(asked), sorts.CueWord, lambda one: sorts.cue_word(one.text, one.gold.cue))
    yield table("Cue right, by cue", ((name, share(size, some, _is_cue_right)) for name, some in cues), size)


def _speech(text: str, detection: Detection) -> list[Found]:
    """The outermost passages that are proposed as speech."""
    speech = [passage for passage in passages.found(text, detection) if passage.speech]
    return [one for one in speech if not any(other.span != one.span and other.span.holds(one.span) for other in speech)]


def _asked(number: int, article: AttributedArticle, speech: Sequence[Found]) -> Iterator[Asked]:
    taken: set[int] = set()
    for span in passages.between_marks(article.text):
        gold = max(article.attributions, key=lambda one: passages.covered(span, one.content), default=None)
        if gold is not None and passages.half_in(span, gold.content):
            found = passages.take(passages.trimmed(article.text, span), speech, taken)
            yield Asked(number, article.text, span, gold, found)


def _named(asked: Sequence[Asked]) -> list[Asked]:
    return [one for one in asked if one.gold.speaker]


def _cued(asked: Sequence[Asked]) -> list[Asked]:
    return [one for one in asked if one.gold.cue]


def _is_cue_right(asked: Asked) -> bool:
    return asked.cue_right


def _is_found(asked: Asked) -> bool:
    return asked.found is not None


def _is_right(asked: Asked) -> bool:
    return asked.right


_SORTS: tuple[tuple[str, type[StrEnum], Callable[[Asked], StrEnum]], ...] = (
    ("by cue", sorts.CueWord, lambda one: sorts.cue_word(one.text, one.gold.cue)),
    ("by length", sorts.Length, lambda one: sorts.length(one.text, one.span)),
    ("by mention", sorts.MentionSort, lambda one: sorts.mention_sort(one.text, one.gold.speaker[0])),
    ("by place of the mention", sorts.Place, lambda one: sorts.place(one.text, one.span, one.gold.speaker[0])),
)
