"""Web archives: as Wget wrote one, and as others may."""

import gzip
import zlib
from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article, Field
from quotereview.reading import warc
from tests.reading.seen import article, fields, outcomes, refusal

MADE = Path(__file__).parent / "made"
ADDRESS = "https://mail.example/mole"
COPY = "“It holds,” said Tor Rook, the harbour master of Ossmere, on Friday, with a smile and a nod."
PAGE = f"<html><body><article><h1>Mole holds</h1><p>{COPY}</p></article></body></html>".encode()

CHUNKED = b"5\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (PAGE[:5], len(PAGE) - 5, PAGE[5:])


def record(block: bytes, kind: str = "response", of: str = "application/http", address: str = ADDRESS) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-03-02T10:00:00Z\r\n"
        f"Content-Type: {of}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def sent(body: bytes, *more: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", "Content-Type: text/html; charset=UTF-8", *more))
    return head.encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_of_wget_gives_its_page_and_no_more(packed: bool) -> None:
    content = (MADE / "mole.warc.gz").read_bytes()
    written = gzip.decompress(content)
    found = article("mole.warc.gz", content if packed else written)
    page = (MADE / "mole.html").read_bytes()
    assert found.text == article("mole.html", page).text
    assert found.original in written and found.original.startswith(b"WARC/1.0\r\n") and found.original.endswith(page)
    (url,) = [said for said in found.described if said.field is Field.URL]
    assert url.value == "http://mail.example/mole.html"
    assert url.origin.startswith("WARC-Target-URI, captured 20") and "published" not in fields(found)


@pytest.mark.parametrize(
    "block",
    [
        sent(PAGE),
        sent(gzip.compress(PAGE), "Content-Encoding: gzip"),
        sent(zlib.compress(PAGE), "content-encoding: deflate"),
        sent(PAGE, "Content-Encoding: br"),
        sent(PAGE, "Content-Encoding: gzip"),
        sent(CHUNKED, "Transfer-Encoding: chunked"),
        sent(PAGE, "Transfer-Encoding: chunked"),
    ],
)
def test_a_page_is_read_however_it_was_sent(block: bytes) -> None:
    found = article("mole.warc", record(block))
    assert found.text == f"Mole holds\n\n{COPY}"
    assert fields(found) == {"headline": "Mole holds", "url": ADDRESS}
    assert (found.name, found.encoding) == (f"mole.warc, {ADDRESS}", "utf-8")


def test_what_is_no_page_is_passed_over() -> None:
    picture = sent(b"GIF89a").replace(b"text/html", b"image/gif")
    content = b"".join(
        [
            record(b"software: x\r\n", "warcinfo", "application/warc-fields"),
            record(b"GET / HTTP/1.1\r\n\r\n", "request", "application/http;msgtype=request"),
            record(picture),
            record(sent(PAGE, status="404 Not Found")),
            record(sent(b"<html></html>"), address="https://mail.example/empty"),
            record(PAGE, "resource", "text/html"),
        ]
    )
    empty, found = outcomes("day.warc", content)
    assert isinstance(empty, Unreadable) and "https://mail.example/empty” is empty" in str(empty)
    assert isinstance(found, Article) and found.headline == "Mole holds"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (record(sent(b"GIF").replace(b"text/html", b"image/gif")), "holds no web pages"),
        (record(sent(b"\x8b\x01", "Content-Encoding: br")), "packed by “br”"),
        (record(sent(gzip.compress(b" " * 31_000_000), "Content-Encoding: gzip")), "unpacks to more than 30 MB"),
        (record(sent(PAGE))[:-40], "it ends within a record"),
        (gzip.compress(record(sent(PAGE)))[:-20], "it cannot be unpacked"),
        (b"", "holds no web pages"),
        (b"W", "no record begins there"),
        (b"WARC/1.0\r\n\r\n", "a record does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "a record does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: 1_0\r\n\r\n0123456789", "a record does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", "a record does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: 9999999999\r\n\r\n", "50,000 records and 2 GB"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000, "a head that is too long"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nwords", "damaged web archive"),
    ],
)
def test_what_harms_is_refused_in_a_sentence(content: bytes, why: str) -> None:
    assert why in refusal("bad.warc", content)


def test_what_stands_before_the_damage_is_read() -> None:
    first, second = outcomes("cut.warc", record(sent(PAGE)) + b"WARC/1.0\r\n and no more")
    assert isinstance(first, Article) and isinstance(second, Unreadable)


def test_records_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_RECORDS", 3)
    *_, last = outcomes("day.warc", record(sent(PAGE)) * 5)
    assert "left out" in str(last)
