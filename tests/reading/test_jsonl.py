"""JSON lines: an article a line, and a bad line spoils itself alone."""

import io
import json
from datetime import date

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import jsonl
from quotereview.reading.limits import LARGEST


def read(content: bytes) -> list[Article | Unreadable]:
    return list(jsonl.articles("wires.jsonl", io.BytesIO(content)))


def read_one(**fields: object) -> Article:
    [article] = read(json.dumps(fields).encode())
    assert isinstance(article, Article)
    return article


def test_line_says_what_it_knows() -> None:
    article = read_one(
        id="s1",
        text="“It holds,” said Faro.\r\n",
        outlet="Gazette",
        date="2026-05-11",
        title="It holds",
        byline="Mo Lind",
        url="https://gazette.example/1",
    )
    assert (article.name, article.text, article.outlet) == ("s1", "“It holds,” said Faro.\r\n", "Gazette")
    assert (article.published, article.headline, article.byline) == (date(2026, 5, 11), "It holds", "Mo Lind")
    assert article.url == "https://gazette.example/1"


def test_other_names_for_outlet_headline_and_date_are_understood() -> None:
    article = read_one(id="s1", text="It holds.", publisher="Gazette", headline="Holds", published="2026-05-11T10:00Z")
    assert (article.outlet, article.headline, article.published) == ("Gazette", "Holds", date(2026, 5, 11))


@pytest.mark.parametrize("value", ["May 11", 20260511, None, ""])
def test_what_is_no_date_is_left_open(value: object) -> None:
    assert read_one(id="s1", text="It holds.", date=value).published is None


def test_number_is_an_id_and_a_line_without_id_is_named_by_its_place() -> None:
    assert read_one(id=7, text="It holds.").name == "7"
    assert read_one(id=0, text="It holds.").name == "0"
    assert read_one(text="It holds.").name == "wires.jsonl, line 1"


@pytest.mark.parametrize("value", [None, "", " ", True, 1.5, ["s1"], {"s1": 1}])
def test_what_is_no_id_names_nothing(value: object) -> None:
    assert read_one(id=value, text="It holds.").name == "wires.jsonl, line 1"


def test_original_is_the_line() -> None:
    line = b'{"id": "s1", "text": "It holds."}'
    [first, second] = read(b"\xef\xbb\xbf" + line + b"\r\n\n" + line)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.original == second.original == line
    assert first.id == second.id


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            b'{"id": "s1" "text": "It"}',
            "“wires.jsonl, line 2” is not JSON; correct or remove the line (from column 13 on).",
        ),
        (b'{"id": "\xff"}', "“wires.jsonl, line 2” is not JSON; correct or remove the line (not UTF-8)."),
        (b"[" * 100_000, "“wires.jsonl, line 2” is not JSON; correct or remove the line (it is nested too deeply)."),
        (
            b'{"id": ' + b"9" * 5000 + b"}",
            "“wires.jsonl, line 2” is not JSON; correct or remove the line (it holds a number that is too long).",
        ),
        (b"[]", "“wires.jsonl, line 2” is not an article; a line must be an object with “id” and “text”."),
        (b'{"id": "s1"}', "“wires.jsonl, line 2” has no “text”; add the article's words under that name."),
        (b'{"id": "s1", "text": 4}', "“wires.jsonl, line 2” has no “text”; add the article's words under that name."),
        (b'{"id": "s1", "text": " "}', "“wires.jsonl, line 2” is empty; there is nothing in it to read."),
        (
            b'{"id": "s1", "text": "a\\u0000b"}',
            "“wires.jsonl, line 2” is not text; save the article as plain text and try again.",
        ),
    ],
)
def test_bad_line_is_named_and_the_rest_read(line: bytes, sentence: str) -> None:
    good = b'{"id": "s1", "text": "It holds."}\n'
    first, refused, last = read(good + line + b"\n" + good)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert str(refused) == sentence


@pytest.mark.parametrize("length", [LARGEST + 1, 5 * LARGEST])
def test_text_that_is_too_large_is_refused_and_the_rest_read(length: int) -> None:
    refused, last = read(b'{"id": "s1", "text": "%b"}\n{"id": "s2", "text": "It holds."}' % (b"a" * length))
    assert "larger than 2 MB" in str(refused)
    assert isinstance(last, Article)


def test_half_of_an_escaped_pair_keeps_every_offset() -> None:
    [article] = read(r'{"id": "s1", "text": "\ud83d “It holds,” said Faro. \ud83d\udea7"}'.encode())
    assert isinstance(article, Article)
    assert article.text == "� “It holds,” said Faro. 🚧"


def test_half_of_an_escaped_pair_spoils_no_id_or_outlet() -> None:
    article = read_one(id="s\ud83d", text="It holds.", outlet="Gazette\ud83d")
    assert (article.name, article.outlet) == ("s�", "Gazette�")


def test_a_file_of_bad_lines_alone_is_left_after_a_thousand() -> None:
    good = json.dumps({"text": "“It holds,” said Faro."}).encode() + b"\n"
    assert len(read((b"{}\n" * 999 + good) * 3)) == 3_000
    *_, last = read(b"{}\n" * 1_001 + good)
    assert str(last) == "The rest of “wires.jsonl” was left out: no article stands from line 1001 on; check the file."
