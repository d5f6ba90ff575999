"""The sample articles that newcomers try things on, and what is found in them, against what we read in them."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from quotereview import matching, paths
from quotereview.detection import Detector
from quotereview.export.jsonl import record
from quotereview.model import Article, Wording
from quotereview.reading import find_files, read
from quotereview.wording.words import folded
from tests.export.golden import EXPECTED
from tests.matching.held import Held

Record = dict[str, Any]

FOUND_AT_LEAST = 0.97
SPEAKERS_AT_LEAST = {"wires": 0.91, "world": 0.94, "wrangle": 0.99}
SOURCES_AT_LEAST = {"wires": 0.99, "world": 0.82, "wrangle": 0.99}
UNREAD = ("al-marfa-school", "haiwan-morning-ferry")
"""In languages without a model: their quotes are found, and nobody is named."""


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, Article]]:
    """The articles of each file, by name."""
    return {
        path.stem: {item.name: item for item in read(path) if isinstance(item, Article)}
        for path in find_files([paths.resource("samples")])
        if isinstance(path, Path)
    }


@pytest.fixture(scope="module")
def articles(files: dict[str, dict[str, Article]]) -> dict[str, Article]:
    return {name: article for of_file in files.values() for name, article in of_file.items()}


@pytest.fixture(scope="module")
def expected() -> list[Record]:
    return [json.loads(line) for line in (EXPECTED / "samples.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def pairs(
    articles: dict[str, Article], expected: list[Record], detector: Detector
) -> list[tuple[Record, Record | None]]:
    """Each passage that we read as speech outside teasers, with what is found at its place."""
    found = {
        (name, item["start"]): item
        for name, article in articles.items()
        for item in record(name, detector.detect(article.text, outlet=article.outlet))["quotes"]
    }
    asked = [passage for passage in expected if passage["kind"] == "speech" and passage["zone"] != "teaser"]
    return [(passage, found.get((passage["doc"], passage["start"]))) for passage in asked]


def test_three_outlets_tell_two_stories_five_another_and_twelve_one_each(files: dict[str, dict[str, Article]]) -> None:
    outlets = {file: {article.outlet for article in articles.values()} for file, articles in files.items()}
    assert {file: len(articles) for file, articles in files.items()} == {"wires": 8, "world": 12, "wrangle": 5}
    assert {file: len(names) for file, names in outlets.items()} == {"wires": 3, "world": 12, "wrangle": 5}
    assert all(one.published and one.headline for articles in files.values() for one in articles.values())


def test_what_we_expect_stands_in_the_articles(articles: dict[str, Article], expected: list[Record]) -> None:
    assert {passage["doc"] for passage in expected} == set(articles)
    for passage in expected:
        text = articles[passage["doc"]].text
        assert text[passage["start"] : passage["end"]] == passage["text"]
        source = (passage["source"] or "").casefold()
        assert source in text.casefold() or source == "bbc radio"


def test_every_passage_is_found(pairs: list[tuple[Record, Record | None]]) -> None:
    assert share(item is not None for _, item in pairs) >= FOUND_AT_LEAST


@pytest.mark.parametrize("file", SPEAKERS_AT_LEAST)
def test_speakers_are_those_we_read(
    file: str, files: dict[str, dict[str, Article]], pairs: list[tuple[Record, Record | None]]
) -> None:
    right = [
        name_of(item, "speaker") in (folded(str(name)) for name in (passage["speaker"], *passage["also_ok"]))
        for passage, item in pairs
        if passage["doc"] in files[file] and passage["doc"] not in UNREAD
    ]
    assert share(right) >= SPEAKERS_AT_LEAST[file]


@pytest.mark.parametrize("file", SOURCES_AT_LEAST)
def test_sources_are_those_we_read(
    file: str, files: dict[str, dict[str, Article]], pairs: list[tuple[Record, Record | None]]
) -> None:
    right = [
        set(name_of(item, "source")) & set(folded(passage["source"]))
        for passage, item in pairs
        if passage["source"] and None not in passage["source_also"]
        if passage["doc"] in files[file] and passage["doc"] not in UNREAD
    ]
    assert share(map(bool, right)) >= SOURCES_AT_LEAST[file]


def test_the_stories_hold_quotes_to_cross_check(articles: dict[str, Article], expected: list[Record]) -> None:
    groups = Held(wordings(articles, expected)).groups()
    assert sum(len(matching.outlets(group.wordings)) > 1 for group in groups) >= 8
    fields = {conflict.field for group in groups for match in group.matches for conflict in match.conflicts}
    assert fields >= {"speaker", "source"}


def test_one_story_is_told_by_five_outlets_each_in_its_own_way(
    articles: dict[str, Article], expected: list[Record]
) -> None:
    groups = Held(wordings(articles, expected)).groups()
    widest = max(groups, key=lambda group: len(matching.outlets(group.wordings)))
    assert len(matching.outlets(widest.wordings)) == 5
    fields = {conflict.field for match in widest.matches for conflict in match.conflicts}
    assert fields >= {"speaker", "source", "number", "hedge", "words"}


def wordings(articles: dict[str, Article], expected: list[Record]) -> list[Wording]:
    quotes: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for passage in expected:
        if passage["kind"] == "speech" and passage["zone"] == "body":
            quotes[passage["doc"], passage["quote"]].append(passage)
    return [
        Wording(
            quote=f"{doc} {quote}",
            article=doc,
            title=doc,
            outlet=articles[doc].outlet,
            published=articles[doc].published,
            words=" […] ".join(passage["text"] for passage in passages),
            speaker=passages[0]["speaker"],
            source=passages[0]["source"],
        )
        for (doc, quote), passages in quotes.items()
    ]


def name_of(item: Record | None, field: str) -> tuple[str, ...]:
    return folded(((item or {}).get(field) or {}).get("name") or "")


def share(holds: Any) -> float:
    seen = list(holds)
    return sum(seen) / len(seen)
