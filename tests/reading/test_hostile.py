"""Files that are made to harm, or that no program wrote: a sentence for each, and nothing is fetched or unpacked."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article
from tests.reading.seen import article, fields, outcomes, refusal

MADE = Path(__file__).parent / "made"
COPY = "“The bridge is safe,” said Mayor Inés Faro."
BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><item><title>&b;</title></item></rss>'
OUTSIDE = (
    '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body.content><p>&x;</p></body.content></nitf>'
)


BOMBED = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FETCHING = '<!DOCTYPE x [<!ENTITY % y SYSTEM "http://x.example/y.dtd"> %y;<!ENTITY b SYSTEM "file:///etc/passwd">]>'
WORD = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:r><w:t>&b;"
ODT = b"application/vnd.oasis.opendocument.text"
TEXT = "<office:text xmlns:office='o' xmlns:text='t'><text:p>&b;</text:p></office:text>"


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bomb.rss", BOMB.encode(), "entities of its own"),
        ("bomb.xml", BOMB.encode("utf-16"), "entities of its own"),
        ("outside.xml", OUTSIDE.encode(), "entities of its own"),
        ("deep.xml", b"<rss>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</rss>", "not whole XML"),
        ("many.rss", b"<rss>" + b"<item/>" * 10_001 + b"</rss>", "more than 10,000 articles"),
        ("many.xml", b"<newsMessage>" + b"<newsItem/>" * 10_001 + b"</newsMessage>", "more than 10,000 articles"),
        ("many.json", b"[" + b"{}," * 10_000 + b"{}]", "more than 10,000 articles"),
        ("tags.nitf", b"<nitf>" + b"<p/>" * 1_000_000 + b"</nitf>", "more than 1,000,000 tags"),
        ("lines.csv", b"text\n" + b"\n" * 1_000_001, "more than 1,000,000 lines"),
        ("bomb.nitf", f"{BOMBED}<nitf><body.content><p>&b;</p></body.content></nitf>".encode(), "entities of its own"),
        ("bomb.newsml", f"{BOMBED}<newsItem>&b;</newsItem>".encode("utf-16"), "entities of its own"),
        ("far.atom", f"{FETCHING}<feed><entry><title>&b;</title></entry></feed>".encode(), "entities of its own"),
        ("bomb.docx", zipped(**{"word/document.xml": f"{BOMBED}{WORD}".encode()}), "entities of its own"),
        ("far.docx", zipped(**{"word/document.xml": f"{FETCHING}{WORD}".encode()}), "entities of its own"),
        (
            "styles.docx",
            zipped(**{"word/document.xml": b"<a/>", "word/styles.xml": BOMB.encode()}),
            "entities of its own",
        ),
        ("bomb.odt", zipped(mimetype=ODT, **{"content.xml": f"{BOMBED}{TEXT}".encode()}), "entities of its own"),
        ("far.odt", zipped(mimetype=ODT, **{"content.xml": f"{FETCHING}{TEXT}".encode()}), "entities of its own"),
        (
            "meta.odt",
            zipped(mimetype=ODT, **{"content.xml": b"<a/>", "meta.xml": BOMB.encode("utf-16")}),
            "entities of its own",
        ),
        ("cut.xml", b"<rss>\n<channel><item>", "is not whole XML from line 2 on; load"),
        ("cell.csv", b'text\n"' + b"a" * 4_100_000, "a cell without end in the row from line 2 on"),
        ("other.xml", b"<recipes><recipe/></recipes>", "no entries of a feed"),
        ("deep.json", b"[" * 100_000, "not JSON"),
        ("none.json", b'{"a": 1}', "is empty"),
        ("none.csv", b"a,b\n1,2\n", "no column of words"),
        ("empty.csv", b"", "is empty"),
        ("empty.html", b"<html><script>x</script></html>", "is empty"),
        ("void.html", b"", "is empty"),
        ("zip.docx", zipped(**{"docProps/app.xml": b"x"}), "no Word document"),
        ("huge.docx", zipped(**{"word/document.xml": b"<" * 40_000_000}), "more than 30 MB"),
        ("bomb.zip", zipped(**{"a.txt": b"a" * 40_000_000}), "more than 30 MB"),
        ("climb.zip", zipped(**{"../../etc/cron.d/a.txt": b"x"}), "outside of the zip file"),
        ("none.zip", zipped(**{".": b"x"}), "outside of the zip file"),
        ("unnamed.zip", zipped(Unnamed=b"x").replace(b"Unnamed", b"\0nnamed"), "outside of the zip file"),
        ("root.zip", zipped(**{"/a.txt": b"x"}), "outside of the zip file"),
        ("drive.zip", zipped(**{"c:\\a.txt": b"x"}), "outside of the zip file"),
        ("nest.zip", zipped(b=zipped(c=zipped(d=b"x"))), "within a zip file"),
        ("cut.zip", zipped(a=b"x")[:30], "damaged zip file"),
        ("text.pdf", b"%PDF-1.7 and no more", "damaged"),
        ("open.html", b"<!--" * 5000, "no web page"),
        ("elements.html", b"<b></b>" * 300_000, "more than 200,000 elements"),
        ("many.html", b"<div>x</div>" * 30_000, "pieces of text"),
        ("root.xml", b"<!" * 200_000, "not whole XML"),
        ("parts.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" * 500, "nested parts"),
        ("pieces.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\n" * 20_000, "nested parts"),
        ("lines.eml", b"\n" * 1_000_002, "more than 1,000,000 lines"),
        ("header.eml", b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx", "a header"),
        ("million.txt", b'"' * 1_000_000, "more than 20,000 quotation marks"),
        ("single.txt", "‘a’ ".encode() * 200_000, "more than 20,000 quotation marks"),
        (
            "million.jsonl",
            json.dumps({"text": "“No,” he said. " * 100_000}).encode(),
            "more than 20,000 quotation marks",
        ),
        ("million.html", "<p>« ‹".encode() * 15_000, "more than 20,000 quotation marks"),
        ("wide.txt", ("中" * 900_000).encode("utf-16"), "larger than 2 MB"),
        ("nul.html", b"<p>" + b"\0" * 10_000, "is not text"),
    ],
)
def test_what_harms_is_refused_in_a_sentence(name: str, content: bytes, why: str) -> None:
    assert why in refusal(name, content)


def test_a_table_is_bounded_whatever_else_reads_tables_in_the_process() -> None:
    before = csv.field_size_limit(10_000_000)
    try:
        assert "a cell without end" in refusal("cell.csv", b'text\n"' + b"a" * 4_100_000)
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize("end", [b"endstream", b"endobj"])
def test_a_pdf_whose_streams_have_no_end_is_refused_before_they_are_looked_for(
    end: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_it(_: bytes) -> None:
        raise AssertionError("PDFium would be at it for minutes.")

    monkeypatch.setattr(pypdfium2, "PdfDocument", open_it)
    stream = b"5 0 obj\n<</Length 6 0 R>>\nstream\n" + b"a" * 900 + b"\n" + end + b"\n"
    assert "damaged" in refusal("streams.pdf", b"%PDF-1.7\n" + stream * 2_000)
    with pytest.raises(AssertionError, match="minutes"):
        refusal("whole.pdf", b"%PDF-1.7\n" + stream.replace(end, b"endstream\nendobj") * 2_000)


def test_a_page_nested_without_end_is_refused_or_read_whole() -> None:
    page = b"<html><body>" + b"<div>" * 100_000 + COPY.encode() + b"</body></html>"
    (found,) = outcomes("deep.html", page)
    assert isinstance(found, Unreadable) or COPY in found.text


def test_a_date_that_cannot_be_is_missing_and_the_words_are_there() -> None:
    found = article("far.eml", f"Date: 2 Mar {'9' * 400} 09:00 +0100\nSubject: Mole\n\n{COPY}".encode())
    assert (found.text, fields(found)["headline"], fields(found).get("published")) == (COPY, "Mole", None)


def test_a_title_that_is_no_text_is_missing_and_the_words_are_there() -> None:
    page = (MADE / "mole.pdf").read_bytes()
    title = re.search(rb"/Title<FEFF(.{4})", page)
    assert title
    found = article("half.pdf", page.replace(title[0], title[0][:-4] + b"D800"))
    assert found.text == article("whole.pdf", page).text


def test_a_long_text_may_hold_a_lot_of_apostrophes() -> None:
    assert article("long.txt", "It’s the Harbour’s. ".encode() * 60_000)


MANY = '{"a": "b"}, ' * 6_000


@pytest.mark.parametrize(
    ("name", "content", "number"),
    [
        ("page.html", f"<h1>Mole holds</h1><script>var all = [{MANY}]</script><p>“It holds,” said Rook.</p>", 1),
        ("list.json", "[" + ", ".join(['{"text": "“It holds,” said Rook.", "id": "x"}'] * 3_000) + "]", 3_000),
        ("list.csv", "text,id\n" + '"“It holds,” said Rook.","x"\n' * 6_000, 6_000),
    ],
)
def test_marks_of_scripts_json_and_tables_are_none_of_the_article(name: str, content: str, number: int) -> None:
    found = outcomes(name, content.encode())
    assert len(found) == number
    assert all(isinstance(one, Article) for one in found)


def test_scripts_and_forms_are_no_words() -> None:
    page = f"<html><body><script>“x,” said y.</script><style>a</style><p>{COPY}</p><img src='http://x.example/'><iframe>z</iframe>"
    assert article("page.html", page.encode()).text == COPY


def test_halves_of_characters_in_json_stand_as_stand_ins() -> None:
    text = json.dumps({"headline": "\ud800", "body_text": f"{COPY} \udc00"})
    assert article("a.json", text.encode()).text == f"{COPY} \N{REPLACEMENT CHARACTER}"


def test_a_zip_gives_what_is_good_and_tells_what_is_not() -> None:
    members = {f"day/{number}.txt": COPY.encode() for number in range(5)}
    content = zipped(**members, **{"day/bad.png": b"\x89PNG", ".hidden": b"x", "inner.zip": zipped(a=COPY.encode())})
    found = outcomes("day.zip", content)
    assert [one.name for one in found if isinstance(one, Article)] == [*(f"{n}.txt" for n in range(5)), "a"]
    (bad,) = [str(one) for one in found if isinstance(one, Unreadable)]
    assert bad.startswith("In “day.zip”: “bad.png” is of a kind that cannot be read")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.pdf", f"<!DOCTYPE html><html><body><p>{COPY}</p></body></html>".encode()),
        (
            "page.txt",
            f"<html><head><title>x</title></head><body><script>x</script><p>{COPY}</p></body></html>".encode(),
        ),
        ("feed.html", f"<rss><channel><item><description>{COPY}</description></item></channel></rss>".encode()),
        ("wire.json", f"<nitf><body><body.content><p>{COPY}</p></body.content></body></nitf>".encode()),
        ("text.docx", zipped(**{"story.txt": COPY.encode()})),
        ("zip.txt", zipped(**{"story.txt": COPY.encode()})),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_ending_says(name: str, content: bytes) -> None:
    assert article(name, content).text == COPY


@pytest.mark.parametrize(
    ("given", "ending"), [("mole.pdf", ".txt"), ("mole.odt", ".docx"), ("mole.docx", ".pdf"), ("mole.rtf", ".html")]
)
def test_a_document_is_read_as_what_it_is_whatever_its_ending_says(given: str, ending: str) -> None:
    content = (MADE / given).read_bytes()
    assert article(f"mole{ending}", content).text == article(given, content).text


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.zip", "a.html", "a.csv", "a.eml"])
def test_a_program_is_refused_whatever_its_ending_says(name: str) -> None:
    content = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 400
    assert refusal(name, content)


def test_names_that_lie_are_told_in_one_line_as_they_are_written() -> None:
    content = zipped(**{"\u202egpj.exe": b"\x7fELF", "two\nlines.png": b"\x89PNG"})
    told = [str(one) for one in outcomes("day\n.zip", content)]
    assert all(one.startswith("In “day?.zip”: “") for one in told)
    assert "“two?lines.png”" in told[0] and "“?gpj.exe”" in told[1]
    assert article("\u202etxt.fdp", f"<html><p>{COPY}</p></html>".encode()).name == "?txt.fdp"


def test_a_feed_of_many_entries_is_read() -> None:
    entries = "<item><title>a</title></item>" * 5_000
    found = outcomes("many.rss", f"<rss><channel><title>Coast Mail</title>{entries}</channel></rss>".encode())
    assert len(found) == 5_000 and all(isinstance(one, Article) and one.outlet == "Coast Mail" for one in found)
