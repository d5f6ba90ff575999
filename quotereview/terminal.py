"""What the commands print: plain tables that fit a terminal of 100 columns, and progress while it is watched."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

import click

from quotereview.counting import counted
from quotereview.errors import Unwritable
from quotereview.model import (
    UNTOLD,
    Article,
    ArticleConflict,
    ArticleSummary,
    BlindExtent,
    BlindRead,
    Decision,
    Detection,
    Field,
    Kind,
    MatchConflict,
    NameConflict,
    Quote,
    RulingConflict,
    Wording,
    Zone,
    band,
)
from quotereview.review.agreement import Agreement
from quotereview.review.timeline import Entry, told
from quotereview.store import Recovered

if TYPE_CHECKING:
    from quotereview.evaluation import Key, Report

WIDTH = 100
GAP = "  "
QUOTE_WIDTHS = (24, 22, 11, 37)
ARTICLE_WIDTHS = (52, 22, 10, 10)
FIELD_WIDTHS = (1, 11, 44, 36)
VERSION_WIDTHS = (22, 10, 24, 16, 20)
AGREEMENT_WIDTHS = (10, 8, 8, 8, 8)
NAME_WIDTHS = (1, 40, 24, 16)
MATCH_WIDTHS = (1, 14, 22, 20, 16)
RULING_WIDTHS = (1, 14, 22, 20, 16, 16)
FIGURE_WIDTHS = (46, 8, 16, 10, 8)
CHANGE_WIDTHS = (14, 34, 36, 8)
BAND_WIDTHS = (16, 10, 10, 10)


def quotes_table(name: str, detection: Detection, *, teasers: bool) -> Iterator[str]:
    """The lines that show an article's quotes: speaker, source, confidence in a word, words."""
    quotes = [quote for quote in detection.quotes if teasers or quote.zone is not Zone.TEASER]
    yield f"{printable(name)}: {counted(len(quotes), 'quote')}"
    if quotes:
        yield from row(("speaker", "source", "confidence", "words"), QUOTE_WIDTHS)
    for quote in quotes:
        yield from row(_quote_cells(quote), QUOTE_WIDTHS)
    for doubt in detection.doubts:
        yield f"doubt at {doubt.place.start:,}: {printable(doubt.reason)}"
    yield ""


def articles_table(articles: Sequence[ArticleSummary]) -> Iterator[str]:
    """The lines that show a store's articles with their progress."""
    yield from row(("article", "outlet", "date", "decided"), ARTICLE_WIDTHS)
    for article in articles:
        cells = (article.title, article.outlet or UNTOLD, str(article.published or UNTOLD))
        yield from row((*cells, f"{article.decided} of {article.quotes}"), ARTICLE_WIDTHS)


def fields_table(article: Article) -> Iterator[str]:
    """The lines that show what an article says of itself, with where each field comes from, and what is missing."""
    yield printable(article.headline or article.name)
    told = {one.field: one for one in article.described}
    for field in Field:
        if one := told.get(field):
            yield from row(("", field, one.value, one.origin), FIELD_WIDTHS)
        elif field in article.missing:
            yield from row(("", field, UNTOLD, "missing"), FIELD_WIDTHS)
    yield from row(("", "file", article.name, f"{len(article.original):,} bytes"), FIELD_WIDTHS)
    yield from row(("", "SHA-256", article.sha256), (1, 11, 64))


def fields_record(article: Article) -> dict[str, object]:
    """The same as one object of JSON."""
    fields = {one.field: {"value": one.value, "from": one.origin} for one in article.described}
    file = {"file": article.name, "bytes": len(article.original), "sha256": article.sha256}
    return {"id": article.id, **file, "fields": fields, "missing": article.missing}


def recovery(recovered: Recovered, to: Path) -> Iterator[str]:
    """The lines that say what was brought to a new store, and what is lost."""
    yield f"read: {_rows(recovered.read)}"
    if recovered.backup:
        yield f"from the backup {recovered.backup.name}: {_rows(recovered.from_backup)}"
    for table, id in recovered.missing:
        yield f"lost: {id} of the {_table(table)}"
    for table, number in recovered.unnamed.items():
        yield f"lost: up to {number:,} more of the {_table(table)}"
    for aside in recovered.set_aside:
        yield f"set aside: {aside.name} of the {_table(aside.table)}, because {aside.why}"
    lost = Counter(table for table, _ in recovered.missing) + Counter(recovered.unnamed)
    if lost:
        yield f"lost in all: {_rows(lost)}"
    if recovered.set_aside:
        yield f"set aside in all: {_rows(Counter(aside.table for aside in recovered.set_aside))}"
        yield f"What was set aside is in {recovered.aside(to)}."
    if not recovered.articles:
        yield "The new store holds no article: none could be brought."
    yield f"{to} is made{'; nothing is known to be lost' if recovered.all_is_there else ''}"


