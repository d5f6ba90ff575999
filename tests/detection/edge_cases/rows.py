"""How a row of the tables is written down."""

from dataclasses import dataclass

from quotereview.model import Kind, Zone


@dataclass(frozen=True, slots=True)
class Expected:
    """One quote as an editor would put it down.

    ``within`` are the words of the quote around it, ``source`` is the carrier's name and ``carried`` whether it
    holds from another sentence. ``partial`` is judged for speech alone.
    """

    passages: tuple[str, ...]
    kind: Kind
    speaker: str | None = None
    cue: str | None = None
    source: str | None = None
    carried: bool = False
    partial: bool = False
    zone: Zone = Zone.BODY
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A text with all the quotes in it, under the number and name of the kind of quotation that it shows.

    ``missing`` is the reason why detection does not get there yet.
    """

    kind: str
    text: str
    quotes: tuple[Expected, ...]
    missing: str = ""


def row(kind: str, text: str, *quotes: Expected, missing: str = "") -> Row:
    """A row of the table."""
    return Row(kind, text, quotes, missing)


def said(
    *passages: str,
    by: str | None,
    cue: str | None = None,
    via: str | None = None,
    carried: bool = False,
    partial: bool = False,
    zone: Zone = Zone.BODY,
    within: str | None = None,
) -> Expected:
    """Words that somebody uttered, in the passages of one quote."""
    return Expected(passages, Kind.SPEECH, by, cue, via, carried, partial, zone, within)


def marked(kind: Kind, words: str, zone: Zone = Zone.BODY, within: str | None = None) -> Expected:
    """Marked words that nobody uttered."""
    return Expected((words,), kind, zone=zone, within=within)
