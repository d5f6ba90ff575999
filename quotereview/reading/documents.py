"""What is within a document that is a zip of parts, as word processors write them; bounded."""

import zipfile
import zlib
from io import BytesIO

from quotereview.errors import Unreadable
from quotereview.reading.markup import LARGEST_MARKUP

DOCUMENTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"mimetype")
"""What the first part of a document is called, or begins with, whichever program wrote it."""


def part(name: str, original: bytes, path: str) -> bytes | None:
    """A part of a document by its path, None where it has none; only as much as is due is unpacked.

    Raises Unreadable where the document is damaged, locked or unpacks without end.
    """
    try:
        with zipfile.ZipFile(BytesIO(original)) as document:
            if path not in document.NameToInfo:
                return None
            with document.open(path) as file:
                content = file.read(LARGEST_MARKUP + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Unreadable(f"“{name}” is damaged or locked with a password; open it and save it anew.") from error
    if len(content) > LARGEST_MARKUP:
        raise Unreadable(f"“{name}” unpacks to more than 30 MB of text, as no article does; save its text alone.")
    return content
