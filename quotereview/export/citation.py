"""Quotes as citations to paste: who said what, where it was printed, and whether anybody has verified it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape

from quotereview.export.sheet import conflict, leads_to_a_page
from quotereview.model import RIGHT, Citation, SheetRow, Verdict

OPENING = "\"'`“‘«‹„‚「『"
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
UNKNOWN = "speaker unknown"
UNDATED = "date unknown"
_BROKEN = re.compile(r"[ \t]*(?:\r\n?|\n)\s*")
_MARKS = {
    Verdict.OPEN: "NOT VERIFIED",
    Verdict.DISPUTED: "DISPUTED",
    Verdict.CANNOT_VERIFY: "CANNOT BE VERIFIED",
    Verdict.NOT_A_QUOTE: "NOT A QUOTE",
}

_RULED = {
    Verdict.CONFIRMED: "Verified",
    Verdict.CORRECTED: "Verified, attribution corrected,",
    Verdict.DISPUTED: "Disputed",
    Verdict.CANNOT_VERIFY: "Could not be verified",
    Verdict.NOT_A_QUOTE: "Ruled to be no quote",
}


def cite(rows: Sequence[SheetRow], head: str = "") -> Citation:
    """Quotes one below the other, under a head where there is one, as plain text and as HTML."""
    texts = [head, *map(_text, rows)] if head else list(map(_text, rows))
    pages = [f"<p><b>{_bidi(head)}</b></p>", *map(_page, rows)] if head else list(map(_page, rows))
    return Citation("\n\n".join(texts), "\n".join(pages))


def verified(row: SheetRow) -> bool:
    """Whether somebody looked at a quote and found it right."""
    return row.verdict in RIGHT and not row.unread


def mark(row: SheetRow) -> str:
    """What is said before a quote that nobody has found right, or nothing."""
    if row.unread:
        return "NOT VERIFIED, accepted in bulk"
    return "" if verified(row) else _MARKS[row.verdict]


def day(printed: date) -> str:
    """A day in words, the same wherever it is written."""
    return f"{printed.day} {MONTHS[printed.month - 1]} {printed.year}"


def _text(row: SheetRow) -> str:
    warning = f"[{mark(row)}] " if mark(row) else ""
    where = ", ".join((f"“{row.article}”", *_printed(row), *([row.url] if row.url else [])))
    return "\n".join((f"{warning}{_words(row)} – {', '.join(_said(row))}", where, _ruled(row), *_elsewhere(row)))


def _page(row: SheetRow) -> str:
    warning = f"<b>[{escape(mark(row))}]</b> " if mark(row) else ""
    name, *others = _said(row)
    said = ", ".join([f"<b>{_bidi(name)}</b>", *map(_bidi, others)])
    title = f"“{_bidi(row.article)}”"
    if row.url and leads_to_a_page(row.url):
        title = f'<a href="{escape(row.url)}">{title}</a>'
    where = ", ".join((title, *map(_bidi, _printed(row))))
    below = "<br>\n".join((f"– {said}", where, *map(_bidi, (_ruled(row), *_elsewhere(row)))))
    return f'<blockquote dir="auto">{warning}{escape(_words(row))}</blockquote>\n<p>{below}</p>'


def _words(row: SheetRow) -> str:
    """The words in marks, their own where they have them, on one line."""
    words = _BROKEN.sub(" ", row.words).strip()
    return words if words.startswith(tuple(OPENING)) else f"“{words}”"


def _said(row: SheetRow) -> Iterator[str]:
    yield row.speaker or UNKNOWN
    if row.role:
        yield row.role
    if row.source:
        kind = f" ({row.source_kind})" if row.source_kind else ""
        yield f"via {row.source}{kind}"


def _printed(row: SheetRow) -> tuple[str, ...]:
    return (row.outlet or "outlet unknown", day(row.published) if row.published else UNDATED)


def _ruled(row: SheetRow) -> str:
    """Who ruled how, and on which day of this machine's clock; the reason where it was not found right."""
    if row.unread:
        return "Not verified: accepted in bulk, and nobody has read it."
    if not row.editor or not row.decided_at:
        return "Not verified: nobody has decided on it."
    by = f"{_RULED[row.verdict]} by {row.editor}, {day(datetime.fromisoformat(row.decided_at).astimezone())}"
    return f"{by}: {row.why_verdict}" if row.why_verdict and not verified(row) else f"{by}."


def _elsewhere(row: SheetRow) -> Iterator[str]:
    """What other outlets tell differently, and nobody has settled."""
    return (f"! Told differently: {conflict(one)}" for one in row.open_conflicts)


def _bidi(words: str) -> str:
    """Words of any script, so that they do not turn what stands around them."""
    return f"<bdi>{escape(words)}</bdi>"
