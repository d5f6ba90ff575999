"""How sure a quote's source is, and why, by the kind of evidence that led to it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quotereview.detection.parts import Carriage
from quotereview.detection.pointing import Named, pointers, quoted
from quotereview.model import SourceKind, Span

FORMS = frozenset({SourceKind.STATEMENT, SourceKind.POST, SourceKind.LETTER, SourceKind.DOCUMENT, SourceKind.BRIEFING})
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class How(StrEnum):
    """By what evidence a quote has its source, or none."""

    MEDIUM = "a medium is named in the quote’s own sentences"
    FORM = "a form is named there (a statement, a post)"
    REFERENCE = "“the paper” or “the post” there refers to one named elsewhere"
    SPEAKER = "the speaker is a medium or a document, cited for its own words"
    RELAYED = "whoever speaks the quote around it passes the words on"
    HELD = "held from the same speaker’s words in the same paragraph"
    HELD_ON = "held from the same speaker’s words, one paragraph on"
    HELD_FAR = "held from the same speaker’s words, further on"
    REFERRED = "held, for the quote refers to what the medium carried"
    ANNOUNCED = "announced by a sentence without a quote"
    SHARED = "held for everybody at an event"
    BACK = "told by a later sentence"
    NOWHERE = "none: the article names none"
    ELSEWHERE = "none: it is named for other words only"
    HINTED = "none: a name that may be a medium’s is no carrier that is known"
    STRAIGHT = "none: the words were heard directly, or another time"
    HELD_STRAIGHT = "none: the same speaker’s words before had none"
    OUTSIDE = "none: a headline, caption or correction names none"
    OWN = "none: a quote in a quote that nobody relays"


RIGHT = {
    How.MEDIUM: (56, 56),
    How.FORM: (42, 44),
    How.REFERENCE: (4, 4),
    How.SPEAKER: (16, 21),
    How.RELAYED: (10, 11),
    How.HELD: (3, 3),
    How.HELD_ON: (31, 31),
    How.HELD_FAR: (50, 58),
    How.REFERRED: (1, 1),
    How.ANNOUNCED: (28, 38),
    How.SHARED: (2, 2),
    How.BACK: (0, 0),
    How.NOWHERE: (43, 46),
    How.ELSEWHERE: (218, 226),
    How.HINTED: (0, 0),
    How.STRAIGHT: (45, 49),
    How.HELD_STRAIGHT: (17, 19),
    How.OUTSIDE: (12, 12),
    How.OWN: (3, 3),
}
"""How often each kind of evidence led to the right answer, of how many passages; docs/detection.md says on which."""
DOUBT, BEFORE = 5, 0.8
"""So many passages more are counted for each kind, this share of them right: few passages prove little."""

_DOES = {
    SourceKind.INTERVIEW: "is where the words were spoken",
    SourceKind.BRIEFING: "is where the words were spoken",
    SourceKind.READOUT: "gave an account of what was said",
    SourceKind.STATEMENT: "is what the words were issued in",
    SourceKind.POST: "is where the words were posted",
    SourceKind.LETTER: "is what the words were written in",
    SourceKind.DOCUMENT: "is what the words stand in",
}
_PASSED_ON = "passed the words on"
_SOURCE_REASONS = {
    How.MEDIUM: "{carrier}, named {near} the quote, {does}",
    How.FORM: "{carrier}, named {near} the quote, {does}",
    How.REFERENCE: "{carrier} is taken for {meant}, which {does}",
    How.SPEAKER: "{carrier} is cited for its own words",
    How.RELAYED: "{carrier}, who speaks the quote around it, passes the words on",
    How.HELD: "Carried on from {carrier} {near}, for the same speaker goes on",
    How.HELD_ON: "Carried on from {carrier} {near}, for the same speaker goes on",
    How.HELD_FAR: "Carried on from {carrier} {near}, for the same speaker goes on",
    How.REFERRED: "Carried on from {carrier} {near}, for the quote refers to what it carried",
    How.ANNOUNCED: "{carrier} {near} {does}, and the quote follows",
    How.SHARED: "Carried on from {carrier} {near}, for it tells what everybody said there",
    How.BACK: "{carrier} in a later sentence {does}",
}
_NO_SOURCE_REASONS = {
    How.NOWHERE: "The article names nothing that could have carried the words",
    How.ELSEWHERE: "A carrier is named for other words, none for these",
    How.HINTED: "{carrier} may have passed the words on, but is no carrier that is known",
    How.STRAIGHT: "The words were spoken on another occasion than those before, with no carrier named",
    How.HELD_STRAIGHT: "The same speaker goes on, and no carrier is named for the words before",
    How.OUTSIDE: "These words name no carrier, and outside the body none is carried over",
    How.OWN: "A quote in a quote that nobody else passes on",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What led to a quote's source.

    ``near`` says where the carrier is named ("before", "two paragraphs above"), ``meant`` where the one is named that
    an anaphor stands for, or what may be one where there is none.
    """

    how: How
    near: str = ""
    meant: Span | None = None


def grounded(text: str, carriage: Carriage, ground: Ground) -> Carriage:
    """The carriage with how sure its source is, or that there is none, and the reason; pointers into ``text``."""
    named = list(_named(text, carriage, ground))
    template = (_SOURCE_REASONS if carriage.source else _NO_SOURCE_REASONS)[ground.how]
    does = _DOES.get(carriage.source.kind, _PASSED_ON) if carriage.source and carriage.source.kind else _PASSED_ON
    words = dict(zip(("carrier", "meant"), (name for name, _ in named), strict=False))
    reason = template.format(near=ground.near, does=does, **words)
    return replace(carriage, confidence=share(ground.how), reason=reason, pointers=pointers(reason, named))


def share(how: How) -> float:
    """How sure a source, or that there is none, is by one kind of evidence."""
    right, of = RIGHT[how]
    return round((right + DOUBT * BEFORE) / (of + DOUBT), 3)


def above(paragraphs: int) -> str:
    """ "two paragraphs above"."""
    if not paragraphs:
        return "in the same paragraph"
    number = _NUMBERS[paragraphs] if paragraphs < len(_NUMBERS) else str(paragraphs)
    return f"{number} paragraph{'s' if paragraphs > 1 else ''} above"


def held(paragraphs: int) -> How:
    """The kind of evidence of a source held for the same speaker over so many paragraphs."""
    return (How.HELD, How.HELD_ON, How.HELD_FAR)[min(paragraphs, 2)]


def _named(text: str, carriage: Carriage, ground: Ground) -> list[Named]:
    """The carrier, and the one it stands for, in the article's own words, with their places."""
    source = carriage.source
    if source is None:
        return [(quoted(ground.meant.of(text)), ground.meant)] if ground.meant else []
    carrier = (quoted(source.mention.of(text) if source.mention else source.name), source.mention)
    meant = (quoted(ground.meant.of(text) if ground.meant else source.name), ground.meant)
    return [carrier, meant]
