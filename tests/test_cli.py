"""The commands as they are typed."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quotereview import cli, detection, paths
from quotereview.detection import Detector
from quotereview.errors import KnownError

SAMPLES = paths.resource("samples")
STORY = (
    "TALVO: “The bridge is safe,” said Mayor Inés Faro.\r\n\r\n“We tested it twice,” she added.\r\n\r\n"
    "Read more: ‘I was wrong about the tunnel,’ says engineer\r\n"
)


class Window:
    """Stands for the window: notes what it was opened with."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path, tuple[Path, ...]]] = []
        self.fault: BaseException | None = None

    def __call__(self, store: Path, files: Sequence[Path]) -> int:
        if self.fault:
            raise self.fault
        self.opened.append((store, tuple(files)))
        return 0


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch, detector: Detector) -> None:
    monkeypatch.setattr(detection, "load", lambda: detector)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    return file


def run(*words: object, window: Window | None = None, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli.build(window or Window()), [str(word) for word in words], input=stdin)


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


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
    given = [json.loads(line)["id"] for line in (SAMPLES / "wires.jsonl").read_text(encoding="utf-8").splitlines()]
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


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html"])
def test_export_writes_the_sheet(store: Path, ending: str) -> None:
    to = store.parent / f"sheet.{ending}"
    result = run("export", "--store", store, "--to", to)
    assert result.exit_code == 0
    assert result.stdout.endswith(f"quotes written to {to}\n")
    assert to.stat().st_size > 5_000


def test_compare_shows_what_several_articles_print(store: Path) -> None:
    shown = run("compare", "--store", store).stdout
    assert "“We heard the rock before we saw it, […]" in shown
    assert "! speaker: Pacific Wire has Kirsty Tulloch, The Northern Ledger has Rory Tulloch" in shown
    assert shown.splitlines()[-1].endswith("quotes in more than one article")


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
    assert result.stderr == "Error: “s.ods” is no kind of sheet; end its name with .csv, .xlsx, .html.\n"


# Train


def test_train_prints_how_the_ranker_does_and_writes_its_weights(tmp_path: Path) -> None:
    text = "“The bridge is safe,” said Inés Faro."
    attribution = {"source": [[27, 36]], "cue": [[22, 26]], "content": [[0, 21]]}
    line = json.dumps({"text": text, "attributions": [attribution]}) + "\n"
    (tmp_path / "corpus.jsonl").write_text(line * 10, encoding="utf-8")
    result = run("train", tmp_path / "corpus.jsonl", "--to", tmp_path / "weights")
    assert result.exit_code == 0
    assert result.stdout.startswith("10 articles, 10 passages with a speaker, ")
    for name in ("speakers.json", "speech.json"):
        assert json.loads((tmp_path / "weights" / name).read_text(encoding="utf-8"))["features"]


