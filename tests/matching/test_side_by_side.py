"""Versions of one utterance in one table."""

import random
from datetime import date

import pytest

from quotereview.matching import side_by_side
from quotereview.model import Form, VersionTable
from tests.matching.wordings import wording

SHORT = {"same but for print": "print"}
SEEDS = range(60)


def table(*texts: str) -> VersionTable:
    dated = [wording(text, article=f"a{day}", published=date(2026, 5, day)) for day, text in enumerate(texts, 1)]
    return side_by_side(dated)


def drawn(shown: VersionTable) -> list[str]:
    """A line for each column: "ban | changed: shutdown"."""
    return [
        " | ".join(
            cell.words if cell.form == "same" else f"{SHORT.get(cell.form, cell.form)}: {cell.words}".strip()
            for cell in column.cells
        )
        for column in shown.columns
    ]


def test_each_version_stands_under_the_longest() -> None:
    shown = table(
        "The ban will be lifted by the voters in May",
        "The shutdown will be lifted by the supporters in May",
        "We do not know. The ban will, in time, be lifted by the voters in May",
        "will be lifted",
    )
    assert [one.article for one in shown.wordings] == ["a3", "a1", "a2", "a4"]
    assert drawn(shown) == [
        "We do not know. | beyond: | beyond: | beyond:",
        "The | The | The | beyond:",
        "ban | ban | changed: shutdown | beyond:",
        "will, | print: will | print: will | print: will",
        "in time, | missing: | missing: | missing:",
        "be lifted | be lifted | be lifted | be lifted",
        "by the | by the | by the | beyond:",
        "voters | voters | changed: supporters | beyond:",
        "in May | in May | in May | beyond:",
    ]


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["We sail at dawn", "We sail at dawn"], ["We sail at dawn | We sail at dawn"]),
        (["We sail, at dawn", "we sail at dawn."], ["We | we", "sail, | print: sail", "at dawn | at dawn."]),
        (["We sail at noon today", "We sail at dawn"], ["We sail at | We sail at", "noon today | changed: dawn"]),
        (["We're late again", "We are late again"], ["We're | print: We are", "late again | late again"]),
        (["We're late again", "We were late again"], ["We're | changed: We were", "late again | late again"]),
        (["grey harbour walls", "gray harbor walls"], ["grey harbour | print: gray harbor", "walls | walls"]),
        (["We saw 30 ships", "We saw thirty ships"], ["We saw | We saw", "30 | print: thirty", "ships | ships"]),
        (
            ["He sold it cheaply and left", "He sold it … and left"],
            ["He sold it | He sold it", "cheaply | missing: …", "and left | and left"],
        ),
        (["Now he sold it all", "… sold it [...]"], ["Now he | beyond: …", "sold it | sold it", "all | beyond: [...]"]),
        (
            ["Nobody let go of the rope", "Nobody let go of [any] rope"],
            ["Nobody let go of | Nobody let go of", "the | changed: [any]", "rope | rope"],
        ),
    ],
)
def test_two_versions(texts: list[str], lines: list[str]) -> None:
    assert drawn(table(*texts)) == lines


def test_what_several_add_in_one_place_is_aligned_too() -> None:
    shown = table(
        "The mine will open in May and stay open all year, every one of its seven shafts",
        "The mine will, God and the river willing, open in May",
        "The mine will, the river willing, open in May",
    )
    assert drawn(shown)[2:5] == [
        "nothing: | added: God and | nothing:",
        "nothing: | added: the river willing, | added: the river willing,",
        "open in May | open in May | open in May",
    ]


def test_beyond_the_base_the_longest_there_is_the_measure() -> None:
    shown = table(
        "the gates are shut and the town is safe", "the town is safe and dry", "the town is safe and very dry"
    )
    assert drawn(shown)[1:] == [
        "the town is safe | the town is safe | the town is safe",
        "beyond: | and | and",
        "beyond: | missing: | very",
        "beyond: | dry | dry",
    ]
    assert [column.differs for column in shown.columns] == [False, False, False, True, False]


