"""A whole sheet makes the store again: exported, imported and exported once more it is the same, byte by byte."""

import json
import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotereview import export
from quotereview.errors import KnownError
from quotereview.model import CheckState, Evidence, EvidenceKind, Label, Ledger, Passage, Quote, Verdict
from quotereview.review.checklist import checklist
from quotereview.review.importing import import_sheet
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, check, open_store, rebuild
from quotereview.store.migrations import HISTORY
from tests.old_databases import make
from tests.review import busy_editor, railway
from tests.store import invented
from tests.store.test_old_databases import unpacked

Record = dict[str, Any]


def export_whole(store: Store, to: Path) -> bytes:
    """The whole sheet of a store."""
    export.write_whole(Session(store, "Somebody").sheets.rows(), store.ledger(), to)
    return to.read_bytes()


def imported(sheet: Path) -> bytes:
    """What the store that a sheet was imported into gives, by the hand of somebody else."""
    made = sheet.with_name("imported.qrev")
    with open_store(made) as store:
        import_sheet(store, export.read_whole(sheet))
        again = export_whole(store, sheet.with_name("again.json"))
    assert list(check(made)) == []
    return again


def nested() -> Read:
    """An article in which somebody tells what somebody else said."""
    article = invented.article("minutes.txt", (("Ivo Brandt", "She told me ‘the pier is shut’ and left."),))
    found = invented.detection(article, (("Ivo Brandt", "She told me ‘the pier is shut’ and left."),))
    inner = invented.span(article, "the pier is shut")
    within = Quote(
        f"{inner.start}-{inner.end}",
        (Passage(inner, "the pier is shut"),),
        parent=found.quotes[0].key,
        speaker=invented.speaker("Lena Falk"),
    )
    return Read(article, replace(found, quotes=(*found.quotes, within)))


@pytest.fixture
def story(store: Store) -> Session:
    """A story of several outlets, scripts and editors, with a ruling of every kind."""
    session = Session(store, "Ana Ruz", invented.Clock())
    for read in (*railway.TOLD, nested()):
        session.keep(read)
    first, second, third = (quote.id for quote in session.quotes(railway.WIRE.article.id))
    session.set_note(first, "=“as I heard it”\n– über die Brücke")
    session.proof.check(first, checklist(["words", "date"], ()).with_state(0, CheckState.RIGHT))
    session.proof.add_evidence(first, Evidence(EvidenceKind.TRANSCRIPT, "talks", "14:05", words="نعم"))
    session.confirm(first)
    session.rule(second, Verdict.DISPUTED)
    session.proof.explain(second, "the minutes have another figure")
    session.switch_editor("Ben Öde")
    session.rule(third, Verdict.CANNOT_VERIFY)
    gulf = [quote.id for quote in session.quotes(railway.GULF.article.id)]
    session.reject(gulf[2])
    session.set_speaker(gulf[0], "Goran Sulic")
    session.set_source(gulf[0], "Pacific Wire")
    session.confirm(gulf[0])
    [match] = [one for one in session.crosscheck.partners(first) if one.there.quote == gulf[0]]
    session.match_rulings.rule(first, gulf[0], Label.SAME, "both were there")
    for conflict in match.conflicts:
        session.match_rulings.settle(first, gulf[0], conflict, "the recording says so")
    session.people.same("Anto Belic", "Irena Kolt")
    session.describe([railway.LEAFLET.article.id], "The Leaflet")
    session.remove([railway.CHINESE.article.id])
    session.undo()
    return session


def test_a_story_comes_back_byte_by_byte(story: Session, store: Store, tmp_path: Path) -> None:
    written = export_whole(store, tmp_path / "story.json")
    told = json.loads(written)["quotes"]
    assert {quote["verdict"]["verdict"] for quote in told} == set(Verdict)
    assert any(one["settled"] for quote in told for one in quote["conflicts"])
    assert any(not one["settled"] for quote in told for one in quote["conflicts"])
    assert all(any(quote[part] for quote in told) for part in ("group", "story", "source", "checks", "evidence"))
    assert any(quote["words"]["parent"] for quote in told)
    assert imported(tmp_path / "story.json") == written


def test_a_row_in_every_table_comes_back(tmp_path: Path) -> None:
    make.make(tmp_path / "full.qrev")
    with open_store(tmp_path / "full.qrev") as store:
        assert {row["table"] for row in store.ledger().rows} == set(HISTORY)
        written, dumped = export_whole(store, tmp_path / "full.json"), list(store.dump())
    assert imported(tmp_path / "full.json") == written
    with open_store(tmp_path / "imported.qrev") as store:
        assert list(store.dump()) == dumped


@pytest.mark.parametrize("seed", range(4))
def test_whatever_an_editor_did_comes_back(store: Store, tmp_path: Path, seed: int) -> None:
    dice, session = random.Random(seed), Session(store, "Ana Ruz", invented.Clock())
    for number in range(3):
        busy_editor.load(session, f"{seed}-{number}.txt")
        for _ in range(12):
            busy_editor.do(session, dice)
    assert imported_of(store, tmp_path / "busy.json") == (tmp_path / "busy.json").read_bytes()


def imported_of(store: Store, to: Path) -> bytes:
    """What an imported sheet of a store gives."""
    export_whole(store, to)
    return imported(to)


def test_an_empty_store_comes_back(store: Store, tmp_path: Path) -> None:
    assert imported_of(store, tmp_path / "empty.json") == (tmp_path / "empty.json").read_bytes()


