"""How editions are told in the window."""

import pytest

from quotereview.review.compared_editions import Comparison
from quotereview.review.editions import Likely
from quotereview.review.session import Session
from quotereview.ui import editions_words
from tests.review.test_editions import FERRY, NEWER, keep, quote


@pytest.fixture
def likely(session: Session) -> Likely:
    """Two editions, nothing ruled on."""
    for article in (FERRY, NEWER):
        keep(session, article)
    found = session.editions.likely(NEWER.id)
    assert found
    return found


def plain(words: str) -> str:
    """Words without the signs that set apart what is somebody else's."""
    return "".join(letter for letter in words if letter not in "\u2068\u2069")


def compared(session: Session, likely: Likely) -> Comparison:
    return session.editions.compare(likely.article.id, likely.older.id)


def test_our_words_come_first_so_that_no_title_turns_the_line_round(likely: Likely) -> None:
    asked = plain(editions_words.question(likely, "Shift+E"))
    assert asked.startswith("A newer edition of “Headline of ferry.txt”, it seems: “Headline of ferry-2.txt” (the same")
    assert asked.endswith("Shift+E compares them.")
    assert (
        plain(editions_words.named("Older", likely.older))
        == "Older: “Headline of ferry.txt”, Coast Mail · 2 March 2026"
    )
    assert editions_words.titles([likely, likely], "Shift+E").startswith("2 articles look like newer editions")


def test_what_would_be_done_is_said(session: Session, likely: Likely) -> None:
    said = editions_words.offered(likely, compared(session, likely))
    assert said.startswith("The same address") and "Nobody has ruled on the older one" in said
    session.stories.rename(FERRY.id, "The ferries")
    said = editions_words.offered(likely, compared(session, likely))
    assert said.endswith("; the older one would leave the desk; taken over, too: the name of its story.")
    session.confirm(quote(session, FERRY, "The ferry"))
    said = editions_words.offered(likely, compared(session, likely))
    assert "1 ruling on the older one holds in the newer, none would be asked about" in said
    session.confirm(quote(session, FERRY, "The kiosk"))
    session.confirm(quote(session, FERRY, "We shall"))
    said = editions_words.offered(likely, compared(session, likely))
    assert "2 rulings on the older one hold in the newer, 1 would be asked about" in said


def test_what_would_be_asked_about_comes_first_and_what_is_the_same_last(session: Session, likely: Likely) -> None:
    session.confirm(quote(session, FERRY, "The kiosk"))
    session.confirm(quote(session, FERRY, "The ferry"))
    lines = editions_words.comparison_lines(compared(session, likely))
    assert [line.row.beside.split()[-1] for line in lines] == ["gone", "changed", "changed", "added", "same", "same"]
    assert "✓ confirmed, asked about" in lines[0].row.below and "✓ confirmed, taken over" in lines[4].row.below
    assert (lines[4].why, lines[5].why) == (editions_words.HOLDS, editions_words.SAME)
    assert lines[0].newer is None and lines[3].older is None and lines[3].why == editions_words.ADDED


def test_rulings_that_wait_are_counted() -> None:
    assert editions_words.waiting(1, "Shift+E") == (
        "1 ruling on an older edition of this article waits to be looked at: Shift+E shows it."
    )
    assert editions_words.left(2) == "2 rulings wait to be looked at: they may not hold in this edition."
