"""Blind reads: an editor rules without sight of what others ruled, and sees afterwards how far they agree."""

import hashlib
import secrets
from collections.abc import Sequence

from quotereview.errors import NotPossible
from quotereview.model import BlindExtent, BlindRead, RulingConflict
from quotereview.review.agreement import Agreement, by_field, differing
from quotereview.review.change import Change, ChangeKind
from quotereview.review.keeper import Keeper
from quotereview.store import BLIND_READ

NOTHING_TO_READ = "Nobody else has decided a quote here on which you have not ruled: there is nothing to read blind."


class Blind:
    """The blind reads of a store, for one editor.

    A session sees what its store shows: whoever begins or leaves a read has the store opened anew, which is then as
    ``opens_blind`` says.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    @property
    def read(self) -> BlindRead | None:
        """The read that this session is, None where it sees everything."""
        return self._keeper.store.blind_read

    def refuse(self) -> None:
        """Raise NotPossible in a blind read, for what is not done there."""
        self._keeper.refuse_blind()

    def needs_opening(self, editor: str) -> bool:
        """Whether the store has to be opened anew for an editor, who is to see something else of it."""
        return self.read is not None or self._keeper.store.blind_reads.under_way(editor) is not None

    def readable(self) -> dict[str, str]:
        """The quotes (ids) that this editor can read blind, in their order, each with its article's id."""
        return dict(self._keeper.store.blind_reads.readable(self._keeper.editor))

    def begin(self, article: str | None = None) -> Change:
        """Read blind what others decided, in the store or in one article; raises NotPossible where there is nothing."""
        extent = BlindExtent.ALL if article is None else BlindExtent.ARTICLE
        return self._begin(extent, [quote for quote, of in self.readable().items() if article in (None, of)])

    def begin_sample(self, number: int, seed: str | None = None) -> Change:
        """Read blind so many quotes, drawn from all that others decided; which they are follows from the seed.

        Without a seed one is made up; it is kept with the read. Raises NotPossible where there is nothing to draw.
        """
        if number < 1:
            raise NotPossible("Say how many quotes to read; at least one.")
        kept = seed or secrets.token_hex(4)
        return self._begin(BlindExtent.SAMPLE, drawn(tuple(self.readable()), number, kept), kept)

    def leave(self) -> Change:
        """End the read; what was ruled in it is told from now on. Raises NotPossible where this is none."""
        read, store = self.read, self._keeper.store
        self._keeper.refuse_meanwhile()
        if read is None:
            raise NotPossible("This is no blind read; there is none to leave.")
        label, begun = "leave the blind read", store.blind_reads.begun_by(read)
        with store.act(BLIND_READ, label, self._keeper.editor, self._keeper.now(), undoes=begun) as act:
            self._keeper.news.note_own(act.id)
        return Change(ChangeKind.EDITOR, (), read.quotes, label)

    def reads(self) -> tuple[BlindRead, ...]:
        """All blind reads of the store, the oldest first; those under way among them."""
        return self._keeper.store.blind_reads.all()

    def agreement(self) -> tuple[Agreement, ...]:
        """How far blind readers agree with what stood, field by field; nothing before the first read was left."""
        return by_field(self._keeper.store.blind_reads.pairs())

    def disagreements(self) -> tuple[RulingConflict, ...]:
        """Where they do not: what stood as the blind read was left, and what was ruled in it; settled ones, too."""
        return differing(self._keeper.store.blind_reads.pairs())

    def _begin(self, extent: BlindExtent, quotes: Sequence[str], seed: str | None = None) -> Change:
        self.refuse()
        self._keeper.refuse_meanwhile()
        if not quotes:
            raise NotPossible(NOTHING_TO_READ)
        label = f"begin a blind read of {len(quotes):,}"
        with self._keeper.store.act(BLIND_READ, label, self._keeper.editor, self._keeper.now()) as act:
            self._keeper.store.blind_reads.begin(act, extent, quotes, seed)
            self._keeper.news.note_own(act.id)
        return Change(ChangeKind.EDITOR, (), tuple(quotes), label)


def drawn(quotes: Sequence[str], number: int, seed: str) -> tuple[str, ...]:
    """So many of some quotes (ids), in their order: those whose id, hashed after the seed, comes first."""
    chosen = sorted(quotes, key=lambda quote: hashlib.sha256(f"{seed} {quote}".encode()).hexdigest())[:number]
    return tuple(quote for quote in quotes if quote in set(chosen))
