"""Verbs on the words of quotes: reshape, split, merge, nest, and add what was missed; each is one act."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quotereview.errors import NotPossible
from quotereview.model import (
    Detection,
    Kind,
    Passage,
    Quote,
    Ruling,
    Span,
    StandingQuote,
    Verdict,
    proposed,
    quote_id,
    ruled,
)
from quotereview.review import rulings
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.keeper import Keeper
from quotereview.review.reshaping import (
    Draft,
    Marking,
    Passages,
    cross,
    first_found,
    holds_word,
    joined,
    parted,
    tidied,
    within,
)
from quotereview.review.rulings import in_marks
from quotereview.store import Act, Ruled


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A draft that can be kept: the quote, the article's text, the words in one part or two, and the quotes around it.

    ``others`` are the article's other quotes without those that it takes over and those that were rejected.
    """

    standing: StandingQuote
    text: str
    draft: Draft
    parts: tuple[Passages, ...]
    absorbed: tuple[StandingQuote, ...]
    others: tuple[StandingQuote, ...]

    @property
    def said_anew(self) -> bool:
        """Whether the detector has to look at it: its words have changed, or are speech from now on."""
        spoken = self.draft.kind is Kind.SPEECH and self.standing.proposal.kind is not Kind.SPEECH
        return spoken or self.parts != (spans_of(self.standing),)

    def passages(self, part: Passages) -> tuple[Passage, ...]:
        """A part with its words."""
        return tuple(Passage(span, span.of(self.text)) for span in part)

    def key(self, part: Passages) -> str:
        """The key of the quote that a part becomes."""
        return self.standing.proposal.key if part is self.parts[0] else f"{part[0].start}-{part[0].end}"


