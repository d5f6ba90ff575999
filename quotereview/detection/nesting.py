"""Passages of several origins brought together, so that they nest or stand apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotereview.detection.parts import Marked
from quotereview.model import Span


def with_added(text: str, found: Sequence[Marked], added: Iterable[Span]) -> tuple[Marked, ...]:
    """The passages ``found`` with those ``added`` by hand, in the order of their adding.

    One that an added one crosses gives way to it, and so does an added one to a later one. Spans that hold no word of
    ``text`` are left out.
    """
    spans: list[Span] = []
    for span in reversed(list(added)):
        if span.of(text).strip() and span not in spans and not any(_cross(span, later) for later in spans):
            spans.append(span)
    kept = [mark for mark in found if not any(_cross(mark.span, span) for span in spans)]
    known = {mark.span for mark in kept}
    return together(kept, [Marked(span, span) for span in spans if span not in known])


def together(some: Sequence[Marked], others: Sequence[Marked]) -> tuple[Marked, ...]:
    """All passages in order, each with the one that encloses it; none may cross another."""
    if not others:
        return tuple(some)
    both = sorted((*some, *others), key=lambda mark: (mark.span.start, -mark.span.end))
    return tuple(replace(mark, parent=parent) for mark, parent in zip(both, _parents(both), strict=True))


def _cross(a: Span, b: Span) -> bool:
    return a.overlap(b) > 0 and not a.holds(b) and not b.holds(a)


def _parents(ordered: Sequence[Marked]) -> Iterator[int | None]:
    stack: list[int] = []
    for index, mark in enumerate(ordered):
        while stack and ordered[stack[-1]].span.end < mark.span.end:
            stack.pop()
        yield stack[-1] if stack else None
        stack.append(index)
