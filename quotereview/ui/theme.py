"""How the window looks: two palettes over Fusion, the fonts, and the glyph, word and colour of every state."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from quotereview import paths
from quotereview.model import ACCEPTED_UNREAD, Band, QuoteSummary, StandingQuote, Verdict, band
from quotereview.ui.plain_style import SHEET

GRID = 4
"""Every spacing is a multiple of this many logical pixels."""

READING_FAMILIES = (
    "Source Serif 4",
    "Charter",
    "Iowan Old Style",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
    "Liberation Serif",
)

HAN_FAMILIES = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Songti SC",
    "SimSun",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
"""Whose signs Chinese and Japanese are set in; left to itself, Qt takes some of them from faces of other scripts."""


class Scheme(StrEnum):
    """Which palette the editor wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """The three sizes of text in the window; the article has a size of its own."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


POINTS = {TextSize.SMALL: 8.5, TextSize.NORMAL: 10.0, TextSize.LARGE: 14.0}
READING_POINTS = 12.5


@dataclass(frozen=True)
class Colours:
    """One palette, named by use; text has AA contrast on ``window``, ``page``, ``raised``, ``tint`` and ``found``.

    ``tint`` lies behind the quote in focus, ``found`` behind words that were looked for; ``quiet`` is secondary text,
    ``line`` a hairline, ``edge`` a mark that must be seen though it is no text. The last six colour the states.
    """

    window: QColor
    page: QColor
    raised: QColor
    tint: QColor
    found: QColor
    text: QColor
    quiet: QColor
    line: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    confirmed: QColor
    corrected: QColor
    disputed: QColor
    unsure: QColor
    rejected: QColor
    open: QColor


LIGHT = Colours(
    window=QColor("#f1f1f1"),
    page=QColor("#fdfdfc"),
    raised=QColor("#ffffff"),
    tint=QColor("#e6eef9"),
    found=QColor("#fcf0c3"),
    text=QColor("#1d1d1f"),
    quiet=QColor("#5c5c61"),
    line=QColor("#d9d9d9"),
    edge=QColor("#85858a"),
    accent=QColor("#1f5aa6"),
    on_accent=QColor("#ffffff"),
    confirmed=QColor("#1c6b3a"),
    corrected=QColor("#6b3f9c"),
    disputed=QColor("#b3261e"),
    unsure=QColor("#855000"),
    rejected=QColor("#5c5c61"),
    open=QColor("#5c5c61"),
)

DARK = Colours(
    window=QColor("#262628"),
    page=QColor("#1c1c1e"),
    raised=QColor("#303033"),
    tint=QColor("#26364d"),
    found=QColor("#453b14"),
    text=QColor("#e6e6e6"),
    quiet=QColor("#adadb2"),
    line=QColor("#404044"),
    edge=QColor("#86868c"),
    accent=QColor("#8fb8f2"),
    on_accent=QColor("#12233a"),
    confirmed=QColor("#7fcf9a"),
    corrected=QColor("#c8a6f0"),
    disputed=QColor("#ff9a90"),
    unsure=QColor("#e8b866"),
    rejected=QColor("#adadb2"),
    open=QColor("#adadb2"),
)


@dataclass(frozen=True, slots=True)
class State:
    """How a state is told: by a glyph, by a word and by one of the palette's colours."""

    glyph: str
    word: str
    role: str

    def colour(self, colours: Colours) -> QColor:
        """The state's colour in one palette."""
        colour: QColor = getattr(colours, self.role)
        return colour


VERDICTS = {
    Verdict.OPEN: State("○", "open", "open"),
    Verdict.CONFIRMED: State("✓", "confirmed", "confirmed"),
    Verdict.CORRECTED: State("✎", "corrected", "corrected"),
    Verdict.DISPUTED: State("!", "disputed", "disputed"),
    Verdict.CANNOT_VERIFY: State("?", "cannot verify", "unsure"),
    Verdict.NOT_A_QUOTE: State("✕", "no quote", "rejected"),
}

BANDS = {
    Band.SURE: State("●", "sure", "text"),
    Band.CHECK: State("◐", "check", "text"),
    Band.UNSURE: State("?", "unsure", "unsure"),
}


NOT_ASKED = State("·", "not asked about", "open")
"""What is marked but waits for nobody: a title, a slogan, a link to another story."""


