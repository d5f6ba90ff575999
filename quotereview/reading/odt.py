"""OpenDocument texts: their paragraphs in order; the style tells headline, deck, byline and caption."""

from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import markup
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.documents import part, tell, write
from quotereview.reading.markup import Element

ENDINGS: tuple[str, ...] = (".odt", ".ott")
_KIND = b"application/vnd.oasis.opendocument.text"
_GONE = frozenset({"tracked-changes", "note", "annotation", "annotation-end", "index-body", "frame", "p", "h"})
_META_FIELDS = {
    "title": Field.HEADLINE,
    "initial-creator": Field.BYLINE,
    "date": Field.UPDATED,
    "language": Field.LANGUAGE,
}


def knows(first: bytes) -> bool:
    """The kind of a document stands at its beginning, unpacked."""
    return first.startswith(b"PK\x03\x04") and _KIND in first[:120]


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the document called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a document. Raises Unreadable where it is none, damaged, or holds no words."""
    content = part(name, original, "content.xml")
    if content is None:
        raise Unreadable(f"“{name}” is no OpenDocument text, whatever its ending says; save it anew from its program.")
    root, copy = markup.parsed(name, content), Copy()
    parents = {
        _attribute(style, "name"): _attribute(style, "parent-style-name") for style in markup.anywhere(root, "style")
    }
    for paragraph in root.xpath("//*[local-name()='text']//*[local-name()='p' or local-name()='h']"):
        if not _is_gone(paragraph):
            style = _attribute(paragraph, "style-name")
            style = (parents.get(style) or style).replace("_20_", " ")
            write(copy, "".join(_words(paragraph)), style, is_headline=_is_headline(paragraph, style))
    copy.tell_first_line()
    if meta := part(name, original, "meta.xml"):
        said = {markup.local(element): element.text for element in markup.parsed(name, meta).iter()}
        tell(copy.telling, said, _META_FIELDS, "creation-date")
    return copy.article(name, original, "utf-8")


def _is_headline(paragraph: Element, style: str) -> bool:
    """Whether a paragraph is a heading of the first rank, of which the name of its style does not tell the rank."""
    is_top = markup.local(paragraph) == "h" and _attribute(paragraph, "outline-level") == "1"
    return is_top and not style.casefold().startswith("heading")


def _words(element: Element) -> Iterator[str]:
    """The words of a paragraph, with the white space that stands for itself."""
    yield _plain(element.text)
    for child in element:
        match markup.local(child):
            case "s":
                yield " " * min(
                    int(_attribute(child, "c") or 1) if (_attribute(child, "c") or "1").isdigit() else 1, 80
                )
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case name if name and name not in _GONE:
                yield from _words(child)
        yield _plain(child.tail)


def _plain(words: str | None) -> str:
    return " ".join(f"|{words}|".split())[1:-1] if words else ""


def _is_gone(paragraph: Element) -> bool:
    return any(markup.local(above) in ("tracked-changes", "note", "annotation") for above in paragraph.iterancestors())


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
