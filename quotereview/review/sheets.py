"""What a session writes as a sheet: which quotes, their rows, and the imprint."""

from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from datetime import UTC

from quotereview import __version__
from quotereview.model import Imprint, SheetRow
from quotereview.review import sheet_rows
from quotereview.review.choosing import EVERYTHING, Choice, Chosen, choose
from quotereview.review.conditions import Conditions
from quotereview.review.filtering import Filter
from quotereview.review.keeper import Keeper


class Sheets:
    """What stands, or a choice of it, as it is handed on. In a blind read nothing stands: all raise NotPossible."""

    def __init__(self, keeper: Keeper, across: sheet_rows.Across, conditions: Conditions) -> None:
        self._keeper = keeper
        self._store = keeper.store
        self._across = across
        self._conditions = conditions

    def rows(self, choice: Choice = EVERYTHING) -> tuple[SheetRow, ...]:
        """A row for each quote that an editor is asked about, or some of them, in the order of the session's outline.

        Quotes that wait to be compared are compared first.
        """
        rows, _ = self.now(choice)
        return rows

    def now(self, choice: Choice = EVERYTHING) -> tuple[tuple[SheetRow, ...], Imprint]:
        """Such rows, and what the foot of their sheet says if it is written now; both of one moment.

        So its seal is that of the store in which the rows stood so, whoever rules meanwhile.
        """
        with self.one_moment():
            chosen = self.chosen(choice)
            return sheet_rows.rows(self._store, self._across, chosen), self._imprint(chosen)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read inside is as it was at one moment at which all quotes were compared; nothing is written inside.

        Raises StoreFault where they cannot be compared, since another program writes.
        """
        self._keeper.refuse_blind()
        with ExitStack() as moment:
            self._compare()
            moment.enter_context(self._store.snapshot())
            while self._across.crosscheck.waiting():  # somebody ruled before the moment began
                moment.close()
                self._compare()
                moment.enter_context(self._store.snapshot())
            yield

    def chosen(self, choice: Choice = EVERYTHING) -> Chosen:
        """The quotes that a sheet is to hold, and what it leaves out."""
        self._keeper.refuse_blind()
        return choose(self._store.outlines.queue("verdict", "unread"), choice, self._shown_by(choice.filter))

    def _compare(self) -> None:
        deque(self._across.crosscheck.go_on(), maxlen=0)

    def _imprint(self, chosen: Chosen) -> Imprint:
        now, program = self._keeper.now().astimezone(UTC), f"quotereview {__version__}"
        return Imprint(self._keeper.editor, now, self._store.seal(), program, chosen.told)

    def _shown_by(self, filter: Filter) -> AbstractSet[str] | None:
        """The ids of the quotes that a filter shows; None for one that shows everything."""
        if not filter.terms:
            return None
        return self._store.outlines.shown(self._conditions.of(filter)).quotes
