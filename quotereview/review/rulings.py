"""From what an editor wants to the values that are ruled: the rule of the verdict, and names as they were found."""

from dataclasses import replace
from datetime import date
from types import EllipsisType

from quotereview.errors import NotPossible
from quotereview.model import (
    RIGHT,
    ArticleRuling,
    Quote,
    Ruling,
    Source,
    SourceKind,
    Speaker,
    SpeakerType,
    StandingArticle,
    StandingQuote,
    Verdict,
    proposed,
    ruled,
)
from quotereview.review import chains

_UNSETTLED = (Verdict.DISPUTED, Verdict.CANNOT_VERIFY)
_LABEL_LENGTH = 40
_FOLLOWED = "Speaker as corrected at "


def judged(ruling: Ruling, proposal: Quote) -> Ruling:
    """The same values as confirmed where they are the proposal's, else as corrected."""
    return ruled(ruling, Verdict.CONFIRMED if _read_alike(ruling, proposed(proposal)) else Verdict.CORRECTED)


def with_speaker(standing: StandingQuote, speaker: Speaker | None) -> Ruling:
    """Another speaker, ruled at once; that the one before came from another quote is no longer so."""
    reason = "" if followed(standing.ruling.reason) else standing.ruling.reason
    return settled(standing, replace(standing.ruling, speaker=speaker, reason=reason))


def settled(standing: StandingQuote, ruling: Ruling) -> Ruling:
    """Other values, ruled at once; a dispute, or that it cannot be verified, is not settled by them."""
    return ruling if standing.verdict in _UNSETTLED else judged(ruling, standing.proposal)


def with_source(standing: StandingQuote, source: Source | None) -> Ruling:
    """Another source; an open quote stays open and an unread one unread: nobody has yet looked at its speaker."""
    ruling = replace(standing.ruling, source=source)
    settled = standing.verdict in RIGHT
    return replace(judged(ruling, standing.proposal), unread=ruling.unread) if settled else ruling


def renamed(standing: StandingQuote, name: str) -> Ruling:
    """Who spoke, under another name; what is open stays open and what nobody has read unread."""
    speaker = standing.ruling.speaker
    ruling = replace(standing.ruling, speaker=speaker and chains.renamed(speaker, name))
    settled = standing.verdict in RIGHT
    return replace(judged(ruling, standing.proposal), unread=ruling.unread) if settled else ruling


def reopened(standing: StandingQuote) -> Ruling:
    """What stands of a quote that nobody has read, left to be read."""
    return replace(ruled(standing.ruling, Verdict.OPEN), unread=False)


def following(standing: StandingQuote, speaker: Speaker | None, corrected: StandingQuote) -> Ruling:
    """The speaker that was corrected at another quote, left to be read; a reason that an editor gave stays."""
    ruling = reopened(standing)
    given = ruling.reason and not followed(ruling.reason)
    why = ruling.reason if given else f"{_FOLLOWED}{in_marks(corrected.ruling.passages[0].words)}"
    return replace(ruling, speaker=speaker, reason=why)


def followed(reason: str) -> bool:
    """Whether a reason says that the speaker came from the correction of another quote."""
    return reason.startswith(_FOLLOWED)


def candidate(standing: StandingQuote, rank: int) -> Speaker:
    """The candidate of a rank from 1; raises NotPossible where there is none."""
    candidates = standing.proposal.candidates
    if not 1 <= rank <= len(candidates):
        raise NotPossible(f"There is no candidate {rank} for this quote; press S to name a speaker.")
    chosen = candidates[rank - 1].speaker
    found = standing.proposal.speaker
    return found if found and (found.name, found.type) == (chosen.name, chosen.type) else chosen


def known_speaker(standing: StandingQuote, name: str) -> Speaker | None:
    """The speaker of a name as proposed for the quote or as one of its candidates, with mention and role."""
    quote = standing.proposal
    found = (quote.speaker, *(each.speaker for each in quote.candidates), standing.ruling.speaker)
    return next((speaker for speaker in found if speaker and speaker.name == name), None)


def named_source(standing: StandingQuote, name: str, kind: SourceKind | None) -> Source:
    """The source of a name and kind, with the place where it was found if it is the one proposed or ruled."""
    found = (standing.proposal.source, standing.ruling.source)
    known = next((source for source in found if source and source.name == name), None)
    return replace(known, kind=kind) if known else Source(name, kind)


def named_speaker(known: Speaker | None, name: str, type: SpeakerType) -> Speaker:
    """A speaker of a name and type, with what is known of the name."""
    return replace(known, type=type) if known else Speaker(name, type)


def described(
    ruling: ArticleRuling, outlet: str | EllipsisType | None, published: date | EllipsisType | None
) -> ArticleRuling:
    """What is ruled of an article with another outlet or date; what is an ellipsis stays."""
    return replace(
        ruling,
        outlet=ruling.outlet if isinstance(outlet, EllipsisType) else outlet,
        published=ruling.published if isinstance(published, EllipsisType) else published,
    )


def filled(
    ruling: ArticleRuling, outlet: str | EllipsisType | None, published: date | EllipsisType | None
) -> ArticleRuling:
    """What is ruled of an article with an outlet or date where none is known; what is known stays."""
    return described(ruling, ... if ruling.outlet else outlet, ... if ruling.published else published)


def description(outlet: str | EllipsisType | None, published: date | EllipsisType | None) -> str:
    """What a ruling on the outlet or date of articles is called; what is an ellipsis stays."""
    told = []
    if not isinstance(outlet, EllipsisType):
        told.append(f"outlet: {outlet or 'unknown'}")
    if not isinstance(published, EllipsisType):
        told.append(f"date: {published.isoformat() if published else 'unknown'}")
    return ", ".join(told)


def tidy(name: str | None) -> str:
    """A name as typed, without stray white space."""
    return " ".join(storable(name or "").split())


def storable(words: str) -> str:
    """Words as typed, a question mark for each half of a character, which no store or sheet can hold."""
    return words.encode(errors="replace").decode()


def in_marks(words: str) -> str:
    """Words as a label quotes them, cut where they are long."""
    return f"“{short(words)}”"


def titled(article: StandingArticle) -> str:
    """An article as a label names it."""
    return in_marks(article.title)


def short(words: str) -> str:
    """Words as a label says them, cut where they are long."""
    flat = tidy(words)
    return flat if len(flat) <= _LABEL_LENGTH else flat[: _LABEL_LENGTH - 1].rstrip() + "…"


def _read_alike(one: Ruling, other: Ruling) -> bool:
    """Whether two rulings hold the same values as an editor reads them; where a name is printed makes no difference."""
    return _as_read(one) == _as_read(other)


def _as_read(ruling: Ruling) -> tuple[object, ...]:
    speaker, source = ruling.speaker, ruling.source
    return (
        ruling.passages,
        ruling.kind,
        ruling.partial,
        speaker and (speaker.name, speaker.type),
        source and (source.name, source.kind),
    )
