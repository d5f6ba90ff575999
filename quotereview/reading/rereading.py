"""The kept bytes of an article, read once more in another encoding."""

from collections.abc import Iterator

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import plain, web_page
from quotereview.reading.decoding import CONTROLS

OFFERED = (
    *("utf-8", "cp1252", "mac-roman", "iso8859-15", "cp850", "cp437", "cp1250", "iso8859-2", "cp1254", "cp1257"),
    *("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
    *("utf-16-le", "utf-16-be"),
)
"""The encodings in which newsrooms have texts, the most likely ones first."""
SAMPLE = 60  # characters


def read_again(article: Article, encoding: str) -> Article:
    """The article as its kept bytes read in an encoding that an editor chose; its name says so.

    Raises Unreadable where they cannot be read so, or where the encoding is not a matter of choice.
    """
    name, chosen = _first_name(article)
    for read in (plain.article, web_page.article):
        try:
            as_it_is = read(name, article.original, chosen)
        except Unreadable:
            continue
        if as_it_is.text == article.text:
            return read(name, article.original, encoding)
    raise Unreadable(
        f"“{article.name}” is of a kind that says itself in which encoding it is, or part of a larger file: "
        "load that file again, and name its encoding."
    )


def samples(original: bytes) -> Iterator[tuple[str, str]]:
    """The encodings in which some bytes can be read, each with the words about the first letter in which they differ.

    Of those that read alike the first is given; nothing for bytes that read alike in all.
    """
    if original.isascii():
        return
    seen = set()
    for encoding in OFFERED:
        try:
            text = original.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = _sample(text)
        if text not in seen and not CONTROLS.search(sample):
            seen.add(text)
            yield encoding, sample


def _first_name(article: Article) -> tuple[str, str | None]:
    """What an article was called before anybody chose its encoding, and the encoding that was chosen, if any."""
    name = article.name.removesuffix(f", read as {article.encoding}")
    return name, article.encoding if name != article.name else None


def _sample(text: str) -> str:
    at = next(number for number, letter in enumerate(text) if not letter.isascii())
    return " ".join(text[max(0, at - SAMPLE // 2) : at + SAMPLE // 2].split())
