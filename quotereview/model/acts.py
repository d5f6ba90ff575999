"""What an editor did in one step, as others hear of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act as somebody else hears of it: what kind of thing it changed, its label, who did it, and to what.

    ``place`` is its place in the order in which a file took its acts in. ``quotes`` and ``articles`` are the ids of
    those that it brought or ruled on, the articles of the quotes among them; ``names`` are those of people.
    """

    place: int
    id: str
    kind: str
    label: str
    editor: str
    quotes: tuple[str, ...]
    articles: tuple[str, ...]
    names: tuple[str, ...]
