"""The command `detect`, as it is typed."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.commands import SAMPLES, STORY, records, run


def test_table_shows_speaker_source_confidence_and_words(story: Path) -> None:
    lines = run("detect", story).stdout.splitlines()
    assert lines[0] == "story.txt: 2 quotes"
    assert lines[1].split() == ["speaker", "source", "confidence", "words"]
    assert "Inés Faro" in lines[2]
    assert "“The bridge is safe,”" in lines[2]


def test_table_fits_100_columns() -> None:
    lines = run("detect", SAMPLES).stdout.splitlines()
    assert len(lines) > 100
    assert max(map(len, lines)) <= 100


def test_table_shows_no_control_characters(tmp_path: Path) -> None:
    words = (
        "“The \x1b[31mbridge\u202e is safe,” said Mayor Inés Faro. She had come to the town hall to answer questions."
    )
    (tmp_path / "evil.txt").write_text(words)
    shown = run("detect", tmp_path / "evil.txt").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "�[31mbridge�" in shown


def test_offsets_are_into_the_text_as_given(story: Path) -> None:
    [record] = records(run("detect", story, "--format", "jsonl"))
    assert record["id"] == "story.txt"
    quotes = record["quotes"]
    assert isinstance(quotes, list)
    assert [STORY[quote["start"] : quote["end"]] for quote in quotes] == ["The bridge is safe,", "We tested it twice,"]
    assert {quote["speaker"]["name"] for quote in quotes} == {"Inés Faro"}


def test_the_conventions_of_the_corpus_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "turn.txt").write_text("Inés Faro: “The bridge is safe.”", "utf-8")
    found = [
        records(run("detect", tmp_path / "turn.txt", "--format", "jsonl", *asked))[0]["quotes"][0]["cue"]  # type: ignore[index]
        for asked in ((), ("--conventions", "polnear"))
    ]
    assert found == [None, {"start": 9, "end": 10}]


def test_teasers_are_printed_with_all_only(story: Path) -> None:
    [record] = records(run("detect", story, "--format", "jsonl", "--all"))
    assert isinstance(record["quotes"], list)
    assert [quote["zone"] for quote in record["quotes"]] == ["body", "body", "teaser"]


def test_jsonl_keeps_its_ids_and_articles_their_order(story: Path) -> None:
    files = [SAMPLES / f"{name}.jsonl" for name in ("wires", "world", "wrangle")]
    given = [json.loads(line)["id"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    found = [record["id"] for record in records(run("detect", SAMPLES, story, "--format", "jsonl"))]
    assert found == [*given, "story.txt"]


def test_standard_input_is_read(story: Path) -> None:
    [record] = records(run("detect", "-", "--format", "jsonl", stdin=story.read_bytes()))
    assert record["id"] == "-"
    assert isinstance(record["quotes"], list)
    assert len(record["quotes"]) == 2


def test_csv_has_a_row_for_each_passage(story: Path) -> None:
    head, first, second = csv.reader(StringIO(run("detect", story, "--format", "csv").stdout))
    assert head[:3] == ["article", "start", "end"]
    assert dict(zip(head, first, strict=True))["speaker"] == "Inés Faro"
    assert dict(zip(head, second, strict=True))["words"] == "We tested it twice,"


def test_whether_a_file_may_be_read_shows_in_reading_it(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert run("detect", story).exit_code == 0


def test_bad_files_are_named_and_the_rest_is_done(story: Path) -> None:
    (story.parent / "empty.txt").write_bytes(b"")
    (story.parent / "picture.png").write_bytes(b"\x89PNG")
    result = run("detect", story.parent, story.parent / "gone.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert [record["id"] for record in records(result)] == ["story.txt"]
    assert len(result.stderr.splitlines()) == 3
    assert "“empty.txt” is empty; there is nothing in it to read." in result.stderr


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_name_that_is_no_text_is_no_fault(tmp_path: Path, form: str) -> None:
    (tmp_path / b"st\xffry.txt".decode(errors="surrogateescape")).write_bytes(STORY.encode())
    result = run("detect", tmp_path, "--format", form)
    assert result.exit_code == 0
    assert "st?ry.txt" in result.stdout
