"""Feeds (RSS 0.9 to 2.0, Atom): each entry with words is an article, as far as the feed holds it."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from lxml import etree

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import limits, markup, slices, web_page
from quotereview.reading.copy import Copy
from quotereview.reading.markup import Element
from quotereview.reading.page_blocks import blocks

ENDINGS: tuple[str, ...] = (".rss", ".atom", ".rdf", ".xml")
_Said = tuple[Field, str | None, str]
_ROOTS = frozenset({"rss", "feed", "RDF"})
_ENTRIES = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")
_MAILED = re.compile(r"^\S+@\S+ \((.+)\)$")
"""An author as RSS has it: an address, then the name."""
_FIELDS = {
    "creator": Field.BYLINE,
    "author": Field.BYLINE,
    "pubDate": Field.PUBLISHED,
    "published": Field.PUBLISHED,
    "date": Field.PUBLISHED,
    "updated": Field.UPDATED,
    "modified": Field.UPDATED,
    "language": Field.LANGUAGE,
    "source": Field.WIRE_CREDIT,
}


def knows(first: bytes) -> bool:
    """The outermost element tells a feed."""
    return markup.root_name(first) in _ROOTS


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the feed called ``name``, and the reason for each entry that cannot be had."""
    try:
        content = limits.whole_file(name, file)
        root = markup.parsed(name, content)
        entries = [element for element in root.iter() if markup.local(element) in _ENTRIES]
        if not entries:
            raise Unreadable(f"“{name}” holds no entries of a feed; check that it is the right file.")
        limits.check_number(name, len(entries))
        originals = slices.elements(name, content, _ENTRIES)
        feed = tuple(_of_feed(root))
    except Unreadable as error:
        yield error
        return
    for number, (entry, original) in enumerate(zip(entries, originals, strict=True), 1):
        try:
            yield _article(f"{name}, entry {number}", original, entry, feed)
        except Unreadable as error:
            yield error


def _article(place: str, original: bytes, entry: Element, feed: Iterable[_Said]) -> Article:
    copy = Copy()
    for title in markup.below(entry, "title")[:1]:
        copy.add_field(Field.HEADLINE, _plain(place, title), "element “title” of the entry", Zone.HEADLINE)
    _write_body(place, entry, copy)
    _tell_entry(entry, copy)
    for said in feed:
        copy.telling.tell(*said)
    return copy.article(place, original, markup.encoding_of(entry))


def _tell_entry(entry: Element, copy: Copy) -> None:
    """What an entry says of its article."""
    for name, field in _FIELDS.items():
        for child in markup.below(entry, name):
            words = " ".join(markup.words_of(one) for one in markup.below(child, "name")) or markup.words_of(child)
            copy.telling.tell(field, _MAILED.sub(r"\1", words), f"element “{name}” of the entry")
    for link in markup.below(entry, "link"):
        if link.get("rel", "alternate") == "alternate":
            copy.telling.tell(Field.URL, link.get("href") or link.text, "element “link” of the entry")
    copy.telling.tell(Field.LANGUAGE, entry.get(markup.LANGUAGE), "attribute “xml:lang” of the entry")


def _of_feed(root: Element) -> Iterator[_Said]:
    """What a feed says of all its articles."""
    channel = (markup.below(root, "channel") or [root])[0]
    for title in markup.below(channel, "title")[:1]:
        yield Field.OUTLET, markup.words_of(title), "title of the feed"
    for language in markup.below(channel, "language")[:1]:
        yield Field.LANGUAGE, language.text, "element “language” of the feed"
    yield Field.LANGUAGE, root.get(markup.LANGUAGE), "attribute “xml:lang” of the feed"


def _write_body(place: str, entry: Element, copy: Copy) -> None:
    """The longest form of an entry that the feed holds, its markup taken off."""
    for name in _BODIES:
        for body in markup.below(entry, name)[:1]:
            inner = "".join([body.text or "", *(etree.tostring(child, encoding="unicode") for child in body)])
            if inner.strip():
                for block in blocks(web_page.parsed(place, inner)):
                    copy.add(block.words)
                return


def _plain(place: str, element: Element) -> str:
    """The words of a title, which may hold markup as text."""
    words = markup.words_of(element)
    if "<" not in words and "&" not in words:
        return words
    return " ".join(block.words for block in blocks(web_page.parsed(place, words)))
