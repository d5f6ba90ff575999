"""Which blocks of a web page are its article's, and which only stand around it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from quotereview.model import Field, Zone
from quotereview.reading.page_blocks import Block, Element

LONGEST_CREDIT = 25  # words of a byline or a dateline
MOSTLY = 0.5
SURELY_LINKED = 0.8
SHORTEST_SENTENCE = 40  # characters
SHORTEST_BODY = 200

_AROUND = frozenset({"nav", "aside", "footer", "form", "menu", "dialog"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert"})
_AROUND_WORDS = frozenset(
    [
        "related",
        "recommended",
        "recommendations",
        "recommendation",
        "newsletter",
        "newsletters",
        "promo",
        "promos",
        "promoted",
        "teaser",
        "teasers",
        "trending",
        "share",
        "sharing",
        "social",
        "comments",
        "comment",
        "disqus",
        "sidebar",
        "rail",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "consent",
        "subscribe",
        "subscription",
        "signup",
        "popular",
        "mostread",
        "widget",
        "widgets",
        "advert",
        "advertisement",
        "ad",
        "ads",
        "advertising",
        "sponsor",
        "sponsored",
        "outbrain",
        "taboola",
        "footer",
        "nav",
        "navigation",
        "navbar",
        "menu",
        "masthead",
        "alsoread",
        "readmore",
        "readnext",
        "morestories",
        "more",
        "tags",
        "paywall",
        "latest",
    ]
)
_BODY_WORDS = re.compile(
    r"(?:article|story|post|entry|content)-?_*(?:body|text|copy|content)|body-?(?:copy|text|content)|articlebody",
    re.IGNORECASE,
)
_PULLED = re.compile(r"pull-?_?quote", re.IGNORECASE)
_DECK = re.compile(
    r"\b(?:deck|dek|standfirst|subhead(?:line)?|sub-?title|article-?_*summary|lede?-in)\b", re.IGNORECASE
)
_BYLINE = re.compile(r"\b(?:byline|by-line|author|authors|article-author)\b", re.IGNORECASE)
_DATELINE = re.compile(r"\bdateline\b", re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:wire-?credit|agency-?credit|source-?credit)\b", re.IGNORECASE)
_CAPTION = re.compile(r"\b(?:caption|photo-?credit|image-?credit)\b", re.IGNORECASE)
_INVITES = re.compile(
    r"(?:sign up|subscribe|get (?:our|the|all)\b.{0,60}\b(?:newsletter|inbox)|follow us|download (?:our|the) app"
    r"|advertisement$|read more|also read|read also|read next|see also|more from|related|recommended"
    r"|click here|share this|all rights reserved|©|copyright)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def zoned(root: Element, found: Sequence[Block], own_body: str | None) -> list[Block]:
    """The blocks with their zones and fields; ``own_body`` are the words of the body as the page itself gives them."""
    weights = _weights(found)
    bodies = _bodies(root, found, weights)
    return _Page(found, bodies, weights, _plain(own_body or "")).zoned()


class _Page:
    """The blocks of one page, and the elements that hold its article's body."""

    def __init__(
        self, found: Sequence[Block], bodies: Sequence[Element], weights: Mapping[Element, int], own_body: str
    ) -> None:
        self._found = found
        self._bodies = set(bodies)
        self._scope = _scope(bodies)
        self._own_body = own_body
        self._holding = {above for body in bodies for above in body.iterancestors()}
        self._weights = weights
        self._total = max(1, sum(weights.get(body, 0) for body in bodies))
        self._is_around = cache(self._holds_none)
        self._headline = self._top()

    def zoned(self) -> list[Block]:
        """All blocks, in their order."""
        told = [self._told(block) for block in self._found]
        _mark_headings(told)
        return told

    def _told(self, block: Block) -> Block:
        field = self._field(block)
        if field:
            return field
        if self._is_own(block):
            return replace(block, zone=None)
        if self._stands_around(block):
            return replace(block, zone=Zone.TEASER)
        if any(above.tag == "figcaption" or _CAPTION.search(_named(above)) for above in self._path(block)):
            return replace(block, zone=Zone.CAPTION)
        return block

    def _field(self, block: Block) -> Block | None:
        """The block as one of the fields that pages print around their body."""
        if block is self._headline:
            return replace(block, zone=Zone.HEADLINE, field=Field.HEADLINE, origin="first heading")
        if len(block.words.split()) > LONGEST_CREDIT * 3 or not self._is_in_scope(block):
            return None
        names = " ".join(_named(above) for above in self._path(block))
        short = len(block.words.split()) <= LONGEST_CREDIT
        for pattern, field, zone, fits in (
            (_DECK, Field.DECK, Zone.HEADLINE, True),
            (_BYLINE, Field.BYLINE, None, short),
            (_DATELINE, Field.DATELINE, None, short),
            (_CREDIT, Field.WIRE_CREDIT, None, short),
        ):
            if fits and (match := pattern.search(names)):
                return replace(block, zone=zone, field=field, origin=f"element “{match[0]}”")
        return None

    def _is_own(self, block: Block) -> bool:
        words = _plain(block.words)
        return len(words) >= SHORTEST_SENTENCE and words in self._own_body

    def _stands_around(self, block: Block) -> bool:
        path = self._path(block)
        if any(self._is_around(above) for above in path) or _INVITES.match(block.words):
            return True
        if block.linked >= SURELY_LINKED and not _STOP.search(block.words):
            return True
        if self._bodies.intersection((block.element, *block.element.iterancestors())):
            return False
        captioned = any(above.tag == "figcaption" for above in path)
        return not (self._is_in_scope(block) and (captioned or _is_sentence(block)))

    def _holds_none(self, element: Element) -> bool:
        """Whether an element by its kind or name holds what is not the article's, and holds little of its body."""
        inside = self._bodies.intersection((element, *element.iterancestors()))
        if element in self._holding or (inside and self._weights.get(element, 0) > MOSTLY * self._total):
            return False
        if element.tag in _AROUND or element.get("role") in _ROLES or _is_hidden(element):
            return not _PULLED.search(_named(element))
        return element.tag == "article" or bool(_AROUND_WORDS.intersection(_words_of(_named(element))))

    def _is_in_scope(self, block: Block) -> bool:
        return self._scope is None or self._scope in (block.element, *block.element.iterancestors())

    def _path(self, block: Block) -> list[Element]:
        """The elements around a block, from within, up to what holds the body."""
        return [above for above in (block.element, *block.element.iterancestors()) if above not in self._holding]

    def _top(self) -> Block | None:
        """The headline: the last first-rate heading before the body's words, or the first on the page."""
        early: list[Block] = []
        tops: list[Block] = []
        for block in self._found:
            if block.element.tag == "h1" or _has_parent(block, "h1"):
                tops.append(block)
            if self._bodies.intersection(_around(block)):
                early = early or list(tops)
        return early[-1] if early else next(iter(tops), None)


