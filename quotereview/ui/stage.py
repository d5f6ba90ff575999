"""All that can stand in the middle of the window in place of the article, one at a time."""

from collections.abc import Iterator
from typing import Any

from quotereview.review.editions import Likely
from quotereview.ui.agreeing import Agreeing
from quotereview.ui.article_view import ArticleView
from quotereview.ui.centre import Centre
from quotereview.ui.desk import Desk
from quotereview.ui.disagreeing import Disagreeing
from quotereview.ui.editions_lot import EditionsLot
from quotereview.ui.facts import Facts
from quotereview.ui.holding import Holding
from quotereview.ui.instead import Instead
from quotereview.ui.jobs import Jobs
from quotereview.ui.looking_back import LookingBack
from quotereview.ui.messages import Messages
from quotereview.ui.newer_editions import NewerEditions
from quotereview.ui.refusals import Refusals
from quotereview.ui.register import Register
from quotereview.ui.returning import Returning
from quotereview.ui.seeking import Seeking
from quotereview.ui.settling import Settling
from quotereview.ui.story_matrix import StoryMatrix
from quotereview.ui.versions import Versions


class Stage:
    """What is brought up in place of the article, each by its own key, and how the one leads to the other."""

    def __init__(self, desk: Desk, jobs: Jobs, centre: Centre, view: ArticleView, messages: Messages) -> None:
        middle = (centre, view, messages)
        self.register = Register(desk, jobs, *middle)
        self.seeking = Seeking(desk, jobs, *middle)
        self.holding = Holding(desk, jobs, *middle)
        self.looking_back = LookingBack(desk, *middle)
        self.settling = Settling(desk, *middle)
        self.agreeing = Agreeing(desk, *middle)
        self.editions = NewerEditions(desk, *middle)
        self.lot = EditionsLot(desk, self.editions.found, *middle)
        self.facts = Facts(desk, *middle)
        self.refusals = Refusals(desk, *middle)
        self.matrix = StoryMatrix(desk, *middle)
        self.versions = Versions(desk, *middle)
        self.disagreeing = Disagreeing(desk, *middle)
        self.editions.lot_wanted.connect(messages.guarded(self.lot.begin))
        self.editions.done.connect(self.lot.come_back)
        self.lot.asking.connect(self.editions.wait)
        self.lot.put_off.connect(self.editions.put_off)
        self.lot.compare_wanted.connect(messages.guarded(self._compare))
        self.returning = Returning(desk, jobs, *middle)
        self.matrix.versions_wanted.connect(messages.guarded(self.versions.turn))
        self.disagreeing.versions_wanted.connect(messages.guarded(self.versions.begin))

    def _compare(self, likely: Likely) -> None:
        """Compare two articles of a lot by themselves, and come back to the others."""
        self.editions.show_likely(likely)
        self.lot.wait()

    def __iter__(self) -> Iterator[Instead[Any]]:
        """Whatever may stand there."""
        return (part for part in vars(self).values() if isinstance(part, Instead))
