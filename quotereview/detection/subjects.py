"""Who does the saying: the mentions that hang on a cue as subject, agent, owner or name beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.evidence import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

LONGEST_INSERTED = 8  # tokens before the verb of a clause between commas
LONGEST_ASIDE = 25  # tokens between a name and its verb
CLIMB = 5  # steps up from a verb without a subject of its own

_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_PLACES = frozenset({"GPE", "LOC", "DATE", "NORP"})
_OBJECTS = frozenset({"him", "me", "us", "them", "himself", "herself"})
_COMPLEMENTS = frozenset({"oprd", "attr", "acomp", "dobj", "ccomp"})
_JOINING = frozenset({"and", "but", "while", "whereas"})
_QUOTING = frozenset({"quote", "cite"})
_ASIDES = {",": ",", ")": "(", "–": "–", "—": "—"}
"""What ends an aside before a verb, by what it begins with."""
_STOPS = frozenset({".", "!", "?", ";", ":"})
_DASHES_AND_COMMA = frozenset({",", "–", "—"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = {"nsubj": "shared subject", "nsubjpass": "passive subject", "dobj": "object", "dative": "object"}
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "acl", "parataxis", "relcl", "pobj"})

Found = Iterator[tuple[Mention, tuple[Evidence, ...]]]


def of(cue: Cue, mentions: Mentions, after: bool) -> Found:
    """The mentions that may be the voice behind ``cue``, each with the evidence for it; a mention may come twice.

    ``after``: the cue follows the passage, so that its subject may follow the verb.
    """
    token = mentions.parse.doc[cue.head]
    if cue.sort is CueSort.ACCORDING:
        yield from _carried(token, mentions)
    elif cue.sort is CueSort.NOUN:
        yield from _owners(token, mentions)
    else:
        yield from _doers(token, mentions, after)


def inserted(cue: Cue, mentions: Mentions, passage: "TokenSpan") -> Mention | None:
    """Who speaks in a clause between a name and what is said of it (Lind, an aide told us, “is asleep”), if it is one.

    The parse takes the speaker for an apposition; but no comma parts it from its verb, and the words that begin with a
    verb want the name as their subject.
    """
    doc, verb, first = mentions.parse.doc, cue.head, passage.start
    if not (verb < first and _is_finite(doc[first]) and doc[first].is_lower):
        return None
    before = range(verb - 1, max(0, verb - LONGEST_INSERTED), -1)
    opening = next((place for place in before if doc[place].text in _DASHES_AND_COMMA), 0)
    stopped = any(token.text in _STOPS for token in doc[opening:verb])
    if not (opening and not stopped and mentions.at(opening - 1) and doc[first - 2].text in _DASHES_AND_COMMA):
        return None
    inside = mentions.between(opening + 1, verb)
    return next((one for one in inside if one.first <= opening + 1 and doc[one.head].dep_ != "poss"), None)


def kind_of(mention: Mention, mentions: Mentions) -> Evidence:
    """What the mention is, as evidence for or against its speaking at all."""
    token = mentions.parse.doc[mention.head]
    if mention.form is Form.NAME:
        return Evidence("person" if mention.label == "PERSON" else "name" if mention.label != "DATE" else "measure")
    if mention.form is Form.RELATIVE:
        return Evidence("who" if token.lower_ == "who" else "it")
    if mention.form is Form.PRONOUN:
        return Evidence(_pronoun(token.lower_))
    return Evidence(_noun(token))


def _pronoun(word: str) -> str:
    if word in _OBJECTS:
        return "object pronoun"
    if word in {"he", "she", "his", "her", "him"}:
        return "he or she"
    if word in {"they", "their", "them", "those", "others", "many", "some", "another", "one", "everyone", "someone"}:
        return "they"
    if word in {"i", "we", "my", "our", "me", "us"}:
        return "first person"
    return "second person" if word in {"you", "your"} else "it"


def _noun(token: "Token") -> str:
    lemma = token.lemma_.lower()
    if token.ent_type_ in _MEASURES:
        return "measure"
    if lemma in lexicon.words("roles", "people"):
        return "role"
    if lemma in lexicon.words("roles", "organisations") or token.tag_ == "NNS":
        return "body"
    return "body" if lemma in lexicon.words("reporting_nouns", "carriers") else "thing"


def _doers(verb: "Token", mentions: Mentions, after: bool) -> Found:
    shown = _shown(verb, mentions)
    if shown is not None:
        yield shown, (Evidence("subject"),)
        return
    yield from _own(verb, mentions)
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    following = _following(verb, mentions) if after else None
    if following is not None:
        yield following, (Evidence("subject"),)
    else:
        yield from _shared(verb, mentions)
        yield from _beside(verb, mentions, after)


def _shown(verb: "Token", mentions: Mentions) -> Mention | None:
    """Who is seen or heard to say it, whatever the parse ties the participle to (footage of Lind saying …)."""
    person = mentions.at(verb.i - 1) if verb.tag_ == "VBG" else None
    if person is None or person.label != "PERSON" or person.first < 2:
        return None
    of, noun = verb.doc[person.first - 1], verb.doc[person.first - 2]
    return person if of.lower_ == "of" and noun.pos_ == "NOUN" and _noun(noun) != "role" else None


def _following(verb: "Token", mentions: Mentions) -> Mention | None:
    """Who stands right behind a verb though the parse gave them to a later one (“…,” said Lind, reports the Post)."""
    mention = _starting(verb.i + 1, mentions) if verb.i + 1 < len(verb.doc) else None
    return mention if mention is not None and _follows_another(verb.doc[mention.head], mentions) else None


def _follows_another(subject: "Token", mentions: Mentions) -> bool:
    """Whether a subject stands before its verb, and right behind another one that says words in marks."""
    mention = mentions.at(subject.i)
    if mention is None or mention.first < 2 or subject.dep_ != "nsubj" or subject.head.i < subject.i:
        return False
    verb = subject.doc[mention.first - 1]
    closed = subject.doc[verb.i - 1].is_quote and bool(mentions.quoted[verb.i - 2])
    return closed and verb.pos_ == "VERB" and verb.lemma_ != "tell" and subject.head.i != verb.i


def _own(verb: "Token", mentions: Mentions) -> Found:
    """The verb's own subject, object and agent; of several subjects the nearest is its own."""
    relays = verb.lemma_ in _QUOTING and any(child.lower_ == "as" for child in verb.children)
    children = [child for child in verb.children if not _follows_another(child, mentions)]
    subjects = [child for child in children if child.dep_ == "nsubj"]
    nearest = min(subjects, key=lambda child: abs(child.i - verb.i), default=None)
    for by in _bys(verb):
        yield from _agents(by, mentions)
    for child in children:
        name = "subject" if child is nearest or child == nearest else _ROLES.get(child.dep_)
        if name is not None:
            mention = _subject(child, verb, mentions) if name == "subject" else _preferred(child, mentions)
            if mention is not None:
                yield mention, (Evidence("relays" if relays and name == "subject" else name),)


