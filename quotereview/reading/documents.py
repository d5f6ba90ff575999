"""What word processors' documents have in common: styles, properties, and their parts in a zip file; bounded."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from quotereview.errors import Unreadable
from quotereview.model import Field, Zone
from quotereview.reading.copy import Copy
from quotereview.reading.markup import LARGEST_MARKUP
from quotereview.reading.telling import Telling

DOCUMENTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"mimetype")
"""What the first part of a document is called, or begins with, whichever program wrote it."""

STYLES = {
    "title": (Field.HEADLINE, Zone.HEADLINE),
    "headline": (Field.HEADLINE, Zone.HEADLINE),
    "heading1": (Field.HEADLINE, Zone.HEADLINE),
    "subtitle": (Field.DECK, Zone.HEADLINE),
    "deck": (Field.DECK, Zone.HEADLINE),
    "byline": (Field.BYLINE, None),
    "dateline": (Field.DATELINE, None),
}
"""What a paragraph of a style tells, the first of its kind."""

_CAPTIONS = frozenset({"caption", "illustration", "figure"})
_NOBODY = frozenset(
    [
        *("admin", "administrator", "anonymous", "author", "microsoft office user", "owner", "python-docx", "root"),
        *("unknown", "user", "windows user"),
    ]
)
"""Authors that programs fill in by themselves."""


def tell(telling: Telling, said: Mapping[str, str | None], fields: Mapping[str, Field], made: str = "") -> None:
    """Take the fields that the properties of a document say, by their names; ``made`` is that of when it was made.

    One that is as it was made was not updated, and an author that a program filled in is nobody.
    """
    for name, field in fields.items():
        words = said.get(name) or ""
        nobody = field is Field.BYLINE and words.strip().casefold() in _NOBODY
        if not (nobody or (field is Field.UPDATED and words == said.get(made))):
            telling.tell(field, words, f"document property “{name}”")


def write(copy: Copy, words: str, style: str, *, is_headline: bool = False) -> None:
    """Write a paragraph of a style, which may tell what it is.

    ``is_headline``: it is a heading of the first rank, whatever its style is called.
    """
    key = "heading1" if is_headline else style.replace(" ", "").casefold()
    field, zone = STYLES.get(key, (None, None))
    if field and copy.telling.said(field) is None:
        copy.add_field(field, words, f"paragraph of style “{style}”", zone)
    else:
        copy.add(words, Zone.CAPTION if key in _CAPTIONS else None)


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
