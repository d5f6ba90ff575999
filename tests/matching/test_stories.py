"""Articles of one event, told by the words that they quote."""

from datetime import date, timedelta

import pytest

from quotereview.matching import stories
from quotereview.model import Wording
from tests.matching.held import Held
from tests.matching.wordings import wording

SAID = "Every herring boat from Lofthavn to Skarvik will be inspected before the first of October"
DAY = date(2026, 9, 12)


def told(words: str, article: str, published: date | None = DAY) -> Wording:
    return wording(words, article=article, quote=f"q-{article}", published=published)


def told_together(*wordings: Wording) -> tuple[tuple[str, ...], ...]:
    return stories(Held(wordings).telling(), {wording.article: wording.published for wording in wordings})


@pytest.mark.parametrize(
    ("words", "published", "together"),
    [
        (SAID, DAY, True),
        ("every herring boat from Lofthavn to Skarvik", DAY + timedelta(days=7), True),
        (SAID, None, True),
        (SAID, DAY + timedelta(days=8), False),
        ("every herring boat from Lofthavn", DAY, False),
        ("will be before the first of", DAY, False),
        ("Not one harbour master was asked about the herring boats", DAY, False),
    ],
)
def test_articles_of_a_week_that_share_telling_words_are_one_story(
    words: str, published: date | None, together: bool
) -> None:
    found = told_together(told(SAID, "a1"), told(words, "a2", published))
    assert found == ((("a1", "a2"),) if together else (("a1",), ("a2",)))


def test_a_story_goes_on_from_article_to_article_and_is_told_by_date() -> None:
    later = "The union of deckhands calls the inspection a theatre for television viewers"
    both = told(f"{SAID}. {later}", "a2", DAY + timedelta(days=5))
    last = told(later, "a1", DAY + timedelta(days=10))
    early = told("Snow fell on the plain", "a4", DAY - timedelta(days=1))
    assert told_together(last, both, told(SAID, "a3"), early) == (("a4",), ("a3", "a2", "a1"))


def test_words_that_everybody_quotes_make_no_story() -> None:
    assert len(told_together(*(told(SAID, f"a{number}") for number in range(13)))) == 13
