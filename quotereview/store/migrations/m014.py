"""On what rulings ever parted, so that conflicts are found without looking at all that was ever ruled."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

# Settled or not: once two rulings follow the same one, or no one, their subject stays here.
PARTED = """
    CREATE TABLE parted (
        rulings TEXT NOT NULL,
        subject TEXT NOT NULL,
        PRIMARY KEY (rulings, subject)
    ) STRICT, WITHOUT ROWID;
"""

SUBJECTS = {"decisions": "quote", "article_decisions": "article", "name_decisions": "name"}
"""What is ruled on in each table of rulings, by the column that names it."""

ADDED_TO_ONLY = ()


def kept(rulings: str, subject: str) -> str:
    """What is known already, and a trigger that notes what comes."""
    return f"""
        INSERT INTO parted SELECT DISTINCT '{rulings}', {subject} FROM {rulings}
        GROUP BY follows, {subject} HAVING count(*) > 1;
        CREATE TRIGGER {rulings}_part AFTER INSERT ON {rulings} WHEN EXISTS (
            SELECT 1 FROM {rulings} WHERE follows IS NEW.follows AND {subject} = NEW.{subject} AND id != NEW.id
        ) BEGIN INSERT OR IGNORE INTO parted VALUES ('{rulings}', NEW.{subject}); END;
    """


@migrations()
def m014_parted(db: Database) -> None:
    """On what rulings parted so far, and triggers that note it from now on."""
    for script in (PARTED, *(kept(*pair) for pair in SUBJECTS.items())):
        run(db, script)
