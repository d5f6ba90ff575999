"""The words of compared quotes as they are weighed, so that what shares some by chance is told without reading it.

Derived with the rest of what quotes are found by (`store.comparing`).
"""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

SOUNDS = "ALTER TABLE compared_quotes ADD COLUMN sounds TEXT NOT NULL DEFAULT '';"

ADDED_TO_ONLY = ()


@migrations()
def m026_sounds(db: Database) -> None:
    """How compared quotes sound."""
    run(db, SOUNDS)
