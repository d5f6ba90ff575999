"""The words of quotes are shaped by keyboard in the real program, and their speakers are looked for anew."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from quotereview.model import Verdict
from tests.journeys.conftest import Sitting

STORY = (
    "The pier will close on Monday, warden Ida Moor said.\n\n"
    "“We had no choice,” Moor told residents. “The piles are rotten. Nobody looked at them.”\n\n"
    "“It is a shame,” fisherman Otto Rand said.\n"
)


def words(sitting: Sitting) -> list[str]:
    return [passage.words for passage in sitting.focused().ruling.passages]


def speaker(sitting: Sitting) -> str | None:
    ruling = sitting.focused().ruling
    return ruling.speaker.name if ruling.speaker else None


def test_shrink_split_merge_and_take_it_all_back(sitting: Sitting, qtbot: QtBot, tmp_path: Path) -> None:
    story = tmp_path / "pier.txt"
    story.write_text(STORY, encoding="utf-8")
    sitting.come(story)
    sitting.wait_for_reading()
    before = sitting.verdicts()
    sitting.press("Ctrl+Home", "E", "Left", "Return")
    whole = ["We had no choice,", "The piles are rotten. Nobody looked at them."]
    shorter = [whole[0], "The piles are rotten. Nobody looked at"]
    qtbot.waitUntil(lambda: words(sitting) == shorter, timeout=20_000)
    assert (speaker(sitting), sitting.focused().verdict) == ("Ida Moor", Verdict.OPEN)
    sitting.press("E", "Right", "Return")
    qtbot.waitUntil(lambda: words(sitting) == whole, timeout=20_000)

    sitting.press("E", "/", "Return")
    qtbot.waitUntil(lambda: words(sitting) == whole[:1], timeout=20_000)
    assert speaker(sitting) == "Ida Moor"
    sitting.press("J")
    assert (words(sitting), speaker(sitting)) == (whole[1:], "Ida Moor")

    sitting.press("E", "+", "Return")
    qtbot.waitUntil(lambda: len(sitting.verdicts()) == 2, timeout=20_000)
    assert words(sitting) == [*whole[1:], "It is a shame,"]

    sitting.press(*["Ctrl+Z"] * 4)
    assert sitting.verdicts() == before
    assert words(sitting) == whole
