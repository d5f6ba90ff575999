"""Which rulings on an older edition of an article wait for an editor: those set aside, and those that came later."""

from dataclasses import replace

from quotereview.model import Decision, EditionDecision, proposed
from quotereview.review.reanchoring import ruled_the_same
from quotereview.store import Store

LATER = "It was ruled on the older edition in another copy of the store, after the newer one took its place."


def waiting(store: Store, edition: EditionDecision) -> dict[str, str]:
    """Why rulings (ids) wait, of an edition that took the place of an older one.

    Nobody rules on what left the desk; but somebody may have done so in another copy of the store, before that was
    merged. What says nothing else than what was taken over waits for nobody, nor does what is on the desk once more.
    """
    aside, to = edition.ruling.aside, {one.ruled: one.quote for one in edition.ruling.taken}
    why = {one.ruled: one.why for one in aside}
    older = store.articles.standing(edition.older)
    if older is None or not older.ruling.removed:
        return why
    newest = store.decisions.newest_ids(store.proposals.quotes(edition.older))
    later = store.decisions.get([id for id in newest.values() if id not in why and id not in to])
    new = [one for one in later if _says_anything(store, one)]
    if not new:
        return why
    known = store.decisions.get([*why, *to])
    told = {(one.quote, one.ruling) for one in known}  # undo and redo leave other decisions, which say the same
    there = {one.quote: to.get(one.id) for one in known}
    new = [one for one in new if (one.quote, one.ruling) not in told]
    return why | {one.id: LATER for one in new if not _stands_already(store, one, there.get(one.quote))}


def _says_anything(store: Store, ruled: Decision) -> bool:
    """Whether a decision that stands says anything that was not proposed."""
    upon = next((one.proposal for one in store.proposals.of(ruled.quote) if one.id == ruled.proposal), None)
    return not ruled.withdrawn and (upon is None or replace(ruled.ruling, overrules=()) != proposed(upon))


def _stands_already(store: Store, ruled: Decision, quote: str | None) -> bool:
    """Whether a quote of the newer edition is ruled so, and has that note."""
    there = store.standing.quote(quote) if quote else None
    return bool(there and ruled_the_same(ruled.ruling, there.ruling) and ruled.ruling.note in ("", there.ruling.note))
