"""Through which carrier each quote's words reached the outlet, and to whom they were spoken.

Each quote is looked at in the sentences that hold its passages and its cue (its frame). What a frame tells holds for
the same speaker's next quotes until something ends it; what a sentence without a quote announces holds for the next.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quotereview import lexicon
from quotereview.detection import addressees, frames, grounds, occasions, unlisted
from quotereview.detection.carriers import Carrier
from quotereview.detection.frames import Frame, Frames
from quotereview.detection.grounds import Ground, How
from quotereview.detection.links import MEDIA, Link
from quotereview.detection.occasions import Occasion
from quotereview.detection.parse import Parse
from quotereview.detection.parts import Attributed, Carriage
from quotereview.model import Kind, Source, SourceKind, Span, Speaker, SpeakerType, Stretch, Zone

REACH = 8  # paragraphs over which a carrier holds for a speaker who goes on
REACH_AHEAD = 3  # paragraphs from a sentence that announces a carrier to the quote
REACH_BACK = 3  # paragraphs to which a carrier named afterwards reaches back

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ANOTHER_TIME = re.compile(
    r"^(?:Later|Earlier|Separately|Previously|Afterwards|In a separate|Last (?:week|month|year|night)"
    r"|(?:Hours|Days|Weeks|Months|Years) (?:later|earlier))\b"
    r"|\b(?:earlier|last) (?:this |that )?(?:day|week|month|year|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:in|last|since) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\bonce\b|\bat the time\b|\bsaid then\b|\b(?:in|since) (?:19|20)\d\d\b"
    r"|\b(?:has|have) (?:previously )?(?:said|told|called)\b"
)
_BACKWARDS = re.compile(
    r"^(?:(?:(?:He|She|They)|(?:The )?[\w’'-]+(?: [A-Z][\w’'-]+)?) (?:was|were|had been) "
    r"(?:speaking|talking|writing|answering|responding|quoted|cited|interviewed)\b"
    r"|(?:The|His|Her|Their|These|Those|Both) (?:[\w’'-]+ ){0,2}(?P<what>comments?|remarks?|words|exchange|warning"
    r"|statements?|interview|message|conversation|quotes?|speech|row|call|appeal|threat|plea|claims?)\b"
    r"[^.]{0,40}? (?:was|were|came|appeared|aired|had been|have been)\b)"
)
_SHARED_WORDS = frozenset({"exchange", "conversation", "row", "call"})
_SHARED_FORM = re.compile(r"recording|transcript|chat|log|minutes|footage|tape|pool report", re.IGNORECASE)
_SHARED_EVENT = re.compile(
    r"\b(?:town hall|debate|forum|panel|transcripts?|exchanges?|recordings?|footage|tapes?|chats?)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:in|since) (?:19|20)\d\d\b|\bat the time\b|\b(?:weeks?|months?|years?|decades?) (?:ago|earlier|before)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"[Tt]he (?:[\w’'-]+ )*(?P<what>[\w’'-]+)")
_NAME_WORD = re.compile(r"[A-Z][\w’'-]{2,}")


def find(
    parse: Parse, quotes: Sequence[Attributed], areas: Sequence[Stretch], outlet: str | None = None
) -> list[Carriage]:
    """The carriage of each of ``quotes`` (in text order), same length and order; ``areas`` are the article's zones.

    ``outlet``: the name of the article's own outlet, if it is known.
    """
    return _Walk(parse, quotes, frames.read(parse.text, quotes, areas, outlet)).carriages()


class _Walk:
    """Goes through the article once, holding for each speaker the occasion of the last words."""

    def __init__(self, parse: Parse, quotes: Sequence[Attributed], framed: Frames) -> None:
        self._parse = parse
        self._quotes = quotes
        self._frames = framed
        self._held: dict[str, Occasion] = {}
        self._last: Occasion | None = None
        self._last_key = ""
        self._heard: dict[str, int] = {}
        self._meant: dict[Span, Span] = {}
        self._occasions: list[Occasion | None] = []
        self._done: list[Carriage] = []

    def carriages(self) -> list[Carriage]:
        """The carriage of every quote."""
        for index, quote in enumerate(self._quotes):
            self._occasions.append(None)
            carriage = self._carriage(index, quote)
            self._done.append(carriage if carriage.addressee else self._addressed(carriage, quote))
        self._reach_back()
        return self._done

    def _addressed(self, carriage: Carriage, quote: Attributed) -> Carriage:
        briefed = carriage.source is not None and carriage.source.kind is SourceKind.BRIEFING
        if briefed or quote.kind is not Kind.SPEECH:
            return carriage
        return replace(carriage, addressee=addressees.find(self._parse, quote))

    def _carriage(self, index: int, quote: Attributed) -> Carriage:
        if quote.kind is not Kind.SPEECH:
            return Carriage()
        if quote.parent is not None:
            return self._relayed(quote, quote.parent)
        own = self._named_here(index, quote)
        if own is not None:
            if quote.zone is Zone.BODY:
                self._hold(index, quote, own)
            return self._grounded(own.carriage(carried=False), self._ground_here(quote, own))
        if quote.zone is not Zone.BODY:
            return self._grounded(Carriage(), Ground(How.OUTSIDE))
        ended = self._ended_here(index)
        how, occasion = (How.STRAIGHT, ended) if ended else self._carried(index, quote)
        if occasion is None:
            return self._grounded(Carriage(), self._ground_without(index, how, quote.speaker))
        ground = self._ground_before(index, how, occasion)
        self._hold(index, quote, occasion)
        return self._grounded(occasion.carriage(carried=True), ground)

    def _relayed(self, quote: Attributed, parent: int) -> Carriage:
        """A nested quote comes through the person who relays it, unless speakers quote themselves."""
        relay = self._quotes[parent].speaker
        if relay is None or quote.speaker is None or relay.name == quote.speaker.name or _is_pronoun(relay.name):
            return self._grounded(Carriage(), Ground(How.OWN))
        carriage = Carriage(Source(relay.name, None, self._quotes[parent].mention), self._done[parent].hands + 1)
        return self._grounded(carriage, Ground(How.RELAYED))

    def _grounded(self, carriage: Carriage, ground: Ground) -> Carriage:
        return grounds.grounded(self._parse.text, carriage, ground)

    def _ground_here(self, quote: Attributed, own: Occasion) -> Ground:
        """What a quote's own sentences told: a carrier, straight words, or which carrier is meant."""
        if own.source is None:
            return Ground(How.STRAIGHT)
        mention = own.source.mention
        side = "after" if mention and mention.start >= quote.passages[0].outer.end else "before"
        if quote.mention is not None and mention is not None and quote.mention.overlap(mention):
            return Ground(How.SPEAKER)
        if mention in self._meant:
            return Ground(How.REFERENCE, meant=self._meant[mention])
        return Ground(How.FORM if own.source.kind in grounds.FORMS else How.MEDIUM, side)

    def _ground_before(self, index: int, how: How, occasion: Occasion) -> Ground:
        """What told of an occasion before the quote, and where it did."""
        apart = self._frames.paragraphs_between(occasion.sentence, self._frames.of(index).first)
        if occasion.source is None:
            return Ground(How.HELD_STRAIGHT if how is How.HELD else How.STRAIGHT)
        return Ground(grounds.held(apart) if how is How.HELD else how, grounds.above(apart))

    def _ground_without(self, index: int, how: How, speaker: Speaker | None) -> Ground:
        """Why a quote has no source, though a name may stand there that is a medium's."""
        hint = next(self._hints(index, speaker), None) if how is not How.STRAIGHT else None
        return Ground(How.HINTED, meant=hint) if hint else Ground(how)

    def _hints(self, index: int, speaker: Speaker | None) -> Iterator[Span]:
        """The places in a quote's frame of what may have passed the words on, and is no carrier that is known.

        That is a name that may be a medium's, not that of whoever spoke, or "the agency" of nobody knows which.
        """
        frame = self._frames.of(index)
        yield from (link.carrier.span for link in frame.links if link.passes_on and self._resolved(link) is None)
        spoken = speaker.name if speaker and speaker.type is SpeakerType.PERSON else ""
        known = [carrier.span for carrier in self._frames.carriers(index)]
        for sentence in frame.sentences:
            for place in self._places(unlisted.hints, sentence):
                name = place.of(self._parse.text)
                own = name in spoken or self._frames.outlet.is_called(name)
                if not (own or self._is_no_name(place) or any(map(place.overlap, known))):
                    yield place

    def _named_here(self, index: int, quote: Attributed) -> Occasion | None:
        """The occasion that the quote's own frame names."""
        frame = self._frames.of(index)
        found = [link for link in map(self._resolved, frame.links) if link is not None]
        near = quote.cue.start if quote.cue else quote.passages[0].span.start
        occasion = occasions.read(found, self._frames.outlet, frame.last, frame.words, near)
        speaking = self._speaking_carrier(index, quote)
        if speaking and not (occasion and occasion.source and occasion.source.name == speaking.name):
            return Occasion(speaking, 1, None, frame.last, frame.words)
        return occasion or self._unlisted(frame, quote)

    def _speaking_carrier(self, index: int, quote: Attributed) -> Source | None:
        """A carrier or a document that is cited for its own wording is speaker and source at once."""
        speaker, mention = quote.speaker, quote.mention
        if speaker is None or mention is None or speaker.type is SpeakerType.PERSON:
            return None
        document = speaker.type is SpeakerType.DOCUMENT
        for carrier in self._frames.carriers(index):
            whole = carrier.phrase.overlap(mention) and mention.end <= carrier.span.end
            medium = whole and carrier.kind in MEDIA
            written = whole and document and carrier.form and not self._is_carried_form(carrier)
            if medium or written:
                named = self._frames.antecedent(carrier) if carrier.anaphor else carrier
                return Source(named.name if named else speaker.name, carrier.kind, carrier.span)
        reports = quote.cue and unlisted.reports_itself(self._parse.text, mention, quote.cue)
        if reports and not self._frames.outlet.is_called(speaker.name):
            return Source(speaker.name, SourceKind.OUTLET, mention)
        return Source(speaker.name, SourceKind.DOCUMENT, mention) if document and not self._referred(index) else None

    def _unlisted(self, frame: Frame, quote: Attributed) -> Occasion | None:
        """Whoever quotes or tells what another one said, and is on no list: a person, or a medium of whatever name."""
        for place in self._passing_on(frame, quote):
            name = place.of(self._parse.text)
            spoken = quote.speaker is not None and name in quote.speaker.name
            if spoken or _is_in(place, quote.mention) or self._is_no_name(place) or self._frames.outlet.is_called(name):
                continue
            if _is_pronoun(name):
                return self._taken_up(frame)
            return Occasion(Source(name, None, place), 1, None, frame.last, frame.words)
        return None

    def _passing_on(self, frame: Frame, quote: Attributed) -> Iterator[Span]:
        for sentence in frame.sentences:
            yield from self._places(unlisted.passing_on, sentence)
        if quote.cue and quote.speaker:
            yield from unlisted.behind(self._parse.text, quote.cue)

    def _places(self, find: Callable[[str], Iterator[Span]], sentence: int) -> Iterator[Span]:
        """What is found in the words of a sentence, by its place in the article."""
        start = self._frames.start(sentence)
        return (Span(start + one.start, start + one.end) for one in find(self._frames.words(sentence)))

    def _is_no_name(self, place: Span) -> bool:
        """Whether words are capitalised only because a sentence begins with them (Witnesses reported that …)."""
        return any(token.pos_ == "NOUN" for token in self._parse.tokens(place) or ())

    def _taken_up(self, frame: Frame) -> Occasion | None:
        """What the sentence before told of, for "it" that quotes somebody (The readout was longer. It quoted …)."""
        told = self._announcement(frame.first - 1) if frame.first else None
        last = self._last if self._last and self._last.sentence == frame.first - 1 else None
        occasion = told or last
        return replace(occasion, sentence=frame.last, words=frame.words) if occasion else None

    def _resolved(self, link: Link) -> Link | None:
        """The link with its carrier's proper name where it only refers to one ("the paper", "the post")."""
        carrier = link.carrier
        if carrier.anaphor or carrier.unnamed:
            antecedent = self._frames.antecedent(carrier) if carrier.anaphor else self._frames.named_later(carrier)
            if antecedent is None:
                return None if carrier.anaphor else link
            self._meant[carrier.span] = antecedent.span
            return replace(link, carrier=replace(carrier, name=antecedent.name, kind=antecedent.kind))
        if self._is_carried_form(carrier):
            return None
        if carrier.definite and self._last and self._last.form is carrier.kind and self._last.source:
            if self._last.source.mention:
                self._meant[carrier.span] = self._last.source.mention
            return replace(link, carrier=replace(carrier, name=self._last.source.name))
        return link

    def _is_carried_form(self, carrier: Carrier) -> bool:
        """Whether a form ("the statement") is the one that a medium carried just before: then the medium holds."""
        last = self._last
        return bool(last and last.cited and carrier.form and carrier.definite and last.form is carrier.kind)

    def _referred(self, index: int) -> Occasion | None:
        """The last occasion, where the frame refers to the form that its medium carried."""
        carried = any(self._is_carried_form(carrier) for carrier in self._frames.carriers(index))
        return self._last if carried else None

    def _ended_here(self, index: int) -> Occasion | None:
        """Words told to reporters, at an event or at another time end what was carried."""
        frame = self._frames.of(index)
        heard = occasions.direct(frame.words, frame.last)
        if heard is None and _ANOTHER_TIME.search(frame.words):
            return Occasion(None, 0, None, frame.last, frame.words)
        return heard

    def _carried(self, index: int, quote: Attributed) -> tuple[How, Occasion | None]:
        """The occasion that holds for a quote from before, and how, or why none does."""
        held = self._held.get(self._key(quote))
        if held and not self._holds(held, index):
            held = None
        referred = self._referred(index)
        if referred:
            return How.REFERRED, referred
        announced = self._announced(index, quote, held)
        if announced:
            return How.ANNOUNCED, announced
        if held:
            return How.HELD, held
        shared = self._shared(index, quote)
        return (How.SHARED, shared) if shared else (self._lack(), None)

    def _lack(self) -> How:
        """Why a quote has no source: the article names no carrier at all, or names it for other words."""
        return How.ELSEWHERE if any(map(self._frames.links, range(self._frames.count))) else How.NOWHERE

    def _holds(self, held: Occasion, index: int) -> bool:
        frame = self._frames.of(index)
        days = set(_DAY.findall(frame.words)), set(_DAY.findall(held.words))
        if all(days) and not days[0] & days[1]:
            return False
        return self._frames.paragraphs_between(self._heard[self._key(self._quotes[index])], frame.first) <= REACH

    def _announced(self, index: int, quote: Attributed, held: Occasion | None) -> Occasion | None:
        """What a sentence without a quote told of the occasion shortly before, if it is about this speaker."""
        first = self._frames.of(index).first
        for sentence in range(first - 1, held.sentence if held else -1, -1):
            if self._frames.paragraphs_between(sentence, first) > REACH_AHEAD:
                return None
            occasion = self._announcement(sentence)
            if occasion and self._is_about(quote, sentence, first) and not (held and occasion.cited):
                return occasion
        return None

    def _announcement(self, sentence: int) -> Occasion | None:
        if not self._frames.is_plain(sentence):
            return None
        words = self._frames.words(sentence)
        found = [link for link in map(self._resolved, self._frames.links(sentence)) if link is not None]
        near = self._frames.start(sentence)
        return occasions.read(found, self._frames.outlet, sentence, words, near) or occasions.direct(words, sentence)

    def _is_about(self, quote: Attributed, sentence: int, quoting: int) -> bool:
        """Whether a sentence speaks of the quote's speaker: by name in its paragraph so far, or just before "he"."""
        if quote.speaker is None:
            return False
        names = set(_NAME_WORD.findall(quote.speaker.name))
        near = self._frames.paragraphs_between(sentence, quoting) <= 1
        about = self._frames.paragraph_until(sentence) if near else self._frames.words(sentence)
        if names & set(_NAME_WORD.findall(about)):
            return True
        if near and self._takes_up(quote, sentence):
            return True
        mention = quote.mention.of(self._parse.text) if quote.mention else ""
        apart = self._frames.paragraphs_between(sentence, quoting) > 0
        return not apart and bool(_PRONOUN.fullmatch(mention) or _PRONOUN.search(self._frames.words(sentence)))

    def _takes_up(self, quote: Attributed, sentence: int) -> bool:
        """Whether "the weary builder" is another word for whoever the sentence names: nobody was called that before."""
        if quote.speaker is None or quote.mention is None or quote.speaker.type is not SpeakerType.ANONYMOUS:
            return False
        described = _DESCRIBED.fullmatch(quote.mention.of(self._parse.text))
        before = self._parse.text[: self._frames.start(sentence)]
        return bool(described and not re.search(rf"\b{re.escape(described['what'])}\b", before, re.IGNORECASE))

    def _shared(self, index: int, quote: Attributed) -> Occasion | None:
        """An account of a call, a recording, a closed meeting holds for everyone it names, while it goes on."""
        last = self._last
        if last is None or last.source is None or quote.speaker is None:
            return None
        shared = last.source.kind is SourceKind.READOUT or _SHARED_FORM.search(last.source.name)
        named = set(_NAME_WORD.findall(quote.speaker.name)) & set(_NAME_WORD.findall(last.words))
        near = self._frames.paragraphs_between(self._heard[self._last_key], self._frames.of(index).first) <= 1
        return last if near and (_SHARED_EVENT.search(last.words) or (shared and named)) else None

    def _hold(self, index: int, quote: Attributed, occasion: Occasion) -> None:
        self._occasions[index] = occasion
        self._last = occasion
        key = self._key(quote)
        if not (key in self._held and _LONG_AGO.search(occasion.words)):
            self._held[key] = occasion
        self._last_key = key
        self._heard[key] = self._frames.of(index).last

    def _key(self, quote: Attributed) -> str:
        """By whom an occasion is held: the speaker's name, the last speaker's for a pronoun that led to nobody."""
        if quote.speaker is None:
            return ""
        return self._last_key if _PRONOUN.fullmatch(quote.speaker.name) else quote.speaker.name

    def _reach_back(self) -> None:
        """A later sentence about the occasion as a whole holds for the words before it."""
        for sentence in range(self._frames.count):
            match = _BACKWARDS.match(self._frames.words(sentence)) if self._frames.is_plain(sentence) else None
            occasion = self._announcement(sentence) if match else None
            if match is None or occasion is None or occasion.source is None:
                continue
            for index in self._before(sentence, everyone=match["what"] in _SHARED_WORDS):
                self._done[index] = self._grounded(occasion.carriage(carried=True), Ground(How.BACK))

    def _before(self, sentence: int, *, everyone: bool) -> Iterator[int]:
        """The quotes shortly before a sentence whose occasion is unknown, of the last speaker or of everyone."""
        speaker = None
        for index in range(len(self._quotes) - 1, -1, -1):
            quote = self._quotes[index]
            frame = self._frames.of(index)
            if frame.last > sentence or quote.parent is not None or quote.kind is not Kind.SPEECH:
                continue
            speaker = speaker or quote.speaker
            far = self._frames.paragraphs_between(frame.last, sentence) > REACH_BACK
            if far or self._occasions[index] or not (everyone or quote.speaker == speaker):
                return
            if quote.zone is Zone.BODY:
                yield index


def _is_in(place: Span, mention: Span | None) -> bool:
    return mention is not None and place.overlap(mention) > 0


def _is_pronoun(name: str) -> bool:
    """Whether what stands for a carrier names none ("it", "she", "which")."""
    return name.lower() in lexicon.words("function_words", "english")
