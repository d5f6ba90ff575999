"""On what occasion words were given, read from the links of the sentences that frame them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quotereview import lexicon
from quotereview.detection.carriers import LIST, Carrier
from quotereview.detection.links import MEDIA, Link, Role
from quotereview.detection.outlets import Outlet
from quotereview.detection.parts import Carriage
from quotereview.model import Source, SourceKind

PRIVATE = frozenset({SourceKind.LETTER})
"""Forms not meant for an outlet: one that reports from them adds a hand."""

_VIDEO = re.compile(r"(?:video|audio)")
_ADDRESS = re.compile(r"\b(?:address|speech|remarks)$")
_CALL = re.compile(
    r"\b(?:spoke|spoken|talked|speaking) (?:by|over|on) (?:the )?(?:tele)?phone|\bby (?:tele)?phone\b"
    r"|\b(?:tele)?phone (?:call|conversation)\b|\bheld (?:talks|a call)\b|\bcall (?:with|between)\b"
)
_DIRECT = re.compile(
    r"\b(?:told|tells?|telling|to|[Aa]sked(?: \w+)? by)\s+(?:(?:the|an?|his|her|our|this|local|foreign)\s+)*"
    r"(?P<who>[\w’'-]+)(?:\s+(?P<after>[\w’'-]+))?"
)
_AT_OCCASION = re.compile(
    r"\b(?:at|in|during|before|after|outside|told|to) (?:an?|the|his|her|their|Sunday[’']s|last [\w-]+[’']s) "
    r"(?:[\w-]+ ){0,3}?(?P<what>[\w-]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The carrier by which words were given, or None in ``source`` where they came straight to the outlet.

    ``sentence`` is the index of the sentence that says so and ``words`` its words; ``form`` is the form that a cited
    carrier had.
    """

    source: Source | None
    hands: int
    addressee: str | None
    sentence: int
    words: str
    form: SourceKind | None = None

    @property
    def cited(self) -> bool:
        """Whether a medium passed the words on, which says nothing of the speaker's next words."""
        return self.source is not None and self.source.kind in MEDIA

    def carriage(self, *, carried: bool) -> Carriage:
        """What the occasion means for a quote; ``carried``: the quote's own sentences do not name the carrier."""
        source = replace(self.source, carried=carried) if self.source else None
        return Carriage(source, self.hands, self.addressee)


def read(found: Sequence[Link], outlet: Outlet, sentence: int, words: str, near: int) -> Occasion | None:
    """The occasion that the links of one frame tell of, if they tell of one.

    ``words`` are the frame's, ``near`` is the offset (of the cue) to which the closest form is taken.
    """
    heard_by_outlet = [link for link in found if link.role is Role.VENUE and outlet.is_called(link.carrier.name)]
    others = [link for link in found if not _is_of(outlet, link)]
    venue = next((link.carrier for link in others if link.role is Role.VENUE), None)
    form = _form([link for link in others if link.role is Role.FORM], near)
    source, hands = _source(others, form, venue)
    if source and source.kind is SourceKind.STATEMENT and _CALL.search(words):
        source = replace(source, kind=SourceKind.READOUT)
    if source is None and not heard_by_outlet:
        return None
    addressee = heard_by_outlet[0].carrier if heard_by_outlet else _hearer(venue)
    kind = form.kind if form else None
    return Occasion(source, hands, addressee.name if addressee else None, sentence, words, kind)


def _is_of(outlet: Outlet, link: Link) -> bool:
    """Whether a medium is the outlet itself; where that is not known, one that is cited is another."""
    own = link.carrier.kind in MEDIA and outlet.is_called(link.carrier.name)
    return own and (outlet.is_known or link.role is Role.VENUE)


def direct(words: str, sentence: int) -> Occasion | None:
    """The occasion of words heard by reporters, a court, a crowd, or spoken at an event, if ``words`` tell of one."""
    for match in _DIRECT.finditer(words):
        heard = next((word for word in match.group("who", "after") if word in lexicon.words(LIST, "direct")), None)
        if heard:
            return Occasion(None, 0, heard, sentence, words)
    if any(match["what"] in lexicon.words(LIST, "occasions") for match in _AT_OCCASION.finditer(words)):
        return Occasion(None, 0, None, sentence, words)
    return None


def _source(found: Sequence[Link], form: Carrier | None, venue: Carrier | None) -> tuple[Source | None, int]:
    cited = next((link.carrier for link in found if link.role is Role.CITED), None)
    behind = next((link.carrier for link in found if link.role is Role.BEHIND), None)
    cited = cited or behind
    if form and form.kind is SourceKind.READOUT:
        return _readout(form, cited or venue), 1
    if cited:
        return _cited(cited, behind, form)
    if form:
        return Source(form.name, form.kind, form.span), 1
    if venue is None:
        return None, 0
    kind = _venue_kind(venue)
    return Source(venue.name, kind, venue.span), 0 if kind is SourceKind.BRIEFING else 1


def _readout(form: Carrier, by: Carrier | None) -> Source:
    return Source(by.name, SourceKind.READOUT, by.span) if by else Source(form.name, form.kind, form.span)


def _cited(cited: Carrier, behind: Carrier | None, form: Carrier | None) -> tuple[Source, int]:
    further = behind.name if behind and behind is not cited else form.name if form and form.kind in PRIVATE else None
    chain = (cited.name, further) if further else ()
    return Source(cited.name, cited.kind, cited.span, chain=chain), 2 if chain else 1


def _venue_kind(venue: Carrier) -> SourceKind:
    if venue.kind is SourceKind.BRIEFING:
        return SourceKind.BRIEFING
    return SourceKind.BROADCASTER if venue.name == "podcast" or _ADDRESS.search(venue.name) else SourceKind.INTERVIEW


def _hearer(venue: Carrier | None) -> Carrier | None:
    return venue if venue and _venue_kind(venue) is SourceKind.INTERVIEW else None


def _form(found: Iterable[Link], near: int) -> Carrier | None:
    """The form that counts: a readout, else the one closest to ``near``, those last that only a verb tells of.

    What was posted, a video too, goes by the name of the network on which it stood.
    """
    forms = sorted((link.carrier for link in found), key=lambda form: (form.sure, abs(form.span.start - near)))
    readout = next((form for form in forms if form.kind is SourceKind.READOUT), None)
    if readout or not forms:
        return readout
    network = next((form for form in forms if not form.form), None)
    posted = forms[0].kind is SourceKind.POST or _VIDEO.match(forms[0].name)
    return network if network and posted else forms[0]
