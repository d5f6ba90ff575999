"""Files and bytes to articles: one module per format, a sentence for each thing that cannot be read."""

from quotereview.reading.files import find_files, read, read_bytes

__all__ = ["find_files", "read", "read_bytes"]
