"""Titles: what names a work by its marks, by what the work is called beside them, and by where they stand."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from quotereview import lexicon
from quotereview.detection.standing import Rule, Standing, around
from quotereview.model import Span

FIRST = 8  # places at which an article prints a title: it says early what that is

_BEFORE_TITLE = re.compile(
    r"(?:\b(?:on|to|of|at|from|in|with|told|whose|(?:19|20)\d\d)|[’']s|s[’'])\s*$", re.IGNORECASE
)
_BEFORE_TITLE_OR_NAME = re.compile(rf"{_BEFORE_TITLE.pattern}|\b(?:for|by|the|an?)\s*$", re.IGNORECASE)
_AUTHOR = re.compile(r" by (?:the )?(?:[A-Z][\w.’'-]+ ){1,4}[A-Z]")


def _by_line(here: Standing) -> str | None:
    """A headline or title with its author behind it: “Rain Takes the Weir,” by Ada Lind."""
    listed = here.words[-1] == "," and not here.voiced and _AUTHOR.match(here.after)
    return "a title with its author behind it" if listed else None


def _programme(here: Standing) -> str | None:
    """What a broadcaster shows: on CNN’s “New Day”."""
    aired = here.title_case and _of_broadcaster().search(here.before)
    return "the name of a broadcaster’s programme" if aired else None


def _called_work(here: Standing) -> str | None:
    found = _noun_called().search(here.before) if here.capitalised else None
    return f"the name of a work ({found.group(1).lower()})" if found else None


def _beside_its_noun(here: Standing) -> str | None:
    """A title right behind what it is: the memoir “Salt And Rope”."""
    found = _noun_at_end("nouns").search(here.introduction) if here.title_case else None
    settled = found and not found.group().rstrip().endswith(":")
    return f"the name of a work ({found.group(1).lower()})" if found and settled else None


def beside_work(here: Standing) -> str | None:
    if not here.capitalised:
        return None
    before = here.introduction
    found = _noun_at_end("nouns").search(before) or _deed_at_end().search(before)
    if found:
        return f"the name of a work ({found.group(1).lower()})"
    if not here.title_case:
        return None
    follows = _noun_after().match(here.after)
    return f"the name of a work ({follows.group().strip(' ,')})" if follows else None


def capitalised(here: Standing) -> str | None:
    if not here.title_case or here.count < 2:
        return None
    named = _BEFORE_TITLE.search(here.before) if here.voiced else like_a_name(here)
    return "capitalised like a title, where a name would stand" if named else None


def like_a_name(here: Standing) -> bool:
    """Whether words stand where a name would."""
    return _BEFORE_TITLE_OR_NAME.search(here.before) is not None


def in_title_marks(here: Standing) -> str | None:
    return "in the marks that stand around titles" if here.mark == "《" else None


SETTLING: tuple[Rule, ...] = (_by_line, _programme, _called_work, _beside_its_noun)


def named_elsewhere(text: str, here: Standing) -> str | None:
    """Why words that are printed as a name are a title, where the same words of ``text`` are one for sure elsewhere."""
    if not here.printed_as_name:
        return None
    places = islice(_places(text, here.words), FIRST)
    printed = (around(text, place, text[place.start + 1 : place.end - 1], here.zone) for place in places)
    return next((reason for there in printed for rule in SETTLING if (reason := rule(there))), None)


def _places(text: str, words: str) -> Iterator[Span]:
    """Where the same words stand between marks, with these, whatever punctuation ends them there."""
    for found in re.finditer(rf"{re.escape(words.rstrip('.,'))}[.,]?(?=[”’\"'»“])", text):
        if text[max(0, found.start() - 1)] in "“‘\"'«„":
            yield Span(found.start() - 1, found.end() + 1)


def _alternatives(section: str) -> str:
    return lexicon.either(lexicon.phrases("works", section))


@cache
def _noun_at_end(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives(section)})(?:[,:]| such as| like|,? including)?\s*$", re.IGNORECASE)


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{_alternatives('after')})\b")


@cache
def _noun_called() -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives('nouns')}),? (?:called|named|titled|entitled)\s*$", re.IGNORECASE)


@cache
def _of_broadcaster() -> re.Pattern[str]:
    names = lexicon.pairs("carriers", "broadcasters").items()
    known = lexicon.either(form for name, others in names for form in (name, *others))
    return re.compile(rf"\b(?:{known})[’']s?\s*$")


@cache
def _deed_at_end() -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives('before')})(?: of| in| on)?\s*$", re.IGNORECASE)
