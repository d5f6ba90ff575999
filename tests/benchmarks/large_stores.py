"""Large stores for measuring: of invented articles, with twice as many decisions as quotes.

A hundred thousand quotes are made one by one, by what the program itself keeps them by. Still more are these several
times over, under other ids, which is made by statements: their hashes do not hold, which nothing but a check looks at.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from quotereview.model import Article, Ruling, StandingQuote, Verdict
from quotereview.review.change import ChangeKind
from quotereview.store import Ruled, Store, open_store
from quotereview.store.migrations import HISTORY
from quotereview.store.searching import found_by
from quotereview.store.tables import Table
from tests.benchmarks.bench_store import QUOTES_PER_ARTICLE
from tests.benchmarks.bench_window import sentence
from tests.store import invented

EDITORS = ("Ana Ruz", "Ole Brandt", "Ida Falk", "Jon Vint")
COPIED = 100_000
"""Beyond how many quotes a store is made of copies of one of this size."""
AT_ONCE = 500
"""Articles that are kept in one transaction."""

FINAL = {
    Verdict.OPEN: 40,
    Verdict.CONFIRMED: 40,
    Verdict.CORRECTED: 10,
    Verdict.DISPUTED: 4,
    Verdict.CANNOT_VERIFY: 3,
    Verdict.NOT_A_QUOTE: 3,
}
"""What of a hundred quotes stands in the end."""

NOTED, UNREAD, MERGED = 0.03, 0.1, 0.05
"""The shares of quotes with a note, of confirmed ones that nobody read, and of names that are another one's."""


@cache
def syllables() -> tuple[str, ...]:
    """What names are made of."""
    return tuple(f"{one}{two}" for one in "bdfgklmnprstv" for two in "aeiou")


def name(number: int) -> str:
    """A name, each number another one."""
    chance = random.Random(f"name {number}")
    first, last = ("".join(chance.choices(syllables(), k=size)).capitalize() for size in (2, 3))
    return f"{first} {last} {number}"


