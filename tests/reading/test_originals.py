"""The original of each article is kept bit for bit: the file, or the very bytes of its part."""

import codecs
import json

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article
from quotereview.reading import slices
from tests.reading.seen import outcomes, refusal
from tests.reading.test_news import ATOM, NEWSML, RSS

ITEMS = NEWSML.partition("?>")[2]
MESSAGE = (
    f"<?xml version='1.0'?><newsMessage>\n<itemSet>{ITEMS}\n{ITEMS.replace('holds', 'fell')}</itemSet></newsMessage>"
)
CHINESE = (
    "<?xml version='1.0' encoding='gb2312'?><rss><channel><item><title>桥</title>"
    "<description>桥是安全的。</description></item></channel></rss>"
)
LINES = b'{"text": "One \\u00e9 said so.", "id":  1}\r\n  {"text":"Two."}  \r\n'
NINJS = (
    '[ {"headline" : "One é", "body_text":"“One,” he said."},\n\t{"body_text": "Two]}", "body_text": "Three \\" [{."} ]'
)
GRAPH = (
    ' {"@type": "NewsArticle", "articleBody": "One.", "x": [{"@type": "Article"}],\n'
    '"@graph": [[{"@type": "NewsArticle",  "articleBody": "Two."}],  {"@type": "Article", "articleBody": "Three {."}]} '
)
MESSAGED = '{"items": [{"text":  "One."}, {"text": "Two."}]}'
TABLE = 'text,outlet\r\n"One, é\r\nsaid so.",Mail\r\nTwo.\r\n'


@pytest.mark.parametrize(
    ("name", "content", "number"),
    [
        ("a.xml", MESSAGE.encode(), 2),
        ("a.xml", MESSAGE.encode("utf-16"), 2),
        ("a.rss", RSS.replace("<item/>", "<item />").encode(), 1),
        ("a.rss", codecs.BOM_UTF16_BE + RSS.encode("utf-16-be"), 1),
        ("a.rss", CHINESE.encode("gb2312"), 1),
        ("a.atom", ATOM.replace("</feed>", "<entry><title>Two</title></entry ></feed>").encode(), 2),
        ("a.jsonl", LINES, 2),
        ("a.json", NINJS.encode(), 2),
        ("a.json", NINJS.encode("utf-8-sig"), 2),
        ("a.json", NINJS.encode("utf-16"), 2),
        ("a.json", NINJS.encode("cp1252"), 2),
        ("a.jsonld", GRAPH.encode(), 3),
        ("a.json", MESSAGED.encode(), 2),
        ("a.json", MESSAGED.encode("utf-16"), 2),
        ("a.csv", TABLE.encode(), 2),
        ("a.csv", TABLE.encode("cp1252"), 2),
        ("a.csv", TABLE.encode("utf-16"), 2),
        ("a.csv", "text\n桥是安全的，市长说。\n桥已经检查过两次。\n".encode("gb18030"), 2),
    ],
)
def test_each_original_is_cut_out_of_the_file_as_it_stands(name: str, content: bytes, number: int) -> None:
    found = [one for one in outcomes(name, content) if isinstance(one, Article)]
    assert len(found) == number
    at = 0
    for one in found:
        one.original.decode(one.encoding)
        if len(one.original) < len(content) - 30:  # an object around others begins before them
            at = content.index(one.original, at) + len(one.original)
        assert one.original in content


def test_each_slice_is_what_the_article_was_read_from() -> None:
    for content in (NINJS, GRAPH, MESSAGED):
        found = [one for one in outcomes("a.json", content.encode()) if isinstance(one, Article)]
        for one in found:
            thing = json.loads(one.original)
            assert one.text in (thing.get("articleBody"), thing.get("body_text"), thing.get("text"))
    for one in outcomes("a.xml", MESSAGE.encode()):
        assert isinstance(one, Article) and one.headline and one.headline.encode() in one.original


def test_elements_within_elements_are_cut_out_in_the_order_in_which_they_begin() -> None:
    content = b"<a><x:item xmlns:x='y'><item/><b/></x:item ><item c='>'></item></a>"
    assert slices.elements("a", content, ("item",)) == [
        b"<x:item xmlns:x='y'><item/><b/></x:item >",
        b"<item/>",
        b"<item c='>'></item>",
    ]


def test_what_cannot_be_cut_is_refused() -> None:
    with pytest.raises(Unreadable, match="as they stand"):
        slices.elements("a", b"<?xml version='1.0' encoding='klingon'?><a>", ("item",))
    assert "not JSON" in refusal("a.json", b'[{"a": 1}, ')
