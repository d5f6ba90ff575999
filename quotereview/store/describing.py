"""What an article says of itself, and the zones that its file tells, as two columns in JSON and back."""

import json
import sqlite3

from quotereview.model import Described, Field, Span, Stretch, Zone
from quotereview.store.rows import Columns

READ_EARLIER = "its file, as an earlier version read it"
_COLUMNS = (Field.OUTLET, Field.PUBLISHED, Field.HEADLINE, Field.BYLINE, Field.URL)


def columns(described: tuple[Described, ...], zones: tuple[Stretch, ...]) -> Columns:
    """The two columns; NULL where there is nothing to tell."""
    fields: list[list[object]] = [[one.field, one.value, one.origin, *_place(one.place)] for one in described]
    return {"described": _written(fields), "told_zones": written_zones(zones)}


def written_zones(zones: tuple[Stretch, ...]) -> str | None:
    """Zones as a column; NULL where there are none."""
    return _written([[stretch.span.start, stretch.span.end, stretch.zone] for stretch in zones])


def described(row: sqlite3.Row) -> tuple[Described, ...]:
    """What an article says of itself; of one kept before that was kept, what stands in its columns."""
    if row["described"] is None:
        return tuple(Described(field, row[field], READ_EARLIER) for field in _COLUMNS if row[field] is not None)
    return tuple(
        Described(Field(field), value, origin, None if start is None else Span(start, end))
        for field, value, origin, start, end in json.loads(row["described"])
    )


def read_zones(column: str | None) -> tuple[Stretch, ...]:
    """The zones of such a column."""
    return tuple(Stretch(Span(start, end), Zone(zone)) for start, end, zone in json.loads(column or "[]"))


def _place(place: Span | None) -> tuple[int | None, int | None]:
    return (place.start, place.end) if place else (None, None)


def _written(values: list[list[object]]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None
