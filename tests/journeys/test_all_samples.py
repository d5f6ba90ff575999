"""All sample articles reviewed to the end without a mouse: everything decided as the gold has it, and the keys counted.

`pytest --log-cli-level=INFO` prints the keys article by article.
"""

import logging

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.model import Verdict
from tests.journeys.conftest import Sitting
from tests.journeys.gold import Gold, not_as_wanted, read_gold
from tests.journeys.keyboard import KeyboardEditor, Tally

ARTICLES = 25
MOST_KEYS = 1.3
MOSTLY_RIGHT = 0.9
SOME = 12  # articles, at least, of which nine proposals in ten are right
HALF = 100  # quotes, after which the editor goes for lunch
TAKEN_BACK = 3


def test_all_articles_to_the_end_by_keyboard(sitting: Sitting) -> None:
    gold = read_gold()
    begin_with_the_samples(sitting)
    editor = KeyboardEditor(sitting, gold)
    review(sitting, editor, HALF)
    take_back_and_do_again(sitting)
    leave_and_come_back(sitting)
    review(sitting, editor)
    total = len(sitting.verdicts())
    assert sitting.window.status.said().startswith(f"{total} of {total} decided ✓")
    assert sitting.window.status.export.isVisible()
    assert left_wrong(sitting, gold) == []
    assert in_conflict(sitting) >= {"speaker", "source", "words", "negation", "number", "hedge"}
    logging.getLogger(__name__).info("\n%s", editor.tally.table())
    assert_few_keys(editor.tally, read_articles(sitting))


def begin_with_the_samples(sitting: Sitting) -> None:
    window = sitting.come()
    focus = QApplication.focusWidget()
    assert focus is not None and window.start.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    sitting.wait_for_reading()
    assert len(window.desk.session.articles()) == ARTICLES


def review(sitting: Sitting, editor: KeyboardEditor, quotes: int | None = None) -> None:
    """Rule on what comes next, so many quotes or until none is left; each ruling stands at once."""
    session = sitting.window.desk.session
    while session.open_quotes() and (quotes is None or session.progress().decided < quotes):
        assert session.quote(editor.rule()).decided


def take_back_and_do_again(sitting: Sitting) -> None:
    """Undo some steps and redo them: the verdicts are those before, then those after."""
    stood = sitting.verdicts()
    for _ in range(TAKEN_BACK):
        sitting.press("Ctrl+Z")
    taken = {quote for quote, verdict in sitting.verdicts().items() if verdict is not stood[quote]}
    assert 0 < len(taken) <= TAKEN_BACK
    assert all(sitting.verdicts()[quote] is Verdict.OPEN for quote in taken)
    for _ in range(TAKEN_BACK):
        sitting.press("Ctrl+Shift+Z")
    assert sitting.verdicts() == stood
    sitting.press("G")


def leave_and_come_back(sitting: Sitting) -> None:
    """Another start shows the same quote, and all that was ruled."""
    at, stood = sitting.focused().id, sitting.verdicts()
    sitting.leave()
    sitting.come()
    assert sitting.focused().id == at
    assert sitting.verdicts() == stood


def in_conflict(sitting: Sitting) -> set[str]:
    """In what outlets differ that print the same words, all being ruled as they have it."""
    groups = sitting.window.desk.session.crosscheck.groups()
    return {conflict.field for group in groups for match in group.matches for conflict in match.conflicts}


def read_articles(sitting: Sitting) -> list[str]:
    """The articles in languages that there is a model for."""
    session = sitting.window.desk.session
    readings = {summary.name: session.detection(summary.id) for summary in session.articles()}
    return [name for name, reading in readings.items() if reading.language_model != "none"]


def left_wrong(sitting: Sitting, gold: Gold) -> list[str]:
    session = sitting.window.desk.session
    articles = [session.article(summary.id) for summary in session.articles()]
    return [
        f"{article.name}: {fault}"
        for article in articles
        for fault in not_as_wanted(gold.of(article.name), session.quotes(article.id))
    ]


def assert_few_keys(tally: Tally, read: list[str]) -> None:
    """What wrong proposals cost is little enough where nine in ten are right, on average over what is read.

    Articles of which nine in ten are right take no more as they are.
    """
    assert MOSTLY_RIGHT + (1 - MOSTLY_RIGHT) * tally.of(*read).per_wrong <= MOST_KEYS
    mostly_right = [name for name in tally.articles() if tally.of(name).proposed_right >= MOSTLY_RIGHT]
    assert len(mostly_right) >= SOME
    assert tally.of(*mostly_right).per_quote <= MOST_KEYS