def voices(quotes: int) -> int:
    """How many people are quoted in a store of so many quotes."""
    return max(quotes // 50, 20)


def article(number: int, quotes: int) -> tuple[Article, list[tuple[str, str]]]:
    """An article and what is quoted in it; five articles tell a story and share some of its words."""
    story, own = random.Random(number // 5), random.Random(f"article {number}")
    said = [sentence(story, 30) for _ in range(4)]
    said += [sentence(own, own.randint(5, 50)) for _ in range(QUOTES_PER_ARTICLE - len(said))]
    speakers = [name(story.randrange(voices(quotes))) for _ in range(6)]
    utterances = [(own.choice(speakers), words) for words in said]
    known = {
        "headline": sentence(own, 8).rstrip("."),
        "outlet": f"The {name(own.randrange(60)).split()[1]} Mail",
        "published": date(2025, 1, 1) + timedelta(days=number % 600),
    }
    return invented.article(f"{number}.txt", utterances, **known), utterances


def make(path: Path, quotes: int) -> None:
    """Make a store of so many quotes."""
    clock = invented.Clock()
    with open_store(path) as store:
        numbers = range(quotes // QUOTES_PER_ARTICLE)
        for start in numbers[::AT_ONCE]:
            with store.act(ChangeKind.ARTICLES, "fill the store", EDITORS[0], clock()):
                for number in numbers[start : start + AT_ONCE]:
                    fill(store, number, quotes, clock)
        with store.act(ChangeKind.PEOPLE, "same people", EDITORS[0], clock()) as act:
            for number in range(0, voices(quotes), int(1 / MERGED)):
                store.people.rule(act, name(number), name(number + 1), None)


def fill(store: Store, number: int, quotes: int, clock: Callable[[], datetime]) -> None:
    """Keep an article, and twice a ruling on each of its quotes, in one act each time."""
    kept, said = article(number, quotes)
    chance = random.Random(f"rulings {number}")
    with store.act(ChangeKind.ARTICLES, "load", chance.choice(EDITORS), clock()) as act:
        store.articles.add(act, kept)
        store.proposals.add(act, kept.id, invented.detection(kept, said))
    for last in (False, True):
        with store.act(ChangeKind.RULINGS, "rule", chance.choice(EDITORS), clock()) as act:
            rulings = [(quote, ruled(quote, chance, last=last)) for quote in store.standing.quotes(kept.id)]
            store.decisions.add(
                act, *(Ruled(quote.id, ruling, quote.decision and quote.decision.id) for quote, ruling in rulings)
            )


def ruled(quote: StandingQuote, chance: random.Random, *, last: bool) -> Ruling:
    """A first ruling on a quote, or the last one, which stands."""
    verdict = chance.choices(list(FINAL), weights=FINAL.values())[0] if last else Verdict.CONFIRMED
    note = f"Ask {name(chance.randrange(50))} again." if last and chance.random() < NOTED else ""
    unread = verdict is Verdict.CONFIRMED and chance.random() < UNREAD
    speaker = quote.ruling.speaker
    if speaker and verdict is Verdict.CORRECTED:
        speaker = chance.choice(quote.proposal.candidates).speaker
    return replace(quote.ruling, verdict=verdict, speaker=speaker, note=note, unread=unread)


# The largest store

NOT_COPIED = frozenset({"name_decisions", "name_overrulings", "blind_reads"})


def multiply(path: Path, times: int) -> None:
    """Have a store hold so many times what it holds, each time under other ids; names of people stay as they are."""
    with open_store(path) as store:
        connection = store._connection
        tables = [Table.read(connection, name) for name in HISTORY if name not in NOT_COPIED]
        words = [
            (*row[:4], found_by(row[4]))
            for row in connection.plain(
                """SELECT paragraphs.id, article, start, end, substr(text, start + 1, end - start)
                FROM paragraphs JOIN articles ON articles.id = article"""
            )
        ]
        for number in range(1, times):
            with connection.transaction():
                connection.rows("PRAGMA defer_foreign_keys = on")
                for table in tables:
                    connection.rows(copying(table, f".{number}"))
                connection.insert("traces", copied_traces(store, f".{number}"))
                index_words(store, words, number)


def copying(table: Table, ending: str) -> str:
    """A statement that adds the first rows of a table once more; what names rows gets another ending."""
    named = {column for column, _ in table.parents} | {"id"}
    values = ", ".join(f"{column} || '{ending}'" if column in named else column for column in table.columns)
    first = f"instr({table.key[0]}, '.') = 0"
    return (
        f"INSERT INTO {table.name} ({', '.join(table.columns)}) "
        f"SELECT {values} FROM {table.name} WHERE {first} ORDER BY {table.order}"
    )


def copied_traces(store: Store, ending: str) -> list[dict[str, object]]:
    """The traces of the first articles, as those of others."""
    found = store._connection.plain("SELECT article, trace FROM traces WHERE instr(article, '.') = 0")
    return [{"article": f"{article}{ending}", "trace": trace} for article, trace in found]


def index_words(store: Store, words: list[tuple[int, str, int, int, str]], number: int) -> None:
    """Let the copies of articles be found by their words, too."""
    offset = number * max(id for id, *_ in words)
    places = [
        {"id": id + offset, "article": f"{article}.{number}", "start": start, "end": end}
        for id, article, start, end, _ in words
    ]
    store._connection.insert("paragraphs", places)
    store._connection.insert("paragraph_words", [{"rowid": id + offset, "words": found} for id, *_, found in words])


def made(folder: Path, quotes: int) -> Path:
    """A store of so many quotes in a folder, made where it is not there yet."""
    path = folder / f"{quotes}.qrev"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        if quotes > COPIED:
            shutil.copyfile(made(folder, COPIED), unfinished)
            multiply(unfinished, quotes // COPIED)
        else:
            make(unfinished, quotes)
        unfinished.rename(path)
    return path
