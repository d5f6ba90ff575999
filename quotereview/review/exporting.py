"""From what stands to a sheet, for a window that does not know the formats."""

from collections.abc import Sequence
from pathlib import Path

from quotereview import export
from quotereview.review.choosing import EVERYTHING, Choice
from quotereview.review.session import Session


def write_sheet(session: Session, to: Path, choice: Choice = EVERYTHING, titles: Sequence[str] = ()) -> None:
    """Write a sheet of a session's store in the format that the ending of ``to`` names. Raises Unwritable.

    ``titles`` are those of the columns of a table, none for those of its form.
    """
    export.write(session.sheet(choice), to, session.imprint(choice), titles)
