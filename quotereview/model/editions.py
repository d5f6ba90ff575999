"""Two articles that are editions of one, and what was ruled of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A ruling on an older edition (a decision's id), and the quote of the newer one to which it was taken over.

    Without a quote, an editor looked at it and left it.
    """

    ruled: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A ruling on an older edition (a decision's id) that waits for an editor, and what speaks against it."""

    ruled: str
    why: str


@dataclass(frozen=True, slots=True)
class EditionRuling:
    """What an editor ruled of two articles; complete, so that any earlier ruling can be put back.

    ``same``: one is a newer edition of the other, or they are two; None where nobody has said. ``taken`` and ``aside``
    say what became of each ruling on the older one.
    """

    same: bool | None
    taken: tuple[TakenOver, ...] = ()
    aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionDecision:
    """A ruling on two articles (ids) that was kept, the newer one and the older; ``follows`` the one before it."""

    id: str
    article: str
    older: str
    ruling: EditionRuling
    editor: str
    decided_at: str
    follows: str | None
