"""Articles of one event: by how alike their openings are, the quotes that they print, and the days between them."""

from datetime import date, timedelta

import pytest

from quotereview.matching import stories

DAY = date(2026, 9, 12)
BOTH = frozenset({"a1", "a2"})


@pytest.mark.parametrize(
    ("likeness", "days", "quoting", "together"),
    [
        (0.16, 0, False, True),
        (0.16, 3, False, True),
        (0.2, None, False, True),
        (0.19, None, False, False),
        (0.16, 4, False, False),
        (0.15, 0, False, False),
        (0.08, 7, True, True),
        (0.08, None, True, True),
        (0.9, 8, True, False),
        (0.07, 0, True, False),
    ],
)
def test_two_articles_tell_one_story_by_openings_quotes_and_days(
    likeness: float, days: int | None, quoting: bool, together: bool
) -> None:
    published = {"a1": DAY, "a2": None if days is None else DAY + timedelta(days=days)}
    found = stories(published, [("a2", "a1", likeness)], {BOTH} if quoting else set(), {})
    assert found == ((("a1", "a2"),) if together else (("a1",), ("a2",)))


def test_a_story_goes_on_from_article_to_article_and_is_told_by_date() -> None:
    published = {
        "last": DAY + timedelta(days=5),
        "undated": None,
        "both": DAY + timedelta(days=2),
        "first": DAY,
        "other": DAY - timedelta(days=9),
    }
    alike = [("both", "last", 0.3), ("first", "both", 0.3), ("undated", "first", 0.3), ("gone", "first", 0.9)]
    assert stories(published, alike, set(), {}) == (("other",), ("first", "both", "last", "undated"))


def test_an_article_without_a_date_goes_with_the_one_it_is_most_like_and_leads_nowhere_else() -> None:
    published = {"a1": DAY, "a2": DAY + timedelta(days=40), "u1": None, "u2": None}
    alike = [("a1", "u1", 0.3), ("u1", "a2", 0.4), ("u1", "u2", 0.25)]
    assert stories(published, alike, set(), {}) == (("a1",), ("a2", "u1", "u2"))


def test_what_an_editor_ruled_alone_puts_an_article_where_it_is() -> None:
    published = dict.fromkeys(("a1", "a2", "a3", "a4"), DAY)
    alike = [("a2", "a1", 0.5), ("a4", "a3", 0.5)]
    assert stories(published, alike, set(), {"a2": "a3"}) == (("a1",), ("a2", "a3", "a4"))
    assert stories(published, alike, set(), {"a2": "a2"}) == (("a1",), ("a2",), ("a3", "a4"))
    assert stories(published, alike, set(), {"a2": "a2", "a1": "a2"}) == (("a1", "a2"), ("a3", "a4"))
    assert stories(published, alike, set(), {"a1": "a4", "a4": "a1"}) == (("a1", "a4"), ("a2",), ("a3",))


def test_articles_stay_together_whose_story_was_told_by_one_that_is_gone() -> None:
    published = dict.fromkeys(("a1", "a2", "a3"), DAY)
    assert stories(published, [], set(), {"a1": "gone", "a3": "gone"}) == (("a1", "a3"), ("a2",))
