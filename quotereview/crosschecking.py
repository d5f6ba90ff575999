"""The commands that hold quotes against each other: in a store, by words that somebody gives, or pair by pair."""

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from quotereview import (
    elsewhere_lines,
    ledger,
    match_lines,
    matrix_lines,
    options,
    reading,
    story_lines,
    terminal,
    utterance_lines,
)
from quotereview.counting import counted
from quotereview.model import Group, Story, Suggestion
from quotereview.review import elsewhere, utterances
from quotereview.review.session import Session
from quotereview.store import Store, open_store


@click.command()
@click.argument("quote", metavar="[QUOTE]", required=False)
@options.STORE
@click.option("--text", "texts", metavar="WORDS", multiple=True, help="Compare such words, given twice or more, alone.")
@options.FORM
def compare(quote: str | None, store: Path, texts: Sequence[str], form: str) -> None:
    """Print how several articles print the same words, side by side, and in what they disagree.

    Each utterance that more than one article prints, or that of QUOTE alone: a quote's id, or some words of it. The
    other versions stand below the longest: what it alone has in [-brackets-], what they have in {+braces+}, more of it
    as an ellipsis. As jsonl a line tells of an utterance its "articles", "outlets", "versions", in the order of the
    cells of its "columns" ("form", "words"), those that stand "apart" for too few words in common, and of each of its
    "pairs" of quotes what `match` does.

    With the extra "semantic", pairs of quotes follow that may be one utterance in other words, and that none of these
    hold; as jsonl a line tells both, "a" and "b", and what `match` does.
    """
    if texts and (quote or len(texts) < 2):
        raise click.UsageError("Give two or more --text, and no quote beside them.")
    groups, suggestions = ([utterances.of_texts(texts)], []) if texts else _utterances(store, quote)
    as_json = form == "jsonl"
    tables = (
        *(utterance_lines.lines(group, as_json=as_json) for group in groups),
        *(utterance_lines.suggested(suggestion, as_json=as_json) for suggestion in suggestions),
    )
    for line in chain.from_iterable(tables):
        terminal.show(line)
    if not texts and not quote and not as_json:
        if suggestions:
            terminal.show(f"{counted(len(suggestions), 'pair')} of quotes perhaps the same in other words")
        terminal.show(f"{counted(len(groups), 'quote')} in more than one article")


def _utterances(store: Path, quote: str | None) -> tuple[Sequence[Group], Sequence[Suggestion]]:
    """The utterances that several articles of a store print, or the one of a quote, and what may be such a one."""
    with open_store(store, create=False) as opened:
        session = Session(opened, ledger.editor())
        other_words = session.crosscheck.other_words
        terminal.wait_for(session.crosscheck.go_on())
        terminal.wait_for(other_words.read(), "Reading what {} may say in other words")
        if not quote:
            return session.crosscheck.groups(), other_words.all_suggestions()
        group = utterances.of_quote(session, quote)
        found = (other_words.suggestions(wording.quote) for wording in group.wordings)
        return [group], list(chain.from_iterable(found))


@click.command()
@options.STORE
@click.option("--text", metavar="WORDS", help="The words, as somebody printed or said them.")
@click.option(
    "--file", metavar="FILE", type=options.CONTENT, help="A file that holds the words, or - for standard input."
)
@options.FORM
def similar(store: Path, text: str | None, file: Path | None, form: str) -> None:
    """Print where some words stand, whole or in part: did anybody print this?

    Looked for are all quotes and all that articles say themselves, best first, by the words alone, whoever said them;
    spelling, marks, short forms, and numbers in words or figures make little difference. As jsonl each line tells
    "quote" (null outside quotes), "article", "title", "outlet", "date", "speaker", "source", "words", "start" and "end"
    (outside quotes), how many of the "given" words are "kept", whether it "stands" there or is merely nearest, and as
    `match` does how the words relate to those given, which are "a".
    """
    if (text is None) == (file is None):
        raise click.UsageError("Give the words with --text, or a file that holds them with --file.")
    words = text if file is None else reading.read_bytes(str(file), options.content(file)).text
    with open_store(store, create=False) as opened:
        found = elsewhere.weigh(Session(opened, ledger.editor()).elsewhere.gather(words or ""))
    records = (json.dumps(elsewhere_lines.record(stood), ensure_ascii=False) for stood in found)
    for line in records if form == "jsonl" else elsewhere_lines.table(found):
        terminal.show(line)


