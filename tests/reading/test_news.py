"""The formats of agencies and feeds, by the structures that their keepers publish, with invented words."""

import json
from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article, Zone
from tests.reading.seen import article, fields, of_zone, outcomes

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>Mole</title>
<docdata><date.issue norm="20260302T090000Z"/><du-key version="3"/></docdata>
<pubdata name="Coast Mail" edition.name="Late" date.publication="20260302"/></head>
<body><body.head><hedline><hl1>Mole holds</hl1><hl2>Worst night in years</hl2></hedline>
<byline>By <person>Ina Brook</person></byline><distributor>Fjord Wire</distributor>
<dateline><location>OSSMERE</location></dateline></body.head>
<body.content><block><p>“It holds,” said <person>Tor Rook</person>.</p><p>He &amp; she smiled.</p>
<media media-type="image"><media-caption><p>Waves</p></media-caption></media></block></body.content></body></nitf>"""
NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" standard="NewsML-G2">
<itemMeta><provider literal="Fjord Wire"><name>Fjord Wire</name></provider>
<versionCreated>2026-03-02T10:00:00Z</versionCreated>
<firstCreated>2026-03-02T09:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Mole holds</headline><headline role="hldrole:sub">Worst night</headline><by>Ina Brook</by>
<dateline>OSSMERE, March 2</dateline><creditline>Fjord Wire/Coast Mail</creditline><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>“It holds,” said Tor Rook.</p><p>He smiled.</p></body></html></inlineXML></contentSet></newsItem>"""
RSS = """<?xml version="1.0"?><rss version="2.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Coast Mail</title><language>en</language>
<item><title>Mole holds</title><link>https://m.example/1</link>
<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><dc:creator>Ina Brook</dc:creator>
<description>Short.</description><content:encoded>
<![CDATA[<p>“It holds,” said <b>Rook</b>.</p><script>no</script><p>He smiled.</p>]]></content:encoded></item>
<item/></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Mail</title><entry>
<title type="html">Mole &lt;i&gt;holds&lt;/i&gt;</title>
<link rel="self" href="https://m.example/self"/><link href="https://m.example/1"/>
<author><name>Ina Brook</name></author><updated>2026-03-02T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>“It holds,” said Rook.</p></div></content></entry></feed>"""


def test_nitf() -> None:
    found = article("mole.xml", NITF.encode())
    assert fields(found) == {
        "outlet": "Coast Mail",
        "headline": "Mole holds",
        "deck": "Worst night in years",
        "byline": "By Ina Brook",
        "dateline": "OSSMERE",
        "published": "2026-03-02T09:00:00+00:00",
        "edition": "Late",
        "wire credit": "Fjord Wire",
        "language": "en",
    }
    assert found.text.split("\n\n")[-3:] == ["“It holds,” said Tor Rook.", "He & she smiled.", "Waves"]
    assert of_zone(found, Zone.CAPTION) == ["Waves"]


def test_newsml_g2() -> None:
    found = article("mole.xml", NEWSML.encode())
    assert found.text == "“It holds,” said Tor Rook.\n\nHe smiled."
    assert fields(found) == {
        "outlet": "Fjord Wire",
        "headline": "Mole holds",
        "deck": "Worst night",
        "byline": "Ina Brook",
        "dateline": "OSSMERE, March 2",
        "published": "2026-03-02T09:00:00+00:00",
        "updated": "2026-03-02T10:00:00+00:00",
        "edition": "2",
        "wire credit": "Fjord Wire/Coast Mail",
        "language": "en-GB",
    }


def test_a_message_of_several_items_gives_each() -> None:
    items = NEWSML.partition("?>")[2]
    found = outcomes(
        "wire.xml", f"<newsMessage><itemSet>{items}{items.replace('holds', 'fell')}</itemSet></newsMessage>".encode()
    )
    assert [one.headline for one in found if isinstance(one, Article)] == ["Mole holds", "Mole fell"]


