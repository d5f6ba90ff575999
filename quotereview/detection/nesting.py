"""Passages of several origins brought together, so that they nest or stand apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotereview.detection.parts import Marked
from quotereview.model import Span


def with_added(found: Sequence[Marked], added: Iterable[Span]) -> tuple[Marked, ...]:
    """The passages ``found`` with those added by hand; one that an added one crosses gives way to it."""
    known = {mark.span for mark in found}
    spans = [span for span in dict.fromkeys(added) if len(span) and span not in known]
    kept = [mark for mark in found if not any(_cross(mark.span, span) for span in spans)]
    return together(kept, [Marked(span, span) for span in spans])


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
