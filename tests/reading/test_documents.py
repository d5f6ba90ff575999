"""Documents as LibreOffice and python-docx wrote them: the same article of each."""

import io
from pathlib import Path

import pytest
from docx import Document

from quotereview.model import Field, Zone
from tests.reading.seen import article, fields, of_zone, refusal

MADE = Path(__file__).parent / "made"
HEADLINE = "Mole ‘will hold’ at Ossmère"
DECK = "A storm brought the worst night in years"
QUOTE = "“It holds,” said Tor Røk, the harbour master. “We tried it – twice.”"
HISTORY = (
    "It was built in 1911 of granite from the quarries inland, and raised twice since, the last time in a "
    "summer in which it rained on all but nine days. Whoever walks on it at night sees both lights, the "
    "red one of the harbour and the white one of the sound, and hears the bell that the port put up after "
    "the fog of that year. Nothing of it has ever moved, as far as instruments can tell, though every "
    "winter somebody in the town will swear to the contrary."
)
PARAGRAPHS = [
    HEADLINE,
    DECK,
    "By Ina Brook",
    "OSSMÈRE, 2 March",
    f"The harbour master said on Friday that the mole would hold {{in any wind}} and at 100% of its height. {HISTORY}",
    QUOTE,
    "« C’est sûr », a dit Zoë Müller. 🚧 „Jistě,“ řekl Jiří Dvořák.",
    "وقال رئيس الميناء: «السد آمن».",
    "Waves at the mole",
    "Height of the mole",
    "“Twelve feet,” said Røk.",
]
CARRIED = {
    "headline": HEADLINE,
    "deck": DECK,
    "byline": "By Ina Brook",
    "dateline": "OSSMÈRE, 2 March",
    "language": "en-GB",
}


@pytest.mark.parametrize(("name", "zone"), [("mole.docx", "+00:00"), ("mole.odt", ""), ("mole.rtf", "")])
def test_a_document_of_libreoffice(name: str, zone: str) -> None:
    content = (MADE / name).read_bytes()
    found = article(name, content)
    assert found.text.split("\n\n") == PARAGRAPHS
    assert fields(found) == {**CARRIED, "updated": f"2026-03-02T11:30:00{zone}"}
    assert of_zone(found, Zone.HEADLINE) == [HEADLINE, DECK]
    assert of_zone(found, Zone.CAPTION) == ["Waves at the mole"]
    assert found.original == content


def test_a_pdf_of_libreoffice_keeps_words_and_their_spaces() -> None:
    found = article("mole.pdf", (MADE / "mole.pdf").read_bytes())
    told = found.text.split("\n\n")
    assert found.byline == "Ina Brook"
    in_order = [HEADLINE, DECK, *PARAGRAPHS[2:5], f"{QUOTE} 1", PARAGRAPHS[6]]
    assert told[1:8] == in_order
    assert "\n".join(told).count("السد آمن") == 1  # its marks come out in the order in which they are painted


def test_a_page_of_libreoffice() -> None:
    found = article("mole.html", (MADE / "mole.html").read_bytes())
    told = found.text.split("\n\n")
    assert [one for one in PARAGRAPHS if one not in told] == [QUOTE] and f"{QUOTE}1" in told  # a footnote’s number
    assert fields(found)["byline"] == "Ina Brook"


@pytest.mark.parametrize(
    ("name", "encoding", "origin"),
    [
        ("utf-8", "utf-8", "byte order mark"),
        ("utf-16", "utf-16-le", "byte order mark"),
        ("cp1252", "cp1252", "guessed from the letters"),
        ("mac-roman", "mac-roman", "guessed from the letters"),
    ],
)
def test_a_text_of_libreoffice(name: str, encoding: str, origin: str) -> None:
    content = (MADE / f"mole-{name}.txt").read_bytes()
    found = article("mole.txt", content)
    told = found.text.split("\r\n")
    assert (told[0], told[5], found.headline) == (HEADLINE, f"{QUOTE}1", HEADLINE)  # a footnote’s number
    (said,) = [said for said in found.described if said.field is Field.ENCODING]
    assert (said.value, said.origin, found.original) == (encoding, origin, content)


@pytest.mark.parametrize("name", ["story.txt", "story.zip", "story"])
def test_endings_lie(name: str) -> None:
    for made in ("mole.docx", "mole.rtf"):
        assert article(name, (MADE / made).read_bytes()).headline == HEADLINE


def test_a_document_without_styles_has_its_first_line_for_a_headline() -> None:
    file, document = io.BytesIO(), Document()
    for words in ("Mole holds", "“It holds,” said Rook.\tHe smiled.\nTwice."):
        document.add_paragraph(words)
    document.save(file)
    found = article("mole.docx", file.getvalue())
    assert found.text == "Mole holds\n\n“It holds,” said Rook.\tHe smiled.\nTwice."
    (headline,) = [said for said in found.described if said.field is Field.HEADLINE]
    assert (found.byline, found.said(Field.UPDATED)) == (None, None)  # python-docx names itself, and a day of its own
    assert (headline.value, headline.origin) == ("Mole holds", "first line")


@pytest.mark.parametrize("name", ["mole.docx", "mole.odt", "mole.pdf"])
def test_a_damaged_document_is_refused(name: str) -> None:
    content = (MADE / name).read_bytes()
    assert "damaged" in refusal(name, content[:3000] if not name.endswith("pdf") else content[:300])


def test_what_is_no_document_at_all_says_so() -> None:
    assert "damaged" in refusal("mole.docx", b"no zip")
