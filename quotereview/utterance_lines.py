"""What `compare` prints: one utterance as several articles print it, and what may be one, as a table or as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from quotereview import matching
from quotereview.counting import counted
from quotereview.model import UNTOLD, Conflict, Form, Group, Match, Suggestion, VersionCell, VersionTable, Wording
from quotereview.terminal import GAP, VERSION_WIDTHS, WIDTH, printable, row, version_cells

MORE = "…"
"""Stands for the words that only the longest version has, before or behind another one."""


def lines(group: Group, *, as_json: bool) -> Iterator[str]:
    """The lines that show an utterance, or the one line of JSON that does."""
    return iter((json.dumps(record(group), ensure_ascii=False),)) if as_json else table(group)


def table(group: Group) -> Iterator[str]:
    """The lines that show each version against the longest, and in what the articles disagree.

    What only the longest has stands in [-brackets-], what only the other has in {+braces+}, more of it is "…".
    """
    side_by_side = matching.side_by_side(group.wordings)
    relations = _relations(group, side_by_side)
    yield f"{counted(_articles(group), 'article')}, {counted(len(matching.outlets(group.wordings)), 'outlet')}"
    yield from row(("outlet", "date", "speaker", "source", "article"), VERSION_WIDTHS)
    for wording, words in (*_aligned(side_by_side), *((one, one.words) for one in side_by_side.apart)):
        yield from row(version_cells(wording), VERSION_WIDTHS)
        yield from _indented(f"“{words}”")
        if wording.quote in relations:
            yield from _indented(relations[wording.quote])
    yield from dict.fromkeys(_disagreement(match, conflict) for match in group.matches for conflict in match.conflicts)
    yield ""


def suggested(suggestion: Suggestion, *, as_json: bool) -> Iterator[str]:
    """The lines that show two quotes that may be one in other words, or the one line of JSON that does."""
    if as_json:
        sides = {"a": _version(suggestion.here), "b": _version(suggestion.there)}
        yield json.dumps({**sides, **matching.suggested(suggestion)}, ensure_ascii=False)
        return
    yield printable(f"Perhaps the same in other words: {suggestion.reason}")
    yield from row(("outlet", "date", "speaker", "source", "article"), VERSION_WIDTHS)
    for wording in (suggestion.here, suggestion.there):
        yield from row(version_cells(wording), VERSION_WIDTHS)
        yield from _indented(f"“{wording.words}”")
    yield from (_disagreement(suggestion, conflict) for conflict in suggestion.conflicts)
    yield ""


def record(group: Group) -> dict[str, object]:
    """The same as JSON tells it; "columns" hold a cell for each of the "versions", the longest first."""
    side_by_side = matching.side_by_side(group.wordings)
    return {
        "articles": _articles(group),
        "outlets": list(matching.outlets(group.wordings)),
        "versions": list(map(_version, side_by_side.wordings)),
        "columns": [
            [{"form": cell.form.value, "words": cell.words} for cell in column.cells] for column in side_by_side.columns
        ],
        "apart": list(map(_version, side_by_side.apart)),
        "pairs": [{"a": one.here.quote, "b": one.there.quote, **matching.record(one)} for one in group.matches],
    }


def _articles(group: Group) -> int:
    return len({wording.article for wording in group.wordings})


def _version(wording: Wording) -> dict[str, object]:
    return {
        "quote": wording.quote,
        "article": wording.article,
        "title": wording.title,
        "outlet": wording.outlet,
        "date": wording.published and wording.published.isoformat(),
        "speaker": wording.speaker,
        "source": wording.source,
        "words": wording.words,
    }


def _aligned(shown: VersionTable) -> Iterator[tuple[Wording, str]]:
    """Each version with its words, those in which it differs from the longest marked."""
    for number, wording in enumerate(shown.wordings):
        cells = (_marked(column.cells[0], column.cells[number]) for column in shown.columns)
        yield wording, " ".join(part for part, _ in groupby(filter(None, cells))) if number else wording.words


def _marked(base: VersionCell, cell: VersionCell) -> str:
    match cell.form:
        case Form.SAME | Form.PRINT | Form.NOTHING:
            return cell.words
        case Form.BEYOND:
            return MORE if base.words else ""
    told = (f"[-{base.words}-]" if base.words else "", f"{{+{cell.words}+}}" if cell.words else "")
    return " ".join(filter(None, told))


def _relations(group: Group, shown: VersionTable) -> dict[str, str]:
    """How the versions (ids of quotes) that match the longest relate to it, and in what they differ."""
    base = shown.wordings[0].quote if shown.wordings else ""
    found: dict[str, str] = {}
    for one in group.matches:
        other = next((side.quote for side in (one.here, one.there) if side.quote != base), base)
        if base in (one.here.quote, one.there.quote):
            kinds = dict.fromkeys(difference.kind.value for difference in one.differences)
            found[other] = f"{one.relation.value}: {', '.join(kinds) or 'no difference'}"
    return found


def _disagreement(match: Match | Suggestion, conflict: Conflict) -> str:
    here, there = (wording.outlet or wording.title for wording in (match.here, match.there))
    mine, theirs = (value or UNTOLD for value in conflict.shown)
    settled = f" (settled by {conflict.settled.editor}: {conflict.settled.reason})" if conflict.settled else ""
    return printable(f"! {conflict.field}: {here} has {mine}, {there} has {theirs}{settled}")


def _indented(words: str) -> list[str]:
    return wrap(printable(words), WIDTH - 4, initial_indent=GAP * 2, subsequent_indent=GAP * 2)