def _rows(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} {_table(table)}" for table, number in numbers.items() if number) or "nothing"


def _table(name: str) -> str:
    return name.replace("_", " ")


def conflicts_table(conflicts: Sequence[RulingConflict]) -> Iterator[str]:
    """The lines that say how many quotes are ruled differently, and by whom, the ruling that stands first."""
    yield _differently(len(conflicts), "quote")
    for conflict in conflicts:
        words = conflict.standing.ruling.passages[0].words
        yield printable(f"{conflict.quote}: “{shorten(words, 70, placeholder='…')}”")
        for decision in (conflict.standing, *conflict.others):
            yield from row(_ruling_cells(decision), RULING_WIDTHS)


def article_conflicts_table(conflicts: Sequence[ArticleConflict]) -> Iterator[str]:
    """The lines that say of how many articles editors ruled otherwise, and what, the ruling that stands first."""
    yield _differently(len(conflicts), "article")
    for conflict in conflicts:
        yield printable(f"{conflict.standing.article}: {shorten(conflict.title, 70, placeholder='…')}")
        for decision in (conflict.standing, *conflict.others):
            ruling = decision.ruling
            known = ("removed" if ruling.removed else "", ruling.outlet or UNTOLD, str(ruling.published or UNTOLD))
            yield from row(("", *known, decision.editor, when(decision.decided_at)), RULING_WIDTHS)


def history_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """The lines that tell how a quote or an article came to be what it is, the newest step first."""
    for entry in entries:
        what, *how = told(entry, f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}")
        yield from wrap(printable(what), WIDTH)
        for line in how:
            yield from wrap(printable(line), WIDTH, initial_indent=GAP * 2, subsequent_indent=GAP * 4)


def name_conflicts_table(conflicts: Sequence[NameConflict]) -> Iterator[str]:
    """The lines that say of how many names editors decided otherwise whose they are, the decision that stands first."""
    yield _differently(len(conflicts), "name")
    for conflict in conflicts:
        yield printable(conflict.name)
        for one in (conflict.standing, *conflict.others):
            whose = f"goes by {one.same_as}" if one.same_as else "a person of its own"
            yield from row(("", whose, one.editor, when(one.decided_at)), NAME_WIDTHS)


def match_conflicts_table(conflicts: Sequence[MatchConflict]) -> Iterator[str]:
    """The lines that say of how many matches editors ruled otherwise, and how, the ruling that stands first."""
    yield _differently(len(conflicts), "matched pair")
    for conflict in conflicts:
        yield printable(f"{conflict.pair}: “{shorten(conflict.words, 70, placeholder='…')}”")
        for one in (conflict.standing, *conflict.others):
            label = one.ruling.label or UNTOLD
            settled = f"{counted(len(one.ruling.settled), 'conflict')} settled" if one.ruling.settled else ""
            yield from row(("", label, settled, one.editor, when(one.decided_at)), MATCH_WIDTHS)


EXTENTS = {
    BlindExtent.ALL: "all that others decided",
    BlindExtent.ARTICLE: "those of an article",
    BlindExtent.SAMPLE: "a sample",
}
"""Which quotes were read blind, in plain words."""


def blind_reads(reads: Sequence[BlindRead]) -> Iterator[str]:
    """A line for each blind read: who read which quotes, how far, and until when."""
    for read in reads:
        which = f"{EXTENTS[read.extent]}{f', seed {read.seed}' if read.seed else ''}"
        until = f"left {when(read.left_at)}" if read.left_at else "under way"
        yield printable(f"{read.editor}: {read.ruled:,} of {len(read.quotes):,} quotes ({which}), {until}")


def agreement_table(agreements: Sequence[Agreement]) -> Iterator[str]:
    """The lines that show how far two editors agree, field by field; what chance says nothing about is left empty."""
    yield from row(("field", "quotes", "alike", "kappa", "alpha"), AGREEMENT_WIDTHS)
    for one in agreements:
        beyond = (UNTOLD if value is None else f"{value:.2f}" for value in (one.kappa, one.alpha))
        yield from row((one.field, f"{one.compared:,}", f"{one.percent:.0%}", *beyond), AGREEMENT_WIDTHS)


