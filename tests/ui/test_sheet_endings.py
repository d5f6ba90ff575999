"""The window offers every form of the sheet that there is."""

import pytest

from quotereview.export.write import TABLES, WRITERS
from quotereview.review.exporting import CORPORA
from quotereview.ui.dialogs import SHEETS, ending_of


def test_every_form_can_be_chosen_and_gives_its_ending() -> None:
    assert {ending_of(form) for form in SHEETS.split(";;")} == {*TABLES, *WRITERS, *CORPORA}


@pytest.mark.parametrize("form", ["", "All files"])
def test_a_spreadsheet_is_written_where_nothing_was_chosen(form: str) -> None:
    assert ending_of(form) == ".xlsx"
