"""Words between marks of every kind, and marks that open nothing."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotereview.detection import marks
from quotereview.detection.marks import PAIRS
from quotereview.detection.parts import Marked
from quotereview.model import Doubt

SINGLE_PAIRS = [pair for pair in PAIRS if pair.single]
GLYPHS = sorted({glyph for pair in PAIRS for glyph in (pair.opening, pair.closing)})
MESSY = st.lists(st.sampled_from([*GLYPHS, "a", "s", "5", "Is it", " ", ",", ".", "?", "(", "\u00a0", "<b>"])).map(
    "".join
)


def words(text: str) -> list[str]:
    return [mark.span.of(text) for mark in marks.find(text)[0]]


def doubts(text: str) -> Sequence[Doubt]:
    return marks.find(text)[1]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.opening}{pair.closing}")
def test_every_pair_in_a_sentence(pair: marks.Pair) -> None:
    text = f"The pilot Edda Rook said {pair.opening}the harbour is open{pair.closing}, and left."
    assert words(text) == ["the harbour is open"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds,” said Rook. “We tried it.”", ["It holds,", "We tried it."]),
        ("She called it «\u00a0un désastre\u00a0».", ["un désastre"]),
        ("Er sagte: „Nein.“ Hon sade: ”Nej.” Han sa: »Nei«.", ["Nein.", "Nej.", "Nei"]),
        ("他说：“安全。” 「安全だ」『本』", ["安全。", "安全だ", "本"]),
        ("قال «آمن» ثم “نعم”", ["آمن", "نعم"]),
        ("“It is safe.”Rook left.He said “no”.", ["It is safe.", "no"]),
        ('"It is safe.""We go."', ["It is safe.", "We go."]),
        ('"We go," she said."Now."', ["We go,", "Now."]),
        ("``It holds,'' said Rook. ‘‘So it does.’’", ["It holds,", "So it does."]),
        ('She said "it held”, then “it broke".', ["it held", "it broke"]),
        ("‘It holds,’ said Rook, ‘and it’s dry.’", ["It holds,", "and it’s dry."]),
        ("'It holds,' said Rook, 'and it's dry.'", ["It holds,", "and it's dry."]),
        (
            "'I liked it in '68,' she said by the quay.'They had a horse then.'",
            ["I liked it in '68,", "They had a horse then."],
        ),
        ("‘The dockers’ pay is low,’ said Rook.", ["The dockers’ pay is low,"]),
        ("The dockers’ ‘rights’ and the owners’ ‘duties’", ["rights", "duties"]),
        ("It was ‘run like a chemist’s’.", ["run like a chemist’s"]),
        ('“” and "" and ‘ ’', []),
        ("He called it “slow“ and “dull“.", ["slow", "dull"]),
        ('". . . You go," said Rook. ".@faro stays," he wrote.', [". . . You go,", ".@faro stays,"]),
        ("'It is the E.U.'s fault,' said Rook.", ["It is the E.U.'s fault,"]),
    ],
)
def test_passages(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dockers’ pay, the dockers' homes and what they can't or can’t buy.",
        "In ’47 and the '60s they danced to rock ’n’ roll and rock 'n' roll.",
        "A 6'2\" guard moved a 5\" pipe and a 12' plank.",
        "Get ’em while you’re out, ’cause the workers’ bus won't wait.",
        '<a href="x" title="y">no words</a>',
        "The E.U.’s plan cost 83 M.P.'s their seats.",
    ],
)
def test_marks_that_open_nothing(text: str) -> None:
    assert marks.find(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘run’ and I ran,” Rook said.", [("He told me ‘run’ and I ran,", None), ("run", 0)]),
        ("‘He told me “run” and I ran,’ Rook said.", [("He told me “run” and I ran,", None), ("run", 0)]),
        ("“She said, ‘No.’ ” He left.", [("She said, ‘No.’", None), ("No.", 0)]),
        ("“He said “no” to us,” she said.", [("He said “no” to us,", None), ("no", 0)]),
        ('"I "love" it here," she said.', [('I "love" it here,', None), ("love", 0)]),
        ("‘He said ‘no’’ and left.", [("He said ‘no’", None), ("no", 0)]),
        ("“A ‘b “c” d’ e” f", [("A ‘b “c” d’ e", None), ("b “c” d", 0), ("c", 1)]),
        (
            '‘One says "go" and one says "stay", ’ he sighed.',
            [('One says "go" and one says "stay",', None), ("go", 0), ("stay", 0)],
        ),
        ('"It is 5" long," he said.', [('It is 5" long,', None)]),
    ],
)
def test_nesting(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(mark.span.of(text), mark.parent) for mark in marks.find(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("“It holds, said Rook.\nHe left “at once”.", ["It holds, said Rook.", "at once"], marks.UNCLOSED),
        ("It holds,” said Rook.\nHe left “at once”.", ["at once"], marks.STRAY),
        ("‘It holds, said Rook.\nHe left ‘at once’.", ["It holds, said Rook.", "at once"], marks.UNCLOSED),
        ('"We go on, he said. "Never."', ['We go on, he said. "Never."', "Never."], marks.UNCLOSED),
        ("“She said ‘no.” He left.", ["She said ‘no.", "no."], marks.UNCLOSED),
        ('"“It holds,” said Rook and left.', ["It holds,"], marks.DOUBLED),
        ("“‘Unsound.” Rook left.", ["‘Unsound."], marks.DOUBLED),
    ],
)
def test_odd_marks_are_doubted_and_stay_in_their_paragraph(text: str, expected: list[str], reason: str) -> None:
    assert words(text) == expected
    (doubt,) = doubts(text)
    assert doubt.reason == reason
    assert doubt.place.end <= (text.index("\n") if "\n" in text else len(text))


def test_a_quote_of_several_paragraphs_opens_again_and_closes_once() -> None:
    text = "Rook said: “It holds.\n\n“It is dry.\n\n“It is ours.”\n\nHe left."
    found, odd = marks.find(text)
    assert [(mark.span.of(text), mark.open_end, mark.continued) for mark in found] == [
        ("It holds.", True, True),
        ("It is dry.", True, True),
        ("It is ours.", False, False),
    ]
    assert odd == ()


def test_possessives_do_not_end_a_quote_that_goes_on_in_the_next_paragraph() -> None:
    text = "‘The dockers’ pay is low.\n‘So is ours.’"
    assert words(text) == ["The dockers’ pay is low.", "So is ours."]


def test_a_value_in_markup_that_runs_over_paragraphs_is_no_quote() -> None:
    text = '<post date="May 2\n\n">Rook is late.</post>'
    found, odd = marks.find(text)
    assert found == ()
    assert [doubt.reason for doubt in odd] == [marks.STRAY, marks.STRAY]


def test_offsets_count_carriage_returns() -> None:
    text = "Title\r\n\r\n“It holds,” said Rook.\r\n"
    (mark,) = marks.find(text)[0]
    assert (mark.span.of(text), mark.outer.of(text)) == ("It holds,", "“It holds,”")


@given(MESSY)
def test_passages_nest_and_stay_in_bounds(text: str) -> None:
    found, odd = marks.find(text)
    for mark in found:
        assert mark.span.of(text) == mark.span.of(text).strip() != ""
        assert mark.outer.holds(mark.span)
        assert mark.parent is None or found[mark.parent].outer.holds(mark.outer)
    assert all(doubt.place.of(text) for doubt in odd)
    assert not any(_cross(a, b) for a in found for b in found)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    marks.find(text)


@given(st.lists(MESSY.filter(lambda words: not _opens(words)), min_size=2, max_size=6), st.data())
def test_a_deleted_paragraph_changes_no_other(texts: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(texts) - 1))
    others = texts[:gone] + texts[gone + 1 :]
    assert words("\n\n".join(others)) == [found for text in others for found in words(text)]


def test_very_many_marks_are_read() -> None:
    text = "“a” " * 20_000 + "“b " * 20_000 + "’" * 20_000
    assert len(marks.find(text)[0]) == 20_008


def _opens(text: str) -> bool:
    """Whether a paragraph begins with a mark: then it may continue the one before."""
    return text.strip()[:1] in {glyph[0] for glyph in GLYPHS}


def _cross(a: Marked, b: Marked) -> bool:
    return a.outer.overlap(b.outer) > 0 and not a.outer.holds(b.outer) and not b.outer.holds(a.outer)
