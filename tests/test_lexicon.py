"""The word lists can be read, and mean what the rules take them to mean."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotereview import cli, lexicon
from quotereview.detection import carriers

CACHES = (
    lexicon.words,
    lexicon.pairs,
    lexicon._sections,
    lexicon._own,
    carriers._names,
    carriers._groups,
    carriers._name_patterns,
    carriers._named_within,
)
Write = Callable[[bytes], Path]


@pytest.fixture
def own(own_data_folder: Path) -> Iterator[Write]:
    """Writes the user's own list, as it is when the program starts."""

    def write(content: bytes) -> Path:
        path = own_data_folder / "carriers.txt"
        path.write_bytes(content)
        forget()
        return path

    yield write
    forget()


def forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def test_an_editors_own_list_is_read_on_top(own: Write) -> None:
    own(b"# ours\n[agencies]\nVelpress=Velm_Press Reuters=Rtr\n\n[broadcasters] \nRadioVelm\n")
    assert lexicon.faults() == ()
    agencies = lexicon.pairs("carriers", "agencies")
    assert agencies["Velpress"] == ("Velm Press",)
    assert agencies["Reuters"] == ("Thomson Reuters", "Rtr")
    assert carriers.listed("RadioVelm") and carriers.listed("Xinhua")


def test_without_a_list_of_ones_own_nothing_is_wrong(own: Write) -> None:
    own(b"").unlink()
    forget()
    assert lexicon.faults() == ()
    assert not carriers.listed("Velpress")


@pytest.mark.parametrize(
    ("content", "number", "why"),
    [
        (b"[agencies]\n=AFP\nVelpress\n", 2, "an entry without a name"),
        (b"[agencies]\nKvelden==KV\nVelpress\n", 2, "an entry without a name"),
        (b"[agencies]\nVelpress\n\xff\xfe\n", 3, "is not UTF-8 text"),
        (b"Kvelden\n[agencies]\nVelpress\n", 1, "stands in no section"),
        (b"[pigeons]\nKvelden\nHomer\n[agencies]\nVelpress\n", 1, "opens a section “pigeons”"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_holds(
    own: Write, content: bytes, number: int, why: str
) -> None:
    path = own(content)
    [fault] = lexicon.faults()
    assert fault.startswith(f"Line {number} of {path} ") and why in fault
    assert carriers.listed("Velpress") and not carriers.listed("Kvelden")


def test_a_list_that_cannot_be_read_is_named(own: Write) -> None:
    path = own(b"")
    path.unlink()
    path.mkdir()
    [fault] = lexicon.faults()
    assert str(path) in fault
    assert carriers.listed("Xinhua")


def test_the_commands_use_the_list_and_say_what_is_wrong_with_it(own: Write, tmp_path: Path) -> None:
    own(b"[agencies]\n=AFP\nQuillon\n")
    story = tmp_path / "story.txt"
    story.write_text("Velm rebuilds\n\n“We shall rebuild the weir before winter,” Ida Rook told Quillon.\n")
    ran = CliRunner().invoke(cli.build(lambda _store, _files: 0), ["detect", str(story)])
    assert "Quillon, interview" in " ".join(ran.stdout.split())
    assert "Line 2 of" in ran.stderr


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
