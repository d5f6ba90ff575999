"""The store's tables, as numbered steps, one module each; a step that was released is never edited.

Everything but ``places``, and the outline and ``parted``, which are derived, is only ever added to: what stands is the
newest row, and triggers refuse anything else. Every span is two columns of code points, half-open. Times are UTC in
ISO 8601. Ids are unique everywhere, not in this file alone, because stores are merged.
"""

from quotereview.store.migrations import (
    m001,
    m002,
    m003,
    m004,
    m005,
    m006,
    m007,
    m008,
    m009,
    m010,
    m011,
    m012,
    m013,
    m014,
    m015,
    m016,
    m017,
    m018,
    m019,
    m020,
    m021,
    m022,
    m023,
    m024,
    m025,
    m026,
    m027,
    m028,
    m029,
    m030,
    m031,
)
from quotereview.store.migrations.columns import migrations

__all__ = ["ADDED_TO_ONLY", "APPLICATION_ID", "HISTORY", "NEWEST", "SUBJECTS", "migrations"]

APPLICATION_ID = 0x51524556  # "QREV", by which the `file` command and we know a store
NEWEST = 31
_STEPS = (
    *(m001, m002, m003, m004, m005, m006, m007, m008, m009, m010),
    *(m011, m012, m013, m014, m015, m016, m017, m018, m019, m020),
    *(m021, m022, m023, m024, m025, m026, m027, m028, m029, m030, m031),
)
ADDED_TO_ONLY = tuple(table for step in _STEPS for table in step.ADDED_TO_ONLY)
_FIRST = ("acts", "blind_reads")
_NO_HISTORY = {*_FIRST, *m004.ADDED_TO_ONLY, *m009.DERIVED}
HISTORY = (*_FIRST, *(table for table in ADDED_TO_ONLY if table not in _NO_HISTORY))
"""What was loaded, proposed and decided, each table after those whose rows it names; the rest is derived from it."""

SUBJECTS = {**m014.SUBJECTS, **m018.SUBJECTS}
"""What is ruled on in each table of rulings whose branches are told, by the column that names it."""
