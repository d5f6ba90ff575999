"""Which quotes may render one utterance in other words, as two translators would: suggested, never matched.

How near two quotes are in meaning is given. How near they have to be depends on what else speaks for one utterance.
"""

from collections.abc import Iterable, Iterator
from unicodedata import name

from quotereview.matching.checks import Compared, checked, in_both, is_english
from quotereview.matching.conflicts import conflicts
from quotereview.matching.decide import decide
from quotereview.matching.evidence import TERM, one_story
from quotereview.matching.names import same_voice
from quotereview.matching.relation import relate
from quotereview.model import Deviation, Difference, Label, Nearness, Relation, Suggestion, Wording
from quotereview.wording.words import folded

BARS = {True: 0.6, None: 0.65, False: 0.7}
"""How near two quotes have to be in meaning whose speakers are the same, not both named, or not the same."""

FLOOR = min(BARS.values())

STORY = 0.15
"""From how much evidence of one story on (``one_story``) the words around two quotes count as one."""

TELLING = 400
"""Fewer characters around a quote do not tell its story."""

NO_STORY, SHORT, UNLIKE = 0.15, 0.1, 0.1
"""By how much nearer they have to be without one story, where one is a word or two, for each number or name unlike."""

SAME_WORDS = frozenset({Relation.EQUAL, Relation.FRAGMENT})
AROUND = 300
"""How many characters on either side of a quote tell, with its own, in which language it is."""

DAYS = 7
MOST = 5


def suggest(here: Wording, likely: Iterable[tuple[Wording, Nearness]]) -> tuple[Suggestion, ...]:
    """Those of other articles' quotes that may be the same in other words, the nearest first, MOST at most.

    The words around the quotes should be at hand. None of them matches by its words.
    """
    found = [
        _suggestion(here, there, nearness, unlike)
        for there, nearness in sorted(likely, key=lambda item: -item[1].value)
        if nearness.value >= FLOOR and may_be_one(here, there)
        for unlike in [_unlike(here, there, nearness)]
        if nearness.value >= _bar(here, there, unlike) and not _told_by_words(here, there)
    ]
    return tuple(found[:MOST])


def _unlike(here: Wording, there: Wording, nearness: Nearness) -> tuple[Difference, ...]:
    compared = Compared(here.words, nearness.here), Compared(there.words, nearness.there)
    return checked(*compared, _english(here) and _english(there))


def may_be_one(here: Wording, there: Wording) -> bool:
    """Whether two quotes are of different articles that appeared within a week, as far as they say when."""
    days = _days(here, there)
    return here.article != there.article and (days is None or days <= DAYS)


def _bar(here: Wording, there: Wording, unlike: tuple[Difference, ...]) -> float:
    """How near two quotes have to be in meaning; more than 1 where nothing but the meaning is the same."""
    voice = _voice(here, there)
    bar = BARS[voice] + UNLIKE * sum(one.kind is not Deviation.NEGATION for one in unlike)
    if min(len(folded(wording.words)) for wording in (here, there)) <= TERM:
        bar += SHORT
    if not _one_language(here, there) or _told_alike(here, there):
        return bar
    return bar + NO_STORY if voice else 2.0


def _suggestion(here: Wording, there: Wording, nearness: Nearness, unlike: tuple[Difference, ...]) -> Suggestion:
    reason = ", ".join(_said(here, there, nearness, unlike))
    return Suggestion(here, there, nearness, reason, unlike, conflicts(here, there, unlike, Label.SAME))


def _said(here: Wording, there: Wording, nearness: Nearness, unlike: tuple[Difference, ...]) -> Iterator[str]:
    voices = {True: "the same speaker", False: "different speakers", None: "a speaker that only one article names"}
    yield voices[_voice(here, there)] if here.speaker or there.speaker else "no speaker in either"
    days = _days(here, there)
    if days is not None:
        yield {0: "the same day", 1: "a day apart"}.get(days, f"{days} days apart")
    if _one_language(here, there) and one_story(here, there) >= STORY:
        yield "in articles of one story"
    if same := in_both(nearness.here, nearness.there):
        yield f"{' and '.join(same)} in both"
    for one in unlike:
        yield f"{one.kind.value}: {_side('here', one.here)}, {_side('there', one.there)}"
    yield f"near in meaning ({nearness.value:.2f})"


def _side(place: str, words: str) -> str:
    return f"{place} “{words}”" if words else f"none {place}"


def _voice(here: Wording, there: Wording) -> bool | None:
    """Whether both have one speaker; names in different scripts tell nothing."""
    if _script(here.speaker or "") != _script(there.speaker or ""):
        return None
    return same_voice(here.speaker, there.speaker)


def _script(text: str) -> str:
    """The script of the first letter of a text, by its name in Unicode: LATIN, ARABIC, CJK; empty without a letter."""
    letter = next(filter(str.isalpha, text), "")
    return name(letter, "").split(" ")[0] if letter else ""


def _one_language(here: Wording, there: Wording) -> bool:
    """Whether the words around two quotes can be compared."""
    return _script(here.words) == _script(there.words) and _english(here) == _english(there)


def _english(wording: Wording) -> bool:
    return is_english(f"{wording.before[-AROUND:]} {wording.words} {wording.after[:AROUND]}")


def _told_by_words(here: Wording, there: Wording) -> bool:
    """Whether the words tell what two quotes are: that they match, or that the same words are by chance."""
    return relate(here.words, there.words) in SAME_WORDS or decide(here, there).match


def _told_alike(here: Wording, there: Wording) -> bool:
    """Whether the articles tell one story by the words around the quotes, where these are too few by their days."""
    if all(len(wording.before) + len(wording.after) >= TELLING for wording in (here, there)):
        return one_story(here, there) >= STORY
    days = _days(here, there)
    return days is not None and days <= 1


def _days(here: Wording, there: Wording) -> int | None:
    if here.published is None or there.published is None:
        return None
    return abs((here.published - there.published).days)
