"""The one table of what an editor can do; menus, buttons, the key sheet and the README's key table come from it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quotereview.review.choosing import Extent
from quotereview.ui.accepting import Accepting
from quotereview.ui.article_view import ArticleView
from quotereview.ui.blind_reading import BlindReading
from quotereview.ui.card import Card
from quotereview.ui.citing import Citing
from quotereview.ui.closing_up import ClosingUp
from quotereview.ui.describing import Describing
from quotereview.ui.desk import Desk
from quotereview.ui.detecting_again import LABEL
from quotereview.ui.differing import Differing
from quotereview.ui.exporting import Exporting
from quotereview.ui.intake import Intake
from quotereview.ui.looks import Looks
from quotereview.ui.offers import Offers
from quotereview.ui.queue_panel import QueuePanel
from quotereview.ui.search import Search
from quotereview.ui.shelf import Shelf
from quotereview.ui.span_editing import SpanEditing
from quotereview.ui.stage import Stage
from quotereview.ui.told_differently import ToldDifferently
from quotereview.ui.when import AGREEMENT, When
from quotereview.ui.zoning import Zoning


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    REVIEW = "&Review"
    GO = "&Go"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True)
class Controllers:
    """What the verbs of the table act upon."""

    desk: Desk
    shelf: Shelf
    intake: Intake
    describing: Describing
    queue: QueuePanel
    card: Card
    article_view: ArticleView
    spans: SpanEditing
    closing: ClosingUp
    zoning: Zoning
    looks: Looks
    accepting: Accepting
    search: Search
    stage: Stage
    offers: Offers
    told_differently: ToldDifferently
    differing: Differing
    blind: BlindReading
    exporting: Exporting
    citing: Citing
    show_keys: Callable[[], object]


@dataclass(frozen=True)
class Action:
    """One row of the table: its words, its keys (the first is shown), its menu, what it does and when.

    A ``numbered`` action has one key for each number, which its verb is given. ``ruled_off``: a line stands above it in
    its menu. ``repeats``: it goes on while its key is held down, which nothing may that changes data: a key that is
    held too long must not rule on quotes that nobody has read.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    verb: Callable[[Controllers, int], object]
    when: When = When.ALWAYS
    numbered: bool = False
    ruled_off: bool = False
    repeats: bool = False

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        if self.numbered:
            return f"{self.keys[0]}–{self.keys[-1]}"
        return " or ".join(dict.fromkeys(key.replace("Return", "Enter") for key in self.keys))


DIGITS = tuple("123456789")

