"""Finds what can carry words in the reporter's own sentences: agencies, stations, papers, statements, posts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from quotereview import lexicon
from quotereview.detection.sentences import Sentence
from quotereview.model import SourceKind, Span

LIST = "carriers"
MOST_MODIFIERS = 4  # words between an article and the head of a form

_NAME = r"[A-Z][\w&’'-]*"
_NATION = r"[A-Z][a-z]+(?:an|ish|ese|ch|i)"
_NO_NATION = r"(?<!an)(?<!ish)(?<!ese)(?<!ch)"
_DAY = r"(?:\w+day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?<!Today)\b"
_TO_ITS_END = (
    r"(?=\W*$|[,.;:!?)”\"]| (?:on|in|at|that|and|as|from|after|before|during|last|this|yesterday|today|which)\b"
    r"| (?:has |had )?(?:reports|reported|quotes|quoted|cites|cited|carried|published|showed|aired)\b)"
)
_BEHIND_NOUN = rf"(?!{_DAY}){_NAME}(?: (?!{_DAY}){_NAME}){{0,2}}(?![\w’'-]){_TO_ITS_END}"
"""A name right behind what it is (the agency Norvia); whoever told the agency Lind was ill names none."""
OF_GOVERNMENT = r"(?:State|National|Federal|UN|EU|US|UK|AU|NATO)\b"
_AGENCY_NAME = rf"(?!{OF_GOVERNMENT})(?P<name>{_NAME}){_NO_NATION} agency\b(?! [A-Z])"
"""A name before a word that bodies of government go by, too: a medium only where it stands as one does."""
_PATTERNS = {
    SourceKind.AGENCY: (
        rf"[Tt]he (?:wire service|agency) (?P<name>{_BEHIND_NOUN})",
        rf"(?P<name>(?:{_NAME} )+(?:News|Press) Agency)",
        rf"(?:news|press|state|wire|official) agency,? (?P<name>{_NAME})",
        rf"(?P<name>{_NAME}), (?:the |an? |{_NATION} |{_NAME}[’']s )(?:[\w’'-]+ ){{0,3}}agency\b",
        rf"(?!State|National|The)(?P<name>{_NAME}){_NO_NATION} (?:news|press) (?:agency|service)\b(?! [A-Z])",
        rf"(?P<name>{_NATION} (?:state |official )?(?:news |press )?agency)\b(?! [A-Z])",
        rf"(?:according to|told|tells|by|citing|quoting) the {_AGENCY_NAME}",
        rf"[Tt]he {_AGENCY_NAME}(?=,? (?:has |had |also |later )*(?:report|quot|cit)(?:ed|es|s)\b)",
    ),
    SourceKind.BROADCASTER: (
        rf"(?P<name>(?:[A-Z]{{2,5}} )?Radio (?:{_NAME}|\d+)(?: [A-Z][\w-]+)?)",
        r"(?!State)(?P<name>(?:[A-Z][\w&-]* ){1,3}(?:STATION_ENDING))\b",
        rf"broadcaster (?P<name>{_NAME}(?: {_NAME})?)",
        rf"(?:[Tt]he|an?) (?:(?:state|private|public|local|news|radio|television|TV) ){{0,2}}"
        rf"(?:channel|station|network|programme|program|podcast) (?P<name>{_BEHIND_NOUN})",
        r"(?P<name>Channel (?:\d+|[A-Z][a-z]+)(?: News)?)",
        rf"(?P<name>(?:{_NAME} )?[Ss]tate(?:-run)? (?:television|TV|radio|broadcaster))\b(?! [A-Z])",
        rf"(?!State)(?P<name>{_NAME}){_NO_NATION} (?:television|TV|radio|podcast)"
        r"(?: (?:channel|station|network|programme|program|show))?\b",
        rf"(?P<name>{_NATION} (?:television|TV|radio))\b",
        r"(?P<name>(?:an?|the|local|national|public) (?:[a-z’'-]+ ){0,2}?(?:radio|television|TV) "
        rf"(?:station|channel|network|programme|program|show|interview|address))(?! {_BEHIND_NOUN})",
        r"(?:his|her|their|the|a) (?P<name>podcast)\b(?! [A-Z])",
        r"(?P<name>(?:nationally )?televised (?:address|speech|interview|debate|remarks))",
        r"(?P<name>the [\w-]+[’']s? (?:TV|television|radio|YouTube) (?:channel|station|network|show))",
    ),
    SourceKind.OUTLET: (
        r"(?P<name>(?:[A-Z][\w’'-]* ){1,3}PAPER_ENDING)\b",
        r"[Tt]he (?P<name>PAPER_ENDING)\b(?! [A-Z])",
        r"(?:newspaper|daily|tabloid|weekly|magazine|journal|website|outlet|news (?:site|portal)),? "
        rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}})",
        rf"[Tt]he (?:paper|portal) (?P<name>{_BEHIND_NOUN})",
        rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}}) (?:newspaper|magazine|daily|website|news site|tabloid)\b",
        r"(?P<name>(?:state|local|official|[A-Z][a-z]+) media)\b(?! (?:outlet|relations|adviser))",
        r"interview (?:with|for|on) (?:[a-z-]+ ){0,4}(?!\w+day\b)"
        r"(?P<name>[A-Z][\w&-]*(?:(?: with| and| of)? [A-Z][\w&-]*){0,4})\b(?![’'])",
    ),
}
_NEEDED = {
    SourceKind.AGENCY: "agency service",
    SourceKind.BROADCASTER: "radio television tv broadcaster channel station network programme program podcast"
    " televised youtube",
    SourceKind.OUTLET: "newspaper daily tabloid weekly magazine journal website outlet news media interview paper"
    " portal",
}
"""Words of which every match of a pattern holds one, unless it holds an ending of a name."""
_ENDINGS = {SourceKind.BROADCASTER: "station_endings", SourceKind.OUTLET: "paper_endings"}
_ANY_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:an?|[Tt]he) (?![A-Z])")
_NO_NAME = re.compile(r"(?:His|Her|Their|Its|My|Our|Your|This|That|If|When|Despite|On|In|[\w-]+[’']s)")
_UNNAMED = re.compile(r"[a-z -]+(?<!media)")
_X = re.compile(
    r"(?P<name>(?:(?<=\bon )|(?<=\bto )|(?<=\bvia )|(?<=\bplatform )|(?<=\bnetwork )|(?<=\bsite )|(?<=, ))X"
    r"(?! (?:said|told|and))|\bX(?= (?:account|page|feed|profile|post)\b))(?![\w’'-])"
)
_FORMS = (
    SourceKind.OUTLET,
    SourceKind.READOUT,
    SourceKind.BRIEFING,
    SourceKind.POST,
    SourceKind.LETTER,
    SourceKind.STATEMENT,
    SourceKind.DOCUMENT,
)
_NAMED_WITHIN = {SourceKind.POST: ("networks", "short_networks"), SourceKind.READOUT: ("agencies", "broadcasters")}
_DETERMINER = re.compile(
    r"(?:an?|the|his|her|its|their|my|our|this|that|another|one|two|several|\w+[’']s|\w+s[’'])", re.IGNORECASE
)
_NO_MODIFIER = re.compile(
    r"of|to|in|on|for|with|and|or|by|from|at|as|into|sa(?:id|ys)|told|who|which|that|but|about|after|before|during|when"
    r"|while|if|was|were|is|are|be|been|ha[sd]|have|not|over|under|than|it|he|she|they|according",
    re.IGNORECASE,
)
_NO_FORM_BEHIND = re.compile(r"[ -](?:link|conference|screen)\b")
_WORD_BEFORE = re.compile(r"([\w’'.&-]+)\s+$")
_NAME_BEFORE = re.compile(r"\b(?!The |A |An |His |Her )[A-Z][\w’'-]* $")
_DEFINITE = re.compile(r"(?:the|this|that|its|his|her|their|the same)\s", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"\b(?:[Tt]he|[Tt]he same|[Tt]hat) (?P<noun>agency|paper|newspaper|daily|broadcaster|channel|station|network"
    r"|magazine|website|outlet|site|tabloid)\b(?! [A-Z])"
)
_SURE = (
    (SourceKind.POST, "Twitter", re.compile(r"(?P<at>\btweet(?:ed|ing))\b")),
    (
        SourceKind.LETTER,
        "letter",
        re.compile(r"(?P<at>\b(?:ha[sd] |have )?(?:written|wrote|writing) to)\b(?! the paper)"),
    ),
    *(
        (
            SourceKind.READOUT,
            of,
            re.compile(rf"(?P<at>\b{of}\b(?: of [\w’' -]{{1,40}})?) (?:released|issued|published) by\b"),
        )
        for of in ("version", "account")
    ),
    (SourceKind.READOUT, "office", re.compile(r"(?P<at>\b[\w’'-]+[’']s office) (?:quoted|cited)\b")),
    (
        SourceKind.STATEMENT,
        "website",
        re.compile(
            r"\b(?:said|says|wrote|posted|published|warned|announced|note|notice|message)\b[\w ]{0,20}? "
            r"(?P<at>on (?:its|his|her|their|the(?: [\w’'-]+){1,3}[’']s?) (?:own |official )?web ?site)\b"
        ),
    ),
)
"""Words that say by themselves in what form the words were issued."""
_ANAPHOR_KINDS = {"agency": SourceKind.AGENCY} | dict.fromkeys(
    ("broadcaster", "channel", "station", "network"), SourceKind.BROADCASTER
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What names a carrier of some kind; every match holds one of the words ``needed``, in lower case."""

    kind: SourceKind
    pattern: re.Pattern[str]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier named in a sentence.

    ``span`` is the mention, ``phrase`` the mention with the words that describe it. ``kind`` is what it is by nature.
    ``name`` is its name, for a form the bare form. ``form``: a statement, letter, post…; ``anaphor``: it must have been
    named before ("the paper", "the same channel"). ``sure``: its own words give it its role ("has written to").
    """

    span: Span
    phrase: Span
    name: str
    kind: SourceKind
    form: bool = False
    anaphor: bool = False
    definite: bool = False
    sure: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether it is a medium that goes without a name here ("a radio station")."""
        return not (self.form or self.anaphor) and bool(_UNNAMED.fullmatch(self.name))


