"""Word documents: their paragraphs in order, tables row by row; the style tells headline, deck, byline and caption."""

from collections.abc import Iterator
from typing import BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import markup
from quotereview.reading.alone import alone
from quotereview.reading.copy import Copy
from quotereview.reading.documents import DOCUMENTS, part, tell, write
from quotereview.reading.markup import Element

ENDINGS: tuple[str, ...] = (".docx", ".docm")
_DOCUMENT, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "fldData", "txbxContent", "footnoteReference"})
_CORE_FIELDS = {
    "title": Field.HEADLINE,
    "creator": Field.BYLINE,
    "modified": Field.UPDATED,
    "language": Field.LANGUAGE,
}


def knows(first: bytes) -> bool:
    """The parts of a Word document are named in its beginning, if it was written in the usual order."""
    return first.startswith(b"PK\x03\x04") and first[30:].startswith(DOCUMENTS) and b"word/" in first


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of the document called ``name``, or why there is none."""
    return alone(name, file, article)


def article(name: str, original: bytes) -> Article:
    """The article of a document. Raises Unreadable where it is none, damaged, or holds no words."""
    content = part(name, original, _DOCUMENT)
    if content is None:
        raise Unreadable(f"“{name}” is no Word document, whatever its ending says; save it anew from its program.")
    copy, styles = Copy(), _style_names(name, original)
    for paragraph in markup.parsed(name, content).iter(f"{_W}p"):
        write(copy, "".join(_words(paragraph)), styles.get(_style(paragraph), _style(paragraph)))
    copy.tell_first_line()
    if core := part(name, original, _CORE):
        said = {markup.local(element): element.text for element in markup.parsed(name, core)}
        tell(copy.telling, said, _CORE_FIELDS, "created")
    return copy.article(name, original, "utf-8")


def _words(element: Element) -> Iterator[str]:
    """The words of a paragraph as they would be printed: what was deleted is not, what was inserted is."""
    for child in element:
        match markup.local(child):
            case "t":
                yield child.text or ""
            case "tab":
                yield "\t" if markup.local(element) == "r" else ""
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "\N{NON-BREAKING HYPHEN}"
            case name if name not in _GONE and name not in ("p", "pPr", "rPr"):
                yield from _words(child)


def _style(paragraph: Element) -> str:
    return next((str(style.get(f"{_W}val")) for style in paragraph.iterfind(f"{_W}pPr/{_W}pStyle")), "")


def _style_names(name: str, original: bytes) -> dict[str, str]:
    """The names of the styles by their ids, which are in the language of whoever made the document."""
    content = part(name, original, _STYLES)
    styles = markup.parsed(name, content).iter(f"{_W}style") if content else ()
    return {
        str(style.get(f"{_W}styleId")): str(named.get(f"{_W}val"))
        for style in styles
        for named in style.iterfind(f"{_W}name")
    }
