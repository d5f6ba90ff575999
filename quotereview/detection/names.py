"""Whom a mention means: the full name the article gives, or the best description where it gives none."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.register import Entity, Register, expanded
from quotereview.model import Speaker, SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

LOOK_BACK = 40  # mentions
FADING = 0.45  # per sentence between a pronoun and whom it may mean

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
_BYLINE = re.compile(r"^\W*By:?\s+((?:[A-Z][\w.'’-]+\s?){2,4})", re.MULTILINE | re.IGNORECASE)
_ISSUED = frozenset(
    ["statement", "release", "communique", "communiqué", "commentary", "memo", "email", "letter", "tweet", "post"]
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A speaker as the article lets him be named, how sure that is (0 to 1) and why, in words for an editor."""

    speaker: Speaker
    sure: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody or something named at one place of the reporter's text; ``weight``: how much it stood in front."""

    sentence: int
    mention: Mention
    entity: Entity | None
    weight: float


class Names:
    """Resolves the mentions of one article; ``spoken`` are the heads of those that speak a quote."""

    def __init__(self, mentions: Mentions, spoken: frozenset[int] = frozenset()) -> None:
        self._mentions = mentions
        self._text = mentions.parse.text
        self._doc = mentions.parse.doc
        self._spoken = spoken
        self._sentences = [sentence.start for sentence in self._doc.sents]
        self.register = Register(mentions)
        self._people: list[_Step] = []
        self._things: list[_Step] = []
        self._found: dict[int, Resolution] = {}
        self._complete = False
        for mention in sorted(mentions, key=lambda m: m.span.start):
            self._found[mention.head] = self._read(mention)
        self._complete = True

    def resolve(self, mention: Mention, enclosing: Speaker | None = None) -> Resolution:
        """The speaker that a mention means; inside a quote, "I" is the one who speaks it and "he" is somebody else."""
        word = self._doc[mention.head].lower_
        if enclosing is not None and mention.form is Form.PRONOUN and word in {"i", "my", "me"}:
            printed = mention.span.of(self._text)
            chain = f"{printed} → {enclosing.name}"
            speaker = Speaker(enclosing.name, enclosing.type, mention.span, printed, enclosing.role, chain)
            return Resolution(speaker, 0.9, f"“{printed}” is whoever speaks the quote around it")
        if enclosing is not None and mention.form is Form.PRONOUN and word in _HE | _SHE:
            return self._he_or_she(mention, "m" if word in _HE else "f", but=enclosing.name)
        return self._found.get(mention.head) or self._read(mention)

    def people(self) -> Iterator[Speaker]:
        """The people the article names, most often named first."""
        for entity in sorted(self.register.persons(), key=lambda e: -len(e.mentions)):
            yield Speaker(entity.name, entity.type, role=entity.role)

    def _read(self, mention: Mention) -> Resolution:
        """Resolve a mention from what came before it, and remember it for what follows."""
        if mention.form is Form.NAME:
            return self._named(mention)
        if mention.form is Form.RELATIVE:
            return self._relative(mention)
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, self._doc[mention.head].lower_)
        return self._noun(mention)

    def _named(self, mention: Mention, described: Entity | None = None) -> Resolution:
        entity = described or self.register.of(mention) or self.register.known(mention)
        if entity is None:
            name = mention.span.of(self._text)
            return Resolution(self._speaker(mention, name, SpeakerType.PERSON), 0.6)
        self._remember(mention, entity)
        printed = mention.span.of(self._text)
        full = printed.removesuffix("’s").removesuffix("'s").casefold() == entity.name.casefold()
        sure = 0.97 if full or len(entity.words) > 1 else 0.85
        return Resolution(self._entity_speaker(mention, entity, ()), sure)

    def _pronoun(self, mention: Mention, word: str) -> Resolution:
        if word in _HE or word in _SHE:
            return self._he_or_she(mention, "m" if word in _HE else "f")
        if word in _FIRST:
            return self._first_person(mention)
        plural = word in {"they", "their", "them"}
        step = self._thing_before(mention, plural)
        if step is None or word not in {"they", "their", "them", "it", "its"}:
            return Resolution(self._speaker(mention, mention.span.of(self._text), self._sort(mention)), 0.4)
        found = self.resolve(step.mention).speaker
        chain = f"{mention.span.of(self._text)} → {found.name}"
        speaker = Speaker(found.name, found.type, mention.span, mention.span.of(self._text), found.role, chain)
        return Resolution(speaker, 0.6, f"“{speaker.printed}” taken for {found.name}")

    def _he_or_she(self, mention: Mention, gender: str, but: str | None = None) -> Resolution:
        ranked = self._compatible(mention, gender, but)
        word = "man" if gender == "m" else "woman"
        if not ranked:
            later = next((e for e in self.register.persons() if e.gender in {None, gender}), None)
            if later is None:
                return Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.ANONYMOUS), 0.2)
            return Resolution(self._entity_speaker(mention, later, ()), 0.3, f"the only {word} the article names")
        entity, score = ranked[0]
        margin = score - ranked[1][1] if len(ranked) > 1 else 2.0
        sure = min(0.95, 0.55 + 0.2 * margin + 0.1 * (entity.gender == gender))
        if entity.doubtful:
            entity.type, entity.doubtful = SpeakerType.PERSON, False
        if entity.gender is None:
            entity.men, entity.women = (0.4, 0.0) if gender == "m" else (0.0, 0.4)
        via = self._people_last(entity)
        self._remember(mention, entity)
        why = f"“{mention.span.of(self._text)}” taken for {entity.name}, the last {word} in front"
        return Resolution(self._entity_speaker(mention, entity, via), sure, why)

    def _compatible(self, mention: Mention, gender: str, but: str | None = None) -> list[tuple[Entity, float]]:
        """People who may be meant, the likeliest first: in front, near, of the gender; not the one named ``but``."""
        here = self._sentence(mention)
        scores: dict[int, tuple[Entity, float]] = {}
        for step in self._before(mention):
            entity = step.entity
            if entity is None or entity.gender not in {None, gender} or entity.name == but:
                continue
            score = step.weight - FADING * min(abs(here - step.sentence), 8) + 0.3 * (entity.gender == gender)
            score -= 0.4 * entity.doubtful + 0.5 * (entity.type is SpeakerType.ANONYMOUS)
            held = scores.get(id(entity))
            scores[id(entity)] = (entity, max(score, held[1] + 0.04) if held else score)
        return sorted(scores.values(), key=lambda pair: -pair[1])

    def _before(self, mention: Mention) -> list[_Step]:
        """The last people named before a mention, the last one first."""
        end = bisect_left(self._people, mention.span.start, key=lambda step: step.mention.span.start)
        return self._people[max(0, end - LOOK_BACK) : end][::-1]

    def _people_last(self, entity: Entity) -> tuple[str, ...]:
        """The words by which a person was named last, if they are not the full name."""
        last = next(
            (s.mention for s in reversed(self._people) if s.entity is entity and s.mention.form is Form.NAME), None
        )
        return (last.span.of(self._text),) if last else ()

    def _first_person(self, mention: Mention) -> Resolution:
        byline = _BYLINE.search(self._text[:600])
        name = " ".join(byline[1].split()) if byline else "the author"
        sort = SpeakerType.PERSON if byline else SpeakerType.ANONYMOUS
        return Resolution(self._speaker(mention, name, sort), 0.5, "the reporter’s own “I”")

    def _relative(self, mention: Mention) -> Resolution:
        token = self._doc[mention.head]
        for _ in range(6):
            if token.dep_ == "relcl" or token.head is token:
                break
            token = token.head
        before = self._mentions.at(token.head.i) if token.dep_ == "relcl" else None
        before = before or next(iter(reversed(self._mentions.between(max(0, mention.head - 6), mention.head))), None)
        if before is None or before.head >= mention.head:
            return Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.ANONYMOUS), 0.2)
        found = self.resolve(before)
        speaker = found.speaker
        chain = f"{mention.span.of(self._text)} → {speaker.resolved or speaker.name}"
        renamed = Speaker(speaker.name, speaker.type, mention.span, mention.span.of(self._text), speaker.role, chain)
        return Resolution(renamed, found.sure * 0.95, found.why)

    def _noun(self, mention: Mention) -> Resolution:
        token = self._doc[mention.head]
        named = self._in_apposition(token)
        if named is not None:
            return self._named(mention, named)
        lemma = token.lemma_.lower()
        plural = token.tag_ in {"NNS", "NNPS"} or lemma in {"people", "both", "many", "several"}
        if plural or not _is_person(token):
            issuer = self._issuer(mention, token) if lemma in _ISSUED and not plural else None
            if issuer is None:
                issuer = Resolution(self._speaker(mention, self._description(mention), self._sort(mention)), 0.75)
                self._things.append(_Step(self._sentence(mention), mention, None, self._front(mention)))
            return issuer
        entity, sure, why = self._described(mention, token) if self._definite(mention) else (None, 0.0, "")
        if entity is None:
            entity, sure = self.register.introduce(mention, self._description(mention)), 0.75
        self._remember(mention, entity)
        return Resolution(self._entity_speaker(mention, entity, ()), sure, why)

    def _in_apposition(self, token: "Token") -> Entity | None:
        """The person whose name follows a description (its director, Ana Faro, …)."""
        beside = (self._mentions.at(child.i) for child in token.children if child.dep_ == "appos")
        entities = (self.register.of(mention) for mention in beside if mention is not None)
        return next((entity for entity in entities if entity is not None and entity.person), None)

    def _definite(self, mention: Mention) -> bool:
        first = self._doc[mention.first]
        return (
            first.lower_ in {"the", "this", "that"}
            or first.tag_ == "PRP$"
            or any(child.dep_ == "poss" for child in self._doc[mention.head].children)
        )

    def _described(self, mention: Mention, token: "Token") -> tuple[Entity | None, float, str]:
        """The person whom a description fits best, else the one in front, how sure that is and why."""
        tokens = self._doc[mention.first : mention.head + 1]
        words = {t.lower_ for t in tokens if t.is_alpha or t.like_num or "-" in t.text}
        gender = _gender(token.lower_)
        fitting = self._fitting(mention, token, words, gender)
        if fitting is not None:
            return fitting, 0.85, f"“{mention.span.of(self._text)}” fits what is said of {fitting.name}"
        later = max(self.register.persons(), key=lambda entity: _likeness(words, token, entity), default=None)
        if later is not None and _likeness(words, token, later) >= 2.0:
            return later, 0.65, f"“{mention.span.of(self._text)}” fits what is said of {later.name} later"
        if not self._short(mention, token) or words & set(lexicon.pairs("nations", "nations")) - {token.lower_}:
            return None, 0.0, ""
        ranked = self._compatible(mention, gender) if gender else self._either(mention)
        if not ranked or ranked[0][1] < 0.3:
            return None, 0.0, ""
        return ranked[0][0], 0.5, f"“{mention.span.of(self._text)}” taken for {ranked[0][0].name}, who was in front"

    def _fitting(self, mention: Mention, token: "Token", words: set[str], gender: str | None) -> Entity | None:
        """Whoever was named before and is described by the same words, the nearer the better."""
        here = self._sentence(mention)
        best, entity = 0.99, None
        for step in self._before(mention):
            if step.entity is None or (gender and step.entity.gender not in {None, gender}):
                continue
            score = _likeness(words, token, step.entity) - 0.05 * min(here - step.sentence, 10)
            if score > best:
                best, entity = score, step.entity
        return entity

    def _short(self, mention: Mention, token: "Token") -> bool:
        """Whether a description points back at somebody ("the senator") and does not introduce ("the mayor of Ulm")."""
        owners = [child for child in token.children if child.dep_ in {"poss", "relcl", "appos"}]
        length = sum(t.is_alpha for t in self._doc[mention.first : mention.head + 1])
        return mention.last == mention.head and length < 5 and not owners

    def _either(self, mention: Mention) -> list[tuple[Entity, float]]:
        both = [*self._compatible(mention, "m"), *self._compatible(mention, "f")]
        return sorted(both, key=lambda pair: -pair[1])

    def _issuer(self, mention: Mention, token: "Token") -> Resolution | None:
        """Who speaks through a statement or letter: its owner, else whoever was in front before it."""
        owner = next((m for m in map(self._mentions.at, _owners(token)) if m is not None), None)
        step = self._last_in_front() if owner is None and self._definite(mention) else None
        issuer = owner or (step.mention if step else None)
        if issuer is None or issuer.head == mention.head:
            return None
        found = self.resolve(issuer).speaker
        printed = mention.span.of(self._text)
        speaker = Speaker(found.name, found.type, mention.span, printed, found.role, f"{printed} → {found.name}")
        return Resolution(speaker, 0.7 if owner else 0.5, f"“{printed}” is taken to be that of {found.name}")

    def _last_in_front(self) -> _Step | None:
        steps = [s for s in (*self._people[-6:], *self._things[-6:]) if s.weight >= 1 and s.entity is not None]
        return max(steps, key=lambda step: step.mention.span.start, default=None)

    def _thing_before(self, mention: Mention, plural: bool) -> _Step | None:
        here = self._sentence(mention)
        steps = [s for s in self._things[-LOOK_BACK:] if self._can_act(s.mention, plural) or s.entity is not None]
        return max(steps, key=lambda s: s.weight - FADING * (here - s.sentence), default=None)

    def _can_act(self, mention: Mention, plural: bool) -> bool:
        """Whether "they" (``plural``) or "it" can stand for a noun that speaks: people, bodies, documents."""
        lemma = self._doc[mention.head].lemma_.lower()
        if plural:
            return self._plural(mention) and lemma in _people() | lexicon.words("roles", "organisations")
        bodies = lexicon.words("roles", "organisations") | lexicon.words("reporting_nouns", "carriers")
        return not self._plural(mention) and lemma in bodies

    def _plural(self, mention: Mention) -> bool:
        return self._doc[mention.head].tag_ in {"NNS", "NNPS"} or any(
            child.dep_ == "conj" for child in self._doc[mention.head].children
        )

    def _remember(self, mention: Mention, entity: Entity) -> None:
        if self._complete:
            return
        step = _Step(self._sentence(mention), mention, entity, self._front(mention))
        if entity.person or entity.doubtful:
            self._people.append(step)
        if not entity.person:
            self._things.append(step)

    def _front(self, mention: Mention) -> float:
        """How much a mention stands in front: speakers most, then subjects, then the rest."""
        if mention.head in self._spoken or mention.speaks_for:
            return 1.5
        dep = self._doc[mention.head].dep_
        if dep in {"nsubj", "nsubjpass"}:
            return 1.4
        return {"appos": 0.6, "conj": 0.5, "poss": 0.4, "pobj": 0.3, "dobj": 0.5}.get(dep, 0.3)

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._sentences, mention.head)

    def _entity_speaker(self, mention: Mention, entity: Entity, via: tuple[str, ...]) -> Speaker:
        printed = mention.span.of(self._text)
        links = [printed, *via, entity.name]
        chain = " → ".join(link for i, link in enumerate(links) if i == 0 or link.casefold() != links[i - 1].casefold())
        return Speaker(entity.name, entity.type, mention.span, printed, entity.role, chain if "→" in chain else None)

    def _speaker(self, mention: Mention, name: str, sort: SpeakerType) -> Speaker:
        return Speaker(name, sort, mention.span, mention.span.of(self._text))

    def _description(self, mention: Mention) -> str:
        """A noun phrase without its article."""
        first = mention.first
        if self._doc[first].lower_ in {"a", "an", "the", "some"} and first < mention.last:
            first += 1
        words = " ".join(self._mentions.parse.words(first, mention.last).split())
        owner = self._doc[first]
        if owner.tag_ == "PRP$" and owner.lower_ in {"its", "their"}:
            step = self._thing_before(mention, owner.lower_ == "their")
            held = self.resolve(step.mention).speaker.name if step else ""
            words = f"{held}’s {words[len(owner) :].strip()}" if held else words
        return words

    def _sort(self, mention: Mention) -> SpeakerType:
        token = self._doc[mention.head]
        lemma = token.lemma_.lower()
        if token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "we", "many", "others", "some", "people", "crowd"}:
            return SpeakerType.GROUP
        if _is_person(token):
            return SpeakerType.ANONYMOUS
        if lemma in lexicon.words("reporting_nouns", "carriers"):
            return SpeakerType.DOCUMENT
        if lemma in lexicon.words("roles", "organisations") or token.ent_type_ in {"ORG", "GPE"}:
            return SpeakerType.ORGANISATION
        return SpeakerType.ANONYMOUS


