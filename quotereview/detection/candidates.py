"""Everybody and everything an article mentions outside its quotes: whoever may have spoken is among them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection import labels
from quotereview.detection.parse import LABEL, Parse
from quotereview.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_LABEL = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*|\b(?:de|von|van|al|bin|of)\b)"
    r"(?:[ \u00a0](?:[A-Z][\w.’'-]*|de|von|van|al|bin|of)){0,4})"
    rf"(?P<aside>(?:{labels.REMARK}|{labels.ROLE})?)(?=\s?:\s)"
)
_IN_BRACKETS = re.compile(r"\W*\((?P<name>[A-Z][\w.’'-]*(?:[ \u00a0](?:[A-Z][\w.’'-]*|de|von|van|al|bin)){1,4})\)")
_COLON = re.compile(r"\s?:\s+")
_SIGNATURE = re.compile(r"\s*[—–―-]{1,2}\s*(?=[A-Z@])")
_OPENING = frozenset({"(", "["})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "pobj", "agent", "appos", "conj", "dobj", "attr", "dative"})
_PARTICLES = frozenset({"de", "la", "von", "van", "der", "den", "al", "bin", "el", "di", "da", "del", "du", "le"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_BEARERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_POSSESSED = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})


_NOT_PART = frozenset({"say", "tell", "call", "according", "like", "than", "as", "include"})
LONGEST_TAIL = 9  # tokens behind a noun that still belong to its mention


class Form(StrEnum):
    """How a mention is made."""

    NAME = "name"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: tokens ``first`` to ``last`` (inclusive), ``head`` its main one, ``phrase`` the whole noun phrase.

    A name's ``span`` leaves out titles, offices and articles; a noun phrase's holds its article. ``label`` is the
    entity's type, if any. ``speaks_for``: a transcript's label or the signature under a quote.
    """

    span: Span
    phrase: Span
    first: int
    last: int
    head: int
    form: Form
    label: str = ""
    speaks_for: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    """Capitalised words before a colon, with the stretch between the two, empty for the most part."""

    who: "TokenSpan"
    aside: Span


