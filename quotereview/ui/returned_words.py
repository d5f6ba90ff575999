"""How it is told what somebody filled into a sheet: each row in two lines, and in full."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quotereview import counting
from quotereview.model import UNTOLD, Verdict
from quotereview.review.taking_back import FOR_AN_EDITOR, Left, Wish
from quotereview.ui import listing
from quotereview.ui.rows import Row
from quotereview.ui.theme import VERDICTS, State
from quotereview.ui.wording import isolated

NOTHING_ASKED = "Nobody filled anything in that does not stand already."
LOOK, CANNOT = VERDICTS[Verdict.DISPUTED], VERDICTS[Verdict.NOT_A_QUOTE]
SHORT = {
    Left.NO_QUOTE: "no quote of this store",
    Left.GONE: "no longer asked about",
    Left.TWICE: "asked for above",
    Left.ELSEWHERE: "nothing to take back",
    Left.NO_VERDICT: "no such verdict",
    Left.NO_SPEAKER: "nobody is named",
    Left.MOVED_ON: "ruled on since",
    Left.OTHERWISE: "proposed otherwise",
    Left.BROKEN: "seal does not fit",
}
"""Why a row is left, in the few words that a list has room for."""


@dataclass(frozen=True)
class Line:
    """A row of the sheet as the panel tells it at a time."""

    wish: Wish
    now: datetime

    @property
    def offered(self) -> bool:
        """Whether it is to be taken unless the editor says otherwise."""
        return self.wish.ruling is not None and self.wish.left is None

    @property
    def row(self) -> Row:
        """The row in two lines: the words, and what was changed; beside them how it would stand, or why it is left."""
        wish = self.wish
        changed = " · ".join(f"{title.lower()}: {before} → {after}" for title, before, after in _changes(wish))
        below = changed or " · ".join(map(isolated, wish.others))
        told = " · ".join(filter(None, (wish.row.place, below)))
        return Row(_words(wish), told, state=_state(wish), fixed=wish.ruling is None)

    @property
    def changes(self) -> tuple[str, ...]:
        """Each value that stands and the one that was filled in, a line each."""
        return tuple(f"{title}: {before} → {after}" for title, before, after in _changes(self.wish))

    @property
    def why(self) -> str:
        """Why the row is left, and until when; nothing where it is taken."""
        wish = self.wish
        if wish.left is None:
            return ""
        more = ": Space marks it if it holds all the same" if wish.left in FOR_AN_EDITOR else ""
        return f"{_glyph(wish).glyph} This row {wish.left.value}{more}."

    @property
    def about(self) -> tuple[str, ...]:
        """What stands, by whom, how it would stand, and what else was changed, a line each."""
        return tuple(_about(self.wish, self.now))


def lines(wishes: Sequence[Wish], now: datetime) -> tuple[Line, ...]:
    """All rows, first those that an editor has to look at, last those that cannot be taken."""
    told = [Line(wish, now) for wish in wishes]
    return tuple(sorted(told, key=lambda line: (line.wish.ruling is None, line.wish.left not in FOR_AN_EDITOR)))


def counted(wishes: Collection[Wish]) -> str:
    """How many rows ask for something, and what is done with them."""
    if not wishes:
        return NOTHING_ASKED
    look = sum(wish.left in FOR_AN_EDITOR for wish in wishes)
    left = sum(wish.ruling is None for wish in wishes)
    parts = (
        (len(wishes) - look - left, "can be taken back"),
        (look, f"{counting.agreeing(look, 'is', 'are')} to be looked at"),
        (left, f"{counting.agreeing(left, 'is', 'are')} left"),
    )
    told = " · ".join(f"{number:,} {what}" for number, what in parts if number)
    return f"{counting.counted(len(wishes), 'row was', 'rows were')} changed: {told}"


def whose(editor: str, *, by_the_sheet: bool) -> str:
    """Under which name the rulings are kept."""
    if not editor:
        return "The sheet does not say who filled it in: Enter asks for the name."
    return f"As rulings of {isolated(editor)}{', whom the sheet names' if by_the_sheet else ''}"


def taken(count: int, editor: str) -> str:
    """What was done."""
    return f"Taken back: {counting.counted(count, 'quote')} ruled on as {isolated(editor)}."


def _words(wish: Wish) -> str:
    words = " ".join(wish.words.split())
    return isolated(words) if words else "a row without a quote"


def _changes(wish: Wish) -> Iterator[tuple[str, str, str]]:
    for title, before, after in wish.changes:
        yield title, isolated(before) or UNTOLD, isolated(after) or UNTOLD


def _glyph(wish: Wish) -> State:
    return LOOK if wish.left in FOR_AN_EDITOR else CANNOT


def _state(wish: Wish) -> State:
    if wish.left is not None:
        return State(_glyph(wish).glyph, SHORT[wish.left], _glyph(wish).role)
    assert wish.ruling is not None
    return VERDICTS[wish.ruling.verdict]


def _about(wish: Wish, now: datetime) -> Iterator[str]:
    if wish.standing is not None and (decision := wish.standing.decision):
        word = VERDICTS[decision.ruling.verdict].word
        at = listing.moment(datetime.fromisoformat(decision.decided_at), now)
        yield f"Stands as {word}, by {isolated(decision.editor)}, {at}"
    if wish.ruling is not None:
        yield f"Taken back, it would stand as {VERDICTS[wish.ruling.verdict].word}."
    if wish.named:
        yield f"Filled in by {isolated(wish.named)}, as the sheet says."
    if wish.others:
        yield f"Also changed, and left as it stands: {', '.join(wish.others)}"
