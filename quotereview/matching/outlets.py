"""When two articles count as printed by different outlets."""

from collections.abc import Iterable

from quotereview.model import Wording
from quotereview.wording.words import folded


def other_outlet(here: Wording, there: Wording) -> bool:
    """Whether two articles are known to be of different outlets; one of an unknown outlet never is."""
    return differ(here.outlet, there.outlet)


def differ(here: str | None, there: str | None) -> bool:
    """Whether two outlets are known and not the same."""
    if here is None or there is None:
        return False
    return plain(here) != plain(there)


def outlets(wordings: Iterable[Wording]) -> tuple[str, ...]:
    """The different outlets that are known to print these quotes."""
    found = {plain(wording.outlet): wording.outlet for wording in wordings if wording.outlet is not None}
    return tuple(found.values())


def plain(outlet: str) -> tuple[str, ...]:
    """The words of an outlet's name by which it is compared."""
    words = folded(outlet)
    return words[1:] if words[:1] == ("the",) else words