class Spans:
    """What an editor does to the words of quotes.

    Words that changed are looked at anew by the detector: ``marking`` and ``marking_of`` say what it has to be given as
    marked by hand. All raise NotPossible with a sentence where words cannot be so.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    # Shaping, before anything is kept

    def draft(self, quote: str) -> Draft:
        """A quote as it stands, to be shaped."""
        standing = self._keeper.quote(quote)
        ruling = standing.ruling
        return Draft(spans_of(standing), ruling.kind, ruling.partial, ruling.parent)

    def with_next(self, quote: str, draft: Draft) -> Draft:
        """The draft with the words of the quote that follows it in the text."""
        standing = self._keeper.quote(quote)
        for other in self._others(standing.article, {quote, *draft.absorbed}):
            words = spans_of(other)
            if other.asked and words[0].start > draft.passages[-1].start and not within(words, draft.passages):
                passages = joined(self._text(standing.article), draft.passages, words)
                return replace(draft, passages=passages, absorbed=(*draft.absorbed, other.id))
        raise NotPossible("No quote follows in this article that could be merged with this one.")

    def around(self, quote: str, draft: Draft) -> tuple[StandingQuote, ...]:
        """The quotes that hold all words of the draft, the innermost first."""
        others = self._others(self._keeper.quote(quote).article, {quote, *draft.absorbed})
        return _around(others, draft.passages)

    def marking(self, quote: str, draft: Draft) -> Marking | None:
        """How the article has to be marked for the detection that ``keep`` needs; None where it needs none."""
        shaped = self._shaped(quote, draft)
        if not shaped.said_anew:
            return None
        added = tuple(span for part in shaped.parts for span in part)
        return marked(added, shaped.others, (shaped.standing, *shaped.absorbed))

    def marking_of(self, article: str, span: Span) -> Marking:
        """How the article has to be marked for the detection that ``add`` needs."""
        return marked((span,), self._others(article, frozenset()), ())

    # Keeping

    def keep(self, quote: str, draft: Draft, detection: Detection | None = None) -> Change:
        """Make a quote what the draft says; ``detection`` is that of the article with its ``marking``, if any.

        A speaker and a source on which an editor has ruled stay, others are those found anew. The second half of a
        split quote is one of its own, open.
        """
        shaped = self._shaped(quote, draft)
        if shaped.said_anew and detection is None:
            raise ValueError("words that changed need a detection")
        found = _found(detection, shaped.passages(shaped.parts[0])) if detection else None
        wanted, label = _reruled(shaped, found), _label(shaped)
        if not label:
            return nothing((shaped.standing.article,), (quote,))
        kind = ChangeKind.QUOTES if len(shaped.parts) > 1 or shaped.absorbed else ChangeKind.RULINGS
        with self._keeper.act(kind, label) as act:
            anew = self._keeper.store.proposals.add_anew
            proposal = anew(act, shaped.standing, detection, found) if detection and found else None
            self._keeper.decide(act, shaped.standing, wanted, proposal)
            added = [self._add_part(act, shaped, detection, part) for part in shaped.parts[1:] if detection]
            for other in shaped.absorbed:
                self._keeper.withdraw(act, other)
            moved = self._hang_nested(act, shaped)
        changed = (quote, *added, *(other.id for other in shaped.absorbed), *moved)
        return self._keeper.done(kind, (shaped.standing.article,), changed, label)

    def add(self, article: str, span: Span, detection: Detection) -> Change:
        """Add a quote that was missed: ``detection`` is that of the article with its ``marking_of``.

        It stays open. Words that were rejected as a quote are opened again, those that were taken for a title or the
        like become speech; words that are a quote raise NotPossible.
        """
        self._keeper.article(article)
        for standing in self._keeper.store.standing.quotes(article):
            if span in spans_of(standing):
                return self._add_again(standing, span, detection)
        others = self._others(article, frozenset())
        words = span.of(self._text(article))
        _refuse_wordless((Passage(span, words),))
        _refuse_crossing((span,), others)
        found = _found(detection, (Passage(span, words),))
        label = f"add {in_marks(words)}"
        with self._keeper.act(ChangeKind.QUOTES, label) as act:
            ruling = replace(proposed(found), parent=_innermost(others, (span,)))
            added = self._add_quote(act, article, detection, found, ruling)
        return self._keeper.done(ChangeKind.QUOTES, (article,), (added,), label)

    def _add_again(self, standing: StandingQuote, span: Span, detection: Detection) -> Change:
        words = in_marks(standing.ruling.passages[0].words)
        if standing.verdict is Verdict.NOT_A_QUOTE:
            return self._keeper.rule(f"reopen {words}", (standing, ruled(standing.ruling, Verdict.OPEN)))
        if standing.decided or standing.ruling.kind is Kind.SPEECH:
            raise NotPossible(f"{words} is in the list already.")
        return self._take_for_speech(standing, span, detection)

    def _take_for_speech(self, standing: StandingQuote, span: Span, detection: Detection) -> Change:
        found = _found(detection, tuple(one for one in standing.ruling.passages if one.span == span))
        label = f"add {in_marks(found.words)}"
        with self._keeper.act(ChangeKind.QUOTES, label) as act:
            proposal = self._keeper.store.proposals.add_anew(act, standing, detection, found)
            self._keeper.decide(act, standing, proposed(found), proposal)
        return self._keeper.done(ChangeKind.QUOTES, (standing.article,), (standing.id,), label)

    def _add_part(self, act: Act, shaped: _Shaped, detection: Detection, part: Passages) -> str:
        found = _found(detection, shaped.passages(part))
        ruling = replace(proposed(found), kind=shaped.draft.kind, parent=_innermost(shaped.others, part))
        return self._add_quote(act, shaped.standing.article, detection, found, ruling)

    def _add_quote(self, act: Act, article: str, detection: Detection, found: Quote, ruling: Ruling) -> str:
        store, id = self._keeper.store, quote_id(article, found.passages[0].span)
        if store.standing.quote(id):
            words = in_marks(found.passages[0].words)
            raise NotPossible(f"{words} is where another quote was first found; take a word more or less.")
        former = store.decisions.newest(id)
        added, proposal = store.proposals.add_by_hand(act, article, detection, found)
        store.decisions.add(act, Ruled(added, ruling, former.id if former else None, proposal))
        return added

    def _hang_nested(self, act: Act, shaped: _Shaped) -> list[str]:
        """Hang the quotes within this one and those it takes over where they lie now; the ids of those that moved."""
        moved = []
        keys = {one.proposal.key for one in (shaped.standing, *shaped.absorbed)}
        for other in shaped.others:
            holding = [shaped.key(part) for part in shaped.parts if within(spans_of(other), part)]
            if other.ruling.parent in keys and other.ruling.parent not in holding:
                parent = holding[0] if holding else None
                self._keeper.decide(act, other, replace(other.ruling, parent=parent))
                moved.append(other.id)
        return moved

    # Looking

    def _shaped(self, quote: str, draft: Draft) -> _Shaped:
        standing = self._keeper.quote(quote)
        text = self._text(standing.article)
        others = self._others(standing.article, {quote, *draft.absorbed})
        if draft.passages and draft.passages[-1].end > len(text):
            raise NotPossible("These words would leave the article; end them at its end.")
        absorbed = tuple(map(self._keeper.quote, draft.absorbed))
        _refuse_two_speakers(standing, absorbed)
        passages = tidied(text, draft.passages)
        parts = parted(text, passages, draft.split) if draft.split is not None else (passages,)
        keys = {_key(one) for one in _around(others, passages)}
        as_before = parts == (spans_of(standing),) and draft.parent == standing.ruling.parent
        parent = draft.parent if as_before or draft.parent in keys else None
        shaped = _Shaped(standing, text, replace(draft, parent=parent), parts, absorbed, others)
        for part in parts:
            _refuse_wordless(shaped.passages(part))
            _refuse_crossing(part, others)
        return shaped

    def _text(self, article: str) -> str:
        found = self._keeper.store.articles.get(article)
        return found.text if found else ""

    def _others(self, article: str, left_out: Collection[str]) -> tuple[StandingQuote, ...]:
        """An article's quotes without some, and without rejected ones, in the order of its text."""
        standing = self._keeper.store.standing.quotes(article)
        found = [one for one in standing if one.id not in left_out and one.verdict is not Verdict.NOT_A_QUOTE]
        return tuple(sorted(found, key=lambda one: spans_of(one)[0].start))


