"""Why a detector proposes what it proposes, for whoever works on its rules."""

from dataclasses import dataclass

from quotereview.model.quotes import Quote, Speaker
from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class Weight:
    """Something that was taken into account, by its name, and how much it spoke for (above 0) or against."""

    name: str
    amount: float


@dataclass(frozen=True, slots=True)
class Belief:
    """A sum of weights, the heaviest first, and the share of belief between 0 and 1 that it earned."""

    score: float
    share: float
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A mention that may have spoken a quote, with the cue it would hang on, and whom it names.

    ``sure``, between 0 and 1, is how sure the name is and ``why`` what led to it, in words; ``evidence`` is what the
    rules found for the pair of mention and cue.
    """

    mention: Span
    cue: Span | None
    speaker: Speaker
    sure: float
    why: str
    belief: Belief
    evidence: tuple[Weight, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A quote with what it was taken for and why, and all that was considered for its speaker, the best first.

    ``speech`` is the belief that somebody said it, where that is more than a rule's yes or no.
    """

    quote: Quote
    kind_reason: str
    speech: Belief | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """All quotes of an article, explained; every place is one in ``text``, the words as detection read them."""

    text: str
    quotes: tuple[Explanation, ...]
