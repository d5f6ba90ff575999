"""Opens a sheet in LibreOffice, types into cells, and has LibreOffice save it; run by the Python that it speaks to.

Called with a JSON object: ``file``; ``load`` and ``save``, the options of its filter; ``filter`` by which it is saved;
``pipe``, a name for the line to the program; and ``typed``, a list of cells, each with ``row`` (from 0, titles not
counted), ``title`` and ``words``.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60  # seconds for the program to start


def named(**values):
    """What LibreOffice is told by name."""
    found = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


def connected(pipe):
    """The program's desktop, as soon as it is there."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)


def type_into(page, typed):
    """Type words into cells that are named by row and title; what begins with an apostrophe is kept as text."""
    cursor = page.createCursor()
    cursor.gotoEndOfUsedArea(False)
    titles = [page.getCellByPosition(column, 0).String for column in range(cursor.RangeAddress.EndColumn + 1)]
    for one in typed:
        cell = page.getCellByPosition(titles.index(one["title"]), one["row"] + 1)
        if "\n" in one["words"]:
            cell.setString(one["words"])
        else:
            cell.setFormula(one["words"])


def edit(desktop, asked):
    """Open, type, and save over the same file."""
    where = Path(asked["file"]).as_uri()
    book = desktop.loadComponentFromURL(where, "_blank", 0, named(Hidden=True, **asked["load"]))
    type_into(book.Sheets.getByIndex(0), asked["typed"])
    book.storeToURL(where, named(FilterName=asked["filter"], **asked["save"]))
    book.close(True)


def main():
    """Start the program, edit, and end it."""
    asked = json.loads(sys.argv[1])
    with tempfile.TemporaryDirectory() as profile:
        command = [
            asked["program"],
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={asked['pipe']};urp;",
        ]
        office = subprocess.Popen(command)
        try:
            desktop = connected(asked["pipe"])
            edit(desktop, asked)
            desktop.terminate()
            office.wait(PATIENCE)
        finally:
            office.kill()


main()
