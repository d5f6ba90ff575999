"""Writes the tables and views of a store into docs/schema.md; run it with the Python of `.venv`."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from quotereview.store.migrations import ADDED_TO_ONLY, migrations

PAGE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"
BEGIN, END = "<!-- schema: made by packaging/schema_page.py -->\n", "<!-- schema end -->\n"

INNER = ("_", "sqlite_", "paragraph_words_")  # made by SQLite and by the library that counts the migrations

PURPOSES = {
    "quotes_current": "Each quote as it stands: its newest decision, or its newest proposal where nobody has ruled. "
    "Quotes of removed articles and withdrawn ones are not in it.",
    "articles_current": "Each article with what editors ruled of it as a whole, removed ones among them.",
    "names_current": "Each name on which something was decided, with the name that its person goes by, if another.",
    "documents_current": "The texts that are documents, such as a transcript or a readout, with what kind each is.",
    "editions_current": "The pairs of articles of which somebody said whether one is a newer edition of the other.",
    "matches_ruled": "The pairs of quotes of which editors said what they are to each other, or settled a conflict.",
    "history": "Everything that was ever decided, oldest first: on a quote, an article, a name, editions or a match.",
    "blind_reads_current": "Each blind read, how many quotes were ruled on in it, and when it was left, if it was.",
    "changes": "What each decision changed: a row for each field of whatever was decided on, from what to what.",
    "quotes_standing": "Which proposal and which decision stand for each quote; the other views are made of it.",
    "doubts_current": "The marks of an article that nobody explained, each with an open quote at which it stands.",
    "outlined_quotes": "What stands of each quote, derived from the rest so that large stores are looked at quickly. "
    "`asked`: an editor is asked about it; the columns `_folded` are without case and accents, for filters.",
    "outlined_articles": "What stands of each article, with counts of its quotes and marks, derived in the same way; "
    "`stamp` rises with each change.",
    "zones_ruled": "The stretches of articles of which editors said whether they are body, in rows: derived from the "
    "rulings that stand. Of those that hold one place the last one counts.",
    "compared_quotes": "The quotes that are compared with those of other articles, with the words they are found by: "
    "derived, too. `sounds`: these as they are weighed; `rarity`: how rare they are in all, in bits; `basis`: a number "
    "that is another one when anything else changes that is compared.",
    "quote_grams": "Groups of words as numbers, each with the number of a compared quote that holds it: derived, too. "
    "`bits`: how much all says that the quote is found by.",
    "matches": "Which compared quotes match, and how, each pair from both sides: derived, and kept until what it rests "
    "on changes. `alignment`, `differences` and `conflicts` are in JSON; `fields` are those of the conflicts, "
    "`article` is that of the other quote, both for the filter of the queue.",
    "to_compare": "The compared quotes whose matches are still to be found; `both_ways`: also among those that were "
    "loaded later, which find new ones themselves.",
    "compared_by": "By which version of the program quotes were compared: another one compares them again.",
    "outdated_names": "On which names was ruled since quotes were compared: empty but while something is written.",
    "meanings": "What the words of a compared quote mean, as vectors of a byte a number: derived where the extra "
    "`semantic` is set up. `embedding`: which one gave them, by its name and version.",
    "to_read": "The compared quotes of which it is still to be read what they mean.",
    "read_by": "By which embedding quotes were read: another one reads them again.",
    "outdated": "What was added since the outline was derived: empty but while something is written.",
    "acts": "What an editor did in one step: it is kept whole, and undone as one, by an act that names it in `undoes`.",
    "articles": "The articles exactly as loaded, with what their files say of themselves. `described` has, in JSON, "
    "each field with its value, where that came from, and its place; `told_zones` the stretches that a file marks.",
    "article_decisions": "What editors ruled of an article as a whole; its first one is what the file said. "
    "`ruled_zones` has, in JSON, the stretches of which an editor said whether they are body.",
    "settled_doubts": "The marks of an article that an editor explained, part of an article's decision.",
    "detections": "Each run of a detector over an article; `whole` is 0 where it looked at single quotes only.",
    "zones": "What each stretch of an article is, part of a detection.",
    "article_doubts": "Odd places in an article, part of a detection.",
    "quotes": "The quotes by their ids; `start` and `end` are those of the first passage when it was first found.",
    "proposals": "What a detector proposes for a quote: who spoke, through whom it came, how sure that is, and why.",
    "passages": "The words between marks, part of a proposal.",
    "candidates": "Who else may have spoken, best first, part of a proposal.",
    "doubts": "Odd places in a quote, part of a proposal.",
    "pointers": "Which words of a reason stand where in the article, part of a proposal.",
    "decisions": "What an editor ruled on a quote: the verdict, and all values as they stand from then on.",
    "decided_passages": "The words of a quote as ruled, part of a decision.",
    "checks": "How the points of the checklist came out, part of a decision.",
    "topics": "The articles as they are held against each other to find stories, in the order in which they came, each "
    "with the length of its telling words as a vector: derived from the texts.",
    "topic_words": "Telling words of headline and opening as numbers, each with a topic that holds it: derived, too.",
    "alike_topics": "Which articles begin alike, from 0 to 1, each pair from the one that came later: derived, too.",
    "evidence": "Where an editor saw the words, part of a decision.",
    "overrulings": "Rulings made on the same state, by another editor, that this decision overrules; part of it.",
    "article_overrulings": "The same of decisions on an article; part of the decision.",
    "blind_reads": "Which quotes (a list in JSON) an editor reads without seeing what others ruled; what is ruled in "
    "it is told once it was left, and never stands by itself. `seed`: by which a sample was drawn.",
    "name_decisions": "Which name a person goes by whose name is `name`; no `same_as`: the name stands for itself.",
    "name_overrulings": "Decisions on the same name, by another editor, that this one overrules; part of it.",
    "edition_decisions": "Whether an article is a newer edition of an `older` one; no `same`: that is open again.",
    "match_decisions": "What editors ruled of two quotes, told from the one whose id comes first: what they are to "
    "each other, if somebody says (`label`, by `ruled_by`); `pair` are the ids of both.",
    "settled_conflicts": "What two articles tell differently and may go on to, and why; part of such a decision.",
    "match_overrulings": "Decisions on the same match, by another editor, that this one overrules; part of it.",
    "parted": "On what (quotes, articles …) two rulings ever followed the same one: derived by triggers.",
    "taken_over": "Rulings on the older edition that wait for nobody, part of such a decision: each with the quote to "
    "which it was taken over, or without one where an editor left it.",
    "set_aside": "Rulings on the older edition that wait for an editor, and `why`, part of such a decision.",
    "places": "Where each editor was last; the one table whose rows are written over.",
    "paragraphs": "The paragraphs of the articles, for searching: derived from the texts.",
    "traces": "Numbers of runs of five words and of addresses, by which editions are found: derived, too.",
    "paragraph_words": "Their words as they are searched, a full-text index (FTS5) with the ids of the paragraphs.",
}


def schema() -> str:
    """The views and tables of a new store, as Markdown."""
    with closing(sqlite3.connect(":memory:")) as memory:
        migrations.apply(Database(memory))
        found = memory.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
        made = {
            name: (kind, sql) for kind, name, sql in found if not name.startswith(("paragraph_words_", "_", "sqlite"))
        }
        if made.keys() != PURPOSES.keys():
            raise ValueError(f"say what these are for, or no longer: {sorted(made.keys() ^ PURPOSES.keys())}")
        return "\n".join(_section(memory, name, *made[name]) for name in PURPOSES)


def with_schema(page: str, tables: str) -> str:
    """The page with these tables between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the page has lost the marks around its tables")
    return before + BEGIN + tables + END + after


