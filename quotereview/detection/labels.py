"""What stands before the colon of a labelled turn: who speaks, perhaps with a role or a remark behind the name.

THE CHAIR (Ines Faro): …, Ines Faro, chair: …, DR. FARO (by video link): …
"""

import re

from quotereview import lexicon
from quotereview.model import Span

REMARK = r"[ \u00a0]?\([^()\n]{1,60}\)"
"""What stands in brackets behind a label."""

ROLE = r",[ \u00a0][a-z][\w’'-]*(?:[ \u00a0][\w’'-]+){0,6}"
"""What an office may look like behind a name and a comma."""

_SIGN = re.compile(r"[:\u2012-\u2015-]")
LONGEST_BEFORE_SIGN = 80  # characters between a name and the colon or dash that gives it the words
_WORD = re.compile(r"[\w&]+")


def sign(text: str, mention: Span, outer: Span) -> Span | None:
    """The colon or dash by which words between marks are those of a mention before, behind or within them, if any."""
    if mention.start >= outer.end:
        found = _SIGN.search(text, outer.end, mention.start)
    else:
        last = max(outer.start, mention.end + 2)  # a label within the marks has its colon right behind it
        found = _SIGN.search(text, mention.end, min(last, mention.end + LONGEST_BEFORE_SIGN))
    return Span(*found.span()) if found else None


def is_heading(label: str) -> bool:
    """Whether words before a colon tell what sort of piece follows (Transcript: …) and so name nobody."""
    return not lexicon.words("reporting_nouns", "pieces").isdisjoint(_WORD.findall(label.lower()))
