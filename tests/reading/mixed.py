"""A zip file of many files of all formats, invented as it is made, some of which cannot be read."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import cycle
from pathlib import Path, PurePosixPath
from typing import TypeVar

from docx import Document

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
TOWNS = ("Vardö", "Olmhaven", "Tessin Quay", "Brack", "Port Ilse", "Nymar", "Kestrup")
SPEAKERS = ("Lena Voigt", "Ivo Brandt", "Zoë Blum", "Mara Tamm", "Otto Rand", "Una Holt", "Nils Aho", "Inés Faro")
_ODT = "application/vnd.oasis.opendocument.text"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
T = TypeVar("T")
_ENCRYPTED = 1  # the bit that says so


@dataclass(frozen=True)
class Mixed:
    """A zip file with the paths of the members that can be read, and of those that cannot with words of the reason."""

    path: Path
    good: tuple[str, ...]
    bad: dict[str, str]


@dataclass(frozen=True)
class Story:
    """An invented article, unlike any with another number."""

    number: int

    @property
    def headline(self) -> str:
        """Its headline."""
        return f"Pier {self.number} of {self._of(TOWNS)} is closed"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its body."""
        who = self._of(SPEAKERS)
        return (
            f"“Pier {self.number} will not carry another winter,” {who} told reporters in {self._of(TOWNS)} on Monday.",
            f"The harbour office counted {self.number + 3} cracks. “We mend what we can reach,” {who} said.",
        )

    @property
    def plain(self) -> str:
        """All of it as plain text."""
        return "\n\n".join((self.headline, *self.paragraphs)) + "\n"

    @property
    def page(self) -> str:
        """Its body as paragraphs of a page."""
        return "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)

    def _of(self, names: tuple[str, ...]) -> str:
        return names[self.number % len(names)]


Make = Callable[[Story], bytes]


