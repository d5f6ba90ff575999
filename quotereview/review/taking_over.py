"""What is kept when a newer edition takes the place of an older one, and when an editor says what a ruling meant."""

from dataclasses import dataclass, replace
from datetime import date

from quotereview.model import (
    RIGHT,
    ArticleRuling,
    Decision,
    EditionRuling,
    Ruling,
    SetAside,
    Settled,
    StandingArticle,
    StandingQuote,
    TakenOver,
    Verdict,
)
from quotereview.review import rulings
from quotereview.review.reanchoring import Compared, ruled_on
from quotereview.store import Act, Ruled, Store

TOLD = ("ruled in the edition of", "ruled in an older edition")
"""By which one sees that a ruling was taken over."""


@dataclass(frozen=True, slots=True)
class Places:
    """Two editions that stand on the desk.

    ``settled`` are the marks of the older one that an editor explained, where they stand in the newer one.
    """

    article: StandingArticle
    older: StandingArticle
    settled: tuple[Settled, ...]


def take_over(store: Store, act: Act, places: Places, kept: tuple[Compared, ...], asked: tuple[Compared, ...]) -> None:
    """Add to an act all that makes an article the newer edition of another."""
    article, older = places.article, places.older
    ruled = [_ruled(one, older.ruling.published) for one in kept]
    store.decisions.add(act, *(one for one in ruled if one is not None))
    store.articles.rule(act, older.id, replace(older.ruling, removed=True), older.decision)
    described = _described(article.ruling, older.ruling, places.settled)
    if described != article.ruling:
        store.articles.rule(act, article.id, described, article.decision)
    aside = tuple(SetAside(_decision(one).id, one.why) for one in asked)
    editions = EditionRuling(True, tuple(map(_taken, kept)), aside)
    newest = store.editions.newest(article.id, older.id)
    store.editions.rule(act, article.id, older.id, editions, newest.id if newest else None)


def applied(former: Decision, standing: StandingQuote, published: date | None) -> Ruling:
    """A ruling on the older edition as an editor rules it of a quote of the newer: its own words, the values of that.

    What was checked was checked of the older words, and is left behind.
    """
    old, speaker, source = former.ruling, former.ruling.speaker, former.ruling.source
    known = rulings.known_speaker(standing, speaker.name) if speaker else None
    bare = speaker and replace(speaker, mention=None, printed=None, resolved=None)
    ruling = replace(
        standing.ruling,
        verdict=old.verdict,
        speaker=rulings.named_speaker(known, speaker.name, speaker.type) if speaker and known else bare,
        source=rulings.named_source(standing, source.name, source.kind) if source else None,
        reason=told(old, former.editor, published),
        note=old.note or standing.ruling.note,
        evidence=old.evidence,
        unread=False,
    )
    return rulings.judged(ruling, standing.proposal) if old.verdict in RIGHT else ruling


def told(ruling: Ruling, editor: str, published: date | None) -> str:
    """The reason of a ruling that was taken over, which says who ruled first; once is enough."""
    if ruling.verdict is Verdict.OPEN or any(words in ruling.reason for words in TOLD):
        return ruling.reason
    where = f"{TOLD[0]} {published.isoformat()}" if published else TOLD[1]
    return f"{ruling.reason} · As {editor} {where}" if ruling.reason else f"As {editor} {where}"


def _ruled(kept: Compared, published: date | None) -> Ruled | None:
    """What is to be ruled of a quote of the newer edition; nothing where it was ruled alike already."""
    newer, former = kept.newer, _decision(kept)
    if newer is None or kept.ruling is None or ruled_on(newer):
        return None
    ruling = replace(kept.ruling, reason=told(former.ruling, former.editor, published))
    return Ruled(newer.id, ruling, newer.decision.id if newer.decision else None)


def _taken(kept: Compared) -> TakenOver:
    return TakenOver(_decision(kept).id, kept.newer.id if kept.newer else None)


def _decision(ruled: Compared) -> Decision:
    if ruled.older is None or ruled.older.decision is None:
        raise ValueError("only what was ruled on is taken over")
    return ruled.older.decision


def _described(article: ArticleRuling, older: ArticleRuling, settled: tuple[Settled, ...]) -> ArticleRuling:
    """What is ruled of the newer edition as a whole, with the outlet that it does not say, and the marks explained."""
    known = {one.place for one in article.settled}
    found = (*article.settled, *(one for one in settled if one.place not in known))
    return replace(
        article,
        outlet=article.outlet or older.outlet,
        settled=tuple(sorted(found, key=lambda one: (one.place.start, one.place.end))),
    )
