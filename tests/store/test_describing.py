"""What an article says of itself is kept with where it says so, and told apart from what an editor ruled."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from quotereview.model import Article, ArticleRuling, Described, Field, Span, Stretch, Zone
from quotereview.store import check, open_store
from quotereview.store.articles import RULED
from quotereview.store.describing import READ_EARLIER
from tests.store import invented
from tests.store.test_old_databases import unpacked

SAID = (
    Described(Field.OUTLET, "Coast Mail", "meta property og:site_name"),
    Described(Field.HEADLINE, "Headline of ferry.txt", "first heading", Span(0, 21)),
    Described(Field.PUBLISHED, "2026-03-02T09:00:00+01:00", "schema.org datePublished"),
)
FERRY: Article = replace(invented.article(), described=SAID, zones=(Stretch(Span(0, 21), Zone.HEADLINE),))


def keep(path: Path, article: Article) -> Path:
    """A store that holds an article."""
    with open_store(path) as store, store.act("rulings on quotes", "load", "Ana Ruz", invented.now()) as act:
        store.articles.add(act, article)
    return path


def test_what_is_said_and_where_and_the_zones_come_back(tmp_path: Path) -> None:
    with open_store(keep(tmp_path / "one.qrev", FERRY)) as store:
        assert store.articles.get(FERRY.id) == FERRY
    assert list(check(tmp_path / "one.qrev")) == []


def test_what_an_editor_ruled_comes_from_the_editor(tmp_path: Path) -> None:
    path = keep(tmp_path / "one.qrev", FERRY)
    with open_store(path) as store:
        standing = store.articles.standing(FERRY.id)
        assert standing
        with store.act("rulings on quotes", "describe", "Ana Ruz", invented.now()) as act:
            store.articles.rule(act, FERRY.id, ArticleRuling(None, date(2026, 3, 1)), standing.decision)
        now = store.articles.get(FERRY.id)
    assert now and now.described == (SAID[1], Described(Field.PUBLISHED, "2026-03-01", RULED))
    assert (now.outlet, now.published) == (None, date(2026, 3, 1))


def test_of_an_article_of_an_earlier_version_its_columns_are_told(tmp_path: Path) -> None:
    path = unpacked("form_17", tmp_path)
    with open_store(path) as store:
        described = [one for id in store.articles.loaded() for one in store.articles.get(id).described]
    assert {one.origin for one in described} == {READ_EARLIER, RULED}
    assert {Field.OUTLET, Field.HEADLINE} <= {one.field for one in described}


def test_a_store_that_read_less_of_the_same_file_can_be_merged(tmp_path: Path) -> None:
    less = keep(tmp_path / "less.qrev", replace(FERRY, described=(), zones=()))
    more = keep(tmp_path / "more.qrev", FERRY)
    with open_store(less) as store:
        store.merge(more)
    assert list(check(less)) == []
