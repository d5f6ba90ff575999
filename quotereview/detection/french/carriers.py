"""Through which carrier French words reached the outlet, as far as their own sentences tell, and to whom they went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from quotereview import lexicon
from quotereview.detection import sentences
from quotereview.detection.candidates import Form, Mention
from quotereview.detection.french.mentions import ROLES, Mentions, is_person, is_plural
from quotereview.detection.french.people import without_article
from quotereview.detection.parts import Attributed, Carriage
from quotereview.detection.sentences import Reporter
from quotereview.model import Kind, Source, SourceKind, Span, Zone

if TYPE_CHECKING:
    from spacy.tokens import Token

LIST = "fr/carriers"
REACH = 3  # paragraphs over which a carrier holds for a speaker who goes on
HEARING = 12  # tokens from a cue to whoever is spoken to

_MEDIA = (
    (SourceKind.AGENCY, "agencies", "agency_nouns"),
    (SourceKind.BROADCASTER, "broadcasters", "broadcaster_nouns"),
    (SourceKind.OUTLET, "outlets", "outlet_nouns"),
)
_FORMS = (SourceKind.BRIEFING, SourceKind.STATEMENT, SourceKind.POST, SourceKind.LETTER, SourceKind.DOCUMENT)
_TALKING = re.compile(
    r"(?:\bà|\bau|\bauprès d[eu’']|\bau micro d[eu’']|\bdans les colonnes d[eu’']|\b(?:sur|pour|par|avec|dans|de))"
    r"\s*(?:l['’]|la |le |les )?(?:antenne d[eu’']\s?|plateau d[eu’']\s?)?$",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"(?:\bselon|\bd['’]après|\b(?:cité|rapporté|relayé|repris|diffusé|publié|transmis)e?s? (?:par|dans|sur)"
    r"|\brapport\w+|\brelat\w+|\brévél\w+|\bindiqu\w+|\bécri\w+)\s*(?:l['’]|la |le |les )?$",
    re.IGNORECASE,
)
_PASSING_ON = re.compile(
    r"\s*,?\s*(?:qui )?(?:a |avait )?(?:rapport|relat|relay|cit|révél|publi|diffus)\w*", re.IGNORECASE
)
_INTERVIEWED = re.compile(
    r"\b(?:interrogé|interviewé|questionné|joint|invité|contacté|reçu)e?s? (?:par|de|sur)\b", re.IGNORECASE
)
_ON = re.compile(r"\b(?:sur|via)\s+(?:son compte |le réseau social |la plateforme |sa page )?$", re.IGNORECASE)
_TWEETED = re.compile(r"\btweet(?:é|e|ait|ant)\b")
_DATELINE = re.compile(r"\A[^\n]{2,40}\((?P<agency>[\w/ -]{2,20})\)\s*[-–—:]")
_HEARING = frozenset({"à", "au", "aux", "devant", "auprès"})


def find(mentions: Mentions, quotes: Sequence[Attributed]) -> list[Carriage]:
    """The carriage of each of ``quotes`` (in text order), same length and order."""
    passages = [mark for quote in quotes for mark in quote.passages if quote.parent is None]
    told = sentences.reporter(mentions.parse.text, passages)
    dateline = _DATELINE.match(mentions.parse.text.lstrip())
    outlet = dateline["agency"] if dateline else None
    found: list[Carriage] = []
    held: tuple[str, int, Carriage] | None = None
    for quote in quotes:
        if quote.kind is not Kind.SPEECH or quote.zone not in {Zone.BODY, Zone.HEADLINE}:
            found.append(Carriage())
        elif quote.parent is not None:
            found.append(_relayed(quotes[quote.parent], found[quote.parent], quote))
        else:
            carriage = _own(told, quote, mentions, outlet)
            here = told.sentences[told.touching(quote.passages[0].span)[0]].paragraph if told.sentences else 0
            carriage = _carried(carriage, held, quote, here)
            found.append(carriage)
            if carriage.source is not None and quote.speaker is not None:
                held = (quote.speaker.name, here, carriage)
    return found


def _carried(carriage: Carriage, held: tuple[str, int, Carriage] | None, quote: Attributed, here: int) -> Carriage:
    """The carriage with the source of the same speaker's words before, where nothing else is told."""
    if carriage.source is not None or carriage.addressee or held is None or quote.speaker is None:
        return carriage
    name, paragraph, before = held
    if name != quote.speaker.name or here - paragraph > REACH or before.source is None or quote.zone is not Zone.BODY:
        return carriage
    return replace(before, source=replace(before.source, carried=True), addressee=None)


def _relayed(enclosing: Attributed, carriage: Carriage, quote: Attributed) -> Carriage:
    """A nested quote comes through the person who relays it, unless speakers quote themselves."""
    relay = enclosing.speaker
    if relay is None or quote.speaker is None or relay.name == quote.speaker.name:
        return Carriage()
    return Carriage(Source(relay.name, None, enclosing.mention), carriage.hands + 1)


def _own(told: Reporter, quote: Attributed, mentions: Mentions, outlet: str | None) -> Carriage:
    """What the sentences of the quote and of its cue tell; words told to the article's own ``outlet`` came straight."""
    addressee = _addressee(quote, mentions)
    spans = [mark.outer for mark in quote.passages] + ([quote.cue] if quote.cue else [])
    places = sorted({place for span in spans for place in told.touching(span)}) if told.sentences else []
    for place in places:
        source = next(_sources(mentions.parse.text, told.sentences[place]), None)
        if source is None:
            continue
        if source.kind is SourceKind.INTERVIEW and source.name in {outlet, quote.speaker and quote.speaker.name}:
            continue
        heard = source.name if source.kind is SourceKind.INTERVIEW else addressee
        return Carriage(source, 0 if source.kind is SourceKind.BRIEFING else 1, heard)
    return Carriage(addressee=addressee)


