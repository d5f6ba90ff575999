"""Two quotes side by side: how like they are, how their words relate, and in what the articles disagree."""

from dataclasses import replace

from quotereview.counting import counted
from quotereview.matching.alignment import align
from quotereview.matching.conflicts import conflicts
from quotereview.matching.decide import Decision, decide
from quotereview.matching.differences import differences
from quotereview.matching.names import same_voice
from quotereview.matching.relation import relate
from quotereview.model import Label, Match, Relation, Wording


def compare(here: Wording, there: Wording) -> Match:
    """How two quotes match; whether they do is told by the label."""
    decision = decide(here, there)
    relation, found = relate(here.words, there.words), differences(here.words, there.words)
    return Match(
        here,
        there,
        decision.label,
        relation,
        round(decision.score, 3),
        _reason(relation, decision, same_voice(here.speaker, there.speaker)),
        align(here.words, there.words),
        found,
        conflicts(here, there, found, decision.label),
    )


def labelled(match: Match, label: Label) -> Match:
    """A match as somebody says that it is, with the conflicts that it then has.

    What the words alone do not tell to be one utterance, and is no part of the same words, is it in other words.
    """
    if label is match.label:
        return match
    found = conflicts(match.here, match.there, match.differences, label)
    reworded = not match.holds and match.relation is Relation.EDITED
    return replace(match, label=label, relation=Relation.TRANSLATION if reworded else match.relation, conflicts=found)


def _reason(relation: Relation, decision: Decision, voice: bool | None) -> str:
    kept, run = decision.shared.words, decision.shared.run
    words = counted(kept, "word")
    some = f"{words} in common, {run} of them in one run"
    shared = {Relation.EQUAL: f"the same {words}", Relation.FRAGMENT: f"all {words} of one stand in the other"}
    said = [shared.get(relation, some), *_circumstances(decision, voice)]
    return ", ".join(said)


def _circumstances(decision: Decision, voice: bool | None) -> list[str]:
    """What else spoke for or against it, in a few words each."""
    evidence = decision.evidence
    near = bool(evidence["within two weeks"]) and not evidence["months apart"]
    told = (
        ("the same speaker", voice is True),
        ("different speakers", voice is False),
        ("within two weeks", near),
        ("months apart", evidence["months apart"] > 0),
        ("in articles of one story", evidence["one story"] > 0.5),
    )
    return [words for words, holds in told if holds]
