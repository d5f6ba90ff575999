"""Who said it: every candidate of a passage with its evidence, the best first.

Evidence is gathered here and in ``attachment`` and ``subjects``; what it weighs is said by a ``Scorer``, which a
trained ranker can replace.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview.detection import subjects
from quotereview.detection.attachment import Attachments
from quotereview.detection.candidates import Mention, Mentions
from quotereview.detection.cues import TELLING, Cue, Cues, CueSort
from quotereview.detection.evidence import Evidence, Scorer, weighed
from quotereview.detection.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

KEPT = 12  # candidates a passage keeps
Found = Iterator[tuple[Mention, Cue | None, tuple[Evidence, ...]]]

BEFORE, AFTER = 20, 12  # tokens around a passage in which any mention is a candidate
SHORT_GAP = 14  # tokens between two passages of one utterance


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention that may have spoken a passage, by which cue, on what evidence."""

    mention: Mention
    cue: Cue | None
    evidence: tuple[Evidence, ...]
    score: float

    def has(self, name: str) -> bool:
        """Whether a piece of evidence of that name speaks in the claim."""
        return any(piece.name == name for piece in self.evidence)


class Speakers:
    """Ranks the candidates of each passage of one parsed article."""

    def __init__(self, parse: Parse, mentions: Mentions, scorer: Scorer = weighed) -> None:
        self._parse = parse
        self._mentions = mentions
        self._cues = Cues(parse, mentions)
        self._attachments = Attachments(parse, mentions, self._cues)
        self._scorer = scorer

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, best first."""
        return self._claims(self._local(index))

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage (keys in text order) with what its neighbours add, best first."""
        indices = list(own)
        ranked: dict[int, list[Claim]] = {}
        before: dict[int | None, int] = {}
        for place, index in enumerate(indices):
            parent = self._parse.marked[index].parent
            following = indices[place + 1] if place + 1 < len(indices) else None
            around = list(self._around(index, before.get(parent), following, own, ranked))
            ranked[index] = self._merged(own[index], around)
            before[parent] = index
        return ranked

    def _local(self, index: int) -> Found:
        passage = self._parse.passage(index)
        if passage is None:
            return
        yield from self._cued(passage, self._parse.placeholder(index) is not None)
        yield from self._labelled(index, passage)
        first = self._parse.segment(passage.start).first
        yield from self._announced(passage.start, first)
        yield from self._owner(passage)
        yield from self._near(passage)

    def _cued(self, passage: "TokenSpan", masked: bool) -> Found:
        for attachment in self._attachments.of(passage, masked):
            after = attachment.cue.head >= passage.end
            for mention, evidence in subjects.of(attachment.cue, self._mentions, after):
                yield mention, attachment.cue, (*attachment.evidence, *evidence)

    def _labelled(self, index: int, passage: "TokenSpan") -> Found:
        """Names that stand for the speaker without a verb: a transcript's label, a signature."""
        mark = self._parse.marked[index]
        label = self._mentions.labels.get(self._parse.segment(passage.start).first)
        if label is not None and label.last < passage.start:
            yield label, None, (Evidence("label"),)
        inside = self._mentions.label_in(mark.span)
        if inside is not None:
            yield inside, None, (Evidence("label", amount=1.5),)
        signature = self._mentions.signature(mark.outer.end)
        if signature is not None:
            yield signature, None, (Evidence("signature"),)

    def _near(self, passage: "TokenSpan") -> Found:
        """Whoever is mentioned shortly before or after, for want of better."""
        segment = self._parse.segment(passage.start)
        for mention in self._mentions.between(max(segment.first, passage.start - BEFORE), passage.start):
            yield mention, None, (Evidence("sentence around", amount=0.5),)
        for mention in self._mentions.between(passage.end, min(segment.last, passage.end + AFTER)):
            yield mention, None, (Evidence("sentence around", amount=0.3),)

    def _announced(self, start: int, first: int) -> Found:
        """Subjects of the sentence that ends right before a passage with a colon or with the paragraph before it."""
        doc = self._parse.doc
        last = start - 1
        while last >= max(first, start - 2) and doc[last].is_quote:
            last -= 1
        if last < 0 or (last >= first and doc[last].text != ":"):
            return
        colon = doc[last].text == ":"
        sentence = doc[last].sent
        for token in sentence:
            mention = self._mentions.at(token.i) if token.dep_ in {"nsubj", "nsubjpass"} else None
            if mention is None:
                continue
            main = 1.0 if token.head is sentence.root else 0.6
            yield mention, None, (Evidence("announced" if colon else "sentence before", amount=main),)
            cue = None if colon else self._cues.at(token.head.i)
            if cue is not None and cue.sort in {*TELLING, CueSort.NAMING}:
                yield mention, cue, (Evidence("spoke before"), Evidence("sentence before", amount=main))

    def _owner(self, passage: "TokenSpan") -> Found:
        """Whoever owns the noun of which a fragment is part (Lund's "slow boat" plan)."""
        token = passage.root
        for _ in range(3):
            for child in token.children:
                mention = self._mentions.at(child.i) if child.dep_ == "poss" else None
                if mention is not None:
                    yield mention, None, (Evidence("whose words"),)
            if token.dep_ not in {"compound", "amod", "nmod", "appos", "nummod"}:
                return
            token = token.head

    def _around(
        self,
        index: int,
        before: int | None,
        following: int | None,
        own: Mapping[int, list[Claim]],
        ranked: Mapping[int, list[Claim]],
    ) -> Found:
        """What the passages before and after it, already attributed, say about this one."""
        if before is not None and ranked[before]:
            for evidence in self._carried_on(before, index, ranked[before][0]):
                yield ranked[before][0].mention, ranked[before][0].cue, (evidence,)
        if following is not None and own[following] and self._same_sentence(index, following):
            yield own[following][0].mention, own[following][0].cue, (Evidence("next quote"),)

    def _carried_on(self, before: int, index: int, claim: Claim) -> Iterator[Evidence]:
        there, here = self._parse.passage(before), self._parse.passage(index)
        if there is None or here is None:
            return
        if self._mentions.label_in(self._parse.marked[index].span) is not None:
            return
        if self._parse.marked[before].continued:
            yield Evidence("open mark")
            return
        old, new = self._parse.segment(there.start), self._parse.segment(here.start)
        if old == new:
            cued = claim.cue is not None and there.end <= claim.cue.head < here.start
            near = here.start - there.end <= SHORT_GAP
            yield Evidence("goes on" if cued and near else "same paragraph")
        elif new.first == old.last and here.start - new.first <= 2 and there.end >= old.last - 2:
            yield Evidence("next paragraph")
        else:
            yield Evidence("earlier quote")

    def _same_sentence(self, index: int, following: int) -> bool:
        here, there = self._parse.passage(index), self._parse.passage(following)
        return here is not None and there is not None and 0 <= there.start - here.end <= SHORT_GAP

    def _claims(self, found: Found) -> list[Claim]:
        best: dict[int, Claim] = {}
        for mention, cue, evidence in found:
            whole = (*evidence, subjects.kind_of(mention, self._mentions))
            claim = Claim(mention, cue, whole, self._scorer(whole))
            if mention.head not in best or claim.score > best[mention.head].score:
                best[mention.head] = claim
        return sorted(best.values(), key=lambda claim: -claim.score)[:KEPT]

    def _merged(
        self, own: Sequence[Claim], around: Sequence[tuple[Mention, Cue | None, tuple[Evidence, ...]]]
    ) -> list[Claim]:
        """The passage's own claims with what its neighbours add to them."""
        claims = {claim.mention.head: claim for claim in own}
        for mention, cue, evidence in around:
            held = claims.get(mention.head)
            whole = (*(held.evidence if held else (subjects.kind_of(mention, self._mentions),)), *evidence)
            claims[mention.head] = Claim(mention, held.cue if held else cue, whole, self._scorer(whole))
        return sorted(claims.values(), key=lambda claim: -claim.score)[:KEPT]
