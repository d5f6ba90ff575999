"""Names on no list of carriers that stand in a sentence as one does: Norvia reported, according to Norvia."""

import re
from collections.abc import Iterator

from quotereview.detection.carriers import OF_GOVERNMENT
from quotereview.model import Span

LONGEST = 40  # characters of a word before a name

_NAME = r"(?P<name>[A-Z][\w’'-]*\w(?<![’']s)(?: [A-Z][\w’'-]*\w(?<![’']s))*)"
_REPORTED = r"(?:also |later |has |had ){0,2}report(?:ed|s)\b"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_BEFORE_WORDS = (
    re.compile(rf"(?<!by )(?<!the )\b{_NAME} (?:has |had |later )?(?:quoted|quotes) [^.]{{1,60}}? as \w+ing\b"),
    re.compile(rf"\b(?:quoted|cited|reported) by (?:the )?{_NAME} as \w+ing\b"),
    re.compile(rf"\b(?:quoted|cited|reported) as \w+ing by (?:the )?(?!{_DAY}){_NAME}"),
    re.compile(rf"^\W*{_NAME} {_REPORTED}(?: (?:on )?{_DAY})?,? that\b"),
    re.compile(rf"^\W*According to (?:the )?{_NAME},"),
)
_ASIDE = r"[^.;:“”\"‘’]{0,40}?"
_ENDS = rf"(?=\s*[,.;)]|\s*$| (?:on|late|early|yesterday|today|last|this|{_DAY})\b)"
_BEHIND_CUE = (
    re.compile(rf"{_ASIDE}\b(?:according to|as reported by) {_NAME}(?![’'\w])"),
    re.compile(rf"{_ASIDE}, {_NAME} {_REPORTED}{_ENDS}"),
    re.compile(rf"{_ASIDE}, report(?:ed|s) (?:the )?(?!{_DAY}){_NAME}{_ENDS}"),
)
_HINT = re.compile(rf"\b(?!{OF_GOVERNMENT}){_NAME} (?:agency\b(?! [A-Z])|{_REPORTED})")
_REPORTS = re.compile(r"report(?:ed|s)")
_ONE_NAME = re.compile(r"[A-Z][\w’'-]+")
_LONGER_NAME = re.compile(r"(?:\b[A-Z][\w’'-]*|\band|\bof|\bfor)\s$")


def passing_on(words: str) -> Iterator[Span]:
    """The places in a sentence's ``words`` of whoever quotes, or reports, what another one said."""
    for pattern in _BEFORE_WORDS:
        yield from (Span(*match.span("name")) for match in pattern.finditer(words))


def behind(text: str, cue: Span) -> Iterator[Span]:
    """The places of whoever tells what another one said, behind its ``cue`` (“…,” Lind said, Norvia reported)."""
    for pattern in _BEHIND_CUE:
        if match := pattern.match(text, cue.end):
            yield Span(*match.span("name"))


def reports_itself(text: str, mention: Span, cue: Span) -> bool:
    """Whether who speaks is cited as a medium is for its own words (“…,” Norvia reported), and not as an office is."""
    named = _ONE_NAME.fullmatch(text, mention.start, mention.end)
    part = _LONGER_NAME.search(text, max(0, mention.start - LONGEST), mention.start)
    return bool(named and not part and _REPORTS.fullmatch(text, cue.start, cue.end))


def hints(words: str) -> Iterator[Span]:
    """The places in a sentence's ``words`` of names that may be a medium's (the Norvia agency, Norvia reports)."""
    yield from (Span(*match.span("name")) for match in _HINT.finditer(words))
