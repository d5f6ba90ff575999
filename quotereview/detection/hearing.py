"""Whether anybody said it: how likely marked words are speech, by a trained sum of features."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING, Protocol

from quotereview import lexicon
from quotereview.detection import trained
from quotereview.detection.candidates import Mentions
from quotereview.detection.evidence import Claim
from quotereview.detection.features import Features, hold_of, lemma_of
from quotereview.detection.kinds import Judgement
from quotereview.detection.parse import Parse
from quotereview.detection.parts import Marked

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

FILE = "speech.json"
CONTEXT = 60  # characters looked at on each side
SIZES = (0, 1, 2, 3, 4, 5, 8, 12)  # words; a length counts as the last of these that it reaches
FEW = 3  # words; in finer features more count as these
CLIMB = 6  # steps up the parse to a verb
LEAST, MOST = -6.0, 12.0  # between which the rules' score is told
COARSE = 3  # steps of the rules' score that count as one in finer features

_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_ENDS = frozenset(".!?…^|")
"""What a sentence follows or ends with; "^" stands for the start of a paragraph, "|" parts the cells of a table."""
_OF_SPEAKERS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm][ey]|[Uu]s|[Oo]ur|[Yy]our)\b")
"""Words for who speaks and who is spoken to."""


class Hearing(Protocol):
    """What tells how likely a passage is speech."""

    def belief(self, index: int, features: tuple[str, ...]) -> float:
        """Between 0 and 1, for the passage ``index``."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The belief that somebody said a passage, and the features on which it rests."""

    belief: float
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listener:
    """Weights of features."""

    weights: Mapping[str, float]

    def belief(self, index: int, features: tuple[str, ...]) -> float:  # noqa: ARG002
        """How likely somebody said it, between 0 and 1."""
        return 1 / (1 + exp(-trained.total(self.weights, features)))


class Surroundings:
    """Names the features of one passage after another of an article."""

    def __init__(self, parse: Parse, mentions: Mentions) -> None:
        self._parse = parse
        self._claimed = Features(parse, mentions)

    def features(self, index: int, judgement: Judgement, claims: Sequence[Claim]) -> tuple[str, ...]:
        """The features of a passage, each once: its words, those around it, its grammar, the rules' best claim."""
        mark = self._parse.marked[index]
        size, case = _size(mark, self._parse.text), _case(mark, self._parse.text)
        rule = f"rule={judgement.reason.split(' (')[0]}"
        names = ["any", rule, f"rule={judgement.kind.value}", f"{rule} size={min(size, FEW)}"]
        names += self._of_words(mark, size, case)
        names += self._of_grammar(index, size, case)
        names += self._of_claim(claims[0], size, case) if claims else ["no claim"]
        names += [f"{rule} score={_score(claims[0]) // COARSE}"] if claims else []
        return tuple(dict.fromkeys(names))

    def _of_words(self, mark: Marked, size: int, case: str) -> Iterator[str]:
        before, after = _before(mark, self._parse.text), _after(mark, self._parse.text)
        words = mark.span.of(self._parse.text)
        end = _ending(words, after[0])
        alone = before[-1] in _ENDS and words[-1] in _ENDS
        yield f"alone={alone} size={min(size, FEW)}"
        yield f"first={_first(words)}"
        if _OF_SPEAKERS.search(words):
            yield f"of speakers size={min(size, FEW)}"
        yield f"size={size}"
        yield f"size={size} case={case}"
        yield f"size={size} end={end}"
        yield f"case={case} end={end}"
        yield f"before={before[-1]}"
        yield f"before={before[-1]} case={case}"
        yield f"before={before[-1]} after={after[0]}"
        yield f"before={before[-2]} {before[-1]}"
        yield f"second before={before[-2]}"
        yield f"after={after[0]}"
        yield f"after={after[0]} case={case}"

    def _of_grammar(self, index: int, size: int, case: str) -> Iterator[str]:
        setting = self._claimed.setting(index)
        if setting is None:
            return
        root = setting.tokens.root
        verb = _verb_above(root)
        if self._parse.placeholder(index) is None:
            yield from _of_sorts(setting.tokens, size)
        yield f"dep={root.dep_}"
        yield f"dep={root.dep_} size={min(size, FEW)} case={case}"
        yield f"dep={root.dep_} told={_is_told(setting.tokens)}"
        yield f"dep={root.dep_} of {lemma_of(root.head)}"
        yield f"dep={root.dep_} of {root.head.pos_}"
        yield f"verb={verb}"
        yield f"verb={verb} size={min(size, FEW)}"
        yield f"form={setting.form}"
        yield f"form={setting.form} place={setting.place}"

    def _of_claim(self, claim: Claim, size: int, case: str) -> Iterator[str]:
        score = _score(claim)
        for piece in claim.evidence:
            yield f"evidence={piece.name}"
            yield f"evidence={piece.name} size={min(size, FEW)} case={case}"
        yield f"score={score}"
        yield f"score={score} case={case}"
        yield f"score={score} size={size}"
        if claim.cue is None:
            yield "cue=none"
            yield f"cue=none size={size} case={case}"
            return
        lemma, sort, hold = lemma_of(self._parse.doc[claim.cue.head]), claim.cue.sort.value, hold_of(claim)
        yield f"cue={lemma}"
        yield f"cue={lemma} hold={hold}"
        yield f"cue={lemma} size={size}"
        yield f"sort={sort} hold={hold} case={case}"
        yield f"sort={sort} hold={hold} size={size}"


