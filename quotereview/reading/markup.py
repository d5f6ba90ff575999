"""XML as the formats of news and of word processors hold it: no entities of its own, nothing fetched, bounded."""

import re
from typing import Any

from lxml import etree

from quotereview.errors import Unreadable

LARGEST_MARKUP = 30_000_000  # bytes
MOST_TAGS = 1_000_000
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOT = re.compile(r"\s*<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})[\s/>]")
_BEFORE_ROOT = re.compile(r"\s*(<\?|<!--|<!)")
_CLOSED_BY = {"<?": "?>", "<!--": "-->", "<!": ">"}
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)

Element = Any  # lxml has no types


def root_name(first: bytes) -> str | None:
    """The local name of the outermost element of XML that begins with such bytes, None where they are no XML."""
    text = first.replace(b"\0", b"").decode("ascii", "replace").lstrip("\ufffd \t\r\n")
    at = 0
    while opening := _BEFORE_ROOT.match(text, at):
        end = text.find(_CLOSED_BY[opening[1]], opening.end())
        if end < 0:
            return None
        at = end + len(_CLOSED_BY[opening[1]])
    found = _ROOT.match(text, at)
    return found[1] if found else None


def parsed(name: str, content: bytes) -> Element:
    """The outermost element. Raises Unreadable where it is no XML, defines entities, or is nested without end."""
    if _ENTITY.search(content.replace(b"\0", b"")):  # in UTF-16, too
        raise Unreadable(f"“{name}” defines entities of its own, which is not safe to read; save it without them.")
    if content.count(b"<") > MOST_TAGS:
        raise Unreadable(f"“{name}” holds more than {MOST_TAGS:,} tags, as no article does; save its text alone.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"“{name}” is not whole XML{_from(error)}; load it anew from where it came.") from error
    except ValueError as error:
        raise Unreadable(f"“{name}” is not whole XML; load it anew from where it came.") from error
    if root is None:
        raise Unreadable(f"“{name}” holds no XML; load it anew from where it came.")
    return root


def _from(error: SyntaxError) -> str:
    """From which line on, where the parser knows; what else it says is in its own words."""
    return f" from line {error.lineno} on" if error.lineno else ""


def encoding_of(element: Element) -> str:
    """The encoding of the file that an element was read from."""
    return str(element.getroottree().docinfo.encoding or "utf-8").lower()


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_of(element: Element) -> str:
    """All words in an element, in one line."""
    return " ".join("".join(element.itertext()).split())


def below(element: Element, *path: str) -> Element:
    """The elements at a path of names below one, whatever their namespaces."""
    return element.xpath("./" + "/".join(f"*[local-name()='{name}']" for name in path))


def anywhere(element: Element, name: str) -> Element:
    """All elements of a name within one, whatever their namespaces."""
    return element.xpath(f".//*[local-name()='{name}']")
