"""The verbs: what stands after each, and what each says it changed."""

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from quotereview.errors import NotPossible, SpeakerMissing
from quotereview.model import Kind, Passage, Quote, SourceKind, Span, SpeakerType, StandingArticle, Verdict, Zone
from quotereview.review.change import ChangeKind, Progress
from quotereview.review.ingest import Read
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR, read
from tests.store import invented

Verb = Callable[[Session, str], object]
BANNER = invented.span(FERRY, invented.WITHDRAWN)
WITH_BANNER = invented.with_added(FERRY, invented.WITHDRAWN)


def verdict(session: Session, quote: str) -> Verdict:
    """The verdict that stands."""
    return session.quote(quote).verdict


def of_nobody(session: Session, kind: Kind) -> str:
    """The id of a new quote for which no speaker was found."""
    article = invented.article("mole.txt", (("Ivo Brandt", "The mole is closed."),))
    found = invented.detection(article, (("Ivo Brandt", "The mole is closed."),))
    unnamed = dataclasses.replace(found.quotes[0], kind=kind, speaker=None, candidates=())
    return session.keep(Read(article, dataclasses.replace(found, quotes=(unnamed,)))).quotes[0]


@pytest.mark.parametrize(
    ("verbs", "stands"),
    [
        ([lambda on, q: on.confirm(q)], Verdict.CONFIRMED),
        ([lambda on, q: on.pick(q, 1)], Verdict.CONFIRMED),
        ([lambda on, q: on.pick(q, 2)], Verdict.CORRECTED),
        ([lambda on, q: on.pick(q, 2), lambda on, q: on.pick(q, 1)], Verdict.CONFIRMED),
        ([lambda on, q: on.pick(q, 2), lambda on, q: on.confirm(q)], Verdict.CORRECTED),
        ([lambda on, q: on.set_speaker(q, "Tilda Brandt")], Verdict.CONFIRMED),
        ([lambda on, q: on.set_speaker(q, "Mara Voss")], Verdict.CORRECTED),
        ([lambda on, q: on.set_speaker(q, "Tilda Brandt", SpeakerType.GROUP)], Verdict.CORRECTED),
        ([lambda on, q: on.set_speaker(q, " ")], Verdict.CORRECTED),
        ([lambda on, q: on.set_source(q, "Radio Sund", SourceKind.BROADCASTER)], Verdict.OPEN),
        ([lambda on, q: on.set_source(q, None), lambda on, q: on.confirm(q)], Verdict.CORRECTED),
        ([lambda on, q: on.confirm(q), lambda on, q: on.set_source(q, None)], Verdict.CORRECTED),
        (
            [
                lambda on, q: on.confirm(q),
                lambda on, q: on.set_source(q, None),
                lambda on, q: on.set_source(q, "Radio Fjord", SourceKind.BROADCASTER),
            ],
            Verdict.CONFIRMED,
        ),
        ([lambda on, q: on.reject(q)], Verdict.NOT_A_QUOTE),
        ([lambda on, q: on.reject(q), lambda on, q: on.confirm(q)], Verdict.NOT_A_QUOTE),
        ([lambda on, q: on.reject(q), lambda on, q: on.pick(q, 1)], Verdict.CONFIRMED),
        ([lambda on, q: on.confirm(q), lambda on, q: on.reopen(q)], Verdict.OPEN),
        ([lambda on, q: on.pick(q, 2), lambda on, q: on.reopen(q), lambda on, q: on.confirm(q)], Verdict.CORRECTED),
        ([lambda on, q: on.rule(q, Verdict.DISPUTED)], Verdict.DISPUTED),
        ([lambda on, q: on.rule(q, Verdict.DISPUTED), lambda on, q: on.confirm(q)], Verdict.DISPUTED),
        ([lambda on, q: on.rule(q, Verdict.DISPUTED), lambda on, q: on.pick(q, 2)], Verdict.DISPUTED),
        ([lambda on, q: on.rule(q, Verdict.CANNOT_VERIFY)], Verdict.CANNOT_VERIFY),
        ([lambda on, q: on.rule(q, Verdict.CORRECTED)], Verdict.CONFIRMED),
        ([lambda on, q: on.set_note(q, "call back")], Verdict.OPEN),
        ([lambda on, q: on.confirm(q), lambda on, q: on.set_note(q, "call back")], Verdict.CONFIRMED),
    ],
)
def test_the_verdict_follows_from_what_was_done(
    session: Session, quotes: tuple[str, ...], verbs: list[Verb], stands: Verdict
) -> None:
    for verb in verbs:
        verb(session, quotes[0])
    assert verdict(session, quotes[0]) is stands
    assert [verdict(session, other) for other in quotes[1:]] == [Verdict.OPEN] * 2


