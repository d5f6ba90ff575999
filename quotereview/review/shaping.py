"""One quote while an editor shapes its words: each deed changes a draft, nothing is kept until they say so."""

from dataclasses import replace

from quotereview.errors import NotPossible
from quotereview.model import Kind, StandingQuote
from quotereview.review import reshaping
from quotereview.review.reshaping import Edge, Passages
from quotereview.review.spans import Spans

_KINDS = tuple(Kind)


class Shaping:
    """The draft of one quote, and ``seen``, the place in the text at which the last deed was done.

    All raise NotPossible with a sentence, the draft staying as it is.
    """

    def __init__(self, spans: Spans, text: str, quote: str) -> None:
        self._spans = spans
        self.text = text
        self.quote = quote
        self.stood = spans.draft(quote)
        self.draft = self.stood
        self.seen = self.stood.passages[0].start

    @property
    def changed(self) -> bool:
        """Whether the draft differs from what stands."""
        return self.draft != self.stood

    def check(self) -> None:
        """Refuse what cannot be kept."""
        self._spans.marking(self.quote, self.draft)

    def move(self, edge: Edge, step: int, *, by_word: bool) -> None:
        """Move an end onwards (``step`` 1) or back (-1), by a word or a character; a split moves instead of the end."""
        if self.draft.split is not None and edge is Edge.END:
            self._move_split(self.draft.split, step, by_word=by_word)
            return
        move = reshaping.by_word if by_word else reshaping.by_character
        self._set_passages(move(self.text, self.draft.passages, edge, step), edge)

    def snap(self) -> None:
        """Let both ends go to the nearest quotation marks."""
        self._set_passages(reshaping.to_marks(self.text, self.draft.passages), Edge.BEGINNING)

    def turn_split(self) -> None:
        """Part the words at the likeliest place, or leave them whole after all."""
        if self.draft.split is not None:
            self.draft = replace(self.draft, split=None)
            return
        at = reshaping.likely_split(self.text, self.draft.passages)
        if at is None:
            raise NotPossible("One word cannot be split.")
        self.draft, self.seen = replace(self.draft, split=at), at

    def merge(self) -> None:
        """Take over the words of the quote that follows."""
        self.draft = self._spans.with_next(self.quote, replace(self.draft, split=None))
        self.seen = self.draft.passages[-1].start

    def turn_kind(self) -> None:
        """Make it the next kind of words."""
        at = _KINDS.index(self.draft.kind) + 1
        self.draft = replace(self.draft, kind=_KINDS[at % len(_KINDS)])

    def turn_partial(self) -> None:
        """Make it a fragment, or a whole utterance."""
        self.draft = replace(self.draft, partial=not self.draft.partial)

    def turn_parent(self) -> None:
        """Hang it in the quote around it, then in the one around that, then in none."""
        keys = [one.proposal.key for one in self._spans.around(self.quote, self.draft)]
        if not keys:
            raise NotPossible("No quote is around these words; let one grow around them first.")
        turns = [None, *keys]
        at = turns.index(self.draft.parent) + 1 if self.draft.parent in turns else 0
        self.draft = replace(self.draft, parent=turns[at % len(turns)])

    def parent(self) -> StandingQuote | None:
        """The quote in which it would hang."""
        if self.draft.parent is None:
            return None
        around = self._spans.around(self.quote, self.draft)
        return next((one for one in around if one.proposal.key == self.draft.parent), None)

    def _move_split(self, split: int, step: int, *, by_word: bool) -> None:
        places = reshaping.split_places(self.text, self.draft.passages)
        at = reshaping.stepped(places, split, step) if by_word else split + step
        if self.draft.passages[0].start < at < self.draft.passages[-1].end:
            self.draft, self.seen = replace(self.draft, split=at), at

    def _set_passages(self, passages: Passages, edge: Edge) -> None:
        self.draft = replace(self.draft, passages=passages, split=None)
        self.seen = passages[-1].end - 1 if edge is Edge.END else passages[0].start
