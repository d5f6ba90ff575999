"""Which articles are editions of one, as editors decided: only ever added to, the newest decision on a pair stands."""

import sqlite3
from collections.abc import Sequence

from quotereview.model import EditionDecision, EditionRuling, SetAside, TakenOver
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection

_STANDING = "SELECT decisions.* FROM editions_current JOIN edition_decisions AS decisions ON decisions.id = decision"


class Editions:
    """The editions of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rule(self, act: Act, article: str, older: str, ruling: EditionRuling, follows: str | None) -> None:
        """Keep a decision on two articles; ``follows`` is the id of the decision that stood before."""
        content = {
            "id": acts.new_id(),
            "article": article,
            "older": older,
            "same": None if ruling.same is None else int(ruling.same),
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        parts = _parts(str(content["id"]), ruling)
        hashed = hashes.content(hashes.BY_TABLE["edition_decisions"], content, parts)
        chain = acts.chained(self._connection, "edition_decisions", hashed, follows)
        self._connection.insert("edition_decisions", [{**content, **chain, "act": act.id}])
        for table, found in parts.items():
            self._connection.insert(table, found)

    def newest(self, article: str, older: str) -> EditionDecision | None:
        """The newest decision on two articles, one by which nothing is said any more among them."""
        sql = """SELECT * FROM edition_decisions WHERE article = ? AND older = ?
            ORDER BY revision DESC, decided_at DESC, id DESC LIMIT 1"""
        return next(iter(self._read(sql, article, older)), None)

    def of(self, article: str) -> tuple[EditionDecision, ...]:
        """What stands of an article and any other one, whichever is the older, as it was decided."""
        sql = f"{_STANDING} WHERE ? IN (editions_current.article, editions_current.older) ORDER BY decisions.rowid"
        return self._read(sql, article)

    def told(self, article: str) -> tuple[EditionDecision, ...]:
        """All that was ever decided of an article and any other one, pair by pair; the last one of a pair stands."""
        sql = """SELECT * FROM edition_decisions WHERE ? IN (article, older)
            ORDER BY article, older, revision, decided_at, id"""
        return self._read(sql, article)

    def all(self) -> tuple[EditionDecision, ...]:
        """What stands of all pairs of articles, as it was decided."""
        return self._read(f"{_STANDING} ORDER BY decisions.rowid")

    def replaced(self) -> dict[str, str]:
        """The articles (ids) whose place a newer one took, each with that one."""
        found = self._connection.rows("SELECT article, older FROM editions_current WHERE same ORDER BY decided_at")
        return {row["older"]: row["article"] for row in found}

    def quotes_taken_over(self) -> dict[str, str]:
        """The quotes (ids) of older editions on which was ruled, each with that of the newer one that took it over."""
        found = self._connection.rows(
            """SELECT ruled.quote AS older, taken.quote AS newer FROM editions_current
            JOIN taken_over AS taken ON taken.decision = editions_current.decision
            JOIN decisions AS ruled ON ruled.id = taken.ruled
            WHERE same AND taken.quote IS NOT NULL ORDER BY editions_current.decided_at"""
        )
        return {row["older"]: row["newer"] for row in found}

    def get(self, decision: str) -> EditionDecision:
        """One decision, by an id that another one follows."""
        (found,) = self._read("SELECT * FROM edition_decisions WHERE id = ?", decision)
        return found

    def by_act(self, act: str) -> tuple[EditionDecision, ...]:
        """What an act decided on editions; one decision a pair."""
        return self._read("SELECT * FROM edition_decisions WHERE act = ? ORDER BY rowid", act)

    def act_of(self, decision: str) -> str:
        """The id of the act to which a decision on editions belongs."""
        return str(self._connection.value("SELECT act FROM edition_decisions WHERE id = ?", (decision,)))

    def _read(self, sql: str, *parameters: str) -> tuple[EditionDecision, ...]:
        found = self._connection.rows(sql, parameters)
        ids = [row["id"] for row in found]
        taken, aside = (self._connection.children(table, "decision", ids) for table in ("taken_over", "set_aside"))
        return tuple(_decision(row, taken[row["id"]], aside[row["id"]]) for row in found)


def _decision(row: sqlite3.Row, taken: Sequence[sqlite3.Row], aside: Sequence[sqlite3.Row]) -> EditionDecision:
    ruling = EditionRuling(
        None if row["same"] is None else bool(row["same"]),
        tuple(TakenOver(one["ruled"], one["quote"]) for one in taken),
        tuple(SetAside(one["ruled"], one["why"]) for one in aside),
    )
    return EditionDecision(
        row["id"], row["article"], row["older"], ruling, row["editor"], row["decided_at"], row["follows"]
    )


def _parts(decision: str, ruling: EditionRuling) -> dict[str, list[rows.Columns]]:
    """The rows of what became of each ruling on the older edition, by their tables."""
    taken: list[rows.Columns] = [
        {"decision": decision, "number": number, "ruled": one.ruled, "quote": one.quote}
        for number, one in enumerate(ruling.taken, 1)
    ]
    aside: list[rows.Columns] = [
        {"decision": decision, "number": number, "ruled": one.ruled, "why": one.why}
        for number, one in enumerate(ruling.aside, 1)
    ]
    return {"taken_over": taken, "set_aside": aside}
