"""Whom a description means: "the senator" and "the Norwegian leader", "the company", the issuer of "the letter"."""

import re
from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection import carriers
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.discourse import OWNER, Discourse, Step
from quotereview.detection.entities import Entity, expanded, gender_of_word, nations
from quotereview.detection.pronouns import FADING, Meant, Pronouns, shared
from quotereview.detection.register import Register
from quotereview.model import SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

FITS_FADING, FARTHEST_FIT = 0.08, 12  # likeness lost for each sentence between, and the most that counts
FITS = 0.7  # likeness from which a description is one of somebody named before
POINTED = 0.4  # the score of somebody whom a headline described alike
FITS_LATER = 2.0  # the same for somebody named later
NEW_SHORT, NEW_LONG = 0.35, 1.35  # the score of "nobody named" for "the senator" and "the mayor of Ulm"
AGAIN = 0.4  # less for nouns that nearly always call somebody known again ("the nominee")
ANOTHER_WORK = 0.25  # what an occupation of which nothing was said counts against somebody in front
MISFIT = 0.25  # the same, more, where the article names other roles
JUST_NAMED = 0.25  # what it counts that somebody was named in the sentence before, of whom nothing was told
ELSEWHERE, UNKNOWN_PLACE = 1.5, 0.2  # a description names a place, and the article another one, or none
SHORTEST_PLACE = 4  # letters; only of longer names are unknown adjectives recognised
FAR_BACK = 2000  # tokens in which a document is looked for where it was first named
LONG = 6  # words from which a description says enough to stand for itself
NEAR = 3  # sentences in which "the company" points back at a name that does not tell what it is

_DEMONYMS = frozenset({"n", "an", "ian", "i", "ese", "ish", "er", "ic"})
_AGED = re.compile(r"the \d+-year-old\b", re.IGNORECASE)
_FORMER = frozenset({"former", "ex", "onetime", "longtime", "retired", "erstwhile"})
_GENERIC = frozenset(
    ["company", "firm", "group", "organisation", "organization", "charity", "maker", "manufacturer", "retailer", "club"]
)
_PAPERS = frozenset({"newspaper", "paper", "magazine", "outlet", "tabloid", "broadsheet", "daily"})
_ISSUING = frozenset({"send", "write", "issue", "release", "publish", "pen", "sign", "deliver", "file", "circulate"})
_OPENING = frozenset({"DT", "PDT", "CD", "RB", "PRP$", "POS"})
_PLACES = frozenset({"GPE", "NORP", "LOC"})
_LEFT_OUT = frozenset({"the", "this", "that", "former", "year", "old", "-"})


