"""How it is told where words stand that somebody gave: in a row, and in full beside the words given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotereview import counting
from quotereview.model import TURNING, Deviation, Difference, Edit, Match, Relation, Verdict, Wording
from quotereview.review.elsewhere import TOLD, Stood
from quotereview.ui import aligned, listing
from quotereview.ui.aligned import Run, Weight
from quotereview.ui.both_versions import Version
from quotereview.ui.rows import Row
from quotereview.ui.theme import VERDICTS
from quotereview.ui.wording import NO_SPEAKER, isolated

BEGIN = "Paste or write any words: they are looked for in all quotes, and in all that articles say themselves."
LOOKING = "Looking …"
NOBODY = "Nobody in this store printed these words."
IN_THE_TEXT = "in the text"
BEFORE = 24
"""How many characters before the first of the words a row shows at most."""

SPELT = "It differs in spelling or short forms alone."
SPELLING = frozenset({Deviation.SPELLING, Deviation.CONTRACTION})
NOT_TOLD = SPELLING | {Deviation.PUNCTUATION, Deviation.TRIMMED, Deviation.MARKED_TRIM}


@dataclass(frozen=True)
class Line:
    """One place: its row, in what it differs, and both versions, that which was given and that which stands there."""

    stood: Stood
    row: Row
    differs: str
    given: Version
    there: Version


def counted(found: Sequence[Stood]) -> str:
    """How many places hold the words, or that nobody printed them."""
    if not any(stood.stands for stood in found):
        return f"{NOBODY}{' Nearest:' if found else ''}"
    quotes = sum(bool(stood.match.there.quote) for stood in found)
    places = len(found) - quotes
    parts = (
        counting.counted(quotes, "quote") if quotes else "",
        f"{counting.counted(places, 'place')} {IN_THE_TEXT}" if places else "",
    )
    more = ", and more that say less" if len(found) == TOLD else ""
    return f"Whole or in part in {' and '.join(filter(None, parts))}{more}:"


def line(stood: Stood) -> Line:
    """How one place is told."""
    match, there = stood.match, stood.match.there
    beyond = replace(match, relation=Relation.FRAGMENT)  # what stands there besides is no difference
    about = " · ".join((listing.line(there.outlet, there.published), _voice(there), isolated(there.title)))
    return Line(
        stood,
        Row(_words(match), about, stood.how_much),
        differing(match.differences),
        Version("The words given", aligned.older(match.alignment)),
        Version(about, within(there, aligned.there(beyond))),
    )


def within(there: Wording, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Words as they stand in an article, those of no quote with some on either side."""
    if there.quote:
        return runs
    before, after = (" ".join(around.split()) for around in (there.before, there.after))
    return (Run(f"… {before}".strip(), Weight.QUIET), *runs, Run(f"{after} …".strip(), Weight.QUIET))


def differing(differences: Sequence[Difference]) -> str:
    """In what the words differ, that which turns the sentence first; nothing where they do not."""
    told = [one for one in differences if one.kind not in NOT_TOLD]
    lines = [_difference(one) for one in sorted(told, key=lambda one: one.kind not in TURNING)]
    spelt = any(one.kind in SPELLING for one in differences)
    return "\n".join(lines) or (SPELT if spelt else "")


def _difference(one: Difference) -> str:
    mark = f"{VERDICTS[Verdict.DISPUTED].glyph} " if one.kind in TURNING else ""
    given, there = (f"“{isolated(words)}”" for words in (one.here, one.there))
    if not one.there:
        return f"{mark}{one.kind.value}: {given} is not there"
    return f"{mark}{one.kind.value}: {there} {f'in place of {given}' if one.here else 'is only there'}"


def _words(match: Match) -> str:
    """The words that stand there, from a little before the first that was given."""
    there = match.there
    if not there.quote:
        return isolated(" ".join(f"… {there.before}{there.words}{there.after} …".split()))
    first, *_ = match.alignment
    words, skipped = " ".join(there.words.split()), " ".join(first.words.split())
    if first.edit is Edit.ONLY_THERE and len(skipped) > BEFORE and words.startswith(skipped):
        start = skipped.rfind(" ", 0, len(skipped) - BEFORE) + 1
        words = f"… {words[start:]}"
    return f"“{isolated(words)}”"


def _voice(there: Wording) -> str:
    if not there.quote:
        return IN_THE_TEXT
    through = f" through {isolated(there.source)}" if there.source else ""
    return f"{isolated(there.speaker or '') or NO_SPEAKER}{through}"
