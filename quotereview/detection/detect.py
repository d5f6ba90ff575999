"""One text in, all its quotes out: the steps of detection in order."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quotereview import __version__
from quotereview.detection import explanations, grouping, languages, marks, nesting, twins, unmarked
from quotereview.detection.conventions import EDITORIAL, Conventions
from quotereview.detection.cues import CueSort
from quotereview.detection.english import English
from quotereview.detection.evidence import Claim
from quotereview.detection.hearing import Heard
from quotereview.detection.kinds import Judgement
from quotereview.detection.languages import Language
from quotereview.detection.parse import Parse
from quotereview.detection.parts import Attributed, Carriage
from quotereview.detection.proposals import Proposal
from quotereview.detection.repair import repair
from quotereview.detection.rules import Rules, Voices
from quotereview.detection.zones import at as zone_at
from quotereview.detection.zones import find as find_zones
from quotereview.model import Detection, Doubt, Explained, Explanation, Kind, Passage, Quote, Span, Stretch, Zone

VOICED_FROM = 1.5  # a claim of this score shows that somebody utters the words
LOOSELY_VOICED_FROM = 3.0  # the same where the cue is a verb that seldom reports words
LONGEST_TERM = 4  # words; what nobody said is a term if it is no longer than this, else other words


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a passage was found to be; ``heard`` is the belief in speech, if it was asked for."""

    kind: Kind
    partial: bool
    zone: Zone
    reason: str
    heard: Heard | None = None


class Detector:
    """Finds the quotes of one text after another, each by the rules of its language."""

    def __init__(
        self, english: English, others: Callable[[Language], Rules], conventions: Conventions = EDITORIAL
    ) -> None:
        self.nlp = english.nlp
        self.language_model = english.language_model
        self._others = others
        self._conventions = conventions
        self._rules: dict[Language, Rules] = {Language.ENGLISH: english}

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        """All quotes of ``text`` in order, with its zones and doubts; never raises, whatever the text.

        Each of the spans ``added``, marked by hand, is a quote in the result; passages ``replaced`` by them are none.
        Where the name of the article's own ``outlet`` is known, words told to it came straight. Of the stretches
        ``zones`` it is known what they are, whatever they look like.
        """
        repaired = repair(text, added)
        if repaired is None:
            return self._read(text, added, replaced, outlet, zones)[0]
        added, replaced = ([repaired.here(span) for span in spans] for spans in (added, replaced))
        told = [replace(stretch, span=repaired.here(stretch.span)) for stretch in zones]
        return repaired.restored(self._read(repaired.text, added, replaced, outlet, told)[0])

    def explain(self, text: str, outlet: str | None = None) -> Explained:
        """All quotes of ``text``, each with what was considered for it, for whoever works on the rules."""
        repaired = repair(text)
        read = repaired.text if repaired else text
        detection, article = self._read(read, (), (), outlet, ())
        return Explained(read, tuple(article.explained(detection.quotes)))

    def _read(
        self,
        text: str,
        added: Sequence[Span],
        replaced: Sequence[Span],
        outlet: str | None,
        told: Sequence[Stretch],
    ) -> tuple[Detection, "Article"]:
        """What is found in a text, and the article in which it was found."""
        found, doubts = marks.find(text)
        if self._conventions.double_marks_only:
            found = marks.double(text, found)
        else:
            found = nesting.together(found, unmarked.find(text, found))
        marked = nesting.with_added(text, found, added, replaced)
        stretches = find_zones(text, told)
        rules = self._rules_for(languages.tell(text, marked))
        parsed = rules.parse(text, marked)
        passage_zones = [zone_at(stretches, mark.span.start) for mark in marked]
        article = Article(
            parsed, passage_zones, rules.voices(parsed), added=set(added), doubts=doubts, conventions=self._conventions
        )
        quotes = article.quotes()
        carriages = rules.carriages(parsed, [attributed for attributed, _ in quotes], stretches, outlet)
        proposals = tuple(_carried(quote, carriage) for (_, quote), carriage in zip(quotes, carriages, strict=True))
        detector = f"{rules.name} {__version__}"
        return Detection(proposals, doubts, stretches, detector, rules.language_model), article

    def _rules_for(self, language: Language) -> Rules:
        """The rules of a language, made when its first article comes."""
        if language not in self._rules:
            self._rules[language] = self._others(language)
        return self._rules[language]


