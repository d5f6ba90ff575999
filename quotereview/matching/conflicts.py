"""In what two articles disagree about one quote: who spoke, as what, through whom, when, where, to whom, and what."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from quotereview.counting import counted
from quotereview.matching.cues import cues
from quotereview.matching.hearers import same_hearers
from quotereview.matching.names import same_carrier, same_voice, speaks_for
from quotereview.matching.occasions import apart, said_in, said_on, same_day, same_place
from quotereview.matching.paraphrase import beside, recast, unmarked
from quotereview.matching.roles import same_role
from quotereview.matching.stretches import Version
from quotereview.model import PARAPHRASE, TURNING, Conflict, Deviation, Difference, Label, Match, Wording
from quotereview.wording.words import folded

WORDS = "words"
NEARBY = 300
"""Within how many characters of a quote its speaker's title is looked for."""

IN_OFFICE = timedelta(days=60)
"""How far apart two articles may have appeared for a speaker to be in the same office."""

OTHER_TEXT = 12
"""From more words on, what stands where the other version has something else is no edit of it, but other text."""

BESIDE = 6
"""How many words from the marks a word may stand that the quote between them lacks."""

CHANGED = frozenset({Deviation.NAME, Deviation.TENSE, Deviation.WORDS, Deviation.ORDER})

_SENTENCE_ENDS = re.compile(r"[.!?]\s")


def conflicts(here: Wording, there: Wording, differences: Sequence[Difference], label: Label) -> tuple[Conflict, ...]:
    """The fields that differ: a speaker or a source that only one of them gives counts, too.

    What was said again on another occasion differs in that by right.
    """
    found = [*_credits(here, there), *(_occasion(here, there) if label is not Label.REPEAT else ())]
    return (*found, *_words(here, there, differences), *_unmarked(here, there))


def disputes(match: Match) -> bool:
    """Whether more than the choice of words is disputed in a match, and nobody has settled it."""
    return any(conflict.field != WORDS for conflict in match.open_conflicts)


def _credits(here: Wording, there: Wording) -> Iterator[Conflict]:
    if (here.speaker or there.speaker) and not _one_voice(here, there):
        yield Conflict("speaker", here.speaker, there.speaker)
    elif apart(here, there) <= IN_OFFICE and not same_role(here.role, there.role):
        yield Conflict("role", here.role, there.role)
    if not same_carrier(here.source, there.source) and not _heard_themselves(here, there):
        yield Conflict("source", here.source, there.source)
    elif here.source and there.source and here.hands and there.hands and here.hands != there.hands:
        yield Conflict("hands", counted(here.hands, "carrier"), counted(there.hands, "carrier"))


def _heard_themselves(here: Wording, there: Wording) -> bool:
    """Whether one has the words from the other's outlet, and that names no source: it was told them."""
    return any(
        it.source is None
        and it.outlet is not None
        and other.source is not None
        and same_carrier(it.outlet, other.source)
        for it, other in ((here, there), (there, here))
    )


def _occasion(here: Wording, there: Wording) -> Iterator[Conflict]:
    """When, where and to whom the words were spoken."""
    if not same_day(here, there):
        mine, theirs = (day.shown if (day := said_on(wording)) else None for wording in (here, there))
        yield Conflict("date said", mine, theirs)
    if not same_place(here, there):
        yield Conflict("place", said_in(here), said_in(there))
    if not same_hearers(here, there):
        yield Conflict("addressee", here.addressee, there.addressee)


def _one_voice(here: Wording, there: Wording) -> bool:
    """Whether both name the same speaker, or one names who speaks for the other's."""
    if same_voice(here.speaker, there.speaker):
        return True
    return any(
        speaks_for(it.speaker, other.speaker, f"{it.before[-NEARBY:]} {it.after[:NEARBY]}")
        for it, other in ((here, there), (there, here))
    )


def _words(here: Wording, there: Wording, differences: Sequence[Difference]) -> Iterator[Conflict]:
    for one in differences:
        mine, theirs = one.here or None, one.there or None
        if one.kind is Deviation.ELLIPSIS and _hides(one):
            yield Conflict(one.kind.value, mine, theirs)
        elif max(len(folded(one.here)), len(folded(one.there))) > OTHER_TEXT:
            continue
        elif one.kind in TURNING and not _told_beside(there if mine else here, one):
            yield Conflict(one.kind.value, mine, theirs)
        elif one.kind in CHANGED:
            told = recast(one.here, one.there)
            yield Conflict(PARAPHRASE, f"“{mine}”", f"“{theirs}”") if told else Conflict(WORDS, mine, theirs)


def _told_beside(wording: Wording, lost: Difference) -> bool:
    """Whether such words as a quote lacks stand before or behind its marks: said they would not “pay”."""
    if lost.here and lost.there:
        return False
    before, after = beside(wording)
    return any(cue.kind is lost.kind for words in (before[-BESIDE:], after[:BESIDE]) for cue in cues(words))


def _unmarked(here: Wording, there: Wording) -> Iterator[Conflict]:
    """Words that one of them has between marks, and the other outside of these."""
    if found := unmarked(here, there):
        yield Conflict(PARAPHRASE, *found)
    elif found := unmarked(there, here):
        yield Conflict(PARAPHRASE, *found[::-1])


def _hides(ellipsis: Difference) -> bool:
    """Whether what was left out turns a sentence, or joins two."""
    cut = max(ellipsis.here, ellipsis.there, key=len)
    return bool(_SENTENCE_ENDS.search(cut)) or bool(cues(Version(cut).folded))
