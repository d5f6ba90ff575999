"""The parts of the card: each shows its share of a quote, and holds the editor of what it shows."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quotereview.model import Article, Band, RulingConflict, StandingQuote, Verdict, band
from quotereview.review.otherwise import Otherwise
from quotereview.review.repeat import AsBefore
from quotereview.ui import theme, wording
from quotereview.ui.candidates import Candidates
from quotereview.ui.controls import Words, hairline
from quotereview.ui.editors import LineEditor, SourceEditor, SpeakerEditor
from quotereview.ui.pointing import PointingWords
from quotereview.ui.theme import GRID, State, TextSize


@dataclass(frozen=True)
class Shown:
    """What the card shows: a quote, its article, and its place among the article's quotes (0 for none of them).

    ``before``: what it would be if it were as the quote before; ``conflict``: rulings on it that differ; ``names``: all
    names of a speaker who has several; ``otherwise``: what was proposed instead when the article was detected again.
    """

    article: Article
    quote: StandingQuote
    at: int
    of: int
    before: AsBefore | None = None
    conflict: RulingConflict | None = None
    names: tuple[str, ...] = ()
    otherwise: Otherwise | None = None


class Section(QWidget):
    """A part of the card, one thing below the other."""

    def lay_out(self, *parts: QWidget, ruled_off: bool = True) -> None:
        """Put the parts in their order, a line above them where they are ``ruled_off``."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        if ruled_off:
            column.addWidget(hairline())
        for part in parts:
            column.addWidget(part)


class WordsSection(Section):
    """What was said and what was ruled of it, with the reason for that verdict, which can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self._place, self._state = Words(size=TextSize.SMALL, quiet=True), aside()
        self._words, self._ruled = Words(), Words(size=TextSize.SMALL, quiet=True)
        self._words.set_in(lambda: theme.quoting_font(1.1))
        self._reason, self._conflict = Words(), Words(size=TextSize.SMALL)
        self._otherwise = Words(size=TextSize.SMALL, quiet=True)
        self.editor = LineEditor("Reason for the verdict", "Why? Enter keeps it, ↓ shows earlier ones")
        self._asked = Words(size=TextSize.SMALL, quiet=True)
        self._asked.hide()
        self.lay_out(
            beside(self._place, self._state),
            self._words,
            self._ruled,
            self._conflict,
            self._otherwise,
            self._reason,
            self.editor,
            self._asked,
            ruled_off=False,
        )

    def begin(self, quote: StandingQuote) -> None:
        """Ask for the reason, and say for which verdict: a ruling goes on to the next quote, which has none yet."""
        self._asked.say(wording.reason_asked(quote))
        self.editor.setAccessibleDescription(self._asked.text())
        self.editor.begin(quote.ruling.reason)

    def fit(self) -> None:
        """Say for which verdict only while the reason is asked for."""
        self._asked.setVisible(not self.editor.isHidden())

    def show_quote(self, shown: Shown) -> None:
        """Show a quote's words, its verdict and why it is so."""
        quote = shown.quote
        state = theme.verdict_of(quote)
        place = f"Quote {shown.at} of {shown.of}" if shown.at else theme.NOT_ASKED.word.capitalize()
        self._place.say(f"{place} · {wording.nature(quote.proposal, quote.ruling)}".rstrip("· "))
        self._state.say(f"{state.glyph} {state.word}", state)
        self._words.say(wording.words(quote.ruling))
        self._ruled.say(wording.ruling_line(quote))
        self._conflict.say(wording.ruled_differently(shown.conflict), theme.VERDICTS[Verdict.DISPUTED])
        self._otherwise.say(wording.proposed_since(shown.otherwise))
        self._reason.say(wording.because(quote))


class SpeakerSection(Section):
    """Who said it, how sure that is, and the editor of the name.

    Signals: ``pointed`` with a Span of the article that names the speaker, or whom the words were spoken to.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._band = PointingWords("Speaker", bold=True), aside()
        self._about, self._naming = PointingWords("About the speaker"), Words(size=TextSize.SMALL, quiet=True)
        for part in (self._name, self._about):
            part.pointed.connect(self.pointed)
        self.editor = SpeakerEditor()
        self.lay_out(beside(title("Speaker", "S"), self._band), self._name, self._about, self._naming, self.editor)

    def show_quote(self, shown: Shown) -> None:
        """Show a quote's speaker."""
        quote, speaker = shown.quote, shown.quote.ruling.speaker
        show_band(self._band, quote, quote.proposal.confidence, None if quote.speaker_as_proposed else theme.TO_READ)
        self._name.say(wording.speaker(speaker))
        self._about.say(wording.about_speaker(quote, shown.article))
        self._naming.say(wording.naming(speaker, shown.names))


