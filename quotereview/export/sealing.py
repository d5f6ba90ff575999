"""The seal of a sheet as a whole: over its rows in their order, its columns, and what it says that it leaves out.

Each row tells it, and its own place. So it shows when a row was taken out, put in or moved, wherever a sheet is cut.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quotereview.model import Imprint

NAMELESS = "without names"
_LINE = re.compile(rf"([0-9]{{1,9}}) of ([0-9]{{1,9}}) · ([0-9a-f]{{24}})(?: · ({NAMELESS}))?(?: · (.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SheetSeal:
    """The seal over a sheet of so many ``rows``; ``chosen`` says what it leaves out, empty where it holds all.

    ``nameless``: the names of the editors were left out.
    """

    rows: int
    seal: str
    nameless: bool = False
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What a row tells of the sheet that it was written in: its place there, from 1, and the seal of all of it."""

    number: int
    sheet: SheetSeal

    @property
    def line(self) -> str:
        """All of it as a cell says it."""
        sheet = self.sheet
        told = (f"{self.number} of {sheet.rows}", sheet.seal, NAMELESS if sheet.nameless else "", sheet.chosen)
        return " · ".join(filter(None, told))


def read(line: str) -> Place | None:
    """What a cell says of the sheet that its row was written in, None where it says nothing of the sort."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return None
    number, rows, seal, nameless, chosen = found.groups()
    return Place(int(number), SheetSeal(int(rows), seal, bool(nameless), chosen or ""))


def of_sheet(seals: Sequence[str], titles: Iterable[str], imprint: Imprint | None) -> SheetSeal:
    """The seal over a sheet that is written: over the seals of its rows, and the titles of its columns in any order."""
    sheet = SheetSeal(len(seals), "", imprint is not None and not imprint.editor, imprint.chosen if imprint else "")
    return replace(sheet, seal=over(seals, titles, sheet))


def over(seals: Sequence[str], titles: Iterable[str], sheet: SheetSeal) -> str:
    """The hash over the seals of rows in their order, the titles of columns in any order, and what the sheet says."""
    whole = {"rows": list(seals), "columns": sorted(titles), "nameless": sheet.nameless, "chosen": sheet.chosen}
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:24]
