"""In what two articles disagree about one quote, apart from its words."""

from quotereview.matching.names import same_carrier, same_voice
from quotereview.model import Conflict, Wording


def conflicts(here: Wording, there: Wording) -> tuple[Conflict, ...]:
    """The fields that differ: a speaker or a source that only one of them gives counts, too."""
    found = []
    if (here.speaker or there.speaker) and not same_voice(here.speaker, there.speaker):
        found.append(Conflict("speaker", here.speaker, there.speaker))
    if not same_carrier(here.source, there.source):
        found.append(Conflict("source", here.source, there.source))
    return tuple(found)
