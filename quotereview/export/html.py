"""A sheet to read and to print: one page that needs nothing but itself, without any script."""

from collections.abc import Sequence

from quotereview import paths
from quotereview.export.sheet import checked, conflict, evidence, verdict
from quotereview.model import CheckState, Imprint, SheetRow, Verdict


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None) -> bytes:
    """The sheet's file, the imprint at its foot; whatever an article holds is shown as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # not before there is a sheet to write

    templates = Environment(
        loader=FileSystemLoader(paths.resource("sheet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = templates.get_template("quotes.html").render(
        rows=rows, summary=_summary(rows), verdict=verdict, proof=_proof, conflict=conflict, imprint=imprint
    )
    return f"{page}\n".encode()


def _proof(row: SheetRow) -> list[str]:
    """What was checked and against what, a line each."""
    told = {
        "checked right": checked(row, CheckState.RIGHT),
        "checked wrong": checked(row, CheckState.WRONG),
        "does not apply": checked(row, CheckState.NOT_APPLICABLE),
    }
    return [*(f"{how}: {points}" for how, points in told.items() if points), *map(evidence, row.evidence)]


def _summary(rows: Sequence[SheetRow]) -> str:
    articles = len({row.sha256 for row in rows})
    undecided = sum(row.verdict is Verdict.OPEN for row in rows)
    unread = sum(row.unread for row in rows)
    told = f"; {unread:,} accepted in bulk, unread" if unread else ""
    return f"{len(rows):,} quotes of {articles:,} articles; {undecided:,} not decided{told}."
