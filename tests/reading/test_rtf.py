"""Rich text as several programs write it: letters by their fonts, what is not printed left out."""

import pytest

from quotereview.model import Zone
from quotereview.reading import rtf
from tests.reading.seen import article, fields, of_zone, refusal

AS_WORD_HAS_IT = rb"""{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\adeff31507\deff0\stshfdbch31506\stshfloch31506
\stshfhich31506\stshfbi31507\deflang1031\deflangfe1031\themelang1031
{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}{\f37\fbidi \fswiss
\fcharset0\fprq2 Calibri;}{\f286\fbidi \froman\fcharset238\fprq2 Times New Roman CE;}}
{\colortbl;\red0\green0\blue0;}{\*\defchp \fs22}{\stylesheet{\ql \li0\ri0\sa160\sl259\slmult1 \snext0 \sqformat
\spriority0 Normal;}{\s1\ql \keep\keepn \sbasedon0 \snext0 \slink15 \sqformat \spriority9 heading 1;}{\*\cs10
\additive \ssemihidden Default Paragraph Font;}{\s17\ql \sbasedon0 \snext0 \slink18 \sqformat Title;}}
{\*\rsidtbl \rsid1\rsid2}{\mmathPr\mmathFont34\mbrkBin0}{\info{\author Ina Brook}{\operator user}{\creatim\yr2026
\mo3\dy2\hr9}{\revtim\yr2026\mo3\dy2\hr10\min5}{\version2}{\edmins1}{\nofpages1}{\*\company Mail}}
{\*\xmlnstbl {\xmlns1 urn:x}}\paperw11906\paperh16838 {\*\wgrffmtfilter 2450}
{\*\pnseclvl1\pnucrm\pnstart1\pnindent720\pnhang {\pntxta .}}\pard\plain \ltrpar\s17\ql \rtlch\fcs1 \af0 \ltrch
\fcs0 \fs56\lang1033 {\rtlch\fcs1 \af0 \ltrch\fcs0 \lang1033\insrsid1 Mole \lquote holds\rquote
\par }\pard\plain \ltrpar\ql {\rtlch\fcs1 \af0 \ltrch\fcs0 \lang1033\insrsid1 \ldblquote It holds,
\rdblquote  said {\*\bookmarkstart a}Rook{\*\bookmarkend a}. {\f286 Ji\'f8\'ed} {\field\flddirty{\*\fldinst
{ HYPERLINK "https://x.example" }{{\*\datafield 00d0c9ea}}}{\fldrslt {\cs16\ul log}}}\sectd .{\shp{\*\shpinst
\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt \pard In a box\par}}{\shprslt{\*\do\dobxcolumn {\dptxbxtext\pard In a box
\par}}}}
\par {\listtext\pard\plain\f3 \'b7\tab}A point}{\*\themedata 504b0304}{\*\colorschememapping 3c3f}{\*\latentstyles
\lsdstimax371{\lsdlockedexcept \lsdqformat1 Normal;}}{\*\datastore 0105}}"""
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


def test_what_word_adds_is_no_text() -> None:
    found = article("mole.rtf", AS_WORD_HAS_IT)
    assert found.text == "Mole ‘holds’\n\n“It holds,” said Rook. Jiří log.\n\nA point"
    assert fields(found) == {
        "headline": "Mole ‘holds’",
        "byline": "Ina Brook",
        "updated": "2026-03-02T10:05:00",
        "language": "en-US",
    }


def test_names_come_in_pieces_and_may_be_long() -> None:
    names = rb"{\stylesheet{\s7 cap\'74ion;}{\s8 " + rb"\~" * 400_000 + rb";}}{\info{\title Mole \'93holds\'94}}"
    told = article("mole.rtf", rb"{\rtf1\ansi" + names + rb"\pard\s7 A mole.\par\pard\s8 It holds.}")
    assert of_zone(told, Zone.CAPTION) == ["A mole."]
    assert fields(told)["headline"] == "Mole “holds”"


def test_letters_written_in_two_halves_are_whole_in_properties_too() -> None:
    told = article("mole.rtf", rb"{\rtf1\ansi{\info{\title Mole \u-10179?\u-8446? holds}}\pard Rook.}")
    assert fields(told)["headline"] == "Mole 🜂 holds"


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
