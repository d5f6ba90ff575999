"""The SQLite store: the only room that knows SQL."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from quotereview.errors import NotPossible
from quotereview.model import BlindRead, Ledger
from quotereview.store import acts, backups, blind_reads, database, dumps, ledgers, merging, past, purging, shares
from quotereview.store.acts import BLIND, BLIND_READ, BY_ITSELF, DETECTED, Act, Acts, Deed, PastAct
from quotereview.store.articles import Articles
from quotereview.store.backups import back_up_daily
from quotereview.store.blind_reads import BlindReads
from quotereview.store.branches import Branches
from quotereview.store.checking import check
from quotereview.store.compared import Compared
from quotereview.store.copying import copy, copy_nameless
from quotereview.store.database import PATIENCE, Connection
from quotereview.store.decisions import Decisions, Ruled
from quotereview.store.detections import Detections, PutBack
from quotereview.store.editions import Editions
from quotereview.store.ledgers import rebuild
from quotereview.store.match_rulings import MatchRulings
from quotereview.store.matches import Found, Matches
from quotereview.store.meanings import Meanings, Meant
from quotereview.store.merging import Merged
from quotereview.store.names import Names
from quotereview.store.outlines import Outlines
from quotereview.store.paragraphs import Paragraphs
from quotereview.store.people import People
from quotereview.store.places import Places
from quotereview.store.proposals import Proposals, Proposed
from quotereview.store.rebuilding import Recovered
from quotereview.store.recovering import recover
from quotereview.store.standing import Standing
from quotereview.store.texts import Texts
from quotereview.store.topics import Topics
from quotereview.store.traces import Traces

__all__ = [
    "BLIND",
    "BLIND_READ",
    "BY_ITSELF",
    "DETECTED",
    "Act",
    "Branches",
    "Deed",
    "Found",
    "Meant",
    "Merged",
    "PastAct",
    "Proposed",
    "PutBack",
    "Recovered",
    "Ruled",
    "Store",
    "back_up_daily",
    "check",
    "copy",
    "copy_nameless",
    "open_store",
    "put_log_away",
    "rebuild",
    "recover",
]


class Store:
    """One open store; everything in it raises StoreFault when the world fails. Bound to the thread that opened it."""

    def __init__(self, connection: Connection, blind_read: BlindRead | None = None, lost: str = "") -> None:
        """``blind_read`` is the one to which the connection opens the store, if any.

        ``lost`` says, in a sentence, what was lost before it was opened.
        """
        self._connection = connection
        self._lost = lost
        self.blind_read = blind_read
        self.acts = Acts(connection, blind_read.id if blind_read else None)
        self.paragraphs = Paragraphs(connection)
        self.traces = Traces(connection)
        self.articles = Articles(connection, self.paragraphs, self.traces)
        self.proposals = Proposals(connection)
        self.detections = Detections(connection, self.proposals)
        self.decisions = Decisions(connection)
        self.branches = Branches(connection, "quote", "decisions", "overrulings", blind=True)
        self.article_branches = Branches(connection, "article", "article_decisions", "article_overrulings")
        self.blind_reads = BlindReads(connection, self.decisions)
        self.name_branches = Branches(connection, "name", "name_decisions", "name_overrulings")
        self.match_branches = Branches(connection, "pair", "match_decisions", "match_overrulings")
        self.standing = Standing(connection, self.decisions)
        self.compared = Compared(connection)
        self.matches = Matches(connection)
        self.meanings = Meanings(connection)
        self.texts = Texts(connection)
        self.topics = Topics(connection)
        self.outlines = Outlines(connection)
        self.names = Names(connection)
        self.people = People(connection)
        self.editions = Editions(connection)
        self.match_rulings = MatchRulings(connection)
        self.places = Places(connection)

    @property
    def path(self) -> Path:
        """The store's file."""
        return self._connection.path

    @property
    def caution(self) -> str:
        """What to take care of at this store, a sentence each; empty where there is nothing."""
        lies = shares.CAUTION.format(self.path) if self._connection.shared else ""
        return " ".join(filter(None, (self._lost, lies)))

    def act(
        self, kind: str, label: str, editor: str, at: datetime, undoes: str | None = None
    ) -> AbstractContextManager[Act]:
        """One step of an editor's: all that is added inside is committed at its end, or nothing is.

        ``kind`` says what kind of thing it changes; ``undoes`` is the id of the act that this one takes back.
        """
        read = self.blind_read.id if self.blind_read else None
        act = Act(acts.new_id(), editor, at.astimezone(UTC).isoformat(), read)
        return acts.begin(self._connection, act, kind, label, undoes)

    def version(self) -> int:
        """A number that changes when another connection has written to the file."""
        return int(self._connection.value("PRAGMA data_version"))

    def merge(self, given: Path) -> Merged:
        """Take in all that the store at ``given`` holds, which is only read; nothing where that fails.

        Merged again it gives nothing more, and stores merged in any order come to hold the same. Raises StoreFault.
        """
        return merging.merge(self._connection, self._catch_up, given)

    def as_of(self, moment: datetime | str) -> "Store":
        """The store as it was at a time, or after the act or decision of that id; it is opened apart, to be read only.

        Raises NotPossible where there is no such act or decision, for each act in what was, and in a blind read.
        """
        if self.blind_read:
            raise NotPossible("What stood earlier is not shown in a blind read: leave it first.")
        return Store(past.connect_to_past(self.path, moment))

    def read_blind(self, read: BlindRead) -> "Store":
        """The store as whoever reads blind sees and rules on it; it is opened apart.

        In it are the quotes of the read and their articles, as proposed, with what was ruled in this read and by nobody
        else. Rulings on anything else, and new quotes, raise NotPossible.
        """
        return Store(blind_reads.connect_blind(self.path, read), read)

    def purge(self, article: str, to: Path, editor: str, at: datetime) -> None:
        """Write a new store at ``to`` that holds all but one article, and says that it was purged, by whom and when.

        This store is only read. Raises NotPossible where there is no such article, StoreFault where ``to`` is there.
        """
        purging.purge(self.path, article, to, editor, at)

    def dump(self) -> Iterator[str]:
        """All that the store holds, a line of JSON for each row, in an order that is the same wherever it is held."""
        return dumps.lines(self._connection)

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is as it was at one moment, whatever others write; nothing is written inside."""
        return self._connection.snapshot()

    def ledger(self) -> Ledger:
        """All that the store holds, as ``rebuild`` makes a store of it."""
        return ledgers.ledger(self._connection)

    def seal(self) -> str:
        """A hash over all that was ruled, by which to tell whether two stores hold the same rulings."""
        return dumps.seal(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _catch_up(self) -> None:
        """Derive what is kept of articles that came by no verb."""
        self.paragraphs.catch_up()
        self.traces.catch_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path, *, create: bool = True, patience: float = PATIENCE, leave_log: bool = False) -> Store:
    """The store at ``path``, made there when it is missing and ``create`` says so.

    ``patience`` is how many seconds to wait for another program that writes; with ``leave_log`` no commit waits until
    the write-ahead log is in the store, which is for ``put_log_away`` to see to. One of an older form is backed up and
    brought to the newest; one with a damaged log is kept as it was, too, and ``caution`` says so. Raises StoreFault
    where the file is no store, is damaged, locked or written by a newer version, and where its folder is missing or may
    not be written.
    """
    now = datetime.now(UTC)
    lost = backups.set_damaged_log_aside(path, now)
    connection = database.connect(
        path, create=create, patience=patience, secure=partial(backups.before_migration, path, now)
    )
    if leave_log:
        connection.leave_log()
    return Store(connection, lost=lost)


def put_log_away(path: Path) -> None:
    """Put the write-ahead log of the store at ``path`` into it, by a connection of its own; raises StoreFault."""
    with closing(database.connect(path, create=False)) as connection:
        connection.put_log_away()
