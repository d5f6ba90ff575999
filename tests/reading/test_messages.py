"""E-mails and saved pages as Python's own library writes them."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from quotereview.errors import Unreadable
from quotereview.model import Article, Zone
from quotereview.reading.messages import MOST_ATTACHED
from tests.reading.seen import article, fields, of_zone, outcomes, refusal

PAGE = (
    "<html><body><nav>“Home,” said nobody.</nav><article><h1>Mole holds</h1><p>“It holds,” said Tor Rook, the harbour "
    "master of Ossmere, on Friday.</p></article></body></html>"
)


def message(**headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    for name, value in {
        "Subject": "Mole holds – Ossmère",
        "Date": "Mon, 02 Mar 2026 09:00:00 +0100",
        **headers,
    }.items():
        made[name.replace("_", "-")] = value
    return made


def test_an_e_mail_gives_its_words_subject_and_date() -> None:
    made = message(From="press@port.example")
    made.set_content("“It holds,” said Tor Rook.\n\nHe smiled.")
    made.add_alternative(PAGE, subtype="html")
    found = article("mole.eml", made.as_bytes())
    assert found.text == "“It holds,” said Tor Rook.\n\nHe smiled."
    assert fields(found) == {"headline": "Mole holds – Ossmère", "published": "2026-03-02T09:00:00+01:00"}


def test_an_e_mail_of_a_page_alone_gives_its_words() -> None:
    made = message()
    made.set_content(PAGE, subtype="html")
    found = article("mole.eml", made.as_bytes())
    assert "“It holds,” said Tor Rook" in found.text and of_zone(found, Zone.TEASER) == ["“Home,” said nobody."]


def test_a_saved_page_gives_its_address_and_not_the_day_of_saving() -> None:
    made = message(Snapshot_Content_Location="https://mail.example/mole")
    made.set_content(PAGE, subtype="html")
    made.add_related(b"GIF89a", maintype="image", subtype="gif")
    found = article("mole.mhtml", made.as_bytes())
    assert fields(found) == {"headline": "Mole holds", "url": "https://mail.example/mole"}


def test_a_message_without_words_says_so() -> None:
    assert "without words" in refusal("mole.eml", b"Subject: x\nContent-Type: image/gif\n\nGIF")


DOCUMENT = (Path(__file__).parent / "made" / "mole.docx").read_bytes()


def with_attachments() -> EmailMessage:
    """A message with a document, a text, a page, a message, and what cannot be read."""
    made = message()
    made.set_content("See what is attached.")
    forwarded = message(Subject="Forwarded", Message_ID="<1@port.example>")
    forwarded.set_content("“Twice,” said Rook, in a line that is long enough to be folded when it is written anew.")
    forwarded.add_attachment("“Thrice.”", filename="log.txt")
    made.add_attachment(DOCUMENT, maintype="application", subtype="msword", filename="../../mole.docx")
    made.add_attachment("“It holds,” said Rook.", filename="état.txt")
    made.add_attachment(PAGE, subtype="html")
    made.add_attachment(forwarded)
    for name, content in (("x.png", b"\x89PNG"), ("day.zip", b"PK\x03\x04"), ("void.txt", b"")):
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made


def test_what_is_attached_comes_in_as_articles_named_after_the_mail_the_rest_is_listed() -> None:
    content = with_attachments().as_bytes()
    found = outcomes("mole.eml", content)
    articles = {one.name: one for one in found if isinstance(one, Article)}
    assert list(articles) == [
        "mole.eml",
        "mole.eml, mole.docx",
        "mole.eml, état.txt",
        "mole.eml, attached 3.html",
        "mole.eml, attached 4.eml",
        "mole.eml, attached 4.eml, log.txt",
    ]
    assert articles["mole.eml"].original == content and articles["mole.eml, mole.docx"].original == DOCUMENT
    assert articles["mole.eml, attached 3.html"].headline == "Mole holds"
    forwarded = articles["mole.eml, attached 4.eml"]
    assert forwarded.headline == "Forwarded" and forwarded.original in content
    assert articles["mole.eml, attached 4.eml, log.txt"].text == "“Thrice.”\r\n"
    aside = [(one.within, str(one)) for one in found if isinstance(one, Unreadable)]
    assert [within for within, _ in aside] == ["x.png", "day.zip", "void.txt"]
    assert all("was left out" in why for _, why in aside)


def test_pictures_of_the_page_itself_are_passed_over() -> None:
    made = message()
    made.set_content(PAGE, subtype="html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", cid="<logo>")
    assert article("mole.eml", made.as_bytes()).headline == "Mole holds"


def test_messages_within_messages_and_attachments_have_an_end() -> None:
    made = message()
    made.set_content("Innermost.")
    for _ in range(4):
        outer = message()
        outer.set_content("See below.")
        outer.add_attachment(made)
        made = outer
    *found, last = outcomes("mole.eml", made.as_bytes())
    assert len(found) == 3 and "save this message by itself" in str(last)
    made = message()
    made.set_content("See below.")
    for number in range(MOST_ATTACHED + 5):
        made.add_attachment("Yes.", filename=f"{number}.txt")
    *found, last = outcomes("mole.eml", made.as_bytes())
    assert len(found) == 1 + MOST_ATTACHED and "more than 100 files attached" in str(last)
