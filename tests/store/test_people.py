"""Decisions on names: added, the newest stands, each tied to the one before."""

from pathlib import Path

from quotereview.store import open_store
from tests.store import invented

KIND = "names of people"


def test_the_newest_decision_on_a_name_stands(tmp_path: Path) -> None:
    with open_store(tmp_path / "names.qrev") as store:
        assert store.people.standing("Lu") is None
        with store.act(KIND, "same person", "Ana Ruz", invented.now()) as first:
            store.people.rule(first, "Lu", "Lu Ran", None)
            store.people.rule(first, "L. Ran", "Lu Ran", None)
        assert store.people.same() == {"L. Ran": "Lu Ran", "Lu": "Lu Ran"}
        lu = store.people.standing("Lu")
        assert lu
        with store.act(KIND, "another person", "Ana Ruz", invented.now()) as second:
            store.people.rule(second, "Lu", None, lu.id)
        assert store.people.same() == {"L. Ran": "Lu Ran"}
        (parted,) = store.people.by_act(second.id)
        assert (parted.name, parted.same_as, parted.follows) == ("Lu", None, lu.id)
        assert store.people.get(lu.id) == lu
        assert store.people.act_of(parted.id) == second.id
        assert [one.name for one in store.people.by_act(first.id)] == ["Lu", "L. Ran"]
        told = store._connection.rows("SELECT label, name, same_as, revision FROM history WHERE name = 'Lu'")
        assert [tuple(row) for row in told] == [
            ("same person", "Lu", "Lu Ran", 1),
            ("another person", "Lu", None, 2),
        ]


def test_role_and_printed_name_stand_beside_the_speaker(tmp_path: Path) -> None:
    with invented.full_store(tmp_path / "names.qrev") as store:
        first = store.outlines.all()[0]
        assert (first.speaker, first.speaker_type, first.printed, first.role) == (
            "Tilda Brandt",
            invented.PERSON,
            "Tilda Brandt",
            "ferry director",
        )
