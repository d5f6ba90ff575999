"""Which news agency an article names as the one that wrote it."""

import re
from collections.abc import Iterator
from functools import cache

from quotereview import lexicon
from quotereview.matching.outlets import plain
from quotereview.model import PrintedText

OPENING = 400
"""So many characters of an article hold its byline and dateline."""

_DATELINE = re.compile(r"\(([^()\n]{2,40})\)")
_BYLINE = re.compile(r"^(?:by|from|par)\b[^\n]{2,78}[^\s.!?]\s*$", re.IGNORECASE | re.MULTILINE)
_NAME = re.compile(r"(?!By\b|From\b|Par\b)[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*)*")
# A last line that is no sentence: "- Reuters.", "© 2026 AFP", "Source: dpa".
_SIGNED = re.compile(r"\n\W*(?:source|copyright)?[\W\d]*([A-Za-z][\w -]{1,40})\W*$", re.IGNORECASE)
_REUTERS_SIGNATURE = re.compile(r"\((?:Additional )?[Rr]eporting by ")


def credit(printed: PrintedText) -> str | None:
    """The agency that an article is of, by its full name: its outlet, dateline, byline or last line says so."""
    return next((agency for name in _names(printed) if (agency := _agency(name))), None)


def is_agency(outlet: str | None) -> bool:
    """Whether an outlet is a news agency."""
    return outlet is not None and _agency(outlet) is not None


def _names(printed: PrintedText) -> Iterator[str]:
    """What may be the name of whoever wrote an article."""
    opening = printed.text[:OPENING]
    yield printed.outlet or ""
    yield from _DATELINE.findall(opening)
    for line in (printed.byline or "", *_BYLINE.findall(opening)):
        yield from _NAME.findall(line)
    yield from _SIGNED.findall(printed.text)
    if _REUTERS_SIGNATURE.search(printed.text):
        yield "Reuters"


def _agency(name: str) -> str | None:
    return _agencies().get(plain(name))


@cache
def _agencies() -> dict[tuple[str, ...], str]:
    """The full names of agencies by the words of each form of them."""
    named = lexicon.pairs("carriers", "agencies")
    return {plain(form): full for full, others in named.items() for form in (full, *others)}
