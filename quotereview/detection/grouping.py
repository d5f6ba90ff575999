"""Which passages make one quote: those of one utterance, with no new cue between them."""

from collections.abc import Mapping, Sequence

from quotereview.detection.evidence import Claim
from quotereview.detection.parse import Parse

NEAR = 14  # tokens that may part two passages under one cue


def group(parse: Parse, speech: Sequence[int], ranked: Mapping[int, list[Claim]]) -> list[list[int]]:
    """The passages ``speech`` (indices in text order) gathered into quotes, in order of their first passages."""
    groups: list[list[int]] = []
    last: dict[int | None, list[int]] = {}
    for index in speech:
        parent = parse.marked[index].parent
        before = last.get(parent)
        if before is not None and _goes_on(parse, before[-1], index, ranked):
            before.append(index)
            continue
        last[parent] = [index]
        groups.append(last[parent])
    return groups


def _goes_on(parse: Parse, before: int, index: int, ranked: Mapping[int, list[Claim]]) -> bool:
    """Whether a passage belongs to the utterance of the one before it."""
    if ranked[index] and ranked[index][0].has("label"):
        return False
    if not ranked[before] or not ranked[index]:
        return parse.marked[before].continued
    there, here = ranked[before][0], ranked[index][0]
    if parse.marked[before].continued:
        return not (_is_cued(there) and _is_cued(here) and there.cue != here.cue)
    if there.cue is None or here.cue is None or there.cue.head != here.cue.head:
        return False
    return there.mention.head == here.mention.head and _is_near(parse, before, index)


def _is_cued(claim: Claim) -> bool:
    """Whether a claim rests on a cue of the passage itself, not of one before or after it."""
    return claim.cue is not None and claim.has("beside it")


def _is_near(parse: Parse, before: int, index: int) -> bool:
    """Whether no sentence without a quote stands between two passages of one paragraph."""
    there, here = parse.passage(before), parse.passage(index)
    if there is None or here is None or parse.segment(there.start) != parse.segment(here.start):
        return False
    starts = sum(bool(token.is_sent_start) and not token.is_punct for token in parse.doc[there.end : here.start])
    return here.start - there.end <= NEAR or starts == 0