def test_changed_words_are_not_cut_by_another_version() -> None:
    shown = table(
        "We will close the old harbour gate at noon today",
        "We will sell it at noon today",
        "We will close the old gate at noon today",
    )
    assert drawn(shown) == [
        "We will | We will | We will",
        "close the old harbour gate | changed: sell it | changed: close the old gate",
        "at noon today | at noon today | at noon today",
    ]


def test_a_version_that_begins_in_the_midst_of_a_column_has_the_same_words() -> None:
    shown = table("has been tempered like steel wire", "tempered like steel", "forged like steel wire")
    assert drawn(shown) == [
        "has been tempered | tempered | changed: forged",
        "like steel | like steel | like steel",
        "wire | beyond: | wire",
    ]
    shown = table("they were like steel that was tempered", "were like steel that", "they were like steel wire")
    assert drawn(shown)[2] == "that was tempered | that | changed: wire"


def test_print_alone_is_no_difference() -> None:
    shown = table("We sail, at dawn, north", "We sail at dawn, south", "sail at dawn")
    assert [column.differs for column in shown.columns] == [False, False, False, True]
    printed = [any(cell.form is Form.PRINT for cell in column.cells) for column in shown.columns]
    assert printed == [False, True, False, False]


def test_another_translation_stands_apart() -> None:
    shown = table("Our bond was forged in fire", "We grew together through hardship", "Our bond was forged in the fire")
    assert [one.article for one in shown.wordings] == ["a3", "a1"]
    assert [one.article for one in shown.apart] == ["a2"]


def test_of_equally_long_versions_the_oldest_is_the_base() -> None:
    later = wording("We sail at dawn", article="later", published=date(2026, 5, 3))
    sooner = wording("We sail at noon", article="sooner", published=date(2026, 5, 2))
    undated = wording("We sail at last", article="undated", published=None)
    assert [one.article for one in side_by_side([undated, later, sooner]).wordings] == ["sooner", "later", "undated"]


def test_nothing_to_show() -> None:
    assert side_by_side([]) == VersionTable((), (), ())
    assert table("!", "?").columns == ()
    assert drawn(table("One word")) == ["One word"]


def test_many_ellipses_are_one() -> None:
    dots = "... " * 40
    assert drawn(table("We left the town at noon", f"We left {dots}[…] at noon")) == [
        "We left | We left",
        f"the town | missing: {dots}[…]",
        "at noon | at noon",
    ]
    assert len(table(f"We left {dots}x town at noon", f"We left {dots}y town at noon").columns) == 3


def test_a_script_without_spaces() -> None:
    shown = table("我们需要和平，不要战争。", "我们要和平，不要战争", "需要和平")
    assert drawn(shown)[:2] == ["我们 | 我们 | beyond:", "需 | missing: | 需"]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cells_of_a_version_are_all_its_words(seed: int) -> None:
    chance = random.Random(seed)
    whole = [
        chance.choice(["we're", "not", "the", "mill,", "30", "old.", "sea", "(now)", "…", "co-op", "...."])
        for _ in range(30)
    ]
    texts = [" ".join(_edited(chance, whole)) for _ in range(5)]
    shown = table(*texts)
    for number, version in enumerate(shown.wordings):
        printed = " ".join(column.cells[number].words for column in shown.columns)
        assert "".join(printed.split()) == "".join(version.words.split())
    assert {one.words for one in (*shown.wordings, *shown.apart)} == set(texts)


def _edited(chance: random.Random, words: list[str]) -> list[str]:
    """A cut of some words, one in ten of them replaced and one in ten left out."""
    start = chance.randrange(10)
    kept = [word for word in words[start : start + chance.randrange(10, 25)] if chance.random() > 0.1]
    return [word if chance.random() > 0.1 else chance.choice(["ferry", "we", "are", "I'm"]) for word in kept]
