"""What is remembered comes back, and nothing in the file can stop the program."""

import json
from pathlib import Path

import pytest

from quotereview import settings
from quotereview.settings import EDITOR, RECENT, TEXT_STEPS, Settings


def test_values_come_back_in_a_new_start(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    Settings(file).set(EDITOR, "Ana Brüll")
    assert Settings(file).get(EDITOR) == "Ana Brüll"


@pytest.mark.parametrize("damage", ["", "{", "[]", "\x00", '{"editor": 4, "recent": [1], "text_steps": "x"}'])
def test_damage_counts_as_absent(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(damage)
    kept = Settings(file)
    assert [kept.get(EDITOR), kept.get(RECENT), kept.get(TEXT_STEPS)] == ["", [], 0]


def test_unknown_names_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"of_a_later_version": [1]}')
    Settings(file).set(EDITOR, "Ana")
    assert json.loads(file.read_text()) == {"of_a_later_version": [1], "editor": "Ana"}


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Settings(tmp_path / "file" / "settings.json")
    kept.set(EDITOR, "Ana")
    assert kept.get(EDITOR) == "Ana"


def test_recent_stores_are_each_named_once_the_newest_first(tmp_path: Path) -> None:
    kept = Settings(tmp_path / "settings.json")
    for name in ["a", "b", "a", *"cdefghij"]:
        kept.note_store(Path(name))
    assert kept.get(RECENT) == list("jihgfedc")
    assert len(kept.get(RECENT)) == settings.RECENT_STORES


def test_a_store_whose_name_is_no_text_is_remembered(tmp_path: Path) -> None:
    Settings(tmp_path / "settings.json").note_store(Path("\udcff.qrev"))
    assert Settings(tmp_path / "settings.json").get(RECENT) == ["\udcff.qrev"]


def test_the_table_holds_each_setting_once() -> None:
    assert len({setting.id for setting in settings.TABLE}) == len(settings.TABLE)


def test_what_another_window_set_meanwhile_is_kept(tmp_path: Path) -> None:
    one, other = Settings(tmp_path / "settings.json"), Settings(tmp_path / "settings.json")
    other.set(EDITOR, "Ben Ode")
    one.set(TEXT_STEPS, 2)
    anew = Settings(tmp_path / "settings.json")
    assert (anew.get(EDITOR), anew.get(TEXT_STEPS)) == ("Ben Ode", 2)
    assert one.get(EDITOR) == ""


def test_a_store_that_another_window_opened_is_among_the_recent_ones(tmp_path: Path) -> None:
    one, other = Settings(tmp_path / "settings.json"), Settings(tmp_path / "settings.json")
    for kept, name in ((one, "a"), (other, "b"), (one, "c")):
        kept.note_store(Path(name))
    assert one.get(RECENT) == ["c", "b", "a"]
