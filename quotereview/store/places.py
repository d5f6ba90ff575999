"""Where each editor was; the one thing in a store that is written over."""

from quotereview.store.database import PATIENCE, Connection


class Places:
    """The editors' places in one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def remember(self, editor: str, article: str, quote: str, *, wait: bool = False) -> None:
        """Put an editor's place at a quote; written at each step, so nobody is kept waiting until the disk has it.

        Raises StoreFault while another program writes, unless told to ``wait`` for it.
        """
        with self._connection.in_passing(PATIENCE if wait else 0.0):
            self._connection.rows(
                """INSERT INTO places (editor, article, quote) VALUES (?, ?, ?)
                ON CONFLICT (editor) DO UPDATE SET article = excluded.article, quote = excluded.quote""",
                (editor, article, quote),
            )

    def of(self, editor: str) -> tuple[str, str] | None:
        """The article and the quote where an editor was, if both still stand."""
        row = self._connection.row(
            """SELECT places.article, places.quote FROM places
            JOIN quotes_standing AS standing ON standing.quote = places.quote WHERE editor = ?""",
            (editor,),
        )
        return (row["article"], row["quote"]) if row else None
