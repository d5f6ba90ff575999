"""What the steps of detection hand to one another; none of it leaves the room."""

from dataclasses import dataclass

from quotereview.model import Kind, Pointer, Source, Span, Speaker, Zone


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between two quotation marks, before anybody knows whether they are a quote.

    ``span`` leaves the marks out, ``outer`` includes them. ``parent`` is the index of the enclosing marked passage in
    the article's list. ``open_end``: no closing mark, the passage runs to the end of its paragraph. ``continued``: it
    does so because the next paragraph opens with a mark again and goes on.
    """

    span: Span
    outer: Span
    parent: int | None = None
    open_end: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Attributed:
    """The passages of one quote with the mention and the cue they hang on, and the resolved speaker.

    ``parent`` is the index of the enclosing quote in the article's list.
    """

    passages: tuple[Marked, ...]
    kind: Kind
    zone: Zone
    partial: bool
    mention: Span | None
    cue: Span | None
    speaker: Speaker | None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """How a quote's words came to the outlet and to whom they were spoken.

    ``confidence``, between 0 and 1, is how sure the source is, or that there is none; None where that was not asked.
    """

    source: Source | None = None
    hands: int = 0
    addressee: str | None = None
    confidence: float | None = None
    reason: str = ""
    pointers: tuple[Pointer, ...] = ()
