"""Which agency an article names as the one that wrote it."""

import pytest

from quotereview.matching.credits import credit
from quotereview.model import PrintedText

BODY = "The ferry sails again on Monday, the harbour office told Reuters."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Ferry sails\n\nLOFTHAVN, Sept. 12 (AP) -- {BODY}", "Associated Press"),
        (f"Ferry sails\n\nLofthavn (Xinhua) - {BODY}", "Xinhua"),
        (f"Ferry sails\nBy The Associated Press\n\n{BODY}", "Associated Press"),
        (f"Ferry sails\n\n{BODY}\n\n- AFP.", "Agence France-Presse"),
        (f"Ferry sails\n\n{BODY}\n\n© 2026 dpa\n", "Deutsche Presse-Agentur"),
        (f"Ferry sails\n\n{BODY}\n(Additional reporting by Una Holm; Editing by Per Lie.)", "Reuters"),
        (f"Ferry sails\n\n{BODY}", None),
        (f"Ferry sails\n\n{BODY}\n\nThey told AFP.", None),
        (f"Ferry sails\n\nBy Monday the office had told Reuters.\n\n{BODY} (He is 40.)", None),
    ],
)
def test_a_dateline_a_byline_or_the_last_line_credits_an_agency(text: str, agency: str | None) -> None:
    assert credit(PrintedText("a1", "Coast Mail", None, None, text, ())) == agency


def test_an_agency_is_credited_in_its_own_copy_and_by_the_byline_of_a_file() -> None:
    assert credit(PrintedText("a1", "The Associated Press", None, None, BODY, ())) == "Associated Press"
    assert credit(PrintedText("a1", "Coast Mail", None, "Una Holm for AFP", BODY, ())) == "Agence France-Presse"
