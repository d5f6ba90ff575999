"""The values of a ruling or a proposal in words, field by field, and what changed from one to the next."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quotereview.model import (
    ACCEPTED_UNREAD,
    UNTOLD,
    ArticleRuling,
    EditionDecision,
    Evidence,
    Kind,
    Label,
    MatchRuling,
    Quote,
    Ruling,
    SettledConflict,
    Verdict,
    proposed,
)

REASON = "reason"
"""The field that says why, of a ruling and of a proposal."""
PRINTED_AS = "printed as"
WITHDRAWN = "withdrawn"
SAID = {Label.SAME: "same utterance", Label.REPEAT: "said again", Label.DIFFERENT: "not the same"}
"""What an editor says by each label."""

Dress = Callable[[str], str]
"""What is done to somebody else's words within ours."""

Values = Mapping[str, str]
"""What each field holds, in words; a field that holds nothing is left out."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that holds something else than before; empty words are nothing."""

    field: str
    before: str
    after: str

    def told(self, dress: Dress = str) -> str:
        """As in "speaker: Lu Ran → Mara Voss"; ``dress`` is done to each of the values."""
        before, after = (dress(value) if value else UNTOLD for value in (self.before, self.after))
        return f"{self.field}: {before} → {after}"


def between(before: Values, after: Values) -> tuple[Difference, ...]:
    """What changed, in the order of the fields; nothing where all is the same."""
    fields = dict.fromkeys((*after, *before))
    found = (Difference(field, before.get(field, ""), after.get(field, "")) for field in fields)
    return tuple(one for one in found if one.before != one.after)


def of_ruling(ruling: Ruling, *, withdrawn: bool = False, rulers: Mapping[str, str] | None = None) -> Values:
    """What was ruled of a quote; ``rulers`` says by whom those rulings were (their ids) that it overrules."""
    speaker, source = ruling.speaker, ruling.source
    fields = {
        "verdict": _verdict(ruling, withdrawn),
        "speaker": speaker.name if speaker else "",
        "type of speaker": speaker.type.value if speaker else "",
        "role": speaker.role or "" if speaker else "",
        PRINTED_AS: speaker.printed or "" if speaker else "",
        "source": source.name if source else "",
        "kind of source": source.kind.value if source and source.kind else "",
        "source holds": "from words before" if source and source.carried else "",
        "words": _words(ruling),
        "kind": _kind(ruling.kind),
        "fragment": "yes" if ruling.partial else "",
        "within": f"the quote at {ruling.parent}" if ruling.parent else "",
        REASON: ruling.reason,
        "note": ruling.note,
        **{f"check “{check.item}”": check.state.value for check in ruling.checks},
        **_evidence(ruling.evidence),
        "overrules": _overruled(ruling.overrules, rulers or {}),
    }
    return _held(fields)


def of_proposal(proposal: Quote) -> Values:
    """What was proposed for a quote, how sure that was, and why."""
    values = {field: value for field, value in of_ruling(proposed(proposal)).items() if field != "verdict"}
    sure = {
        "confidence": f"{proposal.confidence:.2f}",
        REASON: proposal.reason,
        "reason for the source": proposal.source_reason,
    }
    doubts = "; ".join(doubt.reason for doubt in proposal.doubts)
    return _held({**values, **sure, "doubts": doubts})


def of_article(ruling: ArticleRuling, rulers: Mapping[str, str], titled: Callable[[str], str]) -> Values:
    """What was ruled of an article as a whole; ``rulers`` as for a quote.

    ``titled`` says what to call an article (its id) with which it tells a story.
    """
    standing = "closed" if ruling.closed else "open"
    fields = {
        "article": "removed" if ruling.removed else standing,
        "outlet": ruling.outlet or "",
        "date": ruling.published.isoformat() if ruling.published else "",
        "told with": titled(ruling.told_with) if ruling.told_with else "",
        "story": ruling.story,
        "kind of document": ruling.document or "",
        **{f"zone at {one.span.start:,}–{one.span.end:,}": one.zone for one in ruling.zones},
        **{f"mark at {one.place.start:,}": one.reason for one in ruling.settled},
        "overrules": _overruled(ruling.overrules, rulers),
    }
    return _held(fields)


def of_edition(decision: EditionDecision, article: str, other: str) -> Values:
    """What was decided of an article (its id) and another one, whose title is ``other``."""
    ruling = decision.ruling
    how = f"newer edition of {other}" if decision.article == article else f"older edition of {other}"
    fields = {
        "edition": "" if ruling.same is None else how if ruling.same else f"none of {other}",
        "taken over": f"{len(ruling.taken):,}" if ruling.taken else "",
        "set aside": f"{len(ruling.aside):,}" if ruling.aside else "",
    }
    return _held(fields)


def of_match(ruling: MatchRuling) -> Values:
    """What was ruled of two quotes, as told from the first of them."""
    fields = {
        "match": SAID[ruling.label] if ruling.label else "",
        REASON: ruling.reason,
        **{_differing(one): f"settled by {one.editor}: {one.reason}" for one in ruling.settled},
    }
    return _held(fields)


def _differing(settled: SettledConflict) -> str:
    """A conflict that was settled, as a field by itself."""
    return f"{settled.field}, {settled.here or UNTOLD} / {settled.there or UNTOLD}"


def _held(fields: Mapping[str, str]) -> Values:
    return {field: value for field, value in fields.items() if value}


def _verdict(ruling: Ruling, withdrawn: bool) -> str:
    if withdrawn:
        return WITHDRAWN
    if ruling.unread:
        return ACCEPTED_UNREAD
    return {Verdict.NOT_A_QUOTE: "no quote"}.get(ruling.verdict, ruling.verdict.value)


def _words(ruling: Ruling) -> str:
    return " ".join(ruling.words.split())


def _kind(kind: Kind) -> str:
    return kind.value.replace("-", " ")


def _evidence(evidence: Iterable[Evidence]) -> dict[str, str]:
    """A field for each place where the words were seen; what was seen there twice is told in one."""
    seen: dict[str, str] = {}
    for one in evidence:
        field = f"{one.kind.value} “{one.place}”"
        told = " · ".join(filter(None, (one.locator, f"SHA-256 {one.sha256}" if one.sha256 else "", one.words)))
        seen[field] = "; ".join(filter(None, (seen.get(field), told or "seen")))
    return seen


def _overruled(overruled: Iterable[str], rulers: Mapping[str, str]) -> str:
    return ", ".join(f"the ruling of {rulers.get(one, 'somebody')}" for one in overruled)