def _bys(verb: "Token") -> Iterator["Token"]:
    """What names the doer of a passive verb, be it tied to the verb or to what it was called (a “bad joke” by Lind)."""
    passive = _is_passive(verb)
    for child in verb.children:
        if child.dep_ == "agent" or (child.lower_ == "by" and passive):
            yield child
        elif passive and child.dep_ in _COMPLEMENTS:
            yield from (below for below in child.children if below.lower_ == "by" and below.i > child.i)


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _subject(child: "Token", verb: "Token", mentions: Mentions) -> Mention | None:
    """The mention of a subject; for "that" and "which" that of the noun they stand for."""
    stands_for = verb.head if child.lower_ in {"that", "which"} and verb.dep_ == "relcl" else child
    return _preferred(stands_for, mentions)


def _agents(by: "Token", mentions: Mentions) -> Found:
    for child in by.children:
        mention = _preferred(child, mentions)
        if mention is not None:
            yield mention, (Evidence("agent"),)


def _shared(verb: "Token", mentions: Mentions) -> Found:
    """The subject of a verb higher up, or the noun that the verb describes, or whoever issued what that noun names."""
    quoted = _quoted_before(verb, mentions)
    if quoted is not None:
        yield quoted, (Evidence("quoted as saying"),)
        return
    token, described, outer = verb, False, False
    for _ in range(CLIMB):
        if token.head is token or token.dep_ not in (_SHARING | {"dobj"} if described else _SHARING):
            return
        dep, token = token.dep_, token.head
        if dep in {"acl", "relcl"} and not outer:
            described = True
            mention = _preferred(token, mentions)
            if mention is not None:
                yield mention, (Evidence("described"),)
        subjects = [child for child in token.children if child.dep_ in _SUBJECTS and child.i != verb.i]
        if outer:
            yield from _outer(subjects, mentions)
        else:
            yield from _above(token, subjects, described, mentions)
        if subjects and (outer or verb.tag_ != "VBG"):
            return
        outer = outer or bool(subjects)


