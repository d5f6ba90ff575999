"""Backups for the window: of an editor's store, without a session, so that they can be made beside it."""

from datetime import UTC, datetime
from pathlib import Path

from quotereview import store


def back_up_daily(path: Path) -> Path | None:
    """Back up the store at ``path`` if there is no backup of today; the backup, if one was made. Raises StoreFault."""
    return store.back_up_daily(path, datetime.now(UTC))
