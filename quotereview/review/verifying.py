"""Whether a sheet that was handed on still says what the store holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotereview.export import Fields, GivenRow, GivenSheet, seal
from quotereview.model import SheetRow


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


def verify(given: GivenSheet, rows: Sequence[SheetRow]) -> Iterator[Verified]:
    """Each row of a sheet in turn, held against all rows of the store as they stand."""
    standing = {row.quote: row for row in rows}
    for one in given.rows:
        row = standing.get(one.quote)
        yield Verified(one, Holds.GONE) if row is None else _held(given, one, given.told(row))


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
