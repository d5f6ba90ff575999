"""Documents as LibreOffice and python-docx wrote them: the same article of each."""

import io
from pathlib import Path

import pytest
from docx import Document

from quotereview.model import Field, Zone
from tests.reading.seen import article, fields, of_zone, refusal

MADE = Path(__file__).parent / "made"
HEADLINE = "Mole ‘will hold’ at Ossmere"
DECK = "A storm brought the worst night in years"
QUOTE = (
    "“It holds,” said Tor Rook, the harbour master. “We tried it twice, and both times the instruments showed "
    "nothing at all that anybody here would call a movement of the stones.”"
)


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.odt", "libreoffice.pdf"])
def test_a_document_of_libreoffice(name: str) -> None:
    content = (MADE / name).read_bytes()
    found = article(name, content)
    paragraphs = found.text.split("\n\n")
    assert paragraphs[:2] == [HEADLINE, DECK]
    assert paragraphs[3] == QUOTE
    assert paragraphs[-2:] == ["Height of the mole", "“Twelve feet,” said Rook."] or name.endswith("pdf")
    assert found.headline == HEADLINE and found.original == content
    if not name.endswith("pdf"):
        assert fields(found)["deck"] == DECK
        assert of_zone(found, Zone.HEADLINE) == [HEADLINE, DECK]
        assert of_zone(found, Zone.CAPTION) == ["Waves at the mole on Thursday night"]


@pytest.mark.parametrize("name", ["story.txt", "story.zip", "story"])
def test_endings_lie(name: str) -> None:
    content = (MADE / "libreoffice.docx").read_bytes()
    assert article(name, content).headline == HEADLINE


def test_a_document_without_styles_has_its_first_line_for_a_headline() -> None:
    file, document = io.BytesIO(), Document()
    for words in ("Mole holds", "“It holds,” said Rook.\tHe smiled.\nTwice."):
        document.add_paragraph(words)
    document.save(file)
    found = article("mole.docx", file.getvalue())
    assert found.text == "Mole holds\n\n“It holds,” said Rook.\tHe smiled.\nTwice."
    (headline,) = [said for said in found.described if said.field is Field.HEADLINE]
    assert (headline.value, headline.origin) == ("Mole holds", "first line")


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.odt", "libreoffice.pdf"])
def test_a_damaged_document_is_refused(name: str) -> None:
    content = (MADE / name).read_bytes()
    assert "damaged" in refusal(name, content[:3000] if not name.endswith("pdf") else content[:300])


def test_what_is_no_document_at_all_says_so() -> None:
    assert "damaged" in refusal("mole.docx", b"no zip")