def test_importing_again_changes_nothing_and_later_rulings_stay(story: Session, store: Store, tmp_path: Path) -> None:
    export_whole(store, tmp_path / "story.json")
    given = export.read_whole(tmp_path / "story.json")
    story.confirm(next(iter(story.open_quotes())))
    before = store.seal()
    came = import_sheet(store, given)
    assert (came.articles, came.quotes, came.rulings, store.seal()) == (0, 0, 0, before)


@pytest.mark.parametrize("name", ["form_05", "form_17"])
def test_a_ledger_of_an_older_form_is_brought_to_the_newest(tmp_path: Path, name: str) -> None:
    old = unpacked(name, tmp_path)
    rebuild(as_ledger(old), tmp_path / "made.qrev", "old.json")
    with open_store(tmp_path / "made.qrev") as made, open_store(old) as store:
        assert list(made.dump()) == list(store.dump())


def as_ledger(path: Path) -> Ledger:
    """What a program of that time would have written of an old store."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        there = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables = [name for name in HISTORY if name in there]
        rows = [{"table": name, **dict(row)} for name in tables for row in file.execute(f"SELECT * FROM {name}")]
        [form] = file.execute("PRAGMA user_version").fetchone()
    with open_store(path) as store:
        return Ledger(form, store.seal(), tuple(rows))


# What is wrong


def spoilt(story: Session, tmp_path: Path, spoil: Callable[[Record], object]) -> Path:
    """The whole sheet of the story after somebody changed it."""
    sheet = tmp_path / "story.json"
    export.write_whole(story.sheets.rows(), story._store.ledger(), sheet)
    whole = json.loads(sheet.read_text(encoding="utf-8"))
    spoil(whole)
    sheet.write_text(json.dumps(whole), encoding="utf-8")
    return sheet


def first_row(whole: Record, table: str) -> Record:
    return next(row for row in whole["store"]["rows"] if row["table"] == table)


def passage(whole: Record) -> Record:
    found: Record = whole["quotes"][0]["words"]["passages"][0]
    return found


SPOILT: Mapping[str, tuple[Callable[[Record], object], str]] = {
    "another form": (lambda whole: whole.update(form="else"), "is no sheet of quotes in JSON"),
    "newer sheet": (lambda whole: whole.update(version=9), "is a sheet of version 9 of its form"),
    "no store": (lambda whole: whole.pop("store"), "write it by `export --whole`"),
    "no rows": (lambda whole: whole["store"].pop("rows"), "something in it has another form"),
    "verdict": (lambda whole: whole["quotes"][0]["verdict"].update(verdict="perhaps"), "“perhaps”, which there is not"),
    "beyond": (lambda whole: passage(whole).update(end=9_999), "has no words"),
    "negative": (lambda whole: passage(whole).update(start=-3), "has no words"),
    "words": (lambda whole: passage(whole).update(words="We never said so"), "has other words than those that stand"),
    "place": (lambda whole: passage(whole).update(start="4"), "something in it has another form"),
    "stranger": (lambda whole: whole["quotes"][0].update(id="q9"), "is of an article that is not in it"),
    "speaker": (lambda whole: whole["quotes"][0]["speaker"].update(name="Nobody"), "namely its speaker"),
    "fewer quotes": (lambda whole: whole["quotes"].pop(), "whether it is asked about"),
    "newer store": (lambda whole: whole["store"].update(form=999), "newer version of this program"),
    "table": (lambda whole: first_row(whole, "acts").update(table="acts; DROP TABLE acts"), "no store allows"),
    "column": (lambda whole: first_row(whole, "acts").update(more="1"), "no store allows"),
    "value": (lambda whole: first_row(whole, "acts").update(label=[1]), "something in it has another form"),
    "bytes": (lambda whole: first_row(whole, "articles").update(original={"base64": "?"}), "another form"),
    "number": (lambda whole: first_row(whole, "passages").update(number=2**70), "no store allows."),
    "twice": (lambda whole: whole["store"]["rows"].append(first_row(whole, "acts")), "no store allows."),
    "a ruling gone": (
        lambda whole: whole["store"]["rows"].remove(first_row(whole, "match_decisions")),
        "is not as it was written",
    ),
    "a ruling changed": (
        lambda whole: first_row(whole, "decisions").update(editor="Mara Voss"),
        "its hash does not fit",
    ),
    "a text changed": (
        lambda whole: first_row(whole, "articles").update(original={"base64": "AAAA"}),
        "is not the file that was loaded",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), SPOILT.values(), ids=SPOILT.keys())
def test_what_was_changed_is_refused_in_a_sentence(
    story: Session, tmp_path: Path, spoil: Callable[[Record], object], told: str
) -> None:
    sheet = spoilt(story, tmp_path, spoil)
    with open_store(tmp_path / "new.qrev") as store:
        with pytest.raises(KnownError) as fault:
            import_sheet(store, export.read_whole(sheet))
        assert list(store.dump()) == []
    assert told in str(fault.value)
    assert "story.json" in str(fault.value)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"form": 1}'])
def test_what_is_no_sheet_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.json").write_bytes(content)
    with pytest.raises(KnownError, match="is no sheet of quotes in JSON"):
        export.read_whole(tmp_path / "s.json")


def test_only_json_holds_a_store(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"end its name with .json"):
        export.write_whole((), store.ledger(), tmp_path / "s.csv")


def test_an_article_that_was_purged_here_does_not_come_back(story: Session, store: Store, tmp_path: Path) -> None:
    export_whole(store, tmp_path / "story.json")
    store.purge(railway.LEAFLET.article.id, tmp_path / "purged.qrev", "Ana Ruz", invented.now())
    with open_store(tmp_path / "purged.qrev") as purged, pytest.raises(KnownError, match="was purged"):
        import_sheet(purged, export.read_whole(tmp_path / "story.json"))
