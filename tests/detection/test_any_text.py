"""What holds for any text at all, with any passages marked by hand: nothing is raised, and all places are right."""

from collections.abc import Iterator, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotereview.detection import Detector
from quotereview.detection.marks import PAIRS
from quotereview.model import Detection, Quote, Span

GLYPHS = sorted({glyph for pair in PAIRS for glyph in (pair.opening, pair.closing)})
ARTICLE = (
    "Ice holds up the ferries\n\nBy Hanne Brück\n\nKELM (AP) — “The ice is thin this year,” said Tobias Rehn, 71. "
    "He called it ‘a wafer’.\n\nQ: Is it safe?\n\nREHN: I said “no”.\n\nIngrid Marlow wrote to the board:\n\n"
    "    We leave at nine. Nobody waits.\n\n— Are you sure? asked Peter Okello.\n\n— I am, said Marlow.\n\n"
    "According to LTV, she told reporters that it was “over”. «\u00a0Jamais\u00a0», he said. Read more: ‘I fell in’\n"
)
ODD = [
    *" \n\r\t.,:;—–-?!…\0\x1f\u00ad\u200b\u2028\u2029\u202e\u200f\ufeff",
    *"é🚧آ安ß\ud800\udfff\U0010ffff",
    *(
        "\r\n",
        "\n\n",
        "🧑\u200d🚒",
        "e\u0301",
        "&quot;",
        "&rsquo;",
        "&#8220;",
        "&amp;",
        "&bogus;",
        "<b>",
        "</p",
        "â€œ",
        "â€",
        "11",
    ),
    *(
        "he",
        "said",
        "I",
        "Tobias Rehn",
        "The ice is thin,",
        "according to",
        "Q:",
        "A: ",
        "REHN:",
        "> ",
        "    ",
        "— ",
        "11The",
    ),
    *(
        "his wife",
        "the minister",
        "told reporters",
        "Both women:",
        "read more:",
        "Correction:",
        "قال",
        "他说：",
        "X",
        "@rehn",
    ),
]
PIECES = st.one_of(st.sampled_from(GLYPHS), st.sampled_from(ODD), st.characters(exclude_categories=()))
SOUP = st.lists(PIECES, max_size=60).map("".join)
EDGES = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=4)


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """An article cut up, put together in another order, with odd things between the pieces."""
    cuts = st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, 120), PIECES)
    return "".join(ARTICLE[start : start + length] + odd for start, length, odd in draw(st.lists(cuts, max_size=12)))


def passages(quotes: Sequence[Quote]) -> list[Span]:
    """The places of all passages."""
    return [passage.span for quote in quotes for passage in quote.passages]


def places(quote: Quote) -> Iterator[Span]:
    """All places that a quote tells of."""
    yield from (passage.span for passage in quote.passages)
    yield from (doubt.place for doubt in quote.doubts)
    yield from (speaker.mention for speaker in (quote.speaker,) if speaker and speaker.mention)
    yield from (one.speaker.mention for one in quote.candidates if one.speaker.mention)
    if quote.cue:
        yield quote.cue
    if quote.source and quote.source.mention:
        yield quote.source.mention


def check(text: str, detection: Detection) -> None:
    """Everything that must be right about a detection, whatever the text."""
    quotes = {quote.key: quote for quote in detection.quotes}
    assert len(quotes) == len(detection.quotes)
    for quote in detection.quotes:
        assert all(0 <= place.start < place.end <= len(text) for place in places(quote))
        assert all(passage.span.of(text) == passage.words != "" for passage in quote.passages)
        assert quote.key == f"{quote.passages[0].span.start}-{quote.passages[0].span.end}"
        assert quote.parent is None or any(p.span.holds(quote.span) for p in quotes[quote.parent].passages)
        speakers = [quote.speaker, *(candidate.speaker for candidate in quote.candidates)]
        named = [speaker for speaker in speakers if speaker and speaker.mention and speaker.printed]
        assert all(speaker.mention.of(text) == speaker.printed for speaker in named if speaker.mention)
        assert 0 <= quote.confidence <= 1
    spans = sorted(passages(detection.quotes))
    assert all(a.overlap(b) == 0 or a.holds(b) or b.holds(a) for i, a in enumerate(spans) for b in spans[i + 1 :])
    assert all(doubt.place.of(text) for doubt in detection.doubts)
    covered = "".join(zone.span.of(text) for zone in detection.zones)
    assert covered == (text if detection.zones else "")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(text=st.one_of(SOUP, spliced()))
def test_any_text(detector: Detector, text: str) -> None:
    check(text, detector.detect(text))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(text=st.one_of(SOUP, spliced()), edges=EDGES)
def test_any_text_with_any_passages_added(detector: Detector, text: str, edges: list[tuple[float, float]]) -> None:
    added = [Span(*sorted((round(a * len(text)), round(b * len(text))))) for a, b in edges]
    detection = detector.detect(text, added)
    check(text, detection)
    assert not added or not added[-1].of(text).strip() or added[-1] in passages(detection.quotes)
