"""What stands in articles, for those who train: as spaCy's docs in a DocBin, or as tasks of Prodigy, a line each.

Each group of ``doc.spans`` holds one kind of places, and the id of each span in it is that of its quote: ``quotes``
(a span for each passage, labelled with the kind), ``speakers`` and ``sources`` (the words that name them, labelled with
their type or kind, the name itself as ``kb_id_``) and ``cues``. A span ends where a token does; the places to the code
point are in ``doc.user_data["quotereview"]``, as ``record`` has them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from quotereview.model import ACCEPTED_UNREAD, RIGHT, Article, Source, Span, Speaker, StandingQuote, Verdict

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan

Annotated = tuple[Article, Sequence[StandingQuote]]
"""An article with its quotes as they stand."""

Record = dict[str, Any]

USER_DATA = "quotereview"
QUOTES, SPEAKERS, CUES, SOURCES = "quotes", "speakers", "cues", "sources"
QUOTE, SPEAKER, CUE, SOURCE = "QUOTE", "SPEAKER", "CUE", "SOURCE"
SAID_BY, CUED_BY, CARRIED_BY = "SAID_BY", "CUED_BY", "CARRIED_BY"
NO_KIND = "somebody"
"""The label of a source that is a person who relays somebody else's words."""

_ANSWERS = {**dict.fromkeys(RIGHT, "accept"), Verdict.NOT_A_QUOTE: "reject", Verdict.OPEN: None}
_NO_ANSWER_TO_THAT = "ignore"
"""Whether words are disputed says nothing of who is said to have said them."""


def docbin(articles: Iterable[Annotated]) -> bytes:
    """A DocBin with a doc for each article; spaCy's blank English pipeline reads it."""
    from spacy import blank
    from spacy.tokens import DocBin

    tokenizer = blank("en").tokenizer
    docs = (_annotated(tokenizer(article.text), article, quotes) for article, quotes in articles)
    return bytes(DocBin(store_user_data=True, docs=docs).to_bytes())


def prodigy(articles: Iterable[Annotated]) -> bytes:
    """A task for each quote, a line of JSON each: the paragraphs that hold it and all that tells whose words it is."""
    from spacy import blank

    tokenizer = blank("en").tokenizer
    tasks = (_task(tokenizer, article, quote) for article, quotes in articles for quote in quotes)
    return "".join(f"{json.dumps(task, ensure_ascii=False)}\n" for task in tasks).encode()


def record(article: Article, quotes: Sequence[StandingQuote]) -> Record:
    """The article and its quotes as plain values; places are half-open spans of code points of the text."""
    return {
        "article": article.id,
        "name": article.name,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "sha256": article.sha256,
        "quotes": [_quote(quote) for quote in quotes],
    }


def _quote(quote: StandingQuote) -> Record:
    ruling, speaker, source, cue = quote.ruling, quote.ruling.speaker, quote.ruling.source, _cue(quote)
    return {
        "id": quote.id,
        "passages": [[passage.span.start, passage.span.end] for passage in ruling.passages],
        "kind": ruling.kind.value,
        "partial": ruling.partial,
        "verdict": quote.verdict.value,
        "unread": quote.unread,
        "speaker": _named(speaker, speaker.type.value) if speaker else None,
        "cue": [cue.start, cue.end] if cue else None,
        "source": _named(source, source.kind.value if source.kind else None) if source else None,
    }


def _named(named: Speaker | Source, kind: str | None) -> Record:
    mention = named.mention
    return {"name": named.name, "kind": kind, "mention": [mention.start, mention.end] if mention else None}


def _cue(quote: StandingQuote) -> Span | None:
    """The reporting words; those that led to another speaker than the one who stands are none."""
    return quote.proposal.cue if quote.speaker_as_proposed else None


def _annotated(doc: "Doc", article: Article, quotes: Sequence[StandingQuote]) -> "Doc":
    groups: dict[str, list[TokenSpan]] = {QUOTES: [], SPEAKERS: [], CUES: [], SOURCES: []}
    for quote in quotes:
        for group, place, label, name in _places(quote):
            span = doc.char_span(
                place.start, place.end, label=label, kb_id=name, alignment_mode="expand", span_id=quote.id
            )
            groups[group] += [span] if span is not None else []
    for group, spans in groups.items():
        doc.spans[group] = spans
    doc.user_data[USER_DATA] = record(article, quotes)
    return doc


def _places(quote: StandingQuote) -> Iterator[tuple[str, Span, str, str]]:
    """Each place that a quote speaks of: its group, where it is, its label and a name, which may be empty."""
    ruling = quote.ruling
    for passage in ruling.passages:
        yield QUOTES, passage.span, ruling.kind.value, ""
    if ruling.speaker and ruling.speaker.mention:
        yield SPEAKERS, ruling.speaker.mention, ruling.speaker.type.value, ruling.speaker.name
    if cue := _cue(quote):
        yield CUES, cue, "cue", ""
    if ruling.source and ruling.source.mention:
        yield SOURCES, ruling.source.mention, ruling.source.kind or NO_KIND, ruling.source.name


_LABELS = {QUOTES: QUOTE, SPEAKERS: SPEAKER, CUES: CUE, SOURCES: SOURCE}
_RELATIONS = {SPEAKERS: SAID_BY, CUES: CUED_BY, SOURCES: CARRIED_BY}


def _task(tokenizer: Any, article: Article, quote: StandingQuote) -> Record:
    places = [(group, place) for group, place, *_ in _places(quote)]
    around = _paragraphs(article.text, [place for _, place in places])
    doc: Doc = tokenizer(around.of(article.text))
    spans = [(group, span) for group, place in places if (span := _span(doc, group, place, around.start))]
    answer = None if quote.unread else _ANSWERS.get(quote.verdict, _NO_ANSWER_TO_THAT)
    return {
        "text": doc.text,
        "tokens": [_token(token) for token in doc],
        "spans": [span for _, span in spans],
        "relations": [_relation(spans[0][1], span, _RELATIONS[group]) for group, span in spans if group in _RELATIONS],
        "meta": _meta(article, quote, around),
        **({"answer": answer} if answer else {}),
    }


def _paragraphs(text: str, places: Sequence[Span]) -> Span:
    """The lines that hold all of these places."""
    start, end = min(place.start for place in places), max(place.end for place in places)
    after = text.find("\n", end)
    return Span(text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after)


def _token(token: Any) -> Record:
    end = token.idx + len(token)
    return {"text": token.text, "start": token.idx, "end": end, "id": token.i, "ws": bool(token.whitespace_)}


def _span(doc: "Doc", group: str, place: Span, start: int) -> Record | None:
    """A place of an article, which a doc holds from ``start`` on, as Prodigy has spans: with its last token."""
    found = doc.char_span(place.start - start, place.end - start, alignment_mode="expand")
    if found is None:
        return None
    tokens = {"token_start": found.start, "token_end": found.end - 1}
    return {"start": found.start_char, "end": found.end_char, **tokens, "label": _LABELS[group]}


def _relation(quote: Record, other: Record, label: str) -> Record:
    return {
        "head": quote["token_end"],
        "child": other["token_end"],
        "head_span": quote,
        "child_span": other,
        "label": label,
    }


def _meta(article: Article, quote: StandingQuote, around: Span) -> Record:
    ruling = quote.ruling
    return {
        "article": article.id,
        "quote": quote.id,
        "start": around.start,
        "verdict": ACCEPTED_UNREAD if quote.unread else quote.verdict.value,
        "kind": ruling.kind.value,
        "speaker": ruling.speaker.name if ruling.speaker else None,
        "source": ruling.source.name if ruling.source else None,
    }
