"""What the command `matrix` prints: a story as a table of quotes and outlets, or as JSON."""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from quotereview import matching
from quotereview.counting import counted
from quotereview.model import UNTOLD, Conflict, Wording
from quotereview.review.matrix import Column, Matrix, Row, Version
from quotereview.terminal import WIDTH, printable, row

ARTICLE_WIDTHS = (30, 10, 6, 48)
CELL_WIDTHS = (2, 28, 10, 52)
IN_FULL = "in full"


def lines(name: str, matrix: Matrix | None, *, as_json: bool) -> Iterable[str]:
    """The lines that show a story by its name: one line of JSON, or several for people; none of no story."""
    if matrix is None:
        return []
    return [json.dumps(record(name, matrix), ensure_ascii=False)] if as_json else table(name, matrix)


def table(name: str, matrix: Matrix) -> Iterator[str]:
    """The articles by outlet, then each utterance with those that print it, and how they do."""
    yield from wrap(printable(name), WIDTH)
    unknown = f" and {matrix.unknown} unknown" if matrix.unknown else ""
    told = (
        f"{counted(matrix.lines.outlets, 'outlet')}{unknown}, {counted(matrix.lines.independent, 'independent line')}"
    )
    yield f"{counted(len(matrix.articles), 'article')}, {told}; {_first(matrix)}"
    yield from row(("outlet", "date", "line", "article"), ARTICLE_WIDTHS)
    for article in matrix.articles:
        known = article.outlet or UNTOLD, str(article.published or UNTOLD)
        yield from row((*known, str(_line(article.id, matrix)), article.title), ARTICLE_WIDTHS)
    for utterance in matrix.rows:
        yield from _utterance(utterance, matrix.columns)
    yield ""


def record(name: str, matrix: Matrix) -> dict[str, object]:
    """A story as JSON tells it; a version without "relation" is the one that the others are held against."""
    articles = [
        {
            "article": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "date": article.published and article.published.isoformat(),
            "line": _line(article.id, matrix),
        }
        for article in matrix.articles
    ]
    return {
        "story": name,
        "articles": articles,
        "outlets": matrix.lines.outlets,
        "unknown": matrix.unknown,
        "independent_lines": matrix.lines.independent,
        "first": [article.id for column in matrix.first for article in column.articles[:1]],
        "rows": [_row(utterance) for utterance in matrix.rows],
    }


def _row(utterance: Row) -> dict[str, object]:
    return {
        "words": utterance.base.words,
        "outlets": utterance.outlets,
        "independent_lines": utterance.lines,
        "told_differently": utterance.disputed,
        "first": [wording.quote for wording in utterance.first],
        "versions": [_version(version) for version in utterance.versions],
    }


def _version(version: Version) -> dict[str, object]:
    wording, match = version.wording, version.match
    told = matching.record(match) if match else {}
    return {
        "quote": wording.quote,
        "article": wording.article,
        "words": wording.words,
        "speaker": wording.speaker,
        "source": wording.source,
        "verdict": version.verdict.value,
        **{name: told.get(name) for name in ("relation", "differences", "conflicts", "reason")},
    }


def _utterance(utterance: Row, columns: Iterable[Column]) -> Iterator[str]:
    yield ""
    yield from wrap(f"“{printable(utterance.base.words)}”", WIDTH)
    for column, versions in zip(columns, utterance.cells, strict=True):
        for version in versions:
            how = version.match.relation.value if version.match else IN_FULL
            yield from row(("", column.outlet or UNTOLD, how, "; ".join(_told(version))), CELL_WIDTHS)


def _told(version: Version) -> Iterator[str]:
    """Who is credited, and what is told differently."""
    yield _credits(version.wording)
    for conflict in version.match.open_conflicts if version.match else ():
        yield _differing(conflict)


def _credits(wording: Wording) -> str:
    return f"{wording.speaker or 'nobody named'}{f' by {wording.source}' if wording.source else ''}"


def _differing(conflict: Conflict) -> str:
    base, own = (value or UNTOLD for value in conflict.shown)
    return f"! {conflict.field}: {own}, not {base}"


def _line(article: str, matrix: Matrix) -> int:
    """The number of the line that an article belongs to, from 1."""
    return next(number for number, line in enumerate(matrix.lines.lines, 1) if article in line.articles)


def _first(matrix: Matrix) -> str:
    names = ", ".join(column.outlet or "unknown outlet" for column in matrix.first)
    return (
        printable(f"first seen {matrix.first[0].published}: {names}") if names else "no article says when it appeared"
    )
