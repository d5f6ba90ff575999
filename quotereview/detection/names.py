"""Whom a mention means: the full name the article gives, or the best description where it gives none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection.candidates import LONGEST_TAIL, Form, Mention, Mentions
from quotereview.detection.descriptions import Descriptions
from quotereview.detection.discourse import Discourse
from quotereview.detection.entities import Entity, is_person_noun
from quotereview.detection.groups import Groups
from quotereview.detection.pronouns import FIRST, HE, IT, SHE, THEY, Meant, Pronouns
from quotereview.detection.register import Register
from quotereview.model import Speaker, SpeakerType

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWER = "A"  # the label of answers in an interview
READINGS = 4  # people a pronoun or description is offered for
WORTH_OFFERING = 0.01  # share of belief
SURE = 0.995  # how often a name led to the right full name where the mention was right: 319 of 319 in 50 articles
TOLD_BY_PRONOUN = 0.4  # what each pronoun taken for somebody tells of a gender
UNSAID = 0.6  # how much surer a pronoun within a quote is of somebody whom the quote names
DESCRIBED = 0.9  # the same for what is offered as described: 22 of 23

_BYLINE = re.compile(r"^\W*By:?\s+((?:[A-Z][\w.'’-]+\s?){2,4})", re.MULTILINE | re.IGNORECASE)
_NOTE = re.compile(r"\W*((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)(?:,| is | was | teaches | writes | covers | works )")
_PLACING = frozenset({"at", "in", "of", "from", "with", "for"})
_ISSUED = frozenset(
    ["statement", "release", "communique", "communiqué", "commentary", "memo", "email", "letter", "tweet", "post"]
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A speaker as the article lets him be named, how sure that is (0 to 1) and why, in words for an editor."""

    speaker: Speaker
    sure: float
    why: str = ""


