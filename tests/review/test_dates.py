"""Dates are read as people write them; what may be two days is asked for again."""

from datetime import date

import pytest

from quotereview.errors import NotADate
from quotereview.review.dates import in_iso, month_and_year, month_of, read_date


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-03",
        "2026/11/3",
        "2026.11.03",
        "3 Nov 2026",
        " 3  November  2026 ",
        "3rd nov. 2026",
        "3. Nov 2026",
        "3-Nov-2026",
        "NOV 3, 2026",
        "November 3rd, 2026",
        "3 novembre 2026",
        "3.11.2026",
        "03. 11. 2026",
    ],
)
def test_one_day_in_many_forms(written: str) -> None:
    assert read_date(written) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("13/11/2026", date(2026, 11, 13)),
        ("11/13/2026", date(2026, 11, 13)),
        ("11-11-2026", date(2026, 11, 11)),
        ("1er août 2026", date(2026, 8, 1)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_other_days(written: str, day: date) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize("written", ["3/11/2026", "03-11-2026"])
def test_what_may_be_two_days_is_to_be_written_out(written: str) -> None:
    with pytest.raises(NotADate, match="may be two different days; write the month as a word"):
        read_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "3 March",
        "2026",
        "Nov 2026",
        "2026-13-01",
        "31.2.2026",
        "3.11.26",
        "3 Nov 4 2026",
        "3 Jui 2026",
    ],
)
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(NotADate, match="is no date; write it as 3 Nov 2026"):
        read_date(written)


@pytest.mark.parametrize(
    ("word", "month"),
    [("Nov", 11), ("sept.", 9), ("Mar", 3), ("mai", 5), ("Févr", 2), ("ju", None), ("jui", None), ("Monday", None)],
)
def test_a_month_by_its_beginning(word: str, month: int | None) -> None:
    assert month_of(word) == month


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Nov", "????-11"),
        ("nov-2026", "2026-11"),
        ("3-Nov", "????-11-03"),
        ("3-nov.-2026", "2026-11-03"),
        ("3", "????-??-03"),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("Monday", "Monday"),
        ("3-", "3-"),
        ("", ""),
    ],
)
def test_a_part_of_a_date_in_iso_form(word: str, iso: str) -> None:
    assert in_iso(word) == iso


def test_a_month_with_its_year_is_read_again() -> None:
    assert in_iso(month_and_year(date(2026, 8, 9))) == "2026-08"
