"""Finding words in everything a store holds: articles, quotes, people and notes, while an editor types."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from quotereview.counting import counted
from quotereview.folding import Folded, letters
from quotereview.model import ArticleSummary, Span
from quotereview.review.outline import Outline
from quotereview.review.people import People
from quotereview.store import Store

A_FEW = 6
PLACES = 40
"""How many places in the articles are listed; who seeks among more writes another word."""

BEFORE, EXCERPT = 30, 110
"""How many code points an excerpt shows before what was found, and at most in all."""


class FindingKind(StrEnum):
    """In what words were found, in the order in which findings are listed."""

    PERSON = "people"
    NOTE = "notes"
    TITLE = "articles"
    QUOTE = "quotes"
    TEXT = "in the text"


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where words were found: what to show, which stretches of it were sought, and where it leads.

    ``place`` is where in the article; it, ``quote`` and ``article`` are None where there is none.
    """

    kind: FindingKind
    words: str
    lit: tuple[Span, ...]
    about: str
    article: str | None = None
    quote: str | None = None
    place: Span | None = None


def find(store: Store, outline: Outline, people: People, line: str) -> tuple[Finding, ...]:
    """What was found for a line of words, all of which have to be there, kind by kind; nothing for no word.

    All is of one moment, whatever other programs write meanwhile. Case, accents and typography make no difference.
    People, notes and titles hold the line as it is written.
    """
    sought = line.strip()
    if not any(character.isalnum() for character in sought):
        return ()
    with store.snapshot():
        titles = {outlined.id: outlined.summary for outlined in outline.articles()}
        return (
            *islice(_people(people, sought), A_FEW),
            *islice(_notes(store.outlines.noted(), titles, sought), A_FEW),
            *islice(_titles(titles.values(), sought), A_FEW),
            *sorted(_places(store, titles, sought), key=lambda found: found.kind is FindingKind.TEXT),
        )


def _people(people: People, sought: str) -> Iterator[Finding]:
    for person in people.known():
        names = ((name, _named_in(name, sought)) for name in (person.name, *person.known_as))
        if found := next(((name, lit) for name, lit in names if lit), None):
            first = people.quotes(person.name)[0].quote
            about = counted(person.quotes, "quote")
            if found[0] != person.name:
                about = f"also {found[0]} · {about}"
            lit = found[1] if found[0] == person.name else ()
            yield Finding(FindingKind.PERSON, person.name, lit, about, first.article, first.id)


def _notes(notes: Iterable[tuple[str, str, str]], titles: dict[str, ArticleSummary], sought: str) -> Iterator[Finding]:
    for article, quote, note in notes:
        if lit := _named_in(note, sought):
            yield Finding(FindingKind.NOTE, note, lit, _named(titles[article]), article, quote)


def _titles(articles: Iterable[ArticleSummary], sought: str) -> Iterator[Finding]:
    for article in articles:
        lit = _named_in(article.title, sought)
        if lit or _named_in(article.outlet or "", sought):
            yield Finding(FindingKind.TITLE, article.title, lit, article.outlet or "", article.id)


def _places(store: Store, titles: dict[str, ArticleSummary], sought: str) -> Iterator[Finding]:
    found = store.paragraphs.holding(sought, PLACES)
    articles = list(dict.fromkeys(article for article, _ in found))
    texts = {article: store.articles.text(article) for article in articles}
    passages = store.standing.passages(articles)
    for article, paragraph in found:
        place = _first(texts[article], paragraph, sought)
        quote = next((quote for span, quote in reversed(passages[article]) if span.overlap(place)), None)
        words, lit = _excerpt(texts[article], paragraph, place, sought)
        kind = FindingKind.QUOTE if quote else FindingKind.TEXT
        yield Finding(kind, words, lit, _named(titles[article]), article, quote, place)


def _first(text: str, paragraph: Span, sought: str) -> Span:
    """Where the words stand in a paragraph: side by side, else the longest of them."""
    folded = Folded(paragraph.of(text))
    for words in (sought, *sorted(sought.split(), key=len, reverse=True)):
        if spans := folded.find(words):
            return Span(paragraph.start + spans[0].start, paragraph.start + spans[0].end)
    return paragraph


def _excerpt(text: str, paragraph: Span, place: Span, sought: str) -> tuple[str, tuple[Span, ...]]:
    """The paragraph around a place in one line, and where in it the words stand."""
    start = _word_start(text, max(paragraph.start, place.start - BEFORE), place.start)
    shown = " ".join(text[start : min(paragraph.end, start + EXCERPT)].split())
    words = f"{'… ' if start > paragraph.start else ''}{shown}"
    folded = Folded(words)
    lit = folded.find(sought) or tuple(sorted(span for word in sought.split() for span in folded.find(word)))
    return words, lit


def _word_start(text: str, start: int, limit: int) -> int:
    """The first beginning of a word from ``start`` on, where there is one before ``limit``."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = next((at for at in range(start, limit) if text[at].isspace()), None)
    return start if space is None else space + 1


def _named_in(words: str, sought: str) -> tuple[Span, ...]:
    return Folded(words).find(sought) if _letters(sought) in _letters(words) else ()


@lru_cache(maxsize=131_072)
def _letters(words: str) -> str:
    """Names and titles are folded once, since all of them are looked at with each letter that is typed."""
    return letters(words)


def _named(article: ArticleSummary) -> str:
    return " · ".join(part for part in (article.outlet, article.title) if part)
