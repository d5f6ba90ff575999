"""What was read in the wrong encoding is read again from the bytes that were kept."""

import pytest

from quotereview.errors import Unreadable
from quotereview.model import Article, Field, article_id
from quotereview.reading import read_again, samples
from tests.reading.seen import article

COPY = "Most je bezpečný, řekla starostka\n\n„Je bezpečný,“ řekla Jiřina Dvořáková.\n"
PAGE = f"<meta charset=cp1252><h1>Most je bezpečný</h1><p>{COPY[34:].strip()}</p>"


def encoding_of(found: Article) -> tuple[str, str]:
    (told,) = [(said.value, said.origin) for said in found.described if said.field is Field.ENCODING]
    return told


@pytest.mark.parametrize(("name", "words"), [("most.txt", COPY), ("most.html", PAGE)])
def test_an_article_reads_as_it_was_written(name: str, words: str) -> None:
    original = words.encode("cp1250")
    wrong, right = article(name, original), article(name, words.encode())
    found = read_again(wrong, "cp1250")
    assert wrong.text != found.text == right.text.replace("cp1252", "")
    assert (found.original, found.headline) == (original, right.headline)
    assert encoding_of(found) == ("cp1250", "chosen by an editor")
    assert (found.name, found.id) == (f"{name}, read as cp1250", article_id(f"{name}, read as cp1250", original))
    assert found.id != wrong.id


def test_a_message_is_read_again_and_what_is_attached_is_not_touched() -> None:
    head = "Subject: Most\nContent-Type: text/plain; charset=cp1252\nContent-Transfer-Encoding: 8bit\n\n"
    original = f"{head}{COPY}".encode("cp1250")
    found = read_again(article("most.eml", original), "cp1250")
    assert (found.text, found.name, found.original) == (COPY.strip(), "most.eml, read as cp1250", original)
    assert read_again(found, "cp1252") == article("most.eml", original)


def test_a_choice_can_be_changed_and_taken_back() -> None:
    wrong = article("most.txt", COPY.encode("cp1250"))
    again = read_again(read_again(wrong, "cp437"), "cp1250")
    assert (again.name, again.text) == ("most.txt, read as cp1250", COPY)
    assert read_again(again, wrong.encoding) == wrong


def test_what_is_no_text_by_itself_is_not_read_again() -> None:
    table = article("table.csv", 'id,text\n7,"„Je bezpečný,“ řekla."\n'.encode("cp1250"))
    with pytest.raises(Unreadable, match="load that file again"):
        read_again(table, "cp1250")


def test_encodings_are_offered_with_the_words_in_which_they_differ() -> None:
    offered = dict(samples(COPY.encode("cp1250")))
    assert offered["cp1250"] == "Most je bezpečný, řekla starostka „Je bezpečný,“ řekla Jiři"
    assert "utf-8" not in offered and "Most je bezpeèný" in offered["cp1252"]
    assert not list(samples(b"The bridge holds."))


def test_of_a_long_text_the_words_about_the_first_such_letter_are_shown() -> None:
    ((_, sample), *_) = samples(b"plain words " * 100_000 + "Zoë said so.".encode("cp1252"))
    assert "Zoë said so." in sample
