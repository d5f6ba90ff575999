"""Two stores' histories in one: the same in any order, however often, and nothing by halves."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from quotereview.errors import StoreFault
from quotereview.model import Verdict, quote_id, ruled
from quotereview.store import Merged, Ruled, Store, open_store
from tests.store import invented
from tests.store.test_database import damaged, foreign, newer, of_the_first_form

FERRY = invented.article()
PIER = invented.article("pier.txt", (("Ivo Brandt", "Not one crane was checked."),))


def load(store: Store, *articles: invented.Article, editor: str = "Ana Ruz") -> None:
    """Keep articles with what a detector found in them."""
    for article in articles:
        words = [("Ivo Brandt", "Not one crane was checked.")] if article is PIER else invented.UTTERANCES
        with store.act("rulings on quotes", "load", editor, invented.now()) as act:
            store.articles.add(act, article)
            store.proposals.add(act, article.id, invented.detection(article, words))


def rule(store: Store, number: int, verdict: Verdict, editor: str) -> None:
    """Give a verdict on a quote of the ferry's, by its number in the text."""
    standing = store.standing.quotes(FERRY.id)[number]
    with store.act("rulings on quotes", "rule", editor, invented.now()) as act:
        follows = standing.decision.id if standing.decision else None
        store.decisions.add(act, Ruled(standing.id, ruled(standing.ruling, verdict), follows))


def copied(path: Path, name: str) -> Path:
    """A copy of a store that nobody has open."""
    return Path(shutil.copy(path, path.with_name(name)))


def held(path: Path, *given: Path) -> tuple[str, list[str], list[tuple[object, ...]]]:
    """What a store holds after others were merged into a copy of it: seal, rows, and what stands."""
    with open_store(copied(path, f"into-{path.name}")) as store:
        for other in given:
            store.merge(other)
        outline = sorted(store.outlines.all(), key=lambda quote: quote.id)
        assert store._connection.rows("PRAGMA foreign_key_check") == []
        return store.seal(), list(store.dump()), outline


@pytest.fixture
def two(tmp_path: Path) -> Sequence[Path]:
    """Copies of one store in which two editors ruled on their own, and loaded an article each."""
    start = tmp_path / "start.qrev"
    with open_store(start) as store:
        load(store, FERRY)
        rule(store, 0, Verdict.CONFIRMED, "Ana Ruz")
    ana, ben = copied(start, "ana.qrev"), copied(start, "ben.qrev")
    with open_store(ana) as store:
        rule(store, 1, Verdict.NOT_A_QUOTE, "Ana Ruz")
        rule(store, 0, Verdict.DISPUTED, "Ana Ruz")
    with open_store(ben) as store:
        load(store, PIER, editor="Ben Ode")
        rule(store, 1, Verdict.CONFIRMED, "Ben Ode")
        rule(store, 2, Verdict.CANNOT_VERIFY, "Ben Ode")
    return ana, ben


def test_the_same_comes_of_either_order_and_of_merging_again(two: Sequence[Path]) -> None:
    ana, ben = two
    merged = held(ana, ben)
    assert merged == held(ben, ana) == held(ana, ben, ben, ana.with_name("into-ben.qrev"))
    assert len({merged[0], held(ana)[0], held(ben)[0]}) == 3


def test_what_came_is_counted_found_and_has_its_history(two: Sequence[Path]) -> None:
    ana, ben = two
    with open_store(ana) as store:
        assert store.merge(ben) == Merged(1, 1, 3)
        assert store.merge(ben) == Merged(0, 0, 0)
        assert [found for found, _ in store.paragraphs.holding("crane", 9)] == [PIER.id]
        told = store.decisions.of(store.standing.quotes(FERRY.id)[1].id)
        assert {one.editor for one in told} == {"Ana Ruz", "Ben Ode"}
        assert [act.label for act in store.acts.lately("Ben Ode", 9)] == ["load", "rule", "rule"]


def test_the_store_that_is_merged_is_not_written(two: Sequence[Path], tmp_path: Path) -> None:
    ana, ben = two
    before, folder = ben.read_bytes(), sorted(tmp_path.iterdir())
    with open_store(ana) as store:
        store.merge(ben)
    assert ben.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == folder


