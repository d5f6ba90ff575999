"""Pairs of quotes that somebody judged, read from files in two forms that are told apart by their fields.

*Judged pairs*: ``{"a", "b", "label", "relation"}`` on each line; a quote has ``text`` and, where known, what
`quotereview match` reads, too. One that gives ``doc``, ``start`` and ``end`` gets its speaker, its source and the words
around it from the article of that id, as detection finds them; ``publisher`` is its outlet.

*Matches*: ``{"a", "b", "relation", "speaker_agrees", "source_agrees"}``, the quotes being ``[doc, quote]`` or ``[doc,
start]`` of the resolved names in ``quotes.jsonl`` beside it, where the articles are, too. All other pairs of speech in
body and captions of articles that are linked by matches are different.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from quotereview import matching
from quotereview.evaluation import records
from quotereview.evaluation.records import Fields
from quotereview.model import JudgedPair, Kind, Label, Relation, Span, Wording, Zone

AROUND = 1500
COMPARED = frozenset({Zone.BODY.value, Zone.CAPTION.value})

Key = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: the id of its article, and from where to where."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Credits:
    """Whether two quotes are given to one speaker, and to one source."""

    speaker: bool
    source: bool


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """A gold of pairs; ``places`` are of the quotes (ids) whose speaker is to be found by detection in ``texts``.

    ``credits`` holds for pairs (by their place) what is known of how they are credited.
    """

    title: str
    pairs: tuple[JudgedPair, ...]
    places: Mapping[str, Place]
    texts: Mapping[str, str]
    credits: Mapping[int, Credits]


def read(file: Path, lines: Sequence[tuple[int, Fields]], texts: Sequence[Path]) -> JudgedPairs:
    """The pairs of a file; Unreadable, with the line, for whatever is not so."""
    if isinstance(lines[0][1]["a"], list):
        return _matches(file, lines)
    articles = {name: text for place in texts for name, text in records.texts(place)}
    places: dict[str, Place] = {}
    pairs = tuple(records.each(file, lines, lambda fields: _judged(fields, articles, places)))
    named = {place.article: articles[place.article] for place in places.values()}
    return JudgedPairs(file.stem, pairs, places, named, {})


def _judged(fields: Fields, articles: Mapping[str, str], places: dict[str, Place]) -> JudgedPair:
    here, there = (_quote(fields[side], articles, places) for side in ("a", "b"))
    relation = fields.get("relation")
    return JudgedPair(here, there, Label(fields["label"]), Relation(relation) if relation else None)


def _quote(fields: Fields, articles: Mapping[str, str], places: dict[str, Place]) -> Wording:
    if "doc" not in fields:
        return matching.wording(fields, records.text(fields["text"]))
    article, span = records.text(fields["doc"]), Span(fields["start"], fields["end"])
    if article not in articles:
        raise ValueError(f"no article “{article}” is among --texts")
    id, text = f"{article} {span.start}", articles[article]
    places[id] = Place(article, span)
    known = {"text": fields["text"], "outlet": fields.get("publisher"), "date": fields.get("date")}
    return matching.wording({**known, **_around(text, span)}, id)


def _around(text: str, span: Span) -> Mapping[str, str]:
    return {"before": text[max(0, span.start - AROUND) : span.start], "after": text[span.end : span.end + AROUND]}


def _matches(file: Path, lines: Sequence[tuple[int, Fields]]) -> JudgedPairs:
    passages: defaultdict[Key, list[Fields]] = defaultdict(list)
    for _, fields in records.lines(file.parent / "quotes.jsonl"):
        passages[fields["doc"], fields.get("quote") or fields["start"]].append(fields)
    texts = dict(records.texts(file.parent))
    found = dict(records.each(file, lines, lambda fields: (_keys(fields, passages), fields)))
    quotes = {key: _wording(key, some, texts) for key, some in passages.items() if key[0] in texts}
    pairs, credits = list[JudgedPair](), dict[int, Credits]()
    for one, other in _side_by_side(passages, found):
        gold = found.get((one, other)) or found.get((other, one))
        if gold and "speaker_agrees" in gold:
            credits[len(pairs)] = Credits(gold["speaker_agrees"], gold["source_agrees"])
        relation = Relation(gold["relation"]) if gold else None
        pairs.append(JudgedPair(quotes[one], quotes[other], Label.SAME if gold else Label.DIFFERENT, relation))
    return JudgedPairs(f"{file.parent.name}/{file.stem}", tuple(pairs), {}, texts, credits)


def _keys(fields: Fields, passages: Mapping[Key, Any]) -> tuple[Key, Key]:
    one, other = ((fields[side][0], fields[side][1]) for side in ("a", "b"))
    if missing := [key for key in (one, other) if key not in passages]:
        raise ValueError(f"no quote {missing[0]} is in quotes.jsonl")
    return one, other


def _wording(key: Key, passages: Sequence[Fields], texts: Mapping[str, str]) -> Wording:
    """A quote of several passages, with the speaker and the source that the gold names."""
    span = Span(passages[0]["start"], passages[-1]["end"])
    known = {field: passages[0][field] for field in ("speaker", "source")}
    words = " ".join(passage["text"] for passage in passages)
    return matching.wording({"text": words, **known, **_around(texts[key[0]], span)}, f"{key[0]} {key[1]}")


def _side_by_side(
    passages: Mapping[Key, Sequence[Fields]], found: Mapping[tuple[Key, Key], Fields]
) -> Iterator[tuple[Key, Key]]:
    """The quotes of any two articles that matches link, each with each."""
    matched = {key for pair in found for key in pair}
    stories = _stories((one[0], other[0]) for one, other in found)
    compared = [key for key, some in passages.items() if key in matched or _compared(some[0])]
    for one, other in combinations(compared, 2):
        if one[0] != other[0] and stories.get(one[0], one) == stories.get(other[0], other):
            yield one, other


def _compared(passage: Fields) -> bool:
    return passage["kind"] == Kind.SPEECH and passage.get("zone") in COMPARED


def _stories(linked: Iterator[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each article with all that hang together with it."""
    found: dict[str, frozenset[str]] = {}
    for one, other in linked:
        merged = found.get(one, frozenset({one})) | found.get(other, frozenset({other}))
        found.update(dict.fromkeys(merged, merged))
    return found
