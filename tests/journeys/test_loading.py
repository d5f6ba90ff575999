"""A morning's files come in: what is refused, what is there twice, what each says of itself, and what of it is body."""

from pathlib import Path

from quotereview.model import Zone
from quotereview.ui.window import MainWindow
from tests.journeys.conftest import Sitting

PARAGRAPHS = (
    "“The viaduct will stand for another hundred years,” said Mayor Inés Faro on Tuesday, while engineers looked on.",
    "The county paid 3.2 million crowns for the repair, which began in April and was to be done by August.",
    "“Nobody asked us,” said Otto Rand, who keeps the kiosk below the third arch and lives beside it.",
)
MORE = "“I shall resign if it falls,” Faro added at the end of the visit, which took an hour."
RELATED = "“We will sue the county,” kiosk owner Otto Rand told reporters on Wednesday evening."


def page(address: str, published: str, *paragraphs: str) -> str:
    head = (
        "<meta charset='utf-8'><meta property='og:site_name' content='Coast Mail'>"
        f"<link rel='canonical' href='https://coast.example/{address}'>"
        f"<meta property='article:published_time' content='{published}'>"
    )
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    aside = f"<aside class='related'><h2>Read more</h2><p>{RELATED}</p></aside>"
    return f"<html><head>{head}</head><body><article><h1>Viaduct to stand</h1>{body}</article>{aside}</body></html>"


def a_folder(folder: Path) -> Path:
    folder.mkdir()
    (folder / "1 viaduct.html").write_text(page("viaduct", "2026-03-02", *PARAGRAPHS), encoding="utf-8")
    (folder / "2 viaduct copy.html").write_text(page("2026/viaduct", "2026-03-02", *PARAGRAPHS), encoding="utf-8")
    (folder / "3 viaduct later.html").write_text(page("viaduct", "2026-03-03", *PARAGRAPHS, MORE), encoding="utf-8")
    (folder / "4 locked.docx").write_bytes(b"PK\x03\x04 and no more")
    return folder


def names(window: MainWindow) -> list[str]:
    return [article.name for article in window.desk.session.articles()]


def zone_of_related(window: MainWindow) -> Zone:
    session, article = window.desk.session, window.desk.article
    at = session.article(article).text.index(RELATED)
    return next(one.zone for one in session.detection(article).zones if one.span.start <= at < one.span.end)


def test_a_morning_of_files(sitting: Sitting) -> None:
    folder = a_folder(sitting.folder / "morning")
    window = sitting.come(folder)
    sitting.wait_for_reading()
    window.article_view.setFocus()

    sitting.press("Shift+R")
    assert [Path(one.path).name for one in window.stage.refusals.panel.rows.things] == ["4 locked.docx"]
    sitting.press("Esc", "Return")  # the first quote of the first article is confirmed

    sitting.press("Shift+E")
    assert window.stage.lot.open
    sitting.press("Return")
    assert names(window) == ["3 viaduct later.html"]
    assert "confirmed" in [verdict.value for verdict in sitting.verdicts().values()]

    window.article_view.setFocus()
    sitting.press("Shift+T")
    assert "4 of 11 fields are told" in window.stage.facts.panel.said()
    sitting.press("Esc", "Shift+B", "Shift+B", "Shift+Z")
    sitting.qtbot.waitUntil(lambda: zone_of_related(window) is Zone.BODY, timeout=20_000)
    quotes = len(sitting.verdicts())

    sitting.leave()
    window = sitting.come(folder)  # the same files once more
    sitting.wait_for_reading()
    assert names(window) == ["3 viaduct later.html"]
    assert window.status.said().endswith("0 read, 3 there already, 1 refused")
    assert not window.stage.editions.question.isVisible()
    assert zone_of_related(window) is Zone.BODY and len(sitting.verdicts()) == quotes

    window.article_view.setFocus()
    sitting.press("Ctrl+Z")
    assert zone_of_related(window) is Zone.TEASER and len(sitting.verdicts()) == quotes - 1
    sitting.press("Ctrl+Z")
    assert len(names(window)) == 3