def test_what_another_program_has_not_yet_put_into_the_file_is_merged(two: Sequence[Path]) -> None:
    ana, ben = two
    with open_store(ben) as theirs, open_store(ana) as store:
        rule(theirs, 2, Verdict.DISPUTED, "Ben Ode")
        store.merge(ben)
        assert store.standing.quotes(FERRY.id)[2].verdict is Verdict.DISPUTED


def test_an_older_store_is_merged_and_stays_as_old_as_it_was(tmp_path: Path) -> None:
    old, path = tmp_path / "old.qrev", tmp_path / "quotes.qrev"
    of_the_first_form(old)
    before = old.read_bytes()
    with open_store(path) as store:
        assert store.merge(old).quotes == 6
    assert old.read_bytes() == before


def test_a_file_that_was_loaded_into_each_store_is_one_article(tmp_path: Path) -> None:
    paths = [tmp_path / "one.qrev", tmp_path / "two.qrev"]
    for path, editor in zip(paths, ("Ana Ruz", "Ben Ode"), strict=True):
        with open_store(path) as store:
            load(store, FERRY, editor=editor)
            rule(store, 0, Verdict.CONFIRMED, editor)
    merged = held(*paths)
    assert merged == held(*reversed(paths))
    assert len(merged[2]) == 3


def test_a_quote_marked_by_hand_in_either_store_is_so_in_both(tmp_path: Path) -> None:
    found, marked = tmp_path / "found.qrev", tmp_path / "marked.qrev"
    with open_store(found) as store:
        load(store, FERRY)
    by_hand = invented.detection(FERRY).quotes[1]
    with open_store(marked) as store, store.act("quotes added or withdrawn", "add", "Ben Ode", invented.now()) as act:
        store.articles.add(act, FERRY)
        store.proposals.add_by_hand(act, FERRY.id, invented.with_marked(FERRY, [by_hand.span]), by_hand)
    merged = held(found, marked)
    assert merged == held(marked, found)
    id = quote_id(FERRY.id, by_hand.span)
    assert [quote.added_by_hand for quote in merged[2] if quote.id == id] == [True]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "There is no store at"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.touch(), "is empty, not a quote store"),
        (lambda path: path.write_text("Dear editor,\n"), "is not a quote store"),
        (foreign, "a database of another program"),
        (newer, "a newer version of this program"),
        (damaged, "is damaged"),
    ],
)
def test_what_is_no_store_of_ours_is_refused(two: Sequence[Path], tmp_path: Path, make: object, says: str) -> None:
    given = tmp_path / "given.qrev"
    make(given)  # type: ignore[operator]
    before = held(two[0])
    with open_store(two[0]) as store, pytest.raises(StoreFault, match=says) as told:
        store.merge(given)
    assert str(given) in str(told.value)
    assert held(two[0]) == before


def test_a_store_is_not_merged_with_itself(two: Sequence[Path]) -> None:
    with open_store(two[0]) as store, pytest.raises(StoreFault, match="is the store itself"):
        store.merge(two[0])


@pytest.mark.parametrize("table", ["decisions", "articles"])
def test_a_row_in_two_forms_is_refused_and_nothing_kept(two: Sequence[Path], table: str) -> None:
    ana, ben = two
    column = {"decisions": "note", "articles": "text"}[table]
    with closing(sqlite3.connect(ben)) as changed:
        changed.execute(f"DROP TRIGGER {table}_no_update")
        changed.execute(f"UPDATE {table} SET {column} = {column} || 'x'")
        changed.commit()
    before = held(ana)
    with open_store(ana) as store, pytest.raises(StoreFault, match=f"a row of {table} in two forms"):
        store.merge(ben)
    assert held(ana) == before


def test_rows_that_name_what_is_not_there_are_refused(two: Sequence[Path]) -> None:
    ana, ben = two
    with closing(sqlite3.connect(ben)) as changed:
        changed.execute("DROP TRIGGER acts_no_delete")
        changed.execute("DELETE FROM acts WHERE editor = 'Ben Ode'")
        changed.commit()
    with open_store(ana) as store, pytest.raises(StoreFault, match="is damaged"):
        store.merge(ben)
