"""Text size and colours, as the editor wants them."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from quotereview.settings import TEXT_STEPS, THEME, Settings
from quotereview.ui import theme
from quotereview.ui.article_view import ArticleView
from quotereview.ui.page import LARGEST, SMALLEST, ZOOM
from quotereview.ui.theme import Scheme


class Looks(QObject):
    """Applies and remembers the looks of the window; until the editor turns the colours, they are the system's."""

    def __init__(
        self, app: QApplication, settings: Settings, article_view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._article_view = article_view
        article_view.zoom(settings.get(TEXT_STEPS))
        article_view.zoomed.connect(self._follow_article)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def zoom(self, steps: int) -> None:
        """Set all text of the window larger, or smaller with a negative number."""
        self._article_view.zoom(steps)

    def normal(self) -> None:
        """Set all text of the window in its normal size."""
        self.zoom(-self._settings.get(TEXT_STEPS))

    def turn(self) -> None:
        """From light to dark and back, from whatever it is now."""
        light = theme.colours_of(self._app.palette()) is theme.LIGHT
        self._settings.set(THEME, (Scheme.DARK if light else Scheme.LIGHT).value)
        dress(self._app, self._settings)

    def _follow_article(self, steps: int) -> None:
        self._settings.set(TEXT_STEPS, steps)
        dress(self._app, self._settings)

    def _follow_system(self) -> None:
        dress(self._app, self._settings)


def dress(app: QApplication, settings: Settings) -> None:
    """Give the program the colours and the size of text that the settings name."""
    wanted = settings.get(THEME)
    theme.apply(app, Scheme(wanted) if wanted in set(Scheme) else Scheme.SYSTEM, _scale(settings))


def _scale(settings: Settings) -> float:
    return float(ZOOM ** max(SMALLEST, min(LARGEST, settings.get(TEXT_STEPS))))
