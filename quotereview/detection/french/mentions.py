"""Everybody and everything an article in French mentions outside its quotes."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLES = "fr/roles"
LONGEST_NAME = 6  # tokens
LONGEST_NOUN = 10  # tokens of a noun with what belongs to it

_PARTICLES = frozenset({"de", "du", "d'", "des", "la", "le", "van", "von", "ben", "al", "el", "di", "da", "der", "den"})
_PRONOUNS = frozenset(
    {"il", "elle", "ils", "elles", "on", "je", "nous", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"}
)
_LATTER = frozenset({"dernier", "dernière", "derniers", "dernières"})
_DEMONSTRATIVES = frozenset({"ce", "cette", "ces", "cet"})
_NO_NAME_POS = frozenset(
    {"DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX", "VERB", "NUM", "PUNCT", "SPACE", "INTJ"}
)
_FEMININE = re.compile(r"ière(?=s?$)")
_DOER = re.compile(r"\w{4}(?:eur|euse|trice|iste|ien|ienne|logue|crate)$")
_OF = frozenset({"de", "d'", "du", "des"})


class Mentions:
    """All mentions of one article, by token."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._doc = parse.doc
        self.quoted = parse.quoted()
        self._by_token: dict[int, Mention] = {}
        for found in (self._names(), self._pronouns(), self._nouns()):
            for mention in found:
                self._take(mention)
        self._all = sorted({mention.first: mention for mention in self._by_token.values()}.items())

    def __iter__(self) -> Iterator[Mention]:
        return (mention for _, mention in self._all)

    def at(self, token: int) -> Mention | None:
        """The mention that a token belongs to."""
        return self._by_token.get(token)

    def between(self, first: int, last: int) -> list[Mention]:
        """Mentions that begin in the half-open range of tokens, in order."""
        start, end = (bisect_left(self._all, place, key=lambda one: one[0]) for place in (first, last))
        return [mention for _, mention in self._all[start:end]]

    def named(self, mention: Mention) -> Mention:
        """The name to which a description stands in apposition, before or behind it; else the mention itself."""
        if mention.form is not Form.NOUN:
            return mention
        return self.name_beside(mention) or self._name_before(mention) or mention

    def _name_before(self, mention: Mention) -> Mention | None:
        """The name that a person's description between commas explains (Faro, la maire de Vessac, …)."""
        before, after = mention.first - 1, self._end(mention) + 1
        if before < 1 or after >= len(self._doc) or not is_person(self._doc[mention.head]):
            return None
        name = self._by_token.get(before - 1)
        commas = self._doc[before].text == self._doc[after].text == ","
        return name if commas and name is not None and name.form is Form.NAME else None

    def name_beside(self, mention: Mention) -> Mention | None:
        """The name right behind a description, or a person's behind a comma if another stop sets it off."""
        place, head = self._end(mention) + 1, self._doc[mention.head]
        set_off = place < len(self._doc) and self._doc[place].text in {",", "("}
        start = place + set_off
        titled = start < len(self._doc) and self._is_title(self._doc[start])
        name = self._by_token.get(start + titled)
        if name is None or name.form is not Form.NAME or name.first > place + set_off + 1:
            return None
        if not is_person(head) and (set_off or not (is_body(head) or name.label == "PER")):
            return None
        return name if not set_off or self._is_set_off(name) else None

    def role_beside(self, name: Mention) -> Mention | None:
        """The description that a name follows, or that follows it behind a comma."""
        doc = self._doc
        for start in range(name.first - 1, max(-1, name.first - LONGEST_NOUN - 4), -1):
            before = self._by_token.get(start)
            if before is not None and before.form is Form.NOUN and self.name_beside(before) == name:
                return before if is_person(doc[before.head]) else None
        after = name.last + 1
        if after + 1 < len(doc) and doc[after].text == ",":
            role = self._by_token.get(after + 1) or self._by_token.get(after + 2)
            if role is not None and role.form is Form.NOUN and is_person(doc[role.head]):
                return role if role.first <= after + 2 else None
        return None

    def is_governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before a mention, so that it is no subject."""
        before = mention.first - 1
        if before >= 0 and self._doc[before].lower_ in lexicon.words(ROLES, "titles"):
            before -= 1
        while before >= 0 and self._doc[before].pos_ in {"DET", "ADJ", "NUM"} and not self._doc[before].is_punct:
            before -= 1
        return self._doc[mention.first].pos_ == "ADP" or (before >= 0 and self._doc[before].pos_ == "ADP")

    def _end(self, mention: Mention) -> int:
        """The last token of a mention's whole phrase."""
        tokens = self.parse.tokens(mention.phrase)
        return max(mention.last, tokens.end - 1 if tokens is not None else mention.last)

    def _is_set_off(self, name: Mention) -> bool:
        """Whether a name between commas is not itself the subject of what follows."""
        after = self._doc[name.last + 1] if name.last + 1 < len(self._doc) else None
        return after is None or after.is_punct or after.pos_ in {"ADP", "SPACE"} or is_time(after)

    def _take(self, mention: Mention) -> None:
        if any(token in self._by_token for token in range(mention.first, mention.last + 1)):
            return
        if any(letter.isalnum() for letter in mention.span.of(self.parse.text)):
            for token in range(mention.first, mention.last + 1):
                self._by_token[token] = mention

    def _names(self) -> Iterator[Mention]:
        place = 0
        while place < len(self._doc):
            last = self._end_of_name(place)
            if last is None:
                place += 1
                continue
            yield from self._name(place, last)
            place = last + 1

    def _name(self, first: int, last: int) -> Iterator[Mention]:
        """The name without the titles before it; a title alone is none."""
        start, titles = first, lexicon.words(ROLES, "titles")
        while start < last and self._doc[start].lower_.strip(".") in titles:
            start += 1
        if self._doc[start].lower_.strip(".") in titles and start == last:
            return
        if start and self._doc[start - 1].text in {"Le", "La", "Les", "L'"} and not self._doc[start - 1].is_sent_start:
            start = first = start - 1
        label = next((token.ent_type_ for token in self._doc[start : last + 1] if token.ent_type_), "")
        span, phrase = self.parse.span(start, last), self.parse.span(first, last)
        yield Mention(span, phrase, start, last, self._doc[start : last + 1].root.i, Form.NAME, label)

    def _end_of_name(self, first: int) -> int | None:
        """The last token of the name that begins at a token; None if none does."""
        if not self._may_name(first):
            return None
        last = first
        while last - first < LONGEST_NAME:
            step = self._step(last)
            if step is None:
                break
            last = step
        return last + self._has_epithet(first, last)

    def _has_epithet(self, first: int, last: int) -> bool:
        """Whether an adjective belongs to the name of a body (l'association Vallée libre)."""
        if not first or last + 1 >= len(self._doc) or not is_body(self._doc[first - 1]):
            return False
        after = self._doc[last + 1]
        return after.pos_ == "ADJ" and after.dep_ == "amod" and after.is_lower and not self.quoted[after.i]

    def _step(self, place: int) -> int | None:
        """The next token of a name: a capitalised word, behind particles or a hyphen if need be."""
        doc, after = self._doc, place + 1
        if after == self.parse.segment(place).last or _is_medium(doc[place]):
            return None
        while after < len(doc) and after - place < 3 and (doc[after].text in _PARTICLES or doc[after].text == "-"):
            after += 1
        if after >= len(doc) or self.quoted[after] or not doc[after].is_alpha:
            return None
        token = doc[after]
        joined = after == place + 1 or doc[place].ent_type_ == token.ent_type_ == "PER" or doc[place + 1].text == "-"
        particle = token.lower_ in _PARTICLES and after + 1 < len(doc) and doc[after + 1].text[:1].isupper()
        function = token.pos_ in {"DET", "PRON", "ADP"} and not particle
        capital = token.text[:1].isupper() and not function and not is_time(token)
        return after if joined and capital else None

    def _may_name(self, place: int) -> bool:
        token = self._doc[place]
        if self.quoted[place] or not token.text[:1].isupper():
            return False
        if place and token.lower_ in lexicon.words(ROLES, "organisations") and self._doc[place - 1].lower_ in _OF:
            return False  # secrétaire d'État
        title = token.lower_.strip(".") in lexicon.words(ROLES, "titles")
        if title and place + 1 < len(self._doc) and self._doc[place + 1].text[:1].isupper():
            return True
        if token.pos_ in _NO_NAME_POS and token.ent_type_ != "PER":
            return token.ent_type_ == "ORG" and token.text.isupper() and len(token) > 1
        starts = token.is_sent_start or place == 0
        return token.pos_ == "PROPN" or (bool(token.ent_type_) and not starts) or token.ent_type_ == "PER"

    def _pronouns(self) -> Iterator[Mention]:
        for token in self._doc:
            word = token.lower_.strip("-")
            if self.quoted[token.i] or self._is_emphatic(token):
                continue
            if word in _PRONOUNS and (token.pos_ == "PRON" or token.text.startswith("-")) and token.dep_ != "expl:subj":
                yield self._single(token, Form.PRONOUN)
            elif word in {"qui", "lequel", "laquelle"} and token.pos_ == "PRON":
                yield self._single(token, Form.RELATIVE)
            elif word in _LATTER and token.i and self._doc[token.i - 1].lower_ in _DEMONSTRATIVES:
                span = self.parse.span(token.i - 1, token.i)
                yield Mention(span, span, token.i - 1, token.i, token.i, Form.PRONOUN)

    def _is_emphatic(self, token: "Token") -> bool:
        """Whether a pronoun stands between two commas and only stresses the subject (la défense, elle, réclame)."""
        around = self._doc[max(0, token.i - 1) : token.i + 2]
        return len(around) == 3 and around[0].text == "," and around[2].text == ","

    def _single(self, token: "Token", form: Form) -> Mention:
        whole = self.parse.span(token.i)
        start = whole.start + (token.text.startswith("-") and len(token) > 1)
        span = type(whole)(min(start, whole.end), whole.end)
        return Mention(span, span, token.i, token.i, token.i, form)

    def _nouns(self) -> Iterator[Mention]:
        for token in self._doc:
            if self.quoted[token.i] or token.i in self._by_token or is_time(token) or self._is_title(token):
                continue
            adjective = token.pos_ == "ADJ" and is_person(token) and self._opens(token.i)
            if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and is_body(token)) or adjective:
                yield self._noun(token)

    def _is_title(self, token: "Token") -> bool:
        """Whether a capitalised title stands before a name (Mme Faro)."""
        name = self._by_token.get(token.i + 1)
        titled = token.text[:1].isupper() and token.lower_.strip(".") in lexicon.words(ROLES, "titles")
        return titled and name is not None and name.form is Form.NAME

    def _opens(self, place: int) -> bool:
        """Whether an article stands right before a token."""
        return place > 0 and self._doc[place - 1].pos_ == "DET"

    def _noun(self, token: "Token") -> Mention:
        first = last = token.i
        while first > 0 and self._belongs_before(first - 1):
            first -= 1
        last = self._end_of_noun(token.i)
        span = self.parse.span(first, last)
        return Mention(span, span, first, token.i, token.i, Form.NOUN, token.ent_type_)

    def _belongs_before(self, place: int) -> bool:
        token = self._doc[place]
        return token.pos_ in {"DET", "ADJ", "NUM"} and not (self.quoted[place] or place in self._by_token)

    def _end_of_noun(self, head: int) -> int:
        """The last token of a noun with its adjectives and what follows "de"."""
        last = head
        while last - head < LONGEST_NOUN:
            step = self._further(last, head)
            if step is None:
                break
            last = step
        return self._end_of_charge(last, head)

    def _end_of_charge(self, last: int, head: int) -> int:
        """The end of what somebody is in charge of (l'adjointe à la culture), where a name follows it."""
        doc, place = self._doc, last + 1
        if not is_person(doc[head]) or place >= len(doc) or doc[place].lower_ not in {"à", "au", "aux"}:
            return last
        while place + 1 < len(doc) and doc[place].pos_ in {"ADP", "DET"}:
            place += 1
        behind = doc[place + 1 : place + 3]
        named = len(behind) == 2 and (
            behind[0].text[:1].isupper() or (behind[0].text == "," and behind[1].text[:1].isupper())
        )
        return place if doc[place].pos_ == "NOUN" and named and not self.quoted[place] else last

    def _further(self, place: int, head: int) -> int | None:
        """The end of the next piece that belongs to a noun's phrase."""
        doc, after = self._doc, place + 1
        if after >= len(doc) or self.quoted[after] or doc[after].is_sent_start:
            return None
        if doc[after].pos_ in {"ADJ", "NOUN"} and doc[after].dep_ in {"amod", "appos", "nmod"} and doc[after].is_lower:
            return None if doc[after].pos_ == "NOUN" and is_time(doc[after]) else after
        if doc[after].lower_ not in _OF and not (doc[after].text == "-" and not doc[place].whitespace_):
            return None
        after += 1
        if after < len(doc) and doc[after].lower_ in {"un", "une"} and is_person(doc[head]):
            return None
        while after < len(doc) and doc[after].pos_ in {"DET", "ADJ", "NUM"} and not self.quoted[after]:
            after += 1
        if after >= len(doc) or self.quoted[after] or is_time(doc[after]) or doc[after].pos_ not in {"NOUN", "PROPN"}:
            return None
        name = self._by_token.get(after)
        return name.last if name is not None else after


