"""What stands before the colon of a labelled turn: who speaks, perhaps with a role or a remark behind the name.

THE CHAIR (Ines Faro): …, Ines Faro, chair: …, DR. FARO (by video link): …
"""

import re

from quotereview import lexicon

REMARK = r"[ \u00a0]?\([^()\n]{1,60}\)"
"""What stands in brackets behind a label."""

ROLE = r",[ \u00a0][a-z][\w’'-]*(?:[ \u00a0][\w’'-]+){0,6}"
"""What an office may look like behind a name and a comma."""

_WORD = re.compile(r"[\w&]+")


def is_heading(label: str) -> bool:
    """Whether words before a colon tell what sort of piece follows (Transcript: …) and so name nobody."""
    return not lexicon.words("reporting_nouns", "pieces").isdisjoint(_WORD.findall(label.lower()))
