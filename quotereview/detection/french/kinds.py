"""What marked words in French are: speech, a title, wording kept at arm's length, or other words."""

import re
from collections.abc import Iterator
from functools import cache

from quotereview import lexicon
from quotereview.detection import kinds
from quotereview.detection.kinds import LONGEST_TERM, Judgement
from quotereview.detection.parts import Marked
from quotereview.detection.standing import CONTEXT, LONGEST_TITLE
from quotereview.model import Kind, Zone

_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_SO_CALLED = re.compile(r"\b(?:soi-disant|prétendue?s?|pseudo|supposée?s?)\s*[-–]?\s*$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:surnomm|rebaptis|baptis|dénomm|intitul|appel|nomm|estampill)ée?s?\s*$|\balias\s*$", re.IGNORECASE
)
_BORE = re.compile(r"\b(?:proclam|indiqu|affich|portant|lisait|lire|lit|scand)\w*[^.«“\"]{0,20}$|[:,]\s*$|^\s*$")
_CLAUSE = re.compile(r"\b(?:que|qu['’]|de|d['’]|à|comme|si|en|par|pour)\s*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'’”)\]]*$")


def judge(text: str, marked: Marked, zone: Zone, *, voiced: bool) -> Judgement:
    """Judge a passage; ``voiced``: somebody near is found to utter it.

    The marks themselves speak for speech; each other kind needs a reason.
    """
    plain = kinds.judge_by_marks(text, marked, zone)
    start, end = marked.outer
    before = _BREAK.split(text[max(0, start - CONTEXT) : start])[-1]
    after = _BREAK.split(text[end : end + CONTEXT])[0]
    words = marked.span.of(text)
    partial = plain.partial or bool(_CLAUSE.search(before) and not _ENDS.search(words))
    found = list(_reasons(words, before))
    if not found and not voiced and zone is Zone.BODY and marked.parent is None:
        found = list(_unvoiced(words, before, after))
    kind, reason = found[0] if found else (plain.kind, plain.reason)
    return Judgement(kind, partial, reason)


def _reasons(words: str, before: str) -> Iterator[tuple[Kind, str]]:
    short = len(words.split()) <= LONGEST_TITLE and not _ENDS.search(words)
    if _SO_CALLED.search(before):
        yield Kind.SCARE, "so-called"
    work = _noun_at_end("works").search(before)
    if work and short and words[0].isupper():
        yield Kind.TITLE, f"the name of a work ({work.group(1).lower()})"
    borne = _last_bearer(before)
    if borne:
        yield Kind.OTHER_WORDS, f"a slogan, or written on a thing ({borne})"
    name = _noun_at_end("names").search(before)
    if name and short:
        yield Kind.OTHER_WORDS, f"named as a word or a name ({name.group(1).lower()})"
    project = _noun_at_end("projects").search(before)
    if project and short and words[0].isupper():
        yield Kind.OTHER_WORDS, f"the name of a thing ({project.group(1).lower()})"
    if _NAMED.search(before) and short:
        yield Kind.OTHER_WORDS, "a name or a nickname"


def _unvoiced(words: str, before: str, after: str) -> Iterator[tuple[Kind, str]]:
    """A few words without a voice that stand like a term in the reporter's sentence."""
    announced = not before.strip() or before.rstrip()[-1] in ":.!?,;—–"
    if len(words.split()) <= LONGEST_TERM and not announced and not _ENDS.search(words) and after.strip():
        yield Kind.SCARE, "a short term that nobody is said to have uttered"


def _last_bearer(before: str) -> str | None:
    """The thing that bears the words, if one is named shortly before them."""
    found = next(reversed(list(_bearers().finditer(before))), None)
    if found is None or len(before) - found.end() >= 30 or not _BORE.search(before[found.end() :]):
        return None
    return found.group().lower()


@cache
def _bearers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('bearers')})\b", re.IGNORECASE)


@cache
def _noun_at_end(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives(section)})(?: [\w-]+)?,?\s*$", re.IGNORECASE)


def _alternatives(section: str) -> str:
    return lexicon.either(lexicon.phrases("fr/works", section))
