"""Which names are the same person's, as editors decided: only ever added to, the newest decision on a name stands."""

import json
from collections.abc import Sequence

from quotereview.model import NameDecision
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection

_OVERRULINGS = "name_overrulings"


class People:
    """The names of one store's people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rule(
        self, act: Act, name: str, same_as: str | None, follows: str | None, overrules: Sequence[str] = ()
    ) -> None:
        """Keep a decision on a name; ``follows`` is the id of the decision that stood before.

        ``overrules`` are those of other branches that no longer count.
        """
        content = {
            "id": acts.new_id(),
            "name": name,
            "same_as": same_as,
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        overruled = rows.overruling_rows({"decision": str(content["id"])}, overrules)
        hashed = hashes.content(hashes.BY_TABLE["name_decisions"], content, {_OVERRULINGS: overruled})
        chain = acts.chained(self._connection, "name_decisions", hashed, follows)
        self._connection.insert("name_decisions", [{**content, **chain, "act": act.id}])
        self._connection.insert(_OVERRULINGS, overruled)

    def standing(self, name: str) -> NameDecision | None:
        """The newest decision on a name, None where there is none."""
        return self._read("id = (SELECT decision FROM names_current WHERE name = ?)", name).get(name)

    def get(self, decision: str) -> NameDecision:
        """One decision, by an id that another one follows."""
        (found,) = self._read("id = ?", decision).values()
        return found

    def same(self) -> dict[str, str]:
        """The names that stand for another one, each with that one."""
        found = self._connection.rows("SELECT name, same_as FROM names_current WHERE same_as IS NOT NULL ORDER BY name")
        return {row["name"]: row["same_as"] for row in found}

    def by_act(self, act: str) -> tuple[NameDecision, ...]:
        """What an act decided on names; one decision a name."""
        return tuple(self._read("act = ?", act).values())

    def act_of(self, decision: str) -> str:
        """The id of the act to which a decision on a name belongs."""
        return str(self._connection.value("SELECT act FROM name_decisions WHERE id = ?", (decision,)))

    def decisions(self, ids: Sequence[str]) -> tuple[NameDecision, ...]:
        """Decisions by their ids, in that order."""
        found = {one.id: one for one in self._found("id IN (SELECT value FROM json_each(?))", json.dumps(ids))}
        return tuple(found[id] for id in ids)

    def _read(self, where: str, parameter: str) -> dict[str, NameDecision]:
        return {one.name: one for one in self._found(where, parameter)}

    def _found(self, where: str, parameter: str) -> list[NameDecision]:
        found = self._connection.rows(f"SELECT * FROM name_decisions WHERE {where} ORDER BY rowid", (parameter,))
        overruled = self._connection.children(_OVERRULINGS, "decision", [row["id"] for row in found])
        return [
            NameDecision(
                row["id"],
                row["name"],
                row["same_as"],
                row["editor"],
                row["decided_at"],
                row["follows"],
                tuple(one["overruled"] for one in overruled[row["id"]]),
            )
            for row in found
        ]
