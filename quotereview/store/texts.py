"""Articles' texts as they are held against each other: with the places in them that are nobody's own writing."""

import json
from collections import defaultdict
from collections.abc import Iterable

from quotereview.model import PrintedText, Span, Zone
from quotereview.store import rows
from quotereview.store.database import Connection

_TEXTS = """
    SELECT now.article, now.outlet, now.published, articles.byline, articles.text FROM json_each(?) AS asked
    JOIN outlined_articles AS now ON now.article = asked.value JOIN articles ON articles.id = now.article
    WHERE NOT now.removed ORDER BY now.loaded
"""
_LEFT_OUT = f"""
    SELECT article, start, end FROM outlined_quotes WHERE article IN (SELECT value FROM json_each(:articles))
    UNION
    SELECT asked.value, zones.start, zones.end FROM json_each(:articles) AS asked JOIN zones ON zones.detection = (
        SELECT id FROM detections WHERE article = asked.value AND whole ORDER BY detected_at DESC, id DESC LIMIT 1
    ) WHERE coalesce((
        SELECT ruled.zone FROM zones_ruled AS ruled
        WHERE ruled.article = asked.value AND ruled.start <= zones.start AND zones.start < ruled.end
        ORDER BY ruled.number DESC LIMIT 1
    ), zones.zone) IN ('{Zone.TEASER}', '{Zone.CORRECTION}')
"""


class Texts:
    """The texts of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, articles: Iterable[str]) -> tuple[PrintedText, ...]:
        """Those of some articles (ids) that stand, in the order of loading."""
        asked = json.dumps(list(articles))
        left_out = defaultdict(list)
        for row in self._connection.rows(_LEFT_OUT, {"articles": asked}):
            left_out[row["article"]].append(Span(row["start"], row["end"]))
        return tuple(
            PrintedText(
                row["article"],
                row["outlet"],
                rows.to_date(row["published"]),
                row["byline"],
                row["text"],
                tuple(left_out[row["article"]]),
            )
            for row in self._connection.rows(_TEXTS, (asked,))
        )
