"""What changes the sense of a quote is told by its kind, and what does not is not held against it.

Each line of the tables holds two versions of an invented sentence that differ in one thing.
"""

from pathlib import Path

from quotereview.matching.differences import differences
from quotereview.model import Deviation, Difference

HERE = Path(__file__).parent
CHANGES, ASKED = 60, 54
FALSE_ALARMS = 3
HARMLESS = frozenset({Deviation.PUNCTUATION, Deviation.SPELLING, Deviation.CONTRACTION})

Row = tuple[str, str, str]


def rows(name: str) -> list[Row]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(kind, here, there) for kind, here, there in (line.split("\t") for line in lines)]


def grave(here: str, there: str) -> list[Difference]:
    return [difference for difference in differences(here, there) if difference.kind not in HARMLESS]


def test_changes_are_flagged_as_what_they_are_from_either_side() -> None:
    table = rows("changes.tsv")
    missed = [
        (kind, here, there)
        for kind, one, other in table
        for here, there in ((one, other), (other, one))
        if kind not in {difference.kind for difference in differences(here, there)}
    ]
    assert len(table) == CHANGES
    assert len(missed) <= 2 * (CHANGES - ASKED), missed


def test_a_change_is_not_taken_for_more_than_it_is() -> None:
    others = [
        (kind, here, there, sorted(found - {kind}))
        for kind, here, there in rows("changes.tsv")
        if (found := {difference.kind.value for difference in grave(here, there)}) - {kind, "trimmed"}
    ]
    assert len(others) <= CHANGES // 10, others


def test_marks_spelling_punctuation_and_short_forms_are_no_change() -> None:
    table = rows("harmless.tsv")
    flagged = [(here, there, found) for _, here, there in table if (found := grave(here, there))]
    assert len(table) == CHANGES
    assert len(flagged) <= FALSE_ALARMS, flagged
