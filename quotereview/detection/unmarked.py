"""Words that are quoted without marks: turns of a transcript, dialogue behind dashes, blocks behind a colon."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotereview import lexicon
from quotereview.detection import paragraphs, transcripts
from quotereview.detection.parts import Marked
from quotereview.model import Span

ANNOUNCEMENT = 160  # characters before a colon in which a word of speech announces a block
QUOTED = 0.5  # share of a stretch between marks from which it needs no second quote around it

_DASH = re.compile(r"[—–―]\s*(?=[A-ZÀ-Þ¿¡“«\"])")
_VERBS = "said|says|asked|asks|replied|replies|answered|answers|added|adds|cried|shouted|whispered|insisted|told"
_NAMED = r"(?:[Tt]he |an? )?[\w’'-]+(?: [A-Z][\w’'-]*){0,3}"
_NAMED_FIRST = r"(?:[A-Z][\w’'-]*|he|she|they|I)(?: [A-Z][\w’'-]*){0,3}"
_CLAUSE = re.compile(rf"(?P<stop>[,?!…])\s+(?:(?:{_VERBS}) {_NAMED}|{_NAMED_FIRST} (?:{_VERBS}))\b[^.!?]*(?:[.!?]|$)")
_PREFIX = re.compile(r">[ \t>]*")
_BULLET = re.compile(r"[-•*·▪◦—–]\s|\d{1,2}[.)]\s")
_INDENTED = re.compile(r"(?:\t| {2,})$")
_WORDS = re.compile(r"[^\W\d_]+")
_SAID = re.compile(
    r"\b(?:said|says|wrote|writes|tweet(?:ed|s)|posted|posts|added|adds|stated|replied|read|reads|continued)\s*:$"
)
_FORMS = frozenset(["statement", "letter", "email", "post", "message", "tweet", "words", "note", "speech", "reply"])


def find(text: str, found: Sequence[Marked]) -> list[Marked]:
    """The passages without marks in ``text``, in order; none crosses any of the passages ``found`` between marks."""
    spans = paragraphs.split(text)
    marks = _Marks(found)
    runs = [*transcripts.find(text, spans), *_dialogue(text, spans), *_blocks(text, spans, marks)]
    free: list[Marked] = []
    for run in sorted(runs):
        if all(marks.leave(span) and (not free or free[-1].span.end <= span.start) for span in run):
            free += [Marked(span, span, continued=span != run[-1]) for span in run]
    return free


class _Marks:
    """The outermost passages between marks, as stretches without marks must respect them."""

    def __init__(self, found: Sequence[Marked]) -> None:
        self._outer = [mark.outer for mark in found if mark.parent is None]

    def within(self, span: Span) -> list[Span]:
        """The passages that touch ``span``."""
        first = bisect_left(self._outer, span.start, key=lambda outer: outer.end)
        last = bisect_left(self._outer, span.end, key=lambda outer: outer.start)
        return self._outer[first:last]

    def leave(self, span: Span) -> bool:
        """Whether ``span`` holds words that are not mostly between marks anyway, and crosses none of the marks."""
        touched = self.within(span)
        return bool(len(span)) and all(map(span.holds, touched)) and sum(map(len, touched)) < QUOTED * len(span)


def _dialogue(text: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Paragraphs behind a dash with a clause that says who speaks, and those between two of them."""
    opened = {i: match.end() for i, span in enumerate(spans) if (match := _DASH.match(text, span.start, span.end))}
    told = {i for i, start in opened.items() if _CLAUSE.search(text, start, spans[i].end)}
    for i, start in opened.items():
        if i in told:
            yield list(_around_clause(text, start, spans[i].end))
        elif i - 1 in told or i + 1 in told:
            yield [Span(start, spans[i].end)]


def _around_clause(text: str, start: int, end: int) -> Iterator[Span]:
    """The spoken words before and after the reporter's clause."""
    clause = _CLAUSE.search(text, start, end)
    assert clause is not None
    yield Span(start, clause.end("stop"))
    rest = Span(clause.end(), end).stripped(text)
    if rest:
        yield rest


def _blocks(text: str, spans: Sequence[Span], marks: _Marks) -> Iterator[list[Span]]:
    """Indented paragraphs after one that announces words with a colon, or one plain paragraph after "said:"."""
    for i, span in enumerate(spans[:-1]):
        if text[span.end - 1] != ":":
            continue
        block = list(_set_off(text, spans, i))
        if block and _announces(text, span):
            yield block
        elif not block and _SAID.search(text, span.start, span.end) and _is_plain(text, spans[i + 1], marks):
            yield [spans[i + 1]]


def _set_off(text: str, spans: Sequence[Span], announcing: int) -> Iterator[Span]:
    """The paragraphs that stand deeper than the one before them."""
    for span in spans[announcing + 1 :]:
        prefix = _PREFIX.match(text, span.start, span.end)
        start = prefix.end() if prefix else span.start
        deeper = prefix or (_indented(text, span) and not _indented(text, spans[announcing]))
        if not deeper or _BULLET.match(text, start, span.end):
            return
        if start < span.end:
            yield Span(start, span.end)


def _indented(text: str, span: Span) -> bool:
    line = re.split(r"[\n\r]", text[max(0, span.start - 20) : span.start])[-1]
    return bool(_INDENTED.search(line))


def _announces(text: str, span: Span) -> bool:
    """Whether what stands before the colon tells of speech."""
    words = _WORDS.findall(text[max(span.start, span.end - ANNOUNCEMENT) : span.end].lower())
    verbs = lexicon.words("reporting_verbs", "saying") | {"said", "wrote", "told", "read"} | _FORMS
    endings = ("", "s", "d", "ed")
    return any(word.removesuffix(ending) in verbs for word in words for ending in endings)


def _is_plain(text: str, span: Span, marks: _Marks) -> bool:
    """Whether a paragraph holds a whole sentence, no marks, no label, no list and no tag."""
    words = span.of(text)
    odd = _BULLET.match(words) or words[0] in "<[{(" or words.endswith(":") or "<" in words
    return not odd and words[0].isupper() and len(words.split()) > 2 and not marks.within(span)
