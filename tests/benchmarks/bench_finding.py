"""How well the partners of a quote are found: python -m tests.benchmarks.bench_finding BENCH DETECTED…; run by hand.

BENCH is a folder with articles and judged pairs of their quotes. DETECTED is what `quotereview detect --format jsonl`
prints for these articles: it says who spoke. Beside ours stands what anybody would build first: a full-text index,
asked for any three words in a row, ranked by bm25.
"""

import json
import re
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from quotereview.evaluation.passages import between_marks, covered, half_in
from quotereview.model import Article, Detection, Passage, Quote, Span, Speaker, SpeakerType, article_id
from quotereview.review.change import ChangeKind
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.ingest import Read
from quotereview.review.outline import Outline
from quotereview.review.ruled_matches import RuledMatches
from quotereview.review.session import Session, utc_now
from quotereview.store import Store, open_store
from tests.described import described

ARTICLES = ("polnear-train.jsonl", "polnear-dev.jsonl")
PAIRS = "pairs-dev.jsonl"
FIRST = 5

Fields = Mapping[str, Any]
Find = Callable[[str], Sequence[str]]


def lines(file: Path) -> Iterator[Fields]:
    """The objects of a file, one on each line."""
    with file.open(encoding="utf-8") as found:
        yield from map(json.loads, found)


def spans(fields: Fields) -> list[Span]:
    """The passages of an article that are quotes: half of each, or more, is the content of an attribution."""
    contents = [[Span(*place) for place in one["content"]] for one in fields["attributions"]]
    found = []
    for span in between_marks(fields["text"]):
        best = max(contents, key=lambda content: covered(span, content), default=[])
        if half_in(span, best):
            found.append(span)
    return found


def speaker(span: Span, detected: Sequence[Fields]) -> Speaker | None:
    """Who was found to speak where a passage stands."""
    at = max(detected, key=lambda quote: span.overlap(Span(quote["start"], quote["end"])), default=None)
    if at is None or not span.overlap(Span(at["start"], at["end"])) or not at["speaker"]:
        return None
    return Speaker(at["speaker"]["name"], SpeakerType.PERSON)


def read(fields: Fields, detected: Sequence[Fields]) -> Read:
    """An article with its quotes, as a detector would give them."""
    text, original = fields["text"], fields["text"].encode()
    article = Article(
        article_id(fields["id"], original),
        fields["id"],
        original,
        text,
        "utf-8",
        described(outlet=fields["publisher"], published=fields["date"], headline=fields["title"]),
    )
    quotes = tuple(
        Quote(
            f"{span.start}-{span.end}", (Passage(span, span.of(text)),), speaker=speaker(span, detected), confidence=0.5
        )
        for span in spans(fields)
    )
    return Read(article, Detection(quotes, (), (), "gold", "none"))


def fill(store: Store, bench: Path, detected: Mapping[str, Sequence[Fields]]) -> dict[tuple[str, int], str]:
    """Keep all articles by date; the ids of their quotes by article and start."""
    session = Session(store, "Bench")
    found = sorted((fields for file in ARTICLES for fields in lines(bench / file)), key=lambda fields: fields["date"])
    named = {}
    with store.act(ChangeKind.ARTICLES, "fill the store", "Bench", utc_now()):
        for fields in found:
            kept = read(fields, detected.get(fields["id"], ()))
            session.keep(kept)
            named[kept.article.id] = fields["id"]
    return {(named[quote.article], quote.start): quote.id for quote in store.outlines.all()}


def partners(bench: Path, ids: Mapping[tuple[str, int], str]) -> dict[str, set[str]]:
    """For each quote of a pair that is the same, or a repeat, the quotes that it was judged to be so with."""
    found = defaultdict(set)
    for pair in lines(bench / PAIRS):
        if pair["label"] != "different":
            here, there = (ids[pair[side]["doc"], pair[side]["start"]] for side in "ab")
            found[here].add(there)
            found[there].add(here)
    return found


def ours(store: Store) -> Find:
    """The likeliest partners of a quote, as the program finds them."""
    crosscheck = CrossCheck(store, Outline(store), RuledMatches(store))

    def find(quote: str) -> list[str]:
        number = store.compared.number(quote)
        assert number is not None
        here = store.compared.wordings([number])[number]
        return [there.quote for there in crosscheck.likeliest(here, number)]

    return find


def baseline(store: Store) -> Find:
    """An index of words, asked for any three in a row."""
    quotes = {quote.id: quote for quote in store.outlines.all()}
    ids = list(quotes)
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE found USING fts5(words, tokenize='unicode61')")
    index.executemany(
        "INSERT INTO found (rowid, words) VALUES (?, ?)", [(at, quotes[id].words) for at, id in enumerate(ids)]
    )

    def find(quote: str) -> list[str]:
        words = re.findall(r"\w+", quotes[quote].words)
        threes = {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}
        asked = " OR ".join(f'"{three}"' for three in threes)
        rows = index.execute("SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found) LIMIT 50", (asked,))
        return [ids[at] for (at,) in rows if quotes[ids[at]].article != quotes[quote].article]

    return find


def told(what: str, find: Find, partners: Mapping[str, set[str]]) -> str:
    """How often a partner is found first and among the first five, and what a query costs."""
    before, found = process_time(), {quote: find(quote)[:FIRST] for quote in partners}
    cost = 1000 * (process_time() - before) / len(partners)
    first = sum(bool(set(found[quote][:1]) & others) for quote, others in partners.items()) / len(partners)
    any_of = sum(bool(set(found[quote]) & others) for quote, others in partners.items()) / len(partners)
    return f"{what:20}{first:10.3f}{any_of:14.3f}{cost:14.2f}"


def main() -> None:
    """Print ours beside the baseline."""
    bench, *files = map(Path, sys.argv[1:])
    detected = {fields["id"]: fields["quotes"] for file in files for fields in lines(file)}
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "found.qrev") as store:
        ids = fill(store, bench, detected)
        judged = partners(bench, ids)
        print(f"{len(ids):,} quotes, {len(judged)} of them queries")  # noqa: T201
        print(f"{'':20}{'first':>10}{'first five':>14}{'ms a query':>14}")  # noqa: T201
        print(told("ours", ours(store), judged))  # noqa: T201
        print(told("words, bm25", baseline(store), judged))  # noqa: T201


if __name__ == "__main__":
    main()
