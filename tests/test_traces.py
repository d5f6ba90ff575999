"""By what an article is known again."""

import pytest

from quotereview import traces as traces_room
from quotereview.traces import ADDRESSES, address, runs, traces

STORY = (
    "The ferry sails again on Monday, the harbour office said. Nobody had told the crews about the strike, and every "
    "ticket that was sold for the weekend is paid back by the end of the month."
)


@pytest.mark.parametrize(
    "url",
    [
        "https://coast.example/2026/03/ferry",
        "http://www.coast.example/2026/03/ferry/",
        "//COAST.example/2026/03/ferry#comments",
        "https://coast.example:443/2026/03/ferry?utm_source=letter&fbclid=1",
        "https://m.coast.example/2026/03/ferry/amp",
        "https://reader:word@coast.example/2026/03/ferry/index.html",
    ],
)
def test_an_address_is_the_same_however_one_came_there(url: str) -> None:
    assert address(url) == "coast.example/2026/03/ferry"


def test_what_names_another_page_is_kept() -> None:
    assert address("https://coast.example/?p=17&utm_medium=x") == "coast.example?p=17"
    assert address("https://coast.example/a?b=2&a=1") == address("https://coast.example/a?a=1&b=2")
    assert address("https://coast.example/a") != address("https://fjord.example/a")
    assert address("https://coast.example/a?p=1") != address("https://coast.example/a?p=2")


@pytest.mark.parametrize("url", [None, "", "https://coast.example/", "https://www.coast.example", "no address"])
def test_what_names_no_page_is_no_address(url: str | None) -> None:
    assert address(url) is None
    assert max(traces(STORY, url)) < ADDRESSES


def shared(here: str, there: str) -> float:
    """What two texts have in common."""
    return traces_room.shared(runs(here), runs(there))


def test_texts_share_the_runs_of_the_shorter_one() -> None:
    assert shared(STORY, STORY.upper()) == 1
    assert shared(STORY, f"A headline\n\n{STORY} And another paragraph of the same length, or nearly so.") == 1
    assert 0.6 < shared(STORY, STORY.replace("Monday", "Tuesday")) < 1
    assert shared(STORY, "Nothing of the sort stands in this text about the mayor of another town.") == 0
    assert shared("", STORY) == 0


def test_scripts_that_do_not_part_words_are_compared_by_their_letters() -> None:
    assert len(runs("渡轮星期一恢复航行")) == 5
    assert shared("渡轮星期一恢复航行", "渡轮星期一恢复航行，港务局说") == 1


def test_a_long_text_leaves_few_traces_and_a_short_one_all_it_has() -> None:
    long = " ".join(f"word{number}" for number in range(3000))
    assert 100 < len(traces(long, None)) < 300
    assert traces(STORY, None) == runs(STORY)
    half = " ".join(f"word{number}" for number in range(1500, 3000))
    assert len(traces(long, None) & traces(half, None)) > 40


def test_an_address_leaves_one_trace() -> None:
    with_address = traces(STORY, "https://coast.example/ferry")
    assert [trace for trace in with_address if trace >= ADDRESSES] == [
        trace for trace in traces("Other words.", "http://www.coast.example/ferry/") if trace >= ADDRESSES
    ]
