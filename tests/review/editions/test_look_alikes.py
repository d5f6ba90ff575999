"""No look-alike is taken for the quote that was ruled upon, and what an edit left as it was is found again."""

import re
from collections.abc import Callable
from functools import cache
from itertools import combinations

import pytest

from quotereview import detection
from quotereview.model import Span, StandingQuote, Zone
from quotereview.review.reanchoring import Compared, Difference, Edition, Reanchoring
from tests.review.editions import edits, ruled
from tests.review.editions.look_alikes import LOOK_ALIKES, LookAlike, base, edited

Editions = Callable[[str], Edition]


@pytest.fixture(scope="module")
def edition(detector: detection.Detector) -> Editions:
    """An edition of a text, detected once."""
    return cache(lambda text: ruled.undecided(detector, text))


def compared(edition: Editions, older: str, newer: str) -> tuple[Compared, ...]:
    """What became of the quotes of the older text, all of them ruled upon."""
    found = Reanchoring(ruled.decided(edition(older)), edition(newer)).compare()
    return tuple(one for one in found if one.older)


def begins(quote: StandingQuote | None, words: str) -> bool:
    """Whether a passage of a quote begins with some words."""
    return bool(quote) and any(passage.words.startswith(words) for passage in quote.ruling.passages)


def test_look_alikes_are_many_and_of_many_kinds() -> None:
    assert len(LOOK_ALIKES) >= 60
    assert len({one.kind for one in LOOK_ALIKES}) >= 9
    assert {one.article for one in LOOK_ALIKES} == set(edits.ARTICLES)


@pytest.mark.parametrize("planted", LOOK_ALIKES, ids=lambda one: f"{one.kind}-{one.article}-{one.words[:12]}")
def test_no_look_alike_is_taken_for_the_original(edition: Editions, planted: LookAlike) -> None:
    text = base(planted.article)
    found = [one for one in compared(edition, text, edited(text, *planted.edits)) if begins(one.older, planted.words)]
    original = found[planted.nth]
    assert original.difference in (Difference.CHANGED, Difference.GONE)
    assert original.ruling is None and original.why


@pytest.mark.parametrize("article", ["ferry", "mine", "talks", "school", "storm", "club", "french"])
def test_no_quote_is_taken_over_whose_speaker_goes_by_another_name_now(edition: Editions, article: str) -> None:
    text = base(article)
    quotes = ruled.decided(edition(text)).quotes
    named = {quote.ruling.speaker.name for quote in quotes if quote.ruling.speaker}
    people = sorted(name for name in named if name.istitle() and " " in name)
    assert len(people) >= 2
    for one, other in combinations(people, 2):
        for each in compared(edition, text, swapped(text, one, other)):
            speaker = each.older.ruling.speaker if each.older else None
            assert not (speaker and speaker.name in (one, other)) or each.difference is not Difference.SAME


def test_what_an_edit_left_as_it_was_is_found_again(edition: Editions) -> None:
    all_of_them, found = 0, 0
    for edit in edits.EDITS:
        for article in edits.ARTICLES:
            older, newer = base(article), edit(article)
            left = [one for one in compared(edition, older, newer) if still_there(one, older, newer)]
            all_of_them += len(left)
            found += sum(one.difference is Difference.SAME for one in left)
            assert all(moved_rightly(one, newer) for one in left if one.difference is Difference.SAME)
    assert all_of_them > 600
    assert found / all_of_them >= 0.95, f"{found} of {all_of_them}"


def still_there(one: Compared, older: str, newer: str) -> bool:
    """Whether the paragraph of a quote is in the newer text, as it was but for its marks."""
    assert one.older
    start = one.older.proposal.span.start
    paragraph = next(each for each in edits.paragraphs(older) if older.index(each) + len(each) > start)
    return plain(paragraph) in plain(newer) and one.older.proposal.zone is not Zone.HEADLINE


def plain(text: str) -> str:
    """A text with marks of one sort."""
    return re.sub("[“”]", '"', re.sub("[‘’]", "'", text))


def moved_rightly(one: Compared, newer: str) -> bool:
    """Whether the ruling has the words, and the place of the speaker's name, where the newer text has them."""
    assert one.older and one.ruling
    speaker, before = one.ruling.speaker, one.older.ruling.speaker
    words = [passage.span.of(newer) == passage.words for passage in one.ruling.passages]
    mention = speaker.mention if speaker else None
    named = before and before.printed
    return all(words) and (mention is None or plain(Span(*mention).of(newer)) == plain(named or ""))


def swapped(text: str, one: str, other: str) -> str:
    """A text in which two people have changed their names."""
    names, others = one.split()[-2:], other.split()[-2:]
    new = dict(zip([*names, *others], [*others, *names], strict=True))
    return re.sub(rf"\b(?:{'|'.join(new)})\b", lambda found: new[found.group()], text)
