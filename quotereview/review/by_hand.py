"""A quote that an editor added by hand, in another edition of the article, where nothing marks its words."""

from dataclasses import replace

from quotereview.model import Candidate, Passage, Quote, Span, StandingQuote, quote_id
from quotereview.review.moved import Moved, named


def in_edition(added: StandingQuote, places: tuple[Span, ...], text: str, article: str, moved: Moved) -> StandingQuote:
    """The quote as it stands nowhere yet, in ``places`` of the ``text`` of an article (its id), with what was proposed.

    What the newer text does not have in its place is shown nowhere in it.
    """
    passages = tuple(Passage(place, place.of(text)) for place in places)
    proposed = added.proposal
    proposal = replace(
        proposed,
        key=f"{places[0].start}-{places[0].end}",
        passages=passages,
        parent=None,
        speaker=proposed.speaker and named(proposed.speaker, moved),
        cue=moved(proposed.cue),
        source=proposed.source and named(proposed.source, moved),
        candidates=tuple(_candidate(one, moved) for one in proposed.candidates),
        doubts=(),
        pointers=(),
        source_pointers=(),
        twin=None,
    )
    return StandingQuote(quote_id(article, places[0]), article, proposal, added_by_hand=True)


def stands_nowhere(quote: StandingQuote) -> bool:
    """Whether a quote is one of these, which has to be added before anything is ruled on it."""
    return quote.proposal_id is None


def is_first(quote: Quote, places: tuple[Span, ...]) -> bool:
    """Whether a quote was first found where another one would be."""
    return quote.key == f"{places[0].start}-{places[0].end}"


def _candidate(candidate: Candidate, moved: Moved) -> Candidate:
    return replace(candidate, speaker=named(candidate.speaker, moved))
