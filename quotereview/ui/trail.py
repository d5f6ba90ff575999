"""The places of one quote that an editor goes through from key to key: who is named, by whom it came, and back."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotereview.errors import NotPossible
from quotereview.folding import folded
from quotereview.model import Source, Span, Speaker, StandingQuote
from quotereview.ui.wording import in_marks


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the article and what it is for the quote; no place for the quote itself."""

    place: Span | None
    says: str


BACK = Stop(None, "Back at the quote")


def stops(text: str, quote: StandingQuote) -> tuple[Stop, ...]:
    """Where the speaker is named for the quote, where first in full, and where the source; what there is of these."""
    ruling = quote.ruling
    return (*_namings(text, ruling.speaker), *_carriers(text, ruling.source))


def _namings(text: str, speaker: Speaker | None) -> Iterator[Stop]:
    if speaker is None:
        return
    mention, first = speaker.mention, next(iter(folded(text).find_name(speaker.name)), None)
    if mention:
        words = mention.of(text)
        who = "is named for this quote" if words == speaker.name else f"stands for {speaker.name}"
        yield Stop(mention, f"Speaker: {in_marks(words)} {who}")
    if first and not (mention and first.overlap(mention)):
        yield Stop(first, f"Speaker: {in_marks(first.of(text))} is first named in full here")


def _carriers(text: str, source: Source | None) -> Iterator[Stop]:
    if source and source.mention:
        carried = ", and carries on to this quote" if source.carried else ""
        yield Stop(source.mention, f"Source: {in_marks(source.mention.of(text))} is named here{carried}")


class Trail:
    """Remembers how far an editor has gone through the places of a quote."""

    def __init__(self) -> None:
        self._at = 0

    def leave(self) -> None:
        """Begin anew at the next step."""
        self._at = 0

    def go_on(self, text: str, quote: StandingQuote) -> Stop:
        """The next place, the quote itself after the last. Raises NotPossible if the text has none to go to."""
        found = stops(text, quote)
        if not found:
            raise NotPossible("The text names no speaker and no source for this quote.")
        if self._at >= len(found):
            self._at = 0
            return BACK
        stop = found[self._at]
        self._at += 1
        return Stop(stop.place, f"{stop.says} · {self._at} of {len(found)}")
