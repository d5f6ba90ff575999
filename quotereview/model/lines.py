"""Articles by the texts that they go back to."""

from dataclasses import dataclass
from datetime import date

from quotereview.counting import counted
from quotereview.model.values import Span


@dataclass(frozen=True, slots=True)
class PrintedText:
    """An article's text with what tells whose it is; ``outlet`` is None when unknown.

    ``left_out`` are the places that are nobody's own writing: quotes, and links to other articles.
    """

    article: str
    outlet: str | None
    published: date | None
    byline: str | None
    text: str
    left_out: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SharedText:
    """What two articles (ids) have word for word in common outside their quotes: its places in either, in their order.

    The shares are the part of each article's own text that the other has, 0 to 1. ``one_line``: so much that both go
    back to one text. ``origin`` is the id of the article that the other likely has it from, with the reason, if known.
    """

    here: str
    there: str
    places_here: tuple[Span, ...]
    places_there: tuple[Span, ...]
    share_here: float
    share_there: float
    one_line: bool
    origin: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """Articles (ids) that go back to one text, oldest first; ``credit`` is the agency that they name, if any does."""

    articles: tuple[str, ...]
    credit: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """Some articles by their lines, the widest first.

    ``outlets`` is how many outlets are known among them. ``independent`` is how many lines can each be told of another
    outlet, or agency that articles credit: nobody confirms themselves, and an unknown outlet may be any other. At least
    one, of any articles.
    """

    lines: tuple[Line, ...]
    outlets: int
    independent: int

    @property
    def told(self) -> str:
        """Such as "9 articles, 2 independent lines"."""
        number = sum(len(line.articles) for line in self.lines)
        return f"{counted(number, 'article')}, {counted(self.independent, 'independent line')}"

    @property
    def printed(self) -> str:
        """Such as "printed by 5 outlets, 2 independent lines"."""
        outlets = f"printed by {counted(self.outlets, 'outlet')}" if self.outlets else "outlets unknown"
        return f"{outlets}, {counted(self.independent, 'independent line')}"
