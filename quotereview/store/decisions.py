"""What editors ruled on quotes: only ever added to, the newest stands."""

from datetime import UTC, datetime

from quotereview.model import Decision, Ruling, Verdict
from quotereview.store import acts, rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection

_DECISIONS = "SELECT decisions.*, quotes.article FROM decisions JOIN quotes ON quotes.id = decisions.quote"

_PARTS = ("decided_passages", "checks", "evidence")

LATELY = 1000
"""How many rulings are looked at for what an editor did lately: more than anybody gives one by one in half an hour."""

_TELLING = f"""
    SELECT quote FROM (SELECT rowid AS at, * FROM decisions ORDER BY rowid DESC LIMIT {LATELY}) AS newest
    WHERE editor = ? AND quote != ? AND verdict NOT IN (?, ?) AND speaker_name IS NOT NULL AND NOT unread
    AND NOT withdrawn AND NOT EXISTS (
        SELECT 1 FROM decisions WHERE quote = newest.quote AND revision > newest.revision
    )
    ORDER BY at DESC LIMIT 1
"""


class Decisions:
    """The decisions on quotes of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, act: Act, quote: str, ruling: Ruling, follows: str | None, proposal: str | None = None) -> None:
        """Keep a decision; ``follows`` is the id of the decision that the editor saw.

        ``proposal`` is the one it rules upon, without one that of the decision before, else the newest.
        """
        ruled_on = {"quote": quote, "proposal": proposal or self._proposal(quote, follows), "withdrawn": 0}
        self._add(act, ruled_on, ruling, follows)

    def withdraw(self, act: Act, quote: str, ruling: Ruling, follows: str | None) -> None:
        """Keep a decision by which a quote is none of its own any more."""
        ruled_on = {"quote": quote, "proposal": self._proposal(quote, follows), "withdrawn": 1}
        self._add(act, ruled_on, ruling, follows)

    def _add(self, act: Act, ruled_on: rows.Columns, ruling: Ruling, follows: str | None) -> None:
        content = {
            "id": acts.new_id(),
            **ruled_on,
            **rows.ruling_columns(ruling),
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        owner = {"decision": str(content["id"])}
        parts = {
            "decided_passages": rows.passage_rows(owner, ruling.passages),
            "checks": rows.check_rows(owner, ruling.checks),
            "evidence": rows.evidence_rows(owner, ruling.evidence),
        }
        chain = acts.chained(self._connection, "decisions", {**content, **parts}, follows)
        self._connection.insert("decisions", [{**content, **chain, "act": act.id}])
        for table, found in parts.items():
            self._connection.insert(table, found)

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
        """The quotes that an editor looked at and ruled on since a time, each with when, among the newest rulings."""
        found = self._connection.rows(
            f"""SELECT quote, decided_at FROM (
                SELECT * FROM decisions WHERE NOT unread ORDER BY rowid DESC LIMIT {LATELY}
            ) WHERE editor = ? AND decided_at >= ?""",
            (editor, since.astimezone(UTC).isoformat()),
        )
        return tuple((row["quote"], datetime.fromisoformat(row["decided_at"])) for row in found)

    def decided_last(self, editor: str, but: str) -> str | None:
        """The quote for which an editor named a speaker last and whose ruling still stands, but for one.

        Only the newest rulings are looked at.
        """
        undecided = (Verdict.OPEN, Verdict.NOT_A_QUOTE)
        found: str | None = self._connection.value(_TELLING, (editor, but, *undecided))
        return found

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

    def _proposal(self, quote: str, follows: str | None) -> str | None:
        found: str | None = self._connection.value(
            """SELECT coalesce(
                (SELECT proposal FROM decisions WHERE id = ?),
                (SELECT id FROM proposals WHERE quote = ? ORDER BY proposed_at DESC, id DESC LIMIT 1)
            )""",
            (follows, quote),
        )
        return found

    def _read(self, sql: str, parameter: str) -> tuple[Decision, ...]:
        found = self._connection.rows(sql, (parameter,))
        ids = [row["id"] for row in found]
        parts = {table: self._connection.children(table, "decision", ids) for table in _PARTS}
        return tuple(
            rows.to_decision(row, {table: children[row["id"]] for table, children in parts.items()}) for row in found
        )
