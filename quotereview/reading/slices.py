"""The very bytes of a part of a file: of an element of XML, of an object in JSON."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any
from xml.parsers import expat

from quotereview.errors import Unreadable
from quotereview.reading.decoding import Decoded

DEEPEST = 20
_INNER = frozenset({"@graph", "mainEntity", "items", "articles"})
"""Under which names of an object others may stand that are articles."""
_SPACE = re.compile(r"[ \t\n\r]*")
_DECLARED = re.compile(rb"""<\?xml[^>]{1,80}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_JSON = json.JSONDecoder()


def elements(name: str, content: bytes, names: Collection[str]) -> list[bytes]:
    """The bytes of each element of these local names in some XML, in the order in which they begin.

    Raises Unreadable where they cannot be told.
    """
    try:
        return _elements(content, names)
    except (expat.ExpatError, ValueError, LookupError):
        pass  # in an encoding that the parser does not know
    try:
        declared = _DECLARED.match(content)
        encoding = declared[1].decode("ascii") if declared else "utf-8"
        text = content.decode(encoding)
        found = [piece.decode() for piece in _elements(text.encode(), names, "utf-8")]
        if text.encode(encoding) == content:
            return [piece.encode(encoding) for piece in found]
    except (expat.ExpatError, ValueError, LookupError):
        pass
    raise Unreadable(f"“{name}” cannot be cut into its articles as they stand; save each of them by itself.")


def _elements(content: bytes, names: Collection[str], encoding: str | None = None) -> list[bytes]:
    open_ends: list[int] = []
    bounds: list[list[int]] = []
    parser = expat.ParserCreate(encoding)

    def begin(name: str, _: dict[str, str]) -> None:
        if name.rpartition(":")[2] in names:
            open_ends.append(len(bounds))
            bounds.append([parser.CurrentByteIndex])

    def end(name: str) -> None:
        if name.rpartition(":")[2] in names:
            bounds[open_ends.pop()].append(_end(content, parser.CurrentByteIndex, name))

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(content, True)
    return [content[first:last] for first, last in bounds]


def _end(content: bytes, at: int, name: str) -> int:
    """Where an element ends whose closing tag begins at a place; of one without, that is the place behind it."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        if content.startswith(f"</{name}".encode(encoding), at):
            closed = ">".encode(encoding)
            return content.index(closed, at) + len(closed)
    return at


def objects(name: str, original: bytes, decoded: Decoded, data: object) -> dict[int, bytes]:
    """The bytes of the objects that may be articles in some JSON, by the identity of what was read of them (``data``).

    Raises Unreadable where they cannot be told.
    """
    if not original.endswith(decoded.text.encode(decoded.encoding)):
        raise Unreadable(f"“{name}” cannot be cut into its articles as they stand; save it as UTF-8 and try again.")
    text = decoded.text
    places = [(id(data), _space(text, 0), len(text.rstrip())), *_objects(text, data, 0, 0)]
    return {object: text[first:last].encode(decoded.encoding) for object, first, last in places}


def _objects(text: str, value: Any, at: int, depth: int) -> Iterator[tuple[int, int, int]]:
    """The identities of the objects within a list, and within some members of an object, and their places."""
    if depth > DEEPEST or not isinstance(value, (dict, list)):
        return
    for number, (key, first, last) in enumerate(_members(text, _space(text, at))):
        if isinstance(value, dict) and key not in _INNER:
            continue
        member = value[number] if isinstance(value, list) else value[key]
        if isinstance(member, dict):
            yield id(member), first, last
        yield from _objects(text, member, first, depth + 1)


def _members(text: str, at: int) -> Iterator[tuple[str | None, int, int]]:
    """The members of the list or object that begins at a place: their names, if any, and where their values stand."""
    named, at = text[at] == "{", _space(text, at + 1)
    while text[at] not in "]}":
        key = None
        if named:
            key, at = _JSON.raw_decode(text, at)
            at = _space(text, _space(text, at) + 1)
        _, end = _JSON.raw_decode(text, at)
        yield key, at, end
        at = _space(text, end)
        at = _space(text, at + 1) if text[at] == "," else at


def _space(text: str, at: int) -> int:
    """Where the white space at a place ends."""
    found = _SPACE.match(text, at)
    return found.end() if found else at
