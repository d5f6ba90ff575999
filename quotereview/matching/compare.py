"""Two quotes side by side: how like they are, how their words relate, and in what the articles disagree."""

from quotereview.matching.alignment import align
from quotereview.matching.conflicts import conflicts
from quotereview.matching.likeness import Evidence, score, weigh
from quotereview.matching.relation import relate
from quotereview.matching.wording import folded
from quotereview.model import Match, Relation, Wording


def compare(here: Wording, there: Wording) -> Match:
    """How two quotes match; whether they do is for ``score`` to say (see ``likeness.ENOUGH``)."""
    evidence = weigh(here, there)
    relation = relate(folded(here.words), folded(there.words))
    return Match(
        here,
        there,
        relation,
        round(score(evidence), 3),
        _reason(relation, evidence),
        align(here.words, there.words),
        conflicts(here, there),
    )


def _reason(relation: Relation, evidence: Evidence) -> str:
    words = f"{evidence.shared} word{'' if evidence.shared == 1 else 's'}"
    shared = {
        Relation.EQUAL: f"the same {words}",
        Relation.FRAGMENT: f"all {words} of one stand in the other",
        Relation.OVERLAP: f"{words} in common, {evidence.run} of them in one run",
        Relation.EDITED: f"{words} in common, {evidence.run} of them in one run",
    }[relation]
    voice = {True: ", the same speaker", False: ", different speakers", None: ""}[evidence.voice]
    return f"{shared}{voice}{', within days' if evidence.near else ''}"
