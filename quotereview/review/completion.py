"""What may be meant by the words that an editor is writing, for lists to choose from."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotereview.folding import bare, typed
from quotereview.model import CONFLICTS, ArticleSummary, Band, Verdict
from quotereview.review.dates import month_and_year
from quotereview.review.filtering import CONFLICT, NONE, OPEN, SETTLED, UNREAD, Field, last_field

MOST = 50
"""How many names are offered at once; whoever wants another one writes on."""

COLON = ":"
"""What follows the name of a field, and so ends a choice after which one writes on."""

Names = Callable[[Field], Sequence[str]]
"""The values that a field has in the store, those used most first."""

Used = Callable[[Field], Mapping[str, int]]
"""What a field can name (people, sources, stories or editors), each with how many quotes are theirs."""

_CLOSED = {
    Field.VERDICT: (*(verdict.value for verdict in Verdict), UNREAD, CONFLICT),
    Field.CONFIDENCE: tuple(band.value for band in Band),
    Field.CONFLICT: (OPEN, SETTLED, *CONFLICTS),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in the stretch of a line from ``start`` to ``end``, likeliest first."""

    start: int
    end: int
    choices: tuple[str, ...]


def name_completion(line: str, at: int, names: Sequence[str]) -> Completion:
    """The names of which a word begins with what stands before the cursor; nothing before anything is written."""
    written = line[:at]
    return Completion(0, len(line), _beginning(names, written) if written.strip() else ())


def line_completion(line: str, at: int, earlier: Sequence[str]) -> Completion:
    """The whole lines written before of which a word begins with what stands before the cursor, all for nothing."""
    return Completion(0, len(line), _beginning(earlier, line[:at].strip()))


def filter_completion(line: str, at: int, names: Names) -> Completion:
    """The values of the field of a filter in which the cursor stands, as far as they go with what is written of it.

    Where none does, the fields whose name begins with the word before the cursor.
    """
    field, start = last_field(line[:at])
    written = line[start:at].lstrip()
    start = at - len(written)
    of_words = field in (Field.WORDS, Field.NOTE) or written.startswith(NONE)
    choices = () if of_words else _beginning(names(field), written)
    fields = () if choices else _fields(line[:at])
    return Completion(at - len(_last_word(line[:at])), at, fields) if fields else Completion(start, at, choices)


def field_values(field: Field, used: Used, articles: Sequence[ArticleSummary]) -> tuple[str, ...]:
    """The values that a field of the filter has among quotes and articles, those used most first, the latest month."""
    if field in _CLOSED:
        return _CLOSED[field]
    if field is Field.OUTLET:
        return outlets(articles)
    if field is Field.ARTICLE:
        return tuple(dict.fromkeys(_as_words(one.title) for one in reversed(articles)))
    if field is Field.DATE:
        days = sorted((one.published for one in articles if one.published), reverse=True)
        return tuple(dict.fromkeys(map(month_and_year, days)))
    return tuple(map(_as_words, _by_use(used(field)))) if field is Field.STORY else _by_use(used(field))


def _as_words(title: str) -> str:
    """A title as a filter asks for its words: a dash before one would ask for its absence, a colon may end a field."""
    words = (word.strip(f"{NONE}{COLON}") for word in title.split())
    return " ".join(filter(None, words))


def outlets(articles: Iterable[ArticleSummary]) -> tuple[str, ...]:
    """The outlets of articles, those of most of them first."""
    return _by_use(Counter(one.outlet for one in articles if one.outlet))


def _fields(written: str) -> tuple[str, ...]:
    """The fields of which the name begins with the last word, from its second letter on, each with its colon."""
    word = _last_word(written).lower()
    known = (f"{field}{COLON}" for field in Field if field is not Field.WORDS)
    return tuple(field for field in known if field.startswith(word)) if len(word) > 1 and COLON not in word else ()


def _last_word(written: str) -> str:
    return written[written.rfind(" ") + 1 :]


def _by_use(used: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(used, key=lambda value: (-used[value], bare(value))))


def _beginning(names: Sequence[str], written: str) -> tuple[str, ...]:
    """The names of which a word begins with what is written, but for a name that is written already."""
    sought = typed(written)
    word = re.compile(rf"\b{re.escape(sought)}")
    found = [name for name in names if word.search(typed(name))]
    return tuple(found[:MOST]) if [typed(name) for name in found] != [sought] else ()