class Descriptions:
    """Finds whom the descriptions of one article mean."""

    def __init__(self, mentions: Mentions, register: Register, discourse: Discourse, pronouns: Pronouns) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._register = register
        self._discourse = discourse
        self._pronouns = pronouns

    def definite(self, mention: Mention) -> bool:
        """Whether a description points at somebody known: the senator, his lawyer, Faro's lawyer, a headline's."""
        first = self._doc[mention.first]
        owned = any(child.dep_ == "poss" for child in self._doc[mention.head].children)
        return first.lower_ in {"the", "this", "that"} or first.tag_ == "PRP$" or owned or self.headed(mention)

    def headed(self, mention: Mention) -> bool:
        """Whether a description stands without an article, as headlines have it (Presidential candidate falls ill)."""
        again = self._doc[mention.head].lemma_.lower() in lexicon.words("roles", "again")
        bare = not any(token.tag_ in _OPENING for token in self._doc[mention.first : mention.head])
        return bare and (again or self._mentions.parse.segment(mention.head).first == 0)

    def apposed(self, mention: Mention, *, person: bool = True) -> Entity | None:
        """Whose name stands in apposition to a description (its director, Ana Faro), a ``person`` or else a body."""
        token = self._doc[mention.head]
        beside = [child.i for child in token.children if child.dep_ == "appos"]
        beside += [token.head.i] if token.dep_ == "appos" and not _governs(token) else []
        beside += self._behind(mention) if person else self._in_front_of(mention)
        named = (self._mentions.at(place) for place in beside)
        entities = (self._register.of(found) for found in named if found is not None and found.form is Form.NAME)
        return next((entity for entity in entities if entity is not None and entity.person is person), None)

    def _behind(self, mention: Mention) -> list[int]:
        """The token of a name in commas behind a description and its place (the mayor of Ulm, Ana Faro, …)."""
        last = self._doc[mention.head]
        for child in last.rights:
            if child.i == last.i + 1 and child.lower_ in {"of", "for", "at", "in"}:
                last = next((named for named in child.children if named.dep_ == "pobj"), last)
        if last.i + 2 >= len(self._doc) or last.nbor(1).text != ",":
            return []
        name = self._mentions.at(last.i + 2)
        closed = name is not None and name.last + 1 < len(self._doc) and self._doc[name.last + 1].text == ","
        return [last.i + 2] if closed else []

    def _in_front_of(self, mention: Mention) -> list[int]:
        """The token of a name before a description that a comma and an owner open (SAN, Norland’s state agency)."""
        owned = any(child.dep_ == "poss" for child in self._doc[mention.head].children)
        return [mention.first - 2] if owned and mention.first > 1 and self._doc[mention.first - 1].text == "," else []

    def people(self, mention: Mention, new: Entity) -> list[Meant]:
        """Whom the description of one person may mean, the likeliest first; ``new``: somebody not named at all."""
        token, words = self._doc[mention.head], self._words(mention)
        gender = gender_of_word(token.lower_)
        scores: dict[int, tuple[Entity, float]] = {}
        if self.definite(mention):
            for entity, score in (
                *self._fitting(mention, words, gender),
                *self._fitting_later(mention, words),
                *self._in_front(mention, words, gender),
                *self._just_named(mention, gender),
            ):
                held = scores.get(id(entity))
                scores[id(entity)] = (entity, max(score, held[1]) if held else score)
        ranked = sorted([*scores.values(), (new, self._new(mention))], key=lambda pair: -pair[1])
        return shared(ranked)

    def body(self, mention: Mention) -> Entity | None:
        """The organisation in front that a definite description means (the ministry, the company, the newspaper)."""
        lemma = self._doc[mention.head].lemma_.lower()
        if not self.definite(mention) or mention.last > mention.head:
            return None
        spelt_out = self._register.abbreviated(self._doc[mention.head].text)
        if spelt_out is not None:
            return spelt_out
        here = self._discourse.sentence(mention)
        known = [s for s in self._discourse.before(mention, self._discourse.things) if s.entity is not None]
        words = self._words(mention) - _LEFT_OUT
        named = next((s.entity for s in known if s.entity and words <= expanded(s.entity.words) | s.entity.roles), None)
        if named is not None or not (words <= _GENERIC or lemma in _PAPERS):
            return named
        near = [s for s in known if here - s.sentence <= NEAR and self._is_such(s, lemma)]
        best = max(near, key=lambda step: step.weight + _often(step) - FADING * (here - step.sentence), default=None)
        return best.entity if best else None

    def fuller(self, mention: Mention) -> Mention | None:
        """The fuller description that the article gave of what a short one means (Ulm's water board, the board)."""
        if not self.definite(mention) or not self._short(mention) or self._placed_otherwise(mention):
            return None
        words = self._words(mention) - _LEFT_OUT
        lemma = self._doc[mention.head].lemma_
        things = (s.mention for s in self._discourse.before(mention, self._discourse.things) if s.entity is None)
        same = (thing for thing in things if self._doc[thing.head].lemma_ == lemma)
        return next((thing for thing in same if words < self._words(thing) - _LEFT_OUT), None)

    def _placed_otherwise(self, mention: Mention) -> bool:
        """Whether a place before a description tells which one is meant (In Oslo, the ministry …)."""
        before = self._doc[self._doc[mention.head].sent.start : mention.first]
        return any(token.lower_ == "in" and token.nbor(1).ent_type_ == "GPE" for token in before)

    def issuer(self, mention: Mention) -> Mention | None:
        """Who speaks through a statement or letter: its owner, whoever sent it, else whoever was in front before it."""
        owner = next((m for m in map(self._mentions.at, self._owners(self._doc[mention.head])) if m is not None), None)
        if owner is not None or not self.definite(mention):
            return owner
        sent = self._sender(mention)
        if sent is not None:
            return sent
        steps = [*self._discourse.before(mention, self._discourse.people)[:6]]
        steps += self._discourse.before(mention, self._discourse.things)[:6]
        front = [s for s in steps if s.weight >= 1 and s.entity is not None]
        step = max(front, key=lambda step: step.place, default=None)
        return step.mention if step else None

    def _sender(self, mention: Mention) -> Mention | None:
        """Who was said to send, write or speak in the same document when it was first named."""
        lemma = self._doc[mention.head].lemma_
        for token in reversed(self._doc[max(0, mention.first - FAR_BACK) : mention.first]):
            if token.lemma_ == lemma and token.dep_ in {"dobj", "pobj", "nsubjpass", "appos"}:
                verb = token.head.head if token.dep_ == "pobj" else token.head
                places = [*self._owners(token), *_told_in(token)]
                places += [c.i for c in verb.children if c.dep_ == "nsubj"] if _can_issue(token, verb) else []
                return next((m for m in map(self._mentions.at, places) if m is not None), None)
        return None

    def _owners(self, noun: "Token") -> Iterator[int]:
        """The tokens that name whose a statement is: the firm's, from the firm, by the firm."""
        for child in noun.children:
            if child.dep_ == "poss":
                yield child.i
            elif child.lower_ in {"of", "from", "by"}:
                yield from (named.i for named in child.children if named.dep_ == "pobj")

    def _is_such(self, step: Step, lemma: str) -> bool:
        """Whether a named body can be "the company", or "the newspaper" for an outlet."""
        entity = step.entity
        if entity is None or entity.type is not SpeakerType.ORGANISATION or step.mention.label in _PLACES:
            return False
        outlet = carriers.listed(entity.name)
        if lemma in _PAPERS or outlet:
            return outlet and lemma in _PAPERS
        called = set(entity.words) & lexicon.words("roles", "organisations")
        repeated = len(entity.words) > 1 and self._mentions.parse.text.count(entity.name) > 1
        known = repeated or step.mention.label == "ORG"
        return known and called <= {lemma, *_GENERIC} and step.weight >= OWNER and " - " not in entity.name

    def _words(self, mention: Mention) -> set[str]:
        tokens = self._doc[mention.first : mention.head + 1]
        return {t.lower_ for t in tokens if t.is_alpha or t.like_num or "-" in t.text}

    def _new(self, mention: Mention) -> float:
        """The score of "somebody who is not named": low where a short description points back at somebody."""
        if not self.definite(mention):
            return 2.5
        former = bool(self._words(mention) & _FORMER)
        if not self._short(mention):
            return NEW_LONG - 0.6 * former
        return NEW_SHORT - AGAIN * (self._doc[mention.head].lemma_.lower() in lexicon.words("roles", "again"))

    def _fitting(self, mention: Mention, words: set[str], gender: str | None) -> Iterator[tuple[Entity, float]]:
        """Whoever was named before and is described by the same words, the nearer the better."""
        here = self._discourse.sentence(mention)
        for step in self._discourse.before(mention, self._discourse.people):
            if step.entity is None or not step.entity.may_be(gender):
                continue
            like = likeness(words, self._doc[mention.head], step.entity)
            near = like - FITS_FADING * min(here - step.sentence, FARTHEST_FIT)
            if near > FITS:
                yield step.entity, POINTED if step.entity.pointed else 1.0 + 0.8 * near

    def _fitting_later(self, mention: Mention, words: set[str]) -> Iterator[tuple[Entity, float]]:
        noun = self._doc[mention.head]
        for entity in self._register.persons():
            if not {noun.lower_, noun.lemma_.lower()} & entity.roles:
                continue
            like = likeness(words, self._doc[mention.head], entity)
            if like >= FITS_LATER:
                yield entity, 0.2 + 0.8 * like

    def _in_front(self, mention: Mention, words: set[str], gender: str | None) -> Iterator[tuple[Entity, float]]:
        """Whoever a pronoun would mean here, if the description is short or says that it is of somebody's past."""
        former = bool(words & _FORMER) and self._doc[mention.first].tag_ != "PRP$"
        lift = 0.5 if former else 0.0 if self._short(mention) else -0.7
        for entity, score in self._pronouns.scores(mention, gender)[:4]:
            if score >= 0.3 and entity.type is SpeakerType.PERSON:
                yield entity, 0.6 * score + lift - self._misfit(entity, mention, words)

    def _just_named(self, mention: Mention, gender: str | None) -> Iterator[tuple[Entity, float]]:
        """The one person of the sentence before, if named there first and not told of (Ana Faro led. The coach …)."""
        if self._doc[mention.first].lower_ != "the" or self._doc[mention.head].lemma_.lower() in lexicon.words(
            "roles", "of_others"
        ):
            return
        here = self._discourse.sentence(mention)
        steps = (s for s in self._discourse.before(mention, self._discourse.people) if here - s.sentence == 1)
        people = [s.entity for s in steps if s.entity is not None and s.entity.type is SpeakerType.PERSON]
        found = people[0] if len({id(entity) for entity in people}) == 1 else None
        if found is None or len(found.words) < 2 or found.role is not None or not found.may_be(gender):
            return
        if here - self._discourse.sentence(found.mentions[0]) == 1:
            yield found, self._new(mention) + JUST_NAMED

    def _misfit(self, entity: Entity, mention: Mention, words: set[str]) -> float:
        """What it counts that the article says other things of somebody than a description does."""
        misfit, noun = 0.0, self._doc[mention.head].lemma_.lower()
        if noun not in lexicon.words("roles", "again") and not noun.endswith("old"):
            misfit += ANOTHER_WORK + MISFIT * bool(entity.roles & lexicon.words("roles", "people"))
        places = {word for word in words if word in nations() or word in lexicon.pairs("nations", "places")}
        if places and not expanded(places) & entity.roles:
            known = any(role in nations() or role in lexicon.pairs("nations", "places") for role in entity.roles)
            misfit += ELSEWHERE if known else UNKNOWN_PLACE
        return misfit

    def _short(self, mention: Mention) -> bool:
        """Whether a description points back at somebody ("the senator") and does not introduce ("the mayor of Ulm")."""
        token = self._doc[mention.head]
        owners = [child for child in token.children if child.dep_ in {"poss", "relcl", "appos"}]
        length = sum(t.is_alpha for t in self._doc[mention.first : mention.head + 1])
        return not owners and (self._gives_age(mention) or (mention.last == mention.head and length < LONG))

    def _gives_age(self, mention: Mention) -> bool:
        """Whether a description tells the age of somebody known (the 34-year-old mother of three)."""
        return bool(_AGED.match(mention.phrase.of(self._mentions.parse.text)))