@cache
def shipped() -> Listener:
    """The listener with the weights that come with the package."""
    return Listener(trained.features(FILE))


def _size(mark: Marked, text: str) -> int:
    count = len(mark.span.of(text).split())
    return max(size for size in SIZES if size <= count)


def _case(mark: Marked, text: str) -> str:
    words = mark.span.of(text).split()
    if not words or not words[0][:1].isupper():
        return "small"
    return "title" if all(word[:1].isupper() or len(word) < 4 for word in words) else "capital"


def _first(words: str) -> str:
    """The first word of a passage, if it is a small one; others all count as one."""
    found = _TOKEN.findall(words)
    first = next((word.lower() for word in found if word[0].isalnum()), "")
    return first if first in lexicon.words("function_words", "english") else "WORD"


def _of_sorts(passage: "TokenSpan", size: int) -> Iterator[str]:
    """The parts of speech of a passage that was parsed: that of its first word, and of all if they are few."""
    sorts = [token.pos_ for token in passage if not token.is_punct and not token.is_space]
    yield f"first sort={sorts[0] if sorts else None} size={min(size, FEW)}"
    yield f"sorts={' '.join(sorts)}" if len(sorts) <= FEW else f"sorts={sorts[0]} and more"


def _is_told(passage: "TokenSpan") -> bool:
    """Whether a verb of saying stands in the sentence around a passage."""
    verbs = lexicon.words("reporting_verbs", "saying")
    around = (token for token in passage.sent if not passage.start <= token.i < passage.end)
    return any(token.pos_ == "VERB" and token.lemma_.lower() in verbs for token in around)


def _score(claim: Claim) -> int:
    return round(max(LEAST, min(MOST, claim.score)))


def _before(mark: Marked, text: str) -> list[str]:
    """The last two words or signs before a passage in its paragraph; "^" stands for none."""
    stretch = text[max(0, mark.outer.start - CONTEXT) : mark.outer.start]
    return ["^", "^", *map(_known, _TOKEN.findall(_BREAK.split(stretch)[-1]))][-2:]


def _after(mark: Marked, text: str) -> list[str]:
    """The words and signs behind a passage in its paragraph; "$" stands for none."""
    stretch = text[mark.outer.end : mark.outer.end + CONTEXT]
    return [*map(_known, _TOKEN.findall(_BREAK.split(stretch)[0])), "$"]


def _known(word: str) -> str:
    """A word as it is told; names all count as one, so that nothing is learned of a person."""
    plain = word.lower()
    named = word[:1].isupper() and plain not in lexicon.words("function_words", "english")
    return "NAME" if named else plain


def _ending(words: str, after: str) -> str:
    last = words.rstrip()[-1:]
    if last and last in ",.!?…":
        return last
    return f"then {after}" if after in {",", ".", ";", ":", "!", "?", "$"} else "open"


def _verb_above(token: "Token") -> str:
    """The lemma of the verb that governs a token; of the highest token reached where there is none."""
    over = token.head
    for _ in range(CLIMB):
        if over.pos_ in {"VERB", "AUX"} or over.head is over:
            break
        over = over.head
    return lemma_of(over)
