"""Who does the saying: the mentions that hang on a cue as subject, agent, owner or name beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotereview.detection import lexicon
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.cues import Cue, CueSort
from quotereview.detection.evidence import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 5  # steps up from a verb without a subject of its own

_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_PLACES = frozenset({"GPE", "LOC", "DATE", "NORP"})
_OBJECTS = frozenset({"him", "me", "us", "them", "himself", "herself"})
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
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    yield from _own(verb, mentions, passive)
    if not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        yield from _shared(verb, mentions)
        yield from _beside(verb, mentions, after)


def _own(verb: "Token", mentions: Mentions, passive: bool) -> Found:
    relays = verb.lemma_ in {"quote", "cite"} and any(child.lower_ == "as" for child in verb.children)
    for child in verb.children:
        mention = _preferred(child, mentions)
        if relays and child.dep_ == "nsubj" and mention is not None:
            yield mention, (Evidence("relays"),)
            continue
        if child.dep_ == "nsubj" and child.lower_ in {"that", "which"} and verb.dep_ == "relcl":
            mention = _preferred(verb.head, mentions)
        if mention is not None and child.dep_ == "nsubj":
            yield mention, (Evidence("subject"),)
        elif mention is not None and child.dep_ == "nsubjpass":
            yield mention, (Evidence("passive subject"),)
        elif mention is not None and child.dep_ in {"dobj", "dative"}:
            yield mention, (Evidence("object"),)
        elif child.dep_ == "agent" or (child.lower_ == "by" and passive):
            for named in child.children:
                agent = _preferred(named, mentions)
                if agent is not None:
                    yield agent, (Evidence("agent"),)


def _shared(verb: "Token", mentions: Mentions) -> Found:
    """The subject of a verb higher up, or the noun that the verb describes."""
    token = verb
    for _ in range(CLIMB):
        if token.head is token or token.dep_ not in _SHARING:
            return
        dep, token = token.dep_, token.head
        if dep in {"acl", "relcl"}:
            mention = _preferred(token, mentions)
            if mention is not None:
                yield mention, (Evidence("described"),)
        quoted_as = token.lemma_ in {"quote", "cite"}
        for child in token.children:
            mention = _preferred(child, mentions)
            if mention is None or child.i == verb.i:
                continue
            if child.dep_ in {"nsubj", "nsubjpass"} and not (quoted_as and child.dep_ == "nsubj"):
                yield mention, (Evidence("shared subject"),)
            elif quoted_as and child.dep_ == "dobj":
                yield mention, (Evidence("quoted as saying"),)
        if any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children):
            return


def _beside(verb: "Token", mentions: Mentions, after: bool) -> Found:
    """Names right before a verb for which the parse found no subject, or right after one that follows the quote."""
    for place in (verb.i + 1, verb.i - 1) if after else (verb.i - 1,):
        if not 0 <= place < len(verb.doc) or mentions.quoted[place]:
            continue
        token = verb.doc[place]
        mention = mentions.at(place) or _starting(place, mentions)
        if mention is not None:
            yield mention, (Evidence("beside the cue"),)
        elif token.is_title and token.is_alpha:
            last = place
            while place > verb.i and last + 1 < len(verb.doc) and verb.doc[last + 1].is_title:
                last += 1
            yield mentions.made_of(place, last), (Evidence("beside the cue"),)


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
    for child in noun.children:
        mention = mentions.at(child.i)
        if child.dep_ == "poss" and mention is not None:
            yield mention, (Evidence("whose"),)
        if child.lower_ in {"of", "by", "from"} and child.dep_ in {"prep", "agent"}:
            for named in child.children:
                owner = _preferred(named, mentions)
                if owner is not None:
                    yield owner, (Evidence("of"),)
    if noun.dep_ in {"pobj", "dobj"}:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        for child in verb.children:
            mention = _preferred(child, mentions)
            if child.dep_ in {"nsubj"} and mention is not None:
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
