"""Passages of several origins brought together, so that they nest or stand apart."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from quotereview.detection.parts import Marked
from quotereview.model import Span


def with_added(
    text: str, found: Sequence[Marked], added: Iterable[Span], replaced: Collection[Span] = ()
) -> tuple[Marked, ...]:
    """The passages ``found`` with those ``added`` by hand, newest last, in place of those ``replaced``.

    One that an added one crosses gives way to it, and so does an added one to a later one. Spans that hold no word of
    ``text`` are left out.
    """
    spans: list[Span] = []
    for span in reversed(list(added)):
        if span.of(text).strip() and span not in spans and not any(_cross(span, later) for later in spans):
            spans.append(span)
    free = [mark for mark in found if mark.span in spans or mark.span not in replaced]
    kept = [mark for mark in free if not any(_cross(mark.span, span) for span in spans)]
    known = {mark.span for mark in kept}
    return _nested([*kept, *(Marked(span, _outer(span, found)) for span in spans if span not in known)])


def together(some: Sequence[Marked], others: Sequence[Marked]) -> tuple[Marked, ...]:
    """All passages in order, each with the one that encloses it; none may cross another."""
    return _nested((*some, *others)) if others else tuple(some)


def _nested(passages: Iterable[Marked]) -> tuple[Marked, ...]:
    ordered = sorted(passages, key=lambda mark: (mark.span.start, -mark.span.end))
    return tuple(replace(mark, parent=parent) for mark, parent in zip(ordered, _parents(ordered), strict=True))


def _outer(span: Span, found: Sequence[Marked]) -> Span:
    """A passage with the quotation marks of those found that begin or end with it."""
    start = next((mark.outer.start for mark in found if mark.span.start == span.start), span.start)
    return Span(start, next((mark.outer.end for mark in found if mark.span.end == span.end), span.end))


def _cross(a: Span, b: Span) -> bool:
    return a.overlap(b) > 0 and not a.holds(b) and not b.holds(a)


def _parents(ordered: Sequence[Marked]) -> Iterator[int | None]:
    stack: list[int] = []
    for index, mark in enumerate(ordered):
        while stack and ordered[stack[-1]].span.end < mark.span.end:
            stack.pop()
        yield stack[-1] if stack else None
        stack.append(index)
