"""Between the quote in focus, or a person of the register, and the clipboard."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from quotereview.errors import NotPossible
from quotereview.model import Citation
from quotereview.ui.desk import Desk
from quotereview.ui.messages import Messages

LONGEST = 120  # characters of a citation that are told


class Citing(QObject):
    """Copies citations as plain text and as HTML, and tells what was copied."""

    def __init__(self, desk: Desk, messages: Messages, person: Callable[[], str]) -> None:
        """``person`` is the name of whom the register shows, empty where it is not open."""
        super().__init__(desk)
        self._desk, self._messages, self._person = desk, messages, person

    def quote(self) -> None:
        """Copy the quote in focus, or the words that are selected in a line that tells something."""
        line = QApplication.focusWidget()
        if isinstance(line, QLabel) and line.hasSelectedText():
            QGuiApplication.clipboard().setText(line.selectedText())
            return
        citation = self._desk.session.citing.quote(self._desk.quote)
        first, *_ = citation.text.splitlines()
        self._copy(citation, f"Copied: {shorten(first, LONGEST, placeholder='…')}")

    def person(self) -> None:
        """Copy all quotes of whom the register shows, else of the speaker of the quote in focus.

        Raises NotPossible where nobody is named.
        """
        citation, head = self._desk.session.citing.person(self._person() or self._speaker())
        self._copy(citation, f"Copied: {head}.")

    def _speaker(self) -> str:
        standing = self._desk.standing()
        speaker = standing.ruling.speaker if standing else None
        if speaker is None:
            raise NotPossible("Nobody is named for this quote: name a speaker first.")
        return speaker.name

    def _copy(self, citation: Citation, told: str) -> None:
        copied = QMimeData()
        copied.setText(citation.text)
        copied.setHtml(citation.html)
        QGuiApplication.clipboard().setMimeData(copied)
        self._messages.tell(told, passing=True)