def test_rss_gives_each_entry_with_its_own_bytes() -> None:
    mole, empty = outcomes("feed.rss", RSS.encode())
    assert isinstance(mole, Article) and isinstance(empty, Unreadable)
    assert mole.text == "Mole holds\n\n“It holds,” said Rook.\n\nHe smiled."
    assert mole.original.startswith(b"<item><title>Mole holds") and mole.original.endswith(b"</item>")
    assert mole.original in RSS.encode()
    assert fields(mole) == {
        "outlet": "Coast Mail",
        "headline": "Mole holds",
        "byline": "Ina Brook",
        "published": "2026-03-02T09:00:00+00:00",
        "url": "https://m.example/1",
        "language": "en",
    }


def test_atom() -> None:
    found = article("feed.xml", ATOM.encode())
    assert found.text == "Mole holds\n\n“It holds,” said Rook."
    assert fields(found)["url"] == "https://m.example/1" and fields(found)["updated"] == "2026-03-02T09:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "more"),
    [("mole.rss", {}), ("mole.atom", {"updated": "2026-03-01T11:30:00+00:00"})],
)
def test_a_feed_of_feedgen(name: str, more: dict[str, str]) -> None:
    content = (Path(__file__).parent / "made" / name).read_bytes()
    first, second = outcomes(name, content)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (
        first.text == "Mole ‘holds’ & more\n\n“It holds,” said Tor Røk.\n\n« C’est sûr », a dit Zoë. He & she smiled."
    )
    assert fields(first) == {
        "outlet": "Coast Mail",
        "headline": "Mole ‘holds’ & more",
        "byline": "Ina Brook",
        "published": "2026-03-01T09:00:00+00:00",
        "url": "https://mail.example/1",
        "language": "en-GB",
        **more,
    }
    assert (second.headline, second.url) == ("Ferry sails", "https://mail.example/2")
    assert first.original in content and second.original in content


def test_newsml_g2_of_its_keeper_s_own_library() -> None:
    content = (Path(__file__).parent / "made" / "mole.newsml").read_bytes()
    found = article("mole.newsml", content)
    assert found.text == "Mole ‘holds’\n\n“It holds,” said Tor Røk.\n\n« C’est sûr », a dit Zoë."
    assert (found.original, of_zone(found, Zone.HEADLINE)) == (content, ["Mole ‘holds’"])
    assert fields(found) == {
        "outlet": "Coast Mail",
        "headline": "Mole ‘holds’",
        "deck": "Worst night in years",
        "byline": "By Ina Brook",
        "dateline": "OSSMERE, 2 March",
        "published": "2026-03-02T09:00:00+00:00",
        "updated": "2026-03-02T11:30:00+00:00",
        "edition": "2",
        "wire credit": "Fjord Wire/Coast Mail",
        "language": "en-GB",
    }


