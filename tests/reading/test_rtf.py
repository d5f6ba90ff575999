"""Rich text as several programs write it: letters by their fonts, what is not printed left out."""

import pytest

from quotereview.model import Zone
from quotereview.reading import rtf
from tests.reading.seen import article, fields, of_zone, refusal

FONTS = rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\fcharset128 MS Gothic;}}"
CAPTION = rb"{\stylesheet{\s0 Normal;}{\s7\sbasedon0 caption;}}"


def of(body: bytes, head: bytes = FONTS) -> str:
    """The text of a document with such a body."""
    return article("mole.rtf", rb"{\rtf1\ansi\ansicpg1252\deff0" + head + body + b"}").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\'93It holds,\'94 said Zo\'eb.\par She left.", "“It holds,” said Zoë.\n\nShe left."),
        (rb"\ldblquote It holds,\rdblquote  said Rook\emdash twice\~over.", "“It holds,” said Rook—twice\xa0over."),
        (rb"\f1\'c4\'e0\f0 , \'e9", "Да, é"),
        (rb"{\f2\'93\'fa}\f2\'96{\f0 .}", "日\N{REPLACEMENT CHARACTER}."),
        (rb"\u8220?Yes\u8221? \uc2\u233\'65\'27 \uc0\u233 t\u233 {\uc1\u-10179?\u-8446?}", "“Yes” é été🜂"),
        (rb"One {\v hidden}{\deleted gone}two\v  three\v0  four\plain .", "One two four."),
        (rb'See {\field{\*\fldinst{HYPERLINK "https://x.example/"}}{\fldrslt the log}} now.', "See the log now."),
        (rb"{\header Coast Mail\par}Yes.{\footnote No.}{\*\unheard of}{\pict\wmetafile8 0100ff}", "Yes."),
        (rb"Yes.{\pict\bin12 }}}{{{\par\x} No.", "Yes. No."),
        (rb"\trowd A\cell B\cell\row C", "A\n\nB\n\nC"),
        (b"One\\\r\nTwo \\{three\\} C:\\\\mole", "One\n\nTwo {three} C:\\mole"),
        (rb"A\tab B\line C", "A\tB\nC"),
    ],
)
def test_letters_and_what_is_not_printed(body: bytes, text: str) -> None:
    assert of(body) == text


def test_styles_and_properties_tell_fields() -> None:
    head = FONTS + CAPTION + rb"{\info{\title Mole holds}{\author I. Brook}{\author Ina Brook}{\revtim\yr0\mo0\dy0}}"
    found = article("mole.rtf", rb"{\rtf1\mac" + head + rb"\s7\lang1036 Vagues \'88 Ossmere.\par\pard Rien.}")
    assert found.text == "Vagues à Ossmere.\n\nRien." and of_zone(found, Zone.CAPTION) == ["Vagues à Ossmere."]
    assert fields(found) == {"headline": "Mole holds", "byline": "Ina Brook", "language": "fr-FR"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no rich text", "is no rich text"),
        (rb"{\rtf1{\fonttbl}}", "is empty"),
        (rb"{\rtf1" + b"{}" * rtf.MOST_TOKENS, "more markup than any article needs"),
    ],
)
def test_what_is_no_article_is_refused(content: bytes, why: str) -> None:
    assert why in refusal("mole.rtf", content)


@pytest.mark.parametrize("end", [b"", b"}}}}", b"\\", rb"\bin999999999 b", rb"\'4", rb"\u99999 ", b"{" * 100_000])
def test_a_damaged_document_gives_what_it_holds(end: bytes) -> None:
    assert article("mole.rtf", rb"{\rtf1 It holds, said Rook." + end).text.startswith("It holds, said Rook.")
