"""Whom "he", "she" and "they" may mean: everybody fitting in front of the pronoun, each with a share of belief.

A candidate's score adds up how much and how near it stood in front, what is known of its gender, whether it spoke the
quote before, and the grammar of the sentence. The scores are turned into shares by comparing them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log2
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection import carriers
from quotereview.detection.candidates import Form, Mention, Mentions
from quotereview.detection.discourse import Discourse, Step
from quotereview.detection.entities import Entity, people
from quotereview.model import SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "their", "them"})
IT = frozenset({"it", "its"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our"})

FADING = 0.45  # per sentence between a pronoun and whom it may mean
FARTHEST = 8  # sentences; beyond, distance counts no more
KNOWN_GENDER = 0.3
DOUBTFUL, NAMELESS = 0.4, 0.5
UNSURE = 0.5  # a pronoun or description in front of which it is not sure itself whom it means
OTHER_LEVEL = 1.0  # one stands inside a quote and the other does not
OFTEN = 0.07  # for each doubling of the mentions in front
GOES_ON, ADDS = 0.2, 0.7  # whoever spoke the quote before; the same where the verb says that somebody goes on
GOVERNS = 0.6  # the subject of the clause on which the pronoun's own clause hangs
SAYS_ON = 0.6  # says something in the same sentence (Faro warned that it was, she said, …)
SAID = 0.5  # said something in the sentence before, in the reporter's words
INTRODUCED = 0.5  # named for the first time in the sentence before: people are introduced where they are about to speak
CREDENTIALS = 0.4  # the same with an office or occupation
ASIDE = 0.4  # the subject of a subordinate clause stands less in front than that of the sentence
SHARPNESS = 2.8  # how much a lead in score counts as belief
REPEATED = 1.5  # a description seldom means the subject of its own sentence
UNNAMED = -0.5  # score of "nobody of these"

_ADDING = frozenset({"add", "continue", "conclude", "reiterate", "repeat", "elaborate"})
_TALKING = frozenset({"speak", "talk", "decline", "refuse"})  # whoever declined to comment was asked, and answered
_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "iobj"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody a pronoun or description may mean; ``share``: how much belief of 1 that earns."""

    entity: Entity
    share: float


