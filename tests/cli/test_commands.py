"""The commands for articles and stores, as they are typed."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quotereview import paths
from quotereview.errors import KnownError
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.cli.commands import SAMPLES, Window, records, run

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


@pytest.mark.parametrize("words", [["detect"], ["detect", "x", "--format", "xml"], ["--colour"], ["export"]])
def test_wrong_use_is_exit_code_2(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


# The store


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


def test_what_was_said_to_the_outlet_that_add_is_given_has_no_source(tmp_path: Path) -> None:
    story, path = tmp_path / "mole.txt", tmp_path / "s.qrev"
    story.write_text("“The mole holds,” Mara Voss, the mayor, told the Talvo Post on Monday.\n", encoding="utf-8")
    run("add", story, "--store", path, "--outlet", "Talvo Post")
    with open_store(path) as opened:
        [quote] = Session(opened, "Ana Ruz").quotes(Session(opened, "Ana Ruz").articles()[0].id)
    assert quote.ruling.source is None
    assert run("redetect", path).stdout == "1 article detected again, 0 quotes proposed otherwise than it stands\n"


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
