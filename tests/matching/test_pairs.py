"""Pairs of quotes are read from lines, and matches written as such."""

import json
from datetime import date
from pathlib import Path

import pytest

from quotereview.errors import Unreadable
from quotereview.matching import compare, read_pairs, record

PLACE = Path("pairs.jsonl")


def test_only_the_words_are_needed_and_other_keys_count_nothing() -> None:
    known = {"text": "We sail", "speaker": "Runa Holt", "date": "2026-05-11", "before": "She said: ", "mood": 3}
    line = json.dumps({"a": known, "b": {"text": "We sailed", "source": None}}).encode()
    [(here, there)] = read_pairs(b"\xef\xbb\xbf" + line + b"\n\n", PLACE)
    assert (here.words, here.speaker, here.published, here.before) == (
        "We sail",
        "Runa Holt",
        date(2026, 5, 11),
        "She said: ",
    )
    assert (there.words, there.source, there.published, there.after) == ("We sailed", None, None, "")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "it is not JSON from column 2 on"),
        (b"[]", "it is no object"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a": "We sail", "b": "We sail"}', "“a” is no object"),
        (b'{"a": {"text": "We sail"}}', "“b” is missing"),
        (b'{"a": {"text": "We sail"}, "b": {}}', "“text” is missing"),
        (b'{"a": {"text": "We sail"}, "b": {"text": 3}}', "“text” is no text"),
        (b'{"a": {"text": "We sail"}, "b": {"text": "We", "speaker": 3}}', "“speaker” is no text"),
        (b'{"a": {"text": "We sail"}, "b": {"text": "We", "date": "soon"}}', "“date” is no day"),
        (b'{"a": {"text": "We sail"}, "b": {"text": "We", "date": 3}}', "“date” is no day"),
        (b'{"a": {"text": "We \xff"}}', "it is not UTF-8"),
    ],
)
def test_what_is_no_pair_is_told_with_its_line(line: bytes, why: str) -> None:
    good = b'{"a": {"text": "We sail"}, "b": {"text": "We sail"}}\n'
    with pytest.raises(Unreadable, match=r"^Line 2 of pairs.jsonl is no pair of quotes") as raised:
        list(read_pairs(good + line, PLACE))
    assert f"({why}" in str(raised.value)


def test_a_match_is_written_with_all_that_was_found() -> None:
    line = {"a": {"text": "The ice will not hold until March", "speaker": "Runa Holt"}}
    line["b"] = {"text": "The ice will hold until March", "speaker": "Anton Desh"}
    [pair] = read_pairs(json.dumps(line).encode(), PLACE)
    written = record(compare(*pair))
    assert list(written) == ["match", "label", "relation", "score", "differences", "conflicts", "reason"]
    assert written["relation"] == "edited"
    assert written["differences"] == [{"kind": "negation", "a": "not", "b": ""}]
