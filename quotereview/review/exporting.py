"""From what stands to a sheet, for a window that does not know the formats."""

from pathlib import Path

from quotereview import export
from quotereview.review.session import Session
from quotereview.review.sheet import Extent


def write_sheet(session: Session, to: Path, extent: Extent = Extent.ALL) -> None:
    """Write the sheet of a session's store in the format that the ending of ``to`` names. Raises Unwritable."""
    export.write(session.sheet(extent), to, session.imprint())
