"""What is kept when a newer edition takes the place of an older one, and when an editor says what a ruling meant."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from quotereview.model import (
    RIGHT,
    ArticleRuling,
    Decision,
    Detection,
    EditionRuling,
    MatchRuling,
    Ruling,
    SetAside,
    StandingArticle,
    StandingQuote,
    TakenOver,
    Verdict,
)
from quotereview.review import by_hand, rulings
from quotereview.review.reanchoring import Compared, ruled_on
from quotereview.store import Act, Ruled, Store

Upon = tuple[str | None, str | None]
"""Upon what is ruled: the decision that stood before, and the proposal, by their ids."""

TOLD = ("ruled in the edition of", "ruled in an older edition")
"""By which one sees that a ruling was taken over."""


@dataclass(frozen=True, slots=True)
class Places:
    """Two editions that stand on the desk, and what is to stand of the newer one as a whole."""

    article: StandingArticle
    older: StandingArticle
    whole: ArticleRuling


def take_over(store: Store, act: Act, places: Places, kept: tuple[Compared, ...], asked: tuple[Compared, ...]) -> None:
    """Add to an act all that makes an article the newer edition of another."""
    article, older = places.article, places.older
    added = _add(store, act, places, kept)
    ruled = [_ruled(one, older.ruling.published, added) for one in kept]
    store.decisions.add(act, *(one for one in ruled if one is not None))
    store.articles.rule(act, older.id, replace(older.ruling, removed=True), older.decision)
    if places.whole != article.ruling:
        store.articles.rule(act, article.id, places.whole, article.decision)
    aside = tuple(SetAside(_decision(one).id, one.why) for one in asked)
    editions = EditionRuling(True, tuple(map(_taken, kept)), aside)
    newest = store.editions.newest(article.id, older.id)
    store.editions.rule(act, article.id, older.id, editions, newest.id if newest else None)


def matches_of(store: Store, quote: str) -> dict[str, MatchRuling]:
    """What editors ruled of a quote and other ones, as told from the first, by the ids of these."""
    newest = {one.pair: one for one in store.match_rulings.told(quote)}.values()
    from_it = {one.other: one.ruling for one in newest if one.quote == quote}
    from_others = {one.quote: one.ruling.turned() for one in newest if one.other == quote}
    return {other: ruling for other, ruling in (from_it | from_others).items() if ruling.label or ruling.settled}


def take_matches_over(store: Store, act: Act, same: Mapping[str, str]) -> None:
    """Add to an act that what was ruled on the matches of quotes holds for those (ids) of the newer edition.

    Nothing where somebody ruled on that match already, or where both quotes would be in one article.
    """
    found = [
        (newer, other, ruling) for older, newer in same.items() for other, ruling in matches_of(store, older).items()
    ]
    articles = store.proposals.articles([quote for newer, other, _ in found for quote in (newer, other)])
    for newer, other, ruling in found:
        newest = store.match_rulings.newest(newer, other)
        ruled = newest is not None and (newest.ruling.label or newest.ruling.settled)
        if not ruled and articles[newer] != articles[other]:
            follows = newest.id if newest else None
            store.match_rulings.rule(act, newer, other, replace(ruling, overrules=()), follows)


def applied(former: Decision, standing: StandingQuote, published: date | None) -> Ruling:
    """A ruling on the older edition as an editor rules it of a quote of the newer: its own words, the values of that.

    What was checked was checked of the older words, and is left behind.
    """
    old, speaker, source = former.ruling, former.ruling.speaker, former.ruling.source
    known = rulings.known_speaker(standing, speaker.name) if speaker else None
    bare = speaker and speaker.unplaced
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


def _add(store: Store, act: Act, places: Places, kept: tuple[Compared, ...]) -> dict[str, Upon]:
    """Add quotes that are in the newer edition only because an editor added them to the older one, by their ids."""
    added: dict[str, Upon] = {}
    made_by = store.proposals.made_by(places.older.id)
    for one in kept:
        if one.older and one.newer and by_hand.stands_nowhere(one.newer):
            quote = one.newer.proposal
            detection = Detection((quote,), (), (), *made_by[one.older.id])
            former = store.decisions.newest(one.newer.id)  # it was there, and withdrawn, if that was undone once
            id, proposal = store.proposals.add_by_hand(act, places.article.id, detection, quote)
            added[id] = (former.id if former else None, proposal)
    return added


def _ruled(kept: Compared, published: date | None, added: Mapping[str, Upon]) -> Ruled | None:
    """What is to be ruled of a quote of the newer edition; nothing where it was ruled alike already."""
    newer, former = kept.newer, _decision(kept)
    if newer is None or kept.ruling is None or ruled_on(newer):
        return None
    ruling = replace(kept.ruling, reason=told(former.ruling, former.editor, published))
    follows, proposal = added.get(newer.id, (newer.decision.id if newer.decision else None, None))
    return Ruled(newer.id, ruling, follows, proposal)


def _taken(kept: Compared) -> TakenOver:
    return TakenOver(_decision(kept).id, kept.newer.id if kept.newer else None)


def _decision(ruled: Compared) -> Decision:
    if ruled.older is None or ruled.older.decision is None:
        raise ValueError("only what was ruled on is taken over")
    return ruled.older.decision
