"""What two articles disagree in: each field with both values, and what is harmless left alone."""

from datetime import date

import pytest

from quotereview.matching import compare, disputes
from quotereview.model import Conflict, Wording
from tests.matching.wordings import STEEL, told

WALL = "The wall will hold, and we will be on it all night with lamps and ropes until the water falls"
COURT = (
    "Nobody here should have been surprised by that letter, the council knew in March that the pumps were failing and "
    "it did nothing about them"
)


def fields(here: Wording, there: Wording) -> list[tuple[str, str | None, str | None]]:
    return [(one.field, one.here, one.there) for one in compare(here, there).conflicts]


RECAST = [
    ("We will close the old harbour in May", "They would close the old harbour in May", "We will", "They would"),
    ("I will close the old harbour in May", "He will close the old harbour in May", "I", "He"),
    ("I am not going to leave the island today", "she was not going to leave the island today", "I am", "she was"),
    ("Nobody told us of the valve in the cellar", "Nobody told them of the valve in the cellar", "us", "them"),
    ("They came at night and took my brother away", "They came at night and took his brother away", "my", "his"),
    ("The town gave our ferry back to the crew", "The town gave their ferry back to the crew", "our", "their"),
    (
        "We have no plans to sell the mine at Ardal",
        "They had no plans to sell the mine at Ardal",
        "We have",
        "They had",
    ),
    ("The rest of the money is mine by law", "The rest of the money is his by law", "mine", "his"),
    (
        "I was the last to leave the burning mill",
        "He had been the last to leave the burning mill",
        "I was",
        "He had been",
    ),
    ("You can ask me about the lost letters", "You can ask her about the lost letters", "me", "her"),
]
NOT_RECAST = [
    ("We will close the old harbour in May", "We would close the old harbour in May"),
    ("They will close the old harbour in May", "He will close the old harbour in May"),
    ("You will close the old harbour in May", "They will close the old harbour in May"),
    ("We will close the old harbour in May", "[They] will close the old harbour in May"),
    ("I will close the old harbour in May", "We will close the old harbour in May"),
    ("We will close the old harbour in May", "The council will close the old harbour in May"),
    ("They took my brother away at night", "They took the brother away at night"),
    ("We'll close the old harbour in May", "We will close the old harbour in May"),
    ("It is our plan to close the harbour", "It is the plan to close the harbour"),
    ("He gave me the letters of the old mayor", "He gave us the letters of the old mayor"),
]


@pytest.mark.parametrize(("here", "there", "own", "retold"), RECAST)
def test_own_words_told_by_somebody_else_inside_the_marks(here: str, there: str, own: str, retold: str) -> None:
    found = [one for one in fields(told(here), told(there, article="a2")) if one[0] == "paraphrase"]
    assert found == [("paraphrase", f"“{own}”", f"“{retold}”")]
    assert disputes(compare(told(here), told(there, article="a2")))


@pytest.mark.parametrize(("here", "there"), NOT_RECAST)
def test_other_words_inside_the_marks_are_no_paraphrase(here: str, there: str) -> None:
    assert "paraphrase" not in [one[0] for one in fields(told(here), told(there, article="a2"))]


