"""An editor who knows the gold reviews by keyboard alone, and every key is counted as a person presses it."""

from collections import defaultdict
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from quotereview.model import StandingQuote
from quotereview.ui.editors import NameEditor
from tests.journeys.conftest import Sitting
from tests.journeys.gold import Gold, Wanted

KEYS_OF_AN_IDEOGRAM = 3  # two letters of its sound, one to choose it
ADDING = 20_000  # milliseconds that detection may take with another passage
MOST_STEPS = 3  # lines of a list that somebody goes down rather than type


@dataclass
class Tally:
    """The keys that quotes took, by article: those proposed right, those proposed wrong, and those that were missed."""

    right: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    wrong: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    missed: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *articles: str) -> "Share":
        """All of some articles."""
        right, wrong, missed = (
            [keys for name in articles for keys in sort[name]] for sort in (self.right, self.wrong, self.missed)
        )
        return Share(right, wrong, missed)

    def articles(self) -> list[str]:
        """The articles in the order in which they were reviewed."""
        return list(dict.fromkeys((*self.right, *self.wrong, *self.missed)))

    def table(self) -> str:
        """The tally to read, an article a line."""
        lines = [f"{name:26} {self.of(name).line()}" for name in self.articles()]
        return "\n".join([*lines, f"{'all':26} {self.of(*self.articles()).line()}"])


@dataclass(frozen=True)
class Share:
    """The keys for each quote of one article or more."""

    right: list[int]
    wrong: list[int]
    missed: list[int]

    @property
    def proposed_right(self) -> float:
        """How many proposals in one needed no correction."""
        return len(self.right) / (len(self.right) + len(self.wrong))

    @property
    def per_quote(self) -> float:
        """Keys for each quote, those to find and add what was missed included."""
        keys = [*self.right, *self.wrong, *self.missed]
        return sum(keys) / len(keys)

    @property
    def per_wrong(self) -> float:
        """Keys for each proposal that was wrong."""
        return sum(self.wrong) / len(self.wrong)

    def line(self) -> str:
        """In a line."""
        quotes = len(self.right) + len(self.wrong) + len(self.missed)
        return f"{quotes:4} quotes {self.proposed_right:5.0%} right {self.per_quote:6.2f} keys each {self.missed or ''}"


class KeyboardEditor:
    """Rules on the quote in focus as the gold has it, with as few keys as the window allows somebody who reads."""

    def __init__(self, sitting: Sitting, gold: Gold) -> None:
        self._sitting = sitting
        self._gold = gold
        self._pressed = 0
        self.tally = Tally()

    def rule(self) -> str:
        """Rule on the quote in focus, or first on one before it that was missed, and go on; the id of the quote."""
        quote = self._sitting.focused()
        name = self._sitting.window.desk.session.article(quote.article).name
        missed = self._missed_before(quote, name)
        if missed is not None:
            quote = self._added(missed)
        another = self._gold.begins_another(name, quote)
        if another is not None:
            quote = self._parted(quote, another)
        wanted = self._gold.behind(name, quote)
        right = wanted is not None and wanted.is_right(quote.ruling.speaker, quote.ruling.source)
        if wanted is None:
            self._press("X")
        else:
            self._correct(quote, wanted)
        sort = self.tally.missed if missed else self.tally.right if right else self.tally.wrong
        sort[name].append(self._pressed)
        self._pressed = 0
        return quote.id

    def _missed_before(self, quote: StandingQuote, name: str) -> Wanted | None:
        """Speech of the article that stands before a quote, or in it, and that nobody is asked about."""
        session = self._sitting.window.desk.session
        asked = {
            passage.span.start
            for standing in session.quotes(quote.article)
            if standing.asked
            for passage in standing.ruling.passages
        }
        end = quote.ruling.passages[-1].span.end
        return next((one for one in self._gold.of(name) if one.span.start < end and one.span.start not in asked), None)

    def _added(self, missed: Wanted) -> StandingQuote:
        """Find the words that were missed, stretch the selection over all of them, and add them as a quote."""
        before = self._sitting.focused().id
        self._press("Ctrl+F")
        for letter in missed.words:
            self._type(letter)
            if self._caret().selectionStart() == missed.span.start:
                break
        self._press("Esc")
        self._stretch(missed.span.end)
        assert self._sitting.window.article_view.selection() == missed.span
        self._press("Q")
        self._sitting.qtbot.waitUntil(lambda: self._sitting.focused().id != before, timeout=ADDING)
        return self._sitting.focused()

    def _parted(self, quote: StandingQuote, at: int) -> StandingQuote:
        """Part a quote that holds the words of two people; the first of the two."""
        self._press("E", "/")
        shaping = self._sitting.window.span_editor.shaping
        assert shaping is not None and shaping.draft.split == at
        self._press("Return")
        before = len(quote.ruling.passages)
        self._sitting.qtbot.waitUntil(lambda: len(self._sitting.focused().ruling.passages) < before, timeout=ADDING)
        return self._sitting.focused()

    def _stretch(self, to: int) -> None:
        """Take the end of the selection to a place, word by word, and then letter by letter."""
        while self._caret().position() < to:
            self._press("Ctrl+Shift+Right")
        while self._caret().position() > to:
            self._press("Shift+Left")

    def _caret(self) -> QTextCursor:
        """Where the caret is on the page; no sample that something was missed in holds a sign of two units."""
        page = self._sitting.window.article_view.focusProxy()
        assert isinstance(page, QTextEdit)
        return page.textCursor()

    def _correct(self, quote: StandingQuote, wanted: Wanted) -> None:
        """Set what is wrong, the source first, because a speaker settles the quote, and confirm."""
        if not wanted.source_is_right(quote.ruling.source):
            self._press("O")
            self._fill(self._sitting.window.card.source_editor.name, wanted.source or "")
        if not wanted.speaker_is_right(quote.ruling.speaker.name if quote.ruling.speaker else None):
            self._set_speaker(quote, wanted)
        self._press("Return")

    def _set_speaker(self, quote: StandingQuote, wanted: Wanted) -> None:
        rank = wanted.rank(quote)
        if rank:
            self._press(str(rank))
        else:
            self._press("S")
            self._fill(self._sitting.window.card.speaker_editor, wanted.speaker)

    def _fill(self, editor: NameEditor, name: str) -> None:
        """Write a name until the list has it chosen, or take it from the top of the list; Enter keeps it."""
        above = editor.offered()[:MOST_STEPS]
        if not name:
            self._press("Backspace")
        elif name in above:
            self._press(*["Down"] * (above.index(name) + 1))
        else:
            for letter in name:
                self._type(letter)
                if editor.chosen() == name:
                    break
            else:
                self._press("Up")  # from a longer name that is known to the last line, what was written
        self._press("Return")

    def _press(self, *keys: str) -> None:
        """Press keys, a chord counting as one."""
        self._pressed += len(keys)
        self._sitting.press(*keys)

    def _type(self, letter: str) -> None:
        self._pressed += KEYS_OF_AN_IDEOGRAM if "\u4e00" <= letter <= "\u9fff" else 1
        where = QApplication.focusWidget()
        assert where is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(where, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
