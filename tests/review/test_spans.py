"""The words of quotes are reshaped, split, merged and nested, each in one act that one undo takes back."""

from dataclasses import replace

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Kind, Span, StandingQuote, Verdict
from quotereview.review.change import Change, ChangeKind
from quotereview.review.ingest import Read
from quotereview.review.reshaping import Draft, Edge, Marking, by_word
from quotereview.review.session import Session
from quotereview.store import Store
from tests.review.conftest import FERRY
from tests.review.test_undo import state
from tests.store import invented

FIRST, SECOND, THIRD = (words for _, words in invented.UTTERANCES)


def place(words: str) -> Span:
    return invented.span(FERRY, words)


def keep(session: Session, quote: str, draft: Draft) -> Change:
    """Keep a draft with the detection that it needs, as the window does."""
    marking = session.spans.marking(quote, draft)
    return session.spans.keep(quote, draft, invented.with_marked(FERRY, marking.added) if marking else None)


def reshape(session: Session, quote: str, *words: str) -> Change:
    draft = session.spans.draft(quote)
    return keep(session, quote, replace(draft, passages=tuple(map(place, words))))


def add(session: Session, words: str) -> str:
    marking = session.spans.marking_of(FERRY.id, place(words))
    return session.spans.add(FERRY.id, place(words), invented.with_marked(FERRY, marking.added)).quotes[0]


def words(quote: StandingQuote) -> list[str]:
    return [passage.words for passage in quote.ruling.passages]


def speaker(quote: StandingQuote) -> str | None:
    return quote.ruling.speaker.name if quote.ruling.speaker else None


# Reshaping


def test_words_that_changed_get_their_candidates_anew(session: Session, quotes: tuple[str, ...]) -> None:
    before = state(session)
    change = reshape(session, quotes[0], "The ferry sails again")
    assert (change.kind, change.quotes, change.label) == (
        ChangeKind.RULINGS,
        (quotes[0],),
        "words: “The ferry sails again”",
    )
    changed = session.quote(quotes[0])
    assert words(changed) == [changed.proposal.words] == ["The ferry sails again"]
    assert [one.speaker.name for one in changed.proposal.candidates] == ["Oskar Vint"]
    assert (changed.verdict, speaker(changed)) == (Verdict.OPEN, "Oskar Vint")
    session.undo()
    assert state(session) == before and session.quote(quotes[0]).proposal.words == FIRST
    session.redo()
    assert session.quote(quotes[0]).proposal == changed.proposal