class Article:
    """One article on its way from marked words to quotes."""

    def __init__(  # noqa: PLR0913 - all that is known of an article
        self,
        parsed: Parse,
        passage_zones: Sequence[Zone],
        voices: Voices,
        *,
        added: Collection[Span] = (),
        doubts: Sequence[Doubt] = (),
        conventions: Conventions = EDITORIAL,
    ) -> None:
        self._parse = parsed
        self._conventions = conventions
        self._zones = passage_zones
        self._added = added
        self._doubts = sorted(doubts, key=lambda doubt: doubt.place)
        self._voices = voices
        self._own = {index: voices.own(index) for index in range(len(parsed.marked))}
        self._judged = {index: self._judge(index, claims) for index, claims in self._own.items()}
        self.ranked = voices.rank({i: claims for i, claims in self._own.items() if self._judged[i].kind is Kind.SPEECH})

    def quotes(self) -> list[tuple[Attributed, Quote]]:
        """The quotes in text order, each with what the search for sources needs to know of it."""
        free = [index for index in self.ranked if self._parse.marked[index].span not in self._added]
        speech = grouping.group(self._parse, free, self.ranked)
        grouped = {index for group in speech for index in group}
        groups = sorted([*speech, *([index] for index in self._judged if index not in grouped)])
        place = {index: number for number, group in enumerate(groups) for index in group}
        found: list[tuple[Attributed, Quote]] = []
        for group in groups:
            parent = self._parse.marked[group[0]].parent
            above = None if parent is None else place[parent]
            quote = self._quote(group, None if above is None else found[above][1])
            found.append((self._attributed(group, quote, above), quote))
        return twins.linked(self._parse.text, found)

    def explained(self, quotes: Sequence[Quote]) -> Iterator[Explanation]:
        """Each of the quotes with what was considered for its first passage, by the rules alone if it is no speech."""
        speakers = {quote.key: quote.speaker for quote in quotes}
        places = {mark.span: index for index, mark in enumerate(self._parse.marked)}
        for quote in quotes:
            index = places[quote.passages[0].span]
            judged, enclosing = self._judged[index], speakers[quote.parent] if quote.parent else None
            claims = self.ranked.get(index, self._own[index])
            speech = explanations.speech(judged.heard) if judged.heard else None
            yield Explanation(quote, judged.reason, speech, self._voices.options(claims, enclosing))

    def _judge(self, index: int, claims: Sequence[Claim]) -> _Judged:
        mark, zone = self._parse.marked[index], self._zones[index]
        best = next((claim for claim in claims[:1] if self._is_voiced(index, claim)), None)
        mention = best.mention.span if best else None
        cue = self._parse.span(best.cue.first, best.cue.last - 1) if best and best.cue else None
        judgement = self._voices.judge(index, zone, cue, mention)
        if mark.span in self._added:
            return _Judged(Kind.SPEECH, judgement.partial, zone, judgement.reason)
        decided = judgement.settled or zone is Zone.HEADLINE  # where a quote often stands without its cue
        heard = None if decided else self._voices.hear(index, judgement, claims)
        kind, reason = _weighed(judgement, heard, len(mark.span.of(self._parse.text).split()), self._conventions)
        return _Judged(kind, judgement.partial, zone, reason, heard)

    def _is_voiced(self, index: int, claim: Claim) -> bool:
        """Whether the best claim shows that somebody utters the words; the cue must govern a capitalised name."""
        if claim.cue is None:
            return False
        if claim.score < (VOICED_FROM if claim.reports else LOOSELY_VOICED_FROM):
            return False
        words = [word for word in self._parse.marked[index].span.of(self._parse.text).split() if len(word) > 3]
        titled = len(words) > 1 and all(word[0].isupper() for word in words)
        governed = claim.has("governs") or claim.cue.sort is CueSort.NAMING
        return not titled or governed or self._parse.placeholder(index) is not None

    def _proposal(self, index: int, enclosing: Quote | None) -> Proposal:
        judged = self._judged[index]
        if judged.kind is not Kind.SPEECH:
            return Proposal(reason=judged.reason[:1].upper() + judged.reason[1:])
        proposal = self._voices.propose(index, self.ranked[index], enclosing.speaker if enclosing else None)
        belief = judged.heard.belief if judged.heard else 1.0
        return replace(proposal, confidence=round(min(proposal.confidence, belief), 4))

    def _quote(self, group: Sequence[int], enclosing: Quote | None) -> Quote:
        passages = [self._parse.marked[index] for index in group]
        judged, proposal = self._judged[group[0]], self._proposal(group[0], enclosing)
        return Quote(
            key=f"{passages[0].span.start}-{passages[0].span.end}",
            passages=tuple(Passage(mark.span, mark.span.of(self._parse.text)) for mark in passages),
            kind=judged.kind,
            zone=judged.zone,
            partial=judged.partial,
            parent=enclosing.key if enclosing else None,
            speaker=proposal.speaker,
            cue=proposal.cue,
            confidence=proposal.confidence,
            reason=proposal.reason,
            pointers=proposal.pointers,
            candidates=proposal.candidates,
            doubts=tuple(doubt for mark in passages for doubt in self._doubts_at(mark.outer)),
        )

    def _attributed(self, group: Sequence[int], quote: Quote, above: int | None) -> Attributed:
        mention = quote.speaker.mention if quote.speaker else None
        passages = tuple(self._parse.marked[index] for index in group)
        return Attributed(passages, quote.kind, quote.zone, quote.partial, mention, quote.cue, quote.speaker, above)

    def _doubts_at(self, outer: Span) -> Sequence[Doubt]:
        first = bisect_left(self._doubts, outer.start, key=lambda doubt: doubt.place.start)
        last = bisect_left(self._doubts, outer.end, key=lambda doubt: doubt.place.start)
        return self._doubts[first:last]


def _weighed(judgement: Judgement, heard: Heard | None, words: int, conventions: Conventions) -> tuple[Kind, str]:
    """What a passage of so many words is, and why, by the rules and by the belief that somebody said it."""
    said = judgement.kind is Kind.SPEECH
    if heard is None or (heard.belief < conventions.shown_against_rule and not said):
        return judgement.kind, judgement.reason
    if heard.belief >= conventions.shown_from:
        return Kind.SPEECH, judgement.reason
    kind = Kind.SCARE if words <= LONGEST_TERM else Kind.OTHER_WORDS
    return kind, "nobody near is likely to have uttered it"


def _carried(quote: Quote, carriage: Carriage) -> Quote:
    return replace(
        quote,
        source=carriage.source,
        hands=carriage.hands,
        addressee=carriage.addressee,
        source_confidence=carriage.confidence,
        source_reason=carriage.reason,
        source_pointers=carriage.pointers,
    )
