"""What stands, written as a file whose ending says in which form."""

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin

from quotereview.errors import Unwritable
from quotereview.review import sheet_rows
from quotereview.review.choosing import Extent, Scope
from quotereview.review.exporting import write_sheet
from quotereview.review.session import Session
from quotereview.store import open_store


def test_a_docbin_holds_the_articles_whole(session: Session, quotes: tuple[str, ...], tmp_path: Path) -> None:
    to = tmp_path / "All.SPACY"
    assert write_sheet(session, to) == (len(session.outline()), "")
    docs = list(DocBin().from_disk(to).get_docs(spacy.blank("en").vocab))
    assert {doc.text for doc in docs} == {session.article(one.id).text for one in session.articles()}
    assert {span.id_ for doc in docs for span in doc.spans["quotes"]} == {one.id for one in session.outline()}


def test_tasks_are_only_of_chosen_quotes(session: Session, quotes: tuple[str, ...], tmp_path: Path) -> None:
    session.confirm(quotes[0])
    to = tmp_path / "verified.prodigy.jsonl"
    write_sheet(session, to, Scope(Extent.VERIFIED))
    [task] = [json.loads(line) for line in to.read_text(encoding="utf-8").splitlines()]
    assert (task["meta"]["quote"], task["answer"]) == (quotes[0], "accept")


def test_an_unknown_ending_is_told_with_all_that_can_be_written(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"end its name with \.xlsx, .*\.csv, .*\.spacy or \.prodigy\.jsonl\.$"):
        write_sheet(session, tmp_path / "friday.doc")


def test_rows_and_seal_are_of_one_moment(
    session: Session, quotes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_rows = sheet_rows.rows

    def ruled_meanwhile(*given: Any) -> Any:
        with open_store(session.store_path) as store:
            Session(store, "Ben Ode").confirm(quotes[0])
        return make_rows(*given)

    before = session._store.seal()
    monkeypatch.setattr(sheet_rows, "rows", ruled_meanwhile)
    rows, imprint = session.sheets.now()
    assert (rows[0].editor, imprint.seal) == (None, before)
    assert session._store.seal() != before


def test_what_is_ruled_before_that_moment_begins_is_compared_first(
    session: Session, quotes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.sheets.rows()
    session.reject(quotes[0])
    session.reopen(quotes[0])
    compare, times = session.crosscheck.go_on, iter((iter(()),))
    monkeypatch.setattr(session.crosscheck, "go_on", lambda: next(times, None) or compare())
    assert session.crosscheck.waiting()
    assert len(session.sheets.rows()) == len(session.outline())
    assert not session.crosscheck.waiting()
