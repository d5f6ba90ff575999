"""The commands for whole stores, as they are typed."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from quotereview.app import session_at
from quotereview.model import Label, MatchRuling, Verdict
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import backups, open_store
from tests.cli.commands import run
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented

NONE = "".join(f"0 {what} are ruled differently\n" for what in ("quotes", "articles", "names", "matched pairs"))


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two stores that share an article; in the second there is another one, and a ruling."""
    one, other = tmp_path / "one.qrev", tmp_path / "other.qrev"
    with open_store(one) as store:
        Session(store, "Ana Ruz", invented.Clock()).keep(read(FERRY))
    with open_store(other) as store:
        session = Session(store, "Ben Ode", invented.Clock())
        session.keep(read(FERRY))
        session.keep(read(HARBOUR))
        session.confirm(session.quotes(FERRY.id)[0].id)
    return one, other


def seal(store: Path) -> str:
    """The last line of the list of a store."""
    return run("list", "--store", store, "--seal").stdout.splitlines()[-1]


def test_merge_says_what_came_and_makes_the_stores_alike(two: tuple[Path, Path]) -> None:
    one, other = two
    result = run("merge", one, other)
    assert (result.exit_code, result.stdout) == (
        0,
        f"1 article, 2 quotes, 3 rulings came from {other}\n{NONE}",
    )
    assert seal(one) != seal(other)
    run("merge", other, one)
    assert seal(one) == seal(other)
    assert seal(one).startswith("Seal ")
    assert run("dump", one).stdout == run("dump", other).stdout


@pytest.mark.parametrize("into", [0, 1])
@pytest.mark.parametrize("whole", [False, True])
def test_what_was_ruled_in_an_article_that_somebody_else_removed_is_told(
    two: tuple[Path, Path], into: int, whole: bool, tmp_path: Path
) -> None:
    with open_store(two[0]) as store:
        Session(store, "Ana Ruz", invented.Clock()).remove([FERRY.id])
    command: tuple[object, ...] = ("merge", two[into], two[1 - into])
    if whole:
        run("export", "--whole", "--store", two[1 - into], "--to", tmp_path / "whole.json")
        command = ("import", tmp_path / "whole.json", "--store", two[into])
    told = "“Headline of ferry.txt” was removed by Ana Ruz, and with it 1 quote that was ruled on: load it again"
    assert run(*command).stdout.splitlines()[1].startswith(told)
    assert told not in run(*command).stdout
    with open_store(two[into]) as store:
        session = Session(store, "Ben Ode")
        session.keep(read(FERRY))
        assert session.quotes(FERRY.id)[0].verdict is Verdict.CONFIRMED


def test_a_new_store_is_told_of_no_removal_by_somebody_else(two: tuple[Path, Path], tmp_path: Path) -> None:
    with open_store(two[1]) as store:
        Session(store, "Ben Ode", invented.Clock()).remove([FERRY.id])
    with open_store(tmp_path / "new.qrev"):
        pass
    assert "was removed" not in run("merge", tmp_path / "new.qrev", two[1]).stdout


