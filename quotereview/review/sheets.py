"""What a session writes as a sheet: which quotes, their rows, and the imprint."""

from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from datetime import UTC

from quotereview import __version__
from quotereview.model import Imprint, SheetRow
from quotereview.review import sheet_rows
from quotereview.review.choosing import EVERYTHING, InScope, Scope, Tally, in_scope, tally
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

    def rows(self, scope: Scope = EVERYTHING) -> tuple[SheetRow, ...]:
        """A row for each quote that an editor is asked about, or some of them, in the order of the session's outline.

        Quotes that wait to be compared are compared first.
        """
        rows, _ = self.now(scope)
        return rows

    def now(self, scope: Scope = EVERYTHING) -> tuple[tuple[SheetRow, ...], Imprint]:
        """Such rows, and what the foot of their sheet says if it is written now; both of one moment.

        So its seal is that of the store in which the rows stood so, whoever rules meanwhile.
        """
        with self.one_moment():
            held = self.in_scope(scope)
            return sheet_rows.rows(self._store, self._across, held), self._imprint(held)

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

    def in_scope(self, scope: Scope = EVERYTHING) -> InScope:
        """The quotes that a sheet is to hold, and what it leaves out."""
        with self._store.snapshot():
            asked = self._store.outlines.queue("verdict", "unread")
            return in_scope(asked, self.tally(scope), self._shown_by(scope.filter))

    def tally(self, scope: Scope = EVERYTHING) -> Tally:
        """How many these are, which is told sooner than which."""
        self._keeper.refuse_blind()
        return tally(self._store.outlines.tally(self._conditions.of(scope.filter)), scope)

    def _compare(self) -> None:
        deque(self._across.crosscheck.go_on(), maxlen=0)

    def _imprint(self, held: InScope) -> Imprint:
        now, program = self._keeper.now().astimezone(UTC), f"quotereview {__version__}"
        return Imprint(self._keeper.editor, now, self._store.seal(), program, held.tally.told)

    def _shown_by(self, filter: Filter) -> AbstractSet[str] | None:
        """The ids of the quotes that a filter shows; None for one that shows everything."""
        if not filter.terms:
            return None
        return self._store.outlines.shown(self._conditions.of(filter)).quotes
