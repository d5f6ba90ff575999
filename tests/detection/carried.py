"""Finds the carriers of invented sentences, for tests of these rules alone: speakers and cues are given by hand."""

from dataclasses import dataclass

import spacy

from quotereview.detection import marks, sources, zones
from quotereview.detection.parse import parse
from quotereview.detection.parts import Attributed, Carriage
from quotereview.model import Kind, SourceKind, Span, Speaker, SpeakerType

NLP = spacy.blank("en")
AGENCY, BROADCASTER, INTERVIEW = SourceKind.AGENCY, SourceKind.BROADCASTER, SourceKind.INTERVIEW
OUTLET, STATEMENT, POST, LETTER = SourceKind.OUTLET, SourceKind.STATEMENT, SourceKind.POST, SourceKind.LETTER
DOCUMENT, BRIEFING, READOUT = SourceKind.DOCUMENT, SourceKind.BRIEFING, SourceKind.READOUT
CARRIED = True


@dataclass(frozen=True)
class Said:
    """A passage of a test's text: who said it by which cue (its nearest occurrence), as what sort of speaker."""

    by: str | None
    cue: str | None = "said"
    mention: str | None = None
    type: SpeakerType = SpeakerType.PERSON


def carriages(text: str, *said: Said, outlet: str | None = None) -> list[Carriage]:
    """The carriage of each passage of ``text`` of an ``outlet``, each its own quote."""
    found, _ = marks.find(text)
    areas = zones.find(text)
    quotes = []
    for mark, voice in zip(found, said, strict=True):
        cue, mention = nearest(text, voice.cue, mark.outer), nearest(text, voice.mention, mark.outer)
        speaker = Speaker(voice.by, voice.type, mention) if voice.by else None
        zone = zones.at(areas, mark.span.start)
        quotes.append(Attributed((mark,), Kind.SPEECH, zone, False, mention, cue, speaker, mark.parent))
    return sources.find(parse(text, found, NLP), quotes, areas, outlet)


def nearest(text: str, words: str | None, to: Span) -> Span | None:
    """Where ``words`` stand nearest to a passage in its paragraph."""
    first, last = text.rfind("\n", 0, to.start) + 1, text.find("\n", to.end)
    ends = range(first, len(text) if last < 0 else last)
    starts = [at for at in ends if words and text.startswith(words, at) and not to.start <= at < to.end]
    if not words or not starts:
        return None
    at = min(starts, key=lambda at: min(abs(at - to.end), abs(to.start - at)))
    return Span(at, at + len(words))


def summary(carriage: Carriage) -> tuple[str | None, SourceKind | None, bool, int]:
    source = carriage.source
    return (source.name, source.kind, source.carried, carriage.hands) if source else (None, None, False, carriage.hands)


ROOK, LIND = Said("Ida Rook"), Said("Karl Lind")