class Mentions:
    """All mentions of an article outside its quotes, by token."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.quoted = parse.quoted()
        self._turns = {mark.span.start for mark in parse.marked if mark.outer == mark.span}
        self._people = {
            entity[-1].lower_ for entity in parse.doc.ents if entity.label_ == "PERSON" and not entity.text.isupper()
        }
        self._by_head: dict[int, Mention] = {}
        self._by_token: dict[int, Mention] = {}
        for mention in self._all():
            self._take(mention)
        self._heads = sorted(self._by_head)

    def at(self, token: int) -> Mention | None:
        """The mention that a token heads or belongs to by name."""
        return self._by_head.get(token) or self._by_token.get(token)

    def between(self, first: int, last: int) -> list[Mention]:
        """Mentions whose head lies in the half-open range of tokens, in order."""
        return [self._by_head[i] for i in self._heads[bisect_left(self._heads, first) : bisect_left(self._heads, last)]]

    def __iter__(self) -> Iterator[Mention]:
        return (self._by_head[head] for head in self._heads)

    def made_of(self, first: int, last: int) -> Mention:
        """The mention of tokens ``first`` to ``last`` as a name, for words no parse recognised as one."""
        known = self.at(last)
        return known or Mention(
            self.parse.span(first, last), self.parse.span(first, last), first, last, last, Form.NAME
        )

    @cached_property
    def labels(self) -> dict[int, Mention]:
        """Names before a colon at the start of a segment (``FARO: It is safe.``), by the segment's first token."""
        return {
            first: _speaking(self._ending(found.who))
            for first, found in self._before_colons.items()
            if found.who.start not in self._datelines
        }

    @cached_property
    def introduced(self) -> dict[int, Mention]:
        """The name that one label of an office gives (THE CHAIR (Ana Faro): …), by the heads of all such labels."""
        names: dict[str, Mention] = {}
        for label in self._before_colons.values():
            named = _IN_BRACKETS.fullmatch(self.parse.text, *label.aside) if _is_office(label.who) else None
            name = self.parse.tokens(Span(*named.span("name"))) if named else None
            if name is not None:
                names.setdefault(label.who.text.lower(), self._ending(name))
        alike = ((self._ending(label.who), label.who.text.lower()) for label in self._before_colons.values())
        return {mention.head: names[words] for mention, words in alike if words in names}

    def _ending(self, words: "TokenSpan") -> Mention:
        """The name of a label, without the titles before it."""
        return self.made_of(_past_titles(words), words.end - 1)

    @cached_property
    def _before_colons(self) -> "dict[int, _Label]":
        """Capitalised words before a colon at the start of a segment, by the segment's first token."""
        found = {}
        for segment in self.parse.segments:
            match = _LABEL.match(self.parse.text, segment.span.start, segment.span.end)
            if match is None or segment.inside is not None or labels.is_heading(match["who"]):
                continue
            tokens, aside = self.parse.tokens(Span(*match.span("who"))), Span(*match.span("aside"))
            if tokens is not None and self._is_aside(aside):
                found[segment.first] = _Label(tokens, aside)
        return found

    def _is_aside(self, aside: Span) -> bool:
        """Whether what stands between a label and its colon is a remark in brackets or an office, or nothing."""
        words = self.parse.tokens(aside)
        if words is None or not aside.of(self.parse.text).startswith(","):
            return True
        offices = lexicon.words("roles", "people")
        clause = any(token.pos_ in {"VERB", "AUX"} for token in words)
        return not clause and any(token.lower_ in offices for token in words)

    @cached_property
    def _datelines(self) -> frozenset[int]:
        """The tokens of towns in capitals before a colon: a transcript labels people, and most of them repeatedly."""
        found = self._before_colons.values()
        times = Counter(label.who.text for label in found)
        lone = [label for label in found if label.who.text.isupper() and times[label.who.text] == 1]
        return frozenset(token.i for label in lone if not self._labels_somebody(label) for token in label.who)

    def _labels_somebody(self, label: _Label) -> bool:
        """Whether a label names a person of the article, or a turn or a quotation mark follows its colon."""
        words, colon = label.who, _COLON.match(self.parse.text, label.aside.end)
        turn = colon is not None and colon.end() in self._turns
        said = words.doc[words.end + 1 : words.end + 2]
        return turn or words[-1].lower_ in self._people or any(token.is_quote for token in said)

    def label_in(self, passage: Span) -> Mention | None:
        """The label with which a transcript's paragraph begins inside its quotation mark."""
        match = LABEL.match(self.parse.text, passage.start, passage.end)
        tokens = self.parse.tokens(Span(match.start(), match.end() - 2)) if match else None
        if tokens is None or self.parse.starts[tokens.start] != passage.start:
            return None
        return _speaking(self._ending(tokens))

    def signature(self, end: int) -> Mention | None:
        """The name behind a dash that follows the offset ``end``, in its paragraph or as the next one."""
        match = _SIGNATURE.match(self.parse.text, end)
        tokens = self.parse.tokens(Span(match.end(), match.end() + 1)) if match else None
        if tokens is None:
            return None
        segment = self.parse.segment(tokens.start)
        mention = next(iter(self.between(tokens.start, min(tokens.start + 6, segment.last))), None)
        if mention is None or mention.form is not Form.NAME or not self._ends_with(mention, segment.last):
            return None
        return _speaking(mention)

    def _ends_with(self, mention: Mention, last: int) -> bool:
        """Whether nothing but a comma and an office follows the name."""
        return mention.last + 1 >= last or self.parse.doc[mention.last + 1].text in {",", "."}

    def _take(self, mention: Mention) -> None:
        nameless = not any(letter.isalnum() for letter in mention.span.of(self.parse.text))
        if nameless or mention.head in self._by_head or mention.head in self._datelines:
            return
        self._by_head[mention.head] = mention
        if mention.form is Form.NAME:
            for token in range(mention.first, mention.last + 1):
                self._by_token.setdefault(token, mention)

    def _all(self) -> Iterator[Mention]:
        for chunk in self.parse.doc.noun_chunks:
            if not self.quoted[chunk.root.i]:
                yield self._of_chunk(chunk)
        for entity in self.parse.doc.ents:
            describes = entity.root.pos_ == "ADJ"  # a nationality, say, beside somebody else's name
            if entity.label_ in _BEARERS and not describes and not self.quoted[entity.root.i]:
                yield self._of_entity(entity)
        for token in self.parse.doc:
            if not self.quoted[token.i] and (token.dep_ in _SUBJECTS or token.dep_ == "poss"):
                yield from self._of_bare(token)

    def _of_chunk(self, chunk: "TokenSpan") -> Mention:
        root = chunk.root
        first = next((i for i in range(chunk.start, root.i) if self._opens_phrase(i)), root.i)
        if root.pos_ == "PRON" or root.tag_ in {"WP", "WDT", "PRP"}:
            return self._pronoun(root)
        if not self._names(root, first):
            return self._name_behind(root, first) or self._noun(root, first)
        start, end = _name(root)
        return self._named(root, min(max(start, first), end), end, first, root.ent_type_)

    def _of_entity(self, entity: "TokenSpan") -> Mention:
        bracket = next((token.i for token in entity if token.text in _OPENING and token.i > entity.start), entity.end)
        name = entity.doc[entity.start : bracket]
        first, last = _trimmed(name)
        return self._named(name.root, first, last, first, entity.label_)

    def _opens_phrase(self, place: int) -> bool:
        token = self.parse.doc[place]
        return not (token.is_punct or self.quoted[place] or token.tag_ in {"WP", "WDT", "IN"})

    def _names(self, root: "Token", first: int) -> bool:
        """Whether a noun phrase's root is a name; a nationality with an article describes somebody (the Croat)."""
        hyphened = root.i > 1 and root.nbor(-1).text == "-" and not root.nbor(-1).whitespace_
        if root.ent_type_ in _MEASURES or (root.is_lower and not hyphened):
            return False
        if root.ent_type_ == "NORP" and root.doc[first].lower_ in {"the", "a", "an"}:
            return False
        if root.pos_ == "PROPN" or root.ent_type_ == "PERSON":
            return True
        return root.is_title and (root.lower_ in self._people or _looks_like_name(root, first))

    def _name_behind(self, root: "Token", first: int) -> Mention | None:
        """The name that directly follows a description (harbour pilot Min Se-ra), if the parse parted the two."""
        doc = root.doc
        start = last = root.i + 1
        if root.is_title or start >= len(doc) or root.lemma_.lower() not in lexicon.words("roles", "people"):
            return None
        while last < len(doc) and (doc[last].is_title or _is_hyphened(doc[last])) and not self.quoted[last]:
            last += 1
        if last == start or doc[start].is_sent_start:
            return None
        return self._named(doc[last - 1], start, last - 1, first, doc[last - 1].ent_type_)

    def _noun(self, root: "Token", first: int) -> Mention:
        last = self._end_of_phrase(root)
        return Mention(
            self.parse.span(first, last), self.parse.span(first, last), first, last, root.i, Form.NOUN, root.ent_type_
        )

    def _end_of_phrase(self, root: "Token") -> int:
        """The last token of what directly follows a noun and belongs to it (a friend close to the skipper)."""
        last = root.i
        for child in root.rights:
            if child.i != last + 1 or child.dep_ not in {"prep", "amod"} or child.lemma_ in _NOT_PART:
                break
            edge = child.right_edge.i
            inside = root.doc[child.i : edge + 1]
            if edge - root.i > LONGEST_TAIL or any(self._breaks(token) for token in inside):
                break
            last = edge
        return last

    def _breaks(self, token: "Token") -> bool:
        return (
            bool(self.quoted[token.i]) or token.is_punct or token.ent_type_ in {"DATE", "TIME"} or token.dep_ == "relcl"
        )

    def _of_bare(self, token: "Token") -> Iterator[Mention]:
        if token.i in self._by_head or token.i in self._by_token or token.is_punct or token.is_space:
            return
        if token.lower_ in _POSSESSED or token.pos_ == "PRON":
            yield self._pronoun(token)
        elif (token.pos_ == "PROPN" and not token.is_lower) or _is_mistagged_name(token):
            start, end = _name(token)
            yield self._named(token, start, end, start, token.ent_type_)
        elif token.pos_ in {"NOUN", "DET", "NUM", "ADJ", "PROPN"}:
            first = max(token.left_edge.i, token.i - 6)
            first = next((i for i in range(first, token.i) if self._opens_phrase(i)), token.i)
            yield self._noun(token, first)

    def _pronoun(self, token: "Token") -> Mention:
        span = self.parse.span(token.i)
        form = Form.RELATIVE if token.tag_ in {"WP", "WDT", "WP$"} or token.lower_ in {"who", "which"} else Form.PRONOUN
        return Mention(span, span, token.i, token.i, token.i, form)

    def _named(self, root: "Token", first: int, last: int, phrase_first: int, label: str) -> Mention:
        phrase = self.parse.span(min(phrase_first, first), last)
        first = _past_titles(root.doc[first : last + 1])
        return Mention(self.parse.span(first, last), phrase, first, last, root.i, Form.NAME, label)


