"""What marked words are: speech, a title, wording kept at arm's length, or other words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from quotereview import lexicon
from quotereview.detection.parts import Marked
from quotereview.model import Kind, Span, Zone

CONTEXT = 80  # characters looked at on each side
LONGEST_TERM = 4  # words
LONGEST_TITLE = 9  # words
LONGEST_NICKNAME = 3  # words

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # scripts that put no space between words
_WORD = re.compile(r"[\w&][\w&.’'-]*")
_SMALL_WORD = re.compile(
    r"(?:an?|and|as|at|but|by|de|for|from|in|is|it|la|le|me|my|of|on|or|the|to|up|vs?|with|&)", re.IGNORECASE
)
_PUNCTUATED_END = re.compile(r"[.!?…,;—–。！？，；-][\"'’”)\]]*$")
_SO_CALLED = re.compile(r"\b(?:so-called|self-styled)\s*$", re.IGNORECASE)
_BEFORE_TITLE = re.compile(
    r"(?:\b(?:on|to|of|at|from|in|with|told|whose|(?:19|20)\d\d)|[’']s|s[’'])\s*$", re.IGNORECASE
)
_BEFORE_TITLE_OR_NAME = re.compile(rf"{_BEFORE_TITLE.pattern}|\b(?:for|by|the|an?)\s*$", re.IGNORECASE)
_SUNG = re.compile(r"\b(?:sings?|sang|singing|sung|hum(?:s|med)|chorus)\b[\w ,]{0,20}:?\s*$")
_BORE = re.compile(
    r"\b(?:reads?|reading|said|saying|says|proclaim\w*|bearing|declar\w+|is|was)\b[\s:,]*$|[:,]\s*$|^\s*$"
)
_NICKNAMED = re.compile(r"\bnicknam(?:e|es|ed|ing)\b[^.!?]{0,50}$", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"\b(?:known|dubbed|named|called|titled|entitled|labell?ed|termed|christened)(?: \w+)?(?: as| simply)?\s*$"
)
_NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|rated|described|deemed|as)\b[^.]{0,40}$"
)
_JUDGED = re.compile(r"\b(?:called|labell?ed|termed)(?: \w+)?\s*$")
_CALLED_SUCH = re.compile(
    r"\b(?:calls?|call) (?:such|these|those|this) [\w ]{0,25}$|\buses? the (?:term|word|phrase)s?\s*$"
)
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
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][\"'’”»)\]]*)\s*$")
_OPENING_CLAUSE = re.compile(r"\b(?:that|whether|if|because|how|why|when|which|who|what)\s*$")
_FIRST_NAME = re.compile(r"\b[A-Z][\w.’-]+\s$")
_FAMILY_NAME = re.compile(r"\s[A-Z][\w’-]+")
_MODIFIED = re.compile(
    r"\s+(?!(?:and|or|but|for|to|in|of|on|at|by|as|with|that|because|after|when|if|who|while|from|about|over|is|was|were"
    r"|are|during|against|before|than|not|he|she|they|it|we|you|which)\b)[a-z-]+"
)
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


@dataclass(frozen=True, slots=True)
class _Setting:
    """A passage with the words around it in its paragraph and what attribution found for it."""

    words: str
    before: str
    after: str
    zone: Zone
    nested: bool
    voiced: bool
    mark: str

    @property
    def count(self) -> int:
        """How many words there are; a character of an unspaced script counts as one."""
        return len(_UNSPACED.sub(" x ", self.words).split())

    @property
    def title_case(self) -> bool:
        """Whether the words are capitalised as in the name of a work."""
        words = _WORD.findall(self.words)
        return (
            0 < len(words) <= LONGEST_TITLE
            and (words[0][0].isupper() or words[0][0].isdigit())
            and all(not word[0].islower() or _SMALL_WORD.fullmatch(word) for word in words)
            and not set("!?…") & set(self.words)
        )

    @property
    def exclaimed(self) -> bool:
        """Whether the words stand as a sentence between sentences ("Enough!")."""
        whole = self.words[0].isupper() and self.words[-1] in ".!?…"
        return whole and _SENTENCE_BEFORE.search(self.before) is not None


_Rule = Callable[[_Setting], str | None]


def judge(text: str, marked: Marked, zone: Zone, cue: Span | None = None, mention: Span | None = None) -> Judgement:
    """Judge the passage ``marked`` of ``text``; ``cue`` and ``mention`` are what attribution found for it, if anything.

    The marks themselves speak for speech; each other kind needs a reason, for a lost quote costs more than a false one.
    """
    setting = _setting(text, marked, zone, cue, mention)
    settled = next(_reasons(_SETTLING, setting), None)
    kind, reason = settled or next(_reasons(_HINTING, setting), (Kind.SPEECH, "words between quotation marks"))
    return Judgement(kind, _is_partial(setting), reason, settled is not None)


def judge_by_marks(text: str, marked: Marked, zone: Zone) -> Judgement:
    """Judge a passage in a language whose words no rule knows: speech, unless its marks say otherwise."""
    setting = _setting(text, marked, zone, None, None)
    reason = _in_title_marks(setting)
    kind = Kind.SPEECH if reason is None else Kind.TITLE
    return Judgement(kind, _is_partial(setting), reason or "words between quotation marks")


def _setting(text: str, marked: Marked, zone: Zone, cue: Span | None, mention: Span | None) -> _Setting:
    start, end = marked.outer
    before = re.split(r"[\n\r\u2028\u2029]", text[max(0, start - CONTEXT) : start])[-1]
    after = re.split(r"[\n\r\u2028\u2029]", text[end : end + CONTEXT])[0]
    voiced = cue is not None and mention is not None
    return _Setting(marked.span.of(text), before, after, zone, marked.parent is not None, voiced, text[start])


def _is_partial(setting: _Setting) -> bool:
    """A fragment starts in lower case, goes on from "that", or stands unpunctuated in the reporter's sentence."""
    if setting.words[0].islower() or _OPENING_CLAUSE.search(setting.before):
        return True
    if not setting.before.strip() or setting.before.rstrip()[-1] in ':.!?,;—–”’"':
        return False
    return not _PUNCTUATED_END.search(setting.words) and setting.after[:1] not in (",", ".", "")


