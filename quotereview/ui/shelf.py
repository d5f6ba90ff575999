"""Stores and articles as wholes: what comes in, what is said of them, what goes out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from quotereview import paths
from quotereview.errors import NotPossible
from quotereview.model import ArticleSummary, title_of
from quotereview.review import exporting
from quotereview.review.apart import Deed
from quotereview.review.choosing import Extent
from quotereview.review.filtering import Filter, read_filter
from quotereview.review.ingest import Pasted
from quotereview.review.queue import Order
from quotereview.review.session import Session
from quotereview.settings import COLUMNS, EDITOR, FILTER, ORDER, Settings
from quotereview.ui import clipboard
from quotereview.ui.desk import Desk
from quotereview.ui.dialogs import Dialogs
from quotereview.ui.intake import Intake


class Shelf(QObject):
    """The verbs upon stores and articles.

    Signals: ``store_wanted`` with the path of another store; ``anew_wanted`` when the store is to be opened once more,
    with the id of the action to do there, or with nothing; ``quit_wanted``; ``sheet_given`` with the path of a sheet
    that was filled in elsewhere.
    """

    store_wanted = Signal(object)
    anew_wanted = Signal(str)
    quit_wanted = Signal()
    sheet_given = Signal(object)

    def __init__(
        self,
        desk: Desk,
        intake: Intake,
        settings: Settings,
        ask: Dialogs,
        selected: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._intake = intake
        self._settings = settings
        self._ask = ask
        self._selected = selected

    # Stores

    def new(self) -> None:
        """Make another store and open it."""
        if path := self._ask.new_store(self._folder()):
            self.store_wanted.emit(path)

    def open(self) -> None:
        """Open another store."""
        if path := self._ask.store(self._folder()):
            self.store_wanted.emit(path)

    def quit(self) -> None:
        """Close the window; all that was decided is kept already."""
        self.quit_wanted.emit()

    def switch_editor(self) -> None:
        """Let somebody else decide from now on."""
        if name := self._ask.editor(self._desk.session.editor):
            self._hand_over(name)

    def name_editor(self) -> None:
        """Ask for the editor's name, once; whoever would rather not say stays under the name that is there."""
        self._hand_over(self._ask.editor(self._desk.session.editor) or self._desk.session.editor)

    def _hand_over(self, name: str) -> None:
        session = self._desk.session
        self._settings.set(EDITOR, name)
        if name == session.editor:
            return
        if session.blind.needs_opening(name):
            self.anew_wanted.emit("")
        else:
            self._desk.take(session.switch_editor(name))

    def place_for_sheet(self, extent: Extent) -> Path | None:
        """Ask where a sheet of so many quotes is to go."""
        store = self._desk.session.store_path
        name = store.stem if extent is Extent.ALL else f"{store.stem} {extent}"
        return self._ask.sheet(paths.sheets_folder(store) / f"{name}.xlsx")

    @property
    def columns(self) -> list[str]:
        """The titles of the columns that were chosen last, but for those that there are no longer; none for all."""
        return [title for title in self._settings.get(COLUMNS) if title in exporting.CHOOSABLE]

    def choose_columns(self, titles: Sequence[str]) -> None:
        """Have sheets with these columns, now and in later starts."""
        self._settings.set(COLUMNS, list(titles))

    def take_back(self) -> None:
        """Look through a sheet that somebody filled in elsewhere."""
        if path := self._ask.filled_in(paths.sheets_folder(self._desk.session.store_path)):
            self.sheet_given.emit(path)

    # Articles in

    def add_files(self) -> None:
        """Add files that the editor chooses."""
        self.take_in(self._ask.files())

    def add_folder(self) -> None:
        """Add all articles of a folder that the editor chooses."""
        if folder := self._ask.folder():
            self.take_in([folder])

    def add_samples(self) -> None:
        """Add the invented articles that come with the program."""
        self.take_in([paths.resource("samples")])

    def paste(self) -> None:
        """Add what the clipboard holds: files, or a text under a name that is asked for."""
        self.receive(QGuiApplication.clipboard().mimeData() or QMimeData())

    def receive(self, data: QMimeData) -> None:
        """Add what was pasted or dropped. Raises NotPossible when it holds neither files nor words."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_in(files)
        elif (data.hasText() and data.text().strip()) or data.hasHtml():
            self._take_words(data)
        else:
            raise NotPossible("There is no text and no file to add; copy an article first.")

    def take_in(self, inputs: Sequence[Path | Pasted]) -> None:
        """Read inputs in the background; raises NotPossible in a blind read."""
        if inputs:
            self._desk.session.blind.refuse()
            self._intake.add(inputs)

    def _take_words(self, data: QMimeData) -> None:
        name = self._ask.title(title_of(data.text()))
        if name is not None:
            self._intake.add([Pasted(name, data.text(), data.html(), clipboard.address(data))])

    # Articles as wholes

    def remove(self) -> None:
        """Take the selected articles out of the list; this can be undone."""
        if chosen := self._chosen():
            ids = [one.id for one in chosen]
            deed = Deed(lambda session: session.remove(ids), sum(one.quotes for one in chosen))
            self._desk.do(deed, f"removing {len(ids):,} articles", self._desk.take)

    def turn_order(self) -> None:
        """From article by article to unsure first, and back."""
        self.set_order(Order.UNSURE_FIRST if self._desk.order is Order.ARTICLE else Order.ARTICLE)

    def set_order(self, order: Order) -> None:
        """Order the queue, now and in later starts."""
        self._settings.set(ORDER, order.value)
        self._desk.set_order(order)

    def set_filter(self, line: str) -> None:
        """Filter the queue, now and when this store is opened next."""
        self._settings.set(FILTER, [str(self._desk.session.store_path), line])
        self._desk.set_filter(read_filter(line))

    def _articles(self) -> list[ArticleSummary]:
        return [one for one in self._desk.session.articles() if not one.removed]

    def _chosen(self) -> list[ArticleSummary]:
        wanted = set(self._selected()) or {self._desk.article}
        return [one for one in self._articles() if one.id in wanted]

    def _folder(self) -> Path:
        return self._desk.session.store_path.parent


def kept_order(settings: Settings) -> Order:
    """The order that was chosen last."""
    wanted = settings.get(ORDER)
    return Order(wanted) if wanted in set(Order) else Order.ARTICLE


def kept_filter(settings: Settings, session: Session) -> Filter:
    """The filter that was kept for a store; one of another store would hide what nobody looked for here.

    None for a blind read: a name that is looked for may come from the first reading.
    """
    match settings.get(FILTER):
        case [path, line] if path == str(session.store_path) and session.blind.read is None:
            return read_filter(line)
        case _:
            return Filter()
