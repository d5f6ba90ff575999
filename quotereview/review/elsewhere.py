"""Where words that somebody gives stand in a store: in quotes, and in what articles say themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quotereview import matching
from quotereview.errors import NotPossible
from quotereview.model import Match, Span, Wording
from quotereview.review.outline import Outline
from quotereview.store import Store
from quotereview.wording.phrases import phrases
from quotereview.wording.spelling import sounds

PARAGRAPHS = 40
"""How many paragraphs that hold some of the words are looked at."""

ALIKE = 32
"""How many quotes that share most with the words are looked at."""

TOLD = 40
"""How many quotes and places are told at most."""

NEARBY = 1.5
"""How far around such a paragraph words are looked for, as a part of their length: a text may break its lines."""

ENOUGH = 0.6
"""From which share of the words on, by how rare each is, they are told to stand somewhere."""

IN_A_ROW = 6
"""So many words in a row are told as well, however long the words are that somebody gave."""

NEAREST = 3
"""How many places are told where nothing is like the words, for an editor to see that it was looked."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A quote, or a stretch of an article outside any, in which some words stand, whole or in part.

    ``match`` holds the words that were given (here), and those that stand there (``there``; its ``quote`` is empty for
    a stretch). ``place`` is where a stretch is in the article, None for a quote. Of the words that were given, ``kept``
    of ``given`` stand there in their order; ``stands`` tells whether that is more than chance.
    """

    match: Match
    place: Span | None
    kept: int
    given: int
    stands: bool

    @property
    def how_much(self) -> str:
        """How many of the words that were given stand there."""
        whole = "the word" if self.given == 1 else f"all {self.given} words"
        return whole if self.kept == self.given else f"{self.kept} of {self.given} words"


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of an article, from ``start`` on, with the passages in it and whose quotes (ids) they are.

    ``article`` is what is known of the article, without words.
    """

    article: Wording
    start: int
    text: str
    passages: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What may hold some words: quotes without speaker and date, as these were credited, and lines of articles."""

    words: str
    quotes: tuple[Wording, ...]
    windows: tuple[Window, ...]


class Elsewhere:
    """Finds the words that somebody gives, in two steps, the second of which needs no store."""

    def __init__(self, store: Store, outline: Outline) -> None:
        self._store = store
        self._outline = outline

    def gather(self, words: str) -> Gathered:
        """What may hold some words, read from the store at once; raises NotPossible where there is no word."""
        if not sounds(words):
            raise NotPossible("There is no word to look for: give some words of a quote.")
        windows = tuple(self._windows(words))
        compared = self._store.compared
        alike = [number for number, _ in matching.sharing(words, compared.holding)][:ALIKE]
        inside = (compared.number(quote) for window in windows for _, quote in window.passages)
        numbers = list(dict.fromkeys((*alike, *(number for number in inside if number is not None))))
        found = compared.wordings(numbers)
        return Gathered(words, tuple(found[number] for number in numbers if number in found), windows)

    def _windows(self, words: str) -> Iterator[Window]:
        found = self._store.paragraphs.sharing(phrases(words), PARAGRAPHS)
        articles = list(dict.fromkeys(article for article, _ in found))
        texts = {article: self._store.articles.text(article) for article in articles}
        passages = self._store.standing.passages(articles)
        for article, paragraph in found:
            around = _around(paragraph, words, texts[article])
            inside = tuple((span, quote) for span, quote in passages[article] if span.overlap(around))
            yield Window(self._known(article), around.start, around.of(texts[article]), inside)

    def _known(self, article: str) -> Wording:
        outlined = self._outline.get(article)
        summary = outlined.summary if outlined else None
        title, outlet, published = (summary.title, summary.outlet, summary.published) if summary else ("", None, None)
        return Wording("", article, title, outlet, published, "", None, None)


def weigh(gathered: Gathered) -> tuple[Stood, ...]:
    """Where the words stand, best first, a quote before a stretch; what is nearest where they stand nowhere."""
    here = Wording("", "", "", None, None, gathered.words, None, None)
    compared = frozenset(quote.quote for quote in gathered.quotes)
    places = (*((quote, None) for quote in gathered.quotes), *_outside(here.words, gathered.windows, compared))
    told = sorted((_weighed(here, *place) for place in places), key=lambda one: one.rank, reverse=True)
    standing = [one for one in told if one.stands]
    return tuple(one.compared(here) for one in standing[:TOLD] or told[:NEAREST])


@dataclass(frozen=True, slots=True)
class _Weighed:
    there: Wording
    place: Span | None
    kept: int
    share: float
    score: float
    stands: bool

    @property
    def rank(self) -> tuple[float, bool, float]:
        return round(self.share, 1), self.place is None, self.score

    def compared(self, here: Wording) -> Stood:
        match = replace(matching.compare(here, alone(self.there)), there=self.there)
        return Stood(match, self.place, self.kept, len(sounds(here.words)), self.stands)


def _weighed(here: Wording, there: Wording, place: Span | None) -> _Weighed:
    decision, share = matching.decide(here, alone(there)), matching.share(here.words, there.words)
    stands = decision.match or share >= ENOUGH or decision.shared.run >= IN_A_ROW
    return _Weighed(there, place, decision.shared.words, share, decision.score, stands)


def _outside(words: str, windows: Iterable[Window], compared: frozenset[str]) -> list[tuple[Wording, Span]]:
    """Where words stand in what articles say themselves: each place once, none in a quote that is compared."""
    found: list[tuple[Wording, Span]] = []
    for window in windows:
        located = matching.locate(words, window.text, IN_A_ROW)
        if located is None:
            continue
        place = Span(window.start + located.place.start, window.start + located.place.end)
        if _told(place, window.article.article, found) or _quoted(place, window.passages, compared):
            continue
        said = located.place.of(window.text)
        found.append((replace(window.article, words=said, before=located.before, after=located.after), place))
    return found


def alone(wording: Wording) -> Wording:
    """Words as if nothing else were known of them, to be held against words of which no more is known."""
    return replace(wording, speaker=None, source=None, published=None, before="", after="")


def _around(paragraph: Span, words: str, text: str) -> Span:
    room = int(NEARBY * len(words))
    return Span(max(0, paragraph.start - room), min(len(text), paragraph.end + room))


def _told(place: Span, article: str, found: Iterable[tuple[Wording, Span]]) -> bool:
    return any(there.article == article and other.overlap(place) for there, other in found)


def _quoted(place: Span, passages: Iterable[tuple[Span, str]], compared: frozenset[str]) -> bool:
    """Whether half of a place or more is within a quote that is compared itself."""
    return any(2 * span.overlap(place) >= len(place) for span, quote in passages if quote in compared)
