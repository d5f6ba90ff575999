"""Files and pasted texts in, one outcome each; nothing stops a batch."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from quotereview.errors import ModelMissing, Unreadable
from quotereview.model import Article, Detection, Passage, Quote, Span, Stretch
from quotereview.reading import csv
from quotereview.review.blocks import Blocks
from quotereview.review.ingest import (
    Detector,
    Pasted,
    Read,
    Refused,
    count_files,
    detect_marked,
    endings,
    read_again,
    read_and_detect,
)
from quotereview.review.reshaping import UNMARKED, Marking
from quotereview.review.ruled_texts import Ruled


class Finder:
    """Stands in for the detector: one quote per text, and a bug in texts that ask for it."""

    def detect(
        self,
        text: str,
        added: Sequence[Span] = (),
        replaced: Sequence[Span] = (),
        outlet: str | None = None,
        zones: Sequence[Stretch] = (),
    ) -> Detection:
        if "bug" in text:
            raise ZeroDivisionError
        quotes = tuple(Quote(f"{span.start}-{span.end}", (Passage(span, span.of(text)),)) for span in added)
        return Detection(quotes, (), (), "finder 1", "none")


class Loader:
    """Gives a Finder and counts how often it was asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> Detector:
        self.calls += 1
        return Finder()


def outcomes(*inputs: Path | Pasted) -> list[str]:
    """What came of each input, by name."""
    found = read_and_detect(inputs, Loader())
    return [f"read {one.article.name}" if isinstance(one, Read) else f"refused {Path(one.path).name}" for one in found]


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One said so.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "d.txt").write_text("Two said so.")
    found = outcomes(tmp_path, tmp_path / "missing.txt", Pasted("Clipboard", "Three said so."))
    assert found == [
        "read a.txt",
        "refused b.txt",
        "refused c.txt",
        "read d.txt",
        "refused missing.txt",
        "read Clipboard",
    ]


def test_a_bug_in_one_article_is_logged_and_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    texts = [tmp_path / "a.txt", tmp_path / "b.txt"]
    texts[0].write_text("Here a bug is met.")
    texts[1].write_text("Here none is.")
    with caplog.at_level(logging.ERROR):
        first, second = read_and_detect(texts, Loader())
    assert isinstance(first, Refused)
    assert first.why == "This program failed on a.txt, its log says where; the rest was read."
    assert isinstance(second, Read)
    assert "ZeroDivisionError" in caplog.text


def test_a_bug_in_reading_is_logged_and_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, encoding: str | None) -> Iterator[object]:
        yield from ()
        raise ZeroDivisionError

    (tmp_path / "a.txt").write_text("One said so.")
    monkeypatch.setattr("quotereview.reading.read", broken)
    assert outcomes(tmp_path, Pasted("Clipboard", "Two said so.")) == ["refused a.txt", "read Clipboard"]


def test_a_bug_in_one_file_of_a_zip_costs_that_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def buggy(name: str, *_: object) -> Iterator[Article | Unreadable]:
        raise ValueError(name)

    with ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.csv", "text\nOne.\n")
        archive.writestr("b.txt", "Two.\n")
    monkeypatch.setattr(csv, "articles", buggy)
    refused, read = read_and_detect([tmp_path / "all.zip"], Finder)
    assert isinstance(refused, Refused) and isinstance(read, Read)
    assert (refused.path, read.article.text) == (str(tmp_path / "all.zip" / "a.csv"), "Two.\n")
    assert refused.why.startswith("This program failed on “all.zip: a.csv”")


def test_a_text_too_long_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * 10_500_000)
    assert outcomes(tmp_path, Pasted("Clipboard", "Two said so.")) == ["refused long.txt", "read Clipboard"]


def test_every_line_of_a_file_of_lines_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text('{"id": "one", "text": "One."}\nnot json\n{"id": "two", "text": "Two."}\n')
    assert outcomes(tmp_path / "all.jsonl") == ["read one", "refused all.jsonl", "read two"]


def test_bytes_from_standard_input_and_odd_characters_are_read() -> None:
    assert outcomes(Pasted("-", b"One said so."), Pasted("Clipboard", "Half a pair \ud83d here.")) == [
        "read -",
        "read Clipboard",
    ]


UNRULED = Ruled(Blocks("", ()), UNMARKED)


def test_an_article_is_read_in_another_encoding_or_the_reason_is_told() -> None:
    (read,) = read_and_detect([Pasted("a.txt", "„Loď je bezpečná,“ řekla.".encode("cp1250"))], Loader())
    assert isinstance(read, Read)
    again, refused = (read_again(read.article, encoding, Loader(), UNRULED) for encoding in ("cp1250", "utf-8"))
    assert isinstance(again, Read) and again.article.text == "„Loď je bezpečná,“ řekla."
    assert isinstance(refused, Refused) and "is not written in utf-8" in refused.why


def test_standard_input_is_of_whatever_kind_its_bytes_tell() -> None:
    page, rich = b"<html><body><p>One said so.</p></body></html>", rb"{\rtf1 Two said so.}"
    found = list(read_and_detect([Pasted("-", page), Pasted("-", rich), Pasted("-", b"\x89PNG\0")], Loader()))
    assert [one.article.text for one in found if isinstance(one, Read)] == ["One said so.", "Two said so."]
    assert isinstance(found[-1], Refused) and found[-1].path == "-"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One <b>said</b> so.</p><p>Two.</p>", "One said so.\n\nTwo."),
        ("<span style='color: red'>One</span>", "One said so."),
        ("<p><script>x</script></p>", "One said so."),
        ("", "One said so."),
    ],
)
def test_html_from_the_clipboard_is_a_page_where_it_has_paragraphs(page: str, text: str) -> None:
    (found,) = read_and_detect([Pasted("a", "One said so.", page, "https://m.example/1")], Loader())
    assert isinstance(found, Read) and found.article.text == text
    assert (found.article.original, found.article.url) == (
        (page.encode(), "https://m.example/1") if text.endswith("Two.") else (text.encode(), None)
    )


def test_the_detector_is_loaded_once_and_only_for_something_to_detect(tmp_path: Path) -> None:
    loader = Loader()
    list(read_and_detect([Pasted("a", "")], loader))
    assert loader.calls == 0
    list(read_and_detect([Pasted("a", "One."), Pasted("b", "Two.")], loader))
    assert loader.calls == 1


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    found = read_and_detect([tmp_path], Loader())
    assert isinstance(next(found), Read)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(found), Refused)


def test_without_a_language_model_the_whole_batch_says_so() -> None:
    def missing() -> Detector:
        raise ModelMissing("No language model.")

    with pytest.raises(ModelMissing):
        list(read_and_detect([Pasted("a", "One.")], missing))


def test_words_marked_by_hand_are_detected_with_those_before() -> None:
    (read,) = read_and_detect([Pasted("a", "One two three.")], Loader())
    assert isinstance(read, Read)
    found = detect_marked(read.article, Marking((Span(0, 3), Span(4, 7)), ()), Finder)
    assert [quote.words for quote in found.quotes] == ["One", "two"]


def test_files_are_counted_with_those_in_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    assert count_files([tmp_path, Pasted("c", "Three.")]) == 3


def test_the_endings_that_can_be_read_are_told_for_a_dialog() -> None:
    assert {".txt", ".jsonl", ".html", ".docx", ".pdf", ".eml", ".zip"} <= set(endings())
    assert "" not in endings()
