"""An invented article whose quotes hang together: by "he", by a surname, and by a carrier that holds for several."""

from dataclasses import replace

from quotereview.model import (
    Article,
    Candidate,
    Detection,
    Passage,
    Quote,
    Source,
    SourceKind,
    Span,
    Speaker,
    SpeakerType,
    Stretch,
    Zone,
    article_id,
)
from quotereview.review.ingest import Read

TEXT = (
    "“Two.”\n\nOn Radio Sund, Lu Ran met Mara Voss. “One,” he said. “Two,” he added.\n\n"
    "“Three,” Lu said. “Four,” he told the Courier. “Five,” said Mara Voss.\n\n“Six,” he went on. “Seven,” she said.\n"
)
ARTICLE = Article(article_id("talks.txt", TEXT.encode()), "talks.txt", TEXT.encode(), TEXT, "utf-8")
HE, SURNAME, SHE = "he → Lu → Lu Ran", "Lu → Lu Ran", "she → Voss → Mara Voss"


def place(words: str, after: str = "") -> Span:
    """Where words stand in the text, the first time after others."""
    start = TEXT.index(words, TEXT.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


RADIO = Source("Radio Sund", SourceKind.BROADCASTER, place("Radio Sund"))
COURIER = Source("Courier", SourceKind.OUTLET, place("Courier"))
CARRIED = replace(RADIO, carried=True)
LU = Speaker("Lu Ran", SpeakerType.PERSON)
MARA = Speaker("Mara Voss", SpeakerType.PERSON)


def quote(words: str, chain: str, source: Source | None, after: str = "") -> Quote:
    """One quote of the article, its speaker named after it by the first link of the chain."""
    span = place(f"{words}", after)
    links = chain.split(" → ")
    printed, name = links[0], links[-1]
    mention = place(printed, TEXT[: span.end])
    resolved = chain if "→" in chain else None
    speaker = Speaker(name, SpeakerType.PERSON, mention, printed, None, resolved)
    others = (Candidate(each, 0.1, "named before") for each in (LU, MARA) if each.name != name)
    return Quote(
        f"{span.start}-{span.end}",
        (Passage(span, words),),
        speaker=speaker,
        source=source,
        confidence=0.9,
        reason="the pronoun nearest",
        candidates=(Candidate(speaker, 0.9, "beside it"), *others),
    )


ONE = quote("One", HE, RADIO, "\n")
TWO = quote("Two", HE, CARRIED, "One")
THREE = quote("Three", SURNAME, CARRIED)
FOUR = quote("Four", HE, COURIER)
FIVE = quote("Five", "Mara Voss", None)
SIX = quote("Six", HE, CARRIED)
SEVEN = quote("Seven", SHE, None)
HEADLINE = replace(
    quote("Two", HE, None),
    zone=Zone.HEADLINE,
    speaker=LU,
    twin=TWO.key,
)
QUOTES = (HEADLINE, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN)
ZONES = (Stretch(Span(0, 6), Zone.HEADLINE), Stretch(Span(8, len(TEXT)), Zone.BODY))
READ = Read(ARTICLE, Detection(QUOTES, (), ZONES, "by hand 1", "none"))
