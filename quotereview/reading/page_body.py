"""Which blocks of a web page are its article's, and which only stand around it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile

from quotereview.model import Field, Zone
from quotereview.reading import page_names
from quotereview.reading.page_blocks import BLOCKS, Block, Element
from quotereview.reading.page_region import (
    MOSTLY,
    SHORTEST_SENTENCE,
    around,
    bodies,
    ends,
    is_main,
    is_sentence,
    reaching,
    summed,
    weight,
)

LONGEST_CREDIT = 25  # words of a byline or a dateline
LONGEST_DECK = 75
LONGEST_PROMPT = 8  # words that announce other stories
LONGEST_HEADLINE = 400  # letters
NEAR = 4  # elements
LONGEST_INNER = 200  # letters
LONGEST_NAMES = 2_000  # letters
LONGEST_OWN = 200_000  # letters of a body that the page gives as data
MOST_IN_BOX = 3  # sentences
MOST_INNER = 12  # elements
SURELY_LINKED = 0.8
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INVITES = re.compile(
    r"(?:sign up\b|subscribe (?:to|now|today)\b|get (?:our|the|all)\b.{0,60}\b(?:newsletter|inbox)|follow us\b"
    r"|download (?:our|the) app\b|(?:skip )?advertisement$|click here\b|share this\b|all rights reserved"
    r"|©|copyright (?:©|\d))",
    re.IGNORECASE,
)
_LINKS_ON = re.compile(
    r"(?:(?:read|see|watch) (?:more|also|next)|also read|more (?:from|on|stories)|related|recommended"
    r"|(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet"
    r"|mehr zum thema|lesen sie auch|lee también|leggi anche"
    r"|читайте также|(?:اقرأ|إقرأ|طالع|شاهد) أيض[اً]{1,2}|مواضيع ذات صلة"
    r"|相关(?:新闻|阅读|报道)|延伸阅读|推荐阅读|関連記事)"
    r"(?P<colon>\s*[:：])?",
    re.IGNORECASE,
)


def zoned(root: Element, found: Sequence[Block], titles: Sequence[str], own_body: str | None) -> list[Block]:
    """The blocks with their zones and fields; ``titles`` and ``own_body`` are the article's as the page gives them."""
    found = _parted(found, titles)
    own = _own(found, _plain((own_body or "")[:LONGEST_OWN]))
    titled = _titled(found, titles) or _only_top(found)
    held = bodies(root, found, titled, own)
    return _Page(found, held, titled or _top(found, held), own).zoned()


