"""The editions of a store's articles on the command line: which they are, and how they differ."""

import re
from pathlib import Path

import pytest

from quotereview.model import SourceKind
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.cli.commands import records, run
from tests.review.test_editions import FERRY, NEWER, OTHER, keep, quote
from tests.store import invented


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two editions, a ruling on the older one that holds and one that may not, and another article."""
    path = tmp_path / "quotes.qrev"
    with open_store(path) as opened:
        session = Session(opened, "Ana Ruz", invented.Clock())
        for article in (FERRY, OTHER, NEWER):
            keep(session, article)
        session.confirm(quote(session, FERRY, "The ferry"))
        session.confirm(quote(session, FERRY, "Nobody told"))
        session.documents.mark(FERRY.id, SourceKind.BRIEFING)
    return path


def decide(path: Path, verb: str) -> None:
    """Take the older edition over, or keep both apart."""
    with open_store(path) as opened:
        getattr(Session(opened, "Ben Ode").editions, verb)(NEWER.id, FERRY.id)


def test_pairs_are_listed_with_what_speaks_for_them(store: Path) -> None:
    count, newer, older, said = run("editions", store).stdout.splitlines()
    assert count == "1 pair of articles that are, or may be, editions of one"
    assert newer == f"{NEWER.id}: Headline of ferry-2.txt (2026-03-03)"
    assert older == f"  older {FERRY.id}: Headline of ferry.txt (2026-03-02)"
    assert said.startswith("  not decided: the same address, ")


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        ("take_over", r"taken for a newer edition by Ben Ode, [0-9-]{10}: 1 ruling taken over, 1 waiting"),
        ("keep_apart", r"kept apart by Ben Ode, [0-9-]{10}"),
    ],
)
def test_what_was_decided_is_told(store: Path, verb: str, says: str) -> None:
    decide(store, verb)
    [pair] = records(run("editions", store, "--json"))
    assert (pair["article"], pair["older"]) == (NEWER.id, FERRY.id)
    assert re.fullmatch(says, str(pair["said"]))


@pytest.mark.parametrize("taken", [False, True])
def test_two_editions_are_compared_quote_by_quote_also_afterwards(store: Path, taken: bool) -> None:
    if taken:
        decide(store, "take_over")
    lines = run("editions", store, FERRY.name if taken else NEWER.id).stdout
    assert lines.startswith("Headline of ferry.txt -> Headline of ferry-2.txt: 2 the same, 2 changed, 1 added, 1 gone")
    assert "[-before-] {+until+}" in lines and "These words were changed in the new edition." in lines
    assert any(line.startswith("+  Jan Berg") for line in lines.splitlines())
    assert lines.splitlines()[0].endswith("1 gone; taken over, too: the kind of text") is not taken
    told = records(run("editions", store, NEWER.id, "--json"))
    assert [one["difference"] for one in told] == ["the same", "changed", "the same", "changed", "gone", "added"]
    assert (told[0]["older_verdict"], told[0]["verdict"]) == ("confirmed", "confirmed" if taken else "open")
    assert told[5]["older_words"] is None and told[4]["words"] is None


def test_an_article_without_another_edition_is_told(store: Path) -> None:
    result = run("editions", store, OTHER.id)
    assert (result.exit_code, "No other article looks like another edition" in result.stderr) == (1, True)


def test_adding_tells_of_a_likely_edition_and_leaves_a_superseded_one_off_the_desk(tmp_path: Path) -> None:
    store, one, two = tmp_path / "quotes.qrev", tmp_path / "one.txt", tmp_path / "two.txt"
    text = "Head of one\n\n“The bridge is safe,” said Mayor Inés Faro. “We tested it twice,” she told the council.\n"
    one.write_text(text, encoding="utf-8")
    two.write_text(text.replace("Head of one", "Head of two"), encoding="utf-8")
    assert "looks like" not in run("add", one, "--store", store, "--outlet", "Coast Mail").stdout
    told = run("add", two, "--store", store, "--outlet", "Coast Mail").stdout.splitlines()
    assert told[1].startswith("  Head of two looks like a newer edition of Head of one (")
    with open_store(store) as opened:
        session = Session(opened, "Ben Ode")
        older, newer = (article.id for article in session.articles())
        session.editions.take_over(newer, older)
    again = run("add", one, "--store", store, "--outlet", "Sund Post")
    assert (again.exit_code, again.stdout) == (0, "one.txt: 2 quotes (replaced by what is there)\n")
    assert len(records(run("editions", store, "--json"))) == 1
