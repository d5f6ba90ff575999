"""The quotes that render one utterance: the partners of one, and all of them in groups."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType

from quotereview.matching.compare import compare
from quotereview.matching.decide import decide
from quotereview.matching.evidence import Shared
from quotereview.matching.outlets import other_outlet
from quotereview.model import Group, Match, Wording
from quotereview.wording.words import folded


def alike(here: Wording, likely: Iterable[tuple[Wording, Shared]]) -> list[Match]:
    """How those of some quotes of other articles match one that render the same utterance, by what they share."""
    return [compare(here, there) for there, words in likely if decide(here, there, words).match]


def nearest(found: Sequence[Match]) -> list[Match]:
    """The matches of one quote, but where the words of one stand in another of the same article, only that one.

    The other has the same words with more around them.
    """
    return [one for one in found if not any(_encloses(one.there, other.there) for other in found)]


def best_first(found: Iterable[Match]) -> tuple[Match, ...]:
    """The matches of one quote in their order, those of other outlets before all, of equal ones the oldest."""
    return tuple(sorted(found, key=_likeliest_first))


def mutual(found: Iterable[Match]) -> tuple[Match, ...]:
    """Of the matches of some quotes, each from its side, those that are there from both, as told from the older one.

    So words which a speaker repeats from somebody else do not bring in the rest of what that speaker said.
    """
    ways = {_way(match): match for match in found}
    both = (match for way, match in ways.items() if way[::-1] in ways)
    return tuple(match for match in both if age(match.here) < age(match.there))


def groups(found: Iterable[Match], apart: Mapping[str, AbstractSet[str]] = MappingProxyType({})) -> tuple[Group, ...]:
    """Every utterance that stands in more than one article, the most printed first, from all matches from each side.

    Only quotes that are each other's partners hold a group together; ``apart`` are, for quotes (ids), those that are
    never in one group with them, so that what links both links the likelier one alone.
    """
    matches = mutual(found)
    wordings = {wording.quote: wording for match in matches for wording in (match.here, match.there)}
    connected = _connected(matches, apart)
    home = {quote: number for number, quotes in enumerate(connected) for quote in quotes}
    matched: list[list[Match]] = [[] for _ in connected]
    for match in matches:
        if home[match.here.quote] == home[match.there.quote]:
            matched[home[match.here.quote]].append(match)
    several = ((quotes, of) for quotes, of in zip(connected, matched, strict=True) if of)
    made = [_group(map(wordings.__getitem__, quotes), of) for quotes, of in several]
    return tuple(sorted(made, key=lambda group: (-len(group.wordings), age(group.wordings[0]))))


def _group(wordings: Iterable[Wording], matches: Iterable[Match]) -> Group:
    by_age = sorted(matches, key=lambda match: (age(match.here), age(match.there)))
    return Group(tuple(sorted(wordings, key=age)), tuple(by_age))


def _way(match: Match) -> tuple[str, str]:
    return match.here.quote, match.there.quote


def _encloses(wording: Wording, other: Wording) -> bool:
    """Whether a quote of the same article is the same words with more around them, such as a quote that it nests in."""
    if other is wording or other.article != wording.article:
        return False
    inner, outer = folded(other.words), folded(wording.words)
    return len(inner) < len(outer) and f" {' '.join(inner)} " in f" {' '.join(outer)} "


def age(wording: Wording) -> tuple[date, str, str]:
    """By which quotes are put in order, the oldest first, those of unknown date last."""
    return wording.published or date.max, wording.article, wording.quote


def _likeliest_first(match: Match) -> tuple[bool, float, tuple[date, str, str]]:
    return not other_outlet(match.here, match.there), -match.score, age(match.there)


def _connected(matches: Iterable[Match], apart: Mapping[str, AbstractSet[str]]) -> list[set[str]]:
    """The quotes that hang together by matches, the surest of these first."""
    together: dict[str, set[str]] = {}
    for match in sorted(matches, key=_doubtful):
        fewer, more = sorted((together.setdefault(quote, {quote}) for quote in _way(match)), key=len)
        if fewer is more or any(not more.isdisjoint(apart.get(quote, ())) for quote in fewer):
            continue
        more |= fewer
        together.update(dict.fromkeys(fewer, more))
    return list({id(quotes): quotes for quotes in together.values()}.values())


def _doubtful(match: Match) -> tuple[bool, float, tuple[str, str]]:
    """By which matches are put in order: what editors ruled, then the likeliest."""
    return match.ruling is None or match.ruling.label is None, -match.score, _way(match)
