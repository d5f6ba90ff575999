"""Pairs of quotes from the lines of a file, and a match as such a line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quotereview.errors import Unreadable
from quotereview.model import Conflict, Difference, Match, Suggestion, Wording

Fields = Mapping[str, Any]
TEXTS = ("speaker", "source", "outlet", "before", "after")


def read_pairs(content: bytes, place: Path) -> Iterator[tuple[Wording, Wording]]:
    """The two quotes of each line ``{"a": {"text", …}, "b": {…}}``; Unreadable, with the line of ``place``."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            held = _object(json.loads(line.decode("utf-8")), "it")
            one, other = (_object(held[side], f"“{side}”") for side in ("a", "b"))
            pair = wording(one, f"{number}a"), wording(other, f"{number}b")
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise Unreadable(f"Line {number} of {place} is no pair of quotes ({_fault(error)}); correct it.") from error
        yield pair


def wording(fields: Fields, id: str) -> Wording:
    """A quote by its fields, of which only "text" must be there; other keys count nothing.

    KeyError, TypeError or ValueError for what is missing or of the wrong form.
    """
    if not isinstance(fields["text"], str):
        raise TypeError("“text” is no text")
    texts = {key: fields.get(key) for key in TEXTS}
    if wrong := [key for key, value in texts.items() if not isinstance(value, str | None)]:
        raise TypeError(f"“{wrong[0]}” is no text")
    return Wording(
        quote=id,
        article=id,
        title="",
        outlet=texts["outlet"],
        published=_day(fields.get("date")),
        words=fields["text"],
        speaker=texts["speaker"],
        source=texts["source"],
        before=texts["before"] or "",
        after=texts["after"] or "",
    )


def record(match: Match) -> Fields:
    """A match as it is printed."""
    return {
        "match": match.holds,
        "label": match.label.value,
        "relation": match.relation.value,
        "score": match.score,
        **_unlike(match.differences, match.conflicts if match.holds else ()),
        "reason": match.reason,
    }


def suggested(suggestion: Suggestion) -> Fields:
    """A suggestion as it is printed: no match, and its score is how near the meanings are."""
    return {
        "match": False,
        "label": "suggested",
        "relation": suggestion.relation.value,
        "score": round(suggestion.nearness.value, 3),
        **_unlike(suggestion.differences, suggestion.conflicts),
        "reason": suggestion.reason,
    }


def _unlike(differences: Sequence[Difference], conflicts: Sequence[Conflict]) -> Fields:
    return {
        "differences": [{"kind": one.kind.value, "a": one.here, "b": one.there} for one in differences],
        "conflicts": [{"field": one.field, "a": one.here, "b": one.there} for one in conflicts],
    }


def _object(held: object, what: str) -> Fields:
    if not isinstance(held, dict):
        raise TypeError(f"{what} is no object")
    return held


def _day(published: object) -> date | None:
    try:
        return date.fromisoformat(str(published)) if published else None
    except ValueError as error:
        raise ValueError("“date” is no day, as 2026-05-11") from error


def _fault(error: Exception) -> str:
    """What is wrong with a line, in our own words."""
    match error:
        case KeyError():
            return f"“{error.args[0]}” is missing"
        case json.JSONDecodeError():
            return f"it is not JSON from column {error.colno} on"
        case UnicodeDecodeError():
            return "it is not UTF-8"
        case RecursionError():
            return "it is nested too deeply"
    return str(error)
