"""Which quotes of other articles stand in a text, such as a transcript: word for word, in part or changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quotereview import matching
from quotereview.errors import NotPossible
from quotereview.model import (
    TURNING,
    Deviation,
    Difference,
    Edit,
    Match,
    Relation,
    SourceKind,
    Span,
    Stretch,
    Wording,
    Zone,
)
from quotereview.review import evidence, rulings
from quotereview.review.change import Change, ChangeKind
from quotereview.review.elsewhere import alone
from quotereview.review.keeper import Keeper
from quotereview.review.proof import Proof
from quotereview.wording.grams import grams
from quotereview.wording.phrases import phrases
from quotereview.wording.spelling import sounds

SHARED, BITS = 0.34, 36
"""From which part of what a quote is found by on, or how many bits of it, it is looked for in a text that has these."""


IN_A_ROW = 6
"""So many words in a row are a part of a quote, however much more it has."""

MOSTLY = 0.6
"""From this part of its words on, a quote whose words differ is told to be changed, and not to stand there in part."""

PARAGRAPHS = 20
"""How many paragraphs of documents that hold some words of a quote tell in which documents to look for it."""

FEW = 4
"""Of a quote that does not stand there word for word, so many words have to: fewer are in many a text by chance."""


class Stands(StrEnum):
    """How a quote stands in a text; the first: it does not, though it names the text as its source."""

    NOT_THERE = "not there"
    CHANGED = "changed"
    IN_PART = "in part"
    WORD_FOR_WORD = "word for word"


@dataclass(frozen=True, slots=True)
class Held:
    """A quote of another article held against a text: how it stands there, and where.

    ``match`` holds the words of the quote (here) and those of the text (there), with nothing else known of them; it,
    ``place`` and ``paragraph`` are None where it does not stand there. ``voice`` is who speaks there, if the text says.
    """

    quote: Wording
    stands: Stands
    match: Match | None = None
    place: Span | None = None
    paragraph: int | None = None
    voice: str | None = None

    @property
    def turned(self) -> bool:
        """Whether the text says something else: a negation, a number, a hedge or a date is not the same."""
        if self.match is None or self.stands is not Stands.CHANGED:
            return False
        return any(one.kind in TURNING for one in _within(self.match.differences))

    @property
    def other_voice(self) -> bool:
        """Whether somebody else speaks there than the quote names."""
        return matching.same_voice(self.quote.speaker, self.voice) is False


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is known of it: its paragraphs by zone, and who speaks in which of its passages.

    ``article`` is what is known of it as an article, without words.
    """

    article: Wording
    text: str
    zones: tuple[Stretch, ...]
    voices: tuple[tuple[Span, str], ...]

    def paragraph(self, place: Span) -> int:
        """The number of the paragraph in which a place is, headlines not counted, as the window shows it."""
        numbered = [one for one in self.zones if one.zone is not Zone.HEADLINE and one.span.start <= place.start]
        return max(1, len(numbered))

    def around(self, place: Span) -> str:
        """The paragraphs in which a place is, whole."""
        inside = [one.span for one in self.zones if one.span.overlap(place)] or [place]
        return self.text[inside[0].start : inside[-1].end]

    def voice(self, place: Span) -> str | None:
        """Who speaks at a place."""
        said = Counter[str]()
        for span, name in self.voices:
            said[name] += span.overlap(place)
        name, most = max(said.items(), key=lambda item: item[1], default=("", 0))
        return name if 2 * most >= len(place) else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, the quotes of other articles that may stand in it, and those of their articles that name a source."""

    text: Text
    quotes: tuple[Wording, ...]
    sourced: tuple[Wording, ...]


Grams = Mapping[int, int]
"""The groups of words in a text, by which quotes are found that may stand in it, each with its bits."""


def read(text: Text) -> Iterator[Grams]:
    """The groups of words in a text, long in a long one."""
    yield grams(text.text)


class Documents:
    """Says which texts are documents, and gathers what may stand in any text; the rest needs no store."""

    def __init__(self, keeper: Keeper, proof: Proof) -> None:
        self._keeper, self._proof = keeper, proof
        self._store, self._outline = keeper.store, keeper.outline

    def kind(self, article: str) -> SourceKind | None:
        """What a text is, if it is a document and no article."""
        return self._keeper.article(article).ruling.document

    def mark(self, article: str, kind: SourceKind | None) -> Change:
        """Say that a text is a document of some kind, such as a readout, or an article after all (None)."""
        standing = self._keeper.article(article)
        label = f"{kind or 'article'}: {rulings.titled(standing)}"
        ruling = replace(standing.ruling, document=kind)
        return self._keeper.rule_articles(ChangeKind.DETAILS, label, [(standing, ruling)])

    def gather(self, text: Text, grams: Grams) -> Asked:
        """The quotes of other articles that may stand in a text with these groups of words, read at once."""
        compared = self._store.compared
        found = compared.wordings(compared.standing_in(grams, SHARED, BITS)).values()
        quotes = tuple(quote for quote in found if quote.article != text.article.article)
        return Asked(text, quotes, tuple(compared.sourced({quote.article for quote in quotes})))

    def of(self, quote: str) -> tuple[Held, ...]:
        """How a quote stands in each of the documents in which it does, word for word ones first."""
        number = self._store.compared.number(quote)
        wording = None if number is None else self._store.compared.wordings([number]).get(number)
        if wording is None:  # nobody holds it against others, or no longer since this moment
            return ()
        documents = self._store.articles.documents() - {wording.article}
        found = self._store.paragraphs.sharing(phrases(wording.words), PARAGRAPHS, documents) if documents else ()
        held = (held_in(wording, self.text(article)) for article in dict.fromkeys(article for article, _ in found))
        return tuple(reversed(in_order(one for one in held if one)))

    def keep_as_evidence(self, held: Held) -> Change:
        """Keep a text as evidence of a quote: the paragraph in which it stands, as a transcript.

        Raises NotPossible where it does not stand there.
        """
        if held.place is None or held.match is None:
            raise NotPossible("The words of this quote do not stand in this text: it is no evidence of them.")
        text = self.text(held.match.there.article)
        kept = evidence.transcript(text.around(held.place), text.article.title, f"paragraph {held.paragraph}")
        return self._proof.add_evidence(held.quote.quote, kept)

    def text(self, article: str) -> Text:
        """The text of an article that is there, with what is known of it."""
        outlined, reading = self._outline.get(article), self._store.proposals.reading(article)
        speakers = {quote.id: quote.speaker for quote in self._outline.contents(article).quotes}
        passages = self._store.standing.passages([article])[article]
        voices = tuple((span, name) for span, quote in passages if (name := speakers.get(quote)))
        title, outlet = (outlined.summary.title, outlined.summary.outlet) if outlined else ("", None)
        known = Wording("", article, title, outlet, None, "", None, None)
        return Text(known, self._store.articles.text(article), reading.zones if reading else (), voices)


def hold(asked: Asked) -> Iterator[Held]:
    """How each quote stands in the text, one by one, those at the end that do not though they name it as source."""
    there: set[str] = set()
    articles: set[str] = set()
    for quote in asked.quotes:
        if held := held_in(quote, asked.text):
            there.add(quote.quote)
            articles.add(quote.article)
            yield held
    for quote in asked.sourced:
        if quote.article in articles and quote.quote not in there and _names(quote, asked.text.article):
            yield Held(quote, Stands.NOT_THERE)


def held_in(quote: Wording, text: Text) -> Held | None:
    """How a quote stands in a text, None where it does not."""
    located = matching.locate(quote.words, text.text, IN_A_ROW)
    if located is None:
        return None
    place = matching.widened(located)
    there = replace(text.article, words=place.of(text.text))
    match = matching.compare(alone(quote), alone(there))
    if not _more_than_chance(match):
        return None
    told = replace(match, here=quote, there=there)
    return Held(quote, _stands(match), told, place, text.paragraph(place), text.voice(place))


def _stands(match: Match) -> Stands:
    """Cut out of a longer quote, the words that the text has all stand in it."""
    kinds = {one.kind for one in _within(match.differences)}
    if match.relation is Relation.EQUAL or kinds <= _PRINT:
        return Stands.WORD_FOR_WORD
    kept = sum(_kept(match)) / max(1, len(sounds(match.here.words)))
    return Stands.IN_PART if kinds <= _PRINT | _CUT or kept < MOSTLY else Stands.CHANGED


def _within(differences: Sequence[Difference]) -> list[Difference]:
    """The differences but those in words that the quote has besides, before or after what stands in the text."""
    besides = [one.here for one in differences if one.kind in _CUT and not one.there]
    return [one for one in differences if one.there or one.kind in _CUT or not any(one.here in cut for cut in besides)]


_PRINT = frozenset({Deviation.PUNCTUATION, Deviation.SPELLING, Deviation.CONTRACTION})
_CUT = frozenset({Deviation.TRIMMED, Deviation.MARKED_TRIM, Deviation.ELLIPSIS})


def _kept(match: Match) -> list[int]:
    """How many words each run has that stands in both."""
    return [len(sounds(part.words)) for part in match.alignment if part.edit is Edit.SAME]


def _more_than_chance(match: Match) -> bool:
    kept = _kept(match)
    if max(kept, default=0) >= IN_A_ROW:
        return True
    return match.holds and (_stands(match) is Stands.WORD_FOR_WORD or sum(kept) >= FEW)


def _names(quote: Wording, article: Wording) -> bool:
    """Whether a quote names a text, or whoever issued it, as its source."""
    issuers = filter(None, (article.outlet, article.title))
    return quote.source is not None and any(matching.same_carrier(quote.source, one) for one in issuers)


def _says_the_same(held: Held) -> bool:
    return held.stands is not Stands.NOT_THERE and not held.turned and not held.other_voice


def in_order(held: Iterable[Held]) -> tuple[Held, ...]:
    """What an editor wants to see first: what is not there, what says something else, what is changed."""
    order = list(Stands)
    return tuple(sorted(held, key=lambda one: (_says_the_same(one), order.index(one.stands), one.place or Span(0, 0))))
