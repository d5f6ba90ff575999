"""A page, or a part of one, that was copied in another program, as an article; nothing is fetched."""

from io import BytesIO

from quotereview.model import Article, Field
from quotereview.reading import limits, web_page
from quotereview.reading.copy import Copy
from quotereview.reading.decoding import Declared


def read_page(name: str, page: str, address: str) -> Article:
    """The article of HTML from the clipboard; ``address`` is where it stood, if the program said so.

    Raises Unreadable if it is too large, nested without end, or holds no words.
    """
    original = limits.whole_file(name, BytesIO(page.encode("utf-8", "replace")))
    copy = Copy()
    copy.telling.tell(Field.URL, address, "the program in which it was copied")
    decoded = web_page.write(copy, name, original, Declared("utf-8", "the clipboard"))
    copy.tell_first_line()
    return copy.article(name, original, decoded.encoding)
