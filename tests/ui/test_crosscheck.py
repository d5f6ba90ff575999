"""The strip below the article: who else printed the words, what disagrees, and how the versions differ."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from quotereview.model import AlignedWords, Conflict, Edit, Label, Match, Relation, SettledConflict, Wording
from quotereview.ui import aligned, theme
from quotereview.ui.aligned import Run, Version, Weight
from quotereview.ui.controls import Button
from quotereview.ui.crosscheck import NOBODY, CrossCheckPanel, Standing, agreements, conflict_sentence, standing

SAME, HERE, THERE = Edit.SAME, Edit.ONLY_HERE, Edit.ONLY_THERE
POST = Wording("q1", "a1", "Ferry stays in port", "Harbour Post", date(2026, 3, 4), "…", "Runa Holt", "Kanal 9")
NEWS = Wording("q2", "a2", "No sailing & no news", "Island News", date(2026, 3, 5), "…", "Runa Holt", "Kanal 9")
EDITED = (
    AlignedWords(SAME, "We sail"),
    AlignedWords(HERE, "on Friday"),
    AlignedWords(THERE, "at once"),
    AlignedWords(HERE, ","),
    AlignedWords(SAME, "she said"),
)


def match(there: Wording = NEWS, here: Wording = POST, **values: object) -> Match:
    plain = Match(here, there, Label.SAME, Relation.EDITED, 0.8, "most words are the same", EDITED, (), ())
    return replace(plain, **values)  # type: ignore[arg-type]


@pytest.fixture
def panel(qtbot: QtBot) -> CrossCheckPanel:
    panel = CrossCheckPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def read(panel: CrossCheckPanel) -> list[str]:
    """All that the panel says, in order."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Harbour Post", "Island News", Standing.OTHER),
        ("Harbour Post", "The harbour post", Standing.SAME),
        ("Harbour Post", None, Standing.UNKNOWN),
        (None, "Island News", Standing.UNKNOWN),
        (None, None, Standing.UNKNOWN),
    ],
)
def test_an_unknown_outlet_is_never_another_outlet(here: str | None, there: str | None, expected: Standing) -> None:
    assert standing(match(replace(NEWS, outlet=there), replace(POST, outlet=here))) is expected


@pytest.mark.parametrize(
    ("conflict", "sentence"),
    [
        (Conflict("speaker", "Runa Holt", "Otto Rand"), "speaker: here Runa Holt, there Otto Rand"),
        (Conflict("source", "Kanal 9", None), "source: none given there, here Kanal 9"),
        (Conflict("source", None, "Kanal 9"), "source: none given here, there Kanal 9"),
        (Conflict("negation", "will not", "will"), "negation: here “will not”, there “will”"),
        (Conflict("hedge", None, "perhaps"), "hedge: only there “perhaps”"),
    ],
)
def test_a_conflict_names_the_field_and_both_sides(conflict: Conflict, sentence: str) -> None:
    assert conflict_sentence(conflict) == sentence


def test_what_agrees_is_said_apart_from_what_neither_gives() -> None:
    silent = match(replace(NEWS, source=None), replace(POST, source=None))
    disputed = match(conflicts=(Conflict("speaker", "Runa Holt", "Otto Rand"),))
    assert agreements(match()) == "speaker agrees · source agrees"
    assert agreements(silent) == "speaker agrees · no source in either"
    assert agreements(disputed) == "source agrees"


def test_words_the_other_version_has_not_are_marked_in_each_and_punctuation_is_quiet() -> None:
    assert aligned.here(match()) == (
        Run("We sail", Weight.SHARED),
        Run("on Friday", Weight.DIFFERENT),
        Run(",", Weight.QUIET),
        Run("she said", Weight.SHARED),
    )
    assert aligned.spoken(aligned.here(match())) == "We sail [on Friday], she said"
    assert aligned.spoken(aligned.there(match())) == "We sail [at once] she said"


