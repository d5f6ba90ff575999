"""All quotes of a store by their words, so that the partners of each are found without reading them all."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from quotereview.matching.compare import compare
from quotereview.matching.decide import decide, hopeless
from quotereview.matching.outlets import other_outlet
from quotereview.matching.spelling import sounds
from quotereview.matching.stories import stories
from quotereview.matching.wording import folded, rarity
from quotereview.model import Group, Match, Wording

Gram = tuple[str, ...]

TELLING = 12
TOO_COMMON = 200
LOOKED_AT = 20


class Index:
    """The quotes that can be compared, by id; kept in step with ``add`` and ``drop``."""

    def __init__(self, wordings: Iterable[Wording] = ()) -> None:
        self._wordings: dict[str, Wording] = {}
        self._holders: defaultdict[Gram, set[str]] = defaultdict(set)
        self._shared: set[Gram] = set()
        for wording in wordings:
            self.add(wording)

    def add(self, wording: Wording) -> None:
        """Take a quote in; one that was there under its id is replaced."""
        self.drop(wording.quote)
        self._wordings[wording.quote] = wording
        for gram in _grams(wording.words):
            holders = self._holders[gram]
            holders.add(wording.quote)
            if len(holders) > 1:
                self._shared.add(gram)

    def drop(self, quote: str) -> None:
        """Leave a quote out; one that is not there is no error."""
        wording = self._wordings.pop(quote, None)
        for gram in _grams(wording.words) if wording else ():
            holders = self._holders[gram]
            holders.discard(quote)
            if len(holders) < 2:
                self._shared.discard(gram)
            if not holders:
                del self._holders[gram]

    def partners(self, quote: str) -> tuple[Match, ...]:
        """The quotes of other articles that render the same utterance, best first, those of other outlets before all.

        Empty for a quote that is not in the index.
        """
        here = self._wordings.get(quote)
        matches = [compare(here, there) for there in self._like(here)] if here else []
        return tuple(sorted(matches, key=lambda match: (not other_outlet(match.here, match.there), -match.score)))

    def groups(self) -> tuple[Group, ...]:
        """Every utterance that stands in more than one article, the most printed first.

        Only quotes that are each other's partners hold a group together, so that words which a speaker repeats from
        somebody else do not bring in the rest of what that speaker said.
        """
        found = {(quote, there.quote) for quote, here in self._wordings.items() for there in self._like(here)}
        pairs = {frozenset(pair) for pair in found if pair[::-1] in found}
        groups = [self._group(ids, pairs) for ids in _connected(pairs)]
        return tuple(sorted(groups, key=lambda group: (-len(group.wordings), _age(group.wordings[0]))))

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The articles (ids) that hold quotes, grouped by the story that they tell, by date."""
        published = {wording.article: wording.published for wording in self._wordings.values()}
        telling = (self._holders[gram] for gram in self._shared if _tells(gram))
        runs = (frozenset(self._wordings[quote].article for quote in holders) for holders in telling)
        return stories(runs, published)

    def _like(self, here: Wording) -> list[Wording]:
        others = (self._wordings[quote] for quote in self._sharing(here))
        found = [there for there in others if there.article != here.article and _same(here, there)]
        return [there for there in found if not any(_encloses(there, other) for other in found)]

    def _sharing(self, here: Wording) -> list[str]:
        """The quotes that share most, a gram counting the more the fewer have it."""
        counts: Counter[str] = Counter()
        for gram in _grams(here.words):
            holders = self._holders[gram]
            if len(holders) <= TOO_COMMON:
                counts.update(dict.fromkeys(holders, TOO_COMMON // len(holders)))
        del counts[here.quote]
        return [quote for quote, _ in counts.most_common(LOOKED_AT)]

    def _group(self, ids: set[str], pairs: set[frozenset[str]]) -> Group:
        wordings = sorted((self._wordings[quote] for quote in ids), key=_age)
        matched = [
            compare(here, there)
            for place, here in enumerate(wordings)
            for there in wordings[place + 1 :]
            if frozenset((here.quote, there.quote)) in pairs
        ]
        return Group(tuple(wordings), tuple(matched))


def _grams(text: str) -> set[Gram]:
    """What a quote is found by: three words in a row, two telling words with none between, the whole if it is short."""
    words = sounds(text)
    threes = zip(words, words[1:], words[2:], strict=False)
    telling = pairwise(word for word in words if rarity(word) >= TELLING)
    return {*threes, *telling, *([words] if 0 < len(words) < 3 else [])}


def _tells(gram: Gram) -> bool:
    """Whether three words in a row are more than what anybody says."""
    return len(gram) == 3 and any(rarity(word) >= TELLING for word in gram)


def _same(here: Wording, there: Wording) -> bool:
    return not hopeless(here, there) and decide(here, there).match


def _encloses(wording: Wording, other: Wording) -> bool:
    """Whether a quote of the same article is the same words with more around them, such as a quote that it nests in."""
    if other is wording or other.article != wording.article:
        return False
    inner, outer = folded(other.words), folded(wording.words)
    return len(inner) < len(outer) and f" {' '.join(inner)} " in f" {' '.join(outer)} "


def _age(wording: Wording) -> tuple[date, str, str]:
    return wording.published or date.max, wording.article, wording.quote


def _connected(pairs: Iterable[frozenset[str]]) -> list[set[str]]:
    """The quotes that hang together by pairs."""
    home: dict[str, set[str]] = {}
    for pair in pairs:
        merged = set(pair).union(*(home.get(quote, ()) for quote in pair))
        home.update(dict.fromkeys(merged, merged))
    return list({id(group): group for group in home.values()}.values())
