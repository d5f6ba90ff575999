"""The matrix of a story: who printed what, in which version, first when, and told differently where."""

from dataclasses import replace
from datetime import date

import pytest

from quotereview.model import Label, Relation, Verdict
from quotereview.review.matrix import Matrix, Row
from quotereview.review.session import Session
from quotereview.store import Store
from tests.review.railway import (
    ALONE,
    FRIENDS,
    GULF,
    HERALD,
    IDS,
    LATER,
    LEAFLET,
    LONG,
    PAGE,
    ROAD,
    STORM,
    TOLD,
    WIRE,
)
from tests.store import invented


@pytest.fixture
def session(store: Store) -> Session:
    session = Session(store, "Ana Ruz", invented.Clock())
    for read in TOLD:
        session.keep(read)
    return session


def matrix_of(session: Session, articles: tuple[str, ...] = IDS) -> Matrix:
    (*steps, matrix) = session.matrices.of(articles)
    assert matrix is not None and set(steps) <= {None}
    return matrix


def row_of(session: Session, words: str) -> Row:
    [row] = [row for row in matrix_of(session).rows if any(words in one.wording.words for one in row.versions)]
    return row


def cells(matrix: Matrix, row: Row) -> dict[str | None, list[Relation | None]]:
    named = (column.outlet for column in matrix.columns)
    return {
        outlet: [one.match and one.match.relation for one in cell]
        for outlet, cell in zip(named, row.cells, strict=True)
        if cell
    }


def test_columns_are_outlets_by_who_appeared_first(session: Session) -> None:
    columns = matrix_of(session).columns
    assert [column.outlet for column in columns] == [
        "Pacific Wire",
        "Gulf Courier",
        "Herald",
        "صحيفة الساحل",
        "南港日报",
        None,
    ]
    assert [one.id for one in columns[1].articles] == [GULF.article.id, LATER.article.id]
    assert [column.published for column in columns][::5] == [date(2026, 9, 12), None]


def test_rows_are_utterances_the_most_printed_first_then_by_place(session: Session) -> None:
    matrix = matrix_of(session)
    shared = [row.base.words for row in matrix.rows if not row.single]
    assert shared == [f"{PAGE}.", LONG, "China will carry 40 percent of the cost of it."]
    assert [row.base.words for row in matrix.rows if row.single] == [ALONE, STORM, FRIENDS]
    assert [row.outlets for row in matrix.rows] == [3, 3, 2, 1, 1, 1]


def test_a_cell_holds_each_version_against_the_fullest(session: Session) -> None:
    matrix = matrix_of(session)
    page, long, cost, *_ = matrix.rows
    assert cells(matrix, long) == {
        "Pacific Wire": [None],
        "Gulf Courier": [Relation.FRAGMENT, Relation.FRAGMENT],
        "Herald": [Relation.EQUAL],
    }
    equal = [Relation.EQUAL]
    assert cells(matrix, page) == {"Pacific Wire": [None], "Gulf Courier": equal, "Herald": equal, None: equal}
    [gulf] = cost.cells[1]
    assert gulf.match and gulf.match.here.quote == cost.base.quote
    assert [(one.field, one.here, one.there) for one in gulf.match.conflicts] == [("number", "40", "14")]


def test_what_is_told_differently_and_by_whom(session: Session) -> None:
    matrix = matrix_of(session)
    assert [row.disputed for row in matrix.rows] == [False, True, True, False, False, False]
    long = matrix.rows[1]
    assert [version.disputed for version in long.versions] == [False, False, True, False]
    assert dict(long.speakers) == {"Milan Dravec": 3, "Goran Sulic": 1}


def test_an_unknown_outlet_never_counts(session: Session) -> None:
    matrix = matrix_of(session)
    assert (len(matrix.articles), matrix.lines.outlets, matrix.unknown) == (7, 5, 1)
    assert row_of(session, PAGE).outlets == 3
    session.describe([LEAFLET.article.id], outlet="Leaflet")
    assert row_of(session, PAGE).outlets == 4
    assert matrix_of(session).unknown == 0


def test_two_unknown_outlets_are_two_columns(session: Session) -> None:
    session.describe([HERALD.article.id], outlet=None)
    matrix = matrix_of(session)
    assert [column.outlet for column in matrix.columns].count(None) == 2
    assert (matrix.unknown, matrix.lines.outlets) == (2, 4)


