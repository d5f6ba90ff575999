"""One quote, or all quotes of somebody, as a citation to paste elsewhere."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quotereview import export
from quotereview.counting import counted
from quotereview.errors import NotPossible
from quotereview.model import Citation, SheetRow, Verdict
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.keeper import Keeper
from quotereview.review.sheet_rows import conflicts, rows_by_quote


class Citing:
    """Tells quotes as they stand, marked where nobody has found them right or outlets differ; rules nothing."""

    def __init__(self, keeper: Keeper, crosscheck: CrossCheck) -> None:
        self._keeper = keeper
        self._crosscheck = crosscheck

    def quote(self, quote: str) -> Citation:
        """A quote (its id); raises NotPossible for one that no editor is asked about, and in a blind read."""
        rows = self._rows([quote], {quote})
        if not rows:
            raise NotPossible("These words stand in no sheet: no editor is asked about them.")
        return export.cite(rows)

    def person(self, name: str) -> tuple[Citation, str]:
        """All quotes of a person, under any of their names, by article, with a head that is given, too.

        Raises NotPossible where there are none, and in a blind read. What is no quote is left out.
        """
        identities = self._keeper.outline.identities()
        names, goes_by = identities.names(name) or (name,), identities.person(name)
        said = self._keeper.store.outlines.said_by(names)
        told = self._crosscheck.told_differently()
        rows = self._rows([one.id for one in said if one.verdict is not Verdict.NOT_A_QUOTE], told.keys())
        if not rows:
            raise NotPossible(f"There is no quote of {goes_by} to copy.")
        head = _head(goes_by, rows)
        return export.cite(rows, head), head

    def _rows(self, quotes: Sequence[str], contested: AbstractSet[str]) -> tuple[SheetRow, ...]:
        """The rows of quotes; of those that are ``contested`` with what other outlets tell differently."""
        self._keeper.refuse_blind()
        row_of = rows_by_quote(self._keeper.store, self._keeper.outline)
        found = (row_of(self._keeper.quote(quote)) for quote in quotes)
        return tuple(self._held_against(row) if row.quote in contested else row for row in found if row is not None)

    def _held_against(self, row: SheetRow) -> SheetRow:
        return replace(row, conflicts=tuple(conflicts(self._crosscheck.partners(row.quote))))


def _head(name: str, rows: Sequence[SheetRow]) -> str:
    """Whose quotes these are, how many, and how many of them nobody has verified."""
    open_ones = sum(not export.verified(row) for row in rows)
    some = f"{open_ones:,} of them not verified" if open_ones < len(rows) else "not verified"
    return f"{name}: {counted(len(rows), 'quote')}, {some if open_ones else 'all verified'}"
