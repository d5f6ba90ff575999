"""A text file is one article, its canonical text the decoded text itself."""

import io

import pytest

from quotereview.errors import Unreadable
from quotereview.model import article_id
from quotereview.reading import plain, read_bytes
from quotereview.reading.limits import LARGEST

COPY = "Bridge is safe, mayor says\r\n\r\nTALVO: “The bridge is safe,” said Mayor Inés Faro.\r\n"


def test_text_keeps_its_line_ends_and_bytes() -> None:
    original = COPY.encode("utf-8-sig")
    article = read_bytes("story.txt", original)
    assert (article.text, article.original, article.encoding) == (COPY, original, "utf-8")
    assert article.id == article_id("story.txt", original)


def test_text_says_nothing_of_outlet_or_date() -> None:
    article = read_bytes("story.txt", COPY.encode())
    assert (article.outlet, article.published, article.byline) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (COPY, "Bridge is safe, mayor says"),
        ("Mayor: ‘Bridge is safe’\nTALVO: It holds.", "Mayor: ‘Bridge is safe’"),
        ("\n\nIs it safe?\n\nTALVO: It holds.", "Is it safe?"),
        ("TALVO: “The bridge is safe.”\nShe left.", None),
        ("“The bridge is safe,”\nshe said.", None),
        ("Bridge is safe, mayor says", None),
        ("The bridge " + "which was closed " * 10 + "\nShe left.", None),
    ],
)
def test_first_line_is_the_headline_where_it_looks_like_one(text: str, headline: str | None) -> None:
    assert plain.headline(text) == headline


def test_largest_text_is_read_and_a_larger_one_refused() -> None:
    assert len(read_bytes("story.txt", b"a " * (LARGEST // 2)).text) == LARGEST
    [refused] = plain.articles("story.txt", io.BytesIO(b"a " * LARGEST))
    assert isinstance(refused, Unreadable)
    assert str(refused) == "“story.txt” is larger than 2 MB, too large for one article; split it and try again."