def _is_office(words: "TokenSpan") -> bool:
    """Whether words name an office and nobody (THE CHAIR)."""
    last = words[-1].lower_.strip(".")
    return last in lexicon.words("roles", "people") | lexicon.words("roles", "titles")


def _speaking(mention: Mention) -> Mention:
    return Mention(
        mention.span, mention.phrase, mention.first, mention.last, mention.head, mention.form, mention.label, True
    )


def _name(root: "Token") -> tuple[int, int]:
    """First and last token of the name that ``root`` ends or belongs to; an entity's bounds hold where there is one."""
    doc = root.doc
    first = last = root.i
    while first > 0 and (_joins(doc[first - 1], doc[first]) or _is_hyphened(doc[first])):
        first -= 1
    if root.ent_type_ == "PERSON":
        start = root.i
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        first = start if start < root.i else first
    while last + 1 < len(doc) and (
        (doc[last + 1].ent_iob_ == "I" and root.ent_type_ in {"PERSON", "ORG"}) or _is_hyphened(doc[last + 1])
    ):
        last += 1
    return _trimmed(_unbracketed(doc[first : last + 1], root))


def _unbracketed(name: "TokenSpan", root: "Token") -> "TokenSpan":
    """A name without the party, the place or the age in brackets behind it, or these, if ``root`` stands there."""
    brackets = [token.i for token in name if token.text in _OPENING]
    first = max((place + 1 for place in brackets if place < root.i), default=name.start)
    return name.doc[first : min((place for place in brackets if place > root.i), default=name.end)]


