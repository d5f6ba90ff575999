"""The sheet as a page to read and print."""

import re

from quotereview.export import html
from tests.export import golden
from tests.export.rows import HOSTILE, ROWS


def test_sheet_is_as_expected() -> None:
    golden.check("sheet.html", html.content(ROWS))


def test_page_asks_for_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = html.content([HOSTILE]).decode()
    assert not re.search(r"<(script|link|img|iframe|a)\b|@import|url\(", page)
    assert "&lt;script&gt;" in page


def test_summary_counts_what_is_not_decided() -> None:
    assert "3 quotes of 2 articles; 2 not decided." in html.content(ROWS[:3]).decode()


def test_summary_counts_what_was_accepted_unread() -> None:
    assert "4 quotes of 2 articles; 2 not decided; 1 accepted in bulk, unread." in html.content(ROWS).decode()
