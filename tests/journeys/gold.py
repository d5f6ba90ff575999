"""What a careful editor rules on the sample articles, written by hand, and when a name agrees with it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from quotereview.model import Source, Span, Speaker, SpeakerType, StandingQuote, Verdict
from quotereview.wording.words import folded
from tests.export.golden import EXPECTED

MOST_DIGITS = 9
ARTICLES_OF_NAMES = frozenset({"the", "a", "an"})


@dataclass(frozen=True)
class Wanted:
    """One passage of speech: where it stands, whose it is and who carried it; ``also`` are names as good."""

    article: str
    span: Span
    words: str
    speaker: str
    person: bool
    also: tuple[str, ...]
    source: str | None
    source_also: tuple[str | None, ...]

    def is_right(self, speaker: Speaker | None, source: Source | None) -> bool:
        """Whether an editor may leave these values."""
        return self.speaker_is_right(speaker.name if speaker else None) and self.source_is_right(source)

    def speaker_is_right(self, found: str | None) -> bool:
        """Whether this name is the speaker's; for somebody unnamed, a longer description is as good."""
        words, names = _words(found), [_words(name) for name in (self.speaker, *self.also)]
        return words in names or (not self.person and any(set(name) <= set(words) for name in names))

    def rank(self, quote: StandingQuote) -> int | None:
        """The digit under which a quote's candidates hold the speaker."""
        names = [candidate.speaker.name for candidate in quote.proposal.candidates[:MOST_DIGITS]]
        return next((rank for rank, name in enumerate(names, 1) if self.speaker_is_right(name)), None)

    def source_is_right(self, found: Source | None) -> bool:
        """Whether this carrier, or that there is none, is what the article says; part of its name is enough."""
        words = set(_words(found.name if found else None))
        wanted = [set(_words(name)) for name in (self.source, *self.source_also)]
        return any(words == name or (words and name and (words <= name or name <= words)) for name in wanted)


@dataclass(frozen=True)
class Gold:
    """All that is wanted, by article and place."""

    wanted: tuple[Wanted, ...]

    def of(self, article: str) -> tuple[Wanted, ...]:
        """What is wanted of one article, in the order of its text."""
        return tuple(one for one in self.wanted if one.article == article)

    def behind(self, article: str, quote: StandingQuote) -> Wanted | None:
        """What a quote ought to be: the passage that begins where one of its own does; None where it is no speech."""
        starts = {passage.span.start for passage in quote.ruling.passages}
        return next((one for one in self.of(article) if one.span.start in starts), None)

    def begins_another(self, article: str, quote: StandingQuote) -> int | None:
        """Where in a quote the words of somebody else begin."""
        wanted = {one.span.start: one for one in self.of(article)}
        starts = [passage.span.start for passage in quote.ruling.passages if passage.span.start in wanted]
        others = (start for start in starts if wanted[start].speaker != wanted[starts[0]].speaker)
        return next(others, None)


def read_gold() -> Gold:
    """The gold of all samples."""
    rows = map(json.loads, (EXPECTED / "samples.jsonl").read_text(encoding="utf-8").splitlines())
    return Gold(
        tuple(
            Wanted(
                article=row["doc"],
                span=Span(row["start"], row["end"]),
                words=row["text"],
                speaker=row["speaker"],
                person=row["speaker_type"] == SpeakerType.PERSON,
                also=tuple(name for name in row["also_ok"] if name),
                source=row["source"],
                source_also=tuple(row["source_also"]),
            )
            for row in rows
            if row["kind"] == "speech" and row["zone"] != "teaser"
        )
    )


def not_as_wanted(wanted: Iterable[Wanted], quotes: Iterable[StandingQuote]) -> list[str]:
    """What a review of one article left wrong, each in a line: passages missing or ruled otherwise, quotes too many."""
    kept = [quote for quote in quotes if quote.decided and quote.verdict is not Verdict.NOT_A_QUOTE]
    rulings = {passage.span.start: quote.ruling for quote in kept for passage in quote.ruling.passages}
    wanted = tuple(wanted)
    faults = [f"too many: {passage.words}" for q in kept for passage in q.ruling.passages[:1] if _none(wanted, q)]
    for one in wanted:
        ruling = rulings.get(one.span.start)
        if ruling is None or not one.is_right(ruling.speaker, ruling.source):
            faults.append(
                f"{one.words}: {ruling and (ruling.speaker, ruling.source)}, not {one.speaker} < {one.source}"
            )
    return faults


def _none(wanted: Iterable[Wanted], quote: StandingQuote) -> bool:
    starts = {passage.span.start for passage in quote.ruling.passages}
    return not any(one.span.start in starts for one in wanted)


def _words(name: str | None) -> tuple[str, ...]:
    words = folded(name or "")
    return words[1:] if len(words) > 1 and words[0] in ARTICLES_OF_NAMES else words
