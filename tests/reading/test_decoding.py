"""Bytes of many encodings become the text they were, or one sentence says why not."""

import os

import pytest

from quotereview.errors import Unreadable
from quotereview.reading.decoding import Declared, decode

ENGLISH = (
    "“The bridge is safe,” said Mayor Inés Faro. “It’s been tested – twice – and I’d drive my own mother over it,” "
    "she told the council’s meeting on Monday, where residents were anything but convinced."
)
ARABIC = "قال رئيس البلدية «الجسر آمن» في المؤتمر الصحفي يوم الاثنين وأضاف أنه اختبر مرتين"
CHINESE = "市长对记者表示：“这座桥是安全的。”她补充说，桥已经检查过两次。"


@pytest.mark.parametrize(
    ("text", "written_in"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("« C’est sûr », a déclaré la maire Inès Faro à l’évêque. “Très bien”, dit-il à Zoë.", "cp1252"),
        (ENGLISH, "mac-roman"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        ("“It holds 🚧,” Faro wrote.\r\n\r\nShe left.\r", "utf-8"),
    ],
)
def test_text_comes_back_as_it_was_written(text: str, written_in: str) -> None:
    assert decode("story.txt", text.encode(written_in)).text == text


@pytest.mark.parametrize(
    ("original", "declared", "told"),
    [
        (ENGLISH.encode("cp1252"), None, ("cp1252", "guessed from the letters")),
        (ENGLISH.encode("utf-16"), None, ("utf-16-le", "byte order mark")),
        (ENGLISH.encode(), None, ("utf-8", "bytes that are valid UTF-8")),
        (ENGLISH.encode(), Declared("ascii", "meta charset"), ("utf-8", "bytes that are valid UTF-8")),
        (ENGLISH.encode("mac-roman"), Declared("macintosh", "meta charset"), ("macintosh", "meta charset")),
        (ENGLISH.encode("cp1252"), Declared("ISO-8859-1", "meta charset"), ("iso-8859-1", "meta charset")),
        (ENGLISH.encode(), Declared("unicode_escape", "meta charset"), ("utf-8", "bytes that are valid UTF-8")),
        (ENGLISH.encode(), Declared("rot13", "meta charset"), ("utf-8", "bytes that are valid UTF-8")),
    ],
)
def test_encoding_is_told_and_how(original: bytes, declared: Declared | None, told: tuple[str, str]) -> None:
    found = decode("story.txt", original, declared)
    assert (found.text, found.encoding, found.origin) == (ENGLISH, *told)


def test_what_an_editor_chose_counts() -> None:
    original = ENGLISH.encode("mac-roman")
    found = decode("story.txt", original, Declared("cp1252", "meta charset"), "macintosh")
    assert (found.text, found.encoding, found.origin) == (ENGLISH, "mac-roman", "chosen by an editor")
    assert found.named("story.txt") == "story.txt, read as mac-roman"


def test_a_choice_that_changes_nothing_is_none() -> None:
    found = decode("story.txt", ENGLISH.encode("utf-8-sig"), chosen="utf-8")
    assert (found.text, found.origin, found.named("story.txt")) == (ENGLISH, "byte order mark", "story.txt")


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("klingon", "“klingon” is no encoding that is known here; some that are: utf-8, cp1252, mac-roman."),
        ("rot13", "“rot13” is no encoding that is known here; some that are: utf-8, cp1252, mac-roman."),
        ("utf-8", "“story.txt” is not written in utf-8; choose another encoding."),
    ],
)
def test_a_choice_that_cannot_be_is_refused_with_a_sentence(chosen: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode("story.txt", ENGLISH.encode("cp1252"), chosen=chosen)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("original", "sentence"),
    [
        (b"", "“story.txt” is empty; there is nothing in it to read."),
        (b" \r\n\t ", "“story.txt” is empty; there is nothing in it to read."),
        (b"\xef\xbb\xbf", "“story.txt” is empty; there is nothing in it to read."),
        (b"\x7fELF\x02\x01\x01\0\0\0\0", "“story.txt” is not text; save the article as plain text and try again."),
        (b"\x01\x02\x03 few words", "“story.txt” is not text; save the article as plain text and try again."),
        (
            "“Safe”".encode("utf-16")[:-1],
            "“story.txt” is damaged: it starts as utf-16-le but does not go on so.",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(original: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode("story.txt", original)
    assert str(caught.value) == sentence


def test_noise_is_refused() -> None:
    with pytest.raises(Unreadable):
        decode("noise", os.urandom(4096))