def test_newsml_g2_that_carries_nitf_and_names_people_and_agencies() -> None:
    carrying = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:2" version="9" xml:lang="en-US">
    <rightsInfo><copyrightHolder><name>Coast Mail Ltd</name></copyrightHolder></rightsInfo>
    <itemMeta><provider uri="https://mail.example/"/><versionCreated>2026-03-02T11:35:00Z</versionCreated></itemMeta>
    <contentMeta><contentCreated>2026-03-02T09:00:00Z</contentCreated>
    <contentModified>2026-03-02T11:30:00Z</contentModified><creator><name>Ina Brook</name></creator>
    <infoSource><name>Fjord Wire</name></infoSource><headline> Mole holds</headline></contentMeta>
    <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
    <body.head><hedline><hl1>Mole holds</hl1></hedline><byline>By Ina Brook, <byttl>Staff</byttl></byline></body.head>
    <body.content><p>“It holds,” said Rook.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"""
    found = article("mole.xml", carrying.encode())
    assert found.text == "Mole holds\n\nBy Ina Brook, Staff\n\n“It holds,” said Rook."
    assert fields(found) == {
        "headline": "Mole holds",
        "byline": "By Ina Brook, Staff",
        "published": "2026-03-02T09:00:00+00:00",
        "updated": "2026-03-02T11:30:00+00:00",
        "edition": "9",
        "wire credit": "Fjord Wire",
        "language": "en-US",
    }


def test_ninjs_from_version_3_on() -> None:
    third = {
        "uri": "https://w.example/1",
        "versionCreated": "2026-03-02T10:00:00Z",
        "firstCreated": "2026-03-02T09:00:00Z",
        "language": "en",
        "by": "Ina Brook",
        "located": "Ossmere",
        "headlines": [{"role": "main", "value": "Mole holds"}, {"role": "sub", "value": "Worst night"}],
        "infoSources": [{"name": "Fjord Wire"}],
        "copyrightHolder": "Fjord Wire Ltd",
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": "“It holds,” said Rook. He smiled."},
            {
                "role": "richtext",
                "contentType": "application/xhtml+xml",
                "value": "<p>“It holds,” said Rook.</p><p>He smiled.</p>",
            },
        ],
    }
    found = article("mole.json", json.dumps(third).encode())
    assert found.text == "“It holds,” said Rook.\n\nHe smiled."
    assert fields(found) == {
        "outlet": "Fjord Wire",
        "headline": "Mole holds",
        "deck": "Worst night",
        "byline": "Ina Brook",
        "dateline": "Ossmere",
        "published": "2026-03-02T09:00:00+00:00",
        "updated": "2026-03-02T10:00:00+00:00",
        "url": "https://w.example/1",
        "wire credit": "Fjord Wire Ltd",
        "language": "en",
    }


def test_ninjs_of_both_kinds() -> None:
    first = {
        "uri": "https://w.example/1",
        "version": "2",
        "headline": "Mole holds",
        "byline": "Ina Brook",
        "versioncreated": "2026-03-02T10:00:00Z",
        "body_xhtml": "<p>“It holds,” said Rook.</p><figure><figcaption>Waves</figcaption></figure>",
        "provider": {"name": "Fjord Wire"},
    }
    found = article("mole.json", json.dumps(first).encode())
    assert found.text == "“It holds,” said Rook.\n\nWaves" and of_zone(found, Zone.CAPTION) == ["Waves"]
    assert fields(found) == {
        "outlet": "Fjord Wire",
        "headline": "Mole holds",
        "byline": "Ina Brook",
        "updated": "2026-03-02T10:00:00+00:00",
        "url": "https://w.example/1",
        "edition": "2",
    }
    second = {
        "headlines": [{"role": "main", "value": "Mole"}],
        "bodies": [{"contenttype": "text/plain", "value": "It holds."}],
    }
    assert article("mole.json", json.dumps(second).encode()).headline == "Mole"


def test_an_article_of_schema_org() -> None:
    thing = {
        "@graph": [
            {"@type": ["NewsArticle"], "headline": "Mole", "articleBody": "It holds.", "publisher": {"name": "Mail"}}
        ]
    }
    found = article("mole.jsonld", json.dumps(thing).encode())
    assert (found.text, found.headline, found.outlet) == ("It holds.", "Mole", "Mail")


def test_a_table_gives_a_row_an_article_with_its_own_bytes() -> None:
    table = 'id;outlet;text\n1;Mail;"“It holds,” said Rook.\nHe smiled."\n2;Post;\n'.encode("utf-8-sig")
    first, second = outcomes("table.csv", table)
    assert isinstance(first, Article) and isinstance(second, Unreadable)
    assert (first.name, first.outlet, first.text) == ("1", "Mail", "“It holds,” said Rook.\nHe smiled.")
    assert first.original == '1;Mail;"“It holds,” said Rook.\nHe smiled."\n'.encode()


def test_a_sheet_of_ours_is_told_from_an_article() -> None:
    told = {"form": "quotereview quotes", "version": 1, "written": None, "quotes": []}
    [outcome] = outcomes("friday.json", json.dumps(told).encode())
    assert isinstance(outcome, Unreadable)
    assert str(outcome).startswith("“friday.json” is a sheet of quotes, and no article")