def test_runs_of_a_script_that_does_not_part_words_stand_close() -> None:
    runs = (
        Run("桥梁是", Weight.SHARED),
        Run("很", Weight.DIFFERENT),
        Run("安全的", Weight.SHARED),
        Run("OK", Weight.SHARED),
    )
    assert aligned.spoken(runs) == "桥梁是[很]安全的 OK"


@pytest.mark.parametrize(
    ("relation", "spoken"),
    [
        (Relation.FRAGMENT, "They stood and We [all] sail today"),
        (Relation.EDITED, "[They stood and] We [all] sail [today]"),
        (Relation.TRANSLATION, "They stood and We all sail today"),
    ],
)
def test_what_a_fragment_leaves_out_at_its_ends_is_no_difference(relation: Relation, spoken: str) -> None:
    runs = [(HERE, "They stood and"), (SAME, "We"), (HERE, "all"), (SAME, "sail"), (HERE, "today")]
    alignment = tuple(AlignedWords(edit, words) for edit, words in runs)
    assert aligned.spoken(aligned.here(match(relation=relation, alignment=alignment))) == spoken


def test_without_matches_the_panel_says_why(panel: CrossCheckPanel) -> None:
    assert read(panel) == []  # no quote is in focus
    panel.show_matches(())
    assert read(panel) == [NOBODY]
    panel.show_matches((match(),))
    assert NOBODY not in read(panel)
    panel.show_matches(())
    assert read(panel) == [NOBODY]


def test_a_match_names_outlet_date_title_and_what_disagrees(panel: CrossCheckPanel) -> None:
    panel.show_matches((match(conflicts=(Conflict("source", "Kanal 9", None),)),))
    assert read(panel) == [
        "Also printed by",
        "5 March 2026 · edited · speaker agrees · No sailing & no news",
        "! source: none given there, here Kanal 9",
        "Here",
        "There",
    ]
    versions = [version.accessibleName() for version in panel.findChildren(Version)]
    assert versions == ["We sail [on Friday], she said", "We sail [at once] she said"]


def test_articles_of_unknown_outlet_come_last_and_are_named_so(panel: CrossCheckPanel) -> None:
    panel.show_matches((match(replace(NEWS, outlet=None)), match(replace(NEWS, quote="q3"))))
    heads = [said for said in read(panel) if said in set(Standing)]
    assert heads == [Standing.OTHER, Standing.UNKNOWN]
    buttons = [button.accessibleName() for button in panel.findChildren(Button)]
    assert buttons == ["Go to Island News: No sailing & no news", "Go to unknown outlet: No sailing & no news"]


