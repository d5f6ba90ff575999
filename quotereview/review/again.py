"""Detecting an article again: what is found now stands beside what was, and what editors ruled stays as it is."""

from collections.abc import Iterable, Mapping

from quotereview import __version__
from quotereview.model import Detected, Detection, Quote, Reading, StandingQuote, Verdict, proposed
from quotereview.review.change import Change, ChangeKind, nothing
from quotereview.review.joining import Joined, join
from quotereview.review.keeper import Keeper
from quotereview.review.otherwise import Found, Otherwise, otherwise
from quotereview.review.reshaping import Marking
from quotereview.review.rulings import in_marks
from quotereview.review.spans import marked
from quotereview.store import BY_ITSELF, Act, Ruled


class Again:
    """Takes in what is found in an article when it is detected once more, and says how that differs.

    A quote of which an editor has said anything, if only a note or that it is open again, keeps what stands; any other
    one takes what is proposed now. What is no longer found stays where it is, since a quote too many costs less than
    one that nobody sees. Differences are derived from what the store holds, and kept nowhere.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    # Detecting

    def marking(self, article: str) -> Marking:
        """How an article has to be marked for ``keep``: by all words that an editor added or changed."""
        self._keeper.article(article)
        standing = self._keeper.store.standing.quotes(article)
        return marked((), [one for one in standing if one.verdict is not Verdict.NOT_A_QUOTE], ())

    def keep(self, article: str, detection: Detection, *, by_itself: bool = False) -> Change:
        """Add what was found in an article, by its ``marking``, in one act; nothing where the newest found the same.

        What was looked for ``by_itself``, since blocks were made body, is taken back with the act that made them so.
        """
        self._keeper.refuse_blind()
        title = in_marks(self._keeper.article(article).title)
        label = f"{BY_ITSELF if by_itself else 'detect again '}{title}"
        store = self._keeper.store
        standing = store.standing.quotes(article)
        joined = join(article, detection.quotes, standing, store.proposals.ids(article))
        if _alike(store.detections.newest(article), detection, joined):
            return nothing((article,), (), f"{title} is found as before")
        with self._keeper.act(ChangeKind.DETECTED, label, arrived=by_itself) as act:
            self._add(act, article, detection, joined)
        return self._keeper.done(ChangeKind.DETECTED, (article,), store.proposals.quotes(article), label)

    def add_to(self, act: Act, article: str, detection: Detection) -> None:
        """Add to an act what was found in an article, by its ``marking``, as by ``keep``."""
        store = self._keeper.store
        standing = store.standing.quotes(article)
        self._add(act, article, detection, join(article, detection.quotes, standing, store.proposals.ids(article)))

    def why_due(self, article: str) -> str:
        """Why an article had better be detected again, in a few words; empty where nothing speaks for it."""
        detections = self._keeper.store.detections
        proposed_by = detections.detector(article)
        if proposed_by and _version(proposed_by.rpartition(" ")[2]) < _version(__version__):
            return "an older version proposed it"
        return "blocks were ruled on since" if detections.zoned_otherwise(article) else ""

    def unread(self) -> tuple[str, ...]:
        """The ids of the articles with a block that was made body, and in which nobody has looked for quotes since.

        A newer edition has such blocks from the older one, and a store after a merge; none in a blind read.
        """
        store = self._keeper.store
        unread = store.detections.unread() if store.blind_read is None else ()
        return tuple(article for article in unread if self._keeper.outline.get(article))

    # Looking

    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that were detected more than once, as loaded."""
        outline = self._keeper.outline
        return tuple(article for article in self._keeper.store.detections.repeated() if outline.get(article))

    def differences(self, article: str) -> tuple[Otherwise, ...]:
        """How what was found last in an article differs from what stands, in the order of its text."""
        return self._differences(article, self._keeper.store.standing.quotes(article))

    def of(self, quote: str) -> Otherwise | None:
        """How what was found last differs from what stands of one quote."""
        standing = self._keeper.quote(quote)
        return next(iter(self._differences(standing.article, [standing])), None)

    def _differences(self, article: str, quotes: Iterable[StandingQuote]) -> tuple[Otherwise, ...]:
        detections = self._keeper.store.detections
        *earlier, newest = detections.counting(article)
        if not earlier or self._keeper.store.blind_read is not None:
            return ()
        now, before = detections.read(newest), detections.proposed(article, earlier)
        person = self._keeper.outline.identities().person
        founds = ((one, _found(one, now, before)) for one in quotes)
        return tuple(filter(None, (otherwise(one, found, person) for one, found in founds)))

    def _add(self, act: Act, article: str, detection: Detection, joined: Joined) -> None:
        kept = Detection(joined.quotes, detection.doubts, detection.zones, detection.detector, detection.language_model)
        proposals = self._keeper.store.proposals.add_again(act, article, kept, joined.ids)
        self._bring_back(act, joined, proposals)

    def _bring_back(self, act: Act, joined: Joined, proposals: dict[str, str]) -> None:
        """Let quotes stand again that were found before, and withdrawn when that was undone."""
        found = {joined.ids[quote.key]: quote for quote in joined.quotes}
        decisions = self._keeper.store.decisions
        for newest in decisions.get(list(decisions.newest_ids(list(found)).values())):
            if newest.withdrawn:
                ruling = proposed(found[newest.quote])
                decisions.add(act, Ruled(newest.quote, ruling, newest.id, proposals[newest.quote]))


def _alike(newest: Detected | None, detection: Detection, joined: Joined) -> bool:
    """Whether the newest detection found the same, by the same detector."""
    reading = Reading(detection.zones, detection.doubts, detection.detector, detection.language_model)
    if newest is None or newest.reading != reading:
        return False
    return newest.quotes == {joined.ids[quote.key]: quote for quote in joined.quotes}


def _found(standing: StandingQuote, now: Detected, before: Mapping[str, Quote]) -> Found:
    """What was found for a quote, and before."""
    passages = set(standing.ruling.passages)
    around = (quote for id, quote in now.quotes.items() if id != standing.id and passages <= set(quote.passages))
    return Found(now.quotes.get(standing.id), before.get(standing.id), now.made_at, next(around, None))


def _version(written: str) -> tuple[int, ...]:
    """A version by which to compare; one that is written otherwise is the newest of all."""
    parts = written.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else (10**9,)