def _outer(subjects: list["Token"], mentions: Mentions) -> Found:
    """Whoever reports the clause in which the parse put a verb (Lind said it leaks, calling it “unsafe”)."""
    for child in subjects:
        mention = _preferred(child, mentions)
        if mention is not None:
            yield mention, (Evidence("outer subject"),)


def _quoted_before(verb: "Token", mentions: Mentions) -> Mention | None:
    """The second of those whom a sentence quotes (The paper quoted Lind as saying no and Moss as promising …)."""
    doc, last = verb.doc, verb.i - 1
    before = [token for token in doc[verb.sent.start : max(verb.sent.start, last)] if not mentions.quoted[token.i]]
    first = next((token.i for token in reversed(before) if token.lower_ in _JOINING), None)
    if first is None or doc[last].lower_ != "as" or any(_is_finite(token) for token in before if token.i > first):
        return None
    quoting = [token.i for token in before if token.lemma_ in _QUOTING and token.i < first]
    if not any(token.lower_ == "as" and quoting and quoting[0] < token.i < first for token in before):
        return None
    named = (mention for mention in mentions.between(first, last) if doc[mention.head].dep_ != "poss")
    return next((_preferred(doc[mention.head], mentions) for mention in named), None)


def _is_finite(token: "Token") -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _above(token: "Token", subjects: list["Token"], described: bool, mentions: Mentions) -> Found:
    """Mentions that share a verb's subject; whom a verb quotes "as saying" is the one who says it."""
    quoted = [child for child in token.children if child.dep_ == "dobj"] if token.lemma_ in _QUOTING else []
    for child in quoted:
        mention = _preferred(child, mentions)
        if mention is not None:
            yield mention, (Evidence("quoted as saying"),)
    for child in subjects:
        mention = _preferred(child, mentions)
        if mention is not None and not (quoted and child.dep_ == "nsubj"):
            yield mention, (Evidence("issuer" if described else "shared subject"),)


def _beside(verb: "Token", mentions: Mentions, after: bool) -> Found:
    """Names right before a verb for which the parse found no subject, or right after one that follows the quote."""
    named = _apposed(verb, mentions)
    if named is not None:
        yield named, (Evidence("beside the cue"),)
    parted = _before_aside(verb, mentions)
    if parted is not None and parted != named:
        yield parted, (Evidence("before an aside"),)
    inverts = after and verb.lemma_ != "tell"  # “…,” told Lind: whoever follows was told
    for place in (verb.i + 1, verb.i - 1) if inverts else (verb.i - 1,):
        if not 0 <= place < len(verb.doc) or mentions.quoted[place]:
            continue
        token = verb.doc[place]
        mention = mentions.at(place) or _starting(place, mentions)
        if mention is not None:
            yield _without(verb, mention, mentions), (Evidence("beside the cue"),)
        elif token.is_title and token.is_alpha:
            last = place
            while place > verb.i and last + 1 < len(verb.doc) and verb.doc[last + 1].is_title:
                last += 1
            yield mentions.made_of(place, last), (Evidence("beside the cue"),)


