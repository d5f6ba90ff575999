"""One row of the table of actions, and what its verb acts upon."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quotereview.ui.accepting import Accepting
from quotereview.ui.arrivals import Arrivals
from quotereview.ui.article_view import ArticleView
from quotereview.ui.blind_reading import BlindReading
from quotereview.ui.card import Card
from quotereview.ui.citing import Citing
from quotereview.ui.closing_up import ClosingUp
from quotereview.ui.describing import Describing
from quotereview.ui.desk import Desk
from quotereview.ui.differing import Differing
from quotereview.ui.exchanging import Exchanging
from quotereview.ui.exporting import Exporting
from quotereview.ui.intake import Intake
from quotereview.ui.looks import Looks
from quotereview.ui.offers import Offers
from quotereview.ui.queue_panel import QueuePanel
from quotereview.ui.search import Search
from quotereview.ui.shelf import Shelf
from quotereview.ui.span_editing import SpanEditing
from quotereview.ui.stage import Stage
from quotereview.ui.told_differently import ToldDifferently
from quotereview.ui.when import When
from quotereview.ui.zoning import Zoning


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    REVIEW = "&Review"
    GO = "&Go"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True)
class Controllers:
    """What the verbs of the table act upon."""

    desk: Desk
    shelf: Shelf
    intake: Intake
    describing: Describing
    queue: QueuePanel
    card: Card
    article_view: ArticleView
    spans: SpanEditing
    closing: ClosingUp
    zoning: Zoning
    looks: Looks
    accepting: Accepting
    search: Search
    stage: Stage
    offers: Offers
    told_differently: ToldDifferently
    differing: Differing
    blind: BlindReading
    exporting: Exporting
    exchanging: Exchanging
    arrivals: Arrivals
    citing: Citing
    show_keys: Callable[[], object]


@dataclass(frozen=True)
class Action:
    """One row of the table: its words, its keys (the first is shown), its menu, what it does and when.

    A ``numbered`` action has one key for each number, which its verb is given. ``ruled_off``: a line stands above it in
    its menu. ``repeats``: it goes on while its key is held down, which nothing may that changes data: a key that is
    held too long must not rule on quotes that nobody has read.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    verb: Callable[[Controllers, int], object]
    when: When = When.ALWAYS
    numbered: bool = False
    ruled_off: bool = False
    repeats: bool = False

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        if self.numbered:
            return f"{self.keys[0]}–{self.keys[-1]}"
        return " or ".join(dict.fromkeys(key.replace("Return", "Enter") for key in self.keys))
