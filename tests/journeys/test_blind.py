"""A second editor reads blind, by keyboard alone: sees nothing of the first reading, and then how far both agree."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from quotereview.settings import EDITOR, Settings
from quotereview.store import check
from quotereview.ui.window import MainWindow
from tests.journeys.conftest import Sitting
from tests.ui.seen import words_of

FERRY = (
    "Ferry late again\n\nBy Ida Holm\n\n“We had fog all morning,” skipper Jon Aas said. “It was thick,” he added.\n\n"
    "“Nobody was told of it,” said Mara Lind, who had waited on the pier.\n\n“We shall pay for all of it,” Aas said.\n"
)
PLANTED = "Zelda"
ANA, BEN = "Ana Lund", "Ben Ode"


@pytest.fixture
def first_read(sitting: Sitting, tmp_path: Path) -> Sitting:
    """A store of one article, all of whose quotes Ana has ruled on, a planted name in each of her rulings."""
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY, encoding="utf-8")
    sitting.come(file)
    sitting.wait_for_reading()
    while any(verdict is Verdict.OPEN for verdict in sitting.verdicts().values()):
        sitting.press("S", f":{PLANTED} Ray", "Return", "O", f":{PLANTED} Post", "Return")
        sitting.press("N", f":ask {PLANTED}", "Return", "Y", f":so says {PLANTED}", "Return", "G")
    assert PLANTED in words_of(sitting.window)
    sitting.leave()
    Settings(sitting.folder / "settings.json").set(EDITOR, BEN)
    sitting.come()
    return sitting


def in_new_window(sitting: Sitting, qtbot: QtBot, *keys: str) -> MainWindow:
    """Press keys that open the store anew, and wait for the window that does."""
    before = sitting.window
    sitting.press(*keys)
    qtbot.waitUntil(lambda: sitting.window is not before and sitting.window.begun)
    sitting.window.activateWindow()
    return sitting.window


def read(sitting: Sitting, qtbot: QtBot) -> MainWindow:
    """Begin to read blind all that Ana decided."""
    sitting.press("Ctrl+B")
    assert sitting.window.blind_reading.panel.said().startswith("Read blind what others decided: 4 quotes")
    return in_new_window(sitting, qtbot, "Return")


def test_nothing_of_the_first_reading_is_in_sight(first_read: Sitting, qtbot: QtBot) -> None:
    sitting = first_read
    window = read(sitting, qtbot)
    assert PLANTED not in words_of(window)
    assert window.windowTitle().startswith("Reading blind — ")
    assert "⊘ reading blind · 0 of 4 decided" in window.status.said()
    assert set(sitting.verdicts().values()) == {Verdict.OPEN}
    looked: dict[str, tuple[str, ...]] = {
        "another quote": ("J",),
        "whom an editor may mean": ("S", ":Z"),
        "the sources": ("Esc", "O", ":Z"),
        "the filter": ("Esc", "F", ":speaker:"),
        "notes": ("Esc", "F", ":note:"),
        "people": ("Esc", "Esc", "P"),
        "one of them": ("Return",),
        "the history": ("Esc", "Esc", "I"),
        "reasons": ("Esc", "D", "K", "Y", ":s"),
        "all quotes of a speaker": ("Esc", "Z"),
        "checks": ("V",),
        "what is found": ("Esc", "Ctrl+Shift+F", ":ask"),
    }
    for what, keys in looked.items():
        sitting.press(*keys)
        qtbot.wait(1)
        assert PLANTED not in words_of(window), what
    assert sum(verdict is Verdict.DISPUTED for verdict in sitting.verdicts().values()) == 1


def test_a_blind_read_outlives_a_restart_and_ends_with_how_far_both_agree(first_read: Sitting, qtbot: QtBot) -> None:
    sitting = first_read
    read(sitting, qtbot)
    sitting.press("Return", "X", "Ctrl+Z", "1", "Return")
    sitting.leave()
    window = sitting.come()
    assert PLANTED not in words_of(window)
    sitting.press("G", "Return", "Return")
    assert window.desk.session.progress().decided == 4
    sitting.press("Ctrl+B")
    assert window.blind_reading.panel.said().startswith("Leave the blind read? All 4 ruled on.")
    sitting.press("Esc")
    assert window.blind_reading.panel.said() == ""
    sitting.press("Ctrl+B")
    window = in_new_window(sitting, qtbot, "Return")
    qtbot.waitUntil(lambda: window.stage.agreeing.open)
    said = window.stage.agreeing.panel.said().splitlines()
    assert "speaker 4 0%" in " ".join(said)
    assert said[-1] == "4 quotes are ruled differently:"
    assert all(PLANTED in row for row in window.stage.agreeing.panel.rows.spoken())
    sitting.press("Down", "Return")
    assert not window.stage.agreeing.open
    assert sitting.focused().ruling.speaker and sitting.focused().ruling.speaker.name == f"{PLANTED} Ray"
    assert window.desk.session.conflicts.of(sitting.focused().id) is not None
    assert (window.windowTitle(), list(check(sitting.store))) == ("day.qrev — quotereview", [])


def test_some_of_it_is_read(first_read: Sitting, qtbot: QtBot) -> None:
    sitting = first_read
    sitting.press("Ctrl+B", "3", ":2")
    window = in_new_window(sitting, qtbot, "Return")
    assert window.desk.session.progress().total == 2
    reads = window.desk.session.blind.reads()
    assert [(one.editor, len(one.quotes), bool(one.seed)) for one in reads] == [(BEN, 2, True)]


def test_what_is_not_done_blind_says_so(first_read: Sitting, qtbot: QtBot) -> None:
    sitting = first_read
    window = read(sitting, qtbot)
    sitting.press("B")
    assert (window.messages.sentence, window.bulk.isHidden()) == ("Not in a blind read: Ctrl+B leaves it.", True)


def test_whoever_takes_over_sees_what_is_theirs_to_see(first_read: Sitting, qtbot: QtBot) -> None:
    sitting = first_read
    window = read(sitting, qtbot)
    sitting.answers.name = ANA
    before = window
    window.actions_table["editor"].trigger()
    qtbot.waitUntil(lambda: sitting.window is not before and sitting.window.begun)
    assert sitting.window.desk.session.blind.read is None
    assert PLANTED in words_of(sitting.window)
    sitting.answers.name = BEN
    before = sitting.window
    before.actions_table["editor"].trigger()
    qtbot.waitUntil(lambda: sitting.window is not before and sitting.window.begun)
    assert PLANTED not in words_of(sitting.window)
