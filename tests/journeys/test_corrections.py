"""One correction for all quotes that hang on it, a source that holds for less, and the same as before, by keyboard."""

from quotereview.model import StandingQuote, Verdict
from tests.journeys.conftest import Sitting

TEXT = """Harbour to be dredged

Mayor Oskar Vint met reporters in the harbour on Monday.

In a statement published by Radio Sund, Vint said “the harbour will be dredged by May”.

“We have waited ten years for this,” he said. “Nobody will lose a berth,” he added.

“The money is there,” he said. Fishers were not convinced. “I will believe it when I see a ship,” said Mara Voss, who
mends nets.
"""


def stands(sitting: Sitting) -> list[tuple[str, str, Verdict]]:
    """Speaker, source and verdict of each quote, in the order of the text."""
    desk = sitting.window.desk
    return [_named(quote) for quote in desk.session.quotes(desk.article)]


def _named(quote: StandingQuote) -> tuple[str, str, Verdict]:
    speaker, source = quote.ruling.speaker, quote.ruling.source
    return speaker.name if speaker else "", source.name if source else "", quote.verdict


def test_a_corrected_he_is_corrected_everywhere_and_read_one_by_one(sitting: Sitting) -> None:
    article = sitting.folder / "harbour.txt"
    article.write_text(TEXT, encoding="utf-8")
    window = sitting.come(article)
    sitting.wait_for_reading()
    window.article_view.setFocus()
    proposed = stands(sitting)
    assert [speaker for speaker, _, _ in proposed] == [*["Oskar Vint"] * 4, "Mara Voss"]

    sitting.press("Return", "S", ":Nora Lind", "Return")
    assert window.offer_bar.said().startswith("2 more quotes hang on")
    sitting.press("Shift+A")
    followed = ("Nora Lind", "Radio Sund", Verdict.OPEN)
    assert stands(sitting)[2:4] == [followed, followed]
    assert "Speaker as corrected at “We have waited ten years for this,”" not in window.card.said()
    sitting.press("Return")
    assert "Speaker as corrected at “We have waited ten years for this,”" in window.card.said()

    sitting.press("Return", "[", "Return")
    assert stands(sitting)[2:4] == [
        ("Nora Lind", "Radio Sund", Verdict.CORRECTED),
        ("Nora Lind", "", Verdict.CORRECTED),
    ]
    sitting.press("A")
    assert stands(sitting)[4] == ("Nora Lind", "", Verdict.CORRECTED)

    sitting.leave()
    sitting.come()
    sitting.press(*["Ctrl+Z"] * 7)
    assert stands(sitting) == proposed
