"""The commands for whole stores: what brings several into one, and what tells them apart."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from textwrap import shorten, wrap

import click

from quotereview import detection, edition_lines, paths, terminal
from quotereview import store as store_room
from quotereview.counting import counted
from quotereview.edition_lines import Pair
from quotereview.errors import NotPossible, StoreFault
from quotereview.model import Decision
from quotereview.review import timeline
from quotereview.review.agreement import by_field, differing
from quotereview.review.importing import TakenIn, taken_in
from quotereview.review.ingest import Read, Refused, detect_again
from quotereview.review.matters import by_editor
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.review.session import Session
from quotereview.settings import EDITOR, Settings
from quotereview.store import Store, open_store

NO_EDITOR = "command line"
STORE_FILE = click.Path(readable=False, path_type=Path)


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.pass_context
def check(ctx: click.Context, store: Path) -> None:
    """Look whether a store is whole, and print what is wrong with it.

    Looked at are the file itself, what its rows refer to, the words of quotes against the texts, the hashes of all that
    was ever kept, and the index for searching. Nothing is changed. Exit code 1 where anything is wrong.
    """
    wrong = 0
    for sentence in store_room.check(store):
        terminal.show(terminal.printable(sentence))
        wrong += 1
    told = f"{store}: {counted(wrong, 'fault')} found" if wrong else f"{store} is whole"
    terminal.show(terminal.printable(told))
    ctx.exit(1 if wrong else 0)


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.option("--to", "to", metavar="NEW", required=True, type=STORE_FILE, help="The new store; nothing is there yet.")
@click.pass_context
def recover(ctx: click.Context, store: Path, to: Path) -> None:
    """Bring what is left of a damaged store to a new one, and what its newest backup has besides.

    All rows are brought that can be read, ranges around the damage included. What is lost is listed, and nothing is
    made up: a row whose content does not fit its hash, or that belongs to something lost, is set aside in a file
    beside NEW. STORE is only read. Exit code 1 where anything is lost.
    """
    recovered = store_room.recover(store, to)
    for line in terminal.recovery(recovered, to):
        terminal.show(terminal.printable(line))
    ctx.exit(0 if recovered.all_is_there else 1)


@click.command()
@click.argument("into", metavar="INTO", type=STORE_FILE)
@click.argument("given", metavar="FROM", type=STORE_FILE)
def merge(into: Path, given: Path) -> None:
    """Take all that the store FROM holds into the store INTO: articles, proposals, and what everybody ruled.

    INTO is backed up first, if that was not done today; FROM is only read. Merging again changes nothing, and stores
    merged in any order come to hold the same. What editors ruled differently on is counted and
    listed, and so is what somebody ruled on in an article that another one removed, or on a match of a quote that is
    not the same in a newer edition.
    """
    with open_store(into, create=False) as opened:
        look_after(opened)
        came = taken_in(opened, lambda: opened.merge(given))
        conflicting = _conflicts(Session(opened, NO_EDITOR))
    for line in (*came_lines(came, given), *conflicting):
        terminal.show(line)


def came_lines(came: TakenIn, given: Path) -> Iterator[str]:
    """How much came from a file, and what of it is in articles that left the desk."""
    merged = came.merged
    told = (merged.articles, "article"), (merged.quotes, "quote"), (merged.rulings, "ruling")
    yield terminal.printable(f"{', '.join(counted(number, noun) for number, noun in told)} came from {given}")
    yield from map(terminal.printable, (*came.off_desk, *came.matches))


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
def conflicts(store: Path) -> None:
    """List the quotes, articles, names and matches on which editors ruled differently, the ruling that stands first."""
    with open_store(store, create=False) as opened:
        for line in _conflicts(Session(opened, editor())):
            terminal.show(line)


def _conflicts(session: Session) -> list[str]:
    conflicts = session.conflicts
    return [
        *terminal.conflicts_table(conflicts.all()),
        *terminal.article_conflicts_table(conflicts.of_articles()),
        *terminal.name_conflicts_table(conflicts.of_names()),
        *terminal.match_conflicts_table(conflicts.of_matches()),
    ]


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.argument("subject", metavar="ID")
def history(store: Path, subject: str) -> None:
    """Print how a quote, or an article, came to be what it is, the newest step first.

    Of each step: who did it, when, from what to what, why, and with which version of the program. ID is that of a
    quote, as in the sheet, or the id, the file's name or the headline of an article.
    """
    with open_store(store, create=False) as opened:
        entries = timeline.of_quote(opened, subject) or timeline.of_article(
            opened, named_article(opened, subject, "quote or article")
        )
    for line in terminal.history_lines(entries):
        terminal.show(line)


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.argument("subject", metavar="ID")
@click.option("--for", "holder", metavar="EDITOR", required=True, help="Whose ruling holds.")
@click.option("--because", "why", metavar="REASON", required=True, help="Why it holds; kept as the verdict's reason.")
def settle(store: Path, subject: str, holder: str, why: str) -> None:
    """Settle a conflict of rulings on a quote, an article, a name or a match, by what `conflicts` lists it under.

    The ruling of EDITOR is made anew, in your own name, and the others are overruled; all of them stay in the history.
    """
    with open_store(store, create=False) as opened:
        matters = Session(opened, editor()).matters
        matter = next((one for one in matters.all() if one.id == subject), None)
        if matter is None:
            raise NotPossible("Nobody ruled otherwise on this; there is nothing to settle.")
        change = matters.settle(matter, by_editor(matter, holder).decision, why)
    terminal.show(terminal.printable(f"Kept: {change.label}"))


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.argument("editors", metavar="[EDITOR OTHER]", nargs=-1)
def agreement(store: Path, editors: tuple[str, ...]) -> None:
    """Print how far rulings on the same quotes agree, field by field, and where they do not.

    Without editors: what was ruled in blind reads that were left, each ruling against what stood then. With two: what
    each of them ruled blind or, where they did not, ruled last, whether or not they had seen the other's ruling. Kappa
    (Cohen's) and alpha (Krippendorff's) are 1 for full agreement and 0 for what chance gives.
    """
    if len(editors) not in (0, 2):
        raise NotPossible("Name two editors, or none for the blind reads.")
    with open_store(store, create=False) as opened:
        pairs = _of_both(opened, *editors) if editors else opened.blind_reads.pairs()
        reads = () if editors else opened.blind_reads.all()
    for line in (*terminal.blind_reads(reads), *terminal.agreement_table(by_field(pairs))):
        terminal.show(line)
    for line in terminal.conflicts_table(differing(pairs)):
        terminal.show(line)


def _of_both(store: Store, one: str, other: str) -> list[tuple[Decision, Decision]]:
    """What two editors ruled on the quotes that both ruled on."""
    ones, others = store.decisions.last_of(one), store.decisions.last_of(other)
    return [(ones[quote], others[quote]) for quote in ones if quote in others]


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
def dump(store: Path) -> None:
    """Print all that a store holds, a line of JSON for each row, in an order that is the same wherever it is held."""
    with open_store(store, create=False) as opened:
        for line in opened.dump():
            terminal.show(line)


@click.command("copy")
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.option("--to", "to", metavar="NEW", required=True, type=STORE_FILE, help="The new store, not yet there.")
@click.option("--anonymous", is_flag=True, help="Write “Editor 1”, “Editor 2” … in place of the editors' names.")
def copy_store(store: Path, to: Path, anonymous: bool) -> None:
    """Write a copy of a store, also while somebody works at it: to hand on, or for another editor.

    What an editor did on a copy comes back by `quotereview merge`, but not from an anonymous one: its history is
    another one, written anew. Names that somebody wrote into a note or a reason stay in it.
    """
    (store_room.copy_nameless if anonymous else store_room.copy)(store, to)
    but = " but the names of its editors" if anonymous else ""
    terminal.show(terminal.printable(f"{to} holds all of {store}{but}"))


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.argument("article", metavar="ARTICLE")
@click.option("--to", "to", metavar="NEW", required=True, type=STORE_FILE, help="The new store, not yet there.")
def purge(store: Path, article: str, to: Path) -> None:
    """Write a new store without an article, its quotes and all that was ruled on them.

    ARTICLE is its id, the name of its file or its headline. STORE stays as it is: delete it and its backups when the
    new store is all you want to keep. The new store says by whom and when an article was purged, and of the article no
    more than its id, which does not tell its words. It is not merged with a store that holds the article.
    """
    with open_store(store, create=False) as opened:
        id = named_article(opened, article)
        opened.purge(id, to, editor(), datetime.now(UTC))
    terminal.show(terminal.printable(f"{to} holds all of {store} but the article {id}"))


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.option("--article", "called", metavar="ARTICLE", help="Only this one: its id, its file or its headline.")
@click.option("--json", "as_json", is_flag=True, help="Print an object of JSON on a line for each such quote.")
@click.pass_context
def redetect(ctx: click.Context, store: Path, called: str | None, as_json: bool) -> None:
    """Find the quotes of a store's articles anew, and print what is now proposed otherwise than it stands.

    What editors ruled stays as it is. A quote of which nobody has said anything takes what is proposed now, one that
    was missed is added, and one that is no longer found stays. Each article can be undone in the window. Exit code 1
    where an article could not be detected.
    """
    refused, again, otherwise = 0, 0, 0
    with open_store(store, create=False) as opened:
        session = Session(opened, editor())
        articles = [named_article(opened, called)] if called else [one.id for one in session.articles()]
        look_after(opened)
        for article, outcome in _detected_again(session, articles):
            if isinstance(outcome, Refused):
                refused += 1
                click.echo(terminal.printable(outcome.why), err=True)
                continue
            session.again.keep(article, outcome.detection)
            again += 1
            otherwise += _show_otherwise(session, article, as_json)
    if not as_json:
        told = counted(again, "article"), counted(otherwise, "quote")
        terminal.show("{} detected again, {} proposed otherwise than it stands".format(*told))
    ctx.exit(1 if refused else 0)


def _detected_again(session: Session, articles: Sequence[str]) -> Iterator[tuple[str, Read | Refused]]:
    with terminal.progress() as progress:
        progress.say("Loading the language model")
        detector = detection.load()
        for article in articles:
            kept = session.article(article)
            progress.say(f"Detecting again: {kept.name}")
            outcome = detect_again(kept, session.again.marking(article), lambda: detector)
            progress.clear()
            yield article, outcome


def _show_otherwise(session: Session, article: str, as_json: bool) -> int:
    """Print what is proposed otherwise in an article; how many quotes that is."""
    found, outlined = session.again.differences(article), session.outlined_article(article)
    if as_json:
        for one in found:
            terminal.show(json.dumps({**asdict(one), "sort": one.sort.name.lower()}, ensure_ascii=False))
    elif found and outlined:
        for line in _otherwise_lines(outlined.summary.title, found):
            terminal.show(line)
    return len(found)


def _otherwise_lines(title: str, found: Sequence[Otherwise]) -> Iterator[str]:
    """The lines that say what is proposed otherwise of an article's quotes than it stands, sort by sort."""
    yield terminal.printable(f"{title}: {counted(len(found), 'quote')} proposed otherwise")
    for sort, of_sort in groupby(sorted(found, key=lambda one: tuple(Sort).index(one.sort)), lambda one: one.sort):
        yield f"  {sort}:"
        for one in of_sort:
            yield terminal.printable(f"    {one.quote}: “{shorten(one.words, 60, placeholder='…')}”")
            if one.part_of:
                yield terminal.printable(f"      now part of “{shorten(one.part_of, 60, placeholder='…')}”")
            for difference in one.differences:
                told = terminal.printable(difference.told())
                yield from wrap(told, terminal.WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8)


