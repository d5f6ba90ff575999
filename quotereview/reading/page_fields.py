"""What a web page says of its article in data for other programs: schema.org, OpenGraph and the like."""

import json
import re
from collections.abc import Iterator
from typing import Any

from quotereview.model import Field
from quotereview.reading.page_blocks import Element
from quotereview.reading.telling import Telling, cleaned

DEEPEST = 20
_KINDS = ("Article", "Posting", "Report")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_META = {
    "og:site_name": Field.OUTLET,
    "og:title": Field.HEADLINE,
    "author": Field.BYLINE,
    "byl": Field.BYLINE,
    "article:published_time": Field.PUBLISHED,
    "datepublished": Field.PUBLISHED,
    "dc.date.issued": Field.PUBLISHED,
    "article:modified_time": Field.UPDATED,
    "og:updated_time": Field.UPDATED,
    "datemodified": Field.UPDATED,
    "og:url": Field.URL,
    "og:locale": Field.LANGUAGE,
}
_OF_SCHEMA = {
    Field.OUTLET: ("publisher",),
    Field.HEADLINE: ("headline",),
    Field.DECK: ("alternativeHeadline",),
    Field.BYLINE: ("author",),
    Field.DATELINE: ("dateline",),
    Field.PUBLISHED: ("datePublished",),
    Field.UPDATED: ("dateModified",),
    Field.URL: ("url", "mainEntityOfPage", "@id"),
    Field.EDITION: ("printEdition", "version"),
    Field.WIRE_CREDIT: ("creditText", "sourceOrganization", "provider"),
    Field.LANGUAGE: ("inLanguage",),
}


def tell(root: Element, text: str, telling: Telling) -> None:
    """Take what a page says of its article; the surest place first."""
    if saved := _SAVED_FROM.search(text[:2000]):
        telling.tell(Field.URL, saved[1], "the browser that saved the page")
    for thing in _described(root):
        tell_schema(thing, telling)
    for link in root.xpath("//link[@rel='canonical'][@href]"):
        telling.tell(Field.URL, link.get("href"), "link canonical")
    _tell_meta(root, telling)
    for moment in root.xpath("//time[@datetime][@itemprop='datePublished' or @pubdate]"):
        telling.tell(Field.PUBLISHED, moment.get("datetime"), "element “time”")
    telling.tell(Field.LANGUAGE, root.get("lang"), "attribute lang")
    for title in root.xpath("//head/title"):
        telling.tell(Field.HEADLINE, title.text_content(), "element “title”")


def tell_schema(thing: dict[str, Any], telling: Telling) -> None:
    """Take what an article of schema.org says of itself."""
    for field, names in _OF_SCHEMA.items():
        for name in names:
            value = words(thing.get(name))
            if field is not Field.URL or (value and value.startswith("http")):
                telling.tell(field, value, f"schema.org {name}")


def body_of(root: Element) -> str | None:
    """The words of the article's body, where the page gives them as data, too."""
    bodies = (cleaned(thing.get("articleBody")) for thing in _described(root))
    return next(filter(None, bodies), None)


def titles_of(root: Element) -> list[str]:
    """What the page calls its article, the surest first."""
    told = [thing.get("headline") for thing in _described(root)]
    told += root.xpath("//meta[@property='og:title']/@content")
    told += [title.text_content() for title in root.xpath("//head/title")]
    return [words for words in map(cleaned, told) if words]


def articles_in(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The articles of schema.org in some JSON, in order."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from articles_in(one, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_KINDS) for kind in named):
            yield data
        for name in ("@graph", "mainEntity"):
            yield from articles_in(data.get(name), depth + 1)


def _described(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            yield from articles_in(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue  # a page whose data cannot be read is still a page


def _tell_meta(root: Element, telling: Telling) -> None:
    for meta in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = meta.get(attribute, "")
            field = _META.get(name.lower())
            if field:
                telling.tell(field, meta.get("content"), f"meta {attribute} {name}")


def words(value: object) -> str | None:
    """A value of schema.org as words: a name, or the names of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(words, value))) or None
    if isinstance(value, dict):
        return cleaned(value.get("name")) or cleaned(value.get("@id")) or cleaned(value.get("@value"))
    return cleaned(value)
