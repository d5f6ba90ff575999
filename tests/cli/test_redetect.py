"""Detecting the articles of a store again, as it is typed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from quotereview import detection, ledger
from quotereview.errors import ModelMissing
from quotereview.model import Detection, Span, Stretch
from quotereview.review.session import Session
from quotereview.store import open_store
from tests.cli.commands import run
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented


class Another:
    """A detector for which Una Holt said the second quote of everything, and which fails on some texts."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        if text in self.failing:
            raise RuntimeError("a bug")
        found = read(next(article for article in (FERRY, HARBOUR) if article.text == text)).detection
        first, second, *rest = found.quotes
        other = replace(second, speaker=invented.speaker("Una Holt"))
        return replace(found, quotes=(first, other, *rest), detector="rules 1.3.0")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of two articles; the second quote of the first one is confirmed."""
    path = tmp_path / "quotes.qrev"
    with open_store(path) as opened:
        session = Session(opened, "Ana Ruz", invented.Clock())
        session.keep(read(FERRY))
        session.keep(read(HARBOUR))
        session.confirm(session.quotes(FERRY.id)[1].id)
    return path


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> Another:
    detector = Another()
    monkeypatch.setattr(detection, "load", lambda: detector)
    return detector


def decided(store: Path) -> list[object]:
    with open_store(store) as opened:
        session = Session(opened, "Ana Ruz")
        return [(one.ruling, one.decision) for one in session.quotes(FERRY.id) if one.decided]


@pytest.mark.usefixtures("another")
def test_what_is_proposed_otherwise_is_printed_sort_by_sort(store: Path) -> None:
    before = decided(store)
    result = run("redetect", store)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.strip().partition(": ")[2] or line.strip() for line in lines] == [
        "1 quote proposed otherwise",
        "ruled on, and stays as it is:",
        "“Nobody told the crews about the strike.”",
        "Oskar Vint → Una Holt",
        "1 quote proposed otherwise",
        "open, and proposed otherwise:",
        "“Not one crane was checked.”",
        "Ivo Brandt → Una Holt",
        "2 articles detected again, 2 quotes proposed otherwise than it stands",
    ]
    assert decided(store) == before
    assert run("redetect", store).stdout == result.stdout
    assert run("check", store).exit_code == 0


@pytest.mark.usefixtures("another")
def test_one_article_alone_by_its_file_or_headline(store: Path) -> None:
    for called in (HARBOUR.name, HARBOUR.headline, HARBOUR.id):
        lines = run("redetect", store, "--article", called).stdout.splitlines()
        assert (lines[0], lines[-1][:9]) == ("Headline of harbour.txt: 1 quote proposed otherwise", "1 article")
    missing = run("redetect", store, "--article", "storm.txt")
    assert (missing.exit_code, "There is no article “storm.txt”" in missing.stderr) == (1, True)


@pytest.mark.usefixtures("another")
def test_as_json_there_is_an_object_for_each_quote(store: Path) -> None:
    first, second = (json.loads(line) for line in run("redetect", store, "--json").stdout.splitlines())
    assert {key: first[key] for key in ("sort", "article", "words", "verdict", "differences")} == {
        "sort": "ruled",
        "article": FERRY.id,
        "words": "Nobody told the crews about the strike.",
        "verdict": "confirmed",
        "differences": [{"field": "speaker", "before": "Oskar Vint", "after": "Una Holt"}],
    }
    assert (second["sort"], second["article"]) == ("changed", HARBOUR.id)


def test_an_article_on_which_detection_fails_costs_one_line_and_the_rest_goes_on(store: Path, another: Another) -> None:
    another.failing = (FERRY.text,)
    result = run("redetect", store)
    assert result.exit_code == 1
    assert result.stderr == "This program failed on ferry.txt, its log says where; the rest was read.\n"
    assert result.stdout.endswith("1 article detected again, 1 quote proposed otherwise than it stands\n")


def test_without_a_model_nothing_is_changed(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModelMissing("No English language model is installed.")

    monkeypatch.setattr(detection, "load", missing)
    result = run("redetect", store)
    assert (result.exit_code, result.stderr) == (1, "Error: No English language model is installed.\n")
    with open_store(store) as opened:
        assert opened.detections.repeated() == ()


@pytest.mark.usefixtures("another")
def test_a_store_that_another_program_writes_to_is_one_line(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "open_store", partial(open_store, patience=0.05))
    with open_store(store) as opened, opened.act("rulings on quotes", "a long one", "Ben Ode", invented.now()):
        result = run("redetect", store)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_the_detector_that_found_what_stands_finds_nothing_otherwise(tmp_path: Path, story: Path) -> None:
    store = tmp_path / "story.qrev"
    run("add", story, "--store", store)
    assert run("redetect", store).stdout == "1 article detected again, 0 quotes proposed otherwise than it stands\n"
    with open_store(store) as opened:
        assert opened.detections.repeated() == ()
