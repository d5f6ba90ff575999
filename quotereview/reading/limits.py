"""How large a text may be."""

from quotereview.errors import Unreadable

LARGEST = 2_000_000


def too_large(name: str) -> Unreadable:
    """The refusal of a text of more than ``LARGEST`` bytes."""
    return Unreadable(f"“{name}” is larger than 2 MB, too large for one article; split it and try again.")
