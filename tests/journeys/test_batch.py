"""A batch with bad files: each is refused in one sentence, the rest is there and can be reviewed."""

from pathlib import Path

from quotereview.model import Verdict
from tests.journeys.conftest import Sitting

GOOD = (
    "Quay walls cracked\n\nHarbour master Lena Voigt said the quay was “older than all of us”.\n\n"
    "“We will mend it before winter,” she told reporters.\n"
)


def a_folder_of_files(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a-good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "b-binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "c-empty.txt").write_bytes(b"")
    (folder / "d-broken.jsonl").write_text('{"id": "x", "text": "Nobody said it."}\n{"id": \n', encoding="utf-8")
    (folder / "e-latin.txt").write_bytes("Café owner Zoë Blum said: “It is over.”\n".encode("cp1252"))
    return folder


def test_the_good_ones_are_read_and_each_bad_one_says_why(sitting: Sitting) -> None:
    window = sitting.come(a_folder_of_files(sitting.folder / "batch"))
    sitting.wait_for_reading()
    assert window.status.said().endswith("3 read, 3 refused")
    window.status.refused.click()
    refused = {Path(one.path).name: one.why for one in window.stage.refusals.panel.rows.things}
    assert set(refused) == {"b-binary.txt", "c-empty.txt", "d-broken.jsonl"}
    assert all(why.endswith(".") and "\n" not in why for why in refused.values())
    assert window.question.sentence == "3 articles do not say their outlet or date: Ctrl+D fills them in."


def test_review_goes_on_while_the_rest_is_read(sitting: Sitting) -> None:
    window = sitting.come(a_folder_of_files(sitting.folder / "batch"))
    sitting.qtbot.waitUntil(lambda: bool(window.desk.quote), timeout=20_000)
    window.article_view.setFocus()
    first = sitting.focused().id
    sitting.press("Return")
    sitting.wait_for_reading()
    assert sitting.verdicts()[first] is Verdict.CONFIRMED
    assert window.desk.article == sitting.window.desk.session.articles()[0].id


def test_the_same_files_again_change_nothing(sitting: Sitting) -> None:
    folder = a_folder_of_files(sitting.folder / "batch")
    window = sitting.come(folder)
    sitting.wait_for_reading()
    window.article_view.setFocus()
    sitting.press("Return")
    before = sitting.verdicts()
    window.shelf.take_in([folder / "a-good.txt"])
    sitting.wait_for_reading()
    assert window.status.said().endswith("0 read, 1 there already")
    assert sitting.verdicts() == before