class _Page:
    """The blocks of one page, and the elements that hold its article's body."""

    def __init__(
        self, found: Sequence[Block], held: Sequence[Element], headline: Block | None, own: Sequence[Block]
    ) -> None:
        self._found = found
        self._bodies = set(held)
        self._own = {id(block) for block in own}
        self._headline = headline
        self._holding = {above for body in held for above in body.iterancestors()}
        self._scope = _scope(held, headline)
        self._weights = summed(found, weight)
        self._sentences = summed(found, lambda block: ends(block) and not _is_link(block))
        self._total = max(1, sum(self._weights.get(body, 0) for body in held))
        self._is_inside = reaching(self._bodies.__contains__)
        self._is_in_scope = reaching(lambda element: self._scope is None or element is self._scope)
        self._is_around = reaching(self._holds_none, self._holding)
        self._is_captioned = reaching(page_names.is_caption, self._holding)
        self._boxes = self._announced()
        self._names = cache(self._names_above)
        self._articles = cache(self._weight_of_articles)
        self._first = next(
            (i for i, block in enumerate(found) if self._is_inside(block.element) and is_sentence(block)), 0
        )

    def zoned(self) -> list[Block]:
        """All blocks, in their order."""
        told = [self._told(block, i < self._first) for i, block in enumerate(self._found)]
        _mark_headings(told, [self._is_inside(block.element) for block in told])
        return told

    def _told(self, block: Block, early: bool) -> Block:
        if block is self._headline:
            return replace(block, zone=Zone.HEADLINE, field=Field.HEADLINE, origin="first heading")
        if id(block) in self._own:
            return block
        field = self._field(block, early)
        if field and (early or not self._stands_around(block, early)):
            return field
        if self._stands_around(block, early):
            return replace(block, zone=Zone.TEASER)
        return replace(block, zone=Zone.CAPTION) if self._has_caption(block) else block

    def _field(self, block: Block, early: bool) -> Block | None:
        """The block as one of the fields that pages print around their body; a deck stands only above it."""
        length = len(block.words.split())
        if length > LONGEST_DECK or not self._is_in_scope(block.element):
            return None
        inner = " ".join(map(page_names.called, _inner(block)))
        told = page_names.field_of(f"{inner} {self._names(block.element)}")
        if not told or (told[0] is Field.DECK and not early) or (told[0] is not Field.DECK and length > LONGEST_CREDIT):
            return None
        return replace(block, zone=told[1], field=told[0], origin=f"element “{told[2]}”")

    def _stands_around(self, block: Block, early: bool) -> bool:
        if self._is_around(block.element) or _invites(block) or _is_link(block):
            return True
        if self._is_inside(block.element):
            return False
        return not (self._is_in_scope(block.element) and (self._has_caption(block) or (early and is_sentence(block))))

    def _holds_none(self, element: Element) -> bool:
        """Whether an element by its kind or name holds what is not the article's, and holds little of its body."""
        inside = self._is_inside(element)
        if element in self._holding or (inside and self._weights.get(element, 0) > MOSTLY * self._total):
            return False
        if element.tag == "article" and inside:
            return not self._is_post(element)
        if inside and self._sentences.get(element, 0) > 2 and page_names.is_paid(element):
            return False
        if page_names.stands_around(element) or element.tag == "article" or element in self._boxes:
            return True
        return page_names.is_hidden(element) and not (inside and self._sentences.get(element, 0) > 1)

    def _announced(self) -> set[Element]:
        """The boxes of which the first words invite readers, or announce other stories, and a little more follows."""
        counts = summed(self._found, lambda _: 1)
        seen: set[Element] = set()
        boxes: set[Element] = set()
        for block in self._found:
            opened = list(takewhile(lambda above: above not in seen, around(block)))
            if _invites(block):
                box = next((above for above in opened if counts[above] > 1), None)
                boxes.update([box] if self._sentences.get(box, 0) <= MOST_IN_BOX else [])
            seen.update(opened)
        return boxes - self._bodies

    def _is_post(self, element: Element) -> bool:
        """Whether an article within the body is one of those that it is made of, as the body of a live blog is."""
        return self._articles(element.getparent()) > MOSTLY * self._total

    def _weight_of_articles(self, parent: Element) -> int:
        return sum(self._weights.get(one, 0) for one in parent if one.tag == "article")

    def _has_caption(self, block: Block) -> bool:
        return self._is_captioned(block.element) or any(map(page_names.is_caption, _inner(block)))

    def _names_above(self, element: Element) -> str:
        """What an element and those around it are called, as far as it may tell a field."""
        outer = element.getparent()
        if outer is None or element in self._holding:
            return ""
        return f"{page_names.called(element)} {self._names(outer)}"[:LONGEST_NAMES]