def find(text: str, sentence: Sentence) -> list[Carrier]:
    """The carriers of one sentence in order of their place, none overlapping another."""
    words = frozenset(_ANY_WORD.findall(sentence.words.lower()))
    found = [
        *_anaphors(text, sentence),
        *_named(text, sentence, words),
        *_forms(text, sentence, words),
        *_sure_forms(sentence),
    ]
    found.sort(key=lambda carrier: (carrier.span.start, -len(carrier.span)))
    apart: list[Carrier] = []
    for carrier in found:
        if not apart or carrier.span.start >= apart[-1].span.end:
            apart.append(carrier)
    return apart


def same(one: str, other: str) -> bool:
    """Whether two printed names name one carrier: alike, one inside the other, or known forms of one name."""
    a, b = _bare(one), _bare(other)
    return a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ") or _group(a) == _group(b) is not None


def _named(text: str, sentence: Sentence, words: frozenset[str]) -> Iterator[Carrier]:
    for kind, match in _matches(_name_patterns(), sentence, words):
        start, end = match.span("name")
        start += len(match["name"]) - len(re.sub(r"^(?:the|The|an?) (?=[A-Z])", "", match["name"]))
        if _NO_NAME.fullmatch(match["name"]):
            continue
        network = match["name"] in _names("networks")  # the network Telegram is no station
        yield _carrier(text, sentence, Span(start, end), SourceKind.POST if network else kind)


