"""A small day's job, from an empty store to a sheet, by keyboard."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.ui.controls import Button
from tests.journeys.conftest import Sitting

SAMPLES = 25


def test_from_an_empty_store_to_a_sheet_and_back_at_the_same_quote(sitting: Sitting, qtbot: QtBot) -> None:
    start_with_the_samples(sitting)
    reviewed = review_eight_quotes(sitting)
    reviewed[add_a_missed_quote(sitting, qtbot)] = Verdict.OPEN
    undo_and_redo(sitting)
    go_to_a_quote_that_others_printed(sitting)
    export_both_sheets(sitting, len(sitting.verdicts()))
    at = sitting.focused().id
    sitting.leave()
    sitting.come()
    assert sitting.focused().id == at
    assert {quote: verdict for quote, verdict in sitting.verdicts().items() if quote in reviewed} == reviewed


def start_with_the_samples(sitting: Sitting) -> None:
    window = sitting.come()
    assert window.centre.currentWidget() is window.start
    assert window.whose.text() == "Ana Lund · day.qrev"
    samples = next(button for button in window.start.findChildren(Button) if "sample" in button.text())
    assert QApplication.focusWidget() is samples
    QTest.keyClick(samples, Qt.Key.Key_Return)
    sitting.wait_for_reading()
    assert len(window.desk.session.articles()) == SAMPLES
    assert window.status.said().endswith(f"{SAMPLES} read")
    focus = QApplication.focusWidget()
    assert focus is not None and window.article_view.isAncestorOf(focus)


def review_eight_quotes(sitting: Sitting) -> dict[str, Verdict]:
    """Each kind of ruling once or twice; gives the verdicts that must stand."""
    reviewed: dict[str, Verdict] = {}
    for keys, verdict in (
        (["Return"], Verdict.CONFIRMED),
        (["2", "Return"], Verdict.CORRECTED),
        (["S", ":Nora Lind", "Return", "Return"], Verdict.CORRECTED),
        (["O", ":harbour radio", "Return", "Return"], Verdict.CORRECTED),
        (["X"], Verdict.NOT_A_QUOTE),
        (["D"], Verdict.DISPUTED),
        (["N", ":call back", "Return", "C"], Verdict.CANNOT_VERIFY),
        (["Return"], Verdict.CONFIRMED),
    ):
        quote = sitting.focused()
        assert not quote.decided
        sitting.press(*keys)
        reviewed[quote.id] = verdict
        assert sitting.window.desk.session.quote(quote.id).verdict is verdict
        assert sitting.focused().id != quote.id
    assert sitting.window.status.said().startswith("8 of ")
    return reviewed


def add_a_missed_quote(sitting: Sitting, qtbot: QtBot) -> str:
    """Selects two words by keyboard where no quote is; the new quote comes with candidates and is in focus."""
    before = set(sitting.verdicts())
    sitting.press("T", "Ctrl+Home", "Ctrl+Shift+Right", "Ctrl+Shift+Right", "Q")
    qtbot.waitUntil(lambda: len(sitting.verdicts()) == len(before) + 1, timeout=20_000)
    added = sitting.focused()
    assert added.added_by_hand and added.id not in before
    assert added.proposal.candidates
    return added.id


def undo_and_redo(sitting: Sitting) -> None:
    at = sitting.focused().id
    before = sitting.verdicts()
    sitting.press("1")
    after = sitting.verdicts()
    assert after[at] in (Verdict.CONFIRMED, Verdict.CORRECTED)
    sitting.press("Ctrl+Z")
    assert sitting.verdicts() == before
    sitting.press("Ctrl+Shift+Z")
    assert sitting.verdicts() == after
    sitting.press("Ctrl+Z")


def go_to_a_quote_that_others_printed(sitting: Sitting) -> None:
    """Steps on until the panel shows other outlets, and goes over to one of them and back."""
    window = sitting.window
    for _ in window.desk.items:
        if matches := window.desk.session.crosscheck.partners(window.desk.quote):
            break
        sitting.press("J")
    here, there = matches[0].here, matches[0].there
    assert here.outlet != there.outlet
    assert there.outlet in {button.text() for button in window.crosscheck.findChildren(Button)}
    window.crosscheck.match_chosen.emit(there.article, there.quote)
    assert (window.desk.article, window.desk.quote) == (there.article, there.quote)
    window.desk.focus(here.article, here.quote)


def export_both_sheets(sitting: Sitting, quotes: int) -> None:
    for name in ("sheet.xlsx", "sheet.html"):
        to = sitting.folder / name
        sitting.answers.paths = [to]
        sitting.press("Ctrl+E", "Return")
        sitting.qtbot.waitUntil(lambda: f"The sheet is written: {to}" == sitting.window.messages.sentence)  # noqa: B023
    assert rows_of(sitting.folder / "sheet.xlsx") == quotes
    page = (sitting.folder / "sheet.html").read_text(encoding="utf-8")
    assert "Nora Lind" in page and "call back" in page


def rows_of(spreadsheet: Path) -> int:
    sheet = load_workbook(spreadsheet).worksheets[0]
    texts = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(at for at, row in enumerate(texts) if sum(cell is not None for cell in row) > 5)
    return len(texts) - header - 1