def test_who_was_first_is_told_by_day_alone(session: Session) -> None:
    matrix = matrix_of(session)
    assert [column.outlet for column in matrix.first] == ["Pacific Wire", "Gulf Courier"]
    assert [one.outlet for one in row_of(session, PAGE).first] == ["Pacific Wire"]
    assert [one.outlet for one in row_of(session, ROAD).first] == ["Pacific Wire", "Gulf Courier"]
    session.describe(IDS, published=None)
    assert matrix_of(session).first == row_of(session, PAGE).first == ()


def test_articles_that_go_back_to_one_text_count_as_one_line(session: Session) -> None:
    line = (
        "A long report by one reporter on the railway, which two papers print word for word, says where it will run. "
    )
    text = WIRE.article.text + line * 3
    near = [replace(read.article, text=read.article.text + line * 3) for read in (WIRE, HERALD)]
    assert text == near[0].text
    before = matrix_of(session)
    assert before.beside(before.columns[0]) == ()
    kept = []
    for read, copy in zip((WIRE, HERALD), near, strict=True):
        article = replace(copy, id=f"{copy.id}c", name=f"copy of {copy.name}", original=copy.text.encode())
        kept.append(article.id)
        session.keep(replace(read, article=article))
    matrix = matrix_of(session, tuple(kept))
    assert (matrix.lines.independent, matrix.rows[0].outlets, matrix.rows[0].lines) == (1, 2, 1)
    [(here, there)] = matrix.beside(matrix.columns[0])
    assert [here.id, there.id] == kept


def test_verdicts_and_what_is_gone_are_followed(session: Session) -> None:
    quote = session.quotes(HERALD.article.id)[0].id
    session.confirm(quote)
    assert [one.verdict for one in row_of(session, LONG).versions if one.wording.quote == quote] == [Verdict.CONFIRMED]
    session.reject(quote)
    assert row_of(session, LONG).outlets == 2
    session.remove([HERALD.article.id])
    assert "Herald" not in {column.outlet for column in matrix_of(session).columns}


def test_the_base_is_what_most_agree_with(session: Session) -> None:
    """One outlet that makes more of the words does not turn all others into the odd ones out."""
    more = (("Irena Kolt", f"{PAGE}, not one of them."),)
    other = invented.article("more.txt", more, outlet="Ledger", published=date(2026, 9, 11))
    session.keep(replace(WIRE, article=other, detection=invented.detection(other, more)))
    [row] = [row for row in matrix_of(session, (*IDS, other.id)).rows if PAGE in row.base.words]
    assert row.base.words == f"{PAGE}."
    assert [version.wording.outlet for version in row.versions if version.disputed] == ["Ledger"]


def test_a_part_is_no_base_for_those_that_differ_beyond_it(session: Session) -> None:
    for name, words in (("a.txt", f"{LONG} Not today."), ("b.txt", f"{ROAD},"), ("c.txt", f"{ROAD}.")):
        other = invented.article(name, (("Milan Dravec", words),), outlet=name, published=date(2026, 9, 13))
        session.keep(replace(WIRE, article=other, detection=invented.detection(other, (("Milan Dravec", words),))))
    assert LONG in row_of(session, ROAD).base.words


def test_a_story_of_nothing_is_empty(session: Session) -> None:
    matrix = matrix_of(session, ("gone",))
    assert (matrix.columns, matrix.rows, matrix.first) == ((), (), ())


def test_a_settled_conflict_is_no_longer_told_differently(session: Session) -> None:
    row = row_of(session, "percent")
    [gulf] = row.cells[1]
    assert gulf.match and row.disputed
    [conflict] = gulf.match.conflicts
    session.match_rulings.settle(row.base.quote, gulf.wording.quote, conflict, "Both were said.")
    settled = row_of(session, "percent")
    assert not settled.disputed and settled.cells[1][0].match
    assert settled.cells[1][0].match.conflicts[0].settled


def test_what_editors_ruled_to_be_no_match_stands_in_rows_of_its_own(session: Session) -> None:
    base, other = (version.wording.quote for version in row_of(session, "percent").versions)
    session.match_rulings.rule(base, other, Label.DIFFERENT, "He spoke of two things.")
    assert [row.single for row in matrix_of(session).rows if "percent" in row.base.words] == [True, True]
