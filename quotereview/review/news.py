"""What other programs did at the store meanwhile, such as another window at the same one."""

from collections.abc import Iterable, Sequence

from quotereview.model import NewAct
from quotereview.review.change import Change, ChangeKind
from quotereview.store import Store


class News:
    """Tells the acts of others since the last look; while there are none, a look costs next to nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own: set[str] = set()
        self._version, self._last = store.version(), store.acts.last()

    def note_own(self, act: str) -> None:
        """An act (id) of this session is no news to it."""
        self._own.add(act)

    def look(self) -> tuple[NewAct, ...]:
        """The acts of others since the last look, in the order in which the store took them in."""
        version = self._store.version()
        if version == self._version:
            return ()
        acts = self._store.acts.after(self._last)
        self._version, self._last = version, acts[-1].place if acts else self._last
        own, self._own = self._own, set()
        return tuple(act for act in acts if act.id not in own)


def of_others(acts: Sequence[NewAct], changed: Iterable[str]) -> Change:
    """What others did, as one change; ``changed`` are the ids of the articles that stand otherwise now."""
    kinds = {ChangeKind(act.kind) if act.kind in set(ChangeKind) else ChangeKind.ARTICLES for act in acts}
    articles = dict.fromkeys((*changed, *(article for act in acts for article in act.articles)))
    quotes = dict.fromkeys(quote for act in acts for quote in act.quotes)
    kind = kinds.pop() if len(kinds) == 1 else ChangeKind.ARTICLES
    return Change(kind, tuple(articles), tuple(quotes), "what another program wrote", elsewhere=True)
