"""A sheet to read and to print: one page that needs nothing but itself, without any script."""

from collections.abc import Sequence

from quotereview import paths
from quotereview.export import printed
from quotereview.model import Imprint, SheetRow


def content(rows: Sequence[SheetRow], imprint: Imprint | None = None, titles: Sequence[str] = ()) -> bytes:
    """The sheet's file in some columns, the imprint at its foot; whatever an article holds is shown as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # not before there is a sheet to write

    templates = Environment(
        loader=FileSystemLoader(paths.resource("sheet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = templates.get_template("quotes.html").render(
        rows=rows, printed=printed, columns=printed.columns(titles), titles=titles, zip=zip, imprint=imprint
    )
    return f"{page}\n".encode()