def _matches(
    patterns: Iterable[_Pattern], sentence: Sentence, words: frozenset[str]
) -> Iterator[tuple[SourceKind, re.Match[str]]]:
    """All matches in a sentence of such ``words``; most patterns need no second look at it."""
    for one in patterns:
        if not one.needed.isdisjoint(words):
            yield from ((one.kind, match) for match in one.pattern.finditer(sentence.words))


def _carrier(text: str, sentence: Sentence, local: Span, kind: SourceKind) -> Carrier:
    span = _moved(local, sentence)
    phrase = Span(_description_start(sentence.words, local.start) + sentence.span.start, span.end)
    return Carrier(span, phrase, _ARTICLE.sub("", span.of(text)).strip(), kind)


def _forms(text: str, sentence: Sentence, words: frozenset[str]) -> Iterator[Carrier]:
    for kind, match in _matches(_form_patterns(), sentence, words):
        if match.start() > 0 and sentence.words[match.start() - 1] in "-’'":
            continue
        named = match[0] == "Post" and _NAME_BEFORE.search(sentence.words, 0, match.start())  # the Kelm Post
        if named or _NO_FORM_BEHIND.match(sentence.words, match.end()):
            continue
        start = _phrase_start(sentence.words, match.start())
        span = _moved(Span(start, match.end()), sentence)
        named = _named_within(kind).search(span.of(text)) if kind in _NAMED_WITHIN else None
        definite = bool(_DEFINITE.match(span.of(text)))
        name = _ARTICLE.sub("", (named or match).group())
        yield Carrier(span, span, name, kind, form=True, definite=definite)


def _sure_forms(sentence: Sentence) -> Iterator[Carrier]:
    for kind, name, pattern in _SURE:
        for match in pattern.finditer(sentence.words):
            span = _moved(Span(*match.span("at")), sentence)
            yield Carrier(span, span, name, kind, form=True, sure=True)


