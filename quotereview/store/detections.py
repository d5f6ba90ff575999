"""Detections of whole articles, one after another: which of them count, and what each of them found."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotereview.model import Detected, Detection, Quote, Reading
from quotereview.store import rows
from quotereview.store.acts import Act
from quotereview.store.database import Connection
from quotereview.store.proposals import PARTS, PROPOSAL, Proposals

_WHOLE = """
    SELECT detections.id, detections.act, detections.detector, acts.undoes
    FROM detections JOIN acts ON acts.id = detections.act
    WHERE detections.article = ? AND whole ORDER BY detected_at, detections.id
"""
_QUOTES = f"""
    SELECT {PROPOSAL} FROM proposals JOIN quotes ON quotes.id = proposals.quote
    WHERE quotes.article = ? AND proposals.detection IN (SELECT value FROM json_each(?))
    ORDER BY quotes.start, quotes.end DESC, proposed_at, proposals.id
"""
_BEFORE = f"""
    SELECT {PROPOSAL} FROM json_each(?1) AS asked
    JOIN quotes ON quotes.id = asked.value
    JOIN proposals ON proposals.id = (
        SELECT id FROM proposals WHERE quote = asked.value AND (proposed_at, id) < (?2, '')
        ORDER BY proposed_at DESC, id DESC LIMIT 1
    )
"""
_REPEATED = """
    SELECT article, id FROM (
        SELECT article, id, row_number() OVER last AS place, count(*) OVER (PARTITION BY article) AS number
        FROM detections WHERE whole WINDOW last AS (PARTITION BY article ORDER BY detected_at DESC, id DESC)
    ) WHERE place = 1 AND number > 1
"""
_ZONED_OTHERWISE = """
    SELECT 1 FROM zones WHERE detection = ?1 AND zone IS NOT coalesce((
        SELECT ruled.zone FROM zones_ruled AS ruled
        WHERE ruled.article = ?2 AND ruled.start <= zones.start AND zones.start < ruled.end
        ORDER BY ruled.number DESC LIMIT 1
    ), zone) LIMIT 1
"""
_UNREAD = """
    SELECT DISTINCT ruled.article FROM zones_ruled AS ruled
    JOIN zones ON ruled.start <= zones.start AND zones.start < ruled.end AND zones.detection = (
        SELECT id FROM detections WHERE article = ruled.article AND whole ORDER BY detected_at DESC, id DESC LIMIT 1
    )
    WHERE ruled.zone = 'body' AND zones.zone != 'body' AND NOT EXISTS (
        SELECT 1 FROM zones_ruled AS later WHERE later.article = ruled.article AND later.number > ruled.number
        AND later.start <= zones.start AND zones.start < later.end
    )
"""
_LOST = f"""
    SELECT standing.quote FROM ({_REPEATED}) AS newest
    JOIN quotes_standing AS standing ON standing.article = newest.article
    JOIN proposals ON proposals.id = standing.proposal
    WHERE standing.decision IS NULL AND proposals.detection != newest.id
