"""How an article and a time are named in a line; for every place that shows articles."""

from datetime import date, datetime

from quotereview.counting import counted
from quotereview.direction import runs_from_right
from quotereview.model import ArticleSummary

NO_OUTLET = "Outlet unknown"
MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def day(published: date | None) -> str:
    """A date as a line shows it, "3 Nov 2026", or nothing."""
    return f"{published.day} {MONTHS[published.month - 1]} {published.year}" if published else ""


def moment(at: datetime, now: datetime) -> str:
    """A time by this machine's clock, "10:42 today", "10:42 yesterday" or "10:42 on 3 Nov 2026"."""
    local = at.astimezone()
    near = {0: "today", 1: "yesterday"}.get((now.astimezone().date() - local.date()).days)
    return f"{local:%H:%M} {near or f'on {day(local.date())}'}"


def line(outlet: str | None, published: date | None) -> str:
    """Outlet and date in one line; the date keeps its order behind an outlet that is read from right to left."""
    dated = day(published)
    if dated and runs_from_right(outlet or ""):
        dated = f"\N{LEFT-TO-RIGHT ISOLATE}{dated}\N{POP DIRECTIONAL ISOLATE}"
    return " · ".join(part for part in (outlet or NO_OUTLET, dated) if part)


def lacks(one: ArticleSummary) -> str:
    """What an article does not say of itself, "no date, no outlet", or nothing."""
    parts = ("" if one.published else "no date", "" if one.outlet else "no outlet")
    return ", ".join(part for part in parts if part)


def unexplained(marks: int) -> str:
    """How many marks of an article nobody explained, or nothing."""
    return f"{counted(marks, 'mark')} unexplained" if marks else ""
