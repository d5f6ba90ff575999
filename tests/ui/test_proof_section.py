"""Checklist and evidence on the card: gone through by keys, kept as one when the keys leave them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quotereview.model import Check, CheckState, Evidence, EvidenceKind, StandingQuote, Verdict, proposed
from quotereview.review.checklist import Checklist
from quotereview.ui.aligned import Version
from quotereview.ui.evidence_form import Given
from quotereview.ui.proof_section import ProofSection
from quotereview.ui.sections import Shown
from tests.ui.story import ARTICLE, GULLS, SAFE, standing

TEMPLATE = ("words", "speaker", "date")
RIGHT, WRONG, NOT_APPLICABLE = CheckState.RIGHT, CheckState.WRONG, CheckState.NOT_APPLICABLE
LINK = Evidence(EvidenceKind.LINK, "https://harbour.example", "04:10")
MINUTES = Evidence(EvidenceKind.FILE, "minutes.pdf", "page 3", "ab" * 32)
SPEECH = "MAYOR: So I say it again, the bridge is safe. We have tested it twice. Thank you."
TRANSCRIPT = Evidence(EvidenceKind.TRANSCRIPT, "council meeting", words=SPEECH)


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[ProofSection]:
    window = QWidget()
    made = ProofSection()
    made.use_template(TEMPLATE)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.resize(340, 700)
    window.show()
    qtbot.waitActive(window)
    yield made


def ruled(checks: tuple[Check, ...] = (), evidence: tuple[Evidence, ...] = (), **more: object) -> StandingQuote:
    ruling = replace(proposed(SAFE), checks=checks, evidence=evidence, **more)  # type: ignore[arg-type]
    return standing(SAFE, Verdict.OPEN, ruling)


@pytest.fixture
def shows(section: ProofSection) -> Callable[[StandingQuote], None]:
    return lambda quote: section.show_quote(Shown(ARTICLE, quote, 1, 2))


def unisolated(words: str) -> str:
    """Without the characters that keep writing directions apart."""
    return words.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


def said(section: ProofSection) -> list[str]:
    lines = (section._summary, *section.evidence.findChildren(type(section._summary)))
    return [unisolated(line.text()) for line in lines]


def rows(editor: QListWidget) -> list[str]:
    return [unisolated(editor.item(row).text()) for row in range(editor.count())]


def press(qtbot: QtBot, *keys: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, words)


# Closed


def test_nothing_is_shown_where_nothing_was_checked(
    section: ProofSection, shows: Callable[[StandingQuote], None]
) -> None:
    shows(ruled((Check("words", RIGHT),)))
    assert section.isVisible()
    shows(standing(SAFE))
    assert not section.isVisible()


def test_checks_and_evidence_take_a_line_each(section: ProofSection, shows: Callable[[StandingQuote], None]) -> None:
    shows(ruled((Check("words", RIGHT), Check("place", WRONG)), (LINK, MINUTES)))
    assert said(section) == [
        "Checked 2 of 4 · 1 wrong: place",
        "link · https://harbour.example · 04:10",
        "file · minutes.pdf · page 3 · SHA-256 abababababab…",
    ]


def test_below_a_transcript_differing_words_are_marked(
    section: ProofSection, shows: Callable[[StandingQuote], None]
) -> None:
    shows(ruled(evidence=(TRANSCRIPT,)))
    assert "transcript · council meeting" in said(section)
    printed, heard = (version.accessibleName() for version in section.evidence.findChildren(Version))
    assert printed == "The bridge is safe, We tested it twice"
    assert heard == "… MAYOR: So I say it again, The bridge is safe, We [have] tested it twice. Thank you …"


def test_a_transcript_without_the_words_is_doubted(
    section: ProofSection, shows: Callable[[StandingQuote], None]
) -> None:
    shows(ruled(evidence=(replace(TRANSCRIPT, words="Nothing of the sort was ever heard in that room."),)))
    assert "? The words of the quote do not stand in it." in said(section)


# Checks


def test_keys_go_through_the_points_and_leaving_keeps_them_once(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    section.begin()
    kept: list[Checklist] = []
    section.checked.connect(lambda quote, points: kept.append(points) if quote == standing(SAFE).id else None)
    press(qtbot, Qt.Key.Key_R, Qt.Key.Key_W, Qt.Key.Key_Minus)
    assert rows(section.editor.checks.points) == ["✓  words · right", "✕  speaker · wrong", "–  date · does not apply"]
    assert kept == []
    with qtbot.waitSignal(section.editor.left):
        press(qtbot, Qt.Key.Key_Return)
    section.editor.hide()
    assert [points.checks for points in kept] == [
        (Check("words", RIGHT), Check("speaker", WRONG), Check("date", NOT_APPLICABLE))
    ]


@pytest.mark.parametrize(
    ("times", "state"), [(0, None), (1, RIGHT), (2, WRONG), (3, NOT_APPLICABLE), (4, None), (5, RIGHT)]
)
def test_space_goes_round(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot, times: int, state: CheckState | None
) -> None:
    shows(standing(SAFE))
    section.begin()
    press(qtbot, Qt.Key.Key_Down, *[Qt.Key.Key_Space] * times)
    assert section.editor.checks.points._now.points[1].state is state


def test_a_point_set_by_mistake_is_cleared(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(ruled((Check("words", RIGHT),)))
    section.begin()
    with qtbot.waitSignal(section.checked) as checked:
        press(qtbot, Qt.Key.Key_Backspace)
        section.hide()
    assert checked.args is not None and checked.args[1].checks == ()


def test_a_refresh_leaves_what_was_set(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    section.begin()
    press(qtbot, Qt.Key.Key_W)
    shows(ruled(evidence=(LINK,)))
    assert rows(section.editor.checks.points)[0] == "✕  words · wrong"
    assert rows(section.editor.evidence.rows) == ["link · https://harbour.example · 04:10"]


def test_nothing_set_keeps_nothing(section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot) -> None:
    shows(ruled((Check("words", RIGHT),)))
    section.begin()
    with qtbot.assertNotEmitted(section.checked):
        press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Escape)
        section.editor.hide()
        shows(standing(GULLS))


def test_another_list_is_written_a_point_a_line(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(ruled((Check("speaker", RIGHT),)))
    section.begin()
    press(qtbot, Qt.Key.Key_E)
    assert section.editor.checks.template.toPlainText() == "words\nspeaker\ndate"
    press(qtbot, Qt.Key.Key_A, control=True)
    write(qtbot, "words")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "who said it")
    assert section.editor.unkept() == "words, who said it"
    section.template_written.connect(section.use_template)
    press(qtbot, Qt.Key.Key_Return, control=True)
    assert section.editor.checks.points.hasFocus() and section.editor.unkept() == ""
    assert rows(section.editor.checks.points) == ["○  words", "○  who said it", "✓  speaker · right"]


def test_escape_leaves_the_list_as_it_was(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    section.begin()
    with qtbot.assertNotEmitted(section.template_written), qtbot.assertNotEmitted(section.editor.left):
        press(qtbot, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_Escape)
    assert section.editor.checks.points.hasFocus() and section.editor.unkept() == ""


# Evidence


def test_a_link_is_given_by_keys(section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    section.begin()
    press(qtbot, Qt.Key.Key_L)
    write(qtbot, "harbour.example/speech")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "04:10")
    with qtbot.waitSignal(section.evidence_given) as given:
        press(qtbot, Qt.Key.Key_Return)
    assert given.args == [
        standing(SAFE).id,
        Given(EvidenceKind.LINK, "harbour.example/speech", "04:10", "", None),
    ]
    assert section.editor.unkept() == "harbour.example/speech"
    section.editor.evidence.close_form()
    assert section.editor.checks.points.hasFocus() and section.editor.unkept() == ""


def test_a_transcript_keeps_its_lines(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    section.begin()
    press(qtbot, Qt.Key.Key_P)
    write(qtbot, "It is safe.")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Thank you.")
    with qtbot.waitSignal(section.evidence_given) as given:
        press(qtbot, Qt.Key.Key_Return, control=True)
    assert given.args is not None and given.args[1].words == "It is safe.\nThank you."


def test_evidence_is_reached_by_arrows_changed_and_removed(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(ruled(evidence=(LINK, MINUTES)))
    section.begin()
    press(qtbot, *[Qt.Key.Key_Down] * 3)
    assert section.editor.evidence.rows.hasFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert section.editor.evidence.form.locator.hasFocus()
    assert not section.editor.evidence.form.place.isVisible()
    press(qtbot, Qt.Key.Key_A, control=True)
    write(qtbot, "page 9")
    with qtbot.waitSignal(section.evidence_given) as given:
        press(qtbot, Qt.Key.Key_Return)
    assert given.args is not None
    assert (given.args[1].former, given.args[1].locator) == (MINUTES, "page 9")
    press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(section.evidence_removed) as removed:
        press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert removed.args == [standing(SAFE).id, LINK]
    press(qtbot, Qt.Key.Key_Up)
    assert section.editor.checks.points.hasFocus()


@pytest.mark.parametrize("name", ["/tmp/a b.pdf", "'/tmp/a b.pdf'", "file:///tmp/a%20b.pdf"])
def test_a_file_is_named_as_people_and_file_managers_do(name: str) -> None:
    assert Given(EvidenceKind.FILE, name, "", "", None).path == Path("/tmp/a b.pdf")


def test_a_home_that_is_nobodys_is_a_name_like_others() -> None:
    assert Given(EvidenceKind.FILE, "~nobody-there/a.pdf", "", "", None).path == Path("~nobody-there/a.pdf")


def test_a_chosen_file_is_taken_into_the_form(
    section: ProofSection, shows: Callable[[StandingQuote], None], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    section.begin()
    press(qtbot, Qt.Key.Key_F, Qt.Key.Key_Tab)
    with qtbot.waitSignal(section.file_wanted):
        press(qtbot, Qt.Key.Key_Return)
    section.editor.evidence.form.choose_file(Path("minutes.pdf"))
    assert section.editor.evidence.form.locator.hasFocus()
    with qtbot.waitSignal(section.evidence_given) as given:
        press(qtbot, Qt.Key.Key_Return)
    assert given.args is not None and given.args[1].path == Path("minutes.pdf")


def test_how_far_a_file_is_read_is_told_at_its_quote_alone(
    section: ProofSection, shows: Callable[[StandingQuote], None]
) -> None:
    shows(standing(SAFE))
    section.show_hashing(standing(SAFE).id, "minutes.mp4: reading it for its hash, 40 %")
    assert section.isVisible() and section._progress.isVisible()
    shows(standing(GULLS))
    assert not section.isVisible()
    shows(standing(SAFE))
    section.show_hashing(standing(SAFE).id, "")
    assert not section.isVisible()
