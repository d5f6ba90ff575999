"""The outline that a store keeps: it says what the views say, whoever wrote and however."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotereview.model import ArticleRuling, Verdict
from quotereview.store import Ruled, Store, check, open_store, recover
from quotereview.store.outlining import DIFFERING
from tests.store import invented
from tests.store.test_checking import meddle

OTHERWISE = "the outline says otherwise than the rulings do"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    invented.full_store(tmp_path / "quotes.qrev").close()
    return tmp_path / "quotes.qrev"


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What a statement gives, as another program asks."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(sql).fetchall()


def rule_by_hand(path: Path) -> str:
    """Let another program, which knows nothing of the outline, add a decision; gives the quote's id."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        former = dict(
            file.execute("SELECT * FROM decisions ORDER BY revision DESC, decided_at DESC LIMIT 1").fetchone()
        )
        late = {"id": "late", "revision": 99, "follows": former["id"], "verdict": "disputed", "note": "by a script"}
        new = {**former, **late}
        file.execute(f"INSERT INTO decisions ({', '.join(new)}) VALUES ({', '.join(':' + name for name in new)})", new)
        file.execute(
            "INSERT INTO decided_passages SELECT 'late', number, start, end, words FROM decided_passages "
            "WHERE decision = ?",
            (former["id"],),
        )
        file.commit()
    return str(former["quote"])


def test_what_another_program_wrote_is_taken_in_at_opening(path: Path) -> None:
    quote = rule_by_hand(path)
    assert rows(path, "SELECT count(*) FROM outdated WHERE quote != ''") == [(1,)]
    assert not any(OTHERWISE in sentence for sentence in check(path))  # it is known to be outdated
    with open_store(path) as store:
        found = {one.id: one for one in store.outlines.all()}[quote]
    assert (found.verdict, found.note) == (Verdict.DISPUTED, "by a script")
    assert rows(path, "SELECT * FROM outdated") == []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        (
            "UPDATE outlined_quotes SET verdict = 'disputed' WHERE start = (SELECT min(start) FROM outlined_quotes)",
            "1 quotes",
        ),
        ("UPDATE outlined_quotes SET words_folded = ''", "quotes"),
        ("DELETE FROM outlined_quotes WHERE start = (SELECT min(start) FROM outlined_quotes)", "1 quotes"),
        ("UPDATE outlined_articles SET decided = decided + 1", "articles"),
        ("DELETE FROM outlined_articles", "articles"),
    ],
)
def test_an_outline_that_says_otherwise_is_told_and_recovering_mends_it(path: Path, statement: str, what: str) -> None:
    before = rows(path, "SELECT * FROM outlined_quotes ORDER BY quote")
    meddle(path, statement)
    assert any(what in sentence and OTHERWISE in sentence for sentence in check(path))
    recover(path, path.with_name("mended.qrev"))
    assert list(check(path.with_name("mended.qrev"))) == []
    assert rows(path.with_name("mended.qrev"), "SELECT * FROM outlined_quotes ORDER BY quote") == before


def test_only_what_changed_gets_a_new_stamp(tmp_path: Path) -> None:
    path = tmp_path / "quotes.qrev"
    articles = [invented.article(name) for name in ("ferry.txt", "harbour.txt")]
    with open_store(path) as store:
        for article in articles:
            with store.act("articles", "load", "Ana Ruz", invented.now()) as act:
                store.articles.add(act, article)
                store.proposals.add(act, article.id, invented.detection(article))
        stamps = dict(rows(path, "SELECT article, stamp FROM outlined_articles"))
        describe(store, articles[1].id, outlet="Sund Post")
        assert dict(rows(path, "SELECT article, stamp FROM outlined_articles")) == {
            articles[0].id: stamps[articles[0].id],
            articles[1].id: max(stamps.values()) + 1,
        }


def describe(store: Store, article: str, **said: object) -> None:
    """Rule on an article as a whole."""
    standing = store.articles.standing(article)
    assert standing is not None
    ruling = replace(standing.ruling, **said)  # type: ignore[arg-type]
    with store.act("outlet", "describe", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, article, ruling, standing.decision)


def test_the_quotes_of_a_removed_article_go_and_come_back(path: Path) -> None:
    before = rows(path, "SELECT * FROM outlined_quotes ORDER BY quote")
    article = invented.article().id
    with open_store(path) as store:
        describe(store, article, removed=True)
        assert rows(path, f"SELECT count(*) FROM outlined_quotes WHERE article = '{article}'") == [(0,)]
        counted = "SELECT removed, quotes, doubts, unexplained FROM outlined_articles"
        assert rows(path, f"{counted} WHERE article = '{article}'") == [(1, 0, 0, 0)]
        describe(store, article, removed=False)
    assert rows(path, "SELECT * FROM outlined_quotes ORDER BY quote") == before
    assert list(check(path)) == []


def test_an_act_that_fails_leaves_the_outline_as_it_was(path: Path) -> None:
    before = rows(path, "SELECT * FROM outlined_articles")
    with open_store(path) as store, pytest.raises(RuntimeError), store.act("a", "b", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, invented.article().id, ArticleRuling("Other", date(2026, 1, 1)), None)
        raise RuntimeError
    assert (rows(path, "SELECT * FROM outlined_articles"), rows(path, "SELECT * FROM outdated")) == (before, [])


def test_the_past_is_derived_as_it_is_read(path: Path) -> None:
    with open_store(path) as store:
        quote = store.outlines.all()[0].id
        standing = store.standing.quote(quote)
        assert standing is not None
        with store.act("rulings", "later", "Ana Ruz", invented.now()) as act:
            ruling = replace(standing.ruling, verdict=Verdict.CANNOT_VERIFY, note="Späté")
            store.decisions.add(act, Ruled(quote, ruling, standing.decision.id if standing.decision else None))
        ids = [row[0] for row in rows(path, "SELECT id FROM acts ORDER BY rowid")]
        with store.as_of(ids[-1]) as now, store.as_of(ids[-2]) as past:
            assert now.outlines.all() == store.outlines.all()
            assert past.outlines.all()[0].verdict is standing.verdict
            assert [past._connection.value(query) for query in DIFFERING.values()] == [0] * len(DIFFERING)
    assert rows(path, f"SELECT note_folded FROM outlined_quotes WHERE quote = '{quote}'") == [("spate",)]