UNMARKED = [
    (WALL, "Voss said the wall will hold, and we will be on it “", "all night with lamps and ropes", "” until Friday."),
    (WALL, "She thinks we will be on it all night “", "with lamps and ropes", "” and no more."),
    (WALL, "“", "The wall will hold", "” and we will be on it all night, Voss said."),
    (WALL, "“", "The wall will hold,", "” and we will be on it, she said."),
    (WALL, '"', "The wall will hold", '" and we will be on it, she said.'),
    (COURT, "The council, she said, knew in March that the pumps “", "were failing", "” and told nobody."),
    (COURT, "Voss said the council knew in March that “", "the pumps were failing", "”."),
    (COURT, "She had a “", "letter, the council knew", "” in March that the pumps were failing and went home."),
    (COURT, "“", "Nobody here should have been surprised", "” by that letter, the council knew, said Voss."),
    (COURT, "The pumps were failing and it did “", "nothing", "” about them, she said."),
]
MARKED = [
    (WALL, "Voss said the wall would hold, and that they would be there “", "all night with lamps and ropes", "”."),
    (WALL, "She thinks they will be there “", "with lamps and ropes", "”."),
    (WALL, "“", "The wall will hold", "” and “we will be on it all night”, Voss said."),
    (WALL, "“The wall will hold, and we will be on it “", "all night", "”."),
    (WALL, "The wall will hold, and we will be on it. “", "all night", "”."),
    (
        WALL,
        "Voss: The wall will hold, and we will be on it ",
        "all night with lamps and ropes",
        " until the water falls.",
    ),
    (COURT, "The council knew in March of pumps that “", "were failing", "”."),
    (COURT, "She called that letter “", "nothing", "”."),
    (COURT, "Of “", "the pumps", "” she said no more."),
    (COURT, "“", COURT, "” by that letter, she said, which is what the council knew in March."),
]


@pytest.mark.parametrize(("whole", "before", "fragment", "after"), UNMARKED)
def test_words_in_the_marks_of_one_and_outside_those_of_the_other(
    whole: str, before: str, fragment: str, after: str
) -> None:
    there = told(fragment, article="a2", before=before, after=after)
    [(_, mine, theirs)] = [one for one in fields(told(whole), there) if one[0] == "paraphrase"]
    assert mine is not None and theirs is not None
    assert mine.strip("“”") in whole
    assert f"“{fragment.rstrip(',')}”" in theirs
    assert ("paraphrase", theirs, mine) in fields(there, told(whole))


@pytest.mark.parametrize(("whole", "before", "fragment", "after"), MARKED)
def test_a_fragment_in_a_sentence_of_its_own_is_harmless(whole: str, before: str, fragment: str, after: str) -> None:
    there = told(fragment, article="a2", before=before, after=after)
    assert "paraphrase" not in [one[0] for one in fields(told(whole), there)]


HANDS = [
    (("CCTV", 1), ("CCTV", 2), True),
    (("CCTV", 2), ("a CCTV readout", 1), True),
    (("Xinhua", 1), ("the Xinhua news agency", 3), True),
    (("SANA", 2), ("SANA", 3), True),
    (("Reuters", 2), ("Reuters", 1), True),
    (("AFP", 1), ("Agence France-Presse", 2), True),
    (("Kanal 9", 1), ("Kanal 9", 2), True),
    (("a statement", 2), ("a statement", 1), True),
    (("the harbour board", 1), ("the harbour board", 2), True),
    (("Island Radio", 3), ("Island Radio", 1), True),
    (("CCTV", 1), ("CCTV", 1), False),
    (("CCTV", None), ("CCTV", 2), False),
    (("CCTV", 1), ("CCTV", None), False),
    (("CCTV", 0), ("CCTV", 1), False),
    (("CCTV", 1), ("Xinhua", 2), False),
    ((None, 0), ("Xinhua", 2), False),
    ((None, 0), (None, 1), False),
    ((None, None), (None, None), False),
    (("a briefing", 0), ("a briefing", 0), False),
    (("CCTV", 2), ("a CCTV readout", 2), False),
]


@pytest.mark.parametrize(("here", "there", "differ"), HANDS)
def test_the_carriers_between_are_counted_where_the_source_is_the_same(
    here: tuple[str | None, int | None], there: tuple[str | None, int | None], differ: bool
) -> None:
    mine = told(STEEL, source=here[0], hands=here[1])
    theirs = told(STEEL, article="a2", source=there[0], hands=there[1])
    found = [(one, other) for field, one, other in fields(mine, theirs) if field == "hands"]
    assert found == ([(carriers(here[1]), carriers(there[1]))] if differ else [])


def carriers(hands: int | None) -> str:
    return f"{hands} carrier" if hands == 1 else f"{hands} carriers"


