"""Quotes that repeat words of the body: in the headline, below a picture, or pulled out of the text."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from quotereview import lexicon
from quotereview.detection.parts import Attributed
from quotereview.detection.pointing import pointers
from quotereview.model import Kind, Quote, Zone

TELLING = 2  # words that are no small ones, by which a headline is known to put words of the body a little differently
SHORTEST = 4  # words that are not said twice by chance, outside the headline
HEADLINE = 0.75  # how often a headline's own words lead to the right speaker: they are few, and leave out who said it
DISCOUNT = 0.95  # of the confidence that a speaker keeps when a twin takes him over

_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")

Pair = tuple[Attributed, Quote]


def linked(text: str, found: Sequence[Pair]) -> list[Pair]:
    """The quotes of an article in their order, those that repeat words of the body linked to their twins there.

    One that is less sure of its speaker than its twin takes over the twin's; so does a headline that has no twin, but
    the telling words of somebody's quotes.
    """
    pulled = {quote.key for attributed, quote in found if _may_be_pulled(text, attributed, quote)}
    quotes = [quote for _, quote in found if quote.zone is Zone.BODY and quote.speaker is not None]
    whole, told = _Body(quotes), _Body([quote for quote in quotes if quote.key not in pulled])
    return [_linked(pair, told if pair[1].key in pulled else whole, pulled) for pair in found]


class _Body:
    """The words of quotes with a speaker, to look for others in."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._starts: list[int] = []
        lines: list[str] = []
        at = 0
        for quote in quotes:
            self._starts.append(at)
            lines.append(f" {_plain(quote.words)} \n")
            at += len(lines[-1])
        self._words = "".join(lines)

    def holding(self, words: str) -> Quote | None:
        """The first quote that holds these words."""
        at = self._words.find(f" {words} ") if words else -1
        return self._quotes[bisect_right(self._starts, at) - 1] if at >= 0 else None

    def telling(self, words: str) -> Quote | None:
        """The first quote with all telling words of these in their order, if one speaker has all such quotes."""
        sought = _telling(words)
        if len(sought) < TELLING:
            return None
        held = [quote for quote in self._quotes if _in_order(sought, _telling(_plain(quote.words)))]
        speakers = {quote.speaker.name for quote in held if quote.speaker}
        return held[0] if len(speakers) == 1 else None


def _may_be_pulled(text: str, attributed: Attributed, quote: Quote) -> bool:
    """Whether a quote may be a pull quote: it is alone in its paragraph."""
    if quote.zone is not Zone.BODY or quote.parent is not None:
        return False
    first, last = attributed.passages[0].outer, attributed.passages[-1].outer
    end = text.find("\n", last.end)
    before = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    return not before.strip() and not text[last.end : end if end >= 0 else len(text)].strip()


def _linked(pair: Pair, body: _Body, pulled: Collection[str]) -> Pair:
    """A quote with its twin, if it stands where words of the body are repeated and repeats some."""
    attributed, quote = pair
    words = _plain(quote.words)
    asked = quote.zone is Zone.HEADLINE or (
        (quote.zone is Zone.CAPTION or quote.key in pulled) and len(words.split()) >= SHORTEST
    )
    if not asked or quote.kind is not Kind.SPEECH:
        return pair
    twin, how = body.holding(words), "The same words"
    if twin is not None:
        quote = replace(quote, twin=twin.key)
    elif quote.zone is Zone.HEADLINE:
        twin, how = body.telling(words), "Nearly the same words"
    sure = quote.confidence * (HEADLINE if quote.zone is Zone.HEADLINE else 1)
    if twin is None or sure >= twin.confidence:
        return attributed, quote
    return _as_in_body(attributed, quote, twin, how)


def _as_in_body(attributed: Attributed, quote: Quote, twin: Quote, how: str) -> Pair:
    """The quote with its twin's speaker; where that is its own already, by a mention of its own, it is only surer."""
    assert twin.speaker is not None
    reason = f"{how} are those of {twin.speaker.name} in the body"
    surer = replace(
        quote,
        candidates=twin.candidates,
        confidence=round(max(quote.confidence, twin.confidence * DISCOUNT), 4),
        reason=reason,
        pointers=pointers(reason, [(how, twin.span), (twin.speaker.name, twin.speaker.mention)]),
    )
    own = quote.speaker
    by_twin = quote.zone is Zone.HEADLINE and own is not None and own.mention == twin.speaker.mention
    if own is not None and own.name == twin.speaker.name and not by_twin:
        return attributed, surer
    speaker = replace(twin.speaker, mention=None, printed=None, resolved=None)
    return replace(attributed, speaker=speaker, mention=None, cue=None), replace(surer, speaker=speaker, cue=None)


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _telling(words: str) -> list[str]:
    """The words that are no small ones, in their order, without their commonest endings."""
    small = lexicon.words("function_words", "english")
    return [_ENDING.sub("", word) for word in words.split() if word not in small]


def _in_order(sought: Sequence[str], held: Sequence[str]) -> bool:
    rest = iter(held)
    return all(word in rest for word in sought)
