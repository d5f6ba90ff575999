"""Which actions can be used as things stand."""

from quotereview.ui.desk import Desk
from quotereview.ui.when import When


def states(desk: Desk, *, offered: bool, reading: bool) -> frozenset[When]:
    """What holds now: ``offered`` if a correction is offered to other quotes, ``reading`` while articles are read."""
    session, standing = desk.session, desk.standing()
    holds = {
        When.ALWAYS: True,
        When.ARTICLES: bool(desk.article),
        When.QUOTES: desk.counts().total > 0,
        When.FOCUS: standing is not None,
        When.RULED: standing is not None and standing.decided,
        When.UNDO: session.undo_label is not None,
        When.REDO: session.redo_label is not None,
        When.OFFER: offered,
        When.READING: reading,
    }
    return frozenset(when for when, held in holds.items() if held)
