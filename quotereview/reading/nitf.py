"""News in NITF, the news agencies' older format."""

from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import markup
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.markup import Element

ENDINGS: tuple[str, ...] = (".nitf", ".xml")
_FIELDS = {
    "hl1": (Field.HEADLINE, Zone.HEADLINE),
    "hl2": (Field.DECK, Zone.HEADLINE),
    "byline": (Field.BYLINE, None),
    "dateline": (Field.DATELINE, None),
    "distributor": (Field.WIRE_CREDIT, None),
}
_ATTRIBUTES = (
    ("pubdata", "name", Field.OUTLET),
    ("pubdata", "edition.name", Field.EDITION),
    ("pubdata", "ex-ref", Field.URL),
    ("date.issue", "norm", Field.PUBLISHED),
    ("pubdata", "date.publication", Field.PUBLISHED),
    ("date.release", "norm", Field.PUBLISHED),
    ("du-key", "version", Field.EDITION),
)
_PARAGRAPHS = frozenset(
    {"p", "hl2", "media-caption", "media-producer", "li", "td", "tagline", "bibliography", "pre", "note"}
)
_CAPTIONS = frozenset({"media-caption", "media-producer"})


def knows(first: bytes) -> bool:
    """The outermost element tells NITF."""
    return markup.root_name(first) == "nitf"


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the file called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a file. Raises Unreadable where it is no XML, or holds no words."""
    copy, root = Copy(), markup.parsed(name, original)
    write(root, copy)
    return copy.article(name, original, markup.encoding_of(root))


def write(root: Element, copy: Copy) -> None:
    """Write the words of a story, and what it says of itself."""
    _write_words(root, copy)
    for name, attribute, field in _ATTRIBUTES:
        for element in markup.anywhere(root, name)[:1]:
            copy.telling.tell(field, element.get(attribute), f"attribute “{attribute}” of “{name}”")
    for title in markup.anywhere(root, "title")[:1]:
        copy.telling.tell(Field.HEADLINE, markup.words_of(title), "element “title”")
    copy.telling.tell(Field.LANGUAGE, root.get(markup.LANGUAGE), "attribute “xml:lang”")


def _is_caption(element: Element) -> bool:
    return any(markup.local(one) in _CAPTIONS for one in (element, *element.iterancestors()))


def _write_words(root: Element, copy: Copy) -> None:
    for head in markup.anywhere(root, "body.head"):
        for element in head.iter():
            if known := _FIELDS.get(markup.local(element)):
                copy.add_field(known[0], markup.words_of(element), f"element “{markup.local(element)}”", known[1])
    for body in (*markup.anywhere(root, "body.content"), *markup.anywhere(root, "body.end")):
        for element in body.iter():
            if markup.local(element) in _PARAGRAPHS and not markup.anywhere(element, "p"):
                copy.add(markup.words_of(element), Zone.CAPTION if _is_caption(element) else None)
