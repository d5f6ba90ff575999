"""Invented articles of which some print words in marks, and others without: a transcript, a paraphrase, readouts."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from quotereview.model import (
    Article,
    Detection,
    Passage,
    Quote,
    Source,
    Span,
    Speaker,
    SpeakerType,
    Stretch,
    Zone,
    article_id,
)
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from tests.described import described

CAPTAIN = Speaker("Jorun Falk", SpeakerType.PERSON)

TRANSCRIPT = """Harbour office, press conference of 4 March

Q: Will the old crane be repaired?

FALK: The old crane will never lift another container in this port, and I told
the owners so in January. We have thirty people who depend on it.

Q: And the dredger?

FALK: The dredger is not for sale.
"""
HERALD = (
    "Port crane is finished\n\n“The old crane will never lift another container in this port,” Jorun Falk said.\n\n"
    "She added that “the dredger is for sale” and left.\n"
)
COURIER = (
    "Harbour master: crane is done\n\nThe harbour master told the owners in January that the old crane would never "
    "lift another container, her office said.\n\n“We have forty people who depend on it,” said Jorun Falk.\n"
)
ARABIC = (
    "بيان القصر\n\nأكد الرئيس أن الميناء القديم لن يغلق أبوابه أمام السفن القادمة من الشمال، "
    "وشكر العمال على صبرهم الطويل.\n"
)
CHINESE = "新华社电\n\n部长在会谈中说，旧港口不会对来自北方的船只关闭大门，双方同意继续合作。\n"


def article(name: str, text: str, outlet: str | None, day: int = 5) -> Article:
    """An article of an outlet in March 2026."""
    original, headline = text.encode(), text.partition("\n")[0]
    said = described(outlet=outlet, published=date(2026, 3, day), headline=headline)
    return Article(article_id(name, original), name, original, text, "utf-8", said)


def said(text: str, words: str, source: Source | None = None) -> Quote:
    """A quote by the captain, where its words stand in a text."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Quote(f"{start}", (Passage(span, words),), speaker=CAPTAIN, source=source, confidence=0.9)


def read(article: Article, quotes: Sequence[Quote] = (), *, lines: bool = False) -> Read:
    """An article as ingest hands it over; where it has ``lines``, each paragraph is a zone, the first the headline."""
    starts = [0, *(found.end() for found in re.finditer(r"\n\n", article.text)), len(article.text)]
    spans = [Span(*ends) for ends in pairwise(starts)] if lines else []
    zones = tuple(Stretch(span, Zone.BODY if span.start else Zone.HEADLINE) for span in spans)
    return Read(article, Detection(tuple(quotes), (), zones, "none 1", "none 1"))


OFFICE = article("office.txt", TRANSCRIPT, "Harbour office", 4)
IN_HERALD = article("herald.txt", HERALD, "Sund Herald")
IN_COURIER = article("courier.txt", COURIER, "Courier")
PALACE = article("palace.txt", ARABIC, "Palace")
AGENCY = article("agency.txt", CHINESE, "New Port Agency")
SPOKEN = article("spoken.txt", TRANSCRIPT, "Harbour office", 4)
TURNS = tuple(turn.removeprefix("FALK: ") for turn in TRANSCRIPT.strip().split("\n\n") if turn.startswith("FALK: "))
CRANE = "The old crane will never lift another container in this port,"
DREDGER = "the dredger is for sale"
PEOPLE = "We have forty people who depend on it,"


def keep_all(session: Session) -> None:
    """Load all of them."""
    session.keep(read(OFFICE))
    session.keep(read(IN_HERALD, [said(HERALD, CRANE), said(HERALD, DREDGER)]))
    session.keep(read(IN_COURIER, [said(COURIER, PEOPLE)]))
    session.keep(read(PALACE))
    session.keep(read(AGENCY))
