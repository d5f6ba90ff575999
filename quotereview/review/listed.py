"""The order in which articles are listed, and in which one goes through them."""

from collections.abc import Iterable
from datetime import date

from quotereview.folding import bare
from quotereview.model import ArticleSummary

Place = tuple[bool, str, str, bool, date, str]


def listed(summaries: Iterable[ArticleSummary]) -> list[ArticleSummary]:
    """The articles that are there, outlet by outlet, the oldest first; those of unknown outlet or date at the end."""
    return sorted((one for one in summaries if not one.removed), key=place)


def place(one: ArticleSummary) -> Place:
    """What articles are ordered by; those of outlets that differ in accents alone stay apart."""
    outlet = one.outlet or ""
    return not outlet, bare(outlet), outlet, one.published is None, one.published or date.min, one.title.casefold()
