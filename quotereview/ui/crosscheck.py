"""The strip that shows who else printed the words in focus, and where the reports differ."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quotereview.model import CREDITS, Conflict, Match, Suggestion, Verdict
from quotereview.review.crosscheck import other_outlet
from quotereview.review.documents import Held
from quotereview.ui import aligned, held_words
from quotereview.ui.aligned import Version
from quotereview.ui.controls import Button, Words
from quotereview.ui.elided import Elided
from quotereview.ui.listing import day
from quotereview.ui.theme import GRID, VERDICTS, TextSize, text_font
from quotereview.ui.version_lines import RELATIONS
from quotereview.ui.wording import isolated

HEIGHT = GRID * 42
LOWEST = GRID * 28
NOBODY = "No other outlet in this store printed these words."
UNKNOWN = "unknown outlet"
_STATES = {True: Verdict.DISPUTED, False: Verdict.OPEN}


class Standing(StrEnum):
    """How the other article's outlet stands to this one's; its value stands before the outlet's name."""

    OTHER = "Also printed by"
    SAME = "Again in"
    UNKNOWN = "The same words, in"


def standing(match: Match) -> Standing:
    """An article of unknown outlet never counts as another outlet, nor does this one if its own is unknown."""
    if other_outlet(match.here, match.there):
        return Standing.OTHER
    return Standing.SAME if match.here.outlet and match.there.outlet else Standing.UNKNOWN


def conflict_sentence(conflict: Conflict) -> str:
    """A disagreement in the editor's words: "speaker: here Ilse Karrow, there Anton Desh"."""
    here, there = conflict.shown
    if here and there:
        return f"{conflict.field}: here {here}, there {there}"
    place, other, value = ("there", "here", here) if here else ("here", "there", there)
    if conflict.field in CREDITS:
        return f"{conflict.field}: none given {place}, {other} {value}"
    return f"{conflict.field}: only {other} {value}"


def why_settled(conflict: Conflict) -> str:
    """Why a conflict may stand, as an editor said; nothing for one that is open."""
    settled = conflict.settled
    return f"settled by {isolated(settled.editor)}: {isolated(settled.reason)}" if settled else ""


def _told(glyph: str, conflicts: Iterable[Conflict]) -> str:
    """Disagreements in one line, each behind the glyph of its state."""
    sentences = (", ".join(filter(None, (conflict_sentence(one), why_settled(one)))) for one in conflicts)
    return "    ".join(f"{glyph} {sentence}" for sentence in sentences)


def agreements(match: Match) -> str:
    """What both articles give alike, "speaker agrees", or that neither gives it."""
    disputed = {conflict.field for conflict in match.conflicts}
    values = (("speaker", match.here.speaker), ("source", match.here.source))
    return " · ".join(
        f"{field} agrees" if value else f"no {field} in either" for field, value in values if field not in disputed
    )


def perhaps(suggested: Sequence[Suggestion]) -> str:
    """Who may have printed the words otherwise: "? Perhaps in other words: Fjord Times, Sund Post"."""
    outlets = dict.fromkeys(one.there.outlet or UNKNOWN for one in suggested)
    unsure = VERDICTS[Verdict.CANNOT_VERIFY].glyph
    return f"{unsure} Perhaps in other words: {', '.join(map(isolated, outlets))}" if outlets else ""


