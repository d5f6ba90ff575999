"""The names that were proposed or ruled, for type-ahead; not what was ruled in blind reads, which never stands."""

from quotereview.model import SourceKind, SpeakerType
from quotereview.store.database import Connection

_HERE = """
    SELECT name FROM (
        SELECT decisions.{0}_name AS name, 1 AS rank FROM quotes
        JOIN decisions ON decisions.quote = quotes.id WHERE quotes.article = :article AND blind_read IS NULL
        UNION ALL
        SELECT proposals.{0}_name, 2 FROM quotes
        JOIN proposals ON proposals.quote = quotes.id WHERE quotes.article = :article
        UNION ALL
        SELECT candidates.speaker_name, 3 FROM quotes
        JOIN proposals ON proposals.quote = quotes.id
        JOIN candidates ON candidates.proposal = proposals.id WHERE quotes.article = :article
    ) WHERE name IS NOT NULL GROUP BY name ORDER BY min(rank), count(*) DESC, name
"""
_EVERYWHERE = """
    SELECT name FROM (
        SELECT {0}_name AS name FROM decisions WHERE blind_read IS NULL UNION ALL SELECT {0}_name FROM proposals
    ) WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC, name
"""
_REASONS = """
    SELECT reason FROM decisions WHERE reason != '' AND blind_read IS NULL GROUP BY reason ORDER BY max(rowid) DESC
"""


class Names:
    """The names of one store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def speakers(self, article: str) -> tuple[str, ...]:
        """All speakers: the article's first (ruled, proposed, mere candidates), then everybody's by use."""
        return self._merged("speaker", article)

    def sources(self, article: str) -> tuple[str, ...]:
        """All sources: the article's first (ruled, proposed, whoever is named in it), then the others by use."""
        return self._merged("source", article)

    def reasons(self) -> tuple[str, ...]:
        """The reasons that were given for verdicts, the latest first."""
        return tuple(row["reason"] for row in self._connection.rows(_REASONS))

    def speaker_type(self, name: str) -> SpeakerType | None:
        """The type that a name was last ruled to have, else proposed with most often."""
        found = self._connection.value(
            """SELECT speaker_type FROM decisions WHERE speaker_name = ? AND blind_read IS NULL
            ORDER BY decided_at DESC LIMIT 1""",
            (name,),
        ) or self._connection.value(
            """SELECT speaker_type FROM proposals WHERE speaker_name = ?
            GROUP BY speaker_type ORDER BY count(*) DESC LIMIT 1""",
            (name,),
        )
        return SpeakerType(found) if found else None

    def source_kind(self, name: str) -> SourceKind | None:
        """The kind that a source was last ruled to have, else proposed with most often; None where nobody knows."""
        found = self._connection.value(
            """SELECT source_kind FROM decisions
            WHERE source_name = ? AND source_kind IS NOT NULL AND blind_read IS NULL
            ORDER BY decided_at DESC LIMIT 1""",
            (name,),
        ) or self._connection.value(
            """SELECT source_kind FROM proposals WHERE source_name = ? AND source_kind IS NOT NULL
            GROUP BY source_kind ORDER BY count(*) DESC LIMIT 1""",
            (name,),
        )
        return SourceKind(found) if found else None

    def _merged(self, field: str, article: str) -> tuple[str, ...]:
        here = self._connection.rows(_HERE.format(field), {"article": article})
        everywhere = self._connection.rows(_EVERYWHERE.format(field))
        return tuple(dict.fromkeys(row["name"] for row in (*here, *everywhere)))