def _apposed(verb: "Token", mentions: Mentions) -> Mention | None:
    """The name in commas right before a verb (In a letter seen by X, the warden, Olaf Brede, said …)."""
    doc = verb.doc
    named = mentions.at(verb.i - 2) if verb.i > 3 and doc[verb.i - 1].text == "," else None
    commas = named is not None and named.form is Form.NAME and named.first > 0 and doc[named.first - 1].text == ","
    return named if commas else None


def _before_aside(verb: "Token", mentions: Mentions) -> Mention | None:
    """Whoever an aside parts from a verb (Lind, 58, told …; the warden, who saw it, said …)."""
    doc, last = verb.doc, verb.i - 1
    if last < 1 or doc[last].text not in _ASIDES:
        return None
    opening = _ASIDES[doc[last].text]
    for place in range(last - 1, max(0, last - LONGEST_ASIDE), -1):
        if mentions.quoted[place] or doc[place].text in _STOPS:
            return None
        before = _named_at(doc[place - 1], mentions) if doc[place].text == opening else None
        if before is not None:
            return before
    return None


def _named_at(last: "Token", mentions: Mentions) -> Mention | None:
    """The mention that ends with a token; of a name that the parse made nothing of, the name."""
    if mentions.at(last.i) is not None or last.pos_ != "PROPN":
        return mentions.at(last.i)
    first = last.i
    while first > 0 and last.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return mentions.made_of(first, last.i)


def _without(verb: "Token", mention: Mention, mentions: Mentions) -> Mention:
    """A mention that the parse made one with the verb behind it, without that (the crew | write)."""
    if mention.head != verb.i or mention.first == verb.i:
        return mention
    span = mentions.parse.span(mention.first, verb.i - 1)
    return replace(mention, span=span, phrase=span, last=verb.i - 1, head=verb.i - 1)


def _starting(place: int, mentions: Mentions) -> Mention | None:
    """The mention whose phrase begins at a token or shortly after."""
    return next((m for m in mentions.between(place, place + 5) if m.first <= place or m.phrase.start <= place), None)


def _carried(according: "Token", mentions: Mentions) -> Found:
    to = according.nbor()
    for child in to.children:
        mention = _preferred(child, mentions)
        if mention is not None and child.dep_ in {"pobj", "dobj"}:
            yield mention, (Evidence("subject"),)
            return
    for mention in mentions.between(to.i + 1, to.i + 8)[:1]:
        yield mention, (Evidence("subject"),)


def _owners(noun: "Token", mentions: Mentions) -> Found:
    """Whose the words are that a noun names: its owner, who it is by, or the subject of the verb it belongs to."""
    for child in noun.children:
        mention = mentions.at(child.i) if child.dep_ == "poss" else None
        if mention is not None:
            yield mention, (Evidence("whose"),)
        if child.lower_ in {"of", "by", "from"} and child.dep_ in {"prep", "agent"}:
            for named, _ in _agents(child, mentions):
                yield named, (Evidence("of"),)
    if noun.dep_ not in {"pobj", "dobj"}:
        return
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    for child in verb.children:
        mention = _preferred(child, mentions) if child.dep_ == "nsubj" else None
        if mention is not None:
            yield mention, (Evidence("shared subject"),)


def _preferred(token: "Token", mentions: Mentions) -> Mention | None:
    """The mention a token heads; where a name stands in apposition to a description, the name."""
    mention = mentions.at(token.i)
    if mention is not None and mention.form is Form.NOUN:
        for child in token.children:
            named = mentions.at(child.i) if child.dep_ == "appos" else None
            if named is not None and named.form is Form.NAME and named.label not in _PLACES:
                return named
    return mention
