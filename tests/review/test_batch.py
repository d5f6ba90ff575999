"""A zip file of 500 mixed files, 40 of them bad: what can be read is kept whole, the rest is told."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

import pytest

from quotereview.model import Article
from quotereview.review.ingest import Read, Refused, count_files, read_and_detect
from quotereview.review.session import Session
from quotereview.store import check, open_store
from tests.reading.mixed import Mixed, mixed_zip
from tests.ui.story import MarksOnly


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    return mixed_zip(tmp_path_factory.mktemp("mixed") / "day.zip")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    """A file of each good format, and some bad ones among them."""
    return mixed_zip(tmp_path_factory.mktemp("few") / "day.zip", 16, 6)


def outcomes(mixed: Mixed) -> Iterator[Read | Refused]:
    return read_and_detect([mixed.path], MarksOnly)


def whole(session: Session, read: Read) -> bool:
    """Whether all that was read of an article is in the store: its bytes, its text, its quotes and their proposals."""
    kept: Article = session.article(read.article.id)
    found = tuple(quote.proposal for quote in session.quotes(read.article.id))
    return (kept.original, kept.text, found) == (read.article.original, read.article.text, read.detection.quotes)


def test_what_can_be_read_is_kept_whole_and_the_rest_is_told(mixed: Mixed, tmp_path: Path) -> None:
    read: list[Read] = []
    refused: dict[str, str] = {}
    with open_store(tmp_path / "day.qrev") as store:
        session = Session(store, "Ana Ruz")
        for one in outcomes(mixed):
            if isinstance(one, Refused):
                refused[str(Path(one.path).relative_to(mixed.path))] = one.why
            else:
                session.keep(one)
                read.append(one)
        assert len(session.articles()) == len(read) == 460
        assert all(whole(session, one) for one in read)
    assert list(check(tmp_path / "day.qrev")) == []
    assert len(refused) == 40
    for at, why in mixed.bad.items():
        (told,) = (said for path, said in refused.items() if path.startswith(at))
        assert why in told
        assert PurePosixPath(at).name in told


def test_each_file_of_a_zip_counts(mixed: Mixed) -> None:
    assert count_files([mixed.path, mixed.path.with_name("missing.zip")]) == 501


@pytest.mark.parametrize("kept", range(23))
def test_stopped_after_any_outcome_it_leaves_whole_articles(few: Mixed, tmp_path: Path, kept: int) -> None:
    """As stopping does: no further outcome is asked for."""
    read = [one for one in islice(outcomes(few), kept) if isinstance(one, Read)]
    with open_store(tmp_path / "day.qrev") as store:
        session = Session(store, "Ana Ruz")
        for one in read:
            session.keep(one)
    assert list(check(tmp_path / "day.qrev")) == []
    with open_store(tmp_path / "day.qrev") as store:
        session = Session(store, "Ana Ruz")
        assert [one.id for one in session.articles()] == [one.article.id for one in read]
        assert all(whole(session, one) for one in read)


@pytest.mark.parametrize("step", ["articles.add", "proposals.add"])
def test_an_article_that_fails_halfway_leaves_nothing(
    few: Mixed, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store fails within the third article, once after its text and once after its quotes."""
    first, second, third, *_ = (one for one in outcomes(few) if isinstance(one, Read))
    with open_store(tmp_path / "day.qrev") as store:
        session = Session(store, "Ana Ruz")
        for one in (first, second):
            session.keep(one)
        part, name = step.split(".")
        real = getattr(getattr(store, part), name)

        def fails(*args: object) -> None:
            real(*args)
            raise OSError("no room")

        monkeypatch.setattr(getattr(store, part), name, fails)
        with pytest.raises(OSError, match="no room"):
            session.keep(third)
    assert list(check(tmp_path / "day.qrev")) == []
    with open_store(tmp_path / "day.qrev") as store:
        session = Session(store, "Ana Ruz")
        assert [one.id for one in session.articles()] == [first.article.id, second.article.id]
        assert all(whole(session, one) for one in (first, second))