def _anaphors(text: str, sentence: Sentence) -> Iterator[Carrier]:
    for match in _ANAPHOR.finditer(sentence.words):
        span = _moved(Span(*match.span()), sentence)
        kind = _ANAPHOR_KINDS.get(match["noun"], SourceKind.OUTLET)
        yield Carrier(span, span, span.of(text), kind, anaphor=True, definite=True)


def _phrase_start(words: str, head: int) -> int:
    """Where the noun phrase of a form begins: at its article or possessive, at most a few modifiers before the head."""
    start = head
    for _ in range(MOST_MODIFIERS):
        before = _WORD_BEFORE.search(words, 0, start)
        if before is None or _NO_MODIFIER.fullmatch(before[1]):
            break
        start = before.start(1)
        if _DETERMINER.fullmatch(before[1]):
            return start
    return head


def _description_start(words: str, name: int) -> int:
    """Where the words begin that describe a name ("Spanish sports daily Marca")."""
    start = name
    while (before := _WORD_BEFORE.search(words, max(0, start - 40), start)) is not None:
        word = before[1]
        nation = word[0].isupper() and word.endswith(("’s", "'s", "ian", "an", "ish", "ese", "ch", "i"))
        if not nation and word not in lexicon.words(LIST, "descriptions"):
            break
        start = before.start(1)
    return start


def _moved(local: Span, sentence: Sentence) -> Span:
    return Span(local.start + sentence.span.start, local.end + sentence.span.start)


def listed(name: str) -> bool:
    """Whether a name is that of a listed agency, broadcaster or outlet."""
    return _bare(name) in _groups()


@cache
def _name_patterns() -> tuple[_Pattern, ...]:
    lists = {
        SourceKind.AGENCY: "agencies",
        SourceKind.BROADCASTER: "broadcasters",
        SourceKind.OUTLET: "outlets",
        SourceKind.POST: "networks",
    }
    patterns = [_Pattern(SourceKind.POST, _X, frozenset({"x"}))]
    for kind, section in lists.items():
        names = _names(section)
        listed = re.compile(rf"(?<![\w’'-])(?=\S{{0,40}}[A-Z0-9])(?P<name>{lexicon.either(names)})(?![\w-])")
        patterns.append(_Pattern(kind, listed, _longest_words(names)))
        needed = _longest_words(lexicon.words(LIST, _ENDINGS[kind])) if kind in _ENDINGS else frozenset[str]()
        needed |= frozenset(_NEEDED.get(kind, "").split())
        patterns += [_Pattern(kind, re.compile(rf"\b{_filled(one)}"), needed) for one in _PATTERNS.get(kind, ())]
    return tuple(patterns)


def _longest_words(names: Iterable[str]) -> frozenset[str]:
    """The longest word of each of the names, in lower case: few sentences hold one by chance."""
    return frozenset(max(words, key=len) for name in names if (words := _ANY_WORD.findall(name.lower())))


def _filled(pattern: str) -> str:
    papers, stations = (lexicon.either(lexicon.words(LIST, f"{kind}_endings")) for kind in ("paper", "station"))
    return pattern.replace("PAPER_ENDING", f"(?:{papers})").replace("STATION_ENDING", stations)


@cache
def _named_within(kind: SourceKind) -> re.Pattern[str]:
    """The names that a form of this kind may carry before its head ("a Telegram post", "the CCTV readout")."""
    names = frozenset[str]().union(*map(_names, _NAMED_WITHIN[kind]))
    return re.compile(rf"\b(?:{lexicon.either(names)})\b")


@cache
def _form_patterns() -> tuple[_Pattern, ...]:
    names = {kind: _names(kind.value) for kind in _FORMS}
    return tuple(
        _Pattern(kind, re.compile(rf"\b(?:{lexicon.either(heads)})\b", re.IGNORECASE), _longest_words(heads))
        for kind, heads in names.items()
    )


@cache
def _names(section: str) -> frozenset[str]:
    entries = lexicon.pairs(LIST, section)
    return frozenset(entries) | frozenset(alias for aliases in entries.values() for alias in aliases)


@cache
def _groups() -> dict[str, int]:
    groups: dict[str, int] = {}
    for section in ("agencies", "broadcasters", "outlets"):
        for name, aliases in lexicon.pairs(LIST, section).items():
            groups |= dict.fromkeys(map(_bare, (name, *aliases)), len(groups))
    return groups


def _group(bare: str) -> int | None:
    return _groups().get(bare)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold().replace("’", "'"))
