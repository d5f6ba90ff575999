"""The main window: places the panels and connects them, no more."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMenuBar,
    QWidget,
)

from quotereview.review.completion import field_values
from quotereview.review.filtering import Field
from quotereview.review.ingest import Detector
from quotereview.review.session import Session
from quotereview.settings import CARD, CROSSCHECK, EDITOR, LIST, RECENT, Settings
from quotereview.ui import action_table, connections
from quotereview.ui.accepting import Accepting
from quotereview.ui.action import Controllers
from quotereview.ui.actions import Actions
from quotereview.ui.apart import Apart
from quotereview.ui.arrivals import Arrivals
from quotereview.ui.article_view import ArticleView
from quotereview.ui.articles_panel import ArticlesPanel
from quotereview.ui.backing_up import PuttingAway, look_after
from quotereview.ui.batches import Batch, Headway
from quotereview.ui.blind_reading import BlindReading
from quotereview.ui.bulk_panel import BulkPanel
from quotereview.ui.card import Card
from quotereview.ui.centre import Centre
from quotereview.ui.citing import Citing
from quotereview.ui.closing_up import ClosingUp
from quotereview.ui.comparing import BY_MEANING, BY_WORDS, Comparing
from quotereview.ui.controls import hairline
from quotereview.ui.crosscheck import CrossCheckPanel
from quotereview.ui.describe import DescribePanel
from quotereview.ui.describing import Describing
from quotereview.ui.desk import Desk
from quotereview.ui.dialogs import Dialogs
from quotereview.ui.differing import Differing
from quotereview.ui.doubt_bar import DoubtBar
from quotereview.ui.exchanging import Exchanging
from quotereview.ui.exporting import Exporting
from quotereview.ui.frames import Arrangement, give_height, split, stack, top_row
from quotereview.ui.intake import Intake
from quotereview.ui.jobs import Jobs
from quotereview.ui.looks import Looks
from quotereview.ui.messages import Messages, Question
from quotereview.ui.offer_bar import OfferBar
from quotereview.ui.offers import Offers
from quotereview.ui.proofing import Proofing
from quotereview.ui.review_pane import ReviewPane
from quotereview.ui.search import Search
from quotereview.ui.shelf import Shelf, kept_filter, kept_order
from quotereview.ui.span_editing import SpanEditing
from quotereview.ui.span_editor import SpanEditor
from quotereview.ui.stage import Stage
from quotereview.ui.start import Start
from quotereview.ui.states import states
from quotereview.ui.status import StatusLine
from quotereview.ui.suggesting import Suggesting
from quotereview.ui.told_differently import ToldDifferently
from quotereview.ui.views import Panels, Views
from quotereview.ui.watching import Watching
from quotereview.ui.whose import Whose, title
from quotereview.ui.zoning import Zoning

Ask = Callable[[QWidget], Dialogs]
"""Gives a window the one who asks its editor."""

UNHURRIED = 300
"""Milliseconds until the language model is loaded, so that the window is painted first."""

LIST_AND_ARTICLE = (270, 660)
READING_AND_CROSSCHECK = (568, 182)
LEFT_AND_CARD = (930, 350)


class MainWindow(QMainWindow):
    """One editor's desk at one store.

    Signals: ``store_wanted`` with the path of another store; ``anew_wanted`` when this one is to be opened once more,
    with the id of the action to do there, or with nothing; ``closed``.
    """

    store_wanted = Signal(object)
    anew_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        detector: Callable[[], Detector],
        app: QApplication,
        ask: Ask = Dialogs,
    ) -> None:
        super().__init__()
        self._settings = settings
        self.begun = False
        self._ask = ask(self)
        self.messages = Messages()
        self.jobs = Jobs(self)
        self.deeds = Jobs(self)  # of its own: what an editor rules waits for no article that is read
        apart = Apart(session, self.deeds, self.messages.guarded, self)
        self.desk = Desk(session, kept_order(settings), self, apart)
        self.desk.set_filter(kept_filter(settings, session))
        self.intake = Intake(self.desk, self.jobs, detector, self)
        self._make_panels(session)
        self._make_controllers(app)
        self._make_actions()
        self._place()
        self.views = Views(self.desk, self._panels(), self)
        self._connect(app)
        self._arrangement.restore()
        self._show_state()

    def begin(self, files: Iterable[Path] = ()) -> None:
        """Once the window is there: go to the place, ask for the editor's name if it is not known, take in files."""
        if not self.isVisible():  # closed before it began
            return
        self.messages.guarded(self.desk.start)()
        self.views.take_the_keys()
        if not self._settings.get(EDITOR):
            self.messages.guarded(self.shelf.name_editor)()
        QTimer.singleShot(UNHURRIED, self, self.intake.warm_up)
        look_after(self.desk.session, self.jobs, self.messages.tell)
        self.messages.guarded(self.shelf.take_in)(list(files))
        self.begun = True
        self.watching.look()
        self.comparing.begin()
        self.intake.again.blocks()
        self.reading_on.begin()

    def remember(self) -> None:
        """Keep where the window stands, and how its room is shared out, for the next one."""
        self.crosscheck.unfold()  # its height is remembered
        self._arrangement.remember()

    # Making

    def _make_panels(self, session: Session) -> None:
        self.articles = ArticlesPanel()
        self.articles.queue.offer(self._values)
        self.start = Start()
        self.article_view = ArticleView()
        self.article_view.ask_persons(session.people.goes_by)
        self.card = Card(
            lambda: session.naming.speakers(self.desk.article), lambda: session.source_names(self.desk.article)
        )
        self.card.speaker_editor.ask_types(session.naming.type_of)
        self.card.source_editor.ask_kinds(session.naming.kind_of)
        self.card.reason_editor.offer(session.proof.reasons)
        self.span_editor = SpanEditor()
        self.doubt_bar = DoubtBar()
        self.offer_bar = OfferBar()
        self.crosscheck = CrossCheckPanel()
        self.status = StatusLine()
        self.search = Search(session.find)
        self.describe = DescribePanel()
        self.question = Question("Articles without outlet or date", "Fill in")
        self.centre = Centre(self.start, self.article_view)
        self.bulk = BulkPanel()

    def _make_controllers(self, app: QApplication) -> None:
        """What stands between the panels and the desk."""
        self.proofing = Proofing(self.desk, self.jobs, self.card.proof, self._settings, self._ask)
        self.shelf = Shelf(self.desk, self.intake, self._settings, self._ask, self.articles.selected)
        key = action_table.row("describe").shown_keys
        self.describing = Describing(self.desk, self.describe, self.question, self.articles.selected, key)
        self.span_editing = SpanEditing(self.desk, self.article_view, self.span_editor, self)
        self.accepting = Accepting(self.desk, self.bulk)
        self.closing_up = ClosingUp(self.desk, self.article_view, self.doubt_bar, self)
        self.zoning = Zoning(self.desk, self.article_view, self.intake.rereading, self)
        self.looks = Looks(app, self._settings, self.article_view, self)
        middle = (self.centre, self.article_view, self.messages)
        self.stage = Stage(self.desk, self.jobs, *middle)
        self.exporting = Exporting(self.desk, self.shelf, *middle, jobs=self.jobs, values=self._values)
        self.exchanging = Exchanging(self.desk, self._ask, self.deeds, self.messages)
        self.arrivals = Arrivals(self.desk)
        self.citing = Citing(self.desk, self.messages, lambda: self.stage.register.shown)
        self.blind_reading = BlindReading(self.desk, self.article_view, self.messages.guarded)
        self.offers = Offers(self.desk, self.offer_bar, self.article_view, self)
        self.told_differently = ToldDifferently(self.desk, self)
        self.differing = Differing(self.desk, self.article_view, self.messages.guarded)
        self.comparing, self.reading_on = (
            Comparing(work, self.desk, self.jobs, self.status, self) for work in (BY_WORDS, BY_MEANING)
        )
        self.suggesting = Suggesting(self.desk, self.crosscheck, self)
        self.putting_away = PuttingAway(self.desk, self.jobs, self)
        self.watching = Watching(self.desk, partial(self.messages.guarded, deed=False))

    def _make_actions(self) -> None:
        """The actions, and their keys where panels name them."""
        self.menus = QMenuBar()
        self.actions_table = Actions(self.menus, self._controllers(), self.messages.guarded)
        self.doubt_bar.hint(*map(self.actions_table.key, ("next_mark", "explain", "add_quote")))
        self.stage.editions.hint(self.actions_table.key("editions"))
        self.crosscheck.hint(self.actions_table.hint("versions"))
        self.article_view.hint(self.actions_table.hint("trail", "light", "find"))

    def _values(self, field: Field) -> Sequence[str]:
        """The values that a field of a filter has in the store."""
        session = self.desk.session
        return field_values(field, session.conditions.used, session.articles())

    def _panels(self) -> Panels:
        return Panels(
            articles=self.articles,
            centre=self.centre,
            start=self.start,
            article_view=self.article_view,
            card=self.card,
            review=self.review_pane,
            crosscheck=self.crosscheck,
            status=self.status,
        )

    def _controllers(self) -> Controllers:
        return Controllers(
            self.desk,
            self.shelf,
            self.intake,
            self.describing,
            self.articles.queue,
            self.card,
            self.article_view,
            self.span_editing,
            self.closing_up,
            self.zoning,
            self.looks,
            self.accepting,
            self.search,
            self.stage,
            self.offers,
            self.told_differently,
            self.differing,
            self.blind_reading,
            self.exporting,
            self.exchanging,
            self.arrivals,
            self.citing,
            lambda: self._ask.show_keys(action_table.key_columns()),
        )

    # Placing

    def _place(self) -> None:
        self.review_pane = ReviewPane(self.card, self.offer_bar, self.actions_table)
        self.reading = split(Qt.Orientation.Horizontal, self.articles, self.centre, growing=self.centre)
        self.left = split(Qt.Orientation.Vertical, self.reading, self.crosscheck, growing=self.reading)
        self.desk_top = split(Qt.Orientation.Horizontal, self.left, self.review_pane, growing=self.left)
        below = (
            self.question,
            self.stage.editions.question,
            self.describe,
            self.bulk,
            self.differing.panel,
            self.blind_reading.panel,
        )
        parts = (self.desk_top, *below, hairline(), self.status)
        whole = stack(*parts, growing=self.desk_top)
        self.messages.stand_over(self.left, whole)
        self.setCentralWidget(whole)
        self.whose = Whose()
        self.setMenuWidget(top_row(self.menus, self.search, self.whose))
        self.recent = QMenu("Open recent", self)
        self.actions_table.put_after("open", self.recent.menuAction())
        splits = ((LIST, self.reading, LIST_AND_ARTICLE), (CROSSCHECK, self.left, READING_AND_CROSSCHECK))
        self._arrangement = Arrangement(self._settings, self, *splits, (CARD, self.desk_top, LEFT_AND_CARD))
        self.setAcceptDrops(True)

    # Connecting

    def _connect(self, app: QApplication) -> None:
        connections.connect(self)
        for follower in (self.card, self.accepting, self.blind_reading, self.exporting, *self.stage):
            app.focusChanged.connect(follower.follow_keys)
        for changes in (self.offers.offered, self.views.shown, self.desk.queue_changed):
            changes.connect(self._show_state)
        self.centre.replaced.connect(self._give_room)
        self.stage.matrix.widened.connect(self._widen)
        self.crosscheck.height_wanted.connect(lambda height: give_height(self.left, height))
        self.intake.progressed.connect(self._show_reading)
        self.intake.batch_ended.connect(self._end_batch)
        self.recent.aboutToShow.connect(self._list_recent)
        self.shelf.store_wanted.connect(self.store_wanted)
        for shelf in (self.shelf, self.blind_reading):
            shelf.anew_wanted.connect(self.anew_wanted)
        self.shelf.quit_wanted.connect(self.close)

    def _show_state(self) -> None:
        """Bring the menus, the order and the names at the top up to the desk."""
        session = self.desk.session
        can = states(self.desk, offered=self.offers.offer is not None, reading=self.intake.reading)
        self.actions_table.allow(can, blind=session.blind.read is not None)
        self.actions_table.say(undo=session.undo_label, redo=session.redo_label, detect_again=self.intake.again.label)
        self.articles.queue.show_queue(self.desk.order, self.desk.filter, self.desk.counts())
        self.whose.show_session(session)
        self.setWindowTitle(title(session))

    def _widen(self, wide: bool) -> None:
        """Give the middle the room of what stands around it, or give that back."""
        for part in (self.articles, self.review_pane):
            part.setVisible(not wide)

    def _give_room(self, replaced: bool) -> None:
        """What belongs to the text rests, or goes, while something else stands in its place."""
        self.review_pane.rest(replaced)
        self.crosscheck.setVisible(not replaced and self.centre.currentWidget() is not self.start)

    def _show_reading(self, headway: Headway) -> None:
        self.status.show_reading(headway)
        self.start.show_reading(True)
        self._show_state()

    def _end_batch(self, batch: Batch) -> None:
        self.status.show_outcome(batch)
        self.stage.refusals.note(batch)
        self.arrivals.note(batch)
        self.start.show_reading(False)
        self.describing.ask_after(batch)
        self.stage.editions.look_after(batch)
        self._show_state()

    def _list_recent(self) -> None:
        self.recent.clear()
        here = str(self.desk.session.store_path)
        for name in self._settings.get(RECENT):
            action = self.recent.addAction(name)
            action.setEnabled(name != here)
            action.triggered.connect(lambda _=False, path=Path(name): self.store_wanted.emit(path))

    # What Qt calls

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible() and self.begun:
            self.watching.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody took may be that of an action that cannot be used now."""
        refusal = self.actions_table.refusal(QKeySequence(event.keyCombination()))
        if refusal:
            self.messages.tell(refusal, passing=True)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.messages.guarded(self.shelf.receive)(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        self.desk.bookmark.leave()
        if not self.describe.isHidden():
            self.describe.finish()
        self.watching.end()
        self.comparing.end()
        self.reading_on.end()
        self.hide()  # the worker may take seconds over what it is at
        self.intake.stop()
        for jobs in (self.jobs, self.deeds):
            jobs.close()
        for timer in self.findChildren(QTimer):  # what was put off is for a window that is there
            timer.stop()
        self.closed.emit()
        super().closeEvent(event)