class SourceSection(Section):
    """Through whom the words came, how sure that is and why, and the editor of it.

    Signals: ``pointed`` with a Span of the article that names the source, or to which the reason points.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._carriage = PointingWords("Source"), Words(size=TextSize.SMALL, quiet=True)
        self._band = aside()
        self._why = PointingWords("Why this source", TextSize.SMALL, quiet=True)
        for part in (self._name, self._why):
            part.pointed.connect(self.pointed)
        self.editor = SourceEditor()
        self.lay_out(beside(title("Source", "O"), self._band), self._name, self._carriage, self._why, self.editor)

    def show_quote(self, shown: Shown) -> None:
        """Show a quote's source."""
        quote = shown.quote
        changed = None if quote.source_as_proposed else theme.CHANGED
        show_band(self._band, quote, quote.proposal.source_confidence, changed)
        self._name.say(wording.carrier(quote.ruling.source))
        self._carriage.say(wording.carriage(quote, shown.article))
        self._why.say(wording.why_source(quote))


class WhySection(Section):
    """Why we think so, and what is doubtful.

    Signals: ``pointed`` with a Span of the article to which the reason points.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._why, self._doubts = PointingWords("Why this speaker"), Words()
        self._why.pointed.connect(self.pointed)
        self.lay_out(title("Why", ""), self._why, self._doubts)

    def show_quote(self, shown: Shown) -> None:
        """Show the reason for a quote's speaker, and its doubts."""
        self._why.say(wording.why(shown.quote, shown.article))
        self._doubts.say("\n".join(f"? {doubt}" for doubt in wording.doubts(shown.quote)), theme.BANDS[Band.UNSURE])


class NoteSection(Section):
    """The note of a quote and its editor; nothing where there is neither."""

    def __init__(self) -> None:
        super().__init__()
        self._note = Words()
        self.editor = LineEditor("Note", "A note on this quote; Enter keeps it")
        self.lay_out(title("Note", "N"), self._note, self.editor)

    def show_quote(self, shown: Shown) -> None:
        """Show a quote's note."""
        self._note.say(shown.quote.ruling.note)
        self.fit()

    def fit(self) -> None:
        """Take room for a note or its editor, else none."""
        self.setVisible(bool(self._note.text()) or not self.editor.isHidden())


class CandidatesSection(Section):
    """Who else may have spoken; nothing where nobody may.

    Signals: ``chosen`` with a rank from 1; ``before_chosen`` for whoever spoke before.
    """

    chosen = Signal(int)
    before_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.candidates = Candidates()
        self.candidates.chosen.connect(self.chosen)
        self.candidates.before_chosen.connect(self.before_chosen)
        self.lay_out(title("Candidates", "1–9"), self.candidates)

    def show_quote(self, shown: Shown) -> None:
        """Show a quote's candidates."""
        speaker, candidates = shown.quote.ruling.speaker, shown.quote.proposal.candidates
        self.candidates.show_candidates(candidates, speaker.name if speaker else None)
        before = None if shown.quote.decided and not shown.quote.unread else shown.before
        self.candidates.before.show_before(before, shown.quote.ruling.source)
        self.setVisible(bool(candidates or before))


def title(words: str, key: str) -> Words:
    """The name of a section, and its key."""
    return Words(f"{words}  {key}" if key else words, TextSize.SMALL, quiet=True)


def beside(left: QWidget, right: QWidget) -> QWidget:
    """Two things in one line."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(left, 1)
    row.addWidget(right)
    return both


def aside() -> Words:
    """Words for a state, at the right of a line."""
    words = Words(size=TextSize.SMALL, bold=True)
    words.setWordWrap(False)
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return words


def show_band(words: Words, quote: StandingQuote, confidence: float | None, instead: State | None) -> None:
    """How sure a proposal is, as long as nobody has ruled, or what is said ``instead`` where it no longer stands.

    Nothing where that was not asked.
    """
    if quote.decided or confidence is None:
        words.say("")
        return
    state = instead or theme.BANDS[band(confidence)]
    words.say(f"{state.glyph} {state.word}", state)
