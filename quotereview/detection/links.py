"""How a carrier stands in its sentence: spoken to, quoted from, or the form that the words took."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from quotereview import lexicon
from quotereview.detection import carriers
from quotereview.detection.carriers import Carrier
from quotereview.detection.sentences import Sentence
from quotereview.model import SourceKind, Span

MEDIA = frozenset({SourceKind.AGENCY, SourceKind.BROADCASTER, SourceKind.OUTLET})


class Role(Enum):
    """What a carrier does for the words of its sentence."""

    VENUE = auto()
    """The words were spoken to it or on it."""
    CITED = auto()
    """It passed the words on."""
    BEHIND = auto()
    """It stands behind the one that passed them on ("Yonhap, citing KCNA")."""
    FORM = auto()
    """The words were issued in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A carrier with its role; ``anchor`` is the verb or preposition that gives it the role."""

    carrier: Carrier
    role: Role
    anchor: Span

    @property
    def passes_on(self) -> bool:
        """Whether the carrier is one that passed the words on."""
        return self.role in {Role.CITED, Role.BEHIND}


_MARKS = '“”"‘«»'  # around the name of a programme or a paper
_TOLD = re.compile(r"\b(?:told|tells?|telling)(?: [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:of|from|at))?\s*$")
_SPEAKING = re.compile(
    r"\b(?:(?:spoke|spoken|speaks?|speaking|talk(?:ed|s|ing)?|chatt(?:ed|ing))\b[\w ,’'-]{0,40}?\b(?:to|with|on|at|in)"
    r"|interview(?:ed)?\b[\w ,’'-]{0,40}?\b(?:with|on|for|to|by|from|broadcast by|aired by|aired on)"
    r"|appear(?:ed|s|ing|ance)s?\b[\w ,’'-]{0,30}?\b(?:on|with)|(?:guest|audience) on|editorial board of"
    r"|(?:asked|pressed|questioned|phoned|joined|called) (?:\w+ )?(?:by|into)"
    r"|(?:broadcast|episode|edition|instal?lment|segment|taping|show|programme?) of)"
    r"(?: (?!(?:to|of|in|on|at|about|with|for|by|and|that|reporters|journalists)\b)[\w’'-]+){0,4}\s*$",
    re.IGNORECASE,
)
_INTERVIEW_AFTER = re.compile(r"[’']?s?\s+(?:[\w-]+ ){0,2}(?:interview|town hall|forum|debate|podcast)\b")
_PIECE_AFTER = re.compile(
    r"[’']?s?\s+(?:[\w-]+ ){0,2}"
    r"(?:essay|column|op-ed|article|editorial|profile|report|story|investigation|documentary)\b"
)
_BROADCAST = re.compile(r"\b(?:interview|address|speech|debate|remarks)$")
_DURING = re.compile(r"\b(?:in|during|at|to|for)(?: an?| the)?\s*$", re.IGNORECASE)
_ON = re.compile(r"\b[Oo]n(?: \w+(?: (?:night|morning|evening))?,? on)?\s*$")
_CITED = re.compile(
    r"\b(?:according to|via|(?<=, )report(?:s|ed)"
    r"|(?:quoted|cited|reported|relayed|carried|published|aired|broadcast|shown|released|issued"
    r"|distributed|obtained|leaked|revealed|seen|reviewed|posted|run|read out) (?:\w+ )?(?:by|in|on|to)"
    r"|as saying (?:\w+ ){0,3}by|(?:read-?out|account) (?:from|by|of|on|via)"
    r"|(?:column|op-ed|essay|article|piece|editorial|commentary|profile|story) (?:for|in|on|by|published (?:in|by))"
    r")\s*(?:[\w-]+[’']s\s*)?$",
    re.IGNORECASE,
)
_WRITING_IN = re.compile(r"\b(?:[Ww]rote|[Ww]riting|[Ww]rites|[Ww]ritten)\b[\w ,’'-]{0,20}\b(?:in|for)\s*$")
_BEHIND = re.compile(r"\b(?:citing|cited|quoting|quoted)\s*$")
_ISSUED_IN = re.compile(r"\b(?:in|by|via|through|with|from)(?: (?:what|the form of|part of))?\s*$", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:issu(?:ed|ing|es)|releas(?:ed|ing|es)|publish(?:ed|ing|es)|put out|sent|sends|sending|wrote|writes|posted"
    r"|posts|penned|read|filed|shared|signed|according to|circulated|made public)\s*$",
    re.IGNORECASE,
)
_TOOK_TO = re.compile(
    r"\b(?:took|taken|taking|takes|turned|went|posted|post|posting|wrote|writing|writes|said|says|message|messages|video"
    r"|shared|published|announced|live|him|her|them|account)\b[\w ,’'-]{0,30}?\b(?:to|on|via|over|through)\s*$"
)
_AFTER_FORM = (
    r"^(?:(?: \w+)?,? (?:from|by|of|on|to|signed by|issued by|released by|seen by|reviewed by|published (?:by|in))\b"
    r"[^.;:]{1,70}?)?,? (?:\w+ly )?"
)
_IN_WHICH = re.compile(r"^(?:,[^,.]{1,60},| to [^,.]{1,40},?|,)? in which\b")
_MATTER = re.compile(r"\b(?:on|about|over|behind|for)\s*$")
_OCCASION = re.compile(r"\b(?:[Aa]t|[Ii]n|[Oo]n|[Dd]uring|[Tt]o|[Ff]rom|told|tells|telling|[Aa]ddress(?:ed|ing))\s*$")


def find(sentence: Sentence, found: Iterable[Carrier]) -> list[Link]:
    """Those of the carriers ``found`` in a sentence that have a role in it, in the same order."""
    links = (_link(sentence, carrier) for carrier in found)
    return [link for link in links if link is not None]


def _link(sentence: Sentence, carrier: Carrier) -> Link | None:
    before = sentence.words[: carrier.phrase.start - sentence.span.start].rstrip(_MARKS)
    after = sentence.words[carrier.span.end - sentence.span.start :].lstrip(_MARKS)
    role = _role(carrier, before, after)
    if role is None:
        return None
    word = re.search(r"[\w’'-]+\s*$", before)
    start = sentence.span.start + (word.start() if word else 0)
    anchored = Span(start, carrier.span.end)
    return Link(carrier, role, anchored)


def _role(carrier: Carrier, before: str, after: str) -> Role | None:
    if carrier.kind is SourceKind.BRIEFING:
        return Role.VENUE if _OCCASION.search(before) else None
    if carrier.form:
        return _form_role(carrier, before, after)
    if carrier.kind is SourceKind.POST:
        return Role.FORM if _TOOK_TO.search(before) or _ON.search(before) else None
    return _medium_role(carrier, before, after)


def _form_role(carrier: Carrier, before: str, after: str) -> Role | None:
    if carrier.sure or carrier.kind is SourceKind.READOUT or _ISSUED_IN.search(before) or _ISSUED.search(before):
        return Role.FORM
    if _MATTER.search(before):
        return None
    return Role.FORM if _passing_on_after_form().search(after) or _IN_WHICH.search(after) else None


def _medium_role(carrier: Carrier, before: str, after: str) -> Role | None:
    broadcast = _BROADCAST.search(carrier.name) and _DURING.search(before)
    if _TOLD.search(before) or _SPEAKING.search(before) or broadcast:
        return Role.VENUE
    if _BEHIND.search(before):
        return Role.BEHIND
    if _CITED.search(before) or _WRITING_IN.search(before):
        return Role.CITED
    if carrier.kind is SourceKind.BROADCASTER and _ON.search(before):
        return Role.VENUE
    if _INTERVIEW_AFTER.match(after) and _DURING.search(before):
        return Role.VENUE
    piece = _PIECE_AFTER.match(after) and (_DURING.search(before) or _CITED.search(before))
    return Role.CITED if piece or _passing_on().search(after) else None


@cache
def _passing_on() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon.words(carriers.LIST, "passing_on")))
    sort = r"(?:\s(?:state|news|press|agency|newspaper|magazine|television|TV|radio|channel|station|network|website))*"
    aside = r"(?:,[^,.;]{1,60},|\s*\([^()]{1,40}\))?"
    return re.compile(
        rf"^{sort}{aside}\s*(?:(?:has|had|have|also|later|then|first|itself)\s)*"
        rf"(?:(?:{verbs})\b|had [A-Z][\w’'-]+(?: \w+)? (?:telling|saying|asking)|gave the (?:line|words|quote))"
    )


@cache
def _passing_on_after_form() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon.words(carriers.LIST, "passing_on") | lexicon.words(carriers.LIST, "asking")))
    return re.compile(rf"{_AFTER_FORM}(?:(?:has|had|also|then)\s)*(?:{verbs})\b")