def likeness(words: set[str], token: "Token", entity: Entity) -> float:
    """How well a description's words, ``token`` its noun, fit what the article says of a person."""
    heads = {token.lower_, token.lemma_.lower()}
    if token.lower_ == "old":
        heads = {word for word in words if word.isdigit()}
    score = 1.5 if heads & entity.roles else 0.0
    rest = words - heads - _LEFT_OUT
    alike = sum(_alike(word, entity.roles) for word in rest)
    return score + 0.7 * alike - 0.4 * (len(rest) - alike) * bool(score)


def _governs(apposed: "Token") -> bool:
    """Whether a verb follows what the parse took for an apposition, so it is a subject (Lind, an aide said, …)."""
    behind = apposed.right_edge.i + 1
    return behind < len(apposed.doc) and apposed.doc[behind].tag_ in {"VBD", "VBZ"}


def _often(step: Step) -> float:
    return log2(len(step.entity.mentions)) if step.entity else 0.0


def _alike(word: str, roles: set[str]) -> bool:
    """Whether a word stands among roles, or an adjective whose place does (Ostrander, Ostrand)."""
    if expanded([word]) & roles:
        return True
    return any(
        len(role) > SHORTEST_PLACE and word.startswith(role) and word[len(role) :] in _DEMONYMS for role in roles
    )


def _told_in(noun: "Token") -> list[int]:
    """The subject of what its sentence says to stand in a document (a letter in which the firm told …)."""
    doc, end = noun.doc, noun.sent.end
    for i in range(noun.i + 1, end - 1):
        if doc[i].lower_ == "in" and doc[i + 1].lower_ == "which":
            return [token.i for token in doc[i + 2 : end] if token.dep_ == "nsubj"][:1]
    return []


def _can_issue(noun: "Token", verb: "Token") -> bool:
    """Whether the subject of a verb issued the document that is its object, or spoke in it."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "in" and verb.lemma_ in lexicon.words("reporting_verbs", "saying")
    return verb.lemma_ in _ISSUING
