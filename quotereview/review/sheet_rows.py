"""What stands, as the rows of a sheet."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from quotereview.matching import other_outlet, outlets, relate
from quotereview.model import (
    PASSAGES,
    Article,
    Group,
    Match,
    Passage,
    Reading,
    SheetConflict,
    SheetGroup,
    SheetRow,
    Span,
    StandingQuote,
    Stretch,
    Wording,
    Zone,
)
from quotereview.review.choosing import InScope
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.lines import IndependentLines
from quotereview.review.outline import Outline
from quotereview.review.stories import Stories
from quotereview.store import Store

OPENING_MARK = re.compile(r"(?:``|''|[\"'`“”‘’«»‹›„‚「『])[ \u00a0\u202f]?$")
"""What ends with the mark before a quote's words, a space between them included."""

_CLOSING_MARK = re.compile(r"[ \u00a0\u202f]?(?:''|[\"'´“”‘’«»‹›」』])")
_LONGEST_MARK = 3  # code points, a space included

AROUND = 32
"""How many code points of an article stand in a row on either side of a quote's words."""

AT_HAND = 8
"""How many articles are kept while row after row is made; rows of one article mostly stand together."""


@dataclass(frozen=True, slots=True)
class _Page:
    """An article with what its rows need, read once."""

    article: Article
    sha256: str
    reading: Reading
    made_by: dict[str, tuple[str, str]]
    ids: dict[str, str]


@dataclass(frozen=True, slots=True)
class Across:
    """What is known across articles: matches, which articles report independently, and which tell one story."""

    crosscheck: CrossCheck
    lines: IndependentLines
    stories: Stories


def rows(store: Store, across: Across, held: InScope) -> tuple[SheetRow, ...]:
    """A row for each of the quotes that a sheet holds, by article as loaded, then in the order of the text."""
    crosscheck = across.crosscheck
    found = enumerate(_wanted(store, held), 1)
    groups = {
        wording.quote: _group(wording, group, across.lines.printing(group).independent)
        for group in crosscheck.groups()
        for wording in group.wordings
    }
    stories = across.stories.names()
    return tuple(
        replace(
            _row(number, page, quote, crosscheck.partners(quote.id)),
            group=groups.get(quote.id),
            story=stories.get(page.article.id),
        )
        for number, (page, quote) in found
    )


def rows_by_quote(store: Store, outline: Outline) -> Callable[[StandingQuote], SheetRow | None]:
    """Gives the row of one quote after another, without what only other articles tell of it, and without a number.

    None for a quote that no editor is asked about.
    """
    page_of = lru_cache(AT_HAND)(partial(_page, store))

    def row(quote: StandingQuote) -> SheetRow | None:
        asked = any(one.id == quote.id for one in outline.contents(quote.article).asked)
        page = page_of(quote.article) if asked else None
        return _row(0, page, quote, ()) if page else None

    return row


