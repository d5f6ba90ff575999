"""Reasons, checks and evidence of a verdict are kept, and undone by one undo with a name."""

import pytest

from quotereview.errors import NotPossible
from quotereview.model import Check, CheckState, Evidence, EvidenceKind, SourceKind, Verdict
from quotereview.review.change import ChangeKind
from quotereview.review.checklist import checklist
from quotereview.review.session import Session

TEMPLATE = ("words", "speaker", "date")
LINK = Evidence(EvidenceKind.LINK, "https://sund.example/speech", "04:10")
MINUTES = Evidence(EvidenceKind.FILE, "minutes.pdf", "page 3", "ab" * 32)


def reason(session: Session, quote: str) -> str:
    return session.quote(quote).ruling.reason


# Reasons


def test_a_reason_is_kept_with_the_verdict_and_undone_by_name(session: Session, quotes: tuple[str, ...]) -> None:
    session.rule(quotes[0], Verdict.DISPUTED)
    session.proof.explain(quotes[0], "  another voice\non the recording ")
    assert reason(session, quotes[0]) == "another voice on the recording"
    assert session.quote(quotes[0]).verdict is Verdict.DISPUTED
    assert session.undo().label == "Undo reason: “another voice on the recording”"
    assert reason(session, quotes[0]) == ""
    session.redo()
    assert session.proof.explain(quotes[0], "").label == "no reason"


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.DISPUTED])
def test_a_reason_goes_with_its_verdict(session: Session, quotes: tuple[str, ...], verdict: Verdict) -> None:
    session.rule(quotes[0], Verdict.DISPUTED)
    session.proof.explain(quotes[0], "another voice")
    session.rule(quotes[0], verdict)
    assert reason(session, quotes[0]) == ""
    session.undo()
    assert reason(session, quotes[0]) == "another voice"


def test_the_same_verdict_again_keeps_its_reason(session: Session, quotes: tuple[str, ...]) -> None:
    session.rule(quotes[0], Verdict.DISPUTED)
    session.proof.explain(quotes[0], "another voice")
    assert session.rule(quotes[0], Verdict.DISPUTED).kind is ChangeKind.NOTHING
    session.set_speaker(quotes[0], "Mara Voss")
    assert (session.quote(quotes[0]).verdict, reason(session, quotes[0])) == (Verdict.DISPUTED, "another voice")


def test_a_reason_given_before_the_verdict_awaits_it(session: Session, quotes: tuple[str, ...]) -> None:
    session.proof.explain(quotes[0], "no such meeting")
    assert not session.quote(quotes[0]).decided
    session.rule(quotes[0], Verdict.CANNOT_VERIFY)
    assert reason(session, quotes[0]) == "no such meeting"


def test_a_value_corrected_under_a_confirmed_quote_leaves_its_reason(session: Session, quotes: tuple[str, ...]) -> None:
    session.confirm(quotes[0])
    session.proof.explain(quotes[0], "heard it")
    session.set_source(quotes[0], "Radio Sund", SourceKind.BROADCASTER)
    assert (session.quote(quotes[0]).verdict, reason(session, quotes[0])) == (Verdict.CORRECTED, "heard it")


def test_reasons_of_the_store_are_offered_latest_first_each_once(session: Session, quotes: tuple[str, ...]) -> None:
    for quote, why in zip(quotes, ("another voice", "no such meeting", "another voice"), strict=False):
        session.proof.explain(quote, why)
    assert session.proof.reasons() == ("another voice", "no such meeting")


# Checks


def test_checks_are_one_act_with_how_many_were_looked_at(session: Session, quotes: tuple[str, ...]) -> None:
    points = checklist(TEMPLATE, ()).with_state(0, CheckState.RIGHT).with_state(2, CheckState.WRONG)
    session.proof.check(quotes[0], points)
    assert session.quote(quotes[0]).ruling.checks == (Check("words", CheckState.RIGHT), Check("date", CheckState.WRONG))
    assert session.quote(quotes[0]).verdict is Verdict.OPEN
    assert session.undo_label == "Undo checks: 2 of 3"
    session.undo()
    assert session.quote(quotes[0]).ruling.checks == ()


def test_checks_in_another_order_are_no_change(session: Session, quotes: tuple[str, ...]) -> None:
    points = checklist(TEMPLATE, ()).with_state(0, CheckState.RIGHT).with_state(2, CheckState.WRONG)
    session.proof.check(quotes[0], points)
    turned = checklist(tuple(reversed(TEMPLATE)), session.quote(quotes[0]).ruling.checks)
    assert session.proof.check(quotes[0], turned).kind is ChangeKind.NOTHING


def test_checks_outlive_a_verdict(session: Session, quotes: tuple[str, ...]) -> None:
    session.proof.check(quotes[0], checklist(TEMPLATE, ()).with_state(1, CheckState.NOT_APPLICABLE))
    session.reject(quotes[0])
    session.reopen(quotes[0])
    assert session.quote(quotes[0]).ruling.checks == (Check("speaker", CheckState.NOT_APPLICABLE),)


# Evidence


def test_evidence_is_added_changed_and_removed_by_name(session: Session, quotes: tuple[str, ...]) -> None:
    proof, quote = session.proof, quotes[0]
    proof.add_evidence(quote, LINK)
    proof.add_evidence(quote, MINUTES)
    assert session.undo_label == "Undo evidence: minutes.pdf"
    other = Evidence(EvidenceKind.LINK, LINK.place, "05:55")
    proof.change_evidence(quote, LINK, other)
    assert session.quote(quote).ruling.evidence == (other, MINUTES)
    proof.remove_evidence(quote, MINUTES)
    assert session.undo_label == "Undo no evidence: minutes.pdf"
    assert session.quote(quote).ruling.evidence == (other,)
    for stood in ((other, MINUTES), (LINK, MINUTES), (LINK,), ()):
        session.undo()
        assert session.quote(quote).ruling.evidence == stood


def test_evidence_that_is_there_already_changes_nothing(session: Session, quotes: tuple[str, ...]) -> None:
    session.proof.add_evidence(quotes[0], LINK)
    assert session.proof.add_evidence(quotes[0], LINK).kind is ChangeKind.NOTHING
    assert session.proof.change_evidence(quotes[0], LINK, LINK).kind is ChangeKind.NOTHING


def test_evidence_that_is_gone_can_be_neither_changed_nor_removed(session: Session, quotes: tuple[str, ...]) -> None:
    for verb in (
        lambda: session.proof.change_evidence(quotes[0], LINK, MINUTES),
        lambda: session.proof.remove_evidence(quotes[0], LINK),
    ):
        with pytest.raises(NotPossible, match="no longer there"):
            verb()
    assert session.quote(quotes[0]).decision is None
