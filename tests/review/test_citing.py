"""A quote, or all quotes of somebody, as a citation of what stands."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Verdict
from quotereview.review.session import Session
from tests.review.conftest import FERRY, HARBOUR


def test_a_quote_is_cited_as_it_stands(session: Session, quotes: tuple[str, ...]) -> None:
    open_one = session.citing.quote(quotes[1]).text
    assert open_one.startswith("[NOT VERIFIED] “Nobody told the crews about the strike.” – Oskar Vint, ferry director")
    session.set_speaker(quotes[1], "Lena Falk")
    ruled = session.citing.quote(quotes[1])
    assert ruled.text.startswith("“Nobody told the crews about the strike.” – Lena Falk, via Radio Fjord (broadcaster)")
    assert ruled.text.endswith(f"corrected, by {session.editor}, 4 March 2026.")
    assert "Lena Falk" in ruled.html


def test_what_is_asked_about_alone_is_cited(session: Session, quotes: tuple[str, ...]) -> None:
    session.remove([FERRY.id])
    with pytest.raises(NotPossible):
        session.citing.quote(quotes[0])


def test_a_person_is_cited_under_all_names_but_for_what_is_no_quote(session: Session, quotes: tuple[str, ...]) -> None:
    session.people.same("Lena Falk", "Tilda Brandt")
    session.confirm(quotes[0])
    session.rule(quotes[2], Verdict.NOT_A_QUOTE)
    for name in ("Lena Falk", "Tilda Brandt"):
        citation, head = session.citing.person(name)
        assert head == "Tilda Brandt: 2 quotes, 1 of them not verified"
        first, *cited = citation.text.split("\n\n")
        assert first == head
        assert [HARBOUR.name in one for one in cited] == [False, True]
    session.confirm(session.quotes(HARBOUR.id)[0].id)
    assert session.citing.person("Tilda Brandt")[1] == "Tilda Brandt: 2 quotes, all verified"
    session.reject(session.quotes(HARBOUR.id)[0].id)
    assert session.citing.person("Tilda Brandt")[1] == "Tilda Brandt: 1 quote, all verified"


def test_where_nothing_of_somebody_is_verified_it_is_said_of_all(session: Session) -> None:
    assert session.citing.person("Tilda Brandt")[1] == "Tilda Brandt: 2 quotes, not verified"


def test_nobody_is_cited_who_said_nothing(session: Session) -> None:
    with pytest.raises(NotPossible, match="no quote of Ole Nobody"):
        session.citing.person("Ole Nobody")


def test_what_other_outlets_tell_differently_is_told(session: Session, quotes: tuple[str, ...]) -> None:
    told = "! Told differently: speaker: Tilda Brandt / Lena Falk (Fjord Times)"
    assert session.citing.quote(quotes[0]).text.splitlines()[-1] == told
    assert told in session.citing.person("Tilda Brandt")[0].text
    (match,) = session.crosscheck.partners(quotes[0])
    session.match_rulings.settle(quotes[0], match.there.quote, match.conflicts[0], "both stood there")
    assert "! Told differently" not in session.citing.quote(quotes[0]).text
