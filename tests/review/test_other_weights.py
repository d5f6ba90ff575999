"""All samples detected again by other weights: no value of an editor's is changed."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from quotereview import paths
from quotereview import store as store_room
from quotereview.detection import Detector, hearing, ranker, trained
from quotereview.errors import NotPossible
from quotereview.model import Decision, Ruling, SourceKind, SpeakerType, Verdict, article_id
from quotereview.review.ingest import Read, detect_again, read_and_detect
from quotereview.review.otherwise import Otherwise, Sort
from quotereview.review.session import Session
from quotereview.store import Store
from tests.store import invented


@contextmanager
def other_weights(program: Path) -> Iterator[None]:
    """The detector's weights are others, some of them turned round."""
    dice = random.Random(7)
    shutil.copytree(paths.resource(), program / "resources")
    for file in (ranker.FILE, hearing.FILE):
        written = program / "resources" / "weights" / file
        held = json.loads(written.read_text(encoding="utf-8"))
        held["features"] = {name: dice.uniform(-2, 1) * weight for name, weight in held["features"].items()}
        written.write_text(json.dumps(held), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "PACKAGE", program)
        _forget_weights()
        yield
    _forget_weights()


def _forget_weights() -> None:
    for cached in (trained.features, ranker.shipped, hearing.shipped):
        cached.cache_clear()


def review(session: Session, dice: random.Random) -> None:
    """Rule on every quote, one way or another; add some words, shape some, settle marks, close articles."""
    verbs: list[Callable[[str], object]] = [
        session.confirm,
        session.confirm,
        session.reject,
        lambda quote: session.pick(quote, 2),
        lambda quote: session.set_speaker(quote, "Mara Voss"),
        lambda quote: session.set_speaker(quote, ""),
        lambda quote: session.set_source(quote, "Radio Sund", SourceKind.BROADCASTER),
        lambda quote: session.set_note(quote, "call back"),
        lambda quote: session.rule(quote, Verdict.CANNOT_VERIFY),
        lambda quote: session.set_speaker(quote, "Harbour Office", SpeakerType.ORGANISATION),
    ]
    for quote in session.outline():
        if quote.asked:
            try:
                dice.choice(verbs)(quote.id)
            except NotPossible:  # nobody is named, or there is no second candidate
                session.rule(quote.id, Verdict.DISPUTED)


def ruled(session: Session, store: Store) -> tuple[dict[str, tuple[Decision, ...]], dict[str, Ruling]]:
    """All decisions on quotes, and what stands of each that was decided."""
    quotes = [quote.id for quote in session.outline()]
    decisions = {quote: store.decisions.of(quote) for quote in quotes}
    return decisions, {quote: session.quote(quote).ruling for quote in quotes if decisions[quote]}


def test_no_value_of_an_editors_is_changed_by_other_weights(store: Store, detector: Detector, tmp_path: Path) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    for outcome in read_and_detect([paths.resource("samples")], lambda: detector):
        assert isinstance(outcome, Read)
        session.keep(outcome)
    session.keep(_printed_elsewhere(session, detector))
    review(session, random.Random(5))
    decisions, values = ruled(session, store)
    assert len(values) >= 200
    otherwise: list[Otherwise] = []
    with other_weights(tmp_path / "program"):
        for summary in session.articles():
            article = session.article(summary.id)
            outcome = detect_again(article, session.again.marking(article.id), lambda: detector)
            assert isinstance(outcome, Read)
            session.again.keep(article.id, outcome.detection)
            otherwise += session.again.differences(article.id)
    assert sum(one.sort is Sort.RULED for one in otherwise) > 20
    after = ruled(session, store)
    assert {quote: after[0][quote] for quote in decisions} == decisions
    assert {quote: after[1][quote] for quote in values} == values
    assert list(store_room.check(store.path)) == []


def _printed_elsewhere(session: Session, detector: Detector) -> Read:
    """The first article once more, under another name."""
    kept = session.article(session.articles()[0].id)
    name = "elsewhere.txt"
    again = replace(kept, id=article_id(name, kept.original), name=name)
    return Read(again, detector.detect(again.text, outlet=again.outlet))
