"""PDF as LibreOffice made it: columns, running heads, paragraphs and words that were cut."""

from pathlib import Path

from quotereview.model import Zone
from quotereview.reading.pdf import Line, in_order, paragraphs
from tests.reading.seen import article, of_zone

COLUMNS = (Path(__file__).parent / "made" / "columns.pdf").read_bytes()


def lines(*words: str) -> list[Line]:
    """Lines of one paragraph, one below the other."""
    return [Line(one, 50, 700 - 14 * number, 300, 710 - 14 * number) for number, one in enumerate(words)]


def test_two_columns_are_read_one_after_the_other_in_whole_paragraphs() -> None:
    found = article("columns.pdf", COLUMNS)
    title, *told, head = found.text.split("\n\n")
    assert (title, found.headline) == ("Mole ‘will hold’ at Ossmere",) * 2
    assert of_zone(found, Zone.TEASER) == [head] == ["Coast Mail, Monday 2 March 2026"]
    assert len(told) == 7 * 3
    for day in range(7):
        assert told[3 * day].startswith(
            f"OSSMERE — The harbour master said on day {day} that the mole, which was built"
        )
        assert told[3 * day + 1].startswith(
            f"“It holds,” said Tor Rook, the harbour master. “We tried it {day + 2} times,"
        )
        assert told[3 * day + 1].endswith("anybody here would call a movement of the stones.”")
        assert told[3 * day + 2].endswith("hall of the terminal since the night before.")


def test_words_cut_at_the_end_of_a_line_are_whole_again() -> None:
    assert list(paragraphs(lines("“It was the best har-", "bour,” he said."))) == [
        "“It was the best harbour,” he said."
    ]


def test_a_hyphen_that_the_word_has_elsewhere_or_after_a_number_stays() -> None:
    told = lines("The well-known mole is well-", "known, and the 20-", "year lease of the Post-", "Office holds.")
    (found,) = paragraphs(told)
    assert found == "The well-known mole is well-known, and the 20-year lease of the Post-Office holds."


def test_a_page_of_many_lines_is_read_from_its_head_to_its_foot() -> None:
    lines = [Line(str(number), 0, foot, 10, foot + 1.5) for number, foot in enumerate(range(4_000, 0, -2))]
    assert in_order(lines[::-1]) == lines
