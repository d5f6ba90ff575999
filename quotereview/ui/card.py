"""The card of the quote in focus: what was said, who, through whom, why we think so, what to do."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenuBar, QScrollArea, QVBoxLayout, QWidget

from quotereview.errors import KnownError
from quotereview.review.naming import Known
from quotereview.ui.controls import Words
from quotereview.ui.editors import LineEditor, SourceEditor, SpeakerEditor
from quotereview.ui.pointing import PointingWords
from quotereview.ui.proof_section import ProofSection
from quotereview.ui.sections import (
    CandidatesSection,
    NoteSection,
    Shown,
    SourceSection,
    SpeakerSection,
    WhySection,
    WordsSection,
)
from quotereview.ui.theme import GRID

P = ParamSpec("P")

WIDTH = 320


class Card(QScrollArea):
    """Shows one quote and lets its values be edited in place.

    An editor is open as long as it has the keys: Enter keeps, Esc and going elsewhere (Tab, a click) do not, but for
    checks, which are kept either way.

    Signals: ``candidate_chosen`` with a rank from 1; ``before_chosen`` for who spoke before; ``speaker_entered`` with a
    name and a type; ``source_entered`` with a name (or nothing) and a kind; ``note_entered`` with the note;
    ``reason_entered`` with the reason for the verdict; ``editing_ended`` when the keys are the window's again;
    ``abandoned`` with what was written in an editor that was not left by Enter or Esc; ``place_wanted`` with a Span of
    the article that a reason points to.
    """

    candidate_chosen = Signal(int)
    before_chosen = Signal()
    speaker_entered = Signal(str, object)
    source_entered = Signal(str, object)
    note_entered = Signal(str)
    reason_entered = Signal(str)
    editing_ended = Signal()
    abandoned = Signal(str)
    place_wanted = Signal(object)

    def __init__(
        self,
        speaker_names: Callable[[], Sequence[Known]],
        source_names: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker_names, self._source_names = speaker_names, source_names
        self._shown: Shown | None = None
        self._given_back = False
        self._make_sections()
        self._connect_editors()
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
        for section in self._sections:
            section.show_quote(shown)

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
            self.speaker_editor.begin_with(self._shown.quote.ruling.speaker, self._speaker_names())
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
            self._note.show()
            self.note_editor.begin(self._shown.quote.ruling.note)
            self._bring_into_view(self.note_editor)

    def edit_reason(self) -> None:
        """Open the editor of the reason for the verdict."""
        if self._shown is not None:
            self._abandon_editors()
            self._words.begin(self._shown.quote)
            self._bring_into_view(self.reason_editor)

    def edit_proof(self) -> None:
        """Open the checklist and the evidence."""
        if self._shown is not None:
            self._abandon_editors()
            self.proof.begin()
            for wanted in (self.proof.editor, self.proof.editor.checks.points):
                self._bring_into_view(wanted)

    def follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show where the keys are in an editor; close one that lost them, but to a menu or to another window."""
        if now is None or isinstance(now, QMenuBar) or now.window() is not self.window():
            return
        opened = next((editor for editor in self._editors if editor.isVisible()), None)
        if opened is None:
            return
        if opened is now or opened.isAncestorOf(now):
            self._bring_into_view(now)
        else:
            self._abandon_editors()

    def _bring_into_view(self, editor: QWidget) -> None:
        """Scroll to an editor once it has found its place, which takes until the next turn of the event loop."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(editor, 0, GRID * 2))

    def keeping(self, verb: Callable[P, object]) -> Callable[P, None]:
        """A verb that keeps what an editor gives; where that cannot be kept, the editor opens again as it was left."""

        @wraps(verb)
        def keep(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                verb(*args, **kwargs)
            except KnownError:
                self._given_back = True
                raise

        return keep

    def _keep_speaker(self, name: str, type: object) -> None:
        self._keep(self.speaker_editor, lambda: self.speaker_entered.emit(name, type))

    def _keep_source(self, name: str, kind: object) -> None:
        self._keep(self.source_editor, lambda: self.source_entered.emit(name, kind))

    def _keep_note(self) -> None:
        self._keep(self.note_editor, lambda: self.note_entered.emit(self.note_editor.text()))

    def _keep_reason(self) -> None:
        self._keep(self.reason_editor, lambda: self.reason_entered.emit(self.reason_editor.text()))

    def _keep(self, editor: SpeakerEditor | SourceEditor | LineEditor, give: Callable[[], None]) -> None:
        """Close the editors and give what one holds; it opens again where that was not kept."""
        self._close_editors()
        self._given_back = False
        give()
        if not self._given_back:
            self.editing_ended.emit()
            return
        self._note.show()
        editor.resume()
        self._fit()
        self._bring_into_view(editor)

    def _leave(self) -> None:
        self._close_editors()
        self.editing_ended.emit()

    def _choose(self, rank: int) -> None:
        self._abandon_editors()
        self.candidate_chosen.emit(rank)

    def _abandon_editors(self) -> None:
        """Close the editors because of another deed, and say what they held."""
        unkept = [editor.unkept() for editor in self._editors if not editor.isHidden()]
        self._close_editors()
        for words in filter(None, unkept):
            self.abandoned.emit(words)

    def _close_editors(self) -> None:
        for editor in self._editors:
            if (held := editor.focusWidget()) and held.hasFocus():
                held.clearFocus()  # else Qt would hand the keys on by Tab, and the next words show their place
            editor.hide()
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Bring the sections up to which editor is open."""
        for section in (self._words, self._note, self.proof):
            section.fit()

    # How it is made

    def _make_sections(self) -> None:
        self._empty = Words(quiet=True)
        self._words, self._speaker, self._source = WordsSection(), SpeakerSection(), SourceSection()
        self._why, self._note, self._candidates = WhySection(), NoteSection(), CandidatesSection()
        self.proof = ProofSection()
        self._sections = (
            self._words,
            self._speaker,
            self._source,
            self._why,
            self.proof,
            self._note,
            self._candidates,
        )
        self._candidates.chosen.connect(self._choose)
        self._candidates.before_chosen.connect(self.before_chosen)
        for section in (self._speaker, self._source, self._why):
            section.pointed.connect(self.place_wanted)

    def _connect_editors(self) -> None:
        self.speaker_editor, self.source_editor = self._speaker.editor, self._source.editor
        self.note_editor, self.reason_editor = self._note.editor, self._words.editor
        self.speaker_editor.named.connect(self._keep_speaker)
        self.source_editor.kept.connect(self._keep_source)
        self.note_editor.kept.connect(self._keep_note)
        self.reason_editor.kept.connect(self._keep_reason)
        self._editors = (
            self.speaker_editor,
            self.source_editor,
            self.note_editor,
            self.reason_editor,
            self.proof.editor,
        )
        self.proof.editor.reached.connect(self._bring_into_view)
        for editor in self._editors:
            editor.left.connect(self._leave)

    def _lay_out(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        for section in self._sections:
            column.addWidget(section)
        page = QWidget()
        whole = QVBoxLayout(page)
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