def _reasons(rules: Iterable[tuple[Kind, _Rule]], setting: _Setting) -> Iterator[tuple[Kind, str]]:
    for kind, rule in rules:
        reason = rule(setting)
        if reason is not None:
            yield kind, reason


def _corrected(setting: _Setting) -> str | None:
    if setting.zone is Zone.CORRECTION and _WRONGLY_QUOTED.search(setting.before):
        return "a correction says that these words were not said"
    return None


def _never_said(setting: _Setting) -> str | None:
    denied = _NEVER_SAID.search(setting.before) or _DENIED.search(setting.before)
    return "words that nobody is said to use" if denied else None


def _imagined(setting: _Setting) -> str | None:
    return "words that somebody might say" if _IMAGINED.search(setting.before) else None


def _borne(setting: _Setting) -> str | None:
    found = _last(_noun("bearers"), setting.before)
    if found and _BORE.search(setting.before[found.end() :]) and len(setting.before) - found.end() < 30:
        return f"written on a thing or shouted as a slogan ({found.group()})"
    return None


def _sung(setting: _Setting) -> str | None:
    return "sung" if _SUNG.search(setting.before) else None


def _word_as_word(setting: _Setting) -> str | None:
    found = _naming_noun().search(setting.before)
    return f"named as a {found.group(1).lower()}" if found and setting.count <= LONGEST_TITLE else None


def _nicknamed(setting: _Setting) -> str | None:
    if _NICKNAMED.search(setting.before):
        return "a nickname"
    between_names = _FIRST_NAME.search(setting.before) and _FAMILY_NAME.match(setting.after)
    if between_names and setting.count <= LONGEST_NICKNAME and setting.title_case:
        return "a nickname between a first and a family name"
    return None


def _in_general_use(setting: _Setting) -> str | None:
    judged = setting.voiced and (not setting.title_case or _JUDGED.search(setting.before))
    known = _KNOWN_AS.search(setting.before) and not judged
    if known or _CALLED_SUCH.search(setting.before) or _IS_A_TERM.match(setting.after):
        return "a term or name in general use"
    return None


