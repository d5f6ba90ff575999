"""Which claims on a passage there is a choice between: some settle it, and carriers give way to whoever utters.

A corpus may count the carrier as the speaker, an editor does not: whoever uttered the words is asked for, never the
one who passed them on. So this stands apart from the training.
"""

from collections.abc import Sequence

from quotereview.detection.cues import TELLING, CueSort
from quotereview.detection.evidence import SURE_LABEL, Claim, Evidence


def between(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims between which there is a choice.

    A transcript's label settles it if no verb does (TALVO: “…,” said Lind), and so do being quoted as saying and one's
    turn in an exchange. Who only carries words (according to X) gives way to whoever utters them.
    """
    claims = [claim for claim in claims if not _leads_on(claim, claims)]
    uttered = any(map(_utters, claims))
    for settles in (_is_quoted, _calls, _takes_turns) if uttered else (_labels, _is_quoted, _calls, _takes_turns):
        settled = [claim for claim in claims if settles(claim)]
        if settled and not all(_is_later(claim, claims) for claim in settled):
            return settled
    claims = [claim for claim in claims if not (_is_said_to(claim, claims) or _is_told(claim, claims))]
    claims = [claim for claim in claims if not (_is_another(claim, claims) or _passes_on(claim, claims))]
    if not uttered and not any(map(_names_it_so, claims)):
        return claims
    governing = {claim.mention.head for claim in claims if _governs(claim)}
    carriers = {claim.mention.head for claim in claims if _carries(claim, bool(governing))} - governing
    return [claim for claim in claims if claim.mention.head not in carriers] or claims


def all_of(claims: Sequence[Claim]) -> Sequence[Claim]:
    """All claims, where nothing but belief is to choose."""
    return claims


def _labels(claim: Claim) -> bool:
    return Evidence("label", SURE_LABEL) in claim.evidence


def _is_quoted(claim: Claim) -> bool:
    return claim.has("quoted as saying") and _is_tied(claim)


def _calls(claim: Claim) -> bool:
    """Whether a claim rests on the subject of a verb that calls something by the very words (what X calls “…”)."""
    naming = claim.cue is not None and claim.cue.sort is CueSort.NAMING and not claim.has("after")
    return (
        naming
        and not claim.has("it")
        and claim.has("subject")
        and claim.has("governs")
        and (Evidence("beside it", 1.0) in claim.evidence or "before it=what" in claim.features)
    )


def _leads_on(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim rests on the cue of a later quote, while this one has a cue of its own before that.

    (Lind called it “late”; Moss said it was “too late”. Or: “…,” said Lind, who quoted Moss as saying: “…”)
    """
    if not claim.has("after") or not (claim.has("next quote") or claim.has("quoted as saying")):
        return False
    own = (other for other in claims if not other.has("next quote") and not other.has("it"))
    return any(_comes_first(other, claim) if other.has("after") else _is_object_of(other) for other in own)


def _is_object_of(claim: Claim) -> bool:
    """Whether a passage is what the verb of a claim's subject has for its object."""
    return claim.has("governs") and (_utters(claim) or _names_it_so(claim))


def _comes_first(claim: Claim, other: Claim) -> bool:
    """Whether a claim rests on the subject of a verb of saying that stands before another one's."""
    if claim.cue is None or other.cue is None or claim.cue.sort is not CueSort.SAYING:
        return False
    return _utters(claim) and claim.cue.head < other.cue.head


def _is_later(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a cue behind a passage is that of another quote: one before the passage reports it."""
    return claim.has("after") and any(
        other.has("shared subject") and other.reports and not other.has("after") and _is_tied(other) for other in claims
    )


def _takes_turns(claim: Claim) -> bool:
    return claim.has("takes turns")


def _is_said_to(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim rests on a verb that only hedges another of the same subject (is said to have joked)."""
    return claim.has("passive subject") and any(
        other.has("shared subject") and other.mention == claim.mention and _is_tied(other) for other in claims
    )


def _is_told(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim is that of whom somebody told, who stands before an aside (“…,” Lind, 58, told the paper)."""
    return claim.has("object") and any(other.has("before an aside") and other.cue == claim.cue for other in claims)


def _is_another(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim rests on a cue before another quote, behind which a cue has a subject of its own.

    (Lind said it was “late”, while Moss called it “too late”.)
    """
    return claim.has("another quote between") and any(map(_names_its_own, claims))


def _passes_on(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim is that of whoever only quotes another (Lind was quoted by X as saying …), or saw the words.

    Or that of whoever told of the sentence before, while the speaker goes on (“…,” Lind said, according to X. “…”).
    """
    if claim.cue is None:
        return False
    if claim.cue.sort is CueSort.ACCORDING:
        return claim.has("another sentence") and not _goes_on(claim) and any(map(_goes_on, claims))
    if not claim.has("agent"):
        return False
    if claim.cue.sort is CueSort.RELAYING:
        return any(other.has("shared subject") and other.reports and _is_tied(other) for other in claims)
    return claim.cue.sort is CueSort.THINKING and not (claim.has("governs") or claim.has("governs from afar"))


def _goes_on(claim: Claim) -> bool:
    return claim.has("goes on") or claim.has("same paragraph")


def _names_its_own(claim: Claim) -> bool:
    """Whether a claim rests on the subject of a cue of speech right before the passage."""
    speech = claim.cue is not None and claim.cue.sort in {*TELLING, CueSort.NAMING}
    return speech and claim.has("subject") and not claim.has("after") and _is_tied(claim)


def _utters(claim: Claim) -> bool:
    """Whether a claim rests on the subject of a verb of speech that is tied to the passage."""
    tied = _is_tied(claim) and any(map(claim.has, ("governs", "governs from afar", "after", "colon")))
    return tied and claim.has("subject") and claim.cue is not None and claim.cue.sort in TELLING


def _names_it_so(claim: Claim) -> bool:
    """Whether a claim rests on the subject of a verb that calls something by the words (X called it “a gamble”)."""
    tied = _is_tied(claim) and (claim.has("governs") or claim.has("governs from afar"))
    return tied and claim.has("subject") and claim.has("naming a fragment") and not claim.has("it")


def _carries(claim: Claim, governed: bool) -> bool:
    """Whether a claim is that of a carrier; ``governed``: somebody else is known to utter the very words."""
    if claim.cue is None:
        return False
    behind = claim.cue.sort is CueSort.RELAYING or (
        (claim.has("body") or claim.has("he or she")) and claim.has("governs from afar") and claim.has("after")
    )
    return claim.cue.sort is CueSort.ACCORDING or (governed and behind)


def _governs(claim: Claim) -> bool:
    """Whether a claim rests on the subject of a verb of saying whose very object the passage is."""
    return _utters(claim) and claim.has("governs") and claim.cue is not None and claim.cue.sort is CueSort.SAYING


def _is_tied(claim: Claim) -> bool:
    """Whether no other sentence or quote stands between a claim's cue and the passage."""
    return not claim.has("another sentence") and not claim.has("another quote between")
