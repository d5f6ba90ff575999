"""Files and bytes to articles: one module per format, a sentence for each thing that cannot be read."""

from quotereview.reading.files import count, find_files, read, read_bytes, read_content
from quotereview.reading.formats import endings
from quotereview.reading.pasted import read_page
from quotereview.reading.rereading import read_again, samples

__all__ = ["count", "endings", "find_files", "read", "read_again", "read_bytes", "read_content", "read_page", "samples"]
