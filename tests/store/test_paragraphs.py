"""Paragraphs of all articles are found by their words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from quotereview.model import Detection
from quotereview.store import Store, open_store
from quotereview.store.migrations import APPLICATION_ID, migrations
from tests.store import invented

PARAGRAPHS = (
    "Señora Ángela Müller said: “The ferry’s old crane will not be repaired.”",
    "Nobody — not even the harbour master — was asked.",
    "北京大学的李教授说：“我们不会放弃。”",
    "قالت الوزيرة إنّ المَرفأ سيُفتح غدًا.",
    "Łukasz Ødegård repaired the crane in 2026.",
    "…",
)
TEXT = "\n".join(PARAGRAPHS)
NOTHING = Detection((), (), (), "none 1", "none 1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quotes.qrev") as opened:
        keep(opened, "port.txt", TEXT)
        yield opened


def keep(store: Store, name: str, text: str) -> str:
    article = replace(invented.article(name), text=text)
    with store.act("articles", "load", "Ana Ruz", invented.now()) as act:
        store.articles.add(act, article)
        store.proposals.add(act, article.id, NOTHING)
    return article.id


def found(store: Store, words: str) -> list[str]:
    return [span.of(store.articles.text(article)).rstrip("\n") for article, span in store.paragraphs.holding(words, 9)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("angela muller", [0]),
        ("MÜLLER", [0]),
        ("crane rep", [4, 0]),
        ("rep crane", []),
        ("ferry's", [0]),
        ("ferry’s old", [0]),
        ("lukasz odegard", [4]),
        ("大学", [2]),
        ("京学", []),
        ("不会 李", [2]),
        ("المرفأ", [3]),
        ("202", [4]),
        ("2027", []),
        ('crane" OR "harbour', []),
        ("NOT crane*", [0]),
        ("…", []),
        ("  ", []),
    ],
)
def test_all_words_have_to_be_there_the_last_may_go_on(store: Store, words: str, expected: list[int]) -> None:
    assert found(store, words) == [PARAGRAPHS[number] for number in expected]


def test_what_was_loaded_last_comes_first_and_what_was_removed_not_at_all(store: Store) -> None:
    later = keep(store, "later.txt", "The crane again.")
    assert found(store, "crane")[0] == "The crane again."
    standing = store.articles.standing(later)
    assert standing
    with store.act("articles", "remove", "Ana Ruz", invented.now()) as act:
        store.articles.rule(act, later, replace(standing.ruling, removed=True), standing.decision)
    assert found(store, "crane again") == []


def test_articles_of_an_older_store_are_found_too(tmp_path: Path) -> None:
    path = tmp_path / "old.qrev"
    with closing(sqlite3.connect(path)) as old:
        migrations.apply(Database(old), stop_before="m004_words_of_paragraphs")
        old.execute("INSERT INTO acts (id, label, editor, done_at, program) VALUES ('x', 'load', 'Ana', '', '0')")
        old.execute(
            """INSERT INTO articles (id, name, original, sha256, text, encoding, act)
            VALUES ('a', 'a.txt', x'', ?, ?, 'utf-8', 'x')""",
            ("0" * 64, TEXT),
        )
        old.execute(
            """INSERT INTO article_decisions (id, article, revision, removed, editor, decided_at, hash, act)
            VALUES ('d', 'a', 1, 0, 'Ana', '', ?, 'x')""",
            ("0" * 64,),
        )
        old.commit()
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 3")
    with open_store(path) as store:
        assert found(store, "harbour master") == [PARAGRAPHS[1]]
