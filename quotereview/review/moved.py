"""Where what one edition of an article names stands in another."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from quotereview.model import Source, Span, Speaker

Moved = Callable[[Span | None], Span | None]
"""Where a stretch of the older text stands in the newer one, None where it was changed."""

Named = TypeVar("Named", Speaker, Source)


def named(found: Named, moved: Moved) -> Named:
    """The same speaker or source, named where the newer text does so; nowhere where those words were changed."""
    return replace(found, mention=moved(found.mention))
