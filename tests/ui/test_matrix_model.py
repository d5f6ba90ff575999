"""The matrix as Qt's views ask for it: what its cells and heads say, what is folded and left out."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from quotereview.review.ingest import Read
from quotereview.review.matrix import Matrix
from quotereview.review.session import Session
from quotereview.ui.matrix_model import Fold, MatrixModel
from tests.review.railway import ALONE, FRIENDS, IDS, LONG, PAGE, STORM, TOLD
from tests.store import invented

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def matrix(session: Session) -> Matrix:
    for read in TOLD:
        session.keep(read)
    *_, made = session.matrices.of(IDS)
    assert made is not None
    return made


def words(model: MatrixModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [model.headerData(row, Qt.Orientation.Vertical, role) for row in range(model.rowCount())]


def spoken(model: MatrixModel, row: int, column: int) -> str:
    said: str = model.data(model.index(row, column), SPOKEN)
    return said.replace("\u2068", "").replace("\u2069", "")


def test_it_is_a_model_that_qt_can_work_with(matrix: Matrix, qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    qtmodeltester.check(model)
    model.show_matrix(matrix, unfolded=True)
    qtmodeltester.check(model)
    model.show_matrix(None)
    assert (model.rowCount(), model.columnCount(), model.data(model.index(0, 0))) == (0, 0, None)


def test_a_cell_tells_relation_and_differences_in_words(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show_matrix(matrix)
    assert words(model)[:2] == [f"{PAGE}.", LONG]
    assert spoken(model, 0, 0) == "in full, printed first"
    assert spoken(model, 0, 5) == "the same"
    assert spoken(model, 0, 3) == "not printed"
    assert spoken(model, 1, 1) == "a part, told differently: Goran Sulic (speaker), printed first"
    assert spoken(model, 2, 1) == "edited, told differently: “14” for “40”, printed first"
    assert model.data(model.index(2, 1)) == "≠ edited"


def test_an_outlet_is_told_with_its_days_and_its_text(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show_matrix(matrix)
    heads = [model.headerData(column, Qt.Orientation.Horizontal, SPOKEN) for column in range(model.columnCount())]
    assert heads[:2] == [
        "Pacific Wire, 12 Sept · first, own text",
        "Gulf Courier, 12–14 Sept · first, own text",
    ]
    assert heads[5] == "unknown outlet, no date, own text"
    assert model.headerData(3, Qt.Orientation.Horizontal) == "صحيفة الساحل"


def test_what_one_outlet_alone_prints_is_folded(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show_matrix(matrix)
    assert words(model)[3:] == ["▸ Printed by one outlet alone: 3"]
    assert [model.data(model.index(3, column)) for column in range(6)] == ["", "1 quote", "", "1 quote", "1 quote", ""]
    model.show_matrix(matrix, unfolded=True)
    assert words(model)[3:] == ["▾ Printed by one outlet alone: 3", ALONE, STORM, FRIENDS]
    assert isinstance(model.line(3), Fold) and model.line(9) is None


def test_what_is_told_differently_alone(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show_matrix(matrix, disputed=True, unfolded=True)
    assert words(model) == [LONG, "China will carry 40 percent of the cost of it."]


def test_a_quote_is_found_in_its_cell(matrix: Matrix) -> None:
    model = MatrixModel()
    model.show_matrix(matrix)
    quote = matrix.rows[1].cells[1][1].wording.quote
    assert model.row_of(quote) == (1, 1)
    assert model.row_of(matrix.rows[4].base.quote) is model.row_of("gone") is None


def test_what_was_left_out_of_edited_words_is_told_quietly(session: Session) -> None:
    told = (("Piet Okafor", "The cables are forty years old and, frankly, forty years is a long time in salt air."),)
    for name, said in (("one.txt", told), ("two.txt", ((told[0][0], told[0][1].replace(" frankly,", "")),))):
        article = invented.article(name, said, outlet=name)
        session.keep(Read(article, invented.detection(article, said)))
    *_, matrix = session.matrices.of([article.id for article in session.articles()])
    model = MatrixModel()
    model.show_matrix(matrix)
    assert spoken(model, 0, 1) == "edited, changed: without “frankly”, printed first"