def is_person(token: "Token") -> bool:
    """Whether a noun means one person or several: an office, an occupation, a relation."""
    words = {token.lower_, token.lemma_.lower(), _FEMININE.sub("ier", token.lower_)}
    if words & lexicon.words(ROLES, "people"):
        return True
    return token.pos_ == "NOUN" and bool(_DOER.search(token.lemma_)) and not words & lexicon.words(ROLES, "things")


def is_body(token: "Token") -> bool:
    """Whether a noun means a firm, an office, a state or the like."""
    return token.lemma_.lower() in lexicon.words(ROLES, "organisations")


def is_plural(token: "Token") -> bool:
    """Whether a noun is in the plural, by its own form or by its article's."""
    article = next((child for child in token.lefts if child.pos_ in {"DET", "NUM"}), None)
    if article is not None and article.morph.get("Number", []):
        return article.morph.get("Number", []) == ["Plur"]
    return token.morph.get("Number", []) == ["Plur"] or (article is not None and article.pos_ == "NUM")


def is_time(token: "Token") -> bool:
    """Whether a word tells a time and not somebody."""
    return bool({token.lower_, token.lemma_.lower()} & lexicon.words(ROLES, "times")) or token.like_num


def _is_medium(token: "Token") -> bool:
    """Whether a word is the whole name of a station or an agency (RTL, AFP), so that another name may follow it."""
    return any(token.text in lexicon.pairs("carriers", section) for section in ("broadcasters", "agencies"))
