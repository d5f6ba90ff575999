"""Who said it: every candidate of a passage with its evidence, the best first.

Evidence is gathered here and in ``attachment`` and ``subjects``. The rules' weights add it up where it must be known
whether anybody speaks at all; who speaks is decided by a ranking of all claims, passage by passage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from quotereview.detection import subjects
from quotereview.detection.attachment import Attachments
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.cues import TELLING, Cue, Cues, CueSort
from quotereview.detection.evidence import SURE_LABEL, Claim, Evidence, weighed
from quotereview.detection.features import Features, Neighbour, Setting
from quotereview.detection.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

KEPT = 12  # claims a passage keeps
Piece = tuple[Mention, Cue | None, tuple[Evidence, ...]]
Found = Iterator[Piece]

BEFORE, AFTER = 20, 12  # tokens around a passage in which any mention is a candidate
SHORT_GAP = 14  # tokens between two passages of one utterance
FIRST_WORDS = 12  # tokens of the next paragraph in which it may say whose words those were
_POINTING_BACK = frozenset({"that", "this", "those", "these", "so", "such"})
_PAUSES = frozenset({",", "?", "!", "…", "—", "–"})
_PARTINGS = frozenset({".", "!", "?", "-", "–", "—"})
"""What may part a name before a colon from a sentence of its own (Ferries late again – Mara Voss: “…”)."""
_VOICES = frozenset({"person", "name", "role", "body", "they"})
_CLAUSE = frozenset({"NNS", "VBP", "VBZ", "VBD", "IN"})
"""Tags of words in lower case that no name holds: what looks like one is a headline (Ferry crews stun judges: …)."""
LABELLED = "labelled"  # how a passage that begins with a label of its own stands to the one before it


@dataclass(frozen=True, slots=True)
class _Turn:
    """The passage that spoke last in its surroundings with its voice, and the voice of another that spoke before it."""

    index: int
    claim: Claim
    other: Claim | None
    other_index: int | None = None


class Ranking(Protocol):
    """What orders the claims on a passage."""

    def ranked(self, index: int, claims: Sequence[Claim]) -> list[Claim]:
        """The claims on the passage ``index``, best first."""


class Speakers:
    """Ranks the candidates of each passage of one parsed article."""

    def __init__(self, parse: Parse, mentions: Mentions, ranking: Ranking) -> None:
        self._parse = parse
        self._mentions = mentions
        self._cues = Cues(parse, mentions)
        self._attachments = Attachments(parse, mentions, self._cues)
        self._features = Features(parse, mentions)
        self._ranking = ranking
        self._found: dict[int, list[Piece]] = {}

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, by the rules, best first."""
        self._found[index] = list(self._local(index))
        return self._by_rules(self._found[index])

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage (keys in text order) with what its neighbours add, by the ranking, best first."""
        ranked: dict[int, list[Claim]] = {}
        turns: dict[int | None, _Turn] = {}
        following = self._followers(own)
        for index in own:
            parent = self._parse.marked[index].parent
            turn = turns.get(parent)
            ahead = self._ahead(index, following.get(index), own)
            ranked[index] = self._ranked(index, turn, ahead)
            if ranked[index]:
                turns[parent] = _next_turn(index, ranked[index][0], turn)
        return ranked

    def _followers(self, own: Mapping[int, list[Claim]]) -> dict[int, int]:
        """For each passage the next one within the same enclosing passage."""
        last: dict[int | None, int] = {}
        found = {}
        for index in own:
            parent = self._parse.marked[index].parent
            if parent in last:
                found[last[parent]] = index
            last[parent] = index
        return found

    def _ranked(self, index: int, turn: _Turn | None, following: Neighbour | None) -> list[Claim]:
        """The claims on a passage, one for each pair of mention and cue, with their features, best first."""
        setting = self._features.setting(index)
        if setting is None:
            return []
        before = self._before(index, turn)
        around = self._around(index, turn, before, following, setting)
        claims = [
            replace(claim, features=self._features.of(claim, setting, before, following))
            for claim in self._merged([*self._found[index], *around])
        ]
        return self._ranking.ranked(index, claims)[:KEPT]

    def _before(self, index: int, turn: _Turn | None) -> Neighbour | None:
        there = self._parse.passage(turn.index) if turn else None
        if turn is None or there is None:
            return None
        return Neighbour(there, self._relation(turn.index, index, turn.claim), turn.claim)

    def _ahead(self, index: int, following: int | None, own: Mapping[int, list[Claim]]) -> Neighbour | None:
        here, there = self._parse.passage(index), None if following is None else self._parse.passage(following)
        if here is None or there is None or following is None or not own[following]:
            return None
        together = self._parse.segment(here.start) == self._parse.segment(there.start)
        return Neighbour(there, "here" if together else "elsewhere", own[following][0])

    def _around(
        self,
        index: int,
        turn: _Turn | None,
        before: Neighbour | None,
        following: Neighbour | None,
        setting: Setting,
    ) -> Found:
        """What the passages before and after say about this one."""
        if before is not None and before.relation != LABELLED:
            yield before.claim.mention, before.claim.cue, (Evidence(before.relation),)
        if turn is not None and turn.other is not None:
            again = (Evidence("takes turns"),) if self._answers(turn, index) else ()
            yield turn.other.mention, None, (Evidence("earlier quote"), *again)
        if following is not None and 0 <= following.tokens.start - setting.tokens.end <= SHORT_GAP:
            yield following.claim.mention, following.claim.cue, (Evidence("next quote"),)

    def _relation(self, before: int, index: int, claim: Claim) -> str:
        """How a passage stands to the one before it, spoken by ``claim``; a name among the evidence, or LABELLED."""
        there, here = self._parse.passage(before), self._parse.passage(index)
        assert there is not None and here is not None
        if self._mentions.label_in(self._parse.marked[index].span) is not None:
            return LABELLED
        if self._parse.marked[before].continued:
            return "open mark"
        old, new = self._parse.segment(there.start), self._parse.segment(here.start)
        if old == new:
            cued = claim.cue is not None and there.end <= claim.cue.head < here.start
            return "goes on" if cued and here.start - there.end <= SHORT_GAP else "same paragraph"
        if new.first == old.last and here.start - new.first <= 2 and there.end >= old.last - 2:
            return "next paragraph"
        return "earlier quote"

    def _local(self, index: int) -> Found:
        passage = self._parse.passage(index)
        if passage is None:
            return
        yield from self._cued(passage, self._parse.placeholder(index) is not None)
        yield from self._labelled(index, passage)
        yield from self._told_after(index)
        yield from self._told_inside(index)
        first = self._parse.segment(passage.start).first
        yield from self._announced(passage.start, first)
        yield from self._owner(passage)
        yield from self._near(passage)

    def _cued(self, passage: "TokenSpan", masked: bool) -> Found:
        for attachment in self._attachments.of(passage, masked):
            for mention, evidence in self._voices(attachment.cue, passage):
                yield mention, attachment.cue, (*attachment.evidence, *evidence)

    def _voices(self, cue: Cue, passage: "TokenSpan") -> subjects.Found:
        inserted = subjects.inserted(cue, self._mentions, passage)
        if inserted is not None:
            return iter([(inserted, (Evidence("subject"),))])
        return subjects.of(cue, self._mentions, after=cue.head >= passage.end)

    def _labelled(self, index: int, passage: "TokenSpan") -> Found:
        """Names that stand for the speaker without a verb: a transcript's label, a signature."""
        mark, heading = self._parse.marked[index], self._heading(passage)
        label = self._mentions.labels.get(self._parse.segment(passage.start).first)
        if label is not None and label.last < passage.start and (heading is None or heading.head == label.head):
            capitals = label.span.of(self._parse.text).isupper()
            yield label, None, (Evidence("label", SURE_LABEL if capitals else 1.0),)
        inside = self._mentions.label_in(mark.span)
        if inside is not None:
            yield inside, None, (Evidence("label", SURE_LABEL),)
        signature = self._mentions.signature(mark.outer.end)
        if signature is not None:
            yield signature, None, (Evidence("signature"),)
        if heading is not None:
            yield heading, None, (Evidence("label"),)

    def _heading(self, passage: "TokenSpan") -> Mention | None:
        """Whoever is named by all that stands between the sentence before and a colon (Both women: “…”)."""
        doc, first = self._parse.doc, self._parse.segment(passage.start).first
        colon = passage.start - 1
        while colon > first and doc[colon].is_quote:
            colon -= 1
        named = self._mentions.at(colon - 1) if colon > first and doc[colon].text == ":" else None
        if named is None or named.last != colon - 1 or subjects.kind_of(named, self._mentions).name not in _VOICES:
            return None
        if named.form is Form.NAME and any(
            token.is_lower and token.tag_ in _CLAUSE for token in doc[named.first : colon]
        ):
            return None
        before = doc[named.first - 1]
        return named if named.first == first or before.text in _PARTINGS or before.is_quote else None

    def _told_after(self, index: int) -> Found:
        """Whose words the next paragraph says that these were, which fill a paragraph (That is how Lind put it.)."""
        passage = self._parse.passage(index)
        segment = self._parse.segment(passage.start) if passage else None
        if segment is None or segment.last >= len(self._parse.doc) or not self._alone(index):
            return
        first = segment.last
        if self._parse.doc[first].lower_ not in _POINTING_BACK:
            return
        for place in range(first, min(first + FIRST_WORDS, self._parse.segment(first).last)):
            cue = self._cues.at(place)
            for mention, _ in subjects.of(cue, self._mentions, False) if cue else ():
                if subjects.kind_of(mention, self._mentions).name in _VOICES:
                    yield mention, cue, (Evidence("told after"),)

    def _told_inside(self, index: int) -> Found:
        """Whom the words of a passage without a closing mark name as their speaker (“It holds, said Lind.)."""
        mark, doc = self._parse.marked[index], self._parse.doc
        words = self._parse.words_of(index) if mark.open_end and not mark.continued else None
        for place in range(words.first, words.last) if words else ():
            cue = self._cues.at(place)
            for mention, evidence in subjects.of(cue, self._mentions, True) if cue and cue.sort in TELLING else ():
                first = min(place, mention.first)
                if Evidence("subject") in evidence and first > 0 and doc[first - 1].text in _PAUSES:
                    yield mention, cue, (Evidence("told inside"),)

    def _alone(self, index: int) -> bool:
        """Whether a passage fills its paragraph."""
        span, outer = self._parse.segment_of(index).span, self._parse.marked[index].outer
        return outer.start <= span.start and span.end <= outer.end

    def _answers(self, turn: _Turn, index: int) -> bool:
        """Whether a paragraph without a cue takes its turn in an exchange of questions and answers."""
        if turn.other_index is None or not self._alone(index):
            return False
        one, two, here = (self._parse.segment_of(at) for at in (turn.other_index, turn.index, index))
        return one.last == two.first and two.last == here.first and self._asks(turn.index) != self._asks(index)

    def _asks(self, index: int) -> bool:
        return self._parse.marked[index].span.of(self._parse.text).endswith("?")

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
        while last >= max(first, start - 2) and (doc[last].is_quote or doc[last].text == ">"):
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
            cue = self._cues.at(token.head.i) if last < first or not colon else None
            if cue is None or cue.sort not in {*TELLING, CueSort.NAMING}:
                continue
            if colon:
                yield mention, cue, (Evidence("announced", amount=main),)
            else:
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

    def _by_rules(self, found: Iterable[Piece]) -> list[Claim]:
        """The best claim of each mention, best first."""
        best: dict[int, Claim] = {}
        for mention, cue, evidence in found:
            claim = self._claim(mention, cue, evidence)
            if mention.head not in best or claim.score > best[mention.head].score:
                best[mention.head] = claim
        return sorted(best.values(), key=lambda claim: -claim.score)

    def _merged(self, found: Iterable[Piece]) -> list[Claim]:
        """One claim for each pair of mention and cue, each piece of evidence once at its strongest."""
        pairs: dict[tuple[int, int | None], tuple[Mention, Cue | None, dict[str, Evidence]]] = {}
        for mention, cue, evidence in found:
            held = pairs.setdefault((mention.head, cue.head if cue else None), (mention, cue, {}))[2]
            for piece in evidence:
                if piece.name not in held or piece.amount > held[piece.name].amount:
                    held[piece.name] = piece
        return [self._claim(mention, cue, tuple(held.values())) for mention, cue, held in pairs.values()]

    def _claim(self, mention: Mention, cue: Cue | None, evidence: tuple[Evidence, ...]) -> Claim:
        whole = (*evidence, subjects.kind_of(mention, self._mentions))
        return Claim(mention, cue, whole, weighed(whole))


def _next_turn(index: int, claim: Claim, turn: _Turn | None) -> _Turn:
    if turn is None:
        return _Turn(index, claim, None)
    if turn.claim.mention.head != claim.mention.head:
        return _Turn(index, claim, turn.claim, turn.index)
    return _Turn(index, claim, turn.other, turn.other_index)
