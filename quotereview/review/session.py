"""The editor's desk without a screen: what stands, and the verbs that change it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import EllipsisType

from quotereview import matching
from quotereview.model import (
    Article,
    ArticleSummary,
    Decision,
    Detection,
    Match,
    QuoteSummary,
    Reading,
    SheetRow,
    SourceKind,
    Span,
    SpeakerType,
    StandingQuote,
    Verdict,
)
from quotereview.review.change import Change, Progress
from quotereview.review.ingest import Read
from quotereview.store import Store


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Session:
    """One editor at one store."""

    def __init__(self, store: Store, editor: str, now: Callable[[], datetime] = utc_now) -> None:
        raise NotImplementedError

    @property
    def editor(self) -> str:
        raise NotImplementedError

    @property
    def store_path(self) -> Path:
        raise NotImplementedError

    def articles(self) -> tuple[ArticleSummary, ...]:
        raise NotImplementedError

    def article(self, article: str) -> Article:
        raise NotImplementedError

    def detection(self, article: str) -> Reading:
        raise NotImplementedError

    def outline(self) -> tuple[QuoteSummary, ...]:
        """All standing quotes by article, as loaded, then as they stand in the text."""
        raise NotImplementedError

    def open_quotes(self) -> frozenset[str]:
        """The ids of the quotes that wait for a ruling."""
        raise NotImplementedError

    def quotes(self, article: str) -> tuple[StandingQuote, ...]:
        raise NotImplementedError

    def quote(self, quote: str) -> StandingQuote:
        raise NotImplementedError

    def progress(self) -> Progress:
        raise NotImplementedError

    def history(self, quote: str) -> tuple[Decision, ...]:
        raise NotImplementedError

    def speaker_names(self, article: str) -> tuple[str, ...]:
        raise NotImplementedError

    def source_names(self, article: str) -> tuple[str, ...]:
        raise NotImplementedError

    def matches(self, quote: str) -> tuple[Match, ...]:
        raise NotImplementedError

    def groups(self) -> tuple[matching.Group, ...]:
        raise NotImplementedError

    def sheet(self) -> tuple[SheetRow, ...]:
        raise NotImplementedError

    def place(self) -> tuple[str, str] | None:
        raise NotImplementedError

    def keep(self, read: Read) -> Change:
        raise NotImplementedError

    def confirm(self, quote: str) -> Change:
        raise NotImplementedError

    def pick(self, quote: str, rank: int) -> Change:
        raise NotImplementedError

    def set_speaker(self, quote: str, name: str, type: SpeakerType | None = None) -> Change:
        raise NotImplementedError

    def set_source(self, quote: str, name: str | None, kind: SourceKind | None = None) -> Change:
        raise NotImplementedError

    def reject(self, quote: str) -> Change:
        raise NotImplementedError

    def reopen(self, quote: str) -> Change:
        raise NotImplementedError

    def rule(self, quote: str, verdict: Verdict) -> Change:
        raise NotImplementedError

    def set_note(self, quote: str, note: str) -> Change:
        raise NotImplementedError

    def add_quote(self, article: str, span: Span, detection: Detection) -> Change:
        raise NotImplementedError

    def describe(
        self,
        articles: Sequence[str],
        outlet: str | None | EllipsisType = ...,
        published: date | None | EllipsisType = ...,
    ) -> Change:
        raise NotImplementedError

    def remove(self, articles: Sequence[str]) -> Change:
        raise NotImplementedError

    def switch_editor(self, name: str) -> Change:
        raise NotImplementedError

    def remember_place(self, article: str, quote: str) -> Change:
        raise NotImplementedError

    def undo(self) -> Change:
        raise NotImplementedError

    def redo(self) -> Change:
        raise NotImplementedError

    @property
    def undo_label(self) -> str | None:
        raise NotImplementedError

    @property
    def redo_label(self) -> str | None:
        raise NotImplementedError
