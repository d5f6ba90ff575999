"""Who said it in French: every candidate of a passage with its evidence, weighed by the rules' own table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview.detection.candidates import Form, Mention
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.evidence import Claim, Evidence, weighed
from quotereview.detection.french import subjects
from quotereview.detection.french.cues import Cues
from quotereview.detection.french.mentions import Mentions
from quotereview.detection.french.weights import WEIGHTS
from quotereview.detection.ranker import Ranker

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

KEPT = 12  # claims a passage keeps
REACH = 30  # tokens before a passage in which a cue may govern it
ASIDE = 10  # tokens behind a passage in which the verb of an aside stands
NEAR = 20  # tokens around a passage in which any mention is a candidate
INFINITIVE = 3  # words between an infinitive and the passage it may report
CLIMB = 8  # steps up the parse
SHORT_GAP = 14  # tokens between two passages of one utterance

_STOPS = frozenset({".", "!", "?", ";"})
_UTTERING = frozenset({CueSort.SAYING, CueSort.NAMING, CueSort.THINKING})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})

Piece = tuple[Mention, Cue | None, tuple[Evidence, ...]]
Found = Iterator[Piece]


@dataclass(frozen=True, slots=True)
class _Turn:
    """The passage that spoke last in its surroundings, and its voice."""

    index: int
    claim: Claim


class Speakers:
    """Ranks the candidates of each passage of one parsed article."""

    def __init__(self, mentions: Mentions) -> None:
        self._parse = mentions.parse
        self._doc = mentions.parse.doc
        self._mentions = mentions
        self._cues = Cues(mentions)
        self._ranker = Ranker({})
        self._found: dict[int, list[Piece]] = {}

    def own(self, index: int) -> list[Claim]:
        """The claims on a passage that rest on its own surroundings, best first."""
        self._found[index] = list(self._local(index))
        return sorted(self._merged(self._found[index]), key=lambda claim: -claim.score)

    def rank(self, own: Mapping[int, list[Claim]]) -> dict[int, list[Claim]]:
        """The claims on each passage (keys in text order) with what the one before adds, best first."""
        ranked: dict[int, list[Claim]] = {}
        turns: dict[int | None, _Turn] = {}
        for index in own:
            parent = self._parse.marked[index].parent
            pieces = [*self._found[index], *self._going_on(turns.get(parent), index), *self._run_on(index, own)]
            ranked[index] = self._ranker.ranked(index, _open(self._merged(pieces)))[:KEPT]
            if ranked[index]:
                turns[parent] = _Turn(index, ranked[index][0])
        return ranked

    def _going_on(self, turn: _Turn | None, index: int) -> Found:
        """What the passage before says about this one."""
        if turn is None:
            return
        there, here = self._parse.passage(turn.index), self._parse.passage(index)
        if there is not None and here is not None:
            relation = self._relation(turn, there, here)
            yield turn.claim.mention, turn.claim.cue, (Evidence(relation),)

    def _run_on(self, index: int, own: Mapping[int, list[Claim]]) -> Found:
        """Who is named by the cue at the end of a quote that runs over several paragraphs."""
        last = index
        while last in own and self._parse.marked[last].continued:
            last += 1
        best = next(iter(own.get(last, ())), None) if last > index else None
        if best is not None and best.has("subject"):
            yield best.mention, best.cue, (Evidence("open mark"),)

    def _relation(self, turn: _Turn, there: "TokenSpan", here: "TokenSpan") -> str:
        """How a passage stands to the one before it; a name among the evidence."""
        if self._parse.marked[turn.index].continued:
            return "open mark"
        old, new = self._parse.segment(there.start), self._parse.segment(here.start)
        if old == new:
            cued = turn.claim.cue is not None and there.end <= turn.claim.cue.head < here.start
            near = here.start - there.end <= SHORT_GAP and not self._has_words(there.end, here.start)
            return "goes on" if cued and near else "same paragraph"
        follows = new.first == old.last and here.start - new.first <= 2 and there.end >= old.last - 2
        return "next paragraph" if follows else "earlier quote"

    def _has_words(self, first: int, last: int) -> bool:
        """Whether the reporter has words of a new sentence before the token ``last``."""
        stops = [place for place in range(first, last) if self._doc[place].text in _STOPS]
        return bool(stops) and any(token.is_alpha for token in self._doc[stops[-1] : last])

    def _local(self, index: int) -> Found:
        passage = self._parse.passage(index)
        if passage is None:
            return
        yield from self._inside(index)
        yield from self._behind(passage)
        yield from self._cited(passage)
        yield from self._governed(passage)
        yield from self._according(passage)
        yield from self._labelled(passage)
        yield from self._announced(passage)
        yield from self._near(passage)

    def _inside(self, index: int) -> Found:
        """An aside within the quotation marks (« Il pleut, dit-elle, et il vente »)."""
        segment = self._parse.words_of(index)
        if segment is None:
            return
        for place in range(segment.first + 1, segment.last):
            cue = self._cues.at(place)
            clause = None if cue is None else self._clause(cue, segment.first)
            if cue is None or cue.sort is not CueSort.SAYING or clause is None:
                continue
            for mention, evidence in subjects.of(cue, self._mentions, aside=True):
                if mention.first > clause and Evidence("subject") in evidence:
                    yield mention, cue, (*self._strength(cue), Evidence("beside it"), *evidence)

    def _clause(self, cue: Cue, first: int) -> int | None:
        """The stop before a verb, if at most a few small words stand between the two."""
        place = cue.first - 1
        while place > first and self._doc[place].pos_ in {"ADV", "PRON", "AUX"} and cue.first - place < 4:
            place -= 1
        return place if self._doc[place].text in {",", "?", "!", "…"} else None

    def _behind(self, passage: "TokenSpan") -> Found:
        """The verb of an aside right behind a passage, with its inverted subject."""
        cue = self._aside(passage)
        if cue is None or subjects.has_own_before(self._doc[cue.head], passage.start, self._mentions):
            return
        for mention, evidence in subjects.of(cue, self._mentions, aside=True):
            yield mention, cue, (*self._strength(cue), Evidence("beside it"), Evidence("after"), *evidence)

    def _cited(self, passage: "TokenSpan") -> Found:
        """Whom a carrier cites behind a passage (a rapporté Le Monde, citant la maire)."""
        end = min(self._parse.segment(passage.start).last, passage.end + REACH)
        for place in range(passage.end, end):
            cue = self._cues.at(place)
            if self._doc[place].text in _STOPS and not self._ends_words(passage, place):
                return
            if cue is not None and self._doc[place].lower_ in subjects.CITING:
                for mention, evidence in subjects.of(cue, self._mentions, aside=True):
                    yield mention, cue, (Evidence("beside it", 0.5), *evidence)

    def _aside(self, passage: "TokenSpan") -> Cue | None:
        """The cue of the words that follow a passage, if these begin with a verb or soon come to one that reports."""
        end = min(self._parse.segment(passage.start).last, passage.end + ASIDE)
        words = [place for place in range(passage.end, end) if not self._doc[place].is_punct]
        for place in range(passage.end, end):
            token = self._doc[place]
            if token.text in _STOPS and not self._ends_words(passage, place):
                return None
            cue = self._cues.at(place)
            if cue is not None and cue.sort in {CueSort.SAYING, CueSort.RELAYING, CueSort.THINKING, CueSort.NAMING}:
                return cue if self._is_aside(cue, passage) else None
            if token.pos_ == "VERB" and words and place - words[0] <= 3 and self._paused(passage):
                return self._cues.governing(token) if self._is_aside_verb(token, passage) else None
        return None

    def _ends_words(self, passage: "TokenSpan", place: int) -> bool:
        """Whether a stop belongs to the quoted words and stands right behind them."""
        return (
            place >= passage.end
            and all(self._doc[each].is_punct for each in range(passage.end, place + 1))
            and place <= passage.end + 1
        )

    def _is_aside(self, cue: Cue, passage: "TokenSpan") -> bool:
        """Whether no subject or conjunction stands between a passage and the verb behind it."""
        between = self._doc[passage.end : cue.first]
        if any(token.text in _STOPS for token in between[1:]):
            return False
        if not self._paused(passage) and len([token for token in between if not token.is_punct]) > 1:
            return False
        return not any(token.pos_ in {"CCONJ", "SCONJ"} or self._is_subject(token) for token in between)

    def _is_subject(self, token: "Token") -> bool:
        """Whether a word is a subject that stands before its verb, not a pronoun tied to it (a-t-elle)."""
        return token.dep_ in _SUBJECTS and not token.text.startswith("-")

    def _is_aside_verb(self, verb: "Token", passage: "TokenSpan") -> bool:
        """Whether an unlisted verb opens the words behind a passage and has its subject behind it."""
        between = self._doc[passage.end : verb.i]
        small = all(token.is_punct or token.pos_ in {"AUX", "PRON", "ADV"} for token in between)
        return small and subjects.has_inverted(verb, self._mentions)

    def _paused(self, passage: "TokenSpan") -> bool:
        """Whether a comma or another stop parts a passage from what follows."""
        around = self._doc[max(passage.start, passage.end - 1) : passage.end + 2]
        return any(token.text in {",", "!", "?", "…", "...", ".", "-", "–", "—"} for token in around)

    def _governed(self, passage: "TokenSpan") -> Found:
        """The verbs and nouns before a passage on which it hangs in the parse, or beside which it stands."""
        cues = {cue.head: (cue, "governs") for cue in self._over(passage)}
        for cue in self._before(passage):
            cues.setdefault(cue.head, (cue, ""))
        for cue, hold in cues.values():
            held = (*((Evidence(hold),) if hold else ()), *self._standing(cue, passage))
            aside = self._is_inverted_before(cue, passage)
            for mention, evidence in subjects.of(cue, self._mentions, aside=aside):
                if not passage.start <= mention.first < passage.end:
                    yield mention, cue, (*held, *self._strength(cue), *evidence)

    def _is_inverted_before(self, cue: Cue, passage: "TokenSpan") -> bool:
        """Whether nothing but its subject, between two commas, stands behind a verb before a passage."""
        before = self._doc[cue.first - 1].text if cue.first else ""
        between = [token for token in self._doc[cue.last : passage.start] if not token.is_quote]
        if before != "," or cue.sort is not CueSort.SAYING or len(between) < 2 or between[-1].text != ",":
            return False
        mention = next(iter(self._mentions.between(cue.last, cue.last + 3)), None)
        return mention is not None and subjects.kind_of(mention, self._mentions).name in {"person", "role", "body"}

    def _over(self, passage: "TokenSpan") -> Iterator[Cue]:
        """The cues above a passage in the parse, nearest first, as long as it is not the subject of one."""
        token = passage.root
        for _ in range(CLIMB):
            if token.head is token or token.dep_ in _SUBJECTS:
                return
            token = token.head
            cue = self._cues.governing(token)
            if cue is not None and token.i < passage.start:
                yield cue
                if cue.sort is not CueSort.UNLISTED:
                    return

    def _before(self, passage: "TokenSpan") -> list[Cue]:
        """The last two cues before a passage in its sentence."""
        first = max(self._parse.segment(passage.start).first, passage.start - REACH)
        found = []
        for place in range(passage.start - 1, first - 1, -1):
            if self._doc[place].text in _STOPS and not self._mentions.quoted[place]:
                break
            cue = self._cues.at(place)
            if cue is not None and cue.sort is not CueSort.ACCORDING and not self._is_far_infinitive(cue, passage):
                found.append(cue)
        return found[:2]

    def _is_far_infinitive(self, cue: Cue, passage: "TokenSpan") -> bool:
        """Whether a verb in the infinitive stands too far from a passage to report it."""
        infinitive = self._doc[cue.head].morph.get("VerbForm", []) == ["Inf"]
        return infinitive and sum(not token.is_punct for token in self._doc[cue.last : passage.start]) > INFINITIVE

    def _standing(self, cue: Cue, passage: "TokenSpan") -> Iterator[Evidence]:
        between = [self._doc[place] for place in range(cue.last, passage.start) if not self._mentions.quoted[place]]
        quotes = any(self._mentions.quoted[place] for place in range(cue.last, passage.start))
        words = sum(not token.is_punct for token in between)
        yield Evidence("beside it", amount=1 / (1 + words / 3))
        if any(token.text == ":" for token in between) and not quotes:
            yield Evidence("colon")
        if quotes:
            yield Evidence("another quote between")
        if any(self._is_verb(place) for place in range(cue.last, passage.start)):
            yield Evidence("another cue between")

    def _is_verb(self, place: int) -> bool:
        """Whether a verb that reports words stands at a place."""
        cue = self._cues.at(place)
        return cue is not None and cue.sort in {*_UTTERING, CueSort.RELAYING}

    def _strength(self, cue: Cue) -> Iterator[Evidence]:
        yield Evidence(cue.sort.value)
        if cue.sort is CueSort.NAMING:
            yield Evidence("naming a fragment")

    def _according(self, passage: "TokenSpan") -> Found:
        """Whoever the passage's sentence names by "selon", "d'après" or "pour"."""
        segment = self._parse.segment(passage.start)
        for place in range(max(segment.first, passage.start - REACH), min(segment.last, passage.end + REACH)):
            cue = self._cues.at(place) or self._pour(place, segment.first)
            if cue is None or cue.sort is not CueSort.ACCORDING or self._is_parted(place, passage):
                continue
            crossed = [Evidence("another quote between")] if self._crosses(place, passage) else []
            for mention, evidence in subjects.of(cue, self._mentions, aside=False):
                yield mention, cue, (*self._strength(cue), Evidence("beside it", 0.5), *crossed, *evidence)

    def _pour(self, place: int, first: int) -> Cue | None:
        """ "Pour" at the start of a sentence, before somebody and a comma."""
        token = self._doc[place]
        if token.lower_ != "pour":
            return None
        starts = place == first or token.is_sent_start or self._doc[place - 1].text in _STOPS
        relative = place + 1 < len(self._doc) and self._doc[place + 1].lower_ in {"qui", "lequel", "laquelle"}
        if not (starts or relative):
            return None
        mention = next(iter(self._mentions.between(place + 1, place + 5)), None)
        if mention is None or subjects.kind_of(mention, self._mentions).name in {"thing", "first person"}:
            return None
        return Cue(place, place, place + 1, CueSort.ACCORDING)

    def _crosses(self, place: int, passage: "TokenSpan") -> bool:
        """Whether another quote stands between a passage and a word behind it."""
        return any(self._mentions.quoted[each] for each in range(passage.end, place))

    def _is_parted(self, place: int, passage: "TokenSpan") -> bool:
        """Whether a full stop stands between a word and a passage."""
        between = range(place, passage.start) if place < passage.start else range(passage.end, place)
        return any(
            self._doc[each].text in _STOPS and not self._mentions.quoted[each] and not self._ends_words(passage, each)
            for each in between
        )

    def _labelled(self, passage: "TokenSpan") -> Found:
        """A name with nothing but a colon between it and a passage, at the start of its paragraph."""
        segment = self._parse.segment(passage.start)
        mention = next(iter(self._mentions.between(segment.first, segment.first + 3)), None)
        if mention is None or mention.form is not Form.NAME or mention.last + 1 >= passage.start:
            return
        behind = [token for token in self._doc[mention.last + 1 : passage.start] if not token.is_quote]
        if len(behind) == 1 and behind[0].text == ":":
            yield mention, None, (Evidence("label"),)

    def _announced(self, passage: "TokenSpan") -> Found:
        """The subject of the sentence that ends right before a passage, with a colon or a full stop."""
        last = passage.start - 1
        first = self._parse.segment(passage.start).first
        while last >= first and (self._doc[last].is_quote or self._doc[last].is_space):
            last -= 1
        if last < 0 or (last >= first and self._doc[last].text not in {":", *_STOPS}):
            return
        mention = self._in_front(self._parse.segment(last).first, last)
        if mention is None:
            return
        name = "announced" if self._doc[last].text == ":" else "sentence before"
        yield self._mentions.named(mention), None, (Evidence(name),)

    def _in_front(self, first: int, last: int) -> Mention | None:
        """The subject of the sentence that ends at ``last``: its first mention that no preposition governs."""
        start = last - 1
        while start >= first and (self._doc[start].text not in _STOPS or self._mentions.quoted[start]):
            start -= 1
        found = [mention for mention in self._mentions.between(start + 1, last) if mention.form is not Form.RELATIVE]
        found = [mention for mention in found if not self._mentions.is_governed(mention)]
        marked = [m for m in found if any(t.dep_ in _SUBJECTS for t in self._doc[m.first : m.last + 1])]
        return next(iter(marked or found), None)

    def _near(self, passage: "TokenSpan") -> Found:
        """Whoever is mentioned shortly before or after, for want of better."""
        segment = self._parse.segment(passage.start)
        for mention in self._mentions.between(max(segment.first, passage.start - NEAR), passage.start):
            yield mention, None, (Evidence("sentence around", 0.5),)
        for mention in self._mentions.between(passage.end, min(segment.last, passage.end + NEAR)):
            yield mention, None, (Evidence("sentence around", 0.3),)

    def _merged(self, found: Iterable[Piece]) -> list[Claim]:
        """One claim for each pair of mention and cue, each piece of evidence once at its strongest."""
        pairs: dict[tuple[int, int | None], tuple[Mention, Cue | None, dict[str, Evidence]]] = {}
        for mention, cue, evidence in found:
            held = pairs.setdefault((mention.head, cue.head if cue else None), (mention, cue, {}))[2]
            for piece in (*evidence, subjects.kind_of(mention, self._mentions)):
                if piece.name not in held or piece.amount > held[piece.name].amount:
                    held[piece.name] = piece
        return [_claim(mention, cue, tuple(held.values())) for mention, cue, held in pairs.values()]


def _claim(mention: Mention, cue: Cue | None, evidence: tuple[Evidence, ...]) -> Claim:
    return Claim(mention, cue, evidence, weighed(evidence, WEIGHTS))


def _open(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims between which there is a choice: whoever relays words (rapporte Le Monde) gives way to their voice."""
    settled = [claim for claim in claims if claim.has("quoted as saying")]
    if settled:
        return settled
    uttered = any(claim.cue and claim.cue.sort in _UTTERING and claim.has("subject") for claim in claims)
    if not uttered:
        return claims
    relays = {claim.mention.head for claim in claims if claim.cue and claim.cue.sort is CueSort.RELAYING}
    return [claim for claim in claims if claim.mention.head not in relays] or claims
