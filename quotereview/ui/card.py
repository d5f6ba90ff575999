"""The card of the quote in focus: what was said, who, through whom, why we think so, what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QScrollArea, QVBoxLayout, QWidget

from quotereview.model import Article, Band, StandingQuote, band
from quotereview.ui import theme, wording
from quotereview.ui.candidates import Candidates
from quotereview.ui.controls import Field, Words, hairline
from quotereview.ui.editors import NameEditor, SourceEditor
from quotereview.ui.pointing import PointingWords
from quotereview.ui.theme import GRID, TextSize

WIDTH = 320


@dataclass(frozen=True)
class Shown:
    """What the card shows: a quote, its article, and its place among the article's quotes (0 for none of them)."""

    article: Article
    quote: StandingQuote
    at: int
    of: int


class Card(QScrollArea):
    """Shows one quote and lets its values be edited in place.

    An editor is open as long as it has the keys: Enter keeps, Esc and going elsewhere (Tab, a click) do not.

    Signals: ``candidate_chosen`` with a rank from 1; ``speaker_entered`` with a name; ``source_entered`` with a name
    (or nothing) and a kind; ``note_entered`` with the note; ``editing_ended`` when the keys are the window's again;
    ``abandoned`` with what was written in an editor that was not left by Enter or Esc; ``place_wanted`` with a Span of
    the article that a reason points to.
    """

    candidate_chosen = Signal(int)
    speaker_entered = Signal(str)
    source_entered = Signal(str, object)
    note_entered = Signal(str)
    editing_ended = Signal()
    abandoned = Signal(str)
    place_wanted = Signal(object)

    def __init__(
        self,
        speaker_names: Callable[[], Sequence[str]],
        source_names: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker_names, self._source_names = speaker_names, source_names
        self._shown: Shown | None = None
        self._make_words()
        self._make_editors()
        self._lay_out()
        self.show_nothing("")

    # Showing

    def show_quote(self, shown: Shown) -> None:
        """Show a quote as it stands."""
        if self._shown is None or self._shown.quote.id != shown.quote.id:
            self._abandon_editors()
        self._shown = shown
        self._empty.hide()
        self._body.show()
        self._show_words(shown)
        self._show_speaker(shown)
        self._show_source(shown)
        self._show_rest(shown)

    def show_nothing(self, why: str) -> None:
        """Show no quote, and say why there is none."""
        self._abandon_editors()
        self._shown = None
        self._body.hide()
        self._empty.say(why)

    def said(self) -> str:
        """All that the card says now, line by line."""
        shown = (part for part in self.findChildren(QWidget) if isinstance(part, Words | PointingWords))
        return "\n".join(part.text() for part in shown if part.isVisibleTo(self) and part.text())

    # Editing

    def edit_speaker(self) -> None:
        """Open the speaker's editor."""
        if self._shown is not None:
            self._abandon_editors()
            speaker = self._shown.quote.ruling.speaker
            self.speaker_editor.begin(speaker.name if speaker else "", self._speaker_names())
            self._bring_into_view(self.speaker_editor)

    def edit_source(self) -> None:
        """Open the source's editor."""
        if self._shown is not None:
            self._abandon_editors()
            self.source_editor.begin(self._shown.quote.ruling.source, self._source_names())
            self._bring_into_view(self.source_editor)

    def edit_note(self) -> None:
        """Open the note's editor."""
        if self._shown is not None:
            self._abandon_editors()
            self.note_editor.setText(self._shown.quote.ruling.note)
            self._noted.show()
            self.note_editor.show()
            self.note_editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring_into_view(self.note_editor)

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close an editor that lost the keys to another part of the window; menus and other windows give them back."""
        if now is None or isinstance(now, QMenuBar) or now.window() is not self.window():
            return
        opened = next((editor for editor in self._editors if editor.isVisible()), None)
        if opened is not None and opened is not now and not opened.isAncestorOf(now):
            self._abandon_editors()

    def _bring_into_view(self, editor: QWidget) -> None:
        self._column.activate()
        self.ensureWidgetVisible(editor, 0, GRID * 2)

    def _keep_speaker(self, name: str) -> None:
        self._close_editors()
        self.speaker_entered.emit(name)
        self.editing_ended.emit()

    def _keep_source(self, name: str, kind: object) -> None:
        self._close_editors()
        self.source_entered.emit(name, kind)
        self.editing_ended.emit()

    def _keep_note(self) -> None:
        note = self.note_editor.text()
        self._close_editors()
        self.note_entered.emit(note)
        self.editing_ended.emit()

    def _leave(self) -> None:
        self._close_editors()
        self.editing_ended.emit()

    def _choose(self, rank: int) -> None:
        self._abandon_editors()
        self.candidate_chosen.emit(rank)

    def _abandon_editors(self) -> None:
        """Close the editors because of another deed, and say what they held."""
        stood = self._shown.quote.ruling.note if self._shown else ""
        note = self.note_editor.text().strip()
        written = (
            (self.speaker_editor, self.speaker_editor.unkept()),
            (self.source_editor, self.source_editor.name.unkept()),
            (self.note_editor, note if note != stood else ""),
        )
        unkept = [words for editor, words in written if words and not editor.isHidden()]
        self._close_editors()
        for words in unkept:
            self.abandoned.emit(words)

    def _close_editors(self) -> None:
        for editor in self._editors:
            editor.hide()
        self._noted.setVisible(bool(self._note.text()))
        self.verticalScrollBar().setValue(0)

    # What it says

    def _show_words(self, shown: Shown) -> None:
        quote = shown.quote
        state = theme.verdict_of(quote)
        place = f"Quote {shown.at} of {shown.of}" if shown.at else theme.NOT_ASKED.word.capitalize()
        self._place.say(f"{place} · {wording.nature(quote.proposal, quote.ruling)}".rstrip("· "))
        self._state.say(f"{state.glyph} {state.word}", state)
        self._words.say(wording.words(quote.ruling))
        self._ruled.say(wording.ruling_line(quote))

    def _show_speaker(self, shown: Shown) -> None:
        quote, speaker = shown.quote, shown.quote.ruling.speaker
        self._show_band(self._band, quote, quote.proposal.confidence)
        self._speaker.say(speaker.name if speaker else wording.NO_SPEAKER)
        self._about.say(wording.about_speaker(speaker, quote.proposal.addressee))
        self._naming.say(wording.naming(speaker))
        self._candidates.show_candidates(quote.proposal.candidates, speaker.name if speaker else None)
        self._choices.setVisible(bool(quote.proposal.candidates))

    def _show_source(self, shown: Shown) -> None:
        quote = shown.quote
        self._show_band(self._source_band, quote, quote.proposal.source_confidence)
        self._source.say(wording.carrier(quote.ruling.source))
        self._carriage.say(wording.carriage(quote, shown.article))
        self._why_source.say(wording.why_source(quote))

    def _show_band(self, words: Words, quote: StandingQuote, confidence: float | None) -> None:
        """How sure a proposal is, as long as nobody has ruled; nothing where that was not asked."""
        if quote.decided or confidence is None:
            words.say("")
            return
        state = theme.BANDS[band(confidence)]
        words.say(f"{state.glyph} {state.word}", state)

    def _show_rest(self, shown: Shown) -> None:
        self._why.say(wording.why(shown.quote, shown.article))
        doubts = "\n".join(f"? {doubt.reason}" for doubt in shown.quote.proposal.doubts)
        self._doubts.say(doubts, theme.BANDS[Band.UNSURE])
        self._note.say(shown.quote.ruling.note)
        self._noted.setVisible(bool(shown.quote.ruling.note) or not self.note_editor.isHidden())

    # How it is made

    def _make_words(self) -> None:
        self._empty = Words(quiet=True)
        self._place, self._state = Words(size=TextSize.SMALL, quiet=True), Words(size=TextSize.SMALL, bold=True)
        self._words, self._ruled = Words(), Words(size=TextSize.SMALL, quiet=True)
        self._words.set_in(lambda: theme.quoting_font(1.1))
        self._speaker, self._band = Words(bold=True), Words(size=TextSize.SMALL, bold=True)
        self._about, self._naming = Words(), Words(size=TextSize.SMALL, quiet=True)
        self._source, self._carriage = Words(), Words(size=TextSize.SMALL, quiet=True)
        self._source_band = Words(size=TextSize.SMALL, bold=True)
        self._why_source = PointingWords("Why this source", TextSize.SMALL, quiet=True)
        self._why, self._doubts, self._note = PointingWords("Why this speaker"), Words(), Words()
        for why in (self._why, self._why_source):
            why.pointed.connect(self.place_wanted)
        for aside in (self._state, self._band, self._source_band):
            aside.setWordWrap(False)
            aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _make_editors(self) -> None:
        self.speaker_editor = NameEditor("Speaker", "Nobody known")
        self.speaker_editor.kept.connect(self._keep_speaker)
        self.speaker_editor.left.connect(self._leave)
        self.source_editor = SourceEditor()
        self.source_editor.kept.connect(self._keep_source)
        self.source_editor.left.connect(self._leave)
        self.note_editor = Field("Note", "A note on this quote; Enter keeps it")
        self.note_editor.kept.connect(self._keep_note)
        self.note_editor.left.connect(self._leave)
        self._candidates = Candidates()
        self._candidates.chosen.connect(self._choose)
        self._editors = (self.speaker_editor, self.source_editor, self.note_editor)

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._noted = _section(_title("Note", "N"), self._note, self.note_editor)
        self._choices = _section(_title("Candidates", "1–9"), self._candidates)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        speaker = _beside(_title("Speaker", "S"), self._band)
        source = _beside(_title("Source", "O"), self._source_band)
        for section in (
            _section(_beside(self._place, self._state), self._words, self._ruled, ruled_off=False),
            _section(speaker, self._speaker, self._about, self._naming, self.speaker_editor),
            _section(source, self._source, self._carriage, self._why_source, self.source_editor),
            _section(_title("Why", ""), self._why, self._doubts),
            self._noted,
            self._choices,
        ):
            column.addWidget(section)
        page = QWidget()
        self._column = whole = QVBoxLayout(page)
        whole.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        whole.addWidget(self._empty)
        whole.addWidget(self._body)
        whole.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Quote in focus")
        self.setMinimumWidth(WIDTH * 3 // 4)


def _section(*parts: QWidget, ruled_off: bool = True) -> QWidget:
    """A part of the card, a line above it."""
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    if ruled_off:
        column.addWidget(hairline())
    for part in parts:
        column.addWidget(part)
    return section


def _title(words: str, key: str) -> Words:
    return Words(f"{words}  {key}" if key else words, TextSize.SMALL, quiet=True)


def _beside(left: QWidget, right: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(left, 1)
    row.addWidget(right)
    return both