class Pronouns:
    """Finds whom a pronoun of one article may mean."""

    def __init__(self, mentions: Mentions, discourse: Discourse) -> None:
        self._mentions = mentions
        self._doc = mentions.parse.doc
        self._discourse = discourse

    def people(self, mention: Mention, gender: str | None, but: str | None = None) -> list[Meant]:
        """The people in front that may be meant, the likeliest first; never the one named ``but``."""
        return shared(self.scores(mention, gender, but))

    def scores(self, mention: Mention, gender: str | None, but: str | None = None) -> list[tuple[Entity, float]]:
        """The same with bare scores; ``mention`` may be a description, too."""
        steps = [step for step in self._discourse.before(mention, self._discourse.people) if step.entity is not None]
        found: dict[int, list[Step]] = {}
        for step in steps:
            assert step.entity is not None
            fits = step.entity.may_be(gender) and step.entity.name != but
            if fits and not self._excluded(step, mention):
                found.setdefault(id(step.entity), []).append(step)
        told = [held for held in found.values() if not self._only_quoted(held, mention)]
        ranked = [(held[0].entity, self._score(held, mention, gender)) for held in told or found.values()]
        return sorted(((e, s) for e, s in ranked if e is not None), key=lambda pair: -pair[1])

    def thing(self, mention: Mention, plural: bool) -> Step | None:
        """The body, document or group in front that "it", or "they" (``plural``), stands for most likely."""
        here = self._discourse.sentence(mention)
        steps = self._discourse.before(mention, self._discourse.things)
        fitting = [step for step in steps if self._can_mean(step, plural)]
        return max(
            fitting, key=lambda step: step.weight + self._likely(step, plural) - FADING * (here - step.sentence),
            default=None,
        )  # fmt: skip

    def _score(self, steps: list[Step], mention: Mention, gender: str | None) -> float:
        """The score of one entity whose mentions in front, the last one first, are ``steps``."""
        entity = steps[0].entity
        assert entity is not None
        here, inside = self._discourse.sentence(mention), self._discourse.inside(mention)
        score = max(self._nearness(step, here, inside) for step in steps) + OFTEN * log2(len(steps))
        score += KNOWN_GENDER * (gender is not None and entity.gender == gender)
        score -= DOUBTFUL * entity.doubtful + NAMELESS * (entity.type is SpeakerType.ANONYMOUS)
        if mention.form is not Form.PRONOUN:
            return score - REPEATED * any(self._is_subject_of(step, mention) for step in steps[:3])
        adds = self._doc[mention.head].head.lemma_ in _ADDING
        if not adds and self._introduced(steps, mention):
            score += INTRODUCED + CREDENTIALS * (entity.role is not None and self._discourse.speaks(mention))
        score += SAID * any(self._said(step, mention) for step in steps[:2])
        score += SAYS_ON * any(self._says_on(step, mention) for step in steps[:2])
        if self._discourse.speaks(mention) and self._last_voice(mention) is entity:
            score += ADDS if adds else GOES_ON
        return score + GOVERNS * any(self._governs(step, mention) for step in steps[:3])

    def _only_quoted(self, steps: list[Step], mention: Mention) -> bool:
        """Whether the reporter's "she said" would mean somebody of whom only a quote speaks (my grandmother)."""
        entity = steps[0].entity
        if entity is None or entity.type is not SpeakerType.ANONYMOUS:
            return False
        speaks = self._discourse.speaks(mention) and self._discourse.inside(mention) is None
        return speaks and all(step.inside is not None for step in steps)

    def _nearness(self, step: Step, here: int, inside: int | None) -> float:
        """How much a step counts for a pronoun in the sentence ``here``, ``inside`` a quote's words or none."""
        distance = min(abs(here - step.sentence), FARTHEST)
        across = step.inside != inside
        near = step.weight - FADING * distance - UNSURE * (1 - step.sure)
        return near - OTHER_LEVEL * across - ASIDE * self._is_aside(step)

    def _introduced(self, steps: list[Step], mention: Mention) -> bool:
        """Whether somebody's only mention so far, in the sentence right before, is a full name or tells of him."""
        entity = steps[0].entity
        near = self._discourse.sentence(mention) - steps[0].sentence <= 1
        if not near or len(steps) > 1 or self._is_aside(steps[0]) or entity is None:
            return False
        if len(entity.words) < 2 and not self._told_of(steps[0]):
            return False
        return entity.gender is not None or entity.role is not None

    def _told_of(self, step: Step) -> bool:
        """Whether a description goes on to tell of somebody (her father, who …)."""
        clauses = (child for child in self._discourse.standing(step.mention).children if child.dep_ == "relcl")
        return any(child.lower_ == "who" for clause in clauses for child in clause.children)

    def _last_voice(self, mention: Mention) -> Entity | None:
        """Who spoke the quote before, of those that stand inside the same quote or like the pronoun in none."""
        steps, inside = self._discourse.before(mention, self._discourse.people), self._discourse.inside(mention)
        voices = (s.entity for s in steps if s.inside == inside and self._discourse.speaks(s.mention))
        return next(voices, None)

    def _says_on(self, step: Step, mention: Mention) -> bool:
        """Whether somebody says something in the main clause of the sentence in which the pronoun says something."""
        verb, first = self._doc[mention.head].head, self._discourse.standing(step.mention)
        saying = lexicon.words("reporting_verbs", "saying")
        here = step.sentence == self._discourse.sentence(mention) and first.dep_ == "nsubj" and verb.dep_ != "advcl"
        return here and first.head != verb and first.head.lemma_ in saying and verb.lemma_ in saying

    def _governs(self, step: Step, mention: Mention) -> bool:
        """Whether a person is the subject of the clause on which the pronoun's clause hangs (Faro rose as she …)."""
        verb = self._doc[mention.head].head
        if verb.dep_ not in _CLAUSES or self._doc[mention.head].dep_ != "nsubj":
            return False
        subject = self._discourse.standing(step.mention)
        return subject.dep_ in _SUBJECTS and subject.head is not verb and subject.head == verb.head

    def _is_subject_of(self, step: Step, mention: Mention) -> bool:
        """Whether a name is the subject of the description's own sentence, so that a pronoun would do for it."""
        together = step.sentence == self._discourse.sentence(mention)
        return together and self._discourse.standing(step.mention).dep_ in _SUBJECTS and not self._is_aside(step)

    def _is_aside(self, step: Step) -> bool:
        token = self._discourse.standing(step.mention)
        return token.dep_ in _SUBJECTS and token.head.dep_ in _CLAUSES and not self._discourse.speaks(step.mention)

    def _said(self, step: Step, mention: Mention) -> bool:
        """Whether somebody said something in the sentence before, in the reporter's words."""
        token = self._discourse.standing(step.mention)
        verb = token.head.lemma_
        says = token.dep_ == "nsubj" and (verb in lexicon.words("reporting_verbs", "saying") or verb in _TALKING)
        near = says and self._discourse.sentence(mention) - step.sentence <= 1
        return near and token.head != self._doc[mention.head].head

    def _excluded(self, step: Step, mention: Mention) -> bool:
        """Whether grammar forbids it: both are arguments of one verb, or the name stands in what the pronoun says."""
        if self._discourse.sentence(mention) != step.sentence:
            return False
        pronoun, name = self._doc[mention.head], self._doc[step.mention.head]
        if pronoun.dep_ in _ARGUMENTS and name.dep_ in _ARGUMENTS and pronoun.head == name.head:
            return True
        said = [child for child in pronoun.head.children if child.dep_ in {"ccomp", "dobj"}]
        return pronoun.dep_ == "nsubj" and any(_holds(child, name) for child in said)

    def _likely(self, step: Step, plural: bool) -> float:
        """How well a thing suits "it" or "they": places speak seldom, groups are "they" and bodies "it"."""
        place = step.mention.label in {"GPE", "LOC", "NORP"} and not self._discourse.speaks(step.mention)
        one = plural and not self._plural(step.mention) and not self._discourse.speaks(step.mention)
        told = step.weight < 1 and carriers.listed(step.mention.span.of(self._mentions.parse.text))
        return -0.8 * place - 0.9 * one - 0.8 * told

    def _can_mean(self, step: Step, plural: bool) -> bool:
        if step.entity is None:
            return self._can_act(step.mention, plural)
        return plural or step.entity.type is not SpeakerType.GROUP

    def _can_act(self, mention: Mention, plural: bool) -> bool:
        """Whether "they" (``plural``) or "it" can stand for a noun that speaks: people, bodies, documents."""
        lemma = self._doc[mention.head].lemma_.lower()
        if plural:
            return self._plural(mention) and (lemma in people() or lemma in lexicon.words("roles", "organisations"))
        bodies = (lexicon.words("roles", "organisations"), lexicon.words("reporting_nouns", "carriers"))
        return not self._plural(mention) and any(lemma in words for words in bodies)

    def _plural(self, mention: Mention) -> bool:
        head = self._doc[mention.head]
        return head.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in head.children)


def shared(scores: Iterable[tuple[Entity, float]]) -> list[Meant]:
    """Shares of belief from scores, the order kept; together below 1, for it may be nobody of them."""
    ranked = list(scores)
    parts = [exp(SHARPNESS * score) for _, score in ranked]
    whole = sum(parts) + exp(SHARPNESS * UNNAMED)
    return [Meant(entity, part / whole) for (entity, _), part in zip(ranked, parts, strict=True)]


def _holds(top: "Token", token: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i
