"""An invented article with its quotes, for the tests of panels."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quotereview.model import (
    Article,
    ArticleSummary,
    Candidate,
    Decision,
    Detection,
    Doubt,
    Passage,
    Quote,
    Ruling,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    StandingQuote,
    Stretch,
    Verdict,
    article_id,
    proposed,
    quote_id,
    ruled,
)
from quotereview.review.ingest import Read
from tests.described import described

TEXT = (
    "Harbour bridge closed\n\nMayor Ilse Tamm met the engineers, state broadcaster Kanal 9 reported. "
    "“The bridge is safe,” she said. “We tested it twice.”\n\n"
    "Otto Rand, who fishes there, laughed: “Ask the gulls.”\n"
)
ARTICLE = Article(
    article_id("bridge.txt", TEXT.encode()),
    "bridge.txt",
    TEXT.encode(),
    TEXT,
    "utf-8",
    described(outlet="Harbour Post", published=date(2026, 3, 4), headline="Harbour bridge closed"),
)


def place(words: str) -> Span:
    """Where words stand in the text."""
    at = TEXT.index(words)
    return Span(at, at + len(words))


def passage(words: str) -> Passage:
    """The passage that holds these words."""
    return Passage(place(words), words)


ILSE = Speaker("Ilse Tamm", SpeakerType.PERSON, place("she"), "she", "mayor", "“she” → Ilse Tamm, the last woman named")
OTTO = Speaker("Otto Rand", SpeakerType.PERSON, place("Otto Rand"), "Otto Rand")
KANAL = Source("Kanal 9", SourceKind.BROADCASTER, place("Kanal 9"), carried=True, chain=("Kanal 9", "town hall"))

SAFE = Quote(
    "first",
    (passage("The bridge is safe,"), passage("We tested it twice.")),
    speaker=ILSE,
    cue=place("said"),
    addressee="the engineers",
    source=KANAL,
    hands=2,
    confidence=0.8,
    reason="The pronoun before “said” is hers.",
    candidates=(Candidate(ILSE, 0.8, "the last woman named"), Candidate(OTTO, 0.1, "named after it")),
    doubts=(Doubt(place("she"), "two women might be meant"),),
)
GULLS = Quote(
    "second", (passage("Ask the gulls."),), speaker=OTTO, confidence=0.95, reason="He stands before the colon."
)


def standing(
    quote: Quote, verdict: Verdict | None = None, ruling: Ruling | None = None, *, unread: bool = False
) -> StandingQuote:
    """A quote of the article as it stands, ruled on or not, by somebody who looked or ``unread``."""
    id = quote_id(ARTICLE.id, quote.passages[0].span)
    if verdict is None:
        return StandingQuote(id, ARTICLE.id, quote)
    decided = replace(ruled(ruling or proposed(quote), verdict), unread=unread)
    decision = Decision("d1", id, ARTICLE.id, decided, "Ana Brüll", "2026-03-05T09:30:00+00:00", None)
    return StandingQuote(id, ARTICLE.id, quote, decision)


def summary(number: int, outlet: str | None = None, day: int | None = None, decided: int = 0) -> ArticleSummary:
    """One of many articles of five quotes."""
    published = date(2026, 3, day) if day else None
    return ArticleSummary(f"a{number}", f"{number}.txt", f"Article {number}", outlet, published, 5, decided)


BRIDGE = Read(ARTICLE, Detection((SAFE, GULLS), (), (), "by hand 1", "none"))

BYPASS_TEXT = "Bypass delayed\n\n“We regret it,” Nils Aho said. Later he added: “By May.”\n"


class MarksOnly:
    """A detector that takes whatever stands between curly marks as speech of nobody."""

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        between = {Span(*match.span(1)) for match in re.finditer("“([^”]*)”", text)}
        found = (between - set(replaced)) | set(added)
        quotes = tuple(
            Quote(f"{span.start}-{span.end}", (Passage(span, span.of(text)),), confidence=0.4, reason="between marks")
            for span in sorted(found)
        )
        return Detection(quotes, (), (), "marks only 1", "none")


def read(name: str, text: str, outlet: str | None = None) -> Read:
    """An article of that text, as the worker would give it."""
    original = text.encode()
    article = Article(article_id(name, original), name, original, text, "utf-8", described(outlet=outlet))
    return Read(article, MarksOnly().detect(text))


BYPASS = read("bypass.txt", BYPASS_TEXT, "Zeitung")
