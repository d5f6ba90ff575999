"""The sheet as Markdown shows what was written, and nothing of it becomes a sign."""

import pytest

from quotereview.export import markdown
from tests.export import golden
from tests.export.rows import HOSTILE, ROWS
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
