"""The outline that a store keeps of what stands, brought up to what the views say: derived, and no part of history."""

import sqlite3

from quotereview.folding import bare
from quotereview.model import Kind, Verdict, Zone, asked_about
from quotereview.store import comparing, likening, whose

_QUOTES = "outlined_quotes"
_ARTICLES = "outlined_articles"
_ZONES = "zones_ruled"


def _of_quotes(place: str) -> str:
    """What a row of the outline says of a quote; views and tables are named with ``place`` before them."""
    by = whose.ruler("standing.decision", f"{place}decisions")
    return f"""
        SELECT quote, article, loaded, start, end, asked_about(verdict, added_by_hand, kind, zone) AS asked, verdict,
            unread, kind, zone, confidence, doubts, added_by_hand, speaker, speaker_type, speaker_printed, speaker_role,
            source, proposal, decision, note, bare(note) AS note_folded, words, bare(words) AS words_folded,
            CASE WHEN verdict != 'open' THEN ({by}) END AS editor
        FROM {place}quotes_current
        JOIN (SELECT quote, proposal, decision FROM {place}quotes_standing) AS standing USING (quote)
    """


def _of_articles(place: str) -> str:
    """What a row of the outline says of an article, but for its stamp."""
    asked = f"FROM {place}{_QUOTES} AS quote WHERE quote.article = article.article AND asked"
    unexplained = f"FROM {place}doubts_current AS doubt WHERE doubt.article = article.article"
    return f"""
        SELECT article, loaded, name, headline, opening, outlet, published, closed, removed,
            (SELECT count(*) {asked}) AS quotes,
            (SELECT count(*) {asked} AND verdict != 'open') AS decided,
            (SELECT count(*) {asked} AND unread) AS unread,
            -- A doubt at an open quote is counted with that.
            (SELECT coalesce(sum(doubts), 0) {asked} AND verdict = 'open') + (
                SELECT count(*) {unexplained} AND quote IS NULL
            ) AS doubts,
            (SELECT count(*) {unexplained}) AS unexplained
        FROM {place}articles_current AS article
    """


def _of_zones(place: str) -> str:
    """The stretches of articles of which editors said whether they are body; the last one of each counts."""
    return f"""
        SELECT article.article, stretch.key AS number, stretch.value ->> 0 AS start, stretch.value ->> 1 AS end,
            stretch.value ->> 2 AS zone
        FROM {place}articles_current AS article JOIN json_each(article.ruled_zones) AS stretch
    """


def _differing(kept: str, derived: str) -> str:
    """A query for of how many things two others say something else, outdated ones aside; each gives an id first."""
    awaited = "article NOT IN (SELECT article FROM outdated)"
    kept, derived = (f"SELECT * FROM ({one}) WHERE {awaited}" for one in (kept, derived))
    one_way, other_way = (f"SELECT * FROM ({one} EXCEPT {other})" for one, other in ((kept, derived), (derived, kept)))
    return f"SELECT count(DISTINCT id) FROM ({one_way} UNION ALL {other_way})"


_UNSTAMPED = (
    "article, loaded, name, headline, opening, outlet, published, closed, removed, quotes, decided, unread, doubts, "
    "unexplained"
)
DIFFERING = {
    "quotes": _differing(f"SELECT quote AS id, * FROM {_QUOTES}", f"SELECT quote AS id, * FROM ({_of_quotes('')})"),
    "articles": _differing(
        f"SELECT article AS id, {_UNSTAMPED} FROM {_ARTICLES}", f"SELECT article AS id, * FROM ({_of_articles('')})"
    ),
    "zoned articles": _differing(
        f"SELECT article AS id, * FROM {_ZONES}", f"SELECT article AS id, * FROM ({_of_zones('')})"
    ),
}
"""Queries for of how much the outline says something else than the views, that which is outdated aside."""

# An article that was removed, or came back, takes its quotes with it.
_COMING_OR_GOING = """
    INSERT OR IGNORE INTO main.outdated
    SELECT quotes.article, quotes.id FROM main.outdated
    JOIN main.articles_current AS now ON now.article = outdated.article
    LEFT JOIN main.outlined_articles AS known ON known.article = outdated.article
    JOIN main.quotes ON quotes.article = outdated.article
    WHERE outdated.quote = '' AND known.removed IS NOT now.removed
"""


