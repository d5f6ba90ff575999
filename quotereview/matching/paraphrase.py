"""Whether one version of a quote has between marks what another article tells in words of its own."""

import re

from quotereview.matching.stretches import Version
from quotereview.matching.tenses import auxiliary
from quotereview.model import Wording
from quotereview.wording.spelling import spoken

UNMARKED = 5
"""So many words in a row, told without marks beside a fragment, are no chance if another version has them in marks."""

TOLD = {
    "i": {"he", "she"},
    "we": {"they"},
    "me": {"him", "her"},
    "us": {"them"},
    "my": {"his", "her"},
    "our": {"their"},
    "mine": {"his", "hers"},
    "ours": {"theirs"},
    "myself": {"himself", "herself"},
    "ourselves": {"themselves"},
}
"""What a speaker's own words become when somebody else tells what was said."""

_NEGATED = frozenset({"not"})
_OPENED = re.compile(r"[“\"«‘'][\s([…]*$")
_CLOSED = re.compile(r"^[\s.,;:!?…)\]]*[”\"»’']")
_OPENS, _CLOSES = "“«", "”»"
_MARK = re.compile(r"[“”\"«»]|[.!?]\s|\n")


def recast(here: str, there: str) -> bool:
    """Whether different words are one speaker's own, and the same as told by somebody else: "We will", "they would"."""
    mine, theirs = (
        [word.folded for word in spoken(text) if not auxiliary(word.folded) and word.folded not in _NEGATED]
        for text in (here, there)
    )
    return _retold(mine, theirs) or _retold(theirs, mine)


def unmarked(here: Wording, there: Wording) -> tuple[str, str] | None:
    """Words that stand between marks here, and outside the marks of a fragment there; both as an editor reads them."""
    whole, part = Version(here.words), Version(there.words)
    start = _place(whole.folded, part.folded)
    if start is None:
        return None
    end = start + len(part.folded)
    before, after = beside(there)
    more, less = _agree(whole.folded[:start][::-1], before[::-1]), _agree(whole.folded[end:], after)
    if max(more, less) < UNMARKED:
        return None
    more, less = (size if size >= UNMARKED else 0 for size in (more, less))
    left, right = whole.printed(start - more, start), whole.printed(end, end + less)
    return f"“{whole.printed(start - more, end + less)}”", f"{left} “{whole.printed(start, end)}” {right}".strip()


def _retold(own: list[str], told: list[str]) -> bool:
    return (
        bool(own)
        and len(own) == len(told)
        and all(theirs in TOLD.get(mine, ()) for mine, theirs in zip(own, told, strict=True))
    )


def _place(whole: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    """Where some words stand in others in one run."""
    starts = range(len(whole) - len(part) + 1) if part else range(0)
    return next((start for start in starts if whole[start : start + len(part)] == part), None)


def beside(wording: Wording) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the same sentence before and behind the marks of a quote, none where they stand in marks, too."""
    before = _OPENED.sub("", wording.before) if _OPENED.search(wording.before) else ""
    after = _CLOSED.sub("", wording.after) if _CLOSED.search(wording.after) else ""
    starts = list(_MARK.finditer(before))
    if starts:
        before = "" if starts[-1].group() in _OPENS else before[starts[-1].end() :]
    if end := _MARK.search(after):
        after = "" if end.group() in _CLOSES else after[: end.start()]
    return Version(before).folded, Version(after).folded


def _agree(here: tuple[str, ...], there: tuple[str, ...]) -> int:
    """How many words both begin with."""
    return next(
        (at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other),
        min(len(here), len(there)),
    )
