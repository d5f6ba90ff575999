"""What stands, written as a file whose ending says in which form."""

import json
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from quotereview.review.choosing import Choice, Extent
from quotereview.review.exporting import is_corpus, write_sheet
from quotereview.review.session import Session


def test_a_docbin_holds_the_articles_whole(session: Session, quotes: tuple[str, ...], tmp_path: Path) -> None:
    to = tmp_path / "all.spacy"
    write_sheet(session, to)
    docs = list(DocBin().from_disk(to).get_docs(spacy.blank("en").vocab))
    assert {doc.text for doc in docs} == {session.article(one.id).text for one in session.articles()}
    assert {span.id_ for doc in docs for span in doc.spans["quotes"]} == {one.id for one in session.outline()}


def test_tasks_are_only_of_chosen_quotes(session: Session, quotes: tuple[str, ...], tmp_path: Path) -> None:
    session.confirm(quotes[0])
    to = tmp_path / "verified.prodigy.jsonl"
    write_sheet(session, to, Choice(Extent.VERIFIED))
    [task] = [json.loads(line) for line in to.read_text(encoding="utf-8").splitlines()]
    assert (task["meta"]["quote"], task["answer"]) == (quotes[0], "accept")


def test_a_sheet_is_no_corpus() -> None:
    assert is_corpus(Path("Friday.SPACY"))
    assert not is_corpus(Path("friday.jsonld"))
