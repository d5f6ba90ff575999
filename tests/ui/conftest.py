"""A desk with two articles in a real store, and the window upon it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotereview.review.ingest import Detector
from quotereview.review.queue import Order
from quotereview.review.session import Session
from quotereview.settings import EDITOR, Settings
from quotereview.store import open_store
from quotereview.ui import clipboard
from quotereview.ui.desk import Desk
from quotereview.ui.window import MainWindow
from tests.ui.answers import Answers
from tests.ui.story import BRIDGE, BYPASS, MarksOnly


@pytest.fixture(scope="session", autouse=True)
def clipboard_in_order(qapp: QApplication) -> Iterator[None]:
    """What a test copied is no longer Python's when the tests end, as when the program does."""
    yield
    clipboard.leave_in_order()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_store(tmp_path / "desk.qrev") as store:
        yield Session(store, "Ana Brüll")


@pytest.fixture
def filled(session: Session) -> Session:
    """Two articles of two quotes each."""
    for read in (BRIDGE, BYPASS):
        session.keep(read)
    return session


@pytest.fixture
def desk(filled: Session, qapp: QApplication) -> Desk:
    made = Desk(filled, Order.ARTICLE)
    made.start()
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.set(EDITOR, "Ana Brüll")
    return made


@pytest.fixture
def answers() -> Answers:
    return Answers()


class Opening:
    """Opens windows on sessions, and closes them at the end."""

    def __init__(self, settings: Settings, ask: Answers, app: QApplication) -> None:
        self._settings, self._ask, self._app = settings, ask, app
        self._windows: list[MainWindow] = []

    def __call__(
        self,
        session: Session,
        *,
        files: Iterable[Path] = (),
        detector: Callable[[], Detector] = MarksOnly,
        settings: Settings | None = None,
    ) -> MainWindow:
        window = MainWindow(session, settings or self._settings, detector, self._app, lambda _: self._ask)
        self._windows.append(window)
        window.resize(1280, 800)
        window.show()
        QTest.qWaitForWindowActive(window)
        window.begin(files)
        return window

    def close(self) -> None:
        for window in self._windows:
            window.close()
            window.deleteLater()


@pytest.fixture
def opened(session: Session, settings: Settings, answers: Answers, qapp: QApplication) -> Iterator[Opening]:
    """Opens windows, which are closed before the store that they show."""
    opening = Opening(settings, answers, qapp)
    yield opening
    opening.close()


@pytest.fixture
def window(filled: Session, opened: Opening) -> MainWindow:
    return opened(filled)


@pytest.fixture
def empty_window(session: Session, opened: Opening) -> MainWindow:
    return opened(session)


@pytest.fixture(autouse=True)
def quick(unread: None) -> None:
    """No window reads for other words by itself."""