def test_speech_of_nobody_is_not_confirmed_by_the_way(session: Session) -> None:
    quote = of_nobody(session, Kind.SPEECH)
    with pytest.raises(SpeakerMissing, match="name a speaker"):
        session.confirm(quote)
    assert session.history(quote) == ()
    session.set_speaker(quote, "")
    assert verdict(session, quote) is Verdict.CONFIRMED
    assert session.confirm(quote).kind is ChangeKind.NOTHING


def test_what_is_no_speech_is_confirmed_without_a_speaker(session: Session) -> None:
    quote = of_nobody(session, Kind.TITLE)
    session.confirm(quote)
    assert verdict(session, quote) is Verdict.CONFIRMED


def test_a_verb_says_what_it_changed(session: Session, quotes: tuple[str, ...]) -> None:
    change = session.pick(quotes[0], 2)
    assert (change.kind, change.articles, change.quotes) == (ChangeKind.RULINGS, (FERRY.id,), (quotes[0],))
    assert change.label == "speaker: Oskar Vint"
    assert session.undo_label == "Undo speaker: Oskar Vint"


@pytest.mark.parametrize(
    "verb",
    [
        lambda on, q: on.confirm(q),
        lambda on, q: on.reject(q),
        lambda on, q: on.pick(q, 2),
        lambda on, q: on.set_source(q, "Radio Sund"),
        lambda on, q: on.set_note(q, "call back"),
    ],
)
def test_the_same_again_writes_nothing(session: Session, quotes: tuple[str, ...], verb: Verb) -> None:
    verb(session, quotes[0])
    again = verb(session, quotes[0])
    assert getattr(again, "kind", None) is ChangeKind.NOTHING
    assert len(session.history(quotes[0])) == 1


def test_a_candidate_brings_what_the_detector_knew(session: Session, quotes: tuple[str, ...]) -> None:
    proposal = session.quote(quotes[0]).proposal
    session.pick(quotes[0], 1)
    assert session.quote(quotes[0]).ruling.speaker == proposal.speaker
    session.set_speaker(quotes[0], "Oskar  Vint ")
    assert session.quote(quotes[0]).ruling.speaker == proposal.candidates[1].speaker


def test_a_rank_without_candidate_is_not_possible(session: Session, quotes: tuple[str, ...]) -> None:
    for rank in (0, 3, 9):
        with pytest.raises(NotPossible, match=f"no candidate {rank}"):
            session.pick(quotes[0], rank)
    assert session.undo_label
    assert session.undo_label.startswith("Undo load")


