"""What a verb did, for the views that refresh from it."""

from dataclasses import dataclass
from enum import StrEnum

from quotereview import store


class ChangeKind(StrEnum):
    """What kind of thing changed."""

    ARTICLES = "articles kept, removed or brought back"
    DETAILS = "outlet or date of articles"
    CLOSING = "marks settled, articles closed or opened again"
    QUOTES = "quotes added or withdrawn"
    RULINGS = "rulings on quotes"
    DETECTED = store.DETECTED
    EDITIONS = "which articles are editions of one"
    MATCHES = "rulings on matches"
    STORIES = "which articles tell one story"
    PEOPLE = "names of people"
    COMPARED = "which quotes match"
    EDITOR = "the editor"
    PLACE = "the place in the queue"
    NOTHING = "nothing, it was so already"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, in which articles and quotes (ids), and a label such as "speaker: Mara Voss" that says it.

    ``elsewhere``: another program did it, and not the editor who now hears of it.
    """

    kind: ChangeKind
    articles: tuple[str, ...]
    quotes: tuple[str, ...]
    label: str
    elsewhere: bool = False


def nothing(articles: tuple[str, ...], quotes: tuple[str, ...], label: str = "that is so already") -> Change:
    """The Change of a verb that found it so already."""
    return Change(ChangeKind.NOTHING, articles, quotes, label)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the quotes that an editor is asked about are decided, and how many doubts stand.

    ``unread`` is how many of the decided ones were accepted in bulk, and nobody has looked at; ``conflicts`` how many
    conflicts of rulings are open.
    """

    decided: int
    total: int
    doubts: int
    unread: int = 0
    conflicts: int = 0