def test_what_an_editor_ruled_of_a_quote_stays(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Mara Voss")
    session.set_source(quotes[0], "Radio Sund")
    session.set_note(quotes[0], "call back")
    reshape(session, quotes[0], "The ferry sails")
    ruling = session.quote(quotes[0]).ruling
    assert (ruling.verdict, ruling.note) == (Verdict.CORRECTED, "call back")
    assert ruling.speaker and ruling.source
    assert (ruling.speaker.name, ruling.source.name) == ("Mara Voss", "Radio Sund")


def test_a_confirmed_speaker_stays_and_differs_from_the_new_proposal(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    reshape(session, quotes[0], "The ferry sails")
    assert (session.quote(quotes[0]).verdict, speaker(session.quote(quotes[0]))) == (Verdict.CORRECTED, "Tilda Brandt")


def test_a_speaker_who_was_ruled_before_it_was_reopened_stays(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Mara Voss")
    session.reopen(quotes[0])
    reshape(session, quotes[0], "The ferry sails")
    assert (session.quote(quotes[0]).verdict, speaker(session.quote(quotes[0]))) == (Verdict.OPEN, "Mara Voss")


def test_rejected_words_that_are_reshaped_are_open_again(session: Session, quotes: tuple[str, ...]) -> None:
    session.reject(quotes[0])
    reshape(session, quotes[0], "The ferry sails")
    assert session.quote(quotes[0]).verdict is Verdict.OPEN


def test_a_draft_that_changes_nothing_keeps_nothing(session: Session, quotes: tuple[str, ...]) -> None:
    label = session.undo_label
    assert keep(session, quotes[0], session.spans.draft(quotes[0])).kind is ChangeKind.NOTHING
    assert (session.undo_label, session.history(quotes[0])) == (label, ())


@pytest.mark.parametrize(
    ("passages", "sentence"),
    [
        ((Span(0, 0),), "No words are left"),
        ((Span(4, len(FERRY.text) + 1),), "leave the article"),
        ((Span(place(FIRST).end - 1, place(FIRST).end),), "“.” holds no word"),
        ((place(SECOND),), "is a quote already"),
        ((Span(place(FIRST).start, place("the crews").start),), "would cross “Nobody told the crews"),
    ],
)
def test_words_that_cannot_be_a_quote_are_refused(
    session: Session, quotes: tuple[str, ...], passages: tuple[Span, ...], sentence: str
) -> None:
    draft = replace(session.spans.draft(quotes[0]), passages=passages)
    with pytest.raises(NotPossible, match=sentence):
        keep(session, quotes[0], draft)
    assert session.history(quotes[0]) == ()


def test_a_rejected_quote_is_in_nobodys_way(session: Session, quotes: tuple[str, ...]) -> None:
    session.reject(quotes[1])
    across = Span(place(FIRST).start, place("the crews").start)
    keep(session, quotes[0], replace(session.spans.draft(quotes[0]), passages=(across,)))
    assert session.quote(quotes[0]).ruling.passages[0].span.start == across.start


def test_changed_words_without_a_detection_are_a_bug(session: Session, quotes: tuple[str, ...]) -> None:
    draft = replace(session.spans.draft(quotes[0]), passages=(place("The ferry"),))
    with pytest.raises(ValueError, match="need a detection"):
        session.spans.keep(quotes[0], draft)


def test_other_words_marked_by_hand_are_marked_again(session: Session, quotes: tuple[str, ...]) -> None:
    added = add(session, invented.WITHDRAWN)
    shorter = place("told the crews")
    keep(session, quotes[1], replace(session.spans.draft(quotes[1]), passages=(shorter,)))
    draft = replace(session.spans.draft(quotes[0]), passages=(place("The ferry"),))
    marking = session.spans.marking(quotes[0], draft)
    assert marking and marking.added == (shorter, place(invented.WITHDRAWN), place("The ferry"))
    assert marking.replaced == (place(FIRST), place(SECOND))
    assert session.spans.marking(added, session.spans.draft(added)) is None


# Kind and partial


def test_kind_and_partial_are_ruled_without_a_new_detection(session: Session, quotes: tuple[str, ...]) -> None:
    draft = replace(session.spans.draft(quotes[0]), kind=Kind.TITLE, partial=True)
    assert session.spans.marking(quotes[0], draft) is None
    assert keep(session, quotes[0], draft).label == "kind: title"
    ruling = session.quote(quotes[0]).ruling
    assert (ruling.kind, ruling.partial, ruling.verdict) == (Kind.TITLE, True, Verdict.OPEN)
    assert quotes[0] not in session.open_quotes()
    session.undo()
    assert quotes[0] in session.open_quotes()


def test_a_confirmed_quote_of_another_kind_is_a_corrected_one(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    keep(session, quotes[0], replace(session.spans.draft(quotes[0]), kind=Kind.OTHER_WORDS))
    assert session.quote(quotes[0]).verdict is Verdict.CORRECTED
    assert session.undo_label == "Undo kind: other words"


def test_words_that_are_speech_after_all_are_looked_at_anew(store: Store) -> None:
    session = Session(store, "Ana Ruz", invented.Clock())
    found = invented.detection(FERRY)
    title = replace(found.quotes[0], kind=Kind.TITLE, speaker=None, candidates=())
    session.keep(Read(FERRY, replace(found, quotes=(title, *found.quotes[1:]))))
    quote = session.quotes(FERRY.id)[0].id
    draft = replace(session.spans.draft(quote), kind=Kind.SPEECH)
    assert session.spans.marking(quote, draft) == Marking((place(FIRST),), ())
    keep(session, quote, draft)
    assert (speaker(session.quote(quote)), quote in session.open_quotes()) == ("Oskar Vint", True)


# Splitting and merging


def test_a_split_leaves_two_quotes_of_which_the_second_is_open(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    before = state(session)
    change = keep(session, quotes[0], replace(session.spans.draft(quotes[0]), split=place("again on").start))
    assert (change.kind, change.label) == (
        ChangeKind.QUOTES,
        f"split “{FIRST[:39]}…”" if len(FIRST) > 40 else change.label,
    )
    first, second = map(session.quote, change.quotes)
    assert (words(first), words(second)) == (["The ferry sails"], ["again on Monday morning."])
    assert (first.verdict, second.verdict) == (Verdict.CORRECTED, Verdict.OPEN)
    assert second.added_by_hand and second.proposal.candidates
    session.undo()
    assert state(session) == before
    session.redo()
    assert words(session.quote(second.id)) == ["again on Monday morning."]


def test_a_split_must_leave_words_on_both_sides(session: Session, quotes: tuple[str, ...]) -> None:
    for at in (place(FIRST).start, place(FIRST).end, place(FIRST).end - 1):
        with pytest.raises(NotPossible, match=r"No words are left|no word"):
            keep(session, quotes[0], replace(session.spans.draft(quotes[0]), split=at))


def test_a_merge_makes_one_quote_of_two_passages(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_note(quotes[1], "call back")
    before = state(session)
    draft = session.spans.with_next(quotes[0], session.spans.draft(quotes[0]))
    assert (draft.passages, draft.absorbed) == ((place(FIRST), place(SECOND)), (quotes[1],))
    assert keep(session, quotes[0], draft).kind is ChangeKind.QUOTES
    merged = session.quote(quotes[0])
    assert words(merged) == [FIRST, SECOND] and merged.ruling.note == "call back"
    with pytest.raises(NotPossible, match="no longer there"):
        session.quote(quotes[1])
    session.undo()
    assert state(session) == before
    session.redo()
    assert [quote.id for quote in session.quotes(FERRY.id)] == [quotes[0], quotes[2]]


def test_merging_goes_on_with_the_quote_after_and_ends_with_the_last(session: Session, quotes: tuple[str, ...]) -> None:
    draft = session.spans.draft(quotes[0])
    for _ in quotes[1:]:
        draft = session.spans.with_next(quotes[0], draft)
    assert draft.absorbed == quotes[1:]
    with pytest.raises(NotPossible, match="No quote follows"):
        session.spans.with_next(quotes[0], draft)
    keep(session, quotes[0], draft)
    assert words(session.quote(quotes[0])) == [FIRST, SECOND, THIRD]


def test_what_was_ruled_of_a_quote_is_not_lost_in_another(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[1], "Mara Voss")
    draft = session.spans.with_next(quotes[0], session.spans.draft(quotes[0]))
    with pytest.raises(NotPossible, match="is ruled to be by Mara Voss; reopen it"):
        keep(session, quotes[0], draft)
    session.set_speaker(quotes[0], "Mara Voss")
    keep(session, quotes[0], draft)
    assert speaker(session.quote(quotes[0])) == "Mara Voss"


def test_a_split_is_mended_by_a_merge_and_can_be_made_again(session: Session, quotes: tuple[str, ...]) -> None:
    split = replace(session.spans.draft(quotes[0]), split=place("again on").start)
    second = keep(session, quotes[0], split).quotes[1]
    keep(session, quotes[0], session.spans.with_next(quotes[0], session.spans.draft(quotes[0])))
    assert words(session.quote(quotes[0])) == [FIRST]
    assert keep(session, quotes[0], split).quotes[1] == second
    assert session.quote(second).verdict is Verdict.OPEN


def test_no_quote_takes_the_place_of_one_that_moved_away(session: Session, quotes: tuple[str, ...]) -> None:
    reshape(session, quotes[0], "The ferry sails")
    with pytest.raises(NotPossible, match="another quote was first found"):
        add(session, FIRST)
    assert words(session.quote(quotes[0])) == ["The ferry sails"]


# Nesting


def test_a_quote_is_hung_within_the_one_around_it_and_taken_off(session: Session, quotes: tuple[str, ...]) -> None:
    inner = add(session, "ferry sails")
    assert session.quote(inner).ruling.parent == session.quote(quotes[0]).proposal.key
    draft = session.spans.draft(inner)
    assert [one.id for one in session.spans.around(inner, draft)] == [quotes[0]]
    assert keep(session, inner, replace(draft, parent=None)).label == "on its own: “ferry sails”"
    assert session.quote(inner).ruling.parent is None
    assert keep(session, inner, draft).label == "within another quote: “ferry sails”"
    assert session.quote(inner).ruling.parent == session.quote(quotes[0]).proposal.key


def test_what_no_longer_lies_within_a_quote_does_not_hang_in_it(session: Session, quotes: tuple[str, ...]) -> None:
    inner = add(session, "Monday morning")
    before = state(session)
    assert reshape(session, quotes[0], "The ferry sails").quotes == (quotes[0], inner)
    assert session.quote(inner).ruling.parent is None
    session.undo()
    assert state(session) == before


def test_a_nested_quote_goes_along_with_its_half(session: Session, quotes: tuple[str, ...]) -> None:
    inner = add(session, "Monday morning")
    split = replace(session.spans.draft(quotes[0]), split=place("again on").start)
    second = keep(session, quotes[0], split).quotes[1]
    assert session.quote(inner).ruling.parent == session.quote(second).proposal.key
    keep(session, quotes[0], session.spans.with_next(quotes[0], session.spans.draft(quotes[0])))
    assert session.quote(inner).ruling.parent == session.quote(quotes[0]).proposal.key


def test_a_parent_that_is_not_around_the_words_is_none(session: Session, quotes: tuple[str, ...]) -> None:
    draft = replace(session.spans.draft(quotes[0]), parent=session.quote(quotes[1]).proposal.key)
    keep(session, quotes[0], draft)
    assert session.quote(quotes[0]).ruling.parent is None


# Adding


def test_added_words_cross_no_quote_and_hold_a_word(session: Session) -> None:
    with pytest.raises(NotPossible, match="would cross"):
        add(session, "Monday morning.” Tilda")
    with pytest.raises(NotPossible, match="no word"):
        add(session, "” ")


def test_a_quote_grows_by_words_over_its_mark(session: Session, quotes: tuple[str, ...]) -> None:
    draft = session.spans.draft(quotes[0])
    grown = by_word(FERRY.text, draft.passages, Edge.END, 1)
    keep(session, quotes[0], replace(draft, passages=grown))
    assert words(session.quote(quotes[0])) == [f"{FIRST}” Tilda"]
