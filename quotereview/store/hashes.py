"""Hashes by which one sees whether what a store holds is what was written: one for each thing with all its parts."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Columns = Mapping[str, Any]
Row = Columns | sqlite3.Row
Parts = Mapping[str, Sequence[Row]]
"""The rows of the parts of one thing, by their tables."""

# Who brought a row is the same thing's history, not its content; the bytes of an article have a hash of their own.
_NOT_CONTENT = frozenset({"hash", "follows", "revision", "act", "original"})
REAL = frozenset({"confidence", "source_confidence", "score"})
"""The columns of numbers that are not whole."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """A table whose rows carry a hash: the tables of their parts, by the name of these parts in what is hashed.

    ``owner`` is the column in which a part names its row. ``since`` holds what the first form of the table did not
    know, each with what a row of that form holds there; ``formerly`` are its parts as they were hashed then. Of the
    ``rare`` columns and parts nothing is hashed where there is nothing in them, as before they were known.
    """

    table: str
    owner: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    chained: bool = False
    since: Columns = field(default_factory=dict)
    formerly: Mapping[str, str] = field(default_factory=dict)
    rare: frozenset[str] = frozenset()


HASHED = (
    Hashed("acts"),
    Hashed("blind_reads"),
    Hashed("articles", rare=frozenset({"described", "told_zones"})),
    Hashed("detections", "detection", {"zones": "zones", "article_doubts": "article_doubts"}),
    Hashed("proposals", "proposal", {table: table for table in ("passages", "candidates", "doubts", "pointers")}),
    Hashed(
        "decisions",
        "decision",
        {table: table for table in ("decided_passages", "checks", "evidence", "overrulings")},
        chained=True,
        since={
            "proposal": None,
            "parent": None,
            "reason": "",
            "unread": 0,
            "checks": [],
            "evidence": [],
            "overrulings": [],
            "blind_read": None,
        },
        formerly={"decided_passages": "passages"},
        rare=frozenset({"overrulings", "blind_read"}),
    ),
    Hashed(
        "article_decisions",
        "decision",
        {"settled_doubts": "settled", "article_overrulings": "overrulings"},
        chained=True,
        since={"closed": 0, "settled": [], "overrulings": []},
        rare=frozenset({"overrulings", "told_with", "story", "document", "ruled_zones"}),
    ),
    Hashed(
        "name_decisions",
        "decision",
        {"name_overrulings": "overrulings"},
        chained=True,
        since={"overrulings": []},
        rare=frozenset({"overrulings"}),
    ),
    Hashed(
        "edition_decisions",
        "decision",
        {"taken_over": "taken", "set_aside": "aside"},
        chained=True,
        rare=frozenset({"aside"}),
    ),
    Hashed(
        "match_decisions",
        "decision",
        {"settled_conflicts": "settled", "match_overrulings": "overrulings"},
        chained=True,
    ),
)
BY_TABLE = {hashed.table: hashed for hashed in HASHED}


def hash_of(content: Columns, follows: str | None = None, former: str | None = None) -> str:
    """The hash of a content; for what follows another one, of that one's id and hash as well."""
    written = json.dumps([content, follows, former], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def with_hash(table: str, row: Columns, parts: Parts | None = None) -> dict[str, Any]:
    """A row that follows none, with its hash."""
    return {**row, "hash": hash_of(content(BY_TABLE[table], row, parts or {}))}


def content(hashed: Hashed, row: Row, parts: Parts) -> dict[str, Any]:
    """What is hashed of a row, as it is about to be written or as it was read, and of its parts by their tables."""
    own = {name: value for name, value in _plain(row).items() if name not in _NOT_CONTENT}
    found = {name: _in_order(parts.get(table, ())) for table, name in hashed.parts.items()}
    return {name: held for name, held in {**own, **found}.items() if held or name not in hashed.rare}


def holds(hashed: Hashed, row: Row, parts: Parts, former: str | None = None) -> bool:
    """Whether a row's hash is that of its content; ``former`` is the hash of the row that it follows."""
    held = _plain(row)
    now = content(hashed, row, parts)
    if hash_of(now, held.get("follows"), former) == held["hash"]:
        return True
    of_first_form = bool(hashed.since) and all(now.get(name, value) == value for name, value in hashed.since.items())
    return of_first_form and hash_of(_first_form(hashed, now, parts), held.get("follows"), former) == held["hash"]


def _first_form(hashed: Hashed, now: Columns, parts: Parts) -> dict[str, Any]:
    known = {name: value for name, value in now.items() if name not in {*hashed.since, *hashed.parts.values()}}
    return {**known, **{name: _in_order(parts.get(table, ())) for table, name in hashed.formerly.items()}}


def _in_order(parts: Sequence[Row]) -> list[dict[str, Any]]:
    # Two lists of parts in one table are told apart by their reason: pointers of the speaker's and of the source's.
    return sorted(map(_plain, parts), key=lambda part: (part["number"], part.get("reason", "")))


def _plain(row: Row) -> dict[str, Any]:
    """A row as it is hashed: a number is as SQLite gives it back from the column."""
    found = {name: row[name] for name in row.keys()}  # noqa: SIM118 - a row of SQLite's is walked by its values
    return {name: float(value) if name in REAL and value is not None else value for name, value in found.items()}
