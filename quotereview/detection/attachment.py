"""Which cues a passage may hang on: those that govern it in the parse and those that stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview.detection.candidates import Mentions
from quotereview.detection.cues import TELLING, Cue, Cues, CueSort
from quotereview.detection.evidence import Evidence
from quotereview.detection.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

REACH = 30  # tokens looked at on each side of a passage
NEAREST = 3  # cues taken on each side
CLIMB = 8  # steps up the parse
LONGEST_CLAUSE = 5  # tokens to the verb of a clause that follows a question

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_LOOSE = frozenset({"parataxis", "ccomp", "advcl", "conj"})
_STRAIGHT = frozenset(
    {
        "ccomp",
        "oprd",
        "attr",
        "acomp",
        "dobj",
        "prep",
        "pobj",
        "xcomp",
        "dep",
        "compound",
        "amod",
        "nmod",
        "pcomp",
        "appos",
    }
)
_CLAUSES = frozenset(
    {"ccomp", "xcomp", "conj", "advcl", "relcl", "acl", "pcomp", "prep", "pobj", "dobj", "attr", "acomp"}
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A cue on which a passage may hang, with the evidence for it."""

    cue: Cue
    evidence: tuple[Evidence, ...]


class Attachments:
    """Finds the cues of one passage after another."""

    def __init__(self, parse: Parse, mentions: Mentions, cues: Cues) -> None:
        self._parse = parse
        self._quoted = mentions.quoted
        self._cues = cues

    def of(self, passage: "TokenSpan", masked: bool) -> list[Attachment]:
        """The cues on which ``passage`` may hang; ``masked``: it is a sentence of its own."""
        found = dict(self._governing(passage))
        for cue in (*self._beside(passage, -1), *self._beside(passage, 1)):
            found.setdefault(cue.head, (cue, ()))
        return [
            Attachment(cue, (*held, *self._standing(cue, passage), *_sorted(cue, masked)))
            for cue, held in found.values()
        ]

    def _governing(self, passage: "TokenSpan") -> Iterator[tuple[int, tuple[Cue, tuple[Evidence, ...]]]]:
        root = passage.root
        for child in root.children:
            cue = self._cues.at(child.i) if child.dep_ in _LOOSE and child.i >= passage.end else None
            if cue is not None and cue.sort in TELLING:
                yield child.i, (cue, (Evidence("governs", amount=0.6),))
        token, straight, first = root, True, True
        for _ in range(CLIMB):
            if token.head is token:
                return
            straight = straight and token.dep_ in _STRAIGHT
            token = token.head
            cue = self._cues.governing(token)
            if cue is None:
                continue
            yield token.i, (cue, (*self._hold(cue, straight, first), *self._reported(cue, passage)))
            first = False
            straight = straight or cue.sort is not CueSort.UNLISTED

    def _hold(self, cue: Cue, straight: bool, first: bool) -> Iterator[Evidence]:
        if straight and (first or cue.sort in TELLING):
            yield Evidence("governs")
        else:
            yield Evidence("governs from afar", amount=1.0 if straight or cue.sort in TELLING else 0.5)

    def _reported(self, cue: Cue, passage: "TokenSpan") -> Iterator[Evidence]:
        """A verb inside a clause that somebody else reports speaks less for its own subject."""
        token = self._parse.doc[cue.head]
        for _ in range(CLIMB):
            if token.dep_ not in _CLAUSES or token.head is token:
                return
            over = self._cues.governing(token.head)
            if token.dep_ == "ccomp" and over is not None and over.sort in TELLING:
                if not passage.start <= over.head < passage.end:
                    yield Evidence("reported clause", amount=0.6 if cue.sort in TELLING else 1.0)
                return
            token = token.head

    def _beside(self, passage: "TokenSpan", step: int) -> Iterator[Cue]:
        segment = self._parse.segment(passage.start)
        if step < 0:
            places = range(passage.start - 1, max(segment.first, passage.start - REACH) - 1, -1)
        else:
            places = range(passage.end, min(segment.last, passage.end + REACH))
        taken = 0
        for place in places:
            cue = self._cues.at(place)
            if cue is None:
                continue
            yield cue
            taken += 1
            if taken == NEAREST:
                return

    def _standing(self, cue: Cue, passage: "TokenSpan") -> Iterator[Evidence]:
        after = cue.head >= passage.end
        between = range(passage.end, cue.first) if after else range(cue.last, passage.start)
        gap, crossed, quotes, colon = self._gap(cue, between, passage)
        yield Evidence("beside it", amount=1 / (1 + gap / 3))
        if after:
            yield Evidence("after")
            if not self._paused(passage):
                yield Evidence("no pause")
        if colon and not after:
            yield Evidence("colon")
        if crossed:
            yield Evidence("another sentence", amount=min(crossed, 2))
        if quotes:
            yield Evidence("another quote between", amount=min(quotes, 2))

    def _paused(self, passage: "TokenSpan") -> bool:
        """Whether a comma or another stop parts a passage from what follows."""
        doc = self._parse.doc
        return any(
            doc[i].is_punct and not doc[i].is_quote for i in range(passage.end - 1, min(passage.end + 2, len(doc)))
        )

    def _gap(self, cue: Cue, between: range, passage: "TokenSpan") -> tuple[int, int, int, bool]:
        """Words, sentence starts and quotes between cue and passage, the cue's own subject left out; and a colon."""
        doc = self._parse.doc
        subject = _subject_range(doc[cue.head])
        gap = crossed = quotes = 0
        colon = False
        ends = range(between.start, between.stop + 1) if cue.head >= passage.end else between
        clause = self._clause_after(cue, passage)
        for place in ends:
            token = doc[place]
            starts = bool(token.is_sent_start) and place not in clause
            crossed += starts and not self._quoted[place] and not token.is_punct
            if place not in between:
                continue
            colon = colon or token.text == ":"
            if self._quoted[place]:
                quotes += not self._quoted[place - 1]
            elif not token.is_punct and place not in subject:
                gap += 1
        if cue.head < passage.start and between and self._full_stop(between):
            crossed += 1
        return gap, crossed, quotes, colon

    def _clause_after(self, cue: Cue, passage: "TokenSpan") -> range:
        """The tokens of "I asked" right after a question or a cry, which the parse takes for a sentence of its own."""
        doc, after = self._parse.doc, range(passage.end, cue.head + 1)
        cried = doc[passage.end - 1].text in {"?", "!"} and cue.sort in TELLING
        near = cried and 0 < len(after) <= LONGEST_CLAUSE
        return after if near and not any(doc[place].pos_ == "CCONJ" for place in after) else range(0)

    def _full_stop(self, between: range) -> bool:
        """Whether a full stop stands between the cue and a passage after it."""
        doc = self._parse.doc
        return any(doc[place].text in {".", "!", "?"} for place in between if not self._quoted[place])


def _subject_range(token: "Token") -> range:
    for child in token.children:
        if child.dep_ in _SUBJECT:
            return range(child.left_edge.i, child.right_edge.i + 1)
    return range(0)


def _sorted(cue: Cue, masked: bool) -> Iterator[Evidence]:
    yield Evidence(cue.sort.value)
    if cue.sort is CueSort.NAMING and not masked:
        yield Evidence("naming a fragment")
