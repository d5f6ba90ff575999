"""Dates as people write them."""

import re
from datetime import date
from typing import NoReturn

from quotereview.errors import NotADate
from quotereview.folding import bare

_MONTHS = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_SHORTEST = 3
_LAST_MONTH = 12
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})")
_SPELT = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er)?[-./ ]+)?([^\W\d]+)[-./, ]+(?:(\d{1,2})(?:st|nd|rd|th)?[, ]+)?(\d{4})"
)
_PART = re.compile(r"(?=.)(?:(\d{1,2})(?:-(?!$)|$))?(?:([^\W\d]+)\.?(?:-(\d{4}))?)?")


def month_of(word: str) -> int | None:
    """The month, from 1, that an English or French name or the beginning of one means, if it means just one."""
    begun = bare(word).rstrip(".")
    if len(begun) < _SHORTEST:
        return None
    meant = [number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(begun) for name in names)]
    return meant[0] if len(meant) == 1 else None


def month_and_year(day: date) -> str:
    """The month of a day as a filter takes it, such as "Nov-2026"; the same in every language of the system."""
    return f"{_MONTHS[day.month - 1][0][:_SHORTEST].capitalize()}-{day.year}"


def in_iso(word: str) -> str:
    """A word such as "Nov", "Nov-2026", "3-Nov" or "3" in ISO form, "?" for each digit it does not say; else itself."""
    found = _PART.fullmatch(word)
    if found is None:
        return word
    number, name, year = found.groups()
    month = month_of(name) if name else None
    if name and month is None:
        return word
    told = f"{year or '????'}-{f'{month:02}' if month else '??'}"
    return f"{told}-{int(number):02}" if number else told


def read_date(written: str) -> date:
    """The day that is meant: "3 Nov 2026", "November 3, 2026", "2026-11-03", "3.11.2026" (with dots the day is first).

    Raises NotADate for what is none, and for "3/11/2026", which may be in March or in November.
    """
    text = " ".join(written.split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(text, found[1], int(found[3]), found[4])
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(text, found[1], found[3], found[4], dotted=found[2] == ".")
    found = _SPELT.fullmatch(text.casefold())
    month = month_of(found[2]) if found else None
    if found is None or month is None or bool(found[1]) is bool(found[3]):
        _refuse(text)
    return _day(text, found[4], month, found[1] or found[3])


def _year_last(text: str, first: str, second: str, year: str, *, dotted: bool) -> date:
    """Of two numbers before the year, the day is the first in dotted dates, else the one that can be no month."""
    if dotted or int(first) > _LAST_MONTH or first == second:
        return _day(text, year, int(second), first)
    if int(second) > _LAST_MONTH:
        return _day(text, year, int(first), second)
    raise NotADate(f"“{text}” may be two different days; write the month as a word, such as 3 Nov 2026.")


def _day(text: str, year: str, month: int, day: str) -> date:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        _refuse(text)


def _refuse(text: str) -> NoReturn:
    raise NotADate(f"“{text}” is no date; write it as 3 Nov 2026 or 2026-11-03.")