UNREAD = State("≈", ACCEPTED_UNREAD, "unsure")
TO_READ = State("?", "not read yet", "unsure")
"""A speaker who came from the correction of another quote: no detector's confidence holds, and nobody read it."""

BLIND = State("⊘", "reading blind", "text")
"""That an editor sees nothing of what others ruled."""

CHANGED = State("✎", "changed", "corrected")
"""A source that an editor gave or took away: no detector's confidence holds."""


def verdict_of(quote: StandingQuote | QuoteSummary) -> State:
    """What the card says of a quote's verdict; one that nobody has looked at is never shown as confirmed."""
    if not quote.asked:
        return NOT_ASKED
    return UNREAD if quote.unread else VERDICTS[quote.verdict]


def state_of(quote: StandingQuote) -> State:
    """What a list or the article shows of a quote: its verdict, or why it is open and its speaker to be looked at."""
    if quote.decided or not quote.asked:
        return verdict_of(quote)
    if not quote.speaker_as_proposed:
        return TO_READ
    unsure = band(quote.proposal.confidence) is Band.UNSURE
    return BANDS[Band.UNSURE] if unsure else VERDICTS[Verdict.OPEN]


def colours_of(palette: QPalette) -> Colours:
    """The colours that belong to the palette a widget was given."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette for Fusion in these colours."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, colours.window),
        (roles.Base, colours.page),
        (roles.AlternateBase, colours.window),
        (roles.Button, colours.raised),
        (roles.ToolTipBase, colours.raised),
        (roles.WindowText, colours.text),
        (roles.Text, colours.text),
        (roles.ButtonText, colours.text),
        (roles.ToolTipText, colours.text),
        (roles.PlaceholderText, colours.quiet),
        (roles.BrightText, colours.disputed),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.Accent, colours.accent),
        (roles.Link, colours.accent),
        (roles.LinkVisited, colours.accent),
        (roles.Mid, colours.line),
        (roles.Dark, colours.edge),
        (roles.Midlight, colours.tint),
    ):
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.edge)
    return palette


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0) -> None:
    """Give the whole program one look; ``scale`` multiplies every text size of the window, 1.0 being normal.

    Every widget is told by a StyleChange, at which what holds a font of its own asks for it again.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(POINTS[TextSize.NORMAL] * scale)
    app.setFont(font)
    if not app.styleSheet():  # once: a style that is set again goes to every widget
        app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(paths.resource("icons", "quotereview.svg"))))
    dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and system_is_dark(app))
    colours = DARK if dark else LIGHT
    app.setPalette(palette_of(colours))
    if app.styleSheet():
        _dress_anew(app)
    else:
        app.setStyleSheet(SHEET.format(chevron=paths.resource("icons", "chevron.svg").as_posix()))


def _dress_anew(app: QApplication) -> None:
    """Have every widget take the colours and the size of text that the program has now.

    Done as the sheet would do it if it was set again, in a fifth of the time: that goes to a widget once for itself and
    once for each that it is in.
    """
    style = app.style()
    for widget in app.allWidgets():
        style.unpolish(widget)
        style.polish(widget)
        app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def system_is_dark(app: QApplication) -> bool:
    """Whether the system wants dark colours now."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def text_scale() -> float:
    """The scale in which the window's text is set."""
    return QApplication.font().pointSizeF() / POINTS[TextSize.NORMAL]


def text_font(size: TextSize = TextSize.NORMAL, *, bold: bool = False) -> QFont:
    """The window's face in one of its three sizes, in the scale that ``apply`` set."""
    font = QFont(QApplication.font())
    font.setPointSizeF(POINTS[size] * text_scale())
    font.setBold(bold)
    return font


def quoting_font(scale: float = 1.0) -> QFont:
    """The article's face for words that a panel quotes, in the window's scale times another."""
    return reading_font(scale * text_scale())


def reading_font(scale: float = 1.0) -> QFont:
    """The serif face in which articles are set: of ``READING_FAMILIES`` what the system has, then one for Han."""
    font = QFont([*(_installed(READING_FAMILIES) or ["serif"]), *_installed(HAN_FAMILIES)])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(READING_POINTS * scale)
    return font


def _installed(families: Sequence[str]) -> list[str]:
    there = set(QFontDatabase.families())
    return [family for family in families if family in there]