def nameless(rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The same rows with “Editor 1”, “Editor 2” … in place of the editors' names, numbered as they come."""
    names = dict.fromkeys(name for row in rows for name in _editors(row))
    numbered = {name: f"Editor {number}" for number, name in enumerate(names, 1)}
    return tuple(
        replace(
            row,
            editor=numbered.get(row.editor or ""),
            conflicts=tuple(replace(one, editor=numbered.get(one.editor, "")) for one in row.conflicts),
        )
        for row in rows
    )


def _editors(row: SheetRow) -> Iterator[str]:
    return filter(None, (row.editor, *(one.editor for one in row.conflicts)))


def _wanted(store: Store, held: InScope) -> Iterator[tuple[_Page, StandingQuote]]:
    for article, wanted in held.quotes.items():
        page = _page(store, article)
        if page:
            yield from ((page, quote) for quote in store.standing.quotes(page.article.id) if quote.id in wanted)


def _page(store: Store, article: str) -> _Page | None:
    found, reading = store.articles.get(article), store.proposals.reading(article)
    if found is None or reading is None:
        return None
    made_by, ids = store.proposals.made_by(article), store.proposals.ids(article)
    return _Page(found, found.sha256, reading, made_by, ids)


def _row(number: int, page: _Page, quote: StandingQuote, matches: Sequence[Match]) -> SheetRow:
    article, proposal, ruling, decision = page.article, quote.proposal, quote.ruling, quote.decision
    speaker, source = ruling.speaker, ruling.source
    decided = decision if quote.decided else None
    detector, language_model = page.made_by[quote.id]
    whole = ruling.span
    return SheetRow(
        number=number,
        quote=quote.id,
        article=article.headline or article.name,
        outlet=article.outlet,
        published=article.published,
        headline=article.headline,
        byline=article.byline,
        url=article.url,
        words=_with_marks(article.text, ruling.passages),
        passages=ruling.passages,
        before=article.text[max(0, whole.start - AROUND) : whole.start],
        after=article.text[whole.end : whole.end + AROUND],
        parent=page.ids.get(ruling.parent or ""),
        kind=ruling.kind,
        partial=ruling.partial,
        zone=proposal.zone,
        paragraph=_paragraph(page.reading.zones, whole.start),
        speaker=speaker.name if speaker else None,
        speaker_type=speaker.type if speaker else None,
        role=speaker.role if speaker else None,
        printed=speaker.printed if speaker else None,
        resolved=speaker.resolved if speaker else None,
        addressee=proposal.addressee,
        cue=proposal.cue.of(article.text) if proposal.cue else None,
        source=source.name if source else None,
        source_kind=source.kind if source else None,
        carried=source.carried if source else False,
        hands=proposal.hands,
        verdict=quote.verdict,
        why_verdict=ruling.reason if quote.decided else "",
        note=ruling.note,
        checks=ruling.checks,
        evidence=ruling.evidence,
        editor=decided.editor if decided else None,
        decided_at=decided.decided_at if decided else None,
        confidence=proposal.confidence,
        reason=proposal.reason,
        detector=detector,
        language_model=language_model,
        other_outlets=_other_outlets(matches),
        conflicts=tuple(conflicts(matches)),
        sha256=page.sha256,
        unread=quote.unread,
    )


def conflicts(matches: Sequence[Match]) -> Iterator[SheetConflict]:
    """What other articles tell differently, match by match."""
    for match in matches:
        outlet = match.there.outlet or match.there.title
        for one in match.conflicts:
            settled = (one.settled.reason, one.settled.editor) if one.settled else ()
            yield SheetConflict(one.field, *one.shown, outlet, *settled)


def _group(here: Wording, group: Group, lines: int) -> SheetGroup:
    """The group of a version as its row tells it."""
    oldest, fullest = group.wordings[0], group.fullest
    relation = "" if here is fullest else relate(here.words, fullest.words).value
    return SheetGroup(group.id, relation, outlets(group.wordings), lines, oldest.outlet, oldest.published)


def _with_marks(text: str, passages: Sequence[Passage]) -> str:
    """The words as printed, each passage between its marks where it has them."""
    return PASSAGES.join(_marked(text, passage.span) for passage in passages)


def _marked(text: str, span: Span) -> str:
    opening = OPENING_MARK.search(text[max(0, span.start - _LONGEST_MARK) : span.start])
    closing = _CLOSING_MARK.match(text[span.end : span.end + _LONGEST_MARK])
    return (opening[0] if opening else "") + span.of(text) + (closing[0] if closing else "")


def _paragraph(zones: Sequence[Stretch], start: int) -> int:
    """The number of the paragraph that holds ``start``, headlines not counted; 0 in a headline."""
    before = [stretch for stretch in zones if stretch.span.start <= start]
    if not before or before[-1].zone is Zone.HEADLINE:
        return 0
    return sum(stretch.zone is not Zone.HEADLINE for stretch in before)


def _other_outlets(matches: Sequence[Match]) -> tuple[str, ...]:
    """The outlets that printed the same words, best match first."""
    return outlets(match.there for match in matches if other_outlet(match.here, match.there))