class Names:
    """Resolves the mentions of one article; ``spoken`` are the heads of those that speak a quote."""

    def __init__(self, mentions: Mentions, spoken: frozenset[int] = frozenset()) -> None:
        self._mentions = mentions
        self._text = mentions.parse.text
        self._doc = mentions.parse.doc
        self.register = Register(mentions)
        self._discourse = Discourse(mentions, spoken)
        self._pronouns = Pronouns(mentions, self._discourse)
        self._groups = Groups(mentions, self.register, self._discourse)
        self._descriptions = Descriptions(mentions, self.register, self._discourse, self._pronouns)
        self._found: dict[int, tuple[Resolution, ...]] = {}
        self._complete = False
        self.register.learn_genders()
        for mention in sorted(mentions, key=lambda m: m.span.start):
            self._found[mention.head] = self._read(mention)
        self._complete = True

    def resolve(self, mention: Mention, enclosing: Speaker | None = None) -> Resolution:
        """The speaker that a mention means most likely."""
        return self.readings(mention, enclosing)[0]

    def readings(self, mention: Mention, enclosing: Speaker | None = None) -> tuple[Resolution, ...]:
        """Whom a mention may mean, the likeliest first, how sure each is adding up to 1 or less.

        Inside a quote spoken by ``enclosing`` "I" is the one who speaks it and "he" is somebody else.
        """
        word = self._doc[mention.head].lower_
        if enclosing is not None and mention.form is Form.PRONOUN and word in {"i", "my", "me"}:
            return (self._taken_for(mention, enclosing, 0.9, "is whoever speaks the quote around it"),)
        if enclosing is not None and mention.form is Form.PRONOUN and word in FIRST:
            return (self._taken_for(mention, enclosing, 0.6, "is said by whoever speaks the quote around it"),)
        if enclosing is not None and mention.form is Form.PRONOUN and word in HE | SHE:
            return tuple(self._heard_only(mention, found) for found in self._he_or_she(mention, word, enclosing.name))
        introduced = self._mentions.introduced.get(mention.head) if mention.speaks_for else None
        if introduced is not None:
            known = self.resolve(introduced).speaker
            return (self._taken_for(mention, known, SURE, f"is how the transcript introduces {known.name}"),)
        if mention.speaks_for and mention.form is Form.NOUN and self.register.known(mention) is not None:
            return (self._named(mention),)
        found = self._found.get(mention.head) or self._read(mention)
        return self._answering(mention, found) if mention.speaks_for else found

    def _heard_only(self, mention: Mention, found: Resolution) -> Resolution:
        """Somebody whom a pronoun in a quote is taken for, less sure where the quote itself has not named him."""
        here = self._discourse.inside(mention)
        named = any(
            step.inside == here
            for step in self._discourse.people
            if step.entity is not None and step.entity.name == found.speaker.name
        )
        return found if named else replace(found, sure=found.sure * UNSAID)

    def people(self) -> Iterator[Speaker]:
        """The people the article names: those who speak elsewhere first, then those most often named."""
        return iter(self._people)

    @cached_property
    def _people(self) -> tuple[Speaker, ...]:
        spoke = {id(step.entity) for step in self._discourse.people if self._discourse.speaks(step.mention)}
        ranked = sorted(self.register.persons(), key=lambda e: (id(e) not in spoke, -len(e.mentions)))
        return tuple(Speaker(entity.name, entity.type, role=entity.office) for entity in ranked)

    def _answering(self, mention: Mention, found: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
        """Behind the label "A" of an interview speaks most likely whoever the article has named most often so far."""
        if mention.span.of(self._text) != ANSWER:
            return found
        named = [(len([m for m in e.mentions if m.head < mention.head]), e) for e in self.register.persons()]
        often = max(((times, e) for times, e in named if len(e.name) > 1), key=lambda pair: pair[0], default=None)
        if often is None or not often[0]:
            return found
        answer = Resolution(self._entity_speaker(mention, often[1]), 0.6, "whom the interview is most about")
        return (answer, replace(found[0], sure=0.3))

    def _read(self, mention: Mention) -> tuple[Resolution, ...]:
        """Resolve a mention from what came before it, and remember it for what follows."""
        if mention.form is Form.NAME:
            return self._joined(mention) or (self._named(mention),)
        if mention.form is Form.RELATIVE:
            return self._relative(mention)
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, self._doc[mention.head].lower_)
        return self._noun(mention)

    def _named(self, mention: Mention, described: Entity | None = None) -> Resolution:
        entity = described or self.register.of(mention) or self.register.known(mention)
        if entity is None:
            return Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.PERSON), 0.6)
        self._remember(mention, entity)
        printed = mention.span.of(self._text)
        full = printed.removesuffix("’s").removesuffix("'s").casefold() == entity.name.casefold()
        return Resolution(self._entity_speaker(mention, entity), SURE if full or len(entity.words) > 1 else 0.85)

    def _joined(self, mention: Mention) -> tuple[Resolution, ...]:
        """Names joined by "and": all of them together where they are the subject of a verb, else nothing."""
        group = self._groups.joined(mention)
        if group is None:
            return ()
        alone = self._named(mention)
        self._remember(mention, group)
        if not self._groups.speak_together(mention):
            return ()
        span = self._groups.span(mention)
        together = Speaker(group.name, group.type, span, span.of(self._text))
        return (Resolution(together, 0.85), replace(alone, sure=0.1))

    def _pronoun(self, mention: Mention, word: str) -> tuple[Resolution, ...]:
        if word in HE | SHE:
            return self._he_or_she(mention, word)
        if word in FIRST:
            return (self._first_person(mention),)
        step = self._pronouns.thing(mention, word in THEY) if word in THEY | IT else None
        if step is None:
            return (Resolution(self._speaker(mention, mention.span.of(self._text), self._sort(mention)), 0.4),)
        found = self.resolve(step.mention).speaker
        return (self._taken_for(mention, found, 0.6, f"taken for {found.name}"),)

    def _he_or_she(self, mention: Mention, word: str, but: str | None = None) -> tuple[Resolution, ...]:
        gender = "m" if word in HE else "f"
        meant = self._pronouns.people(mention, gender, but)
        sort = "man" if gender == "m" else "woman"
        if not meant:
            return self._only(mention, gender, sort)
        self._settle(meant[0].entity, gender)
        printed = mention.span.of(self._text)
        readings = self._offered(mention, meant, f"“{printed}” taken for", f", the last {sort} in front")
        self._remember(mention, meant[0].entity, meant[0].share)
        return readings

    def _only(self, mention: Mention, gender: str, sort: str) -> tuple[Resolution, ...]:
        """A pronoun before anybody it may mean: somebody named later."""
        later = [entity for entity in self.register.persons() if entity.may_be(gender)]
        if not later:
            return (Resolution(self._speaker(mention, mention.span.of(self._text), SpeakerType.ANONYMOUS), 0.2),)
        return (Resolution(self._entity_speaker(mention, later[0]), 0.3, f"the only {sort} the article names"),)

    def _settle(self, entity: Entity, gender: str) -> None:
        """Take over what a pronoun tells of the one it is taken for."""
        if entity.doubtful:
            entity.type, entity.doubtful = SpeakerType.PERSON, False
        if entity.gender is None:
            entity.seems(gender, TOLD_BY_PRONOUN)

    def _offered(self, mention: Mention, meant: Iterable[Meant], why: str, last: str) -> tuple[Resolution, ...]:
        """A reading for each of the likeliest people; ``last`` is added to the reason of the last in front."""
        likely = [one for one in meant if one.share >= WORTH_OFFERING][:READINGS] or list(meant)[:1]
        in_front = (step.entity for step in self._discourse.before(mention, self._discourse.people))
        nearest = next((entity for entity in in_front if any(entity is one.entity for one in likely)), None)
        return tuple(
            Resolution(
                self._entity_speaker(mention, one.entity, self._discourse.last_name(one.entity)),
                one.share,
                f"{why} {one.entity.name}{last if one.entity is nearest else ''}",
            )
            for one in likely
        )

    def _first_person(self, mention: Mention) -> Resolution:
        byline = _BYLINE.search(self._text[:600]) or self._closing_note()
        name = " ".join(byline[1].split()) if byline else "the author"
        sort = SpeakerType.PERSON if byline else SpeakerType.ANONYMOUS
        return Resolution(self._speaker(mention, name, sort), 0.95 if byline else 0.6, "the reporter’s own “I”")

    def _closing_note(self) -> re.Match[str] | None:
        """The author's name where a note about the author closes the article and is the only place to name him."""
        last = self._text.rstrip().rfind("\n") + 1
        note = _NOTE.match(self._text, last)
        return note if note and self._text.find(note[1]) >= last else None

    def _relative(self, mention: Mention) -> tuple[Resolution, ...]:
        before = self._antecedent(mention)
        printed = mention.span.of(self._text)
        if before is None or before.head >= mention.head:
            return (Resolution(self._speaker(mention, printed, SpeakerType.ANONYMOUS), 0.2),)
        return tuple(
            Resolution(self._renamed(mention, found.speaker), found.sure * 0.95, found.why)
            for found in self.readings(before)
        )

    def _antecedent(self, mention: Mention) -> Mention | None:
        """The mention on which the relative clause of a "who" hangs, else the one right before it."""
        token = self._doc[mention.head]
        for _ in range(6):
            if token.dep_ == "relcl" or token.head is token:
                break
            token = token.head
        governor = self._mentions.at(token.head.i) if token.dep_ == "relcl" else None
        near = self._mentions.between(max(0, mention.head - 6), mention.head)
        return governor or next(iter(reversed(near)), None)

    def _noun(self, mention: Mention) -> tuple[Resolution, ...]:
        token = self._doc[mention.head]
        named = self._descriptions.apposed(mention)
        if named is not None:
            return (self._named(mention, named),)
        pair = self._groups.pair(mention)
        if pair is not None:
            together = self._taken_for(mention, Speaker(pair.name, pair.type), 0.7, f"taken for {pair.name}")
            return (together, replace(self._as_printed(mention), sure=0.2))
        plural = _is_plural(token)
        if plural or not is_person_noun(token):
            return self._thing(mention, plural)
        pointed = self._descriptions.headed(mention)
        new = Entity(self._description(mention), (), SpeakerType.ANONYMOUS, pointed=pointed)
        meant = self._descriptions.people(mention, new)
        if meant[0].entity is new:
            new = self.register.introduce(mention, new)
        self._remember(mention, meant[0].entity, meant[0].share)
        return self._described(mention, meant, new)

    def _described(self, mention: Mention, meant: list[Meant], new: Entity) -> tuple[Resolution, ...]:
        printed = mention.span.of(self._text)
        readings = self._offered(mention, meant, f"“{printed}” taken for", "")
        return tuple(replace(r, why="") if r.speaker.name == new.name else r for r in readings)

    def _thing(self, mention: Mention, plural: bool) -> tuple[Resolution, ...]:
        """A noun that means no single person: a group, a body, a document."""
        described = self._as_printed(mention)
        if plural:
            self._remember(mention, None)
            return (described,)
        if self._doc[mention.head].lemma_.lower() in _ISSUED:
            issuer = self._descriptions.issuer(mention)
            if issuer is not None and issuer.head != mention.head:
                found = self.resolve(issuer).speaker
                return (
                    self._taken_for(mention, found, 0.65, f"is taken to be that of {found.name}"),
                    replace(described, sure=0.2),
                )
        told = self._descriptions.apposed(mention, person=False)
        if told is not None:
            told.roles.add(self._doc[mention.head].lemma_.lower())
        body = told or self._descriptions.body(mention)
        self._remember(mention, body)
        fuller = self._descriptions.fuller(mention) if body is None else None
        if fuller is not None:
            found = self.resolve(fuller).speaker
            return (self._taken_for(mention, found, 0.7, f"taken for {found.name}"), replace(described, sure=0.2))
        if body is None:
            return (described,)
        named = self._entity_speaker(mention, body)
        return (Resolution(named, 0.75, f"“{named.printed}” taken for {body.name}"), replace(described, sure=0.15))

    def _as_printed(self, mention: Mention) -> Resolution:
        return Resolution(self._speaker(mention, self._description(mention), self._sort(mention)), DESCRIBED)

    def _remember(self, mention: Mention, entity: Entity | None, sure: float = 1.0) -> None:
        if not self._complete:
            self._discourse.remember(mention, entity, sure)

    def _taken_for(self, mention: Mention, speaker: Speaker, sure: float, why: str) -> Resolution:
        """A mention that stands for a speaker known from elsewhere."""
        printed = mention.span.of(self._text)
        chain = f"{printed} → {speaker.name}"
        named = Speaker(speaker.name, speaker.type, mention.span, printed, speaker.role, chain)
        return Resolution(named, sure, f"“{printed}” {why}")

    def _renamed(self, mention: Mention, speaker: Speaker) -> Speaker:
        printed = mention.span.of(self._text)
        chain = f"{printed} → {speaker.resolved or speaker.name}"
        return Speaker(speaker.name, speaker.type, mention.span, printed, speaker.role, chain)

    def _entity_speaker(self, mention: Mention, entity: Entity, via: str | None = None) -> Speaker:
        printed = mention.span.of(self._text)
        links = [link for link in (printed, via, entity.name) if link]
        chain = " → ".join(link for i, link in enumerate(links) if i == 0 or link.casefold() != links[i - 1].casefold())
        return Speaker(entity.name, entity.type, mention.span, printed, entity.office, chain if "→" in chain else None)

    def _speaker(self, mention: Mention, name: str, sort: SpeakerType) -> Speaker:
        return Speaker(name, sort, mention.span, mention.span.of(self._text))

    def _description(self, mention: Mention) -> str:
        """A noun phrase without its article."""
        first = self.register.first(mention)
        if self._doc[first].lower_ in {"a", "an", "the", "some"} and first < mention.last:
            first += 1
        words = " ".join(self._mentions.parse.words(first, self._last(mention)).split())
        owner = self._doc[first]
        if owner.tag_ == "PRP$" and owner.lower_ in {"its", "their"}:
            step = self._pronouns.thing(mention, owner.lower_ == "their")
            held = self.resolve(step.mention).speaker.name if step else ""
            joint = " " if is_person_noun(self._doc[mention.head]) else "’s "
            words = f"{held}{joint}{words[len(owner) :].strip()}" if held else words
        return words

    def _last(self, mention: Mention) -> int:
        """The last token that describes somebody: with his place, if that follows (a worker at the port, who …)."""
        head = self._doc[mention.head]
        if mention.last > mention.head or not is_person_noun(head):
            return mention.last
        behind = next((child for child in head.rights if child.i == head.i + 1 and child.lower_ in _PLACING), None)
        end = mention.last + 1
        while behind is not None and end <= behind.right_edge.i and _goes_on(self._doc[end]):
            end += 1
        while end - 1 > mention.last and self._doc[end - 1].pos_ in {"DET", "ADP", "ADJ", "CCONJ"}:
            end -= 1
        return end - 1 if end - mention.last <= LONGEST_TAIL else mention.last

    def _sort(self, mention: Mention) -> SpeakerType:
        token = self._doc[mention.head]
        lemma = token.lemma_.lower()
        if token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"they", "we", "many", "others", "some", "people", "crowd"}:
            return SpeakerType.GROUP
        if is_person_noun(token):
            return SpeakerType.ANONYMOUS
        if lemma in lexicon.words("reporting_nouns", "carriers"):
            return SpeakerType.DOCUMENT
        if lemma in lexicon.words("roles", "organisations") or token.ent_type_ in {"ORG", "GPE"}:
            return SpeakerType.ORGANISATION
        return SpeakerType.ANONYMOUS


def _goes_on(token: "Token") -> bool:
    """Whether a description goes on with a token: with any word, or a hyphen within one."""
    return not token.is_punct or (token.text == "-" and not token.whitespace_)


def _is_plural(token: "Token") -> bool:
    many = token.tag_ in {"NNS", "NNPS"} and not token.text.isupper()
    return many or token.lemma_.lower() in {"people", "both", "many", "several"}