def _parted(found: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """The blocks, but a headline that only a line break parts from what follows is one of its own."""
    wanted = set(map(_plain, titles)) - {""}
    parted: list[Block] = []
    for block in found:
        first, _, rest = block.words.partition("\n")
        lines = (first, rest) if rest and _plain(first) in wanted else (block.words,)
        parted += [replace(block, words=words) for words in lines]
    return parted


def _own(found: Sequence[Block], own_body: str) -> list[Block]:
    """The blocks whose words are also in what the page gives as its body."""
    return [
        block for block in found if len(words := _plain(block.words)) >= SHORTEST_SENTENCE / 2 and words in own_body
    ]


def _titled(found: Sequence[Block], titles: Sequence[str]) -> Block | None:
    """The block that is the headline as the page's own titles have it; a heading before any other."""
    wanted = [words for words in map(_plain, titles) if words]
    groups = (_tops(found), list(filter(_is_heading, found)), [block for block in found if not _is_link(block)])
    for group in groups:
        plain = [(block, _plain(block.words[:LONGEST_HEADLINE])) for block in group]
        for title in wanted:
            for block, words in plain:
                if words == title or (title.startswith(words) and len(words) > 0.4 * len(title)):
                    return block
    return None


def _only_top(found: Sequence[Block]) -> Block | None:
    """The heading of the first rank, where there is one alone, else the one block that is called a headline."""
    named = (block for block in found if _is_heading(block) and page_names.is_headline(block.element))
    tops = _tops(found) or list(named)
    return tops[0] if len(tops) == 1 else None


def _top(found: Sequence[Block], held: Sequence[Element]) -> Block | None:
    """The last heading of the first rank before the body's words, or the first on the page."""
    is_inside = reaching(set(held).__contains__)
    first = next((i for i, block in enumerate(found) if is_inside(block.element)), 0)
    return next(iter((*reversed(_tops(found[: first + 1])), *_tops(found))), None)


def _tops(found: Sequence[Block]) -> list[Block]:
    """The headings of the first rank."""
    is_top = reaching(lambda element: element.tag == "h1")
    return [block for block in found if is_top(block.element)]


def _scope(held: Sequence[Element], headline: Block | None) -> Element | None:
    """What holds the body with what belongs to it: headline, deck, byline and picture."""
    outer = (held[0], *held[0].iterancestors())
    above = [one for one in outer if one.tag == "article" or is_main(one)]
    holding = set(around(headline)) if headline else ()
    shared = [one for one in outer if one in holding]
    return next(iter((*above, *shared)), None)


def _mark_headings(told: list[Block], inside: Sequence[bool]) -> None:
    """A heading above other stories' links belongs to them, unless the body goes on after these."""
    following = [True] * len(told)
    for i in range(len(told) - 2, -1, -1):
        goes_on = inside[i + 1] and told[i + 1].zone is None and told[i + 1].element.tag not in _HEADINGS
        following[i] = following[i + 1] and not goes_on
    for i in range(len(told) - 3, -1, -1):
        is_heading = told[i].element.tag in _HEADINGS[1:] and told[i].field is None
        if is_heading and following[i] and all(one.zone is Zone.TEASER for one in told[i + 1 : i + 3]):
            told[i] = replace(told[i], zone=Zone.TEASER)


def _inner(block: Block) -> list[Element]:
    """The elements in a short block that hold nearly all of its words."""
    if len(block.words) > LONGEST_INNER:
        return []
    inner = takewhile(lambda one: one.tag not in BLOCKS, islice(block.element.iterdescendants(), MOST_INNER))
    return [one for one in inner if len(one.text_content().strip()) > MOSTLY * len(block.words)]


def _invites(block: Block) -> bool:
    """Whether a block asks its readers to do something, or announces other stories."""
    if _INVITES.match(block.words):
        return True
    announced = _LINKS_ON.match(block.words)
    short = len(block.words.split()) <= LONGEST_PROMPT and not ends(block)
    return bool(announced and (announced["colon"] or block.linked or short))


def _is_link(block: Block) -> bool:
    """Whether a block is a link to something else, and no sentence of an article that is linked as a whole."""
    if block.linked < SURELY_LINKED:
        return False
    return not ends(block) or any(above.tag in (*_HEADINGS, "li") for above in islice(around(block), NEAR))


def _is_heading(block: Block) -> bool:
    return block.element.tag in _HEADINGS or page_names.is_headline(block.element)


def _plain(words: str) -> str:
    """Letters and digits alone, by which words are found again whatever is around them."""
    return "".join(filter(str.isalnum, words.casefold()))