# What an editor says of a block of an article says it of the quotes in it.
_OTHERWISE_ZONED = """
    INSERT OR IGNORE INTO main.outdated
    SELECT known.article, known.quote FROM (SELECT DISTINCT article FROM main.outdated WHERE quote = '') AS touched
    CROSS JOIN main.outlined_quotes AS known ON known.article = touched.article
    CROSS JOIN main.proposals ON proposals.id = known.proposal
    WHERE known.zone IS NOT coalesce((
        SELECT ruled.zone FROM main.zones_ruled AS ruled
        WHERE ruled.article = known.article AND ruled.start <= known.start AND known.start < ruled.end
        ORDER BY ruled.number DESC LIMIT 1
    ), proposals.zone)
"""


def teach(sqlite: sqlite3.Connection) -> None:
    """Give a connection the functions by which the outline is derived; no view and no trigger in the file uses them."""
    sqlite.create_function("bare", 1, bare, deterministic=True)
    sqlite.create_function("asked_about", 4, _asked_about, deterministic=True)
    comparing.teach(sqlite)
    likening.teach(sqlite)


def outdate_all(sqlite: sqlite3.Connection) -> None:
    """Have all of the outline derived anew."""
    sqlite.execute(f"DELETE FROM {_QUOTES}")
    sqlite.execute(f"DELETE FROM {_ARTICLES}")
    sqlite.execute(f"DELETE FROM {_ZONES}")
    sqlite.execute("INSERT OR IGNORE INTO outdated SELECT id, '' FROM articles")
    comparing.forget_all(sqlite)
    likening.forget_all(sqlite)


def is_current(sqlite: sqlite3.Connection) -> bool:
    """Whether nothing was added since the outline was derived, nor ruled on names since quotes were compared."""
    outlined = sqlite.execute("SELECT 1 FROM main.outdated LIMIT 1").fetchone() is None
    return outlined and comparing.names_are_current(sqlite)


def catch_up(sqlite: sqlite3.Connection) -> None:
    """Derive anew what is outdated, inside the transaction under way, also where the connection itself is veiled.

    The articles get a stamp that is higher than all before, by which whoever looked earlier knows what has changed.
    """
    if is_current(sqlite):
        return
    sqlite.execute(_COMING_OR_GOING)
    quotes, articles = (f"(SELECT {column} FROM main.outdated)" for column in ("quote", "article"))
    sqlite.execute(f"DELETE FROM main.{_ZONES} WHERE article IN {articles}")
    sqlite.execute(f"INSERT INTO main.{_ZONES} {_of_zones('main.')} WHERE article.article IN {articles}")
    sqlite.execute(_OTHERWISE_ZONED)
    sqlite.execute(f"DELETE FROM main.{_QUOTES} WHERE quote IN {quotes}")
    sqlite.execute(f"INSERT INTO main.{_QUOTES} {_of_quotes('main.')} WHERE quote IN {quotes}")
    [stamp] = sqlite.execute(f"SELECT coalesce(max(stamp), 0) + 1 FROM main.{_ARTICLES}").fetchone()
    renewed = f"SELECT *, ? FROM ({_of_articles('main.')} WHERE article IN {articles})"
    sqlite.execute(f"REPLACE INTO main.{_ARTICLES} {renewed}", (stamp,))
    comparing.catch_up(sqlite)
    comparing.catch_up_with_names(sqlite)
    likening.catch_up(sqlite)
    sqlite.execute("DELETE FROM main.outdated")


def veiled() -> dict[str, str]:
    """What is read in place of the outline where other tables are veiled: derived as it is read, with its stamps."""
    stamp = f"(SELECT stamp FROM main.{_ARTICLES} AS kept WHERE kept.article = seen.article) AS stamp"
    articles = f"SELECT *, {stamp} FROM ({_of_articles('')}) AS seen"
    return {_ZONES: _of_zones(""), _QUOTES: _of_quotes(""), _ARTICLES: articles}


def _asked_about(verdict: str, added_by_hand: int, kind: str, zone: str) -> bool:
    return asked_about(Verdict(verdict), bool(added_by_hand), Kind(kind), Zone(zone))