def _section(memory: sqlite3.Connection, name: str, kind: str, sql: str) -> str:
    lines = [f"### `{name}` ({kind})", "", PURPOSES[name], ""]
    if kind == "table" and name in ADDED_TO_ONLY:
        lines += ["Rows are added, never changed or deleted.", ""]
    columns = memory.execute(f"PRAGMA table_info({name})").fetchall()
    if kind == "view":
        return "\n".join([*lines, "Columns: " + ", ".join(f"`{column[1]}`" for column in columns), ""])
    refers = {row[3]: f"`{row[2]}`" for row in memory.execute(f"PRAGMA foreign_key_list({name})")}
    lines += ["| column | type | refers to | must hold |", "|---|---|---|---|"]
    definitions = dict(_definitions(sql))
    for _, column, type, required, _, key in columns:
        must = [*(["part of the key"] if key else []), *(["a value"] if required and not key else [])]
        must += [f"`{check}`" for check in _checks(definitions.get(column, ""))]
        lines.append(f"| `{column}` | {type.lower()} | {refers.get(column, '')} | {', '.join(must)} |")
    return "\n".join([*lines, ""])


def _definitions(sql: str) -> Iterator[tuple[str, str]]:
    """The columns of a table, each with the words that define it."""
    inside = sql[sql.index("(") + 1 : sql.rindex(")")]
    for definition in _split(inside):
        yield definition.split()[0], definition


def _split(inside: str) -> Iterator[str]:
    """The parts between commas that stand in no brackets."""
    depth, start = 0, 0
    for at, sign in enumerate(inside):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield inside[start:at]
            start = at + 1
    yield inside[start:]


def _checks(definition: str) -> Iterator[str]:
    """The conditions of a definition."""
    for found in re.finditer(r"CHECK \(", definition):
        depth, start = 1, found.end()
        for at in range(start, len(definition)):
            depth += (definition[at] == "(") - (definition[at] == ")")
            if not depth:
                yield " ".join(definition[start:at].split()).replace("|", "\\|")
                break


if __name__ == "__main__":
    PAGE.write_text(with_schema(PAGE.read_text(encoding="utf-8"), schema()), encoding="utf-8")