def test_merge_lists_who_ruled_differently(two: tuple[Path, Path]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        session.reject(session.quotes(FERRY.id)[0].id)
    count, words, *rulings = run("merge", *two).stdout.splitlines()[1:-3]
    assert count == "1 quote is ruled differently:"
    assert words.endswith(": “The ferry sails again on Monday morning.”")
    assert {("Ana Ruz" in line, "not a quote" in line) for line in rulings} == {(True, True), (False, False)}


def test_a_conflict_is_settled_for_one_of_those_who_ruled(two: tuple[Path, Path]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        session.reject(session.quotes(FERRY.id)[0].id)
    run("merge", *two)
    quote = run("conflicts", two[0]).stdout.splitlines()[1].partition(":")[0]
    wrong = run("settle", two[0], quote, "--for", "Cleo Ma", "--because", "the recording")
    assert (wrong.exit_code, "“Cleo Ma” is not the name of one who ruled" in wrong.stderr) == (1, True)
    assert run("settle", two[0], quote, "--for", "Ana Ruz", "--because", "the recording").exit_code == 0
    assert run("conflicts", two[0]).stdout == NONE
    again = run("settle", two[0], quote, "--for", "Ana Ruz", "--because", "the recording")
    assert (again.exit_code, "nothing to settle" in again.stderr) == (1, True)
    with open_store(two[0]) as store:
        [decision] = [one for one in store.decisions.of(quote) if one.follows]
        assert (decision.ruling.verdict, decision.ruling.reason) == (Verdict.NOT_A_QUOTE, "the recording")


def test_times_are_those_of_this_machines_clock(two: tuple[Path, Path], hours_ahead: Callable[[int], None]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        session.reject(session.quotes(FERRY.id)[0].id)
    run("merge", *two)
    hours_ahead(0)
    early = ruled_at(two[0])
    hours_ahead(12)
    assert early and ruled_at(two[0]) == [at + timedelta(hours=12) for at in early]


def ruled_at(store: Path) -> list[datetime]:
    """The times of the rulings that `conflicts` lists."""
    lines = run("conflicts", store).stdout.splitlines()
    return [datetime.fromisoformat(line[-16:]) for line in lines if line.startswith(" ")]


def test_a_conflict_about_an_article_is_settled_as_well(two: tuple[Path, Path]) -> None:
    for store, editor, outlet in ((two[0], "Ana Ruz", "Sund Post"), (two[1], "Ben Ode", "Fjord Times")):
        with open_store(store) as opened:
            Session(opened, editor, invented.Clock()).describe([FERRY.id], outlet=outlet)
    count, title, *rulings = run("merge", *two).stdout.splitlines()[2:-2]
    assert (count, title) == ("1 article is ruled differently:", f"{FERRY.id}: {FERRY.headline}")
    assert {("Ana Ruz" in line, "Sund Post" in line) for line in rulings} == {(True, True), (False, False)}
    assert run("settle", two[0], FERRY.id, "--for", "Ana Ruz", "--because", "its masthead").exit_code == 0
    assert run("conflicts", two[0]).stdout == NONE
    with open_store(two[0]) as opened:
        assert Session(opened, "Ana Ruz").article(FERRY.id).outlet == "Sund Post"


def test_a_conflict_about_a_name_is_settled_as_well(two: tuple[Path, Path]) -> None:
    for store, editor, same in ((two[0], "Ana Ruz", "Tilda Brandt"), (two[1], "Ben Ode", "Theo Brandt")):
        with open_store(store) as opened:
            Session(opened, editor, invented.Clock()).people.same("T. Brandt", same)
    count, name, *decided = run("merge", *two).stdout.splitlines()[3:-1]
    assert (count, name) == ("1 name is ruled differently:", "T. Brandt")
    assert {("Ana Ruz" in line, "goes by Tilda Brandt" in line) for line in decided} == {(True, True), (False, False)}
    assert run("settle", two[0], "T. Brandt", "--for", "Ana Ruz", "--because", "she signs so").exit_code == 0
    assert run("conflicts", two[0]).stdout == NONE
    with open_store(two[0]) as opened:
        assert Session(opened, "Ana Ruz").people.goes_by("T. Brandt") == "Tilda Brandt"


def test_a_conflict_about_a_match_is_settled_as_well(two: tuple[Path, Path]) -> None:
    for path, editor, label in ((two[0], "Ana Ruz", Label.SAME), (two[1], "Ben Ode", Label.DIFFERENT)):
        with open_store(path) as store, store.act("rulings on matches", "rule", editor, invented.now()) as act:
            one, other = sorted(store.proposals.quotes(FERRY.id)[:2])
            store.match_rulings.rule(act, one, other, MatchRuling(label, by=editor), None)
    count, title, *decided = run("merge", *two).stdout.splitlines()[4:]
    assert (count, title.partition(": ")[0]) == ("1 matched pair is ruled differently:", f"{one} {other}")
    assert {("Ana Ruz" in line, "same" in line) for line in decided} == {(True, True), (False, False)}
    settled = run("settle", two[0], f"{one} {other}", "--for", "Ana Ruz", "--because", "both were heard")
    assert (settled.exit_code, run("conflicts", two[0]).stdout) == (0, NONE)


def test_agreement_is_told_field_by_field_with_what_differs(two: tuple[Path, Path]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        first, second, _ = (quote.id for quote in session.quotes(FERRY.id))
        session.set_speaker(first, "Mara Voss")
        session.confirm(second)
    with open_store(two[1]) as store:
        Session(store, "Ben Ode", invented.Clock()).confirm(second)
    run("merge", *two)
    lines = run("agreement", two[0], "Ana Ruz", "Ben Ode").stdout.splitlines()
    cells = {line.split()[0]: line.split()[1:] for line in lines[:6]}
    assert cells["field"] == ["quotes", "alike", "kappa", "alpha"]
    assert (cells["verdict"], cells["speaker"][:2]) == (["2", "100%", "–", "–"], ["2", "50%"])
    assert lines[6] == "1 quote is ruled differently:"
    assert len(lines) == 10
    assert run("agreement", two[0], "Ana Ruz", "Cleo Ma").stdout.splitlines()[1:] == ["0 quotes are ruled differently"]


def test_agreement_of_blind_reads_is_told_with_who_read_what(two: tuple[Path, Path]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        first, second, _ = (quote.id for quote in session.quotes(FERRY.id))
        session.set_speaker(first, "Mara Voss")
        session.confirm(second)
    with session_at(two[0], "Ben Ode") as session:
        session.blind.begin_sample(2, "a seed")
    assert run("agreement", two[0]).stdout.splitlines()[0] == (
        "Ben Ode: 0 of 2 quotes (a sample, seed a seed), under way"
    )
    with session_at(two[0], "Ben Ode") as session:
        session.confirm(first)
        session.confirm(second)
        session.blind.leave()
    who, *lines = run("agreement", two[0]).stdout.splitlines()
    assert who.startswith("Ben Ode: 2 of 2 quotes (a sample, seed a seed), left ")
    assert [line.split()[:3] for line in lines[1:5:3]] == [["verdict", "2", "100%"], ["speaker", "2", "50%"]]
    assert lines[6] == "1 quote is ruled differently:"
    assert run("conflicts", two[0]).stdout.splitlines()[0] == lines[6]
    assert run("agreement", two[0], "Ana Ruz").exit_code == 1


def test_what_cannot_be_merged_is_one_line(two: tuple[Path, Path], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor,\n")
    for into, given in ((two[0], letter), (letter, two[0]), (two[0], tmp_path / "missing.qrev")):
        result = run("merge", into, given)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_dump_prints_a_row_a_line(two: tuple[Path, Path]) -> None:
    rows = [json.loads(line) for line in run("dump", two[1]).stdout.splitlines()]
    assert [row["text"] for row in rows if row["table"] == "articles"] == [
        article.text for article in sorted((FERRY, HARBOUR), key=lambda one: one.id)
    ]
    assert [row["verdict"] for row in rows if row["table"] == "decisions"] == ["confirmed"]


def test_no_store_is_made_by_merging_into_none(two: tuple[Path, Path], tmp_path: Path) -> None:
    missing = tmp_path / "missing.qrev"
    assert run("merge", missing, two[0]).exit_code == 1
    assert not missing.exists()


def ruled_twice(store: Path) -> None:
    """Have an editor confirm a quote at noon of 4 March, and another one dispute it on the fifth."""
    with open_store(store) as opened:
        for editor, day, verdict in (("Ana Ruz", 4, Verdict.CONFIRMED), ("Ben Ode", 5, Verdict.DISPUTED)):
            session = Session(opened, editor, partial(datetime, 2026, 3, day, 12, tzinfo=UTC))
            session.keep(read(FERRY))
            session.rule(session.quotes(FERRY.id)[0].id, verdict)


def test_a_sheet_of_what_stood_then_names_nobody_if_that_is_asked_for(tmp_path: Path) -> None:
    store, to = tmp_path / "quotes.qrev", tmp_path / "sheet.csv"
    ruled_twice(store)
    then = ("--store", store, "--as-of", "2026-03-04 23:00")
    assert run("list", *then).stdout.splitlines()[-1] == "1 of 3 quotes decided"
    assert run("list", "--store", store, "--as-of", "2026-03-03 23:00").stdout.splitlines()[-1].startswith("0 of 0")
    assert run("export", *then, "--to", to).exit_code == 0
    row = next(csv.DictReader(StringIO(to.read_text("utf-8-sig"))))
    assert (row["Verdict"], row["Checked by"]) == ("confirmed", "Ana Ruz")
    run("export", "--store", store, "--to", to, "--anonymous")
    rows = list(csv.DictReader(StringIO(to.read_text("utf-8-sig"))))
    assert [row["Checked by"] for row in rows] == ["Editor 1", "", ""]
    assert not {"Ana Ruz", "Ben Ode"} & {cell for row in rows for cell in row.values()}


def test_purge_writes_a_store_without_the_article(two: tuple[Path, Path], tmp_path: Path) -> None:
    new = tmp_path / "new.qrev"
    result = run("purge", two[1], FERRY.name, "--to", new)
    assert (result.exit_code, result.stdout) == (0, f"{new} holds all of {two[1]} but the article {FERRY.id}\n")
    listed = run("list", "--store", new).stdout
    assert HARBOUR.headline in listed and FERRY.headline not in listed
    assert run("check", new).exit_code == 0


def test_purge_wants_one_article(two: tuple[Path, Path], tmp_path: Path) -> None:
    double = invented.article("double.txt", headline=FERRY.headline)
    with open_store(two[0]) as store:
        Session(store, "Ana Ruz").keep(Read(double, invented.detection(double)))
    for called, says in (("Nothing", "There is no article “Nothing”"), (FERRY.headline, f"{FERRY.id}, {double.id}.")):
        result = run("purge", two[0], called, "--to", tmp_path / "new.qrev")
        assert (result.exit_code, says in result.stderr) == (1, True)
    assert not (tmp_path / "new.qrev").exists()


def test_a_history_is_told_step_by_step(two: tuple[Path, Path]) -> None:
    with open_store(two[0]) as store:
        session = Session(store, "Ana Ruz", invented.Clock())
        quote = session.quotes(FERRY.id)[0].id
        session.set_speaker(quote, "Mara Voss")
        session.proof.explain(quote, "the recording")
    lines = run("history", two[0], quote).stdout.splitlines()
    assert lines[0] == "reason: “the recording” (stands)"
    assert lines[2:4] == ["    because: the recording", "speaker: Mara Voss"]
    assert "    speaker: Tilda Brandt → Mara Voss" in lines
    assert [line.split(",")[0] for line in lines if line.startswith("    by ")] == [
        "    by Ana Ruz",
        "    by Ana Ruz",
        "    by rules 1.2.3",
    ]
    assert "    article: open" in run("history", two[0], FERRY.name).stdout.splitlines()
    missing = run("history", two[0], "nowhere")
    assert (missing.exit_code, "There is no quote or article “nowhere”" in missing.stderr) == (1, True)


def test_a_copy_is_written_with_or_without_names(two: tuple[Path, Path], tmp_path: Path) -> None:
    plain, nameless = tmp_path / "plain.qrev", tmp_path / "nameless.qrev"
    assert run("copy", two[1], "--to", plain).stdout == f"{plain} holds all of {two[1]}\n"
    assert run("dump", plain).stdout == run("dump", two[1]).stdout
    told = run("copy", two[1], "--to", nameless, "--anonymous").stdout
    assert told == f"{nameless} holds all of {two[1]} but the names of its editors\n"
    assert "Ben Ode" not in run("dump", nameless).stdout and "Editor 1" in run("dump", nameless).stdout
    assert run("check", nameless).exit_code == 0


def test_a_merge_backs_up_what_it_changes_once_a_day(two: tuple[Path, Path]) -> None:
    one, other = two
    run("merge", one, other)
    [backup] = backups.newest_first(one)
    with open_store(backup) as store:
        assert len(store.articles.loaded()) == 1
    run("merge", one, other)
    assert backups.newest_first(one) == [backup]
    assert not backups.folder(other).exists()
