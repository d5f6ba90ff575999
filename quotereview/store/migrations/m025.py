"""Of which compared quotes it is still to be read what they mean: told without a look at all the others."""

from sqlite_utils import Database

from quotereview.store.migrations.columns import migrations, run

TO_READ = """
    CREATE TABLE to_read (
        quote INTEGER PRIMARY KEY
    ) STRICT;
    INSERT INTO to_read SELECT id FROM compared_quotes WHERE id NOT IN (SELECT quote FROM meanings);
    CREATE TRIGGER compared_quotes_have_read AFTER INSERT ON compared_quotes BEGIN
        INSERT OR IGNORE INTO to_read VALUES (NEW.id);
    END;
    CREATE TRIGGER compared_quotes_have_read_no_more AFTER DELETE ON compared_quotes BEGIN
        DELETE FROM to_read WHERE quote = OLD.id;
    END;

    CREATE TABLE read_by (
        embedding TEXT PRIMARY KEY
    ) STRICT;
    INSERT OR IGNORE INTO read_by SELECT embedding FROM meanings;
"""

ADDED_TO_ONLY = ()


@migrations()
def m025_to_read(db: Database) -> None:
    """What is still to be read, and by which embedding all else was."""
    run(db, TO_READ)
