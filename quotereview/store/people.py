"""Which names are the same person's, as editors decided: only ever added to, the newest decision on a name stands."""

from dataclasses import dataclass

from quotereview.store import acts
from quotereview.store.acts import Act
from quotereview.store.database import Connection


@dataclass(frozen=True, slots=True)
class NameDecision:
    """A decision on a name: the name by which its person goes, None for a name that stands for itself.

    ``follows`` is the id of the decision before it, None for the first.
    """

    id: str
    name: str
    same_as: str | None
    follows: str | None


class People:
    """The names of one store's people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rule(self, act: Act, name: str, same_as: str | None, follows: str | None) -> None:
        """Keep a decision on a name; ``follows`` is the id of the decision that stood before."""
        content = {
            "id": acts.new_id(),
            "name": name,
            "same_as": same_as,
            "editor": act.editor,
            "decided_at": act.done_at,
        }
        chain = acts.chained(self._connection, "name_decisions", content, follows)
        self._connection.insert("name_decisions", [{**content, **chain, "act": act.id}])

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

    def _read(self, where: str, parameter: str) -> dict[str, NameDecision]:
        found = self._connection.rows(f"SELECT * FROM name_decisions WHERE {where} ORDER BY rowid", (parameter,))
        return {row["name"]: NameDecision(row["id"], row["name"], row["same_as"], row["follows"]) for row in found}