def _is_person(token: "Token") -> bool:
    """Whether a noun means one person: an office, an occupation, a relation, a nationality, an age."""
    lemma = token.lemma_.lower()
    nations = lexicon.pairs("nations", "nations")
    return (
        bool({lemma, token.lower_} & _people()) or token.lower_ in nations or lemma == "old" or lemma.endswith("-old")
    )


def _owners(noun: "Token") -> Iterator[int]:
    """The tokens that name whose a statement is: the firm's, from the firm, by the firm."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child.i
        elif child.lower_ in {"of", "from", "by"}:
            yield from (named.i for named in child.children if named.dep_ == "pobj")


def _people() -> frozenset[str]:
    return lexicon.words("roles", "people") | lexicon.words("roles", "female") | lexicon.words("roles", "male")


def _gender(word: str) -> str | None:
    if word in lexicon.words("roles", "female"):
        return "f"
    return "m" if word in lexicon.words("roles", "male") else None


def _likeness(words: set[str], token: "Token", entity: Entity) -> float:
    """How well a description's words fit what the article says of a person."""
    heads = {token.lower_, token.lemma_.lower()}
    if token.lower_ == "old":
        heads = {word for word in words if word.isdigit()}
    score = 1.5 if heads & entity.roles else 0.0
    rest = words - heads - {"the", "this", "that", "former", "year", "old", "-"}
    alike = sum(bool(expanded([word]) & entity.roles) for word in rest)
    return score + 0.7 * alike - 0.4 * (len(rest) - alike) * bool(score)
