"""E-mails and saved pages as Python's own library writes them."""

from email.message import EmailMessage
from email.policy import SMTP

from quotereview.model import Zone
from tests.reading.seen import article, fields, of_zone, refusal

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
    made.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="x.bin")
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
    made = message()
    made.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="x.bin")
    assert "without words" in refusal("mole.eml", made.as_bytes())