def _stage_direction(setting: _Setting) -> str | None:
    return "a note in brackets, not words" if _BRACKETED.fullmatch(setting.words) else None


def _so_called(setting: _Setting) -> str | None:
    return "so-called" if _SO_CALLED.search(setting.before) else None


def _beside_work(setting: _Setting) -> str | None:
    if not setting.title_case:
        return None
    found = _noun_at_end("nouns").search(setting.before) or _deed_at_end().search(setting.before)
    if found:
        return f"the name of a work ({found.group(1).lower()})"
    follows = re.match(rf",?\s+(?:{_alternatives('after')})\b", setting.after)
    return f"the name of a work ({follows.group().strip(' ,')})" if follows else None


def _capitalised(setting: _Setting) -> str | None:
    if not setting.title_case or setting.count < 2:
        return None
    before = _BEFORE_TITLE if setting.voiced else _BEFORE_TITLE_OR_NAME
    if before.search(setting.before):
        return "capitalised like a title, where a name would stand"
    return None


def _named_thing(setting: _Setting) -> str | None:
    titled = setting.title_case and _ARTICLE.search(setting.before)
    if (setting.voiced and not titled) or setting.zone is Zone.HEADLINE:
        return None
    found = re.match(rf"\s+((?:[\w-]+ )?(?:{_alternatives('named')}))\b", setting.after)
    return f"the name of a {found.group(1)}" if found and setting.count <= LONGEST_TITLE else None


def _unvoiced_term(setting: _Setting) -> str | None:
    """A few words without a voice that stand like a term: before a noun, alone, or capitalised."""
    if setting.voiced or setting.nested or setting.zone is not Zone.BODY or setting.count > LONGEST_TERM:
        return None
    runs_on = not _PUNCTUATED_END.search(setting.words) and _MODIFIED.match(setting.after)
    before_noun = runs_on and _ARTICLE.search(setting.before)
    alone = setting.count == 1 and not _NAMING.search(setting.before) and not setting.exclaimed
    named = setting.title_case and setting.count < 3 and _BEFORE_TITLE_OR_NAME.search(setting.before)
    if before_noun or alone or named:
        return "a short term that nobody is said to have uttered"
    return None


def _in_title_marks(setting: _Setting) -> str | None:
    return "in the marks that stand around titles" if setting.mark == "《" else None


_SETTLING: tuple[tuple[Kind, _Rule], ...] = (
    (Kind.TITLE, _in_title_marks),
    (Kind.OTHER_WORDS, _corrected),
    (Kind.OTHER_WORDS, _never_said),
    (Kind.OTHER_WORDS, _imagined),
    (Kind.OTHER_WORDS, _stage_direction),
    (Kind.OTHER_WORDS, _borne),
    (Kind.OTHER_WORDS, _sung),
    (Kind.SCARE, _so_called),
    (Kind.OTHER_WORDS, _word_as_word),
)
_HINTING: tuple[tuple[Kind, _Rule], ...] = (
    (Kind.OTHER_WORDS, _nicknamed),
    (Kind.TITLE, _beside_work),
    (Kind.OTHER_WORDS, _in_general_use),
    (Kind.OTHER_WORDS, _named_thing),
    (Kind.TITLE, _capitalised),
    (Kind.SCARE, _unvoiced_term),
)


@cache
def _alternatives(section: str) -> str:
    return "|".join(sorted(map(re.escape, lexicon.words("works", section)), key=len, reverse=True))


@cache
def _noun(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(section)})\b", re.IGNORECASE)


@cache
def _noun_at_end(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives(section)})[,:]?\s*$", re.IGNORECASE)


@cache
def _naming_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|an?|this|that|one|new|their) ({_alternatives('names')}),?\s*$", re.IGNORECASE)


@cache
def _deed_at_end() -> re.Pattern[str]:
    return re.compile(rf"\b({_alternatives('before')})(?: of)?\s*$", re.IGNORECASE)


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(words))), None)