def test_train_names_a_corpus_that_is_none(story: Path, tmp_path: Path) -> None:
    result = run("train", story, "--to", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Line 1 of ")


# Evaluate


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one article and the answers for its two passages of speech, one of them made wrong."""
    folder = tmp_path / "talvo"
    folder.mkdir()
    text = "“The bridge is safe,” said Inés Faro.\n\n“We tested it twice,” she added."
    (folder / "story.txt").write_text(text, encoding="utf-8")
    passages = [(1, 20, "Inés Faro"), (40, 59, "Ola Moss")]
    assert [text[start:end] for start, end, _ in passages] == ["The bridge is safe,", "We tested it twice,"]
    records = (
        {"doc": "story.txt", "start": start, "end": end, "kind": "speech", "speaker": name}
        for start, end, name in passages
    )
    (folder / "quotes.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return folder


def test_evaluate_prints_figures_and_how_they_changed(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    first = run("evaluate", gold, "--to", page)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.startswith("talvo\nArticles: 1; passages with kind and speaker by name: 2\n")
    figure = "name right in full 0.500 0.500 to 0.500 2"
    assert figure in _spaced_once(first)
    assert first.stdout.endswith(f"Figures written to {page}\n")
    page.write_text(page.read_text(encoding="utf-8").replace("in full | 0.500", "in full | 0.400"), encoding="utf-8")
    again = _spaced_once(run("evaluate", gold, "--against", page))
    assert f"{figure} +0.100" in again
    assert sum(line.endswith(" same") for line in again) > 5
    assert again[-1] == "talvo Kinds and names name right in full +0.100"
    assert again[-2].startswith("1 of ")


def _spaced_once(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_evaluate_says_what_is_new(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    run("evaluate", gold, "--to", page)
    again = run("evaluate", gold.rename(tmp_path / "moved"), "--against", page)
    assert sum(line.endswith(" new") for line in again.stdout.splitlines()) > 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["evaluate", "{folder}/none.jsonl"], "none.jsonl cannot be read"),
        (["evaluate", "{folder}/talvo/quotes.jsonl"], "name these with --texts"),
        (["evaluate", "{folder}/talvo", "--against", "{folder}/talvo/story.txt"], "holds no figures"),
        (["evaluate", "{folder}/talvo", "--to", "{folder}/talvo/story.txt"], "is no page of figures"),
    ],
)
def test_faults_of_gold_are_one_line(gold: Path, words: list[str], sentence: str) -> None:
    result = run(*(word.format(folder=gold.parent) for word in words))
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert sentence in line


# Explain


def test_explain_prints_what_weighed_for_each_claim(story: Path) -> None:
    result = run("explain", story)
    lines = _spaced_once(result)
    assert result.exit_code == 0
    assert lines[:3] == ["story.txt: 3 quotes", "", "1. “The bridge is safe,” at 8"]
    assert "kind speech, body: words between quotation marks" in lines
    assert any(line.startswith("1. 0.9") and "“she” at" in line and line.endswith("→ Inés Faro") for line in lines)
    assert any(line.startswith("for +") and " the rules’ score" in line for line in lines)
    assert any(line.startswith("rules +") for line in lines)
    assert any(line.endswith("somebody else or nobody") for line in lines)
    assert max(map(len, result.stdout.splitlines())) <= 100


@pytest.mark.parametrize("words", [["--quote", 2], ["--at", STORY.index("twice")]])
def test_explain_shows_one_quote(story: Path, words: list[object]) -> None:
    shown = [line for line in run("explain", story, *words).stdout.splitlines() if line[:2].strip(" 123456789") == "."]
    quotes = [line for line in shown if "” at " in line and "→" not in line]
    assert len(quotes) == 1
    assert quotes[0].startswith("2. “We tested it twice,” at ")


def test_explain_takes_one_article_of_several(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    stories = [{"id": name, "text": f"“The bridge is {name},” said Inés Faro."} for name in ("safe", "open")]
    file.write_text("".join(json.dumps(one) + "\n" for one in stories), encoding="utf-8")
    one = run("explain", file, "--article", "open").stdout.splitlines()
    assert one[:3] == ["open: 1 quote", "", "1. “The bridge is open,” at 1"]
    assert run("explain", file).stdout.count("1. “The bridge is ") == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["{folder}/none.txt"], "is not there; check its name and folder."),
        (["{folder}/story.txt", "--quote", "9"], "There is no such quote in {folder}/story.txt"),
        (["{folder}/story.txt", "--at", "0"], "There is no such quote"),
        (["{folder}/story.txt", "--article", "x"], "There is no such quote"),
    ],
)
def test_what_cannot_be_explained_is_one_line(story: Path, words: list[str], sentence: str) -> None:
    result = run("explain", *(word.format(folder=story.parent) for word in words))
    assert (result.exit_code, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    assert sentence.format(folder=story.parent) in line


# The process around it


def quotereview(*words: object, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quotereview", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment or None)


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
