"""Whom a mention in French means: the full name the article gives, or the best description where it gives none."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotereview import lexicon
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.french.mentions import ROLES, Mentions, is_person, is_plural
from quotereview.detection.french.people import Entity, People, gender_of, without_article
from quotereview.detection.names import Resolution
from quotereview.model import Speaker, SpeakerType

LOOK_BACK = 40  # mentions
IN_FRONT = 0.3  # a score of this shows that somebody was in front not long ago
FADING = 0.45  # per sentence between a pronoun and whom it may mean
AGREES = 0.3  # for a gender that is known and fits

_FIRST = frozenset({"je", "nous", "on"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_STOPS = frozenset({".", "!", "?"})
_BACKWARDS = frozenset({"le", "la", "l'", "ce", "cette", "cet", "les", "ces"})


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody named at one place; ``weight``: how much they stood in front, ``plural``: "ils" can mean them."""

    place: int
    entity: Entity
    weight: float
    plural: bool


class Names:
    """Resolves the mentions of one article; ``spoken`` are the first tokens of those that speak a quote."""

    def __init__(self, mentions: Mentions, spoken: frozenset[int]) -> None:
        self._mentions = mentions
        self._text = mentions.parse.text
        self._doc = mentions.parse.doc
        self._spoken = spoken
        self._sentences = sorted(self._beginnings())
        self._people = People(mentions)
        self._steps: list[_Step] = []
        self._found: dict[int, Resolution] = {}
        for mention in sorted(mentions, key=lambda mention: mention.span.start):
            self._found[mention.first] = self._read(mention)

    def readings(self, mention: Mention, enclosing: Speaker | None = None) -> tuple[Resolution, ...]:
        """Whom a mention may mean: the rules of French know of one at a time."""
        return (self.resolve(mention, enclosing),)

    def resolve(self, mention: Mention, enclosing: Speaker | None = None) -> Resolution:
        """The speaker that a mention means; inside a quote, "je" is the one who speaks it and "il" is somebody else."""
        word = self._word(mention)
        if enclosing is not None and mention.form is Form.PRONOUN:
            if word == "je":
                printed = mention.span.of(self._text)
                speaker = replace(
                    enclosing, mention=mention.span, printed=printed, resolved=f"{printed} → {enclosing.name}"
                )
                return Resolution(speaker, 0.9, f"“{printed}” is whoever speaks the quote around it")
            if word not in _FIRST:
                return self._pronoun(mention, word, but=enclosing.name)
        return self._found.get(mention.first) or self._read(mention)

    def people(self) -> Iterator[Speaker]:
        """The people the article names, most often named first."""
        for entity in sorted(self._people.persons(), key=lambda entity: -len(entity.mentions)):
            yield Speaker(entity.name, entity.type, role=entity.role)

    def _read(self, mention: Mention) -> Resolution:
        if mention.form is Form.NAME:
            return self._named(mention)
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, self._word(mention))
        if mention.form is Form.RELATIVE:
            return self._relative(mention)
        return self._noun(mention)

    def _named(self, mention: Mention) -> Resolution:
        entity = self._people.of(mention)
        if entity is None:
            return Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.PERSON), 0.6)
        self._remember(mention, entity)
        return Resolution(self._as(entity, mention), 0.97 if len(entity.words) > 1 else 0.85)

    def _relative(self, mention: Mention) -> Resolution:
        before = self._mentions.between(max(0, mention.first - 12), mention.first)
        last = next((each for each in reversed(before) if each.form is not Form.RELATIVE), None)
        if last is None:
            return Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.ANONYMOUS), 0.2)
        return self.resolve(last)

    def _pronoun(self, mention: Mention, word: str, but: str | None = None) -> Resolution:
        printed = mention.span.of(self._text)
        if word in _FIRST:
            sort = SpeakerType.GROUP if word == "nous" else SpeakerType.ANONYMOUS
            return Resolution(self._speaker(mention, printed, sort), 0.3)
        plural = word.endswith(("ils", "elles", "ceux-ci", "celles-ci", "derniers", "dernières"))
        gender = "f" if word.startswith(("elle", "celle")) or word.startswith("dernière") else "m"
        but = but or self._spoken_of(mention)
        ranked = self._compatible(mention, gender, plural, but)
        if not ranked:
            return self._only(mention, gender, plural, but)
        entity, score = ranked[0]
        margin = score - ranked[1][1] if len(ranked) > 1 else 2.0
        sure = min(0.95, 0.55 + 0.2 * margin + 0.1 * (entity.gender == gender))
        if mention.first not in self._found:
            entity.gender = entity.gender or (None if plural else gender)
            self._remember(mention, entity)
        return Resolution(self._as(entity, mention), sure, f"“{printed}” taken for {entity.name}, named last before it")

    def _spoken_of(self, mention: Mention) -> str | None:
        """The name of whoever a relative clause is about, in which a pronoun is somebody else (Faro, qu'il accuse)."""
        before = mention.first - 1
        if before < 1 or self._doc[before].lower_ not in {"qu'", "que", "dont"}:
            return None
        about = self._mentions.at(before - 1 - (self._doc[before - 1].text == ","))
        entity = self._people.of(about) if about is not None and about.form is Form.NAME else None
        return None if entity is None else entity.name

    def _only(self, mention: Mention, gender: str, plural: bool, but: str | None) -> Resolution:
        """Whoever is named only after a pronoun, if that can be but one person."""
        fitting = [e for e in self._people.persons() if e.gender in {None, gender} and e.name != but]
        later = [e for e in fitting if e.mentions[0].span.start > mention.span.start]
        if plural or not later:
            sort = SpeakerType.GROUP if plural else SpeakerType.ANONYMOUS
            return Resolution(self._speaker(mention, mention.span.of(self._text), sort), 0.2)
        why = f"“{mention.span.of(self._text)}” taken for {later[0].name}, named right after it"
        return Resolution(self._as(later[0], mention), 0.4, why)

    def _compatible(self, mention: Mention, gender: str, plural: bool, but: str | None) -> list[tuple[Entity, float]]:
        """Those who may be meant, the likeliest first: in front, near, of the gender and number."""
        here, scores = self._sentence(mention.span.start), dict[int, tuple[Entity, float]]()
        for step in self._steps_before(mention):
            entity = step.entity
            if entity.name == but or step.plural is not plural:
                continue
            if entity.gender not in {None, gender} and not (plural and gender == "m"):
                continue
            score = step.weight - FADING * min(here - self._sentence(step.place), 8)
            score += AGREES * (entity.gender == gender) - 0.5 * (entity.type is SpeakerType.ANONYMOUS)
            score -= 0.6 * (not plural and entity.type is not SpeakerType.PERSON)
            held = scores.get(id(entity))
            scores[id(entity)] = (entity, max(score, held[1] + 0.04) if held else score)
        return sorted(scores.values(), key=lambda pair: -pair[1])

    def _steps_before(self, mention: Mention) -> list[_Step]:
        """The last mentions before one, in order."""
        end = bisect_left(self._steps, mention.span.start, key=lambda step: step.place)
        return self._steps[max(0, end - LOOK_BACK) : end]

    def _noun(self, mention: Mention) -> Resolution:
        name = self._mentions.name_beside(mention)
        named = self._people.of(name) if name is not None else None
        if named is not None:
            return Resolution(self._as(named, mention), 0.95)
        issuer = self._issuer(mention)
        if issuer is not None:
            return issuer
        known, sure, why = self._described(mention)
        if known is not None:
            self._remember(mention, known)
            return Resolution(self._as(known, mention), sure, f"“{mention.span.of(self._text)}” {why} {known.name}")
        sort = self._sort(mention)
        entity = self._people.introduce(mention, without_article(mention.phrase.of(self._text)), sort)
        if self._may_speak(mention):
            self._remember(mention, entity)
        return Resolution(self._as(entity, mention), 0.75)

    def _may_speak(self, mention: Mention) -> bool:
        """Whether a noun means people, a body or a document, and not a thing."""
        head = self._doc[mention.head]
        lists = ("organisations", "groups", "documents")
        return is_person(head) or any(head.lemma_.lower() in lexicon.words(ROLES, name) for name in lists)

    def _described(self, mention: Mention) -> tuple[Entity | None, float, str]:
        """The person whom a short description ("la ministre") takes up, by role, else whoever was in front."""
        head, article = self._doc[mention.head], self._doc[mention.first].lower_
        if not is_person(head) or is_plural(head) or article not in _BACKWARDS or self._goes_on(mention):
            return None, 0.0, ""
        gender, roles = gender_of(head), {head.lower_, head.lemma_.lower()}
        before = [step for step in self._steps_before(mention) if step.entity.person]
        fitting = [step.entity for step in before if step.entity.gender in {None, gender} or gender is None]
        told = next((entity for entity in reversed(fitting) if entity.roles & roles), None)
        if told is not None:
            return told, 0.85, "fits what is said of"
        later = next((entity for entity in self._people.persons() if entity.roles & roles), None)
        if later is not None and later.gender in {None, gender}:
            return later, 0.65, "fits what is said later of"
        ranked = self._compatible(mention, gender, plural=False, but=None) if gender else []
        plain = next((entity for entity, score in ranked if score > IN_FRONT and _has_no_office(entity)), None)
        return plain, 0.5, "taken for the last one in front,"

    def _goes_on(self, mention: Mention) -> bool:
        """Whether a description has more to it than a noun and its article, so that it introduces somebody."""
        after = self._doc[mention.last + 1].lower_ if mention.last + 1 < len(self._doc) else ""
        return mention.phrase.end > self._mentions.parse.ends[mention.last] or after in {"d'", "de", "du", "des"}

    def _issuer(self, mention: Mention) -> Resolution | None:
        """Who speaks through a communiqué or a letter: the body it is said to be of."""
        head = self._doc[mention.head]
        if {head.lower_, head.lemma_.lower()}.isdisjoint(lexicon.words(ROLES, "forms")):
            return None
        tokens = self._mentions.parse.tokens(mention.phrase)
        end = tokens.end if tokens is not None else mention.last + 1
        owner = next(iter(self._mentions.between(mention.last + 1, end)), None)
        owner = owner or self._body_before(mention)
        if owner is None:
            return None
        found, printed = self.resolve(self._mentions.named(owner)), mention.span.of(self._text)
        speaker = replace(
            found.speaker, mention=mention.span, printed=printed, resolved=f"{printed} → {found.speaker.name}"
        )
        return Resolution(speaker, 0.7, f"“{printed}” is taken to be that of {speaker.name}")

    def _body_before(self, mention: Mention) -> Mention | None:
        """The body that was in front before a definite form ("le communiqué")."""
        if self._doc[mention.first].lower_ not in _BACKWARDS:
            return None
        steps = [s for s in self._steps_before(mention) if s.entity.type is SpeakerType.ORGANISATION]
        return steps[-1].entity.mentions[-1] if steps else None

    def _sort(self, mention: Mention) -> SpeakerType:
        head = self._doc[mention.head]
        lemma = head.lemma_.lower()
        if is_plural(head) or lemma in lexicon.words(ROLES, "groups"):
            return SpeakerType.GROUP
        if is_person(head):
            return SpeakerType.ANONYMOUS
        if lemma in lexicon.words(ROLES, "documents"):
            return SpeakerType.DOCUMENT
        body = lemma in lexicon.words(ROLES, "organisations")
        return SpeakerType.ORGANISATION if body else SpeakerType.ANONYMOUS

    def _remember(self, mention: Mention, entity: Entity) -> None:
        head = self._doc[mention.head]
        plural = mention.form is not Form.NAME and is_plural(head)
        self._steps.append(_Step(mention.span.start, entity, self._front(mention), plural))

    def _front(self, mention: Mention) -> float:
        """How much a mention stands in front: speakers most, then subjects, then the rest."""
        if mention.first in self._spoken:
            return 1.5
        before = self._doc[mention.first - 1].text if mention.first else "."
        if before in _STOPS or any(token.dep_ in _SUBJECTS for token in self._doc[mention.first : mention.last + 1]):
            return 1.4
        return 0.6 if not self._mentions.is_governed(mention) else 0.3

    def _beginnings(self) -> Iterator[int]:
        """The offsets at which the reporter's sentences and paragraphs begin; the parse parts names at times."""
        yield from (segment.span.start for segment in self._mentions.parse.segments if segment.inside is None)
        for token in self._doc:
            if token.text in _STOPS and not self._mentions.quoted[token.i]:
                yield self._mentions.parse.ends[token.i]

    def _sentence(self, place: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self._sentences, place)

    def _word(self, mention: Mention) -> str:
        return self._doc[mention.head].lower_.strip("-").removeprefix("t-")

    def _as(self, entity: Entity, mention: Mention) -> Speaker:
        printed = mention.span.of(self._text)
        chain = f"{printed} → {entity.name}" if without_article(printed).casefold() != entity.name.casefold() else None
        return Speaker(entity.name, entity.type, mention.span, printed, entity.role, chain)

    def _speaker(self, mention: Mention, name: str, sort: SpeakerType) -> Speaker:
        return Speaker(name, sort, mention.span, mention.span.of(self._text))


def _has_no_office(entity: Entity) -> bool:
    """Whether nothing is said of a person but whose neighbour or sister it is, so that any office may be theirs."""
    return entity.type is SpeakerType.PERSON and entity.roles <= lexicon.words(ROLES, "relations")