def _weights(found: Sequence[Block]) -> dict[Element, int]:
    """How many characters of the page's paragraphs each element holds."""
    weights: dict[Element, int] = {}
    for block in filter(_counts, found):
        for above in _around(block):
            weights[above] = weights.get(above, 0) + len(block.words)
    return weights


def _bodies(root: Element, found: Sequence[Block], weights: Mapping[Element, int]) -> list[Element]:
    """The elements that hold the article's body, by what they are called, else by where the paragraphs are."""
    called = [e for e in weights if "articlebody" in (e.get("itemprop") or "").lower()]
    named = [e for e in weights if _BODY_WORDS.search(_named(e)) and e.tag not in ("html", "body")]
    for group in (called, named, [e for e in weights if e.tag == "article"], [e for e in weights if _is_main(e)]):
        heavy = [e for e in group if weights[e] >= SHORTEST_BODY]
        if heavy:
            return _siblings(max(heavy, key=weights.__getitem__), heavy)
    return [_densest(weights, found) if weights else root]


def _siblings(best: Element, others: Iterable[Element]) -> list[Element]:
    """The element and those beside it of its name: some pages cut a body into several."""
    parent = best.getparent()
    return [e for e in others if e is best or (e.getparent() is parent and _named(e) == _named(best) != "")]


def _densest(weights: Mapping[Element, int], found: Sequence[Block]) -> Element:
    """The element whose own children hold most of the words, where nothing on the page is called its body."""
    own: dict[Element, int] = {}
    for block in filter(_counts, found):
        parent = block.element if block.element.tag not in ("p", "blockquote", "pre") else block.element.getparent()
        own[parent] = own.get(parent, 0) + len(block.words)
    return max(own or weights, key=(own or weights).__getitem__)


def _scope(bodies: Sequence[Element]) -> Element | None:
    """What holds the body with what belongs to it: headline, deck, byline and picture."""
    above = [one for one in (bodies[0], *bodies[0].iterancestors()) if one.tag == "article" or _is_main(one)]
    return above[0] if above else None


def _mark_headings(told: list[Block]) -> None:
    """A heading above other stories' links belongs to them."""
    for i in range(len(told) - 3, -1, -1):
        block = told[i]
        if block.element.tag in _HEADINGS[1:] and all(one.zone is Zone.TEASER for one in told[i + 1 : i + 3]):
            told[i] = replace(block, zone=Zone.TEASER)


def _counts(block: Block) -> bool:
    """Whether a block tells where the body is: a sentence that is no link, in no element that stands around."""
    return _is_sentence(block) and not any(above.tag in _AROUND for above in _around(block))


def _is_sentence(block: Block) -> bool:
    return block.linked < MOSTLY and len(block.words) >= SHORTEST_SENTENCE and bool(_STOP.search(block.words))


def _around(block: Block) -> Collection[Element]:
    return (block.element, *block.element.iterancestors())


def _has_parent(block: Block, tag: str) -> bool:
    return any(above.tag == tag for above in block.element.iterancestors())


def _is_main(element: Element) -> bool:
    return bool(element.tag == "main" or element.get("role") == "main")


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style


def _named(element: Element) -> str:
    """What an element is called: its classes, its id, what it says to be."""
    return " ".join(filter(None, (element.get(name) for name in ("class", "id", "itemprop", "rel", "data-component"))))


def _words_of(named: str) -> set[str]:
    return set(_SPLIT.split(_CAMEL.sub(" ", named).lower()))


def _plain(words: str) -> str:
    """Letters and digits alone, by which words are found again whatever is around them."""
    return "".join(filter(str.isalnum, words.casefold()))
