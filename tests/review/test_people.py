"""The register of people: several names of one person, several people of one name, roles by date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Detection, Speaker, SpeakerType, Verdict
from quotereview.review.change import ChangeKind
from quotereview.review.finding import FindingKind
from quotereview.review.ingest import Read
from quotereview.review.naming import matching
from quotereview.review.people import Role, Suggestion, holding
from quotereview.review.session import Session
from quotereview.store import Store, open_store
from tests.review.conftest import FERRY, HARBOUR, shown
from tests.store import invented

MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 4), date(2026, 6, 2)


def keep(session: Session, name: str, published: date | None, said: Sequence[Speaker]) -> tuple[str, ...]:
    """Keep an article in which these speakers said something each; the ids of the quotes."""
    words = [(speaker.name, f"In {name} I say so for the {number}th time.") for number, speaker in enumerate(said, 1)]
    article = invented.article(name, words, published=published, outlet=f"Outlet of {name}")
    found = invented.detection(article, words).quotes
    quotes = tuple(replace(quote, speaker=speaker) for quote, speaker in zip(found, said, strict=True))
    session.keep(Read(article, Detection(quotes, (), (), "by hand 1", "none")))
    return tuple(quote.id for quote in session.quotes(article.id))


def person(name: str, printed: str | None = None, role: str | None = None) -> Speaker:
    return Speaker(name, SpeakerType.PERSON, None, printed, role)


@pytest.fixture
def talks(store: Store) -> Session:
    """Three articles in which Lu Ran is quoted under two names."""
    session = Session(store, "Ana Ruz", invented.Clock())
    keep(session, "march", MARCH, [person("Lu Ran", "Lu", "minister of ports"), person("Mara Voss", "she")])
    keep(session, "may", MAY, [person("L. Ran", "Mr Ran", "Minister of Ports"), person("Mara Voss", "Voss")])
    keep(session, "june", JUNE, [person("Lu Ran", "he", "opposition leader")])
    return session


def suggested(session: Session) -> tuple[Suggestion, ...]:
    (found,) = session.people.suggestions()
    return found


def names(session: Session) -> list[str]:
    return [one.name for one in session.people.all()]


def test_people_are_listed_with_most_quotes_first(talks: Session) -> None:
    assert names(talks) == ["Lu Ran", "Mara Voss", "L. Ran"]
    lu = talks.people.get("Lu Ran")
    assert (lu.quotes, lu.open, lu.last, lu.type) == (2, 2, JUNE, SpeakerType.PERSON)
    assert talks.people.get("Mara Voss").printed == ("Voss",)


def test_what_was_rejected_is_nobodys(talks: Session) -> None:
    (quote,) = [said.quote.id for said in talks.people.quotes("L. Ran")]
    talks.reject(quote)
    assert names(talks) == ["Lu Ran", "Mara Voss"]
    with pytest.raises(NotPossible, match=r"Nobody is quoted under the name “L\. Ran”"):
        talks.people.get("L. Ran")


def test_two_names_become_one_person_and_rulings_stay(talks: Session) -> None:
    before = [quote.ruling for article in talks.articles() for quote in talks.quotes(article.id)]
    change = talks.people.same("L. Ran", "Lu Ran")
    assert (change.kind, change.label) == (ChangeKind.PEOPLE, "same person: L. Ran = Lu Ran")
    assert names(talks) == ["Lu Ran", "Mara Voss"]
    lu = talks.people.get("L. Ran")
    assert (lu.name, lu.aliases, lu.printed, lu.quotes) == ("Lu Ran", ("L. Ran",), ("Lu", "Mr Ran"), 3)
    assert [said.quote.speaker for said in talks.people.quotes("Lu Ran")] == ["Lu Ran", "L. Ran", "Lu Ran"]
    assert [quote.ruling for article in talks.articles() for quote in talks.quotes(article.id)] == before
    assert talks.people.same("Lu Ran", "L. Ran").kind is ChangeKind.NOTHING


def test_roles_are_told_with_their_dates(talks: Session) -> None:
    talks.people.same("L. Ran", "Lu Ran")
    assert talks.people.roles("Lu Ran") == (
        Role("minister of ports", MARCH, MAY),
        Role("opposition leader", JUNE, JUNE),
    )


def test_quotes_without_a_date_come_last(talks: Session) -> None:
    (undated,) = keep(talks, "undated", None, [person("Lu Ran", None, "envoy")])
    assert talks.people.quotes("Lu Ran")[-1].quote.id == undated
    assert talks.people.roles("Lu Ran")[0] == Role("envoy", None, None)


def test_undo_and_redo_name_who_is_who(talks: Session) -> None:
    talks.people.same("L. Ran", "Lu Ran")
    assert talks.undo_label == "Undo same person: L. Ran = Lu Ran"
    talks.undo()
    assert names(talks) == ["Lu Ran", "Mara Voss", "L. Ran"]
    talks.redo()
    assert names(Session(talks._store, "Ben Ode")) == names(talks) == ["Lu Ran", "Mara Voss"]


def test_a_name_is_split_off_again(talks: Session) -> None:
    talks.people.same("L. Ran", "Lu Ran")
    talks.people.same("Lu Ran", "Mara Voss")
    assert talks.people.get("L. Ran").names == ("Mara Voss", "L. Ran", "Lu Ran")
    assert talks.people.split("L. Ran").label == "another person: L. Ran"
    assert talks.people.get("Lu Ran").names == ("Mara Voss", "Lu Ran")
    assert talks.people.get("L. Ran").names == ("L. Ran",)
    with pytest.raises(NotPossible, match="has no other name"):
        talks.people.split("L. Ran")


def test_the_name_a_person_goes_by_is_split_off_from_the_others(talks: Session) -> None:
    talks.people.same("L. Ran", "Mara Voss")
    talks.people.same("Lu Ran", "Mara Voss")
    talks.people.split("Mara Voss")
    assert talks.people.get("Lu Ran").names == ("L. Ran", "Lu Ran")
    assert talks.people.get("Mara Voss").names == ("Mara Voss",)


def test_a_person_goes_by_another_name(talks: Session) -> None:
    talks.people.same("L. Ran", "Lu Ran")
    talks.people.rename("L. Ran", "L. Ran")
    assert talks.people.get("Lu Ran").name == "L. Ran"
    assert talks.people.rename("L. Ran", " Ran  Lu ").label == "name: Ran Lu"
    assert talks.people.get("Lu Ran").names == ("Ran Lu", "L. Ran", "Lu Ran")
    with pytest.raises(NotPossible, match="“Mara Voss” is somebody else"):
        talks.people.rename("Ran Lu", "Mara Voss")
    talks.undo()
    talks.undo()
    assert talks.people.get("Lu Ran").name == "Lu Ran"


def test_some_quotes_are_somebody_elses_of_the_same_name(talks: Session) -> None:
    first, last = (said.quote.id for said in talks.people.quotes("Lu Ran"))
    talks.confirm(last)
    change = talks.people.part([first, last], "Lu Ran (Sund)")
    assert (change.kind, change.label) == (ChangeKind.RULINGS, "speaker: Lu Ran (Sund), 2 quotes")
    assert [talks.quote(quote).verdict for quote in (first, last)] == [Verdict.OPEN, Verdict.CORRECTED]
    other = talks.quote(first).ruling.speaker
    assert other == person("Lu Ran (Sund)", "Lu", "minister of ports")
    assert "Lu Ran" not in names(talks)
    talks.undo()
    assert talks.people.get("Lu Ran").quotes == 2
    assert talks.quote(last).verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("name", ["", "  "])
def test_nobody_has_no_name(talks: Session, name: str) -> None:
    for verb in (talks.people.same, talks.people.rename):
        with pytest.raises(NotPossible):
            verb("Lu Ran", name)
    with pytest.raises(NotPossible):
        talks.people.part([talks.people.quotes("Lu Ran")[0].quote.id], name)


def test_a_name_that_comes_later_belongs_to_its_person(talks: Session) -> None:
    talks.people.same("L. Ran", "Lu Ran")
    keep(talks, "july", date(2026, 7, 1), [person("L. Ran")])
    assert talks.people.get("Lu Ran").quotes == 4


def test_the_filter_and_finding_know_all_names(talks: Session) -> None:
    talks.people.same("L. Ran", "Mara Voss")
    assert len(shown(talks, "speaker:Voss")) == 3
    talks.people.split("L. Ran")
    assert len(shown(talks, "speaker:Voss")) == 2
    talks.people.same("L. Ran", "Mara Voss")
    found = [finding for finding in talks.find("l. ran") if finding.kind is FindingKind.PERSON]
    assert [(finding.words, finding.about) for finding in found] == [("Mara Voss", "also L. Ran · 3 quotes")]
    assert [one.name for one in holding(talks.people.all(), "mr ran")] == ["Mara Voss"]
    assert holding(talks.people.all(), "") == talks.people.all()


@pytest.mark.parametrize("line", ["soren", "Søren", "lecki"])
def test_people_are_found_without_the_letters_that_a_keyboard_lacks(talks: Session, line: str) -> None:
    talks.people.rename("Mara Voss", "Søren Łęcki")
    assert [one.name for one in holding(talks.people.all(), line)] == ["Søren Łęcki"]


def test_type_ahead_offers_the_person_for_a_name(talks: Session) -> None:
    talks.people.same("L. Ran", "Mara Voss")
    offered = talks.naming.speakers(talks.articles()[0].id)
    assert "L. Ran" not in {known.name for known in offered}
    (meant,) = matching(offered, "l. ran")
    assert (meant.name, meant.aliases) == ("Mara Voss", ("L. Ran",))


def test_names_of_one_person_are_no_conflict(session: Session, quotes: tuple[str, ...]) -> None:
    assert session.crosscheck.partners(quotes[0])[0].conflicts
    session.people.same("Lena Falk", "Tilda Brandt")
    (match,) = session.crosscheck.partners(quotes[0])
    assert match.conflicts == ()
    session.undo()
    assert session.crosscheck.partners(quotes[0])[0].conflicts


def test_a_change_of_names_tells_the_articles_that_have_them(session: Session) -> None:
    assert session.people.same("Lena Falk", "Ivo Brandt").articles == (HARBOUR.id,)
    assert session.people.same("Tilda Brandt", "Ivo Brandt").articles == (FERRY.id, HARBOUR.id)


def test_a_change_of_names_by_somebody_else_is_seen_and_not_undone_over(session: Session) -> None:
    session.people.same("Lena Falk", "Ivo Brandt")
    with open_store(session.store_path) as second:
        Session(second, "Ben Ode").people.split("Lena Falk")
    assert "Lena Falk" in names(session)
    with pytest.raises(NotPossible, match="Somebody else has changed “Lena Falk” since"):
        session.undo()


def test_names_that_two_editors_made_each_others_are_one_person(session: Session) -> None:
    with session._store.act("names of people", "merge", "Ben Ode", invented.now()) as act:
        session._store.people.rule(act, "Lena Falk", "Ivo Brandt", None)
        session._store.people.rule(act, "Ivo Brandt", "Lena Falk", None)
    other = Session(session._store, "Cai Lund")
    assert other.people.get("Lena Falk").names == ("Ivo Brandt", "Lena Falk")
    other.people.split("Lena Falk")
    assert other.people.get("Ivo Brandt").names == ("Ivo Brandt",)


def test_who_may_be_the_same_is_told_with_the_reason_and_never_done(talks: Session) -> None:
    assert suggested(talks) == (
        Suggestion(
            "L. Ran", "Lu Ran", "the same surname, and “L.” may stand for “Lu”; both are printed as minister of ports"
        ),
    )
    assert len(names(talks)) == 3
    talks.people.same("L. Ran", "Lu Ran")
    assert suggested(talks) == ()


def test_roles_that_differ_put_a_suggestion_last(talks: Session) -> None:
    keep(talks, "football", MAY, [person("Mara Vosse", None, "goalkeeper"), person("Marta Quist"), person("M. Quist")])
    keep(talks, "voss", MAY, [person("Mara Voss", None, "mayor")])
    told = [(one.name, one.other) for one in suggested(talks)]
    assert told == [("L. Ran", "Lu Ran"), ("M. Quist", "Marta Quist"), ("Mara Vosse", "Mara Voss")]
    assert suggested(talks)[-1].reason == (
        "one of the names spelled otherwise; but one is printed as mayor, the other as goalkeeper"
    )