def _sources(text: str, sentence: sentences.Sentence) -> Iterator[Source]:
    """The carriers of a sentence: media before networks before forms."""
    found = [*_media(text, sentence), *_networks(text, sentence)]
    yield from sorted(found, key=lambda source: source.kind is SourceKind.INTERVIEW)
    yield from _forms(sentence)


def _media(text: str, sentence: sentences.Sentence) -> Iterator[Source]:
    for kind, match in _named_media(sentence.words):
        before, after = sentence.words[: match.start()], sentence.words[match.end() :]
        mention = _moved(match.span("name"), sentence)
        if _PASSED_ON.search(before) or _PASSING_ON.match(after):
            yield Source(mention.of(text), kind, mention)
        elif _TALKING.search(before) or _INTERVIEWED.search(before):
            yield Source(mention.of(text), SourceKind.INTERVIEW, mention)


def _networks(text: str, sentence: sentences.Sentence) -> Iterator[Source]:
    for match in _network().finditer(sentence.words):
        if _ON.search(sentence.words[: match.start()]):
            mention = _moved(match.span(), sentence)
            yield Source(mention.of(text), SourceKind.POST, mention)
    tweeted = _TWEETED.search(sentence.words)
    if tweeted:
        yield Source("Twitter", SourceKind.POST, _moved(tweeted.span(), sentence))


def _forms(sentence: sentences.Sentence) -> Iterator[Source]:
    for kind in _FORMS:
        match = _form(kind).search(sentence.words)
        if match:
            mention = _moved(match.span(), sentence)
            yield Source(match["form"].lower(), kind, mention)


def _addressee(quote: Attributed, mentions: Mentions) -> str | None:
    """Whoever follows "à", "devant" or "auprès de" behind the cue, as printed; None for a pronoun."""
    tokens = mentions.parse.tokens(quote.cue) if quote.cue else None
    if tokens is None:
        return None
    doc = mentions.parse.doc
    for place in range(tokens.end, min(len(doc), tokens.end + HEARING)):
        if doc[place].text in {".", ";", ":", "!", "?"} or mentions.quoted[place]:
            return None
        if doc[place].lower_ not in _HEARING:
            continue
        heard = next(iter(mentions.between(place + 1, place + 4)), None)
        if heard is not None and _hears(heard, doc[heard.head]):
            return without_article(heard.span.of(mentions.parse.text))
    return None


def _hears(mention: Mention, head: "Token") -> bool:
    """Whether words can be addressed to somebody: a person, a body, a medium, not a place."""
    if mention.form is Form.NAME:
        return mention.label in {"PER", "ORG"}
    bodies = lexicon.words(ROLES, "organisations") | lexicon.words(ROLES, "groups")
    return mention.form is Form.NOUN and (is_person(head) or (head.lemma_.lower() in bodies and not is_plural(head)))


def _moved(local: tuple[int, int], sentence: sentences.Sentence) -> Span:
    return Span(local[0] + sentence.span.start, local[1] + sentence.span.start)


def _named_media(words: str) -> Iterator[tuple[SourceKind, re.Match[str]]]:
    for kind, pattern in _media_patterns():
        for match in pattern.finditer(words):
            yield kind, match


@cache
def _media_patterns() -> tuple[tuple[SourceKind, re.Pattern[str]], ...]:
    name = r"[A-ZÉÈÀ][\w’'-]*(?: [A-ZÉÈÀ0-9][\w’'-]*){0,2}"
    patterns = []
    for kind, section, nouns in _MEDIA:
        listed = lexicon.either(_names(section))
        described = lexicon.either(lexicon.words(LIST, nouns))
        patterns.append((kind, re.compile(rf"(?<![\w-])(?P<name>{listed})(?![\w-])")))
        patterns.append((kind, re.compile(rf"\b(?:{described})(?: [a-zé-]+)? (?P<name>{name})")))
    spoken = re.compile(rf"(?<![\w’-])(?P<name>(?:Radio|Télé|TV) {name}|{name} (?:TV|FM|Radio))(?![\w-])")
    return (*patterns, (SourceKind.BROADCASTER, spoken))


def _names(section: str) -> frozenset[str]:
    entries = {**lexicon.pairs("carriers", section), **lexicon.pairs(LIST, section)}
    names = frozenset(entries) | frozenset(alias for aliases in entries.values() for alias in aliases)
    return names | frozenset(name.replace("'", "’") for name in names) | frozenset(_without_le(names))


def _without_le(names: frozenset[str]) -> Iterator[str]:
    """ "Monde" for Le Monde, as it stands behind "au"."""
    return (name.removeprefix("Le ") for name in names if name.startswith("Le "))


@cache
def _network() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’-])(?:{lexicon.either(lexicon.words(LIST, 'networks'))})(?![\w’-])")


@cache
def _form(kind: SourceKind) -> re.Pattern[str]:
    words = lexicon.phrases(LIST, kind.value)
    article = r"(?:une?|les?|la|ce|cette|ces|son|sa|leur|des)\s|l['’]|d['’]une?\s"
    return re.compile(rf"(?<![\w-])(?:{article})?(?:\w+ )?(?P<form>{lexicon.either(words)})(?![\w-])", re.IGNORECASE)
