"""How a file is spoiled: bytes, numbers and pieces changed, repeated, nested, put into one another."""

import gzip
import io
import random as chance
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.reading.fuzz.seeds import Seed, by_ending, endings, seeds

GZIP = b"\x1f\x8b"
LARGEST = 4_000_000
MOST_CHANGES = 4
OWN_NAME = 0.6
RARE_ZIP = 0.04  # what is not a zip file already becomes one
MANY = (2, 2, 3, 10, 10, 100, 1_000, 30_000, 100_000)
PIECES = (
    *(b"\0", b"\x1a", b"\x7f", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r"),
    *("\u202e \u2066 \u2069 \u200b \u2028 \u0085 \ufeff \ufffe \U0001f469\u200d\U0001f680 e\u0301".encode().split()),
    *(b'"\\ud800"', b"\\udc00", b"&#xD800;", b"&#0;", b"&#x110000;", b"&amp;", b"&x;", b"]]>", b"<![CDATA[", b"-->"),
    *(b"<!--", b"<?", b"<!DOCTYPE x [", b'<!ENTITY x SYSTEM "file:///etc/passwd">', b"<", b">", b"</p>", b"<br>"),
    *(b'<meta charset="undefined">', b"<meta charset=idna>", b'<base href="http://x.example/">', b"<plaintext>"),
    *(b'<script type="application/ld+json">', b"<table><tr><td>", b'<div class="related">', b"<article>", b"<h1>"),
    *(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n", b"Content-Transfer-Encoding: base64\n", b"\n\n", b"\r\n"),
    *(b"Content-Type: text/plain; charset=unicode_escape\n", b"=?utf-8?b?", b"=?idna?q?=ff?=", b"Subject: ", b"--a--"),
    *(b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf1\\ansi ", b"\\bin99999 ", b"\\u-1 ", b"WARC/1.0\r\n"),
    *(b"Content-Length: 999999999999\r\n", b"HTTP/1.1 200 OK\r\n", b"GIF89a", b"\x1f\x8b\x08", b"{", b"}", b"[", b"]"),
    *(b'{"a":', b"[[", b"null", b"NaN", b"-Infinity", b"1e999", b"9" * 5_000, b"'", b'"', b",", b";", b"\t", b"=1+1"),
    *("“ ” « » ‘ ’ „ ‟ 」 「 ﹁ ' \" ‹ ›".encode().split()),
)
NUMBERS = (b"0", b"-1", b"255", b"65536", b"2147483648", b"18446744073709551616", b"9" * 400, b"1e308", b"0x7f")
RAW_NUMBERS = (b"\0", b"\xff", b"\x7f", b"\x80")
ENCODINGS = ("utf-8", "utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "gb18030", "shift_jis", "iso2022_jp", "cp037")
CHOICES = (*ENCODINGS, "undefined", "idna", "rot13", "hex", "nothing", "mbcs", "unicode_escape", "utf-8-sig")
NAMES = ("../../up.txt", "/root.txt", "c:\\a.txt", "a\nb.txt", "\u202egnp.txt", "x" * 300, "a\0b.txt", "..", ".", " ")


@dataclass(frozen=True, slots=True)
class Case:
    """A file to be read, and the encoding that an editor chose for it, if any."""

    name: str
    content: bytes
    encoding: str | None = None


def case(random: chance.Random, pool: Sequence[Sequence[Seed]] = ()) -> Case:
    """A spoiled file; ``pool`` are others that may be spoiled further, by their kinds."""
    seed = random.choice(random.choice(pool if pool and random.random() < 0.5 else by_ending()))
    content = seed.content
    for _ in range(random.randint(0, MOST_CHANGES)):
        content = _changed_within(random, content)
    encoding = random.choice(CHOICES) if random.random() < 0.1 else None
    return Case(_name(random, seed), content[:LARGEST], encoding)


def _name(random: chance.Random, seed: Seed) -> str:
    if random.random() < OWN_NAME:
        return seed.name
    if random.random() < 0.1:
        return random.choice(NAMES)
    return f"story{random.choice(endings())}"


def _changed(random: chance.Random, content: bytes) -> bytes:
    change = _zipped if random.random() < RARE_ZIP else random.choice(CHANGES)
    return change(random, content)[:LARGEST]


def _changed_within(random: chance.Random, content: bytes) -> bytes:
    """A file changed; one that is packed mostly in what it unpacks to."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _inside(random, content)
    if content.startswith(GZIP) and random.random() < 0.7:
        try:
            return gzip.compress(_changed(random, gzip.decompress(content)), 1)
        except (OSError, EOFError, zlib.error):
            pass
    return _changed(random, content)


def _inside(random: chance.Random, content: bytes) -> bytes:
    """A zip file with one member changed, or called otherwise, or changed itself."""
    if random.random() < 0.3:
        return _changed(random, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as given:
            members = [(one.filename, given.read(one)) for one in given.infolist() if one.file_size < LARGEST]
    except Exception:  # noqa: BLE001 - what was spoiled before may be damaged in any way
        return _changed(random, content)
    if not members:
        return _changed(random, content)
    number = random.randrange(len(members))
    name, words = members[number]
    if random.random() < 0.1:
        members[number] = (random.choice(NAMES).replace("\0", "_"), words)
    else:
        members[number] = (name, _changed(random, words))
    return _packed(members)


def _packed(members: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in dict(members):
            made.writestr(name, dict(members)[name])
    return file.getvalue()


def _place(random: chance.Random, content: bytes) -> int:
    return random.randint(0, len(content))


def _slice(random: chance.Random, content: bytes) -> tuple[int, int]:
    start = _place(random, content)
    return start, min(len(content), start + random.choice((1, 4, 16, 64, 1_000, 100_000)))


def _flip(random: chance.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randint(1, 20) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(random: chance.Random, content: bytes) -> bytes:
    return content[: _place(random, content)]


def _drop(random: chance.Random, content: bytes) -> bytes:
    start, end = _slice(random, content)
    return content[:start] + content[end:]


def _repeat(random: chance.Random, content: bytes) -> bytes:
    start, end = _slice(random, content)
    times = min(random.choice(MANY), LARGEST // max(1, end - start))
    return content[:end] + content[start:end] * times + content[end:]


def _insert(random: chance.Random, content: bytes) -> bytes:
    piece, at = random.choice(PIECES), _place(random, content)
    times = random.choice((1, 1, 1, *MANY))
    return content[:at] + piece * min(times, LARGEST // len(piece)) + content[at:]


def _element_repeated(random: chance.Random, content: bytes) -> bytes:
    """A piece between brackets nested in itself, or put after itself, very often."""
    found = list(re.finditer(rb"<[a-zA-Z][^<>]{0,80}>|\{[^{}]{0,80}|\\[a-z]+ ?|^[\w-]+: .*$", content, re.MULTILINE))
    if not found:
        return _repeat(random, content)
    one = random.choice(found)
    return content[: one.start()] + one[0] * min(random.choice(MANY), LARGEST // len(one[0])) + content[one.end() :]


def _number(random: chance.Random, content: bytes) -> bytes:
    found = list(re.finditer(rb"\d+", content))
    if not found:
        return _raw_number(random, content)
    one = random.choice(found)
    return content[: one.start()] + random.choice(NUMBERS) + content[one.end() :]


def _raw_number(random: chance.Random, content: bytes) -> bytes:
    at, length = _place(random, content), random.choice((2, 4, 8))
    return content[:at] + random.choice(RAW_NUMBERS) * length + content[at + length :]


def _splice(random: chance.Random, content: bytes) -> bytes:
    other = random.choice(seeds()).content
    return content[: _place(random, content)] + other[_place(random, other) :]


def _recoded(random: chance.Random, content: bytes) -> bytes:
    return content.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def _zipped(random: chance.Random, content: bytes) -> bytes:
    name = f"{random.choice(('a', 'd/a', 'x' * 200))}{random.choice(endings())}"
    return _packed([(name, content), ("word/document.xml", content), ("b.txt", b"words")][: random.randint(1, 3)])


CHANGES: tuple[Callable[[chance.Random, bytes], bytes], ...] = (
    *(_flip, _cut, _drop, _repeat, _insert, _insert, _element_repeated, _number, _raw_number, _splice, _recoded),
)
