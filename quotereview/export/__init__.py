"""What stands to files: the sheet's columns, one module per format."""

from quotereview.export.write import write

__all__ = ["write"]