class CrossCheckPanel(QWidget):
    """All versions of the quote in focus that other articles of the store printed.

    It is folded to a line in each article until a quote is met there that another one printed, too: an article of its
    own keeps the room, and nothing moves from quote to quote.

    Signals: ``match_chosen`` (the other article's id, the other quote's id) when the editor goes to one;
    ``height_wanted`` (logical pixels) when it folds or unfolds.
    """

    match_chosen = Signal(str, str)
    height_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: tuple[Match, ...] | None = None
        self._suggested: Sequence[Suggestion] = ()
        self._hinted = ""
        self._folded = False
        self._height = HEIGHT
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = QVBoxLayout(self)
        self.leave_room(0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Cross-check")
        self._rows: list[MatchRow] = []
        self._nobody = Words(NOBODY, TextSize.SMALL, quiet=True)
        self._nobody.hide()
        self._documents = Words()
        self._documents.hide()
        self._perhaps = Elided(TextSize.SMALL)
        self._perhaps.hide()
        self._scroll.setWidget(self._content())
        self._hint = Words(size=TextSize.SMALL, quiet=True)
        self._hint.setContentsMargins(GRID * 4, 0, GRID * 4, GRID)
        self._hint.hide()
        self._whole.addWidget(self._hint)

    def show_matches(self, matches: tuple[Match, ...] | None) -> None:
        """Show the matches of another quote, the best first; say so if it has none; nothing where no quote is."""
        if matches != self._matches:
            self._matches = matches
            self._list(sorted(matches or (), key=lambda match: list(Standing).index(standing(match))))
            self._scroll.verticalScrollBar().setValue(0)
        self._say_what_else()
        if matches:
            self.unfold()

    def suggest(self, suggested: Sequence[Suggestion]) -> None:
        """Name, below the matches, who may have the quote in other words; the line that there are none gives way."""
        self._suggested = suggested
        self._say_what_else()

    def show_documents(self, held: Sequence[Held]) -> None:
        """Say in which documents the quote in focus stands, and how."""
        turned = any(one.turned or one.other_voice for one in held)
        self._documents.say("\n".join(map(held_words.stands_in, held)), VERDICTS[_STATES[turned]])
        self._documents.setVisible(bool(held))
        if held:
            self.unfold()

    def hint(self, words: str) -> None:
        """Say, at the foot or in the one line there is, by which key all versions are shown side by side."""
        self._hinted = words

    def fold(self) -> None:
        """Another article is open: take a line until a match is met in it, unless one is shown already."""
        if not self._folded and not self._matches and self._documents.isHidden():
            self._turn(folded=True)

    def unfold(self) -> None:
        """Take the height that the panel had before it was folded."""
        if self._folded:
            self._turn(folded=False)

    def leave_room(self, height: int) -> None:
        """Keep clear of what stands over the foot, ``height`` logical pixels high, so that all can be read."""
        self._whole.setContentsMargins(0, 0, 0, height)

    def _say_what_else(self) -> None:
        """Say that there is no match, where nothing else has the one line of a folded strip; or the key for all."""
        self._nobody.setVisible(self._matches == () and not self._suggested)
        self._hint.say(self._hinted if self._matches else "")
        others = perhaps(self._suggested)
        self._perhaps.show_whole(others if self._matches else f"{others} · {self._hinted}")
        self._perhaps.setVisible(bool(others))

    def _turn(self, *, folded: bool) -> None:
        """Take a line, in which nothing is to be scrolled, or as much as before."""
        self._folded = folded
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self.height_wanted.emit(_line() if folded else self._height)

    def _list(self, matches: Sequence[Match]) -> None:
        """Show matches in the rows that are there, since making one takes milliseconds at each quote."""
        for _ in matches[len(self._rows) :]:
            self._add_row()
        for row, match in zip(self._rows, matches, strict=False):
            row.show_match(match)
        for row in self._rows[len(matches) :]:
            row.hide()

    def _content(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        self._column.setSpacing(GRID * 4)
        for words in (self._nobody, self._documents, self._perhaps):
            self._column.addWidget(words)
        self._column.addStretch(1)
        return content

    def _add_row(self) -> None:
        row = MatchRow()
        row.chosen.connect(self.match_chosen)
        self._column.insertWidget(2 + len(self._rows), row)
        self._rows.append(row)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 150, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _line() if self._folded else LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._folded:
            self._height = event.size().height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._folded:  # the line of another size of text
            self.height_wanted.emit(_line())


class MatchRow(QWidget):
    """One other article's version: who printed it and when, what disagrees, and both versions side by side.

    Signals: ``chosen`` (article id, quote id).
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._match: Match | None = None
        self._head = Words(bold=True)
        self._head.setWordWrap(False)
        self._go, self._about = Button(""), Elided(quiet=True)
        self._conflicts, self._settled = Words(), Words()
        self._go.clicked.connect(self._choose)
        self._here, self._there = Version(), Version()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._printed())
        column.addWidget(self._conflicts)
        column.addWidget(self._settled)
        column.addLayout(self._versions())

    def show_match(self, match: Match) -> None:
        """Show another match."""
        self._match, there = match, match.there
        outlet = there.outlet or UNKNOWN
        self._head.say(standing(match).value)
        self._go.setText(outlet.replace("&", "&&"))
        self._go.setAccessibleName(f"Go to {outlet}: {there.title}")
        self._go.clearFocus()
        self._head.setFixedHeight(self._go.sizeHint().height())
        about = (day(there.published), RELATIONS[match.relation], agreements(match), there.title)
        self._about.show_whole(" · ".join(filter(None, about)))
        disputed, confirmed = VERDICTS[Verdict.DISPUTED], VERDICTS[Verdict.CONFIRMED]
        self._conflicts.say(_told(disputed.glyph, match.open_conflicts), disputed)
        settled = (conflict for conflict in match.conflicts if conflict.settled)
        self._settled.say(_told(confirmed.glyph, settled), confirmed)
        self._here.show_runs(aligned.here(match))
        self._there.show_runs(aligned.there(match))
        self.show()

    def _printed(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._about, 1)
        return row

    def _versions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        for place, (name, version) in enumerate((("Here", self._here), ("There", self._there))):
            label = Words(name, quiet=True)
            label.setWordWrap(False)
            grid.addWidget(label, 0, 3 * place, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(version, 0, 3 * place + 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(3 * place + 1, 1)
        grid.setColumnMinimumWidth(2, GRID * 4)
        return grid

    def _choose(self) -> None:
        if self._match is not None:
            self.chosen.emit(self._match.there.article, self._match.there.quote)


def _line() -> int:
    """How high one small line with its margins is, in logical pixels."""
    return QFontMetrics(text_font(TextSize.SMALL)).height() + GRID * 4
