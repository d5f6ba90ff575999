"""How well words without a speaker are found: python -m tests.benchmarks.bench_elsewhere BENCH; run by hand.

BENCH is a folder with articles and judged pairs of their quotes. Asked for are the quotes of these pairs by their words
alone, and passages cut out of what the articles say outside of marks: four to eight words in a row, each another word
once in eight.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import process_time
from typing import NamedTuple

from quotereview import lexicon
from quotereview.model import Span
from quotereview.review.elsewhere import Elsewhere, Stood, weigh
from quotereview.review.outline import Outline
from quotereview.store import Store, open_store
from quotereview.wording.words import words
from tests.benchmarks.bench_finding import FIRST, fill, partners

PASSAGES = 60
WORDS = (4, 8)
ANOTHER = 1 / 8  # how often a word is another one
LIST = "word_rates"

_SENTENCE = re.compile(r"[A-Z][^.!?“”\"\n]{40,}[.!?]")


class Asked(NamedTuple):
    """Words that are asked for, and what tells whether a place is the one where they stand."""

    words: str
    right: Callable[[Stood], bool]
    asked_about: Callable[[Stood], bool]


def passages(store: Store, seed: int = 6) -> Iterator[Asked]:
    """Passages of articles, none of them in a quote."""
    chance = random.Random(seed)
    others = [word for bits in lexicon.sections(LIST) for word in sorted(lexicon.words(LIST, bits))]
    articles = sorted(store.articles.loaded())
    found = 0
    while found < PASSAGES:
        article, size = chance.choice(articles), chance.randint(*WORDS)
        span = cut(store, article, size, chance)
        if span is None:
            continue
        found += 1
        printed = span.of(store.articles.text(article)).split()
        asked = " ".join(chance.choice(others) if chance.random() < ANOTHER else word for word in printed)
        yield Asked(asked, lambda one, span=span, article=article: at(one, article, span), lambda _: True)


def cut(store: Store, article: str, size: int, chance: random.Random) -> Span | None:
    """So many words in a row out of a sentence of an article outside its quotes; None where it has no such sentence."""
    text, quoted = store.articles.text(article), [span for span, _ in store.standing.passages([article])[article]]
    sentences = [Span(*found.span()) for found in _SENTENCE.finditer(text)]
    plain = [span for span in sentences if not any(span.overlap(other) for other in quoted)]
    sentence = chance.choice(plain) if plain else Span(0, 0)
    held = words(sentence.of(text))
    if len(held) < size:
        return None
    first = chance.randrange(len(held) - size + 1)
    return Span(sentence.start + held[first].start, sentence.start + held[first + size - 1].end)


def at(stood: Stood, article: str, span: Span) -> bool:
    """Whether a place is in a stretch of an article."""
    return stood.match.there.article == article and stood.place is not None and stood.place.overlap(span) > 0


def quotes(store: Store, judged: Mapping[str, set[str]]) -> Iterator[Asked]:
    """The quotes of pairs, each found if one of its partners is, in another article."""
    told = {quote.id: quote for quote in store.outlines.all()}
    for quote, others in judged.items():
        own = told[quote].article
        yield Asked(
            told[quote].words,
            lambda one, others=others: one.match.there.quote in others,
            lambda one, own=own: bool(one.match.there.quote) and one.match.there.article != own,
        )


def told(what: str, store: Store, asked: list[Asked]) -> str:
    """How often the right place is first and among the first five, and what a query costs."""
    elsewhere = Elsewhere(store, Outline(store))
    elsewhere.gather("warm up")
    before = process_time()
    found = [weigh(elsewhere.gather(one.words)) for one in asked]
    cost = 1000 * (process_time() - before) / len(asked)
    ranks = [
        next((at for at, place in enumerate(filter(one.asked_about, places)) if one.right(place)), FIRST)
        for one, places in zip(asked, found, strict=True)
    ]
    first, five = (sum(rank < most for rank in ranks) / len(asked) for most in (1, FIRST))
    return f"{what:20}{first:10.3f}{five:14.3f}{cost:14.2f}"


def main() -> None:
    """Print the figures of both."""
    bench = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "found.qrev") as store:
        ids = fill(store, bench, {})
        print(f"{'':20}{'first':>10}{'first five':>14}{'ms a query':>14}")  # noqa: T201
        print(told("passages", store, list(passages(store))))  # noqa: T201
        print(told("quotes", store, list(quotes(store, partners(bench, ids)))))  # noqa: T201


if __name__ == "__main__":
    main()
