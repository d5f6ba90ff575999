"""What editors ruled on quotes: only ever added to, the newest stands."""

from datetime import UTC, datetime

from quotereview.model import Decision, Ruling
from quotereview.store import acts, rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection

_DECISIONS = "SELECT decisions.*, quotes.article FROM decisions JOIN quotes ON quotes.id = decisions.quote"

LATELY = 1000
"""How many rulings are looked at for what an editor did lately: more than anybody gives one by one in half an hour."""


class Decisions:
    """The decisions on quotes of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, act: Act, quote: str, ruling: Ruling, follows: str | None, *, withdrawn: bool = False) -> None:
        """Keep a decision; ``follows`` is the id of the decision that the editor saw."""
        content = {
            "id": acts.new_id(),
            "quote": quote,
            **rows.ruling_columns(ruling),
            "withdrawn": int(withdrawn),
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        passages = rows.passage_rows({"decision": content["id"]}, ruling.passages)
        chain = acts.chained(self._connection, "decisions", {**content, "passages": passages}, follows)
        self._connection.insert("decisions", [{**content, **chain, "act": act.id}])
        self._connection.insert("decided_passages", passages)

    def of(self, quote: str) -> tuple[Decision, ...]:
        """All decisions on a quote, oldest first."""
        return self._read(f"{_DECISIONS} WHERE decisions.quote = ? ORDER BY revision, decided_at, decisions.id", quote)

    def newest(self, quote: str) -> Decision | None:
        """The decision that stands, also where it withdrew the quote."""
        found = self._read(
            f"""{_DECISIONS} WHERE decisions.quote = ?
            ORDER BY revision DESC, decided_at DESC, decisions.id DESC LIMIT 1""",
            quote,
        )
        return found[0] if found else None

    def get(self, decision: str) -> Decision:
        """One decision, by an id that another one follows."""
        return self._read(f"{_DECISIONS} WHERE decisions.id = ?", decision)[0]

    def lately(self, editor: str, since: datetime) -> tuple[tuple[str, datetime], ...]:
        """The quotes on which an editor ruled since a time, each with when; only the newest rulings are looked at."""
        found = self._connection.rows(
            f"""SELECT quote, decided_at FROM (SELECT * FROM decisions ORDER BY rowid DESC LIMIT {LATELY})
            WHERE editor = ? AND decided_at >= ?""",
            (editor, since.astimezone(UTC).isoformat()),
        )
        return tuple((row["quote"], datetime.fromisoformat(row["decided_at"])) for row in found)

    def standing(self, article: str) -> dict[str, Decision]:
        """The decision that stands for each quote of an article, by the quote's id."""
        found = self._read(
            """SELECT decisions.*, standing.article FROM quotes_standing AS standing
            JOIN decisions ON decisions.id = standing.decision WHERE standing.article = ?""",
            article,
        )
        return {decision.quote: decision for decision in found}

    def by_act(self, act: str) -> tuple[Decision, ...]:
        """What an act ruled."""
        return self._read(f"{_DECISIONS} WHERE decisions.act = ? ORDER BY decisions.rowid", act)

    def act_of(self, decision: str) -> str:
        """The id of the act to which a decision belongs."""
        return str(self._connection.value("SELECT act FROM decisions WHERE id = ?", (decision,)))

    def _read(self, sql: str, parameter: str) -> tuple[Decision, ...]:
        found = self._connection.rows(sql, (parameter,))
        passages = self._connection.children("decided_passages", "decision", [row["id"] for row in found])
        return tuple(rows.to_decision(row, rows.to_passages(passages[row["id"]])) for row in found)
