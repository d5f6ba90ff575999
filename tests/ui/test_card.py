"""The card says who spoke, through whom and why, and its editors keep or leave."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from quotereview.model import (
    Kind,
    Pointer,
    RulingConflict,
    SourceKind,
    Span,
    SpeakerType,
    StandingQuote,
    Verdict,
    Zone,
    proposed,
)
from quotereview.review.ingest import Read
from quotereview.review.naming import Known
from quotereview.review.session import Session
from quotereview.store import open_store
from quotereview.ui.card import Card
from quotereview.ui.editors import MOST, SpeakerEditor
from quotereview.ui.pointing import PointingWords
from quotereview.ui.sections import Shown
from tests.store import invented
from tests.ui.story import ARTICLE, GULLS, ILSE, OTTO, SAFE, TEXT, place, standing

NAMES = ("Ilse Tamm", "Otto Rand", "Rosa Ottmar")
ROLES = {"Otto Rand": "fisherman"}


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    made = Card(lambda: [Known(name, role=ROLES.get(name, "")) for name in NAMES], lambda: ("Kanal 9", "town hall"))
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def shows(card: Card) -> Callable[[StandingQuote], str]:
    def show(quote: StandingQuote) -> str:
        card.show_quote(Shown(ARTICLE, quote, 1, 2))
        return card.said()

    return show


@pytest.mark.parametrize(
    "words",
    [
        "Quote 1 of 2",
        "○ open",
        "“The bridge is safe, […] We tested it twice.”",
        "◐ check",
        "Ilse Tamm",
        "mayor · to the engineers",
        "“she” → Ilse Tamm, the last woman named",
        "Kanal 9 · broadcaster",
        "carried over from “Kanal 9” · Kanal 9 → town hall · 2 hands",
        "The pronoun before “said” is hers. Cue: “said”.",
        "? two women might be meant",
        "Otto Rand",
        "named after it",
    ],
)
def test_an_open_quote_is_told_whole(shows: Callable[[StandingQuote], str], words: str) -> None:
    assert words in shows(standing(SAFE)).splitlines()


def test_what_nobody_looked_at_is_told_apart_from_what_is_confirmed(shows: Callable[[StandingQuote], str]) -> None:
    said = shows(standing(SAFE, Verdict.CONFIRMED, unread=True))
    assert "≈ accepted in bulk, unread" in said and "accepted in bulk by Ana Brüll" in said
    assert "confirmed" not in said


def test_rulings_that_differ_are_told_with_who_gave_them(card: Card) -> None:
    quote, other = standing(SAFE, Verdict.CONFIRMED), standing(SAFE, Verdict.NOT_A_QUOTE)
    assert quote.decision and other.decision
    beside = replace(other.decision, editor="Ben Ode")
    card.show_quote(
        Shown(ARTICLE, quote, 1, 2, conflict=RulingConflict(SAFE.key, ARTICLE.id, quote.decision, (beside,)))
    )
    lines = card.said().splitlines()
    stands, differs = lines[lines.index("! ruled differently · Shift+C settles it:") + 1 :][:2]
    assert stands.startswith("· confirmed: Ilse Tamm") and stands.endswith("(this stands)")
    assert differs.startswith("· no quote: Ilse Tamm") and "by Ben Ode" in differs
    card.show_quote(Shown(ARTICLE, quote, 1, 2))
    assert "differently" not in card.said()


def test_what_undo_brought_back_is_told_of_who_ruled_it(tmp_path: Path, shows: Callable[[StandingQuote], str]) -> None:
    article = invented.article()
    with open_store(tmp_path / "s.qrev") as store:
        session = Session(store, "Ben Ode", invented.Clock())
        session.keep(Read(article, invented.detection(article)))
        quote = session.quotes(article.id)[0].id
        session.reject(quote)
        session.switch_editor("Ana Ruz")
        session.set_speaker(quote, "Lena Falk")
        session.undo()
        said = shows(session.quote(quote))
    assert "no quote by Ben Ode" in said and "Ana Ruz" not in said


def test_a_confidence_is_never_shown_for_what_an_editor_ruled(shows: Callable[[StandingQuote], str]) -> None:
    ruling = replace(proposed(SAFE), speaker=OTTO, note="call back")
    said = shows(standing(SAFE, Verdict.CORRECTED, ruling))
    assert "✎ corrected" in said and "corrected by Ana Brüll" in said and "call back" in said
    assert "Proposed was Ilse Tamm: The pronoun" in said
    assert "◐" not in said


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"speaker": None}, "No speaker found"),
        ({"source": None}, "none given"),
        ({"kind": Kind.TITLE}, "Quote 1 of 2 · title"),
        ({"zone": Zone.HEADLINE, "partial": True}, "Quote 1 of 2 · fragment · in the headline"),
        ({"confidence": 0.3}, "? unsure"),
        ({"confidence": 0.95}, "● sure"),
    ],
)
def test_what_is_not_ordinary_is_said(
    shows: Callable[[StandingQuote], str], change: dict[str, object], words: str
) -> None:
    assert words in shows(standing(replace(SAFE, **change))).splitlines()  # type: ignore[arg-type]


def test_without_a_quote_it_says_why(card: Card, shows: Callable[[StandingQuote], str]) -> None:
    shows(standing(SAFE))
    card.show_nothing("No quotes found: this text has no quotation marks.")
    assert card.said() == "No quotes found: this text has no quotation marks."


def test_markup_in_an_article_stays_text(shows: Callable[[StandingQuote], str]) -> None:
    speaker = replace(OTTO, name="<b>Otto</b> <img src='file:///etc/hosts'>")
    assert speaker.name in shows(standing(replace(GULLS, speaker=speaker)))


REASON = "“she” is taken for <b>Ilse</b> 🚧 Tamm"
POINTERS = (Pointer(Span(1, 4), place("she")), Pointer(Span(REASON.index("Tamm"), len(REASON)), place("Ilse Tamm")))


@pytest.mark.parametrize(("confidence", "word"), [(0.95, "● sure"), (0.75, "◐ check"), (0.2, "? unsure")])
def test_the_source_has_a_band_and_a_reason_of_its_own(
    shows: Callable[[StandingQuote], str], confidence: float, word: str
) -> None:
    proposal = replace(SAFE, confidence=0.8, source_confidence=confidence, source_reason="“Kanal 9” passed it on")
    lines = shows(standing(proposal)).splitlines()
    after = lines[lines.index("Kanal 9 · broadcaster") - 1 :]
    assert word in lines and "“Kanal 9” passed it on." in after
    assert "Kanal 9 → town hall · 2 hands" in after


def test_the_reason_for_a_source_that_was_corrected_says_what_was_proposed(
    shows: Callable[[StandingQuote], str],
) -> None:
    proposal = replace(SAFE, source_confidence=0.95, source_reason="It passed the words on")
    said = shows(standing(proposal, Verdict.CORRECTED, replace(proposed(proposal), source=None)))
    assert "Proposed was Kanal 9: It passed the words on." in said
    assert "● sure" not in said


def part(card: Card, name: str) -> PointingWords:
    """A part of the card that points to the article, by its name."""
    return next(each for each in card.findChildren(PointingWords) if each.accessibleName() == name)


@pytest.mark.parametrize(("number", "shown"), [(0, "she"), (1, "Ilse Tamm")])
def test_words_of_a_reason_lead_to_their_place(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot, number: int, shown: str
) -> None:
    assert f"{REASON}. Cue: “said”." in shows(standing(replace(SAFE, reason=REASON, pointers=POINTERS)))
    why = part(card, "Why this speaker")
    assert why.toPlainText() == why.text()
    pointed: list[Span] = []
    card.place_wanted.connect(pointed.append)
    why.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(number):
        qtbot.keyClick(why, Qt.Key.Key_Tab)
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert [place.of(TEXT) for place in pointed][-2:] == [shown, shown]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Speaker", "she"),
        ("About the speaker", "the engineers"),
        ("Source", "Kanal 9"),
        ("Why this speaker", "said"),
    ],
)
def test_each_part_that_has_the_keys_shows_its_place(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot, name: str, shown: str
) -> None:
    shows(standing(SAFE))
    with qtbot.waitSignal(card.place_wanted) as wanted:
        part(card, name).setFocus(Qt.FocusReason.TabFocusReason)
    assert wanted.args[0].of(TEXT) == shown


def test_parts_that_stand_nowhere_take_no_keys(card: Card, shows: Callable[[StandingQuote], str]) -> None:
    shows(standing(replace(SAFE, speaker=replace(ILSE, mention=None), addressee="the mayor of Rome", source=None)))
    policies = {part(card, name).focusPolicy() for name in ("Speaker", "About the speaker", "Source")}
    assert policies == {Qt.FocusPolicy.NoFocus}


def test_a_pointing_word_can_be_clicked(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(replace(SAFE, source_confidence=0.9, source_reason=REASON, source_pointers=POINTERS)))
    why = part(card, "Why this source")
    cursor = QTextCursor(why.document())
    cursor.setPosition(2)
    with qtbot.waitSignal(card.place_wanted) as wanted:
        qtbot.mouseClick(why.viewport(), Qt.MouseButton.LeftButton, pos=why.cursorRect(cursor).center())
    assert wanted.args == [place("she")]


def test_a_cue_that_the_reason_points_to_is_not_named_again(shows: Callable[[StandingQuote], str]) -> None:
    pointers = (Pointer(Span(1, 5), place("said")),)
    assert "“said” is hers." in shows(standing(replace(SAFE, reason="“said” is hers", pointers=pointers))).splitlines()


def test_a_candidate_can_be_clicked(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    second = card.findChildren(type(card._candidates.candidates._rows[0]))[1]
    with qtbot.waitSignal(card.candidate_chosen) as chosen:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert chosen.args == [2]


@pytest.mark.parametrize(
    ("typed", "keys", "kept"),
    [
        ("ot", [], "Otto Rand"),
        ("ot", [Qt.Key.Key_Down], "Rosa Ottmar"),
        ("ot", [Qt.Key.Key_Down, Qt.Key.Key_Down], "ot"),
        ("ot", [Qt.Key.Key_Up], "ot"),
        ("Nora Lind", [], "Nora Lind"),
        ("", [Qt.Key.Key_Down], "Ilse Tamm"),
    ],
)
def test_a_speaker_by_type_ahead(
    *, card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot, typed: str, keys: list[Qt.Key], kept: str
) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    field = card.speaker_editor.field
    assert field.hasFocus() and field.selectedText() == "Ilse Tamm"
    qtbot.keyClicks(field, typed)
    for key in keys:
        qtbot.keyClick(field, key)
    with qtbot.waitSignal(card.speaker_entered) as entered:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert entered.args == [kept, SpeakerType.PERSON]
    assert not card.speaker_editor.isVisible()


def test_a_new_name_is_offered_as_new(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "otto")
    assert card.speaker_editor.offered() == ["Otto Rand", "otto — new name"]


def test_of_thousands_of_names_the_likest_are_listed(qtbot: QtBot) -> None:
    editor = SpeakerEditor()
    qtbot.addWidget(editor)
    editor.begin_with(None, [*(Known(f"Anna {number:04}") for number in range(3_000)), Known("Nan")])
    assert len(editor.offered()) == MOST
    qtbot.keyClicks(editor.field, "nan")
    assert editor.offered()[0] == "Nan" and editor.offered()[-1] == "nan — new name"
    assert editor.chosen() == "Nan"


def test_a_name_that_is_spelled_nearly_so_is_shown_and_not_taken(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "Ilsa")
    assert card.speaker_editor.offered() == ["Ilse Tamm", "Ilsa — new name"]
    assert card.speaker_editor.chosen() == "Ilsa"


def test_a_known_name_is_taken_only_where_what_is_written_begins_a_word(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot
) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "lse")
    assert card.speaker_editor.offered() == ["Ilse Tamm", "lse — new name"]
    assert card.speaker_editor.chosen() == "lse"


def test_an_emptied_speaker_means_nobody(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClick(card.speaker_editor.field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(card.speaker_entered) as entered:
        qtbot.keyClick(card.speaker_editor.field, Qt.Key.Key_Return)
    assert entered.args is not None and entered.args[0] == ""


@pytest.mark.parametrize("verb", ["speaker", "source", "note", "reason"])
def test_what_another_deed_closes_unkept_is_told(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot, verb: str
) -> None:
    shows(standing(SAFE))
    getattr(card, f"edit_{verb}")()
    fields = {
        "speaker": card.speaker_editor.field,
        "source": card.source_editor.name.field,
        "note": card.note_editor,
        "reason": card.reason_editor,
    }
    qtbot.keyClicks(fields[verb], "Vera Ny")
    with qtbot.waitSignal(card.abandoned) as abandoned:
        shows(standing(GULLS))
    assert abandoned.args == ["Vera Ny"]
    with qtbot.assertNotEmitted(card.abandoned):
        shows(standing(SAFE))


def test_escape_leaves_without_keeping(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "otto")
    with qtbot.assertNotEmitted(card.speaker_entered), qtbot.waitSignal(card.editing_ended):
        qtbot.keyClick(card.speaker_editor.field, Qt.Key.Key_Escape)
    assert not card.speaker_editor.isVisible()


def test_a_source_is_kept_with_its_kind(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_source()
    qtbot.keyClicks(card.source_editor.name.field, "town")
    card.source_editor.kind.choose(SourceKind.STATEMENT)
    with qtbot.waitSignal(card.source_entered) as entered:
        qtbot.keyClick(card.source_editor.name.field, Qt.Key.Key_Return)
    assert entered.args == ["town hall", SourceKind.STATEMENT]


def test_the_kind_follows_the_source_until_the_editor_chooses_one(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot
) -> None:
    editor = card.source_editor
    editor.ask_kinds(lambda name: SourceKind.AGENCY if name == "town hall" else None)
    shows(standing(SAFE))
    card.edit_source()
    assert editor.kind.value is SourceKind.BROADCASTER
    qtbot.keyClicks(editor.name.field, "town")
    assert editor.kind.value is SourceKind.AGENCY
    qtbot.keyClick(editor.kind, Qt.Key.Key_Down)
    chosen = editor.kind.value
    qtbot.keyClicks(editor.name.field, "x")
    assert chosen is not SourceKind.AGENCY and editor.kind.value is chosen


def test_an_emptied_source_means_none(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_source()
    qtbot.keyClick(card.source_editor.name.field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(card.source_entered) as entered:
        qtbot.keyClick(card.source_editor.name.field, Qt.Key.Key_Return)
    assert entered.args is not None and entered.args[0] == ""


def test_another_quote_closes_an_editor(card: Card, shows: Callable[[StandingQuote], str]) -> None:
    shows(standing(SAFE))
    card.edit_note()
    shows(standing(GULLS))
    assert not card.note_editor.isVisible()


def test_a_refresh_of_the_same_quote_leaves_an_editor_open(card: Card, shows: Callable[[StandingQuote], str]) -> None:
    shows(standing(SAFE))
    card.edit_note()
    shows(standing(SAFE, Verdict.CONFIRMED))
    assert card.note_editor.isVisible()


def test_a_role_stands_beside_a_name(card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot) -> None:
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "or")
    assert card.speaker_editor.chosen() == "Otto Rand"
    assert card.speaker_editor._list.item(0).text() == "Otto Rand · fisherman"


def test_somebody_is_found_by_another_name(
    card: Card, shows: Callable[[StandingQuote], str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(card, "_speaker_names", lambda: [Known("Otto Rand", ("Kapitan Rand",), "fisherman")])
    shows(standing(SAFE))
    card.edit_speaker()
    qtbot.keyClicks(card.speaker_editor.field, "kap")
    assert card.speaker_editor.chosen() == "Otto Rand"
    assert card.speaker_editor._list.item(0).text() == "Otto Rand · also Kapitan Rand · fisherman"


def test_the_type_follows_the_name_until_one_is_chosen(
    card: Card, shows: Callable[[StandingQuote], str], qtbot: QtBot
) -> None:
    card.speaker_editor.ask_types(lambda name: SpeakerType.GROUP if name == "Crew" else SpeakerType.PERSON)
    shows(standing(replace(SAFE, speaker=replace(OTTO, type=SpeakerType.ANONYMOUS))))
    card.edit_speaker()
    editor = card.speaker_editor
    assert editor.type.value is SpeakerType.ANONYMOUS
    qtbot.keyClicks(editor.field, "Crew")
    assert editor.type.value is SpeakerType.GROUP
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert editor.type.hasFocus()
    qtbot.keyClick(editor.type, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.speaker_entered) as entered:
        qtbot.keyClick(editor.type, Qt.Key.Key_Return)
    assert entered.args == ["Crew", SpeakerType.ORGANISATION]


def test_a_source_that_was_changed_has_no_confidence_of_the_detector(shows: Callable[[StandingQuote], str]) -> None:
    proposal = replace(SAFE, source_confidence=0.95, source_reason="It passed the words on")
    said = shows(standing(proposal, Verdict.OPEN, replace(proposed(proposal), source=None)))
    assert "✎ changed" in said and "● sure" not in said and "◐ check" in said
