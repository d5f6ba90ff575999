"""Turns of a transcript: words behind a label (Q:, FARO:, Ines Faro, chair:) that need no quotation marks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotereview.detection import labels
from quotereview.model import Span

FARTHEST = 3  # paragraphs from one labelled turn to the next
LABELLED = 0.6  # share of paragraphs with a label from which those without are taken to go on with a turn

_CAPITALS = r"(?:Q|A|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})"
_NAME = r"[A-Z][\w.’'-]*(?:[ \u00a0](?:[A-Z][\w.’'-]*|de|von|van|al|bin)){0,4}"
_ASIDE = rf"(?:{labels.REMARK}|{labels.ROLE})?"
_LABEL = re.compile(rf"(?:\*\*)?(?P<who>{_CAPITALS}|{_NAME}){_ASIDE}(?:\*\*)?\s?:(?:\*\*)?\s+")
_LABEL_INSIDE = re.compile(rf"(?<=[.?!…] )(?P<who>{_CAPITALS})(?:{labels.REMARK})?:\s+")
_STAGE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ASKS = frozenset({"Q", "A"})
_SAYS = re.compile(r"[^\W\d_]{2}|\bI\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of one labelled turn, the number of its paragraph among all, and its label."""

    words: Span
    paragraph: int
    label: str


def find(text: str, paragraphs: Sequence[Span]) -> list[list[Span]]:
    """The words of each turn of the transcripts in ``text``, one stretch for each of its paragraphs."""
    runs = (_past_headline(run) for run in _runs(text, paragraphs))
    return [words for run in runs if _is_believed(run) for words in _spoken(text, run, paragraphs)]


def _runs(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Turn]]:
    """Turns that follow one another."""
    run: list[Turn] = []
    for turn in _turns(text, paragraphs):
        if run and turn.paragraph - run[-1].paragraph > FARTHEST:
            yield run
            run = []
        run.append(turn)
    yield run


def _turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Turn]:
    for number, paragraph in enumerate(paragraphs):
        first = _LABEL.match(text, paragraph.start, paragraph.end)
        if first is None or labels.is_heading(first["who"]):
            continue
        found = [first, *_LABEL_INSIDE.finditer(text, first.end(), paragraph.end)]
        ends = [*(label.start() for label in found[1:]), paragraph.end]
        for label, end in zip(found, ends, strict=True):
            words = text[label.end() : end].rstrip()
            if _SAYS.search(words):
                yield Turn(Span(label.end(), label.end() + len(words)), number, label["who"])


def _past_headline(run: list[Turn]) -> list[Turn]:
    """The turns without the article's first line, if what stands before its colon labels no other."""
    opens = bool(run) and run[0].paragraph == 0 and not run[0].label.isupper()
    return run[1:] if opens and run[0].label not in {turn.label for turn in run[1:]} else run


def _is_believed(run: Sequence[Turn]) -> bool:
    """Whether labelled paragraphs are an exchange and no list: somebody speaks again, or answers a question."""
    times = Counter(turn.label for turn in run)
    if _ASKS & times.keys():
        return len(run) > 1
    return len(times) > 1 and times.most_common(1)[0][1] > 1


def _spoken(text: str, run: Sequence[Turn], paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    """The words of each turn, those of the paragraphs after it included where hardly any goes without a label.

    What is told in brackets (Laughter) is nobody's words.
    """
    numbers = {turn.paragraph for turn in run}
    dense = len(numbers) >= LABELLED * (run[-1].paragraph - run[0].paragraph + 1)
    for turn, following in zip(run, [*run[1:], None], strict=True):
        until = following.paragraph if dense and following is not None else turn.paragraph + 1
        further = paragraphs[turn.paragraph + 1 : until]
        yield [turn.words, *(one for one in further if not _STAGE.fullmatch(text, one.start, one.end))]
