"""News in NewsML-G2: each news item that carries its words is an article."""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import limits, markup, nitf, slices, web_page
from quotereview.reading.copy import Copy
from quotereview.reading.markup import Element
from quotereview.reading.page_blocks import blocks

ENDINGS: tuple[str, ...] = (".newsml", ".xml")
_ROOTS = frozenset({"newsItem", "newsMessage"})
_ITEM = "newsItem"
_FIELDS = (
    (("contentMeta", "headline"), Field.HEADLINE),
    (("contentMeta", "by"), Field.BYLINE),
    (("contentMeta", "creator", "name"), Field.BYLINE),
    (("contentMeta", "dateline"), Field.DATELINE),
    (("contentMeta", "creditline"), Field.WIRE_CREDIT),
    (("contentMeta", "infoSource", "name"), Field.WIRE_CREDIT),
    (("itemMeta", "firstCreated"), Field.PUBLISHED),
    (("contentMeta", "contentCreated"), Field.PUBLISHED),
    (("contentMeta", "contentModified"), Field.UPDATED),
    (("itemMeta", "versionCreated"), Field.UPDATED),
    (("rightsInfo", "copyrightHolder", "name"), Field.WIRE_CREDIT),
    (("itemMeta", "provider", "name"), Field.OUTLET),
)


def knows(first: bytes) -> bool:
    """The outermost element tells NewsML-G2."""
    return markup.root_name(first) in _ROOTS


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the file called ``name``, and the reason for each item that holds no words."""
    try:
        original = limits.whole_file(name, file)
        root = markup.parsed(name, original)
        items = [element for element in root.iter() if markup.local(element) == _ITEM]
        limits.check_number(name, len(items))
        own = slices.elements(name, original, (_ITEM,))
    except Unreadable as error:
        yield error
        return
    for number, (item, slice) in enumerate(zip(items, own, strict=True), 1):
        whole = item is root
        try:
            yield _article(name if whole else f"{name}, item {number}", original if whole else slice, item)
        except Unreadable as error:
            yield error


def _article(place: str, original: bytes, item: Element) -> Article:
    copy = Copy()
    _write(place, item, copy)
    for path, field in _FIELDS:
        for element in markup.below(item, *path):
            is_deck = field is Field.HEADLINE and "sub" in element.get("role", "")
            told = Field.DECK if is_deck else field
            copy.telling.tell(told, markup.words_of(element), f"element “{'/'.join(path)}”")
    for provider in markup.below(item, "itemMeta", "provider"):
        copy.telling.tell(Field.OUTLET, provider.get("literal"), "attribute “literal” of “itemMeta/provider”")
    for language in markup.below(item, "contentMeta", "language"):
        copy.telling.tell(Field.LANGUAGE, language.get("tag"), "attribute “tag” of “contentMeta/language”")
    copy.telling.tell(Field.LANGUAGE, item.get(markup.LANGUAGE), "attribute “xml:lang” of “newsItem”")
    copy.telling.tell(Field.EDITION, item.get("version"), "attribute “version” of “newsItem”")
    return copy.article(place, original, markup.encoding_of(item))


def _write(place: str, item: Element, copy: Copy) -> None:
    """The words of an item: NITF or a page within it, or plain text."""
    for content in markup.below(item, "contentSet", "inlineXML")[:1]:
        for inner in content:
            if markup.local(inner) == "nitf":
                nitf.write(inner, copy)
            else:
                _write_page(place, etree.tostring(inner, encoding="unicode", with_tail=False), copy)
        return
    for content in markup.below(item, "contentSet", "inlineData")[:1]:
        copy.add("".join(content.itertext()))


def _write_page(place: str, page: str, copy: Copy) -> None:
    for block in blocks(web_page.parsed(place, page)):
        if block.element.tag == "h1":
            copy.add_field(Field.HEADLINE, block.words, "element “h1”", Zone.HEADLINE)
        else:
            copy.add(block.words)
