"""Which articles begin alike: kept as they come in, told by `check` where it is not so, derived anew by `recover`."""

from pathlib import Path

import pytest

from quotereview.store import Store, check, open_store, recover
from tests.review.conftest import session, store
from tests.review.test_stories import DIVERS, SHIP, article, desk
from tests.store import invented
from tests.store.test_checking import meddle

__all__ = ["desk", "session", "store"]  # fixtures of the room above

pytestmark = pytest.mark.usefixtures("desk")


def test_an_article_is_held_against_those_that_came_before(store: Store) -> None:
    [(later, earlier, likeness)] = store.topics.alike()
    assert (later, earlier, store.topics.number()) == (DIVERS.id, SHIP.id, 3)
    assert 0.16 < likeness < 0.9


def test_by_words_that_most_articles_have_none_is_found(store: Store) -> None:
    loaded = [article(f"n{number}", f"The Brinja, {'x' * number}, Lofthavn") for number in range(3, 43)]
    with store.act("articles", "load", "Ana Ruz", invented.now()) as act:
        for one in loaded:
            store.articles.add(act, one)
    found = {later for later, _, _ in store.topics.alike()}
    assert loaded[1].id in found
    assert loaded[-1].id not in found


@pytest.mark.parametrize("table", ["topics", "topic_words"])
def test_a_check_tells_words_that_are_not_those_of_the_articles(store: Store, table: str, tmp_path: Path) -> None:
    before = store.topics.alike()
    store.close()
    meddle(store.path, f"DELETE FROM {table} WHERE rowid = 1" if table == "topics" else f"DELETE FROM {table}")
    assert [sentence for sentence in check(store.path) if "of which event" in sentence]
    recover(store.path, tmp_path / "whole.qrev")
    with open_store(tmp_path / "whole.qrev") as whole:
        assert whole.topics.alike() == before
    assert list(check(tmp_path / "whole.qrev")) == []
