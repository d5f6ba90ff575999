"""An article in a language without a model: its quotes are there, the card says why, the editor names the speakers."""

from quotereview.model import Verdict
from tests.journeys.conftest import Sitting

GERMAN = "Die Brücke hält\n\nBürgermeisterin Tuva Lind sagte: „Die Brücke ist sicher.“ Es gab keinen Beifall.\n"


def test_the_card_says_why_nobody_is_named_and_the_editor_names_somebody(sitting: Sitting) -> None:
    article = sitting.folder / "brücke.txt"
    article.write_text(GERMAN, encoding="utf-8")
    window = sitting.come(article)
    sitting.wait_for_reading()
    why = "There is no language model for German; the quotes are found, the speakers are yours to name."
    assert why in window.card.said().splitlines()
    window.article_view.setFocus()
    quote = sitting.focused().id
    sitting.press("S", ":Tuva Lind", "Return", "Return")
    assert sitting.verdicts()[quote] is Verdict.CORRECTED
    speaker = window.desk.session.quote(quote).ruling.speaker
    assert speaker is not None
    assert speaker.name == "Tuva Lind"
