"""Which quote found anew is which that is there: ids and keys are kept, and what hangs on a quote follows it."""

from dataclasses import replace

from quotereview.model import Decision, Passage, Quote, Span, StandingQuote, Verdict, proposed, quote_id, ruled
from quotereview.review.joining import join

TEXT = "abcdefghijklmnopqrstuvwxyz" * 4


def quote(*spans: tuple[int, int], parent: str | None = None, twin: str | None = None) -> Quote:
    passages = tuple(Passage(Span(*span), TEXT[slice(*span)]) for span in spans)
    return Quote(f"{spans[0][0]}-{spans[0][1]}", passages, parent=parent, twin=twin)


def standing(there: Quote, *, words: Quote | None = None, decided: bool = False) -> StandingQuote:
    """A quote that is there, perhaps with other words by an editor."""
    id = quote_id("a", there.passages[0].span)
    ruling = replace(ruled(proposed(there), Verdict.CONFIRMED), passages=(words or there).passages)
    decision = Decision("d", id, "a", ruling, "Ana Ruz", "2026-11-22", None) if decided or words else None
    return StandingQuote(id, "a", there, decision)


def joined(found: list[Quote], there: list[StandingQuote], *, gone: tuple[str, ...] = ()) -> dict[str, str]:
    """The words that each kept quote has now, by the key that it goes by; ``gone`` are keys that once were."""
    known = {one.proposal.key: one.id for one in there} | {key: f"id of {key}" for key in gone}
    result = join("a", found, there, known)
    assert all(result.ids[one.key] == known.get(one.key, result.ids[one.key]) for one in result.quotes)
    return {one.key: one.words for one in result.quotes}


def test_a_quote_that_begins_with_the_same_passage_is_the_same() -> None:
    assert joined([quote((0, 9), (12, 20))], [standing(quote((0, 9)))]) == {"0-9": "abcdefghi […] mnopqrst"}


def test_one_that_shares_half_of_the_words_is_the_same_and_a_shorter_one_is_not() -> None:
    there = [standing(quote((0, 10)))]
    assert joined([quote((2, 10))], there) == {"0-10": "cdefghij"}
    assert joined([quote((6, 10))], there) == {"6-10": "ghij"}


def test_of_two_the_one_that_shares_more_is_the_same() -> None:
    there = [standing(quote((0, 10))), standing(quote((12, 22)))]
    assert joined([quote((11, 22)), quote((1, 10))], there) == {"12-22": TEXT[11:22], "0-10": TEXT[1:10]}


def test_words_by_an_editor_stay_those_of_the_quote() -> None:
    there = standing(quote((0, 10)), words=quote((4, 10), (12, 20)))
    assert joined([quote((4, 10)), quote((12, 20))], [there]) == {"0-10": f"{TEXT[4:10]} […] {TEXT[12:20]}"}


def test_what_was_there_once_keeps_its_id() -> None:
    assert joined([quote((30, 40))], [], gone=("30-40",)) == {"30-40": TEXT[30:40]}


def test_what_an_editor_made_part_of_a_quote_is_left_out_and_what_a_detector_did_is_not() -> None:
    both = quote((0, 10), (12, 20))
    found = [quote((0, 10)), quote((12, 20))]
    assert list(joined(found, [standing(both, decided=True)])) == ["0-10"]
    assert list(joined(found, [standing(both)])) == ["0-10", "12-20"]


def test_what_lies_in_a_quote_or_repeats_it_follows_it() -> None:
    there = standing(quote((0, 40)))
    found = [quote((0, 39)), quote((5, 9), parent="0-39"), quote((60, 70), twin="0-39")]
    outer, inner, other = join("a", found, [there], {"0-40": there.id}).quotes
    assert (outer.key, inner.parent, other.twin) == ("0-40", "0-40", "0-40")