TABLE = (
    Action("new", "New store…", ("Ctrl+N",), Menu.FILE, lambda on, _: on.shelf.new()),
    Action("open", "Open store…", ("Ctrl+O",), Menu.FILE, lambda on, _: on.shelf.open()),
    Action("add", "Add articles…", ("Ctrl+I",), Menu.FILE, lambda on, _: on.shelf.add_files(), ruled_off=True),
    Action("add_folder", "Add a folder…", ("Ctrl+Shift+I",), Menu.FILE, lambda on, _: on.shelf.add_folder()),
    Action("stop", "Stop reading", ("Ctrl+.",), Menu.FILE, lambda on, _: on.intake.stop(), When.READING),
    Action("refused", "What was refused, and why", ("Shift+R",), Menu.FILE, lambda on, _: on.stage.refusals.turn()),
    Action(
        "export",
        "Export the sheet…",
        ("Ctrl+E",),
        Menu.FILE,
        lambda on, _: on.exporting.begin(),
        When.QUOTES,
        ruled_off=True,
    ),
    Action(
        "export_verified",
        "Export what is verified…",
        ("Ctrl+Shift+E",),
        Menu.FILE,
        lambda on, _: on.exporting.begin(Extent.VERIFIED),
        When.QUOTES,
    ),
    Action(
        "take_back",
        "Take back a sheet that was filled in…",
        ("Ctrl+T",),
        Menu.FILE,
        lambda on, _: on.shelf.take_back(),
        When.QUOTES,
    ),
    Action("editor", "Switch editor…", (), Menu.FILE, lambda on, _: on.shelf.switch_editor(), ruled_off=True),
    Action("quit", "Quit", ("Ctrl+Q",), Menu.FILE, lambda on, _: on.shelf.quit(), ruled_off=True),
    Action("undo", "Undo", ("Ctrl+Z",), Menu.EDIT, lambda on, _: on.desk.undo(), When.UNDO),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Menu.EDIT, lambda on, _: on.desk.redo(), When.REDO),
    Action("paste", "Paste text as an article", ("Ctrl+V",), Menu.EDIT, lambda on, _: on.shelf.paste(), ruled_off=True),
    Action("cite", "Copy the quote as a citation", ("Ctrl+C",), Menu.EDIT, lambda on, _: on.citing.quote(), When.FOCUS),
    Action(
        "cite_person",
        "Copy all quotes of this speaker",
        ("Ctrl+Shift+C",),
        Menu.EDIT,
        lambda on, _: on.citing.person(),
        When.ARTICLES,
    ),
    Action(
        "describe",
        "Outlet and date",
        ("Ctrl+D",),
        Menu.EDIT,
        lambda on, _: on.describing.describe(),
        When.ARTICLES,
        ruled_off=True,
    ),
    Action(
        "detect_again",
        LABEL,
        ("Ctrl+R",),
        Menu.EDIT,
        lambda on, _: on.intake.again.article(),
        When.ARTICLES,
    ),
    Action(
        "detect_all", "Detect all articles again", (), Menu.EDIT, lambda on, _: on.intake.again.all(), When.ARTICLES
    ),
    Action("remove", "Remove articles", ("Ctrl+Del",), Menu.EDIT, lambda on, _: on.shelf.remove(), When.ARTICLES),
    Action(
        "confirm", "Confirm and go on", ("Return", "Enter"), Menu.REVIEW, lambda on, _: on.desk.confirm(), When.FOCUS
    ),
    Action(
        "pick", "Pick candidate", DIGITS, Menu.REVIEW, lambda on, rank: on.desk.pick(rank), When.FOCUS, numbered=True
    ),
    Action("repeat", "As the quote before, and go on", ("A",), Menu.REVIEW, lambda on, _: on.desk.repeat(), When.FOCUS),
    Action("speaker", "Edit the speaker", ("S",), Menu.REVIEW, lambda on, _: on.card.edit_speaker(), When.FOCUS),
    Action("source", "Edit the source", ("O",), Menu.REVIEW, lambda on, _: on.card.edit_source(), When.FOCUS),
    Action("end_reach", "The source ends here", ("[",), Menu.REVIEW, lambda on, _: on.desk.end_reach(), When.FOCUS),
    Action(
        "stretch_reach",
        "The source above holds to here",
        ("]",),
        Menu.REVIEW,
        lambda on, _: on.desk.stretch_reach(),
        When.FOCUS,
    ),
    Action(
        "accept_offer",
        "Correct the other quotes, too",
        ("Shift+A",),
        Menu.REVIEW,
        lambda on, _: on.offers.accept(),
        When.OFFER,
    ),
    Action(
        "look_at_offer",
        "Look at the other quotes to correct",
        ("Shift+S",),
        Menu.REVIEW,
        lambda on, _: on.offers.look(),
        When.OFFER,
    ),
    Action("note", "Write a note", ("N",), Menu.REVIEW, lambda on, _: on.card.edit_note(), When.FOCUS),
    Action("reject", "No quote", ("X",), Menu.REVIEW, lambda on, _: on.desk.reject(), When.FOCUS, ruled_off=True),
    Action("dispute", "Disputed", ("D",), Menu.REVIEW, lambda on, _: on.desk.dispute(), When.FOCUS),
    Action("doubt", "Cannot verify", ("C",), Menu.REVIEW, lambda on, _: on.desk.cannot_verify(), When.FOCUS),
    Action("reason", "Reason for the verdict", ("Y",), Menu.REVIEW, lambda on, _: on.card.edit_reason(), When.FOCUS),
    Action("proof", "Checks and evidence", ("V",), Menu.REVIEW, lambda on, _: on.card.edit_proof(), When.FOCUS),
    Action("reopen", "Reopen", ("R",), Menu.REVIEW, lambda on, _: on.desk.reopen(), When.RULED),
    Action("bulk", "Accept in bulk, unread", ("B",), Menu.REVIEW, lambda on, _: on.accepting.begin(), When.QUOTES),
    Action(
        "add_quote",
        "Add the selected words as a quote",
        ("Q",),
        Menu.REVIEW,
        lambda on, _: on.intake.add_quote(on.article_view.selection()),
        When.ARTICLES,
        ruled_off=True,
    ),
    Action(
        "zone",
        "Make a grey block part of the article, or grey out what is selected",
        ("Shift+Z",),
        Menu.REVIEW,
        lambda on, _: on.zoning.turn(),
        When.ARTICLES,
    ),
    Action("words", "Edit the words of the quote", ("E",), Menu.REVIEW, lambda on, _: on.spans.begin(), When.FOCUS),
    Action(
        "explain",
        "Say what an unexplained mark is",
        ("Shift+W",),
        Menu.REVIEW,
        lambda on, _: on.closing.explain(),
        When.ARTICLES,
        ruled_off=True,
    ),
    Action(
        "close",
        "Close the article, or open it again",
        ("Ctrl+Return", "Ctrl+Enter"),
        Menu.REVIEW,
        lambda on, _: on.closing.turn(),
        When.ARTICLES,
    ),
    Action(
        "blind",
        "Read blind, or leave the blind read",
        ("Ctrl+B",),
        Menu.REVIEW,
        lambda on, _: on.blind.turn(),
        When.QUOTES,
        ruled_off=True,
    ),
    Action(
        AGREEMENT,
        "How far blind reads agree",
        ("Ctrl+Shift+B",),
        Menu.REVIEW,
        lambda on, _: on.stage.agreeing.turn(),
        When.QUOTES,
    ),
    Action("next", "Next quote", ("Down", "J"), Menu.GO, lambda on, _: on.desk.step(1), When.QUOTES, repeats=True),
    Action(
        "previous", "Previous quote", ("Up", "K"), Menu.GO, lambda on, _: on.desk.step(-1), When.QUOTES, repeats=True
    ),
    Action("next_open", "Next open quote", ("G",), Menu.GO, lambda on, _: on.desk.go_on(), When.QUOTES, repeats=True),
    Action(
        "next_conflict",
        "Next quote that outlets tell differently",
        ("Shift+G",),
        Menu.GO,
        lambda on, _: on.told_differently.next(),
        When.QUOTES,
    ),
    Action(
        "next_article",
        "Next article",
        ("Ctrl+Down", "L"),
        Menu.GO,
        lambda on, _: on.desk.step_article(1),
        When.ARTICLES,
        ruled_off=True,
        repeats=True,
    ),
    Action(
        "previous_article",
        "Previous article",
        ("Ctrl+Up", "H"),
        Menu.GO,
        lambda on, _: on.desk.step_article(-1),
        When.ARTICLES,
        repeats=True,
    ),
    Action(
        "find",
        "Find in the article",
        ("Ctrl+F",),
        Menu.GO,
        lambda on, _: on.article_view.finder.begin(),
        When.ARTICLES,
        ruled_off=True,
    ),
    Action("search", "Find in everything…", ("Ctrl+Shift+F",), Menu.GO, lambda on, _: on.search.begin(), When.ARTICLES),
    Action(
        "elsewhere",
        "Words from elsewhere: did anybody print them?",
        ("Ctrl+K",),
        Menu.GO,
        lambda on, _: on.stage.seeking.begin(),
        When.ARTICLES,
    ),
    Action(
        "holding",
        "Quotes of other articles that stand in this text",
        ("Shift+K",),
        Menu.GO,
        lambda on, _: on.stage.holding.turn(),
        When.ARTICLES,
    ),
    Action(
        "find_next",
        "Next find",
        ("F3",),
        Menu.GO,
        lambda on, _: on.article_view.finder.step(1),
        When.ARTICLES,
        repeats=True,
    ),
    Action(
        "find_previous",
        "Previous find",
        ("Shift+F3",),
        Menu.GO,
        lambda on, _: on.article_view.finder.step(-1),
        When.ARTICLES,
        repeats=True,
    ),
    Action(
        "versions",
        "All versions of the quote, outlet by outlet",
        ("Shift+X",),
        Menu.GO,
        lambda on, _: on.stage.versions.turn(),
        When.FOCUS,
        ruled_off=True,
    ),
    Action(
        "disagreements",
        "What outlets tell differently: all of the store",
        ("Shift+D",),
        Menu.GO,
        lambda on, _: on.stage.disagreeing.turn(),
        When.ARTICLES,
    ),
    Action(
        "people",
        "People: who said what, under which names",
        ("P",),
        Menu.GO,
        lambda on, _: on.stage.register.begin(),
        When.ARTICLES,
        ruled_off=True,
    ),
    Action(
        "editions",
        "Editions of this article: what changed, what is taken over",
        ("Shift+E",),
        Menu.GO,
        lambda on, _: on.stage.editions.turn(),
        When.ARTICLES,
    ),
    Action(
        "matrix",
        "Matrix of the story: who printed what",
        ("Shift+M",),
        Menu.GO,
        lambda on, _: on.stage.matrix.turn(),
        When.ARTICLES,
    ),
    Action(
        "settle",
        "Conflicts: what editors ruled differently",
        ("Shift+C",),
        Menu.GO,
        lambda on, _: on.stage.settling.begin(),
        When.ARTICLES,
    ),
    Action(
        "history",
        "History of the quote and its article",
        ("I",),
        Menu.GO,
        lambda on, _: on.stage.looking_back.turn(),
        When.ARTICLES,
    ),
    Action(
        "facts",
        "What the article says of itself, and what is missing",
        ("Shift+T",),
        Menu.GO,
        lambda on, _: on.stage.facts.turn(),
        When.ARTICLES,
    ),
    Action(
        "trail",
        "To the mention, the source and back",
        ("M",),
        Menu.GO,
        lambda on, _: on.article_view.follow_trail(),
        When.FOCUS,
        ruled_off=True,
    ),
    Action(
        "next_mark", "Next mark that nobody explained", ("W",), Menu.GO, lambda on, _: on.closing.next(), When.ARTICLES
    ),
    Action(
        "otherwise",
        "What is proposed otherwise since",
        ("Ctrl+Shift+R",),
        Menu.GO,
        lambda on, _: on.differing.turn(),
        When.ARTICLES,
    ),
    Action("next_grey", "Next grey block", ("Shift+B",), Menu.GO, lambda on, _: on.zoning.next(), When.ARTICLES),
    Action("back", "Back to the quote", ("Esc",), Menu.GO, lambda on, _: on.article_view.go_back(), When.ARTICLES),
    Action("text", "Go to the text", ("T",), Menu.GO, lambda on, _: on.article_view.setFocus(), When.ARTICLES),
    Action(
        "unsure_first",
        "Unsure quotes first, or article by article",
        ("U",),
        Menu.VIEW,
        lambda on, _: on.shelf.turn_order(),
    ),
    Action("filter", "Filter the queue", ("F",), Menu.VIEW, lambda on, _: on.queue.begin_filter(), When.QUOTES),
    Action(
        "light",
        "All quotes of this speaker lit",
        ("Z",),
        Menu.VIEW,
        lambda on, _: on.article_view.turn_light(),
        When.FOCUS,
    ),
    Action(
        "larger",
        "Larger text",
        ("Ctrl++", "Ctrl+="),
        Menu.VIEW,
        lambda on, _: on.looks.zoom(1),
        ruled_off=True,
        repeats=True,
    ),
    Action("smaller", "Smaller text", ("Ctrl+-",), Menu.VIEW, lambda on, _: on.looks.zoom(-1), repeats=True),
    Action("normal", "Text in its normal size", ("Ctrl+0",), Menu.VIEW, lambda on, _: on.looks.normal()),
    Action("colours", "Light or dark colours", ("F8",), Menu.VIEW, lambda on, _: on.looks.turn(), ruled_off=True),
    Action("keys", "Keys", ("?", "F1"), Menu.HELP, lambda on, _: on.show_keys()),
)


def row(id: str) -> Action:
    """The row of the table with this id."""
    return next(one for one in TABLE if one.id == id)


def key_columns() -> list[list[tuple[str, list[tuple[str, str]]]]]:
    """The keys with what they do, menu by menu, in the columns of the sheet of keys: first what a review needs."""
    columns = ((Menu.REVIEW,), (Menu.GO,), (Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.HELP))
    return [[(menu.value.replace("&", ""), _keys_of(menu)) for menu in column] for column in columns]


def _keys_of(menu: Menu) -> list[tuple[str, str]]:
    return [(one.shown_keys, one.text.rstrip("…")) for one in TABLE if one.menu is menu and one.keys]