def spans_of(quote: StandingQuote) -> Passages:
    """Where the words of a quote stand."""
    return tuple(passage.span for passage in quote.ruling.passages)


def _key(quote: StandingQuote) -> str:
    return quote.proposal.key


def _around(others: Sequence[StandingQuote], passages: Passages) -> tuple[StandingQuote, ...]:
    holding = [other for other in others if within(passages, spans_of(other))]
    return tuple(sorted(holding, key=lambda other: sum(map(len, spans_of(other)))))


def _innermost(others: Sequence[StandingQuote], passages: Passages) -> str | None:
    return next(map(_key, _around(others, passages)), None)


def marked(added: Passages, others: Sequence[StandingQuote], shaped: Sequence[StandingQuote]) -> Marking:
    """What an editor marked: words added now, other quotes that were added or changed, and what all these replace."""
    changed = [one for one in others if is_shaped(one)]
    before = tuple(span for one in changed for span in spans_of(one))
    former = {first_found(one) for one in (*changed, *shaped)} | {span for one in shaped for span in spans_of(one)}
    return Marking((*before, *added), tuple(sorted(former.difference(before, added))))


def is_shaped(quote: StandingQuote) -> bool:
    """Whether an editor added a quote, or had it begin elsewhere than it was found."""
    return quote.decision is not None and (quote.added_by_hand or first_found(quote) != spans_of(quote)[0])


def _refuse_wordless(passages: Sequence[Passage]) -> None:
    if not passages:
        raise NotPossible("No words are left for this quote; keep at least one, or reject it with X.")
    for passage in passages:
        if not holds_word(passage.words):
            raise NotPossible(f"{in_marks(passage.words)} holds no word; a quote needs one.")


def _refuse_crossing(part: Passages, others: Sequence[StandingQuote]) -> None:
    for other in others:
        words = in_marks(other.ruling.passages[0].words)
        if part == spans_of(other):
            raise NotPossible(f"{words} is a quote already.")
        if cross(part, spans_of(other)):
            raise NotPossible(f"These words would cross {words}; let one hold the other, or merge the two.")


def _refuse_two_speakers(standing: StandingQuote, absorbed: Sequence[StandingQuote]) -> None:
    """What is ruled of one quote must not be lost in another."""
    for other in absorbed:
        if other.decided and (not standing.decided or _speaker(other) != _speaker(standing)):
            words = in_marks(other.ruling.passages[0].words)
            raise NotPossible(f"{words} is ruled to be by {_speaker(other) or 'nobody known'}; reopen it to merge it.")


def _speaker(quote: StandingQuote) -> str | None:
    return quote.ruling.speaker.name if quote.ruling.speaker else None


def _reruled(shaped: _Shaped, found: Quote | None) -> Ruling:
    """What is ruled of the quote, with the words, kind and place of the draft and what was found for them."""
    standing, draft = shaped.standing, shaped.draft
    ruling, proposal = standing.ruling, found or standing.proposal
    settled = standing.verdict not in (Verdict.OPEN, Verdict.NOT_A_QUOTE)
    keeps_speaker = found is None or settled or ruling.speaker != standing.proposal.speaker
    keeps_source = found is None or settled or ruling.source != standing.proposal.source
    reshaped = replace(
        ruling,
        verdict=Verdict.OPEN if standing.verdict is Verdict.NOT_A_QUOTE else standing.verdict,
        passages=shaped.passages(shaped.parts[0]),
        kind=draft.kind,
        partial=draft.partial,
        parent=draft.parent,
        speaker=ruling.speaker if keeps_speaker else proposal.speaker,
        source=ruling.source if keeps_source else proposal.source,
        note=" · ".join(one.ruling.note for one in (standing, *shaped.absorbed) if one.ruling.note),
        unread=False,
    )
    judged = reshaped.verdict in (Verdict.CONFIRMED, Verdict.CORRECTED)
    return rulings.judged(reshaped, proposal) if judged else reshaped


def _label(shaped: _Shaped) -> str:
    """What is done to the quote, in a few words; nothing where nothing is."""
    before, draft = shaped.standing.ruling, shaped.draft
    words = in_marks(shaped.parts[0][0].of(shaped.text))
    deeds = (
        (len(shaped.parts) > 1, f"split {in_marks(before.passages[0].words)}"),
        (bool(shaped.absorbed), f"merge {words}"),
        (shaped.parts[0] != spans_of(shaped.standing), f"words: {words}"),
        (draft.kind is not before.kind, f"kind: {draft.kind.value.replace('-', ' ')}"),
        (draft.partial is not before.partial, f"{'fragment' if draft.partial else 'whole'}: {words}"),
        (draft.parent != before.parent, f"{'within another quote' if draft.parent else 'on its own'}: {words}"),
    )
    return next((told for done, told in deeds if done), "")


def _found(detection: Detection, passages: tuple[Passage, ...]) -> Quote:
    """What was found for passages, the first of them marked by hand; a detector that lost it has a bug."""
    first = passages[0].span
    for quote in detection.quotes:
        if quote.passages[0].span == first:
            return replace(quote, passages=passages)
    raise ValueError(f"{detection.detector} gave no quote for the marked passage {first.start}-{first.end}")