def report_tables(report: "Report", changes: "Mapping[Key, float] | None" = None) -> Iterator[str]:
    """The lines that show all figures of a report, each with how it changed where that is known."""
    yield printable(report.title)
    yield report.measured
    for table in report.tables:
        yield ""
        change = "" if changes is None else "change"
        yield from row((table.heading, "figure", "95 % interval", report.counted, change), FIGURE_WIDTHS)
        for one in table.rows:
            change = "" if changes is None else _change(changes.get((report.title, table.heading, one.name)))
            yield from row((one.name, one.printed, one.interval, f"{one.of:,}", change), FIGURE_WIDTHS)
    yield ""
    yield from row(("confidence", report.counted, "believed", "right"), BAND_WIDTHS)
    for reliability in report.bands:
        yield from row(reliability.cells, BAND_WIDTHS)
    yield ""


def changes_table(changes: "Mapping[Key, float]") -> Iterator[str]:
    """The lines that show which figures changed, and by how much."""
    changed = {key: change for key, change in changes.items() if change}
    yield f"{len(changed)} of {counted(len(changes), 'figure')} changed"
    for (title, heading, name), change in changed.items():
        yield from row((title, heading, name, _change(change)), CHANGE_WIDTHS)


def row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row, each cell wrapped in its column."""
    columns = [wrap(printable(cell), width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
        yield GAP.join(padded).rstrip()


def when(at: str) -> str:
    """A time as a store holds it (UTC, ISO 8601) by this machine's clock, to the minute."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def printable(words: str) -> str:
    """``words`` on one line, without what would steer the terminal: control and direction characters show as �."""
    return "".join(map(_printable, words))


def show(line: str) -> None:
    """Print a line; raises Unwritable where the output takes no more."""
    try:
        click.echo(line)
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what waits to be written fails only once
        raise Unwritable(f"The output cannot be written: {error.strerror or error}.") from error


class Progress:
    """One line on standard error that says what is being read, while somebody watches it there."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def say(self, words: str) -> None:
        """Put ``words`` in place of what stood there."""
        if self._watched:
            click.echo(f"\r\033[K{printable(words)[:99]}", err=True, nl=False)

    def clear(self) -> None:
        """Take the line away, before anything else is printed."""
        self.say("")


@contextmanager
def progress() -> Iterator[Progress]:
    """A line of progress that is gone at the end, whatever happens."""
    line = Progress()
    try:
        yield line
    finally:
        line.clear()


def wait_for(steps: Iterable[int], told: str = "Comparing {} with those of other articles") -> None:
    """Wait until something is done with all quotes; each step is how many are left, which is ``told`` of them."""
    with progress() as line:
        for left in steps:
            line.say(told.format(counted(left, "quote")))


def _printable(char: str) -> str:
    if char.isspace():
        return " "
    return char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _quote_cells(quote: Quote) -> tuple[str, ...]:
    if quote.kind is not Kind.SPEECH:
        return UNTOLD, UNTOLD, quote.kind.value, f"“{quote.words}”"
    source = f"{quote.source.name}, {quote.source.kind}" if quote.source and quote.source.kind else None
    source = source or (quote.source.name if quote.source else UNTOLD)
    return quote.speaker.name if quote.speaker else UNTOLD, source, band(quote.confidence).value, f"“{quote.words}”"


def version_cells(wording: Wording) -> tuple[str, ...]:
    """The row of one version: outlet, date, speaker, source, article."""
    known = (wording.outlet, wording.published, wording.speaker, wording.source)
    return (*(str(value or UNTOLD) for value in known), shorten(wording.title, VERSION_WIDTHS[-1], placeholder="…"))


def _differently(number: int, noun: str) -> str:
    return f"{counted(number, f'{noun} is', f'{noun}s are')} ruled differently{':' if number else ''}"


def _ruling_cells(decision: Decision) -> tuple[str, ...]:
    ruling = decision.ruling
    verdict = "withdrawn" if decision.withdrawn else ruling.verdict.value
    named = (ruling.speaker and ruling.speaker.name, ruling.source and ruling.source.name)
    return ("", verdict, *(name or UNTOLD for name in named), decision.editor, when(decision.decided_at))


def _change(change: float | None) -> str:
    if change is None:
        return "new"
    return f"{change:+.3f}" if change else "same"
