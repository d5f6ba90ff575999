"""What the command `match` prints of pairs of quotes."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from quotereview import matching, meaning
from quotereview.model import Wording


def lines(content: bytes, place: Path) -> Iterator[str]:
    """A line of JSON for each line of a file of pairs; Unreadable, with the line of ``place``."""
    for here, there in matching.read_pairs(content, place):
        yield json.dumps(_compared(here, there), ensure_ascii=False)


def _compared(here: Wording, there: Wording) -> Mapping[str, object]:
    """How two quotes match, or that they may be the same in other words."""
    found = matching.compare(here, there)
    if found.holds or not meaning.embedding():
        return matching.record(found)
    suggestions = matching.suggest(here, [(there, meaning.near(here.words, there.words))])
    return matching.suggested(suggestions[0]) if suggestions else matching.record(found)
