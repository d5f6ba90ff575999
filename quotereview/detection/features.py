"""What the ranker is told of a claim on a passage: named features, each there or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from quotereview.detection import subjects
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.cues import Cue
from quotereview.detection.evidence import Claim, weighed
from quotereview.detection.parse import Parse, Segment

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

STEPS = (0, 1, 2, 3, 5, 8, 12, 18, 30, 60)  # tokens; a distance counts as the last step that it reaches
FAR = 100  # tokens beyond which nothing is counted
CLIMB = 4  # steps up the parse that are told one by one
SHORT_WORD = 5  # letters; a longer word beside a mention or a passage counts as its part of speech

_COMPLEMENTS = ("dobj", "ccomp", "xcomp", "prep", "mark", "neg", "aux", "advcl", "agent")
_HOLDS = ("governs", "governs from afar")
_HANGS = (
    "subject",
    "shared subject",
    "outer subject",
    "issuer",
    "agent",
    "relays",
    "quoted as saying",
    "passive subject",
    "whose",
    "described",
    "of",
    "beside the cue",
    "before an aside",
    "object",
    "label",
    "signature",
    "announced",
    "spoke before",
    "sentence before",
    "whose words",
    "open mark",
    "goes on",
    "same paragraph",
    "next paragraph",
    "earlier quote",
    "next quote",
    "sentence around",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a passage is like and where it stands."""

    tokens: "TokenSpan"
    segment: Segment
    form: str
    ending: str
    place: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The passage before or after one, how the two stand to each other, and the claim held to be right there."""

    tokens: "TokenSpan"
    relation: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Ties:
    """What sort of mention it is, how it hangs on its cue or passage, and how its cue holds the passage."""

    kind: str
    hang: str
    hold: str


class Features:
    """Names the features of one claim after another of an article."""

    def __init__(self, parse: Parse, mentions: Mentions) -> None:
        self._parse = parse
        self._mentions = mentions

    def setting(self, index: int) -> Setting | None:
        """The setting of a passage; None if nothing of it was parsed."""
        tokens = self._parse.passage(index)
        if tokens is None:
            return None
        segment = self._parse.segment(tokens.start)
        words = self._parse.marked[index].span.of(self._parse.text).split()
        masked = self._parse.placeholder(index) is not None
        form = "sentence" if masked else "word" if len(words) < 3 else "part"
        return Setting(tokens, segment, form, self._ending(index), _place(tokens, segment))

    def of(
        self, claim: Claim, setting: Setting, before: Neighbour | None, following: Neighbour | None
    ) -> tuple[str, ...]:
        """The features of a claim on a passage, each once."""
        names = dict.fromkeys(self._own(claim, setting))
        names |= dict.fromkeys(self._after(claim, setting, before))
        if following is not None:
            names |= dict.fromkeys(self._ahead(claim, setting, following))
        return tuple(names)

    def _own(self, claim: Claim, setting: Setting) -> Iterator[str]:
        ties = self._ties(claim)
        kind, hang, hold = ties.kind, ties.hang, ties.hold
        for piece in claim.evidence:
            yield f"evidence={piece.name}"
            yield f"evidence={piece.name} x{round(piece.amount * 3)}"
        yield f"rules={round(max(-6.0, min(12.0, weighed(claim.evidence))))}"
        yield f"kind={kind}"
        yield f"kind={kind} hang={hang}"
        yield f"hang={hang} hold={hold} form={setting.form}"
        yield f"label={claim.mention.label}"
        yield from self._of_mention(claim, setting, kind)
        if claim.cue is not None:
            yield from self._of_cue(claim.mention, claim.cue, setting, ties)
        else:
            yield f"no cue hang={hang} form={setting.form} place={setting.place}"
            yield f"no cue place={setting.place} end={setting.ending}"

    def _ties(self, claim: Claim) -> _Ties:
        named = {piece.name for piece in claim.evidence}
        hang = next((name for name in _HANGS if name in named), "nothing")
        return _Ties(self._kind(claim), hang, hold_of(claim))

    def _kind(self, claim: Claim) -> str:
        return subjects.kind_of(claim.mention, self._mentions).name

    def _of_mention(self, claim: Claim, setting: Setting, kind: str) -> Iterator[str]:
        mention, cued = claim.mention, "cue" if claim.cue else "no cue"
        token = self._parse.doc[mention.head]
        start, end = setting.tokens.start, setting.tokens.end
        side = "before" if mention.head < start else "after" if mention.head >= end else "in"
        gap = _step(mention.first - end if side == "after" else start - mention.last - 1)
        here = _here(mention.head, setting)
        if mention.form is Form.PRONOUN:
            yield f"pronoun={token.lower_} side={side} form={setting.form}"
        yield f"side={side} {here} kind={kind}"
        yield f"side={side} {here} gap={gap} {cued}"
        yield f"dep={token.dep_} {cued}"
        yield f"dep={token.dep_} kind={kind} side={side}"
        yield f"dep={token.dep_} of {token.head.dep_} {cued}"
        yield f"crossed={self._sentences(mention.head, setting)} side={side} {cued}"
        yield f"dep={token.dep_} over={_over(token, setting)}"
        yield f"name={mention.label} dep={token.dep_}" if mention.form is Form.NAME else f"head={lemma_of(token)}"
        yield f"before it={_word(token.doc, mention.first - 1)}"
        yield f"behind it={_word(token.doc, mention.last + 1)}"

    def _of_cue(self, mention: Mention, cue: Cue, setting: Setting, ties: _Ties) -> Iterator[str]:
        kind, hang, hold = ties.kind, ties.hang, ties.hold
        token = self._parse.doc[cue.head]
        side = "before" if cue.head < setting.tokens.start else "after"
        order = "inverted" if mention.head > cue.head else "straight"
        near = _step(mention.first - cue.last if order == "inverted" else cue.first - mention.last - 1)
        for name in (f"cue={lemma_of(token)}", f"sort={cue.sort.value}", f"tag={token.tag_}"):
            yield f"{name} form={setting.form}"
            yield f"{name} side={side}"
            yield f"{name} hang={hang}"
            yield f"{name} hold={hold}"
        yield f"cue={lemma_of(token)}"
        yield f"tag={token.tag_} side={side} hold={hold}"
        yield f"dep={token.dep_} hold={hold} form={setting.form}"
        yield f"sort={cue.sort.value} hold={hold} form={setting.form}"
        yield f"sort={cue.sort.value} kind={kind}"
        yield f"order={order} near={near} hang={hang}"
        yield f"order={order} side={side} form={setting.form} kind={kind}"
        yield f"cue={lemma_of(token)} hang={hang} hold={hold}"
        yield f"cue={lemma_of(token)} side={side} hold={hold} form={setting.form}"
        yield from self._standing(cue, setting, side, hold)
        yield from self._in_parse(mention, cue, setting, hold)

    def _standing(self, cue: Cue, setting: Setting, side: str, hold: str) -> Iterator[str]:
        gap = _step(cue.first - setting.tokens.end if side == "after" else setting.tokens.start - cue.last)
        between = f"crossed={self._sentences(cue.head, setting)} quotes={self._quotes(cue.head, setting)}"
        yield f"sort={cue.sort.value} side={side} gap={gap}"
        yield f"side={side} gap={gap} form={setting.form} end={setting.ending}"
        yield f"side={side} hold={hold} form={setting.form} place={setting.place}"
        yield f"side={side} {between} form={setting.form}"
        yield f"side={side} {between} hold={hold}"
        yield f"side={side} {between} place={setting.place} {_here(cue.head, setting)}"
        yield f"right before={self._right_before(setting)} side={side} hold={hold}"
        yield f"right before={self._right_before(setting)} side={side} gap={gap}"

    def _right_before(self, setting: Setting) -> str:
        """The word or sign right before a passage and its mark."""
        first = setting.segment.first
        place = setting.tokens.start - 1
        place -= place > first and self._parse.doc[place].is_quote
        return _word(self._parse.doc, place) if place >= first else "^"

    def _in_parse(self, mention: Mention, cue: Cue, setting: Setting, hold: str) -> Iterator[str]:
        """How mention, cue and passage are tied in the parse, and what else hangs on the cue."""
        doc, start = self._parse.doc, setting.tokens.start
        token = doc[cue.head]
        up, own = _path(setting.tokens.root, token), _path(doc[mention.head], token)
        yield f"path={up} form={setting.form}"
        yield f"path of it={own}"
        yield f"path={up} path of it={own}"
        yield f"path down={_path(token, setting.tokens.root)}"
        yield f"dep={token.dep_} of {lemma_of(token.head)}"
        yield f"dep={token.dep_} of {token.head.pos_} hold={hold}"
        for child in token.children:
            if child.dep_ in _COMPLEMENTS and not child.left_edge.i <= start <= child.right_edge.i:
                yield f"cue has {child.dep_} hold={hold}"
            if child.dep_ in {"mark", "advmod"} and child.i < token.i:
                yield f"cue after={child.lower_} dep={token.dep_}"

    def _after(self, claim: Claim, setting: Setting, before: Neighbour | None) -> Iterator[str]:
        """What the choice for the passage before says of a claim."""
        kind = self._kind(claim)
        if before is None:
            yield f"previous=none kind={kind}"
            return
        there = before.claim.cue
        stood = "no cue" if there is None else "after" if there.head >= before.tokens.end else "before"
        same = f"previous={before.relation} {self._same(claim, before.claim)}"
        cued, asked = _same_cue(claim, before.claim), self._asks(before.tokens)
        yield same
        yield f"{same} kind={kind}"
        yield f"{same} {cued} stood={stood}"
        yield f"{same} {cued} form={setting.form} place={setting.place}"
        yield f"{same} {cued} gap={_step(setting.tokens.start - before.tokens.end)}"
        yield f"{same} {cued} asked={asked}"
        yield f"{same} {cued} asked={asked} place={setting.place}"
        yield f"{same} {cued} sort={claim.cue.sort.value if claim.cue else None} form={setting.form}"
        yield f"{same} {cued} crossed={self._sentences(claim.mention.head, setting)}"

    def _asks(self, passage: "TokenSpan") -> bool:
        """Whether a passage ends as a question."""
        end = passage.end
        return any(token.text == "?" for token in self._parse.doc[max(passage.start, end - 2) : end + 1])

    def _ahead(self, claim: Claim, setting: Setting, following: Neighbour) -> Iterator[str]:
        """What the likeliest voice of the passage that follows says of a claim."""
        cued = _same_cue(claim, following.claim)
        same = f"next={following.relation} {self._same(claim, following.claim)} {cued}"
        yield same
        yield f"{same} gap={_step(following.tokens.start - setting.tokens.end)}"
        if claim.cue is not None and claim.cue.head >= setting.tokens.end:
            nearer = _nearer(claim.cue.head, setting.tokens, following.tokens)
            yield f"next={following.relation} {cued} stands={nearer} form={setting.form}"

    def _same(self, claim: Claim, other: Claim) -> str:
        if claim.mention.head == other.mention.head:
            return "mention"
        doc = self._parse.doc
        return "word" if doc[claim.mention.last].lower_ == doc[other.mention.last].lower_ else "other"

    def _ending(self, index: int) -> str:
        """With which mark a passage ends, inside its marks or right behind them."""
        mark, text = self._parse.marked[index], self._parse.text
        inside, behind = mark.span.of(text).rstrip()[-1:], text[mark.outer.end : mark.outer.end + 1]
        last = inside if inside and inside in ",.!?—" else behind
        return "stop" if last and last in ".!?" else last if last in {",", "—"} else "open"

    def _sentences(self, token: int, setting: Setting) -> int:
        """Sentences that begin between a token and the passage, up to three."""
        low, high = token + 1, setting.tokens.start + 1
        if token >= high - 1:
            low, high = setting.tokens.end, token + 1
        if high - low > FAR:
            return 3
        return min(3, self._begun[high] - self._begun[low]) if low < high else 0

    @cached_property
    def _begun(self) -> list[int]:
        """How many of the reporter's sentences begin before each token."""
        quoted = self._mentions.quoted
        starts = (bool(t.is_sent_start) and not t.is_punct and not quoted[t.i] for t in self._parse.doc)
        return [0, *accumulate(starts)]

    def _quotes(self, token: int, setting: Setting) -> int:
        """Other passages that begin between a token and the passage, up to two."""
        low, high = token, setting.tokens.start
        if token >= high:
            low, high = setting.tokens.end, token
        quoted = self._mentions.quoted
        return min(2, sum(quoted[i] and not quoted[i - 1] for i in range(max(low, high - FAR), high)))


