"""What marked words are: speech, a title, wording kept at arm's length, or other words."""

from dataclasses import dataclass

from quotereview.detection.parts import Marked
from quotereview.model import Kind, Span, Zone


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a passage, whether it is a fragment in the reporter's sentence, and why, in plain words."""

    kind: Kind
    partial: bool
    reason: str


def judge(text: str, marked: Marked, zone: Zone, cue: Span | None = None, mention: Span | None = None) -> Judgement:
    """Judge the passage ``marked`` of ``text``; ``cue`` and ``mention`` are what attribution found for it, if anything."""
    return Judgement(Kind.SPEECH, partial=False, reason="words between quotation marks")
