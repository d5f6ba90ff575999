"""What `similar` prints: where words that somebody gives stand, as a table or as JSON."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from quotereview import matching
from quotereview.counting import counted
from quotereview.model import Wording
from quotereview.review.elsewhere import Stood
from quotereview.terminal import GAP, VERSION_WIDTHS, WIDTH, printable, row, version_cells

IN_THE_TEXT = "(in the text)"


def table(found: Sequence[Stood]) -> Iterator[str]:
    """The lines that show where some words stand, best first, or what is nearest where they stand nowhere."""
    yield _told(found)
    if found:
        yield from row(("outlet", "date", "speaker", "source", "article"), VERSION_WIDTHS)
    for stood in found:
        there = stood.match.there
        outlet, date, speaker, *rest = version_cells(there)
        yield from row((outlet, date, speaker if there.quote else IN_THE_TEXT, *rest), VERSION_WIDTHS)
        yield from wrap(printable(_printed(there)), WIDTH - 4, initial_indent=GAP * 2, subsequent_indent=GAP * 2)
        yield f"{GAP * 2}{stood.how_much}, {stood.match.relation}: {printable(stood.match.reason)}"


def record(stood: Stood) -> dict[str, object]:
    """One place as JSON tells it; "quote" is null, and "start" and "end" are given, outside quotes."""
    there = stood.match.there
    return {
        "quote": there.quote or None,
        "article": there.article,
        "title": there.title,
        "outlet": there.outlet,
        "date": there.published and there.published.isoformat(),
        "speaker": there.speaker,
        "source": there.source,
        "words": there.words,
        "start": stood.place and stood.place.start,
        "end": stood.place and stood.place.end,
        "kept": stood.kept,
        "given": stood.given,
        "stands": stood.stands,
        **matching.record(stood.match),
    }


def _told(found: Sequence[Stood]) -> str:
    if not any(stood.stands for stood in found):
        return f"Nobody in this store printed these words.{' Nearest:' if found else ''}"
    quotes = sum(bool(stood.match.there.quote) for stood in found)
    places = len(found) - quotes
    outside = f" and {counted(places, 'place')} in the text" if places else ""
    return f"{counted(quotes, 'quote')}{outside} with these words, whole or in part"


def _printed(there: Wording) -> str:
    if there.quote:
        return f"“{there.words}”"
    return f"… {there.before.strip()} [{there.words}] {there.after.strip()} …"
