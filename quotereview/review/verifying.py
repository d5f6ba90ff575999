"""Whether a sheet that was handed on still says what the store holds, and whether it is whole."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from quotereview.export import CHECKED_BY, Fields, GivenRow, GivenSheet, SheetSeal, seal
from quotereview.model import SheetRow
from quotereview.review.sheet_rows import nameless

TOLD = 20
"""Of how many rows that were taken out it is told where they stood."""

_NUMBERED = re.compile(r"\bEditor \d+")
_NAMING = (CHECKED_BY, "Settled conflicts")
_NAMING_KEY = "› editor"
"""Where a sheet names editors: in these columns, and under keys that end so."""


class Holds(StrEnum):
    """How a row of a sheet stands to the store."""

    STANDS = "stands"
    SHEET_CHANGED = "was changed in the sheet"
    STORE_CHANGED = "was changed in the store since"
    BOTH_CHANGED = "was changed in the sheet, and in the store since"
    GONE = "is no longer asked about in the store"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A field that differs: what the sheet says, and what the store does."""

    field: str
    sheet: str
    store: str


@dataclass(frozen=True, slots=True)
class Verified:
    """A row of a sheet, how it stands to the store, and the fields in which it differs."""

    row: GivenRow
    holds: Holds
    deviations: tuple[Deviation, ...] = ()


@dataclass(frozen=True, slots=True)
class Wholeness:
    """Whether a sheet is the one that was written, and what it says that it leaves out.

    ``sheet`` is None where no row tells of one, as in a sheet of an older program. ``taken_out`` is how many rows are
    gone, ``first_taken_out`` the places, from 1, of the first of them; ``put_in`` are rows that were not there.
    ``moved``: they stand in another order. ``seal_fits`` is False where rows, titles or what the sheet says of itself
    are others than those that were sealed; with rows taken out that cannot be told.
    """

    sheet: SheetSeal | None
    taken_out: int = 0
    first_taken_out: tuple[int, ...] = ()
    put_in: tuple[str, ...] = ()
    moved: bool = False
    seal_fits: bool = True

    @property
    def as_written(self) -> bool:
        """Whether nothing speaks against it."""
        return not (self.taken_out or self.put_in or self.moved) and self.seal_fits


def wholeness(given: GivenSheet) -> Wholeness:
    """Whether all rows of a sheet are there, no others, and in their order; what they say is for ``verify``."""
    told = Counter(row.sheet.sheet for row in given.rows if row.sheet)
    if not told:
        return Wholeness(None)
    sheet = told.most_common(1)[0][0]
    own: dict[int, GivenRow] = {}
    put_in = []
    for row in given.rows:
        if row.sheet and row.sheet.sheet == sheet and row.sheet.number not in own:
            own[row.sheet.number] = row
        else:
            put_in.append(row.place)
    in_order = [own[number] for number in sorted(own)]
    taken_out = max(sheet.rows - len(own), 0)
    first = tuple(islice((number for number in range(1, sheet.rows + 1) if number not in own), min(taken_out, TOLD)))
    seal_fits = taken_out > 0 or given.fits(sheet, in_order)
    return Wholeness(sheet, taken_out, first, tuple(put_in), list(own) != sorted(own), seal_fits)


def verify(given: GivenSheet, rows: Sequence[SheetRow]) -> Iterator[Verified]:
    """Each row of a sheet in turn, held against all rows of the store as they stand.

    Of a sheet without the names of the editors, it makes no difference who they are.
    """
    standing = {row.quote: row for row in rows}
    sheet = wholeness(given).sheet
    hides_names = sheet is not None and sheet.nameless
    for one in given.rows:
        row = standing.get(one.quote)
        if row is None:
            yield Verified(one, Holds.GONE)
        elif hides_names:
            yield _held_unnamed(given, one, given.told(*nameless([row])))
        else:
            yield _held(given, one, given.told(row))


def _held_unnamed(given: GivenSheet, row: GivenRow, standing: Fields) -> Verified:
    """How a row stands without names, of which only its own seal tells whether another number was written in."""
    found = _held(given, row, _unnamed(row, standing))
    stands = found.holds is not Holds.STANDS or found.row.as_written
    return found if stands else replace(found, holds=Holds.SHEET_CHANGED)


def _unnamed(given: GivenRow, standing: Fields) -> Fields:
    """What stands, with editors numbered as in a sheet that does so, since the same one may have another number."""
    return {
        title: told if _names_alike(title, said, told) else said
        for title, said, told in ((title, said, given.fields.get(title, "")) for title, said in standing.items())
    }


def _names_alike(title: str, said: str, given: str) -> bool:
    names = title in _NAMING or title.endswith(_NAMING_KEY)
    return names and _NUMBERED.sub("", said) == _NUMBERED.sub("", given)


def _held(given: GivenSheet, row: GivenRow, standing: Fields) -> Verified:
    row = given.as_meant(row, standing)
    deviations = tuple(_deviations(row.fields, standing))
    if not deviations:
        return Verified(row, Holds.STANDS)
    if row.as_written:
        return Verified(row, Holds.STORE_CHANGED, deviations)
    store_changed = row.seal != seal(standing)
    return Verified(row, Holds.BOTH_CHANGED if store_changed else Holds.SHEET_CHANGED, deviations)


def _deviations(sheet: Mapping[str, str], store: Mapping[str, str]) -> Iterator[Deviation]:
    for field in dict.fromkeys((*sheet, *store)):
        one, other = sheet.get(field, ""), store.get(field, "")
        if one != other:
            yield Deviation(field, one, other)
