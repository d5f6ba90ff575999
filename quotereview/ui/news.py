"""How the line at the foot says what others did at the store meanwhile."""

from collections.abc import Collection, Sequence

from quotereview.counting import counted
from quotereview.model import NewAct
from quotereview.review.change import ChangeKind

RULING = frozenset({ChangeKind.RULINGS, ChangeKind.QUOTES})


def told(acts: Sequence[NewAct], quote: str, editor: str) -> str:
    """Who did what, editor by editor: ``quote`` is the one in focus, ``editor`` whoever reads this."""
    by_editor: dict[str, list[NewAct]] = {}
    for act in acts:
        by_editor.setdefault(act.editor, []).append(act)
    found = ((_who(name, editor), _did(of_one, quote)) for name, of_one in by_editor.items())
    return " · ".join(f"{who} {did}" for who, did in found if did)


def ruler(acts: Sequence[NewAct], quote: str, editor: str) -> str:
    """Who ruled last on a quote (id), as ``editor`` reads it, or nothing where nobody did."""
    names = [act.editor for act in acts if act.kind in RULING and quote in act.quotes]
    return _who(names[-1], editor) if names else ""


def _who(name: str, editor: str) -> str:
    return f"{name}, elsewhere," if name == editor else name


def _did(acts: Sequence[NewAct], quote: str) -> str:
    ruled = {one for act in acts if act.kind in RULING for one in act.quotes}
    others = [act for act in acts if act.kind not in RULING]
    articles = {article for act in others for article in act.articles}
    names = {name for act in others for name in act.names}
    done = (
        f"ruled on {_which(ruled, quote)}" if ruled else "",
        f"added or changed {counted(len(articles), 'article')}" if articles else "",
        f"changed who has {counted(len(names), 'name')}" if names else "",
    )
    return " and ".join(filter(None, done))


def _which(ruled: Collection[str], quote: str) -> str:
    if quote not in ruled:
        return counted(len(ruled), "quote")
    return f"{counted(len(ruled), 'quote')}, this one among them" if len(ruled) > 1 else "this quote"
