"""What marked words are: speech, a title, wording kept at arm's length, or other words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from quotereview import lexicon
from quotereview.detection import slogans, titles
from quotereview.detection.parts import Marked
from quotereview.detection.standing import LONGEST_TITLE, Rule, Standing, around
from quotereview.model import Kind, Span, Zone

LONGEST_TERM = 4  # words
LONGEST_NICKNAME = 3  # words

_PUNCTUATED_END = re.compile(r"[.!?…,;—–。！？，；-][\"'’”)\]]*$")
_SO_CALLED = re.compile(r"\b(?:so-called|self-styled)\s*$", re.IGNORECASE)
_SUNG = re.compile(r"\b(?:sings?|sang|singing|sung|hum(?:s|med)|chorus)\b[\w ,]{0,20}:?\s*$")
_NICKNAMED = re.compile(r"\bnicknam(?:e|es|ed|ing)\b[^.!?]{0,50}$", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"\b(?:known|dubbed|named|called|titled|entitled|labell?ed|termed|christened)(?: \w+)?(?: as| simply)?\s*$"
)
_NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|rated|described|deemed|as)\b[^.]{0,40}$"
)
_JUDGED = re.compile(r"\b(?:called|labell?ed|termed)(?: \w+)?\s*$")
_CALL_SUCH = re.compile(r"\bcall such [\w ]{0,25}$")
_CALLED_SUCH = re.compile(r"\bcalls? (?:these|those|this) [\w ]{0,25}$|\buses? the (?:term|word|phrase)s?\s*$")
_IS_A_TERM = re.compile(
    r",? (?:\([^()]*\) )?(?:is|was) (?:an?|the) (?:[\w-]+ ){0,2}(?:term|word|name|phrase|nickname|slang)\b"
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]\W*")
_WRONGLY_QUOTED = re.compile(
    r"\b(?:(?:earlier|previous|original) version|incorrectly|wrongly|mistakenly|misquoted)\b", re.IGNORECASE
)
_NEVER_SAID = re.compile(
    r"\b(?:nobody|no one|no-one|none|never)\b[\w ]{0,25} (?:say|says|said)\s*[,:]?\s*$", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|never|(?:did|do|does|had|has|have)(?:n[’']t| not| never))"
    r"(?: (?:ever|having|to have|that (?:he|she|it|they)(?: had)?(?: ever)?))?"
    r" (?:say|saying|said|call|calling|called|use|using|used|utter|uttering|uttered)"
    r"(?: (?:him|her|it|them|the [\w-]+|[A-Z][\w’'-]+)){0,2}(?: an?)?\s*[:,]?\s*$"
)
_IMAGINED = re.compile(
    r"(?:\b(?:may|might|could)|\b[Ii]f\b[^.!?]*\bwould)(?: (?:well|now|also|even|then))?"
    r" (?:ask|say|answer|reply|wonder)\s*[:,]?\s*$"
)
_OPENING_CLAUSE = re.compile(r"\b(?:that|whether|if|because|how|why|when|which|who|what)\s*$")
_FIRST_NAME = re.compile(r"\b[A-Z][\w.’-]+\s$")
_FAMILY_NAME = re.compile(r"\s[A-Z][\w’-]+")
_MODIFIED = re.compile(
    r"\s+(?!(?:and|or|but|for|to|in|of|on|at|by|as|with|that|because|after|when|if|who|while|from|about|over|is|was|were"
    r"|are|during|against|before|than|not|he|she|they|it|we|you|which)\b)[a-z-]+"
)
_NOT_SMALL = r"(?!(?:the|an?|his|her|its|their|this|that|and|or|but|in|on|of|to|for|at|by|from|with|as|is|was)\b)"
_ARTICLE = re.compile(
    r"\b(?:the|an?|its|his|her|their|this|these|those|any|some|no|one|two|both|earlier)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a passage, whether it is a fragment in the reporter's sentence, and why, in plain words.

    ``settled``: whatever else is found, that is the kind.
    """

    kind: Kind
    partial: bool
    reason: str
    settled: bool = False