def test_an_editor_goes_to_the_other_version_by_mouse_and_by_key(panel: CrossCheckPanel, qtbot: QtBot) -> None:
    panel.show_matches((match(),))
    (button,) = panel.findChildren(Button)
    with qtbot.waitSignal(panel.match_chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["a2", "q2"]
    with qtbot.waitSignal(panel.match_chosen):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_the_panel_keeps_its_size_and_shows_names_as_printed(panel: CrossCheckPanel) -> None:
    before = panel.sizeHint(), panel.minimumSizeHint(), panel.size()
    panel.show_matches(
        tuple(match(replace(NEWS, quote=f"q{number}", outlet="Rope & <b>Sail</b>")) for number in range(40))
    )
    assert (panel.sizeHint(), panel.minimumSizeHint(), panel.size()) == before
    assert panel.findChildren(Button)[0].text() == "Rope && <b>Sail</b>"


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_different_words_differ_by_colour_too_in_either_look(
    qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme
) -> None:
    version = Version(aligned.here(match()))
    qtbot.addWidget(version)
    theme.apply(qapp, scheme)
    version.resize(400, version.heightForWidth(400))
    image = version.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    theme.apply(qapp, theme.Scheme.LIGHT)
    colours = theme.DARK if scheme is theme.Scheme.DARK else theme.LIGHT
    assert colours.corrected.name() in seen


def test_a_narrow_version_is_higher(qtbot: QtBot) -> None:
    version = Version((Run("We sail on Friday at noon " * 8, Weight.SHARED),))
    qtbot.addWidget(version)
    assert version.heightForWidth(200) > 2 * version.heightForWidth(800)


def test_the_panel_is_a_line_in_each_article_until_a_match_is_met(panel: CrossCheckPanel, qtbot: QtBot) -> None:
    panel.resize(900, 200)
    with qtbot.waitSignal(panel.height_wanted) as folded:
        panel.fold()
    with qtbot.assertNotEmitted(panel.height_wanted):
        panel.show_matches(())
    panel.resize(900, folded.args[0])
    with qtbot.waitSignal(panel.height_wanted) as unfolded:
        panel.show_matches((match(),))
    with qtbot.assertNotEmitted(panel.height_wanted):  # nothing moves from quote to quote
        panel.show_matches(())
    assert folded.args[0] < 60
    assert unfolded.args == [200]


def test_a_folded_line_scrolls_nothing_and_is_as_high_as_its_text_in_any_size(
    panel: CrossCheckPanel, qapp: QApplication, qtbot: QtBot
) -> None:
    panel.show_matches(())
    with qtbot.waitSignal(panel.height_wanted) as folded:
        panel.fold()
    panel.resize(900, folded.args[0])
    [bar] = [bar for bar in panel.findChildren(QScrollBar) if bar.orientation() is Qt.Orientation.Vertical]
    assert not bar.isVisible()
    with qtbot.waitSignal(panel.height_wanted) as larger:
        theme.apply(qapp, theme.Scheme.LIGHT, 1.6)
    panel.resize(900, larger.args[0])
    assert larger.args[0] > folded.args[0] and not bar.isVisible()
    theme.apply(qapp, theme.Scheme.LIGHT)


def test_the_key_for_all_versions_is_in_sight_however_many_there_are(panel: CrossCheckPanel) -> None:
    panel.hint("Shift+X  All versions")
    panel.show_matches(tuple(match(replace(NEWS, quote=f"q{number}")) for number in range(9)))
    [hint] = [label for label in panel.findChildren(QLabel) if label.text() == "Shift+X  All versions"]
    assert hint.visibleRegion().boundingRect() == hint.rect()


def test_a_long_title_leaves_the_room_to_what_disagrees(panel: CrossCheckPanel) -> None:
    panel.resize(500, 130)
    title = "A headline that goes on and on, for it had the whole width of a page " * 3
    panel.show_matches((match(replace(NEWS, title=title), conflicts=(Conflict("source", "Kanal 9", None),)),))
    QApplication.processEvents()
    [told] = [label for label in panel.findChildren(QLabel) if label.text().startswith("! source")]
    assert told.visibleRegion().boundingRect() == told.rect()


def test_below_the_matches_stands_the_key_that_shows_all_versions(panel: CrossCheckPanel) -> None:
    panel.hint("Shift+X  All versions")
    panel.show_matches((match(),))
    assert "Shift+X  All versions" in read(panel)
    panel.show_matches(())
    assert read(panel) == [NOBODY]


def test_what_was_settled_is_told_as_such_with_the_reason(panel: CrossCheckPanel) -> None:
    settled = SettledConflict("speaker", "Runa Holt", "Otto Rand", "both stood there", "Ana Ruz")
    conflicts = (Conflict("speaker", "Runa Holt", "Otto Rand", settled), Conflict("source", "Kanal 9", None))
    panel.show_matches((match(conflicts=conflicts),))
    told = [line.replace("\u2068", "").replace("\u2069", "") for line in read(panel)]
    assert "✓ speaker: here Runa Holt, there Otto Rand, settled by Ana Ruz: both stood there" in told
    assert "! source: none given there, here Kanal 9" in told
    panel.show_matches((match(conflicts=conflicts[1:]),))
    assert not [line for line in read(panel) if "✓" in line]
