"""Nothing is missed: by keyboard, in the real program, to an article that is closed and still so the next day."""

from pathlib import Path

from tests.journeys.conftest import Sitting

STORY = (
    "The pier will close on Monday,” warden Ida Moor said. The piles are rotten.\n\n"
    "“We had no choice,” Moor told residents.\n"
)


def test_marks_are_explained_quotes_ruled_and_the_article_closed(sitting: Sitting, tmp_path: Path) -> None:
    story = tmp_path / "pier.txt"
    story.write_text(STORY, encoding="utf-8")
    sitting.come(story)
    sitting.wait_for_reading()
    window, desk = sitting.window, sitting.window.desk
    assert len(desk.session.closing.doubts(desk.article)) == 1

    sitting.press("W")
    selected = window.article_view.selection()
    assert selected and selected.of(STORY) == "”"
    sitting.press("Shift+W", ":its other mark is missing", "Return")
    assert desk.session.closing.doubts(desk.article) == ()

    sitting.press("Ctrl+Return")
    assert "still open" in window.messages.sentence
    while desk.session.open_quotes():
        sitting.press("Return")
    sitting.press("Ctrl+Return")
    assert [one.closed for one in desk.session.articles()] == [True]

    sitting.leave()
    sitting.come()
    session = sitting.window.desk.session
    assert [one.closed for one in session.articles()] == [True]
    sitting.press("Ctrl+Z", "Ctrl+Z")
    assert [one.closed for one in session.articles()] == [False]
