"""The table that says how often proposals of each confidence were right: made by training, and shipped."""

import json
from pathlib import Path
from typing import Any

from quotereview.errors import ResourceFault
from quotereview.model import ReliabilityRow, ReliabilityTable
from quotereview.paths import resource

FILE = "reliability.json"


def shipped() -> ReliabilityTable:
    """The table that comes with the weights; ResourceFault if it is not there or damaged."""
    return read(resource("weights", FILE))


def read(file: Path) -> ReliabilityTable:
    """The table that ``written`` put into a file; ResourceFault if it is not there or damaged."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        rows = tuple(_row(row) for row in held["rows"])
        if not rows:
            raise ValueError("no rows")
        return ReliabilityTable(str(held["measured_on"]), str(held["detector"]), rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceFault(
            f"The table of reliability “{file}” is missing or damaged, so nothing can be accepted unread;"
            " install quotereview again."
        ) from error


def written(table: ReliabilityTable) -> dict[str, Any]:
    """A table as its file holds it."""
    return {
        "measured_on": table.measured_on,
        "detector": table.detector,
        "rows": [{"from": row.confidence, "proposals": row.proposals, "right": row.right} for row in table.rows],
    }


def _row(held: dict[str, Any]) -> ReliabilityRow:
    row = ReliabilityRow(float(held["from"]), int(held["proposals"]), int(held["right"]))
    if not 0 <= row.right <= row.proposals:
        raise ValueError("not a count and a part of it")
    return row
