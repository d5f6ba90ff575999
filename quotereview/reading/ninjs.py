"""News in JSON: ninjs of the IPTC, and articles of schema.org."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, Zone
from quotereview.reading import jsonl, limits, page_fields, slices, web_page
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Decoded, decode
from quotereview.reading.page_blocks import blocks

ENDINGS: tuple[str, ...] = (".json", ".ninjs", ".jsonld")
SHEET = "quotereview quotes"
"""What a sheet of ours in JSON calls itself, which somebody may take for articles."""

_FIELDS = {
    "headline": Field.HEADLINE,
    "subheadline": Field.DECK,
    "byline": Field.BYLINE,
    "by": Field.BYLINE,
    "located": Field.DATELINE,
    "firstcreated": Field.PUBLISHED,
    "contentcreated": Field.PUBLISHED,
    "versioncreated": Field.UPDATED,
    "version": Field.EDITION,
    "edition": Field.EDITION,
    "language": Field.LANGUAGE,
    "infosources": Field.OUTLET,
    "provider": Field.OUTLET,
    "copyrightholder": Field.WIRE_CREDIT,
}
_ROLES = {"headlines": Field.HEADLINE, "sub": Field.DECK, "deck": Field.DECK, "subheadline": Field.DECK}
_PAGES = ("body_xhtml", "body_html", "body")


def knows(first: bytes) -> bool:  # noqa: ARG001 - lines of JSON begin in the same way
    """Nothing but the ending tells it from lines of JSON."""
    return False


def articles(name: str, file: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of the file called ``name``, and the reason for each one that holds no words."""
    try:
        original = limits.whole_file(name, file)
        decoded = decode(name, original)
        things = _things(name, original, decoded)
    except Unreadable as error:
        yield error
        return
    for number, (thing, own) in enumerate(things, 1):
        try:
            yield _article(name if own is original else f"{name}, article {number}", own, thing, decoded.encoding)
        except Unreadable as error:
            yield error


def _things(name: str, original: bytes, decoded: Decoded) -> list[tuple[dict[str, Any], bytes]]:
    """The articles of a file, each with its own bytes; of a single one these are the file's."""
    try:
        data = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{name}” is not JSON; load it anew from where it came.") from error
    if isinstance(data, dict) and data.get("form") == SHEET:
        raise Unreadable(f"“{name}” is a sheet of quotes, and no article: `quotereview import` takes a whole one back.")
    found = list(page_fields.articles_in(data)) or [one for one in _listed(data) if isinstance(one, dict)]
    if not found:
        raise Unreadable(f"“{name}” holds no article of ninjs or schema.org; check that it is the right file.")
    limits.check_number(name, len(found))
    if len(found) == 1:
        return [(found[0], original)]
    own = slices.objects(name, original, decoded, data)
    return [(thing, own[id(thing)]) for thing in found]


def _listed(data: object) -> list[Any]:
    """The items of a list, or of a message that holds one."""
    if isinstance(data, dict):
        inner = data.get("items") or data.get("articles")
        return inner if isinstance(inner, list) else [data]
    return data if isinstance(data, list) else []


def _article(place: str, original: bytes, thing: dict[str, Any], encoding: str) -> Article:
    copy = Copy()
    if "@type" in thing:
        page_fields.tell_schema(thing, copy.telling)
        if isinstance(thing.get("articleBody"), str):
            copy.add(thing["articleBody"])
    elif isinstance(thing.get("text"), str):
        return jsonl.told(place, original, thing, encoding)
    else:
        _write(place, thing, copy)
        _tell(thing, copy)
    return copy.article(place, original, encoding)


def _write(place: str, thing: dict[str, Any], copy: Copy) -> None:
    """The words of an item, of several forms the longest, which is the one with its markup."""
    bodies = [body for body in _several(thing.get("bodies")) if isinstance(body.get("value"), str)]
    if bodies:
        body = max(bodies, key=lambda body: len(body["value"]))
        kind = str(body.get("contentType", body.get("contenttype", "")))  # as versions from 3 on have it, or before
        _write_body(place, body["value"], "html" in kind, copy)
        return
    if isinstance(thing.get("body_text"), str):
        copy.add(thing["body_text"])
        return
    for name in _PAGES:
        if isinstance(thing.get(name), str):
            _write_body(place, thing[name], True, copy)
            return


def _write_body(place: str, words: str, is_page: bool, copy: Copy) -> None:
    if not (is_page and words.strip()):
        copy.add(words)
        return
    for block in blocks(web_page.parsed(place, words)):
        caption = any(above.tag == "figcaption" for above in (block.element, *block.element.iterancestors()))
        copy.add(block.words, Zone.CAPTION if caption else None)


def _tell(thing: dict[str, Any], copy: Copy) -> None:
    for headline in _several(thing.get("headlines")):
        field = _ROLES.get(str(headline.get("role", "")), Field.HEADLINE)
        copy.telling.tell(field, headline.get("value"), "field “headlines”")
    called = {name.lower(): name for name in thing}  # from version 3 on, names have capitals within
    for lower, field in _FIELDS.items():
        name = called.get(lower, lower)
        value = thing.get(name)
        if isinstance(value, int):
            value = str(value)
        copy.telling.tell(field, page_fields.words(value), f"field “{name}”")
    for name in ("url", "uri"):
        if str(thing.get(name, "")).startswith("http"):
            copy.telling.tell(Field.URL, thing[name], f"field “{name}”")


def _several(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