def mixed_zip(path: Path, good: int = 460, bad: int = 40) -> Mixed:
    """Write a zip file of so many good and bad files, in folders within folders, the bad ones among the good."""
    made = [(f"{ending.strip('.')}-{n:03}{ending}", make(Story(n))) for n, (ending, make) in _each(GOOD, good)]
    spoilt = [(f"bad-{n:02}{ending}", make(Story(1000 + n)), why) for n, (ending, make, why) in _each(BAD, bad)]
    step = max(1, good // bad) if bad else 1
    members = [(f"desk/day {n % 7}/{'late/' * (n % 3)}{name}", content) for n, (name, content) in enumerate(made)]
    for n, (name, content, _) in enumerate(spoilt):
        members.insert(n * (step + 1), (f"desk/day {n % 7}/{name}", content))
    _write(path, members)
    reasons = {name: why for name, _, why in spoilt}
    bad_ones = {at: reasons[PurePosixPath(at).name] for at, _ in members if PurePosixPath(at).name in reasons}
    return Mixed(path, tuple(at for at, _ in members if at not in bad_ones), bad_ones)


def _each(kinds: tuple[T, ...], number: int) -> list[tuple[int, T]]:
    return list(zip(range(number), cycle(kinds), strict=False))


def _write(path: Path, members: list[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    _lock(path, [name.encode() for name, _ in members if "locked" in name])


def _lock(path: Path, names: list[bytes]) -> None:
    """Say of some members that a password is needed, as a program writes that locks them."""
    content = bytearray(path.read_bytes())
    for name in names:
        at = content.rindex(name) - 46  # where the list of members tells of it
        content[at + 8] |= _ENCRYPTED
    path.write_bytes(bytes(content))


# Good files, one article each


def text(story: Story) -> bytes:
    return story.plain.encode()


def latin(story: Story) -> bytes:
    return story.plain.encode("cp1252")


def wide(story: Story) -> bytes:
    return story.plain.encode("utf-16")


def web_page(story: Story) -> bytes:
    meta = '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ana Lund">'
    menu = "<nav><ul><li>Home</li><li>Sport</li></ul></nav>"
    body = f"<article><h1>{story.headline}</h1>{story.page}</article>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{meta}</head><body>{menu}{body}</body></html>".encode()


def word(story: Story) -> bytes:
    document, file = Document(), io.BytesIO()
    document.add_paragraph(story.headline, style="Title")
    for paragraph in story.paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def open_document(story: Story) -> bytes:
    paragraphs = "".join(f"<text:p>{words}</text:p>" for words in (story.headline, *story.paragraphs))
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">'
        f"<office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", _ODT)
        archive.writestr("content.xml", content)
    return file.getvalue()


def message(story: Story) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "desk@harbour.example", story.headline
    made.set_content("\n\n".join(story.paragraphs))
    return made.as_bytes()


def table(story: Story) -> bytes:
    return f'headline,outlet,text\n"{story.headline}","Coast Mail","{" ".join(story.paragraphs)}"\n'.encode()


def line(story: Story) -> bytes:
    return json.dumps({"id": f"line {story.number}", "outlet": "Coast Mail", "text": story.plain}).encode() + b"\n"


def schema(story: Story) -> bytes:
    body = "\n\n".join(story.paragraphs)
    return json.dumps({"@type": "NewsArticle", "headline": story.headline, "articleBody": body}).encode()


def ninjs(story: Story) -> bytes:
    told = {"uri": f"urn:x:{story.number}", "headline": story.headline, "body_html": story.page, "version": "2"}
    return json.dumps(told).encode()


def nitf(story: Story) -> bytes:
    head = f"<body.head><hedline><hl1>{story.headline}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{story.page}</body.content></body></nitf>".encode()


def newsml(story: Story) -> bytes:
    words = f"<contentSet><inlineData>{story.plain}</inlineData></contentSet>"
    meta = f"<contentMeta><headline>{story.headline}</headline></contentMeta>"
    return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{meta}{words}</newsItem>'.encode()


def feed(story: Story) -> bytes:
    item = f"<item><title>{story.headline}</title><description>{' '.join(story.paragraphs)}</description></item>"
    return f"<rss version='2.0'><channel><title>Coast Mail</title>{item}</channel></rss>".encode()


def atom(story: Story) -> bytes:
    entry = f"<entry><title>{story.headline}</title><summary>{' '.join(story.paragraphs)}</summary></entry>"
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Coast Mail</title>{entry}</feed>".encode()


GOOD: tuple[tuple[str, Make], ...] = (
    (".txt", text),
    (".html", web_page),
    (".docx", word),
    (".txt", latin),
    (".odt", open_document),
    (".eml", message),
    (".csv", table),
    (".jsonl", line),
    (".json", schema),
    (".ninjs", ninjs),
    (".nitf", nitf),
    (".newsml", newsml),
    (".rss", feed),
    (".atom", atom),
    (".text", wide),
    (".docx", web_page),  # its ending lies
)


# Bad files, each of its own kind


def half(make: Make) -> Make:
    def cut(story: Story) -> bytes:
        whole = make(story)
        return whole[: len(whole) // 2]

    return cut


def of(content: bytes) -> Make:
    return lambda story: content


def deeply(story: Story) -> bytes:
    """A zip file in a zip file, for one that is in a zip file itself."""
    return _zipped("b.zip", _zipped("a.zip", _zipped("a.txt", text(story))))


def _zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def climbing(story: Story) -> bytes:
    return _zipped("../../a.txt", text(story))


BOMB = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>'
BAD: tuple[tuple[str, Make, str], ...] = (
    (".docx", half(word), "damaged"),
    (".odt", half(open_document), "damaged"),
    (".nitf", half(nitf), "not whole XML"),
    (".rss", half(feed), "not whole XML"),
    (".json", half(schema), "not JSON"),
    (".zip", half(lambda story: _zipped("a.txt", text(story))), "damaged zip file"),
    (".locked.txt", text, "locked with a password"),
    (".txt", of(PNG), "not text"),
    (".html", of(b""), "is empty"),
    (".pdf", of(b"%PDF-1.7\nand no more"), "damaged"),
    (".docx", text, "damaged"),  # its ending lies
    (".txt", of(b"word " * 500_000), "larger than 2 MB"),
    (".html", of(b" " * 31_000_000), "more than 30 MB"),
    (".txt", of(b" \n\n "), "is empty"),
    (".csv", of(b"headline,text\n"), "is empty"),
    (".jsonl", of(b"\n\n"), "is empty"),
    (".png", of(PNG), "of a kind that cannot be read"),
    (".csv", of(b"a,b\n1,2\n"), "no column of words"),
    (".rss", of(BOMB), "entities of its own"),
    (".zip", deeply, "zip file within a zip file"),
    (".zip", climbing, "outside of the zip file"),
    (".eml", of(b"Subject: Pictures\nContent-Type: image/png\n\nx"), "without words of its own"),
    (".html", of(b"<html><script>alert(1)</script></html>"), "is empty"),
    (".xml", of(b"<recipes><recipe/></recipes>"), "no entries of a feed"),
    (".jsonl", of(b'{"id": \n'), "not JSON"),
    (".zip", of(b"PK\x05\x06" + bytes(18)), "is empty"),
)
