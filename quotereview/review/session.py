"""The editor's desk without a screen: what stands, and the verbs that change it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from types import EllipsisType

from quotereview.errors import NotPossible, SpeakerMissing
from quotereview.matching import side_by_side
from quotereview.model import (
    RIGHT,
    Article,
    ArticleSummary,
    Decision,
    Kind,
    Match,
    NewAct,
    OutlinedArticle,
    QuoteSummary,
    Reading,
    SourceKind,
    SpeakerType,
    StandingQuote,
    Verdict,
    VersionTable,
    ruled,
)
from quotereview.review import rulings
from quotereview.review.again import Again
from quotereview.review.apart import Apart
from quotereview.review.blind import Blind
from quotereview.review.bulk import Bulk
from quotereview.review.change import Change, ChangeKind, Progress, nothing
from quotereview.review.citing import Citing
from quotereview.review.closing import Closing
from quotereview.review.conditions import Conditions
from quotereview.review.conflicts import Conflicts
from quotereview.review.crosscheck import CrossCheck
from quotereview.review.documents import Documents
from quotereview.review.editions import Editions
from quotereview.review.elsewhere import Elsewhere
from quotereview.review.encodings import Encodings
from quotereview.review.finding import Finding, find
from quotereview.review.following import Followers
from quotereview.review.ingest import Read
from quotereview.review.keeper import Keeper
from quotereview.review.lines import IndependentLines
from quotereview.review.lots import Lots
from quotereview.review.match_rulings import MatchRulings
from quotereview.review.matrix import Matrices
from quotereview.review.matters import Matters
from quotereview.review.naming import Naming
from quotereview.review.outline import Contents
from quotereview.review.pace import LAST_WHILE, Pace, pace
from quotereview.review.people import People
from quotereview.review.proof import Proof
from quotereview.review.queue import Order, Queue
from quotereview.review.reaches import Reaches
from quotereview.review.repeat import Repeat
from quotereview.review.sheet_rows import Across
from quotereview.review.sheets import Sheets
from quotereview.review.spans import Spans
from quotereview.review.stories import Stories
from quotereview.review.taking_back import TakingBack
from quotereview.review.timeline import Timeline
from quotereview.review.zoning import Zoning
from quotereview.store import Store

_VERBS = {
    Verdict.OPEN: "reopen",
    Verdict.CONFIRMED: "confirm",
    Verdict.CORRECTED: "correct",
    Verdict.DISPUTED: "dispute",
    Verdict.CANNOT_VERIFY: "cannot verify",
    Verdict.NOT_A_QUOTE: "no quote:",
}


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


_in_one_table = lru_cache(maxsize=256)(side_by_side)
"""Two versions in one table, which is asked for again after each ruling."""


class Session:
    """One editor at one store.

    What is looked at is what stands: articles that were not removed, quotes that were not withdrawn. Each verb commits
    before it returns, and gives what it changed; one that finds it so already changes nothing. All raise StoreFault
    when the store fails, and NotPossible where the present state does not allow what is asked, nothing being changed.
    """

    def __init__(self, store: Store, editor: str, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._keeper = Keeper(store, editor, now)
        self._outline = self._keeper.outline
        self.crosscheck = CrossCheck(store, self._outline, self._keeper.ruled_matches)
        self.lines = IndependentLines(store, self._outline)
        self.matrices = Matrices(self._outline, self.crosscheck, self.lines)
        self.stories = Stories(self._keeper, self.crosscheck)
        self.conditions = Conditions(self._keeper, self.crosscheck, self.stories)
        self.apart = Apart(self._keeper, Session)
        self.blind = Blind(self._keeper)
        self.citing = Citing(self._keeper, self.crosscheck)
        self.bulk = Bulk(self._keeper, self.crosscheck)
        self.proof = Proof(self._keeper)
        self.spans = Spans(self._keeper)
        self.closing = Closing(self._keeper)
        self.conflicts = Conflicts(self._keeper)
        self.matters = Matters(self.conflicts)
        self.match_rulings = MatchRulings(self._keeper, self.crosscheck)
        self.naming = Naming(self._keeper)
        self.repeat = Repeat(self._keeper)
        self.followers = Followers(self._keeper)
        self.reaches = Reaches(self._keeper)
        self.people = People(self._keeper)
        self.timeline = Timeline(self._keeper)
        self.again = Again(self._keeper)
        self.zoning = Zoning(self._keeper, self.again)
        self.editions = Editions(self._keeper)
        self.lots = Lots(self._keeper, self.editions)
        self.encodings = Encodings(self._keeper, self.editions, self.again)
        self.elsewhere = Elsewhere(store, self._outline)
        self.documents = Documents(self._keeper, self.proof)
        across = Across(self.crosscheck, self.lines, self.stories)
        self.sheets = Sheets(self._keeper, across, self.conditions)
        self.taking_back = TakingBack(self._keeper, self.naming)

    # Looking

    @property
    def editor(self) -> str:
        """Who decides."""
        return self._keeper.editor

    @property
    def store_path(self) -> Path:
        """The store's file."""
        return self._store.path

    @property
    def caution(self) -> str:
        """What to take care of at this store, a sentence each; empty where there is nothing."""
        return self._store.caution

    def articles(self) -> tuple[ArticleSummary, ...]:
        """All articles in the order of loading."""
        return tuple(outlined.summary for outlined in self._outline.articles())

    def article(self, article: str) -> Article:
        """An article with its outlet and date as they stand, removed or not."""
        found = self._store.articles.get(article)
        if found is None:
            raise NotPossible("This article is not in the store.")
        return found

    def detection(self, article: str) -> Reading:
        """The zones and doubts of an article as a whole."""
        return self._store.proposals.reading(article) or Reading((), (), "", "")

    def outline(self) -> tuple[QuoteSummary, ...]:
        """All quotes by article, as loaded, then as they stand in the text; long in a large store."""
        return self._outline.identities().named(self._store.outlines.all())

    def outlined(self) -> tuple[OutlinedArticle, ...]:
        """All articles in a few words each, as loaded; one that did not change is the same object."""
        return self._outline.articles()

    def outlined_article(self, article: str) -> OutlinedArticle | None:
        """One article in a few words, None when it was removed or never there."""
        return self._outline.get(article)

    def contents(self, article: str) -> Contents:
        """The quotes of an article in a few words each, and what is left to do in it."""
        return self._outline.contents(article)

    def queue(self, order: Order = Order.ARTICLE) -> Queue:
        """The queue of all quotes that an editor is asked about; whoever holds it has it follow each change."""
        return Queue(self._keeper, self.conditions, self.stories, order)

    def open_quotes(self) -> frozenset[str]:
        """The ids of the quotes that wait for a ruling."""
        return frozenset(self._store.outlines.shown(()).waiting)

    def quotes(self, article: str) -> tuple[StandingQuote, ...]:
        """The quotes of an article in the order of its text, those an editor is not asked about among them."""
        return self._keeper.at_hand.quotes(article)

    def quote(self, quote: str) -> StandingQuote:
        """One quote."""
        return self._keeper.quote(quote)

    def progress(self) -> Progress:
        """How far the store is reviewed; settled doubts, and those of decided quotes, no longer stand."""
        articles = self._outline.articles()
        decided = sum(outlined.summary.decided for outlined in articles)
        total = sum(outlined.summary.quotes for outlined in articles)
        doubts = sum(outlined.doubts for outlined in articles)
        unread = sum(outlined.unread for outlined in articles)
        return Progress(decided, total, doubts, unread, self.conflicts.number())

    def pace(self) -> Pace | None:
        """How fast this editor is of late, and what is left at that pace; None when there is nothing to tell."""
        now, progress = self._keeper.now(), self.progress()
        lately = self._store.decisions.lately(self.editor, now - LAST_WHILE)
        waiting = self._store.outlines.waiting(quote for quote, _ in lately)
        return pace(lately, waiting, progress.total - progress.decided, now)

    def history(self, quote: str) -> tuple[Decision, ...]:
        """All decisions on a quote, oldest first."""
        return self._store.decisions.of(quote)

    def source_names(self, article: str) -> tuple[str, ...]:
        """The names of sources for type-ahead, the article's own first."""
        return self._store.names.sources(article)

    def find(self, words: str) -> tuple[Finding, ...]:
        """Where words stand in articles, quotes, names and notes, kind by kind."""
        return find(self._store, self._outline, self.people, words)

    def versions(self, quote: str) -> Iterator[tuple[Match, VersionTable]]:
        """The same words in other articles, each match with both versions in one table, word by word, best first.

        Last those of which editors ruled that they are no match. Each is compared when it is asked for.
        """
        for match in (*self.crosscheck.partners(quote), *self.crosscheck.apart(quote)):
            yield match, _in_one_table((match.here, match.there))

    def look_again(self) -> tuple[NewAct, ...]:
        """What others did since the last look, act by act, which is seen from now on.

        Until then a verb rules upon what was seen: two rulings made so side by side are both kept, as a conflict.
        """
        acts = self._keeper.news.look()
        if acts:
            self._keeper.look_again()
        return acts

    def place(self) -> tuple[str, str] | None:
        """The ids of the article and the quote where this editor was, if they still stand."""
        return self._store.places.of(self.editor)

    # Articles

    def keep(self, read: Read) -> Change:
        """Keep an article with its quotes; one that is there stays as it is, one that was removed comes back."""
        self.blind.refuse()
        standing = self._store.articles.standing(read.article.id)
        if standing is None:
            try:
                return self._add(read)
            except NotPossible:  # another program kept it between our look and our act
                return self.keep(read)
        if not standing.ruling.removed:
            return nothing((standing.id,), (), f"{rulings.titled(standing)} was there already")
        if newer := self.editions.newer(standing.id):
            return nothing((newer.id,), (), f"{rulings.titled(standing)} was replaced by {rulings.titled(newer)}")
        back = replace(standing.ruling, removed=False)
        label = f"bring back {rulings.titled(standing)}"
        return self._keeper.rule_articles(ChangeKind.ARTICLES, label, [(standing, back)])

    def describe(
        self,
        articles: Sequence[str],
        outlet: str | EllipsisType | None = ...,
        published: date | EllipsisType | None = ...,
        *,
        only_gaps: bool = False,
    ) -> Change:
        """Correct the outlet or the date of articles; what is left out stays as it is, None says it is unknown.

        With ``only_gaps`` what is known stays as well.
        """
        described = rulings.filled if only_gaps else rulings.described
        said = outlet if isinstance(outlet, EllipsisType) else rulings.tidy(outlet) or None
        standing = [self._keeper.article(article) for article in articles]
        wanted = [(each, described(each.ruling, said, published)) for each in standing]
        return self._keeper.rule_articles(ChangeKind.DETAILS, rulings.description(said, published), wanted)

    def remove(self, articles: Sequence[str]) -> Change:
        """Take articles and their quotes off the desk; the store keeps them, and undo brings them back."""
        standing = [self._keeper.article(article) for article in articles]
        what = rulings.titled(standing[0]) if len(standing) == 1 else f"{len(standing)} articles"
        gone = [(each, replace(each.ruling, removed=True)) for each in standing]
        return self._keeper.rule_articles(ChangeKind.ARTICLES, f"remove {what}", [*gone, *self.stories.heirs(articles)])

    # Quotes

    def confirm(self, quote: str) -> Change:
        """What stands is right; a quote that somebody decided keeps its verdict, one accepted unread is read now.

        Raises SpeakerMissing for open speech without a speaker: that nobody is known is ruled by ``set_speaker`` alone.
        """
        standing = self.quote(quote)
        if standing.decided and not standing.unread:
            return nothing((standing.article,), (quote,))
        if standing.ruling.kind is Kind.SPEECH and standing.ruling.speaker is None:
            raise SpeakerMissing("Nobody is named for this quote: name a speaker, or leave it empty for nobody known.")
        return self.rule(quote, Verdict.CONFIRMED)

    def pick(self, quote: str, rank: int) -> Change:
        """The candidate of a rank, from 1, spoke."""
        standing = self.quote(quote)
        speaker = rulings.candidate(standing, rank)
        return self._keeper.rule(f"speaker: {speaker.name}", (standing, rulings.with_speaker(standing, speaker)))

    def set_speaker(self, quote: str, name: str, type: SpeakerType | None = None) -> Change:
        """Somebody spoke, or nobody known (empty); without a type, the one that goes with the name, else a person."""
        standing = self.quote(quote)
        tidy = rulings.tidy(name)
        if not tidy:
            return self._keeper.rule("no speaker", (standing, rulings.with_speaker(standing, None)))
        known = rulings.known_speaker(standing, tidy)
        settled = type or (known.type if known else self._store.names.speaker_type(tidy)) or SpeakerType.PERSON
        speaker = rulings.named_speaker(known, tidy, settled)
        return self._keeper.rule(f"speaker: {tidy}", (standing, rulings.with_speaker(standing, speaker)))

    def set_source(self, quote: str, name: str | None, kind: SourceKind | None = None) -> Change:
        """The words came through a carrier, or through none (None or empty); an open quote stays open."""
        standing = self.quote(quote)
        tidy = rulings.tidy(name)
        source = rulings.named_source(standing, tidy, kind) if tidy else None
        label = f"source: {tidy}" if tidy else "no source"
        return self._keeper.rule(label, (standing, rulings.with_source(standing, source)))

    def reject(self, quote: str) -> Change:
        """These words are no quote."""
        return self.rule(quote, Verdict.NOT_A_QUOTE)

    def reopen(self, quote: str) -> Change:
        """Leave the quote open again, with the values that stand."""
        return self.rule(quote, Verdict.OPEN)

    def rule(self, quote: str, verdict: Verdict) -> Change:
        """Give a verdict on the values that stand; whether they are confirmed or corrected follows from them."""
        standing = self.quote(quote)
        ruling = ruled(standing.ruling, verdict)
        if verdict in RIGHT:
            ruling = rulings.judged(ruling, standing.proposal)
        label = f"{_VERBS[verdict]} {rulings.in_marks(ruling.passages[0].words)}"
        return self._keeper.rule(label, (standing, ruling))

    def set_note(self, quote: str, note: str) -> Change:
        """Keep a note with the quote, or none (empty); the verdict stays."""
        standing = self.quote(quote)
        text = rulings.storable(note).strip()
        label = f"note: {rulings.in_marks(text)}" if text else "no note"
        return self._keeper.rule(label, (standing, replace(standing.ruling, note=text)))

    # The editor

    def switch_editor(self, name: str) -> Change:
        """Somebody else decides from now on."""
        tidy = rulings.tidy(name)
        if not tidy:
            raise NotPossible("Say the editor's name: every decision carries it.")
        if self.blind.needs_opening(tidy):
            raise NotPossible(f"{self.editor} or {tidy} is reading blind: open the store anew for {tidy}.")
        self._keeper.take_over(tidy)
        return Change(ChangeKind.EDITOR, (), (), f"editor: {tidy}")

    def remember_place(self, article: str, quote: str, *, wait: bool = False) -> Change:
        """Keep where the editor is, for the next start; ``wait`` for another program that writes, else it may fail."""
        self._store.places.remember(self.editor, article, quote, wait=wait)
        return Change(ChangeKind.PLACE, (article,), (quote,), "place kept")

    # Undo and redo

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back, such as "Undo speaker: Mara Voss"; None with nothing to undo."""
        return self._keeper.history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What ``redo`` would do again; None with nothing to redo."""
        return self._keeper.history.redo_label

    def undo(self) -> Change:
        """Append the state before the last act that stands."""
        return self._keeper.undo()

    def redo(self) -> Change:
        """Append the state after the act that was undone last."""
        return self._keeper.redo()

    def _add(self, read: Read) -> Change:
        article = read.article
        label = f"load {rulings.in_marks(article.headline or article.name)}"
        with self._keeper.act(ChangeKind.ARTICLES, label, arrived=True) as act:
            self._store.articles.add(act, article)
            quotes = self._store.proposals.add(act, article.id, read.detection)
        return self._keeper.done(ChangeKind.ARTICLES, (article.id,), quotes, label)
