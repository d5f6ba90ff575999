"""The word lists can be read, and mean what the rules take them to mean."""

import pytest

from quotereview import lexicon


@pytest.mark.parametrize(("name", "section", "word"), [
    ("reporting_verbs", "saying", "say"),
    ("reporting_verbs", "relaying", "report"),
    ("reporting_nouns", "speech", "claim"),
    ("roles", "people", "diplomat"),
    ("given_names", "female", "ingrid"),
])  # fmt: skip
def test_a_section_holds_its_words(name: str, section: str, word: str) -> None:
    assert word in lexicon.words(name, section)


def test_no_given_name_is_both_a_womans_and_a_mans() -> None:
    assert not lexicon.words("given_names", "female") & lexicon.words("given_names", "male")


def test_pairs_write_a_name_of_several_words_with_spaces() -> None:
    assert lexicon.pairs("nations", "nations")["saudi"] == ("saudi arabia", "riyadh")
