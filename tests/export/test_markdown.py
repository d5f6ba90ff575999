"""The sheet as Markdown shows what was written, and nothing of it becomes a sign."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from quotereview.export import markdown
from tests.export import golden
from tests.export.rows import HOSTILE, ROWS, UNDECIDED
from tests.export.test_json import IMPRINT


def test_sheet_is_as_expected() -> None:
    golden.check("sheet.md", markdown.content(ROWS, IMPRINT))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words, nothing else.", "plain words, nothing else."),
        ("# no heading", "\\# no heading"),
        ("*stars* and _lines_", "\\*stars\\* and \\_lines\\_"),
        ("[text](address) ![picture]", "\\[text\\](address) \\!\\[picture\\]"),
        ("<b>bold</b> &amp;", "\\<b\\>bold\\</b\\> \\&amp;"),
        ("- no list", "\\- no list"),
        ("one\n2. two\n=====", "one\n2\\. two\n\\====="),
        ("a | b ~~c~~ `d`", "a \\| b \\~\\~c\\~\\~ \\`d\\`"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_signs_are_words(words: str, shown: str) -> None:
    assert markdown.plain(words) == shown


def test_an_article_brings_no_markup_of_its_own() -> None:
    page = markdown.content([HOSTILE]).decode()
    assert "<script>" not in page
    assert "\n> \\=HYPERLINK" in page


def parsed(content: bytes) -> list[Token]:
    """The sheet as a parser of CommonMark reads it, with the tables and the lines through words that others add."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content.decode())


def inside(tokens: Sequence[Token], kind: str) -> list[str]:
    """What each block of a kind says, its lines as they are broken."""
    found, depth = list[list[str]](), 0
    for token in tokens:
        depth += token.nesting if token.type.removesuffix("_open").removesuffix("_close") == kind else 0
        if token.type == f"{kind}_open":
            found.append([])
        elif depth and token.type == "inline":
            found[-1].append(
                "".join("\n" if part.type == "softbreak" else part.content for part in token.children or ())
            )
    return ["\n".join(parts) for parts in found]


def test_a_parser_reads_every_quote_below_its_speaker() -> None:
    tokens = parsed(markdown.content(ROWS, IMPRINT))
    assert inside(tokens, "blockquote") == [row.words for row in ROWS]
    assert inside(tokens, "heading")[1:] == [
        "1. Nadim Qassar; Syrian Prime Minister",
        "2. Speaker unknown",
        "3. @faro; +1",
        "4. Nadim Qassar; Syrian Prime Minister",
    ]
    assert IMPRINT.line in inside(tokens, "paragraph")


@given(st.text(st.sampled_from("ab1 .)-=+*_#>`~|<&;:!?[](){}\\\"'\n\t$^%/@"), min_size=1, max_size=14))
def test_a_parser_finds_words_and_no_sign_in_them(words: str) -> None:
    tokens = parsed(markdown.content([replace(UNDECIDED, words=f"a{words}", note=words, speaker=words)]))
    assert {part.type for token in tokens for part in token.children or ()} <= {"text", "softbreak"}
    assert len(inside(tokens, "heading")) == 2
    [quote] = inside(tokens, "blockquote")
    assert quote.split() == f"a{words}".split()
