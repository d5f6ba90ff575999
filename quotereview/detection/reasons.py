"""Why a speaker is proposed, in one plain sentence for an editor."""

from collections.abc import Iterator

from quotereview.detection.cues import CueSort
from quotereview.detection.evidence import Claim
from quotereview.detection.names import Resolution
from quotereview.detection.parse import Parse
from quotereview.detection.pointing import Named, pointers, quoted
from quotereview.model import Pointer, Span

_STANDING = {
    "open mark": "the quote runs on from the paragraph before",
    "label": "the label before it names {mention}",
    "signature": "signed by {mention}",
    "announced": "announced by the words before it, with {mention} in front",
    "told after": "the paragraph after it says whose words these are, with {mention} in front",
    "told inside": "the closing mark is missing, and the words themselves name {mention}",
    "takes turns": "no cue; {mention} spoke the turn before last in an exchange of questions and answers",
    "goes on": "the same speaker, {mention}, goes on",
    "whose words": "the words are given as those of {mention}",
    "next paragraph": "follows a quote of {mention} without a new cue",
    "same paragraph": "no cue of its own; {mention} speaks in the same paragraph",
    "spoke before": "no cue of its own; {mention} speaks in the sentence before",
    "sentence before": "no cue; {mention} is in front in the sentence before",
}


def reason(parse: Parse, passage: Span, claim: Claim, resolution: Resolution) -> str:
    """One sentence: how the mention hangs on the passage and how it leads to a name."""
    words = "; ".join((*_hanging(parse, passage, claim), *filter(None, (resolution.why,))))
    return words[:1].upper() + words[1:]


def pointed(parse: Parse, reason: str, claim: Claim, resolution: Resolution) -> tuple[Pointer, ...]:
    """Where the cue, the mention, and whom a pronoun or description was taken for stand in the article."""
    return pointers(reason, _named(parse, claim, resolution))


def _named(parse: Parse, claim: Claim, resolution: Resolution) -> Iterator[Named]:
    """What a reason may speak of, in the order in which it does."""
    if claim.cue is not None:
        cue = parse.span(claim.cue.first, claim.cue.last - 1)
        yield quoted(cue.of(parse.text)), cue
    mention, speaker = claim.mention.span, resolution.speaker
    yield quoted(mention.of(parse.text)), mention
    if resolution.why:
        if speaker.printed and speaker.mention:
            yield quoted(speaker.printed), speaker.mention
        yield speaker.name, _place(parse.text, speaker.name, mention.start)


def _place(text: str, name: str, before: int) -> Span | None:
    """Where a name stands last in front of a place, else first behind it."""
    at = text.rfind(name, 0, before)
    at = text.find(name, before) if at < 0 else at
    return None if at < 0 else Span(at, at + len(name))


def _hanging(parse: Parse, passage: Span, claim: Claim) -> Iterator[str]:
    mention = quoted(claim.mention.span.of(parse.text))
    standing = next((words for name, words in _STANDING.items() if claim.has(name)), None)
    own = claim.cue is not None and not any(claim.has(name) for name in ("goes on", "open mark"))
    if claim.cue is not None and own and claim.has("beside it"):
        yield _by_cue(parse, passage, claim, mention)
    elif standing is not None:
        yield standing.format(mention=mention)
    else:
        yield f"no cue; {mention} stands near and may speak"


def _by_cue(parse: Parse, passage: Span, claim: Claim, mention: str) -> str:
    assert claim.cue is not None
    span = parse.span(claim.cue.first, claim.cue.last - 1)
    cue = quoted(span.of(parse.text))
    side = "before" if span.start < passage.start else "after"
    if claim.cue.sort is CueSort.ACCORDING:
        return f"{cue} names {mention} {side} the quote"
    if claim.has("agent"):
        return f"{cue} {side} the quote, by {mention}"
    if claim.has("whose"):
        return f"{cue} {side} the quote is that of {mention}"
    if claim.has("subject") or claim.has("shared subject"):
        return f"{cue} with subject {mention} {side} the quote"
    return f"{cue} {side} the quote, beside {mention}"
