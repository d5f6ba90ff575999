"""What the window has done beside a session to its editor's store: the backup of the day, and its log put away."""

from datetime import UTC, datetime
from pathlib import Path

from quotereview import store


def back_up_daily(path: Path) -> Path | None:
    """Back up the store at ``path`` if there is no backup of today; the backup, if one was made. Raises StoreFault."""
    return store.back_up_daily(path, datetime.now(UTC))


def put_log_away(path: Path) -> None:
    """Put what was committed lately into the file of the store at ``path`` itself. Raises StoreFault."""
    store.put_log_away(path)
