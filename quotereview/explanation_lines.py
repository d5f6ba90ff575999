"""What `quotereview explain` prints of a quote: what it was taken for, who was considered, and what weighed most."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from quotereview.counting import counted
from quotereview.model import UNTOLD, Belief, Explained, Explanation, Option, Pointer, Source, Weight, band
from quotereview.terminal import printable, row

FACT_WIDTHS = (3, 7, 86)
HEAVIEST = 6  # weights shown on either side


def explanations(name: str, explained: Explained, number: int | None, at: int | None) -> Iterator[str]:
    """The lines that show why the quotes of an article are what they are; only those of a number, or at an offset."""
    asked = [
        (place, one)
        for place, one in enumerate(explained.quotes, 1)
        if number in {None, place} and (at is None or one.quote.span.start <= at < one.quote.span.end)
    ]
    if asked:
        yield f"{printable(name)}: {counted(len(explained.quotes), 'quote')}"
    for place, one in asked:
        yield ""
        yield from _explanation(place, one, explained.text)


def _explanation(number: int, explained: Explanation, text: str) -> Iterator[str]:
    """What one quote was taken for, what was considered, and what weighed most."""
    quote = explained.quote
    yield printable(f"{number}. “{shorten(quote.words, 80, placeholder='…')}” at {quote.span.start:,}")
    for label, words in _facts(explained, text):
        yield from row(("", label, words), FACT_WIDTHS)
    for place, option in enumerate(explained.options, 1):
        yield ""
        yield from row((f"{place}.", f"{option.belief.share:.3f}", _claim(option, text)), FACT_WIDTHS)
        for label, words in _reasons(option):
            yield from row(("", label, words), FACT_WIDTHS)
    if explained.options:
        rest = 1 - sum(option.belief.share for option in explained.options)
        yield ""
        yield from row(("", f"{rest:.3f}", "somebody else or nobody"), FACT_WIDTHS)


def _facts(explained: Explanation, text: str) -> Iterator[tuple[str, str]]:
    """What was found out about a quote, each with a label."""
    quote = explained.quote
    form = ", partial" if quote.partial else ""
    inside = f", inside {quote.parent}" if quote.parent else ""
    yield "kind", f"{quote.kind}{form}, {quote.zone}{inside}: {explained.kind_reason}"
    if explained.speech:
        yield from _weighed("said", explained.speech)
    name = quote.speaker.name if quote.speaker else UNTOLD
    yield "speaker", f"{name}, {_grounds(quote.confidence, quote.reason)}{_pointing(quote.pointers, quote.reason)}"
    yield "offered", ", ".join(f"{one.speaker.name} {one.score:.3f}" for one in quote.candidates) or UNTOLD
    source = _source(quote.source, text) if quote.source else UNTOLD
    if quote.source_confidence is not None:
        source += f", {_grounds(quote.source_confidence, quote.source_reason)}"
    yield "source", source + _pointing(quote.source_pointers, quote.source_reason)
    if quote.twin:
        yield "twin", f"repeats the words at {quote.twin}"
    for doubt in quote.doubts:
        yield "doubt", doubt.reason


def _grounds(confidence: float, reason: str) -> str:
    return f"{confidence:.3f} ({band(confidence)}): {reason}"


def _pointing(pointers: Sequence[Pointer], reason: str) -> str:
    """Where the words of a reason stand in the article."""
    places = (f"{pointer.words.of(reason)} {pointer.place.start:,}" for pointer in pointers)
    return f" [{', '.join(places)}]" if pointers else ""


def _source(source: Source, text: str) -> str:
    named = f", by “{source.mention.of(text)}” at {source.mention.start:,}" if source.mention else ""
    carried = ", carried from words before" if source.carried else ""
    chain = f", a chain of {' ← '.join(source.chain)}" if source.chain else ""
    return f"{source.name}, {source.kind or 'a person'}{named}{carried}{chain}"


def _claim(option: Option, text: str) -> str:
    cue = f" with “{option.cue.of(text)}” at {option.cue.start:,}" if option.cue else " without a cue"
    return f"“{option.mention.of(text)}” at {option.mention.start:,}{cue} → {option.speaker.name}"


def _reasons(option: Option) -> Iterator[tuple[str, str]]:
    """How a mention was taken for a name, and what weighed in its claim, each with a label."""
    chain = f" ({option.speaker.resolved})" if option.speaker.resolved else ""
    yield "name", f"{option.sure:.2f} sure{chain}{f': {option.why}' if option.why else ''}"
    yield from _weighed("score", option.belief)
    yield "rules", _amounts(option.evidence)


def _weighed(label: str, belief: Belief) -> Iterator[tuple[str, str]]:
    """A sum, and what weighed most on either side of it."""
    yield label, f"{belief.score:.2f}, believed {belief.share:.3f}"
    for side, some in (
        ("for", [weight for weight in belief.weights if weight.amount > 0]),
        ("against", [weight for weight in belief.weights if weight.amount < 0]),
    ):
        if some:
            rest = f" and {len(some) - HEAVIEST} more" if len(some) > HEAVIEST else ""
            yield side, _amounts(some[:HEAVIEST]) + rest


def _amounts(weights: Sequence[Weight]) -> str:
    return "; ".join(f"{weight.amount:+.2f} {weight.name}" for weight in weights)
