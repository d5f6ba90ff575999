"""The article as an editor reads it: what it is, its text with the marks, and the overview beside it."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quotereview.model import Article, Span, StandingQuote, Stretch
from quotereview.review.reshaping import Draft
from quotereview.ui import wording
from quotereview.ui.centre import Centre
from quotereview.ui.controls import hairline
from quotereview.ui.elided import Elided
from quotereview.ui.find_bar import FindBar
from quotereview.ui.finder import Finder, apart
from quotereview.ui.foot import Foot
from quotereview.ui.listing import line
from quotereview.ui.marks import Placed, same_speaker
from quotereview.ui.page import Page
from quotereview.ui.reach_drag import ReachDrag
from quotereview.ui.ruler import Ruler, RulerMark
from quotereview.ui.theme import GRID, TextSize
from quotereview.ui.trail import Trail
from quotereview.ui.typeset import headline_font

NARROWEST = GRID * 100
"""How narrow the text may get in a small window, where the panels beside it give way first."""


class ArticleView(QWidget):
    """Head, page and overview of one article.

    Signals: ``quote_chosen`` (a quote's id) when the editor clicks one in the text or the overview, ``zoomed`` (steps
    from the normal size), ``went_back`` when they went back to the quote in focus, ``reach_dragged`` with the id of the
    last quote for which the source in focus is to hold.
    """

    quote_chosen = Signal(str)
    reach_dragged = Signal(str)
    zoomed = Signal(int)
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided(lines=2)
        self._printed = Elided(TextSize.SMALL, quiet=True)
        self._page = Page(self)
        self._ruler = Ruler(self)
        self._bar = FindBar()
        self.finder = Finder(self._bar, self._page, self)
        self._foot = Foot()
        self._trail = Trail()
        self._lit = False
        self._person: Callable[[str], str] = str
        self._lit_for_now: frozenset[str] = frozenset()
        self._article: Article | None = None
        self._quotes_at: list[float] = []
        self._lay_out()
        self.setFocusProxy(self._page)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._printed.setForegroundRole(QPalette.ColorRole.WindowText)
        self._page.quote_chosen.connect(self.quote_chosen)
        ReachDrag(self._page).dragged.connect(self.reach_dragged)
        self._page.zoomed.connect(self.zoomed)
        self._page.laid_out.connect(self._follow_page)
        self._page.ruled.connect(self._follow_rulings)
        self._page.view_moved.connect(self._follow_view)
        self._ruler.quote_chosen.connect(self.quote_chosen)
        self.finder.opened.connect(lambda: self._top.setCurrentWidget(self._bar))
        self.finder.closed.connect(self._end_finding)
        self.finder.found.connect(self._follow_finds)

    def _lay_out(self) -> None:
        title = QWidget()
        head = QVBoxLayout(title)
        head.setSpacing(GRID)
        head.addWidget(self._title)
        head.addWidget(self._printed)
        self._head = head
        title.setMinimumWidth(1)  # it stands over the column, and would else keep the window as wide as it is
        self._top = Centre(title, self._bar)
        self._top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # a long title takes lines
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._page)
        row.addWidget(self._ruler)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(hairline())
        column.addLayout(row, 1)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addWidget(hairline())
        column.addWidget(self._foot)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(NARROWEST, 0))

    def put_below(self, bar: QWidget) -> None:
        """Give a bar that comes and goes its place between the text and the line at the foot."""
        self._below.addWidget(bar)

    def show_article(self, article: Article, quotes: Sequence[StandingQuote], zones: Sequence[Stretch]) -> None:
        """Show an article from its beginning, with its quotes as they stand; ``zones`` has one stretch a paragraph.

        The article that is shown already, with another outlet, date or zone, stays where it is.
        """
        former, self._article = self._article, article
        self._describe(article)
        if former is not None and (former.id, former.text) == (article.id, article.text):
            self._page.set_zones(zones)
            self._page.set_quotes(quotes)
        else:
            self.finder.leave_text()
            self._page.show_text(article.text, zones, quotes)
            self.finder.set_text(article.text)

    def _describe(self, article: Article) -> None:
        headline = article.headline or ""
        title = "" if article.text.lstrip().startswith(headline) else headline
        printed = " · ".join(filter(None, (line(article.outlet, article.published), article.byline)))
        for words, told in ((self._title, title), (self._printed, printed)):
            words.show_whole(told)
            words.setVisible(bool(told))
        self._page.setAccessibleName(f"Article: {headline or article.name}")

    def set_quotes(self, quotes: Sequence[StandingQuote], *, quietly: bool = False) -> None:
        """Show the same article's quotes as they stand now, without moving what is read.

        ``quietly``: the foot goes on saying what it says.
        """
        self._page.set_quotes(quotes)
        self._light(quietly=quietly)

    def show_draft(self, draft: Draft | None, seen: int) -> None:
        """Mark the words of a draft in place of those of the quote in focus, a place in it in view; None ends it."""
        self._foot.setVisible(draft is None)  # its keys do something else meanwhile
        self._page.show_draft(draft, seen)

    def set_focus(self, quote_id: str | None) -> None:
        """Mark one quote as the one in focus and bring it into view, unless it is seen already."""
        self._trail.leave()
        self._page.set_focus(quote_id)
        self._light()

    def follow_trail(self) -> None:
        """Show the next place that belongs to the quote in focus, and say what it is; after the last one, the quote.

        Raises NotPossible if there is none.
        """
        focus = self._page.focus
        if focus and self._article:
            stop = self._trail.go_on(self._article.text, focus.quote)
            if stop.place:
                self._page.show_place(stop.place)
            else:
                self._page.return_to_focus()
            self._foot.tell(stop.says)

    def go_back(self) -> None:
        """Close the bar to find words with, if it is open; else give the keys to the text, at the quote in focus."""
        if self.finder.open:
            self.finder.close()
            return
        self._trail.leave()
        self._page.return_to_focus()
        self._page.setFocus()
        self._tell_light()
        self.went_back.emit()

    def ask_persons(self, person: Callable[[str], str]) -> None:
        """Say from where the name is had by which the person goes who has a name; else each name is a person."""
        self._person = person

    def turn_light(self) -> None:
        """Light all quotes of the speaker in focus together, from quote to quote, or put the light out."""
        self._lit = not self._lit
        self._light()

    def light_quotes(self, quotes: Collection[str]) -> None:
        """Light some quotes (ids) for now, whoever spoke them; none brings back what the editor lit."""
        self._lit_for_now = frozenset(quotes)
        self._light()

    def hint(self, words: str) -> None:
        """What the line at the foot says while there is nothing to say."""
        self._foot.hint(words)

    def tell(self, words: str) -> None:
        """Say something in the line at the foot, until something else is in focus."""
        self._foot.tell(words)

    def said(self) -> str:
        """What the line at the foot says."""
        return self._foot.said()

    def show_place(self, place: Span) -> None:
        """Select some words and bring them into view."""
        self._page.show_place(place)

    @property
    def caret(self) -> int:
        """The code point at which what is selected begins, or the caret stands."""
        return self._page.caret

    def selection(self) -> Span | None:
        """What the editor has selected, in code points, white space around it left out."""
        return self._page.selection()

    def zoom(self, steps: int) -> None:
        """Make the text larger by some steps, or smaller by negative ones."""
        self._page.zoom(steps)

    def _light(self, *, quietly: bool = False) -> None:
        lit = self._to_light()
        self._page.light(lit)
        self._ruler.show_lit({one.quote.id for one in lit})
        if not quietly:
            self._tell_light()

    def _to_light(self) -> Sequence[Placed]:
        focus = self._page.focus
        if self._lit_for_now:
            return [one for one in self._page.quotes if one.quote.id in self._lit_for_now]
        return same_speaker(self._page.quotes, focus, self._person) if self._lit and focus else ()

    def _tell_light(self) -> None:
        focus = self._page.focus
        if not (self._lit and focus):
            self._foot.tell("")
        elif speaker := focus.quote.ruling.speaker:
            asked = [one for one in self._page.quotes if one.quote.asked]
            lit, name = same_speaker(asked, focus, self._person), self._person(speaker.name)
            self._foot.tell(wording.lit(len(lit), len(asked), name))
        else:
            self._foot.tell("Nobody is named for this quote")

    def _end_finding(self) -> None:
        self._top.setCurrentIndex(0)
        self._page.setFocus()

    def _height(self) -> float:
        """The height that the overview stands for: the article's, or the view's if the article is shorter."""
        return max(self._page.document().size().height(), self._page.viewport().height())

    def _follow_page(self) -> None:
        """Keep the head over the column and each quote at its height in the overview."""
        column = self._page.column
        self._head.setContentsMargins(int(column.left()), GRID * 4, self.width() - int(column.right()), GRID * 2)
        self._title.set_in(lambda: headline_font(self._page.document().defaultFont()))
        self._quotes_at = self._tops(one.start for one in self._page.quotes)
        self._follow_rulings()
        self._follow_view()
        self._follow_finds()

    def _follow_rulings(self) -> None:
        """Show in the overview how the quotes stand."""
        pairs = zip(self._page.quotes, self._quotes_at, strict=True)
        self._ruler.show_marks([RulerMark(one.quote, top) for one, top in pairs])

    def _follow_finds(self) -> None:
        """Show the finds in the overview, as many of them as its height can tell apart."""
        nearest = len(self._article.text) // max(1, self._ruler.height()) if self._article else 0
        shown = [self.finder.shown.start] if self.finder.shown else []
        self._ruler.show_finds(self._tops(apart(self.finder.finds, nearest)), self._tops(shown))

    def _tops(self, offsets: Iterable[int]) -> list[float]:
        """How far down the article some places are, from 0 to 1."""
        places, height = self._page.places, self._height()
        return [places.top(offset) / height for offset in offsets]

    def _follow_view(self) -> None:
        """Keep the overview in step with what is seen and in focus."""
        top, height = self._page.verticalScrollBar().value(), self._height()
        bottom = min(height, top + self._page.viewport().height())
        focus = self._page.focus
        self._ruler.show_view(top / height, bottom / height, focus.quote.id if focus else None)