def judge(  # noqa: PLR0913 - all that a passage is judged by
    text: str,
    marked: Marked,
    zone: Zone,
    cue: Span | None = None,
    mention: Span | None = None,
    *,
    written_is_said: bool = False,
) -> Judgement:
    """Judge the passage ``marked`` of ``text``; ``cue`` and ``mention`` are what attribution found for it, if anything.

    The marks themselves speak for speech; each other kind needs a reason, for a lost quote costs more than a false one.
    """
    here = _standing(text, marked, zone, voiced=cue is not None and mention is not None)
    settling = (rule for rule in _SETTLING if not (written_is_said and rule[1] in _WRITTEN))
    settled = _first(settling, here) or _named_elsewhere(text, here)
    kind, reason = settled or _first(_HINTING, here) or (Kind.SPEECH, "words between quotation marks")
    return Judgement(kind, _is_partial(here), reason, settled is not None)


def judge_by_marks(text: str, marked: Marked, zone: Zone) -> Judgement:
    """Judge a passage in a language whose words no rule knows: speech, unless its marks say otherwise."""
    here = _standing(text, marked, zone)
    reason = titles.in_title_marks(here)
    kind = Kind.SPEECH if reason is None else Kind.TITLE
    return Judgement(kind, _is_partial(here), reason or "words between quotation marks")


def _standing(text: str, marked: Marked, zone: Zone, *, voiced: bool = False) -> Standing:
    here = around(text, marked.outer, marked.span.of(text), zone)
    return replace(here, nested=marked.parent is not None, voiced=voiced)


def _is_partial(here: Standing) -> bool:
    """A fragment starts in lower case, goes on from "that", or stands unpunctuated in the reporter's sentence."""
    if here.words[0].islower() or _OPENING_CLAUSE.search(here.before):
        return True
    if not here.before.strip() or here.before.rstrip()[-1] in ':.!?,;—–”’"':
        return False
    return not _PUNCTUATED_END.search(here.words) and here.after[:1] not in (",", ".", "")


def _first(rules: Iterable[tuple[Kind, Rule]], here: Standing) -> tuple[Kind, str] | None:
    """The kind that the first rule gives which says anything, and why."""
    return next(((kind, reason) for kind, rule in rules if (reason := rule(here))), None)


def _named_elsewhere(text: str, here: Standing) -> tuple[Kind, str] | None:
    reason = titles.named_elsewhere(text, here)
    return (Kind.TITLE, reason) if reason else None


def _corrected(here: Standing) -> str | None:
    if here.zone is Zone.CORRECTION and _WRONGLY_QUOTED.search(here.before):
        return "a correction says that these words were not said"
    return None


def _never_said(here: Standing) -> str | None:
    denied = _NEVER_SAID.search(here.before) or _DENIED.search(here.before)
    return "words that nobody is said to use" if denied else None


def _imagined(here: Standing) -> str | None:
    return "words that somebody might say" if _IMAGINED.search(here.before) else None


def _borne(here: Standing) -> str | None:
    noun = slogans.borne(here.words, here.introduction, here.after)
    return f"a slogan, or written on a thing ({noun})" if noun else None


def _sung(here: Standing) -> str | None:
    return "sung" if _SUNG.search(here.before) else None


def _word_as_word(here: Standing) -> str | None:
    before = here.introduction
    found = _naming_noun().search(before) or _listing_noun().search(before)
    return f"named as a {found.group(1).lower()}" if found and here.count <= LONGEST_TITLE else None


def _nicknamed(here: Standing) -> str | None:
    if _NICKNAMED.search(here.before):
        return "a nickname"
    between_names = _FIRST_NAME.search(here.before) and _FAMILY_NAME.match(here.after)
    if between_names and here.count <= LONGEST_NICKNAME and here.title_case:
        return "a nickname between a first and a family name"
    return None


def _in_general_use(here: Standing) -> str | None:
    judged = here.voiced and (not here.title_case or _JUDGED.search(here.before))
    known = _KNOWN_AS.search(here.before) and not judged
    if known or _CALLED_SUCH.search(here.before) or _IS_A_TERM.match(here.after):
        return "a term or name in general use"
    return None


