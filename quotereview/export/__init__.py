"""What stands to files, and back: the sheet's columns, one module per format."""

from quotereview.export.citation import cite, verified
from quotereview.export.given import Fields, GivenRow, GivenSheet, read
from quotereview.export.json import record
from quotereview.export.printed import MOST as MOST_PRINTED
from quotereview.export.sealing import SheetSeal
from quotereview.export.sheet import (
    ALWAYS,
    CHECKED_AT,
    CHECKED_BY,
    CHOOSABLE,
    NOTE,
    QUOTE,
    SPEAKER,
    UNDECIDED,
    VERDICT,
    chosen,
    seal,
)
from quotereview.export.whole import WholeSheet
from quotereview.export.whole import read as read_whole
from quotereview.export.write import has_columns, put, write, write_whole

__all__ = [
    "ALWAYS",
    "CHECKED_AT",
    "CHECKED_BY",
    "CHOOSABLE",
    "MOST_PRINTED",
    "NOTE",
    "QUOTE",
    "SPEAKER",
    "UNDECIDED",
    "VERDICT",
    "Fields",
    "GivenRow",
    "GivenSheet",
    "SheetSeal",
    "WholeSheet",
    "chosen",
    "cite",
    "has_columns",
    "put",
    "read",
    "read_whole",
    "record",
    "seal",
    "verified",
    "write",
    "write_whole",
]
