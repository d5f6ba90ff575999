"""Saved web pages of ten layouts: the whole article is body, whatever stands around it is not."""

import pytest

from quotereview.detection import zones
from quotereview.model import Article, Zone
from tests.reading.seen import article, fields, of_zone

LEAD = "OSSMERE — The harbour master said on Friday that the mole would hold through the winter storms."
QUOTE = "“It holds,” said <b>Tor Rook</b>, who has kept it since 1999. “We tried it twice.”"
SHORT = "“Twice.”"
LAST = "Ferries are to sail again on Monday, if the wind allows it, the port said in a statement."
BODY = f"<p>{LEAD}</p><p>{QUOTE}</p><h2>A long night</h2><p>{SHORT}</p><p>{LAST}</p>"
TEASER = "<a href='/x'>“They drained our lake”: the village that sued</a>"
PROMISE = "<p>“The best letter in town,” said a reader of ours, who gets it every morning.</p>"
AROUND = (
    f"<aside><h3>Most read</h3><ul><li>{TEASER}</li><li>{TEASER}</li></ul></aside>",
    f"<div class='related-stories'>{PROMISE}</div>",
    f"<section id='newsletter'>{PROMISE}</section>",
    f"<footer>{PROMISE}</footer>",
    f"<div class='comments'>{PROMISE}{PROMISE}{PROMISE}</div>",
    f"<p>{TEASER}</p>",
)
LAYOUTS = {
    "article element": "<nav>{0}</nav><article><h1>Mole holds</h1>{body}</article>{1}{2}",
    "body by its class": "<div class='page'><h1>Mole holds</h1><div class='article-body'>{body}</div></div>{0}{3}",
    "body by schema.org": "<main><h1>Mole holds</h1><div itemprop='articleBody'>{body}</div>{1}</main>{4}",
    "main element": "<header>{0}</header><main><h1>Mole holds</h1>{body}</main>{2}{3}",
    "no names at all": "<div><div><h1>Mole holds</h1>{body}</div><div>{0}</div></div>{3}",
    "teasers between": "<article><h1>Mole holds</h1><div class='story-text'>{5}{first}{1}{rest}</div>{4}</article>",
    "body in pieces": "<article><h1>Mole holds</h1><div class='post-content'>{first}</div>{2}"
    "<div class='post-content'>{rest}</div></article>",
    "cards of articles": "<article><h1>Mole holds</h1>{body}</article><article class='card'>{0}</article>"
    "<article>{1}</article>",
    "a page with a sidebar": "<div class='has-sidebar with-comments'>"
    "<article class='more-news'><h1>Mole holds</h1>{body}</article>{0}</div>",
    "table of old": "<table><tr><td>{0}</td><td><h1>Mole holds</h1>{body}</td><td>{3}</td></tr></table>",
}


def page(layout: str, head: str = "") -> bytes:
    first, rest = BODY.split("<h2>")
    words = LAYOUTS[layout].format(*AROUND, body=BODY, first=first, rest=f"<h2>{rest}")
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{words}</body></html>".encode()


def zone_of(found: Article, words: str) -> Zone:
    return zones.at(zones.find(found.text, found.zones), found.text.index(words))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_quote_of_a_teaser_and_all_of_the_body(layout: str) -> None:
    found = article("page.html", page(layout))
    for words in (LEAD, "“It holds,” said Tor Rook, who has kept it since 1999.", SHORT, LAST, "A long night"):
        assert zone_of(found, words) is Zone.BODY, words
    for words in ("“They drained our lake”", "“The best letter"):
        told = [one for one in found.zones if one.zone is Zone.TEASER and words in one.span.of(found.text)]
        assert len(told) == found.text.count(words), words
    assert of_zone(found, Zone.HEADLINE) == ["Mole holds"] and found.headline == "Mole holds"


def test_the_body_that_a_page_gives_as_data_is_body_whatever_it_is_called() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        + LEAD
        + " "
        + LAST
        + '"}</script>'
    )
    words = (
        f"<html><head>{data}</head><body><h1>Mole</h1><div class='promo'><p>{LEAD}</p></div><p>{LAST}</p></body></html>"
    )
    assert not of_zone(article("page.html", words.encode()), Zone.TEASER)


def test_a_piece_of_the_body_that_begins_below_an_advertisement_is_body() -> None:
    more = "".join(f"<p>And {number} more boats were made fast at the quay of Ossmere.</p>" for number in range(8))
    pieces = f"<div class=c1>{more}</div><div class=c2><p>Advertisement</p>{more}</div><div class=c3>{more}</div>"
    found = article("page.html", f"<body><h1>Mole</h1><div class=c0>{pieces}</div></body>".encode())
    assert of_zone(found, Zone.TEASER) == ["Advertisement"]


def test_what_a_page_says_of_itself_and_where() -> None:
    head = (
        '<meta property="og:site_name" content="Coast Mail"><meta name="author" content="Ina Brook">'
        '<link rel="canonical" href="https://m.example/1"><meta property="article:published_time" content="2026-03-02">'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "dateModified": "2026-03-03T10:00Z",'
        ' "publisher": {"name": "The Coast Mail"}, "creditText": "Fjord Wire"}, 7]}</script>'
        '<script type="application/ld+json">not JSON</script>'
    )
    found = article("page.html", page("article element", head))
    assert {(said.field.value, said.value, said.origin) for said in found.described} == {
        ("outlet", "The Coast Mail", "schema.org publisher"),
        ("headline", "Mole holds", "first heading"),
        ("byline", "Ina Brook", "meta name author"),
        ("published", "2026-03-02", "meta property article:published_time"),
        ("updated", "2026-03-03T10:00:00+00:00", "schema.org dateModified"),
        ("url", "https://m.example/1", "link canonical"),
        ("wire credit", "Fjord Wire", "schema.org creditText"),
        ("language", "en", "attribute lang"),
        ("encoding", "utf-8", "bytes that are valid UTF-8"),
    }


def test_deck_byline_dateline_and_caption_are_told_by_their_elements() -> None:
    words = (
        "<article><h1>Mole holds</h1><p class='standfirst'>Worst night in years</p><p class='byline'>By Ina Brook</p>"
        "<figure><figcaption>Waves, “huge” ones</figcaption></figure>"
        f"<p class='dateline'>Ossmere</p>{BODY}</article>"
    )
    found = article("page.html", words.encode())
    assert {"deck": "Worst night in years", "byline": "By Ina Brook", "dateline": "Ossmere"}.items() <= fields(
        found
    ).items()
    assert of_zone(found, Zone.CAPTION) == ["Waves, “huge” ones"]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (f"<meta charset=windows-1252><p>{SHORT} é</p>".encode("cp1252"), "windows-1252"),
        (f"<meta charset=iso-8859-1><p>{SHORT} é</p>".encode("cp1252"), "iso-8859-1"),
        (f"<meta charset=ascii><p>{SHORT} é</p>".encode(), "utf-8"),
        (f"<meta charset=utf-8><p>{SHORT} é</p>".encode("utf-16"), "utf-16-le"),
        (f"<?xml version='1.0' encoding='utf-8'?><html><p>{SHORT} é</p></html>".encode(), "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_holds(content: bytes, encoding: str) -> None:
    found = article("page.html", content)
    assert (found.text, found.encoding, found.original) == (f"{SHORT} é", encoding, content)