"""


@dataclass(frozen=True, slots=True)
class PutBack:
    """Quotes as they were proposed anew, by their ids, the ids of these proposals, and of those that they replace."""

    quotes: Mapping[str, Quote]
    proposals: Mapping[str, str]
    replaced: frozenset[str]


class Detections:
    """What was found in the articles of one store each time that one was detected as a whole."""

    def __init__(self, connection: Connection, proposals: Proposals) -> None:
        self._connection = connection
        self._proposals = proposals

    def counting(self, article: str) -> tuple[str, ...]:
        """The ids of the detections of an article that nobody took back, oldest first."""
        standing, gone = dict[str, str](), dict[str, str]()
        for row in self._whole(article):
            if row["undoes"] in standing:
                gone[row["act"]] = standing.pop(row["undoes"])
            else:
                standing[row["act"]] = gone.get(row["undoes"], row["id"])
        return tuple(standing.values())

    def repeated(self) -> tuple[str, ...]:
        """The ids of the articles that were detected more than once, in the order of loading."""
        found = self._connection.rows(
            f"""SELECT articles.id FROM articles JOIN ({_REPEATED}) AS newest ON newest.article = articles.id
            ORDER BY articles.rowid"""
        )
        return tuple(row["id"] for row in found)

    def lost(self) -> frozenset[str]:
        """The ids of the quotes that the newest detection did not find any more, and on which nobody ruled."""
        return frozenset(row["quote"] for row in self._connection.rows(_LOST))

    def newest(self, article: str) -> Detected | None:
        """The newest detection of an article."""
        found = self._whole(article)
        return self.read(found[-1]["id"]) if found else None

    def detector(self, article: str) -> str:
        """The name and version of what detected an article last; empty where nothing did."""
        found = self._whole(article)
        return str(found[-1]["detector"]) if found else ""

    def zoned_otherwise(self, article: str) -> bool:
        """Whether a block of an article is ruled to be in another zone than its newest detection knew."""
        found = self._whole(article)
        return bool(found) and self._connection.row(_ZONED_OTHERWISE, (found[-1]["id"], article)) is not None

    def unread(self) -> tuple[str, ...]:
        """The articles (ids) with a block that is ruled to be body, and was none to the newest detection."""
        return tuple(row["article"] for row in self._connection.rows(_UNREAD))

    def read(self, detection: str) -> Detected:
        """What a detection found, in the order of the text."""
        run = self._connection.rows("SELECT * FROM detections WHERE id = ?", (detection,))[0]
        return Detected(run["detected_at"], self._proposals.reading_of(run), self.proposed(run["article"], [detection]))

    def proposed(self, article: str, detections: Sequence[str]) -> dict[str, Quote]:
        """The newest proposals that some detections of an article made, by the ids of the quotes."""
        return self._read(self._connection.rows(_QUOTES, (article, json.dumps(detections))))

    # Taking back

    def by_act(self, act: str) -> dict[str, str]:
        """The detections that an act brought, by the ids of the articles."""
        found = self._connection.rows("SELECT id, article FROM detections WHERE act = ? AND whole", (act,))
        return {row["article"]: row["id"] for row in found}

    def newest_act(self, article: str) -> str:
        """The id of the act that brought the newest detection of an article."""
        return str(self._whole(article)[-1]["act"])

    def put_back(self, act: Act, article: str, detection: str) -> PutBack:
        """Keep anew what was proposed in an article before a detection that is not its first."""
        runs = self._whole(article)
        at = [run["id"] for run in runs].index(detection)
        taken, former = self.read(detection), self.read(runs[at - 1]["id"])
        replaced = self._brought_by(article, [run["act"] for run in runs[at:]])
        others = self._before([quote for quote in taken.quotes if quote not in former.quotes], taken.made_at)
        keys = self._proposals.ids(article)
        proposals = self._proposals.add_again(act, article, _with(former.quotes, former.reading), keys)
        if others:
            part = _with(others, former.reading)
            proposals |= self._proposals.add_again(act, article, part, keys, whole=False)
        return PutBack({**former.quotes, **others}, proposals, replaced)

    def _before(self, quotes: Sequence[str], time: str) -> dict[str, Quote]:
        return self._read(self._connection.rows(_BEFORE, (json.dumps(quotes), time)))

    def _brought_by(self, article: str, acts: Sequence[str]) -> frozenset[str]:
        found = self._connection.rows(
            """SELECT proposals.id FROM quotes JOIN proposals ON proposals.quote = quotes.id
            JOIN detections ON detections.id = proposals.detection
            WHERE quotes.article = ? AND detections.act IN (SELECT value FROM json_each(?))""",
            (article, json.dumps(acts)),
        )
        return frozenset(row["id"] for row in found)

    def _whole(self, article: str) -> list[sqlite3.Row]:
        return self._connection.rows(_WHOLE, (article,))

    def _read(self, found: Sequence[sqlite3.Row]) -> dict[str, Quote]:
        ids = [row["id"] for row in found]
        parts = {table: self._connection.children(table, "proposal", ids) for table in PARTS}
        return {
            row["quote"]: rows.to_quote(row, {table: children[row["id"]] for table, children in parts.items()})
            for row in found
        }


def _with(quotes: Mapping[str, Quote], reading: Reading) -> Detection:
    return Detection(tuple(quotes.values()), reading.doubts, reading.zones, reading.detector, reading.language_model)
