"""Where on a web page the words of its article stand: by its headline, by names, and by where the paragraphs are."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from quotereview.reading import page_names
from quotereview.reading.page_blocks import Block, Element

MOSTLY = 0.5
SHORTEST_SENTENCE = 40  # letters
SHORTEST_BODY = 200
SHORTEST_NAMED = 80
_NEARLY_ALL = 0.75
_ENOUGH_BELOW_HEADLINE = 0.25
_CONTAINERS = frozenset({"div", "section", "article", "main", "table", "tbody", "tr", "td", "body", "center", "form"})
_WIDE = re.compile("[\u2e80-\ufaff]")  # a letter of these says as much as three of others
_STOP = re.compile(r"[.!?…:。！？؟۔।][\"'”’»›」』)\]\s]*$")

Weights = Mapping[Element, int]


def is_sentence(block: Block) -> bool:
    """Whether a block is of whole sentences, and no link."""
    return block.linked < MOSTLY and _length(block) >= SHORTEST_SENTENCE and ends(block)


def ends(block: Block) -> bool:
    """Whether a block ends as sentences do."""
    return bool(_STOP.search(block.words))


def reaching(holds: Callable[[Element], object], until: Collection[Element] = ()) -> Callable[[Element | None], bool]:
    """A question about elements: whether one, or any around it up to ``until``, is such; none is looked at twice."""

    @cache
    def reached(element: Element | None) -> bool:
        if element is None or element in until:
            return False
        return bool(holds(element)) or reached(element.getparent())

    return reached


def around(block: Block) -> Iterator[Element]:
    """The elements that a block stands in, from within."""
    yield block.element
    yield from block.element.iterancestors()


def summed(found: Iterable[Block], measure: Callable[[Block], int]) -> dict[Element, int]:
    """What blocks measure, together for each element that they stand in; elements without any are missing."""
    sums: dict[Element, int] = {}
    for block in found:
        if measured := measure(block):
            sums[block.element] = sums.get(block.element, 0) + measured
    everything = list(next(iter(sums)).getroottree().iter()) if sums else []
    for element in reversed(everything):
        parent = element.getparent()
        if element in sums and parent is not None:
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def weight(block: Block) -> int:
    """How many letters of sentences a block holds."""
    return _length(block) if is_sentence(block) else 0


def bodies(root: Element, found: Sequence[Block], headline: Block | None, own: Sequence[Block]) -> list[Element]:
    """The elements that hold the article's body; ``own`` are blocks that the page itself says are of it."""
    weights = _clean(found, headline)
    if not weights:
        return [root]
    region = _region(root, weights, headline)
    if own and weights.get(together := _common(own), 0) >= MOSTLY * weights[region]:
        return [together]
    for group, share in _groups(weights):
        heavy = [one for one in group if weights[one] >= max(SHORTEST_NAMED, share * weights[region])]
        near = [one for one in heavy if region in (one, *one.iterancestors()) or one in region.iterancestors()]
        chosen = near if headline else heavy
        if chosen:
            return _pieces(max(chosen, key=weights.__getitem__), group, weights, headline)
    return [region]


def _length(block: Block) -> int:
    return len(block.words) + 2 * len(_WIDE.findall(block.words))


def _clean(found: Sequence[Block], headline: Block | None) -> dict[Element, int]:
    """The weights without what by its name stands around, unless it holds most of the page, or the headline."""
    weights = summed(found, weight)
    most = MOSTLY * max(weights.values(), default=0)
    kept = set(around(headline)) if headline else set()

    def is_around(element: Element) -> bool:
        light = element.tag in page_names.AROUND_TAGS - {"form"} or weights.get(element, 0) <= most
        hidden = page_names.is_hidden(element)
        return element not in kept and light and (hidden or page_names.stands_apart(element))

    left_out = reaching(is_around)
    return summed((block for block in found if not left_out(block.element)), weight) or weights


def _groups(weights: Weights) -> Iterable[tuple[list[Element], float]]:
    """Elements that may be bodies, the surest first, each group with the share of the article that they must hold."""
    page = ("html", "body")
    yield [one for one in weights if page_names.is_surely_body(one)], 0.25
    yield [one for one in weights if page_names.is_body(one) and one.tag not in page], 0.4
    yield [one for one in weights if one.tag == "article"], MOSTLY
    yield [one for one in weights if is_main(one)], MOSTLY


def _pieces(best: Element, group: Sequence[Element], weights: Weights, headline: Block | None) -> list[Element]:
    """An element and those beside it of its name, since some pages cut a body into several."""
    parent = best.getparent()
    name = page_names.called(best)
    beside = [one for one in group if one is not best and one.getparent() is parent]
    alike = [one for one in beside if page_names.called(one) == name != ""]
    if headline and best not in around(headline):
        alike = [one for one in beside if not page_names.stands_around(one)]
    chosen = {best, *alike}
    return [one for one in weights if one in chosen]


def _region(root: Element, weights: Weights, headline: Block | None) -> Element:
    """The smallest element that holds nearly all of the article, found from the whole page on inwards."""
    at = root
    above_headline = set(around(headline)) if headline else set()
    while True:
        inner = [one for one in at if one in weights and one.tag in _CONTAINERS]
        below_headline = [one for one in inner if one in above_headline and _is_article(one, at, weights)]
        if not (below_headline or inner):
            return at
        heaviest = max(below_headline or inner, key=weights.__getitem__)
        if not below_headline and (weights[heaviest] < _NEARLY_ALL * weights[at] or _goes_on(heaviest, weights)):
            return at
        at = heaviest


def _is_article(element: Element, outer: Element, weights: Weights) -> bool:
    """Whether an element that holds the headline holds enough sentences to be its article, and no deck alone."""
    share = weights[element] / weights[outer]
    return share >= MOSTLY or (share >= _ENOUGH_BELOW_HEADLINE and weights[element] >= SHORTEST_BODY)


def _goes_on(element: Element, weights: Weights) -> bool:
    """Whether after an element there are more paragraphs, or another of its name."""
    name = page_names.called(element)
    return any(
        one in weights and (one.tag not in _CONTAINERS or page_names.called(one) == name)
        for one in element.itersiblings()
    )


def _common(blocks: Sequence[Block]) -> Element:
    """The innermost element that holds all of some blocks."""
    counts = summed(blocks, lambda _: 1)
    return next(one for one in around(blocks[0]) if counts[one] == len(blocks))


def is_main(element: Element) -> bool:
    """Whether an element says to be the main part of its page."""
    return bool(element.tag == "main" or element.get("role") == "main")
