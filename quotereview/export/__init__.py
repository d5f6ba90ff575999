"""What stands to files, and back: the sheet's columns, one module per format."""

from quotereview.export.given import Fields, GivenRow, GivenSheet, read
from quotereview.export.sheet import UNDECIDED, seal
from quotereview.export.write import write

__all__ = ["UNDECIDED", "Fields", "GivenRow", "GivenSheet", "read", "seal", "write"]
