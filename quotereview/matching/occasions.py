"""On which day and where words were spoken, as far as the words around a quote tell it for certain."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quotereview import lexicon
from quotereview.matching.frames import DAYS, LIST, occasions
from quotereview.matching.names import countries
from quotereview.model import Wording
from quotereview.wording.words import folded

RECENT = timedelta(days=7)
"""How far apart two articles may have appeared for the days of the week that they name to be compared."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_DAY = re.compile(
    rf"\b(?P<week>{'|'.join(DAYS)})\b|\b(?P<month>{_MONTH}) (?P<day>\d\d?)\b|\b(?P<first>\d\d?) (?P<of>{_MONTH})\b",
    re.IGNORECASE,
)
_OTHER_WEEK = re.compile(r"\b(?:last|next|previous|every|each) $", re.IGNORECASE)
_PLACE = re.compile(r"\b[Ii]n (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


@dataclass(frozen=True, slots=True)
class Day:
    """When words were spoken: the words that tell it, and the day, None where that of the article is unknown."""

    words: str
    on: date | None
    of_week: bool

    @property
    def shown(self) -> str:
        """As an editor reads it: "Tuesday (2026-05-12)"."""
        return f"{self.words} ({self.on.isoformat()})" if self.on else self.words


def apart(here: Wording, there: Wording) -> timedelta:
    """How long after one article the other appeared; none where that is unknown."""
    return abs(here.published - there.published) if here.published and there.published else timedelta(0)


def said_on(wording: Wording) -> Day | None:
    """The day on which the words around a quote say that it was spoken."""
    for told in occasions(wording):
        for found in _DAY.finditer(told):
            if not _OTHER_WEEK.search(told[: found.start()]):
                return Day(found.group(), _day(found, wording.published), bool(found["week"]))
    return None


def said_in(wording: Wording) -> str | None:
    """The town or country in which the words around a quote say that it was spoken."""
    names = (found["place"] for told in occasions(wording) for found in _PLACE.finditer(told))
    return next((name for name in names if _may_be_place(name)), None)


def same_day(here: Wording, there: Wording) -> bool:
    """Whether both were spoken on one day, or it is not known that they were not."""
    mine, theirs = said_on(here), said_on(there)
    if mine is None or theirs is None:
        return True
    if mine.on is None or theirs.on is None:
        return not (mine.of_week and theirs.of_week) or mine.words.lower() == theirs.words.lower()
    if (mine.of_week or theirs.of_week) and apart(here, there) > RECENT:
        return True
    return mine.on == theirs.on


def same_place(here: Wording, there: Wording) -> bool:
    """Whether both were spoken in one place, or it is not known that they were not.

    A place that the other article knows, too, may lie in the one that it names, and so may a town in any country.
    """
    mine, theirs = said_in(here), said_in(there)
    if mine is None or theirs is None:
        return True
    if _knows(here, theirs) or _knows(there, mine):
        return True
    nations = countries(mine), countries(theirs)
    return bool(nations[0]) != bool(nations[1]) or (bool(nations[0]) and nations[0] == nations[1])


def _day(found: re.Match[str], published: date | None) -> date | None:
    """The last such day that an article could tell of, this day among them."""
    if published is None:
        return None
    if found["week"]:
        return published - timedelta(days=(published.weekday() - DAYS.index(found["week"].lower())) % 7)
    month, day = found["month"] or found["of"], int(found["day"] or found["first"])
    number = next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month.lower()[:3]))
    days = (_date(year, number, day) for year in (published.year, published.year - 1))
    return next((one for one in days if one and one <= published), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _may_be_place(name: str) -> bool:
    first = folded(name)[:1]
    adjectives = lexicon.pairs("nations", "nations")
    known = first and (first[0] in adjectives or first[0] in lexicon.words(LIST, "no_places"))
    return bool(first) and not known and not _DAY.match(f"{name} 1")


def _knows(wording: Wording, place: str) -> bool:
    """Whether the words around a quote, or its own, name a place."""
    words = f" {' '.join(folded(place))} "
    return any(words in f" {' '.join(folded(text))} " for text in (wording.before, wording.between, wording.after))