def _is_hyphened(token: "Token") -> bool:
    """Whether a token is tied to the one before it by a hyphen, or is that hyphen."""
    before = token.nbor(-1) if token.i else None
    if before is None or before.whitespace_:
        return False
    return before.text == "-" or (token.text == "-" and not token.whitespace_ and before.is_alpha)


def _trimmed(name: "TokenSpan") -> tuple[int, int]:
    """First and last token of a name without marks, articles and possessives at its edges."""
    first, last = name.start, name.end - 1
    while last > first and (name.doc[last].is_punct or name.doc[last].tag_ == "POS"):
        last -= 1
    while first < last and (name.doc[first].is_punct or name.doc[first].lower_ == "the"):
        first += 1
    return first, last


def _joins(token: "Token", following: "Token") -> bool:
    """Whether a token belongs to the name that goes on with the following one."""
    if (token.is_lower and token.lower_ not in _PARTICLES) or token.ent_type_ in _MEASURES:
        return False
    return token.pos_ == "PROPN" and token.dep_ in {"compound", "nmod", "amod", "flat"} and token.i + 1 == following.i


def _is_mistagged_name(token: "Token") -> bool:
    """Whether a capitalised subject that the parser took for a verb or the like is rather a name (Loring said)."""
    return token.is_title and token.dep_ == "nsubj" and token.pos_ in {"VERB", "ADJ", "ADV", "INTJ", "X"}


def _looks_like_name(root: "Token", first: int) -> bool:
    """Whether a capitalised word that was taken for a common noun is rather a name: no article, no plural."""
    plain = {root.lower_, root.lemma_.lower()}
    known = plain & (lexicon.words("roles", "people") | lexicon.words("roles", "organisations"))
    return root.is_title and root.tag_ == "NN" and first == root.i and not known


def _past_titles(name: "TokenSpan") -> int:
    """The token with which a name begins once titles before it are left out."""
    titles, people = lexicon.words("roles", "titles"), lexicon.words("roles", "people")
    first = name.start
    while first < name.end - 1 and name.doc[first].lower_.strip(".") in titles | people:
        first += 1
    return first