@click.command()
@click.argument("pairs", metavar="PAIRS", type=options.CONTENT)
def match(pairs: Path) -> None:
    """Tell of pairs of quotes whether they are one utterance, how their words relate, and in what they differ.

    PAIRS is a .jsonl file, or - for standard input, with two quotes {"a", "b"} on each line. A quote has "text" and,
    where known, "speaker", "source", "outlet", "date" (as 2026-05-11) and the words "before" and "after" it, the more
    the better. For each line one is printed: "match" (true for "same" and "repeat"), "label", "relation", "score",
    "differences", "conflicts" and "reason".

    With the extra "semantic", quotes that may be one utterance in other words are told by the label "suggested" and the
    relation "translation", and "score" is how near they are in meaning; they are no match until an editor says so.
    """
    for line in match_lines.lines(options.content(pairs), pairs):
        terminal.show(line)


@click.command()
@click.argument("article", metavar="[ARTICLE]", required=False)
@options.STORE
@options.FORM
def matrix(article: str | None, store: Path, form: str) -> None:
    """Print who printed what of a story, in which version, and who was first.

    Each story that several articles tell, or that of ARTICLE alone: an article's id, file name or headline. As jsonl a
    line tells of a story its "articles", each with the number of its "line" (articles of one line go back to one text),
    how many "outlets" are known, how many articles of an "unknown" one there are and how many "independent_lines", the
    "first" articles, and the "rows": an utterance each, with its "versions", held against the one without a "relation".
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, ledger.editor())
        _, told = _stories_told(session, opened, article)
        for story in told:
            *_, found = session.matrices.of(story.articles)
            for line in matrix_lines.lines(story.name, found, as_json=form == "jsonl"):
                terminal.show(line)
    if form == "table" and not article:
        terminal.show(_told_by_several(len(told)))


@click.command()
@click.argument("article", metavar="[ARTICLE]", required=False)
@options.STORE
@options.FORM
def stories(article: str | None, store: Path, form: str) -> None:
    """Print which articles tell one story, and who of them reports independently.

    Each story that several articles tell, or that of ARTICLE alone, with what speaks for each of the others: an
    article's id, file name or headline. As jsonl a line tells of a story its "articles", by date, each with whether an
    editor "placed" it there, the day on which it was "first_seen", and how many "outlets" and "independent_lines" are
    known.
    """
    with open_store(store, create=False) as opened:
        session = Session(opened, ledger.editor())
        wanted, told = _stories_told(session, opened, article)
        for story in told:
            for line in story_lines.lines(session, story, as_json=form == "jsonl"):
                terminal.show(line)
        if wanted and form == "table":
            for line in story_lines.reasons(session, told[0], wanted):
                terminal.show(line)
    if not wanted and form == "table":
        terminal.show(_told_by_several(len(told)))


def _stories_told(session: Session, store: Store, article: str | None) -> tuple[str | None, Sequence[Story]]:
    """The id of the article that is named, and its story; without one all stories that several articles tell."""
    terminal.wait_for(session.crosscheck.go_on())
    if not article:
        return None, session.stories.several()
    wanted = ledger.named_article(store, article)
    return wanted, [session.stories.of(wanted)]


def _told_by_several(number: int) -> str:
    return f"{counted(number, 'story is', 'stories are')} told by several articles"


COMMANDS = (compare, similar, match, matrix, stories)
