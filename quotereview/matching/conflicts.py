"""In what two articles disagree about one quote: who spoke, through whom, and what changes the sense of the words."""

import re
from collections.abc import Iterator, Sequence

from quotereview.matching.cues import cues
from quotereview.matching.names import same_carrier, same_voice, speaks_for
from quotereview.matching.stretches import Version
from quotereview.model import Conflict, Deviation, Difference, Match, Wording

WORDS = "words"
NEARBY = 300
"""Within how many characters of a quote its speaker's title is looked for."""

TURNING = frozenset({Deviation.NEGATION, Deviation.NUMBER, Deviation.HEDGE, Deviation.DATE})
CHANGED = frozenset({Deviation.NAME, Deviation.TENSE, Deviation.WORDS, Deviation.ORDER})

_SENTENCE_ENDS = re.compile(r"[.!?]\s")


def conflicts(here: Wording, there: Wording, differences: Sequence[Difference]) -> tuple[Conflict, ...]:
    """The fields that differ: a speaker or a source that only one of them gives counts, too."""
    return (*_credits(here, there), *_words(differences))


def disputes(match: Match) -> bool:
    """Whether more than the choice of words is disputed in a match, and nobody has settled it."""
    return any(conflict.field != WORDS for conflict in match.open_conflicts)


def _credits(here: Wording, there: Wording) -> Iterator[Conflict]:
    if (here.speaker or there.speaker) and not _one_voice(here, there):
        yield Conflict("speaker", here.speaker, there.speaker)
    if not same_carrier(here.source, there.source):
        yield Conflict("source", here.source, there.source)


def _one_voice(here: Wording, there: Wording) -> bool:
    """Whether both name the same speaker, or one names who speaks for the other's."""
    if same_voice(here.speaker, there.speaker):
        return True
    return any(
        speaks_for(it.speaker, other.speaker, f"{it.before[-NEARBY:]} {it.after[:NEARBY]}")
        for it, other in ((here, there), (there, here))
    )


def _words(differences: Sequence[Difference]) -> Iterator[Conflict]:
    for one in differences:
        here, there = one.here or None, one.there or None
        if one.kind in TURNING or (one.kind is Deviation.ELLIPSIS and _hides(one)):
            yield Conflict(one.kind.value, here, there)
        elif one.kind in CHANGED:
            yield Conflict(WORDS, here, there)


def _hides(ellipsis: Difference) -> bool:
    """Whether what was left out turns a sentence, or joins two."""
    cut = max(ellipsis.here, ellipsis.there, key=len)
    return bool(_SENTENCE_ENDS.search(cut)) or bool(cues(Version(cut).folded))