@click.command()
@click.argument("store", metavar="STORE", type=STORE_FILE)
@click.argument("article", metavar="ARTICLE", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a record of JSON on each line.")
def editions(store: Path, article: str | None, as_json: bool) -> None:
    """List the articles that are, or may be, editions of one; with ARTICLE, how its editions differ, quote by quote.

    Editions are found by their address, or by the runs of five words that their texts have in common. ARTICLE is an id,
    the name of a file or a headline, of the newer edition or of the older. What only the older edition has stands in
    [-brackets-], what only the newer one has in {+braces+}.
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, editor())
        pairs = _pairs(session)
        if article is None:
            found = [pair.record for pair in pairs] if as_json else edition_lines.pairs_lines(pairs)
            _show(found)
            return
        id = named_article(opened, article)
        for pair in _with_editions(pairs, id, article):
            compared = session.editions.compare(pair.article.id, pair.older.id)
            _show(edition_lines.comparison_records(compared) if as_json else edition_lines.comparison_lines(compared))


def _with_editions(pairs: Sequence[Pair], id: str, called: str) -> list[Pair]:
    found = [pair for pair in pairs if id in (pair.article.id, pair.older.id)]
    if not found:
        raise NotPossible(f"No other article looks like another edition of “{called}”.")
    return found


def _pairs(session: Session) -> list[Pair]:
    """What was said of pairs of articles, then those of which nobody has said anything."""
    return [
        *(
            Pair(article, older, edition_lines.said(decision))
            for decision, article, older in session.editions.decided()
        ),
        *(Pair(one.article, one.older, f"not decided: {one.why}") for one in session.editions.all_likely()),
    ]


def _show(lines: Iterable[str] | Iterable[dict[str, object]]) -> None:
    for line in lines:
        terminal.show(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False))


def named_article(store: Store, called: str, noun: str = "article") -> str:
    """The id of the one article of that id, name or headline, removed or not.

    Raises NotPossible; ``noun`` is what was asked for.
    """
    standing = filter(None, map(store.articles.standing, store.articles.loaded()))
    found = [one.id for one in standing if called in (one.id, one.name, one.title)]
    if not found:
        raise NotPossible(
            f"There is no {noun} “{called}” in {store.path}: give its id, or an article’s file or headline."
        )
    if len(found) > 1:
        raise NotPossible(f"“{called}” is the name of several articles; give the id of one: {', '.join(found)}.")
    return found[0]


@contextmanager
def opened(store: Path, as_of: datetime | None) -> Iterator[Store]:
    """A store that is there, as it stands or as it stood."""
    with open_store(store, create=False) as found:
        if as_of is None:
            yield found
            return
        with found.as_of(as_of.astimezone()) as past:
            yield past


def editor() -> str:
    """Who acts on the command line: the editor of the settings, if one is named there."""
    return settings().get(EDITOR) or NO_EDITOR


def settings() -> Settings:
    """The settings of whoever acts on the command line, which are those of their window."""
    return Settings(paths.settings_file())


def look_after(opened: Store) -> None:
    """Back up a store that is about to be written to, once a day, and say what to take care of where it lies.

    What is to be said, or why there is no backup, is a line on standard error, and the work goes on.
    """
    store = opened.path
    if opened.caution:
        click.echo(terminal.printable(opened.caution), err=True)
    try:
        store_room.back_up_daily(store, datetime.now(UTC))
    except StoreFault as fault:
        click.echo(terminal.printable(str(fault)), err=True)


COMMANDS = (check, recover, merge, history, conflicts, settle, agreement, dump, copy_store, purge, redetect, editions)
