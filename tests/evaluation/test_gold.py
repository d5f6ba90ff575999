"""Gold is read in both forms, and what is wrong with a file is said in one sentence."""

from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.evaluation import read
from quotereview.evaluation.gold import Attributed, ResolvedNames
from quotereview.model import Kind, Span, SpeakerType, Zone
from tests.evaluation import invented

TEXT = "“The weir holds,” said Tuva Lind."
ARTICLE = invented.attributed(TEXT, ("Tuva Lind", "said", "“The weir holds,”"))
PASSAGE = {"doc": "weir.txt", "start": 1, "end": 16, "kind": "speech", "speaker": "Tuva Lind"}


def test_attributed_articles_are_known_by_their_attributions(tmp_path: Path) -> None:
    gold = read(invented.lines(tmp_path / "weir.jsonl", ARTICLE))
    assert isinstance(gold, Attributed)
    [article] = gold.articles
    [attribution] = article.attributions
    assert (gold.title, article.text) == ("weir", TEXT)
    assert [span.of(TEXT) for span in (*attribution.speaker, *attribution.cue)] == ["Tuva Lind", "said"]


def test_what_names_nobody_has_no_speaker(tmp_path: Path) -> None:
    record = {"text": TEXT, "attributions": [{"source": None, "cue": [], "content": [[0, 17]]}]}
    gold = read(invented.lines(tmp_path / "weir.jsonl", record))
    assert isinstance(gold, Attributed)
    assert gold.articles[0].attributions[0].speaker == ()


@pytest.mark.parametrize("form", ["jsonl", "folder"])
def test_resolved_names_find_their_articles(tmp_path: Path, form: str) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    if form == "jsonl":
        texts = invented.lines(texts / "all.jsonl", {"id": "weir.txt", "text": TEXT})
    else:
        (texts / "weir.txt").write_bytes(TEXT.encode())
    gold = read(invented.lines(tmp_path / "names.jsonl", PASSAGE), [texts])
    assert isinstance(gold, ResolvedNames)
    assert (gold.texts, gold.sourced) == ({"weir.txt": TEXT}, False)


def test_a_folder_holds_gold_and_articles(tmp_path: Path) -> None:
    folder = tmp_path / "wires"
    folder.mkdir()
    (folder / "weir.txt").write_bytes(TEXT.encode())
    invented.lines(folder / "quotes.jsonl", PASSAGE)
    gold = read(folder)
    assert (gold.title, isinstance(gold, ResolvedNames)) == ("wires", True)


@pytest.mark.parametrize(
    ("source", "more"), [("source", "source_also"), ("via", "via_also"), ("via", "via_alt")], ids=lambda name: name
)
def test_all_that_a_record_may_say_is_read(tmp_path: Path, source: str, more: str) -> None:
    said = {
        **PASSAGE,
        "speaker_type": "person",
        "speaker_aliases": ["Lind"],
        "alt": ["T. Lind", None],
        "mention": [23, 32],
        "zone": "body",
        source: "Radio Fjord",
        more: [None],
        f"{source}_carried": True,
        "source_kind": "broadcaster",
    }
    texts = invented.lines(tmp_path / "texts.jsonl", {"id": "weir.txt", "text": TEXT})
    gold = read(invented.lines(tmp_path / "names.jsonl", said), [texts])
    assert isinstance(gold, ResolvedNames)
    [passage] = gold.passages
    assert (passage.kind, passage.zone, passage.speaker_type) == (Kind.SPEECH, Zone.BODY, SpeakerType.PERSON)
    assert (passage.names, passage.aliases) == (("Tuva Lind", "T. Lind", None), ("Lind",))
    assert (passage.span, passage.mention) == (Span(1, 16), Span(23, 32))
    assert (passage.source, passage.carriers) == ("Radio Fjord", ("Radio Fjord", None))
    assert (passage.source_kind, passage.carried, gold.sourced) == ("broadcaster", True, True)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("no JSON", "Line 2 of {file} is not JSON"),
        ("[1]", "Line 2 of {file} is no object"),
        ('{"text": "a"}', "Line 2 of {file} has no “attributions”"),
        ('{"text": 1, "attributions": []}', "Line 2 of {file} has a field of the wrong form"),
        ('{"text": "a", "attributions": [{"content": [[0, 1]]}]}', "Line 2 of {file} has no “source”"),
        ('{"text": "a", "attributions": [1]}', "Line 2 of {file} has a field of the wrong form"),
        (
            '{"text": "a", "attributions": [{"content": [[0, 2]], "source": [], "cue": []}]}',
            "Line 2 of {file} has a field of the wrong form (an offset behind the end of the text)",
        ),
    ],
)
def test_a_line_that_is_no_attributed_article_is_named(tmp_path: Path, line: str, sentence: str) -> None:
    file = invented.lines(tmp_path / "weir.jsonl", ARTICLE)
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(Unreadable) as fault:
        read(file)
    assert str(fault.value).startswith(sentence.format(file=file))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"doc": "mill.txt"}, "no article “mill.txt” is among --texts"),
        ({"end": 99}, "points behind the end of “weir.txt”"),
        ({"kind": "song"}, "has a field of the wrong form"),
        ({"end": 0}, "has a field of the wrong form"),
        ({"speaker": 7}, "has a field of the wrong form (7 is no text)"),
    ],
)
def test_a_record_that_is_wrong_is_named(tmp_path: Path, fields: dict[str, object], sentence: str) -> None:
    texts = invented.lines(tmp_path / "texts.jsonl", {"id": "weir.txt", "text": TEXT})
    file = invented.lines(tmp_path / "names.jsonl", PASSAGE, {**PASSAGE, **fields})
    with pytest.raises(Unreadable) as fault:
        read(file, [texts])
    assert str(fault.value).startswith(f"Line 2 of {file}")
    assert sentence in str(fault.value)


def test_records_without_their_articles_ask_for_them(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="name these with --texts"):
        read(invented.lines(tmp_path / "names.jsonl", PASSAGE))


def test_texts_that_are_none_are_named(tmp_path: Path) -> None:
    names = invented.lines(tmp_path / "names.jsonl", PASSAGE)
    with pytest.raises(Unreadable, match=r"Line 1 of .*texts\.jsonl is no article with “id” and “text”"):
        read(names, [invented.lines(tmp_path / "texts.jsonl", {"id": "weir.txt"})])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "cannot be read"), (b"", "is empty"), (b"\n \n", "is empty"), (b"\xff", "is not UTF-8 text")],
)
def test_a_file_that_holds_no_gold_is_named(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "gold.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Unreadable, match=rf"gold\.jsonl {sentence}"):
        read(file)