def _called_by_many(here: Standing) -> str | None:
    return "a term or name in general use" if _CALL_SUCH.search(here.before) else None


def _called_out(here: Standing) -> str | None:
    titled = here.capitalised and here.count > 1
    called = here.exclaimed and here.words[-1] != "." and not titled
    return "a call or a question that stands as a sentence" if called else None


def _stage_direction(here: Standing) -> str | None:
    return "a note in brackets, not words" if _BRACKETED.fullmatch(here.words) else None


def _so_called(here: Standing) -> str | None:
    return "so-called" if _SO_CALLED.search(here.before) else None


def _titled_thing(here: Standing) -> str | None:
    """A name with an article before it and what it names behind: the “Dry Feet” campaign."""
    return _thing(here) if here.title_case and _ARTICLE.search(here.before) else None


def _named_thing(here: Standing) -> str | None:
    return None if here.voiced or here.zone is Zone.HEADLINE else _thing(here)


def _thing(here: Standing) -> str | None:
    found = _noun_behind().match(here.after) if here.count <= LONGEST_TITLE else None
    stopped = _PUNCTUATED_END.search(here.words)
    return f"the name of a {found.group(1)}" if found and not stopped else None


def _unvoiced_term(here: Standing) -> str | None:
    """A few words without a voice that stand like a term: before a noun, alone, or capitalised."""
    if here.voiced or here.nested or here.zone is not Zone.BODY or here.count > LONGEST_TERM:
        return None
    runs_on = not _PUNCTUATED_END.search(here.words) and _MODIFIED.match(here.after)
    before_noun = runs_on and _ARTICLE.search(here.before)
    alone = here.count == 1 and not _NAMING.search(here.before) and not here.exclaimed
    named = here.title_case and here.count < 3 and titles.like_a_name(here)
    if before_noun or alone or named:
        return "a short term that nobody is said to have uttered"
    return None


_SETTLING: tuple[tuple[Kind, Rule], ...] = (
    (Kind.TITLE, titles.in_title_marks),
    (Kind.OTHER_WORDS, _corrected),
    (Kind.OTHER_WORDS, _never_said),
    (Kind.OTHER_WORDS, _imagined),
    (Kind.OTHER_WORDS, _stage_direction),
    (Kind.OTHER_WORDS, _borne),
    (Kind.OTHER_WORDS, _sung),
    (Kind.SCARE, _so_called),
    (Kind.OTHER_WORDS, _word_as_word),
    *((Kind.TITLE, rule) for rule in titles.SETTLING),
    (Kind.OTHER_WORDS, _titled_thing),
    (Kind.OTHER_WORDS, _called_by_many),
    (Kind.SPEECH, _called_out),
)
_WRITTEN = frozenset({_borne, _word_as_word, _titled_thing, _called_by_many})
"""Rules by which words are none of anybody's because they stand on a thing, or are named as words or names."""

_HINTING: tuple[tuple[Kind, Rule], ...] = (
    (Kind.OTHER_WORDS, _nicknamed),
    (Kind.TITLE, titles.beside_work),
    (Kind.OTHER_WORDS, _in_general_use),
    (Kind.OTHER_WORDS, _named_thing),
    (Kind.TITLE, titles.capitalised),
    (Kind.SCARE, _unvoiced_term),
)


def _alternatives(section: str) -> str:
    return lexicon.either(lexicon.phrases("works", section))


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+((?:{_NOT_SMALL}[a-z][\w-]* )?(?:{_alternatives('named')}))\b")


@cache
def _naming_noun() -> re.Pattern[str]:
    determined = (
        r"(?<!\bsaid )(?<!\buttered )(?<!\bspoke )\b(?:the|an?|this|that|one|new|their) (?:[\w-]+ (?!words?\b))?"
    )
    return re.compile(rf"{determined}({_alternatives('names')}),?\s*$", re.IGNORECASE)


@cache
def _listing_noun() -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives('wordings')}),? (?:such as|including)\s*$", re.IGNORECASE)
