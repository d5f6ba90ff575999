"""LibreOffice as somebody uses it who fills in a sheet: opens the file, types, saves."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

PROGRAM = shutil.which("soffice")
PYTHONS = ("/usr/bin/python3", "python3")
TYPING = Path(__file__).parent / "at_the_keyboard.py"
FORMS = {
    ".xlsx": {"filter": "Calc MS Excel 2007 XML", "load": {}, "save": {}},
    ".csv": {
        "filter": "Text - txt - csv (StarCalc)",
        "load": {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1,,0,false,false"},
        "save": {"FilterOptions": "44,34,76,1"},
    },
}
"""How LibreOffice opens and saves each form; of CSV, by the options that its dialog proposes."""


class Typed(NamedTuple):
    """Words that somebody types into a cell; rows are counted from 0, the titles not being one."""

    row: int
    title: str
    words: str


@cache
def speaking_python() -> str | None:
    """A Python that LibreOffice can be told by, None where there is none."""
    found = filter(None, map(shutil.which, PYTHONS))
    return next(filter(_speaks, found), None)


def _speaks(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def lacks() -> str:
    """What is missing to have LibreOffice type, empty where nothing is."""
    if PROGRAM is None:
        return "LibreOffice is not there: apt install libreoffice-calc-nogui"
    return "" if speaking_python() else "no Python speaks to LibreOffice: apt install python3-uno"


def type_into(sheet: Path, typed: Sequence[Typed]) -> None:
    """Have LibreOffice open a sheet, type into its cells, and save it in its own form."""
    asked = {
        "program": PROGRAM,
        "pipe": f"quotereview-{sheet.parent.name}-{sheet.suffix[1:]}",
        "file": str(sheet),
        "typed": [one._asdict() for one in typed],
        **FORMS[sheet.suffix],
    }
    command = [str(speaking_python()), str(TYPING), json.dumps(asked)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