def test_a_name_keeps_the_type_it_was_given(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Harbour Office", SpeakerType.ORGANISATION)
    session.set_speaker(quotes[1], "Harbour Office")
    ruled = session.quote(quotes[1]).ruling.speaker
    assert ruled
    assert ruled.type is SpeakerType.ORGANISATION
    session.set_speaker(quotes[2], "Mara Voss")
    ruled = session.quote(quotes[2]).ruling.speaker
    assert ruled
    assert ruled.type is SpeakerType.PERSON


def test_a_source_of_the_same_name_keeps_its_place(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_source(quotes[0], "Radio Fjord", SourceKind.INTERVIEW)
    source = session.quote(quotes[0]).ruling.source
    proposed = session.quote(quotes[0]).proposal.source
    assert proposed
    assert source == dataclasses.replace(proposed, kind=SourceKind.INTERVIEW)


def test_history_tells_who_and_when(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    assert session.switch_editor("Ben Ode").kind is ChangeKind.EDITOR
    session.reject(quotes[0])
    told = session.history(quotes[0])
    assert [(one.editor, one.ruling.verdict) for one in told] == [
        ("Ana Ruz", Verdict.CONFIRMED),
        ("Ben Ode", Verdict.NOT_A_QUOTE),
    ]
    assert told[0].decided_at < told[1].decided_at
    assert told[1].follows == told[0].id
    with pytest.raises(NotPossible):
        session.switch_editor("  ")


def test_a_missed_quote_is_added_open_with_candidates(session: Session, quotes: tuple[str, ...]) -> None:
    change = session.spans.add(FERRY.id, BANNER, WITH_BANNER)
    assert (change.kind, change.articles) == (ChangeKind.QUOTES, (FERRY.id,))
    added = session.quote(change.quotes[0])
    assert added.added_by_hand
    assert added.proposal == WITH_BANNER.quotes[-1]
    assert added.verdict is Verdict.OPEN
    assert added.id in session.open_quotes()
    assert [quote.id for quote in session.quotes(FERRY.id)] == [*quotes, added.id]


def test_adding_leaves_the_other_proposals_alone(session: Session, quotes: tuple[str, ...]) -> None:
    before = session.quotes(FERRY.id)
    worse = tuple(dataclasses.replace(quote, confidence=0.01) for quote in WITH_BANNER.quotes)
    session.spans.add(FERRY.id, BANNER, dataclasses.replace(WITH_BANNER, quotes=worse, doubts=(), zones=()))
    assert session.quotes(FERRY.id)[:-1] == before
    assert session.detection(FERRY.id).zones


def test_words_are_added_once(session: Session, quotes: tuple[str, ...]) -> None:
    place = session.quote(quotes[0]).proposal.passages[0].span
    with pytest.raises(NotPossible, match="in the list already"):
        session.spans.add(FERRY.id, place, WITH_BANNER)
    session.reject(quotes[0])
    assert session.spans.add(FERRY.id, place, WITH_BANNER).quotes == (quotes[0],)
    assert verdict(session, quotes[0]) is Verdict.OPEN


def test_words_taken_for_a_title_can_be_added_as_speech(session: Session) -> None:
    article = invented.article("film.txt", (("Ivo Brandt", "The mole is closed."),))
    found = invented.detection(article, (("Ivo Brandt", "The mole is closed."),))
    title = dataclasses.replace(found.quotes[0], kind=Kind.TITLE, speaker=None, candidates=())
    quote = session.keep(Read(article, dataclasses.replace(found, quotes=(title,)))).quotes[0]
    assert quote not in session.open_quotes()
    assert session.spans.add(article.id, title.span, found).quotes == (quote,)
    assert session.quote(quote).proposal == found.quotes[0]
    assert quote in session.open_quotes()
    session.undo()
    assert session.quote(quote).ruling.kind is Kind.TITLE
    assert quote not in session.open_quotes()


def test_a_detector_that_loses_what_was_marked_has_a_bug(session: Session) -> None:
    with pytest.raises(ValueError, match="gave no quote"):
        session.spans.add(FERRY.id, Span(0, 4), WITH_BANNER)


def test_an_article_is_kept_once(session: Session) -> None:
    before = session.articles()
    again = session.keep(read(FERRY))
    assert (again.kind, again.articles) == (ChangeKind.NOTHING, (FERRY.id,))
    assert again.label == "“Headline of ferry.txt” was there already"
    assert session.articles() == before


def test_an_article_that_two_sessions_keep_at_once_is_kept_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Session(store, "Ana Ruz", invented.Clock())
    with open_store(store.path) as other:
        look = other.articles.standing

        def overtaken(article: str) -> StandingArticle | None:
            """What the second session sees, just before the first one keeps the article."""
            seen = look(article)
            monkeypatch.setattr(other.articles, "standing", look)
            first.keep(read(FERRY))
            return seen

        monkeypatch.setattr(other.articles, "standing", overtaken)
        second = Session(other, "Ivo Falk", invented.Clock())
        assert second.keep(read(FERRY)).kind is ChangeKind.NOTHING
        assert [article.id for article in second.articles()] == [FERRY.id]
        assert second.undo_label is None


def test_halves_of_characters_are_kept_as_question_marks(session: Session, quotes: tuple[str, ...]) -> None:
    session.set_speaker(quotes[0], "Ana \ud83d")
    session.set_source(quotes[0], "Radio \udcff")
    session.set_note(quotes[0], "see \ud83d")
    session.describe([FERRY.id], outlet="Post \udcff")
    row = session.sheets.rows()[0]
    assert (row.speaker, row.source, row.note, row.outlet) == ("Ana ?", "Radio ?", "see ?", "Post ?")


def test_a_removed_article_is_gone_and_comes_back_with_its_rulings(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.describe([FERRY.id], outlet="Sund Post")
    change = session.remove([FERRY.id])
    assert (change.kind, change.articles, change.quotes) == (ChangeKind.ARTICLES, (FERRY.id,), quotes)
    assert [article.id for article in session.articles()] == [HARBOUR.id]
    assert session.quotes(FERRY.id) == ()
    with pytest.raises(NotPossible):
        session.confirm(quotes[1])
    with pytest.raises(NotPossible):
        session.remove([FERRY.id])
    back = session.keep(read(FERRY))
    assert (back.kind, back.quotes) == (ChangeKind.ARTICLES, quotes)
    assert [(article.id, article.outlet, article.decided) for article in session.articles()] == [
        (FERRY.id, "Sund Post", 1),
        (HARBOUR.id, "Fjord Times", 0),
    ]


def test_several_articles_are_described_at_once(session: Session) -> None:
    both = [FERRY.id, HARBOUR.id]
    assert session.describe(both, outlet=" Sund  Post ", published=date(2026, 1, 1)).articles == tuple(both)
    assert {(article.outlet, article.published) for article in session.articles()} == {("Sund Post", date(2026, 1, 1))}
    assert session.describe([FERRY.id], outlet=None).label == "outlet: unknown"
    assert session.article(FERRY.id).outlet is None
    assert session.article(FERRY.id).published == date(2026, 1, 1)
    assert session.describe(both, published=date(2026, 1, 1)).kind is ChangeKind.NOTHING
    assert session.describe(both).kind is ChangeKind.NOTHING
    assert session.article(FERRY.id).text == FERRY.text


def test_only_what_is_not_known_is_filled_in(session: Session) -> None:
    session.describe([FERRY.id], outlet=None)
    session.describe([HARBOUR.id], published=date(2026, 3, 1))
    filled = session.describe([FERRY.id, HARBOUR.id], "Sund Post", date(2026, 1, 1), only_gaps=True)
    assert filled.label == "outlet: Sund Post, date: 2026-01-01"
    stand = {one.id: (one.outlet, one.published) for one in session.articles()}
    assert stand == {
        FERRY.id: ("Sund Post", session.article(FERRY.id).published),
        HARBOUR.id: ("Fjord Times", date(2026, 3, 1)),
    }


def test_progress_counts_what_an_editor_is_asked(session: Session, quotes: tuple[str, ...]) -> None:
    assert session.progress() == Progress(0, 5, 4)
    session.confirm(quotes[0])
    assert session.progress() == Progress(1, 5, 3)
    session.reopen(quotes[0])
    assert session.progress() == Progress(0, 5, 4)


def test_teasers_and_titles_are_not_asked_about_until_somebody_rules_on_them(store: Store) -> None:
    article = invented.article("mixed.txt")
    found = invented.detection(article)
    teaser = dataclasses.replace(found.quotes[1], zone=Zone.TEASER)
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(Read(article, dataclasses.replace(found, quotes=(found.quotes[0], teaser))))
    first, second = (quote.id for quote in session.quotes(article.id))
    assert (session.open_quotes(), session.progress().total) == ({first}, 1)
    session.confirm(second)
    assert (session.articles()[0].quotes, session.articles()[0].decided) == (2, 1)
    session.undo()
    assert (session.articles()[0].quotes, session.articles()[0].decided) == (1, 0)


def test_names_come_article_first(session: Session) -> None:
    speakers = [known.name for known in session.naming.speakers(HARBOUR.id)]
    assert speakers[:2] == ["Ivo Brandt", "Lena Falk"]
    assert set(speakers[2:]) == {"Tilda Brandt", "Oskar Vint"}
    assert session.source_names(FERRY.id) == ("Radio Fjord", "Oskar Vint", "Tilda Brandt")


def test_the_place_is_each_editors_own(session: Session, quotes: tuple[str, ...]) -> None:
    assert session.place() is None
    session.remember_place(FERRY.id, quotes[1])
    assert session.place() == (FERRY.id, quotes[1])
    session.switch_editor("Ben Ode")
    assert session.place() is None
    session.switch_editor("Ana Ruz")
    session.remove([FERRY.id])
    assert session.place() is None


def test_a_quote_of_several_passages_is_told_with_its_gap(store: Store) -> None:
    article = invented.article("gap.txt")
    found = invented.detection(article)
    first, second = found.quotes[0], found.quotes[1]
    joined = Quote(first.key, (*first.passages, *second.passages), confidence=0.2)
    session = Session(store, "Ana Ruz", invented.Clock())
    session.keep(Read(article, dataclasses.replace(found, quotes=(joined,))))
    assert session.outline()[0].words == joined.words
    assert session.quotes(article.id)[0].proposal.passages == (Passage(first.span, first.words), *second.passages)
