"""What detectors proposed: added beside what is there, never changed."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from quotereview.errors import NotPossible
from quotereview.model import Detection, Quote, Reading, Span, StandingQuote, Stretch, Zone, quote_id
from quotereview.store import acts, hashes, rows
from quotereview.store.acts import BLIND, Act
from quotereview.store.database import Connection
from quotereview.store.decisions import TOLD

PROPOSAL = """
    proposals.*, quotes.start || '-' || quotes.end AS key,
    (SELECT start || '-' || end FROM quotes WHERE id = proposals.parent) AS parent_key,
    (SELECT start || '-' || end FROM quotes WHERE id = proposals.twin) AS twin_key
"""
PARTS = ("passages", "candidates", "doubts", "pointers")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed for a quote, in which detection (its id), and by what."""

    id: str
    proposal: Quote
    detection: str
    detector: str
    language_model: str


class Proposals:
    """The detections of one store: whole articles, and single quotes that were marked by hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, act: Act, article: str, detection: Detection) -> tuple[str, ...]:
        """Keep all that was found in an article; the ids of its quotes."""
        return tuple(self.add_again(act, article, detection, _ids(article, detection)))

    def add_again(
        self, act: Act, article: str, detection: Detection, ids: Mapping[str, str], *, whole: bool = True
    ) -> dict[str, str]:
        """Keep all that was found in an article, its quotes under these ids, by their keys.

        Gives the ids of the proposals by those of the quotes. It is the newest whatever the clock says. What is not
        ``whole`` says nothing of quotes that it does not hold. Raises NotPossible in a blind read.
        """
        if act.blind_read:
            raise NotPossible(BLIND)
        act = replace(act, done_at=self._after_all(article, act.done_at))
        run = self._add_run(act, article, detection, whole=whole)
        for quote in detection.quotes:
            self._add_identity(article, ids[quote.key], quote.passages[0].span, by_hand=False)
        return {ids[quote.key]: self._add_proposal(act, run, ids, quote) for quote in detection.quotes}

    def add_by_hand(self, act: Act, article: str, detection: Detection, quote: Quote) -> tuple[str, str]:
        """Keep one quote of a detection, which an editor marked; its id and its proposal's."""
        run = self._add_run(act, article, detection, whole=False)
        ids = _ids(article, detection)
        self._add_identity(article, ids[quote.key], quote.passages[0].span, by_hand=True)
        return ids[quote.key], self._add_proposal(act, run, ids, quote)

    def add_anew(self, act: Act, standing: StandingQuote, detection: Detection, quote: Quote) -> str:
        """Keep what was found for a quote whose words an editor changed, ``quote`` being the one with these words.

        Gives the id of the proposal.
        """
        run = self._add_run(act, standing.article, detection, whole=False)
        ids = {**_ids(standing.article, detection), quote.key: standing.id}
        return self._add_proposal(act, run, ids, quote)

    def reading(self, article: str) -> Reading | None:
        """What the newest detection noted of the whole article, its paragraphs in the zones that editors ruled."""
        run = self._connection.row(
            "SELECT * FROM detections WHERE article = ? AND whole ORDER BY detected_at DESC, id DESC LIMIT 1",
            (article,),
        )
        if run is None:
            return None
        found, ruled = self.reading_of(run), self._ruled_zones(article)
        return replace(found, zones=tuple(_as_ruled(one, ruled) for one in found.zones))

    def _ruled_zones(self, article: str) -> tuple[Stretch, ...]:
        """The stretches of an article that editors said something of, the last one first, which counts."""
        found = self._connection.rows("SELECT * FROM zones_ruled WHERE article = ? ORDER BY number DESC", (article,))
        return tuple(Stretch(Span(row["start"], row["end"]), Zone(row["zone"])) for row in found)

    def reading_of(self, run: sqlite3.Row) -> Reading:
        """What a detection noted of the whole article, from its row."""
        zones = self._connection.rows("SELECT * FROM zones WHERE detection = ? ORDER BY number", (run["id"],))
        doubts = self._connection.rows("SELECT * FROM article_doubts WHERE detection = ? ORDER BY number", (run["id"],))
        return Reading(
            tuple(Stretch(Span(row["start"], row["end"]), Zone(row["zone"])) for row in zones),
            rows.to_doubts(doubts),
            run["detector"],
            run["language_model"],
        )

    def of(self, quote: str) -> tuple[Proposed, ...]:
        """All that was proposed for a quote, oldest first; not for words of which a blind reader has not told yet."""
        found = self._connection.rows(
            f"""SELECT {PROPOSAL}, detections.detector, detections.language_model FROM proposals
            JOIN quotes ON quotes.id = proposals.quote
            JOIN detections ON detections.id = proposals.detection
            WHERE proposals.quote = ? AND NOT EXISTS (
                SELECT 1 FROM decisions WHERE quote = proposals.quote AND proposal = proposals.id AND NOT {TOLD}
                AND NOT detections.whole
            ) ORDER BY proposed_at, proposals.id""",
            (quote,),
        )
        ids = [row["id"] for row in found]
        parts = {table: self._connection.children(table, "proposal", ids) for table in PARTS}
        return tuple(
            Proposed(
                row["id"],
                rows.to_quote(row, {table: children[row["id"]] for table, children in parts.items()}),
                row["detection"],
                row["detector"],
                row["language_model"],
            )
            for row in found
        )

    def quotes(self, article: str) -> tuple[str, ...]:
        """The ids of all quotes ever proposed in an article or added to it, in the order of its text."""
        found = self._connection.rows("SELECT id FROM quotes WHERE article = ? ORDER BY start, end DESC", (article,))
        return tuple(row["id"] for row in found)

    def articles(self, quotes: Sequence[str]) -> dict[str, str]:
        """The articles (ids) of quotes, by the ids of these, in their order."""
        sql = "SELECT quotes.id, article FROM json_each(?) AS asked JOIN quotes ON quotes.id = asked.value"
        return {row["id"]: row["article"] for row in self._connection.rows(sql, (json.dumps(quotes),))}

    def ids(self, article: str) -> dict[str, str]:
        """The ids of all quotes ever proposed in an article or added to it, by their keys."""
        found = self._connection.rows("SELECT start || '-' || end AS key, id FROM quotes WHERE article = ?", (article,))
        return {row["key"]: row["id"] for row in found}

    def made_by(self, article: str) -> dict[str, tuple[str, str]]:
        """The detector and the language model behind the standing proposal of each quote of an article."""
        found = self._connection.rows(
            """SELECT standing.quote, detections.detector, detections.language_model
            FROM quotes_standing AS standing
            JOIN proposals ON proposals.id = standing.proposal
            JOIN detections ON detections.id = proposals.detection
            WHERE standing.article = ?""",
            (article,),
        )
        return {row["quote"]: (row["detector"], row["language_model"]) for row in found}

    def _after_all(self, article: str, time: str) -> str:
        """A time, or one just after the newest detection of an article where the clock went back since."""
        newest = self._connection.value("SELECT max(detected_at) FROM detections WHERE article = ?", (article,))
        if newest is None or newest < time:
            return time
        return (datetime.fromisoformat(newest) + timedelta(microseconds=1)).isoformat()

    def _add_run(self, act: Act, article: str, detection: Detection, *, whole: bool) -> str:
        run = {
            "id": acts.new_id(),
            "article": article,
            "detector": detection.detector,
            "language_model": detection.language_model,
            "whole": int(whole),
            "detected_at": act.done_at,
            "act": act.id,
        }
        owner = {"detection": str(run["id"])}
        parts = {
            "zones": rows.zone_rows(owner, detection.zones if whole else ()),
            "article_doubts": rows.doubt_rows(owner, detection.doubts if whole else ()),
        }
        self._add_hashed("detections", run, parts)
        return owner["detection"]

    def _add_hashed(self, table: str, row: rows.Columns, parts: dict[str, list[rows.Columns]]) -> None:
        self._connection.insert(table, [hashes.with_hash(table, row, parts)])
        for part, found in parts.items():
            self._connection.insert(part, found)

    def _add_identity(self, article: str, quote: str, first: Span, by_hand: bool) -> None:
        if self._known(quote) is None:
            row = {
                "id": quote,
                "article": article,
                "start": first.start,
                "end": first.end,
                "added_by_hand": int(by_hand),
            }
            self._connection.insert("quotes", [row])

    def _known(self, quote: str | None) -> str | None:
        found: str | None = self._connection.value("SELECT id FROM quotes WHERE id = ?", (quote,))
        return found

    def _add_proposal(self, act: Act, run: str, ids: Mapping[str, str], quote: Quote) -> str:
        proposal = acts.new_id()
        owner = {"proposal": proposal}
        identity = {
            "id": proposal,
            "quote": ids[quote.key],
            "detection": run,
            "proposed_at": act.done_at,
            "parent": self._known(ids.get(quote.parent or "")),
            "twin": self._known(ids.get(quote.twin or "")),
        }
        parts = {
            "passages": rows.passage_rows(owner, quote.passages),
            "candidates": rows.candidate_rows(owner, quote.candidates),
            "doubts": rows.doubt_rows(owner, quote.doubts),
            "pointers": rows.pointer_rows(owner, quote),
        }
        self._add_hashed("proposals", {**identity, **rows.proposal_columns(quote)}, parts)
        return proposal


def _as_ruled(paragraph: Stretch, ruled: Sequence[Stretch]) -> Stretch:
    """A paragraph in the zone of the first stretch that holds its beginning, if any does."""
    return next((replace(paragraph, zone=one.zone) for one in ruled if one.span.overlap(_first(paragraph))), paragraph)


def _first(paragraph: Stretch) -> Span:
    return Span(paragraph.span.start, paragraph.span.start + 1)


def _ids(article: str, detection: Detection) -> dict[str, str]:
    """The ids of a detection's quotes, by their keys."""
    return {quote.key: quote_id(article, quote.passages[0].span) for quote in detection.quotes}
