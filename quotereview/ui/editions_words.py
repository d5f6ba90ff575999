"""How two editions of an article are told: what speaks for it, what became of each quote, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotereview.counting import agreeing, counted
from quotereview.model import StandingArticle, StandingQuote
from quotereview.review.compared_editions import Comparison
from quotereview.review.editions import Aside, Likely
from quotereview.review.lots import LikelyPair, TakenFor
from quotereview.review.reanchoring import Compared, Difference, ruled_on
from quotereview.ui import aligned, listing, theme
from quotereview.ui.aligned import Run, Weight
from quotereview.ui.both_versions import Version
from quotereview.ui.rows import Row
from quotereview.ui.wording import NO_SPEAKER, in_marks, isolated

GLYPHS = {
    Difference.SAME: "=  the same",
    Difference.CHANGED: "~  changed",
    Difference.ADDED: "+  added",
    Difference.GONE: "−  gone",
}
"""How a row tells what became of a quote."""

HOLDS = "The ruling is taken over: the same words, and nothing around them was changed."
SAME = "The same in both editions."
ADDED = "Only in the newer edition."


@dataclass(frozen=True)
class Line:
    """One row: what it says, the versions of the quote, of which one may be missing, and why it is so."""

    row: Row
    why: str
    older: Version | None
    newer: Version | None
    aside: Aside | None = None


def question(likely: Likely, key: str) -> str:
    """The line that asks about an article that was loaded or opened."""
    # Our words come first: a title in another script would turn the line round.
    what = "The same text as" if likely.same_text else "A newer edition of"
    pair = f"{what} {in_marks(likely.older.title)}, it seems: {in_marks(likely.article.title)}"
    if likely.same_text:
        return f"{pair}. {key} asks which is to stay."
    return f"{pair} ({likely.why}). {key} compares them."


def waiting(number: int, key: str) -> str:
    """The line that says that rulings wait."""
    rulings, wait = counted(number, "ruling"), agreeing(number, "waits", "wait")
    them = agreeing(number, "it", "them")
    return f"{rulings} on an older edition of this article {wait} to be looked at: {key} shows {them}."


def named(edition: str, article: StandingArticle) -> str:
    """An article by its title, outlet and date."""
    return f"{edition}: {in_marks(article.title)}, {listing.line(article.ruling.outlet, article.ruling.published)}"


def offered(likely: Likely, compared: Comparison) -> str:
    """What speaks for it, and what would be done."""
    kept, asked = len(compared.kept), len(compared.asked)
    whole = likely.why[0].upper() + likely.why[1:]
    if not kept and not asked and not compared.whole.told:
        return f"{whole}. Nobody has ruled on the older one: it would leave the desk, and nothing be taken over."
    holds = f"{counted(kept, 'ruling')} on the older one {agreeing(kept, 'holds', 'hold')} in the newer"
    waits = f"{asked} would be asked about" if asked else "none would be asked about"
    return f"{whole}. {holds}, {waits}; the older one would leave the desk{compared.whole.told}."


def comparison_lines(compared: Comparison) -> list[Line]:
    """A row for each quote: what would be asked about, then what changed, went or came, then what is the same."""
    asked = {id(one) for one in compared.asked}
    order = {Difference.CHANGED: 1, Difference.GONE: 2, Difference.ADDED: 3, Difference.SAME: 4}
    ordered = sorted(compared.quotes, key=lambda one: 0 if id(one) in asked else order[one.difference])
    return [_line(one) for one in ordered]


def aside_line(aside: Aside) -> Line:
    """A row for a ruling that waits."""
    ruling, decision = aside.ruled.ruling, aside.ruled
    speaker = ruling.speaker.name if ruling.speaker else NO_SPEAKER
    row = Row(in_marks(ruling.words), f"{isolated(speaker)} · {aside.why}", state=theme.VERDICTS[ruling.verdict])
    head = f"Older edition · {isolated(speaker)} · {theme.VERDICTS[ruling.verdict].word} by {isolated(decision.editor)}"
    older = Version(head, aligned.older(aside.alignment) if aside.like else _whole(ruling.words))
    newer = _version("This edition", aside.like, aligned.newer(aside.alignment))
    none_like = "" if aside.like else " No quote of this edition is like it."
    return Line(row, f"{aside.why}{none_like}", older, newer, aside)


def left(number: int) -> str:
    """How many rulings wait, and why."""
    waits, they = counted(number, "ruling waits", "rulings wait"), agreeing(number, "it", "they")
    return f"{waits} to be looked at: {they} may not hold in this edition."


def _line(one: Compared) -> Line:
    quote = one.older or one.newer
    if quote is None:
        raise ValueError("a comparison is of a quote")
    row = Row(in_marks(quote.ruling.words), _below(one, quote), GLYPHS[one.difference])
    changed = one.difference is Difference.CHANGED
    older = _version("Older edition", one.older, aligned.older(one.alignment) if changed else ())
    newer = _version("Newer edition", one.newer, aligned.newer(one.alignment) if changed else ())
    return Line(row, _why(one), older, newer)


def _version(edition: str, quote: StandingQuote | None, runs: tuple[Run, ...]) -> Version | None:
    """A quote in one edition, as a whole where no runs tell it from the other version."""
    return Version(_head(edition, quote), runs or _whole(quote.ruling.words)) if quote else None


def _below(one: Compared, quote: StandingQuote) -> str:
    """Who said it, and what becomes of its ruling."""
    speaker = quote.ruling.speaker
    parts = [isolated(speaker.name) if speaker else NO_SPEAKER]
    if one.older and ruled_on(one.older):
        state = theme.verdict_of(one.older)
        becomes = "taken over" if one.difference is Difference.SAME else "asked about"
        parts.append(f"{state.glyph} {state.word}, {becomes}")
    return " · ".join(parts)


def _why(one: Compared) -> str:
    if one.difference is Difference.SAME:
        return HOLDS if one.older and ruled_on(one.older) else SAME
    return one.why or ADDED


def _head(edition: str, quote: StandingQuote) -> str:
    speaker, state = quote.ruling.speaker, theme.verdict_of(quote)
    by = f" by {isolated(quote.decision.editor)}" if quote.decided and quote.decision else ""
    return f"{edition} · {isolated(speaker.name) if speaker else NO_SPEAKER} · {state.glyph} {state.word}{by}"


def _whole(words: str) -> tuple[Run, ...]:
    return (Run(words, Weight.SHARED),)


def titles(found: Sequence[Likely], key: str) -> str:
    """The line that asks about all articles that were found."""
    if len(found) == 1:
        return question(found[0], key)
    what = "look like newer editions of others, or have the same text"
    return f"{len(found)} articles {what}: {key} asks about all of them together."


CHOSEN = {
    TakenFor.EDITION: "→ newer edition",
    TakenFor.COPY: "= the same text",
    TakenFor.APART: "‖ both stay",
    TakenFor.LATER: "… later",
}
"""How a row of many tells what is chosen."""

COUNTED = {
    TakenFor.EDITION: "as a newer edition",
    TakenFor.COPY: "as the same text",
    TakenFor.APART: "to stay beside the other",
    TakenFor.LATER: "later",
}
"""How the head tells for how many it is chosen."""

DOES = {
    TakenFor.EDITION: "The newer one takes over the rulings on the older that hold in it; the older leaves the desk.",
    TakenFor.COPY: "The one that was loaded first stays, with the rulings on either; the other leaves the desk.",
    TakenFor.APART: "Both stay, each for itself, and nobody is asked about them again.",
    TakenFor.LATER: "Both stay for now; Shift+E in either of them compares them.",
}
"""What a choice does."""


def lot_row(one: LikelyPair) -> Row:
    """A row for two articles: the newer, below it the older and why, beside it what is chosen."""
    likely = one.likely
    older = listing.line(likely.older.ruling.outlet, likely.older.ruling.published)
    below = f"{likely.why} · older: {in_marks(likely.older.title)}, {older}"
    return Row(in_marks(likely.article.title), below, CHOSEN[one.taken_for])


def lot_counted(lot: Sequence[LikelyPair]) -> str:
    """How many pairs there are, and what is chosen for how many."""
    numbers = {taken_for: sum(one.taken_for is taken_for for one in lot) for taken_for in TakenFor}
    words = [f"{number} {COUNTED[taken_for]}" for taken_for, number in numbers.items() if number]
    return f"{counted(len(lot), 'article')} to decide about: {', '.join(words)}."
