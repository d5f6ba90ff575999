"""The right answers, read from files in forms that are told apart by their fields.

*Attributed articles*: an article on each line, ``{"id", "text", "attributions"}``; an attribution has ``source`` (the
mention of the speaker), ``cue`` and ``content``, each a list of ``[start, end]``. `quotereview train` learns from the
same form.

*Resolved names*: a passage on each line, ``{"doc", "start", "end", "kind", "speaker"}`` and, where known,
``speaker_type``, ``speaker_aliases`` (other names that the article uses), ``also_ok`` or ``alt`` (answers as good),
``speaker_mention`` or ``mention``, ``zone``, ``source`` or ``via`` with ``source_kind``, ``source_carried`` or
``via_carried`` and ``source_also``, ``via_also`` or ``via_alt``. The articles themselves are in other files.

*Judged pairs* and *matches*: two quotes on each line, ``{"a", "b"}``; see `pairs`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotereview.errors import Unreadable
from quotereview.evaluation import pairs, records
from quotereview.evaluation.pairs import JudgedPairs
from quotereview.evaluation.records import Fields
from quotereview.model import AttributedArticle, Attribution, Kind, Span, SpeakerType, Zone

RECORDS = "quotes.jsonl"  # the gold of a folder, the articles beside it


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a passage is and who spoke it through whom.

    ``names`` and ``carriers`` are the answers that count as right, None among them if nobody is one. ``aliases`` are
    right where the full name is not asked for.
    """

    article: str
    span: Span
    kind: Kind
    zone: Zone | None
    names: tuple[str | None, ...]
    aliases: tuple[str, ...]
    speaker_type: SpeakerType | None
    mention: Span | None
    source: str | None
    carriers: tuple[str | None, ...]
    source_kind: str | None
    carried: bool


@dataclass(frozen=True, slots=True)
class Attributed:
    """A gold of attributed articles."""

    title: str
    articles: tuple[AttributedArticle, ...]


@dataclass(frozen=True, slots=True)
class ResolvedNames:
    """A gold of resolved names: passages, and the text of each article; ``sourced``: the carriers are given, too."""

    title: str
    passages: tuple[Resolved, ...]
    texts: Mapping[str, str]
    sourced: bool


Gold = Attributed | ResolvedNames | JudgedPairs


def read(place: Path, texts: Sequence[Path] = ()) -> Gold:
    """The gold of a file, or of a folder that holds ``quotes.jsonl`` and its articles as ``.txt``.

    ``texts`` are files of JSON lines ``{"id", "text"}`` or folders of ``.txt`` files named as the ids; they are needed
    for resolved names, and for judged pairs that name an article. Unreadable, with the line, for whatever is not so.
    """
    file = place / RECORDS if place.is_dir() else place
    lines = list(records.lines(file))
    if not lines:
        raise Unreadable(f"{file} is empty; name a file of attributed articles, resolved names or judged pairs.")
    if {"a", "b"} <= lines[0][1].keys():
        return pairs.read(file, lines, texts)
    if "attributions" in lines[0][1]:
        return Attributed(place.stem, tuple(records.each(file, lines, _attributed)))
    return _resolved_names(place, file, lines, [*texts, *([place] if place.is_dir() else [])])


def _resolved_names(place: Path, file: Path, lines: Sequence[tuple[int, Fields]], texts: Sequence[Path]) -> Gold:
    passages = tuple(records.each(file, lines, _resolved))
    if not texts:
        raise Unreadable(f"{file} names articles without their words; name these with --texts.")
    articles = {name: text for folder_or_file in texts for name, text in records.texts(folder_or_file)}
    for (number, _), passage in zip(lines, passages, strict=True):
        text = articles.get(passage.article)
        if text is None:
            raise Unreadable(f"Line {number} of {file}: no article “{passage.article}” is among --texts; add it there.")
        if passage.span.end > len(text) or (passage.mention and passage.mention.end > len(text)):
            raise Unreadable(f"Line {number} of {file} points behind the end of “{passage.article}”; correct it.")
    named = {passage.article: articles[passage.article] for passage in passages}
    sourced = any({"source", "via"} & fields.keys() for _, fields in lines)
    return ResolvedNames(place.stem, passages, named, sourced)


def _attributed(fields: Fields) -> AttributedArticle:
    text = records.text(fields["text"])
    given = [
        Attribution(_spans(one["content"]), _spans(one["source"]), _spans(one["cue"])) for one in fields["attributions"]
    ]
    if any(span.end > len(text) for one in given for span in (*one.content, *one.speaker, *one.cue)):
        raise ValueError("an offset behind the end of the text")
    return AttributedArticle(text, tuple(given))


def _resolved(fields: Fields) -> Resolved:
    mention = records.first(fields, "speaker_mention", "mention")
    source = records.first(fields, "source", "via")
    others = (name for key in ("via_also", "via_alt", "source_also") for name in fields.get(key) or ())
    zone, sort, rest = fields.get("zone"), fields.get("speaker_type"), fields.get("also_ok") or fields.get("alt") or ()
    return Resolved(
        article=records.text(fields["doc"]),
        span=Span(fields["start"], fields["end"]),
        kind=Kind(fields["kind"]),
        zone=Zone(zone) if zone else None,
        names=tuple(map(records.name, (fields["speaker"], *rest))),
        aliases=tuple(map(records.text, fields.get("speaker_aliases") or ())),
        speaker_type=SpeakerType(sort) if sort else None,
        mention=Span(*mention) if mention else None,
        source=records.name(source),
        carriers=tuple(map(records.name, (source, *others))),
        source_kind=fields.get("source_kind"),
        carried=bool(records.first(fields, "source_carried", "via_carried")),
    )


def _spans(places: Sequence[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places or ())
