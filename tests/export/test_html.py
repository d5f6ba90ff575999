"""The sheet as a page to read and print."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from quotereview.export import html
from quotereview.model import Imprint
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


def test_the_foot_says_who_wrote_it_when_and_under_which_seal() -> None:
    imprint = Imprint("Mara <Voss>", datetime(2026, 5, 13, 8, 5, tzinfo=UTC), "ab" * 32, "quotereview 1.2.3")
    page = html.content(ROWS, imprint).decode()
    told = "Written by Mara &lt;Voss&gt;, 2026-05-13 08:05 UTC, with quotereview 1.2.3. Seal of all rulings: abab"
    assert told in page
    assert "Written, 2026-05-13" in html.content(ROWS, replace(imprint, editor="")).decode()