def lemma_of(token: "Token") -> str:
    """The lemma of a token; names all count as one, so that nothing is learned of a person."""
    return "NAME" if token.pos_ == "PROPN" else token.lemma_.lower()


def hold_of(claim: Claim) -> str:
    """How the cue of a claim holds the passage."""
    return next((name for name in _HOLDS if claim.has(name)), "loose")


def _place(tokens: "TokenSpan", segment: Segment) -> str:
    """Where in its paragraph a passage stands."""
    starts, ends = tokens.start - segment.first <= 1, segment.last - tokens.end <= 2
    return "whole" if starts and ends else "first" if starts else "last" if ends else "inner"


def _here(token: int, setting: Setting) -> str:
    return "here" if setting.segment.first <= token < setting.segment.last else "elsewhere"


def _step(gap: int) -> int:
    return next((step for step in reversed(STEPS) if gap >= step), 0)


def _over(token: "Token", setting: Setting) -> str:
    """What a mention hangs on: the passage itself, or another word by its relation."""
    return "passage" if setting.tokens.start <= token.head.i < setting.tokens.end else token.head.dep_


def _path(token: "Token", over: "Token") -> str | None:
    """The relations from a token up to another; None if that is not above it or further than CLIMB steps."""
    steps: list[str] = []
    while token.i != over.i:
        if len(steps) == CLIMB or token.head is token:
            return None
        steps.append(token.dep_)
        token = token.head
    return ">".join(steps)


def _word(doc: "Doc", place: int) -> str:
    """The word at a place, a long one as its part of speech; "^" stands for none."""
    if not 0 <= place < len(doc):
        return "^"
    token = doc[place]
    return token.pos_ if token.is_alpha and len(token) >= SHORT_WORD else token.lower_


def _same_cue(claim: Claim, other: Claim) -> str:
    if claim.cue is None:
        return "no cue"
    return "same cue" if other.cue is not None and other.cue.head == claim.cue.head else "other cue"


def _nearer(cue: int, here: "TokenSpan", there: "TokenSpan") -> str:
    """To which of two passages a cue behind the first stands nearer."""
    if cue >= there.end:
        return "beyond"
    return "next" if there.start - cue < cue - here.end else "this"
