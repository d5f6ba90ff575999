"""Everybody and everything an article mentions outside its quotes: whoever may have spoken is among them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from quotereview.detection import lexicon
from quotereview.detection.parse import Parse
from quotereview.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as TokenSpan

_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*|\b(?:de|von|van|al|bin|of)\b)(?:[ \u00a0](?:[A-Z][\w.’'-]*|de|von|van|al|bin|of)){0,4}(?=\s?:\s)")
_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*(?=[A-Z@])")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "pobj", "agent", "appos", "conj", "dobj", "attr", "dative"})
_POSSESSED = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})


class Form(StrEnum):
    """How a mention is made."""

    NAME = "name"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: ``first`` to ``last`` (inclusive) are its tokens, ``head`` its main one, ``phrase`` the whole noun phrase.

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


class Mentions:
    """All mentions of an article outside its quotes, by token."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.quoted = _quoted(parse)
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
        return known or Mention(self.parse.span(first, last), self.parse.span(first, last), first, last, last, Form.NAME)

    @cached_property
    def labels(self) -> dict[int, Mention]:
        """Names before a colon at the start of a segment (``FARO: It is safe.``), by the segment's first token."""
        found = {}
        for segment in self.parse.segments:
            match = _LABEL.match(self.parse.text, segment.span.start, segment.span.end)
            tokens = self.parse.tokens(Span(*match.span())) if match and segment.inside is None else None
            if tokens is not None:
                name = self.made_of(_past_titles(tokens), tokens.end - 1)
                found[segment.first] = _speaking(name)
        return found

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
        if mention.head in self._by_head:
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
            if entity.label_ in {"PERSON", "ORG", "NORP", "GPE"} and not self.quoted[entity.root.i]:
                yield self._named(entity.root, entity.start, entity.end - 1, entity.start, entity.label_)
        for token in self.parse.doc:
            if not self.quoted[token.i] and (token.dep_ in _SUBJECTS or token.dep_ == "poss"):
                yield from self._of_bare(token)

    def _of_chunk(self, chunk: "TokenSpan") -> Mention:
        root = chunk.root
        first = next((i for i in range(chunk.start, root.i) if not (chunk.doc[i].is_punct or self.quoted[i])), root.i)
        if root.pos_ == "PRON" or root.tag_ in {"WP", "WDT", "PRP"}:
            return self._pronoun(root)
        if root.pos_ == "PROPN" or root.ent_type_ == "PERSON" or _looks_like_name(root, first):
            start, end = _name(root)
            return self._named(root, max(start, first), end, first, root.ent_type_)
        phrase = self.parse.span(first, root.i)
        return Mention(phrase, phrase, first, root.i, root.i, Form.NOUN, root.ent_type_)

    def _of_bare(self, token: "Token") -> Iterator[Mention]:
        if token.i in self._by_head or token.i in self._by_token or token.is_punct or token.is_space:
            return
        if token.lower_ in _POSSESSED or token.pos_ == "PRON":
            yield self._pronoun(token)
        elif token.pos_ == "PROPN":
            start, end = _name(token)
            yield self._named(token, start, end, start, token.ent_type_)
        elif token.pos_ in {"NOUN", "DET", "NUM", "ADJ"}:
            first = max(token.left_edge.i, token.i - 6)
            first = next((i for i in range(first, token.i) if not (token.doc[i].is_punct or self.quoted[i])), token.i)
            phrase = self.parse.span(first, token.i)
            yield Mention(phrase, phrase, first, token.i, token.i, Form.NOUN, token.ent_type_)

    def _pronoun(self, token: "Token") -> Mention:
        span = self.parse.span(token.i)
        form = Form.RELATIVE if token.tag_ in {"WP", "WDT", "WP$"} or token.lower_ in {"who", "which"} else Form.PRONOUN
        return Mention(span, span, token.i, token.i, token.i, form)

    def _named(self, root: "Token", first: int, last: int, phrase_first: int, label: str) -> Mention:
        doc = root.doc
        while last > first and doc[last].tag_ == "POS":
            last -= 1
        phrase = self.parse.span(min(phrase_first, first), last)
        first = _past_titles(doc[first : last + 1])
        return Mention(self.parse.span(first, last), phrase, first, last, root.i, Form.NAME, label)


def _speaking(mention: Mention) -> Mention:
    return Mention(
        mention.span, mention.phrase, mention.first, mention.last, mention.head, mention.form, mention.label, True
    )


def _name(root: "Token") -> tuple[int, int]:
    """First and last token of the name that ``root`` ends or belongs to."""
    doc = root.doc
    first = root.i
    while first > 0 and doc[first - 1].head.i <= root.i and _joins(doc[first - 1], root):
        first -= 1
    if root.ent_type_ == "PERSON":
        start = root.i
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        first = max(first, start) if start < root.i or first < root.i else first
    last = root.i
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and doc[last + 1].ent_type_ == root.ent_type_ == "PERSON":
        last += 1
    return first, last


def _joins(token: "Token", root: "Token") -> bool:
    return token.pos_ == "PROPN" and token.dep_ in {"compound", "nmod", "amod", "punct", "flat"} and not token.is_space


def _looks_like_name(root: "Token", first: int) -> bool:
    """Whether a capitalised word that was taken for a common noun is rather a name: no article, no plural."""
    plain = {root.lower_, root.lemma_.lower()}
    known = plain & (lexicon.words("roles", "people") | lexicon.words("roles", "organisations"))
    return root.is_title and root.tag_ == "NN" and first == root.i and not known


def _past_titles(name: "TokenSpan") -> int:
    """The token with which a name begins once titles before it are left out."""
    titles = lexicon.words("roles", "titles")
    first = name.start
    while first < name.end - 1 and name.doc[first].lower_.strip(".") in titles:
        first += 1
    return first


def _quoted(parse: Parse) -> bytearray:
    """For each token, whether it stands inside a quote of the sentence it belongs to."""
    flags = bytearray(len(parse.doc))
    for index in range(len(parse.marked)):
        tokens = parse.passage(index)
        if tokens is not None:
            flags[tokens.start : tokens.end] = b"\1" * len(tokens)
    return flags