def test_role_and_occasion_are_named_with_both_values() -> None:
    here = told(
        STEEL,
        speaker="Mara Voss",
        role="minister",
        before="Voss told reporters in Velm on Monday: “",
        addressee="reporters",
    )
    there = told(
        STEEL,
        article="a2",
        speaker="Voss",
        role="former minister",
        before="Voss told lawmakers in Norrvik on Tuesday: “",
        addressee="lawmakers",
    )
    assert fields(here, there) == [
        ("role", "minister", "former minister"),
        ("date said", "Monday (2026-05-11)", "Tuesday (2026-05-12)"),
        ("place", "Velm", "Norrvik"),
        ("addressee", "reporters", "lawmakers"),
    ]
    assert compare(here, there).conflicts[0].shown == ("minister", "former minister")


def test_the_role_of_another_speaker_or_of_another_year_is_no_conflict() -> None:
    here = told(STEEL, speaker="Mara Voss", role="minister")
    other = told(STEEL, article="a2", speaker="Lena Falk", role="former minister")
    later = told(STEEL, article="a2", speaker="Mara Voss", role="former minister", published=date(2027, 5, 12))
    assert [one[0] for one in fields(here, other)] == ["speaker"]
    assert fields(here, later) == []


def test_words_of_the_quote_stand_between_marks() -> None:
    assert Conflict("number", "five", None).shown == ("“five”", None)
    assert Conflict("place", "Velm", None).shown == ("Velm", None)
    assert Conflict("paraphrase", "“we”", "they “will”").shown == ("“we”", "they “will”")


@pytest.mark.parametrize(
    ("outlet", "source", "other", "differ"),
    [
        ("Gulf Courier", None, "the Gulf Courier", False),
        ("Gulf Courier", None, "Island News", True),
        ("Gulf Courier", "Xinhua", "the Gulf Courier", True),
        (None, None, "the Gulf Courier", True),
    ],
)
def test_an_outlet_that_heard_the_words_itself_names_no_source(
    outlet: str | None, source: str | None, other: str, differ: bool
) -> None:
    here = told(STEEL, outlet=outlet, source=source)
    there = told(STEEL, article="a2", outlet="Fjord Times", source=other)
    assert [one[0] for one in fields(here, there)] == (["source"] if differ else [])
    assert fields(there, here) == [(field, theirs, mine) for field, mine, theirs in fields(here, there)]


SUNK = "The old ferry sank in the harbour of Ardal on the night of the storm"


@pytest.mark.parametrize(
    ("whole", "before", "fragment", "after", "field"),
    [
        ("We will not pay for the wall", "Voss said: “", "pay for the wall", "”", "negation"),
        ("We will not pay for the wall", "Voss said they would not “", "pay for the wall", "”.", None),
        ("We will not pay for the wall", "Voss said they would never “", "pay for the wall", "”.", None),
        ("We will not pay for the wall", "She would not say. Voss said they “", "pay for the wall", "”.", "negation"),
        ("I think the old ferry is lost", "Voss said “", "the old ferry is lost", "”.", "hedge"),
        ("I think the old ferry is lost", "Voss said that perhaps “", "the old ferry is lost", "”.", None),
        ("the old ferry is lost, I think", "Voss said “", "the old ferry is lost", "”, probably.", None),
    ],
)
def test_words_that_turn_the_sentence_may_stand_outside_the_marks(
    whole: str, before: str, fragment: str, after: str, field: str | None
) -> None:
    there = told(fragment, article="a2", before=before, after=after)
    assert [one[0] for one in fields(told(whole), there) if one[0] in ("negation", "hedge")] == (
        [field] if field else []
    )


def test_other_text_in_between_is_no_edit() -> None:
    here = told(f"{SUNK}, and nobody of us was on it, thank God")
    edited = told(f"{SUNK}, and three of us were on it, thank God", article="a2")
    more = "Its builders, three captains from an old line, had kept her well through fire, war, ice, two bad winters"
    other = told(f"{SUNK}. {more}, thank God", article="a2")
    assert [one[0] for one in fields(here, edited)] == ["negation", "number", "words"]
    assert fields(here, other) == []
